"""Headline and first sentence: which figure stands in the place of the headline's, and what only looks like it."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check

PACK = load_pack()

SILENT = [
    # The headline's figure is there, in other words.
    "Ten mills to close\n\nThe Harbour, the Lake and eight other mills will close by May, their owner said.",
    "Port to cut 5,000 jobs\n\nThe port is to cut 4,000 jobs on its quays and 1,000 jobs in its offices.",
    "Five mills close\n\nThe state closed four mills on the coast and one in the hills on Friday.",
    "Brewer's profit down 50 pct\n\nThe brewer's profit fell by half, compared with a rise of 60 pct a year before.",
    "Fund nears 3 billion crowns\n\nThe fund has raised half the 6 billion crowns it wants, its owners said.",
    "Brewer offered 28 crowns a share\n\nHolders of the brewer would be paid 20 crowns a share in cash and some bonds.",
    "Chance of storm put at 1 in 4\n\nThe coast faces a one-in-four chance of a storm, the weather office said.",
    "Exports at 41.7 million crowns\n\nExports were 41.76 million crowns, the customs office said.",
    # Rounded, or hedged.
    "Port to cut 5,100 jobs\n\nThe port is to cut about 5,000 jobs, the union of dockers said.",
    "Toll to bring in $51 billion\n\nThe toll will bring in $51.5 billion, the ministry said.",
    "Makers recall about 370,000 cars\n\nArden is recalling about 340,000 cars, it said."
    "\n\nIn two other recalls, about 20,300 Arden and 9,345 Brill cars were called back.",
    "Arden lifts savings goal to $3 billion\n\nArden has raised its savings goal by $1 billion, it said.\n\nIt is now"
    " $3 billion.",
    "Toll to bring in $12.9 million\n\nThe toll will bring in more than $12 million, the ministry said.",
    # Another thing.
    "Sales up 22 percent in May\n\nSales rose from May of last year, when they fell 23 percent. They rose 22 percent.",
    "Mill to close two yards\n\nThe mill sold 12 quays, its owner said.",
    "Fares at four-month high\n\nFares rose for the third time in four years, the islands said.",
    "Kiln maker's sales up 31 percent\n\nThe kiln maker cut its staff by 8 percent in May, it said on Monday.",
    # Both are told again further down.
    "Sales up 5 percent\n\nProfits rose 9 percent, the mill said.\n\nSales rose 5 percent. Profits were up 9 percent.",
]
FOUND = [
    "Bank repaid $87 billion for mills\n\nThe bank repaid at least $83 billion to the mills, court papers show."
    "\n\nThe deal of $87 billion was approved in May.",
    "Toll to bring in $12 million\n\nThe toll will bring in about $13 million, the ministry said.",
    "Port to cut up to 51 jobs\n\nThe port wants to cut up to 37 jobs on its quays, the union of dockers said.",
    "Mill to cut 12 percent of jobs\n\nThe mill will cut 14 percent of its jobs in June, the union said.",
    "Port to cut 5,100 jobs, says union\n\nThe port wants to cut 3,100 jobs on its quays, the union of dockers said.",
    "Port to cut 5,000 jobs\n\nThe port wants to cut 7,000 jobs, the union of dockers said.",
    "Buyers offer to scrap $29 bln deal\n\nThe buyers that had agreed to pay $25 billion for the mill ended the deal.",
    "Ferry fares at three-year high\n\nFares of the ferry rose to their highest in five years, the islands said.",
    "Seven mills plead guilty\n\nEight mills pleaded guilty on Friday of selling flour that was none.",
    "New orders rise surprising 2.1 percent\n\nOrders rose a greater-than-expected 3.1 percent in March.",
    "Grid to lay cables for $3 mln\n\nThe grid will lay four cables under the sea for $3 billion, it said.",
    "Ferry passengers down by 12,000\n\nThe number of ferry passengers who paid fell by 21,000 in May.",
    # Figures of one rounding that are neighbours.
    "Toll to bring in $12 million\n\nThe toll will bring in $13 million, the ministry said.",
    "Exports up 4 percent in May\n\nExports rose 3 percent in May, the customs office said.",
    "Exports up 4 percent in May\n\nExports rose 5 percent in May, the customs office said.",
    "Port to cut 12,000 jobs\n\nThe port is to cut 13,000 jobs, the union of dockers said.",
    # No slip of the keys, but the only figure of its kind, told of in the same words.
    "Toll to go up 1,000 pct\n\nThe ministry expects that the toll will be raised by 20 percent.",
    "Ferry firm pays 4,000 crew a bonus\n\nFerry operator Marin paid a bonus to 650 crew on Friday.",
    # The first sentence has no such figure: the next one tells it.
    "Choir to sing for 4,200 guests\n\nThe choir will open the harbour in May.\n\nIt sings for 2,400 guests, it said.",
    # The slip is the first sentence's: the headline's figure is told again.
    "Exports at $52 million\n\nExports rose to $25 million.\n\nOf the $52 million most went by sea.",
]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert [finding.message for finding in check(read(text), PACK).findings if finding.level != "note"] == []


@pytest.mark.parametrize("text", FOUND)
def test_warns(text: str) -> None:
    assert [(one.rule, one.level) for one in check(read(text), PACK).findings] == [("headline", "warning")]
