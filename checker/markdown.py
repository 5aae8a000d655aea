"""A Markdown file → Article: its prose, without code, link targets and what steers the site that publishes it.

    "# Trade grew\\n\\nSales **rose** 3 percent.\\n\\n    x = 12\\n" → a headline, a paragraph, and a note on the code

Blocks are told as CommonMark tells them, with the pipe tables, footnotes and front matter that newsrooms' systems add.
Each line is matched with the quotes and lists that are open, then by what it begins.
"""

from __future__ import annotations

from checker import mdline
from checker.article import Article
from checker.frontmatter import head
from checker.hypertext import Hypertext
from checker.inline import label
from checker.paragraph import Span, speak
from checker.prose import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern

_DEEPEST = 100  # more quotes and lists within each other than this are text


class _Blocks:
    """A reader of lines, which prints each block when it has ended."""

    def __init__(self, reader: Hypertext, labels: frozenset[str]) -> None:
        self.reader = reader
        self.prose = reader.prose
        self.source = reader.prose.source
        self.labels = labels
        self.containers: list[int] = []  # open quotes (0) and items of lists (how far their text is indented)
        self.paragraph: list[Span] = []
        self.fence: Pattern[str] | None = None  # what ends the code that is open
        self.html: Span | None = None  # mdline.HTML that is open
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
        first = mdline.indent(self.source, at, end)
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
        """A line → where it goes on behind the signs of the quotes and lists it stands in, and how many they are."""
        for depth, indent in enumerate(self.containers):
            first = mdline.indent(self.source, at, end)
            if indent == 0 and first < end and self.source[first] == ">" and mdline.width(self.source, at, first) < 4:
                at = first + 1 + self.source.startswith((" ", "\t"), first + 1)
            elif indent and first == end:
                at = first
            elif indent and mdline.width(self.source, at, first) >= indent:
                at = mdline.advance(self.source, at, first, indent)
            else:
                return at, depth
        return at, len(self.containers)

    def _open(self, at: int, end: int, depth: int, whole: bool) -> tuple[int, bool]:
        """The rest of a line → where it goes on behind the quotes and items that it opens, and whether it opens any."""
        source, opened = self.source, False
        while True:
            first = mdline.indent(source, at, end)
            indent = mdline.width(source, at, first)
            if first == end or indent > 3 or len(self.containers) > _DEEPEST:
                return at, opened
            if source[first] == ">":
                width, after = 0, first + 1 + source.startswith((" ", "\t"), first + 1)
            else:
                item = mdline.ITEM.match(source, first, end)
                if not item or mdline.RULE.match(source, first, end):
                    return at, opened
                after = mdline.indent(source, item.end(), end)
                room = mdline.width(source, item.end(), after)
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
        if mdline.width(self.source, at, first) > 3 and not self.paragraph:
            self.reader.miss("code", first, end)
        elif self.source[first] not in mdline.SIGNS or not self._begin(first, end):
            if self.table:
                self._row(first, end)
            else:
                self.paragraph.append((first, end))

    def _begin(self, first: int, end: int) -> bool:
        """A line that begins with a sign → whether it is something other than words."""
        source = self.source
        if self.paragraph and (under := mdline.UNDERLINE.match(source, first, end)):
            self._end("headline" if under[1][0] == "=" else "")
        elif self.paragraph and mdline.DIVIDER.match(source, first, end) and "|" in source[slice(*self.paragraph[-1])]:
            header = self.paragraph.pop()
            self._end()
            self.table = True
            self._row(*header)
        elif mdline.RULE.match(source, first, end):
            self._end()
        elif heading := mdline.HEADING.match(source, first, end):
            self._end()
            self.paragraph = [mdline.bare(source, heading.end(), end)]
            self._end("headline" if heading[0] == "#" else "")
        elif fence := mdline.FENCE.match(source, first, end):
            self._end()
            self.fence = mdline.closing(fence[1] or fence[2] or fence[3] or fence[4])
        elif (html := mdline.HTML.match(source, first, end)) and not (html["alone"] and self.paragraph):
            self._end()
            self.html = (first, first)
            self.html_end = f"</{html['raw'].lower()}>" if html["raw"] else mdline.UNTIL.get(str(html.lastgroup), "")
            self._go_on(first, end)
        elif note := mdline.FOOTNOTE.match(source, first, end):
            self._end()
            self.containers.append(4)
            self.paragraph = [(note.end(), end)]
        else:
            return bool(mdline.STEERING.match(source, first, end))
        return True

    def _interrupts(self, first: int, end: int) -> bool:
        """A line outside the quote or list of the paragraph before it → whether it begins something of its own."""
        html = mdline.HTML.match(self.source, first, end)
        signs = (mdline.RULE, mdline.HEADING, mdline.FENCE, mdline.FOOTNOTE)
        return bool(html and not html["alone"]) or any(sign.match(self.source, first, end) for sign in signs)

    def _go_on(self, at: int, end: int) -> None:
        """A line within code or mdline.HTML → perhaps the end of that."""
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
        for cell in mdline.CELL.finditer(self.source, start, end):
            speak(self.reader, [cell.span()], self.labels)
            self.prose.cell()
        self.prose.end_row()

    def _end(self, kind: str | None = None) -> None:
        """A paragraph, a table or mdline.HTML ends → prose."""
        self.table = False
        if self.html:
            self.prose.block("")
            self.reader.feed(*self.html)
            self.html = None
        lines, self.paragraph = self.paragraph, []
        said = next((i for i, span in enumerate(lines) if not mdline.DEFINITION.match(self.source, *span)), len(lines))
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


def read(source: str, path: str = "", encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Article:
    """Markdown → the article, its text the prose, its source the Markdown."""
    prose = Prose(source)
    reader = Hypertext(prose)
    begin = head(prose)
    blocks = _Blocks(reader, frozenset(label(name) for name in mdline.DEFINED.findall(source, begin)))
    for line in mdline.LINE.finditer(source, begin):
        blocks.line(*line.span(1))
    blocks.finish()
    reader.close()
    return prose.article(path, encoding, (*notes, *reader.notes()))
