"""A place among tokens → the quantity that is printed there: number, sign, unit, hedge, all by index of token.

    nearly $3.4 billion a share  →  3.4 × 10⁹, money, USD/share, nearly

What has the form of a number and is no quantity is one as well, with the reason why it is ignored.
"""

from __future__ import annotations

from fractions import Fraction

from checker.age import is_age
from checker.counted import counted_after, tied_after
from checker.hedge import MARKS, hedge_before, hedge_behind, hedge_behind_sign
from checker.interval import point
from checker.lexicon import Lexicon
from checker.name import SCORE, why_not
from checker.number import ONE, VULGAR, Number, number_at, rescaled, scale_at
from checker.record import record, replace
from checker.spelled import odds, spelled_at
from checker.token import Tokens
from checker.unit import Unit, per_after, sign_before, unit_after

_LARGE = 500  # from here on "won" and "real" are money
_RANKED = frozenset("place most straight consecutive successive".split())
_MINUS = ("minus", "negative")
_DETERMINERS = frozenset("the these those its their his her our my".split())
_WEIGHED = frozenset("weigh weighs weighed weighing weight heavier lighter".split())
_POUND = "pound-weight"  # the unit of the lexicon
_NEAR = 5  # tokens before a number that may say that it is a weight
_GOODS = 4  # words for what there is so much of a year
_RATES = ("hour", "day", "week", "month", "year")


# Why what holds a digit or a number word is no quantity, for the account of the article.
DATE = "date or period"
UNREAD = "digits not understood"
ORDINAL = "ordinal"
VAGUE = "no definite number"
PRONOUN = "one, as a pronoun or an article"
MARGIN = "how far the figure before it may be off"
IDLE = "a number word that counts nothing"
_POINTING = frozenset("previous earlier latest another".split())
# No frame should trip over these words.
UNCOUNTED = (VAGUE, PRONOUN, IDLE)


@record(frozen=True, slots=True)
class Quantity:
    number: Number
    first: int  # tokens with the hedge
    start: int  # tokens of the figure itself: sign or currency, number, scale, unit
    after: int
    kind: str
    unit: str = ""
    named: str = ""  # the unit printed, where it converts to `unit`
    factor: Fraction = ONE
    hedge: str = ""
    negative: bool = False
    ignored: str = ""
    end_of: str = ""  # low or high: the end of a range that it is


def quantity_at(tokens: Tokens, i: int, floor: int, covered: set[int], lexicon: Lexicon) -> Quantity | None:
    """A token index, the first token free on its left, and those that periods cover → the quantity there, or None."""
    word = tokens.words[i]
    if word[0].isdecimal() or word in VULGAR:
        return _in_digits(tokens, i, floor, covered, lexicon)
    number = spelled_at(tokens, i, lexicon)
    if number is None or any(k in covered for k in range(i, number.end)):
        return _bare_scale(tokens, i, floor, lexicon) or _ranked(tokens, i, lexicon)
    return _in_words(tokens, number, floor, covered, lexicon)


def _in_digits(tokens: Tokens, i: int, floor: int, covered: set[int], lexicon: Lexicon) -> Quantity:
    number = number_at(tokens, i, lexicon)
    if number is None:
        zero = point(Fraction(0))
        unread = Number(i, i + 1, tokens.raws[i], ONE, Fraction(0), zero, zero, "digits", False)
        return Quantity(unread, i, i, i + 1, "name", ignored=UNREAD)
    if (loss := _in_brackets(tokens, number, floor, lexicon)) is not None:
        return loss
    why, end = why_not(tokens, number, lexicon)
    if _is_group(tokens, i) and not why:
        why, end = "part of a name", number.end  # the Group of 20
    if why:
        end = _clipped(tokens, number.start, end, covered)
        return Quantity(number, number.start, number.start, end, "ratio" if why == SCORE else "name", ignored=why)
    number = odds(tokens, number, covered, lexicon) or number
    return _measured(tokens, number, floor, covered, lexicon)


def _in_brackets(tokens: Tokens, number: Number, floor: int, lexicon: Lexicon) -> Quantity | None:
    """ "$(4.2) million", "(4.2) mln dlrs": an accountant's minus, told from a remark by what follows the bracket."""
    start, end = number.start - 1, number.end
    enclosed = (tokens.word(start), tokens.word(end)) == ("(", ")") and tokens.joined(number.start)
    if not (enclosed and tokens.joined(end)) or start < floor or number.scaled or not number.digits:
        return None
    scale, after = scale_at(tokens, end + 1, lexicon)
    sign = sign_before(tokens, start, lexicon) if tokens.joined(start) else None
    if scale < 1000 and sign is None:
        return None
    number = rescaled(number, scale) if scale > 1 else number
    if sign is not None:
        return Quantity(number, sign[1], sign[1], after, "money", sign[0], negative=True)
    unit = unit_after(tokens, after, lexicon)
    if unit is None or unit.kind != "money":
        unit = Unit("count", "", ONE, after)
    return Quantity(number, start, start, unit.end, unit.kind, unit.id, negative=True)


def _is_group(tokens: Tokens, i: int) -> bool:
    """Does a number name a group of states: the Group of Eight?"""
    return tokens.words[max(0, i - 2) : i] == ["group", "of"] and tokens.capital(i - 2)


def _clipped(tokens: Tokens, start: int, end: int, covered: set[int]) -> int:
    """Tokens [start, end) of what is no quantity → their end without the period that begins among them (1/12/2023)."""
    stop = next((k for k in range(start + 1, end) if k in covered), end)
    while stop < end and stop - 1 > start and not tokens.words[stop - 1][0].isalnum():
        stop -= 1
    return stop


def _in_words(tokens: Tokens, number: Number, floor: int, covered: set[int], lexicon: Lexicon) -> Quantity:
    i, end = number.start, number.end
    if tokens.capital(i) and tokens.capital(end) and i and tokens.raws[i - 1].islower():
        return Quantity(number, i, i, end, "name", ignored="part of a name")  # the Six Nations
    if _is_group(tokens, i) and tokens.capital(i):
        return Quantity(number, i, i, end, "name", ignored="part of a name")  # the Group of Eight
    at_once = tokens.word(i - 1) == "at" and tokens.word(end) == "point"  # "at one point"
    if tokens.words[i] == "one" and end == i + 1 and (at_once or tokens.word(i - 1) in _POINTING):
        return Quantity(number, i, i, end, "count", ignored=PRONOUN)  # "from the previous one to 640,000"
    if (share := odds(tokens, number, covered, lexicon)) is not None:
        return _measured(tokens, share, floor, covered, lexicon)
    found = _measured(tokens, number, floor, covered, lexicon)
    return replace(found, ignored=VAGUE) if number.form == "vague" else found


def settled(quantity: Quantity, tokens: Tokens) -> Quantity:
    """A quantity that has been lent what its neighbours lend → ignored, if it is a number word that counts nothing."""
    number = quantity.number
    if quantity.ignored or quantity.kind != "count" or number.form != "words" or number.scaled:
        return quantity
    if _is_change(quantity, tokens):
        return quantity
    if number.value == 1:
        return replace(quantity, ignored=PRONOUN)
    return quantity if quantity.unit else replace(quantity, ignored=IDLE)


def _is_change(quantity: Quantity, tokens: Tokens) -> bool:
    """ "rose by three to 15": an amount of change."""
    between = tokens.word(quantity.first - 1), tokens.word(quantity.after)
    return between == ("by", "to") and tokens.word(quantity.after + 1)[:1].isdecimal()


def _measured(tokens: Tokens, number: Number, floor: int, covered: set[int], lexicon: Lexicon) -> Quantity:
    """A number → the quantity with its unit, sign, hedge and what it is per."""
    start, negative = _signed(tokens, number.start, floor)
    sign = sign_before(tokens, start, lexicon) if start == number.start or tokens.words[start] == "-" else None
    if sign is not None and sign[1] >= floor:
        start = sign[1]
        before, minus = _signed(tokens, start, floor)
        start, negative = (before, True) if minus else (start, negative)
    else:
        sign = None
    unit = _unit(tokens, number, sign, lexicon)
    number, unit = _scaled_behind(tokens, number, unit, lexicon)
    if not covered.isdisjoint(range(number.end, unit.end)):
        unit = Unit("count", "", ONE, number.end)  # "one week ended March 25"
    found = Quantity(number, start, start, unit.end, unit.kind, unit.id, unit.named, unit.factor, negative=negative)
    found = (
        _counted(tokens, found, covered, lexicon)
        if unit.kind == "count"
        else _per(tokens, _aged(tokens, found), covered, lexicon)
    )
    if negative and tokens.words[max(0, start - 2) : start] == ["plus", "or"]:
        found = replace(found, negative=False, ignored=MARGIN)  # "plus or minus 3 points"
    hedge, first = hedge_before(tokens, start, found.after, floor, found.kind, lexicon)
    return replace(found, hedge=hedge or hedge_behind(tokens, found.after, lexicon), first=first)


def _signed(tokens: Tokens, start: int, floor: int) -> tuple[int, bool]:
    """The first token of a number or of its currency → where it begins with its minus, and whether it has one."""
    before = tokens.word(start - 1)
    if start - 1 < floor or not before:
        return start, False
    if before == "-" and tokens.joined(start):
        if not tokens.joined(start - 1) or tokens.words[start - 2] in ("(", "$", "£", "€"):
            return start - 1, True
        if tokens.words[start - 2] in _MINUS and start - 2 >= floor:
            return start - 2, True
        return start, False
    return (start - 1, True) if before in _MINUS else (start, False)


def _unit(tokens: Tokens, number: Number, sign: tuple[str, int] | None, lexicon: Lexicon) -> Unit:
    """A number and the currency before it → its unit; money when the sign says so, whatever follows."""
    sure = number.scaled or number.value >= _LARGE
    after = unit_after(tokens, _past_joint(tokens, number), lexicon, sure=sure)
    if sign is not None:
        end = after.end if after is not None and after.kind == "money" and after.named != "minor" else number.end
        end = end + 1 if end == number.end and tokens.word(end) in ("us", "u.s.") and tokens.capital(end) else end
        return Unit("money", sign[0], ONE, end)
    if number.form == "fraction":
        return Unit("fraction", "", ONE, number.end)
    if after is not None and _weighs(tokens, number, after):
        return replace(after, kind="mass", id="kilogram", named=_POUND, factor=lexicon.units[_POUND].factor)
    return after or Unit("count", "", ONE, number.end)


def _weighs(tokens: Tokens, number: Number, unit: Unit) -> bool:
    """ "it weighs 12 pounds": a weight, and no money."""
    pound = unit.id == "GBP" and tokens.words[unit.end - 1] in ("pound", "pounds")
    return pound and not _WEIGHED.isdisjoint(tokens.words[max(0, number.start - _NEAR) : number.start])


def _scaled_behind(tokens: Tokens, number: Number, unit: Unit, lexicon: Lexicon) -> tuple[Number, Unit]:
    """ "75 USD million": the scale word stands behind the currency."""
    if unit.kind != "money" or number.scaled or unit.end == number.end:
        return number, unit
    scale, end = scale_at(tokens, unit.end, lexicon)
    return (rescaled(number, scale), replace(unit, end=end)) if scale >= 1000 else (number, unit)


def _past_joint(tokens: Tokens, number: Number) -> int:
    """ "dozens of tonnes", "3/8 of a point": the index at which the unit begins."""
    of, article = tokens.word(number.end) == "of", tokens.word(number.end + 1) in ("a", "an")
    if of and number.form == "vague":
        return number.end + 1
    return number.end + 2 if of and article and number.form == "mixed" and number.value < 1 else number.end


def _counted(tokens: Tokens, found: Quantity, covered: set[int], lexicon: Lexicon) -> Quantity:
    """A number without a unit → the same with what it counts; the age of a person (", 44,") has none."""
    if is_age(tokens, found.number, found.start, found.after):
        year = lexicon.units["year"]
        return replace(found, kind="age", unit=year.base, named=year.name, factor=year.factor)
    if found.number.form == "digits" and (tied := tied_after(tokens, found.after, lexicon)):
        return replace(found, unit=tied)
    at = _past_of(tokens, found)
    one = found.number.value == 1 and at == found.after
    noun, end = counted_after(tokens, at, covered, lexicon, one=one)
    rate = per_after(tokens, end) if noun else None  # "2,000 cars a day"
    if rate is not None and covered.isdisjoint(range(end, rate[1])):
        noun += rate[0]
    return replace(found, unit=noun)


def _past_of(tokens: Tokens, found: Quantity) -> int:
    """ "dozens of homes", "three of the homes": the index at which the noun that is counted begins."""
    if tokens.word(found.after) in ("+", "-") and hedge_behind_sign(tokens, found.after):
        return hedge_behind_sign(tokens, found.after)
    if tokens.word(found.after) != "of":
        return found.after
    return found.after + (2 if tokens.word(found.after + 1) in _DETERMINERS else 1)


def _aged(tokens: Tokens, found: Quantity) -> Quantity:
    """ "44 years old", "a 44-year-old": a duration that is an age."""
    if found.kind != "duration":
        return found
    end = found.after
    if tokens.word(end) == "-" and tokens.word(end + 1) == "old":
        return replace(found, kind="age", after=end + 2)
    if tokens.word(end) == "old" or tuple(tokens.words[end : end + 2]) == ("of", "age"):
        return replace(found, kind="age", after=end + (1 if tokens.words[end] == "old" else 2))
    return found


def _per(tokens: Tokens, found: Quantity, covered: set[int], lexicon: Lexicon) -> Quantity:
    if found.kind in ("duration", "age", "multiple", "fraction"):
        return found
    per = per_after(tokens, found.after)
    of_goods = per is None and tokens.word(found.after) == "of"
    if of_goods:
        per = _rate_of(tokens, found.after + 1)
    if per is None or not covered.isdisjoint(range(found.after, per[1])):
        return found
    told = replace(found, unit=found.unit + per[0], after=found.after if of_goods else per[1])
    return replace(told, after=_past_symbol(tokens, told, lexicon))


def _past_symbol(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> int:
    """ "barrels per day (bpd)": the index behind the brackets in which a unit's own symbol follows it."""
    inside = unit_after(tokens, found.after + 1, lexicon) if tokens.word(found.after) == "(" else None
    own = inside is not None and inside.id == found.unit and tokens.word(inside.end) == ")"
    return inside.end + 1 if inside is not None and own else found.after


def _rate_of(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """ "12,000 tonnes of refined copper a year": the index behind "of" → what the amount is per, past the goods."""
    for k in range(i + 1, i + _GOODS + 1):
        if not tokens.word(k - 1).isalpha() or tokens.word(k - 1) in ("and", "or", "in", "to", "for", "from", "at"):
            return None
        if (per := per_after(tokens, k)) is not None and per[0][1:] in _RATES:
            return per
    return None


def _bare_scale(tokens: Tokens, i: int, floor: int, lexicon: Lexicon) -> Quantity | None:
    """ "the trillion yuan mark": one, in words, of a scale and a currency."""
    entry = lexicon.scales.get(tokens.words[i])
    if entry is None or entry.attached or tokens.word(i - 1) not in ("the", "-") or entry.factor < 1000:
        return None
    unit = unit_after(tokens, i + 1, lexicon)
    if unit is None or unit.kind != "money" or tokens.word(unit.end) not in MARKS:
        return None
    exact = point(entry.factor)
    number = Number(i, i + 1, "", entry.factor, entry.factor, exact, exact, "words", True)
    hedge, _ = hedge_before(tokens, i, unit.end, floor, "money", lexicon)
    return Quantity(number, i, i, unit.end, "money", unit.id, hedge=hedge)


def _ranked(tokens: Tokens, i: int, lexicon: Lexicon) -> Quantity | None:
    """ "third-largest", "second place": a rank."""
    value = lexicon.ordinals.get(tokens.words[i])
    if value is None:
        return None
    j = i + 2 if tokens.word(i + 1) == "-" else i + 1
    word = tokens.word(j)
    if not (
        word in _RANKED
        or (word.endswith("est") and len(word) > 5 and word not in ("forest", "interest", "request", "harvest"))
    ):
        return None
    return Quantity(
        Number(i, i + 1, "", ONE, value, point(value), point(value), "words", False), i, i, i + 1, "rank", word
    )
