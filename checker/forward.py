"""A connector whose base comes first → the figure behind "to" that stands now, its base, and the word of direction.

    "fell from 8.1 to 7.4 percent"                        7.4 percent, 8.1, "fell"
    "cut its order for buses from 90 to 53"               53, 90, "cut"
"""

from __future__ import annotations

import re

from checker.base import IDIOMS, LEVELS, clause_left, figure_after, is_level, leads_to_present
from checker.chunk import Chunks
from checker.direction import Scene, is_thing, unsure
from checker.frame import like_units, value_of

_OBJECT = re.compile(r"g[um]{0,3}[nv]$")  # "revised down the job gains in May, from 157 to 133"
_OF_NOUN = re.compile(r"n(?:[io][umPb]{1,4}){0,3},?")


def forward(scene: Scene, k: int) -> tuple[int, int, int] | None:
    """ "fell from 8.1 to 7.4 percent": the change word stands before the connector, the present figure after it."""
    chunks = scene.chunks
    code, items = chunks.code, chunks.chunks
    before = figure_after(chunks, k)
    said = chunks.tokens.words[items[k].first : items[before].first] if before >= 0 else []
    levels = before >= 0 and "B" not in code[k:before] and "range" not in said  # "down from a forecast of 16 to 17"
    lead = leads_to_present(items, code, k, before) if levels else 0
    if not lead:
        return None
    now = before + 1 + lead
    if not is_level(code, now) or not like_units(items[before], items[now]):
        return None
    start = k
    while start and (code[start - 1] in "u,Pbiom" or start - 1 in scene.amounts):
        start -= 1
    word = start - 1
    if word < 0 or code[word] not in "vwagn" or "j" in code[max(0, start - 6) : k] or unsure(items[word]):
        return None
    if chunks.tokens.word(items[k].first - 1) in IDIOMS:
        return None  # "the effect of the decline ranged from 80 to 100 billion"
    if code[word] == "n" and (is_thing(chunks, word) or not _OF_NOUN.fullmatch(code, word, k)):
        return None  # "the cuts disclosed by the banks varied from 21 to 50 percent"
    if owner := _OBJECT.search(code[: word + 1]):
        word = owner.start()
    if code[word] in "an" and items[word].value == "down" and _is_bare_range(scene.chunks, before, now):
        return None  # "down from a growth rate of 5 to 10 percent", "declines from 14 to 30 percent"
    if code[word] == "a" and scene.chunks.tokens.word(items[word].first - 1) == "seen":
        return None  # "sales are seen down from 13 percent to 18 percent": how large the fall may be
    if code[word] == "a" and any(code[j] in LEVELS for j in clause_left(code, word)):
        return None  # "12 to 13 million, down from 12.6 to 13.5 million"
    return now, before, word


def _is_bare_range(chunks: Chunks, low: int, high: int) -> bool:
    """ "20 to 30 percent": a number without a unit, and a larger one that has it, are the ends of a range."""
    own = chunks.chunks[low].figure
    bare = own is not None and own.figure.text.endswith(own.figure.digits)  # "about 14.4"
    return bare and value_of(chunks.chunks[low]) < value_of(chunks.chunks[high])
