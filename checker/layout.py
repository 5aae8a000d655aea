"""Text → blocks: which lines belong together, and what they are.

    "Trade grew\\n\\nSales rose 3 percent,\\nas costs fell." → a headline of one line, a paragraph of two

A line is a paragraph unless the text was wrapped by hand.
"""

from __future__ import annotations

from checker.lines import Line, is_header, lines_of
from checker.pattern import regex
from checker.sentence import is_abbreviated
from checker.wrapped import grouped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADINGS, _LONG_WORD, _FEWEST = 8, 4, 4  # lines with headlines, letters of a word that a title has in capitals, words
_CAPITAL = regex(r"[^a-z]|[a-z]{1,2}[A-Z]")


def blocks(text: str) -> Iterator[tuple[str, list[Line]]]:
    """Text → (kind, lines) of each block in order; together they hold everything printed."""
    lines = tabled(text, _headed(text, lines_of(text)))
    return grouped(text, lines)


def marked(text: str, kinds: dict[int, str]) -> Iterator[tuple[str, list[Line]]]:
    """Text out of markup → the same: blocks begin where `kinds` says, each of the kind given or, if "", as it looks."""
    lines: list[Line] = []
    begins: list[bool] = []
    waiting = sorted(kinds, reverse=True)
    for line in lines_of(text):
        start = -1
        while waiting and waiting[-1] < line.end:
            start = waiting.pop()
        begins.append(start >= 0)
        kind = kinds.get(start) or line.kind
        lines.append(Line(line.start, line.end, line.indent, line.gap, kind))
    if "headline" not in kinds.values():
        _headed(text, lines)
    first = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or (begins[i] and not (lines[i - 1].kind == lines[i].kind == "table" and not lines[i].gap)):
            yield from grouped(text, lines[first:i])
            first = i


def _headed(text: str, lines: list[Line]) -> list[Line]:
    """Lines → the same, the first of them marked as headline where they are one."""
    first = next((i for i, line in enumerate(lines[:6]) if line.kind not in ("dateline", "boilerplate")), len(lines))
    for i in range(first, min(first + 3, len(lines) - 1)):
        line = lines[i]
        if (i > first and line.gap) or line.kind not in ("paragraph", "table"):
            break
        if not _is_headline(text, line, lines[i + 1 : i + 3]):
            break
        lines[i] = Line(line.start, line.end, line.indent, line.gap, "headline")
    if first < len(lines) and lines[first].kind == "headline":
        for i in range(first + 1, min(first + _HEADINGS, len(lines) - 1)):
            line = lines[i]
            if line.kind == "paragraph" and line.gap and lines[i + 1].gap and _is_title(text[line.start : line.end]):
                lines[i] = Line(line.start, line.end, line.indent, line.gap, "heading")
    return lines


def _is_title(line: str) -> bool:
    """ "Bank Error in Your Favor: Arden's Fight to Get 9 Million Back": is a line one of several headlines?"""
    words = [word.strip("‘’“”\"'(),:") for word in line.split()]
    long = [word for word in words if len(word) >= _LONG_WORD and word[:1].isalpha()]
    plain = line[-1:] not in tuple(".!?,;:") and not line.isupper()
    return plain and len(long) >= _FEWEST and all(word[0].isupper() for word in long)


def _is_headline(text: str, line: Line, next_two: list[Line]) -> bool:
    after, words, length = next_two[0], text[line.start : line.end], line.end - line.start
    if length > 150 or words[-1] in ",;:" or not _CAPITAL.match(words):
        return False
    if words[-1] == "." and words[-2:] != ".." and not is_abbreviated(words):
        return False
    if words.isupper():
        return any(other.gap or not text[other.start : other.end].isupper() for other in next_two)
    if line.kind == "table" or text[after.start].islower():
        return False
    longer = 2 * (after.end - after.start) > 3 * length
    return after.gap or longer or after.indent > line.indent or after.kind == "dateline"


def tabled(text: str, lines: list[Line]) -> list[Line]:
    """Lines → the same, a row of column heads above a row of numbers marked as table too."""
    for i in range(len(lines) - 2, -1, -1):
        line = lines[i]
        if lines[i + 1].kind == "table" and line.kind == "paragraph" and is_header(text[line.start : line.end]):
            lines[i] = Line(line.start, line.end, line.indent, line.gap, "table")
    return lines
