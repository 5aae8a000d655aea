"""Brackets behind a scale and its unit → the abbreviation for both, with which a bare number has that scale as well.

"20 million standard cubic metres a day (mscmd) … from 28 mscmd"    mscmd: a million; "28 mscmd" is 28 million

The abbreviation is of the first letters, that of the scale word among them, so that nothing else can be meant.
"""

from __future__ import annotations

from fractions import Fraction

from checker.number import Number, rescaled
from checker.quantity import Quantity
from checker.record import replace
from checker.token import Tokens

_REACH = 9  # tokens from the scale word to the bracket
_SHORTEST = 3  # letters
_LEFT_OUT = frozenset("a an of per the".split())

Shorts = dict[str, Fraction]  # abbreviation → the scale that is in it


def learn(found: list[Quantity], tokens: Tokens, known: Shorts) -> None:
    """The quantities of a sentence → the abbreviations that it explains are added to those known."""
    for quantity in found:
        if quantity.number.scaled and (word := _abbreviation(tokens, quantity.number)):
            known[word] = quantity.number.scale


def scaled(quantity: Quantity, tokens: Tokens, known: Shorts) -> Quantity:
    """A bare number before a known abbreviation → the same with its scale."""
    number, scale = quantity.number, known.get(tokens.word(quantity.number.end))
    bare = number.form == "digits" and not number.scaled and not quantity.ignored and quantity.after == number.end
    return replace(quantity, number=rescaled(number, scale)) if bare and scale is not None else quantity


def _abbreviation(tokens: Tokens, number: Number) -> str:
    """The word in brackets behind a number's unit that is made of the first letters from its scale word on, or ""."""
    first = number.end - 1
    opens = next((i for i in range(number.end, first + _REACH) if tokens.word(i) == "("), 0)
    word = tokens.word(opens + 1) if opens and tokens.word(opens + 2) == ")" else ""
    said = [part for part in tokens.words[first:opens] if part.isalpha()]
    initials = ("".join(part[0] for part in said), "".join(part[0] for part in said if part not in _LEFT_OUT))
    plain = word.replace("mm", "m", 1)  # "mmscfd": a thousand thousand
    return word if len(word) >= _SHORTEST and plain in initials else ""
