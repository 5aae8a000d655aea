"""Tokens → the number that starts there in digits, with the precision it was printed to.

    23.77 · 1,234 · 1,23,456 · 816 000 · .5 · 5-1/4 · 16 7/8 · 2½ · 3.4-billion · 10m

Numbers in words are read by checker.spelled. A phrase that is no number is None.
"""

from __future__ import annotations

from fractions import Fraction

from checker import numeral
from checker.interval import Interval, point
from checker.lexicon import Lexicon
from checker.record import record
from checker.token import Tokens

ONE = Fraction(1)
_GROUPS = 6  # no number in prose has more groups of three with spaces between them
_DENOMINATORS = frozenset(("2", "3", "4", "5", "8", "10", "16", "32", "64", "100", "128"))
VULGAR = {
    "½": (1, 2),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_MONEY = ("$", "£", "€", "¥")
_RACES = frozenset("50 60 80 100 110 200 300 400 800 1000 1,000 1500 1,500 3000 3,000 5000 5,000 10000 10,000".split())
_BEFORE_RACE = frozenset("the a an his her over in for at and both indoor outdoor 's olympic world double us".split())
_AFTER_RACE = frozenset(
    "in at and or final finals heat heats title titles world european indoor olympic gold silver bronze champion"
    " record success win race races runner legend freestyle butterfly hurdles for with on , . ; )".split()
)
_LEAPS = frozenset("leap leapt jump jumped throw threw cleared clearance vault vaulted".split())
_NEAR = 5  # tokens
_METRES = frozenset("long wide tall high deep race sprint freestyle hurdles butterfly relay".split())


@record(frozen=True, slots=True)
class Number:
    start: int  # token range of digits and scale words
    end: int
    digits: str  # as printed; "" when in words
    scale: Fraction
    value: Fraction
    tight: Interval
    loose: Interval
    form: str  # digits, words, fraction (of a whole: a third), mixed (5-1/4), vague (dozens)
    scaled: bool  # a scale word was printed


def number_at(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """The index of a token that begins with a digit → the number that starts there, or None."""
    return _mixed(tokens, i, lexicon) or _digits(tokens, i, lexicon)


def rescaled(number: Number, scale: Fraction) -> Number:
    """A number and the scale word it shares with a neighbour → the number so scaled."""
    if not number.digits:
        amount = number.value * scale
        span = numeral.around(amount, scale)
        return Number(number.start, number.end, "", scale, amount, span, span, number.form, True)
    read = numeral.read(number.digits, scale)
    if read is None:
        return number
    return Number(
        number.start, number.end, number.digits, scale, read.value, read.tight, roughly(read), number.form, True
    )


def roughly(read: numeral.Numeral) -> Interval:
    """Trailing zeros may be rounding, but an unhedged figure is never looser than a hedged one (5 percent)."""
    if read.loose == read.tight:
        return read.tight
    narrow = numeral.around(read.value, max(read.value / 10, read.resolution))
    assert read.loose.low is not None
    assert narrow.low is not None
    return read.loose if read.loose.low >= narrow.low else narrow


def scale_at(tokens: Tokens, i: int, lexicon: Lexicon, *, attached: bool = False) -> tuple[Fraction, int]:
    """A token index → the worth of the scale words there (1 if none) and the index after them."""
    scale = ONE
    if (
        tokens.word(i) == "-"
        and tokens.joined(i)
        and len(tokens.word(i + 1)) > 2
        and tokens.word(i + 1) in lexicon.scales
    ):
        i += 1  # "3.4-billion"
    while (entry := lexicon.scales.get(tokens.word(i))) is not None:
        if entry.attached and not (attached and tokens.joined(i) and not _goes_on(tokens, i)):
            break
        scale *= entry.factor
        i += 1
    return scale, i


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Is a letter behind digits no scale: part of a longer name (5m3), grams (45g), metres (a 37m-long ship)?"""
    after = i + 2 if tokens.word(i + 1) == "-" else i + 1
    if tokens.joined(i + 1) and tokens.raws[i + 1][0].isalnum():
        return True
    if tokens.words[i] == "mm":
        return tokens.word(i - 2) not in _MONEY  # "$12mm", but a 9mm barrel
    return tokens.words[i] in ("g", "th") or (tokens.words[i] == "m" and _of_metres(tokens, i, after))


def _of_metres(tokens: Tokens, i: int, after: int) -> bool:
    """Does the letter m behind digits stand for metres: 37m (121ft), 30ft (10m), a 37m-long ship, the 200m final?"""
    in_feet = tokens.word(after) == "(" and tokens.word(after + 2) in ("ft", "feet")
    from_feet = tokens.word(i - 2) == "(" and tokens.word(i - 3) in ("ft", "feet")
    raced = tokens.words[i - 1] in _RACES and tokens.word(i - 2) in _BEFORE_RACE and tokens.word(after) in _AFTER_RACE
    leapt = not _LEAPS.isdisjoint(tokens.words[max(0, i - _NEAR) : i])
    return tokens.word(after) in _METRES or in_feet or from_feet or raced or leapt


def _digits(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    end = _grouped(tokens, i)
    start = i - 1 if _bare_point(tokens, i) else i
    digits = tokens.text(start, end)
    scale, after = scale_at(tokens, end, lexicon, attached=True)
    read = numeral.read(digits, scale)
    if read is None:
        return None
    return Number(start, after, digits, scale, read.value, read.tight, roughly(read), "digits", after > end)


def _bare_point(tokens: Tokens, i: int) -> bool:
    """ ".5": the point stands before the digits and touches nothing but a sign of money on its left."""
    if tokens.word(i - 1) != "." or not tokens.joined(i) or not tokens.raws[i].isdecimal():
        return False
    return not tokens.joined(i - 1) or not tokens.raws[i - 2][-1].isalnum()


def _grouped(tokens: Tokens, i: int) -> int:
    """The index of digits → the index after their further groups: 1,23,456 · 816 000."""
    if len(tokens.raws[i]) > 3 or not tokens.raws[i].isdecimal():
        return i + 1
    return _by_two(tokens, i) or _by_spaces(tokens, i) or i + 1


def _by_two(tokens: Tokens, i: int) -> int:
    """Groups of two with a last one of three, as in lakhs and crores; 0 when there are none."""
    j = i + 1
    while tokens.word(j) == "," and tokens.joined(j) and tokens.joined(j + 1):
        group = tokens.word(j + 1)
        if len(group) == 6 and group[2] == "," and group[:2].isdecimal():
            return j + 2
        if len(group) != 2 or not group.isdecimal():
            return 0
        j += 2
    return 0


def _by_spaces(tokens: Tokens, i: int) -> int:
    """Groups of three with one space between: two of them, or one that is round; 0 when there are none, or too many."""
    j = i + 1
    while _is_group(tokens, j) and j - i <= _GROUPS:
        j += 1
    groups = j - i - 1
    round_one = groups == 1 and tokens.raws[i + 1] == "000" and tokens.raws[i][0] != "0"
    return j if 2 <= groups < _GROUPS or round_one else 0


def _is_group(tokens: Tokens, j: int) -> bool:
    digits = tokens.word(j)
    return len(digits) == 3 and digits.isdecimal() and tokens.starts[j] == tokens.ends[j - 1] + 1


def _mixed(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """5-1/4, 16 7/8, 1/16, 2½: the wires' eighths, exact."""
    part = _part(tokens, i)
    whole = Fraction(0)
    if part is None and tokens.raws[i].isdecimal() and len(tokens.raws[i]) < 7:
        j = i + 2 if tokens.word(i + 1) == "-" and tokens.joined(i + 1) and tokens.joined(i + 2) else i + 1
        part, whole = _part(tokens, j), Fraction(tokens.raws[i])
    if part is None:
        return None
    value, end = whole + part[0], part[1]
    scale, after = scale_at(tokens, end, lexicon, attached=True)
    span = numeral.around(value * scale, scale / 10) if after > end else point(value)
    return Number(i, after, tokens.text(i, end), scale, value * scale, span, span, "mixed", after > end)


def _part(tokens: Tokens, i: int) -> tuple[Fraction, int] | None:
    """A token index → the proper fraction printed there and the index after it."""
    if tokens.word(i) in VULGAR:
        return Fraction(*VULGAR[tokens.words[i]]), i + 1
    top, slash, bottom = tokens.word(i), tokens.word(i + 1), tokens.word(i + 2)
    if slash not in ("/", "⁄") or bottom not in _DENOMINATORS or not top.isdecimal() or len(top) > 2:
        return None
    if not (tokens.joined(i + 1) and tokens.joined(i + 2)) or (tokens.word(i + 3) == "/" and tokens.joined(i + 3)):
        return None
    return (Fraction(int(top), int(bottom)), i + 3) if 0 < int(top) < int(bottom) else None


_FACTORS = tuple(Fraction(10**power) for power in (12, 9, 6, 3))


def scale_of(number: Number) -> Fraction:
    """The scale word of a number, also of one in words ("two thousand"), as a factor; 1 where there is none."""
    if number.digits or not number.scaled:
        return number.scale
    return next((scale for scale in _FACTORS if number.value >= scale and number.value % scale == 0), ONE)
