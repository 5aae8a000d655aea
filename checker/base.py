"""A connector (from, against, compared with, than) → the figure of its base, or that it has none.

    "rose to 8 percent from a revised 10"   →  10
    "against the 110 analysts expected"     →  none: an expectation is no base, and neither is an idiom

A figure with a name or a measure of its own before it is somebody else's.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.chunk import Chunk, Chunks
from checker.frame import end_of, like_units, times
from checker.governing import Scene
from checker.pattern import regex
from checker.turning import turn, unsure

LEVELS = "MENPXK"
IDIOMS = (  # "a far cry from", "ranging from"
    *("cry", "far", "away", "aside", "apart", "different", "distant", "removed", "turnaround", "turnround", "recovery"),
    *("ranging", "ranged", "varying", "varied", "traded"),
)
_EXPECTED = regex(r"\|?[umo]{0,2}B")
_FORMER = frozenset("previous previously earlier prior original initial old former".split())
# Nouns before "of" or a figure of what had been: "from the final reading for June of 70.8", "from normal levels of 16".
_STOOD = frozenset(
    "reading figure level levels close finish settlement price rate pace peak high low total average estimate value"
    " range band revised".split()
)
# "110 estimated by analysts"
_BY_OTHERS = frozenset("estimated forecast expected projected predicted anticipated".split())
# What may stand between a connector and its figure: "from a loss of", "versus a revised", "from a two-year high of".
_TO_FIGURE = regex(rf"(?:uBo|[jDxpam]{{0,3}}(?:[umxDar]{{1,3}}o[jDxpa]?)?A?|j?u)(?=[{LEVELS}])")
_TO_FAR = regex(rf"(?:[umrxDpajBH]{{0,7}}n?[oO][jDxpau]{{0,2}}|[umrxDpajBH]{{1,5}}@?)(?=[{LEVELS}])")
_TO_PRESENT = regex(r"(?:[mu]{0,2}|o[mu]{1,2})t[uO]?")  # "from 3.9 percent of output to"
# "the quarter that ended in June, from", ", the last week for which figures were out, from"
_WHICH = regex(r"(?:(?<=[miu])\|r(?=,|[fk])|,[umxiH]{0,5}\|[urxmieHo]{1,6},)")
_ADVERB = regex(r",\|,")  # "rose, however, to"
# "to 511,400 cars and lorries from", "0.7 percent in fees and points, down from"
_LISTED = regex(rf"(?:tN[um]{{1,2}}&[um]{{1,3}},?|[{LEVELS}][umoiDt]{{1,5}}&[umoiD]{{1,4}},a)$")
_SIDES = frozenset("below above beating missing topping".split())
_CLOSE, _CLOSER = 50, 10  # times
_SAID = regex(r",[muo]{0,4}y[muiBo]{0,6},")  # ", the ministry said,"


def base_of(scene: Scene, k: int) -> int:
    """A connector → the figure it sets another against, or −1: an amount, an idiom or an expectation is no base."""
    chunks, code = scene.chunks, scene.chunks.code
    before = figure_after(chunks, k)
    if before < 0 or before in scene.amounts or leads_to_present(chunks.chunks, code, k, before):
        return -1
    if chunks.tokens.word(chunks.chunks[before].first - 1) == "'":
        return -1  # "lower than in '07": a year
    first = chunks.chunks[k].first
    said = chunks.tokens.word(first - 1)
    idiom = said in IDIOMS or (said == "trading" and chunks.tokens.word(first - 2) == ",")
    behind = chunks.tokens.words[chunks.chunks[before].after :][:5]
    by_others = code[k] == "k" and ("poll" in behind or chunks.tokens.word(chunks.chunks[before].after) in _BY_OTHERS)
    # What a figure is moved from has been expected before: "up from expectations of 4"
    held = "B" in code[max(0, k - 1) : before] and not (code[k] == "f" or _is_former(chunks, k, before))
    expected = by_others or held or (code[k] != "f" and _EXPECTED.match(code, before + 1))
    # "a rebound from a 22 billion outflow": the base is a change itself.
    change = code[before + 1 : before + 2] in ("n", "v") and not unsure(chunks.chunks[before + 1])
    return -1 if idiom or expected or change else before


def figure_after(chunks: Chunks, k: int) -> int:
    """A connector → the figure it governs, past what may stand between them, or −1."""
    match = _TO_FIGURE.match(chunks.code, k + 1)
    if match is None:
        return _far_after(chunks, k)
    inside = chunks.chunks[k + 1 : match.end()]
    if [item.letter for item in inside] == ["u", "B", "o"]:
        # "from a previous forecast of 4.8 billion"
        return match.end() if chunks.code[k] == "f" or _is_former(chunks, k, match.end()) else -1
    if inside and inside[-1].letter == "u" and not _qualifies(chunks, inside[-1]):
        return -1  # "from the current 4.8 billion", and no "from Harbour Bank 4.8 billion"
    if inside and inside[-1].letter == "o":
        # "compared with Arden trade of 4.8 billion", "compared with an issue price of 4.80"
        words = chunks.code[k + 1 : match.end()]
        narrowed = chunks.code[k] == "k" and ("um" in words or "mm" in words)
        if narrowed or any(_names(chunks, item) for item in inside):
            return -1
    return match.end()


def _far_after(chunks: Chunks, k: int) -> int:
    """ "from the final reading for June of 70.8": the figure behind a longer noun phrase, or −1."""
    match = _TO_FAR.match(chunks.code, k + 1)
    if match is None:
        return -1
    words = chunks.tokens.words[chunks.chunks[k].after : chunks.chunks[match.end()].first]
    if not _SIDES.isdisjoint(words):
        return -1  # "from its October forecast and below a consensus estimate of 262 billion"
    if any(item.letter == "n" and turn(item.value) for item in chunks.chunks[k + 1 : match.end()]):
        return -1  # "to a net inflow of 10 billion from an outflow of 107 billion", but "from a pace of 5 million"
    expected = "B" in match[0]
    known = _is_former(chunks, k, match.end()) and expected
    return match.end() if known or (chunks.code[k] == "f" and (expected or not _STOOD.isdisjoint(words))) else -1


def _is_former(chunks: Chunks, k: int, before: int) -> bool:
    """Do words between a connector and an expectation say that it no longer holds?"""
    return not _FORMER.isdisjoint(chunks.tokens.words[chunks.chunks[k].after : chunks.chunks[before].first])


def _names(chunks: Chunks, item: Chunk) -> bool:
    """Does a chunk of unknown words before a base hold a name, so that the base is somebody else's?"""
    return item.letter == "u" and any(chunks.tokens.capital(i) for i in range(item.first, item.after))


def _qualifies(chunks: Chunks, item: Chunk) -> bool:
    """Are words before a base no more than its attribute: "current", "previously estimated"?"""
    *adverbs, word = chunks.tokens.words[item.first : item.after]
    plain = not chunks.tokens.capital(item.first)
    return plain and (not adverbs or (word.endswith("ed") and all(one.endswith("ly") for one in adverbs)))


def leads_to_present(items: tuple[Chunk, ...], code: str, k: int, before: int) -> int:
    """ "from 90 planes to 53": how many chunks lead from the base to what stands now behind it, or 0."""
    match = _TO_PRESENT.match(code, before + 1) if code[k] == "f" else None
    if match is None or (_opens_range(items[before]) and any(_opens_range(items[j]) for j in clause_left(code, k))):
        return 0  # "16 percent to 18 percent, up from 14 percent to 15 percent"
    if code[match.end() : match.end() + 1] not in tuple(LEVELS) or not like_units(items[before], items[match.end()]):
        return 0  # "from 8.3 percent due to the strike"
    return match.end() - before - 1


def is_level(code: str, k: int) -> bool:
    """Does a figure that may be a level stand there?"""
    return code[k : k + 1] in tuple(LEVELS)


def are_near(a: Chunk, b: Chunk) -> bool:
    """Of one order of magnitude, give or take: the amount, not the amount a share beside it."""
    return Fraction(1, _CLOSE) < times(a, b) < _CLOSE


def are_close(a: Chunk, b: Chunk) -> bool:
    """Closer than that: where no connector joins them, or many words part them."""
    return Fraction(1, _CLOSER) < times(a, b) < _CLOSER


def _opens_range(item: Chunk) -> bool:
    return end_of(item) == "low"


def clause_left(code: str, k: int) -> list[int]:
    """The indices from a connector back to where its clause begins."""
    for letter, aside in (("y", _SAID), ("|", _WHICH)):
        code = aside.sub(lambda match: "," * len(match[0]), code) if letter in code else code
    start = max(code.rfind(letter, 0, k) for letter in ";:|y")
    code = _ADVERB.sub("uuu", code)
    new = [m.start() for m in re.finditer(r"&[ump]", code[:k]) if not _LISTED.search(code, 0, k)]
    return list(range(k - 1, max([start, *new]), -1))
