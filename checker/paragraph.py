"""The lines of a Markdown paragraph → prose.

"> Sales rose to **12", "> million** crowns." → "Sales rose to 12 million crowns."
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise

from checker.inline import items

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.hypertext import Hypertext

Span = tuple[int, int]


def speak(reader: Hypertext, spans: list[Span], labels: frozenset[str]) -> None:
    """The lines of a paragraph in the source, and the labels that have a target → its prose."""
    source = reader.prose.source
    if any(source[before[1] : after[0]].strip() for before, after in pairwise(spans)):  # the signs of a block quote
        chunk = "\n".join(source[start:end] for start, end in spans)
    else:
        spans = [(spans[0][0], spans[-1][1])]
        chunk = source[spans[0][0] : spans[0][1]]
    edges = list(accumulate((end - start + 1 for start, end in spans), initial=0))
    for item in items(chunk, labels):
        first, last = bisect_right(edges, item.start) - 1, bisect_left(edges, item.end) - 1
        start, end = item.start + spans[first][0] - edges[first], item.end + spans[last][0] - edges[last]
        if item.kind == "text":
            for line in range(first, last):
                reader.text(start, spans[line][1])
                reader.prose.put(" ", spans[line][1], spans[line + 1][0])
                start = spans[line + 1][0]
        _print(reader, item.kind, start, end)


def _print(reader: Hypertext, kind: str, start: int, end: int) -> None:
    if kind == "text":
        reader.text(start, end)
    elif kind == "html":
        reader.feed(start, end)
    elif kind == "break":
        reader.prose.line()
    elif kind == "code":
        reader.code(start, end)
    else:
        reader.miss({"struck": "struck text", "math": "formulas"}[kind], start, end)
