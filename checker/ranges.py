"""Neighbouring quantities → the same with the unit and scale that one lends the other, and the ends of ranges marked.

from $494 to $493 million · 3 and 4 million · 10 to 12 percent · $494 million versus $493
"""

from __future__ import annotations

from checker.change import moves
from checker.interval import point
from checker.lender import AGAINST, MEASURED, is_of_like_size, lender_of
from checker.lexicon import Lexicon
from checker.number import ONE, Number, rescaled, scale_of
from checker.quantity import Quantity
from checker.record import replace
from checker.token import Tokens
from checker.unit import SIZES

_RANGED = ("to", "-")
_HELD = ("-", "to")  # "10- to 12-pound"
_LISTED = ("and", "or")
_WHOSE = ("the", "its", "their", "his", "her", "our", "these", "those")
_OWNER = 4  # words of "of Harbour Bank's"
_CORRECTED = (("-", "-"), ("—",))  # "405 -- $455 million": a slip of the tongue, mended
_WHOLE = 100  # percent: "a quarter of the 777 and 35 percent of the 787"
_ONCE = 20  # two figures that share a scale are seldom further apart than this many times


def related(found: list[Quantity], tokens: Tokens, lexicon: Lexicon) -> list[Quantity]:
    """The quantities of a sentence in order → the same, each with its neighbour's unit and scale where it has none."""
    for k in range(len(found) - 2, -1, -1):
        left, right = found[k], found[k + 1]
        if left.ignored or right.ignored or tokens.word(right.after) == "such":
            continue  # "12 days when it topped $1 billion, up from 10 such days"
        if _is_compound(left, right, tokens):
            found[k : k + 2] = [_compound(left, right)]
            continue
        if (level := lender_of(found, k, tokens, lexicon)) is not None:
            found[k + 1] = _same_scale(_borrow_noun(_borrow_unit(right, level), level), level)
            continue
        gap = right.first - left.after
        between = tuple(tokens.words[left.after : right.first]) if gap <= _OWNER else ()
        between = ("to",) if between == _HELD else between
        if gap > 2 and not _is_part(between):
            continue
        if between in _CORRECTED and right.kind == "money":
            found[k] = replace(left, ignored="corrected in the same breath")
        elif len(between) == 1 and between[0] in _RANGED + _LISTED:
            right = _same_money(_same_age(right, left), left, tokens)
            left = _borrow(left, right)
            if between[0] != "or":
                left = _lent_rate(left, right)
            ranged = _is_range(left, right, between[0], tokens, lexicon)
            found[k], found[k + 1] = _ends(left, right) if ranged else (left, right)
        elif between in AGAINST or (between[1:] in AGAINST and (between[0] == "," or "." in right.number.digits)):
            found[k + 1] = _same_scale(_borrow_unit(right, left), left)
            found[k] = _lent_back(left, right, tokens)
        elif _is_part(between) and _is_bare(left) and not _is_far(left, right):
            if right.kind == "percent" and left.number.scaled:
                continue  # "50 million of 10 percent notes"
            found[k] = replace(left, kind=right.kind, unit=right.unit, named=right.named, factor=right.factor)
    return found


def _is_part(between: tuple[str, ...]) -> bool:
    """Do words make a part of what follows them: "two of the three", "six out of nine", "60 of Arden's 430"?"""
    between = between[between[:1] == ("out",) :]
    if between[:1] != ("of",):
        return False
    return len(between) == 1 or between[-1] == "'s" or (len(between) == 2 and between[1] in _WHOSE)


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind == "count" and not quantity.unit


def _is_far(left: Quantity, right: Quantity) -> bool:
    """ "in the year to January three of 207,514 dollars": is the first no part of the second?"""
    return right.kind == "money" and left.number.form == "words" and left.number.value * _THOUSAND < right.number.value


_THOUSAND = 1000


def _is_compound(left: Quantity, right: Quantity, tokens: Tokens) -> bool:
    """ "3 dollars and 50 cents", "two hours 15 minutes": one amount, told in a unit and a smaller one of its kind."""
    between = tokens.words[left.after : right.start]
    cents = left.kind == "money" and (right.named, right.unit) == ("minor", "USD")  # of whatever has cents
    alike = ((left.kind, left.unit) == (right.kind, right.unit) or cents) and left.named != right.named
    printed = left.number.end < left.after and right.number.end < right.after and not right.negative
    smaller = 0 < right.number.value * right.factor < left.factor > right.factor
    return alike and printed and smaller and between in ([], ["and"], [","]) and not left.hedge + right.hedge


def _compound(left: Quantity, right: Quantity) -> Quantity:
    ratio = right.factor / left.factor
    whole, part = left.number, right.number
    tight = part.tight * point(ratio) + point(whole.value)
    value = whole.value + part.value * ratio
    number = Number(whole.start, part.end, "", ONE, value, tight, tight, "words", True)
    return replace(left, number=number, after=right.after)


def _is_range(left: Quantity, right: Quantity, word: str, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Do neighbours open and close a range, or are they a change and its level ("rose 18 cents to 23.50 dollars")?"""
    before = tokens.word(left.first - 1)
    if word == "and":
        return before == "between"
    if word == "or":
        return right.number.value == left.number.value + 1 and left.number.end == left.after
    bare = left.number.end == left.after and left.start == left.number.start
    return word == "-" or bare or not moves(tokens, left.first - 1, lexicon)


def _lent_rate(left: Quantity, right: Quantity) -> Quantity:
    """ "$62 to $68 a share": the first is a share's price as well."""
    alike = left.kind == right.kind == "money" and right.unit.startswith(left.unit + "/")
    return replace(left, unit=right.unit) if alike else left


def _ends(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Two quantities of one unit joined by "to" → the same, as low and high end of a range."""
    if (left.kind, left.unit) != (right.kind, right.unit) or left.number.value >= right.number.value:
        return left, right
    return replace(left, end_of="low"), replace(right, end_of="high")


def _borrow(left: Quantity, right: Quantity) -> Quantity:
    """A bare number takes the unit and scale of the next; money of the same currency takes the scale."""
    bare = _is_bare(left) and left.number.form in ("digits", "words", "mixed")
    if bare:
        if right.kind == "percent" and (not _a_rate(left) or left.number.value > _WHOLE >= right.number.value):
            return left
        left = replace(left, kind=right.kind, unit=right.unit, named=right.named, factor=right.factor)
    if not bare and not (left.kind == right.kind == "money" and left.unit == right.unit):
        return left
    return _same_scale(left, right)


def _borrow_unit(bare: Quantity, lender: Quantity) -> Quantity:
    """ "12.1 mln dlrs vs 11.4": what is set against an amount is an amount of the same."""
    if lender.kind == "percent" and not _a_rate(bare):
        return bare
    if not _is_bare(bare) or (bare.number.form != "digits" and not bare.number.scaled):
        return bare
    if lender.kind not in ("money", "percent") and not (lender.kind in MEASURED and is_of_like_size(bare, lender)):
        return _borrow_length(bare, lender)
    if bare.number.scaled > lender.number.scaled:
        # "48 cents a share, up from 16.6 million, or 40 cents": the larger one is no amount a share, nor of cents.
        factor = ONE if lender.named == "minor" else lender.factor
        return replace(bare, kind=lender.kind, unit=lender.unit.partition("/")[0], factor=factor)
    return replace(bare, kind=lender.kind, unit=lender.unit, named=lender.named, factor=lender.factor)


def _borrow_length(bare: Quantity, lender: Quantity) -> Quantity:
    """ "33.7 hours in May from 33.8": both are broken numbers, and nearly as long."""
    broken = lender.kind == "duration" and all("." in one.number.digits for one in (bare, lender))
    near = lender.number.value < 2 * bare.number.value < 4 * lender.number.value
    return replace(bare, kind=lender.kind, unit=lender.unit, factor=lender.factor) if broken and near else bare


def _lent_back(left: Quantity, right: Quantity, tokens: Tokens) -> Quantity:
    """ "rose to 2.9 from 2.7 percent", "to 7-3/4 from 7-1/2 pct": the unit is told with the second alone."""
    plain = _is_bare(left) and left.number.end == left.after and left.number.form in ("digits", "mixed")
    told = right.kind in ("percent", *SIZES) and tokens.word(left.first - 1) == "to"
    if not (plain and told and is_of_like_size(left, right)) or (right.kind == "percent" and not _a_rate(left)):
        return left
    return replace(left, kind=right.kind, unit=right.unit, named=right.named, factor=right.factor)


def _borrow_noun(bare: Quantity, lender: Quantity) -> Quantity:
    """ "a 4.93 million-unit pace, from the 4.99 rate": both count the same."""
    counts = bare.kind == lender.kind == "count" and lender.number.scaled and "." in bare.number.digits
    return replace(bare, unit=lender.unit) if counts and not bare.unit else bare


def _a_rate(quantity: Quantity) -> bool:
    """Could it be a percentage: no scale word, and no thousands ("by 1,100 to 11.3 pct")?"""
    return not quantity.number.scaled and quantity.number.value < 1000


def _same_age(right: Quantity, left: Quantity) -> Quantity:
    """ "aged 18 to 24": both are ages."""
    if left.kind != "age" or right.kind != "count" or right.number.end != right.after:
        return right
    return replace(right, kind="age", unit=left.unit, named=left.named, factor=left.factor)


def _same_money(right: Quantity, left: Quantity, tokens: Tokens) -> Quantity:
    """ "$3-4 bn": the second end of a range is in the currency of the first."""
    bare = right.kind == "count" and left.kind == "money" and tokens.words[left.after] in _RANGED
    if not bare or (right.unit and not right.number.scaled):
        return right
    return replace(right, kind="money", unit=left.unit, named=left.named, factor=left.factor)


def _same_scale(bare: Quantity, lender: Quantity) -> Quantity:
    """Digits without a scale word next to some with one, of about the same size → scaled alike."""
    number, scale = bare.number, scale_of(lender.number)
    alike = (bare.kind, bare.unit) == (lender.kind, lender.unit)
    if number.form not in ("digits", "words") or number.scaled or scale == 1 or not alike:
        return bare
    printed = lender.number.value / scale if scale != ONE else lender.number.value
    if "," in number.digits and "," not in lender.number.digits:
        return bare  # "from $1,784 to $526.9 million"
    if number.value > printed * _ONCE or number.value * 1000 < printed:
        return bare
    return replace(bare, number=rescaled(number, scale))
