"""Facts of one sentence → the figures of which one is set against another, and which are then of one order of size.

"revenue rose to $4.1 billion from $3.8 million"    3.8 million –sized-as→ 4.1 billion

What stood elsewhere or earlier may be a third or three times as much, but not a thousandth: where two amounts are alike
but for the scale word, that is a million for a billion. Words that tell of a plunge or an explosion may mean just that,
and losses leave a profit of any size.
"""

from __future__ import annotations

from checker.fact import Fact, Sentence, add_link, is_negative
from checker.pair import Pair
from checker.wordfact import Facts

_BASES = frozenset("from against than benchmark from-also from-other".split())
_DRASTIC = frozenset(
    "sank sunk sink sinking plunge plunged plunging collapse collapsed collapsing tumbled dived evaporated vanished"
    " dwindled loss losses balloon ballooned ballooning soared soaring skyrocketed exploded mushroomed"
    " swelled multiplied".split()
)
_SIZED = frozenset(("money", "count"))
_LIKE = 10  # times


def magnitudes(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: a base gets a link to the figure that is set against it."""
    if not _DRASTIC.isdisjoint(sentence.chunks.tokens.words):
        return
    for pair in sentence.pairs:
        if pair.connector in _BASES and pair.now in facts and pair.before in facts and _goes(pair):
            now, before = facts[pair.now], facts[pair.before]
            tied = any(link.to == now.id and link.as_ == pair.connector for link in before.links)
            if tied and _is_amount(now) and _is_amount(before) and _is_scaled(now, before):
                add_link(facts, pair.before, now, "sized-as")


def _goes(pair: Pair) -> bool:
    """ "paid from a fund of 20 million", "left from an issue of 450 million": is it no base that a word turns from?"""
    return pair.connector != "from" or pair.direction >= 0


def _is_amount(fact: Fact) -> bool:
    """Is it a level above nought, in money or a count printed so that it is no name, day or number of a few?"""
    figure = fact.figure
    if figure is None or figure.kind not in _SIZED or fact.aspect != "level" or is_negative(fact.interval):
        return False
    return figure.kind == "money" or figure.scale > 1 or not {",", "."}.isdisjoint(figure.digits)


def _is_scaled(one: Fact, other: Fact) -> bool:
    """Would two amounts be of one size without their scale words, which differ, so that one may be wrong?"""
    a, b = one.figure, other.figure
    if a is None or b is None or a.value is None or b.value is None or a.scale == b.scale:
        return False
    return b.value * a.scale < _LIKE * a.value * b.scale and a.value * b.scale < _LIKE * b.value * a.scale
