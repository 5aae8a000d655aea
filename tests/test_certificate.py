"""Proofs of conflicts: every one adds up to nonsense when it is read from the JSON report and added by itself."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from made import stated
from test_systems import DISAGREE
from webs import system_of_web

from checker import check
from checker.certificate import certificate
from checker.conflict import conflicts
from checker.document import to_dict

TEXTS = (
    "Ticket sales rose 12 percent to 488 million pesos from 400 million pesos.",
    "Unemployment fell to 8.4 percent in May from 8.1 percent in April.",
    "The fire killed 120 people: 70 in Arden, 38 in Brill and 21 in Corve.",
    "Some 64 members backed the plan and 51 opposed it, a majority of 31.",
    "The vacancy rate rose 8 percent to 5.4 percent from 4.1 percent.",  # points or percent: two readings, two proofs
    "Net profit rose to $46.2 million, or 55 cents a share, from $40.1 million, or 19 cents a share.",
)


def adds_up(case: dict[str, Any]) -> bool:
    """A case of the report → whether its steps, each times its multiplier, say that zero is below zero."""
    total: dict[str, Fraction] = {}
    bound, strict = Fraction(0), False
    for step in case["steps"]:
        factor = Fraction(step["multiplier"])
        assert factor > 0
        for name, coefficient in step["terms"].items():
            total[name] = total.get(name, Fraction(0)) + factor * Fraction(coefficient)
        bound += factor * Fraction(step["bound"])
        strict = strict or step["strict"]
    return not any(total.values()) and (bound < 0 or (bound == 0 and strict))


@pytest.mark.parametrize("text", TEXTS)
def test_the_report_holds_the_proof(text: str) -> None:
    (finding,) = to_dict(check(text))["findings"]
    assert finding["proof"]
    assert all(adds_up(case) for case in finding["proof"])


def test_each_reading_has_its_proof() -> None:
    (finding,) = to_dict(check(TEXTS[4]))["findings"]
    assert [list(case["readings"].values()) for case in finding["proof"]] == [["points"], ["percent"]]


def test_an_end_that_is_used_is_the_figures_own() -> None:
    (finding,) = to_dict(check(TEXTS[1]))["findings"]
    ends = {step["figure"]: step["bound"] for step in finding["proof"][0]["steps"] if step["figure"]}
    assert ends == {"f1": "-8.35", "f2": "8.15"}  # 8.4 is at least 8.35, 8.1 at most 8.15


@pytest.mark.parametrize("name", DISAGREE)
def test_known_conflicts_are_proved(name: str) -> None:
    system = stated(*DISAGREE[name])
    assert all(certificate(system, clash) for clash in conflicts(system))


@pytest.mark.parametrize("seed", range(60))
def test_conflicts_of_random_webs_are_proved(seed: int) -> None:
    system = system_of_web(seed)
    assert all(certificate(system, clash) for clash in conflicts(system))
