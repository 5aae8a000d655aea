"""Two intervals → where to draw them on one line: what a printed figure admits, and what the other figures allow.

    84.685 to 84.695 as printed, 84.950 to 84.970 allowed   →  bars from 20 to 26 and from 169 to 180, of 200

Positions are whole numbers, worked out exactly, so a drawing is the same on every machine.
"""

from __future__ import annotations

from fractions import Fraction

from checker.interval import POSITIVE, Interval, meet, point
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH, _EDGE, _LEAST = 200, 20, 3  # the line, what is kept free at its ends, and the shortest bar


@record(frozen=True, slots=True)
class Gauge:
    """Two bars on a line of `WIDTH`: start and length of each. A bar that reaches an end of the line goes on."""

    printed: tuple[int, int]
    allowed: tuple[int, int]
    fits: bool  # do they have a value in common?


def gauge(printed: Interval, allowed: Interval) -> Gauge | None:
    """What a figure admits and what the others allow → the drawing; None where there is nothing to see."""
    ends = [end for end in (printed.low, printed.high, allowed.low, allowed.high) if end is not None]
    if not tells(allowed) or not ends:
        return None
    least, most = min(ends), max(ends)
    bars = [_bar(one, least, most - least or Fraction(1)) for one in (printed, allowed)]
    return Gauge(bars[0], bars[1], meet(printed, allowed) is not None)


def tells(allowed: Interval) -> bool:
    """Whether a range says more than that a quantity is one: "above zero" does not."""
    bounds = [end for end in (allowed.low, allowed.high) if end is not None]
    return bounds not in ([], [Fraction(-100)], [Fraction(0), Fraction(100)]) and allowed not in _TRIVIAL


_TRIVIAL = (POSITIVE, Interval(Fraction(0), None, False, True))


def together(ranges: Iterable[Interval]) -> Interval | None:
    """What each of several relations allows → what all of them do; None if nothing, or if none says anything."""
    whole: Interval | None = None
    for one in ranges:
        if tells(one):
            whole = one if whole is None else meet(whole, one)
            if whole is None:
                return None
    return whole


def read(low: str | None, high: str | None, scale: Fraction) -> Interval | None:
    """Two ends as a report prints them, in the figure's own unit, and its scale → the interval; None if not numbers."""
    try:
        ends = [None if end is None else Fraction(end.replace(",", "")) * scale for end in (low, high)]
    except (ValueError, ZeroDivisionError):
        return None
    first, last = ends
    if first is not None and first == last:
        return point(first)
    if first is not None and last is not None and first > last:
        return None
    return None if first is last is None else Interval(first, last, first is None, last is None)


def _bar(one: Interval, least: Fraction, span: Fraction) -> tuple[int, int]:
    start = 0 if one.low is None else _at(one.low, least, span)
    end = WIDTH if one.high is None else _at(one.high, least, span)
    if end - start < _LEAST:
        start, end = max(0, (start + end - _LEAST) // 2), (start + end + _LEAST) // 2
    return start, end - start


def _at(value: Fraction, least: Fraction, span: Fraction) -> int:
    return round(_EDGE + (value - least) / span * (WIDTH - 2 * _EDGE))
