"""Facts, relations and the rule pack → variables and constraints, ready to be solved.

    r1: total == exports + imports over f1, f2, f3 → three steps, one for each fact

A variable is a fact: a figure with its interval, or a quantity that is not printed with its natural domain.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact
from checker.interval import ALL, POSITIVE, Interval, above, closed, meet
from checker.record import record, replace
from checker.relation import Relation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from checker.pack import Pack
    from checker.projection import Projection
    from checker.rule import Rule

    Left = Interval | tuple[Interval, ...] | None

NON_NEGATIVE = above(Fraction(0), open_end=False)
DOMAINS = {
    "": ALL,
    "positive": POSITIVE,
    "non-negative": NON_NEGATIVE,
    "percent": closed(Fraction(0), Fraction(100)),
    "growth": above(Fraction(-100), open_end=False),
}
AMOUNTS = ("level", "share", "count", "threshold", "rank")  # aspects that do not fall below zero unless printed so


@record(frozen=True, slots=True)
class Step:
    """One projection with variables in the place of its roles."""

    solve: Callable[..., Left]
    needs: tuple[str | tuple[str, ...], ...]
    target: str | tuple[str, ...]
    relation: str
    heavy: bool = False  # run only when nothing lighter is waiting


@record(frozen=True, slots=True)
class Constraint:
    """A relation with the steps of each of its readings."""

    relation: str
    readings: tuple[tuple[Step, ...], ...]
    variables: tuple[str, ...]
    bound: Bound | None = None  # what it was made from


@record(frozen=True, slots=True)
class System:
    constraints: tuple[Constraint, ...]
    printed: Mapping[str, Interval]  # what a figure admits; the natural domain of what is not printed
    natural: Mapping[str, Interval]  # what a figure could be if it were not printed
    figures: tuple[str, ...]  # the variables that are printed, in order of the text


@record(frozen=True, slots=True)
class Bound:
    """A relation with its rule and the facts of every role; a role that is not printed gets a hidden one."""

    relation: Relation
    rule: Rule
    readings: tuple[tuple[Projection, ...], ...]
    roles: Mapping[str, tuple[Fact, ...]]


def bind(relation: Relation, facts: Mapping[str, Fact], pack: Pack) -> Bound:
    """A relation, the facts by id and the rules → the relation with all that it refers to."""
    rule = pack.rule(relation.rule)
    given = dict(relation.roles)
    roles = {}
    for role in rule.roles:
        if role.name in given:
            roles[role.name] = tuple(facts[name] for name in given[role.name])
        elif role.implied:
            domain = DOMAINS[role.domain]
            words = role.name.replace("_", " ")
            hidden = Fact(f"{relation.id}.{role.name}", None, domain, domain, words, "", "", "", "", "")
            roles[role.name] = (hidden,)
        else:
            raise LookupError(f"relation {relation.id} of {rule.id} leaves the role {role.name} empty")
    return Bound(relation, rule, pack.projections[rule.id], roles)


def system_of(bound: Sequence[Bound], *, reading: str = "interval") -> System:
    """Bound relations → their system, every figure with one reading of a Fact: interval, tight, rated or printed."""
    facts = {fact.id: fact for item in bound for some in item.roles.values() for fact in some}
    natural = {name: _natural(fact) for name, fact in facts.items()}
    for item in bound:
        for role in item.rule.roles:
            for fact in item.roles[role.name]:
                narrowed = meet(natural[fact.id], DOMAINS[role.domain])
                natural[fact.id] = natural[fact.id] if narrowed is None else narrowed
    printed = {
        name: natural[name] if fact.figure is None else getattr(fact, reading)
        for name, fact in facts.items()
    }
    figures = [fact for fact in facts.values() if fact.figure is not None]
    figures.sort(key=lambda fact: fact.figure.start if fact.figure is not None else 0)
    return System(tuple(_constraint(item) for item in bound), printed, natural, tuple(fact.id for fact in figures))


def _natural(fact: Fact) -> Interval:
    if fact.figure is None:
        return fact.interval
    positive = fact.interval.low is not None and fact.interval.low >= 0
    return NON_NEGATIVE if positive and fact.aspect in AMOUNTS else ALL


def _constraint(item: Bound) -> Constraint:
    names = tuple(dict.fromkeys(fact.id for facts in item.roles.values() for fact in facts))
    empty = any(not facts for facts in item.roles.values())
    readings = tuple(tuple(step for one in reading for step in _steps(item, one)) for reading in item.readings)
    return Constraint(item.relation.id, tuple(() for _ in readings) if empty else readings, names, item)


def _steps(item: Bound, projection: Projection) -> list[Step]:
    """A projection → its step, or one for each fact of the role that it takes one at a time."""
    one_by_one = [fact.id for fact in item.roles[projection.each]] if projection.each else [""]
    found = []
    for name in one_by_one:
        needs: list[str | tuple[str, ...]] = []
        for role in projection.needs:
            ids = tuple(fact.id for fact in item.roles[role])
            needs.append(name if role == projection.each else ids if item.rule.role(role).many else ids[0])
        ids = tuple(fact.id for fact in item.roles[projection.role])
        target = ids if projection.many else name if projection.role == projection.each else ids[0]
        found.append(Step(projection.solve, tuple(needs), target, item.relation.id, projection.heavy))
    return found


def only(system: System, relations: Collection[str]) -> System:
    """A system and some of its relations → the system of these."""
    return replace(system, constraints=tuple(item for item in system.constraints if item.relation in relations))


class _Groups:
    """Names that belong together, found by union and find."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def of(self, name: str) -> str:
        """A name → the one that stands for its group."""
        while (above := self.above.setdefault(name, name)) != name:
            self.above[name] = self.above[above]
            name = above
        return name

    def join(self, one: str, other: str) -> bool:
        """Two names belong together from now on; False if they did already."""
        first, second = self.of(one), self.of(other)
        self.above[first] = second
        return first != second


def on_circles(system: System) -> tuple[str, ...]:
    """A system → variables without which no way leads from a relation round to itself; () where none does anyway.

    Those that most relations speak of come first.
    """
    relations: dict[str, list[str]] = {}
    for item in system.constraints:
        for name in item.variables:
            relations.setdefault(name, []).append("\0" + item.relation)  # no variable is called so
    order = sorted((name for name in relations if len(relations[name]) > 1), key=lambda name: -len(relations[name]))
    groups = _Groups()
    while order and all(groups.join(order[-1], relation) for relation in relations[order[-1]]):
        order.pop()
    return tuple(order)


def components(system: System) -> tuple[System, ...]:
    """A system → its parts that share no variable, in order."""
    groups = _Groups()
    for item in system.constraints:
        for name in item.variables[1:]:
            groups.join(name, item.variables[0])
    parts: dict[str, list[Constraint]] = {}
    for item in system.constraints:
        parts.setdefault(groups.of(item.variables[0]), []).append(item)
    return tuple(_part(system, tuple(items)) for items in parts.values())


def _part(system: System, constraints: tuple[Constraint, ...]) -> System:
    names = {name for item in constraints for name in item.variables}
    printed = {name: interval for name, interval in system.printed.items() if name in names}
    figures = tuple(name for name in system.figures if name in names)
    return System(constraints, printed, {name: system.natural[name] for name in printed}, figures)
