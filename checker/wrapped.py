"""Lines → blocks of those that belong together: whether a text was wrapped by hand, and where.

It shows in lines that break off in mid-sentence and go on in small letters.
"""

from __future__ import annotations

from itertools import pairwise

from checker.sentence import is_ended, is_opening, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.lines import Line

_LONGEST_WRAPPED = 160  # longer lines were never wrapped by hand or by a mail program


def grouped(text: str, lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    if not lines:
        return
    widths, spaced = _widths(text, lines), _is_spaced(text, lines)
    first = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and _continues(text, lines[i - 1], lines[i], min(widths[i - 1], widths[i]), spaced):
            continue
        yield lines[first].kind, lines[first:i]
        first = i


def _widths(text: str, lines: list[Line]) -> list[tuple[int, int]]:
    """Lines → for each, the (usual, greatest) width of the hard-wrapped text around it; zeros if none."""
    widths = [(0, 0)] * len(lines)
    first = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and _may_wrap(lines[i]):
            continue
        if i - first > 1:
            widths[first:i] = [_width(text, lines[first:i])] * (i - first)
        first = i + 1
    return widths


def _may_wrap(line: Line) -> bool:
    return line.kind in ("paragraph", "list", "boilerplate") and line.end - line.start <= _LONGEST_WRAPPED


def _width(text: str, lines: list[Line]) -> tuple[int, int]:
    lengths = sorted(line.end - line.start for line in lines)
    widest = lengths[-1]
    adjacent = broken = 0
    for line, after in pairwise(lines):
        if not after.gap:
            adjacent += 1
            full = 3 * (line.end - line.start) >= 2 * widest
            broken += full and text[after.start].islower() and text[line.end - 1] not in ".!?:;"
    if widest < 30 or broken == 0 or 4 * broken < adjacent:
        return 0, 0
    return lengths[3 * len(lengths) // 4], widest


def _is_spaced(text: str, lines: list[Line]) -> bool:
    """Lines → whether they are wrapped text with a blank line after every line."""
    pairs = broken = inner = 0
    for before, line in pairwise(lines):
        if line.gap and before.kind == line.kind == "paragraph":
            pairs += 1
            if text[line.start].islower() and not _is_ended(text, before):
                broken += 1
                # Points of a list may go on in small letters too, but do not hold the end of a sentence.
                inner += next(sentences(text, line.start, line.end))[1] < line.end
    return inner >= 2 and 4 * broken >= pairs


def _continues(text: str, before: Line, line: Line, width: tuple[int, int], spaced: bool) -> bool:
    """A line and the one before it → whether both stand in the same block."""
    if before.kind == line.kind and line.kind in ("table", "headline"):
        return line.kind == "table" or not line.gap
    if before.kind == "boilerplate":
        unclosed = text[before.start] == "(" and text[before.end - 1] != ")"
        return unclosed and line.kind == "paragraph" and line.end - line.start <= _LONGEST_WRAPPED
    if before.kind not in ("paragraph", "list") or line.kind not in ("paragraph", "list"):
        return False
    if line.gap:  # a page break within a paragraph
        full = before.end - before.start >= max(40, 2 * width[0] // 3)
        lower = bool(width[0]) and text[line.start].islower()
        return full and (spaced or lower) and not _is_ended(text, before)
    if not width[0] or (line.kind == "list" and (before.kind == "list" or _fits(text, before, line, width[0]))):
        return False
    return _wraps(text, before, line, width)


def _is_ended(text: str, line: Line) -> bool:
    return text[line.end - 1] in ":;" or is_ended(text, line.start, line.end)


def _wraps(text: str, before: Line, line: Line, width: tuple[int, int]) -> bool:
    usual, widest = width
    ended = _is_ended(text, before)
    if line.indent > before.indent and before.kind == "paragraph" and ended:
        return False
    if text[line.start].islower():
        return True
    if ended:
        return not _fits(text, before, line, usual)
    if 3 * (before.end - before.start) < 2 * usual:
        return False
    # Cut short: the first word had room on the line above, and it is one that begins sentences.
    return not (_fits(text, before, line, widest) and is_opening(text, line.start))


def _fits(text: str, before: Line, line: Line, width: int) -> bool:
    word = text[line.start : line.start + _LONGEST_WRAPPED].split(None, 1)[0]
    return before.end - before.start + 1 + len(word) <= width
