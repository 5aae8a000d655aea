"""Tokens → numbers in words: cardinals, parts of a whole, odds, and orders of size."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker import lexicon as lexicons
from checker.number import Number
from checker.spelled import odds, spelled_at
from checker.token import Tokens

LEXICON = lexicons.load()


def spelled(text: str) -> Number | None:
    """A text → the number in words that it begins with."""
    return spelled_at(Tokens(text.lower(), 0, len(text)), 0, LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        "a third man",
        "a second ship",
        "a third-party audit",
        "third quarter",
        "quarter of play",
        "half-time",
        "a couple came",
        "several ships",
        "few ships",
        "a ship",
        "an hour",
        "a quarter earlier",
        "dozens",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert spelled(text) is None


@pytest.mark.parametrize(
    "text,value,form",
    [
        ("twenty-one thousand five hundred ships", 21_500, "words"),
        ("two hundred and five", 205, "words"),
        ("one hundred and twelve thousand", 112_000, "words"),
        ("two and three", 2, "words"),
        ("one two three", 1, "words"),
        ("nineteen eighty-four", 19, "words"),
        ("a thousand million", 10**9, "words"),
        ("two and a half million", 2_500_000, "words"),
        ("a million and a half", 1_500_000, "words"),
        ("one point five", Fraction(3, 2), "words"),
        ("half a million", 500_000, "words"),
        ("a half-million", 500_000, "words"),
        ("three quarters of a million", 750_000, "words"),
        ("a quarter of a percentage point", Fraction(1, 4), "words"),
        ("half a dozen", 6, "words"),
        ("two-thirds of", Fraction(2, 3), "fraction"),
        ("a third of", Fraction(1, 3), "fraction"),
        ("three quarters of", Fraction(3, 4), "fraction"),
        ("half of", Fraction(1, 2), "fraction"),
        ("tens of thousands of", 10_000, "vague"),
        ("several hundred", 300, "vague"),
    ],
)
def test_what_a_number_is_worth(text: str, value: Fraction, form: str) -> None:
    number = spelled(text)
    assert number is not None
    assert (number.value, number.form) == (value, form)


@pytest.mark.parametrize(
    "text,share",
    [
        ("one in five ships", "1/5"),
        ("nine out of ten ships", "9/10"),
        ("one out of every three ships", "1/3"),
        ("one in 10,000 ships", "1/10000"),
        ("three in five years", None),
        ("five in three ships", None),
        ("two in 1987", None),
        ("one in the harbour", None),
    ],
)
def test_odds(text: str, share: str | None) -> None:
    tokens = Tokens(text, 0, len(text))
    number = spelled_at(tokens, 0, LEXICON)
    assert number is not None
    found = odds(tokens, number, set(), LEXICON)
    assert (found and found.value) == (share and Fraction(share))
