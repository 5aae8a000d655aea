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
from checker.excuse import excused
from checker.explain import can_hold, judge, with_ids
from checker.finding import BOUND_BY, Drop, Report
from checker.polynomial import rows_of
from checker.record import record, replace
from checker.relation import Relation
from checker.system import Bound, bind, components, on_circles, system_of
from checker.witnessrule import RULE
from checker.wordclaim import WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.fact import Fact
    from checker.figure import Figure
    from checker.finding import Checked, Finding, Heard
    from checker.pack import Pack
    from checker.polynomial import Row
    from checker.testimony import Testimony, Witnessed

    Terms = tuple[tuple[tuple[str, ...], Fraction], ...]
    Said = frozenset[tuple[Terms, str]]  # rows of terms, and "==" or "<" for each; or what is no polynomial, with ""

MOST_SLIPS = 3  # that one statement may show in an article and be believed
MOST_PRODUCTS = 10  # among figures that hang together in circles
UNLIKELY = f"not believed: more than {MOST_SLIPS} figures would have to be wrong"
TANGLED = "left out: too many products hang together with it"
_RULES, _ONE, _TWO = BOUND_BY
_LOUD = ("error", "warning")


@record(frozen=True, slots=True)
class _Taken:
    """A relation of the witnesses, and how it was bound."""

    item: Witnessed
    relation: Relation


def heard(report: Report, testimonies: Iterable[tuple[Heard, Testimony]], pack: Pack) -> Report:
    """A report, what each witness stated, and the rules → the report with the witnesses' findings."""
    facts = {fact.id: fact for fact in report.facts}
    known = {_said(bind(one.relation, facts, pack)) for one in report.checked}
    witnesses: list[Heard] = []
    found: dict[Said, _Taken] = {}
    for who, testimony in testimonies:
        facts |= {fact.id: fact for fact in testimony.facts}
        bound = [(item, _bound(item, facts, pack)) for item in testimony.accepted]
        if wrong := _unlikely([one for _, one in bound]):
            witnesses.append(replace(who, dropped=testimony.dropped, failure=wrong))
            continue
        own = {_said(one): item for item, one in bound}
        new = {said: item for said, item in own.items() if said not in known}
        witnesses.append(replace(who, known=len(own) - len(new), accepted=len(new), dropped=testimony.dropped))
        for said, item in new.items():
            one = _first(item, len(found) + 1, who)
            found[said] = _agreed(found[said], one) if said in found else one
    report = replace(report, witnesses=tuple(witnesses))
    return _with(report, _coherent(found), facts, pack) if found else report


def _coherent(found: Mapping[Said, _Taken]) -> tuple[_Taken, ...]:
    """Relations by what they come to → the same without orders of two figures that are also said to be one quantity.

    "Up more than 3 percent" and, below, "up 3.4": one reader calls them one, and another the second the greater. Both
    are right, since the hedge has the order in it, but together no figures satisfy them, and no slip would be found.
    """
    equal = {_sizes(said) for said in found if {sign for _, sign in said} == {"=="}}
    return tuple(one for said, one in found.items() if {sign for _, sign in said} != {"<"} or _sizes(said) not in equal)


def _sizes(said: Said) -> frozenset[tuple[tuple[str, ...], Fraction]]:
    """What a relation comes to → its terms without their signs."""
    return frozenset((names, abs(factor)) for terms, _ in said for names, factor in terms)


def _first(item: Witnessed, number: int, who: Heard) -> _Taken:
    formula = item.shown if item.rule.id.startswith(RULE) else ""
    models = (who.model or who.key,)
    return _Taken(item, Relation(f"t{number}", item.rule.id, item.roles, True, None, _ONE, formula, item.words, models))


def _agreed(earlier: _Taken, later: _Taken) -> _Taken:
    """A relation that a second statement makes too → the same, trusted; of "above" and "not below" the weaker."""
    models = tuple(dict.fromkeys((*earlier.relation.models, *later.relation.models)))
    weaker = later if "=" in later.item.shown and "=" not in earlier.item.shown else earlier
    agreed = replace(weaker.relation, id=earlier.relation.id, inferred=False, bound_by=_TWO, models=models)
    return _Taken(weaker.item, agreed)


def _bound(item: Witnessed, facts: Mapping[str, Fact], pack: Pack) -> Bound:
    relation = Relation("t0", item.rule.id, item.roles)
    if not item.rule.id.startswith(RULE):
        return bind(relation, facts, pack)
    roles = {name: tuple(facts[one] for one in ids) for name, ids in item.roles}
    return Bound(relation, item.rule, item.readings, roles)


def _unlikely(bound: Iterable[Bound]) -> str:
    """The relations of one statement → why it is not believed, "" if it is: an article with many slips is rare.

    Each relation that fails by itself needs one of its figures to be wrong; the figures that most of them share are
    taken first.
    """
    failing = [{fact.id for some in one.roles.values() for fact in some} for one in bound if not can_hold(one)]
    for _ in range(MOST_SLIPS):
        named = sorted(name for names in failing for name in names)
        worst = max(named, key=named.count, default="")
        failing = [names for names in failing if worst not in names]
    return UNLIKELY if failing else ""


def _said(bound: Bound) -> Said:
    """A bound relation → what it comes to, however it is written; strictly above and not below count as one."""
    rows = [_normal(row) for reading in range(len(bound.readings)) for row in rows_of(bound, reading)]
    if not rows:  # no polynomial: the rule and its figures stand for themselves
        roles = tuple(((name, fact.id), Fraction(0)) for name, some in bound.roles.items() for fact in some)
        return frozenset([((((bound.rule.id,), Fraction(0)), *roles), "")])
    return frozenset(rows)


def _normal(row: Row) -> tuple[Terms, str]:
    terms = sorted(row.terms.items())
    equal = row.operator == "=="
    lead = terms[0][1] if terms else Fraction(1)
    factor = lead if equal else max(lead, -lead)
    return tuple((names, coefficient / factor) for names, coefficient in terms), "==" if equal else "<"


def _with(report: Report, bound: tuple[_Taken, ...], facts: dict[str, Fact], pack: Pack) -> Report:
    """A report and the witnesses' relations → both judged together, what is new taken over."""
    own = {one.item.rule.id: one.item for one in bound if one.item.rule.id.startswith(RULE)}
    wider = replace(
        pack,
        rules=(*pack.rules, *(item.rule for item in own.values())),
        projections={**pack.projections, **{name: item.readings for name, item in own.items()}},
    )
    # What the rules found to clash is told already; the rest says which figures are well supported.
    sound = [one.relation for one in report.checked if one.verdict != "inconsistent"]
    relations = _untangled(sound, [one.relation for one in bound], facts, wider)
    checked, findings = judge(tuple(facts.values()), relations, wider, MOST_SLIPS)
    witnessed = {one.relation.id: one for one in bound}
    at = {fact.figure.id: range(fact.figure.start, fact.figure.end) for fact in facts.values() if fact.figure}
    named = [at[name] for one in report.findings if one.level in _LOUD for name in one.figures]
    new = [one for one in findings if one.level in _LOUD and not witnessed.keys().isdisjoint(one.relations)]
    fresh = tuple(_told(one, witnessed) for one in new if not _is_told(one, named, at))
    if len(fresh) > MOST_SLIPS:
        return replace(report, witnesses=tuple(replace(one, failure=UNLIKELY, accepted=0) for one in report.witnesses))
    fresh = excused(fresh, report.article, report.figures, wider)
    fresh = tuple(replace(one, rule=RULE) if one.rule in own else one for one in fresh)
    numbered = with_ids((*report.findings, *fresh), facts)[len(report.findings) :]
    shown = tuple(_shown(one, witnessed) for one in checked if one.relation.id in witnessed)
    everything = (*report.checked, *shown)
    judged = {one.id for one in relations}
    left_out = tuple(Drop(one.item.claim.shown, TANGLED) for one in bound if one.relation.id not in judged)
    first, *others = report.witnesses
    figures = _with_words(report.figures, facts, shown)
    return replace(
        report,
        witnesses=(replace(first, dropped=(*first.dropped, *left_out)), *others),
        checked=everything,
        findings=(*report.findings, *numbered),
        figures=figures,
        states=account(figures, report.facts, everything),
    )


def _with_words(
    figures: tuple[Figure, ...], facts: Mapping[str, Fact], shown: Iterable[Checked]
) -> tuple[Figure, ...]:
    """The figures of a report and the words that witnesses' relations speak of, in order of the text."""
    used = dict.fromkeys(name for one in shown for _, names in one.relation.roles for name in names)
    words = [figure for name in used if (figure := facts[name].figure) is not None and figure.id.startswith(WORD)]
    return tuple(sorted((*figures, *words), key=lambda one: (one.start, one.end, one.id))) if words else figures


def _untangled(
    sound: list[Relation], witnessed: list[Relation], facts: Mapping[str, Fact], pack: Pack
) -> tuple[Relation, ...]:
    """The relations of the rules and of the witnesses → the same without products that go in too many circles.

    Where figures hang together in circles, each product costs far more than the one before, and a statement that has
    many of them is a riddle rather than a reading. One that fails by itself stays.
    """
    bound = {one.id: bind(one, facts, pack) for one in (*sound, *witnessed)}
    dropped: set[str] = set()
    for part in components(system_of(tuple(bound.values()))):
        names = [item.relation for item in part.constraints if _multiplies(bound[item.relation])]
        if len(names) > MOST_PRODUCTS and on_circles(part):
            dropped |= {one.id for one in witnessed if one.id in names and can_hold(bound[one.id])}
    return tuple(one for one in (*sound, *witnessed) if one.id not in dropped)


def _multiplies(bound: Bound) -> bool:
    return any(len(names) > 1 for row in rows_of(bound, 0) for names in row.terms)


def _is_told(finding: Finding, told: list[range], at: Mapping[str, range]) -> bool:
    """Does a finding name a place of the article, be it figure or word, that the rules' findings name already?"""
    own = [at[name] for name in finding.figures]
    return any(one.start < place.stop and place.start < one.stop for one in own for place in told)


def _told(finding: Finding, witnessed: Mapping[str, _Taken]) -> Finding:
    """A finding → the same with who bound its figures, and from which words."""
    used = [witnessed[name].relation for name in finding.relations if name in witnessed]
    words = tuple(dict.fromkeys(words for one in used for words in one.words))
    models = tuple(dict.fromkeys(name for one in used for name in one.models))
    if all(one.bound_by == _TWO for one in used):
        return replace(finding, bound_by=_TWO, words=words, models=models)
    return replace(finding, level="warning", bound_by=_ONE, words=words, models=models)


def _shown(checked: Checked, witnessed: Mapping[str, _Taken]) -> Checked:
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
