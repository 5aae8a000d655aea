"""A comparison solved without algebra: the same as the compiled rules, or wider, never narrower."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import pack

from checker.expression import Name, leaves, parse
from checker.interval import Interval, closed, make, meet, point
from checker.projection import Projection
from checker.rearrange import projections, tidied

F = Fraction
NAMES = dict.fromkeys(("a", "b", "c", "d"), False)


def solved(text: str) -> dict[str, Projection]:
    (comparison,) = parse(text, NAMES)
    return {one.role: one for one in projections(tidied(comparison))}


@pytest.mark.parametrize(
    "text, formulas",
    [
        ("a == b + c", {"a": "= b + c", "b": "= a − c", "c": "= a − b"}),
        ("100 * a == b * (100 + c)", {"a": "= b × (100 + c) / 100", "c": "= 100 × a / b − 100"}),
        ("100 * a == b * (100 - (-c))", {"c": "= 100 × a / b − 100"}),
        ("a - b > c", {"a": "> c + b", "b": "< a − c", "c": "< a − b"}),
        ("-a < b", {"a": "> −b", "b": "> −a"}),
        ("a / b == c / d", {"b": "= a / (c / d)", "d": "= c / (a / b)"}),
        ("a * a == b", {"a": "", "b": "= a × a"}),
    ],
)
def test_formulas(text: str, formulas: dict[str, str]) -> None:
    found = {name: one.text for name, one in solved(text).items()}
    assert {name: found[name] for name in formulas} == formulas


@pytest.mark.parametrize(
    "text, name, given_, left",
    [
        ("a == b + c", "a", (closed(F(1), F(2)), point(F(3))), closed(F(4), F(5))),
        ("a == b - c", "c", (point(F(1)), closed(F(5), F(6))), closed(F(4), F(5))),
        ("a > b", "a", (closed(F(1), F(2)),), make(F(1), None, True, True)),
        ("a > b", "b", (closed(F(1), F(2)),), make(None, F(2), True, True)),
        ("2 * a >= b", "b", (closed(F(1), F(2)),), make(None, F(4), True, False)),
        ("a * b >= c", "a", (closed(F(-2), F(-1)), point(F(4))), make(None, F(-2), True, False)),
        ("a / b == c", "b", (point(F(6)), point(F(3))), point(F(2))),
        ("a / b == c", "b", (point(F(6)), closed(F(-1), F(1))), make(None, None, True, True)),
        ("a ** 2 == b", "a", (point(F(4)),), make(None, None, True, True)),
    ],
)
def test_what_is_left(text: str, name: str, given_: tuple[Interval, ...], left: Interval) -> None:
    assert solved(text)[name].solve(*given_) == left


VALUE = st.fractions(min_value=-50, max_value=50, max_denominator=8)


@given(st.sampled_from(["a == b + c - d", "a == b * c", "a * d == b * c", "a == b / c", "a - b * c == d"]), st.data())
def test_true_values_are_never_excluded(text: str, data: st.DataObject) -> None:
    values = {name: data.draw(VALUE) for name in "bcd"}
    b, c, d = values["b"], values["c"], values["d"]
    if not c or not d:
        return
    values["a"] = {
        "a == b + c - d": b + c - d,
        "a == b * c": b * c,
        "a * d == b * c": b * c / d,
        "a == b / c": b / c,
        "a - b * c == d": d + b * c,
    }[text]
    wide = {name: data.draw(VALUE) ** 2 for name in values}
    around = {name: closed(value - wide[name], value + wide[name]) for name, value in values.items()}
    for one in solved(text).values():
        left = one.solve(*(around[name] for name in one.needs))
        assert isinstance(left, Interval)
        assert values[one.role] in left


def test_it_agrees_with_the_compiled_rules() -> None:
    known = pack()
    compared = 0
    for rule in known.rules:
        for reading, compiled in zip(rule.formulas, known.projections[rule.id], strict=True):
            if any(role.many for role in rule.roles) or len(reading.comparisons) > 1:
                continue
            (comparison,) = parse(reading.comparisons[0], {role.name: False for role in rule.roles})
            both = (*leaves(comparison.left), *leaves(comparison.right))
            names = [leaf.name for leaf in both if isinstance(leaf, Name)]
            if len(names) > len(set(names)) or comparison.operator != "==":
                continue
            boxes = {name: closed(F(k + 2), F(k + 3)) for k, name in enumerate(names)}
            own = {one.role: one for one in projections(comparison)}
            for one in compiled:
                exact = one.solve(*(boxes[name] for name in one.needs))
                wider = own[one.role].solve(*(boxes[name] for name in own[one.role].needs))
                assert isinstance(exact, Interval)
                assert isinstance(wider, Interval)
                assert meet(exact, wider) == exact, (rule.id, one.role)
                compared += 1
    assert compared > 5
