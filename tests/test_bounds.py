"""Marks, highs and lows, superlatives with a date, majorities and parts: what a wording bounds, and what not."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check

PACK = load_pack()
RULES = {"side-of-mark", "within-extreme", "highest-since", "majority", "part-within-whole"}

UNBOUND = [
    "The mill paid $4 million above the $3 million budget.",  # a difference
    "Oil rose $1.20 in May, above $80.",  # a change
    "Share prices began at $600, but are now below $500.",  # a change in time
    "The yen traded at 116.80 to the dollar, well below the level of 114.43 yen of May.",  # a quote turns round
    "The loss was 12 million crowns, below the 15 million of May.",
    "It rose from above 48 to 51, and a break below $117 to $119 may follow.",
    "Tin rose to a record $34,100 after touching a high of $33,400 on Monday.",  # an extreme itself
    "Tin is expected to rise to $34,100 after touching a high of $33,400 on Monday.",
    "The stock closed at $24.10. Shares of a rival had touched a high of $23.50.",
    "The gauge fell to 62.3, the lowest since March 2003, when the strike began, from 65.9.",
    "A majority stake of 40 percent is for sale.",
    "Revenue rose to $973 million, including a $1.3 billion loss on bonds.",
    "The line sold 300 of the 150-seat planes.",
]
BOUND = [
    ("The gauge stood at 51.6, below the 50 mark.", "side-of-mark"),
    ("The gauge rose to 49.2 from 48.1 and above the 50 line.", "side-of-mark"),
    ("Oil fell below $70 a barrel for the first time since May, settling at $71.20.", "side-of-mark"),
    ("The deficit was 3.4 percent of output, below the limit of 3 percent.", "side-of-mark"),
    ("Volume was 1.82 billion shares, slightly below last year's daily average of 1.80 billion.", "side-of-mark"),
    ("The rate of 4.9 percent is below the national average of 4.7 percent.", "side-of-mark"),
    ("Sales rose to 5.2 million from 4.9 million, above the 5.7 million of May.", "side-of-mark"),
    ("It made 5 million euros, or 38 cents a share, topping Brill's 45 cents.", "side-of-mark"),
    ("The stock closed at $25.30, off a high of $24.10.", "within-extreme"),
    ("The stock hit a high of $14.20 before closing at $14.80.", "within-extreme"),
    ("Crude settled at $64.15 a barrel. Earlier it fell as low as $64.65.", "within-extreme"),
    ("Prices fell 2.4 percent, the biggest fall since 1950, when they fell 2.1 percent.", "highest-since"),
    ("The overwhelming majority - 43 percent - said no.", "majority"),
    ("A majority of those asked (46%) said no.", "majority"),
    ("The blast hurt 12 people, including 14 children.", "part-within-whole"),
    ("Brill reported 33 cases of the fever, including 43 deaths.", "part-within-whole"),
    ("The club won 34 of its last 24 games.", "part-within-whole"),
    ("The old brew is sold in few places, for $175 to $125 a bottle.", "range-order"),
    ("The ferry will be ready in three or two years.", "range-order"),
    ("The yard takes 24 to 18 months for a ferry.", "range-order"),
    ("The firm sees $8.20 to $8.60 a share, up from a prior outlook of $6.80 to $6.10.", "range-order"),
    ("The firm raised its outlook to 9 to 11 percent from 8 to 6 percent.", "range-order"),
    ("Some 58 percent said that they expect to sell, up from 85 percent in June.", "direction"),
]


@pytest.mark.parametrize("text", UNBOUND)
def test_what_bounds_nothing_is_left_alone(text: str) -> None:
    report = check(read(text + "\n"), PACK)
    assert not [item.relation for item in report.checked if item.relation.rule in RULES]


@pytest.mark.parametrize("text, rule", BOUND)
def test_a_bound_that_is_passed_is_found(text: str, rule: str) -> None:
    report = check(read(text + "\n"), PACK)
    assert rule in [finding.rule for finding in report.findings if finding.level != "note"]
