"""A flattened table → the pairs of its columns of which the heads say that one is above the other.

    MONTH BYR SLR HIGH LOW SALES May 1289 1290 1296 1287 325 …   →  1296 is above 1287, and 1290 above 1289

The heads are the words before the name of the first row, one for each column; that they are told of these columns is
believed where the rows bear it out, all but one.
"""

from __future__ import annotations

from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.grid import Cell, Grid


@record(frozen=True, slots=True)
class Bound:
    """Two figures of a row, of which one is said to be the higher."""

    low: Cell
    high: Cell


_PAIRS = (
    (frozenset(("low", "lo")), frozenset(("high", "hi"))),
    (frozenset("bid bids byr buyer buyers".split()), frozenset("ask asked offer slr seller sellers".split())),
)
_LEAST = 3  # rows that bear it out
_FACTOR = 2  # what is higher is not so much higher


def bounds(grid: Grid) -> list[Bound]:
    """A table → its pairs of a lower and a higher figure."""
    width = len(grid.rows[0].cells)
    names = len(grid.rows[1].label)
    heads = [word.strip(".,:;()-").lower() for word in grid.rows[0].label[: len(grid.rows[0].label) - names][-width:]]
    found: list[Bound] = []
    for lower, higher in _PAIRS if len(heads) == width else ():
        low = [k for k, head in enumerate(heads) if head in lower]
        high = [k for k, head in enumerate(heads) if head in higher]
        if len(low) == len(high) == 1:
            found += _borne_out(grid, low[0], high[0])
    return found


def _borne_out(grid: Grid, low: int, high: int) -> list[Bound]:
    told = [(row.cells[low], row.cells[high]) for row in grid.rows]
    pairs = [Bound(one, other) for one, other in told if one.digits and other.digits and one.value and other.value]
    held = [pair for pair in pairs if pair.low.value < pair.high.value <= _FACTOR * pair.low.value]
    equal = [pair for pair in pairs if pair.low.value == pair.high.value]
    return pairs if len(held) >= _LEAST and len(pairs) - len(held) - len(equal) <= 1 else []
