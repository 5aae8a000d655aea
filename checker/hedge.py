"""A hedge and the interval it stands before → the two sets of true values it admits.

Each hedge is a convention of prose (docs/decisions/0003): a usual set, which a reader expects, and a widest set, outside
which the sentence is false. "Nearly 80" is usually 76 to 80 and never 80 or more; "more than 600" is never 600 or less.
"""

from __future__ import annotations

from fractions import Fraction

from checker.interval import Interval

_USUAL = Fraction(1, 20)
_WIDEST = Fraction(1, 10)


def widen(hedge: str, value: Fraction, tight: Interval, loose: Interval) -> tuple[Interval, Interval]:
    """Hedge (about, nearly, over, under, at-least, at-most or ""), value and rounding intervals → usual and widest set."""
    size, step = abs(value), _step(value)
    near, far = max(size * _USUAL, step), max(size * _WIDEST, 2 * step)
    match hedge:
        case "about":
            return Interval(value - near, value + near), Interval(value - far, value + far)
        case "nearly":
            return Interval(value - near, value, False, True), Interval(value - 2 * far, value, False, True)
        case "over":
            return Interval(value, value + 2 * far, True, False), Interval(value, value + max(size, 2 * step), True, False)
        case "under":
            return Interval(value - 2 * far, value, False, True), Interval(min(value - 2 * step, Fraction(0)), value, False, True)
        case "at-least":
            return Interval(value, value + 2 * far), Interval(value, None, False, True)
        case "at-most":
            return Interval(value - 2 * far, value), Interval(min(value, Fraction(0)), value)
        case _:
            return tight, loose


def _step(value: Fraction) -> Fraction:
    """The worth of the last non-zero decimal place: 1 for 43, 1/10 for 4.3, 100 for 600."""
    step = Fraction(1)
    while value and value % step:
        step /= 10
        if step < Fraction(1, 10**9):
            break
    while value and value % (step * 10) == 0:
        step *= 10
    return step
