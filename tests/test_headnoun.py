"""A headline's figure and the first sentence's before one noun; a subject that moves in both."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "Corve's $13 billion refinery stalls\n\nPlans for a $13 billion refinery have stalled.",
    "Corve's $13 billion refinery stalls\n\nPlans for a $6 billion refinery and a $7 billion refinery have stalled.",
    "Two mills close\n\nThree mills of Arden closed, two of them in May.",
    "Debt costs of Corve ease\n\nCorve sold its debt and the costs of its ports rose.",
    "Agents widen Corve probe\n\nAgents descended on the shops of Corve.",
    "Fares seen up in Halden\n\nFares fell in Halden in May.",
]
TOLD = [
    ("Corve's $13 billion mill stalls\n\nPlans for a $31 billion mill have stalled.", "headline"),
    ("Arden has $5.5 billion loss\n\nArden made a $15.5 billion quarterly loss. It has $5.5 billion.", "headline"),
    ("Corve funding costs fall\n\nCorve sold less debt, and its funding costs rose.", "headline-direction"),
    ("Bank of Halden boosts dividend\n\nThe bank will cut its dividend by 27 percent.", "headline-opposite"),
]  # fmt: skip


def loud(text: str) -> list[str]:
    return [finding.rule for finding in check(text).findings if finding.level != "note"]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert loud(text) == []


@pytest.mark.parametrize("text,rule", TOLD)
def test_what_is_told(text: str, rule: str) -> None:
    assert loud(text) == [rule]
