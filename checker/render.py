"""Reports → text, JSON and one-file HTML, each through the template in `reports/` that bears its name.

Templates choose words and order; what they are given is prepared here and in `document`, `excerpt` and `page`. The
template engine is imported when the first template is rendered, so a run that has nothing to show never pays for it.
"""

from __future__ import annotations

from checker.article import line_span, origin, place, position
from checker.document import document, printed
from checker.excerpt import Mark, excerpt, visible
from checker.finding import LEVELS
from checker.resources import reports_folder
from checker.summary import STATES, counted, listed, summary_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jinja2 import Environment

    from checker.article import Article
    from checker.document import Plain
    from checker.finding import Finding, Report
    from checker.pack import Pack
    from checker.rule import Rule

    Paint = Callable[[str, str], str]
    Problems = Iterable[tuple[str, str]]

DOCS = ("what", "why", "known_problems", "reference")
SLIPS = {
    "transposition": "two digits swapped",
    "dropped-digit": "a digit dropped",
    "doubled-digit": "a digit doubled",
    "extra-digit": "a digit too many",
    "digit": "one digit wrong",
    "decimal-point": "decimal point moved",
    "scale": "wrong scale word",
    "sign": "up and down confused",
    "unit": "percent and points confused",
}
_SUSPECTS = 3  # shown without -v; the rest is counted
_engines: list[Environment] = []


def plain(text: str, _style: str) -> str:
    """Text and the name of a style → the text without colour."""
    return text


def text_of(report: Report, *, verbose: bool = False, paint: Paint = plain) -> str:
    """One report → its findings with source lines, carets, arithmetic and suspects; with `verbose` every figure."""
    view = {
        "path": visible(report.article.path),
        "findings": [_finding(report, finding, verbose) for finding in by_level(report.findings)],
        "account": _account(report) if verbose else None,
    }
    return fill("report.txt", paint=paint, **view)


def json_of(reports: Sequence[Report], problems: Problems = (), pack_hash: str = "") -> str:
    """Reports, unread paths and the hash of the rules → the JSON document."""
    return fill("report.json", **document(reports, problems, pack_hash))


def html_of(reports: Sequence[Report], problems: Problems = (), pack_hash: str = "") -> str:
    """Reports, unread paths and the hash of the rules → one HTML page that needs nothing else."""
    from base64 import b64encode
    from hashlib import sha256

    from markupsafe import Markup

    from checker import page

    style = fill("report.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    whole = document(reports, problems, pack_hash)
    articles = [
        page.view(number, report, entry, {finding.id: roles_of(report, finding) for finding in report.findings})
        for number, (report, entry) in enumerate(zip(reports, whole["articles"], strict=True), 1)
    ]
    # The stylesheet holds no word of an article; as Markup it stays byte for byte what the hash was made of.
    view = whole | {"articles": articles, "style": Markup(style), "style_hash": digest, "states": STATES}
    return fill("report.html", summary=summary_line(reports), **view)


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


def fill(name: str, **view: object) -> str:
    """The name of a template and what it shows → the filled template."""
    if not _engines:
        _engines.append(_engine())
    return _engines[0].get_template(name).render(view)


def by_level(findings: Iterable[Finding]) -> list[Finding]:
    """Findings → the same, gravest first, otherwise in their order."""
    return sorted(findings, key=lambda finding: LEVELS.index(finding.level))


def range_words(suspect: Plain) -> str:
    """A suspect's fields → where the other figures say it should lie; "" if that is told by what would fit alone."""
    low, high = suspect["low"], suspect["high"]
    if low is None or high is None:
        ends = [f"at least {low}"] * (low is not None) + [f"at most {high}"] * (high is not None)
        if not ends:
            return "" if suspect["repair"] is not None else "the other figures leave it open"
        return f"should be {ends[0]}"
    return f"should be {low}" if low == high else f"should lie between {low} and {high}"


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


def _engine() -> Environment:
    from json import dumps

    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    engine = Environment(
        loader=FileSystemLoader(reports_folder()),
        autoescape=select_autoescape(enabled_extensions=("html",), default_for_string=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # The built-in filter escapes for HTML, which no template of ours puts JSON into, and would print ' as \u0027.
    engine.filters["tojson"] = lambda value: dumps(value, ensure_ascii=False)
    engine.filters["counted"] = counted
    engine.filters["listed"] = listed
    # Functions rather than macros of a shared template: what a macro returns counts as escaped, whatever it was given.
    engine.filters["range"] = range_words
    engine.filters["slip"] = lambda slip: SLIPS.get(slip, slip.replace("-", " "))
    return engine


def _finding(report: Report, finding: Finding, verbose: bool) -> Plain:
    figures = {figure.id: figure for figure in report.figures}
    roles = roles_of(report, finding)
    article = report.article
    spans = [(name, origin(article, figures[name].start, figures[name].end)) for name in finding.figures]
    marks = [Mark(start, end, roles.get(name, "")) for name, (start, end) in spans]
    line, column = place(article.source, marks[0].start)
    shown = finding.suspects if verbose else finding.suspects[:_SUSPECTS]
    return {
        "line": line,
        "column": column,
        "level": finding.level,
        "rule": finding.rule,
        "message": visible(finding.message),
        "rows": excerpt(article.source, marks, _lines(article, marks)),
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
    """Marks in the source → (number, start, end) of each physical line that they touch, in order, each once."""
    touched: set[int] = set()
    for mark in marks:
        touched.update(range(place(article.source, mark.start)[0], place(article.source, mark.end - 1)[0] + 1))
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
