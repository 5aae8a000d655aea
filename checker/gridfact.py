"""Sentences and the figures in them → the cells of flattened tables as facts, tied where the table proves how.

    "Oats 871 1,296 2,046 Rye 2,167 1,737 444 Total 3,038 3,033 2,490"   871 and 2,167 –adds-up-to→ 3,038, and so on

A cell that holds in one sum and fails in another is one fact, so that the slip is looked for where both point.
"""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction

from checker.fact import DIRECTION, Fact, Link, Sentence
from checker.figure import Figure, word_figure
from checker.grid import Cell, Grid, grids
from checker.gridbound import bounds
from checker.gridcarry import carries
from checker.gridrate import rates
from checker.gridsum import Sum, sums
from checker.gridway import Way, ways
from checker.numeral import around
from checker.record import replace
from checker.slip import repairs
from checker.wordfact import lone_fact

ASPECT = "cell"


class _Cells:
    """The cells of an article as facts, one for each or, where rounding might set them at odds, one for each tie."""

    def __init__(self, sentences: list[Sentence], figures: list[Figure]) -> None:
        self.sentences = sentences
        self.begins = [sentence.chunks.tokens.starts[0] for sentence in sentences]
        self.figures = {figure.digits_start: figure for figure in figures if figure.digits}
        self.facts: dict[str, Fact] = {}
        self.firsts: set[tuple[int, str]] = set()
        self.ties = 0

    def add(self, first: Cell, others: list[tuple[Cell, str]], *, shared: bool = False) -> str:
        """A cell, and those that are linked to it → their facts, and the mark of their ids; "" if one was not read."""
        if not others or not all(self._is_read(cell) for cell in (first, *(cell for cell, _ in others))):
            return ""
        self.ties += 1
        names = {(first.start, as_) for _, as_ in others}
        mark = "c" if shared and self.firsts.isdisjoint(names) else f"c{self.ties}."
        self.firsts |= names
        name = self._fact(first, mark).id
        for cell, as_ in others:
            fact = self._fact(cell, mark)
            self.facts[fact.id] = replace(fact, links=(*fact.links, Link(name, as_)))
        return mark

    def add_way(self, way: Way) -> None:
        """A row under a word of direction → the facts of its figures and of the word."""
        if not way.sign:
            self.add(way.now, [(way.before, "stays-at")])
        elif mark := self.add(way.now, [(way.before, "told-before")]):
            now, before = (self._fact(cell, mark) for cell in (way.now, way.before))
            sentence = self.sentences[now.sentence]
            links = (Link(now.id, "direction-of"), Link(before.id, "direction-from"))
            word = lone_fact(sentence, (way.start, way.end), Fraction(way.sign), "direction", links)
            told = None if word.figure is None else replace(word.figure, direction=DIRECTION[way.sign])
            self.facts[mark + word.id] = replace(word, id=mark + word.id, figure=told)

    def _is_read(self, cell: Cell) -> bool:
        """Does a cell stand in a sentence? It is a figure of its own where it was read as one with its neighbours."""
        k = bisect_right(self.begins, cell.start) - 1
        if k < 0 or cell.start >= self.sentences[k].chunks.tokens.ends[-1]:
            return False
        if cell.start not in self.figures or self.figures[cell.start].digits != cell.digits:
            among = around(cell.value, cell.resolution)
            figure = word_figure((cell.start, cell.end), cell.digits, (cell.value, among, among))
            named = replace(figure, id=f"n{cell.start}", digits=cell.digits, digits_start=cell.start, scale=cell.scale)
            self.figures[cell.start] = named
        return True

    def _fact(self, cell: Cell, mark: str) -> Fact:
        figure = self.figures[cell.start]
        name = mark + figure.id
        if name not in self.facts:
            among, size = (around(value, cell.resolution) for value in (cell.value, abs(cell.value)))
            figure = replace(figure, tight=size, loose=size)  # a count of cars is rounded here as all the others are
            at = bisect_right(self.begins, cell.start) - 1
            self.facts[name] = Fact(name, figure, among, among, "", "", "", ASPECT, "", "reported", (), at)
        return self.facts[name]


def celled(folded: str, sentences: list[Sentence], figures: list[Figure]) -> tuple[Fact, ...]:
    """A folded text, its sentences and figures → the cells of its tables that the tables tie."""
    tables = grids(folded) if sentences else []
    cells = _Cells(sentences, figures)
    for grid in tables:
        _add_sums(cells, grid)
        for rate in rates(grid):
            kind = ("rate-of", "grown-from") if rate.kind == "growth" else ("move-rate", "moved-by")
            cells.add(rate.level, list(zip((rate.rate, rate.other), kind, strict=True)))
        for bound in bounds(grid):
            cells.add(bound.high, [(bound.low, "below-in-row")])
        for way in ways(grid):
            cells.add_way(way)
    for carry in carries(tables):
        cells.add(carry.opening, [(carry.closing, "carried-to")])
    return tuple(cells.facts.values())


def _add_sums(cells: _Cells, grid: Grid) -> None:
    """The sums of a table → their ties; what fails counts only as far as one slip of the keys would mend it."""
    found = [one for one in sums(grid) if one.holds or _is_slip(one)]
    exact = all(not _gap(one) for one in found if one.holds)
    for one in found:
        parts, others = ("put-in", "taken-out") if one.others else ("adds-up-to", "")
        told = [(cell, parts) for cell in one.parts] + [(cell, others) for cell in one.others]
        cells.add(one.total, [(cell, as_) for cell, as_ in told if cell.digits], shared=exact)


def _gap(one: Sum) -> Fraction:
    """By how much the parts of a sum are more than its total."""
    inside = sum((cell.value for cell in one.parts), Fraction(0))
    return inside - one.total.value - sum((cell.value for cell in one.others), Fraction(0))


def _is_slip(one: Sum) -> bool:
    """Would one slip of the keys make a sum fail so?"""
    gap = _gap(one)
    slack = sum((cell.resolution for cell in (one.total, *one.others, *one.parts)), Fraction(0)) / 2
    sides = [(cell, -gap) for cell in one.parts] + [(cell, gap) for cell in (one.total, *one.others)]
    return any(cell.digits and _mends(cell, by, slack) for cell, by in sides)


def _mends(cell: Cell, by: Fraction, slack: Fraction) -> bool:
    right = cell.value + by
    for repair in repairs(cell.digits, cell.digits, 0, cell.scale):
        low, high = repair.interval.low, repair.interval.high
        if low is None or high is None or (right > 0) != (cell.value > 0):
            continue
        if abs(2 * abs(right) - low - high) <= 2 * slack:
            return True
    return False
