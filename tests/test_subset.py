"""Parts told by "of which", "of whom" and "of them", far from their whole."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check

CASES = [
    # Each of several, a place among other counts, something else that breaks: not bound.
    ("Two funds hold 430 million shares of the port, each of which can be swapped for 10 new ones.", []),
    ("Police held 900 people in 12 towns, 300 of them women.", []),
    ("Dealers watch the euro at $1.21, a break of which would open the way to $1.24.", []),
    # Behind "of which", and before it.
    ("It ended May with $3.5 billion in cash and bonds of the state, of which $3 billion is free.", ["consistent"]),
    ("It ended May with $3.5 billion in cash and bonds of the state, of which $8 billion is free.", ["inconsistent"]),
    ("The port took $45 billion from the state's rescue plan, $20 billion of which was a loan.", ["consistent"]),
    ("The port took $45 billion from the state's rescue plan, $200 billion of which was a loan.", ["inconsistent"]),
    ("Around 60 people were hurt, 140 of them children.", ["inconsistent"]),
]


@pytest.mark.parametrize("text, verdicts", CASES)
def test_parts_are_tied_to_their_whole(text: str, verdicts: list[str]) -> None:
    checked = check(read(text + "\n"), load_pack()).checked
    assert [item.verdict for item in checked if item.relation.rule == "part-within-whole"] == verdicts
