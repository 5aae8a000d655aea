"""Facts of one sentence → rates of change that a word sets one above the other.

"shares rose 4.8 percent, outperforming a 3.7 percent rise in the index"    outperforming: +1; 3.7 –compared-with→ 4.8

A fall counts as less than a rise: who fell less outperformed. Other words ("above", "slower than") may speak of the
size of the fall, so that they are read between two rises alone.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.comparability import agree
from checker.direction import side
from checker.fact import Fact, add_link
from checker.wordfact import Facts, span_of, word_fact

_PERFORMING = ("outperform", "underperform")  # said of returns, which have a sign
# The words of the lexicon's classes that compare two rates; "led by" and "over the year" do other things.
_WORDS = (
    *_PERFORMING, "outpac", "outstrip", "lag", "trail", "beat", "top", "exceed", "surpass", "slower", "faster",
    "higher", "lower", "more", "less", "bigger", "smaller", "greater", "stronger", "weaker", "well", "far", "above",
    "below", "short", "ahead", "behind",
)  # fmt: skip
_NOT_BEFORE = frozenset(";!&")  # between the first rate and the word: another statement
_NOT_BEHIND = frozenset(";!MNEX")  # between the word and the second rate: another clause or another figure
_JOINING = ("which", "that", "but")
_REACH = 12  # chunks from the first rate to the word


def comparisons(facts: Facts, chunks: Chunks) -> list[Fact]:
    """Facts by chunk, changed in place → the words that compare two rates."""
    rates = [k for k in sorted(facts) if _is_rate(facts[k])]
    made = []
    for n, other in enumerate(rates[1:]):
        now = rates[n]
        k = _word(chunks, now, other)
        if k >= 0 and _comparable(facts[now], facts[other], chunks, k):
            item = chunks.chunks[k]
            span = span_of(chunks, item.first, item.after)
            sign = Fraction(_sign(chunks, k))
            made.append(word_fact(facts[now], span, chunks, sign, "comparison", "comparison-of"))
            add_link(facts, other, facts[now], "compared-with")
    return made


def _is_rate(fact: Fact) -> bool:
    figure = fact.figure
    return figure is not None and figure.kind == "percent" and fact.aspect == "change-rate" and figure.direction != ""


def _sign(chunks: Chunks, k: int) -> int:
    """A chunk → +1 where it says "above" or "faster than", −1 for "below", 0 for a word that does not compare."""
    return side(chunks.chunks[k].value) if chunks.code[k] in "cA" or chunks.code[k : k + 2] == "ah" else 0


def _word(chunks: Chunks, now: int, other: int) -> int:
    """Two rates → the chunk of the word between them that says which is above; −1 for none, or more.

    Of several the one right before the second rate: "rose 4.8 percent ahead of the results, outpacing 3.7 percent".
    """
    code, words = chunks.code, chunks.tokens.words
    found = [k for k in range(now + 1, other) if _sign(chunks, k)]
    if not found or "P" in code[now + 1 : other] or (len(found) > 1 and code[found[-1] + 1 : other].strip("h")):
        return -1
    k = found[-1]
    joined = all(_joins(words, c.first) for c in chunks.chunks[now:other] if c.letter == "|")
    plain = _NOT_BEFORE.isdisjoint(code[now:k]) and _NOT_BEHIND.isdisjoint(code[k:other])
    compares = words[chunks.chunks[k].first].startswith(_WORDS)
    return k if joined and plain and compares and k - now <= _REACH else -1


def _joins(words: list[str], i: int) -> bool:
    """Does a word there begin no clause of its own: "which", or the "so" of "so far"?"""
    return words[i] in _JOINING or words[i : i + 2] == ["so", "far"]


def _comparable(now: Fact, other: Fact, chunks: Chunks, k: int) -> bool:
    """Are two rates of one period, and does the word tell which of them is the greater?"""
    word = chunks.tokens.words[chunks.chunks[k].first]
    rising = all(fact.figure is not None and fact.figure.direction == "up" for fact in (now, other))
    return (rising or word.startswith(_PERFORMING)) and agree(now, other, "period")
