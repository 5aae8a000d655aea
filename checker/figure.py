"""Sentence → figures: each number with its unit, hedge and direction, at its place in the article.

    "nearly 80 percent"  →  percent, 80, usual set [76, 80), widest [64, 80)

A number that is no quantity (a date, a name, a clock time) is kept as well, with the reason why it is ignored.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction

from checker.change import direction_of
from checker.counted import NUMBER, named_before
from checker.hedge import widen
from checker.interval import Interval, point
from checker.lexicon import Lexicon
from checker.name import SCORE
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


def figures(
    tokens: Tokens, spans: list[Period], lexicon: Lexicon, short: dict[str, Fraction] | None = None
) -> list[Located]:
    """Tokens of a sentence and its periods → all that holds a digit or a number word, once and in order; ids are empty.

    What the article has told of abbreviations with a scale in them ("mscmd") is used and added to.

    Dates, and number words that count nothing, are ignored with the reason: an article's account leaves out none.
    """
    places = [_within(tokens, span) for span in spans]
    covered = {k for place in places for k in place}
    counting = _counting(tokens, lexicon)
    found = quantities(tokens, [k for k in counting if k not in covered], covered, lexicon)
    found = _with_short(found, tokens, {} if short is None else short)
    located = [_located(tokens, quantity, lexicon) for quantity in found]
    left = set(counting).difference(*(range(quantity.start, quantity.after) for quantity in found))
    for span, place in zip(spans, places, strict=True):
        if not left.isdisjoint(place):
            located.append(Located(_no_quantity(span.start, span.end, "date", span.key, DATE), place[0], place[-1] + 1))
    located += [_idle(tokens, k, lexicon) for k in left.difference(covered) if _is_number(tokens.words[k], lexicon)]
    return sorted(located, key=lambda item: item.figure.start)


def _with_short(found: list[Quantity], tokens: Tokens, short: dict[str, Fraction]) -> list[Quantity]:
    """Quantities → the same, with the scale that an abbreviation behind a bare number holds."""
    told = "(" in tokens.words and any(quantity.number.scaled for quantity in found)
    if not told and (not short or short.keys().isdisjoint(tokens.words)):
        return found
    from checker.shortened import learn, scaled  # few sentences have brackets behind an amount

    learn(found, tokens, short)
    return [scaled(quantity, tokens, short) for quantity in found] if short else found


def _is_number(word: str, lexicon: Lexicon) -> bool:
    """Is a word one of number by itself? Articles and abbreviations of scales ("the bill", "a mill") are not."""
    return word not in _NO_NUMBER and (word not in lexicon.scales or word in _SCALES)


def is_counted(figure: Figure) -> bool:
    """May a frame bind it: a quantity, or a name in figures, and neither a date nor a word that counts nothing?"""
    return figure.kind not in ("date", "number-word") and figure.ignored not in UNCOUNTED


def _within(tokens: Tokens, span: Period) -> range:
    """The tokens that touch a period; those that lie in it, where it begins and ends with a token."""
    return range(bisect_right(tokens.ends, span.start), bisect_left(tokens.starts, span.end))


def quantities(tokens: Tokens, starts: list[int], covered: set[int], lexicon: Lexicon) -> list[Quantity]:
    """Tokens of a sentence, where a number may begin, and what its periods cover → its quantities, in order."""
    found: list[Quantity] = []
    floor = 0
    for i in starts:
        if i < floor:
            continue
        quantity = quantity_at(tokens, i, floor, covered, lexicon)
        if quantity is not None:
            found.append(quantity)
            floor = max(i + 1, quantity.after)
    known = related(found, tokens, lexicon)
    if not NUMBER.isdisjoint(tokens.words):
        known = [_named(quantity, tokens, covered, lexicon) for quantity in known]
    return [settled(quantity, tokens) for quantity in known]


def _named(quantity: Quantity, tokens: Tokens, covered: set[int], lexicon: Lexicon) -> Quantity:
    """ "The number of mills rose to 48": a bare count counts what the sentence has named."""
    number = quantity.number
    bare = quantity.kind == "count" and not (quantity.unit or quantity.ignored) and quantity.after == number.end
    if not bare or number.form != "digits" or number.value.denominator != 1:
        return quantity
    return replace(quantity, unit=named_before(tokens, quantity.first, covered, lexicon))


def _counting(tokens: Tokens, lexicon: Lexicon) -> list[int]:
    """The indices of all digits and words with which a number may begin."""
    starts = number_starts(lexicon)
    return [i for i, word in enumerate(tokens.words) if word in starts or word[0].isdecimal()]


_MORE_STARTS = frozenset(
    "a an half tens dozens scores hundreds thousands millions billions trillions several few couple ½ ¼ ¾ ⅓ ⅔".split()
)
_NO_NUMBER = frozenset("a an several few couple scores".split())  # they begin a number and are none
_SCALES = frozenset("dozen hundred thousand million billion trillion lakh crore".split())
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
    tight, loose = widen(quantity.hedge, number.value, tight, loose)
    if factor != 1:
        tight, loose = tight * point(factor), loose * point(factor)
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


def _idle(tokens: Tokens, k: int, lexicon: Lexicon) -> Located:
    """A digit or a word of number that stands in no quantity and no period."""
    why = UNREAD if tokens.words[k][0].isdecimal() else ORDINAL if tokens.words[k] in lexicon.ordinals else IDLE
    return Located(_no_quantity(tokens.starts[k], tokens.ends[k], "number-word", "", why), k, k + 1)


def word_figure(span: tuple[int, int], text: str, said: tuple[Fraction, Interval, Interval], unit: str = "") -> Figure:
    """A place, its words, and the value, usual and widest sets they stand for → a figure with an id from its place."""
    start, end = span
    value, tight, loose = said
    return Figure(f"w{start}", start, end, text, "word", unit, "", start, Fraction(1), value, tight, loose)


def _no_quantity(start: int, end: int, kind: str, unit: str, why: str) -> Figure:
    zero = point(Fraction(0))
    return Figure("", start, end, "", kind, unit, "", start, Fraction(1), None, zero, zero, ignored=why)


def is_spoken_of(item: Located, tokens: Tokens) -> bool:
    """Is a figure that counts nothing a score, the number of a rank ("the No. 3 miller"), or a subject ("four are")?"""
    ranked = item.figure.ignored == "identifier" and tokens.words[max(0, item.first - 2) : item.first] == ["no", "."]
    subject = item.figure.ignored == IDLE and tokens.word(item.after) in ("are", "were")
    return ranked or subject or item.figure.ignored == SCORE
