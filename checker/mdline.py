"""A line of Markdown → what it begins, and how far it is indented.

    "## Sub" → a heading · "```py" → code, up to a line of as many signs · "[^1]: Note" → a footnote

The signs are CommonMark's, and those of the extensions that newsrooms' systems use.
"""

from __future__ import annotations

import re
from functools import lru_cache

LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_INDENT = re.compile(r"[ \t]*")
ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t\r\n]|\Z)")
RULE = re.compile(r"(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
HEADING = re.compile(r"#{1,6}(?=[ \t]|$)")
_TRAILING = re.compile(r"(?:^|[ \t]+)#+$|\{:?[ \t]*[#.][^{}]*\}$")
UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})|(\$\$)[ \t]*$|\{[%{][%<]?[ \t]*(highlight|comment|code)\b")
DEFINITION = re.compile(r"\[([^\]^][^\[\]]{0,998})\]:[ \t]*(?:<[^<>]*>|\S+)(?:[ \t]+(?:\".*\"|'.*'|\(.*\)))?[ \t]*$")
DEFINED = re.compile(r"^[ \t>]*\[([^\]^\r\n][^\[\]\r\n]{0,998})\]:", re.MULTILINE)
FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,100}\]:[ \t]*")
STEERING = re.compile(r"\{:[^{}]*\}[ \t]*$")
DIVIDER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*+\|?[ \t]*$")
CELL = re.compile(r"(?:[^|\\]|\\.)+")
# What begins HTML, and what it goes on to: these to their own end, others to a blank line.
HTML = re.compile(
    r"<(?:(?P<raw>script|pre|style|textarea)(?=[\s>]|$)|(?P<comment>!--)|(?P<order>\?)|(?P<declaration>![A-Za-z])"
    r"|(?P<block>/?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    r"|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu"
    r"|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr"
    r"|track|ul)(?=[\s/>]|$))"
    r"|(?P<alone>/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?>[ \t]*$))",
    re.IGNORECASE,
)
SIGNS = frozenset("#=-*_`~<[{|:$+")  # what no line begins with that is words alone
UNTIL = {"comment": "-->", "order": ">", "declaration": ">"}


def indent(source: str, at: int, end: int) -> int:
    """A place in a line → where the white space that stands there ends."""
    match = _INDENT.match(source, at, end)
    return match.end() if match else at


def width(source: str, start: int, end: int) -> int:
    """White space → how many columns it takes, a tab for four."""
    return end - start + 3 * source.count("\t", start, end)


def advance(source: str, at: int, end: int, width: int) -> int:
    """White space and a width → where that many columns are used up."""
    while at < end and width > 0:
        width -= 4 if source[at] == "\t" else 1
        at += 1
    return at


def bare(source: str, start: int, end: int) -> tuple[int, int]:
    """The rest of a heading's line → the span of its words, without closing signs and the name of an anchor."""
    start = indent(source, start, end)
    words = source[start:end].rstrip()
    for _ in range(2):
        trailing = words.rfind("{") if words.endswith("}") else len(words.rstrip("#"))
        if 0 <= trailing < len(words) and _TRAILING.search(words, max(0, trailing - 1)):
            words = words[:trailing].rstrip()
    return start, start + len(words)


@lru_cache
def closing(sign: str) -> re.Pattern[str]:
    """What opens code → the line that closes it."""
    if sign == "$$":
        return re.compile(r".*\$\$[ \t]*$")
    if sign.isalpha():
        return re.compile(rf".*(?:end|/[ \t]*){sign}\b")
    return re.compile(rf"[ \t]*{sign[0]}{{{len(sign)},}}[ \t]*$")
