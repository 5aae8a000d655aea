"""Reports → text and JSON, each through the template in `reports/` that bears its name.

Templates choose words and order; what they are given is prepared here and in `document` and `excerpt`. The template
engine is imported when the first template is rendered, so a run that has nothing to show never pays for it.
"""


from __future__ import annotations

from checker.article import line_and_column, line_span, origin, position
from checker.color import plain
from checker.column import place
from checker.document import document, printed, shown, to_dict
from checker.excerpt import Mark, excerpt, visible
from checker.finding import BOUND_BY, LEVELS
from checker.format import Format
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.article import Article
    from checker.color import Paint
    from checker.document import Plain
    from checker.finding import Finding, Report, Suppressed
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
        "findings": [
            told(report, finding, verbose=verbose) | {"rows": _rows(report, finding)}
            for finding in by_level(report.findings)
        ],
        "suppressed": [_aside(report, one) for one in report.suppressed] if verbose else [],
        "account": _account(report) if verbose else None,
        "witnesses": witnesses_of(report) if verbose and report.witnesses else "",
    }
    return fill("report.txt", templates, paint=paint, **view)


def headings_of(report: Report, *, paint: Paint = plain) -> str:
    """One report → the first line of each of its findings, as in the text report."""
    findings = [told(report, finding, verbose=False) for finding in by_level(report.findings)]
    return fill("concise.txt", path=visible(report.article.path), findings=findings, paint=paint)


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
        for reading, projections in zip(rule.formulas, pack.projections.get(rule.id, ()), strict=True)
    ]
    from checker.calibration import ENOUGH, of_rule, reads_of, ways_of  # for the manual only

    ways = [(way, held) for way, held in ways_of(rule.id) if held.cases >= ENOUGH]
    docs = dict.fromkeys(DOCS, "") | dict(rule.docs)
    held, read = of_rule(rule.id), reads_of(rule.id)
    return fill("rule.txt", rule=rule, docs=docs, readings=readings, held=held, ways=ways, read=read)


def by_level(findings: Iterable[Finding]) -> list[Finding]:
    """Findings → the same, gravest first, otherwise in their order."""
    return sorted(findings, key=lambda finding: LEVELS.index(finding.level))


def told(report: Report, finding: Finding, *, verbose: bool) -> Plain:
    """A finding → its words, and the line and column of the figure that it is about, as one line each that is safe."""
    figures = {figure.id: figure for figure in report.figures}
    first = figures[finding.figures[0]]
    where = place(report.article, first.start, first.end)
    shown = finding.suspects if verbose else finding.suspects[:_SUSPECTS]
    return {
        "line": where.line,
        "column": where.column,
        "level": finding.level,
        "rule": finding.rule,
        "name": finding.name(),
        "message": visible(finding.message),
        "arithmetic": [visible(step) for step in finding.arithmetic],
        "bound_by": _bound_by(finding),
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


def roles_of(report: Report, finding: Finding) -> dict[str, str]:
    """A finding → figure id → the role the figure has in it, taken first from the rule that the finding names."""
    facts = {fact.id: fact for fact in report.facts}
    involved = set(finding.figures)
    roles: dict[str, str] = {}
    for checked in sorted(report.checked, key=lambda c: (c.relation.rule != finding.rule, c.verdict == "consistent")):
        if involved.issuperset(printed(checked, facts)):
            for role, ids in checked.relation.roles:
                for name in ids:
                    roles.setdefault(shown(name, facts), role)
    return {name: roles[name] for name in finding.figures if name in roles}


def _rows(report: Report, finding: Finding) -> list[str]:
    """A finding → the source lines that hold its figures, with carets."""
    figures = {figure.id: figure for figure in report.figures}
    roles = roles_of(report, finding)
    article = report.article
    spans = [(name, origin(article, figures[name].start, figures[name].end)) for name in finding.figures]
    marks = [Mark(start, end, roles.get(name, "")) for name, (start, end) in spans]
    return excerpt(article.source, marks, _lines(article, marks))


def _aside(report: Report, one: Suppressed) -> Plain:
    """A suppressed finding → what the text report tells of it: the finding's heading, and who answered what."""
    answer = {"verdict": one.verdict, "reason": visible(one.reason), "place": visible(one.place)}
    return told(report, one.finding, verbose=False) | answer


def _lines(article: Article, marks: Iterable[Mark]) -> list[tuple[int, int, int]]:
    """Marks in the source → (number, start, end) of each physical line that they touch, in order, each once."""
    touched: set[int] = set()
    for mark in marks:
        first, last = (line_and_column(article.source, at)[0] for at in (mark.start, mark.end - 1))
        touched.update(range(first, last + 1))
    return [(number, *line_span(article, number)) for number in sorted(touched)]


def _bound_by(finding: Finding) -> Plain | None:
    """A finding → the models that related its figures and the words that they quote; None where the rules did."""
    if finding.bound_by == BOUND_BY[0]:
        return None
    models, words = ([visible(one) for one in some] for some in (finding.models, finding.words))
    return {"who": finding.bound_by, "models": models, "words": words}


def witnesses_of(report: Report) -> str:
    """A report that witnesses were heard on → what was accepted of their statements, and what was not and why."""
    relations = [
        {
            "formula": visible(checked.relation.formula or checked.relation.rule),
            "bound_by": checked.relation.bound_by,
            "verdict": checked.verdict,
            "arithmetic": visible(checked.arithmetic),
            "words": [visible(words) for words in checked.relation.words],
        }
        for checked in report.checked
        if checked.relation.bound_by != BOUND_BY[0]
    ]
    heard = [
        {
            "model": visible(one.model),
            "order": one.order,
            "key": one.key,
            "accepted": one.accepted,
            "known": one.known,
            "failure": visible(one.failure),
            "dropped": [{"what": visible(drop.what), "why": visible(drop.why)} for drop in one.dropped],
        }
        for one in report.witnesses
    ]
    return fill("witness.txt", witnesses=heard, relations=relations)


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
