"""Sentences → the last days of months that they name, each with the length of its month, so that no April has 31 days.

    "will run through April 31"     day 31, day-in "April", of 30 days
    "on February 29, 2023"          day 29, day-in "February", of 28

A February whose year is not printed may have 29 days.
"""

from __future__ import annotations

from calendar import monthrange
from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.pattern import Pattern, regex
from checker.wordfact import lone_fact

_DATE = Pattern(r"(?:(?P<year>\d{4})-|M)(?P<month>\d\d)-(?P<day>29|30|31)")
_WORD, _NUMBER = regex(r"[A-Za-z]+"), regex(r"(?:29|30|31)")
_LEAP = 2000  # stands for a year that is not told


def last_days(sentences: list[Sentence]) -> list[Fact]:
    """Sentences → two facts for each day of a month after the 28th: the length of the month and the day."""
    found: list[Fact] = []
    for sentence in sentences:
        if sentence.block == "table":
            continue
        for period in sentence.periods:
            if (date := _DATE.fullmatch(period.key)) is None:
                continue
            folded = sentence.chunks.tokens.folded
            word = _WORD.search(folded, period.start, period.end)
            number = _NUMBER.search(folded, period.start, period.end)
            if word is None or number is None or number[0] != date["day"]:
                continue
            length = Fraction(monthrange(int(date["year"] or _LEAP), int(date["month"]))[1])
            month = lone_fact(sentence, word.span(), length, "month-length", mark="m")
            link = (Link(month.id, "day-in"),)
            found += [month, lone_fact(sentence, number.span(), Fraction(number[0]), "day-of-month", link, mark="m")]
    return found
