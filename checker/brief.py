"""Reports → Markdown for a comment, a job summary or a mail: findings, what was set aside, what was not checked.

The section of an article is written where the article was checked; at the end those with the gravest findings come
first. Nothing of an article is taken for Markdown.
"""

from __future__ import annotations

from checker.address import slashed
from checker.column import OURS, place
from checker.excerpt import visible
from checker.finding import LEVELS
from checker.format import Format
from checker.notice import notices
from checker.summary import STATES
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.document import Plain
    from checker.finding import Report
    from checker.format import Whole
    from checker.options import Options


_NAMED = 100  # problems, where room is short


def section(report: Report) -> Plain:
    """A report → its section, and where it comes among the others: 0 for those with errors."""
    worst = report.worst()
    found = notices(report)
    view = {
        "path": visible(slashed(report.article.path)),
        "findings": [notice for notice in found if not notice["suppression"]],
        "suppressed": [notice for notice in found if notice["suppression"]],
        "remarks": [{"place": visible(one.place), "message": visible(one.message)} for one in report.remarks],
        "notes": [visible(note) for note in report.article.notes],
        "coverage": report.coverage(),
        "states": STATES,
        "unchecked": _unchecked(report),
    }
    return {"rank": LEVELS.index(worst) if worst else len(LEVELS), "text": fill("article.md", **view)}


def brief(sections: list[Plain], whole: Whole, room: int | None = None) -> str:
    """Sections and the run → the Markdown; of what would not go into `room` bytes, only how much it is."""
    texts = [str(part["text"]) for part in sorted(sections, key=lambda part: int(part["rank"]))]
    problems = [(visible(slashed(path)), visible(message)) for path, message in whole.problems]
    shown, named = (texts, problems) if room is None else (_fitting(texts, room), problems[:_NAMED])
    left = {"article": len(texts) - len(shown), "problem": len(problems) - len(named)}
    return fill("report.md", summary=whole.tally.line(), sections=shown, problems=named, left=left)


def _fitting(texts: list[str], room: int) -> list[str]:
    """Texts, the most important first, → those that go into so many bytes; a long one makes way for shorter ones."""
    kept = []
    for text in texts:
        size = len(text.encode("utf-8", "replace"))
        if size <= room:
            room -= size
            kept.append(text)
    return kept


def _unchecked(report: Report) -> list[Plain]:
    why = {state.figure: state.why for state in report.states if state.state == "unchecked"}
    return [
        {
            "place": place(report.article, figure.start, figure.end, OURS),
            "text": visible(figure.text),
            "why": visible(why[figure.id]),
        }
        for figure in report.figures
        if figure.id in why
    ]


def _part(report: Report, _options: Options) -> Plain:
    return section(report)


def _close(whole: Whole) -> str:
    return brief(list(whole.parts), whole)


MARKDOWN = Format(_part, _close)
