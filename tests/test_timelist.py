"""Times in a list: which are held against which."""

from __future__ import annotations

import pytest

from checker import check

# Text → the link, and the times that it ties, the first told first.
PAIRS = [
    ("It won in 2004 and 2006.", "listed", {("2004", "2006")}),
    ("It won in 2003, 2005 and 2006.", "listed", {("2003", "2005"), ("2005", "2006")}),
    ("It won in 2009 and 2008.", "listed", set()),
    ("It is shut in December and January.", "listed", {("December", "January")}),
    ("It is shut in May and March.", "listed", set()),
    ("It met on Friday and Monday.", "listed", {("Friday", "Monday")}),
    ("It met on Friday and, later, Thursday.", "listed", set()),
]


@pytest.mark.parametrize("text, as_, pairs", PAIRS)
def test_two_times_are_tied(text: str, as_: str, pairs: set[tuple[str, str]]) -> None:
    facts = {fact.id: fact for fact in check(text).facts if fact.figure is not None}
    words = {name: fact.figure.text for name, fact in facts.items() if fact.figure is not None}
    assert {(words[link.to], words[f.id]) for f in facts.values() for link in f.links if link.as_ == as_} == pairs
