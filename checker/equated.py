"""Two figures of an article → may they be one quantity printed twice, or one of them a part or a sum of others?

    "a third of 60 mills", "20 mills"     no: a part and its whole
    "more than 12 million", "12.4 million"    could be one
    "14" and "9 … and 5"                  made of the two

A headline may cut digits off instead of rounding, hedge, and leave a sign to a word.
"""

from __future__ import annotations

from fractions import Fraction

from checker import numeral
from checker.apart import are_apart, as_printed, within_digits
from checker.fact import Fact
from checker.figure import Figure
from checker.interval import Interval, meet, point
from checker.measure import head_of
from checker.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.slip import Repair

_HUNDRED = Fraction(100)
_UNNAMED = 3  # digits of a number without a unit, for it to be more than a part of a name
_SUMMED = 6  # figures of a sentence
_WORDS = ("zero", *numeral.CARDINALS)


def cut_short(head: Fact) -> Fact:
    """A headline may cut digits off instead of rounding: its interval reaches to the next printed digit."""
    a = head.interval
    if head.figure is None or head.figure.hedge or a.low is None or a.high is None or a.low == a.high:
        return head
    reach = 3 * (a.high - a.low) / 2
    if a.low >= 0:
        return replace(head, interval=Interval(a.low, a.low + reach, a.low_open, True))
    return replace(head, interval=Interval(a.high - reach, a.high, True, a.high_open))


def could_be(one: Fact, other: Fact) -> bool:
    """Could two figures be one quantity, be it rounded, cut short, hedged or with the sign left to a word?"""
    if one.figure is None or other.figure is None or not _are_of_one_kind(one.figure, other.figure):
        return False
    if are_apart(one.figure, other.figure):
        return False
    own = within_digits(one.figure) if one.figure.hedge else one.interval
    tight = within_digits(other.figure)
    if (one.figure.kind, other.figure.kind) == ("percent", "fraction"):  # "50 percent", "half"
        tight = tight * point(_HUNDRED)
    return any(_overlap(own, a) for a in (tight, -tight))


def could_round_to(head: Fact, figure: Figure) -> bool:
    """Could a headline's figure be another one, rounded or cut short?"""
    apart = head.figure is not None and are_apart(head.figure, figure)
    return not apart and meet(head.interval, figure.loose) is not None


def is_of_many(fact: Fact) -> bool:
    """Is a figure a part or a multiple of another one: "half the 6 billion target"?"""
    return fact.figure is not None and fact.figure.kind in ("fraction", "multiple")


def _are_of_one_kind(one: Figure, other: Figure) -> bool:
    """Are two figures of one kind, or is one of them bare or a part of a whole, so that it may be of any?"""
    return one.kind == other.kind or any(f.kind in ("fraction", "multiple") or f.scale > 1 for f in (one, other))


def _overlap(a: Interval, b: Interval) -> bool:
    """Do two intervals share more than an end: nobody prints 51.5 as 51 here and as 52 there."""
    shared = meet(a, b)
    return shared is not None and (shared.low != shared.high or a.low == a.high or b.low == b.high)


def is_made_of(head: Fact, one: Fact, other: Fact) -> bool:
    """Is a headline's figure the sum or the difference of two?"""
    if one.figure is None or other.figure is None:
        return False
    a, b = as_printed(one.figure), as_printed(other.figure)  # "more than 5" and 12 are 7, and not all above
    return any(meet(head.interval, made) is not None for made in (a + b, a - b, b - a))


def is_all(head: Fact, parts: list[Fact]) -> bool:
    """Is a headline's figure the sum of all those of a sentence: "300 in aid, 50 for schools and 50 for arms"?"""
    figures = [fact.figure for fact in parts if fact.figure is not None]
    if len(figures) <= 2 or len(figures) > _SUMMED:
        return False
    whole = figures[0].loose
    for figure in figures[1:]:
        whole = whole + figure.loose
    return meet(head.interval, whole) is not None


def is_told_in_parts(head: Fact, like: list[Fact]) -> bool:
    """Do the first figures of a kind, sentence by sentence, make up a headline's: "240 … in two others, 20 and 9"?"""
    figures = [fact.figure for fact in like if fact.figure is not None]
    if len(figures) < 2 or figures[0].kind == "percent":
        return False
    total = figures[0].loose
    for figure in figures[1:_SUMMED]:
        total = total + figure.loose
        if meet(head.interval, total) is not None:
            return True
    return False


def is_like(head: Fact, fact: Fact) -> bool:
    """Are two figures of one kind and unit, and counts of one noun?"""
    one, other = head.figure, fact.figure
    if one is None or other is None or one.kind != other.kind or one.end_of or other.end_of:
        return False
    if one.kind != "count":
        return one.unit == other.unit
    digits = sum(map(str.isdigit, one.digits))
    if (not one.unit and digits >= _UNNAMED) or digits > _UNNAMED:
        return True  # "claims fall by 21,000"; "to lay off 2,850 staff", "to cut 2,850 jobs"
    return bool(one.unit) and one.unit.split()[-1] == (other.unit.split() or [""])[-1]


def are_of_one_measure(one: Fact, other: Fact) -> bool:
    """Are two figures of one measure, as far as it is printed?"""
    return not one.measure or not other.measure or head_of(one.measure) == head_of(other.measure)


def repaired(one: Figure, other: Figure) -> list[Repair]:
    """The slips of the keys after which one figure has the digits of the other, and its worth."""
    from checker.slip import repairs  # few headlines come so far

    typed = numeral.plain(other.digits)
    found = repairs(one.text, one.digits, one.digits_start - one.start, one.scale)
    same = [repair for repair in found if numeral.plain(repair.digits) == typed]
    return [repair for repair in same if meet(repair.interval, other.loose) is not None]


def in_words(number: Fraction) -> str:
    """A whole number up to twenty → its word, else ""."""
    return _WORDS[int(number)] if number.denominator == 1 and 0 <= number < len(_WORDS) else ""
