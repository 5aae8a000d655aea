"""Hedges: where they stand, what they mean, and the sets of true values that they admit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import lexicon as lexicons
from checker.hedge import hedge_before, hedge_behind, widen
from checker.interval import Interval, closed
from checker.token import Tokens

LEXICON = lexicons.load()
HEDGES = ("about", "nearly", "over", "under", "at-least", "at-most")


def before(text: str, kind: str = "count") -> str:
    """A text that ends in a figure → the hedge before it."""
    tokens = Tokens(text, 0, len(text))
    last = len(tokens) - 1
    return hedge_before(tokens, last, last + 1, 0, kind, LEXICON)[0]


@pytest.mark.parametrize(
    "text,kind",
    [
        ("in 5", "count"),
        ("over 5", "duration"),
        ("near 5", "age"),
        ("rose to 5", "count"),
        ("topped 5", "count"),
        ("a previously estimated 5", "count"),
    ],
)
def test_what_is_no_hedge(text: str, kind: str) -> None:
    assert before(text, kind) == ""


@pytest.mark.parametrize(
    "text,hedge",
    [
        ("about 5", "about"),
        ("some 5", "about"),
        ("~ 5", "about"),
        ("nearly 5", "nearly"),
        ("just under 5", "nearly"),
        ("more than 5", "over"),
        ("not more than 5", "at-most"),
        ("at least 5", "at-least"),
        ("up to 5", "at-most"),
        ("fewer than 5", "under"),
        ("exceeded 5", "over"),
    ],
)
def test_hedges_before(text: str, hedge: str) -> None:
    assert before(text) == hedge


@pytest.mark.parametrize(
    "text, kind, hedge",
    [
        pytest.param("jumped as much as 5 to", "percent", "", id="the height that was reached"),
        ("jumped as much as 5 before", "percent", "at-most"),
        ("paid as much as 5 to", "money", "at-most"),
        ("up to 5 to", "percent", "at-most"),
    ],
)
def test_a_height_and_what_it_came_to(text: str, kind: str, hedge: str) -> None:
    tokens = Tokens(text, 0, len(text))
    at = tokens.words.index("5")
    assert hedge_before(tokens, at, at + 1, 0, kind, LEXICON)[0] == hedge


@pytest.mark.parametrize(
    "text,hedge",
    [
        ("", ""),
        ("max jets", ""),
        ("plus 3", ""),
        ("or more", "at-least"),
        ("+", "at-least"),
        ("-plus", "at-least"),
        ("or so", "about"),
        ("or less", "at-most"),
    ],
)
def test_hedges_behind(text: str, hedge: str) -> None:
    tokens = Tokens("5" + ("" if text[:1] in "+-" else " ") + text, 0, len(text) + 2)
    assert hedge_behind(tokens, 1, LEXICON) == hedge


@pytest.mark.parametrize(
    "hedge,inside,outside",
    [
        ("about", ["76", "84", "80"], ["59", "101"]),
        ("nearly", ["79.9", "76"], ["80", "81"]),
        ("over", ["80.1", "84"], ["80", "79"]),
        ("under", ["79.9", "60"], ["80", "81"]),
        ("at-least", ["80", "96"], ["79.9"]),
        ("at-most", ["80", "64"], ["80.1"]),
    ],
)
def test_the_sets_that_hedges_admit(hedge: str, inside: list[str], outside: list[str]) -> None:
    exact = closed(Fraction(159, 2), Fraction(161, 2))
    usual, widest = widen(hedge, Fraction(80), exact, exact)
    assert all(Fraction(value) in usual and Fraction(value) in widest for value in inside)
    assert not any(Fraction(value) in usual for value in outside)
    assert not any(Fraction(value) in widest for value in outside)


def test_no_hedge_changes_nothing() -> None:
    assert widen("", Fraction(1), Interval(None, None), Interval(None, None)) == (
        Interval(None, None),
        Interval(None, None),
    )


@given(value=st.fractions(min_value=1, max_value=10**12, max_denominator=1000), hedge=st.sampled_from(HEDGES))
def test_the_widest_set_holds_the_usual_one(value: Fraction, hedge: str) -> None:
    usual, widest = widen(hedge, value, Interval(value, value), Interval(value, value))
    assert usual.low is not None
    assert widest.low is not None
    assert widest.low <= usual.low
    assert widest.high is None or (usual.high is not None and usual.high <= widest.high)
