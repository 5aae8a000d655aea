"""A bare number among its neighbours → is it how old somebody is?

aged 44 · Ms Brandt, 44, said · Anna Brandt (44) · she was 16 when · he will be 35 by then
"""

from __future__ import annotations

from checker.number import Number
from checker.token import Tokens

_PEOPLE = frozenset("aged age ages".split())
_OF = ("of", "between", "over", "under")  # between "age" and the number
_PERSON = frozenset("he she i who you".split())
_BE = ("is", "was", "am", "m", "be", "turn", "turns", "turned")
_DEGREE = ("only", "just", "now", "still", "already", "nearly")
_AFTER = frozenset(", . ) ; when and now by at before but or as next this last on then —".split()) | {""}
_OLDEST = 111


def is_age(tokens: Tokens, number: Number, start: int, after: int) -> bool:
    """Tokens [start, after) of a number without a unit → is it an age?"""
    before, behind = tokens.word(start - 1), tokens.word(after)
    if before in _PEOPLE or (tokens.word(start - 2) in _PEOPLE and before in _OF):
        return True
    if not _possible(number):
        return False
    named = tokens.capital(start - 2)
    if before == "," and behind in (",", ".", ")") and named:
        return True
    if before == "(" and behind == ")" and named and tokens.capital(start - 3):
        return True
    return behind in _AFTER and _lived(tokens, start)


def _possible(number: Number) -> bool:
    digits = number.digits
    return number.form == "digits" and digits.isdecimal() and 1 < len(digits) < 4 and number.value < _OLDEST


def _lived(tokens: Tokens, i: int) -> bool:
    """ "she was 16", "who is only 36", "he will be 35": does the verb before say so of a person?"""
    k = i - 2 if tokens.word(i - 1) in _DEGREE else i - 1
    return tokens.word(k) in _BE and not _PERSON.isdisjoint(tokens.words[max(0, k - 3) : k])
