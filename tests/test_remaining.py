"""The percentage that a sentence calls the remaining one, and when those before it are all there is."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check

BOUND = "rest-of-hundred"
CASES = [
    # Each of several, another part, a holding told before, a stake of which it is the rest: not bound.
    ("Two funds each own 40 percent of the mill and the town the remaining 20 percent.", []),
    ("The mill is 77 percent owned by Alder. Brock has 20 percent and the town the remaining 4 percent.", []),
    ("Brock has a stake of 10 percent. It bought 4 percent in May and the remaining 6 percent in June.", []),
    ("The state has 30 percent, with the remaining 17 percent traded. Alder bought its 53 percent in May.", []),
    # All there is.
    ("Rail carries 60 percent of the grain and barges the remaining 40 percent.", ["consistent"]),
    ("Rail carries 60 percent, lorries 15 percent and barges the remaining 52 percent.", ["inconsistent"]),
]


@pytest.mark.parametrize("text, verdicts", CASES)
def test_the_rest_completes_a_hundred(text: str, verdicts: list[str]) -> None:
    checked = check(read(text + "\n"), load_pack()).checked
    assert [item.verdict for item in checked if item.relation.rule == BOUND] == verdicts
