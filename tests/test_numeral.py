"""Digits as printed → rounding intervals, and back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.interval import closed, point
from checker.numeral import exact, grouped, plain, printed, read

F = Fraction


@pytest.mark.parametrize("digits", ["", ".", "1.2.3", "12a", "-3", "1" * 41, "½", "٣"])
def test_unreadable(digits: str) -> None:
    assert read(digits) is None
    assert exact(digits) is None


ROWS = [
    ("23.77", 1, F("23.77"), F("0.01"), (F("23.765"), F("23.775")), (F("23.765"), F("23.775"))),
    ("1,234", 1, F(1234), F(1), (F("1233.5"), F("1234.5")), (F("1233.5"), F("1234.5"))),
    ("1 234", 1, F(1234), F(1), (F("1233.5"), F("1234.5")), (F("1233.5"), F("1234.5"))),
    ("600,000", 1, F(600000), F(1), (F("599999.5"), F("600000.5")), (F(550000), F(650000))),
    (
        "20",
        10**12,
        F(20 * 10**12),
        F(10**12),
        (F("19.5") * 10**12, F("20.5") * 10**12),
        (F(15) * 10**12, F(25) * 10**12),
    ),
    ("1.0", 1, F(1), F("0.1"), (F("0.95"), F("1.05")), (F("0.95"), F("1.05"))),
    ("0.5", 1, F("0.5"), F("0.1"), (F("0.45"), F("0.55")), (F("0.45"), F("0.55"))),
    ("0", 1, F(0), F(1), (F("-0.5"), F("0.5")), (F("-0.5"), F("0.5"))),
    (".5", 1, F("0.5"), F("0.1"), (F("0.45"), F("0.55")), (F("0.45"), F("0.55"))),
    ("１２．５", 1, F("12.5"), F("0.1"), (F("12.45"), F("12.55")), (F("12.45"), F("12.55"))),
]


@pytest.mark.parametrize("digits, scale, value, resolution, tight, loose", ROWS, ids=[row[0] for row in ROWS])
def test_read(
    digits: str,
    scale: int,
    value: Fraction,
    resolution: Fraction,
    tight: tuple[Fraction, Fraction],
    loose: tuple[Fraction, Fraction],
) -> None:
    numeral = read(digits, F(scale))
    assert numeral is not None
    assert (numeral.value, numeral.resolution) == (value, resolution)
    assert (numeral.tight, numeral.loose) == (closed(*tight), closed(*loose))


def test_exact() -> None:
    assert exact("12") == point(F(12))
    assert exact("3", F(1000)) == point(F(3000))


PRINTED = [
    (F("41760000000000"), "41.67", 10**12, 0, 0, "41.76"),
    (F("0.16019"), "0.2", 1, 2, -1, "0.160"),
    (F("0.26040"), "0.2", 1, 2, 1, "0.261"),
    (F("-0.504"), "0.3", 1, 1, -1, "−0.51"),
    (F(1234567), "600,000", 1, 0, 0, "1,234,567"),
    (F(1234567), "600 000", 1, 0, 0, "1 234 567"),
    (F(1234), "1111", 1, 0, 0, "1234"),
    (F(5), "12", 1, 0, 0, "5"),
]


@pytest.mark.parametrize("value, like, scale, more, toward, text", PRINTED)
def test_printed(value: Fraction, like: str, scale: int, more: int, toward: int, text: str) -> None:
    assert printed(value, like, F(scale), more, toward) == text


@given(st.fractions(0, 10**7), st.integers(0, 4))
def test_a_value_lies_in_the_interval_of_its_own_print(value: Fraction, places: int) -> None:
    like = "1,000" + ("." + "1" * places if places else "")
    numeral = read(printed(value, like))
    assert numeral is not None
    assert value in numeral.tight
    assert numeral.tight.low is not None
    assert numeral.loose.low is not None
    assert numeral.loose.low <= numeral.tight.low


@given(st.integers(0, 10**12))
def test_groups_read_back(number: int) -> None:
    assert plain(grouped(str(number), ",")) == str(number)
