"""Facts of one sentence → the figures of which one is set against another, and which are then of one order of size.

"revenue rose to $4.1 billion from $3.8 million"    3.8 million –sized-as→ 4.1 billion
"the jobless rate was 11.5 percent, down from 12.3" 12.3 –levelled-with→ 11.5 percent

What stood elsewhere or earlier may be a third or three times as much, but not a thousandth: where two amounts are alike
but for the scale word, that is a million for a billion. Words that tell of a plunge or an explosion may mean just that,
and losses leave a profit of any size.
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.fact import Fact, Sentence, add_link, is_negative
from checker.pair import Pair
from checker.wordfact import Facts

_BASES = frozenset("from against than benchmark from-also from-other".split())
_DRASTIC = frozenset(
    "sank sunk sink sinking plunge plunged plunging collapse collapsed collapsing tumbled dived evaporated vanished"
    " dwindled loss losses balloon ballooned ballooning soared soaring skyrocketed exploded mushroomed"
    " swelled multiplied writedowns downs".split()
)
_MERE = frozenset("just only mere merely paltry tiny meagre meager token nominal fraction dwarfed".split())
_LED = 3  # tokens before the first of two amounts
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
            tied = tied and not (_is_elliptic(now, sentence.chunks, pair) or _is_contrast(pair, sentence.chunks))
            if tied and _is_amount(now) and _is_amount(before) and _is_scaled(now, before):
                add_link(facts, pair.before, now, "sized-as")
            elif tied and all(one.aspect == "level" and not is_negative(one.interval) for one in (now, before)):
                add_link(facts, pair.before, now, "levelled-with")


def _is_elliptic(now: Fact, chunks: Chunks, pair: Pair) -> bool:
    """ "390.7 vs 381.6 million": is the scale word of a bare number the one behind its base?"""
    bare = now.figure is not None and now.figure.kind == "count" and now.figure.scale == 1 and not now.figure.unit
    return bare and pair.before == pair.now + 2 and chunks.code[pair.now + 1] == "k"


def _is_contrast(pair: Pair, chunks: Chunks) -> bool:
    """ "debt of 1.9 billion versus just 1.8 million in cash": does the sentence say itself how far apart they are?"""
    start = max(0, chunks.chunks[min(pair.now, pair.before)].first - _LED)
    return not _MERE.isdisjoint(chunks.tokens.words[start : chunks.chunks[max(pair.now, pair.before)].first])


def _goes(pair: Pair) -> bool:
    """ "paid from a fund of 20 million", "left from an issue of 450 million": is it no base that a word turns from?"""
    return pair.connector != "from" or pair.direction >= 0


def _is_amount(fact: Fact) -> bool:
    """Is it a level above nought, in money or a count printed so that it is no name, day or number of a few?"""
    figure = fact.figure
    if figure is None or figure.kind not in _SIZED or fact.aspect != "level" or is_negative(fact.interval):
        return False
    if figure.kind == "money" and figure.value == 1:
        return False  # "cut his pay to $1": one is a token, and no slip of a scale
    return figure.kind == "money" or figure.scale > 1 or not {",", "."}.isdisjoint(figure.digits)


def _is_scaled(one: Fact, other: Fact) -> bool:
    """Would two amounts be of one size without their scale words, which differ, so that one may be wrong?"""
    a, b = one.figure, other.figure
    if a is None or b is None or a.value is None or b.value is None or a.scale == b.scale:
        return False
    return b.value * a.scale < _LIKE * a.value * b.scale and a.value * b.scale < _LIKE * b.value * a.scale
