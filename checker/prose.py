"""Pieces of a file with markup → the prose that a reader sees, and where each character of it stands in the file.

    "<p>Sales rose\\n  <b>3</b> percent</p>" → "Sales rose 3 percent", whose "3" stands at offset 19

A reader of markup adds what is printed, in order, and says where blocks, lines and cells begin. White space runs
together as it does on a page; what nobody sees (soft hyphens, zero-width spaces) is left out, so that it never breaks a
number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from checker.article import EMPTY, Article, Block, Exemption, divided, refuse_surrogates
from checker.layout import marked
from checker.record import record, replace

_BLANK = frozenset(" \t\n\r\f")
_UNEVEN = re.compile(r"[ \t\n\r\f]{2,}|[\u00ad\u200b\u2060\ufeff]")
_SPACED = str.maketrans("\t\n\r\f\v\x85\u2028\u2029", "        ")
_NONE, _SPACE, _CELL, _LINE, _BLOCK = range(5)  # what is to stand before the next piece
_BETWEEN = ("", " ", " | ", "\n", "\n\n")
_PARTED = "\n \n"  # as long as what stands between two cells, and yet the end of a block
_LONGEST_CELL = 60  # a longer one holds prose, not a label or a number


@record(frozen=True, slots=True)
class Said:
    """An exemption as it was met: its rules and reason, and the stretch of the prose after which it begins and ends."""

    rules: tuple[str, ...]  # none: it is faulty, and there for the "on" that ends it
    reason: str
    start: int
    end: int | None  # None: with the block in which the next words stand
    at: int


class Prose:
    """Prose in the making: its text, the runs that lead back to the source, and the blocks that begin in it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.size = 0  # of the text so far
        self.said: list[Said] = []
        self.off: list[int] = []  # which of these go on until they are ended
        self.faults: list[tuple[str, int]] = []  # what is wrong with what was said, and where in the source
        self.title: tuple[int, int] | None = None  # a stretch that is printed only if there is no headline
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._kinds: dict[int, str] = {}  # where a block begins → its kind, "" where its looks decide
        self._before = _BLOCK
        self._begins: str | None = ""  # the kind of the block that the next piece begins
        self._blank = (0, 0)  # where the white space stands that comes before the next piece
        self._row: int | None = None  # where the row began that is being read
        self._cells: list[tuple[int, int]] = []  # the pieces of it that part its cells, and where they stand
        self._is_prose = False  # whether a cell of it holds more than a line
        self._table = -1  # where the row before it ended

    def add(self, start: int, end: int) -> None:
        """A stretch of the source that is printed as it stands, white space aside."""
        for match in _UNEVEN.finditer(self.source, start, end):
            self._even(start, match.start())
            if match[0][0] in _BLANK:
                self._wait(match.start(), match.end())
            start = match.end()
        self._even(start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """A text that is printed for a stretch of the source, as "£" is for "&pound;"."""
        if text in _BLANK:
            self._wait(start, end)
        elif not _UNEVEN.match(text):
            self._separate(start)
            self._run(text.translate(_SPACED), start, end)

    def keep(self, start: int, end: int) -> None:
        """A line of the source whose white space is kept."""
        if self.source[start:end].isspace():
            self._wait(start, end)
        else:
            self._separate(start)
            self._run(self.source[start:end], start, end)

    def block(self, kind: str | None = None) -> None:
        """What came ends a block; the next is of this kind, None for that which was said if nothing came since."""
        if self._row is not None and self._before == _CELL:
            return
        if kind is not None or self._begins is None:
            self._begins = kind or ""
        self._before = _BLOCK

    def line(self) -> None:
        """A line ends, and perhaps the sentence goes on."""
        if self._row is not None:
            self._wait(self._blank[1], self._blank[1])
        else:
            self._before = max(self._before, _LINE)

    def row(self) -> None:
        """A row of a table begins."""
        self.end_row()
        self._row, self._begins = self.size, "table"
        self._before = _LINE if self._table == self.size else _BLOCK

    def cell(self) -> None:
        """A cell of a row ends, or the next one begins."""
        if self._row is None:
            self.block("")
        elif self.size > self._row:
            self._before = _CELL

    def end_row(self) -> None:
        """A row ends: it is one of a table if its cells are short, else each cell is a block."""
        if self._row is None:
            return
        edges = [self._row, *(at for _, at in self._cells), self.size]
        short = all(after - at <= _LONGEST_CELL for at, after in pairwise(edges))
        if self._cells and short and not self._is_prose:
            self._table = self.size
        else:
            if self._row in self._kinds:
                self._kinds[self._row] = ""
            for piece, at in self._cells:
                self._pieces[piece] = _PARTED
                self._kinds[at + len(_PARTED)] = ""
        self._row, self._cells, self._is_prose = None, [], False
        self._begins, self._before = "", _BLOCK

    def last(self, count: int) -> str:
        """The last characters printed, so far as they stand in one piece with nothing after them."""
        return self._pieces[-1][-count:] if self._pieces and self._before == _NONE else ""

    def text(self) -> str:
        """What was printed so far."""
        return "".join(self._pieces)

    def article(self, path: str, encoding: str, notes: tuple[str, ...], body: tuple[int, int] | None = None) -> Article:
        """Where the article begins and ends in the prose, None for all of it → the article, its headline first."""
        self.end_row()
        refuse_surrogates(self.source, path)
        start, end = body or (self.title[1] if self.title else 0, self.size)
        heads = sorted(at for at, kind in self._kinds.items() if kind == "headline" and start <= at < end)
        self._kinds |= dict.fromkeys(heads[1:], "")
        text, runs, kinds, said = self._cut([self.title, (start, end)] if self.title and not heads else [(start, end)])
        blocks = divided(text, marked(text, kinds))
        return Article(
            *(path, text, encoding, notes if blocks else (*notes, EMPTY), blocks, self.source),
            runs=tuple(runs) or ((0, 0, 0),),
            exemptions=tuple(_exemption(one, blocks, len(text)) for one in said if one.rules),
            faults=tuple(self.faults),
        )

    def _cut(self, spans: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int, int]], dict[int, str], list[Said]]:
        """Stretches between blocks → the prose that they are when put together. No run reaches across blocks."""
        whole, text = self.text(), ""
        runs: list[tuple[int, int, int]] = []
        kinds: dict[int, str] = {}
        kept: list[tuple[int, int, int]] = []
        for start, end in spans:
            first = min((at for at in self._kinds if start <= at < end), default=end)
            if text:
                runs.append((len(text), 0, 0))
                text += _BETWEEN[_BLOCK]
            by = len(text) - first
            text += whole[first:end]
            runs += [(at + by, a, b) for at, a, b in self._runs if first <= at < end]
            kinds |= {at + by: kind for at, kind in self._kinds.items() if first <= at < end}
            kept.append((start, end, by))
        return text, runs, kinds, [moved for said in self.said for moved in _moved(said, kept)]

    def _even(self, start: int, end: int) -> None:
        """Add a stretch of the source without two blanks side by side."""
        source = self.source
        if start < end and source[start] in _BLANK:
            self._wait(start, start + 1)
            start += 1
        if start == end:
            return
        last = end - 1 if source[end - 1] in _BLANK else end
        self._separate(start)
        self._run(source[start:last].translate(_SPACED), start, last)
        if last < end:
            self._wait(last, end)

    def _wait(self, start: int, end: int) -> None:
        if self._before == _NONE:
            self._before, self._blank = _SPACE, (start, end)

    def _separate(self, at: int) -> None:
        """Write what is to stand before the next piece, and say what it begins."""
        level, self._before = self._before, _NONE
        if level == _SPACE:
            self._run(" ", *self._blank)
        elif level == _CELL:
            self._cells.append((len(self._pieces), self.size))
            self._run(_BETWEEN[level], at, at)
        elif level:
            fresh = self._row == self.size
            self._is_prose |= self._row is not None and not fresh
            if self.size:
                self._run(_BETWEEN[level], at, at)
            if fresh:
                self._row = self.size
            if self._begins is not None:
                self._kinds[self.size], self._begins = self._begins, None

    def _run(self, text: str, start: int, end: int) -> None:
        at, first, last = self._runs[-1] if self._runs else (0, 0, -1)
        if last == start and self.size - at == last - first and len(text) == end - start:
            self._runs[-1] = (at, first, end)
        else:
            self._runs.append((self.size, start, end))
        self._pieces.append(text)
        self.size += len(text)


def _moved(said: Said, kept: list[tuple[int, int, int]]) -> list[Said]:
    """An exemption and the stretches of prose that are kept, with their shifts → it in what they make, or nothing."""
    if said.end is None:
        return [replace(said, start=said.start + by) for start, end, by in kept if start <= said.start <= end][:1]
    over = [
        (max(start, said.start) + by, min(end, said.end) + by)
        for start, end, by in kept
        if start <= said.end and said.start <= end
    ]
    return [replace(said, start=max(0, over[0][0]), end=over[-1][1])] if over else []


def _exemption(said: Said, blocks: tuple[Block, ...], size: int) -> Exemption:
    """An exemption as met → the span it covers: what was said, or the block in which the next words stand."""
    start, end = said.start, said.end
    if end is None:
        i = bisect_right(blocks, start, key=lambda block: block.end)
        start, end = (blocks[i].start, blocks[i].end) if i < len(blocks) else (size, size)
    return Exemption(said.rules, said.reason, start, end, said.at)
