"""Times in a sentence: which of them begin and end a stretch, what lasts so long, and what came first."""

from __future__ import annotations

import pytest

from checker import check

# Text → the ends of its stretches of time, and of its orders of events.
PAIRS = [
    ("She ran the mill from 1990 to 1996.", {("1990", "ends", "1996")}),
    ("She ran the mill between 1990 and early 1996.", {("1990", "ends", "1996")}),
    ("The 1987-92 plan and the 1999-2002 one were dropped.", {("1987", "ends", "92"), ("1999", "ends", "2002")}),
    ("The 1986/87 season was dry.", {("1986", "ends-season", "87")}),
    ("Ministers meet on June 18-19.", {("June 18", "ends", "19")}),
    ("The fair is held from 10-13 February.", {("10", "ends", "13 February")}),
    ("The lock was shut from May 2001 to March 2004.", {("May 2001", "ends", "March 2004")}),
    ("She joined in 1988 and became a partner in 1991.", {("1988", "then", "1991")}),
    ("Founded in 1904, the firm went public in 1989.", {("1904", "then", "1989")}),
    ("The mill was sold in 1996, after a fire in 1995.", {("1995", "then", "1996")}),
    ("Rents grew 2 percent in 2009, the slowest pace since 1998.", {("2009", "since", "1998")}),
    ("Rents rose in May after a fall in April.", {("May", "base-month", "April")}),
    ("The start was brought forward from 2012 to 2010.", set()),
    ("Rents went back in 2012 to 2010 levels.", set()),
    ("The appeal is No 2012-1507.", set()),
    ("The firm in figures (2007/2006) is small.", set()),
    ("The fair runs from November to March.", set()),
    ("She may raise the target set in 2005 after gains in 2006.", set()),
    ("The plan was agreed in 2005 and its author died in 1999.", set()),
]
# Text → lengths, with the two ends of what is said to last so long.
LENGTHS = [
    ("She ran it from 1990 to 1996, a total of six years.", {("six years", "1990", "1996")}),
    ("She ran it for six years from 1990 to 1996.", {("six years", "1990", "1996")}),
    ("The five-year economic plan (1986-1990) was dropped.", {("five-year", "1986", "1990")}),
    ("In 1996, ten years after the 1986 fire, it was shut.", {("ten years", "1986", "1996")}),
    ("Built in 1986, it was shut ten years later, in 1996.", {("ten years", "1986", "1996")}),
    ("She won in 1997, two years before she left in 1999.", {("two", "1997", "1999")}),
    ("Ten years after the fire of 1986, it was shut in 1996.", {("Ten years", "1986", "1996")}),
    ("The mill, opened in 1985, closed in 2004 after 19 years.", {("19 years", "1985", "2004")}),
    ("Sales rose in the April-June quarter.", {("quarter", "April", "June")}),
    ("The three-day meeting in the valley runs from March 3 to March 5.", {("three-day", "March 3", "March 5")}),
    ("Born in 1950, he died in 2005 aged 54.", {("54", "1950", "2005")}),
    ("Founded in 1904, it marked its centenary in 2004.", {("centenary", "1904", "2004")}),
    ("He died in 2005 after 40 years at the mill he joined in 1960.", set()),
    ("The five-year notes due 2005-2007 were sold.", set()),
    ("Its first fall in seven years is forecast for 2008/09.", set()),
    ("It grew in the three years to 2007/08.", set()),
    ("It did well in the seven days leading into the May 23-25 weekend.", set()),
]
ORDERS = ("ends", "ends-season", "then", "since", "base-month")


@pytest.mark.parametrize("text, pairs", PAIRS)
def test_two_times_are_put_in_order(text: str, pairs: set[tuple[str, str, str]]) -> None:
    facts = {fact.id: fact for fact in check(text).facts if fact.figure is not None}
    words = {name: fact.figure.text for name, fact in facts.items() if fact.figure is not None}
    linked = [(words[link.to], link.as_, words[name]) for name, fact in facts.items() for link in fact.links]
    assert {found for found in linked if found[1] in ORDERS} == pairs


@pytest.mark.parametrize("text, lengths", LENGTHS)
def test_a_length_is_tied_to_both_ends(text: str, lengths: set[tuple[str, str, str]]) -> None:
    facts = {fact.id: fact for fact in check(text).facts if fact.figure is not None}
    words = {name: fact.figure.text for name, fact in facts.items() if fact.figure is not None}
    found = {
        (words[name], words[one.to], words[other.to])
        for name, fact in facts.items()
        for one in fact.links
        for other in fact.links
        if one.as_.endswith("-from") and other.as_ == one.as_.replace("-from", "-to")
    }
    assert found == lengths
