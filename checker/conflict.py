"""A system that clashes → the smallest sets of figures that cannot all be true, and what would mend each figure.

    23.77 + 17.99 = 41.67 → {23.77, 17.99, 41.67}; feasible for 41.67: [41.75, 41.77]

A set is minimal when sparing any one of its figures ends the clash; several are looked for, always the same ones.
"""

from __future__ import annotations

from itertools import combinations

from checker.interval import Interval
from checker.record import replace
from checker.solve import Clash, Settled, range_of, settle
from checker.system import System, only

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

OTHERS = 6  # conflicts looked for beyond the first
LARGEST = 3  # figures that are taken for slips together
TRIED = 200  # sets of figures looked at


def minimal(system: System, freed: Collection[str] = ()) -> Clash | None:
    """A system → figures and relations that clash and of which none can be spared, or None when nothing clashes."""
    found = settle(system, freed)
    if isinstance(found, Settled):
        return None
    joint = found.joint  # what propagation alone shows is made smaller by propagation alone
    smaller = only(system, found.relations)
    if isinstance(settle(smaller, freed, joint=joint), Settled):
        smaller = system  # the work-list was cut off where the larger system's was not
    figures = [name for name in system.figures if name in found.variables]
    for name in tuple(figures):
        if name in figures:
            trial = settle(smaller, {*freed, *(set(system.figures) - set(figures)), name}, joint=joint)
            if isinstance(trial, Clash):
                figures = [one for one in figures if one in trial.variables and one != name]
    outside = {*freed, *(set(system.figures) - set(figures))}
    for relation in [item.relation for item in smaller.constraints]:
        trial_system = only(smaller, {item.relation for item in smaller.constraints} - {relation})
        if isinstance(settle(trial_system, outside, joint=joint), Clash):
            smaller = trial_system
    return Clash(tuple(figures), tuple(item.relation for item in smaller.constraints), joint)


def conflicts(system: System, freed: Collection[str] = ()) -> tuple[Clash, ...]:
    """A system → its minimal conflicts: one, and those found by doing without each of its figures; smallest first."""
    first = minimal(system, freed)
    if first is None:
        return ()
    found = [first]
    for name in first.variables[:OTHERS]:
        other = minimal(system, {*freed, name})
        if other is not None and other not in found:
            found.append(other)
    return tuple(sorted(found, key=lambda clash: (len(clash.variables), len(clash.relations))))


def feasible(system: System, figure: str, freed: Collection[str] = ()) -> Interval | None:
    """A figure → the range in which it agrees with all the others as printed, or None when there is none."""
    spared = {*freed, figure}
    found = settle(system, spared)
    return None if isinstance(found, Clash) else range_of(system, figure, found, spared)


def fits(system: System, repaired: Mapping[str, Interval], freed: Collection[str] = ()) -> bool:
    """Figures and what would stand in their place → whether all relations could then hold."""
    return isinstance(settle(replace(system, printed={**system.printed, **repaired}), freed), Settled)


def mends(system: System, clashes: Collection[Clash], freed: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """A system and its conflicts → the smallest sets of figures without which the rest agrees, in order of the text.

    One that spares a known conflict mends nothing; one that hits them all and still does not mend shows a new conflict,
    as in Ignatiev and others, *Smallest MUS extraction with minimal hitting set dualization* (2015). () where none of
    up to three figures is found.
    """
    known = [frozenset(clash.variables) & set(system.figures) for clash in clashes]
    tried = 0
    for size in range(1, LARGEST + 1):
        found = []
        candidates = [name for name in system.figures if any(name in one for one in known)]
        for chosen in combinations(candidates, size):
            if not all(one & set(chosen) for one in known):
                continue
            tried += 1
            left = settle(system, {*freed, *chosen}) if tried <= TRIED else None
            if isinstance(left, Settled):
                found.append(chosen)
            elif left is not None:
                known.append(frozenset(left.variables) & set(system.figures) - set(chosen))
        if found or tried > TRIED:
            return tuple(found)
    return ()
