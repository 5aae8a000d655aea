"""Reports → the plain dict of the JSON contract (`reports/crossfoot-1.schema.json`).

Exact numbers become strings, "23.765" or "5/12"; an infinite end becomes None. Offsets are code points into the file,
half open. Nothing here depends on a clock, a machine or the order of a set, so the same reports give the same dict.
"""

from __future__ import annotations

from checker.article import origin
from checker.column import place
from checker.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction
    from typing import Any

    from checker.article import Article
    from checker.fact import Fact
    from checker.figure import Figure
    from checker.finding import Checked, Finding, Heard, Refutation, Remark, Report, State, Suppressed
    from checker.interval import Interval

    Plain = dict[str, Any]

SCHEMA = "crossfoot/1"


def document(entries: Iterable[Plain], problems: Iterable[tuple[str, str]] = (), pack_hash: str = "") -> Plain:
    """The entries of a run's reports, what could not be read (path, message) and the rules' hash → the document."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "crossfoot", "version": __version__, "rules": pack_hash},
        "articles": list(entries),
        "problems": [{"path": path, "message": message} for path, message in problems],
    }


def to_dict(report: Report) -> Plain:
    """One report → its entry under "articles"."""
    from hashlib import sha256

    article = report.article
    facts = {fact.id: fact for fact in report.facts}
    states = {state.figure: state for state in report.states}
    return {
        "path": article.path,
        "sha256": sha256(article.source.encode()).hexdigest(),
        "encoding": article.encoding,
        "notes": list(article.notes),
        "figures": [_figure(article, figure, states[figure.id], facts.get(figure.id)) for figure in report.figures],
        "relations": [_relation(checked, facts) for checked in report.checked],
        "findings": [_finding(report, finding) for finding in report.findings],
        "suppressed": [_suppressed(report, one) for one in report.suppressed],
        "remarks": [_remark(remark) for remark in report.remarks],
        "coverage": report.coverage(),
        "witnesses": [_heard(one) for one in report.witnesses],
    }


def exact(value: Fraction | None) -> str | None:
    """A number → its exact decimal if it has one, else "a/b"; None stays None."""
    if value is None:
        return None
    rest, places = value.denominator, {2: 0, 5: 0}
    for prime in places:
        while rest % prime == 0:
            rest //= prime
            places[prime] += 1
    decimals = max(places.values())
    if rest != 1 or decimals == 0:
        return str(value)
    digits = str(abs(value.numerator) * 10**decimals // value.denominator).rjust(decimals + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-decimals]}.{digits[-decimals:]}"


def bounds(interval: Interval) -> Plain:
    """An interval → its four fields."""
    return {
        "low": exact(interval.low),
        "high": exact(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _figure(article: Article, figure: Figure, state: State, fact: Fact | None) -> Plain:
    start, end = origin(article, figure.start, figure.end)
    where = place(article, figure.start, figure.end)
    return {
        "id": figure.id,
        "start": start,
        "end": end,
        "line": where.line,
        "column": where.column,
        "text": figure.text,
        "kind": figure.kind,
        "digits": figure.digits,
        "scale": exact(figure.scale),
        "value": exact(figure.value),
        **bounds(figure.loose),
        "unit": figure.unit,
        "hedge": figure.hedge,
        "direction": figure.direction,
        "state": state.state,
        "why": state.why,
        "fact": fact and _fact(fact),
    }


def _fact(fact: Fact) -> Plain:
    return {
        "measure": fact.measure,
        "place": fact.place,
        "period": fact.period,
        "aspect": fact.aspect,
        "basis": fact.basis,
        "modality": fact.modality,
        "links": [{"to": link.to, "as": link.as_} for link in fact.links],
    }


def _relation(checked: Checked, facts: dict[str, Fact]) -> Plain:
    relation = checked.relation
    return {
        "id": relation.id,
        "rule": relation.rule,
        "figures": printed(checked, facts),
        "roles": {role: [shown(name, facts) for name in ids] for role, ids in relation.roles},
        "inferred": relation.inferred,
        "excuse": relation.excuse,
        "verdict": checked.verdict,
        "readings": [{"reading": reading, "verdict": verdict} for reading, verdict in checked.readings],
        "implied": {role: bounds(interval) for role, interval in checked.implied},
        "arithmetic": checked.arithmetic,
        "bound_by": relation.bound_by,
        "formula": relation.formula,
        "words": list(relation.words),
        "models": list(relation.models),
    }


def _heard(one: Heard) -> Plain:
    return {
        "model": one.model,
        "prompt": one.prompt,
        "order": one.order,
        "key": one.key,
        "accepted": one.accepted,
        "known": one.known,
        "dropped": [{"what": drop.what, "why": drop.why} for drop in one.dropped],
        "failure": one.failure or None,
    }


def printed(checked: Checked, facts: dict[str, Fact]) -> list[str]:
    """A relation → the ids of the figures in it, in the order of its roles; what is not printed left out."""
    ids = (name for _, names in checked.relation.roles for name in names)
    return list(dict.fromkeys(shown(name, facts) for name in ids if name in facts and facts[name].figure is not None))


def shown(name: str, facts: dict[str, Fact]) -> str:
    """The id of a fact → that of the figure it is read from, which two may share; its own if nothing is printed."""
    figure = facts[name].figure if name in facts else None
    return name if figure is None else figure.id


def _finding(report: Report, finding: Finding) -> Plain:
    first = next(figure for figure in report.figures if figure.id == finding.figures[0])
    where = place(report.article, first.start, first.end)
    return {
        "id": finding.id,
        "rule": finding.rule,
        "level": finding.level,
        "line": where.line,
        "column": where.column,
        "figures": list(finding.figures),
        "message": finding.message,
        "arithmetic": list(finding.arithmetic),
        "excuse": finding.excuse,
        "suspects": [
            {
                "figure": suspect.figure,
                "repair": suspect.repair,
                "low": suspect.low,
                "high": suspect.high,
                "slip": suspect.slip,
                "rank": suspect.rank,
            }
            for suspect in finding.suspects
        ],
        "proof": [_refutation(one) for one in finding.proof],
        "relations": list(finding.relations),
        "bound_by": finding.bound_by,
        "words": list(finding.words),
        "models": list(finding.models),
    }


def _suppressed(report: Report, one: Suppressed) -> Plain:
    """A finding that somebody answered for → the finding, and who answered what."""
    names = ("by", "verdict", "reason", "place", "evidence", "who", "on", "until")
    return _finding(report, one.finding) | {"suppression": {name: getattr(one, name) for name in names}}


def _remark(remark: Remark) -> Plain:
    return {name: getattr(remark, name) for name in ("state", "finding", "place", "message")}


def _refutation(one: Refutation) -> Plain:
    """The proof for one combination of readings, as it is in the report."""
    steps = [
        {
            "multiplier": exact(step.multiplier),
            "terms": {name: exact(coefficient) for name, coefficient in step.terms},
            "bound": exact(step.bound),
            "strict": step.strict,
            "relation": step.relation,
            "figure": step.figure,
            "at": {name: exact(value) for name, value in step.at},
        }
        for step in one.steps
    ]
    return {"readings": dict(one.readings), "steps": steps}
