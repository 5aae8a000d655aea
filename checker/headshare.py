"""Facts of an article → the change in its headline that is, in the opening, the share of those who told of one.

"Jewellers' sales drop 80 percent" … "80 percent of jewellers reported a drop in sales"    a change; a share

How many saw a fall says nothing of how far it went.
"""

from __future__ import annotations

from fractions import Fraction

from checker.equated import could_be
from checker.fact import Fact, Link, Sentence
from checker.leading import first_told, shown_and_told
from checker.turning import MOVERS, turn
from checker.wordfact import lone_fact

_ASKED = frozenset(
    "stores shops outlets firms companies retailers dealers jewellers jewelers respondents members participants people"
    " households farmers growers makers manufacturers businesses employers economists analysts banks hotels builders"
    " exporters importers readers landlords agents surveyors executives managers consumers shoppers".split()
)
_TELL = frozenset(
    "said say report reported reporting saw see seen had have expect expected recorded posted suffered experienced"
    " noticed told".split()
)
_NOUN, _VERB = 5, 5  # words between a share and who was asked, and between that and what they said


def tie_share(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, added to: what the headline's one rate of change is, and what the share in the opening is."""
    shown, told = shown_and_told(by_id, sentences)
    rates = [fact for fact in shown if fact.aspect == "change-rate"]
    if len(rates) != 1 or rates[0].figure is None:
        return
    told = first_told(told, sentences)
    asked = {fact.id for fact in told if _is_of_asked(rates[0], fact, sentences[fact.sentence])}
    same = [fact for fact in told if could_be(rates[0], fact)]
    if not asked or not same or any(fact.aspect != "change-rate" and fact.id not in asked for fact in same):
        return
    change = next((fact for fact in same if fact.aspect == "change-rate"), None)
    head = _kind(rates[0], sentences, 1, "headline-kind", ())
    body = _kind(change or same[0], sentences, int(change is not None), "told-kind", (Link(head.id, "kind-of"),))
    by_id.update({head.id: head, body.id: body})


def _kind(fact: Fact, sentences: list[Sentence], is_change: int, aspect: str, links: tuple[Link, ...]) -> Fact:
    """A percentage → whether it is told as a change (1) or as a share (0), as a fact of its own."""
    figure = fact.figure
    span = (figure.start, figure.end) if figure is not None else (0, 0)
    return lone_fact(sentences[fact.sentence], span, Fraction(is_change), aspect, links, mark="k")


def _is_of_asked(rate: Fact, fact: Fact, sentence: Sentence) -> bool:
    """Is a figure the share of those who tell of a movement the way of the rate?"""
    chunks = sentence.chunks
    if fact.chunk < 0 or fact.aspect == "change-rate" or rate.figure is None:
        return False
    after = chunks.chunks[fact.chunk].after
    words = chunks.tokens.words
    who = next((k for k in range(after, min(after + _NOUN, len(words))) if words[k] in _ASKED), -1)
    if words[after : after + 1] != ["of"] or who < 0 or _TELL.isdisjoint(words[who : who + 1 + _VERB]):
        return False
    way = {"up": 1, "down": -1}.get(rate.figure.direction, 0)
    return any(item.first > who and item.letter in MOVERS and turn(item.value) == way for item in chunks.chunks)
