"""Tokens → numbers in digits; what is none, what they are worth, and how exact they are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker import lexicon as lexicons
from checker.number import Number, number_at, rescaled, scale_at
from checker.token import Tokens

LEXICON = lexicons.load()


def number(text: str) -> Number:
    """A text that begins with digits → its number."""
    found = number_at(Tokens(text, 0, len(text)), 0, LEXICON)
    assert found is not None
    return found


@pytest.mark.parametrize("text", ["7" * 41, "٣" * 50])
def test_what_is_no_number(text: str) -> None:
    assert number_at(Tokens(text, 0, len(text)), 0, LEXICON) is None


@pytest.mark.parametrize(
    "text,digits",
    [
        pytest.param("816 00", "816", id="a group of two"),
        pytest.param("816 400", "816", id="one group that is not round"),
        pytest.param("816  000", "816", id="two spaces"),
        pytest.param("12,34", "12", id="a decimal comma is not read"),
        pytest.param("1/2/2003", "1", id="a date"),
        pytest.param("3/7", "3", id="no printer's fraction"),
        pytest.param("5 to 1/4", "5", id="two numbers"),
    ],
)
def test_what_does_not_belong_to_a_number(text: str, digits: str) -> None:
    assert number(text).digits == digits


@pytest.mark.parametrize(
    "text,value",
    [
        ("12.5", "25/2"),
        ("1,234,567", "1234567"),
        ("1,23,456", "123456"),
        ("12,34,56,789", "123456789"),
        ("816 000", "816000"),
        ("1 816 400", "1816400"),
        ("4bn", "4000000000"),
        ("4 bn", "4000000000"),
        ("3.4-billion", "3400000000"),
        ("20 crore", "200000000"),
        ("8,500 thousand", "8500000"),
        ("4 hundred million", "400000000"),
        ("5-1/4", "21/4"),
        ("16 7/8", "135/8"),
        ("2½", "5/2"),
        ("2½ million", "2500000"),
        ("1/16", "1/16"),
    ],
)
def test_what_a_number_is_worth(text: str, value: str) -> None:
    assert number(text).value == Fraction(value)


def test_a_letter_is_a_scale_only_where_nothing_follows_it() -> None:
    assert number("5m pounds").value == 5_000_000
    for text in ("5 m", "5m3", "37m long", "37m-long", "45g", "96th"):
        assert not number(text).scaled, text


def test_trailing_zeros_are_never_looser_than_five_percent() -> None:
    wide, narrow = number("6,000"), number("5,300")
    assert (wide.loose.low, wide.loose.high) == (Fraction(5700), Fraction(6300))
    assert (narrow.loose.low, narrow.loose.high) == (Fraction(5250), Fraction(5350))


def test_a_scale_that_is_lent() -> None:
    lent = rescaled(number("4.9"), Fraction(10**6))
    assert (lent.value, lent.tight.low, lent.scaled) == (Fraction(4_900_000), Fraction(4_850_000), True)


def test_scale_words_multiply() -> None:
    text = "hundred thousand ships"
    assert scale_at(Tokens(text, 0, len(text)), 0, LEXICON) == (Fraction(100_000), 2)
