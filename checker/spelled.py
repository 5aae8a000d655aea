"""Tokens → the number that starts there in words.

    twenty-one thousand five hundred · two and a half million · half a million
    two-thirds · one in five · a quarter point
    tens of thousands  →  form "vague": no value of its own, somewhere from ten thousand to a hundred thousand

A phrase that is no number is None.
"""

from __future__ import annotations

from fractions import Fraction

from checker.interval import Interval, point
from checker.lexicon import Lexicon
from checker.number import ONE, Number, scale_at
from checker.numeral import around
from checker.token import Tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    _Folded = tuple[Fraction, Fraction, Fraction]  # closed groups, the open group, the scale that closed the last one

_ARTICLES = ("a", "an")
_THINGS = ("bill", "mill")  # abbreviations of scales only behind a number
_SOFT_SHARE = Fraction(3, 100)  # "a third" in prose is right to three points either way
_MANY = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
_SEVERAL = {"several": (3, 10), "few": (2, 8), "couple": (2, 4)}
# What may follow "a third", "a quarter", "half" as a part of a whole; before a noun they mean something else.
_AFTER_SHARE = frozenset(
    "of the its their his her our your my this that these those all to from in on over since by between more"
    " less fewer and or".split()
)
_AFTER_SHARE |= frozenset(
    (
        "as",
        "higher",
        "lower",
        "larger",
        "smaller",
        "bigger",
        "cheaper",
        "are",
        "is",
        "were",
        "was",
        "",
        ".",
        ",",
        ";",
        ")",
        "—",
        "-",
    )
)
_NOT_A_SHARE = frozenset(
    "first second third fourth final last other opening latter former next this each every per the time year".split()
)
_PART_UNITS = frozenset(
    "point percentage percent per pct % mile kilometre kilometer hour minute century inch tonne ton litre liter"
    " pound cent metre".split()
)
_EVERY = (("in", "every"), ("of", "every"), ("out", "of", "every"), ("out", "of"), ("in",))


def spelled_at(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """A token index → the number in words that starts there, or None."""
    word = tokens.words[i]
    if word in _MANY or word in _SEVERAL:
        return _vague(tokens, i, lexicon)
    if word in _ARTICLES and tokens.word(i + 1) in _SEVERAL:
        return _vague(tokens, i + 1, lexicon)
    return _share(tokens, i, lexicon) or _cardinal(tokens, i, lexicon)


def odds(tokens: Tokens, number: Number, covered: set[int], lexicon: Lexicon) -> Number | None:
    """A number → the share that it opens ("one in five", "9 out of 10"), or None."""
    if number.scaled or number.value.denominator != 1 or not 0 < number.value < 100:
        return None
    for words in _EVERY:
        at = number.end + len(words)
        if tuple(tokens.words[number.end : at]) == words and at not in covered:
            whole, end = _small(tokens, at, lexicon)
            if whole > number.value and whole >= 3:
                value = number.value / whole
                soft = Interval(value - _SOFT_SHARE, value + _SOFT_SHARE)
                return Number(number.start, end, "", ONE, value, soft, soft, "fraction", False)
            return None
    return None


def _small(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[Fraction, int]:
    """A token index → the round or small whole number there ("five", "100,000"; 0 if none), and the index after it."""
    word = tokens.word(i)
    if word in lexicon.numbers:
        value, end = lexicon.numbers[word], i + 1
    elif word[:1].isdecimal() and len(word) < 9 and word.replace(",", "").isdecimal():
        value, end = Fraction(word.replace(",", "")), i + 1
    else:
        return Fraction(0), i
    small = value <= 20 or value % 10 == 0
    before_unit = tokens.word(end) in (
        "years",
        "months",
        "days",
        "weeks",
        "minutes",
        "%",
        "percent",
        "per",
        "countries",
        "-",
    )
    return (value, end) if small and not before_unit else (Fraction(0), i)


def _vague(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """ "tens of thousands", "several hundred", "a couple of million": the order of size is all that is said."""
    word = tokens.words[i]
    if word in _SEVERAL:
        low, high = _SEVERAL[word]
        scale, end = scale_at(tokens, i + 2 if tokens.word(i + 1) == "of" else i + 1, lexicon)
        if scale == 1:
            return None
    else:
        low, high, end = _MANY[word], _MANY[word] * 10, i + 1
        scale = Fraction(1)
        if tokens.word(i + 1) == "of" and tokens.word(i + 2) in _MANY:
            scale, end = Fraction(_MANY[tokens.words[i + 2]]), i + 3
        elif tokens.word(i + 1) != "of" and tokens.word(i + 1) not in ("more", "-"):
            return None
    span = Interval(low * scale, high * scale, False, True)
    return Number(i, end, "", ONE, low * scale, span, span, "vague", True)


def _share(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """A third, two-thirds, three quarters of, half of: a part of a whole, or of a unit ("half a point")."""
    word = tokens.words[i]
    top, j = _top(tokens, i, lexicon)
    share = lexicon.fractions.get(tokens.word(j))
    if share is None or top.denominator != 1 or top < 1 or not 0 < top * share < 1:
        return None
    value, end = top * share, j + 1
    if (of_unit := _of_unit(tokens, i, value, end, lexicon)) is not None:
        return of_unit
    if not _is_share(tokens, i, j, word, share):
        return None
    soft = Interval(value - _SOFT_SHARE, value + _SOFT_SHARE)
    return Number(i, end, "", ONE, value, soft, soft, "fraction", False)


def _top(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[Fraction, int]:
    """A token index → how many parts, and the index of the word for the part."""
    word = tokens.words[i]
    if word in lexicon.fractions and word not in lexicon.numbers:
        return ONE, i
    j = i + 2 if tokens.word(i + 1) == "-" and tokens.joined(i + 1) else i + 1
    return (ONE if word in _ARTICLES else lexicon.numbers.get(word, Fraction(0))), j


def _is_share(tokens: Tokens, i: int, j: int, word: str, share: Fraction) -> bool:
    """Is a word for a part that, and not an ordinal (a third man), a time (three quarters) or a time of play (half)?"""
    after = tokens.word(j + 1)
    if word == "half" or share == Fraction(1, 2):
        return (
            tokens.word(i - 1) not in _NOT_A_SHARE
            and after in _AFTER_SHARE
            and not (after == "-" and tokens.joined(j + 1))
        )
    if i == j:
        return False  # "third", "quarter" alone
    if word in _ARTICLES:
        linked = after == "-" and tokens.joined(j + 1)  # "a third-party"
        return after in _AFTER_SHARE and not linked and tokens.word(j) not in ("second", "seconds")
    if share == Fraction(1, 4):
        return after == "of" or j == i + 2 or word == "one"
    return tokens.words[j].endswith("s") or (j == i + 2 or after == "of")


def _of_unit(tokens: Tokens, i: int, value: Fraction, end: int, lexicon: Lexicon) -> Number | None:
    """ "half a million", "a quarter of a percentage point", "half-point": that much of a scale or of a unit."""
    j = end + 1 if tokens.word(end) == "of" and tokens.word(end + 1) in _ARTICLES else end
    j = j + 1 if tokens.word(j) in _ARTICLES or (tokens.word(j) == "-" and tokens.joined(j)) else j
    alone = j == end and tokens.words[end - 1] not in ("quarter", "half")
    scale, after = scale_at(tokens, j, lexicon)
    if after > j and not alone:
        amount = value * scale
        return Number(
            i, after, "", scale, amount, around(amount, amount / 10), around(amount, amount / 5), "words", True
        )
    if not alone and tokens.word(j) in _PART_UNITS and (j > end or tokens.word(j) in ("point", "percentage")):
        return Number(i, j, "", ONE, value, around(value, value / 5), around(value, value / 2), "words", True)
    return None


def _cardinal(tokens: Tokens, i: int, lexicon: Lexicon) -> Number | None:
    """Number words folded left to right: hundreds multiply what stands before them, larger scales close a group."""
    total, group, last = Fraction(0), Fraction(0), ONE
    j, scaled = i, False
    if tokens.words[j] in _ARTICLES:
        if not _is_scale(tokens, j + 1, lexicon) or tokens.words[j + 1] in _THINGS:
            return None  # "a bill of 100 million pounds"
        group, j = ONE, j + 1
    while j < len(tokens):
        word = tokens.words[j]
        if word in lexicon.numbers:
            if not _fits(group, lexicon.numbers[word], j > i):
                break
            group += lexicon.numbers[word]
        elif j > i and _is_scale(tokens, j, lexicon):
            folded = _scaled((total, group, last), lexicon.scales[word].factor)
            if folded is None:
                break
            total, group, last = folded
            scaled = scaled or lexicon.scales[word].factor >= 1000
        elif (more := _and_part(tokens, j, lexicon)) is not None and j > i:
            return _with_part(tokens, i, (total, group, last), more, lexicon)
        elif not (j > i and _continues(tokens, j, lexicon)):
            break
        j += 1
    if j == i:
        return None
    span = around(total, last) if scaled and not group else point(total + group)
    return Number(i, j, "", ONE, total + group, span, span, "words", scaled)


def _fits(group: Fraction, more: Fraction, begun: bool) -> bool:
    """Can a number word go on from what was read: "twenty" with "one", "hundred" with "five", not "one" with "two"?"""
    if group % 100 == 0:
        return bool(group) or not begun or more > 0
    return group % 10 == 0 and group % 100 >= 20 and 0 < more < 10


def _scaled(folded: _Folded, factor: Fraction) -> _Folded | None:
    """What was read and the next scale word → total, group and last scale, or None when the word belongs elsewhere."""
    total, group, last = folded
    if factor == 100:
        return (total, group * 100, last) if 0 < group < 100 else None
    if not group:
        return (total * factor, group, last * factor) if last == 1000 and total else None  # a thousand million
    return (total + group * factor, Fraction(0), factor) if not total or factor < last else None


def _and_part(tokens: Tokens, j: int, lexicon: Lexicon) -> tuple[Fraction, int] | None:
    """ "and a half", "and three quarters", "point five" → what it adds and the index after it."""
    if tokens.words[j] == "and":
        top, at = _top(tokens, j + 1, lexicon) if j + 1 < len(tokens) else (ONE, j)
        share = lexicon.fractions.get(tokens.word(at))
        usable = share is not None and at > j + 1 and share >= Fraction(1, 8) and 0 < top * share < 1
        return (top * share, at + 1) if usable and share is not None else None
    if tokens.words[j] != "point":
        return None
    value, place, at = Fraction(0), ONE, j + 1
    while (digit := lexicon.numbers.get(tokens.word(at), Fraction(10))) < 10:
        place /= 10
        value, at = value + digit * place, at + 1
    return (value, at) if at > j + 1 else None


def _with_part(tokens: Tokens, i: int, folded: _Folded, more: tuple[Fraction, int], lexicon: Lexicon) -> Number:
    """ "two and a half million", "a million and a half", "one point five percent"."""
    total, group, last = folded
    scale, end = scale_at(tokens, more[1], lexicon)
    open_group = bool(group) or not total
    value = (group + more[0]) * scale if open_group else total + more[0] * last
    span = around(value, (scale if open_group else last) / 10)
    return Number(i, end, "", ONE, value, span, span, "words", end > more[1] or not group)


def _continues(tokens: Tokens, j: int, lexicon: Lexicon) -> bool:
    """ "twenty-one" and "two hundred and five" go on; "two and three" are two numbers, and so are "five-two"."""
    before, after = tokens.words[j - 1], tokens.word(j + 1)
    if tokens.words[j] == "-":
        if _is_scale(tokens, j + 1, lexicon):
            return before in lexicon.numbers
        return lexicon.numbers.get(before, ONE) >= 20 and lexicon.numbers.get(after, Fraction(10)) < 10
    return tokens.words[j] == "and" and after in lexicon.numbers and _is_scale(tokens, j - 1, lexicon)


def _is_scale(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    entry = lexicon.scales.get(tokens.word(i))
    return entry is not None and not entry.attached and not tokens.word(i).endswith("s")
