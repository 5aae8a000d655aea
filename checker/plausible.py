"""A figure of a conflict and what may stand in its place → how much less likely that is than another repair.

    "rose to 52 from 48" printed as 25: 52 is near 48 and costs nothing, 250 is far from it and does

What stands close to the figures it is set against, and looks like its neighbours in print, is likely.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact
from checker.interval import Interval
from checker.record import record
from checker.slip import Repair
from checker.system import System

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from checker.solve import Clash
    from checker.system import Bound

LIKE_NEIGHBOURS, UNLIKE_NEIGHBOURS = -4, 3
FAR = 12  # the most that a repair costs for standing far from them
SAME = 8  # a repair that makes two figures of a conflict equal


@record(frozen=True, slots=True)
class Case:
    """A component with a clash, and what is known of its relations."""

    system: System
    freed: tuple[str, ...]  # figures already taken for slips
    clashes: tuple[Clash, ...]
    bound: Mapping[str, Bound]  # by relation
    facts: Mapping[str, Fact]
    satisfied: Collection[str]  # relations that hold as printed


def looks(case: Case, fact: Fact, repair: Repair) -> int:
    """Whether a repair has the decimals that most other figures of its kind have, and the figure as printed has not."""
    if fact.figure is None:
        return 0
    peers = [other.figure for name, other in case.facts.items() if name != fact.id and other.figure is not None]
    places = [_places(peer.digits) for peer in peers if peer.kind == fact.figure.kind and peer.digits]
    usual = max(sorted(set(places)), key=places.count) if len(places) > 1 else 0
    if places.count(usual) * 2 <= len(places) or len(places) < 2:
        return 0
    if repair.digits == fact.figure.digits:
        return 0  # another scale word
    if _places(repair.digits) != usual:
        return UNLIKE_NEIGHBOURS
    return LIKE_NEIGHBOURS if _places(fact.figure.digits) != usual else 0


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])


def extreme(case: Case, fact: Fact, admits: Interval) -> int:
    """How far a repair would stand from the nearest figure of its kind in the conflict: five logarithms of their ratio.

    Figures that are set against each other are seldom far apart, so of two repairs the one that leaves them close is
    the likelier. Years are as far apart as they are, one for each.
    """
    value = _middle(admits)
    sizes = [size for size in _peers(case, fact) if size]
    if fact.figure is not None and fact.figure.kind == "time":
        return int(min((abs(value - size) for size in sizes), default=Fraction(0)))
    if value in sizes:  # what rose or fell did not stay where it was; what is told again is the same
        return 0 if any(bound.rule.family == "restatement" for bound in _clashing(case)) else SAME
    return min(min((_distance(value, size) for size in sizes), default=0) // 2, FAR) if value else 0


def _clashing(case: Case) -> list[Bound]:
    return [case.bound[name] for name in sorted({name for clash in case.clashes for name in clash.relations})]


def apart(case: Case, fact: Fact) -> int:
    """A direction word that is turned round leaves its figures as they are: how far they stand apart."""
    pair = [link.to for link in fact.links if link.as_ in ("direction-of", "direction-from") and link.to in case.facts]
    sizes = [_middle(case.facts[name].tight) for name in pair]
    return _distance(max(sizes), min(sizes)) if len(sizes) > 1 and min(sizes) else 0


def _peers(case: Case, fact: Fact) -> list[Fraction]:
    others = {name for clash in case.clashes for name in clash.variables} - {fact.id}
    return [_middle(case.facts[n].tight) for n in sorted(others) if n in case.facts and _same_kind(case.facts[n], fact)]


def _distance(a: Fraction, b: Fraction) -> int:
    """Two sizes above zero → ten natural logarithms of their ratio, rounded down (7/10 of ten binary ones)."""
    ratio = max(a, b) / min(a, b)
    return (int(ratio**10).bit_length() - 1) * 7 // 10


def _same_kind(one: Fact, other: Fact) -> bool:
    a, b = one.figure, other.figure
    return a is not None and b is not None and (a.kind, a.unit) == (b.kind, b.unit)


def _middle(a: Interval) -> Fraction:
    if a.low is None or a.high is None:
        return abs(a.low or a.high or Fraction(0))
    return abs(a.low + a.high) / 2
