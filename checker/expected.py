"""Sentences and their facts → what somebody had expected of a figure, and the links that say so.

"Analysts on average had expected 41 cents a share"    41 cents is expected
"Earnings were 4 cents above the forecast"             4 cents is a difference, and neither result nor forecast
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Link, Sentence, add_link
from checker.pattern import regex
from checker.verdict import LOSS, MEASURES, SALES, Verdict
from checker.wordfact import lone_fact, span_of

_FORECASTERS = frozenset("analysts analyst street consensus economists forecasters estimate estimates".split())
_ELSEWHERE = frozenset(". with as after".split())  # between a forecast and a figure that is none
_TO_MOVE = regex(r"[tx]v[bt]?$")  # "had expected it to rise by 3 percent", "to slip to 46"
_MOVING = regex(r"(?:^|[um])v[bt]?$")  # "had forecast prices rising 0.3 percent", "claims falling to 46"
_FORECASTS = frozenset("forecast estimate expectation consensus projection".split())
_FORETELLING = frozenset("was is were are".split())  # behind "the average forecast"
BACK = 2  # sentences from a forecast back to the result
NOUN = 4  # tokens before an amount in which its noun stands
# Before an amount a share that is no profit.
ITEMS = frozenset(
    "charge charges gain gains cost costs dividend dividends benefit benefits writedown writedowns impairment tax"
    " restructuring closed close trading shares price include included including includes added reduced by loss losses"
    " lost tender offer cash buy bid excluding items before exclude boost impact".split()
)
BEYOND = frozenset("ahead above below better higher lower more less worse".split())  # behind a difference
LATER = frozenset(
    "expects expect sees outlook guidance will next would may could full range raised cut lowered forecast"
    " forecasts estimated projected projects".split()
)
FROM = frozenset("from than with against versus".split())


def tells_forecast(sentence: Sentence) -> bool:
    """Does a sentence tell what somebody had expected?"""
    return "B" in sentence.chunks.code and not _FORECASTERS.isdisjoint(sentence.chunks.tokens.words)


def is_expected(fact: Fact, of: str, sentence: Sentence) -> bool:
    """Does "had expected" lead to a figure, or stand right behind it?"""
    code, items = sentence.chunks.code, sentence.chunks.chunks
    goal = code.rfind("B", 0, fact.chunk)
    between = _plain(sentence, goal, fact.chunk) if goal >= 0 else ";"
    figures = sum(item.figure is not None for item in items[goal + 1 : fact.chunk])
    words = sentence.chunks.tokens.words
    told = words[items[goal].after : items[fact.chunk].first] if goal >= 0 else []
    if words[items[fact.chunk].first - 1] == "by":
        return False  # "missed expectations by 2 cents"
    if "not" in words[: items[fact.chunk].first]:
        return False  # "it was not clear which results were comparable to forecasts of"
    if not set(",;|&vgr@") & set(between) and figures <= (of == SALES) and _ELSEWHERE.isdisjoint(told):
        return True
    behind = code[fact.chunk + 1 : fact.chunk + 4]
    return "B" in behind and not behind[: behind.find("B")].strip("um|")


def _plain(sentence: Sentence, goal: int, last: int) -> str:
    """The letters from a forecast to its figure, without those of what was to move and of "the forecast was"."""
    code, items, words = sentence.chunks.code, sentence.chunks.chunks, sentence.chunks.tokens.words
    between = _TO_MOVE.sub("", code[goal + 1 : last])
    moving = _MOVING.search(between)
    if moving and words[items[last - len(between) + between.rindex("v")].first].endswith("ing"):
        between = between[: moving.start() + (between[moving.start()] != "v")]
    told = between[:1] == "r" and words[items[goal + 1].first] in _FORETELLING
    return between[1:] if told and words[items[goal].after - 1] in _FORECASTS else between


def is_before(after: int, words: list[str]) -> bool:
    """Does "a year earlier" follow a figure, so that it is no result?"""
    behind = [word for word in words[after : after + NOUN] if word != ","]
    return behind[:2] == ["a", "year"] and behind[2:3] in (["earlier"], ["ago"], ["before"])


def opens_last_year(words: list[str]) -> bool:
    """ "Last year it earned 31 million, or 11 cents a share": is a sentence about an earlier result?"""
    return words[:2] in (["last", "year"], ["a", "year"])


def tie_forecast(
    by_id: dict[str, Fact], verdict: Verdict, sign: int, pair: tuple[Fact, Fact], sentences: list[Sentence]
) -> None:
    """A result and its forecast → their link, and the word of the verdict; of a loss a forecast may be far off."""
    now, forecast = pair
    if any(Link(now.id, "benchmark") in fact.links for fact in by_id.values() if fact is not forecast):
        return  # "earnings of 9 cents, above the consensus of 8": what is forecast elsewhere is another's
    if any(link.as_.endswith("expected-for") and link.to != now.id for link in forecast.links):
        return
    lost = any(MEASURES.get(word) == LOSS for word in sentences[forecast.sentence].chunks.tokens.words)
    add_link(by_id, forecast.id, now, "loss-expected-for" if lost else "expected-for")
    sentence = sentences[verdict.sentence]
    span = span_of(sentence.chunks, verdict.first, verdict.after)
    word = lone_fact(sentence, span, Fraction(sign), "verdict", (Link(now.id, "verdict-on"),), mark="v")
    by_id[word.id] = word
