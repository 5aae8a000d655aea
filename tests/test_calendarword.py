"""Weekdays, months and quarters: what dates and headlines say of them, and what a wrong one is mended to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import lexicon
from checker.article import read
from checker.calendarword import NAMES, dated, weekday_of
from checker.pack import load_pack
from checker.pipeline import check, read_sentences

PACK = load_pack()
LEXICON = lexicon.load()
SILENT = [
    "The vote is on Friday, January 13.",  # no year
    "She spoke on Monday; the law of January 14, 2023 was not her subject.",  # another day
    "It opened on Friday and closed on January 14, 2023.",
    "It opened on Friday, February 31, 2023.",  # no such day
    "The Friday market of 2023 was small.",
    "Rates at their lowest since March\n\nRates fell in April, the bank said.",
    "BROKERS MAY GET MORE ACCESS\n\nBrokers will be let in from April, the bank said.",
    "Sales up in May\n\nSales rose in April and June, the office said.",
    "Year to Jan 31\n\nProfit rose, the firm said on March 12.",
    "Sales up in 2007\n\nSales rose this year, after a poor 2006.",
    "Sales up in 2007\n\nSales of 12 million crowns were a tenth up on 2006.",
    "Mill cuts 2008 view\n\nThe mill cut its full-year forecast and its plans for 2009.",
    "Sales up in 2007\n\nSales rose from 2006, the office said.",
    "Sales up in 2007\n\nSales rose after a poor 2006.\n\nIn FY07 they were higher than ever.",
    "Sales at highest since 2001\n\nSales in 2006 were the highest for years.",
    "Sales up in May and June\n\nSales rose in April, the office said.",
]
FORMS = ["{0}, {1:%B} {1.day}, {1.year}", "{0} {1.day} {1:%B} {1.year}", "{1.day} {1:%B} {1.year}, a {0}"]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert dated(read_sentences(read(text), LEXICON)[0]) == ()


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.integers(0, 6), st.sampled_from(FORMS))
def test_a_weekday_is_right_or_found(day: date, number: int, form: str) -> None:
    text = f"The bridge was opened on {form.format(NAMES['weekday'][number], day)} by the mayor."
    findings = check(read(text), PACK).findings
    assert bool(findings) == (day.weekday() != number)
    assert not findings or findings[0].suspects[0].repair == NAMES["weekday"][day.weekday()]


@pytest.mark.parametrize("key,number", [("2023-01-13", 4), ("2024-02-29", 3), ("2023-02-29", None), ("M01-13", None)])
def test_the_weekday_of_a_key(key: str, number: int | None) -> None:
    assert weekday_of(key) == number
