"""A sentence and the one before it → a level there and what it was before, where the second says no more than that.

"Net income was 31 million crowns. That compared with 36 million a year earlier."   31 million, from 36 million
"Mortgage rates fell to 4.6 percent. A year ago they averaged 4.9 percent."         4.6 percent, from 4.9 percent
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.fact import Fact, Link, Sentence, linked
from checker.frame import like_units, times
from checker.lexicon import Lexicon
from checker.measure import mentions
from checker.pattern import regex
from checker.period import is_base
from checker.record import replace

PRONOUNS = frozenset("it they this that".split())
# What may stand between a measure and its figure: "net profit in the quarter was", "a profit of", "sales rose to",
# "orders fell, coming in at".
_LEADS_TO = regex(
    r"(?:[vw](?:b?P)?)?(?:,(?=r))?(?:[oi@][um]{1,3})?(?:,[^,MNEPX]{1,8},)?[reDx!bvw]{0,3}[ota@A]?[bDx]?"
)
_TIMES = frozenset("quarter period year month half week season".split())
_COMPARED = regex(r"r?kb?j?[MNEPX]")
_WAS = regex(r",?r@?b?[MNEPX]")
_STEP = regex(r"(M(?=\d\d$)|Q|)(\d+)")
_FOCUSING = frozenset("even only".split())
_ADJACENT = 3  # code points between two sentences
_NEAR = 10  # times


def are_adjacent(one: Sentence, other: Sentence) -> bool:
    """Does the second of two sentences follow upon the first?"""
    return 0 <= other.chunks.tokens.starts[0] - one.chunks.tokens.ends[-1] <= _ADJACENT


def is_own(chunks: Chunks, k: int, lexicon: Lexicon) -> bool:
    """Does a figure stand right behind the measure it is of, which is reported and no part of another's name?"""
    left = [mention.chunk for mention in mentions(chunks, lexicon) if mention.chunk < k]
    if not left or is_governed(chunks, left[-1]) or "B" in chunks.code[:k]:
        return False
    if _LEADS_TO.fullmatch(chunks.code, left[-1] + 1, k) is None:
        return False
    named = (item for item in chunks.chunks[left[-1] + 1 : k] if item.letter == "u")
    return all(chunks.tokens.words[item.after - 1] in _TIMES for item in named)  # no "deficit with Arland", "profit at"


def is_governed(chunks: Chunks, k: int) -> bool:
    """ "prospects for even a rate increase", "underwriting, where profit": what is told is said of the noun before."""
    if chunks.tokens.words[chunks.chunks[k - 1].first] in _FOCUSING:
        k -= 1
    return chunks.code[k - 1 : k] in ("o", "i", "|")


def may_be_earlier(sentence: Sentence) -> bool:
    """Is a sentence of the kind that gives what was before for a figure told in the sentence before it?"""
    return bool(sentence.periods) and _told(sentence.chunks) >= 0


def earlier(
    last: Sentence, sentence: Sentence, at: dict[tuple[int, int], Fact], lexicon: Lexicon
) -> tuple[Fact, Fact] | None:
    """A sentence and the next, and their facts by place → a level of the first and its base, with its link; or None."""
    k = _told(sentence.chunks)
    before = at.get((sentence.number, k))
    period = next((period.key for period in sentence.periods), "")
    if before is None or not period or not are_adjacent(last, sentence):
        return None
    base = sentence.chunks.chunks[k]
    levels = [
        fact
        for (number, i), fact in at.items()
        if number == last.number
        and fact.aspect == "level"
        and like_units(last.chunks.chunks[i], base)
        and 1 < times(last.chunks.chunks[i], base) * _NEAR < _NEAR * _NEAR
        and is_own(last.chunks, i, lexicon)
    ]
    if len(levels) != 1 or any(pair.now == levels[0].chunk for pair in last.pairs):
        return None
    now = levels[0]
    if not is_base(period) and not _precedes(period, now.period):
        return None
    if not is_base(period) and any(is_base(told.key) for told in last.periods):
        return None  # "fell 8 percent from a year earlier to 412 … This compares with 507 in May": two bases
    told = replace(before, measure=now.measure, place=now.place, aspect=now.aspect, period=period)
    return now, linked(told, Link(now.id, "against"))


def _precedes(one: str, other: str) -> bool:
    """Two keys of months, quarters or years → does the first come before the second, by half a year if no year is told?

    "April" precedes "May" and "December" precedes "January"; "June" comes after both.
    """
    match, again = _STEP.fullmatch(one), _STEP.fullmatch(other)
    if match is None or again is None or match[1] != again[1]:
        return False
    between = int(again[2]) - int(match[2])
    cycle = {"M": 12, "Q": 4}.get(match[1], 0)
    return 0 < between % cycle <= cycle // 2 if cycle else between > 0


def _told(chunks: Chunks) -> int:
    """The chunks of a sentence → the figure that it sets against what was told before, and nothing else; or −1."""
    if chunks.tokens.word(0) in PRONOUNS and (match := _COMPARED.match(chunks.code)):
        return match.end() - 1
    match = _WAS.match(chunks.code)
    verb = chunks.chunks[chunks.code.index("r")].first if match else 0
    return match.end() - 1 if match and chunks.tokens.word(verb - 1) in PRONOUNS and verb > 1 else -1
