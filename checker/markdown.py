"""A Markdown file → Article: its prose, without code, link targets and what steers the site that publishes it.

    "# Trade grew\\n\\nSales **rose** 3 percent.\\n\\n    x = 12\\n" → a headline, a paragraph, and a note on the code

Blocks are told as CommonMark tells them, with the pipe tables, footnotes and front matter that newsrooms' systems add.
Each line is matched with the quotes and lists that are open, then by what it begins.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.article import Article
from checker.frontmatter import head
from checker.hypertext import Hypertext
from checker.inline import Span, label, speak
from checker.prose import Prose

_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_INDENT = re.compile(r"[ \t]*")
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t\r\n]|\Z)")
_RULE = re.compile(r"(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
_HEADING = re.compile(r"#{1,6}(?=[ \t]|$)")
_TRAILING = re.compile(r"(?:^|[ \t]+)#+$|\{:?[ \t]*[#.][^{}]*\}$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})|(\$\$)[ \t]*$|\{[%{][%<]?[ \t]*(highlight|comment|code)\b")
_DEFINITION = re.compile(r"\[([^\]^][^\[\]]{0,998})\]:[ \t]*(?:<[^<>]*>|\S+)(?:[ \t]+(?:\".*\"|'.*'|\(.*\)))?[ \t]*$")
_DEFINED = re.compile(r"^[ \t>]*\[([^\]^\r\n][^\[\]\r\n]{0,998})\]:", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,100}\]:[ \t]*")
_STEERING = re.compile(r"\{:[^{}]*\}[ \t]*$")
_DIVIDER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*+\|?[ \t]*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")
# What begins HTML, and what it goes on to: these to their own end, others to a blank line.
_HTML = re.compile(
    r"<(?:(?P<raw>script|pre|style|textarea)(?=[\s>]|$)|(?P<comment>!--)|(?P<order>\?)|(?P<declaration>![A-Za-z])"
    r"|(?P<block>/?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    r"|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu"
    r"|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr"
    r"|track|ul)(?=[\s/>]|$))"
    r"|(?P<alone>/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?>[ \t]*$))",
    re.IGNORECASE,
)
_SIGNS = frozenset("#=-*_`~<[{|:$+")  # what no line begins with that is words alone
_DEEPEST = 100  # more quotes and lists within each other than this are text
_UNTIL = {"comment": "-->", "order": ">", "declaration": ">"}


class _Blocks:
    """A reader of lines, which prints each block when it has ended."""

    def __init__(self, reader: Hypertext, labels: frozenset[str]) -> None:
        self.reader = reader
        self.prose = reader.prose
        self.source = reader.prose.source
        self.labels = labels
        self.containers: list[int] = []  # open quotes (0) and items of lists (how far their text is indented)
        self.paragraph: list[Span] = []
        self.fence: re.Pattern[str] | None = None  # what ends the code that is open
        self.html: Span | None = None  # HTML that is open
        self.html_end = ""  # what it ends with; "" for a blank line
        self.table = False

    def line(self, start: int, end: int) -> None:
        """The next line of the source → the blocks it ends."""
        at, depth = self._within(start, end)
        whole = depth == len(self.containers)
        if not (whole or self.paragraph):
            self._leave(depth)
            whole = True
        if self.fence or self.html:
            self._go_on(at, end)
            return
        at, opened = self._open(at, end, depth, whole)
        first = _indent(self.source, at, end)
        if first == end:
            self._end()
            if not whole:
                self._leave(depth)
        elif not (whole or opened) and not self._interrupts(first, end):
            self.paragraph.append((first, end))  # a line that lazily left out the signs of its quote or list
        else:
            if not (whole or opened):
                self._leave(depth)
            self._leaf(at, first, end)

    def finish(self) -> None:
        """No line comes any more → the last block."""
        self._leave(0)

    def _within(self, at: int, end: int) -> tuple[int, int]:
        """A line → where it goes on behind the signs of the quotes and lists that it stands in, and how many these are."""
        for depth, indent in enumerate(self.containers):
            first = _indent(self.source, at, end)
            if indent == 0 and first < end and self.source[first] == ">" and _width(self.source, at, first) < 4:
                at = first + 1 + self.source.startswith((" ", "\t"), first + 1)
            elif indent and first == end:
                at = first
            elif indent and _width(self.source, at, first) >= indent:
                at = _advance(self.source, at, first, indent)
            else:
                return at, depth
        return at, len(self.containers)

    def _open(self, at: int, end: int, depth: int, whole: bool) -> tuple[int, bool]:
        """The rest of a line → where it goes on behind the quotes and items that it opens, and whether it opens any."""
        source, opened = self.source, False
        while True:
            first = _indent(source, at, end)
            indent = _width(source, at, first)
            if first == end or indent > 3 or len(self.containers) > _DEEPEST:
                return at, opened
            if source[first] == ">":
                width, after = 0, first + 1 + source.startswith((" ", "\t"), first + 1)
            else:
                item = _ITEM.match(source, first, end)
                if not item or _RULE.match(source, first, end):
                    return at, opened
                after = _indent(source, item.end(), end)
                room = _width(source, item.end(), after)
                if self.paragraph and not opened and (after == end or item[1] not in (None, "1")) and whole:
                    return at, opened
                if after == end or room > 4:
                    after, room = min(item.end() + 1, end), 1
                width = indent + item.end() - first + room
            self._end()
            if not opened:
                self._leave(depth)
            self.containers.append(width)
            if width:
                self.prose.block("list")
            at, opened = after, True

    def _leaf(self, at: int, first: int, end: int) -> None:
        """A line that is not blank, from where it stands in its quotes and lists → what it begins or goes on with."""
        if _width(self.source, at, first) > 3 and not self.paragraph:
            self.reader.miss("code", first, end)
        elif self.source[first] not in _SIGNS or not self._begin(first, end):
            if self.table:
                self._row(first, end)
            else:
                self.paragraph.append((first, end))

    def _begin(self, first: int, end: int) -> bool:
        """A line that begins with a sign → whether it is something other than words."""
        source = self.source
        if self.paragraph and (under := _UNDERLINE.match(source, first, end)):
            self._end("headline" if under[1][0] == "=" else "")
        elif self.paragraph and _DIVIDER.match(source, first, end) and "|" in source[slice(*self.paragraph[-1])]:
            header = self.paragraph.pop()
            self._end()
            self.table = True
            self._row(*header)
        elif _RULE.match(source, first, end):
            self._end()
        elif heading := _HEADING.match(source, first, end):
            self._end()
            self.paragraph = [_bare(source, heading.end(), end)]
            self._end("headline" if heading[0] == "#" else "")
        elif fence := _FENCE.match(source, first, end):
            self._end()
            self.fence = _closing(fence[1] or fence[2] or fence[3] or fence[4])
        elif (html := _HTML.match(source, first, end)) and not (html["alone"] and self.paragraph):
            self._end()
            self.html = (first, first)
            self.html_end = f"</{html['raw'].lower()}>" if html["raw"] else _UNTIL.get(str(html.lastgroup), "")
            self._go_on(first, end)
        elif note := _FOOTNOTE.match(source, first, end):
            self._end()
            self.containers.append(4)
            self.paragraph = [(note.end(), end)]
        else:
            return bool(_STEERING.match(source, first, end))
        return True

    def _interrupts(self, first: int, end: int) -> bool:
        """A line outside the quote or list of the paragraph before it → whether it begins something of its own."""
        html = _HTML.match(self.source, first, end)
        signs = (_RULE, _HEADING, _FENCE, _FOOTNOTE)
        return bool(html and not html["alone"]) or any(sign.match(self.source, first, end) for sign in signs)

    def _go_on(self, at: int, end: int) -> None:
        """A line within code or HTML → perhaps the end of that."""
        if self.fence:
            if self.fence.match(self.source, at, end):
                self.fence = None
            else:
                self.reader.miss("code", at, end)
        elif self.html:
            words = self.source[at:end].lower()
            if words.strip() or self.html_end:
                self.html = (self.html[0], end)
            if self.html_end in words if self.html_end else not words.strip():
                self._end()

    def _row(self, start: int, end: int) -> None:
        self.prose.row()
        for cell in _CELL.finditer(self.source, start, end):
            speak(self.reader, [cell.span()], self.labels)
            self.prose.cell()
        self.prose.end_row()

    def _end(self, kind: str | None = None) -> None:
        """A paragraph, a table or HTML ends → prose."""
        self.table = False
        if self.html:
            self.prose.block("")
            self.reader.feed(*self.html)
            self.html = None
        lines, self.paragraph = self.paragraph, []
        said = next((i for i, span in enumerate(lines) if not _DEFINITION.match(self.source, *span)), len(lines))
        if said < len(lines):
            depth = len(self.reader.open)
            self.prose.block(kind)
            speak(self.reader, lines[said:], self.labels)
            self.reader.close(depth)
            self.prose.block("")

    def _leave(self, depth: int) -> None:
        """The quotes and items beyond a depth end → and what is open in them."""
        self._end()
        self.fence = None
        del self.containers[depth:]


def _indent(source: str, at: int, end: int) -> int:
    """A place in a line → where the white space that stands there ends."""
    match = _INDENT.match(source, at, end)
    return match.end() if match else at


def _width(source: str, start: int, end: int) -> int:
    """White space → how many columns it takes, a tab for four."""
    return end - start + 3 * source.count("\t", start, end)


def _advance(source: str, at: int, end: int, width: int) -> int:
    """White space and a width → where that many columns are used up."""
    while at < end and width > 0:
        width -= 4 if source[at] == "\t" else 1
        at += 1
    return at


def _bare(source: str, start: int, end: int) -> Span:
    """The rest of a heading's line → the span of its words, without closing signs and the name of an anchor."""
    start = _indent(source, start, end)
    words = source[start:end].rstrip()
    for _ in range(2):
        trailing = words.rfind("{") if words.endswith("}") else len(words.rstrip("#"))
        if 0 <= trailing < len(words) and _TRAILING.search(words, max(0, trailing - 1)):
            words = words[:trailing].rstrip()
    return start, start + len(words)


@lru_cache
def _closing(sign: str) -> re.Pattern[str]:
    """What opens code → the line that closes it."""
    if sign == "$$":
        return re.compile(r".*\$\$[ \t]*$")
    if sign.isalpha():
        return re.compile(rf".*(?:end|/[ \t]*){sign}\b")
    return re.compile(rf"[ \t]*{sign[0]}{{{len(sign)},}}[ \t]*$")


def read(source: str, path: str = "", encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Article:
    """Markdown → the article, its text the prose, its source the Markdown."""
    prose = Prose(source)
    reader = Hypertext(prose, path)
    begin = head(prose, path)
    blocks = _Blocks(reader, frozenset(label(name) for name in _DEFINED.findall(source, begin)))
    for line in _LINE.finditer(source, begin):
        blocks.line(*line.span(1))
    blocks.finish()
    reader.close()
    return prose.article(path, encoding, (*notes, *reader.notes()))
