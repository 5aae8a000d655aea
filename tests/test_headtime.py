"""Times of a headline and of the first sentences: which are held against each other."""

from __future__ import annotations

import pytest

from checker import check

# Text → what the headline names and what the article names for it.
PAIRS = [
    ("Sales up in May\n\nSales rose in May, the office said.", {("May", "May")}),
    ("Sales up in May\n\nSales rose in April, after they fell in May.", {("May", "April")}),
    ("Sales up in May\n\nSales rose fast.\n\nThe shops sold 3 percent more in June.", {("May", "June")}),
    ("Sales up in May\n\nSales rose fast.\n\nThe shops sold 3 percent more in April.", set()),
    ("Q2 profit up\n\nProfit rose in the second quarter, the mill said.", {("Q2", "the second quarter")}),
    ("Taxes to fall next year\n\nTaxes will be cut this year, it said.", {("next year", "this year")}),
    ("Taxes to fall next year\n\nAlthough they rose this year, taxes will be cut, it said.", set()),
    ("Tolls up in 2011\n\nTolls rose by a tenth in 2011, the port said.", {("2011", "2011")}),
    ("Tolls up in 2011\n\nTolls will rise by a tenth in 2012, the port said.", set()),
    ("Donations near 300 million in 2011\n\nDonations rose last year, but not to the record of 2007.", set()),
    ("Mill sees Q1 loss\n\nThe mill posted a wider-than-expected loss for the fourth quarter.", set()),
    ("Mill sees loss in May\n\nThe mill lost money in April, it said.", set()),
    ("Mill sees loss in May\n\nIt may lose in April. It has 4 men. It owns 3 cars.", {("May", "April")}),
    ("Mill sees Q1 loss\n\nIt may lose in the third quarter. It has 4 men. It is 3.", {("Q1", "the third quarter")}),
    ("Mill sees Q1 loss\n\nIt had a third-quarter loss and sees one this quarter. It has 4 men. It has 3 cars.", set()),
    ("Tolls to rise in 2011\n\nThey will rise this year and in 2012. It has 4 men. It owns 3 cars.", set()),
    ("Mill may pay more\n\nThe mill, idle in April, may pay for its barges.", set()),
    ("Profit up in May\n\nProfit rose in April, but may fall. In May it fell.", {("May", "April")}),
    ("Profit up in May\n\nProfit was above forecasts in April. In May it fell.", {("May", "April")}),
    ("Profit up in May\n\nProfit rose more than expected in May, but fell in April.", {("May", "May")}),
    ("Instant view: Sales up in May\n\nSales rose in April, the office said.", {("May", "April")}),
    ("Sales up in May\n\nA gauge of planned sales rose in April, the office said.", {("May", "April")}),
    ("Halden's 2014 Cherry out\n\nHalden shows the 2013 Cherry as of this year.", {("2014", "2013")}),
    ("Halden's 2014 Cherry out\n\nHalden sold 12 boats in 2013, it said.", set()),
    ("Brill to vote on Friday\n\nBrill will vote on Friday, it said on Monday.", {("Friday", "Friday")}),
    ("Brill to vote on Friday\n\nBrill will vote on Thursday, it said.", {("Friday", "Thursday")}),
    ("Brill to vote on Friday\n\nBrill will vote on May 8, it said on Monday.", set()),
    ("Brill to vote on Nov 18\n\nBrill votes on November 18.", {("Nov 18", "November 18")}),
    ("Brill to vote on Nov 18\n\nBrill votes on November 8.", {("Nov 18", "November 8")}),
    ("Brill to vote on Nov 18\n\nBrill said on May 3 that it would vote.", set()),
    ("Brill to vote on Nov 18\n\nBrill, idle since November 3, will vote.", set()),
    ("Brill to vote on Nov 18\n\nBrill will meet on November 20-21.", set()),
    ("Brill tankers - April 6\n\nA barge for April 8 was hired.", set()),
    ("BRILL TEA 3RD QTR FEB 28\n\nA dividend is due on February 20.", set()),
    ("Pier 1 November sales up\n\nSales rose in the weeks to November 25.", set()),
]


@pytest.mark.parametrize("text, pairs", PAIRS)
def test_a_headline_and_the_time_told_for_it(text: str, pairs: set[tuple[str, str]]) -> None:
    assert _linked(text, "period-of") == pairs


def _linked(text: str, as_: str) -> set[tuple[str, str]]:
    facts = {fact.id: fact for fact in check(text).facts if fact.figure is not None}
    words = {name: fact.figure.text for name, fact in facts.items() if fact.figure is not None}
    return {(words[link.to], words[f.id]) for f in facts.values() for link in f.links if link.as_ == as_}
