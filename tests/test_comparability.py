"""What two facts must agree on: only what both print and what differs forbids a relation."""

from __future__ import annotations

from typing import Any

import pytest
from made import fact

from checker.comparability import agree, agreement
from checker.fact import Fact
from checker.record import replace


def unit(of: Fact, name: str, kind: str = "") -> Fact:
    """A fact → the same with its figure in another unit."""
    assert of.figure is not None
    return replace(of, figure=replace(of.figure, unit=name, kind=kind or of.figure.kind))


BOATS = fact("f1", "40")
MILLION = fact("f2", "9 million")
PERCENT = fact("f3", "4%")
HIDDEN = replace(BOATS, figure=None)

UNITS = [
    (unit(BOATS, "boat"), unit(BOATS, "boat"), True),
    (unit(BOATS, "boat"), BOATS, True),  # one is left unsaid
    (unit(BOATS, "fishing boat"), unit(BOATS, "boat"), True),
    (unit(BOATS, "boat"), unit(BOATS, "ferry"), False),
    (HIDDEN, PERCENT, True),
    (BOATS, PERCENT, False),
    (unit(MILLION, "EUR"), unit(MILLION, "EUR"), True),
    (unit(MILLION, "EUR"), unit(MILLION, "USD"), False),
    (unit(MILLION, "EUR/tonne"), unit(MILLION, "EUR"), True),
    (unit(MILLION, "EUR"), unit(MILLION, "", "count"), True),  # 9 million euros from 8 million
    (unit(MILLION, "EUR"), BOATS, False),
    (unit(fact("f4", "89 trillion"), "EUR"), unit(MILLION, "EUR"), True),  # a lost scale word
    (unit(fact("f4", "95 trillion"), "EUR"), unit(MILLION, "EUR"), False),  # worlds apart
]


@pytest.mark.parametrize("a,b,expected", UNITS)
def test_unit(a: Fact, b: Fact, expected: bool) -> None:
    assert agree(a, b, "unit") is expected
    assert agree(b, a, "unit") is expected


# Attribute of a fact, test, two values, whether they agree.
OTHERS = [
    ("measure", "measure", "exports", "exports", True),
    ("measure", "measure", "exports", "exports:tea", False),
    ("period", "period", "2019", "2019", True),
    ("period", "period", "2019", "", True),
    ("period", "period", "2019", "2018", False),
    ("period", "printed-period", "2019", "", False),
    ("place", "place", "Arden", "Arden", True),
    ("place", "place", "Arden", "", True),
    ("place", "place", "Arden", "Brill", False),
    ("basis", "basis", "real", "", False),
    ("modality", "modality", "reported", "forecast", False),
    ("aspect", "aspect", "level", "level", True),
    ("aspect", "aspect", "level", "share", False),
]


@pytest.mark.parametrize("attribute,what,one,other,expected", OTHERS)
def test_attribute(attribute: str, what: str, one: str, other: str, expected: bool) -> None:
    changed: tuple[dict[str, Any], ...] = ({attribute: one}, {attribute: other})
    a, b = (replace(BOATS, **change) for change in changed)
    assert agree(a, b, what) is expected
    assert agree(b, a, what) is expected


def test_kind_and_sentence() -> None:
    assert agree(BOATS, HIDDEN, "kind")
    assert not agree(BOATS, PERCENT, "kind")
    assert agree(replace(BOATS, sentence=3), replace(PERCENT, sentence=3), "sentence")
    assert not agree(replace(BOATS, sentence=3), replace(PERCENT, sentence=4), "sentence")


# The whole's place, the part's, whether the part may belong to it.
PLACES = [
    ("Arden", "Arden", True),
    ("Arden", "", True),
    ("", "Brill", True),
    ("Arden", "Brill", False),
    ("", "old town", False),
]


@pytest.mark.parametrize("whole,part,expected", PLACES)
def test_place_of_a_part(whole: str, part: str, expected: bool) -> None:
    assert agreement("part-place")(replace(BOATS, place=whole), replace(BOATS, place=part)) is expected
