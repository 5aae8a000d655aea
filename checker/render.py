"""Reports → text, JSON and one-file HTML, each through the template in `reports/` that bears its name.

Templates choose words and order; what they are given is prepared here and in `document`, `excerpt` and `page`. The
template engine is imported when the first template is rendered, so a run that has nothing to show never pays for it.
"""

from __future__ import annotations

from checker.article import line_span, position
from checker.color import plain
from checker.document import document, printed, to_dict
from checker.excerpt import Mark, excerpt, visible
from checker.finding import LEVELS
from checker.format import Format
from checker.resources import reports_folder
from checker.summary import STATES, counted, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinja2 import Environment

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


def text_of(report: Report, *, verbose: bool = False, paint: Paint = plain) -> str:
    """One report → its findings with source lines, carets, arithmetic and suspects; with `verbose` every figure."""
    view = {
        "path": visible(report.article.path),
        "findings": [_finding(report, finding, verbose) for finding in by_level(report.findings)],
        "suppressed": [_aside(report, one) for one in report.suppressed] if verbose else [],
        "account": _account(report) if verbose else None,
    }
    return fill("report.txt", paint=paint, **view)


def html_part(report: Report) -> Plain:
    """One report → what its section of the HTML page shows."""
    from checker import page

    return page.view(report, to_dict(report), {finding.id: roles_of(report, finding) for finding in report.findings})


def json_of(entries: Iterable[Plain], problems: Problems = (), pack_hash: str = "") -> str:
    """The entries of reports, unread paths and the hash of the rules → the JSON document."""
    return fill("report.json", **document(entries, problems, pack_hash))


def html_of(parts: Iterable[Plain], summary: str, problems: Problems = (), pack_hash: str = "") -> str:
    """The sections of reports, the last line of the run, unread paths and the rules' hash → one HTML page."""
    from base64 import b64encode
    from hashlib import sha256

    from markupsafe import Markup

    style = fill("report.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    articles = [part | {"key": f"a{number}"} for number, part in enumerate(parts, 1)]
    # The stylesheet holds no word of an article; as Markup it stays byte for byte what the hash was made of.
    view = document(articles, problems, pack_hash) | {"style": Markup(style), "style_hash": digest, "states": STATES}
    return fill("report.html", summary=summary, **view)


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
    marks = [Mark(figures[name].start, figures[name].end, roles.get(name, "")) for name in finding.figures]
    line, column = position(report.article, figures[finding.figures[0]].start)
    shown = finding.suspects if verbose else finding.suspects[:_SUSPECTS]
    return {
        "line": line,
        "column": column,
        "level": finding.level,
        "rule": finding.rule,
        "name": finding.name(),
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


def _aside(report: Report, one: Suppressed) -> Plain:
    figures = {figure.id: figure for figure in report.figures}
    line, column = position(report.article, figures[one.finding.figures[0]].start)
    told = {"name": one.finding.name(), "message": visible(one.finding.message), "verdict": one.verdict}
    return told | {"line": line, "column": column, "reason": visible(one.reason), "place": visible(one.place)}


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


def _section(report: Report, _options: Options) -> Plain:
    return html_part(report)


def _json(whole: Whole) -> str:
    return json_of(whole.parts, whole.problems, whole.pack_hash)


def _html(whole: Whole) -> str:
    return html_of(whole.parts, whole.tally.line(), whole.problems, whole.pack_hash)


JSON = Format(_entry, _json)
HTML = Format(_section, _html)
