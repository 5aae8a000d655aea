"""Chunks of a sentence → lengths of time that are set against earlier ones: now, before, and the word between them.

    "the week rose to 34.1 hours from 34.0 hours"     34.1 hours, 34.0, "rose"
    "took 167 days, up from 134 days"                 167 days, 134, "up"
    "the term was extended from 12 to 14 years"       14 years, 12, "extended"
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.frame import end_of, times
from checker.pattern import Pattern
from checker.turning import turn, unsure

_REACHED = Pattern(r"(?P<word>[vwg])[umoB]{0,5}t(?P<now>D)[um]{0,2},?f[umj]{0,3}(?P<before>D)")
_SET_OFF = Pattern(r"(?P<now>D)[umoi]{0,4},(?P<word>a)f[umj]{0,3}(?P<before>D)")
_FORWARD = Pattern(r"(?P<word>[vwga])[umo]{0,3}f(?P<before>D),?t[u]?(?P<now>D)")
_FAR = 10  # times
_NO_LENGTH = frozenset("high low highs lows peak ago earlier before later away run losing winning rally".split())


def lengthened(chunks: Chunks) -> list[tuple[int, int, int]]:
    """A sentence's chunks → figure now, figure before and the word of change."""
    found = []
    for pattern in (_REACHED, _SET_OFF, _FORWARD):
        for match in pattern.finditer(chunks.code):
            now, before, word = (match.start(name) for name in ("now", "before", "word"))
            item = chunks.chunks[word]
            ends = [chunks.chunks[k] for k in (now, before)]
            often = "frequency" in chunks.tokens.words[: item.first]  # it rises "from nine to seven days"
            if not often and turn(item.value) and not unsure(item) and all(_is_length(chunks, one) for one in ends):
                found.append((now, before, word))
    return [one for one in found if _are_near(chunks, one)]


def _is_length(chunks: Chunks, item: Chunk) -> bool:
    """Is a stretch of time what something takes, and not "a three-month high" or "three years ago"?"""
    tokens = chunks.tokens
    parted = "-" in tokens.words[item.first : item.after + 1] or tokens.word(item.after) in _NO_LENGTH
    return not (parted or end_of(item))


def _are_near(chunks: Chunks, told: tuple[int, int, int]) -> bool:
    now, before, _ = told
    return 1 < _FAR * times(chunks.chunks[now], chunks.chunks[before]) < _FAR * _FAR
