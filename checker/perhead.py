"""Facts of one sentence → a total tied to a population and to what comes to each head of it.

"50 billion euros, or 11,000 euros per head of a population of 4.5 million"
    11,000 euros –each-of→ 50 billion euros, 4.5 million –many-of→ 50 billion euros
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.fact import Fact, add_link, noun_of
from checker.frame import times
from checker.measure import head_of
from checker.unit import EVERY, HEADS
from checker.wordfact import Facts

_PEOPLE = frozenset("people persons inhabitants residents citizens taxpayers".split())
# Words by which what comes to a head is worked out of the total, and is not told of something else.
_MAKES = frozenset(
    "or equal equals equating equivalent works working comes come coming amounts amounting makes enough could would"
    " means".split()
)
_OTHER = frozenset("income incomes gdp gni gross average earns earn wage wages more another further up from".split())
_MANY = 1000  # fewer heads are no population


def heads(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk are given the links between a sentence's one total, its one population and an amount a head."""
    levels = [fact for _, fact in sorted(facts.items()) if fact.aspect == "level" and not fact.links]
    people = [fact for fact in levels if _is_population(fact)]
    money = [fact for fact in levels if fact.figure is not None and fact.figure.kind == "money"]
    if len(people) != 1 or len(money) != 2:
        return
    total, each = sorted(money, key=lambda fact: _is_each(fact, chunks))
    words = frozenset(chunks.tokens.words)
    worked = not _MAKES.isdisjoint(words) and _OTHER.isdisjoint(words)
    if not worked or _is_each(total, chunks) or not _is_each(each, chunks) or not _is_sum_of(total, each, chunks):
        return
    add_link(facts, each.chunk, total, "each-of")
    add_link(facts, people[0].chunk, total, "many-of")


def _is_population(fact: Fact) -> bool:
    """Is a figure a number of people?"""
    figure = fact.figure
    if figure is None or figure.kind != "count" or figure.value is None or figure.value < _MANY:
        return False
    return head_of(fact.measure) == "population" or noun_of(fact) in _PEOPLE


def _is_each(fact: Fact, chunks: Chunks) -> bool:
    """Does an amount come to each head: "each American $1", "6 crowns for every resident", "6 crowns a head"?"""
    item, tokens = chunks.chunks[fact.chunk], chunks.tokens
    led = tokens.words[max(0, item.first - 2) : item.first - 1]
    behind = tokens.words[item.after : item.after + 2]
    return item.value.partition("/")[2] in HEADS or not EVERY.isdisjoint((*led, *behind))


def _is_sum_of(total: Fact, each: Fact, chunks: Chunks) -> bool:
    """Is one amount larger than another of its currency?"""
    whole, one = chunks.chunks[total.chunk], chunks.chunks[each.chunk]
    return whole.value == one.value.partition("/")[0] and times(whole, one) > 1
