"""Stretches of time: what a month had of a flow is tied to what the longer stretch had, look-alikes are not."""

from __future__ import annotations

import pytest

from checker import check
from checker.flow import stretch_of

SILENT = [
    "Profit was 5.1 million euros in January and 4.9 million euros in the first two months.",
    "The trade surplus was 5.1 billion euros in January and 4.9 billion euros in the first two months.",
    "The trade deficit was 5.1 billion euros in February. It was 7.2 billion euros in the first two months.",
    "The trade deficit was 4.7 billion euros in February from 2.1 billion euros a year earlier. The deficit for two"
    " months was 8.2 billion euros.",
    "Exports were 5.1 billion euros in January, against 4.9 billion euros in the first two months of 1986.",
    "Steel exports were 5.1 billion euros in the first quarter and coal exports 4.9 billion euros in the first half.",
    "Exports to Arland were 4.9 billion euros in the first half. In the first quarter exports were 5.1 billion euros.",
    "Output averaged 5.1 million tonnes in January and 4.9 million tonnes in the first two months.",
    "Sales will be 5.1 billion euros in the first half and were 5.2 billion euros in the first quarter.",
    "Revenue was 248.3 million crowns in the second quarter, and 245.4 million crowns in the 1986 quarter.",
    "Revenue was 597.5 million crowns in 2010. In the nine months to September 30 revenue was 828.9 million crowns.",
    "Receipts grew to 272 billion crowns in January. In the first four months receipts were 98 billion crowns higher.",
    "It sees sales of 4.2 billion to 4.8 billion crowns in 2007 and 0.9 billion to 5.2 billion in the third quarter.",
]
TIED = [
    (
        "The deficit was 4.7 billion euros in February and 2.1 billion euros in January. The deficit for the first"
        " two months was 6.8 billion euros.",
        "stretches-make-whole",
        1,
    ),
    ("Exports were $5.1 billion in January and $9.8 billion in the first two months.", "within-stretch", 1),
    ("Sales in June rose 5 percent to 12,400 cars. For the first half, sales were 61,800 cars.", "within-stretch", 1),
    ("The firm sold 4,012 cars in June, bringing the total for the first half to 23,512.", "within-stretch", 1),
    (
        "Imports were 4.1 billion euros in January, 4.6 billion euros in February and 5.2 billion euros in March."
        " Imports in the first quarter were 13.9 billion euros.",
        "stretches-make-whole",
        1,
    ),
]


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_part_of_the_time_is_not_tied(text: str) -> None:
    bound = {one.relation.rule for one in check(text).checked}
    assert not bound & {"within-stretch", "stretches-make-whole"}


@pytest.mark.parametrize("text, rule, count", TIED)
def test_a_part_of_the_time_is_tied_to_all_of_it(text: str, rule: str, count: int) -> None:
    assert [one.relation.rule for one in check(text).checked].count(rule) == count


@pytest.mark.parametrize(
    "key, months",
    [
        ("", None),
        ("M05-30", None),
        ("FY2010", None),
        ("~Y-1", None),
        ("W:fri", None),
        ("1990s", None),
        ("M05", ("", 5, 5)),
        ("2023-05", ("2023", 5, 5)),
        ("M01..09", ("", 1, 9)),
        ("2023-01..11", ("2023", 1, 11)),
        ("Q3", ("", 7, 9)),
        ("2023-Q4", ("2023", 10, 12)),
        ("H2", ("", 7, 12)),
        ("2023", ("2023", 1, 12)),
    ],
)
def test_the_months_of_a_key(key: str, months: tuple[str, int, int] | None) -> None:
    stretch = stretch_of(key)
    assert (stretch and (stretch.year, stretch.first, stretch.last)) == months
