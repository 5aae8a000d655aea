"""A word that points the wrong way, and the word that is to stand in its place."""

from __future__ import annotations

import pytest

import checker
from checker.counterpart import backing, counterpart

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


BACKED = [
    ("rose", {"rose": 1, "fell": 3, "lower": 1}, -4),
    ("highest", {"highest": 1, "climbed": 2}, 2),
    ("acquitted", {"acquitted": 1, "guilty": 1, "convicted": 2}, -3),
    ("record", {"fell": 3}, None),
]


@pytest.mark.parametrize("text, used, votes", BACKED)
def test_the_rest_of_the_article_votes(text: str, used: dict[str, int], votes: int | None) -> None:
    assert backing(text, used) == votes


def test_of_two_words_the_one_against_the_article_comes_first() -> None:
    text = (
        "Brill ferry manager guilty of fraud\n\nA court on Monday acquitted the ferry manager of fraud over licences."
        "\n\nHe was convicted after a trial of five weeks."
    )
    report = checker.check(text).to_dict()
    words = {figure["id"]: figure["text"] for figure in report["figures"]}
    found = [(words[one["figure"]], one["repair"], one["rank"]) for one in report["findings"][0]["suspects"]]
    assert found == [("acquitted", "convicted", 1), ("guilty", None, 2)]
