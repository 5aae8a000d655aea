"""Relations and the intervals of their figures → can all of them be true at once?

    settle(system) → Settled (what is left for every variable) or Clash (the variables and relations that exclude it)

A variable is a fact. Propagation comes first. Where the relations form a tree, what it leaves can all be true. Where
they go in circles, values are tried one variable after another; if they fit, all is well, and if not, the linear
program of the relations decides, with the ranges of shared factors halved where products blur it. A clash is always a
proof; what is not refuted is settled.
"""

from __future__ import annotations

from fractions import Fraction

from checker.interval import Interval, meet
from checker.propagate import Propagated, admits, propagate
from checker.record import record, replace
from checker.system import System, on_circles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

DEPTH = 3  # times that ranges are halved
BRANCHES = 24  # choices of readings that are looked at


@record(frozen=True, slots=True)
class Settled:
    box: Mapping[str, Interval]
    readings: Mapping[str, tuple[int, ...]]  # relation → the readings that can still hold


@record(frozen=True, slots=True)
class Clash:
    """Variables and relations that cannot hold together."""

    variables: tuple[str, ...]
    relations: tuple[str, ...]
    joint: bool = False  # out of reach of propagation: found by the linear program


def settle(system: System, freed: Collection[str] = (), *, joint: bool = True) -> Settled | Clash:
    """A system, some of its figures freed → what is left for every variable, or the clash.

    Without `joint`, relations that go in circles are left to propagation: quicker, and blind to some clashes.
    """
    found = propagate(system, freed)
    if found.excluded:
        return _clash(system, found, found.excluded)
    if joint and (circular := on_circles(system)) and not _fits(system, found, circular):
        excluded = _refuted(system, freed, found, DEPTH, [BRANCHES])
        if excluded:
            return replace(_clash(system, found, excluded), joint=True)
    return Settled(found.state.box, found.alive)


def _fits(system: System, found: Propagated, circular: Sequence[str]) -> bool:
    """Can values be found with which every relation holds: one after another for the variables on circles?

    Once these are fixed no way leads round, and the others follow.
    """
    steps = [step for item in system.constraints for step in item.readings[found.alive[item.relation][0]]]
    return admits(found.state, steps, circular, _within)


def _within(a: Interval) -> Fraction:
    """An interval → a value well inside it, short where that can be."""
    middle = a.middle
    if middle is None or a.low is None or a.high is None:
        return middle or Fraction(0)
    for digits in (1, 100, 10**6, 10**12):
        short = Fraction(round(middle * digits), digits)
        if a.low < short < a.high:
            return short
    return middle


def _refuted(system: System, freed: Collection[str], found: Propagated, depth: int, left: list[int]) -> int:
    """A system that propagation left open → the bits of what excludes it, or 0 where nothing is shown to."""
    from checker.linear import program_of  # few articles need it

    linear = program_of(system, found, freed)
    proof = linear.refuted()
    if proof is not None:
        return linear.bits(proof)
    several = next((name for name, alive in found.alive.items() if len(alive) > 1), "")
    if several:
        return _by_readings(system, freed, found, several, depth, left)
    name = next((one for one in linear.shared if depth and _halves(found.state.box[one])), "")
    return _by_halves(system, freed, found, name, depth, left) if name else 0


def _by_readings(
    system: System, freed: Collection[str], found: Propagated, name: str, depth: int, left: list[int]
) -> int:
    """Every reading of a relation is tried; one that clashes without it spares the others."""
    own = found.state.bits[name]
    total = own
    chosen = {relation: alive[0] for relation, alive in found.alive.items() if len(alive) == 1}
    for reading in found.alive[name]:
        left[0] -= 1
        if left[0] < 0:
            return 0
        one = propagate(system, freed, {**chosen, name: reading})
        bits = one.excluded or _refuted(system, freed, one, depth, left)
        if not bits:
            return 0
        if not bits & own:
            return bits
        total |= bits
    return total


def _by_halves(
    system: System, freed: Collection[str], found: Propagated, name: str, depth: int, left: list[int]
) -> int:
    """A variable's range is halved, and both halves are excluded, or nothing is said."""
    box = found.state.box[name]
    chosen = {relation: alive[0] for relation, alive in found.alive.items()}
    total = found.state.why[name]
    for half in _halves(box):
        left[0] -= 1
        if left[0] < 0:
            return 0
        part = replace(system, printed={**system.printed, name: half})
        others = [other for other in freed if other != name]
        one = propagate(part, others, chosen)
        bits = one.excluded or _refuted(part, others, one, depth - 1, left)
        if not bits:
            return 0
        total |= bits
    return total


def _halves(a: Interval) -> tuple[Interval, ...]:
    """An interval with two ends that differ → its halves; () for others."""
    if a.low is None or a.high is None or a.low == a.high:
        return ()
    middle = a.middle
    return Interval(a.low, middle, a.low_open, False), Interval(middle, a.high, True, a.high_open)


def range_of(system: System, name: str, found: Settled, freed: Collection[str] = ()) -> Interval:
    """A settled system and one of its variables → where all the others together leave it, or a little more.

    Products that the linear program only encloses would say hardly more than propagation does.
    """
    box = found.box[name]
    if not on_circles(system):
        return box
    from checker.linear import narrowed, program_of

    state = propagate(system, freed)
    if any(len(alive) > 1 for alive in state.alive.values()):
        return box
    linear = program_of(system, state, freed)
    return box if linear.shared else meet(box, narrowed(linear, name, box)) or box


def _clash(system: System, found: Propagated, bits: int) -> Clash:
    own = found.state.bits
    variables = tuple(name for name in system.printed if bits & own[name])
    return Clash(variables, tuple(item.relation for item in system.constraints if bits & own[item.relation]))
