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
from checker.source import sidecars

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.finding import Report
    from checker.options import Options

    Problem = tuple[str, str]


def answered(report: Report, options: Options) -> tuple[Report, tuple[Problem, ...]]:
    """A report and what the run was asked to do → the report with its suppressed findings and remarks, and problems.

    What cannot be read silences nothing and hides nothing else: the problem (place, message) comes beside the report.
    """
    problems = []
    for step in (_marked, _decided, _known):
        try:
            report = step(report, options)
        except CheckerError as error:
            problems.append((error.place or report.article.path, error.message))
            # A finding whose decision cannot be read is no old debt: nothing of it goes into a baseline.
            options = replace(options, fail_on="never")
    return report, tuple(problems)


def _marked(report: Report, options: Options) -> Report:
    """The findings whose first figure stands where the article itself says that their rule is to leave it alone."""
    article = report.article
    starts = {figure.id: figure.start for figure in report.figures}
    silenced, remarks = [], []
    for mark in article.exemptions:
        place = f"{article.path}:{line_and_column(article.source, mark.at)[0]}"
        inside = [one for one in report.findings if mark.start <= starts[one.figures[0]] < mark.end]
        for rule in mark.rules:
            here = [one for one in inside if one.rule == rule]
            if rule in options.unsuppressable:
                remarks += [Remark("open", one.name(), place, firm(one)) for one in here]
            else:
                silenced += [Suppressed(one, "mark", "ignored", mark.reason, place) for one in here]
            if not here:
                remarks.append(Remark("unused", rule, place, f"no finding of {rule} stands here; delete the mark"))
    return aside(report, silenced, remarks)


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
