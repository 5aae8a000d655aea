"""Flattened tables → the stocks that one column leaves and another takes over, told in the rows of both.

    Start stocks: 4.19 | 4.71;  End stocks: 4.50 | 4.19   →  the 4.19 that the second ends with, the first begins with

Which column comes before which is not known: the tables of an article show it where they agree all but once.
"""

from __future__ import annotations

from checker import numeral
from checker.gridsum import CLOSING, OPENING, words_of
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.grid import Cell, Grid


@record(frozen=True, slots=True)
class Carry:
    """What is left in one column, and with what the next begins."""

    opening: Cell
    closing: Cell
    holds: bool


_LEAST = 3  # that hold
_DIGITS = 2


def carries(tables: Sequence[Grid]) -> list[Carry]:
    """The tables of an article → their stocks carried over, or none."""
    accounts = [account for grid in tables for account in _accounts(grid)]
    widest = max((len(opening) for opening, _ in accounts), default=0)
    for step in range(1, widest // 2 + 1):
        for newest_first in (True, False):
            found = [one for opening, closing in accounts for one in _carried(opening, closing, step, newest_first)]
            held = [one for one in found if one.holds]
            if len({one.opening.value for one in held}) >= _LEAST and len(found) - len(held) <= 1:
                return found
    return []


def _accounts(grid: Grid) -> list[tuple[Sequence[Cell], Sequence[Cell]]]:
    found: list[tuple[Sequence[Cell], Sequence[Cell]]] = []
    opening: Sequence[Cell] = ()
    for row in grid.rows:
        names = words_of(row.label)
        if not OPENING.isdisjoint(names):
            opening = row.cells
        elif opening and not CLOSING.isdisjoint(names):
            found.append((opening, row.cells))
            opening = ()
    return found


def _carried(opening: Sequence[Cell], closing: Sequence[Cell], step: int, newest_first: bool) -> list[Carry]:
    """Two rows, how many columns on, and in what order → what is carried over between them."""
    pairs = zip(opening, closing[step:], strict=False) if newest_first else zip(opening[step:], closing, strict=False)
    return [
        Carry(first, last, 2 * abs(first.value - last.value) <= first.resolution + last.resolution)
        for first, last in pairs
        if first.digits and last.digits and numeral.significant(first.digits) >= _DIGITS
    ]
