"""Chunks of a sentence → what each figure measures: a lexicon measure with what narrows it, and the place.

    "exports of solar cells"        →  exports:cell+solar
    "China's total foreign trade"   →  trade, place China

Two mentions speak of one quantity only if head and narrowing words agree; words that narrow nothing (total, overall, the
country's own name) are left out.
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.lexicon import Lexicon
from checker.record import record
from checker.token import Tokens
from checker.unit import singular

_NEUTRAL = frozenset(
    "total overall whole combined annual full goods good foreign value volume amount figure number level data rate yearly quarterly monthly"
    " latest new reported country nation country's s national overall entire global of and the a an its their our my his her in for to at on"
    " with by from said that this these those which would will be year quarter month total aggregate sharp strong healthy record"
    " first second third fourth last next net january february march april may june july august september october november december"
    " million billion trillion thousand mln bln percent pct per cent euro dollar crown yuan yen pound more than nearly about almost".split()
)
_NOUN_STOP = frozenset(
    "of the a an its their his her our my this that these those in for to at on with by from as but which who said".split()
)
_REACH = 6


@record(frozen=True, slots=True)
class Mention:
    """A measure named in a sentence."""

    chunk: int  # −1 when carried over from an earlier sentence
    token: int
    measure: str
    place: str


def mentions(chunks: Chunks, lexicon: Lexicon) -> list[Mention]:
    """A sentence's chunks → the measures it names, in order."""
    found: list[Mention] = []
    inside = 0  # the end of the last mention's of-phrase: a measure in it narrows that one
    for k, item in enumerate(chunks.chunks):
        if item.letter == "m" and item.first >= inside:
            words, place, inside = _around(chunks, k, lexicon)
            measure = item.value + (":" + "+".join(words) if words else "")
            found.append(Mention(k, item.first, measure, place))
    return found


def _around(chunks: Chunks, k: int, lexicon: Lexicon) -> tuple[list[str], str, int]:
    """A measure's chunk → the words that narrow it, the place it names, and the token where its noun phrase ends."""
    tokens, item = chunks.tokens, chunks.chunks[k]
    words: set[str] = set()
    place = ""
    i = item.first - 1
    floor = max((c.after for c in chunks.chunks[:k] if c.letter not in "umxNp"), default=0)
    while (
        i >= max(floor, item.first - _REACH)
        and tokens.words[i] not in _NOUN_STOP
        and (tokens.words[i].isalpha() or tokens.words[i] in ("-", "'s"))
    ):
        place = _note(tokens, i, words, place, lexicon)
        i -= 1
    end = item.after
    if chunks.code[k + 1 : k + 2] in ("o", "O") and chunks.chunks[k + 1].first == item.after:
        last = k + 2
        while chunks.code[last : last + 1] in tuple("umo") or (
            chunks.code[last : last + 1] in tuple(",&") and chunks.code[last + 1 : last + 2] in tuple("um&")
        ):
            last += 1
        end = chunks.chunks[last - 1].after
        for j in range(item.after + 1, end):
            place = _note(tokens, j, words, place, lexicon)
    return sorted(words), place, end


def _note(tokens: Tokens, i: int, words: set[str], place: str, lexicon: Lexicon) -> str:
    word = tokens.words[i]
    if named := _place(tokens, i, lexicon) or _name(tokens, i):
        return place or named
    if word.isalpha() and word not in _NEUTRAL and len(word) > 2 and not word.endswith("ly"):
        words.add(singular(word))
    return place


def _name(tokens: Tokens, i: int) -> str:
    """A proper name in a noun phrase says whose the measure is ("Kestria's trade"); the first word of a sentence only with 's."""
    if not tokens.capital(i) or tokens.raws[i].isupper() or (i == 0 and tokens.word(1) != "'s"):
        return ""
    return tokens.raws[i] if tokens.words[i] not in _NEUTRAL else ""


def owner(chunks: Chunks, k: int, lexicon: Lexicon) -> str:
    """A figure's chunk → the first proper name of its clause: whose the counted thing is ("The capital, Sant Orlo, has …")."""
    start = max(chunks.code.rfind(letter, 0, k) for letter in ";|/:")
    first = chunks.chunks[start].after if start >= 0 else 0
    tokens = chunks.tokens
    names = (_place(tokens, i, lexicon) or _name(tokens, i) for i in range(first, chunks.chunks[k].first))
    return next((name for name in names if name), "")


def _place(tokens: Tokens, i: int, lexicon: Lexicon) -> str:
    for words, entries in lexicon.phrases.get(tokens.word(i), ()):
        if tokens.capital(i) and tuple(tokens.words[i : i + len(words)]) == words:
            for entry in entries:
                if entry.cls == "place":
                    return entry.value
    return ""
