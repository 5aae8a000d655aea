"""A word of direction with its base, set off from what it speaks of → the one figure of the sentence that it can be.

    "earned 17 crowns, short of the 18 that were expected but up from 15"     17 crowns, 15, "up"
    "had assets of 9 million, which was down from 12 million"                 9 million, 12 million, "down"

What else stands before it is a yardstick, a base, or the size of a change; where two figures are left, neither is told.
"""

from __future__ import annotations

from fractions import Fraction

from checker.base import LEVELS, base_of
from checker.chunk import Chunks
from checker.frame import end_of, like_units, times
from checker.governing import Scene
from checker.pattern import regex
from checker.turning import turn
from checker.unlike import are_opposite, are_unlike, is_aside

_SET_OFF = regex(r"(?:[|&]r?|,)a$")
_JOINED = regex(r"[|&]r?a$")
_YARDSTICKS = frozenset("ABGchK")  # letters: above, forecast, than expected, beat, than, times
_ENDS = ",;:|&/vwr"
_MORE = ("ah", "a&", "a|")
_FIFTH = Fraction(1, 5)  # what moved further may be another thing than the words, set off as they are, tell of


def still_from(scene: Scene, k: int) -> tuple[int, int, int] | None:
    """A connector right behind a word of direction → figure now, figure before and that word."""
    chunks, code, items = scene.chunks, scene.chunks.code, scene.chunks.chunks
    if code[k] != "f" or _SET_OFF.search(code, max(0, k - 3), k) is None or not turn(items[k - 1].value):
        return None
    before = base_of(scene, k)
    if before < 0 or end_of(items[before]):
        return None
    start = max(code.rfind(letter, 0, k) for letter in ";:") + 1
    like = [j for j in range(start, k) if code[j] in LEVELS and like_units(items[j], items[before])]
    free = [j for j in like if j not in scene.amounts | scene.bases]
    told = [j for j in free if not is_aside(code, j) and not is_judged(code, j)]
    if len(told) != 1 or any(told[0] < j < k for j in like if j in scene.amounts) or end_of(items[told[0]]):
        return None
    now = told[0]
    if "&" in code[now + 1 : k - 2]:
        return None  # "pledged 1.7 million and this year's total, up from 2.6 million": it is said of the total
    if not _FIFTH < times(items[now], items[before]) < 1 / _FIFTH or are_unlike(chunks, now, before, k):
        return None
    return None if are_opposite(chunks, now, before) else (now, before, k - 1)


def is_joined(chunks: Chunks, k: int) -> bool:
    """Does a conjunction lead to the word of direction before a connector: "but up from", "and was down from"?"""
    return chunks.code[k] == "f" and _JOINED.search(chunks.code, max(0, k - 3), k) is not None


def is_judged(code: str, j: int) -> bool:
    """ "above a consensus of 37", "the 21 expected", "3 more than a year ago": is it what something is set beside?"""
    first = max(code.rfind(letter, 0, j) for letter in _ENDS) + 1
    return code[j + 1 : j + 2] == "B" or code[j + 1 : j + 3] in _MORE or not _YARDSTICKS.isdisjoint(code[first:j])
