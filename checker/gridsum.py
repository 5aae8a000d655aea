"""A flattened table → the sums that it proves by itself: what adds up in every column but one, or in every row but one.

    Oats: 871 | 1,296;  Rye: 2,167 | 1,737;  Total: 3,038 | 3,033   →  Total = Oats + Rye, in both columns

Nothing is known of what the names mean. A sum is believed where its figures agree so often, and in so many digits, that
chance could not have made them (`_weight`); what is left over, a single column or row, is then out of step.
"""

from __future__ import annotations

from itertools import combinations
from math import lcm

from checker.grid import DASH
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.grid import Cell, Grid

    Line = Sequence["_Entry"]


@record(frozen=True, slots=True)
class Sum:
    """One place in which a sum of the table holds or fails: total + others == parts."""

    total: Cell
    others: tuple[Cell, ...]
    parts: tuple[Cell, ...]
    holds: bool


@record(frozen=True, slots=True)
class _Entry:
    """A cell in whole units of the finest place that the table prints, since fractions are slow to add."""

    cell: Cell
    value: int
    width: int  # of its rounding interval


@record(frozen=True, slots=True)
class _Tried:
    """A sum and the places where it holds and where it fails."""

    left: tuple[int, ...]  # lines
    right: tuple[int, ...]
    held: tuple[int, ...]  # places
    failed: tuple[int, ...]
    weight: int


LONGEST = 12  # lines of a sum that no name tells of
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
    """A table → its sums: those of rows, of what is told before it, and of columns."""
    told = [cell for cell in grid.lead if cell.digits and not _is_years([cell])]
    rows = [row.cells for row in grid.rows[:TALLEST]]
    lines = _entries([*rows, told])
    lead = lines.pop()
    names = [frozenset(words_of(row.label)) for row in grid.rows[:TALLEST]]
    for tried in _of_rows(lines, names):
        yield from _told(lines, tried)
    if not _is_years(rows[0]):
        yield from _of_lead(lead, lines)
    if len(rows[0]) > _FEW:
        kept = [line for line, row in zip(lines, rows, strict=True) if not _is_years(row)]
        columns = list(zip(*kept, strict=True))[:WIDEST]
        for tried in _of_columns(columns):
            yield from _told(columns, tried)


def _entries(rows: Sequence[Iterable[Cell]]) -> list[Line]:
    """Rows of cells → the same in whole units."""
    cells = [cell for row in rows for cell in row]
    unit = lcm(*(number.denominator for cell in cells for number in (cell.value, cell.resolution)))
    return [[_Entry(cell, int(cell.value * unit), int(cell.resolution * unit)) for cell in row] for row in rows]


def words_of(label: Sequence[str]) -> list[str]:
    """The words of a name, in small letters."""
    return [part for word in label for part in word.lower().strip(",.:;()*").split("-")]


def _is_years(row: Sequence[Cell]) -> bool:
    return all(len(cell.digits) == 4 and 1900 < cell.value < 2100 for cell in row)


def _told(lines: Sequence[Line], tried: _Tried) -> Iterator[Sum]:
    *others, total = sorted(tried.right)
    for p in sorted((*tried.held, *tried.failed)):
        first, *rest = (lines[k][p].cell for k in (total, *others))
        yield Sum(first, tuple(rest), tuple(lines[k][p].cell for k in tried.left), p in tried.held)


def _of_lead(told: Line, lines: Sequence[Line]) -> Iterator[Sum]:
    """The figures told before a table are the sums of its rows: "120 tonnes against 110: Arden 70 (60), …"."""
    width = len(lines[0])
    for k in range(len(told) - width, -1, -1):
        both = [*lines, told[k : k + width]]
        tried = _try(both, range(len(lines)), [len(lines)], len(told) * _NAMED)
        if tried is not None and tried.held:
            yield from _told(both, tried)
            return


def _is_named(names: Sequence[frozenset[str]], left: list[int], right: list[int]) -> bool:
    """Do the names say so: a total, or stocks at the start and at the end?"""
    if len(right) == 1:
        return not _TOTALS.isdisjoint(names[right[0]])
    return not (OPENING.isdisjoint(names[left[0]]) or CLOSING.isdisjoint(names[right[-1]]))


def _of_rows(lines: Sequence[Line], names: Sequence[frozenset[str]]) -> Iterator[_Tried]:
    """Rows add up to a row behind them or before; what was added up counts as one from then on."""
    free: list[int] = []  # rows that are no part of a sum
    for t in range(len(lines)):
        free.append(t)
        longest = len(free) if names[t] & _TOTALS else LONGEST
        windows = [free[s:] for s in range(max(0, len(free) - longest), len(free) - 2)]
        best: _Tried | None = None
        for left, right in (split for window in windows for split in _splits(window)):
            tried = _of_names(lines, names, left, right)
            if tried and (best is None or (len(tried.held), len(left)) >= (len(best.held), len(best.left))):
                best = tried
        if best is not None:
            yield best
            if len(best.right) == 1 and not best.left[0] < best.right[0] < best.left[-1]:
                free = [k for k in free if k not in best.left]


def _of_names(
    lines: Sequence[Line], names: Sequence[frozenset[str]], left: list[int], right: list[int]
) -> _Tried | None:
    """Some rows set against others → where they agree; where their names say so too, fewer digits will do."""
    named = _is_named(names, left, right)
    trials = len(lines) * min(len(lines), LONGEST) ** 2 // 6
    tried = _try(lines, left, right, _NAMED if named else _SURE * trials)
    alone = named and len(lines[0]) <= _FEW
    return tried if tried is not None and len(tried.held) >= (1 if alone else _FEW) else None


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
    some = [*combinations(range(n), 2), *(tuple(range(a, b)) for a in range(n) for b in range(a + 3, n + 1))]
    choices = [(t, left) for t in range(n) for left in some if t not in left]
    seen: set[frozenset[int]] = set()
    for t, left in choices:
        if frozenset((t, *left)) in seen:
            continue
        tried = _try(columns, left, [t], _SURE * len(choices))
        if tried is not None and len(tried.held) >= _ROWS:
            seen.add(frozenset((t, *left)))
            yield tried


def _try(lines: Sequence[Line], left: Sequence[int], right: Sequence[int], least: int) -> _Tried | None:
    """Lines set against each other → where they agree, if they do so everywhere but once and hardly by chance."""
    held: list[int] = []
    failed: list[int] = []
    seen: list[list[int]] = []
    weight, idle = 1, 0
    for p in range(len(lines[0])):
        entries = [lines[k][p] for k in (*left, *right)]
        values = [entry.value if i < len(left) else -entry.value for i, entry in enumerate(entries)]
        if not entries[-1].cell.digits or not all(entry.cell.known for entry in entries):
            continue
        slack = sum(entry.width for entry in entries)  # twice the tolerance
        if 2 * abs(sum(values)) > slack:
            if any(entry.cell.unit in ("pct", DASH) for entry in entries):
                idle += 1  # a rate, or what nobody knows
            else:
                failed.append(p)
            if len(failed) > _FEW or idle > len(held) + _ROWS:
                return None
        elif not _are_of_one_unit(entries):
            return None
        else:
            held.append(p)
            weight *= _weight(values, seen, slack)
            seen.append(values)
    if weight < least:
        return None
    failed = [p for p in failed if not _is_mean(lines, left, right, p) or _is_like(lines, right[-1], p, held)]
    return _Tried(tuple(left), tuple(right), tuple(held), tuple(failed), weight) if len(failed) <= 1 else None


def _are_of_one_unit(entries: Sequence[_Entry]) -> bool:
    units = {entry.cell.unit for entry in entries if entry.cell.digits}
    return len(units if "pct" in units else units - {""}) <= 1


def _weight(values: list[int], seen: list[list[int]], slack: int) -> int:
    """How many times rarer than another agreement by chance would be, given the like agreements that were seen."""
    least = sum(_sizes(values)[:-2])
    for other in seen:
        apart = _sizes([a - b for a, b in zip(values, other, strict=True)])
        least = min(least, sum(apart[:-1]))
    return max(1, least // slack) if slack else 1


def _sizes(values: list[int]) -> list[int]:
    """The sizes of what is added and taken away, in order; what is on both sides says nothing."""
    found = list(values)
    for value in values:
        if value > 0 and -value in found:
            found.remove(value)
            found.remove(-value)
    return sorted(map(abs, found))


def _is_mean(lines: Sequence[Line], left: Sequence[int], right: Sequence[int], p: int) -> bool:
    """Does what should be a total lie between its parts, as a rate does?"""
    parts = [lines[k][p].value for k in left]
    return len(right) == 1 and min(parts) <= lines[right[0]][p].value <= max(parts)


_FACTOR = 10


def _is_like(lines: Sequence[Line], total: int, p: int, held: list[int]) -> bool:
    """Is a total printed to the same place and of the same size as one that holds?"""
    one = lines[total][p]
    return any(
        one.width == other.width and other.value < _FACTOR * one.value < _FACTOR**2 * other.value
        for other in (lines[total][q] for q in held)
    )
