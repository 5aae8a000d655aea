"""Telegrams of earnings: what is read of their lines, what is left alone, and what is bound."""

from __future__ import annotations

import pytest

from checker import check

HEAD = "ARDEN CORP <ARD> 3RD QTR LOSS"
SHARE = "Shr loss 30 cts vs profit 43 cts"
NET = "Net loss 891,000 vs profit 1,240,000"
NINE = ("Nine mths", "Shr loss 90 cts vs profit 1.01 dlrs", "Net loss 2,674,000 vs profit 2,910,000")
OPER = (f"Oper {SHARE.lower()}", f"Oper {NET.lower()}")
NINE_OPER = (NINE[0], *(f"Oper {line.lower()}" for line in NINE[1:]))

PROFITS = ("Nine mths", "Shr 90 cts vs 1.01 dlrs", "Net 2,674,000 vs 2,910,000")


def found(*lines: str) -> list[tuple[str, str]]:
    """Lines of a telegram → the level and the rule of each finding, notes left out."""
    report = check("\n\n".join(lines) + "\n")
    return [(finding.level, finding.rule) for finding in report.findings if finding.level != "note"]


def bound(*lines: str) -> dict[str, int]:
    """Lines of a telegram → how often each rule was bound."""
    rules = [checked.relation.rule for checked in check("\n\n".join(lines) + "\n").checked]
    return {rule: rules.count(rule) for rule in rules}


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((HEAD, SHARE, NET, *NINE), id="as it should be"),
        pytest.param((HEAD, "Shr loss 30 cts vs 43 cts adjusted for the split", NET, *NINE), id="more than figures"),
        pytest.param((HEAD, SHARE, "Net loss 891,000 vs profit 12 mln", NINE[0], NINE[1]), id="one witness only"),
        pytest.param((HEAD, "Shr loss 30 cts vs profit 43 p", NET, *NINE), id="two currencies"),
        pytest.param(
            ("ARDEN CORP 3RD QTR NET", "Shr loss two cts vs 43 cts", "Net 310,000 vs 1,240,000", *PROFITS),
            id="a preferred dividend makes a loss of a profit",
        ),
        pytest.param((HEAD, SHARE, NET, "12 mths", *NINE[1:]), id="12 months end with any quarter"),
        pytest.param(
            (HEAD.replace("3RD", "4TH"), SHARE, NET, *NINE, "Note: The company has changed its fiscal year."),
            id="a year of nine months",
        ),
        pytest.param((HEAD, SHARE, NET, *NINE, "NOTE: Nine mths", "Net 12 mln vs 13 mln"), id="a note"),
        pytest.param((HEAD, SHARE, NET, "Revs 9 mln vs 8 mln", "Revs 7 mln vs 6 mln"), id="a label that comes again"),
        pytest.param(
            (HEAD, OPER[0].replace("profit", "loss"), OPER[1], *NINE_OPER, "NOTE: Shr after preferred dividends"),
            id="a net before preferred dividends",
        ),
        pytest.param((HEAD, *OPER, *NINE_OPER), id="operations"),
    ],
)
def test_what_is_left_alone(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


@pytest.mark.parametrize(
    "lines, rule, level",
    [
        ((HEAD, "Shr loss 30 cts vs loss 43 cts", NET, *NINE), "loss-or-profit", "error"),
        ((HEAD, "Shr loss 30 cts vs loss 43 cts", NET.replace("profit ", ""), *NINE), "loss-or-profit", "warning"),
        ((HEAD, SHARE.replace("43", "34"), NET, *NINE), "", ""),
        ((HEAD, SHARE.replace("43", "13"), NET, *NINE), "implied-shares", "warning"),
        ((HEAD, SHARE, NET.replace("1,240", "12,400"), *NINE), "implied-shares", "warning"),
        ((HEAD.replace("3RD", "2ND"), SHARE, NET, *NINE), "months-so-far", "error"),
        ((HEAD.replace("3RD", "2ND"), SHARE, NET, "1st half", *NINE[1:]), "", ""),
        ((HEAD, SHARE, NET, "Revs 9.1 mln vs 8 mln", *NINE, "Revs 8.9 mln vs 31 mln"), "within-stretch", "error"),
        ((HEAD, SHARE, NET, "Revs 9.1 mln vs 1.1 mln"), "earned-on", "error"),
        ((HEAD, OPER[0].replace("43", "13"), OPER[1], *NINE_OPER), "implied-shares", "warning"),
        ((HEAD, OPER[0].replace("loss", "profit"), OPER[1], *NINE_OPER), "loss-or-profit", "error"),
        ((HEAD, *OPER, "Revs 9.1 mln vs 8 mln", *NINE_OPER, "Revs 8.9 mln vs 31 mln"), "within-stretch", "error"),
        (("ARDEN CORP YEAR LOSS", "Shr 30 cts vs 43 cts", "Net 891,000 vs 1,240,000"), "headline-direction", "warning"),
        (
            ("ARDEN CORP YEAR NET", f"Oper {SHARE.lower()}", "Oper net loss 9 mln vs loss 7 mln"),
            "profit-a-share",
            "error",
        ),
        (("ARDEN CORP YEAR NET", f"Oper {SHARE.lower()}", "Oper net profit 9 mln vs 7 mln"), "", ""),
        (
            (HEAD, SHARE, NET, "Avg shrs 2.97 mln vs 2.88 mln", *NINE, "Avg shrs 2.97 mln vs 2.48 mln"),
            "shares-times-earnings",
            "warning",
        ),
    ],
)
def test_what_is_found(lines: tuple[str, ...], rule: str, level: str) -> None:
    assert found(*lines) == ([(level, rule)] if rule else [])


def test_each_column_is_bound() -> None:
    lines = (HEAD, SHARE, NET, "Revs 9.1 mln vs 8 mln", "Avg shrs 2.97 mln vs 2.88 mln", *NINE, "Revs 27 mln vs 31 mln")
    assert bound(*lines, "Avg shrs 2.97 mln vs 2.88 mln") == {
        "within-stretch": 2,
        "earned-on": 2,
        "loss-or-profit": 4,
        "headline-direction": 1,
        "months-so-far": 1,
        "implied-shares": 2,
        "shares-times-earnings": 4,
        "steady-level": 2,
    }


def test_a_figure_of_a_year_before_alone_is_no_line() -> None:
    assert bound("ARDEN CORP 3RD QTR NET", "Shr not given vs 43 cts", "Net 891,000", "Revs 9.1 mln") == {"earned-on": 1}
