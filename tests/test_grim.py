"""Shares and means of a few: which are held against the whole numbers they must come from, and which are not."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "In Brill 39 percent of the 23 teachers backed the plan.",
    "In Brill about 37 percent of the 23 teachers backed the plan.",
    "In Brill 37 percent of some 23 teachers backed the plan.",
    "The plan needs the backing of 75 percent of the 30 members.",
    "The firm owns 37 percent of the 23 shops.",
    "In Brill 37 percent of the 23 firms' staff stayed at home.",
    "In Brill 37 percent of the 23 million voters stayed at home.",
    "In Brill 37 percent of the 230 teachers backed the plan.",
    "The lake holds 37 percent of the 23 miles of the shore.",
    "The 10 patients had a mean age of 43.53.",
    "A poll of 10 analysts gave an average forecast of 3.53 for the index.",
    "The 10 pupils had a mean score of 3.5, and 28 pupils had a mean score of 5.18.",
]
FOUND = [
    ("In Brill 37 percent of the 23 teachers backed the plan.", "share-of-few"),
    ("Of the 23 teachers, 37 percent backed the plan.", "share-of-few"),
    ("A poll of 23 young teachers found that 37 percent of them backed the plan.", "share-of-few"),
    ("The 10 pupils gave the meal a mean score of 3.53.", "mean-of-few"),
    ("In Brill 28 patients had a mean of 5.19.", "mean-of-few"),
]


def loud(text: str) -> list[tuple[str, str]]:
    """An article → rule and level of what was found and is no note."""
    return [(one.rule, one.level) for one in check(text).findings if one.level != "note"]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert loud(text) == []


@pytest.mark.parametrize("text, rule", FOUND)
def test_warns_of_what_no_whole_number_gives(text: str, rule: str) -> None:
    assert loud(text) == [(rule, "warning")]
