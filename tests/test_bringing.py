"""What brought a total to where it stands, and is a part of it: in one sentence, and told in the one before."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check

CASES = [
    # What is left of something, another kind, a rate, a base, the end of a range, and no total.
    ("The mill shed 300 jobs, bringing costs down to 20 million crowns.", []),
    ("The mill sold 300 coats, bringing the total to 20 million crowns.", []),
    ("Prices rose 3 percent, taking the total to 20.", []),
    ("Sales fell by 30 cars, bringing the total to 20.", []),
    ("The mill sold 30 cars and 40 vans in May. The fair was fine. That brought the total to 20.", []),
    ("It took 30 days to bring the bridge to Arden.", []),
    ("It sold 30 carts and 40 vans in May. That brought the total number to 20.", []),
    # In one sentence, and told in the one before.
    ("Arden will buy another 20 jets, bringing its total order to 50.", ["consistent"]),
    ("Arden will buy another 20 jets, bringing its total order to 15.", ["inconsistent"]),
    ("The bank shut 12 branches, taking the number of failures so far to 7.", ["inconsistent"]),
    ("The fund lent it 113 million crowns. That brought its total loans there to 22 million crowns.", ["inconsistent"]),
]


@pytest.mark.parametrize("text, verdicts", CASES)
def test_what_came_on_top_is_a_part_of_the_total(text: str, verdicts: list[str]) -> None:
    checked = check(read(text + "\n"), load_pack()).checked
    assert [str(item.verdict) for item in checked if item.relation.rule == "part-within-whole"] == verdicts
