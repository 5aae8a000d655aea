"""Sets of true values that a printed figure admits: exact ends, each open or closed.

    closed(Fraction("23.765"), Fraction("23.775")) + closed(Fraction("17.985"), Fraction("17.995"))
    → [41.75, 41.77]

An end of `None` is infinite (and open). The empty set is `None`: every operation that can come out empty returns
`Interval | None`, so that a contradiction is a value. No floats, no tolerance. Division by a set that holds zero
widens, as in Moore, Kearfott and Cloud, *Introduction to Interval Analysis* (2009), §4.
"""

from __future__ import annotations

from fractions import Fraction

from checker.record import record


@record(frozen=True, slots=True)
class Interval:
    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        if self.low is self.high and other.low is other.high:
            high = low
        else:
            high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(
            low, high, low is None or self.low_open or other.low_open, high is None or self.high_open or other.high_open
        )

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = low if self.low is self.high else None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.low is not None and self.high is not None and other.low is not None and other.high is not None:
            if self.low.numerator > 0 and other.low.numerator > 0:  # the usual case
                return _positive(self, other)
            if self.low.numerator > 0 and other.high.numerator < 0:
                return -_positive(self, -other)
            if self.high.numerator < 0 and other.low.numerator > 0:
                return -_positive(-self, other)
        return _hull([_product(a, b) for a in _ends(self) for b in _ends(other)])

    def __truediv__(self, other: Interval) -> Interval:
        return self * _reciprocal(other) if not holds_zero_inside(other) else ALL

    @property
    def middle(self) -> Fraction | None:
        """The value halfway between two finite ends, else one that lies inside, or None for all numbers."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        end, step = (self.low, 1) if self.low is not None else (self.high, -1)
        return None if end is None else end + step * max(abs(end), Fraction(1))

    def __contains__(self, value: Fraction) -> bool:
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        return above and (self.high is None or value < self.high or (value == self.high and not self.high_open))

    def __str__(self) -> str:
        low = "(-∞" if self.low is None else ("(" if self.low_open else "[") + str(self.low)
        high = "∞)" if self.high is None else str(self.high) + (")" if self.high_open else "]")
        return f"{low}, {high}"


ALL = Interval(None, None, True, True)


def point(value: Fraction) -> Interval:
    """A value → the set that holds only it."""
    return Interval(value, value)


def closed(low: Fraction, high: Fraction) -> Interval:
    """Two ends, low ≤ high → the closed interval."""
    return Interval(low, high)


def above(value: Fraction, *, open_end: bool = True) -> Interval:
    """A bound → everything above it, the bound itself only if `open_end` is false."""
    return Interval(value, None, open_end, True)


def below(value: Fraction, *, open_end: bool = True) -> Interval:
    """A bound → everything below it, the bound itself only if `open_end` is false."""
    return Interval(None, value, True, open_end)


POSITIVE = above(Fraction(0))
NEGATIVE = below(Fraction(0))


def make(low: Fraction | None, high: Fraction | None, low_open: bool, high_open: bool) -> Interval | None:
    """Two ends → the interval, or None when no value lies between them."""
    if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
        return None
    return Interval(low, high, low is None or low_open, high is None or high_open)


def meet(a: Interval, b: Interval) -> Interval | None:
    """Two sets → what lies in both, or None."""
    if a.low is None or (b.low is not None and (b.low > a.low or (b.low == a.low and b.low_open))):
        low, low_open = b.low, b.low_open
    else:
        low, low_open = a.low, a.low_open
    if a.high is None or (b.high is not None and (b.high < a.high or (b.high == a.high and b.high_open))):
        high, high_open = b.high, b.high_open
    else:
        high, high_open = a.high, a.high_open
    return make(low, high, low_open, high_open)


def hull(a: Interval, b: Interval) -> Interval:
    """Two sets → the smallest interval that holds both."""
    low_open, high_open = a.low_open, a.high_open
    low, high = a.low, a.high
    if low is not None and (b.low is None or b.low < low or (b.low == low and not b.low_open)):
        low, low_open = b.low, b.low_open
    if high is not None and (b.high is None or b.high > high or (b.high == high and not b.high_open)):
        high, high_open = b.high, b.high_open
    return Interval(low, high, low_open, high_open)


def at_most(a: Interval) -> Interval:
    """A set → everything that some member of it is not below: the `x ≤ a` half line."""
    return Interval(None, a.high, True, a.high_open)


def at_least(a: Interval) -> Interval:
    """A set → everything that some member of it is not above: the `x ≥ a` half line."""
    return Interval(a.low, None, a.low_open, True)


def less_than(a: Interval) -> Interval:
    """A set → the `x < a` half line."""
    return Interval(None, a.high, True, True)


def more_than(a: Interval) -> Interval:
    """A set → the `x > a` half line."""
    return Interval(a.low, None, True, True)


# An end is (sign of infinity, value, open): an infinite end has value 0 and sign ±1.
_End = tuple[int, Fraction, bool]
_ZERO = Fraction(0)


def _ends(a: Interval) -> tuple[_End, _End]:
    low = (-1, _ZERO, True) if a.low is None else (0, a.low, a.low_open)
    return low, ((1, _ZERO, True) if a.high is None else (0, a.high, a.high_open))


def _positive(a: Interval, b: Interval) -> Interval:
    """Two finite sets above zero → their product, without comparing all four corners."""
    low = None if a.low is None or b.low is None else a.low * b.low
    high = None if a.high is None or b.high is None else a.high * b.high
    return Interval(low, high, a.low_open or b.low_open, a.high_open or b.high_open)


def _product(a: _End, b: _End) -> _End:
    # Zero times infinity is zero, and a closed zero is attained whatever the other factor is.
    if (a[0] == 0 and a[1] == 0) or (b[0] == 0 and b[1] == 0):
        attained = (a[0] == 0 and a[1] == 0 and not a[2]) or (b[0] == 0 and b[1] == 0 and not b[2])
        return 0, _ZERO, not attained
    if a[0] or b[0]:
        return (_sign(a) * _sign(b), _ZERO, True)
    return 0, a[1] * b[1], a[2] or b[2]


def _sign(a: _End) -> int:
    return a[0] or (1 if a[1] > 0 else -1)


def _hull(ends: list[_End]) -> Interval:
    low = min(ends, key=lambda e: (e[0], e[1], e[2]))
    high = max(ends, key=lambda e: (e[0], e[1], not e[2]))
    return Interval(low[1] if low[0] == 0 else None, high[1] if high[0] == 0 else None, low[2], high[2])


def holds_zero_inside(a: Interval) -> bool:
    """Whether a set has members on both sides of zero, or zero alone: nothing can be said of a quotient by it."""
    return ((a.low is None or a.low < 0) and (a.high is None or a.high > 0)) or (a.low == 0 and a.high == 0)


def _reciprocal(a: Interval) -> Interval:
    low = Fraction(0) if a.high is None else (None if a.high == 0 else 1 / a.high)
    high = Fraction(0) if a.low is None else (None if a.low == 0 else 1 / a.low)
    return Interval(
        low, high, a.high is None or a.high_open or low is None, a.low is None or a.low_open or high is None
    )
