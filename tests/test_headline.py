"""A headline against the first sentences: tolls, rates, multiples taken for percentages, shares taken for changes."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    # tolls: the same, made up of others, counted with others, less sure, or further ones
    "Bus crash kills 12\n\nA bus crash in Halden killed 12 people on Sunday.",
    "Bus crash kills 12\n\nA dozen people died when a bus left the road in Halden.",
    "Bus crash kills 12\n\nA bus crash killed 10 passengers and two cyclists on Sunday.",
    "Bus crash kills 12\n\nEight people died when a bus left the road and four died in hospital.",
    "Bus crash kills 12\n\nA bus crash killed at least 10 people in Halden, and more may have died.",
    "Bus crash kills 12\n\nThree more people were killed when a second bus came to help.",
    "Bus crash kills 12\n\nSome 40 people were killed or injured when a bus left the road.",
    "Storm kills 200\n\nThe storm killed 214 people in the north of Brill, police said.",
    "Two dead, 30 injured in blast\n\nA blast killed two people and wounded 30 in Brill.",
    # rates
    "Ferry fares may rise by 20 percent\n\nFerry fares would rise to 6 crowns from 5 crowns under a plan.",
    "Ferry fares may rise by 20 percent\n\nBus fares would rise to 9 crowns from 5 crowns under a plan.",
    "Ferry fares may rise by 20 percent\n\nFerry fares rose to 9 crowns from 5 crowns last year.",
    "Ferry fares may rise by 20 percent\n\nFerry fares would rise by a fifth. In 2003 fares rose to 9 crowns from 5.",
    # multiples
    "Gifts up 200 percent\n\nGifts to the choirs of Brill tripled last year.",
    "Gifts up 300 percent\n\nGifts rose 300 percent last year, while the number of givers tripled.",
    "Gifts up 300 percent\n\nGifts rose in the spring, and the number of givers doubled.",
    "Gifts up 30 percent\n\nGifts to the choirs of Brill tripled last year.",
    # shares
    "Sales drop 8 percent\n\nSales dropped 8 percent in Brill, where 80 percent of shops reported a drop.",
    "Sales drop 80 percent\n\nSales of 80 percent of the cars in Brill were put off after the drop.",
    "Mill to cut 15 percent of staff\n\nThe mill will cut 15 percent of its staff, it said.",
]
TOLD = [
    ("Bus crash kills 12\n\nA bus crash in Halden killed 21 people on Sunday.", "headline"),
    ("Bus crash kills 12\n\nTwenty-one people died when a bus left the road in Halden.", "headline"),
    ("Ferry fire leaves 14 dead\n\nA fire on a ferry has killed 41 people, the coast guard said.", "headline"),
    ("Police arrest 30 after match\n\nPolice arrested 300 people after a match in Corve.", "headline"),
    ("700 die on roads\n\nIn 2003 some 710 people were killed or hurt on the roads, of whom 82 died.", "headline"),
    ("Two dead, 30 hurt in blast\n\nA blast killed two people and wounded 13 in Brill.", "headline"),
    ("Fares may rise by 50 percent\n\nFares would rise to 6 crowns from 5 crowns.", "growth-from-levels"),
    ("Gifts up 300 percent\n\nGifts to the choirs of Brill tripled last year.", "multiple-and-percent"),
    ("Sales drop 80 percent\n\nSome 80 percent of shops in Brill reported a drop in sales.", "headline-share"),
]  # fmt: skip


def loud(text: str) -> list[str]:
    return [finding.rule for finding in check(text).findings if finding.level != "note"]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert loud(text) == []


@pytest.mark.parametrize("text,rule", TOLD)
def test_what_is_told(text: str, rule: str) -> None:
    assert loud(text) == [rule]
