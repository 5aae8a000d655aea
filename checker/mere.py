"""Facts of one sentence → two figures of which one is called small beside the other.

"Some 48 percent of votes, compared with just 12 percent for Corve"      just: +1, of 48 percent and 12 percent
"only 37 percent of the steel, versus 46 percent in May"                 only: −1, of 37 percent and 46 percent

Of 69 such pairs in a news archive all agreed.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.frame import like_units
from checker.pattern import Pattern
from checker.record import replace
from checker.turning import MERE
from checker.wordfact import Facts, span_of, word_fact

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
        if now < 0 or other not in facts or len(small) != 1:
            continue
        figures = (facts[now].figure, facts[other].figure)
        if all(figure is not None and figure.value and not figure.end_of for figure in figures):
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
