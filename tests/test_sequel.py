"""Moves told before two figures: the words and rates that belong to them are tied, those of something else are not."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "Arden Mills posts higher profit\n\nArden Mills opened a shop. Vale Foods posted a profit of 3 million crowns,"
    " compared with 5 million a year ago.",
    "Arden Mills raised its profit forecast. Net profit was 3 million crowns, compared with 5 million a year ago.",
    "Profit fell, it said. Excluding one-off items it rose. Net profit was 5 million crowns, against 3 million.",
    "Profit fell in May but was up on the year. It was 5 million crowns, compared with 3 million in 2003.",
    "Coal exports fell. Exports were 5 million tonnes, compared with 3 million tonnes a year ago.",
    "The firm is aiming at a rise in profit. Net profit was 3 million crowns, compared with 5 million a year ago.",
    "Profit fell in the third quarter. Net profit in 2004 was 5 million crowns, compared with 3 million in 2003.",
    "Profit fell from the quarter before. Net profit was 5 million crowns, compared with 3 million a year ago.",
    "Profit fell. The average of quarterly profits in the trade was 5 million crowns, against 3 million.",
    "The trade gap fell more than hoped in May. The trade gap with Arland was 5 million crowns, against 3 million.",
    "The trade gap fell more than hoped in May. In the first 5 months of the year the trade gap was 5 million,"
    " against 3 million.",
    "The jobless rate fell. The rate for women was 5 percent, compared with 3 percent a year ago.",
]
TOLD = [
    "Profit fell. It was 5 million crowns, compared with 3 million a year ago.",
    "Arden Mills profit falls\n\nArden Mills shut 3 shops. Net profit was 5 million crowns, against 3 million.",
    "Arden Mills posted a drop in profit. Rents rose 4 percent. Net profit was 5 million crowns, against 3 million.",
    "Sales fell, reaching 5 million crowns against 3 million a year earlier.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_move_of_something_else_is_not_tied(text: str) -> None:
    assert "direction-told" not in {one.relation.rule for one in check(text).checked}


@pytest.mark.parametrize("text", TOLD)
def test_a_move_of_the_measure_is_shown_by_its_figures(text: str) -> None:
    (told,) = (one for one in check(text).checked if one.relation.rule == "direction-told")
    assert told.verdict == "inconsistent"


@pytest.mark.parametrize(
    "text, rule, verdict",
    [
        ("Profit fell 40 percent. It was 3 million crowns, against 5 million.", "growth-from-levels", "consistent"),
        ("Profit fell 4 percent. It was 3 million crowns, against 5 million.", "growth-from-levels", "inconsistent"),
        (
            "Profit fell 20 percent. It was 3 million crowns, or 4 crowns a share, against 5 million, or 5 crowns.",
            "growth-of-either",
            "consistent",
        ),
    ],
)
def test_the_rate_told_before_is_that_of_the_figures(text: str, rule: str, verdict: str) -> None:
    assert (rule, verdict) in {(one.relation.rule, one.verdict) for one in check(text).checked}


def test_a_rate_that_has_a_level_of_its_own_is_left_to_it() -> None:
    text = "Profit fell 4 percent to 3 million crowns. Net profit was 3 million crowns, against 5 million a year ago."
    assert "growth-from-levels" not in {one.relation.rule for one in check(text).checked}


@pytest.mark.parametrize(
    "text, verdict",
    [
        ("Profit doubled. It was 6 million crowns, against 3 million.", "consistent"),
        ("Profit doubled. It was 9 million crowns, against 3 million.", "inconsistent"),
        ("Arden Mills profit doubles\n\nArden Mills shut a shop. Net profit was 5.9 million crowns, against 3 million.",
         "consistent"),
        ("Arden Mills posted a profit that nearly tripled. Net profit was 8.8 million crowns, up from 3.0 million.",
         "consistent"),
        ("Arden Mills said on Monday profit more than doubled. It was 5.4 million crowns, up from 3.2 million.",
         "inconsistent"),
    ],
)  # fmt: skip
def test_a_measure_that_doubled_is_shown_by_its_figures(text: str, verdict: str) -> None:
    assert ("multiple-of-levels", verdict) in {(one.relation.rule, one.verdict) for one in check(text).checked}


@pytest.mark.parametrize(
    "text",
    [
        "Profit may double. It was 9 million crowns, against 3 million.",
        "Double-digit sales growth helped. Sales were 9 million crowns, against 3 million.",
        "Profit doubled to 4 million crowns in May. Net profit in 2004 was 9 million crowns, against 3 million.",
        "Coal exports doubled. Exports were 9 million tonnes, against 3 million tonnes a year ago.",
        "Brill Foods profit doubled. Arden Mills posted a net profit of 9 million crowns, against 3 million.",
    ],
)
def test_what_else_doubled_is_not_tied(text: str) -> None:
    assert "multiple-of-levels" not in {one.relation.rule for one in check(text).checked}
