"""Two facts and an attribute → may they stand in one relation as far as that attribute goes?

The one table of what must agree: an attribute that both facts print and that differs forbids a relation; one not
printed forbids nothing.
"""

from __future__ import annotations

from checker.fact import Fact, noun_of
from checker.measure import WITH
from checker.period import comparable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Agreement = Callable[[Fact, Fact], bool]


def agree(a: Fact, b: Fact, what: str) -> bool:
    """Two facts → do they agree on unit, kind, measure, period, place, basis, modality, aspect or sentence?"""
    return _TESTS[what](a, b)


def agreement(what: str) -> Agreement:
    """The name of an attribute → whether two facts agree on it, to be asked of many."""
    return _TESTS[what]


# By these nouns a part of those at work is counted, or the whole: "310 jobs, or 4 percent of its 7,800 workers".
_AT_WORK = dict.fromkeys("job worker employee position post staff".split(), "worker")
_WORLDS_APART = 10**7


def _unit(a: Fact, b: Fact) -> bool:
    if a.figure is None or b.figure is None:
        return True
    if a.figure.kind == b.figure.kind == "count":
        one, other = (_AT_WORK.get(noun_of(fact), noun_of(fact)) for fact in (a, b))
        return not one or not other or one == other
    if {a.figure.kind, b.figure.kind} == {"money", "count"}:  # "429 million euros from 787 million"
        bare = a.figure if a.figure.kind == "count" else b.figure
        return not bare.unit and bare.scale >= 1000
    if a.figure.kind == b.figure.kind == "money" and a.figure.value and b.figure.value:
        larger, smaller = sorted((abs(a.figure.value), abs(b.figure.value)), reverse=True)
        if larger >= _WORLDS_APART * smaller:
            # A price or a quote beside an amount; a lost scale word is a factor of a thousand or a million.
            return False
        return a.figure.unit.partition("/")[0] == b.figure.unit.partition("/")[0]
    return a.figure.kind == b.figure.kind and a.figure.unit == b.figure.unit


def _kind(a: Fact, b: Fact) -> bool:
    return a.figure is None or b.figure is None or a.figure.kind == b.figure.kind or _unit(a, b)


def _period(a: Fact, b: Fact) -> bool:
    return comparable(a.period, b.period) is not False


def _same_period(a: Fact, b: Fact) -> bool:
    return a.period == b.period


def _place(a: Fact, b: Fact) -> bool:
    return not a.place or not b.place or a.place == b.place


def _part_place(a: Fact, b: Fact) -> bool:
    """A whole and its part: what is said of the old town is no part of the city's total."""
    return a.place == b.place or not b.place or (not a.place and (b.place[:1].isupper() or b.place.startswith(WITH)))


_TESTS: dict[str, Agreement] = {
    "unit": _unit,
    "kind": _kind,
    "measure": lambda a, b: a.measure == b.measure,
    "period": _period,
    "printed-period": _same_period,
    "place": _place,
    "part-place": _part_place,
    "basis": lambda a, b: a.basis == b.basis,
    "modality": lambda a, b: a.modality == b.modality,
    "aspect": lambda a, b: a.aspect == b.aspect,
    "sentence": lambda a, b: a.sentence == b.sentence,
}
