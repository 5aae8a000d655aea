"""Growth that a sentence tells of the figure of the sentence before it."""

from __future__ import annotations

import pytest

from checker import check

CASES = [
    ("The mill made 5.3 million crowns. That was up 77 percent from 3.0 million crowns a year ago.", ["consistent"]),
    ("The mill made 5.3 million crowns. That was up 67 percent from 3.0 million crowns a year ago.", ["inconsistent"]),
    ("Its head was paid $15.2 million. That is 134 percent more than the $6.5 million of 2009.", ["consistent"]),
    ("Its head was paid $15.2 million. That is 234 percent more than the $6.5 million of 2009.", ["inconsistent"]),
    ("It sold 55,000 wheels. This represents a decline of 8 percent from 60,000 a year ago.", ["consistent"]),
    ("It sold 55,000 wheels. This represents a rise of 8 percent from 60,000 a year ago.", ["inconsistent"]),
    ("It closed at $16.60. That was down 34 percent from its record high of $25.20 last July.", ["consistent"]),
    # Two figures that may have grown, one that has grown from something else, and a sentence that tells more.
    ("It made 5.3 million crowns and lost 5.1 million. That was up 67 percent from 3.0 million crowns.", []),
    ("Sales rose 5 percent to 100 million crowns. That was up 9 percent from 99 million crowns in May.", []),
    ("The mill made 5.3 million crowns. That was up, and 67 percent more than the fare of 3.0 million crowns.", []),
    ("The mill made 5.3 million crowns. Sales were up 67 percent from 3.0 million crowns a year ago.", []),
]


@pytest.mark.parametrize("text,told", CASES)
def test_what_has_grown(text: str, told: list[str]) -> None:
    report = check(text)
    across = [one for one in report.checked if one.relation.rule == "growth-from-levels"]
    by_id = {fact.id: fact for fact in report.facts}
    tied = [one for one in across if len({by_id[i].sentence for _, ids in one.relation.roles for i in ids}) > 1]
    assert [one.verdict.removesuffix("-rounding") for one in tied] == told
