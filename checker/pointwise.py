"""Facts of one sentence → rates that are called percent where they are the points between two percentages.

"raised the tax to 7 percent from 6, a 1 percent increase"    1 percent –told-in-points→ 7 percent
"raised the tax to 7 percent from 6, a 17 percent increase"   no link

Percentages whose difference is printed to the last digit are printed as they are: 7 is no 6.6, and 6 no 6.4.
"""

from __future__ import annotations

from checker.fact import Fact, add_link
from checker.record import replace
from checker.wordfact import Facts

_BASES = ("from", "against")


def points_told(facts: Facts) -> None:
    """Facts by chunk, changed in place: such a rate gets a link to the percentage that changed."""
    for k, rate in list(facts.items()):
        to = next((link.to for link in rate.links if link.as_ == "change-of"), "")
        now = next((j for j, fact in facts.items() if rate.aspect == "change-rate" and fact.id == to), -1)
        before = next((j for j, fact in facts.items() if _is_base(fact, to)), -1)
        if min(now, before) >= 0 and _is_in_points(facts[now], facts[before], rate):
            add_link(facts, k, facts[now], "told-in-points")
            for j in (now, before):
                facts[j] = replace(facts[j], interval=facts[j].printed, tight=facts[j].printed)


def _is_base(fact: Fact, now: str) -> bool:
    return any(link.to == now and link.as_ in _BASES for link in fact.links)


def _is_in_points(now: Fact, before: Fact, rate: Fact) -> bool:
    """Is the difference of two percentages printed as the rate?"""
    a, b, r = now.figure, before.figure, rate.figure
    if a is None or b is None or r is None or a.value is None or b.value is None or r.value is None:
        return False
    return {a.kind, b.kind, r.kind} == {"percent"} and abs(a.value - b.value) == abs(r.value)
