"""Interval algebra: whatever two members make is a member of what the sets make."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.interval import (
    ALL,
    Interval,
    above,
    at_least,
    at_most,
    below,
    closed,
    hull,
    less_than,
    make,
    meet,
    more_than,
    point,
)
from checker.projection import (
    corners,
    max_of,
    min_of,
    power,
    quotient,
    scale,
    share_max,
    share_min,
    share_sum,
    shift,
    side,
    sum_of,
)

numbers = st.fractions(min_value=-30, max_value=30, max_denominator=12)


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """A set and one of its members; ends may be missing, open, or the member itself."""
    value = draw(numbers)
    below_it = draw(st.none() | st.fractions(0, 9, max_denominator=8))
    above_it = draw(st.none() | st.fractions(0, 9, max_denominator=8))
    low = None if below_it is None else value - below_it
    high = None if above_it is None else value + above_it
    opened = make(low, high, draw(st.booleans()) and bool(below_it), draw(st.booleans()) and bool(above_it))
    assert opened is not None
    return opened, value


@given(members(), members(), st.sampled_from([operator.add, operator.sub, operator.mul]))
def test_operations_contain(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction], apply: Callable[[object, object], Interval]
) -> None:
    result: object = apply(a[1], b[1])
    assert isinstance(result, Fraction)
    assert result in apply(a[0], b[0])


@given(members(), members())
def test_quotients_contain(a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    if b[1]:
        assert a[1] / b[1] in a[0] / b[0]
        assert a[1] / b[1] in quotient(a[0], b[0])


@given(members(), members())
def test_quotient_undoes_a_product_even_at_zero(x: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    assert x[1] in quotient(x[0] * b[0], b[0])


@given(members(), numbers, st.sampled_from([2, 3, 4]))
def test_single_operations_contain(a: tuple[Interval, Fraction], number: Fraction, exponent: int) -> None:
    assert -a[1] in -a[0]
    assert a[1] + number in shift(a[0], number)
    assert a[1] ** exponent in power(a[0], exponent)
    if number:
        assert scale(a[0], number) == a[0] * point(number)


@given(members(), members())
def test_meet_and_hull(a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    both = meet(a[0], b[0])
    assert both == meet(b[0], a[0])
    for value in (a[1], b[1]):
        assert value in hull(a[0], b[0])
        assert (value in a[0] and value in b[0]) == (both is not None and value in both)


@given(members(), members())
def test_half_lines(a: tuple[Interval, Fraction], x: tuple[Interval, Fraction]) -> None:
    lines = ((operator.le, at_most), (operator.ge, at_least), (operator.lt, less_than), (operator.gt, more_than))
    for holds, line in lines:
        if holds(x[1], a[1]):
            assert x[1] in line(a[0])


@given(st.lists(members(), min_size=1, max_size=5))
def test_lists_contain(rows: list[tuple[Interval, Fraction]]) -> None:
    sets, values = tuple(row[0] for row in rows), [row[1] for row in rows]
    assert sum(values, Fraction(0)) in sum_of(sets)
    assert max(values) in max_of(sets)
    assert min(values) in min_of(sets)
    for share, whole in ((share_sum, sum(values, Fraction(0))), (share_max, max(values)), (share_min, min(values))):
        left = share(sets, point(whole))
        assert left is not None
        assert all(value in one for value, one in zip(values, left, strict=True))


@given(members(), members())
def test_a_coefficient_without_a_sign_says_nothing(c: tuple[Interval, Fraction], x: tuple[Interval, Fraction]) -> None:
    bound = c[1] * x[1]
    half = side(c[0], quotient(point(bound), c[0]), at_most, at_least)
    assert x[1] in half


TOUCHING = [
    (closed(Fraction(0), Fraction(1)), closed(Fraction(1), Fraction(2)), point(Fraction(1))),
    (closed(Fraction(0), Fraction(1)), above(Fraction(1)), None),
    (below(Fraction(1)), above(Fraction(1), open_end=False), None),
    (below(Fraction(1), open_end=False), above(Fraction(1), open_end=False), point(Fraction(1))),
]


@pytest.mark.parametrize("a, b, both", TOUCHING)
def test_touching_ends(a: Interval, b: Interval, both: Interval | None) -> None:
    assert meet(a, b) == both


def test_negative_factors_turn_ends_round() -> None:
    assert scale(Interval(Fraction(1), Fraction(2), False, True), Fraction(-3)) == Interval(
        Fraction(-6), Fraction(-3), True, False
    )


def test_a_product_with_zero_is_exact() -> None:
    assert point(Fraction(0)) * ALL == point(Fraction(0))
    assert above(Fraction(0)) * above(Fraction(0)) == above(Fraction(0))


def test_text() -> None:
    assert str(Interval(Fraction(1, 2), None, False, True)) == "[1/2, ∞)"
    assert str(Interval(None, Fraction(3), True, True)) == "(-∞, 3)"


def test_corners_are_exact_where_the_formula_is_monotone() -> None:
    a = closed(Fraction(2), Fraction(3))
    assert corners(lambda x: quotient(x, x), (a,), (a,)) == point(Fraction(1))
    wide = closed(Fraction(-1), Fraction(3))
    assert corners(lambda x: quotient(x, x), (wide,), (wide,)) == ALL
