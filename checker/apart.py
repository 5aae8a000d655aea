"""Two figures → are they two as printed: rounded alike, neither hedged, and not the same?

    "to pay $12 million" … "will pay $13 million"      two, though 12.5 million would round to either
    "to pay $12 million" … "will pay $12.4 million"    may be one

Nobody rounds one amount to 12 here and to 13 there: in 11,000 articles three headlines had such a neighbour.
"""

from __future__ import annotations

from checker.fact import Fact
from checker.figure import Figure
from checker.interval import Interval
from checker.record import replace


def are_apart(one: Figure, other: Figure) -> bool:
    """Are two figures printed to one place, and differ there? Of percentages trailing zeros are digits."""
    if one.value is None or other.value is None or one.hedge or other.hedge or one.kind != other.kind:
        return False
    if one.kind == "percent":
        alike = _width(one.tight) == _width(other.tight) != 0
    else:
        alike = _width(one.loose) == _width(other.loose) != 0
    return alike and abs(one.value) != abs(other.value)


def parted(fact: Fact, own: Fact) -> Fact:
    """A fact, and the same as it was read → without the ends that a neighbour of one rounding shares."""
    return replace(fact, interval=_opened(own.interval), tight=_opened(own.tight))


def _opened(a: Interval) -> Interval:
    return a if a.low == a.high else replace(a, low_open=True, high_open=True)


def _width(a: Interval) -> object:
    return 0 if a.low is None or a.high is None else a.high - a.low
