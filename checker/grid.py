"""Text → the tables in it that were flattened: names, each with as many figures, row after row, with or without lines.

    "Oats 871 1,296 2,046 Rye 2,167 1,737 444 Total 3,038 3,033 2,490"
    →  Oats: 871 | 1,296 | 2,046;  Rye: 2,167 | 1,737 | 444;  Total: 3,038 | 3,033 | 2,490

Only the text is read: what stands in the cells is a matter of digits, what it means one of `checker.gridsum`.
"""

from __future__ import annotations

from fractions import Fraction

from checker import numeral
from checker.pattern import Pattern
from checker.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@record(frozen=True, slots=True)
class Cell:
    start: int  # of the digits
    end: int
    digits: str  # "" for a cell that prints no number
    scale: Fraction
    value: Fraction  # signed
    resolution: Fraction  # nought for a cell that says "nil"
    unit: str  # "pct", "" for a bare number
    known: bool = True  # "n.a." is not


@record(frozen=True, slots=True)
class Row:
    label: tuple[str, ...]  # words as printed
    places: tuple[int, ...]  # where they begin
    cells: tuple[Cell, ...]


@record(frozen=True, slots=True)
class Grid:
    rows: tuple[Row, ...]  # each with as many cells
    lead: tuple[Cell, ...]  # the figures told before it, which may be its totals


_WORD = Pattern(r"\S+")
_NUMBER = Pattern(r"([\[(]?)([-+]?)([$£€]?)([-+]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+)(%?)([\])]?)([*,;]*)")
_RANKED = Pattern(r"\d{1,2}[.)]")
_FEWEST = 3  # rows
_SCALES = {
    "mln": 10**6, "million": 10**6, "bln": 10**9, "billion": 10**9, "trillion": 10**12, "thousand": 1000,
}  # fmt: skip
_UNITS = {
    "pct": "pct", "percent": "pct", "%": "pct", "cts": "cts", "cents": "cts", "dlrs": "dlrs", "euros": "euros",
    "tonnes": "tonnes", "yen": "yen", "pence": "pence",
}  # fmt: skip
_NIL = frozenset("nil -- --- ---- – — none zero".split())
_UNKNOWN = frozenset("n.a. n.a n/a na n/m nm n.m. unq untrd nom ...".split())
_UNMOVED = frozenset("unch unch. unchanged unc".split())
_SIGNS = {"up": 1, "plus": 1, "+": 1, "dn": -1, "down": -1, "off": -1, "minus": -1}
LONGEST_LABEL = 9  # words
LONGEST_HEAD = 30  # words between two parts of a table
_LEADING = 8


def grids(text: str) -> list[Grid]:
    """An article's text, folded → its flattened tables in order."""
    runs = list(_runs(text))
    found: list[Grid] = []
    i = 0
    while i < len(runs) - 1:
        width = len(runs[i].cells)
        if width < 2 or len(runs[i + 1].cells) not in (width, 1):
            i += 1
            continue
        rows, after = _rows(runs, i, width)
        if len(rows) >= _FEWEST:
            lead = [cell for run in runs[max(0, i - _LEADING) : i] for cell in run.cells]
            found.append(Grid(tuple(rows), tuple(lead[-_LEADING:])))
        i = after if len(rows) >= _FEWEST else i + 1
    return found


def _rows(runs: list[Row], first: int, width: int) -> tuple[list[Row], int]:
    """Runs of figures, the first of a table and its width → its rows, and the index of the run behind them."""
    rows = [runs[first]]
    i = first + 1
    while i < len(runs):
        run = runs[i]
        if len(run.cells) == 1 and i + 1 < len(runs) and len(runs[i + 1].cells) == width:
            number, behind = run.cells[0], runs[i + 1]  # "TOTAL 11 MARKETS 7,100 8,000": the 11 is part of the name
            label = (*run.label, number.digits, *behind.label)
            if len(label) <= LONGEST_LABEL and number.digits and not number.unit:
                rows.append(replace(behind, label=label, places=(*run.places, number.start, *behind.places)))
                i += 2
                continue
        if len(run.cells) != width or len(run.label) > (LONGEST_HEAD if width > 2 else LONGEST_LABEL):
            break
        rows.append(run)
        i += 1
    return rows, max(i, first + 1)


def _runs(text: str) -> Iterator[Row]:
    """Text → each run of figures side by side, with the words before it."""
    words = [(match[0], match.start()) for match in _WORD.finditer(text)]
    label: list[tuple[str, int]] = []
    cells: list[Cell] = []
    i = 0
    while i < len(words):
        cell, taken = _cell(words, i, inside=bool(cells))
        if cell is not None:
            cells.append(cell)
            i += taken
            continue
        if words[i][0] != "|":
            if cells:
                yield _run(label, cells)
                label, cells = [], []
            label.append(words[i])
        i += 1
    if cells:
        yield _run(label, cells)


def _run(label: list[tuple[str, int]], cells: list[Cell]) -> Row:
    return Row(tuple(word for word, _ in label), tuple(place for _, place in label), tuple(cells))


DASH = "-"  # for nought, or for what nobody knows
_ZERO, _ONE = Fraction(0), Fraction(1)


def _cell(words: list[tuple[str, int]], i: int, *, inside: bool) -> tuple[Cell | None, int]:
    """Words and an index → the cell that begins there and how many words it takes, or None and 0."""
    word, start = words[i]
    low = word.lower().strip("(),;")
    if low in _NIL or (low == "-" and inside) or (low in _UNMOVED and inside):
        return Cell(start, start + len(word), "", _ONE, _ZERO, _ZERO, "" if low[0].isalpha() else DASH), 1
    if low in _UNKNOWN and inside:
        return Cell(start, start + len(word), "", _ONE, _ZERO, _ZERO, "", known=False), 1
    if low in _SIGNS and inside and i + 1 < len(words):
        cell, taken = _number(words, i + 1)
        if cell is not None and taken:
            return replace(cell, value=_SIGNS[low] * abs(cell.value)), taken + 1
        return None, 0
    return _number(words, i)


def _number(words: list[tuple[str, int]], i: int) -> tuple[Cell | None, int]:
    word, start = words[i]
    match = _NUMBER.fullmatch(word)
    if match is None:
        return None, 0
    opened, sign, _, sign_behind, digits, percent, closed, _ = match.groups()
    if bool(opened) != bool(closed) or (sign and sign_behind):
        return None, 0
    taken, scale, unit = 1, 1, "pct" if percent else ""
    while i + taken < len(words) and taken < 4:
        low = words[i + taken][0].lower().rstrip(",;.:")
        if low in _SCALES and scale == 1:
            scale = _SCALES[low]
        elif low in _UNITS and not unit:
            unit = _UNITS[low]
        else:
            break
        taken += 1
    read = numeral.read(digits if digits[0] != "." else "0" + digits, Fraction(scale))
    if read is None:
        return None, 0
    at = start + match.start(5)
    value = -read.value if "-" in (sign, sign_behind) else read.value
    return Cell(at, at + len(digits), digits, Fraction(scale), value, read.resolution, unit), taken
