"""Sentence → figures: each number with its unit, hedge and direction, at its place in the article.

    "nearly 80 percent"  →  percent, 80, usual set [76, 80), widest [64, 80)

A number that is no quantity (a date, a name, a clock time) is kept as well, with the reason why it is ignored.
"""

from __future__ import annotations

from fractions import Fraction

from checker.hedge import widen
from checker.interval import Interval, point
from checker.lexicon import Lexicon
from checker.number import Number, number_at
from checker.period import Period
from checker.record import record, replace
from checker.token import Tokens
from checker.unit import counted_after, per_after, sign_before, unit_after


@record(frozen=True, slots=True)
class Figure:
    id: str  # "f1", in order of the text
    start: int  # code points into the article's text, half open
    end: int
    text: str
    kind: str  # money, count, percent, point, basis-point, multiple, fraction, rank, age, duration, ratio, date, name, word
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


@record(frozen=True, slots=True)
class Located:
    """A figure and the tokens it covers, hedge and currency sign included."""

    figure: Figure
    first: int
    after: int


_CLOCK = ("am", "pm", "a.m.", "p.m.", "gmt", "est", "edt", "et", "cet", "bst", "o'clock", "hrs", "utc")
_NAMES = frozenset(
    "s&p ftse dow nikkei nasdaq dax cac russell stoxx topix kospi sensex nifty boeing airbus section chapter article route flight"
    " formula channel radio windows group type model class highway interstate act catch area psalm rule title resolution protocol".split()
)
_ONE_UNITS = frozenset("of the way day thing another other hand time side man point".split())


def figures(tokens: Tokens, covered: set[int], lexicon: Lexicon) -> list[Located]:
    """Tokens of a sentence, and the indices that its periods cover → its figures in order, ids still empty."""
    found: list[Located] = []
    i = 0
    while i < len(tokens):
        if i in covered:
            i += 1
            continue
        located = _read(tokens, i, lexicon, covered, found[-1].after if found else 0)
        if located is None:
            i += 1
        else:
            found.append(located)
            i = max(i + 1, located.after)
    return _share_units(found, tokens)


def _read(tokens: Tokens, i: int, lexicon: Lexicon, covered: set[int], floor: int) -> Located | None:
    word = tokens.words[i]
    digit = word[0].isdigit()
    if not digit and word not in lexicon.numbers and word not in ("a", "an", "half"):
        return _bare_scale(tokens, i, lexicon) or _ordinal(tokens, i, lexicon)
    number = number_at(tokens, i, lexicon)
    if number is None:
        return None
    if digit and (why := _not_a_quantity(tokens, number, lexicon)):
        end = number.end if number.end > i else i + 1
        return Located(_figure(tokens, i, end, number, "name", "", ignored=why), i, end)
    return _quantity(tokens, number, lexicon, floor)


def _quantity(tokens: Tokens, number: Number, lexicon: Lexicon, floor: int) -> Located | None:
    i = number.start
    sign = sign_before(tokens, i, lexicon)
    first, end, kind, unit, factor = i, number.end, "count", "", Fraction(1)
    noun_end = end
    if sign is not None and sign[1] >= floor:
        kind, unit, first = "money", sign[0], sign[1]
    after = unit_after(tokens, end, lexicon)
    if after is not None and (kind == "count" or after.kind == "money"):
        if kind == "count":
            kind, unit, factor = after.kind, after.id, after.factor
        end = after.end
    if number.form == "fraction" and kind == "count":
        kind = "fraction"
    if kind == "count" and number.form != "fraction":
        unit, noun_end = counted_after(tokens, end, lexicon)
        if number.form == "words" and not number.scaled and (not unit or number.value == 1):
            return None  # "one of the", "the two": no quantity by itself
    if kind == "money" and (per := per_after(tokens, end)) is not None:
        unit, end = unit + per[0], per[1]
    if kind == "duration" and tokens.word(end) == "old":
        kind = "age"
    if kind == "duration" and tokens.word(end) == "-" and tokens.word(end + 1) == "old":
        kind, end = "age", end + 2
    hedge, first = _hedge(tokens, first, end, lexicon, floor)
    negative = tokens.word(i - 1) == "-" and not tokens.joined(i - 1) and tokens.joined(i)
    exact = kind in ("count", "duration", "age") and not number.scaled and "." not in number.digits
    return Located(_figure(tokens, _start(tokens, i, sign, floor), end, number, kind, unit, hedge, factor, exact, negative), first, max(end, i + 1))


def _start(tokens: Tokens, i: int, sign: tuple[str, int] | None, floor: int) -> int:
    return sign[1] if sign is not None and sign[1] >= floor else i


def _figure(
    tokens: Tokens, first: int, end: int, number: Number, kind: str, unit: str, hedge: str = "",
    factor: Fraction = Fraction(1), exact: bool = False, negative: bool = False, ignored: str = "",
) -> Figure:  # fmt: skip
    value = number.value * factor
    tight, loose = number.tight, number.loose
    if exact and number.form == "digits":
        tight = point(number.value)
        loose = tight if number.loose == number.tight else number.loose
    if factor != 1:
        tight, loose = tight * point(factor), loose * point(factor)
    tight, loose = widen(hedge, value, tight, loose)
    if negative:
        value, tight, loose = -value, -tight, -loose
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    return Figure(
        "", start, stop, "", kind, unit, number.digits, tokens.starts[number.start], number.scale * factor,
        value, tight, loose, hedge, "", ignored,
    )  # fmt: skip


def _hedge(tokens: Tokens, first: int, end: int, lexicon: Lexicon, floor: int) -> tuple[str, int]:
    """The hedge that stands before (or after) a figure, and the token where the figure then begins."""
    for back in (4, 3, 2, 1):
        at = first - back
        if at < floor:
            continue
        for words, entries in lexicon.phrases.get(tokens.words[at], ()):
            if len(words) == back and tuple(tokens.words[at:first]) == words:
                value = next((e.value for e in entries if e.cls == "hedge"), "")
                if value and not (tokens.words[at] == "over" and tokens.word(at - 1) in ("from", "of")):
                    return value, at
    for words, entries in lexicon.phrases.get(tokens.word(end), ()):
        if tuple(tokens.words[end : end + len(words)]) == words and (value := next((e.value for e in entries if e.cls == "hedge-after"), "")):
            return value, first
    return "", first


def _bare_scale(tokens: Tokens, i: int, lexicon: Lexicon) -> Located | None:
    """ "the trillion yuan mark": one, in words, of a scale and a currency."""
    entry = lexicon.scales.get(tokens.words[i])
    if entry is None or entry.attached or tokens.word(i - 1) not in ("the", "-") or entry.factor < 1000:
        return None
    unit = unit_after(tokens, i + 1, lexicon)
    if unit is None or unit.kind != "money" or tokens.word(unit.end) not in ("mark", "threshold", "barrier", "level", "milestone"):
        return None
    value = entry.factor
    number = Number(i, i + 1, "", value, value, point(value), point(value), "words", True)
    return Located(_figure(tokens, i, unit.end, number, "money", unit.id), i, unit.end)


def _ordinal(tokens: Tokens, i: int, lexicon: Lexicon) -> Located | None:
    """ "third-largest", "second place": a rank."""
    value = lexicon.ordinals.get(tokens.words[i])
    if value is None:
        return None
    j = i + 2 if tokens.word(i + 1) == "-" else i + 1
    if not (tokens.word(j).endswith("est") or tokens.word(j) in ("place", "most", "straight", "consecutive", "successive")):
        return None
    number = Number(i, i + 1, "", Fraction(1), Fraction(value), point(Fraction(value)), point(Fraction(value)), "words", False)
    return Located(_figure(tokens, i, i + 1, number, "rank", tokens.word(j)), i, i + 1)


def _not_a_quantity(tokens: Tokens, number: Number, lexicon: Lexicon) -> str:
    """A number in digits → why it is no quantity, or ''."""
    i, j = number.start, number.end
    before, after = tokens.word(i - 1), tokens.word(j)
    if after == ":" and tokens.joined(j) and tokens.word(j + 1)[:1].isdigit() and tokens.joined(j + 1):
        return "clock time"
    if before == ":" and tokens.joined(i) and tokens.joined(i - 1) and tokens.word(i - 2)[:1].isdigit():
        return "clock time"
    if after in _CLOCK:
        return "clock time"
    if tokens.joined(i) and (before.isalpha() or before == ".") and sign_before(tokens, i, lexicon) is None:
        return "part of a name"
    if tokens.joined(i) and before == "-" and tokens.joined(i - 1) and tokens.capital(i - 2) and not tokens.word(i - 2)[0].isdigit():
        return "part of a name"
    if number.form == "digits" and j == i + 1 and tokens.joined(j) and after.isalpha() and unit_after(tokens, j, lexicon) is None and after not in ("th", "st", "nd", "rd", "s"):
        return "part of a name"
    if tokens.joined(j) and after in ("th", "st", "nd", "rd"):
        return "ordinal"
    if after == "." and tokens.joined(j) and tokens.joined(j + 1) and tokens.word(j + 1)[:1].isdigit() and tokens.word(j + 2) == ".":
        return "identifier"
    if before in _NAMES or (before == "." and tokens.word(i - 2) in ("no", "nos")) or (before == "p" and tokens.word(i - 2) == "&"):
        return "part of a name"
    if before in ("no", "number", "page", "room", "phone", "tel", "footnote") or (before == "#" and tokens.joined(i)):
        return "identifier"
    return ""


def _share_units(found: list[Located], tokens: Tokens) -> list[Located]:
    """ "from $494 to $493 million", "3 and 4 million", "10 to 12 percent": a figure without a unit takes its neighbour's."""
    for k in range(len(found) - 2, -1, -1):
        left, right = found[k], found[k + 1]
        between = tokens.words[left.after : right.first]
        if between not in (["to"], ["-"], ["and"], ["or"]) or left.figure.ignored or right.figure.ignored:
            continue
        found[k] = replace(left, figure=_with_unit_of(left.figure, right.figure))
    return found


def _with_unit_of(left: Figure, right: Figure) -> Figure:
    bare = left.kind == "count" and not left.unit
    if not bare and not (left.kind == right.kind == "money" and left.unit == right.unit):
        return left
    kind, unit = (right.kind, right.unit) if bare else (left.kind, left.unit)
    scale = left.scale
    if left.value and right.value and left.scale == 1 and right.scale > 1 and left.value * 1000 <= right.value:
        scale = right.scale
    elif bare and left.scale == 1 and right.scale < 1:
        scale = right.scale
    grow = point(scale / left.scale)
    value = None if left.value is None else left.value * scale / left.scale
    return replace(left, kind=kind, unit=unit, scale=scale, value=value, tight=left.tight * grow, loose=left.loose * grow)


def number_figures(located: list[Located], text: str, first: int) -> list[Located]:
    """Located figures → the same with their ids (f1, f2 …) and their words from the article's own text."""
    return [
        replace(item, figure=replace(item.figure, id=f"f{first + k}", text=text[item.figure.start : item.figure.end]))
        for k, item in enumerate(located)
    ]


def period_figure(period: Period, text: str) -> Figure:
    """A period → a figure of kind date, which is no quantity but has its line in the account of the article."""
    zero = point(Fraction(0))
    return Figure(
        "", period.start, period.end, text[period.start : period.end], "date", period.key, "", period.start, Fraction(1), None, zero, zero,
        ignored="date or period",
    )  # fmt: skip
