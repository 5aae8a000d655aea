"""Words of a sentence → facts of their own, so that a word can be the slip: a count of names, "doubled", "growth".

"tea, coffee and cocoa"  →  3 items, at the place of the list
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact, Link
from checker.figure import word_figure
from checker.interval import Interval, point
from checker.record import replace

Facts = dict[int, Fact]  # chunk → fact


def word_fact(of: Fact, span: tuple[int, int], chunks: Chunks, value: Fraction, aspect: str, link: str) -> Fact:
    """What the words at a place of the article say exactly, linked to the fact they speak of."""
    return loose_word_fact(of, span, chunks, (value, point(value), point(value)), aspect, link)


def loose_word_fact(
    of: Fact, span: tuple[int, int], chunks: Chunks, said: tuple[Fraction, Interval, Interval], aspect: str, link: str
) -> Fact:
    """The same for words that admit a usual and a widest set of values."""
    figure = word_figure(span, chunks.tokens.folded[slice(*span)], said)
    _, tight, loose = said
    return Fact(
        figure.id, figure, loose, tight, of.measure, of.place, of.period, aspect, "", of.modality, (Link(of.id, link),),
        of.sentence,
    )  # fmt: skip


def add_link(facts: Facts, k: int, to: Fact, as_: str) -> None:
    """The fact of a chunk gets a further link."""
    link = Link(to.id, as_)
    if link not in facts[k].links:
        facts[k] = replace(facts[k], links=(*facts[k].links, link))


def span_of(chunks: Chunks, first: int, after: int) -> tuple[int, int]:
    """Tokens [first, after) → where they stand in the article."""
    return chunks.tokens.starts[first], chunks.tokens.ends[after - 1]
