"""Facts of one sentence → figures in the order of a ranking: what is named first is at least as large.

"Arden led with 52 medals, followed by Brill with 47 and Corve with 40"      52 –ranked-above→ 47 –ranked-above→ 40
"Arden came first with 45 points, Brill second with 40"                      45 –ranked-above→ 40
"Arden spent 2.4 million, second only to Brill's 3.1 million"                3.1 –ranked-above→ 2.4

A list that begins with the lowest, and sports in which the fewest strokes win, say nothing of this kind.
"""

from __future__ import annotations

from itertools import pairwise

from checker.chunk import Chunks
from checker.comparability import agree
from checker.fact import Fact, add_link, is_base
from checker.pattern import Pattern
from checker.wordfact import Facts

_PLACES = {"first": 1, "top": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LEADING = frozenset("first top leads led leader leading largest biggest most highest tops topped".split())
# Lists that run upwards, or that are ordered by something else than size.
_ASCENDING = frozenset(
    "lowest least fewest smallest cheapest best worst youngest shortest slowest fastest quickest lightest poorest low"
    " stroke strokes shot shots par bogey birdie hole holes seconds minutes time penalty alphabetical".split()
)
_NO_NAME = frozenset("a an another further more his her its their talks".split())
_WAS = frozenset("is was are were be been".split())
_WITH = frozenset("with on at".split())
_BETWEEN = _WITH | {",", "a", "the", "about", "around"}  # no "second delay on the 787"
_NOT_LEVELS = ("change-rate", "change-amount", "share-change", "rank", "duration", "age", "multiple", "conversion")
_TO_FOLLOWED = Pattern(r"[umoinpS]{0,6},?&?r?u?")  # from the leader's figure to "followed by"
_TO_NEXT = Pattern(r"[um][um&]{0,4}(?:,?\|?[i@oesr]{0,2}[um]?|,)")  # "Brill with", "Brill, which has", "Brill,"
_TO_FURTHER = Pattern(r"[um]{0,2},?&?u[um]{0,3}(?:[i@]|,)?")  # ", Corve with", "and Corve,"
_POINTS = ("point", "index-point")  # "45 points … 40": those of a table
_TO_OWNER = 9  # tokens to and from "second only to"
_ASIDE = frozenset("; : ( ) while but who when from in".split())
_FAR = 4  # tokens from a place to its figure: "second, with 40"


def rankings(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: each figure of a ranking gets a link to the next."""
    words = chunks.tokens.words
    if not _ASCENDING.isdisjoint(words):
        return
    for i in range(1, len(words) - 2):
        if words[i] in ("followed", "trailed") and words[i + 1] == "by":
            _follow(facts, chunks, i)
        elif words[i : i + 3] == ["second", "only", "to"]:
            _only_to(facts, chunks, i)
    _place(facts, chunks)


def _follow(facts: Facts, chunks: Chunks, i: int) -> None:
    """The token of "followed" → the figures before and behind it, linked in order."""
    items, words = chunks.chunks, chunks.tokens.words
    name = i + 2 + (words[i + 2] == "the")
    high = max((k for k in facts if k >= 0 and items[k].after <= i), default=-1)
    if high < 0 or words[name] in _NO_NAME or not _reaches(_TO_FOLLOWED, chunks, items[high].after, i):
        return
    if words[i - 1] in _WAS and _LEADING.isdisjoint(words[:i]):
        return  # "The loan was followed by Arden's with": one after the other
    begin, pattern = i + 2, _TO_NEXT
    for low in sorted(k for k in facts if k > high):
        if pattern is _TO_NEXT and not chunks.tokens.capital(name) and words[items[low].first - 1] not in _WITH:
            return
        alike = _alike(facts[high], facts[low], chunks)
        if not alike or not _reaches(pattern, chunks, begin, items[low].first):
            return
        add_link(facts, high, facts[low], "ranked-above")
        high, begin, pattern = low, items[low].after, _TO_FURTHER


def _only_to(facts: Facts, chunks: Chunks, i: int) -> None:
    """The token of "second" → the figures before and behind "second only to", linked in order."""
    items, words = chunks.chunks, chunks.tokens.words
    low = max((k for k in facts if k >= 0 and items[k].after <= i), default=-1)
    high = min((k for k in facts if k >= 0 and items[k].first >= i + 3), default=-1)
    if low < 0 or high < 0 or not _alike(facts[high], facts[low], chunks):
        return
    before, behind = words[items[low].after : i], words[i + 3 : items[high].first]
    near = max(len(before), len(behind)) <= _TO_OWNER and _ASIDE.isdisjoint((*before, *behind))
    if near and behind[-1:] in (["'s"], ["'"], ["the"], ["with"]):
        add_link(facts, high, facts[low], "ranked-above")


def _reaches(pattern: Pattern, chunks: Chunks, first: int, after: int) -> bool:
    """Are the chunks of tokens [first, after) what a pattern wants, "followed by" left out?"""
    code = "".join(c.letter for c in chunks.chunks if first <= c.first and c.after <= after)
    return pattern.fullmatch(code) is not None


def _place(facts: Facts, chunks: Chunks) -> None:
    """ "first with 45 points, Brill second with 40": a place and the figure right behind it."""
    words, items = chunks.tokens.words, chunks.chunks
    placed: list[tuple[int, int]] = []
    for k in sorted(k for k in facts if k >= 0):
        near = words[max(0, items[k].first - _FAR) : items[k].first]
        place = next((_PLACES[word] for word in near if word in _PLACES), 0)
        told = next((near[n + 1 :] for n, word in enumerate(near) if word in _PLACES), [])
        if place and not _WITH.isdisjoint(near[-2:]) and _BETWEEN.issuperset(told):
            placed.append((place, k))
    for place, k in placed[:1]:
        before = max((j for j in facts if 0 <= j < k and chunks.code[j] == chunks.code[k]), default=-1)
        led = before >= 0 and not _LEADING.isdisjoint(words[: items[before].first])
        if place == 2 and led and not set(";&") & set(chunks.code[before:k]):
            placed.insert(0, (1, before))
    for (place, high), (following, low) in pairwise(placed):
        if following == place + 1 and _alike(facts[high], facts[low], chunks):
            add_link(facts, high, facts[low], "ranked-above")


def _alike(high: Fact, low: Fact, chunks: Chunks) -> bool:
    """Are both levels of one kind and unit, and no bases or ends of ranges?"""
    if high.figure is None or low.figure is None:
        return False
    pair = chunks.code[high.chunk] + chunks.code[low.chunk]
    levels = all(one.aspect not in _NOT_LEVELS and not is_base(one) for one in (high, low))
    whole = not (high.figure.end_of or low.figure.end_of)
    scored = pair == "XN" and high.figure.kind in _POINTS
    return levels and whole and (scored or (pair[0] in "MNPX" and agree(high, low, "unit")))
