"""A flattened table → the rates among its columns: growth from one to the other, or of a level that moved by so much.

    SALES YEAR AGO CHANGE: 306,190 | 294,694 | 3.9%;  101,830 | 106,127 | -4.0% …   →  3.9% is the growth to 306,190

As with sums (`checker.gridsum`), a column is taken for a rate where it follows from two others in all rows but one.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

from checker.grid import DASH
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.grid import Cell, Grid

    Ends = tuple[Fraction, Fraction]


@record(frozen=True, slots=True)
class Rate:
    """A rate in a row of a table, with the two figures that it follows from."""

    kind: str  # growth, move
    rate: Cell
    level: Cell  # what has grown or moved
    other: Cell  # from what, or by how much
    holds: bool


_SURE = 10**4  # times as many rates as are tried
_SIGNED = 100  # times less where only that column has signs of percent
_ROWS = 4
_MOST = 4  # times as many that hold as are cut off
_WIDEST = 9
_HUNDRED = 100
_KINDS = ("growth", "move")
_HIGHEST = 1000  # rates above it are levels


def rates(grid: Grid) -> Iterator[Rate]:
    """A table → the rates of its rows.

    A column is the rate of one other only. The low of a day may be near enough to its close to pass for it: where one
    reading fails and another does not, the one that holds is told.
    """
    rows = [row.cells for row in grid.rows]
    columns = list(zip(*rows, strict=True))[:_WIDEST]
    small = [k for k, column in enumerate(columns) if all(_may_be_rate(cell) for cell in column)]
    best: dict[int, tuple[tuple[int, Fraction], list[Rate]]] = {}
    for level, other, rate in permutations(range(len(columns)), 3):
        if rate not in small:
            continue
        told = [(row[level], row[other], row[rate]) for row in rows if _are_told(row[level], row[other], row[rate])]
        least = _SURE * len(_KINDS) * len(columns) ** 3
        if all(one.unit == "pct" != before.unit for _, before, one in told):
            least = least // len(columns) // _SIGNED
        for kind in _KINDS if len(told) >= _ROWS else ():
            weight, found = _try(kind, told)
            rank = sum(not one.holds for one in found), -weight
            if weight >= least and (rate not in best or rank < best[rate][0]):
                best[rate] = rank, found
    for _, found in best.values():
        yield from found


def _try(kind: str, rows: Sequence[tuple[Cell, Cell, Cell]]) -> tuple[Fraction, list[Rate]]:
    """Rows of a level, another and a rate → how surely it is one of that kind, and the rate of each row."""
    found: list[Rate] = []
    seen: dict[Fraction, Fraction] = {}  # rate → its weight
    failed = near = 0
    for level, other, rate in rows:
        if (ends := _implied(kind, level, other)) is None:
            continue
        unit = rate.resolution
        low, high = ends[0] - unit / 2, ends[1] + unit / 2
        if low <= rate.value <= high:
            found.append(Rate(kind, rate, level, other, holds=True))
            seen[rate.value] = max(Fraction(1), 2 * abs(rate.value) / (high - low))  # up or down
        elif low - unit <= rate.value <= high + unit:
            near += 1  # it was cut off instead of rounded
        else:
            found.append(Rate(kind, rate, level, other, holds=False))
            failed += 1
            if failed > 1:
                break
    weight = Fraction(1)
    for one in seen.values():
        weight *= one
    held = len(found) - failed
    return (weight, found) if failed <= 1 and held >= max(_ROWS, _MOST * near) else (Fraction(0), [])


def _may_be_rate(cell: Cell) -> bool:
    return abs(cell.value) < _HIGHEST and "," not in cell.digits


def _are_told(*cells: Cell) -> bool:
    return all(cell.known and cell.digits and cell.unit != DASH for cell in cells)


def _implied(kind: str, level: Cell, other: Cell) -> Ends | None:
    """A kind of rate and two cells → the least and the greatest rate that follows, or None."""
    wide, narrow = level.resolution / 2, other.resolution / 2
    if kind == "growth":
        least, most = other.value - narrow, other.value + narrow
        if least <= 0 or level.value < 0:
            return None
        return _HUNDRED * ((level.value - wide) / most - 1), _HUNDRED * ((level.value + wide) / least - 1)
    before, slack = level.value - other.value, wide + narrow
    if before <= slack:
        return None
    ends = [
        _HUNDRED * change / base
        for change in (other.value - narrow, other.value + narrow)
        for base in (before - slack, before + slack)
    ]
    return min(ends), max(ends)
