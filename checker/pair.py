"""Chunks of a sentence → pairs: a figure now and the figure it is set against, with the word that gives the direction.

    "rose to 8 percent in May from 10"   →  now 8 percent, before 10, direction "rose"
    "61,200, down from 70,900"           →  now 61,200, before 70,900, direction "down"

Anchored on the connector (from, against, compared with, than): its figure is the base; the nearest figure of like unit on
the left that is no amount of change is what stands now; the change word that governs that figure gives the direction.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.chunk import Chunk, Chunks
from checker.frame import Bond, like_units
from checker.record import record, replace

_LEVELS = "MENPXK"
_AMOUNTS = ("change-rate", "change-amount", "share-change", "rate-difference", "threshold")


@record(frozen=True, slots=True)
class Pair:
    """Chunk indices; direction −1 when the wording gives none that can be trusted."""

    now: int
    before: int
    direction: int
    connector: str  # from, against, than; from-also a second base of the same figure; from-extreme a high or low
    beside: int = -1  # the present figure of the pair that this one runs parallel to


_EXPECTED = re.compile(r"[umo]{0,2}B")
_IDIOMS = ("cry", "far", "away", "aside", "apart", "different", "distant", "removed")  # "a far cry from"
_CONNECTOR = {"f": "from", "k": "against", "h": "than"}
# What may stand between a connector and its figure: "from a loss of", "versus a revised", "from a two-year high of".
_TO_FIGURE = re.compile(rf"[jDxpam]{{0,3}}(?:[umxD]{{1,2}}o[jDxpa]?)?(?=[{_LEVELS}])")
# What a figure's change word may be parted from it by: its object, amounts, "to".
_GOVERNED = re.compile(r"([vwg](?=[umoibB&pPXjSsaDWxnt@])|n(?=[iot]))[umoibB&pPXjSsaDWxn]{0,9}[t@]$")
_GOVERNED_BARE = re.compile(r"([vw])b?$")


def pairs(chunks: Chunks, bonds: list[Bond]) -> list[Pair]:
    """A sentence's chunks and bonds → its now/before pairs, in order."""
    amounts = {b.chunk for b in bonds if b.aspect in _AMOUNTS}
    found: list[Pair] = []
    bases: set[int] = set()
    for k, item in enumerate(chunks.chunks):
        if item.letter not in _CONNECTOR:
            if item.letter == "|" and chunks.tokens.words[item.first] == "after":
                found += _after(chunks, k, amounts)
            continue
        pair = _forward(chunks, k) or _backward(chunks, k, bonds, amounts, bases)
        if pair is None:
            continue
        if any(known.now == pair.now for known in found):
            pair = replace(pair, connector="from-other", direction=-1)  # the change is the change from the first base
        for one in (pair, *_parallel(chunks, pair), *_second_base(chunks, pair)):
            found.append(one)
            bases.add(one.before)
    falls = {b.chunk for b in bonds if b.sign >= 0 and chunks.chunks[b.sign].value in ("down", "narrow")}
    return found + _benchmarks(chunks, {b for b in amounts if chunks.code[b] != "P"} | falls | bases)


_PACE = frozenset(
    "slow slows slowed slowing accelerate accelerates accelerated accelerating quicken quickened ease eased easing".split()
)


def _after(chunks: Chunks, k: int, amounts: set[int]) -> list[Pair]:
    """ "growth slowed to 4.1 percent after 4.3 percent": a pace against the pace of the period before."""
    now, before = k - 1, k + 1
    if (
        chunks.code[now:k] != "P"
        or chunks.code[before : before + 1] != "P"
        or {now, before} & amounts
        or chunks.code[now - 2 : now] != "vt"
    ):
        return []
    return [Pair(now, before, now - 2, "after")] if chunks.tokens.words[chunks.chunks[now - 2].first] in _PACE else []


# "55 cents a share, above the 53 cents analysts expected" · "… topping the average forecast of 53 cents"
_BENCHMARK = re.compile(
    rf"([{_LEVELS}])(?:,?(c)|,(A)|,(a)h)(?:[umo]{{0,2}}([{_LEVELS}])[umo,|]{{0,4}}B|[umoi]{{0,3}}B[umoi]{{0,2}}([{_LEVELS}]))"
)


def _benchmarks(chunks: Chunks, amounts: set[int]) -> list[Pair]:
    """A figure, a word that puts it above or below, and a figure that others had expected."""
    found = []
    for match in _BENCHMARK.finditer(chunks.code):
        now = match.start(1)
        word = next(match.start(n) for n in (2, 3, 4) if match[n])
        expected = match.start(5) if match[5] else match.start(6)
        based = chunks.code[now - 1 : now] in ("f", "j")
        if (
            now not in amounts
            and not based
            and expected not in amounts
            and like_units(chunks.chunks[now], chunks.chunks[expected])
        ):
            found.append(Pair(now, expected, word, "benchmark"))
    return found


def _figure_after(chunks: Chunks, k: int) -> int:
    match = _TO_FIGURE.match(chunks.code, k + 1)
    return match.end() if match else -1


def _forward(chunks: Chunks, k: int) -> Pair | None:
    """ "fell from 8.1 to 7.4 percent": the change word stands before the connector, the present figure after it."""
    code = chunks.code
    before = _figure_after(chunks, k)
    if code[k] != "f" or before < 0 or code[before + 1 : before + 2] != "t":
        return None
    now = before + 2
    if code[now : now + 1] not in tuple(_LEVELS) or not like_units(chunks.chunks[before], chunks.chunks[now]):
        return None
    start = k
    while start > 0 and code[start - 1] in "u,Pbiom":
        start -= 1
    if start > 0 and code[start - 1] == "a" and any(code[j] in _LEVELS for j in _clause_left(code, start - 1)):
        return None  # "12 to 13 million, down from 12.6 to 13.5 million"
    if (
        start > 0
        and code[start - 1] in "vwagn"
        and "j" not in code[max(0, start - 6) : k]
        and not _unsure(chunks.chunks[start - 1])
    ):
        return Pair(now, before, start - 1, "from")
    return None


def _backward(chunks: Chunks, k: int, bonds: list[Bond], amounts: set[int], bases: set[int]) -> Pair | None:
    code, items = chunks.code, chunks.chunks
    before = _figure_after(chunks, k)
    if (
        before < 0
        or before in amounts
        or chunks.tokens.word(items[k].first - 1) in _IDIOMS
        or _EXPECTED.match(code, before + 1)
        or "B" in code[max(0, k - 1) : before]
    ):
        return None
    if code[k] == "f" and code[before + 1 : before + 2] == "t":
        return None  # "from 5 million to zero"
    left = [
        j
        for j in _clause_left(code, k)
        if code[j] in _LEVELS
        and code[j - 1 : j] != "W"
        and _end_of(items[before]) in ("", _end_of(items[j]))  # of two ranges the low ends pair, and the high ends
        and j not in amounts
        and j not in bases
        and like_units(items[j], items[before])
    ]
    if not left:
        return None
    near = [j for j in left if _near(items[j], items[before])] or left
    now = next(
        (j for j in near if code[j] == code[before]), near[0]
    )  # money with money before money with money a share
    direction = _direction(chunks, now, k, amounts, bases)
    connector = "from-extreme" if "x" in code[k:before] else _CONNECTOR[code[k]]
    if connector == "from-extreme" and direction >= 0 and code[direction] != "a":
        direction = -1  # "pulling back from a low"
    if _sides(chunks, now) * _sides(chunks, before) < 0:
        return None  # a loss against a profit: which is "down" from which is a matter of sign
    if direction > now and any(b.chunk < now and b.to == now for b in bonds):
        connector = "from-other"  # "fell 3 percent to 512, up from 480 a year earlier": the rate has another base
    return Pair(now, before, direction, connector)


def _sides(chunks: Chunks, k: int) -> int:
    """A figure's chunk → −1 where it is a loss, +1 where it is a profit, 0 where neither is said of it."""
    words = chunks.tokens.words[max(0, chunks.chunks[k].first - 4) : chunks.chunks[k].after + 2]
    if "loss" in words or "profit" in words:
        return -1 if "loss" in words else 1
    subject = next((c.value for c in reversed(chunks.chunks[:k]) if c.letter == "m"), "")
    return -1 if "loss" in subject else 0


def _end_of(item: Chunk) -> str:
    return item.figure.figure.end_of if item.figure is not None else ""


def _near(a: Chunk, b: Chunk) -> bool:
    """Of one order of magnitude, give or take: the amount, not the amount a share beside it."""
    if a.figure is None or b.figure is None or not a.figure.figure.value or not b.figure.figure.value:
        return False
    ratio = abs(a.figure.figure.value / b.figure.figure.value)
    return Fraction(1, 50) < ratio < 50


def _clause_left(code: str, k: int) -> list[int]:
    """The indices from a connector back to where its clause begins."""
    start = max(code.rfind(letter, 0, k) for letter in ";:|y")
    new = [m.start() for m in re.finditer(r"&[um]", code[:k])]
    return list(range(k - 1, max([start, *new]), -1))


def _direction(chunks: Chunks, now: int, k: int, amounts: set[int], bases: set[int]) -> int:
    """The word that says which way: right before the connector ("up from"), else the one that governs the figure."""
    code, items = chunks.code, chunks.chunks
    if set("jqBG") & set(code[now + 1 : k]):
        return -1
    for j in range(k - 1, now, -1):  # "61,200, down sharply from", "55 cents, up 12 percent from"
        if code[j] in "avwn":
            return -1 if _unsure(items[j]) else j
        if j in bases or j not in amounts and code[j] not in "P,uEX/":
            break
    if (
        code[k] == "h"
        or code[k] == "k"
        and ("b" in code[max(0, now - 4) : now])
        or code[k] == "k"
        and any(j in amounts and code[j] in "MNX" for j in range(max(0, now - 6), now))
    ):
        return -1  # "rose by 2,000 in the month to 436,500 compared with 470,700 a year earlier"
    if (
        code[now - 2 : now] in ("at", "a@")
        and not _unsure(items[now - 2])
        and set("vg") & set(code[max(0, now - 7) : now - 2])
    ):
        return now - 2  # "pushed profit down to": the particle decides
    masked = "".join("P" if j in amounts else letter for j, letter in enumerate(code[:now]))
    for j in range(now - 1, -1, -1):
        if masked[j] in "vwgn":
            governs = _GOVERNED.match(masked, j) or (code[k] == "f" and _GOVERNED_BARE.match(masked, j))
            return j if governs and not _unsure(items[j]) else -1
    return -1


def _parallel(chunks: Chunks, pair: Pair) -> list[Pair]:
    """ "rose to $26 million, or 31 cents a share, from $13 million, or 16 cents": the second figures pair as the first do."""
    now, before = _beside(chunks, pair.now), _beside(chunks, pair.before)
    if now < 0 or before < 0 or now >= pair.before or not like_units(chunks.chunks[now], chunks.chunks[before]):
        return []
    return [Pair(now, before, -1, pair.connector, pair.now)]


def _beside(chunks: Chunks, k: int) -> int:
    j = k + 2 if chunks.code[k + 1 : k + 2] == "," else k + 1
    return (
        j
        if chunks.code[k] == "M" and chunks.code[j : j + 1] in ("E", "M") and chunks.code[j - 1 : j] in (",", "M")
        else -1
    )


def _second_base(chunks: Chunks, pair: Pair) -> list[Pair]:
    """ "from 52.4 percent in the spring and 54.3 percent a year ago": one figure, two bases."""
    j = pair.before + 1
    if chunks.code[j : j + 1] == "&":
        j += 2 if chunks.code[j + 1 : j + 2] == "f" else 1
        if (
            chunks.code[j : j + 1] in tuple(_LEVELS)
            and like_units(chunks.chunks[pair.now], chunks.chunks[j])
            and chunks.code[j + 1 : j + 2] not in tuple("ionm")
        ):
            return [Pair(pair.now, j, -1, "from-also")]
    return []


def _unsure(item: Chunk) -> bool:
    return "soft" in item.form or item.value not in ("up", "down", "widen", "narrow", "better", "worse")
