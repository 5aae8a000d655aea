"""A flattened table → the sums that it proves by itself: what adds up in every column but one, or in every row but one.

    Oats: 871 | 1,296;  Rye: 2,167 | 1,737;  Total: 3,038 | 3,033   →  Total = Oats + Rye, in both columns

Nothing is known of what the names mean. A sum is believed where its figures agree so often, and in so many digits, that
chance could not have made them (`_weight`); what is left over, a single column or row, is then out of step.
"""

from __future__ import annotations

from fractions import Fraction

from checker.grid import DASH
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.grid import Cell, Grid

    Line = Sequence[Cell]


@record(frozen=True, slots=True)
class Sum:
    """One place in which a sum of the table holds or fails: total + others == parts."""

    total: Cell
    others: tuple[Cell, ...]
    parts: tuple[Cell, ...]
    holds: bool
    way: str  # rows, columns


@record(frozen=True, slots=True)
class _Tried:
    """A sum and the places where it holds and where it fails."""

    left: tuple[int, ...]  # lines
    right: tuple[int, ...]
    held: tuple[int, ...]  # positions
    failed: tuple[int, ...]
    weight: Fraction


LONGEST = 12  # lines of one sum
WIDEST = 9  # columns that are looked at
TALLEST = 60  # rows
_SURE = 10**4  # times as many sums as are tried
_NAMED = 100  # where a name says that it is a sum
_FEW = 2  # positions that may carry a sum by the weight of their digits
_ROWS = 4
_TOTALS = frozenset("total totals ttl tot sum all overall subtotal grand".split())
OPENING = frozenset("start starting begin beginning opening initial carryin".split())
CLOSING = frozenset("end ending closing final carryover carryout".split())


def sums(grid: Grid) -> Iterator[Sum]:
    """A table → its sums, those of rows first."""
    rows = [row.cells for row in grid.rows[:TALLEST]]
    names = [frozenset(words_of(row.label)) for row in grid.rows[:TALLEST]]
    for tried in _of_rows(rows, names):
        yield from _told(rows, tried, "rows")
    yield from _of_lead(grid, rows)
    if len(rows[0]) > _FEW:
        columns = list(zip(*[row for row in rows if not _is_years(row)], strict=True))[:WIDEST]
        for tried in _of_columns(columns):
            yield from _told(columns, tried, "columns")


def words_of(label: Sequence[str]) -> list[str]:
    """The words of a name, in small letters."""
    return [part for word in label for part in word.lower().strip(",.:;()*").split("-")]


def _is_years(row: Line) -> bool:
    return all(len(cell.digits) == 4 and 1900 < cell.value < 2100 for cell in row)


def _told(lines: Sequence[Line], tried: _Tried, way: str) -> Iterator[Sum]:
    *others, total = sorted(tried.right)
    for p in sorted((*tried.held, *tried.failed)):
        yield Sum(
            lines[total][p],
            tuple(lines[k][p] for k in others),
            tuple(lines[k][p] for k in tried.left),
            p in tried.held,
            way,
        )


def _of_lead(grid: Grid, rows: list[Line]) -> Iterator[Sum]:
    """The figures told before a table are the sums of its rows: "sales were 120 tonnes against 110: Arden 70 (60), …"."""
    width = len(rows[0])
    told = [cell for cell in grid.lead if cell.digits and not _is_years([cell])]
    for k in range(len(told) - width, -1, -1):
        lines = [*rows, told[k : k + width]]
        if _is_years(rows[0]):
            continue
        tried = _try(lines, list(range(len(rows))), [len(rows)], len(told) * _SURE // _NAMED)
        if tried is not None and tried.held:
            yield from _told(lines, tried, "lead")
            return


def _is_named(names: Sequence[frozenset[str]], left: list[int], right: list[int]) -> bool:
    """Do the names say so: a total, or stocks at the start and at the end?"""
    if len(right) == 1:
        return not _TOTALS.isdisjoint(names[right[0]])
    return not (OPENING.isdisjoint(names[left[0]]) or CLOSING.isdisjoint(names[right[-1]]))


def _of_rows(rows: Sequence[Line], names: Sequence[frozenset[str]]) -> Iterator[_Tried]:
    """Rows add up to a row behind them or before; what was added up counts as one from then on."""
    open_: list[int] = []
    count = len(rows[0])
    trials = max(1, len(rows) * min(len(rows), LONGEST) ** 2 // 6)
    for t in range(len(rows)):
        open_.append(t)
        best: _Tried | None = None
        for s in range(max(0, len(open_) - LONGEST), len(open_) - 2):
            window = open_[s:]
            for left, right in _splits(window):
                named = _is_named(names, left, right)
                tried = _try(rows, left, right, 1 if named else trials, named=named)
                if tried is None or len(tried.held) < (1 if named and count <= _FEW else _FEW):
                    continue
                if best is None or (len(tried.held), len(left)) >= (len(best.held), len(best.left)):
                    best = tried
        if best is not None:
            yield best
            if len(best.right) == 1 and best.right[0] == t:
                open_ = [k for k in open_ if k not in best.left]
            elif len(best.right) == 1 and best.right[0] < min(best.left):
                open_ = [k for k in open_ if k not in best.left]


def _splits(window: list[int]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows in a run → each way to set some of them against the others, the total on the right."""
    yield window[:-1], window[-1:]
    yield window[1:], window[:1]
    if len(window) == 3:
        yield [window[0], window[2]], [window[1]]
    for m in range(2, len(window) - 1):
        yield window[:m], window[m:]


def _of_columns(columns: Sequence[Line]) -> Iterator[_Tried]:
    """Columns of which one is the sum of others side by side, or of any two."""
    n = len(columns)
    seen: set[frozenset[int]] = set()
    choices = []
    for t in range(n):
        others = [k for k in range(n) if k != t]
        choices += [(t, [a, b]) for i, a in enumerate(others) for b in others[i + 1 :]]
        choices += [
            (t, list(range(a, b))) for a in range(n) for b in range(a + 3, n + 1) if not a <= t < b
        ]
    for t, left in choices:
        if frozenset((t, *left)) in seen:
            continue
        tried = _try(columns, left, [t], len(choices))
        if tried is not None and len(tried.held) >= _ROWS:
            seen.add(frozenset((t, *left)))
            yield tried


def _try(
    lines: Sequence[Line], left: list[int], right: list[int], trials: int, *, named: bool = False
) -> _Tried | None:
    """Lines set against each other → where they agree, if they do so everywhere but once and hardly by chance."""
    held: list[int] = []
    failed: list[int] = []
    seen: list[tuple[Fraction, ...]] = []
    weight = Fraction(1)
    for p in range(len(lines[0])):
        cells = [lines[k][p] for k in (*left, *right)]
        if not all(cell.known for cell in cells) or not cells[-1].digits:
            continue
        values = tuple(cell.value * (1 if i < len(left) else -1) for i, cell in enumerate(cells))
        slack = sum((cell.resolution for cell in cells), Fraction(0))  # twice the tolerance
        if 2 * abs(sum(values)) > slack:
            if _is_no_sum(cells, values, len(right)):
                continue
            failed.append(p)
            if len(failed) > 1:
                return None
            continue
        if len({cell.unit for cell in cells if cell.digits}) > 1:
            return None
        held.append(p)
        weight *= _weight(values, seen, slack)
        seen.append(values)
    return _Tried(tuple(left), tuple(right), tuple(held), tuple(failed), weight) if weight >= (_NAMED if named else _SURE * trials) else None


def _weight(values: tuple[Fraction, ...], seen: list[tuple[Fraction, ...]], slack: Fraction) -> Fraction:
    """How many times rarer than another agreement by chance would be, given the like agreements that were seen."""
    least = sum(_left(values)[:-2], Fraction(0))
    for other in seen:
        apart = _left(tuple(a - b for a, b in zip(values, other, strict=True)))
        least = min(least, sum(apart[:-1], Fraction(0)))
    return max(Fraction(1), least / slack) if slack else Fraction(1)


def _left(values: tuple[Fraction, ...]) -> list[Fraction]:
    """The sizes of what is added and taken away, in order; what is on both sides says nothing."""
    found = list(values)
    for value in values:
        if value > 0 and -value in found:
            found.remove(value)
            found.remove(-value)
    return sorted(map(abs, found))


def _is_no_sum(cells: list[Cell], values: tuple[Fraction, ...], totals: int) -> bool:
    """Are figures that do not add up a rate or a mean, or is one of them not told?"""
    *parts, total = values
    mean = totals == 1 and min(parts) <= -total <= max(parts)
    return mean or any(cell.unit in ("pct", DASH) for cell in cells)
