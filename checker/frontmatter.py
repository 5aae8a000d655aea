"""The head of a Markdown file → its headline, and which rules are to leave the whole article alone.

    ---
    title: "Harbour trade up 3 percent"
    check: {ignore: [repeated], reason: figures of two ministries}
    ---

Only these two keys are read, from YAML and from TOML, by what both have in common: a head that a parser refuses, as it
does one with a template in it, would leave the article unread.
"""

from __future__ import annotations

import re

from checker.exemption import END, note
from checker.prose import Prose, Said

_HEAD = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?:.*?(?:\r\n?|\n))??(?:\1|\.\.\.)[ \t]*(?=[\r\n]|\Z)", re.DOTALL)
_TITLE = re.compile(
    r"""^title[ \t]*[:=][ \t]*(?:[>|][+-]?[ \t]*(?:\r\n?|\n)[ \t]+)?
    (?:"(?P<double>(?:[^"\\\r\n]|\\.)*+)"|'(?P<single>(?:[^'\r\n]|'')*+)'
    |(?P<plain>[^\s"'\[{#>|](?:(?![ \t]+\#)[^\r\n])*))""",
    re.VERBOSE | re.MULTILINE,
)
_ESCAPE = re.compile(r"\\([\"\\/])|''")
# What is said under "check": the rest of its line with the indented ones below it, or a table of TOML.
_CHECK = re.compile(
    r"^(?:check[ \t]*[:=.][^\r\n]*(?:[\r\n]+(?:[ \t]+|-[ \t])[^\r\n]*)*|\[check\](?:(?![\r\n]\[)[\s\S])*+)",
    re.MULTILINE,
)
_IGNORE = re.compile(r"\bignore[\"']?[ \t]*[:=][ \t]*(?:\[([^\]]*)\]|((?:[\r\n]+[ \t]*-[ \t][^\r\n]*)+)|([^\r\n,}]*))")
_REASON = re.compile(r"\breason[\"']?\s*[:=]\s*(?:\"([^\"]*)\"|'([^']*)'|([^\r\n,}]+))")


def head(prose: Prose) -> int:
    """A Markdown file before anything is read of it → its head taken in, and the offset behind it."""
    source = prose.source
    match = _HEAD.match(source)
    if match is None:
        return 0
    title = _TITLE.search(source, match.start(), match.end())
    if title:
        prose.block("headline")
        _take(prose, title)
        prose.title = (0, prose.size)
        prose.block("")
    said = _CHECK.search(source, match.start(), match.end())
    ignored = _IGNORE.search(source, said.start(), said.end()) if said else None
    if said and ignored:
        rules = re.split(r"[,\r\n]+", (ignored[1] or ignored[2] or ignored[3] or "").strip())
        reason = _REASON.search(source, said.start(), said.end())
        given = next(filter(None, reason.groups()), "") if reason else ""
        names = [rule.strip(" \t-\"'") for rule in rules]
        note(prose, '"check: ignore" in the front matter', names, given, Said((), "", 0, END, ignored.start()))
    return match.end()


def _take(prose: Prose, title: re.Match[str]) -> None:
    """The words of a title → prose, the escapes of its quotation marks undone."""
    kind = str(title.lastgroup)
    start, end = title.span(kind)
    for match in _ESCAPE.finditer(prose.source, start, end):
        if kind != "plain" and (match[1] is None) == (kind == "single"):
            prose.add(start, match.start())
            prose.put(match[1] or "'", match.start(), match.end())
            start = match.end()
    prose.add(start, end)
