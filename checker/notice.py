"""A report → its notices: findings as plain dicts, gravest first, those that somebody answered for after them.

    {"level": "error", "rule": "parts-make-whole", "message": …, "place": Place(3, 58, 3, 78), "details": […], …}

What the reports for other programs have in common is prepared here once; each of them takes what it has room for.
All words are safe to show: nothing in them can steer a terminal or break a line.
"""

from __future__ import annotations

from checker.color import plain
from checker.column import OURS, place
from checker.excerpt import visible
from checker.finding import LEVELS
from checker.render import by_level, roles_of, told
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.column import Convention
    from checker.document import Plain
    from checker.finding import Finding, Report, Suppressed


def notices(report: Report, convention: Convention = OURS) -> list[Plain]:
    """A report and how places are counted → its notices."""
    found = [_notice(report, finding, convention) for finding in by_level(report.findings)]
    for level in LEVELS:
        for one in report.suppressed:
            if one.finding.level == level:
                found.append(_notice(report, one.finding, convention) | {"suppression": _answer(one)})
    return found


def open_notices(notices: list[Plain]) -> list[Plain]:
    """Notices → those that nobody has answered for."""
    return [notice for notice in notices if notice["suppression"] is None]


def _notice(report: Report, finding: Finding, convention: Convention) -> Plain:
    figures = {figure.id: figure for figure in report.figures}
    roles = roles_of(report, finding)
    words = told(report, finding, verbose=True)
    return words | {
        "suppression": None,
        "id": finding.id,
        "path": report.article.path,
        "place": place(report.article, figures[finding.figures[0]].start, figures[finding.figures[0]].end, convention),
        "figures": [
            {
                "text": visible(figures[name].text),
                "role": roles.get(name, ""),
                "start": figures[name].start,
                "place": place(report.article, figures[name].start, figures[name].end, convention),
            }
            for name in finding.figures
        ],
        "details": [line.strip() for line in fill("details.txt", finding=words, paint=plain).splitlines()],
    }


def _answer(one: Suppressed) -> Plain:
    names = ("by", "verdict", "reason", "place", "evidence", "who", "on", "until")
    return {name: visible(getattr(one, name)) for name in names}
