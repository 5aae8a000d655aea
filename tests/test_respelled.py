"""Figures in words and names of the calendar, written anew with another number."""

from __future__ import annotations

from fractions import Fraction

import pytest

import checker
from checker.respelled import renamed, respelled

SPELLED = [
    ("five", 5, 6, "six"),
    ("nine-month", 9, 5, "five-month"),
    ("two-year", 24, 36, "three-year"),
    ("two billion crowns", 2 * 10**9, 4 * 10**9, "four billion crowns"),
    ("Third", 3, 4, "Fourth"),
    ("2", 2, 3, "3"),
    ("all three", 3, 2, "both"),
    ("both", 2, 3, "all three"),
    ("both", 2, 4, None),
    ("two", 2, 21, None),
    ("two", 2, 0, None),
    ("two-year", 24, 30, None),
    ("dozens", 24, 30, None),
    ("18 February", 2, 1, None),  # the number of its weekday
]


@pytest.mark.parametrize("text, value, wanted, meant", SPELLED)
def test_a_number_in_words(text: str, value: int, wanted: int, meant: str | None) -> None:
    assert respelled(text, Fraction(value), Fraction(wanted)) == meant


NAMED = [
    ("Q3", "quarter", 3, 4, "Q4"),
    ("the first quarter", "quarter", 1, 2, "the second quarter"),
    ("Third-quarter", "quarter", 3, 2, "Second-quarter"),
    ("JULY", "month", 7, 9, "SEPTEMBER"),
    ("first half of 2031", "year", 2031, 2030, "first half of 2030"),
    ("Sept", "month", 9, 8, "August"),
]


@pytest.mark.parametrize("text, unit, value, wanted, meant", NAMED)
def test_a_name_of_the_calendar(text: str, unit: str, value: int, wanted: int, meant: str) -> None:
    assert renamed(text, unit, Fraction(value), Fraction(wanted)) == meant


def told(text: str) -> list[tuple[str | None, str | None]]:
    """A text → the repair and the lower end of each suspect of its first finding."""
    return [(one["repair"], one["low"]) for one in checker.check(text).to_dict()["findings"][0]["suspects"]]


def test_a_count_is_repaired_by_what_is_named() -> None:
    assert told("Four towns, Arden, Brill and Corve, were cut off.")[0] == ("Three", "3")


def test_a_run_of_months_is_no_month() -> None:
    text = "Brill output up for fifth month in row\n\nOutput at Brill rose for the fourth month in a row, it said."
    assert told(text) == [("fourth", "4"), ("fifth", "5")]
