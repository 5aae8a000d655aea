"""A profit set against a loss, each with what it is a share: the two imply a number of shares, and no more."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "It had a loss of $46.2 million, or 55 cents a share, compared with a profit of $60.1 million, or 71 cents.",
    "It had a loss of $46.2 million, compared with a year-earlier profit of $60.1 million, or 7 cents a share.",
    "It had a profit of $46.2 million, compared with a loss of $60.1 million. Its rival lost 4 cents a share.",
    "It had a profit of $46.2 million, or 55 cents a share, up from a loss of 4 cents a share.",
]
FOUND = [
    "It had a loss of $46.2 million, or 55 cents a share, compared with a profit of $60.1 million, or 7.1 cents"
    " a share.",
    "It had a profit of $46.2 million, or 55 cents a share, compared with a year-earlier loss of $601 million,"
    " or 71 cents a share.",
]


def loud(text: str) -> list[tuple[str, str]]:
    """An article → rule and level of what was found and is no note."""
    return [(one.rule, one.level) for one in check(text).findings if one.level != "note"]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert loud(text) == []


@pytest.mark.parametrize("text", FOUND)
def test_warns_where_the_number_of_shares_is_another(text: str) -> None:
    assert loud(text) == [("result-turned-per-share", "warning")]


def test_a_profit_and_a_loss_are_no_now_and_before() -> None:
    report = check("It had a profit of $46.2 million, up from a loss of $60.1 million.")
    assert [item.relation.rule for item in report.checked] == []
