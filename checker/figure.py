"""Sentence → figures: each number with its unit, hedge and direction, at its place in the article.

    "nearly 80 percent"  →  percent, 80, usual set [76, 80), widest [64, 80)

A number that is no quantity (a date, a name, a clock time) is kept as well, with the reason why it is ignored.
"""

from __future__ import annotations

from fractions import Fraction

from checker.change import direction_of
from checker.counted import named_before
from checker.hedge import widen
from checker.interval import Interval, point
from checker.lexicon import Lexicon
from checker.number import Number
from checker.period import Period
from checker.quantity import DATE, IDLE, ORDINAL, UNCOUNTED, UNREAD, Quantity, quantity_at, settled
from checker.ranges import related
from checker.record import record, replace
from checker.token import Tokens


@record(frozen=True, slots=True)
class Figure:
    id: str  # "f1", in order of the text
    start: int  # code points into the article's text, half open
    end: int
    text: str
    # money, count, percent, point, basis-point, multiple, fraction, rank, age, duration, ratio, date, name, word …
    kind: str
    unit: str  # "CNY", "percent", "point", "new energy bus"; "" when none is printed
    digits: str  # as printed, "23.77"; "" when in words
    digits_start: int  # where the digits stand in the article
    scale: Fraction  # worth of one printed unit: 10**12 for "23.77 trillion"
    value: Fraction | None  # digits × scale
    tight: Interval  # the true values it admits, trailing zeros taken as exact digits
    loose: Interval  # the same, trailing zeros of a whole number taken as rounding
    hedge: str = ""  # about, nearly, over, under, at-least, at-most
    direction: str = ""  # up, down: the sign the wording gives a change
    ignored: str = ""  # why this is no quantity (date, name, list number …)
    named: str = ""  # the unit printed, where it converts to `unit`: mile, for a value in metres
    end_of: str = ""  # low, high: the end of a range ("10 to 12 percent") that it is


@record(frozen=True, slots=True)
class Located:
    """A figure and the tokens it covers, hedge and currency sign included."""

    figure: Figure
    first: int
    after: int


_COUNTED = ("count", "duration", "age")


def figures(tokens: Tokens, spans: list[Period], lexicon: Lexicon) -> list[Located]:
    """Tokens of a sentence and its periods → all that holds a digit or a number word, once and in order; ids are empty.

    Dates, and number words that count nothing, are ignored with the reason: an article's account leaves out none.
    """
    covered = _covered(tokens, spans)
    found = quantities(tokens, covered, lexicon)
    located = [_located(tokens, quantity, lexicon) for quantity in found]
    taken = covered.union(*(range(quantity.start, quantity.after) for quantity in found))
    dated = [_dated(tokens, span) for span in spans]
    words = number_starts(lexicon) - _NO_NUMBER
    located += [item for item in dated if any(_counts(tokens, k, words) for k in range(item.first, item.after))]
    located += [_idle(tokens, k, lexicon) for k in range(len(tokens)) if k not in taken and _counts(tokens, k, words)]
    return sorted(located, key=lambda item: item.figure.start)


def is_counted(figure: Figure) -> bool:
    """May a frame bind it: a quantity, or a name in figures, and neither a date nor a word that counts nothing?"""
    return figure.kind not in ("date", "number-word") and figure.ignored not in UNCOUNTED


def _covered(tokens: Tokens, spans: list[Period]) -> set[int]:
    places = enumerate(zip(tokens.starts, tokens.ends, strict=True)) if spans else ()
    return {k for k, (start, end) in places if any(span.start <= start and end <= span.end for span in spans)}


def _counts(tokens: Tokens, k: int, words: frozenset[str]) -> bool:
    return tokens.words[k] in words or any(letter.isdecimal() for letter in tokens.words[k])


def quantities(tokens: Tokens, covered: set[int], lexicon: Lexicon) -> list[Quantity]:
    """Tokens of a sentence, and the indices that its periods cover → all that has the form of a number, in order."""
    found: list[Quantity] = []
    floor = 0
    for i in _candidates(tokens, covered, lexicon):
        if i < floor:
            continue
        quantity = quantity_at(tokens, i, floor, covered, lexicon)
        if quantity is not None:
            found.append(quantity)
            floor = max(i + 1, quantity.after)
    known = [_named(quantity, tokens, covered, lexicon) for quantity in related(found, tokens, lexicon)]
    return [settled(quantity) for quantity in known]


def _named(quantity: Quantity, tokens: Tokens, covered: set[int], lexicon: Lexicon) -> Quantity:
    """ "The number of mills rose to 48": a bare count counts what the sentence has named."""
    number = quantity.number
    bare = quantity.kind == "count" and not (quantity.unit or quantity.ignored) and quantity.after == number.end
    if not bare or number.form != "digits" or number.value.denominator != 1:
        return quantity
    return replace(quantity, unit=named_before(tokens, quantity.first, covered, lexicon))


def _candidates(tokens: Tokens, covered: set[int], lexicon: Lexicon) -> list[int]:
    """The indices at which a number may begin."""
    starts = number_starts(lexicon)
    return [i for i, word in enumerate(tokens.words) if (word in starts or word[0].isdecimal()) and i not in covered]


_MORE_STARTS = frozenset(
    "a an half tens dozens scores hundreds thousands millions billions trillions several few couple ½ ¼ ¾ ⅓ ⅔".split()
)
_NO_NUMBER = frozenset("a an several few couple".split())  # they begin a number and are none
_KNOWN_STARTS: dict[int, frozenset[str]] = {}


def number_starts(lexicon: Lexicon) -> frozenset[str]:
    """A lexicon → the words that a number may begin with."""
    known = _KNOWN_STARTS.get(id(lexicon.numbers))
    if known is None:
        words = (lexicon.numbers, lexicon.ordinals, lexicon.scales, lexicon.fractions)
        known = _KNOWN_STARTS[id(lexicon.numbers)] = _MORE_STARTS.union(*words)
    return known


def _located(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Located:
    return Located(_figure(tokens, quantity, lexicon), quantity.first, quantity.after)


def _figure(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Figure:
    number, factor = quantity.number, quantity.factor
    value = number.value * factor
    tight, loose = _rounding(number, quantity.kind)
    if factor != 1:
        tight, loose = tight * point(factor), loose * point(factor)
    tight, loose = widen(quantity.hedge, value, tight, loose)
    if quantity.negative:
        value, tight, loose = -value, -tight, -loose
    return Figure(
        id="",
        start=tokens.starts[quantity.start],
        end=tokens.ends[quantity.after - 1],
        text="",
        kind=quantity.kind,
        unit=quantity.unit,
        digits=number.digits,
        digits_start=tokens.starts[number.start],
        scale=number.scale * factor,
        value=None if number.form == "vague" or quantity.ignored == UNREAD else value,
        tight=tight,
        loose=loose,
        hedge=quantity.hedge,
        direction=_direction(tokens, quantity, lexicon),
        ignored=quantity.ignored,
        named=quantity.named,
        end_of=quantity.end_of,
    )


def _direction(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> str:
    """Up or down, for what is measured: "lost 12 players" says nothing of a change of figures."""
    if quantity.ignored or quantity.kind in _COUNTED:
        return ""
    return direction_of(tokens, quantity.first, quantity.after, lexicon)


def _rounding(number: Number, kind: str) -> tuple[Interval, Interval]:
    """A number and its kind → the true values it admits: what is counted is exact, what is measured was rounded."""
    tight, loose = number.tight, number.loose
    if number.form == "digits" and kind in _COUNTED and not number.scaled and "." not in number.digits:
        exact = point(number.value)
        return exact, exact if loose == tight else loose
    if number.form == "words" and kind not in _COUNTED and tight.low == tight.high:
        half = Fraction(1, 2)
        spread = Interval(number.value - half, number.value + half)
        return spread, spread
    return tight, loose


def number_figures(located: list[Located], text: str, first: int) -> list[Located]:
    """Located figures → the same with their ids (f1, f2 …) and their words from the article's own text."""
    return [
        replace(item, figure=replace(item.figure, id=f"f{first + k}", text=text[item.figure.start : item.figure.end]))
        for k, item in enumerate(located)
    ]


def _dated(tokens: Tokens, span: Period) -> Located:
    first = next(k for k, end in enumerate(tokens.ends) if end > span.start)
    after = next((k for k, start in enumerate(tokens.starts) if start >= span.end), len(tokens))
    return Located(_no_quantity(span.start, span.end, "date", span.key, DATE), first, after)


def _idle(tokens: Tokens, k: int, lexicon: Lexicon) -> Located:
    """A digit or a word of number that stands in no quantity and no period."""
    digits = any(letter.isdecimal() for letter in tokens.words[k])
    why = UNREAD if digits else ORDINAL if tokens.words[k] in lexicon.ordinals else IDLE
    return Located(_no_quantity(tokens.starts[k], tokens.ends[k], "number-word", "", why), k, k + 1)


def _no_quantity(start: int, end: int, kind: str, unit: str, why: str) -> Figure:
    zero = point(Fraction(0))
    return Figure("", start, end, "", kind, unit, "", start, Fraction(1), None, zero, zero, ignored=why)
