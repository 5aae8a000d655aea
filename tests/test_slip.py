"""Newsroom slips undone: what a printed figure may have been meant to say."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.slip import repairs

ROWS = [
    ("41.67 trillion yuan", "41.67", 10**12, "", "41.76 trillion yuan", "transposition"),
    ("2.0%", "2.0", 1, "", "0.2%", "transposition"),
    ("30.2%", "30.2", 1, "", "20.3%", "transposition"),
    ("2.99%", "2.99", 1, "", "29.9%", "decimal-point"),
    ("648 percent", "648", 1, "", "64.8 percent", "decimal-point"),
    ("0.6%", "0.6", 1, "", "6%", "decimal-point"),
    ("6%", "6", 1, "", "0.6%", "decimal-point"),
    ("158.6%", "158.6", 1, "", "58.6%", "extra-digit"),
    ("5.86%", "5.86", 1, "", "58.6%", "decimal-point"),
    ("1.3 points", "1.3", 1, "", "0.3 points", "digit"),
    ("9.3 points", "9.3", 1, "", "39.3 points", "dropped-digit"),
    ("1,223 buses", "1,223", 1, "", "123 buses", "doubled-digit"),
    ("123 buses", "123", 1, "", "1,223 buses", "dropped-digit"),
    ("597 firms", "597", 1, "", "597,000 firms", "decimal-point"),
    ("597,000 firms", "597,000", 1, "", "597 firms", "decimal-point"),
    ("$5.63 billion", "5.63", 10**9, "", "$5.63 million", "scale"),
    ("101 mln", "101", 10**6, "", "101 bln", "scale"),
    ("$5m", "5", 10**6, "", "$5bn", "scale"),
    ("0.3%", "0.3", 1, "up", "down 0.3%", "sign"),
]


@pytest.mark.parametrize("text, digits, scale, direction, meant, slip", ROWS, ids=[f"{r[0]}→{r[4]}" for r in ROWS])
def test_repairs(text: str, digits: str, scale: int, direction: str, meant: str, slip: str) -> None:
    found = {item.text: item for item in repairs(text, digits, text.index(digits), Fraction(scale), direction)}
    assert meant in found
    assert found[meant].slip == slip


def test_cheapest_first_and_always_the_same() -> None:
    found = repairs("41.67 trillion", "41.67", 0, Fraction(10**12), "up")
    assert found == repairs("41.67 trillion", "41.67", 0, Fraction(10**12), "up")
    assert [item.cost for item in found] == sorted(item.cost for item in found)
    assert len({item.text for item in found}) == len(found)


def test_a_figure_is_no_repair_of_itself() -> None:
    assert all(item.text != "33.3%" for item in repairs("33.3%", "33.3", 0, Fraction(1)))


@pytest.mark.parametrize("digits", ["", "x", "1" * 30])
def test_unreadable_figures_have_no_repairs(digits: str) -> None:
    assert repairs(digits, digits, 0, Fraction(1)) == ()


READABLE = [
    ("$340 million", "340", 1, 10**6, "$3.4 billion", "$3,400 million"),
    ("0.29 billion", "0.29", 0, 10**9, "29 million", "0.029 billion"),
    ("4.1 million", "4.1", 0, 10**6, "410 thousand", "0.41 million"),
]


@pytest.mark.parametrize("text, digits, start, scale, meant, not_meant", READABLE)
def test_a_moved_point_is_printed_in_the_next_scale(
    text: str, digits: str, start: int, scale: int, meant: str, not_meant: str
) -> None:
    found = [one.text for one in repairs(text, digits, start, Fraction(scale)) if one.slip == "decimal-point"]
    assert meant in found
    assert not_meant not in found
