"""A flattened table → the rows that stand under a word of direction, with the two figures that it speaks of.

    Country 2009 2008 Rising: Italy 59 33 Spain 54 40 Unchanged: China 62 62 Falling: India 67 71
    →  59 is above 33, 54 above 40, 62 is 62, 67 is below 71

Of the two columns the later year is now; without years that is shown by the rows themselves, if all but one agree.
"""

from __future__ import annotations

from checker.grid import DASH
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.grid import Cell, Grid, Row


@record(frozen=True, slots=True)
class Way:
    """A row under a word of direction: where the word stands, its sign, and what was before and is now."""

    start: int
    end: int
    sign: int
    now: Cell
    before: Cell


_WAYS = {
    **dict.fromkeys("rising rose up higher increased increasing increase increases risers gainers gained".split(), 1),
    **dict.fromkeys("falling fell down lower decreased decreasing decrease decreases fallers losers lost".split(), -1),
    **dict.fromkeys("unchanged steady same flat".split(), 0),
}
_BEHIND = 3  # words from one of direction to the colon
_FEWEST = 5
_COLUMNS = 2


def ways(grid: Grid) -> list[Way]:
    """A table of two columns → its rows that are said to rise, to fall or to stay; none unless all but one do."""
    if len(grid.rows[0].cells) != _COLUMNS:
        return []
    now = _latest(grid.rows[0])
    orders = [(now, 1 - now)] if now is not None else [(0, 1), (1, 0)]
    for order in orders:
        found = _under(grid, order)
        signs = {way.sign for way in found}
        told = [way for way in found if way.now.value != way.before.value or not way.sign]
        failed = [way for way in told if not _holds(way)]
        if len(told) >= _FEWEST + 2 * (now is None) and len(signs) > 1 and len(failed) <= 1:
            return found
    return []


def _latest(row: Row) -> int | None:
    """The first row → the column of the later of two years, or None."""
    first, last = row.cells
    if not all(len(cell.digits) == 4 and 1900 < cell.value < 2100 for cell in row.cells):
        return None
    return None if first.value == last.value else 0 if first.value > last.value else 1


def _under(grid: Grid, order: tuple[int, int]) -> list[Way]:
    found: list[Way] = []
    head: tuple[int, int, int] | None = None
    for row in grid.rows:
        head = _head(row) or head
        now, before = (row.cells[k] for k in order)
        if head is not None and all(cell.digits and cell.unit != DASH for cell in row.cells):
            found.append(Way(*head, now, before))
    return found


def _head(row: Row) -> tuple[int, int, int] | None:
    """A row → the word of direction that heads it and those behind it: where it stands, and its sign."""
    for i in range(len(row.label) - 1, -1, -1):
        word = row.label[i].rstrip(":").lower()
        if word in _WAYS and any(part.endswith(":") for part in row.label[i : i + _BEHIND]):
            return row.places[i], row.places[i] + len(word), _WAYS[word]
    return None


def _holds(way: Way) -> bool:
    apart = way.now.value - way.before.value
    return apart * way.sign > 0 if way.sign else not apart
