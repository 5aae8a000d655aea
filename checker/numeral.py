"""Digits as printed → value, resolution and rounding interval; and back again.

    read("23.77", Fraction(10**12)) → value 23.77 trillion, resolution 0.01 trillion, tight [23.765, 23.775] trillion

A whole number with trailing zeros has two readings: tight (every printed digit counts) and loose (rounded to its last
non-zero place). Rounding intervals are closed at both ends because half-up and half-even printing look alike.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from checker.interval import Interval, closed, point
from checker.record import record

LONGEST = 40  # digits and separators; no quantity in prose is longer
# What the numbers from one to twenty are called.
CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty".split()
)
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
_SEPARATORS = " ,'’_\u00a0\u2002\u2009\u202f，"
_PLAIN = str.maketrans("０１２３４５６７８９．", "0123456789.", _SEPARATORS)
_ONE = Fraction(1)
_HALF = Fraction(1, 2)


@record(frozen=True, slots=True)
class Numeral:
    value: Fraction
    resolution: Fraction  # worth of one unit in the last printed place
    tight: Interval
    loose: Interval


def plain(digits: str) -> str | None:
    """Digits as printed → ASCII digits with at most one point, or None when it is no numeral."""
    if len(digits) > LONGEST:
        return None
    bare = digits.translate(_PLAIN)
    whole, _, decimals = bare.partition(".")
    if not (whole + decimals).isdecimal() or not bare.isascii():
        return None
    return bare


def significant(digits: str) -> int:
    """Digits as printed → how many there are from the first to the last that is not zero; 0 when it is no numeral."""
    return len((plain(digits) or "").replace(".", "").strip("0"))


@lru_cache(maxsize=1024)  # an article prints few numerals, most of them more than once
def read(digits: str, scale: Fraction = _ONE) -> Numeral | None:
    """Digits as printed and the worth of one → a numeral, or None when they cannot be read."""
    bare = plain(digits)
    if bare is None:
        return None
    whole, _, decimals = bare.partition(".")
    number = int(whole + decimals)
    resolution = scale / 10 ** len(decimals)
    value = number * resolution
    tight = around(value, resolution)
    if decimals or number % 10 or not number:
        return Numeral(value, resolution, tight, tight)
    zeros = len(whole) - len(whole.rstrip("0"))
    return Numeral(value, resolution, tight, around(value, resolution * 10**zeros))


def around(value: Fraction, resolution: Fraction) -> Interval:
    """A value and the unit it was rounded to → every value that may have been printed so."""
    half = abs(resolution) * _HALF
    return closed(value - half, value + half)


def exact(digits: str, scale: Fraction = _ONE) -> Interval | None:
    """Digits of a count that nobody rounds → the point interval, or None when they cannot be read."""
    numeral = read(digits, scale)
    return None if numeral is None else point(numeral.value)


def printed(value: Fraction, like: str, scale: Fraction = _ONE, more: int = 0, toward: int = 0) -> str:
    """A value → digits with the decimals (and `more`) and the separators of `like`.

    Rounds half up; `toward` −1 rounds down and +1 rounds up, for the two ends of a range.
    """
    bare = plain(like) or "0"
    places = len(bare.partition(".")[2]) + more
    scaled = value / scale * 10**places
    number = {-1: scaled.__floor__, 0: (scaled + _HALF).__floor__, 1: scaled.__ceil__}[toward]()
    digits = str(abs(number)).rjust(places + 1, "0")
    whole, decimals = (digits[:-places], digits[-places:]) if places else (digits, "")
    sign = "−" if number < 0 else ""
    return sign + grouped(whole, separator_of(like)) + ("." + decimals if decimals else "")


def separator_of(like: str) -> str:
    """Digits as printed → the character between their thousands; a comma where there was no room for one."""
    whole = like.partition(".")[0]
    found = next((c for c in whole if c in _SEPARATORS), "")
    return found or ("" if len(whole) > 3 else ",")


def grouped(whole: str, separator: str) -> str:
    """Whole digits → the same in groups of three."""
    if not separator or len(whole) <= 3:
        return whole
    first = len(whole) % 3
    groups = ([whole[:first]] if first else []) + [whole[i : i + 3] for i in range(first, len(whole), 3)]
    return separator.join(groups)
