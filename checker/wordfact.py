"""Words of a sentence → facts of their own, so that a word can be the slip: a count of names, "doubled", "growth".

"tea, coffee and cocoa"  →  3 items, at the place of the list
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact, Link, Sentence, place_of
from checker.figure import Figure, word_figure
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


def lone_fact(
    sentence: Sentence,
    span: tuple[int, int],
    value: Fraction,
    aspect: str,
    links: tuple[Link, ...] = (),
    *,
    mark: str = "w",
    unit: str = "",
    direction: str = "",
) -> Fact:
    """What the words at a place of a sentence say exactly, of no fact and no measure.

    Its id begins with `mark`: the same words may be another fact as well.
    """
    only = point(value)
    figure = word_figure(span, sentence.chunks.tokens.folded[slice(*span)], (value, only, only), unit)
    figure = replace(figure, id=f"{mark}{span[0]}", direction=direction)
    return Fact(figure.id, figure, only, only, "", "", "", aspect, "", "reported", links, sentence.number)


def bare_fact(
    figure: Figure,
    sentence: Sentence,
    aspect: str,
    links: tuple[Link, ...] = (),
    *,
    bounds: tuple[Interval, Interval] | None = None,
    measure: str = "",
) -> Fact:
    """A figure that stands outside the clause, in brackets perhaps → its fact; usual and widest set, if not its own."""
    loose, tight = bounds or (figure.loose, figure.tight)
    return Fact(figure.id, figure, loose, tight, measure, "", "", aspect, "", "reported", links, sentence.number)


def span_of(chunks: Chunks, first: int, after: int) -> tuple[int, int]:
    """Tokens [first, after) → where they stand in the article."""
    return chunks.tokens.starts[first], chunks.tokens.ends[after - 1]


def facts_told(by_id: dict[str, Fact], sentence: Sentence) -> list[Fact]:
    """A sentence → its facts that stand in its clause, in order."""
    return sorted((f for f in by_id.values() if f.sentence == sentence.number and f.chunk >= 0), key=place_of)
