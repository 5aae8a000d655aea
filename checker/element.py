"""A start tag and what it stands in → the element it opens: whether its text is prose, and of what kind.

<aside> in <article> → an element whose text is left out, and called "asides" in the note that says so
"""

from __future__ import annotations

import re

from checker.record import record
from checker.tag import Tag, attributes

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search "
    "section summary table title ul".split()
)
ROWS = frozenset("table tbody tfoot thead tr".split())
BOUNDS = BLOCKS | {"td", "th"}
_WHOLE = frozenset("article body html main".split())  # never hidden for good, whatever their attributes say
_CODE = frozenset("code kbd samp tt".split())
KINDS = {"h1": "headline", "li": "list", "title": "headline"}
# Elements that are no prose: those whose numbers a reader may miss, by what to call them, and those that nobody will.
_MISSED = {"aside": "asides", "del": "struck text", "s": "struck text", "strike": "struck text"}
_UNSEEN = frozenset(
    "audio button canvas datalist dialog footer iframe map math menu meter nav noembed noframes noscript object "
    "option progress rp rt script search select style svg template textarea video".split()
)
_ROLES = frozenset("banner complementary contentinfo form menu menubar navigation search toolbar".split())
_HINTS = re.compile(r"hidden|role|display\s*:", re.IGNORECASE)
# A start tag that closes these, where their own end tags were left out.
CLOSES = {
    **dict.fromkeys(BLOCKS - {"li", "dd", "dt", "tr", "option"}, frozenset(("p",))),
    **dict.fromkeys(("dd", "dt"), frozenset(("p", "dd", "dt"))),
    **dict.fromkeys(("td", "th"), frozenset(("p", "td", "th"))),
    "li": frozenset(("p", "li")),
    "tr": frozenset(("p", "td", "th", "tr")),
    "option": frozenset(("option",)),
}
LEVELS = ("article", "main")


@record
class Element:
    """An element that is open."""

    name: str
    left_out: str | None = None  # what its text is called that is no prose; "" if nobody will miss it
    mode: str = ""  # pre, code, sup, sub, note (a link in sup): text of a special kind
    level: str = ""  # the article or main that it stands in
    start: int = 0  # where its prose began


OUTSIDE = Element("")  # what stands in no element


def opened(tag: Tag, parent: Element, at: int) -> Element:
    """A start tag, the element it stands in and how much prose there is so far → the element."""
    name, mode, level = tag.name, parent.mode, parent.level
    left_out = _reason(tag, parent, at) if parent.left_out is None else parent.left_out
    if name in _CODE:
        mode = "code"
        left_out = "code" if left_out is None and parent.mode == "pre" else left_out
    elif name in ("pre", "sup", "sub"):
        mode = name
    elif name == "a" and mode == "sup":
        mode = "note"
    nested = name == level or level == "article"
    return Element(name, left_out, mode, name if name in LEVELS and not nested else level, at)


def _reason(tag: Tag, parent: Element, at: int) -> str | None:
    """A start tag, what it stands in and the prose so far → what its text is called if it is no prose, or None."""
    name = tag.name
    if name in _MISSED:
        return _MISSED[name]
    around = (name == "header" and not parent.level) or (name == "form" and parent.name not in ("body", "html"))
    if around or name in _UNSEEN or (name == "title" and at):
        return ""
    if name in _WHOLE or not _HINTS.search(tag.attributes):
        return None
    said = attributes(tag)
    style = "".join(said.get("style", "").lower().split())
    hidden = "hidden" in said or said.get("aria-hidden") == "true" or "display:none" in style
    return "" if hidden or said.get("role", "").lower() in _ROLES else None
