"""Two figures → are they two as printed: rounded alike, and not the same?

    "to pay $12 million" … "will pay $13 million"        two, though 12.5 million would round to either
    "to pay $12 million" … "will pay about $13 million"  two as well, though "about" reaches down to 12
    "to pay $12 million" … "will pay $12.4 million"      may be one

Nobody rounds one amount to 12 here and to 13 there: in 11,000 articles three headlines had such a neighbour. Nor does
a hedge change the digits: of 142 figures that headline and first sentence print, one of them hedged, 136 were the same
and the others rounded to another place.
"""

from __future__ import annotations

from checker import numeral
from checker.fact import Fact, is_negative
from checker.figure import Figure
from checker.interval import Interval
from checker.record import replace

_HEDGES = frozenset(("", "about", "nearly", "over", "at-least", "at-most"))  # "below 5" is no level
_UP = frozenset(("about", "over", "at-least"))
_DOWN = frozenset(("about", "nearly", "at-most"))
_KINDS = frozenset(("money", "percent", "count", "point"))


def are_apart(one: Figure, other: Figure) -> bool:
    """Are two figures printed to one place, and differ there? Of percentages trailing zeros are digits."""
    if one.value is None or other.value is None or one.kind != other.kind or abs(one.value) == abs(other.value):
        return False
    if one.hedge or other.hedge:
        return _are_printed_apart(one, other)
    if one.kind == "percent":
        return _width(one.tight) == _width(other.tight) != 0
    return _width(one.loose) == _width(other.loose) != 0


def _are_printed_apart(one: Figure, other: Figure) -> bool:
    """The same for figures of which one is hedged, by their digits."""
    if not {one.hedge, other.hedge} <= _HEDGES or one.kind not in _KINDS or one.end_of or other.end_of:
        return False
    return _is_read(one) and _is_read(other) and _width(_digits(one)) == _width(_digits(other)) != 0


def _digits(figure: Figure) -> Interval:
    """What a figure's digits admit; of a percentage trailing zeros are digits."""
    return figure.tight if figure.kind == "percent" and not figure.hedge else as_printed(figure)


def _is_read(figure: Figure) -> bool:
    """Do digits alone give a figure's value: no word for a number, and no other unit?"""
    read = numeral.read(figure.digits, figure.scale) if figure.digits else None
    return read is not None and read.value == figure.value


def as_printed(figure: Figure) -> Interval:
    """A figure → what its digits admit without their hedge."""
    read = numeral.read(figure.digits, figure.scale) if figure.hedge and _is_read(figure) else None
    if read is None:
        return figure.loose
    return read.tight if figure.kind == "percent" else read.loose


def within_digits(figure: Figure) -> Interval:
    """A figure → what its digits admit: a hedged one reaches one step of its last digit further, where it points.

    "More than 12 percent" may be 12.9, but nobody says it of 26.
    """
    bare = as_printed(figure)
    if not figure.hedge or figure.hedge not in _HEDGES or figure.kind not in _KINDS or not _is_read(figure):
        return figure.tight
    if bare.low is None or bare.high is None:
        return figure.tight
    step = bare.high - bare.low
    low = bare.low - step if figure.hedge in _DOWN else bare.low
    return replace(bare, low=low, high=bare.high + step if figure.hedge in _UP else bare.high)


def parted(fact: Fact, own: Fact) -> Fact:
    """A fact, and the same as it was read → without the ends that a neighbour of one rounding shares, and its hedge."""
    if own.figure is not None and own.figure.hedge:
        bare = as_printed(own.figure)
        bare = -bare if is_negative(own.interval) else bare
        return replace(fact, interval=_opened(bare), tight=_opened(bare))
    return replace(fact, interval=_opened(own.interval), tight=_opened(own.tight))


def _opened(a: Interval) -> Interval:
    return a if a.low == a.high else replace(a, low_open=True, high_open=True)


def _width(a: Interval) -> object:
    return 0 if a.low is None or a.high is None else a.high - a.low
