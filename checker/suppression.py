"""A report → the same, with the findings that somebody answered for set aside, each with who answered what.

Three may answer: a mark in the article itself, a decision in a file beside the article, and a baseline of findings that
were there before the gate. Nothing of it is hidden: every format tells what is suppressed, and by whom.
"""

from __future__ import annotations

import os

from checker.article import line_and_column
from checker.aside import aside, firm
from checker.errors import CheckerError
from checker.finding import Remark, Suppressed
from checker.record import replace
from checker.selection import rules_named, unknown
from checker.source import sidecars

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.article import Article, Exemption
    from checker.finding import Report
    from checker.options import Options
    from checker.rule import Rule

    Problem = tuple[str, str]


def answered(report: Report, options: Options, rules: tuple[Rule, ...]) -> tuple[Report, tuple[Problem, ...]]:
    """A report, the run's options and rules → the report with its suppressed findings and remarks, and problems.

    What cannot be read silences nothing and hides nothing else: the problem (place, message) comes beside the report.
    """
    report, problems = _marked(report, options, rules)
    for step in (_decided, _known):
        # A finding whose mark or decision cannot be read is no old debt: nothing of it goes into a baseline.
        if problems:
            options = replace(options, fail_on="never")
        try:
            report = step(report, options)
        except CheckerError as error:
            problems.append((error.place or report.article.path, error.message))
    return report, tuple(problems)


def _marked(report: Report, options: Options, rules: tuple[Rule, ...]) -> tuple[Report, list[Problem]]:
    """The findings whose first figure stands where the article itself says that their rule is to leave it alone."""
    article = report.article
    problems = [(_place(article, at), message) for message, at in article.faults]
    starts = {figure.id: figure.start for figure in report.figures}
    silenced, remarks = [], []
    for mark in article.exemptions:
        place = _place(article, mark.at)
        try:
            named = _named(mark, rules, place)
        except CheckerError as error:
            problems.append((error.place, error.message))
            continue
        inside = [one for one in report.findings if mark.start <= starts[one.figures[0]] < mark.end]
        for name, ids in named.items():
            here = [one for one in inside if one.rule in ids]
            for one in here:
                if one.rule in options.unsuppressable:
                    remarks.append(Remark("open", one.name(), place, firm(one)))
                else:
                    silenced.append(Suppressed(one, "mark", "ignored", mark.reason, place))
            if not here and all(map(report.ran, ids)):
                remarks.append(Remark("unused", name, place, f"no finding of {name} stands here; delete the mark"))
    return aside(report, silenced, remarks), problems


def _named(mark: Exemption, rules: tuple[Rule, ...], place: str) -> dict[str, set[str]]:
    """A mark → each name in it, as in settings, with the ids of the rules that it means; an error if it means none."""
    named = {name: {rule.id for rule in rules_named(name, rules)} for name in mark.rules}
    for name, ids in named.items():
        if not ids:
            raise unknown(name, rules, place)
    return named


def _place(article: Article, at: int) -> str:
    """An article and an offset into its source → the file and the line."""
    return f"{article.path}:{line_and_column(article.source, at)[0]}"


def _decided(report: Report, options: Options) -> Report:
    """Where there is no file of decisions, nothing but its name is tried."""
    path = report.article.path
    if path in ("", "-") or not any(map(os.path.exists, sidecars(path))):
        return report
    from checker.decision import on_article
    from checker.standing import standings

    silenced, remarks = [], []
    for one in standings(report, on_article(path), options):
        told = one.decision
        if one.state == "used" and one.finding is not None:
            words = (told.verdict, told.reason, told.place, told.evidence, told.by, told.on, told.until)
            silenced.append(Suppressed(one.finding, "decision", *words))
        elif one.state != "unasked":
            remarks.append(Remark(one.state, told.finding, told.place, one.message))
    return aside(report, silenced, remarks)


def _known(report: Report, options: Options) -> Report:
    if options.baseline is None:
        return report
    from checker.baseline import known

    return known(report, options)
