"""A report by rules alone, and testimonies → the same report with what the witnesses' relations show beyond it.

    report.findings → the same, then Finding("witness", level "warning", bound_by "witness", words ("the openings",))

Figures that the rules relate are judged first and by themselves: their findings stay as they are, byte for byte. A
witness's relations come on top. One that the rules bind as well adds nothing; one that two statements make
independently of each other may be an error, any other is a warning; and where a rule's finding names a figure already,
a witness's finding about it would be the same slip told twice and is left out.
"""

from __future__ import annotations

from fractions import Fraction

from checker.account import account
from checker.claim import RULE
from checker.excuse import excused
from checker.explain import judge, with_ids
from checker.finding import BOUND_BY, Report
from checker.polynomial import rows_of
from checker.record import record, replace
from checker.relation import Relation
from checker.system import Bound, bind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.fact import Fact
    from checker.finding import Checked, Finding, Heard
    from checker.pack import Pack
    from checker.polynomial import Row
    from checker.testimony import Testimony, Witnessed

    Said = frozenset[object]  # rows of terms, and whether each is an equality

_RULES, _ONE, _TWO = BOUND_BY
_LOUD = ("error", "warning")


@record(frozen=True, slots=True)
class _Bound:
    """A relation of the witnesses, and how it was bound."""

    item: Witnessed
    relation: Relation


def heard(report: Report, testimonies: Iterable[tuple[Heard, Testimony]], pack: Pack) -> Report:
    """A report, what each witness stated, and the rules → the report with the witnesses' findings."""
    facts = {fact.id: fact for fact in report.facts}
    known = {_said(bind(one.relation, facts, pack)) for one in report.checked}
    witnesses: list[Heard] = []
    found: dict[Said, _Bound] = {}
    for who, testimony in testimonies:
        facts |= {fact.id: fact for fact in testimony.facts}
        own = {_said_of(item, facts, pack): item for item in testimony.accepted}
        new = {said: item for said, item in own.items() if said not in known}
        witnesses.append(replace(who, known=len(own) - len(new), accepted=len(new), dropped=testimony.dropped))
        for said, item in new.items():
            found[said] = _agreed(found[said], item) if said in found else _first(item, len(found) + 1)
    report = replace(report, witnesses=tuple(witnesses))
    return _with(report, tuple(found.values()), facts, pack) if found else report


def _first(item: Witnessed, number: int) -> _Bound:
    formula = item.shown if item.rule.id.startswith(RULE) else ""
    return _Bound(item, Relation(f"t{number}", item.rule.id, item.roles, True, None, _ONE, formula, item.words))


def _agreed(earlier: _Bound, item: Witnessed) -> _Bound:
    """A relation that a second statement makes too → the same, trusted; of "above" and "not below" the weaker."""
    relation = earlier.relation
    if "=" in item.shown and "=" not in earlier.item.shown:
        earlier, relation = _first(item, 0), replace(_first(item, 0).relation, id=relation.id)
    return _Bound(earlier.item, replace(relation, inferred=False, bound_by=_TWO))


def _said_of(item: Witnessed, facts: Mapping[str, Fact], pack: Pack) -> Said:
    relation = Relation("t0", item.rule.id, item.roles)
    own = item.rule.id.startswith(RULE)
    roles = {name: tuple(facts[one] for one in ids) for name, ids in item.roles}
    return _said(Bound(relation, item.rule, item.readings, roles) if own else bind(relation, facts, pack))


def _said(bound: Bound) -> Said:
    """A bound relation → what it comes to, however it is written; strictly above and not below count as one."""
    rows = [_normal(row) for reading in range(len(bound.readings)) for row in rows_of(bound, reading)]
    if not rows:  # no polynomial: the rule and its figures stand for themselves
        return frozenset([bound.rule.id, *((name, fact.id) for name, some in bound.roles.items() for fact in some)])
    return frozenset(rows)


def _normal(row: Row) -> object:
    terms = sorted(row.terms.items())
    equal = row.operator == "=="
    lead = terms[0][1] if terms else Fraction(1)
    factor = lead if equal else max(lead, -lead)
    return tuple((names, coefficient / factor) for names, coefficient in terms), equal


def _with(report: Report, bound: tuple[_Bound, ...], facts: dict[str, Fact], pack: Pack) -> Report:
    """A report and the witnesses' relations → both judged together, what is new taken over."""
    own = {one.item.rule.id: one.item for one in bound if one.item.rule.id.startswith(RULE)}
    wider = replace(
        pack,
        rules=(*pack.rules, *(item.rule for item in own.values())),
        projections={**pack.projections, **{name: item.readings for name, item in own.items()}},
    )
    # What the rules found to clash is told already; the rest says which figures are well supported.
    sound = [one.relation for one in report.checked if one.verdict != "inconsistent"]
    relations = (*sound, *(one.relation for one in bound))
    checked, findings = judge(tuple(facts.values()), relations, wider)
    witnessed = {one.relation.id: one for one in bound}
    fresh = tuple(_told(one, witnessed) for one in findings if _is_new(one, report.findings, witnessed))
    fresh = excused(fresh, report.article, report.figures, wider)
    fresh = tuple(replace(one, rule=RULE) if one.rule in own else one for one in fresh)
    numbered = with_ids((*report.findings, *fresh), facts)[len(report.findings) :]
    shown = tuple(_shown(one, witnessed) for one in checked if one.relation.id in witnessed)
    everything = (*report.checked, *shown)
    return replace(
        report,
        checked=everything,
        findings=(*report.findings, *numbered),
        states=account(report.figures, report.facts, everything),
    )


def _is_new(finding: Finding, told: Iterable[Finding], witnessed: Mapping[str, _Bound]) -> bool:
    """Does a finding rest on a witness's relation, and on no figure that the rules' findings name?"""
    if finding.level not in _LOUD or witnessed.keys().isdisjoint(finding.relations):
        return False
    named = {name for one in told if one.level in _LOUD for name in one.figures}
    return named.isdisjoint(finding.figures)


def _told(finding: Finding, witnessed: Mapping[str, _Bound]) -> Finding:
    """A finding → the same with who bound its figures, and from which words."""
    used = [witnessed[name].relation for name in finding.relations if name in witnessed]
    words = tuple(dict.fromkeys(words for one in used for words in one.words))
    if all(one.bound_by == _TWO for one in used):
        return replace(finding, bound_by=_TWO, words=words)
    return replace(finding, level="warning", bound_by=_ONE, words=words)


def _shown(checked: Checked, witnessed: Mapping[str, _Bound]) -> Checked:
    """A judged relation of a witness → as reports show it: roles named by what is measured, if that is said."""
    one = witnessed[checked.relation.id]
    if not one.item.rule.id.startswith(RULE):
        return checked
    roles: dict[str, tuple[str, ...]] = {}
    for name, label in one.item.labels:
        roles[label or "figure"] = (*roles.get(label or "figure", ()), name)
    implied = tuple((dict(one.item.labels)[name] or name, left) for name, left in checked.implied)
    relation = replace(one.relation, rule=RULE, roles=tuple(roles.items()))
    return replace(checked, relation=relation, implied=implied)
