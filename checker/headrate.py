"""Facts of an article → the link of a headline's rate of change to a level of the opening that is set against another.

"Ferry fares may rise by 50 percent" … "The fare would go up to 6 crowns from 5"    50 percent told-change-of 6 crowns

In 130,000 articles of a news archive a headline's rate stands in the first sentences, in whatever words, but for a
dozen; where these have two levels of the headline's measure instead, the rate is that of the two.
"""

from __future__ import annotations

from checker.equated import could_be
from checker.fact import Fact, Sentence, add_link
from checker.leading import first_told, shown_and_told
from checker.measure import head_of

_GROWTH = ("change-of", "told-change-of")


def tie_rate(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: the one rate of a headline gets its link to the first level of its measure."""
    shown, told = shown_and_told(by_id, sentences)
    rates = [fact for fact in shown if fact.aspect == "change-rate" and fact.measure]
    if len(rates) != 1 or any(link.as_ in _GROWTH for link in rates[0].links):
        return
    told = first_told(told, sentences)
    if any(could_be(rates[0], fact) or fact.aspect == "change-rate" for fact in told):
        return
    set_against = {link.to for fact in told for link in fact.links if link.as_ == "from"}
    now = next((fact for fact in told if fact.id in set_against and _is_of(rates[0], fact)), None)
    if now is not None:
        add_link(by_id, rates[0].id, now, "told-change-of")


def _is_of(rate: Fact, now: Fact) -> bool:
    """May a level be the one that a rate leads to: of its measure, and told as surely?"""
    narrowed = [fact.measure for fact in (rate, now) if ":" in fact.measure]  # "ferry fares", "bus fares"
    like = head_of(now.measure) == head_of(rate.measure) and len(set(narrowed)) < 2
    return like and now.aspect == "level" and now.modality == rate.modality
