"""Scores: which of them a sentence makes a win's or a draw's, and by how much."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "Ardenby were 1-3 down at half-time.",
    "The council backed the plan by a 3-5 vote.",
    "They beat the side who led 1-2 at the break.",
    "Vole lost to Cray 4-6, 3-6 in the second round.",  # told from the loser's side
    "Pages 2-3 show the draw, and call 555-1234 to win.",
    "Vole beat Cray 11-9 8-3.",  # no sets of tennis
    "The house voted 204-231 against the tax.",
    "The plan was approved for 100-120 homes.",
    "They won 110-120 seats.",
]
READ = [
    ("Ardenby beat Brill Rovers 3-1.", {"3-1": 2}),
    ("It was a 2-1 win for Ardenby, after a 0-0 draw.", {"2-1": 1, "0-0": 0}),
    ("Vole beat Cray 4-6 6-3 7-6 (7-4).", {"7-6": 1}),  # the last set
    ("Vole won 6-4, 6-2 on Friday.", {"6-4": 2, "6-2": 4}),  # both of two
    ("Vole beat Cray 6-2 6-7 (3/7) 6-3.", {"6-3": 3}),
    ("Ardenby drew 2-2 with Brill.", {"2-2": 0}),
    ("The house voted 231-204 to keep the tax.", {"231-204": 27}),
    ("The tax was approved by a narrow 24-31 vote.", {"24-31": -7}),
    ("It passed by a party-line vote of 31-24.", {"31-24": 7}),
    ("The court ruled 5-4 that the tax stands.", {"5-4": 1}),
    ("Ardenby beat Brill 102-98.", {"102-98": 4}),
]


def scores(text: str) -> dict[str, int]:
    facts = [fact for fact in check(text).facts if fact.aspect.startswith("score-")]
    return {fact.figure.text: int(fact.figure.value) for fact in facts if fact.figure and fact.figure.value is not None}


@pytest.mark.parametrize("text", SILENT)
def test_look_alikes_are_no_results(text: str) -> None:
    assert scores(text) == {}


@pytest.mark.parametrize("text, found", READ)
def test_results_are_read(text: str, found: dict[str, int]) -> None:
    assert scores(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("Vole beat Cray 4-6 7-6 (4-7) 6-3.", ["7-4"]),
        ("Vole beat Cray 6-7 (9/7) 7-6 (8/6) 6-3.", ["7/9"]),
        ("Vole beat Cray 6-7 (7-9) 7-6 (10-8) 6-3.", []),
        ("Vole beat Cray 7-6 (2-0) 6-3, and pages 6-7 (8-9) tell how.", []),  # no points that win a tie-break
        ("Vole beat Cray 7-6 (4) 6-3.", []),
    ],
)
def test_tie_break_goes_to_who_won_the_set(text: str, found: list[str]) -> None:
    findings = [finding for finding in check(text).findings if finding.rule == "tie-break"]
    assert [finding.suspects[0].repair for finding in findings] == found
