"""Amounts behind a word of movement: which are held against what the movement began from, and which are not."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "Profit of the mint fell to 19.1 million crowns from 20.4 million crowns.",
    "Profit of the mint fell 1.9 million crowns from 20.4 million crowns.",
    "Profit of the mint fell 19.1 million crowns from 20.4 million crowns to 1.3 million crowns.",
    "Profit of the mint fell by 19.1 million crowns from 20.4 million crowns.",
    "The mint lost 19.1 million crowns from a fund of 20.4 million crowns.",
    "Exports of rye rose 9.8 percent in June from 9.5 percent in May.",
    "Debt of the mint rose 90 million crowns from 45 million crowns.",
]
FOUND = [
    "Profit of the mint fell 19.1 million crowns from 20.4 million crowns.",
    "The index of orders rose 57.7 from 56.1 in August.",
    "The load factor of the airline dropped 78.1 percent in May from 79.4 percent.",
    "Claims edged up 324,000 in the week from 314,000.",
]


def loud(text: str) -> list[tuple[str, str]]:
    """An article → rule and level of what was found and is no note."""
    return [(one.rule, one.level) for one in check(text).findings if one.level != "note"]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert loud(text) == []


@pytest.mark.parametrize("text", FOUND)
def test_warns_of_a_movement_as_large_as_its_base(text: str) -> None:
    assert loud(text) == [("move-within-base", "warning")]
