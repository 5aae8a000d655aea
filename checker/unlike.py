"""Two figures that a connector joins → why they are no now and before of one thing, for all their likeness.

"among the states Arden ranked 19, up from 24"                     places, of which the first is the best
"25 of last year's 188 suits named mills, down from 43"            the whole of the figure that is meant
"earned 402 million on revenues of 3 billion, down from a profit of 415 million"      of another measure
"""

from __future__ import annotations

from fractions import Fraction

from checker.base import LEVELS
from checker.chunk import Chunk, Chunks
from checker.direction import is_of_another
from checker.frame import like_units, times, value_of
from checker.pattern import regex
from checker.turning import ODDS

_AS_EXPECTED = regex(r"Bo[uD]{0,2}(?:[MNEP]t)?$")  # "expectations of 850 billion", "guidance of 11 to 13 pence"
_FOR_WHICH = regex(r"B[^MNEPX]{1,3}ri$")
_BY = regex(r"b(?:at)?$")  # "beat that by 13 cents", "by up to 2 billion"
_INSURED = regex(r"tuMo")
_ROUNDED_OF = regex(r"[MN][oW]$")  # "67 of 70 towns"
_DISTANCE = regex(
    r"(?:more|less) than (?:a|an|half) (?:[a-z]+ ){0,2}?(?:cent|percent|point|yen|dollar|penny|step|notch)s?$"
)
_OPPOSITES = (("deficit", "surplus"), ("outflow", "inflow"))
_PLACES = frozenset("place places position positions spot".split())
_RANKS = frozenset("rank ranks ranked ranking rankings".split())
_OF_WHOLE = 4  # tokens between a number and what it is a part of: "25 of last year's 188"
_PART = Fraction(1, 3)  # of its base: what is less is seldom what stands now
_HEADS = 1000  # who is asked or counted: economists, towns


def are_unlike(chunks: Chunks, now: int, before: int, k: int) -> bool:
    """Two figures and the connector before the second, as chunks → do they speak of two things?"""
    code, items = chunks.code, chunks.chunks
    if "zero" in chunks.tokens.words[items[now].after : items[k].first]:
        return True  # "one to 5 percent and the other to zero from 2 percent"
    if code[k] == "f" and _DISTANCE.search(" ".join(chunks.tokens.words[items[now].after : items[k].first])):
        return True  # "rose to 1.5020, more than a cent from last week's peak"
    if code[now - 1 : now] in ("v", "w") and times(items[now], items[before]) < _PART:
        return True  # "claims rose 13,000 from a revised 449,000": the amount of the change
    if code[k] == "k" and is_of_another(chunks, k):
        return True
    if chunks.tokens.word(items[now].after) in ODDS and not set(LEVELS + "X").isdisjoint(code[now + 1 : k]):
        return True  # "a 66 percent chance of a cut by a quarter of a point from 3 percent"
    if code[before : before + 3] == "MiM" and not _is_money(items[before]) and _is_money(items[before + 2]):
        return True  # "90 with assets of $26 billion, up from 76 with $22 billion"
    if chunks.tokens.word(items[k].first - 1) == "way" or _is_of_heads(items[now], items[before]):
        return True  # "a long way from the 177 billion of 2007"
    if _ranks(chunks, now) or _is_whole(chunks, now) or _of_other_amounts(chunks, now, before):
        return True
    if _nested(items, code, now, before):
        return True  # "lowered its forecast to a range of 53 to 55 cents from 50 to 60"
    # A loss against a profit: which is "down" from which is a matter of sign.
    return _side(chunks, now, "loss", "profit") * _side(chunks, before, "loss", "profit") < 0


def are_turned(chunks: Chunks, now: int, before: int) -> bool:
    """ "a profit of 86 million, compared with a loss of 71 million": is the one what was earned, the other lost?"""
    money = {chunks.code[now], chunks.code[before]} <= {"M"}
    return money and _side(chunks, now, "loss", "profit") * _side(chunks, before, "loss", "profit") < 0


def are_opposite(chunks: Chunks, now: int, before: int) -> bool:
    """ "a surplus of 0.7 billion, up from a deficit of 0.8 billion": is the sign of each in its noun?"""
    return any(_side(chunks, now, *sides) * _side(chunks, before, *sides) < 0 for sides in _OPPOSITES)


# "50 percent of its record above 147", "up from 8.6 percent and higher than the 9.2 forecast", "a third of May's 3.6
# and down from 2.6": a base; "missing forecasts for 13.5 and down from 13.4", "fell short of the record rebate of 1.7
# billion and was lower than 0.9": a yardstick that a word has set above or below what stands now.
_SET_APART = regex(r"(?:[fkh][umxoj]{0,4}|[cA]u?Bo?u?|cu{0,2}x?mo|xA|(?<!t)G|Q(?:o[um]{0,3})?|Po[um]{0,2}xo?)$")


def is_aside(code: str, k: int) -> bool:
    """Is a figure the whole of a part before it, a base, or what others expect: what moved is another?"""
    if _SET_APART.search(code, max(0, k - 5), k):
        return True
    if _BY.search(code, max(0, k - 3), k) or _INSURED.search(code, max(0, k - 2), k + 2):
        return True  # "beat that by 12 cents", "to insure 10 million dollars of debt"
    if code[k + 1 : k + 2] == "A" or _FOR_WHICH.search(code, max(0, k - 6), k):
        return True  # "about 3 dollars above the previous quarter", "forecasts, which were for 1.6 percent growth"
    return code[k - 1 : k] == "W" or bool(_ROUNDED_OF.search(code, 0, k) or _AS_EXPECTED.search(code, max(0, k - 6), k))


def _is_money(item: Chunk) -> bool:
    """Is an amount printed with its currency?"""
    text = item.figure.figure.text if item.figure is not None else ""
    return text != "" and not (text[:1].isdigit() and text[-1:].isdigit())


def _ranks(chunks: Chunks, k: int) -> bool:
    """Is a bare number one of a ranking, in which the first is the best?"""
    own = chunks.chunks[k].figure
    bare = own is not None and own.figure.unit == "" and chunks.code[k] == "N"
    placed = chunks.tokens.word(chunks.chunks[k].after) in _PLACES  # "slipped to 16 place from 11"
    return bare and (placed or not _RANKS.isdisjoint(chunks.tokens.words))


def _is_whole(chunks: Chunks, k: int) -> bool:
    """Is a number what the number before it is a part of?"""
    part = chunks.code.rfind("N", 0, k)
    between = chunks.tokens.words[chunks.chunks[part].after : chunks.chunks[k].first] if part >= 0 else []
    return chunks.code[k] == "N" and between[:1] == ["of"] and len(between) <= _OF_WHOLE


def _of_other_amounts(chunks: Chunks, now: int, before: int) -> bool:
    """Does the base belong to another of the amounts told: in another currency, of another measure, of split shares?

    "28.4 billion crowns, or 4.1 billion dollars, up from 26.2 billion, or 3.8 billion dollars"
    "earned 402 million on revenues of 3 billion, down from a profit of 415 million"
    """
    code, items, words = chunks.code, chunks.chunks, chunks.tokens.words
    converted = code[now - 2 : now] == "M," and code[before : before + 3] == "M,M" == code[now] + code[now - 1] + "M"
    converted = converted and items[now - 2].value != items[now].value and items[before + 2].value == items[now].value
    own, other = code[now - 2 : now] == "mo", code[before - 2 : before] == "mo"
    told = own and other and items[now - 2].value != items[before - 2].value
    split = "split" in words[items[now].first : items[now].after + 4]
    return converted or told or split


def _nested(items: tuple[Chunk, ...], code: str, now: int, before: int) -> bool:
    """Are two figures the low ends of ranges of which one holds the other, so that neither is the higher one?"""
    ends = [k + 2 for k in (now, before)]
    ranged = all(code[k - 1 : k] in ("t", "&") and code[k : k + 1] in tuple(LEVELS) for k in ends)
    if not ranged or not all(code[k] == code[k - 2] or like_units(items[k], items[k - 2]) for k in ends):
        return False
    lows, highs = ([value_of(items[k]) for k in some] for some in ((now, before), ends))
    return (lows[0] - lows[1]) * (highs[0] - highs[1]) < 0 or lows[0] == lows[1]


def _side(chunks: Chunks, k: int, less: str, more: str) -> int:
    """A figure's chunk → −1 where it is a loss (a deficit), +1 where it is a profit, 0 where neither is said of it."""
    words = chunks.tokens.words[max(0, chunks.chunks[k].first - 4) : chunks.chunks[k].after + 2]
    if less in words or more in words:
        return -1 if less in words else 1
    if chunks.code[k + 1 : k + 2] == "m":  # "a 32 billion yen (412 million dollar) net loss"
        return -1 if less in chunks.chunks[k + 1].value else 1 if more in chunks.chunks[k + 1].value else 0
    subject = next((c.value for c in reversed(chunks.chunks[:k]) if c.letter == "m"), "")
    return -1 if less in subject else 1 if more in subject else 0


def _is_of_heads(now: Chunk, before: Chunk) -> bool:
    """ "46.5, according to 25 economists, up from 44.8": what is counted by heads is set against no broken number."""
    whole, broken = value_of(now), value_of(before)
    counted = now.figure is not None and now.figure.figure.kind == "count" and bool(now.figure.figure.unit)
    small = now.figure is not None and now.figure.figure.scale == 1 and whole.denominator == 1
    return counted and small and whole < _HEADS and broken.denominator > 1
