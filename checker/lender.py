"""A bare number behind "from", "against", "compared with" → the quantity before it that it is set against.

    "8.1 percent in May from 7.9"                            8.1 percent
    "8.4 million tonnes, down 8.7 percent from 9.2"          8.4 million tonnes: the rate is their change
    "8.4 billion euros ($10.2 billion) from 9.2 billion"     8.4 billion euros: brackets say the same once more
"""

from __future__ import annotations

from checker.change import moves
from checker.lexicon import Lexicon
from checker.number import scale_of
from checker.quantity import Quantity
from checker.token import Tokens
from checker.unit import SIZES

AGAINST = (
    ("versus",),
    ("vs",),
    ("vs", "."),
    ("against",),
    ("compared", "with"),
    ("compared", "to"),
    ("from",),
    ("down", "from"),
    ("up", "from"),
)
MEASURED = (*SIZES, "index-point")
_TURNED = (("down", "from"), ("up", "from"))  # "grew 2.1 percent, down from 2.3"
_SUBJECTS = frozenset("they it he she we".split())  # of a new clause: "to 31 from 2 million, they fell to 0.37"
_FAR = 12  # tokens between a level and what it is set against
_JOINED = (",", "'s", "'", "-")
_LEADING = ("the", "a", "an", "its", "their", "revised")
_NEAR = 10  # times: an amount and what it is set against


def lender_of(found: list[Quantity], k: int, tokens: Tokens, lexicon: Lexicon) -> Quantity | None:
    """The quantities of a sentence and the index before a bare one → the one it is set against, or None.

    None as well where a connector alone parts the two: what neighbours lend each other is `ranges`' to say.
    """
    bare = found[k + 1]
    if bare.unit or bare.after != bare.number.end:
        return None
    i, between = _before(found, k, bare.first, tokens)
    if i < 0:
        return None
    if found[i].kind == "percent" and (level := _moved(found, i, bare, between, tokens, lexicon)) is not None:
        return level
    near = i == k and bare.first - found[k].after <= 2
    return found[i] if not near and _is_level(found[i], bare, between, tokens, lexicon) else None


def is_of_like_size(bare: Quantity, level: Quantity) -> bool:
    """ "24.5 million tonnes from 23.1": could the first be as much of the same, its scale word said or not?"""
    value, own = level.number.value, bare.number.value
    return any(size < _NEAR * own < _NEAR * _NEAR * size for size in (value, value / scale_of(level.number)))


def _before(found: list[Quantity], k: int, end: int, tokens: Tokens) -> tuple[int, list[str]]:
    """Quantities up to an index, and a token → the last of them that no brackets hold, and the words from it to there.

    An index of −1 where there is none, or where the token itself stands in brackets.
    """
    words: list[str] = []
    at = end
    while k >= 0:
        inner = tokens.words[found[k].after : at]
        if ")" not in inner and "(" not in inner:
            return k, inner + words
        close = found[k].after + inner.index(")") if ")" in inner else -1
        if close < 0 or "(" in tokens.words[close:at]:
            return -1, []
        words = tokens.words[close + 1 : at] + words
        at = close
        while at > 0 and tokens.word(at) != "(":
            at -= 1
        while k >= 0 and found[k].first > at:
            k -= 1
    return -1, []


def _moved(
    found: list[Quantity], i: int, bare: Quantity, between: list[str], tokens: Tokens, lexicon: Lexicon
) -> Quantity | None:
    """ "8.4 million tonnes, down 8.7 percent from 9.2": the level that changed by a rate, where the base is like it."""
    rate = found[i]
    word = rate.first - (2 if tokens.word(rate.first - 1) == "of" else 1)
    noun = [] if moves(tokens, word, lexicon) else between[:1]  # "down 8.7 percent from", "an 8.7 percent drop from"
    if noun and not moves(tokens, rate.after, lexicon):
        return None
    j, led = _before(found, i - 1, rate.first, tokens)
    if j < 0 or found[j].ignored or tuple(between[len(noun) :]) not in AGAINST:
        return None
    level = found[j]
    if len(led) > _FAR or not all(word.isalnum() or word in _JOINED for word in led):
        return None
    plain = level.kind in ("money", *MEASURED) or (level.kind == "count" and not level.unit)
    return level if plain and is_of_like_size(bare, level) and _is_nearer(bare, level, rate) else None


def _is_nearer(bare: Quantity, level: Quantity, rate: Quantity) -> bool:
    """Is a number closer in size to a level than to its rate of change? With a scale word it is no rate."""
    if bare.number.scaled:
        return True
    sizes = (level.number.value / scale_of(level.number), rate.number.value)
    far = [max(size / bare.number.value, bare.number.value / size) if size else 0 for size in sizes]
    return far[0] < far[1] or not far[1]


def _is_level(left: Quantity, bare: Quantity, between: list[str], tokens: Tokens, lexicon: Lexicon) -> bool:
    """ "8.1 percent in May from 7.9", "from 8.1 percent in May to 7.9": is the left one a level like the right?"""
    words = list(between)
    while len(words) > 1 and words[-1] in _LEADING:
        words.pop()
    if len(between) > _FAR or not words or words.count(",") > 1:
        return False
    if not all(word.isalnum() or word in _JOINED for word in words):
        return False
    if words[-1] == "to":
        return tokens.word(left.first - 1) == "from" and _SUBJECTS.isdisjoint(words)
    connected = any(tuple(words[-len(known) :]) == known for known in AGAINST)
    return connected and (_are_rates(left, bare, words) or not moves(tokens, left.first - 1, lexicon))


def _are_rates(left: Quantity, bare: Quantity, words: list[str]) -> bool:
    """ "grew 2.1 percent, down from 2.3": a rate of growth against another."""
    return all("." in one.number.digits for one in (left, bare)) and tuple(words[-2:]) in _TURNED
