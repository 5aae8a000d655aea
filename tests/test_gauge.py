from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.gauge import WIDTH, gauge, read, tells, together
from checker.interval import ALL, NEGATIVE, POSITIVE, Interval, above, below, closed, point


def span(low: str, high: str) -> Interval:
    return closed(Fraction(low), Fraction(high))


@pytest.mark.parametrize("allowed", [ALL, POSITIVE, above(Fraction(0), open_end=False), span("0", "100")])
def test_a_range_that_says_nothing_is_not_drawn(allowed: Interval) -> None:
    assert gauge(span("3", "4"), allowed) is None
    assert together([allowed]) is None
    assert not tells(allowed)


@pytest.mark.parametrize(
    "printed, allowed, bars",
    [
        pytest.param(span("84.685", "84.695"), span("84.950", "84.970"), ((20, 6), (169, 11), False), id="apart"),
        pytest.param(span("1", "3"), span("2", "5"), ((20, 80), (60, 120), True), id="they overlap"),
        pytest.param(span("1", "3"), above(Fraction(2)), ((20, 160), (100, 100), True), id="open to the right"),
        pytest.param(span("1", "3"), below(Fraction(1)), ((20, 160), (0, 20), False), id="an end that is not in it"),
        pytest.param(point(Fraction(7)), point(Fraction(7)), ((18, 3), (18, 3), True), id="one value"),
        pytest.param(span("0", "1000000"), point(Fraction(5)), ((20, 160), (18, 3), True), id="never too thin to see"),
    ],
)
def test_bars(printed: Interval, allowed: Interval, bars: tuple[tuple[int, int], tuple[int, int], bool]) -> None:
    found = gauge(printed, allowed)
    assert found is not None
    assert (found.printed, found.allowed, found.fits) == bars


numbers = st.fractions(-(10**9), 10**9)


@given(numbers, numbers, numbers, numbers)
def test_bars_lie_on_the_line(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> None:
    found = gauge(closed(min(a, b), max(a, b)), closed(min(c, d), max(c, d)))
    for start, length in (found.printed, found.allowed) if found else ():
        assert start >= 0
        assert length >= 3
        assert start + length <= WIDTH


@pytest.mark.parametrize(
    "ranges, both",
    [
        ([], None),
        ([span("1", "3"), POSITIVE, span("2", "5")], span("2", "3")),
        ([span("1", "2"), span("3", "5")], None),
        ([NEGATIVE], NEGATIVE),
    ],
)
def test_what_all_relations_allow(ranges: list[Interval], both: Interval | None) -> None:
    assert together(ranges) == both


@pytest.mark.parametrize(
    "low, high, found",
    [
        ("84.950", "84.970", span("84.95", "84.97")),
        ("3,473,617", "3,473,617", point(Fraction(3473617))),
        (None, "5/12", below(Fraction(5, 12), open_end=False)),
        (None, None, None),
        ("7", "5", None),
        ("May", None, None),
        ("1/0", None, None),
    ],
)
def test_ranges_as_a_report_prints_them(low: str | None, high: str | None, found: Interval | None) -> None:
    assert read(low, high, Fraction(1)) == found


def test_ranges_are_in_the_unit_of_the_figure() -> None:
    assert read("2", "3", Fraction(1000)) == span("2000", "3000")
