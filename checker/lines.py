"""Text → its lines, and what each looks like alone: boilerplate, a dateline, a row of numbers, an item, or text."""

from __future__ import annotations

from checker.boilerplate import is_credit, is_dateline, is_prompt
from checker.pattern import regex
from checker.record import record
from checker.sentence import marker


@record(frozen=True, slots=True)
class Line:
    start: int
    end: int
    indent: int
    gap: bool  # a blank line stands before it
    kind: str  # as it looks alone


_LONGEST_JUDGED = 300  # longer lines are no table rows, datelines or prompts
_CELLS = regex(r"(?<![.!?:,;\"])(?:\s*\t\s*| {2,})|\s*\|\s*")
_NUMBER = regex(r"[^\w\s]*[A-Z]{0,3}\$?\d[\d.,/:-]*[a-z%)*,;]{0,4}$")
_NUMBERS = regex(r"\d\D{1,30}\d")
_BETWEEN = frozenset(
    "vs vs. versus v mln bln dlrs dlr cts ct pct % million billion trillion percent profit loss nil n/a na - -- – — "
    "prior qtr unch yr year div p".split()
)


def lines_of(text: str) -> list[Line]:
    """Text → its lines that hold something; a credit at the end of a line is a line of its own."""
    lines: list[Line] = []
    at, empty = 0, -1  # an empty line before the first is no gap
    for printed in text.splitlines(keepends=True):
        line, indent = printed.strip(), len(printed) - len(printed.lstrip())
        start, at = at + indent, at + len(printed)
        if not line:
            empty += 1
            continue
        gap, empty = empty > 0, 0
        bracket = line.rfind(" (")
        if bracket > 0 and is_credit(line[bracket + 1 :]):
            body = line[:bracket].rstrip()
            lines.append(Line(start, start + len(body), indent, gap, kind_of(body)))
            lines.append(Line(start + bracket + 1, start + len(line), 0, False, "boilerplate"))
        else:
            lines.append(Line(start, start + len(line), indent, gap, kind_of(line)))
    return lines


def kind_of(line: str) -> str:
    if is_credit(line):
        return "boilerplate"
    if len(line) <= _LONGEST_JUDGED:
        if is_prompt(line):
            return "boilerplate"
        if _is_row(line):
            return "table"
        if is_dateline(line):
            return "dateline"
    return "list" if marker(line, 0, len(line)) else "paragraph"


def is_header(line: str) -> bool:
    return len(line) <= _LONGEST_JUDGED and len(_CELLS.split(line)) >= 2


def _is_row(line: str) -> bool:
    """A line → whether it is a row of numbers: cells set apart, or a label and then nothing but numbers."""
    if not _NUMBERS.search(line):
        return False
    if "\t" in line or "  " in line or "|" in line:
        cells = [cell for cell in _CELLS.split(line) if cell]
        numbers = sum(1 for cell in cells if _NUMBER.match(cell))
        if numbers >= 2 and 2 * numbers >= len(cells) - 1:
            return True
    words = line.rstrip(".").split()
    first = next((i for i, word in enumerate(words) if _NUMBER.match(word)), len(words))
    if first > (4 if line[-1] == "." else 6) or (first and not words[0][0].isupper()):
        return False
    numbers = sum(1 for word in words[first:] if _NUMBER.match(word))
    return numbers >= 2 and all(_NUMBER.match(word) or word.lower().strip(",;()") in _BETWEEN for word in words[first:])
