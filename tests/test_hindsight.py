"""Years of an article that it tells as past, and those that are still to come."""

from __future__ import annotations

import pytest

from checker import check

# Text → the years told as past, and those told as still to come.
TOLD = [
    ("Fares rose in 2004. The line will open in 2006.", {"2004"}, {"2006"}),
    ("The mill was sold in 2004. Its owner aims to shut it by the end of 2006.", {"2004"}, {"2006"}),
    (
        "In 2004 sales of the mill rose. The quay is due to open in the third quarter of 2006.",
        {"2004"},
        {"the third quarter of 2006"},
    ),
    ("Rents have risen since 2004. The bank expects growth of 3 percent in 2006.", {"2004"}, {"2006"}),
    ("The mill had bought the quay in 2004. Voters may have to wait until 2006.", {"2004"}, {"2006"}),
    ("In the year to March 2004 profit fell. A vote may take place in 2006.", {"year to March 2004"}, {"2006"}),
    ("Fares rose in 2004. The quay could be in use by the end of 2006.", {"2004"}, {"2006"}),
    ("The fund has 9 members, up from the low seen in 2004. The firm sold notes due 2016.", {"2004"}, {"2016"}),
    ("The mill, which was sold in 2004, will close. It cut its 2006 profit outlook.", {"2004"}, {"2006"}),
    ("In 2004 and 2005 fares fell. The line is scheduled to be opened in 2006.", {"2004", "2005"}, {"2006"}),
    ("The mill, bought in 2004, will close. The bank expects fares to hit 9 crowns in 2006.", {"2004"}, {"2006"}),
    ("The union in 2004 agreed to wait. A new plan is aimed at doubling fares by 2020.", {"2004"}, {"2020"}),
    ("Rents rose to 9 crowns from 8 in 2004. The owner, due to losses in 2002, may go in 2006.", {"2004"}, {"2006"}),
    # Nothing is told of a year as past beside what is planned, nor of a participle, nor in a present tense.
    ("The rule is introduced in 2008. The line will open in 2006.", set(), set()),
    ("A plan aimed at a balance in 2008 was dropped. The line will open in 2006.", set(), set()),
    ("Staff will share the bonus paid out in 2008. The line will open in 2006.", set(), set()),
    ("It was sure of the talks with the union in 2008, he said, if asked. The line will open in 2006.", set(), set()),
    ("The bank sees a risk of stalled growth in 2008. The line will open in 2006.", set(), set()),
    ("It paid 4 percent on the May 2019 bond. It sold bonds maturing in 2017.", set(), set()),
    # Nor is one as still to come that belongs to a noun of the past.
    ("Fares rose in 2004. Sales will exceed those of the record year in 2003.", set(), set()),
    ("Fares rose in 2004. The jury will see a film showing him speaking in 2003.", set(), set()),
    ("Fares rose in 2004. The mill will be sold for what it cost in 2003.", set(), set()),
    ("Fares rose in 2004. Its plans to open in 2003 were dropped.", set(), set()),
    ("Fares rose in 2004. But by 2003 the mill could pay its own way.", set(), set()),
    ("Fares rose in 2004. The loan will replace what the mill took in 2003.", set(), set()),
    ("Fares rose in 2004. The fund aims to grow to 9 boats from 7 in 2003.", set(), set()),
    ("Fares rose in 2004. He said it might open in 2003.", set(), set()),
    ("Fares rose in 2004. The fund could not buy it in 2002, and will not repeat its success in 2003.", set(), set()),
]


@pytest.mark.parametrize("text, past, ahead", TOLD)
def test_years_are_told_as_past_or_as_still_to_come(text: str, past: set[str], ahead: set[str]) -> None:
    found = [fact for fact in check(text).facts if fact.figure is not None]
    told = {aspect: {fact.figure.text for fact in found if fact.figure and fact.aspect == aspect} for aspect in ASPECTS}
    assert told == {"past-year": past, "year-ahead": ahead}


ASPECTS = ("past-year", "year-ahead")


def test_the_last_of_the_past_and_the_first_to_come_are_tied_to_all_others() -> None:
    report = check("Fares rose in 2002. Rents fell in 2004. It will open in 2006. The quay will open by 2008.")
    pairs = {one.relation.roles for one in report.checked if one.relation.rule == "past-before-ahead"}
    texts = {fact.id: fact.figure.text for fact in report.facts if fact.figure is not None}
    assert {tuple(texts[ids[0]] for _, ids in roles) for roles in pairs} == {
        ("2002", "2006"),
        ("2004", "2006"),
        ("2004", "2008"),
    }
