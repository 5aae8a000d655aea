"""Reports → text and JSON, each through the template in `reports/` that bears its name.

Templates choose words and order; what they are given is prepared here and in `document` and `excerpt`. The template
engine is imported when the first template is rendered, so a run that has nothing to show never pays for it.
"""

from __future__ import annotations

from checker.article import line_span, position
from checker.color import plain
from checker.document import document, printed, to_dict
from checker.excerpt import Mark, excerpt, visible
from checker.finding import LEVELS
from checker.format import Format
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.article import Article
    from checker.color import Paint
    from checker.document import Plain
    from checker.finding import Finding, Report
    from checker.format import Whole
    from checker.options import Options
    from checker.pack import Pack
    from checker.rule import Rule

    Problems = Iterable[tuple[str, str]]

DOCS = ("what", "why", "known_problems", "reference")
_SUSPECTS = 3  # shown without -v; the rest is counted


def text_of(report: Report, *, verbose: bool = False, paint: Paint = plain, templates: str | None = None) -> str:
    """One report → its findings with source lines, carets, arithmetic and suspects; with `verbose` every figure."""
    view = {
        "path": visible(report.article.path),
        "findings": [_finding(report, finding, verbose) for finding in by_level(report.findings)],
        "account": _account(report) if verbose else None,
    }
    return fill("report.txt", templates, paint=paint, **view)


def json_of(entries: Iterable[Plain], problems: Problems = (), pack_hash: str = "") -> str:
    """The entries of reports, unread paths and the hash of the rules → the JSON document."""
    return fill("report.json", **document(entries, problems, pack_hash))


def rules_of(rules: Sequence[Rule], form: str) -> str:
    """Rules with their docs and "text" or "json" → the list of them."""
    rows = [
        {
            "id": rule.id,
            "family": rule.family,
            "code": rule.code,
            "severity": rule.severity,
            "what": " ".join(dict(rule.docs).get("what", "").split()),
        }
        for rule in rules
    ]
    return fill("rules.json" if form == "json" else "rules.txt", rules=rows)


def rule_of(rule: Rule, pack: Pack) -> str:
    """A rule with its docs, and the pack for its solved formulas → its manual page."""
    readings = [
        {
            "name": reading.name,
            "comparisons": reading.comparisons,
            "solved": list(dict.fromkeys(f"{p.role} {p.text}" for p in projections if p.text)),
        }
        for reading, projections in zip(rule.formulas, pack.projections[rule.id], strict=True)
    ]
    from checker.calibration import ENOUGH, of_rule, ways_of  # for the manual only

    ways = [(way, held) for way, held in ways_of(rule.id) if held.cases >= ENOUGH]
    docs = dict.fromkeys(DOCS, "") | dict(rule.docs)
    return fill("rule.txt", rule=rule, docs=docs, readings=readings, held=of_rule(rule.id), ways=ways)


def by_level(findings: Iterable[Finding]) -> list[Finding]:
    """Findings → the same, gravest first, otherwise in their order."""
    return sorted(findings, key=lambda finding: LEVELS.index(finding.level))


def roles_of(report: Report, finding: Finding) -> dict[str, str]:
    """A finding → figure id → the role the figure has in it, taken first from the rule that the finding names."""
    facts = {fact.id: fact for fact in report.facts}
    involved = set(finding.figures)
    roles: dict[str, str] = {}
    for checked in sorted(report.checked, key=lambda c: (c.relation.rule != finding.rule, c.verdict == "consistent")):
        if involved.issuperset(printed(checked, facts)):
            for role, ids in checked.relation.roles:
                for name in ids:
                    roles.setdefault(name, role)
    return {name: roles[name] for name in finding.figures if name in roles}


def _finding(report: Report, finding: Finding, verbose: bool) -> Plain:
    figures = {figure.id: figure for figure in report.figures}
    roles = roles_of(report, finding)
    marks = [Mark(figures[name].start, figures[name].end, roles.get(name, "")) for name in finding.figures]
    line, column = position(report.article, figures[finding.figures[0]].start)
    shown = finding.suspects if verbose else finding.suspects[:_SUSPECTS]
    return {
        "line": line,
        "column": column,
        "level": finding.level,
        "rule": finding.rule,
        "message": visible(finding.message),
        "rows": excerpt(report.article.text, marks, _lines(report.article, marks)),
        "arithmetic": [visible(step) for step in finding.arithmetic],
        "excuse": finding.excuse and visible(finding.excuse),
        "suspects": [
            {
                "text": visible(figures[suspect.figure].text),
                "low": suspect.low,
                "high": suspect.high,
                "repair": suspect.repair and visible(suspect.repair),
                "slip": suspect.slip,
                "rank": suspect.rank,
            }
            for suspect in shown
        ],
        "more_suspects": len(finding.suspects) - len(shown),
    }


def _lines(article: Article, marks: Iterable[Mark]) -> list[tuple[int, int, int]]:
    """Marks → (number, start, end) of each physical line that they touch, in order, each once."""
    touched: set[int] = set()
    for mark in marks:
        touched.update(range(position(article, mark.start)[0], position(article, mark.end - 1)[0] + 1))
    return [(number, *line_span(article, number)) for number in sorted(touched)]


def _account(report: Report) -> Plain:
    states = {state.figure: state for state in report.states}
    rows = [
        {
            "place": "{}:{}".format(*position(report.article, figure.start)),
            "state": states[figure.id].state,
            "text": visible(figure.text[:60]),
            "why": visible(states[figure.id].why),
        }
        for figure in report.figures
    ]
    relations = [
        {"rule": checked.relation.rule, "verdict": checked.verdict, "arithmetic": visible(checked.arithmetic)}
        for checked in report.checked
    ]
    return {"figures": rows, "relations": relations}


def _entry(report: Report, _options: Options) -> Plain:
    return to_dict(report)


def _json(whole: Whole) -> str:
    return json_of(whole.parts, whole.problems, whole.pack_hash)


JSON = Format(_entry, _json)
