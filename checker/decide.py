"""An article and what somebody says to its findings → its file of decisions.

This is what `crossfoot decide` does, without the asking; a page that is reviewed in a browser does the same.
"""

from __future__ import annotations

import os

from checker.clock import today
from checker.decision import Decision, enter, on_article, read, withdraw
from checker.decisiontoml import SUFFIX
from checker.desk import Desk
from checker.errors import CheckerError, nearest
from checker.excerpt import visible
from checker.record import record, replace
from checker.selection import named_rules, resolved
from checker.source import Source
from checker.standing import standings
from checker.suppression import answered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.finding import Finding, Report
    from checker.options import Options
    from checker.standing import Standing


@record(frozen=True, slots=True)
class Docket:
    """An article to decide on: the report with all its findings, and those that nobody has answered for."""

    article: str
    options: Options
    report: Report
    waiting: tuple[Finding, ...]


def docket(article: str, options: Options) -> Docket:
    """The path of an article → what there is to decide; an error where decisions cannot stand or be read."""
    if article == "-":
        raise CheckerError("a decision stands beside its article; save the text and name the file", article)
    if os.path.isdir(article):
        raise CheckerError("this is a folder; name one article", article)
    from checker.pack import load_pack

    pack = load_pack(options.rules)
    options = resolved(options, pack)
    report = Desk(options, pack, ()).checked(Source(article))
    left, problems = answered(report, options, named_rules(pack))
    for place, message in problems:
        raise CheckerError(message, place)
    return Docket(article, options, report, left.findings)


def named(case: Docket, name: str) -> Finding:
    """ "RULE:ID" → that finding of the article, or an error with those that it has."""
    there = {finding.name(): finding for finding in case.report.findings}
    if name not in there:
        found = nearest(name, tuple(there)) if there else "it has none"
        raise CheckerError(f'no finding is named "{name}"; {found}', case.article)
    return there[name]


def decision_on(case: Docket, finding: Finding, verdict: str, reason: str, **more: str) -> Decision:
    """A finding, a verdict, the reason and what else was said → the decision, of today."""
    words = {key: value.strip() for key, value in more.items()}
    figures = case.report.words(finding)
    return Decision(finding.name(), figures, verdict, reason.strip(), on=today(case.options.today), **words)


def before(case: Docket, finding: Finding) -> str:
    """A finding → what was decided on it and does not hold, or ""."""
    there = (one for one in standing(case) if one.finding == finding)
    return next((visible(f"{one.state}: {one.message} ({one.decision.reason})") for one in there), "")


def standing(case: Docket) -> tuple[Standing, ...]:
    """The article → how each decision on it stands."""
    return standings(case.report, on_article(case.article), case.options)


def listing(case: Docket) -> str:
    """The article → its decisions and their states, a line each."""
    from checker.template import fill

    rows = [
        {"state": one.state, "place": visible(one.decision.place), "message": visible(one.message)}
        | {name: visible(getattr(one.decision, name)) for name in ("finding", "verdict", "reason")}
        for one in standing(case)
    ]
    return fill("decisions.txt", rows=rows, path=visible(case.article))


def prune(case: Docket) -> tuple[Standing, ...]:
    """The article → its decisions that hold for nothing any more, removed."""
    gone = tuple(one for one in standing(case) if one.state in ("unused", "lapsed"))
    withdraw(case.article, [one.decision for one in gone])
    return gone


def merge(article: str, path: str) -> Iterator[tuple[str, Decision]]:
    """An article and another file of decisions → each decision: added, replaced, there or foreign."""
    name = os.path.basename(article)
    about = os.path.basename(path).removesuffix(SUFFIX) if path.endswith(SUFFIX) else ""
    there = {one.finding: _bare(one) for one in on_article(article)}
    for one in read(path):
        if (one.article or about or name) != name:
            yield "foreign", one
        elif there.get(one.finding) == _bare(one):
            yield "there", one
        else:
            enter(article, one)
            yield "replaced" if one.finding in there else "added", one


def _bare(one: Decision) -> Decision:
    return replace(one, article="", place="")
