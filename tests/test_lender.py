"""Bare numbers and what they are set against: whose unit and scale they take."""

from __future__ import annotations

import pytest

from checker import check

LENT = [
    ("Output was 8.4 million tonnes in May, down 4.5 percent from 8.8.", "8.8", "8800000000"),
    ("Output was 8.4 million tonnes, a drop of 8.7 percent from 9.2 million.", "9.2 million", "9200000000"),
    ("Sales were 8.4 billion euros ($10.2 billion) in 1986, down from 9.2.", "9.2", "9200000000"),
    ("Demand was 2.52 mln bpd, up 2.4 pct from 2.46 mln.", "2.46 mln", "2460000"),
    ("Demand was 2.52 mln barrels per day (bpd), up from 2.46 mln.", "2.46 mln", "2460000"),
    ("The index was 83.8, down 8.7 percent from 91.8.", "91.8", "91.8"),
]
OWN = [
    ("The mills earned 8.4 million tonnes' worth, a 2 percent rise, from 9,200 boats.", "9,200", "9200"),
    ("Inflation was 5.1 percent, and sales rose 2 percent from 9.2 million.", "9.2 million", "9200000"),
]


def value_of(text: str, printed: str) -> str:
    figure = next(figure for figure in check(text).figures if figure.text == printed)
    return str(float(figure.value or 0)).removesuffix(".0")


@pytest.mark.parametrize("text,printed,value", LENT)
def test_what_is_lent(text: str, printed: str, value: str) -> None:
    assert value_of(text, printed) == value


@pytest.mark.parametrize("text,printed,value", OWN)
def test_what_is_not_lent(text: str, printed: str, value: str) -> None:
    assert value_of(text, printed) == value
