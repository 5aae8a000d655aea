"""A rate gets the level of the word that gives it its sign; one with a base, an end or a period of its own does not."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "Exports of rye rose 15 percent to a record 3.1 billion crowns from 2.7 billion crowns.",
    "The mill made 216 million crowns in all, down about 12 percent from 245 million crowns a year earlier.",
    "Demand will rise by 1 percent a year on average, from 84 million barrels to 105 million in 2030.",
    "Profit will be 23 to 25 million crowns, up 10 to 18 percent from 21 million crowns.",
    "Profit fell 3 percent to 512 million crowns, up from 480 million crowns in 2003.",
    "The stock slipped 2 percent to $451, and is down about 34 percent from a peak of $684.",
    "Revenue of the real estate arm fell 44 percent to 109.1 million crowns from 196.1 million crowns.",
]
FOUND = [
    "Exports of rye rose 51 percent to a record 3.1 billion crowns from 2.7 billion crowns.",
    "Exports of rye rose 51 percent last year, to 3.1 billion crowns from 2.7 billion crowns.",
    "The mill made 216 million crowns in all, down about 21 percent from 245 million crowns a year earlier.",
    "The mill had a 51 percent rise in sales to 310 million crowns, up from 270 million crowns a year earlier.",
    "Revenue of the real estate arm fell 54 percent to 109.1 million crowns from 196.1 million crowns.",
]


def loud(text: str) -> list[str]:
    """An article → the rules of what was found and is no note."""
    return [one.rule for one in check(text).findings if one.level != "note"]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert loud(text) == []


@pytest.mark.parametrize("text", FOUND)
def test_holds_a_rate_against_the_levels_that_its_word_moves(text: str) -> None:
    assert loud(text) == ["growth-from-levels"]


def test_a_rise_told_behind_its_level_is_as_large_as_its_rate() -> None:
    assert loud("The stock was up $5.46 to $282.04, or 2 percent, in the morning.") == []
    assert loud("The stock was up $5.46 to $282.04, or 12 percent, in the morning.") == ["implied-before"]
