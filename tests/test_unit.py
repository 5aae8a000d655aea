"""Tokens beside a number → currency, unit, rate; and plural nouns → singular."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker import lexicon as lexicons
from checker.token import Tokens
from checker.unit import per_after, sign_before, singular, unit_after

LEXICON = lexicons.load()


def tokens(text: str) -> Tokens:
    """A text → its tokens."""
    return Tokens(text, 0, len(text))


@pytest.mark.parametrize("text", ["a $", "PLX-R", "won ", "the ", "real ", "5 "])
def test_what_is_no_sign_of_money(text: str) -> None:
    found = tokens(text + "18")
    sign = sign_before(found, len(found) - 1, LEXICON)
    assert sign is None or text == "a $"
    assert sign != ("AUD", 0)


@pytest.mark.parametrize(
    "text,code",
    [
        ("$", "USD"),
        ("US$", "USD"),
        ("A$", "AUD"),
        ("$A", "AUD"),
        ("HK$", "HKD"),
        ("£", "GBP"),
        ("Rs ", "INR"),
        ("RM", "MYR"),
        ("USD", "USD"),
        ("CHF ", "CHF"),
    ],
)
def test_signs_of_money(text: str, code: str) -> None:
    found = tokens(text + "18")
    assert sign_before(found, len(found) - 1, LEXICON) == (code, 0)


@pytest.mark.parametrize("text", ["ships", "-", "won", "real", "", "-$4", "m"])
def test_what_is_no_unit(text: str) -> None:
    assert unit_after(tokens(text), 0, LEXICON) is None


@pytest.mark.parametrize(
    "text,kind,name,factor",
    [
        ("percent", "percent", "percent", 1),
        ("per cent", "percent", "percent", 1),
        ("percentage points", "point", "point", 1),
        ("basis points", "basis-point", "point", Fraction(1, 100)),
        ("yuan", "money", "CNY", 1),
        ("cents", "money", "USD", Fraction(1, 100)),
        ("km", "length", "metre", 1000),
        ("weeks", "duration", "second", 604_800),
        ("years", "duration", "month", 12),
    ],
)
def test_units(text: str, kind: str, name: str, factor: Fraction) -> None:
    unit = unit_after(tokens(text), 0, LEXICON)
    assert unit is not None
    assert (unit.kind, unit.id, unit.factor) == (kind, name, factor)


def test_won_is_money_only_behind_a_large_amount() -> None:
    assert unit_after(tokens("won"), 0, LEXICON, sure=True) is not None


@pytest.mark.parametrize(
    "text,expected",
    [
        ("a year ago", None),
        ("a ship", None),
        ("per cent", None),
        ("in May", None),
        ("a share", ("/share", 2)),
        ("per diluted share", ("/share", 3)),
        ("/barrel", ("/barrel", 2)),
        ("an ounce", ("/ounce", 2)),
        ("per square foot", ("/square foot", 3)),
        ("per sq m", ("/square m", 3)),
        ("per voter", ("/voter", 2)),
    ],
)
def test_rates(text: str, expected: tuple[str, int] | None) -> None:
    assert per_after(tokens(text), 0) == expected


@pytest.mark.parametrize(
    "plural,one",
    [
        ("buses", "bus"),
        ("houses", "house"),
        ("viruses", "virus"),
        ("enterprises", "enterprise"),
        ("losses", "loss"),
        ("branches", "branch"),
        ("boxes", "box"),
        ("companies", "company"),
        ("women", "woman"),
        ("firemen", "fireman"),
        ("species", "species"),
        ("people", "people"),
        ("glass", "glass"),
        ("cases", "case"),
        ("ships", "ship"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
