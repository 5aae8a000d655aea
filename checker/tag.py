"""HTML → its tags, comments and the text between them, each with its place.

    "<p>Up <b>3" → start p · text "Up " · start b · text "3"

Read as browsers read it: what is never closed goes on to the end, and nothing is refused. One pattern, which gives
nothing back once matched, so time is linear in whatever is thrown at it (docs/decisions/0010).
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# The words of an attribute may hold ">", but only between quotes that follow an equals sign.
_ATTRIBUTES = r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+"
_TAG = re.compile(
    r"<(?:!--(?P<comment>-?>|.*?(?:--!?>|\Z))"
    rf"|(?P<end>/)?(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>?+"
    r"|[!?/][^>]*+>?+)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]++)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?")
# Their text is no HTML up to their own end tag.
_RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())


@record(frozen=True, slots=True)
class Tag:
    kind: str  # text, start, end, comment
    start: int
    end: int
    name: str = ""  # of the element, in small letters; of a comment, what it says
    attributes: str = ""


def tags(source: str, start: int, end: int) -> Iterator[Tag]:
    """A stretch of HTML → its tags, comments and texts in order; declarations and the like are left out."""
    at = start
    while at < end:
        match = _TAG.search(source, at, end)
        if match is None:
            yield Tag("text", at, end)
            return
        if at < match.start():
            yield Tag("text", at, match.start())
        at = match.end()
        if match["comment"] is not None:
            yield Tag(
                "comment", match.start(), at, match["comment"].removesuffix(">").removesuffix("!").removesuffix("--")
            )
        elif match["name"]:
            name = match["name"].lower()
            yield Tag("end" if match["end"] else "start", match.start(), at, name, match["attributes"])
            if name in _RAW and not match["end"]:
                closing = _closing(name).search(source, at, end)
                stop = closing.start() if closing else end
                if at < stop:
                    yield Tag("text", at, stop)
                at = stop


def attributes(tag: Tag) -> dict[str, str]:
    """A start tag → its attributes, names in small letters; the first of two prevails."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(tag.attributes):
        found.setdefault(name.lower(), value.strip("\"'"))
    return found


@lru_cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>]|\Z)", re.IGNORECASE)
