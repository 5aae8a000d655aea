"""Which figures are asked to be of one order of size: those set against each other, and those of one measure."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check

CASES = [
    # No base, a plunge, nothing with a scale word, below nought, another measure, far years, one of many: not bound.
    ("Each member gets $10, to be paid from a fund of $20 million.", []),
    ("Loans of the lender sank to $6 million from $3.7 billion.", []),
    ("Special items came to 2,564 crowns, compared with 1,211,196 crowns.", []),
    ("The balance was minus 4 billion crowns, compared with minus 3 million crowns.", []),
    ("In 1979 sales were $6 million, the firm said. Sales for 2012 were $5.1 billion.", []),
    ("Sales were $5.1 billion, the group said. It has brands that each have sales of $6 million.", []),
    # Scale words that differ.
    ("Sales of the brewer rose to $1.1 billion from $980 million.", []),
    ("Sales of the brewer rose to $1.1 billion from $8 million.", ["consistent"]),
    ("Sales of the brewer rose to $4.1 billion from $3.8 billion.", []),
    ("Sales of the brewer rose to $4.1 billion from $3.8 million.", ["inconsistent"]),
]


@pytest.mark.parametrize("text, verdicts", CASES)
def test_amounts_of_one_kind_are_of_one_order_of_size(text: str, verdicts: list[str]) -> None:
    checked = check(read(text + "\n"), load_pack()).checked
    assert [item.verdict for item in checked if item.relation.rule == "order-of-size"] == verdicts
