"""The last days of months, and how many days these have."""

from __future__ import annotations

import pytest

from checker import check

# Text → the length of the month, and the day.
LAST = [
    ("The plan runs through April 31.", [(30, 31)]),
    ("The plan runs through 30 April and June 29, 2004.", [(30, 30), (30, 29)]),
    ("It was shut on February 29.", [(29, 29)]),
    ("It was shut on February 29, 2004.", [(29, 29)]),
    ("It was shut on February 29, 2003.", [(28, 29)]),
    ("It was shut on February 29, 1900.", [(28, 29)]),
    ("It was shut on February 28, 2003.", []),
    ("It was shut in April 2003.", []),
]


@pytest.mark.parametrize("text, days", LAST)
def test_last_days_have_the_length_of_their_month(text: str, days: list[tuple[int, int]]) -> None:
    facts = [fact for fact in check(text).facts if fact.figure is not None]
    lengths = [int(fact.figure.value or 0) for fact in facts if fact.aspect == "month-length" and fact.figure]
    told = [int(fact.figure.value or 0) for fact in facts if fact.aspect == "day-of-month" and fact.figure]
    assert list(zip(lengths, told, strict=True)) == days
