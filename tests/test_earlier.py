"""A base that the next sentence gives: it is set against the figure before it, and what only looks like one is not."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "Profit fell to 5 million crowns. That compares with forecasts of 3 million.",
    "Profit fell to 5 million crowns. That compares with 3 million at Vale Foods.",
    "Profit fell to 5 million crowns and rents fell to 4 million. That compares with 3 million a year ago.",
    "Profit fell to 5 million crowns. A year ago the mill sold 3 million loaves.",
    "Profit fell to 5 million crowns. That compares with a loss of 3 million a year ago.",
    "Profit fell to 5 million crowns from 6 million. That compares with 3 million two years ago.",
    "Profit fell to 5 million crowns. It was 3 million.",
    "The rate fell to 4.6 percent in May. In June it was 4.3 percent.",
    "Output rose to 310,400 cars in May. In the first five months it was 1,290,100 cars.",
]
EARLIER = [
    ("Profit fell to 5 million crowns. That compared with 3 million a year earlier.", "3 million"),
    ("The rate fell to 4.6 percent in May. In April it was 4.3 percent.", "4.3 percent"),
    ("The rate fell to 4.6 percent in January. In December it was 4.3 percent.", "4.3 percent"),
    ("Mortgage rates fell to 4.6 percent this week. A year ago, they averaged 4.3 percent.", "4.3 percent"),
]


@pytest.mark.parametrize("text", SILENT)
def test_another_figure_is_no_base(text: str) -> None:
    assert "direction-told" not in {one.relation.rule for one in check(text).checked}


@pytest.mark.parametrize("text, base", EARLIER)
def test_a_base_told_afterwards_is_set_against_the_figure(text: str, base: str) -> None:
    report = check(text)
    (told,) = (one for one in report.checked if one.relation.rule == "direction-told")
    assert told.verdict == "inconsistent"
    ids = {i for _, some in told.relation.roles for i in some}
    assert base in {figure.text for figure in report.figures if figure.id in ids}


def test_the_rate_beside_the_level_is_that_from_the_base() -> None:
    text = "Profit fell 4 percent to 3 million crowns. That compared with 5 million a year earlier."
    assert ("growth-from-levels", "inconsistent") in {(one.relation.rule, one.verdict) for one in check(text).checked}
