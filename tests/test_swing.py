"""What "as much as" says of a day's change, and what it bounds: the same sentence, or the next one about the same."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check

BOUND = "within-extreme"
CASES = [
    # Another day, another direction, a longer time, another subject, a forecast: not bound.
    ("Shares of Alder fell as much as 5 percent on Monday. The stock was down 6 percent on Tuesday.", []),
    ("Shares of Alder rose as much as 5 percent before closing down 6 percent.", []),
    ("Shares of Alder fell as much as 5 percent. The stock is down 30 percent this year.", []),
    ("Shares of Alder fell as much as 5 percent. A rival was down 9 percent.", []),
    ("Rents may rise by as much as 5 percent. The index was up 6 percent.", []),
    # Later in the sentence, before it, and in the next one.
    ("Shares of Alder fell as much as 5 percent and were last down 4 percent.", ["consistent"]),
    ("Shares of Alder fell as much as 5 percent and were down 9 percent by noon.", ["inconsistent"]),
    ("Shares of Alder were up 9 percent after rising as much as 5 percent earlier.", ["inconsistent"]),
    ("Shares of Alder fell as much as 5 percent. The stock was down 4 percent at noon.", ["consistent"]),
    ("Shares of Alder fell as much as 5 percent. They were down 9 percent at noon.", ["inconsistent"]),
    ("Alder fell ill. Its shares sank as much as 5 percent. It sells 3 mugs. Brill shares were down 9 percent.", []),
    ("Alder shares fell as much as 5 percent. It sells 3 mugs. Brill shares were down 9 percent.", []),
    ("Brill shares fell as much as 5 percent. It sells 3 mugs. Alder shares were down 9 percent on Monday.", []),
    ("Alder shares fell as much as 5 percent after hours. It has 3 mugs. Alder shares were down 9 percent.", []),
    # Further on, where they are named, or are those of the article's subject.
    ("Alder shares fell as much as 5 percent. It has 3 mugs. Shares of Alder were down 9 percent.", ["inconsistent"]),
    ("Alder shares fell as much as 5 percent. It has 3 cups. Its stock was up 4 percent.", []),
    ("Alder shares fell as much as 5 percent. It sells 3 mugs. At noon, Alder was at home.", []),
    ("Alder shares fell as much as 5 percent. They were down 9 percent, the most since 2009.", ["inconsistent"]),
]


@pytest.mark.parametrize("text, verdicts", CASES)
def test_the_largest_change_of_a_day_bounds_its_end(text: str, verdicts: list[str]) -> None:
    checked = check(read(text + "\n"), load_pack()).checked
    assert [item.verdict for item in checked if item.relation.rule == BOUND] == verdicts
