"""Spans of a text → the source lines that hold them, with carets below and a label at each.

      3 | The harbour handled 41.67 million tonnes of cargo in 2031.
        |                     ^^^^^^^^^^^^^^^^^^^^ total

Columns are those of a terminal: a wide character takes two, a combining one none, a tab four. Characters that could
steer the terminal (escapes, bidirectional overrides) are never passed on.
"""

from __future__ import annotations

from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH = 100
_GAP = "..."
_TAB = "    "


@record(frozen=True, slots=True)
class Mark:
    """A span of the text to put carets under, and what to call it."""

    start: int
    end: int
    label: str


@record(frozen=True, slots=True)
class Line:
    """A physical line that holds marks: its number, its span, the marks cut to it."""

    number: int
    start: int
    end: int
    marks: tuple[Mark, ...]


def visible(text: str) -> str:
    """Any text → one line that is safe to show: controls replaced, invisible format characters left out."""
    return "".join(shown for shown, _ in _cells(text))


def excerpt(text: str, marks: Iterable[Mark], lines: Sequence[tuple[int, int, int]]) -> list[str]:
    """A text, the spans to point at and the (number, start, end) of its lines that hold them → rows to print."""
    marks = sorted(marks, key=lambda mark: (mark.start, mark.end))
    held = [Line(number, start, end, tuple(_cut(marks, start, end))) for number, start, end in lines]
    gutter = max((len(str(line.number)) for line in held), default=1)
    rows = []
    for line in held:
        for start, end, inside in _windows(text, line):
            rows += _rows(text, line, start, end, inside, f"{line.number:>{gutter}}")
    return rows


def _cut(marks: list[Mark], start: int, end: int) -> list[Mark]:
    # A figure broken over two physical lines gets carets on both and its label on the first.
    return [
        Mark(max(mark.start, start), min(mark.end, end), mark.label if mark.start >= start else "")
        for mark in marks
        if mark.start < end and mark.end > start
    ]


def _windows(text: str, line: Line) -> list[tuple[int, int, list[Mark]]]:
    """A line → the stretches of it to show, each at most `WIDTH` long, so that all marks are seen."""
    if line.end - line.start <= WIDTH:
        return [(line.start, line.end, list(line.marks))]
    groups: list[list[Mark]] = []
    for mark in line.marks:
        if groups and mark.end - groups[-1][0].start <= WIDTH - 20:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [(*_around(text, line, group), group) for group in groups]


def _around(text: str, line: Line, marks: list[Mark]) -> tuple[int, int]:
    first, last = marks[0].start, max(mark.end for mark in marks)
    room = max(0, WIDTH - (last - first)) // 2
    start, end = max(line.start, first - room), min(line.end, last + room, first + 2 * WIDTH)
    if start > line.start:
        start = text.find(" ", start, first) + 1 or start
    if end < line.end:
        end = max(text.rfind(" ", last, end), last) if end > last else end
    return start, end


def _rows(text: str, line: Line, start: int, end: int, marks: list[Mark], number: str) -> list[str]:
    before = f"{_GAP} " if start > line.start else ""
    after = f" {_GAP}" if end < line.end else ""
    cells = list(_cells(text[start:end]))
    columns = [len(before)]
    for _, width in cells:
        columns.append(columns[-1] + width)
    spans = [(columns[mark.start - start], columns[min(mark.end, end) - start], mark.label) for mark in marks]
    blank = " " * len(number)
    source = before + "".join(shown for shown, _ in cells) + after
    return [f"  {number} | {source}".rstrip()] + [f"  {blank} | {row}" for row in _carets(spans)]


def _carets(spans: list[tuple[int, int, str]]) -> list[str]:
    """Columns and labels → the row of carets, labels beside them where there is room and below where not."""
    rows = [""]
    for start, end, _ in spans:
        rows[0] = _put(rows[0], start, "^" * max(1, end - start))
    for index, (start, end, label) in enumerate(spans):
        limit = min((other for other, _, _ in spans[index + 1 :]), default=10**9)
        if label and end + 2 + len(label) <= limit and len(rows[0].rstrip()) >= end and not rows[0][end:limit].strip():
            rows[0] = _put(rows[0], end + 1, label)
        elif label:
            below = next((n for n, row in enumerate(rows) if n and _free(row, start, len(label))), len(rows))
            rows += [""] * (below + 1 - len(rows))
            rows[below] = _put(rows[below], start, label)
    return rows


def _free(row: str, start: int, length: int) -> bool:
    return not row[max(0, start - 2) : start + length + 2].strip()


def _put(row: str, start: int, text: str) -> str:
    return row[:start].ljust(start) + text + row[start + len(text) :]


def _cells(text: str) -> Iterable[tuple[str, int]]:
    """Characters → what to print for each and the columns it takes."""
    from unicodedata import category, east_asian_width

    for char in text:
        kind = "Lu" if " " <= char <= "~" else category(char)
        if char == "\t":
            yield _TAB, len(_TAB)
        elif kind == "Cf":
            yield "", 0
        elif kind in ("Cc", "Cs", "Zl", "Zp"):
            yield ("\N{REPLACEMENT CHARACTER}", 1) if char not in "\r\n\N{LINE SEPARATOR}" else (" ", 1)
        else:
            yield char, 0 if kind in ("Mn", "Me") else 2 if east_asian_width(char) in "WF" else 1
