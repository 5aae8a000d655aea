"""Chunks of a sentence → pairs: a figure now and the figure it is set against, with the word that gives the direction.

    "rose to 8 percent in May from 10"   →  now 8 percent, before 10, direction "rose"
    "61,200, down from 70,900"           →  now 61,200, before 70,900, direction "down"

Anchored on the connector (from, against, compared with, than): its figure is the base; the nearest figure of like unit on
the left that is no amount of change is what stands now; the change word that governs that figure gives the direction.
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.frame import Bond, like_units
from checker.record import record

_LEVELS = "MENPXK"
_AMOUNTS = ("change-rate", "change-amount", "share-change", "rate-difference", "threshold")
_SKIPPED = "u,io&"


@record(frozen=True, slots=True)
class Pair:
    """Chunk indices; direction −1 when the wording gives none that can be trusted."""

    now: int
    before: int
    direction: int
    connector: str  # from, against, than


_CONNECTOR = {"f": "from", "k": "against", "h": "than"}


def pairs(chunks: Chunks, bonds: list[Bond]) -> list[Pair]:
    """A sentence's chunks and bonds → its now/before pairs, in order."""
    amounts = {b.chunk for b in bonds if b.aspect in _AMOUNTS}
    found: list[Pair] = []
    bases: set[int] = set()
    for k, item in enumerate(chunks.chunks):
        if item.letter not in _CONNECTOR:
            continue
        pair = _forward(chunks, k, amounts) or _backward(chunks, k, amounts, bases)
        if pair is not None:
            found.append(pair)
            bases.add(pair.before)
    return found


def _figure_after(chunks: Chunks, k: int) -> int:
    """The index of a connector → the figure it introduces, over at most one word ("from a revised 3.1 percent"), or −1."""
    for j in (k + 1, k + 2):
        if j < len(chunks.chunks) and chunks.code[j] in _LEVELS:
            return j
        if j >= len(chunks.chunks) or chunks.code[j] not in "uj":
            return -1
    return -1


def _forward(chunks: Chunks, k: int, amounts: set[int]) -> Pair | None:
    """ "fell from 8.1 to 7.4 percent": the change word stands before the connector, the present figure after it."""
    code = chunks.code
    before = _figure_after(chunks, k)
    if code[k] != "f" or before < 0 or code[before + 1 : before + 2] != "t":
        return None
    now = before + 2
    if code[now : now + 1] not in _LEVELS or not code[now : now + 1] or not like_units(chunks.chunks[before], chunks.chunks[now]):
        return None
    start = k
    while start > 0 and code[start - 1] in "u,Pbio":
        start -= 1
    if start > 0 and code[start - 1] in "vwag" and not _unsure(chunks.chunks[start - 1]):
        return Pair(now, before, start - 1, "from")
    return None


def _backward(chunks: Chunks, k: int, amounts: set[int], bases: set[int]) -> Pair | None:
    code, items = chunks.code, chunks.chunks
    before = _figure_after(chunks, k)
    if before < 0 or before in amounts or "B" in code[before + 1 : before + 3] or "B" in code[max(0, k - 1) : before]:
        return None
    now = k - 1
    while now >= 0 and not (code[now] in _LEVELS and now not in amounts and now not in bases and like_units(items[now], items[before])):
        if code[now] in ";:/|y":
            return None
        now -= 1
    if now < 0:
        return None
    return Pair(now, before, _direction(chunks, now, k, amounts), _CONNECTOR[code[k]])


def _direction(chunks: Chunks, now: int, k: int, amounts: set[int]) -> int:
    """The word that says which way: right before the connector ("up from"), else the one that governs the figure."""
    code, items = chunks.code, chunks.chunks
    between = code[now + 1 : k]
    if "j" in between or "q" in between or "B" in between:
        return -1
    for j in range(k - 1, now, -1):  # "61,200, down sharply from", "55 cents, up 12 percent from"
        if code[j] in "avwn":
            return -1 if _unsure(items[j]) else j
        if code[j] not in "P,uEX" + "MN":
            return -1
    if code[k] == "h":
        return -1
    j = now - 1
    while j >= 0 and (code[j] in "t@obu,i&em" or j in amounts or code[j] in "Px" and j in amounts):
        j -= 1
    if j < 0 or code[j] not in "vwgn" or _unsure(items[j]):
        return -1
    if code[k] == "k" and "t" not in code[j:now] and code[j] != "g":
        return -1
    return j if "t" in code[j:now] or code[k] == "f" else -1


def _unsure(item: Chunk) -> bool:
    return "soft" in item.form or item.value not in ("up", "down", "widen", "narrow")
