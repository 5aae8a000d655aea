"""Sentences of an article → facts of weekdays and of the dates beside them, so that a wrong weekday is found.

    "Friday, January 13, 2023"  →  "Friday" is day 4 of the week; "January 13, 2023", due-day 4, day-of "Friday"

Days of the week are numbered from Monday, 0, as in ISO 8601 less one. A date without its year says nothing.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.figure import Figure
from checker.interval import point
from checker.period import Period

UNIT = "weekday"
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_BETWEEN = re.compile(r"[\s,(]{1,3}(?:the\s+|an?\s+)?")


def weekdays(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → two facts for each weekday that stands beside a date with its year."""
    return tuple(fact for sentence in sentences for fact in _of_sentence(sentence))


def _of_sentence(sentence: Sentence) -> list[Fact]:
    made: list[Fact] = []
    for left, right in zip(sentence.periods, sentence.periods[1:], strict=False):
        beside = _BETWEEN.fullmatch(sentence.chunks.tokens.folded, left.end, right.start)
        named, dated = (left, right) if left.key.startswith("W:") else (right, left)
        due = weekday_of(dated.key)
        if beside and due is not None and named.key.startswith("W:"):
            weekday = _fact(named, sentence, _number(named.key), "weekday", ())
            made += [weekday, _fact(dated, sentence, due, "due-day", (Link(weekday.id, "day-of"),))]
    return made


def weekday_of(key: str) -> int | None:
    """The key of a date, 2023-01-13 → its number in the week, 4; None for another period, or a day that never was."""
    match = _DATE.fullmatch(key)
    if match is None:
        return None
    from datetime import date  # few articles print a weekday beside a full date

    try:
        return date(*map(int, match.groups())).weekday()
    except ValueError:
        return None


def name_of(number: Fraction) -> str:
    """A number in the week, 4 → Friday."""
    return NAMES[int(number) % 7]


def _number(key: str) -> int:
    return next(n for n, name in enumerate(NAMES) if name.lower().startswith(key.removeprefix("W:")))


def _fact(period: Period, sentence: Sentence, number: int, aspect: str, links: tuple[Link, ...]) -> Fact:
    text = sentence.chunks.tokens.folded[period.start : period.end]
    value = Fraction(number)
    day = point(value)
    figure = Figure(
        f"w{period.start}", period.start, period.end, text, "word", UNIT, "", period.start, Fraction(1), value, day, day
    )
    return Fact(figure.id, figure, day, day, "", "", period.key, aspect, "", "reported", links, sentence.number)
