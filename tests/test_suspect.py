"""Which figure or word of a contradiction is named first, and what is to stand in its place."""

from __future__ import annotations

import pytest

import checker

LEVELS = ("error", "warning")


def told(text: str) -> list[tuple[str, str | None]]:
    """A text → the suspects of its first finding, the words as printed and the repair."""
    report = checker.check(text).to_dict()
    words = {figure["id"]: figure["text"] for figure in report["figures"]}
    finding = next(one for one in report["findings"] if one["level"] in LEVELS)
    return [(words[one["figure"]], one["repair"]) for one in finding["suspects"]]


FIRST = [
    # of two as likely the later is named
    ("The mill expects to sell between 640 and 460 tonnes of flour this year.", "460 tonnes"),
    # figures that are set against each other are seldom far apart
    ("The ferry's takings rose to 8.31 million crowns from 8.94 million crowns.", "8.94 million crowns"),
    ("Debt was between 3 billion crowns and 4 million crowns.", "4 million crowns"),
]


@pytest.mark.parametrize("text, first", FIRST)
def test_the_likeliest_is_named_first(text: str, first: str) -> None:
    assert told(text)[0][0] == first


REPAIRS = [
    ("The mill expects to sell between 400 and 60 tonnes of flour this year.", "60 tonnes", "600 tonnes"),
    (
        "Brill buys Hale for 640 million crowns\n\nBrill bought the mill on Monday for 460 million crowns, it said.",
        "460 million crowns",
        "640 million crowns",
    ),
    ("Debt was between 3 billion crowns and 4 million crowns.", "4 million crowns", "4 billion crowns"),
]


@pytest.mark.parametrize("text, printed, meant", REPAIRS)
def test_what_is_to_stand_there_is_likely(text: str, printed: str, meant: str) -> None:
    assert dict(told(text))[printed] == meant
