"""What the other figures of a relation leave for one role: a compiled formula and the steps it is made of.

Compiled rules (`checker._pack`, written by `checker.compile`) are calls of the functions below. Each result holds every
value that can complete the relation; where the exact set is out of reach it is wider, never narrower.
"""

from __future__ import annotations

from fractions import Fraction

from checker.interval import ALL, Interval, holds_zero_inside, hull, meet
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_ZERO = Fraction(0)


@record(frozen=True, slots=True)
class Projection:
    """One role of one comparison, solved: `solve(*needs)` gives what the facts in `needs` leave for `role`."""

    role: str
    needs: tuple[str, ...]
    solve: Callable[..., Interval | tuple[Interval, ...] | None]
    text: str  # "= exports + imports", "<= whole": the solved formula as a person reads it
    each: str = ""  # a many-role taken one fact at a time
    many: bool = False  # `solve` gives one interval for each fact of the role
    heavy: bool = False  # `solve` goes through corners: worth postponing


def quotient(a: Interval, b: Interval) -> Interval:
    """Two sets → every x for which some x × b is in a; all numbers when 0 is in both."""
    if b.low is not None and b.high is not None and (b.low.numerator > 0 or b.high.numerator < 0):
        low = 1 / b.high
        return a * Interval(low, low if b.low is b.high else 1 / b.low, b.high_open, b.low_open)
    return ALL if _ZERO in b and _ZERO in a else a / b


def scale(a: Interval, factor: Fraction) -> Interval:
    """A set and a number that is not zero → their product."""
    low = None if a.low is None else a.low * factor
    high = low if a.low is a.high else None if a.high is None else a.high * factor
    return Interval(low, high, a.low_open, a.high_open) if factor > 0 else Interval(high, low, a.high_open, a.low_open)


def shift(a: Interval, step: Fraction) -> Interval:
    """A set and a number → their sum."""
    low = None if a.low is None else a.low + step
    high = low if a.low is a.high else None if a.high is None else a.high + step
    return Interval(low, high, a.low_open, a.high_open)


def power(a: Interval, exponent: int) -> Interval:
    """A set → its members to a power from 2 to 4."""
    if exponent == 3:
        return Interval(
            None if a.low is None else a.low**3, None if a.high is None else a.high**3, a.low_open, a.high_open
        )
    folded = a if a.low is not None and a.low >= 0 else -a if a.high is not None and a.high <= 0 else _folded(a)
    low = None if folded.low is None else folded.low**exponent
    return Interval(low, None if folded.high is None else folded.high**exponent, folded.low_open, folded.high_open)


def _folded(a: Interval) -> Interval:
    both = hull(a, -a)
    return Interval(_ZERO, both.high, False, both.high_open)


def side(
    coefficient: Interval,
    bound: Interval,
    positive: Callable[[Interval], Interval],
    negative: Callable[[Interval], Interval],
) -> Interval:
    """An inequality divided by a coefficient: the half line for its sign, or everything when that is open."""
    if coefficient.low is not None and coefficient.low > 0:
        return positive(bound)
    if coefficient.high is not None and coefficient.high < 0:
        return negative(bound)
    return ALL


def corners(
    formula: Callable[..., Interval], repeated: tuple[Interval, ...], divisors: tuple[Interval, ...]
) -> Interval:
    """A formula, its repeated roles and its divisors → the exact range over the box.

    The compiler has shown that the formula is monotone in each repeated role wherever no divisor vanishes, so its
    extremes lie where every one of them is at an end. Otherwise the roles are taken as independent: wider, still sound.
    """
    bounded = all(a.low is not None and a.high is not None for a in repeated)
    if not bounded or any(_touches_zero(divisor) for divisor in divisors):
        return formula(*repeated)
    chosen: list[tuple[Interval, ...]] = [()]
    for a in repeated:
        ends = (Interval(a.low, a.low),) if a.low == a.high else (Interval(a.low, a.low), Interval(a.high, a.high))
        chosen = [(*corner, end) for corner in chosen for end in ends]
    found = formula(*chosen[0])
    for corner in chosen[1:]:
        found = hull(found, formula(*corner))
    return found


def _touches_zero(a: Interval) -> bool:
    return holds_zero_inside(a) or a.low == 0 or a.high == 0


def sum_of(items: tuple[Interval, ...]) -> Interval:
    """Sets → the set of sums of one member each."""
    total = Interval(_ZERO, _ZERO)
    for item in items:
        total = total + item
    return total


def count_of(items: tuple[Interval, ...]) -> Interval:
    """Sets → how many they are."""
    number = Fraction(len(items))
    return Interval(number, number)


def max_of(items: tuple[Interval, ...]) -> Interval:
    """Sets → what the largest of one member each can be."""
    return -min_of(tuple(-item for item in items))


def min_of(items: tuple[Interval, ...]) -> Interval:
    """Sets → what the smallest of one member each can be: from the lowest low end to the lowest high end."""
    lows = [(item.low, item.low_open) for item in items if item.low is not None]
    highs = [(item.high, not item.high_open) for item in items if item.high is not None]
    low = min(lows) if len(lows) == len(items) else (None, True)
    high = min(highs) if highs else (None, False)
    return Interval(low[0], high[0], low[1], not high[1])


def share_sum(items: tuple[Interval, ...], total: Interval) -> tuple[Interval, ...] | None:
    """Sets and what they add up to → what the others leave for each, or None."""
    before = [Interval(_ZERO, _ZERO)]
    for item in items[:-1]:
        before.append(before[-1] + item)
    after = Interval(_ZERO, _ZERO)
    found: list[Interval] = []
    for item, earlier in zip(reversed(items), reversed(before), strict=True):
        left = meet(item, total - (earlier + after))
        if left is None:
            return None
        found.append(left)
        after = after + item
    return tuple(reversed(found))


def share_max(items: tuple[Interval, ...], largest: Interval) -> tuple[Interval, ...] | None:
    """Sets and what the largest of them is → what that leaves for each, or None."""
    ceiling = Interval(None, largest.high, True, largest.high_open)
    capped = [meet(item, ceiling) for item in items]
    kept = [item for item in capped if item is not None]
    if len(kept) < len(items):
        return None
    floor = Interval(largest.low, None, largest.low_open, True)
    able = [meet(item, floor) for item in kept]
    candidates = [index for index, item in enumerate(able) if item is not None]
    if not candidates:
        return None
    if len(candidates) == 1:
        only = able[candidates[0]]
        kept[candidates[0]] = only if only is not None else kept[candidates[0]]
    return tuple(kept)


def share_min(items: tuple[Interval, ...], smallest: Interval) -> tuple[Interval, ...] | None:
    """Sets and what the smallest of them is → what that leaves for each, or None."""
    found = share_max(tuple(-item for item in items), -smallest)
    return None if found is None else tuple(-item for item in found)
