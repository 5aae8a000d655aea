"""A part, its share and the whole in one sentence: how they may stand beside one another, and where they do not."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "Sales of 4.2 million crowns represent 12 percent of total sales of 35 million crowns.",
    "The arm had sales of 4.2 million crowns, 12 percent of group sales of 35 million crowns.",
    "In the poll 213 out of 373 voters — 57 percent — stayed at home.",
    "Such loans made up 207 billion crowns, or 9.5 percent, of the 2.2 trillion crown market.",
    "The yard will cut 4,200 jobs, or 12 percent of its 35,000 workers.",
    "The two mills paid 16 billion crowns, a rise of 4 percent, out of sales of 27 billion crowns.",
    "The poll asked 1,020 people; 213 of 373 men — 20 percent of the sample of 1,020 — stayed at home.",
    "The yard will cut 4,200 jobs, or 12 percent of its costs of 35,000 crowns.",
]
FOUND = [
    "Sales of 4.2 million crowns represent 21 percent of total sales of 35 million crowns.",
    "The arm had sales of 4.2 million crowns, 21 percent of group sales of 35 million crowns.",
    "In the poll 213 out of 373 voters — 75 percent — stayed at home.",
    "Such loans made up 207 billion crowns, or 5.9 percent, of the 2.2 trillion crown market.",
    "The yard will cut 4,200 jobs, or 21 percent of its 35,000 workers.",
]


def loud(text: str) -> list[str]:
    """An article → the rules of what was found and is no note."""
    return [one.rule for one in check(text).findings if one.level != "note"]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert loud(text) == []


@pytest.mark.parametrize("text", FOUND)
def test_finds_a_share_that_is_not_that_of_its_part(text: str) -> None:
    assert loud(text) == ["share-of-whole"]
