"""Tokens → the number that starts there, in digits or in words, with the precision it was printed to.

    23.77 · 1,234 · 5-1/4 · 16 7/8 · 1/16 · twenty-one thousand five hundred · half a million · two-thirds · a dozen

A phrase that is no number is None.
"""

from __future__ import annotations

from fractions import Fraction

from checker import numeral
from checker.interval import Interval, point
from checker.lexicon import Lexicon
from checker.record import record
from checker.token import Tokens

_ONE = Fraction(1)
_SOFT_SHARE = Fraction(3, 100)  # "a third" in prose is right to three points either way


@record(frozen=True, slots=True)
class Number:
    start: int  # token range of digits and scale words
    end: int
    digits: str  # as printed; "" when in words
    scale: Fraction
    value: Fraction
    tight: Interval
    loose: Interval
    form: str  # digits, words, fraction (of a whole: a third), mixed (5-1/4)
    scaled: bool  # a scale word was printed


def number_at(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """A token index → the number that starts there, or None."""
    word = tokens.word(i)
    if word[:1].isdigit():
        return _mixed(tokens, i) or _digits(tokens, i, lexicon)
    if word in lexicon.numbers or word in ("a", "an", "half"):
        return _fraction(tokens, i, lexicon) or _words(tokens, i, lexicon)
    return None


def _digits(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    digits = tokens.raws[i]
    scale, end = scale_at(tokens, i + 1, lexicon, attached=True)
    read = numeral.read(digits, scale)
    if read is None:
        return None
    return Number(i, end, digits, scale, read.value, read.tight, _round_figure(read), "digits", end > i + 1)


def _round_figure(read: numeral.Numeral) -> Interval:
    """Trailing zeros may be rounding, but an unhedged figure is never looser than a hedged one (5 percent)."""
    if read.loose == read.tight:
        return read.tight
    width = read.value / 10  # ± 5 percent
    narrow = numeral.around(read.value, max(width, read.resolution))
    loose = read.loose
    assert loose.low is not None and narrow.low is not None
    return loose if loose.low >= narrow.low else narrow


def scale_at(tokens: Tokens, i: int, lexicon: Lexicon, *, attached: bool = False) -> tuple[Fraction, int]:
    """A token index → the worth of the scale words there (1 if none) and the index after them."""
    scale = _ONE
    if tokens.word(i) == "-" and tokens.word(i + 1) in lexicon.scales and len(tokens.word(i + 1)) > 2:
        i += 1  # "3.4-billion"
    while (entry := lexicon.scales.get(tokens.word(i))) is not None:
        if entry.attached and not (attached and tokens.joined(i) and not tokens.joined(i + 1)):
            break
        scale *= entry.factor
        i += 1
    return scale, i


def _mixed(tokens: Tokens, i: int) -> Number | None:
    """5-1/4, 16 7/8, 1/16: the wires' eighths, exact."""
    whole, j = Fraction(0), i
    if tokens.word(i + 2) == "/" or not tokens.raws[i].isdigit():
        j = i
    elif tokens.word(i + 1) == "-" and tokens.word(i + 3) == "/":
        whole, j = Fraction(tokens.raws[i]), i + 2
    elif tokens.word(i + 2) == "/" and tokens.raws[i + 1].isdigit():
        whole, j = Fraction(tokens.raws[i]), i + 1
    if tokens.word(j + 1) != "/" or not tokens.joined(j + 1) or not tokens.joined(j + 2):
        if tokens.word(i + 2) == "/" and tokens.raws[i].isdigit() and tokens.word(i + 1).isdigit():
            whole, j = Fraction(tokens.raws[i]), i + 1
        else:
            return None
    top, bottom = tokens.word(j), tokens.word(j + 2)
    if not (top.isdigit() and bottom.isdigit()) or bottom not in ("2", "3", "4", "5", "8", "10", "16", "32", "64", "100") or int(top) >= int(bottom):
        return None
    value = whole + Fraction(int(top), int(bottom))
    return Number(i, j + 3, tokens.text(i, j + 3), _ONE, value, point(value), point(value), "mixed", False)


def _fraction(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """A third, two-thirds, three quarters, half: a part of a whole, right to three points."""
    word = tokens.word(i)
    top, j = (_ONE, i + 1) if word in ("a", "an", "one") else (lexicon.numbers.get(word, _ONE), i + 1)
    if word == "half":
        if tokens.word(i + 1) in ("a", "an") and tokens.word(i + 2) in lexicon.scales:
            return None  # "half a million" is a quantity
        value, j = Fraction(1, 2), i + 1
    else:
        if tokens.word(j) == "-":
            j += 1
        share = lexicon.fractions.get(tokens.word(j))
        if share is None or top.denominator != 1 or (word in ("a", "an") and tokens.word(j) == "second"):
            return None
        value, j = top * share, j + 1
    if not 0 < value < 1:
        return None
    soft = Interval(value - _SOFT_SHARE, value + _SOFT_SHARE)
    return Number(i, j, "", _ONE, value, soft, soft, "fraction", False)


def _words(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """Number words folded left to right: hundreds multiply what stands before them, larger scales close a group."""
    total, group, j, resolution = Fraction(0), Fraction(0), i, _ONE
    seen = scaled = False
    while j < len(tokens):
        word = tokens.words[j]
        if word in ("a", "an") and not seen and _scale_word(tokens, j + 1, lexicon):
            group, seen = _ONE, True
        elif word == "half" and tokens.word(j + 1) in ("a", "an") and _scale_word(tokens, j + 2, lexicon):
            group, seen, j = Fraction(1, 2), True, j + 1
        elif word in lexicon.numbers and lexicon.numbers[word].denominator == 1:
            group, seen = group + lexicon.numbers[word], True
        elif seen and _scale_word(tokens, j, lexicon):
            factor = lexicon.scales[word].factor
            scaled = scaled or factor >= 1000
            if factor == 100:
                group *= 100
            else:
                total, group, resolution = total + group * factor, Fraction(0), factor
        elif not (seen and word in ("-", "and") and tokens.word(j + 1) in lexicon.numbers and _continues(tokens, j, lexicon)):
            break
        j += 1
    if not seen:
        return None
    value = total + group
    if group:
        resolution = _ONE
    span = numeral.around(value, resolution) if scaled and not group else point(value)
    return Number(i, j, "", _ONE, value, span, span, "words", scaled)


def _continues(tokens: Tokens, j: int, lexicon: Lexicon) -> bool:
    """ "twenty-one" and "two hundred and five" go on; "two and three" are two numbers, and so are "five-two"."""
    before = tokens.word(j - 1)
    if tokens.words[j] == "-":
        return before in lexicon.numbers and lexicon.numbers[before] >= 20 and lexicon.numbers[tokens.word(j + 1)] < 10
    return before in lexicon.scales and lexicon.scales[before].factor >= 100


def _scale_word(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    entry = lexicon.scales.get(tokens.word(i))
    return entry is not None and not entry.attached
