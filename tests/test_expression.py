"""Relation text → trees; whatever is not on the whitelist is named and refused."""

from __future__ import annotations

import pytest

from checker.errors import CheckerError
from checker.expression import Comparison, numbers, parse, readable, roles_of

ROLES = {"now": False, "before": False, "rate": False, "parts": True}

READS = [
    ("100 * now == before * (100 + rate)", ["100 × now == before × (100 + rate)"]),
    ("now <= before < rate", ["now <= before", "before < rate"]),
    ("sum(parts) == now", ["sum(parts) == now"]),
    ("-now / 4 - (before - rate) > 5", ["−now / 4 − (before − rate) > 5"]),
    ("now / (before * rate) == count(parts)", ["now / (before × rate) == count(parts)"]),
    ("now ** 2 >= min(parts)", ["now² >= min(parts)"]),
    ("parts <= now", ["parts <= now"]),
]


def shown(comparison: Comparison) -> str:
    """A comparison as text."""
    return f"{readable(comparison.left)} {comparison.operator} {readable(comparison.right)}"


@pytest.mark.parametrize("source, texts", READS)
def test_reads(source: str, texts: list[str]) -> None:
    assert [shown(item) for item in parse(source, ROLES)] == texts


def test_roles_in_order() -> None:
    assert roles_of(parse("now == sum(parts) + before + now", ROLES)[0]) == ("now", "parts", "before")


REFUSED = [
    ("now == __import__('os')", "only these may be called"),
    ("now == open('x')", "only these may be called"),
    ("now == before.real", "not allowed"),
    ("now == before[0]", "not allowed"),
    ("now == 'x'", "not allowed"),
    ("now == 2.5", "write it as a fraction, 5/2"),
    ("now == before ** 9", "only the powers"),
    ("now == before ** rate", "only the powers"),
    ("now == other", "no role has this name"),
    ("now == (lambda: 1)", "not allowed"),
    ("now == [x for x in parts]", "not allowed"),
    ("now == 10000000000000000", "go up to"),
    ("now != before", "may compare only with"),
    ("now in before", "may compare only with"),
    ("now + before", "compares nothing"),
    ("now == ", "cannot read"),
    ("now == before % 2", "operation is not allowed"),
    ("now == before // 2", "operation is not allowed"),
    ("now == +before", "not allowed"),
    ("now == True", "not allowed"),
    ("sum(now) == before", "many = true"),
    ("sum(parts, parts) == now", "takes the name of one role"),
    ("sum(parts + 1) == now", "takes the name of one role"),
    ("now == before if rate else 1", "compares nothing"),
    ("now == (x := 3)", "not allowed"),
    ("now == " + "(" * 300 + "1" + ")" * 300, "characters"),
    ("now == " + "(" * 150 + "1" + ")" * 150, ""),
    ("now == " + "-" * 40 + "1", "deep"),
    ("now == 1j", "not allowed"),
    ("now == 1" + "0" * 5000, "characters"),
]


def test_the_numbers_written_in_a_tree() -> None:
    (comparison,) = parse("100 * now == -(before + 3) * (100 + rate) - 2", ROLES)
    assert [*numbers(comparison.left), *numbers(comparison.right)] == [100, 3, 100, 2]


@pytest.mark.parametrize("source, why", REFUSED, ids=[row[0][:40] for row in REFUSED])
def test_refuses(source: str, why: str) -> None:
    if not why:  # deep parentheses alone mean nothing
        assert parse(source, ROLES)
        return
    with pytest.raises(CheckerError) as caught:
        parse(source, ROLES, "rule.toml:4")
    assert caught.value.place == "rule.toml:4"
    assert why in caught.value.message
