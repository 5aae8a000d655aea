"""Relations and the intervals of their figures → what each figure leaves of the others, until nothing moves.

    propagate(system) → the narrowed state, and the bits of what excludes all values, or 0

Each compiled projection narrows one variable from others; a work-list runs them to a fixpoint, as in Benhamou and
others, *Revising hull and box consistency* (1999). An empty interval is a proof; stopping early is sound. Every
variable remembers which figures and relations its interval rests on, so that a clash is small from the start.
"""

from __future__ import annotations

from collections import deque
from fractions import Fraction

from checker.interval import Interval, meet, point
from checker.record import record
from checker.system import Constraint, Step, System

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

PROGRESS = 100  # a variable that loses less than 1/100 of its width wakes nobody
REVISIONS = 30  # per step, on average; beyond it the box is taken as it is
LONG = 256  # bits of a denominator from which ends are rounded outward


@record(frozen=True, slots=True)
class State:
    """A box on its way, and for each variable the bits of the variables and relations that its interval rests on."""

    box: dict[str, Interval]
    why: dict[str, int]
    bits: Mapping[str, int]  # variable or relation → its bit


@record(frozen=True, slots=True)
class Propagated:
    """A state at its fixpoint, which readings of each relation can still hold, and the bits of a clash, or 0."""

    state: State
    alive: Mapping[str, tuple[int, ...]]
    excluded: int


def propagate(system: System, freed: Collection[str] = (), chosen: Mapping[str, int] | None = None) -> Propagated:
    """A system, some of its figures freed and some relations' readings chosen → what propagation makes of it.

    A relation with several readings narrows nothing until one reading is left, and clashes when none is.
    """
    state = _start(system, freed)
    alive = {
        item.relation: (chosen[item.relation],)
        if chosen and item.relation in chosen
        else tuple(range(len(item.readings)))
        for item in system.constraints
    }
    single = [step for item in system.constraints if len(item.readings) == 1 for step in item.readings[0]]
    excluded = _run(state, single)
    open_ones = [item for item in system.constraints if len(item.readings) > 1]
    settled: set[str] = set()
    while not excluded:
        adopted = next(
            (item for item in open_ones if item.relation not in settled and len(alive[item.relation]) == 1), None
        )
        if adopted is not None:
            settled.add(adopted.relation)
            single += adopted.readings[alive[adopted.relation][0]]
            excluded = _run(state, single)
            continue
        before = dict(alive)
        for item in open_ones:
            excluded = excluded or _sift(state, item, alive)
        if alive == before:
            break
    return Propagated(state, alive, excluded)


def _sift(state: State, item: Constraint, alive: dict[str, tuple[int, ...]]) -> int:
    """A relation with several readings → those that can hold, put in `alive`; the bits of the clash when none can."""
    left, bits = [], 0
    for index in alive[item.relation]:
        trial = State(dict(state.box), dict(state.why), state.bits)
        excluded = _run(trial, item.readings[index])
        bits |= excluded
        if not excluded:
            left.append(index)
    if len(left) < len(alive[item.relation]) and left:
        # What ruled a reading out is part of what follows from the reading that is left.
        for variable in item.variables:
            state.why[variable] |= bits
    alive[item.relation] = tuple(left) or alive[item.relation]
    return 0 if left else bits


def _start(system: System, freed: Collection[str]) -> State:
    box = {name: system.natural[name] if name in freed else interval for name, interval in system.printed.items()}
    names = [*box, *(item.relation for item in system.constraints)]
    bits = {name: 1 << index for index, name in enumerate(names)}
    why = {name: 0 if name in freed else bits[name] for name in box}
    return State(box, why, bits)


def _run(state: State, steps: Sequence[Step]) -> int:
    """A state and steps → the state narrowed to a fixpoint; the bits of the clash, or 0."""
    return _work(state, steps, _wakes(steps), None)


def _wakes(steps: Sequence[Step]) -> Mapping[str, list[int]]:
    """Steps → for each variable the steps that work something out from it."""
    wakes: dict[str, list[int]] = {}
    for index, step in enumerate(steps):
        for name in _flat(step.needs):
            wakes.setdefault(name, []).append(index)
    return wakes


def _work(state: State, steps: Sequence[Step], wakes: Mapping[str, list[int]], moved: Iterable[str] | None) -> int:
    """The same from the variables that changed since the steps were last run; None runs all steps."""
    first = range(len(steps)) if moved is None else sorted({n for name in moved for n in wakes.get(name, ())})
    light = deque(index for index in first if not steps[index].heavy)
    heavy = deque(index for index in first if steps[index].heavy)
    waiting = [False] * len(steps)
    for index in first:
        waiting[index] = True
    for _ in range(REVISIONS * len(steps)):
        if not light and not heavy:
            break
        index = light.popleft() if light else heavy.popleft()
        waiting[index] = False
        excluded, changed = _revise(state, steps[index])
        if excluded:
            return excluded
        for name in changed:
            for other in wakes.get(name, ()):
                if not waiting[other] and other != index:
                    waiting[other] = True
                    (heavy if steps[other].heavy else light).append(other)
    return 0


def admits(state: State, steps: Sequence[Step], names: Iterable[str], pick: Callable[[Interval], Fraction]) -> bool:
    """A state at its fixpoint, some variables and what picks a value → whether the steps allow a value for each.

    Each is picked from what those before it have left.
    """
    trial = State(dict(state.box), dict(state.why), state.bits)
    wakes = _wakes(steps)
    for name in names:
        a = trial.box[name]
        if a.low is None or a.low != a.high:
            trial.box[name] = point(pick(a))
        if _work(trial, steps, wakes, (name,)):
            return False
    return True


def _revise(state: State, step: Step) -> tuple[int, list[str]]:
    """A state and a step → the bits of a clash or 0, and the variables that moved enough to wake others."""
    box, why = state.box, state.why
    arguments = [box[name] if isinstance(name, str) else tuple(box[one] for one in name) for name in step.needs]
    left = step.solve(*arguments)
    targets = (step.target,) if isinstance(step.target, str) else step.target
    lefts = (left,) if isinstance(left, Interval) else left
    moved = []
    for position, target in enumerate(targets):
        old = box[target]
        new = None if lefts is None else meet(old, lefts[position])
        if new is old or new == old:
            continue
        reason = why[target] | state.bits[step.relation]
        for name in _flat(step.needs):
            reason |= why[name]
        if new is None:
            for other in targets if lefts is None else ():
                reason |= why[other]
            return reason, []
        box[target] = _short(new)
        why[target] = reason
        if _progress(old, new):
            moved.append(target)
    return 0, moved


def _progress(old: Interval, new: Interval) -> bool:
    if (old.low is None) != (new.low is None) or (old.high is None) != (new.high is None):
        return True
    if old.low is None or old.high is None or new.low is None or new.high is None:
        ends = [(a, b) for a, b in ((old.low, new.low), (old.high, new.high)) if a is not None and b is not None]
        return any(abs(a - b) * PROGRESS >= abs(a) for a, b in ends) or _opened(old, new)
    width = old.high - old.low
    return (width - (new.high - new.low)) * PROGRESS >= width or _opened(old, new)


def _opened(old: Interval, new: Interval) -> bool:
    return new.low_open != old.low_open or new.high_open != old.high_open


def _short(a: Interval) -> Interval:
    """A set → the same, or a slightly wider one when its ends have grown long."""
    low, high = a.low, a.high
    if low is not None and low.denominator.bit_length() > LONG:
        low = Fraction((low.numerator << LONG) // low.denominator, 1 << LONG)
    if high is not None and high.denominator.bit_length() > LONG:
        high = Fraction(-((-high.numerator << LONG) // high.denominator), 1 << LONG)
    if low is a.low and high is a.high:
        return a
    return Interval(low, high, a.low_open, a.high_open)


def _flat(names: Iterable[str | tuple[str, ...]]) -> Iterable[str]:
    for name in names:
        if isinstance(name, str):
            yield name
        else:
            yield from name
