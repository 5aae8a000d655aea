"""Products, rates by two periods, holdings, premiums, answers: which wordings tie figures, and which look alike."""

from __future__ import annotations

import pytest

from checker import check

NOT_BOUND = [
    ("price-times-number", "The mill sold 2 million shares at 15 crowns each, raising 28 million crowns after fees."),
    ("price-times-number", "It sold 2 million shares at 9 crowns apiece; its market value is 900 million crowns."),
    (
        "price-times-number",
        "It bought 2.6 million of the 3 million shares held at 24 crowns a share, or 62 million crowns.",
    ),
    ("rate-by-period", "The archive charges $50 a month, or $480 annually, for its letters."),
    ("rate-by-period", "The paper costs 99 cents a week or $39.99 a year."),
    ("rate-by-period", "It makes 5,000 cars a week, and sold 200,000 a year ago."),
    ("stake-of-whole", "Deaths rose to 300 patients, or 5 percent, from 200 patients, or 9 percent."),
    ("premium-over-price", "It pays 14 crowns, a 24 percent premium to the average closing price of 11 crowns."),
    ("premium-over-price", "It pays 14 crowns, a 24 percent premium to the price of a rival bid of 11 crowns."),
    ("premium-over-price", "It pays $15 a share. Shares in Moss were at a 24 percent premium to a close of $11."),
    ("premium-over-price", "It pays $15 a share, or $14 a share. The offer is a 24 percent premium to a close of $11."),
    ("shares-of-whole", "Of women, 61 percent approved, while 58 percent of men disapproved."),
    ("answers-make-whole", "Some 72 percent were above 200 percent of the line and 28 percent were below it."),
]
BOUND = [
    ("price-times-number", "The mill sold 2 million shares at 15 crowns each, raising 30 million crowns."),
    ("price-times-number", "It paid 450 million crowns for 20 million shares, or 22.50 crowns a share."),
    ("price-times-number", "It placed 5 million shares at 120 pence each to raise 6 million pounds."),
    ("price-times-number", "Each of the 40 weavers will get 5,000 euros, 200,000 euros in all."),
    ("rate-by-period", "The rent is $1,200 a month, or $14,400 a year."),
    ("rate-by-period", "It makes 5,000 cars a week, about 260,000 a year."),
    ("stake-of-whole", "It cut its stake to 100,000 shares, or 3.7 pct, from 170,000, or 6.3 pct."),
    (
        "premium-over-price",
        "It offered 37 crowns a share, a premium of 54 percent over Friday's close of 24.04 crowns.",
    ),
    ("premium-over-price", "It pays $15 a share. That is a 25 percent premium to Friday's close of $12."),
    ("shares-of-whole", "Some 45 percent were in favour, 40 percent against and 15 percent undecided."),
    ("answers-make-whole", "Some 71 percent beat forecasts, 9 percent were in line and 20 percent fell short."),
    ("share-of-whole", "Of the 48 members, 12, or 25 percent, stayed away."),
    ("share-of-whole", "The fund holds 25 percent of the mill, or 2 million of its 8 million shares."),
    ("share-of-whole", "The unit had sales of 32 million crowns, 40 percent of the group's 80 million crowns."),
]


def rules(text: str) -> set[str]:
    return {item.relation.rule for item in check(text).checked}


@pytest.mark.parametrize("rule, text", NOT_BOUND)
def test_look_alikes_are_not_bound(rule: str, text: str) -> None:
    assert rule not in rules(text)


@pytest.mark.parametrize("rule, text", BOUND)
def test_plain_wordings_are_bound(rule: str, text: str) -> None:
    assert rule in rules(text)
    assert not check(text).findings
