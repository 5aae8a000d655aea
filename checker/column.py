"""A span of an article → its place as each reader of our reports counts it.

    place(article, 72, 92)          → line 3, columns 58 to 78: ours, from 1, in code points, the end left out
    place(article, 72, 92, RDJSON)  → the same in UTF-8 bytes

Everything a report says of where a figure stands goes through `place`. Of an article with markup that is where it
stands in the file, markup inside the figure included. Lines end at \\n, \\r\\n and \\r, as `article.position` has it.
"""

from __future__ import annotations

from checker.article import line_and_column, line_span, origin
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.article import Article

POINTS, UTF8, UTF16 = "code points", "utf-8", "utf-16-le"
_WIDTH = {UTF8: 1, UTF16: 2}  # bytes that a column is wide


@record(frozen=True, slots=True)
class Convention:
    """How a reader counts: lines and columns from 0 or 1, in which unit, and whether the end is the last one inside."""

    first: int = 1
    unit: str = POINTS
    inclusive: bool = False
    broken: bool = True  # False: of a figure that goes over a line's end, what stands on the line it begins on


@record(frozen=True, slots=True)
class Place:
    line: int
    column: int
    end_line: int
    end_column: int


OURS = Convention()
SARIF = Convention(broken=False)  # an alert is shown in a change only if the change touches all of its lines
GITHUB = Convention(broken=False)  # columns of an annotation are read only if it begins and ends on one line
RDJSON = Convention(unit=UTF8)
LSP = Convention(first=0, unit=UTF16)


def place(article: Article, start: int, end: int, convention: Convention = OURS) -> Place:
    """A span of an article, not empty, → where it stands, as the convention counts."""
    start, end = origin(article, start, end)
    line, column = line_and_column(article.source, start)
    if not convention.broken:
        end = min(end, max(line_span(article, line)[1], start + 1))
    # The last character: an end may be the start of the next line.
    end_line, end_column = line_and_column(article.source, end - 1)
    first = convention.first
    return Place(
        line - 1 + first,
        _units(article, start - column + 1, start, convention) + first,
        end_line - 1 + first,
        _units(article, end - end_column, end, convention) + first - convention.inclusive,
    )


def _units(article: Article, start: int, end: int, convention: Convention) -> int:
    if convention.unit == POINTS:
        return end - start
    return len(article.source[start:end].encode(convention.unit)) // _WIDTH[convention.unit]
