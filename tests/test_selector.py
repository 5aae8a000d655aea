"""Selectors of a role, one by one: which facts each of them lets in."""

from __future__ import annotations

import pytest
from made import fact

from checker import lexicon
from checker.fact import Fact, Link
from checker.record import replace
from checker.rule import Role, Rule
from checker.selector import Index, candidates, needs, selectors

RATE = replace(fact("f1", "4%"), measure="exports", period="M05", links=(Link("f2", "change-of"),))
LEVEL = replace(fact("f2", "9 million"), measure="exports:tea", basis="real+monthly")
BEFORE = replace(fact("f3", "8 million"), measure="exports:tea", links=(Link("f2", "from"),))
OTHER = replace(fact("f4", "7 million"), measure="rate", links=(Link("f2", "from"),), aspect="share")
SPAN = replace(fact("f5", "6 million"), measure="imports", period="2019-04..2019-06")
FACTS = (RATE, LEVEL, BEFORE, OTHER, SPAN)
INDEX = Index(FACTS, lexicon.load())
FILLED = {"now": (LEVEL,), "rate": (RATE,), "both": (LEVEL, SPAN)}


def rule(*roles: dict[str, object]) -> Rule:
    """Select tables → a rule with a role for each."""
    names = ("first", "second", "third")
    made = tuple(
        Role(name, bool(table.get("many")), bool(table.get("implied")), "", tuple(table.items()))
        for name, table in zip(names, roles, strict=False)
    )
    return Rule("sums", "balance", "", "error", (), "", "first", (), made)


def ids(facts: tuple[Fact, ...]) -> str:
    """Facts → their ids, separated by spaces."""
    return " ".join(fact.id for fact in facts)


# Select table → the ways to fill the role, as ids.
SELECTED: list[tuple[dict[str, object], list[str]]] = [
    ({}, ["f1", "f2", "f3", "f4", "f5"]),
    ({"aspect": "change-rate"}, ["f1"]),
    ({"aspect": ("share", "change-rate")}, ["f4", "f1"]),
    ({"aspect": "rank"}, []),
    ({"aspect": "level", "many": True}, ["f2 f3 f5"]),
    ({"aspect": "level", "many": True, "least": 4}, []),
    ({"aspect": "change-rate", "many": True, "least": 1}, ["f1"]),
    ({"link": "from", "of": "now"}, ["f3", "f4"]),
    ({"link": ("against", "from"), "of": "now", "aspect": "level"}, ["f3"]),
    ({"link": "from", "of": "now", "alone": True}, []),
    ({"link": "from", "of": "now", "alone": True, "aspect": "share"}, ["f4"]),
    ({"link": "from", "of": "now", "alone": True, "measure": "rate"}, []),  # alone among all of its aspect
    ({"link": "from", "of": "rate"}, []),
    ({"target": "change-of", "of": "rate"}, ["f2"]),
    ({"target": "from", "of": "rate"}, []),
    ({"link": "from", "of_each": "both"}, []),  # one of the two has none
    ({"link": "from", "of_each": "now"}, ["f3"]),
    ({"kind": "percent"}, ["f1"]),
    ({"measure": "exports"}, ["f1", "f2", "f3"]),
    ({"not_measure": ("exports", "imports")}, ["f4"]),
    ({"measure_kind": "rate"}, ["f4"]),
    ({"not_basis": "real"}, ["f1", "f3", "f4", "f5"]),
    ({"has_link": "from"}, ["f3", "f4"]),
    ({"no_link": "from"}, ["f1", "f3", "f4", "f5"]),
    ({"alike": "now", "aspect": ("level", "change-rate")}, ["f2", "f3", "f5"]),
    ({"spans": "rate"}, ["f5"]),
    ({"after": "now"}, ["f3", "f4", "f5"]),
]


@pytest.mark.parametrize("select,expected", SELECTED, ids=[str(select) for select, _ in SELECTED])
def test_selector(select: dict[str, object], expected: list[str]) -> None:
    (selector,) = selectors(rule(select))
    assert [ids(facts) for facts in candidates(selector, FILLED, INDEX)] == expected


# Select tables → what a rule cannot do without: aspects, kinds of link.
NEEDS: list[tuple[list[dict[str, object]], list[tuple[bool, list[str]]]]] = [
    ([{}], []),
    ([{"aspect": "level"}], [(True, ["level"])]),
    (
        [{"aspect": "level"}, {"link": ("from", "against"), "of": "first"}],
        [(True, ["level"]), (False, ["against", "from"])],
    ),
    ([{"target": "change-of", "of": "first", "has_link": "beside"}], [(False, ["change-of"]), (False, ["beside"])]),
    ([{"implied": True, "link": "prior", "of": "first"}, {"aspect": "prior"}], []),  # what is implied may meet the rest
    ([{"parts_of": "first", "aspect": "level"}], []),
    ([{"link": "part-of", "of": "first", "many": True, "least": 0}], []),  # may stay empty
]


@pytest.mark.parametrize("roles,expected", NEEDS)
def test_needs(roles: list[dict[str, object]], expected: list[tuple[bool, list[str]]]) -> None:
    assert [(of_aspect, sorted(names)) for of_aspect, names in needs(rule(*roles))] == expected


@pytest.mark.parametrize(
    "wanted,met",
    [
        ((), True),
        (((True, frozenset(["level", "rank"])),), True),
        (((True, frozenset(["rank"])),), False),
        (((False, frozenset(["from"])), (False, frozenset(["beside"]))), False),
    ],
)
def test_an_index_tells_whether_needs_are_met(wanted: tuple[tuple[bool, frozenset[str]], ...], met: bool) -> None:
    assert INDEX.meets(wanted) is met


def test_same_is_asked_of_every_role_but_the_first_and_those_implied() -> None:
    one = replace(
        rule({}, {"same": ("unit", "period")}, {"implied": True, "link": "prior", "of": "first"}), same=("unit",)
    )
    assert [len(selector.same) for selector in selectors(one)] == [0, 2, 0]
