"""Chunks of a sentence → a figure and where it went on to, or where it had come from, with no connector between them.

    "a coupon of 8.5 percent rising to 9 percent in July"     9 percent, 8.5 percent, "rising"
    "rose to 139 before slipping to 138"                      138, 139, "slipping"
    "From a record of nearly 150 crowns, prices fell to 32"   32, 150 crowns, "fell"
"""

from __future__ import annotations

import re

from checker.base import LEVELS, are_close, is_level
from checker.chunk import Chunks
from checker.frame import Bond, like_units
from checker.governing import Scene
from checker.pattern import Pattern, regex
from checker.turning import unsure

_TO = rf"(?P<word>[vwa])t[uxD]{{0,2}}o?(?P<now>[{LEVELS}])"
_ON = Pattern(rf"(?P<before>[{LEVELS}])(?:[umoiDx]{{0,5}},)?{_TO}")
_THEN = Pattern(rf"(?P<before>[{LEVELS}])[umoiD]{{0,4}},?&?(?P<turn>\|){_TO}")
_FRONT = Pattern(rf"(?:^|[;:])f[umxAr]{{0,3}}o?(?P<before>[{LEVELS}])[umoirx]{{0,6}},[umo]{{1,5}}r?{_TO}")
# "up from a record of 404, before sliding back to 402"
_IS_BASE = regex(r"[fkh][^,;:|MENPXK]{0,7}[MENPXK]$")
_TURNS = frozenset(("before", "then"))


def onward(scene: Scene, bonds: list[Bond]) -> list[tuple[int, int, int]]:
    """A sentence → figure now, figure before and the word between them."""
    chunks = scene.chunks
    found = []
    for pattern in (_ON, _THEN, _FRONT):
        for match in pattern.finditer(chunks.code):
            now, before, word = (match.start(name) for name in ("now", "before", "word"))
            free = pattern is _FRONT or not _IS_BASE.search(chunks.code, 0, before + 1)
            if free and _leads_on(match, pattern, chunks) and _are_levels(scene, bonds, now, before, word):
                found.append((now, before, word))
    return found


def _leads_on(match: re.Match[str], pattern: Pattern, chunks: Chunks) -> bool:
    """Does the word go on from what was told: "rising to", "before slipping to", "then fell to"?"""
    word = chunks.chunks[match.start("word")]
    if pattern is _ON:
        if chunks.tokens.words[word.first] == "adding":
            return False  # "adding to the 8 flights"
        return "ing" in word.form or chunks.tokens.words[word.first] in ("rising", "falling")
    if match["word"] == "a" or chunks.tokens.words[word.first : word.after] == ["edging", "back"]:
        return False  # which way is back?
    return pattern is _FRONT or chunks.tokens.words[chunks.chunks[match.start("turn")].first] in _TURNS


def _are_levels(scene: Scene, bonds: list[Bond], now: int, before: int, word: int) -> bool:
    items = scene.chunks.chunks
    rising = scene.chunks.code[word] == "a"  # "of 8.5 percent rising to": soft where it stands before a noun
    if (unsure(items[word]) and not rising) or now in scene.amounts or before in scene.bases:
        return False
    moved = any(b.chunk == before and b.sign != word for b in bonds) and before in scene.amounts
    if _is_ranged(scene.chunks.code, now, before):
        return False
    points = "X" in (items[now].letter, items[before].letter)  # "lost 5 points, falling to 14 percent"
    return not (moved or points) and like_units(items[now], items[before]) and are_close(items[now], items[before])


def _is_ranged(code: str, now: int, before: int) -> bool:
    """ "slip to 44 to 47 crowns before recovering to 46 to 48": is a figure the end of a range?"""
    ends = code[before - 1 : before] == "t" and is_level(code, before - 2) and code[before - 3 : before - 2] != "f"
    return ends or (code[now + 1 : now + 2] == "t" and is_level(code, now + 2))
