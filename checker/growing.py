"""A connector between two rates of growth → the rate now, the rate before and the word that says which is the higher.

    "spending grew 4.2 percent, down from 5.1"                     4.2 percent, 5.1, "down"
    "grew at a 2 percent rate, up from a 1 percent pace"           2 percent, 1 percent, "up"
    "revised up to a 0.7 percent gain from a 0.3 percent gain"     0.7 percent, 0.3 percent, "revised up"
    "slowed to 0.6 percent from a 1.2 percent expansion"           0.6 percent, 1.2 percent, "slowed"
"""

from __future__ import annotations

from checker.base import clause_left, figure_after
from checker.chunk import Chunk
from checker.frame import Bond
from checker.governing import Scene
from checker.pattern import regex
from checker.turning import unsure
from checker.unlike import is_aside

PACE = frozenset(
    "slow slows slowed slowing accelerate accelerates accelerated accelerating quicken quickened ease eased"
    " easing".split()
)
_FORETOLD = regex(r"n[umoi]{0,3}B")
_ROSE_BY = regex(r"vu?b$")
_GREW_AT = regex(r"v[um]{0,2}@$")
_REVISED = regex(r"[gva]tPnu?$")
# "raised its forecast to 6 percent growth from 4 percent", "revised up to show a 4.1 percent gain from 3.1 percent"
_TO_GROWTH = regex(r"(?P<word>[gv])[umoiB]{0,6}ty?u?(?:(?P<first>n)o(?P<of>P)|(?P<now>P)(?P<noun>n))u?$")
_TO_RATE = regex(r"(?P<word>v)t(?P<now>P)[umoi]{0,3},?$")


def grown(scene: Scene, k: int, bonds: list[Bond]) -> tuple[int, int, int] | None:
    """ "spending grew 4.2 percent, down from 5.1": a growth rate against another; a fall would be ambiguous."""
    code, items = scene.chunks.code, scene.chunks.chunks
    before = figure_after(scene.chunks, k)
    of = {b.chunk: items[b.sign] for b in bonds if b.aspect == "change-rate" and b.sign >= 0}
    if before >= 0 and _FORETOLD.match(code, before + 1):
        return None  # "higher than the 0.5 percent gain economists were expecting"
    if before < 0 or code[before] != "P" or (before in of and not _is_growth(of[before])):
        return None
    rising = {chunk for chunk, word in of.items() if word.value == "up"}
    if (match := _REVISED.search(code, 0, k)) and not unsure(items[match.start()]):
        now = match.start() + 2
        bare = before not in of and code[before + 1 : before + 2] not in tuple("nvm")  # "to a 1.3 percent gain from 2"
        return (now, before, match.start()) if now in rising and (before in rising or bare) else None
    if (told := _foretold(scene, k, before, of)) is not None:
        return told
    word = scene.chunks.tokens.words[items[k - 1].first]
    if (code[k - 1] != "a" and word not in PACE) or unsure(items[k - 1]):
        return None
    left = (j for j in clause_left(code, k) if j in rising or _grew(scene, j))
    now = next((j for j in left if _ROSE_BY.search(code, 0, j) or not is_aside(code, j)), -1)
    return (now, before, k - 1) if now >= 0 else None


def _foretold(scene: Scene, k: int, before: int, of: dict[int, Chunk]) -> tuple[int, int, int] | None:
    """ "lowered its forecast to a 1.5 percent pace from 1.9 percent": a growth that was moved, against what it was."""
    code, items = scene.chunks.code, scene.chunks.chunks
    match = _TO_GROWTH.search(code, 0, k) if code[k] == "f" else None
    if match is None or unsure(items[match.start("word")]):
        return None
    noun, now = (match.start("first"), match.start("of")) if match["of"] else (match.start("noun"), match.start("now"))
    plain = before not in of and code[before + 1 : before + 2] not in tuple("nvm")
    both = plain or (before in of and _is_growth(of[before]))
    return (now, before, match.start("word")) if both and _is_growth(items[noun]) else None


def _is_growth(word: Chunk) -> bool:
    return word.value == "up" or (word.letter == "n" and word.value == "none")  # "a 0.7 percent pace"


def _grew(scene: Scene, k: int) -> bool:
    """ "grew at a 2 percent rate": is a percentage how fast something grew?"""
    match = _GREW_AT.search(scene.chunks.code, 0, k) if scene.chunks.code[k] == "P" else None
    return match is not None and scene.chunks.chunks[match.start()].value == "up"


def slowed(scene: Scene, k: int) -> tuple[int, int, int] | None:
    """ "growth slowed to 0.6 percent from a 1.2 percent expansion": a pace against that of the period before."""
    chunks = scene.chunks
    match = _TO_RATE.search(chunks.code, 0, k)
    before = figure_after(chunks, k) if match and chunks.code[k] == "f" else -1
    if match is None or before < 0 or chunks.code[before : before + 2] != "Pn":
        return None
    word = match.start("word")
    told = chunks.tokens.words[chunks.chunks[word].first] in PACE
    return (match.start("now"), before, word) if told and _is_growth(chunks.chunks[before + 1]) else None
