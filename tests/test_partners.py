"""Shares of all who own something together, or of what it is made of: what is bound, and what only looks like it."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.partners import JOINED, MIXED, OWNED, RATED, VENTURES
from checker.pipeline import check
from checker.wording import _TOGETHER

RULE = "owners-make-whole"
CASES = [
    # Others own the rest, other things are owned, stakes change hands, a slip would not make it a whole.
    ("The mill is owned 40 percent by Alder and 25 percent by Birch.", []),
    ("The mill is 51 percent owned by Alder and just under 15 percent owned by Birch.", []),
    ("The mill is 51 percent owned by Alder, 15 percent by Birch and the remaining 43 percent by Cedar.", []),
    ("Other holders own 23 percent of the combined company and Birch will own 74 percent.", []),
    ("Alder owns 80 percent of the Arden venture, while Birch has 60 percent of the one in Brill.", []),
    ("Alder has 60 percent of the venture and Birch 60 percent of a mill.", []),
    ("Alder would have 7 percent of the merged bank, while Birch would own 3 percent.", []),
    ("Wheat was rated 60 percent good to excellent and 12 percent poor to very poor.", []),
    ("Cash made up 80 percent of it and stock 30 percent.", []),
    # One more may be told of in the next sentence.
    ("Holders of Alder would own 51 percent of the combined company, and those of Birch 44 percent.", []),
    ("The mill is owned 30 percent by Alder, 50 percent by Birch and 15 percent by Cedar.", []),
    # One whole.
    ("The mill is owned 60 percent by Alder and 40 percent by Birch.", ["consistent"]),
    ("The mill is 60 percent owned by Alder and 40 percent owned by Birch.", ["consistent"]),
    ("The mill is 60 percent owned by Alder and 50 percent owned by Birch.", ["inconsistent"]),
    ("Alder has a 60 pct stake in the block, Birch has 30 pct and Cedar has 10 pct.", ["consistent"]),
    ("Alder has a 60 pct stake in the block, Birch has 30 pct and Cedar has 20 pct.", ["inconsistent"]),
    ("Holders would own 21 percent of the combined company, with Alder holding 79 percent.", ["consistent"]),
    ("Holders would own 21 percent of the combined company, with Alder holding 97 percent.", ["inconsistent"]),
    ("The price is 80 percent in cash and 20 percent in stock.", ["consistent"]),
    ("Wheat was rated 16 pct fair, 65 pct good and 28 pct excellent.", ["inconsistent"]),
]


@pytest.mark.parametrize("text, verdicts", CASES)
def test_shares_of_all_that_there_is(text: str, verdicts: list[str]) -> None:
    checked = check(read(text + "\n"), load_pack()).checked
    assert [item.verdict for item in checked if item.relation.rule == RULE] == verdicts


def test_the_wording_looks_for_every_word_that_tells_of_a_whole() -> None:
    assert _TOGETHER == OWNED | VENTURES | JOINED | MIXED | RATED
