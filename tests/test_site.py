"""Buildings and the places they stand in: what is one count of each, and what only looks like it."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "It runs 41 mills and 20 shops in 28 countries.",
    "It flies 12 aircraft to 31 countries.",
    "The 40-shop chain is known in 60 towns.",
    "It has 20 shops, and growers in 31 countries supply them.",
]
TIED = [
    ("It runs 21 factories in 13 countries.", "consistent"),
    ("The bank has 12 branches across 12 towns.", "consistent"),
    ("It runs 21 factories located in 31 countries.", "inconsistent"),
    ("It runs 21 shops in more than 30 towns.", "inconsistent"),
]


def verdicts(text: str) -> list[str]:
    return [item.verdict for item in check(text).checked if item.relation.rule == "sites-and-places"]


@pytest.mark.parametrize("text", SILENT)
def test_other_counts_are_left_apart(text: str) -> None:
    assert verdicts(text) == []


@pytest.mark.parametrize("text, verdict", TIED)
def test_each_building_stands_in_one_place(text: str, verdict: str) -> None:
    assert verdicts(text) == [verdict]
