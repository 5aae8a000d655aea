"""How often each way of binding a rule held in real articles → how gravely a contradiction may be put.

A wording that is read rightly binds figures that agree, since most of what is printed is right. So the share of cases
that hold, the hold rate, measures the reading without anybody judging it. A way of binding that fails more often than
print does is not trusted as much.

The table, rules/frames/holds.tsv, is counted by `crossfoot calibrate` (docs/decisions/0008). It cannot tell a slip in
print from figures that were never meant together; where errors were read, rules/frames/reads.tsv says how many were
slips.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import comb

from checker import resources
from checker.fact import BASES
from checker.finding import LEVELS
from checker.record import record
from checker.selector import links_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.fact import Fact
    from checker.relation import Relation
    from checker.rule import Rule

ENOUGH = 50  # cases, for a rate that says something: print itself fails once or twice in fewer
# The least hold rate for each level that a finding may have: 99 and 97 of 100 read rightly, less the one that is wrong
# in print (18 of 1,089 statements of growth, by reading them).
FLOORS = (("error", Fraction(98, 100)), ("warning", Fraction(96, 100)))
# How many of a rule's findings of a level must be slips in print, for it to speak so gravely. They are taken to fall
# short where, were it so many, so few among those read would come by chance less than once in twenty times.
SLIPS = {"error": Fraction(1, 2), "warning": Fraction(1, 4)}
CHANCE = Fraction(1, 20)
OTHER_WAYS = "-"


@record(frozen=True, slots=True)
class Held:
    """How often a rule's relations were bound, and in how many of these cases the figures agreed."""

    cases: int
    held: int


def binding(rule: Rule, relation: Relation, facts: Mapping[str, Fact]) -> str:
    """A relation → the frames and connectors that bound its figures, in order of the alphabet: "from+rate-to-level".

    What other rules ask of the same figures, such as whether they are of one size, is no part of it.
    """
    ids = [name for _, names in relation.roles for name in names]
    known = [facts[name] for name in ids if name in facts]
    frames = {fact.frame for fact in known if fact.frame}
    asked = links_of(rule) | BASES
    links = {link.as_ for fact in known for link in fact.links if link.to in ids and link.as_ in asked}
    return "+".join(sorted(frames | links)) or "-"


@lru_cache(maxsize=1)
def table() -> dict[tuple[str, str], Held]:
    """rules/frames/holds.tsv → rule and way of binding → how often it held."""
    rows = resources.table("frames", "holds.tsv")
    return {(rule, way): Held(int(cases), int(held)) for rule, way, cases, held in rows}


def of_rule(rule: str) -> Held:
    """A rule → its cases over all ways of binding it."""
    own = [held for (name, _), held in table().items() if name == rule]
    return Held(sum(one.cases for one in own), sum(one.held for one in own))


def ways_of(rule: str) -> tuple[tuple[str, Held], ...]:
    """A rule → each way of binding it and how often that held, the most frequent first."""
    ways = [(way, held) for (name, way), held in table().items() if name == rule]
    return tuple(sorted(ways, key=lambda item: (-item[1].cases, item[0])))


@lru_cache(maxsize=1)
def reads() -> dict[tuple[str, str, str], Held]:
    """rules/frames/reads.tsv → rule, frame or connector ("-": all others), level → how many read were slips."""
    rows = resources.table("frames", "reads.tsv")
    return {(rule, part, level): Held(int(read), int(real)) for rule, part, level, read, real in rows}


def reads_of(rule: str) -> tuple[tuple[str, str, Held], ...]:
    """A rule → each frame or connector and level of its findings that were read, and how many of them were slips."""
    return tuple((part, level, held) for (name, part, level), held in reads().items() if name == rule)


def read_of(rule: str, way: str, level: str) -> Held:
    """A rule, a way of binding it and a level → how many such findings were read, and how many of them were slips."""
    known, keys = reads(), ((rule, part, level) for part in (*way.split("+"), OTHER_WAYS))
    return next((known[key] for key in keys if key in known), Held(0, 0))


def ceiling(rule: str, way: str, *, swapped: bool = False) -> str:
    """A rule and a way of binding it → the gravest level that its contradictions may have.

    It is no level at which too few of the findings that were read were slips, unless two digits swapped back mend all:
    a figure of n digits has n - 1 such neighbours, and what was never meant together is one of them by chance in one
    case of a hundred.
    """
    trusted = _by_hold_rate(rule, way)
    if swapped:
        return trusted
    levels = LEVELS[LEVELS.index(trusted) :]
    return next(level for level in levels if level not in SLIPS or not _falls_behind(read_of(rule, way, level), level))


def _falls_behind(read: Held, level: str) -> bool:
    """Are so few of the findings that were read slips as would hardly come by chance, were it the level's share?"""
    share = SLIPS[level]
    slips, others = share.numerator, share.denominator - share.numerator  # one finding in so many
    as_few = sum(comb(read.cases, n) * slips**n * others ** (read.cases - n) for n in range(read.held + 1))
    return Fraction(as_few, share.denominator**read.cases) <= CHANCE


def _by_hold_rate(rule: str, way: str) -> str:
    """The same by the hold rate alone.

    Where the way was seen in too few cases the rule's others stand for it, and where these are too few as well there is
    no ceiling.
    """
    held = table().get((rule, way), Held(0, 0))
    if held.cases < ENOUGH:
        held = of_rule(rule)
    if held.cases < ENOUGH:
        return LEVELS[0]
    return next((level for level, floor in FLOORS if not _falls_short(held, floor)), LEVELS[-1])


def _falls_short(held: Held, floor: Fraction) -> bool:
    """Do more cases fail than chance makes of a reading with the floor's rate: over two standard deviations more?"""
    expected = held.cases * (1 - floor)  # of a rare event, so its variance as well
    excess = held.cases - held.held - expected
    return excess > 0 and excess**2 > 4 * expected
