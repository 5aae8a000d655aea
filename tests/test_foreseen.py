"""What opens a range wherever it stands: "between", a move that is still to come, a loss a share."""

import pytest

from checker import check


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line expects fares to decline by 8 percent to 3 percent next year.",
        "Halden said sales of its docks would rise 9 percent to 6 percent in May.",
        "The rate will slow to between 7.4 percent and 4.7 percent by May, the bank said.",
        "The brewer forecast a loss of 46 cents to 31 cents a share.",
        "Analysts expected the bank to suffer write-downs between $60 billion and $6.8 billion.",
    ],
)
def test_a_range_that_runs_backwards_is_doubted(text: str) -> None:
    assert [(one.rule, one.level) for one in check(text).findings] == [("range-order", "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line expects fares to decline by 3 percent to 8 percent next year.",
        "The rate will slow to between 4.4 percent and 4.7 percent by May, the bank said.",
        "The rate is expected to fall 0.3 percent to 6.1 percent.",
        "Foreclosures in the north jumped 16 percent to 2.9 percent of the loans.",
        "The group expects a net loss of 46 million to 31 million crowns.",
        "Sales are seen falling by between 8 percent and 3 percent.",
        "The stock has traded between $46.20 and $31.10 over the last 52 weeks.",
    ],
)
def test_what_may_run_downwards_is_left_alone(text: str) -> None:
    assert [one.rule for one in check(text).findings if one.level != "note"] == []
