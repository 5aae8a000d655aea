"""Sentences of an article → the years that it tells as past and those that it tells as still to come.

    "Fares rose in 2004."  "The line will open in 2003."   2003 –yet-after→ 2004

The day on which an article was written is seldom printed, but it lies between the two: nothing is past in a year behind
that in which something else is still to come. A sentence that tells both, or a wish, or a condition, tells neither.
"""

from __future__ import annotations

from checker.clausal import told_in_clause
from checker.fact import Fact, Link, Sentence, linked
from checker.pattern import Pattern
from checker.record import replace
from checker.stretch import Mark, time_fact
from checker.tense import told

TYPE_CHECKING = False
if TYPE_CHECKING:
    Told = tuple[Sentence, Mark]

_YEAR = Pattern(r"(?:[a-z\d]+\.\.)?(\d{4})(?:-.*)?")  # a year, a part of one, "the year to March 2004"


def hindsight(sentences: list[Sentence]) -> list[Fact]:
    """Sentences → facts of the years told, each linked to the last of the past or the first of those to come."""
    years: dict[str, dict[int, Told]] = {"past": {}, "ahead": {}, "": {}}
    for sentence in sentences:
        if sentence.block in ("paragraph", "list"):
            for period in sentence.periods:
                if (year := _YEAR.fullmatch(period.key)) is not None:
                    mark = Mark(period.start, period.end, int(year[1]))
                    tense = told(sentence, period) or told_in_clause(sentence, period)
                    years[tense].setdefault(mark.number, (sentence, mark))
    past, ahead = years["past"], years["ahead"]
    if not (past and ahead):
        return []
    done = [_fact(past[year], "past-year") for year in sorted(past)]
    due = [_fact(ahead[year], "year-ahead") for year in sorted(ahead)]
    for fact in done:
        due[0] = linked(due[0], Link(fact.id, "yet-after"))
    return done + [linked(fact, Link(done[-1].id, "yet-after")) for fact in due]


def _fact(one: Told, aspect: str) -> Fact:
    sentence, mark = one
    fact = time_fact(sentence, mark, "year")
    figure = replace(fact.figure, id=f"h{mark.start}") if fact.figure is not None else None
    return replace(fact, id=f"h{mark.start}", figure=figure, aspect=aspect)
