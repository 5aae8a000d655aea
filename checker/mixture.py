"""Facts of one sentence → the growth of a whole and that of the two halves it is made of.

"Sales rose 6 percent, with a 5 percent rise at home and 8 percent abroad"            5, 8 –mixes-into→ 6

Home and abroad, goods and services: there is no third part, so the whole grows neither less nor more than both.
"""

from __future__ import annotations

from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import add_link
from checker.measure import head_of
from checker.record import replace
from checker.wordfact import Facts

_HALVES = (
    (frozenset("domestic domestically home".split()), frozenset("international overseas abroad foreign".split())),
    (frozenset(("goods", "merchandise")), frozenset(("services",))),
    (frozenset(("urban",)), frozenset(("rural",))),
)
_OF_ALL = frozenset("total overall combined all whole".split())
_COUNTRY = frozenset("u.s. us uk u.k. american british".split())
_BOUNDARY = frozenset(",;:/|&")
_THREE = 3


def mixtures(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: two rates of halves are linked to the rate of their whole."""
    known = [k for k in sorted(facts) if chunks.code[k] == "P"]
    if len(known) != _THREE:
        return
    for whole, first, second in (known, (known[2], known[0], known[1])):
        if _is_whole(facts, whole, known, chunks) and _are_halves(facts, whole, first, second, chunks):
            _signed_like(facts, first, second)
            add_link(facts, first, facts[whole], "mixes-into")
            add_link(facts, second, facts[whole], "mixes-into")
            return


def _is_whole(facts: Facts, whole: int, known: list[int], chunks: Chunks) -> bool:
    """Is it growth that nothing narrows; behind its parts, is it called that of all?"""
    words = {*_before(whole, chunks), *_behind(whole, chunks)}
    narrowed = any(words & half for pair in _HALVES for half in pair)
    if facts[whole].aspect != "change-rate" or narrowed or _named(whole, chunks):
        return False
    return whole == known[0] or bool(_OF_ALL & words)


def _named(whole: int, chunks: Chunks) -> bool:
    """Is it said of a place or a unit by name ("U.S. sales"), other than of the owner of all ("Alder's sales")?"""
    tokens, items = chunks.tokens, chunks.chunks
    start = max((k for k in range(whole) if chunks.code[k] in _BOUNDARY), default=-1) + 1
    places = [i for item in items[start:whole] if item.letter in "um" for i in range(item.first, item.after)]
    return any(tokens.words[i] in _COUNTRY or (i and tokens.capital(i) and tokens.word(i + 1) != "'s") for i in places)


def _are_halves(facts: Facts, whole: int, first: int, second: int, chunks: Chunks) -> bool:
    if facts[first].aspect != "change-rate" or facts[second].aspect not in ("change-rate", "level"):
        return False
    heads = ("homes", "", head_of(facts[whole].measure))
    alike = all(head_of(facts[k].measure) in heads for k in (first, second))
    noun = frozenset(_before(whole, chunks))
    for one, other in _HALVES:
        for a, b in ((one, other), (other, one)):
            if _tells(first, a, b, chunks) and _tells(second, b, a, chunks):
                return alike or all(_repeats(k, a | b, noun, chunks) for k in (first, second))
    return False


def _tells(k: int, half: frozenset[str], other: frozenset[str], chunks: Chunks) -> bool:
    """Is a rate said of one half and not of the other?"""
    words = {*_before(k, chunks), *_behind(k, chunks)}
    return bool(words & half) and not words & other


def _repeats(k: int, halves: frozenset[str], noun: frozenset[str], chunks: Chunks) -> bool:
    """Does the noun of the whole come again right behind the word for the half: "overseas sales"?"""
    return any(word in halves and after in noun for word, after in pairwise(_before(k, chunks)))


def _before(k: int, chunks: Chunks) -> list[str]:
    """The words of a figure's clause that stand before it."""
    start = k
    while start and chunks.code[start - 1] not in _BOUNDARY and chunks.code[start - 1] != "P":
        start -= 1
    return chunks.tokens.words[chunks.chunks[start].first : chunks.chunks[k].first]


def _behind(k: int, chunks: Chunks) -> list[str]:
    """The words of a figure's clause that stand behind it."""
    end = k + 1
    while end < len(chunks.code) and chunks.code[end] not in _BOUNDARY and chunks.code[end] != "P":
        end += 1
    return chunks.tokens.words[chunks.chunks[k].after : chunks.chunks[end - 1].after]


def _signed_like(facts: Facts, first: int, second: int) -> None:
    """ "a 5 percent fall at home and 8 percent abroad": the second rate goes the way of the first."""
    one, other = facts[first], facts[second]
    if other.aspect == "level" and one.figure is not None and other.figure is not None:
        falls = one.interval == -one.figure.loose
        loose, tight = other.figure.loose, other.figure.tight
        told = replace(other, aspect="change-rate", measure=one.measure)
        facts[second] = replace(told, interval=-loose if falls else loose, tight=-tight if falls else tight)
