"""Facts of one sentence → two figures of which one is called small beside the other.

"Some 48 percent of votes, compared with just 12 percent for Corve"      just: +1, of 48 percent and 12 percent
"only 37 percent of the steel, versus 46 percent in May"                 only: −1, of 37 percent and 46 percent

Where something falls, or one of them is what there is each week, nothing is asked. All of some 120 such pairs in a
news archive agreed.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.frame import like_units
from checker.pattern import Pattern
from checker.record import replace
from checker.turning import MERE
from checker.wordfact import Facts, span_of, word_fact

_EACH, _NEAR = frozenset("each every per".split()), 6  # "only 80 million, compared with the 50 sold each week"
_TO_FIGURE = Pattern(r"k[umoxD]{0,4}([MNEP])")  # from "compared with" to its figure


def meres(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk and their sentence → the words that call one of two figures small, the other being set against."""
    made: list[Fact] = []
    chunks = sentence.chunks
    words, items = chunks.tokens.words, chunks.chunks
    for match in _TO_FIGURE.finditer(chunks.code):
        other = match.start(1)
        now = _now(facts, sentence, match.start(), other)
        small = [k for k in (now, other) if items[k].first and words[items[k].first - 1] in MERE]
        told = words[items[other].after : items[other].after + _NEAR]
        if now < 0 or other not in facts or len(small) != 1 or not _EACH.isdisjoint(told):
            continue
        figures = [fact.figure for fact in (facts[now], facts[other]) if fact.figure is not None]
        plain = all(figure.value and not figure.end_of and figure.direction != "down" for figure in figures)
        if plain and len({facts[k].aspect == "change-rate" for k in (now, other)}) == 1:
            span = span_of(chunks, items[small[0]].first - 1, items[small[0]].first)
            sign = Fraction(1 if small == [other] else -1)
            word = word_fact(facts[now], span, chunks, sign, "comparison", "comparison-of")
            made.append(replace(word, links=(*word.links, Link(facts[other].id, "compares-with"))))
    return made


def _now(facts: Facts, sentence: Sentence, connector: int, other: int) -> int:
    """The chunk of the one figure of a clause that is of the kind of the figure behind "compared with", or −1."""
    items, code = sentence.chunks.chunks, sentence.chunks.code
    clause = max(code.rfind(letter, 0, connector) for letter in ";|:")
    like = [k for k in facts if clause < k < connector and code[k] in "MNEP" and like_units(items[k], items[other])]
    return like[0] if len(like) == 1 else -1
