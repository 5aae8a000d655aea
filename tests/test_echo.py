"""Figures printed twice: what is an echo of what, which headline's figure is met, and that both give warnings only."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.finding import Report
from checker.pack import load_pack
from checker.pipeline import check

PACK = load_pack()
FIRST = "The state asked the mills to give up 820 million crowns in profits."

SILENT = [
    FIRST + "\n\nOn appeal the profits of 820 million crowns were left to the mills.",
    FIRST + "\n\nFar away, a canal of 280 kilometres was dug for 280 million crowns.",  # other words
    FIRST + "\n\nOn appeal profits of more than 280 million crowns were left to the mills.",  # hedged otherwise
    FIRST + "\n\nOn appeal the profits of 640 million crowns were left to the mills.",  # other digits
    FIRST + "\n\nCost: 15.3 million crowns.\n\nCost: 13.5 million crowns.",  # items of a list
    "Mill profits were up 15.3 percent in May.\n\nProfits of the mill were down 13.5 percent in June.",
    "Net profit 313 mln vs 860 mln, sales 1,880 mln vs 1,640 mln.\n\nNet profit 331 mln vs 806 mln, sales 2,720 mln.",
    "Harbour to cost half a billion crowns\n\nThe harbour will cost 482 million crowns, the quay 120 million crowns.",
    "Harbour to cost 480 million crowns\n\nThe harbour will cost 482.3 million crowns, the quay 120 million crowns.",
    "Fund pays out 113 million crowns\n\nThe fund said that the islands would be paid at once.",  # nothing like it
    "Port sold for 195 million crowns\n\nThe port sold its quays for 123 million crowns and raised 72 million crowns.",
    FIRST
    + "\n\nIt had been raised to 820 million crowns from 280 million.\n\nProfits of the mills: 280 million crowns.",
    "Fund up 4 pct\n\nThe fund said that its value was 131 million crowns.",
    "The state will pay 150 billion crowns to a chest.\n\nFunds with 150 million crowns in assets must register.",
    "Profit of the mills rose to 1.52 billion crowns; they earned 1.52 crowns a share.",
    "The quay will cost 850 million crowns, the whole port 850 billion crowns.",  # no clause of its own
    "The quay will cost 85 million crowns; the whole port, 85 billion crowns.",  # two digits
    "The quay will cost 850 million crowns; the whole port, 580 billion crowns.",
    "The plant built 1,345,212 cars, up from 1,245,212.\n\nIn 2010 the number of cars was 1,245,212.",
    "The Arden index closed at 12,196.32.\n\nThe Brill index closed at 12,196.82.",  # one of the last four digits
    # Beside a figure that both print, but with others of the unit, or by the place of the point alone.
    "Of 660 crowns 210 came from Arden and 18 from Brill.\n\nOf 660 crowns 120 came from Corve and 14 from Halden.",
    "Sales in 40 towns rose 10 percent.\n\nIn 40 towns rents may go up 1 percent.",
]
FOUND = [
    ("The two firms employ 32,000 people in 40 towns.\n\nCorve will have 23,000 people in 40 towns.", "repeated"),
    ("The fund gave 960m crowns over 15 years.\n\nOver 15 years 690m crowns will go to schools.", "repeated"),
    ("The state put the cost of the quay at $850 billion; the port itself, at $850 million.", "repeated"),
    ("The port agreed to pay $211.2 million; later it is said to have paid $211.2.", "repeated"),
    ("The port had a rescue fund of 750 mln euros.\n\nThe 750 billion euro rescue fund is for the port.", "repeated"),
    ("Toll to go up 10 pct\n\nThe ministry expects that the toll will be raised by 20 percent.", "headline"),
    (
        FIRST.replace("820", "823") + "\n\nOn appeal the profits of 283 million crowns were left to the mills.",
        "repeated",
    ),
    (FIRST + "\n\nOn appeal profits of about 280 million crowns were left to the mills.", "repeated"),
    ("The port needs a loan of 1.34 billion crowns.\n\nThe loan of 1.34 million crowns is for the port.", "repeated"),
    ("The Arden index rose to a high of 12,196.32.\n\nStocks then fell well below the peak of 12,169.32.", "repeated"),
    ("The plant built 1,345,212 cars.\n\nNo plant abroad comes near those 1,845,212 cars.", "repeated"),
    ("Fund pays out 113 million crowns\n\nThe fund agreed to a disbursement of 131 million crowns.", "headline"),
    ("Toll to bring in 4.4 billion crowns\n\nThe ministry put the yield of the toll at 44 billion crowns.", "headline"),
]


def loud(text: str) -> Report:
    """An article → the report on it."""
    return check(read(text), PACK)


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert [finding for finding in loud(text).findings if finding.level != "note"] == []


IN_WORDS = [("Ferry fares at a two-year low\n\nFares of the ferry fell to a 10-year low in May.", "headline")]


@pytest.mark.parametrize("text,rule", FOUND + IN_WORDS)
def test_warns(text: str, rule: str) -> None:
    assert [(finding.rule, finding.level) for finding in loud(text).findings] == [(rule, "warning")]


@pytest.mark.parametrize("text,_", FOUND)
def test_the_mend_is_the_other_figure(text: str, _: str) -> None:
    (finding,) = loud(text).findings
    repairs = {suspect.repair for suspect in finding.suspects}
    assert any(repair is not None and repair.split()[0] in text for repair in repairs)
