"""Wordings of one movement or period: what each says is read off the lexicon, that they are one the witness says."""

from __future__ import annotations

import pytest
from copydesk import alone, checked, stated_of
from test_hearing import hear, relations

from checker.statement import statement_of

TEXT = """Kiln orders {head} in {month}

Brick makers had a cold spring. Orders at the Varn kilns {lead} in {again} for the first time since the strike, and
the {noun} went on into the weekend, when {deal} signed a lease on {day}. Of the town's shares, all {group},
with Tolland {member}.
The lease, dated {dated}, runs for 12 years.
"""
CLEAN = {
    "head": "sink", "month": "May", "lead": "fell", "again": "May", "noun": "decline", "deal": "Brisk", "day": "Friday",
    "group": "closed higher", "member": "rising", "dated": "Friday",
}  # fmt: skip
STATED = {
    "wordings": [
        {"same": "direction", "words": ["Kiln orders {head}", "Orders at the Varn kilns {lead}", "the {noun}"]},
        {"same": "period", "words": ["{head} in {month}", "{lead} in {again}"]},
        {"same": "period", "words": ["signed a lease on {day}", "dated {dated}"]},
        {"same": "direction", "words": ["all {group}", "with Tolland {member}"]},
    ]
}


def told(**changes: str) -> tuple[str, dict[str, object]]:
    """Changed words → the article, and what a witness says of it."""
    words = CLEAN | changes
    stated = [one | {"words": [text.format(**words) for text in one["words"]]} for one in STATED["wordings"]]
    return TEXT.format(**words), {"wordings": stated}


def test_wordings_that_agree_are_silent() -> None:
    text, stated = told()
    assert stated_of(stated, text).dropped == ()
    report = hear(stated, stated, text=text)
    assert report.findings == ()
    assert len(relations(report)) == 6


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"noun": "surge"}, '"sink" and "surge" are said of one movement'),
        ({"group": "hit a record low"}, '"record low" and "rising" are said of one movement'),
        ({"member": "down"}, '"closed higher" and "down" are said of one movement'),
        ({"dated": "Thursday"}, '"Friday" and "Thursday" are said of one period'),
    ],
)
def test_wordings_that_do_not(changes: dict[str, str], message: str) -> None:
    text, stated = told(**changes)
    (warning,) = hear(stated, text=text).findings
    assert (warning.rule, warning.level, warning.message) == ("witness", "warning", message)
    (error,) = hear(stated, stated, text=text).findings
    assert (error.level, error.bound_by) == ("error", "witnesses agree")


@pytest.mark.parametrize("again, found", [("had doubled", 0), ("had tripled", 1)])
def test_multiples_are_held_against_each_other(again: str, found: int) -> None:
    text = f"Loom sales double\n\nIt weaves.\n\nThe mill said in 2 notes that sales of looms {again} since spring.\n"
    stated = {"wordings": [{"same": "multiple", "words": ["Loom sales double", f"of looms {again}"]}]}
    messages = [finding.message for finding in hear(stated, text=text).findings]
    assert messages == [f'"double" and "{again.split()[1]}" are said of one multiple'] * found


def test_a_weekday_is_mended_by_its_name() -> None:
    text, stated = told(dated="Thursday")
    (finding,) = hear(stated, text=text).findings
    assert {suspect.repair for suspect in finding.suspects} == {"Friday", "Thursday"}


def test_a_slip_that_the_rules_tell_is_not_told_again() -> None:
    text = "Tea prices fall\n\nTea prices rose sharply in 2 of 3 towns, the growers said.\n"
    stated = {"wordings": [{"same": "direction", "words": ["Tea prices fall", "Tea prices rose"]}]}
    (finding,) = hear(stated, text=text).findings
    assert finding.rule == "headline-direction"
    assert alone(hear(stated, text=text)).findings == checked(text).findings


@pytest.mark.parametrize(
    "same, words, why",
    [
        ("direction", ["no such words", "all closed higher"], "does not stand in the text"),
        ("direction", ["a lease", "all closed higher"], 'no direction is read in "a lease"'),
        ("direction", ["Kiln orders sink", "closed higher, with Tolland falling"], "more than one direction"),
        ("direction", ["Kiln orders sink", "orders sink in"], "share the word"),
        ("period", ["sink in May", "kilns fell"], 'no period is read in "kilns fell"'),
        ("period", ["sink in May", "a lease on Friday"], "a month is not held against a weekday"),
        ("period", ["Friday", "dated Friday"], "stands in the text 2 times"),
    ],
)
def test_what_is_not_accepted(same: str, words: list[str], why: str) -> None:
    text, _ = told(member="falling")
    found = stated_of({"wordings": [{"same": same, "words": words}]}, text)
    assert found.accepted == ()
    assert why in found.dropped[0].why


@pytest.mark.parametrize(
    "entry, why",
    [
        ({"same": "quantity", "words": ["a", "b"]}, '"same" is one of direction, period, multiple'),
        ({"same": ["direction"], "words": ["a", "b"]}, '"same" is one of direction, period, multiple'),
        ({"words": ["a", "b"]}, '"same" is one of direction, period, multiple'),
        ({"same": "period", "words": ["a"]}, "needs two quotations"),
        ({"same": "period"}, "list of one to"),
        ({"same": "period", "words": ["a", "b"], "ids": ["n1"]}, 'has no field "ids"'),
    ],
)
def test_entries_that_are_no_wordings(entry: dict[str, object], why: str) -> None:
    found = statement_of({"wordings": [entry]})
    assert found.claims == ()
    assert why in found.dropped[0].why


def test_a_statement_without_wordings_is_whole() -> None:
    assert statement_of({"chains": []}).dropped == ()
