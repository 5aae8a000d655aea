"""Reports on many articles → how often each way of binding a rule held: the table that `checker.calibration` reads.

Only what could have failed is counted: a relation that a figure not printed makes up for says nothing of the reading.
What fails by no more than a unit of the last printed digit is counted as held: print cuts digits off where it should
round them, while figures that do not belong together fail by any amount.
"""

from __future__ import annotations

from checker.calibration import Held, binding
from checker.explain import judge
from checker.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.fact import Fact
    from checker.finding import Report
    from checker.interval import Interval
    from checker.pack import Pack
    from checker.relation import Relation

    Counts = Mapping[tuple[str, str], Held]

_HEADER = """\
# How often each way of binding a rule held in real articles, counted by `crossfoot calibrate`.
# rule, frames and connectors that bound its figures, cases, cases that held
"""


def count(reports: Iterable[Report], pack: Pack) -> Counts:
    """Reports and the rules they were made with → rule and way of binding → its cases, and how many of them held."""
    counted: dict[tuple[str, str], Held] = {}
    rules = {rule.id: rule for rule in pack.rules}
    for report in reports:
        facts = {fact.id: fact for fact in report.facts}
        for one in report.checked:
            if one.verdict != "undecided":
                key = (one.relation.rule, binding(rules[one.relation.rule], one.relation, facts))
                held = one.verdict != "inconsistent" or _nearly(one.relation, facts, pack)
                known = counted.get(key, Held(0, 0))
                counted[key] = Held(known.cases + 1, known.held + held)
    return counted


def _nearly(relation: Relation, facts: dict[str, Fact], pack: Pack) -> bool:
    """Would the relation hold if one of its figures might be off by one more unit of its last digit?"""
    for name in (name for _, names in relation.roles for name in names):
        fact = facts[name]
        loose = facts | {name: replace(fact, interval=_widened(fact.interval))}
        if judge(tuple(loose.values()), (relation,), pack)[0][0].verdict != "inconsistent":
            return True
    return False


def _widened(interval: Interval) -> Interval:
    """An interval → the same, thrice as wide; one that is open to a side is left as it is."""
    if interval.low is None or interval.high is None:
        return interval
    unit = interval.high - interval.low
    return replace(interval, low=interval.low - unit, high=interval.high + unit)


def rows(counts: Counts) -> str:
    """Counts → the table as it is shipped: one line a way of binding, sorted."""
    lines = [f"{rule}\t{way}\t{one.cases}\t{one.held}\n" for (rule, way), one in sorted(counts.items())]
    return _HEADER + "".join(lines)
