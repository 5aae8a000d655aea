"""An HTML file → Article: the prose of its article, without what stands around it on the page.

    "<nav>Home 24</nav><article><h1>Trade grew</h1><p>Sales rose <b>3</b> percent.</article>" → a headline, a paragraph

The article is the `article` element if there is one, or else `main`, or else the body. What is never closed, or closed
twice, is read as browsers read it. Markdown lends its HTML to the same reader, a piece at a time.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import islice

from checker.article import Article
from checker.element import BLOCKS, BOUNDS, CLOSES, KINDS, LEVELS, OUTSIDE, ROWS, VOID, Element, opened
from checker.exemption import say
from checker.prose import Prose
from checker.tag import Tag, tags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{1,31}[0-9]{0,2});?")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LINES = re.compile(r"[^\r\n]+|(?:\r\n?|\n)(?P<gap>(?:[ \t]*(?:\r\n?|\n))*)")
_MARKS = re.compile(r"[\[\]\d,\s]+")
_RAISED, _LOWERED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
# What a raised digit belongs to, and is no footnote.
_POWERS = re.compile(r"(?<![^\W\d_])(?:[mck]?m|ft|mi|yd|in)$")
_TENS = re.compile(r"(?<![\d.,])10$")
_DEEPEST = 256  # how far up the end of an inline element is looked for


class Hypertext:
    """A reader of HTML: takes stretches of the source, in order, and prints what is prose."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.open: list[Element] = []
        self.missed: dict[str, int] = {}  # numbers left out, by where
        self.found: dict[str, list[tuple[int, int]]] = {level: [] for level in LEVELS}
        self._names: dict[str, int] = {}  # of the open elements, so that a stray end tag is told at once

    def feed(self, start: int, end: int) -> None:
        """A stretch of HTML → prose."""
        for tag in tags(self.prose.source, start, end):
            if tag.kind == "text":
                self.text(tag.start, tag.end)
            elif tag.kind == "start":
                self._start(tag)
            elif tag.kind == "end":
                self._end(tag.name)
            elif not self._is_left_out():
                say(self.prose, tag.name, tag.start)

    def text(self, start: int, end: int) -> None:
        """A stretch of the source without tags → prose, or what it is within the elements that are open."""
        top = self.open[-1] if self.open else OUTSIDE
        if top.left_out is not None:
            self.miss(top.left_out, start, end)
        elif top.mode == "code":
            self.code(start, end)
        elif top.mode in ("note", "sub", "sup") and _MARKS.fullmatch(self.prose.source, start, end):
            self._raise(top.mode, start, end)
        elif top.mode == "pre":
            for line in _LINES.finditer(self.prose.source, start, end):
                if line["gap"]:
                    self.prose.block("")
                elif line[0][0] in "\r\n":
                    self.prose.line()
                else:
                    self._decode(line.start(), line.end(), self.prose.keep)
        else:
            self._decode(start, end, self.prose.add)

    def code(self, start: int, end: int) -> None:
        """A stretch of code within a sentence → its words, or dots where it holds a number, which is no figure."""
        if self._is_left_out() or NUMBER.search(self.prose.source, start, end):
            self.miss((self.open[-1].left_out if self.open else None) or "code", start, end)
            self.prose.put("…", start, end)
        else:
            self._decode(start, end, self.prose.add)

    def miss(self, where: str, start: int, end: int) -> None:
        """A stretch of the source that is no prose → its numbers counted, if a reader may miss them."""
        if where:
            numbers = len(NUMBER.findall(self.prose.source, start, end))
            self.missed[where] = self.missed.get(where, 0) + numbers

    def close(self, depth: int = 0) -> None:
        """Elements that were left open inside a piece, or at the end → closed."""
        while len(self.open) > depth:
            self._leave(self.open.pop())

    def notes(self) -> tuple[str, ...]:
        """What was read → a note on the numbers that are not among the figures, if there are any."""
        where = [name for name, count in self.missed.items() if count]
        count = sum(self.missed.values())
        if not count:
            return ()
        first, last = ", ".join(where[:-1]), where[-1]
        return (f"{count} number{'s'[: count - 1]} in {first}{' and ' if first else ''}{last} left out",)

    def _is_left_out(self) -> bool:
        return bool(self.open) and self.open[-1].left_out is not None

    def _start(self, tag: Tag) -> None:
        name = tag.name
        closes = CLOSES.get(name, frozenset())
        while self.open and self.open[-1].name in closes:
            self._leave(self.open.pop())
        if name == "br":
            self._break()
        elif name not in VOID:
            parent = self.open[-1] if self.open else OUTSIDE
            if parent.left_out is None:
                self._bound(name, KINDS.get(name))
            self.open.append(opened(tag, parent, self.prose.size))
            self._names[name] = self._names.get(name, 0) + 1
        elif name == "hr":
            self.prose.block("")

    def _end(self, name: str) -> None:
        if name in ("br", "p") and not self._names.get(name):
            self._break()
        elif self._names.get(name):
            for depth, element in enumerate(islice(reversed(self.open), None if name in BOUNDS else _DEEPEST), 1):
                if element.name == name:
                    self.close(len(self.open) - depth)
                    return
                if element.name in BOUNDS and name not in BOUNDS:  # a stray tag inside a block closes nothing around it
                    return

    def _leave(self, element: Element) -> None:
        self._names[element.name] -= 1
        if self._is_left_out():
            return
        self._bound(element.name, "")
        if element.level == element.name and element.left_out is None:
            self.found[element.level].append((element.start, self.prose.size))
        elif element.name == "title" and element.start == 0 and element.left_out is None:
            self.prose.title = (0, self.prose.size)

    def _break(self) -> None:
        if not self._is_left_out():
            self.prose.line()

    def _bound(self, name: str, kind: str | None) -> None:
        """An element begins (its kind, or None) or ends ("") → what that ends and begins in the prose."""
        if name in ("td", "th"):
            self.prose.cell()
        elif name == "tr" and kind is None:
            self.prose.row()
        elif name in ROWS:
            self.prose.end_row()
        elif name in BLOCKS:
            self.prose.block(kind)

    def _raise(self, mode: str, start: int, end: int) -> None:
        """Digits above or below the line → what they look like; marks of footnotes → nothing."""
        text = self.prose.source[start:end].strip()
        before = self.prose.last(4)
        if mode == "sub":
            self.prose.put(text.translate(_LOWERED), start, end)
        elif mode == "sup" and text.isdigit() and (_TENS.search(before) or (text in "23" and _POWERS.search(before))):
            self.prose.put(text.translate(_RAISED), start, end)

    def _decode(self, start: int, end: int, add: Callable[[int, int], None]) -> None:
        """A stretch of text → prose, its entities as the characters they stand for."""
        for match in _ENTITY.finditer(self.prose.source, start, end):
            raw = match[0]
            text, stop = unescape(raw), match.end()
            if text == raw:
                continue
            while not raw.endswith(";") and len(text) > 1 and text[-1] == self.prose.source[stop - 1]:  # "&copy2024"
                text, stop = text[:-1], stop - 1
            add(start, match.start())
            self.prose.put(text, match.start(), stop)
            start = stop
        add(start, end)


def read(source: str, path: str = "", encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Article:
    """HTML → the article, its text the prose, its source the HTML."""
    prose = Prose(source)
    reader = Hypertext(prose)
    reader.feed(0, len(source))
    reader.close()
    body = next((span for level in LEVELS if (span := _main(reader.found[level]))), None)
    if body:
        text = prose.text()
        around = text[: body[0]] + text[body[1] :]
        if len(around) > body[1] - body[0]:
            reader.missed["the page around the article"] = len(NUMBER.findall(around))
    return prose.article(path, encoding, (*notes, *reader.notes()), body)


def _main(spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Where articles stand in the prose → the one that is longer than all the others together, if there is one."""
    if not spans:
        return None
    longest = max(spans, key=lambda span: span[1] - span[0])
    length = longest[1] - longest[0]
    return longest if 2 * length > sum(end - start for start, end in spans) else None
