"""Random webs of figures, judged here and by z3: no disagreement, and nothing that z3 refutes is missed."""

from __future__ import annotations

from typing import Any

import pytest
import z3
from webs import system_of_web

from checker.interval import Interval
from checker.rule import Rule
from checker.solve import Clash, settle
from checker.system import System

BLOCKS = 20  # tests, of WEBS webs each
WEBS = 100
LIMIT = 3000  # milliseconds for z3 to decide one web


def z3_says(found: System) -> str:
    """A system → sat, unsat or unknown, by the texts of its rules and not by anything that was made of them."""
    solver = z3.Solver()
    solver.set("timeout", LIMIT)
    number = {name: z3.Real(name) for name in found.printed}
    for name, interval in found.printed.items():
        solver.add(*within(number[name], interval))
        solver.add(*within(number[name], found.natural[name]))
    for item in found.constraints:
        assert item.bound is not None
        many = {role.name for role in item.bound.rule.roles if role.many}
        roles = {
            role: [number[fact.id] for fact in facts] if role in many else number[facts[0].id]
            for role, facts in item.bound.roles.items()
        }
        solver.add(*stated(item.bound.rule, roles))
    return str(solver.check())


def within(number: Any, interval: Interval) -> list[Any]:
    found = []
    if interval.low is not None:
        low = z3.Q(interval.low.numerator, interval.low.denominator)
        found.append(number > low if interval.low_open else number >= low)
    if interval.high is not None:
        high = z3.Q(interval.high.numerator, interval.high.denominator)
        found.append(number < high if interval.high_open else number <= high)
    return found


def stated(rule: Rule, roles: dict[str, Any]) -> list[Any]:
    if rule.id == "part-list":
        total, parts = roles["total"], roles["parts"]
        return [total == z3.Sum(parts), *(part >= 0 for part in parts), *(part <= total for part in parts)]
    (text,) = rule.formulas[0].comparisons
    return [eval(text, {"__builtins__": {}}, roles)]  # noqa: S307  (the tests' own rules)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_agrees_with_z3(block: int) -> None:
    wrong = []
    for seed in range(block * WEBS, (block + 1) * WEBS):
        one = system_of_web(seed)
        said = z3_says(one)
        if said != "unknown" and (said == "unsat") != isinstance(settle(one), Clash):
            wrong.append((seed, said))
    assert wrong == []
