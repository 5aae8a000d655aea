"""The run-time half of `record` keeps the contract of a frozen dataclass with slots."""

from __future__ import annotations

from typing import Any

import pytest

from checker.record import record, replace


@record(frozen=True, slots=True)
class Place:
    name: str
    size: int = 1

    def twice(self) -> int:
        """Twice the size."""
        return 2 * self.size


def test_fields_and_defaults() -> None:
    assert (Place("a").name, Place("a").size, Place("a", 4).twice()) == ("a", 1, 8)


def test_equality_hash_and_repr() -> None:
    assert Place("a", 2) == Place("a", size=2)
    assert Place("a") != Place("b")
    assert len({Place("a"), Place("a", 1)}) == 1
    assert repr(Place("a")) == "Place(name='a', size=1)"


def test_slots() -> None:
    with pytest.raises(AttributeError):
        Place("a").other = 1  # type: ignore[attr-defined]


def test_replace() -> None:
    assert replace(Place("a", 2), size=3) == Place("a", 3)
    with pytest.raises(TypeError):
        replace(Place("a"), colour="red")  # type: ignore[call-arg]


def test_matching_by_position() -> None:
    match Place("a", 7):
        case Place(name, size):
            assert (name, size) == ("a", 7)


MANY = [f"field{n}" for n in range(30)]
Many: Any = record(frozen=True, slots=True)(
    type("Many", (), {"__annotations__": dict.fromkeys(MANY, int), **dict.fromkeys(MANY[1:], 7)})
)


def test_a_record_of_many_fields_keeps_the_contract() -> None:
    one = Many(1, 2, field29=3)
    assert (one.field0, one.field1, one.field2, one.field29) == (1, 2, 7, 3)
    assert one == replace(one, field2=7) != replace(one, field2=8)
    assert Many(*range(30)).field29 == 29


@pytest.mark.parametrize(
    "values, named", [((), {}), (range(31), {}), ((1,), {"field0": 2}), ((1,), {"field30": 2})], ids=str
)
def test_a_record_of_many_fields_refuses_what_it_lacks(values: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        Many(*values, **named)
