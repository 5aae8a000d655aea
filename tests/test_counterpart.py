"""A word that points the wrong way, and the word that is to stand in its place."""

from __future__ import annotations

import pytest

import checker
from checker.counterpart import counterpart

TURNED = [
    ("rose", "", "fell"),
    ("WIDENS", "", "narrows"),
    ("Reduced", "", "Increased"),
    ("went up", "", "went down"),
    ("edging up", "", "edging down"),
    ("slowed down", "", "accelerated"),
    ("ahead of", "", "behind"),
    ("better-than-expected", "", "worse-than-expected"),
    ("beats estimates", "", "misses estimates"),
    # what the other word says, in this one's form
    ("rose", "drop", "dropped"),
    ("misses", "topped", "tops"),
    ("acquitted", "guilty", "convicted"),
    ("eased", "intensify", "intensified"),
    ("loss", "profit", "profit"),
    # no opposite is known
    ("picked up", "", None),
    ("on the rise", "", None),
    ("guilty", "acquitted", None),
    ("record", "fell", None),
]


@pytest.mark.parametrize("text, other, meant", TURNED)
def test_a_word_turned_round(text: str, other: str, meant: str | None) -> None:
    found = counterpart(text, other, {})
    assert found == (meant.upper() if meant and text.isupper() else meant)


def test_a_word_of_the_article_comes_before_the_usual_one() -> None:
    assert counterpart("rose", "", {"dropped": 2, "fell": 1}) == "dropped"
    assert counterpart("raised", "", {"trimmed": 2}) == "cut"  # those who set a figure do it in their own way


def test_a_finding_tells_the_word_that_would_fit() -> None:
    report = checker.check("Takings of the ferry fell to 5.2 million crowns from 4.1 million crowns.").to_dict()
    (finding,) = report["findings"]
    assert [one["repair"] for one in finding["suspects"] if one["slip"] == "sign"] == ["rose"]
