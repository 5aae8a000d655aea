"""Reports → JUnit's XML: an article is a suite, a relation a test, so that what held is counted as well.

    <testsuite name="a.txt"><testcase name="parts-make-whole: total 84.69 …; part 48.73 …"><failure …>

A finding at or above --fail-on is a failure. One below it has passed, with its words as output; what somebody answered
for and what could not be decided is skipped, and an article that could not be checked is an error.
"""

from __future__ import annotations

from checker.address import slashed
from checker.document import printed
from checker.escape import xml
from checker.excerpt import visible
from checker.finding import LEVELS
from checker.format import Format
from checker.notice import notices
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.document import Plain
    from checker.finding import Checked, Report
    from checker.format import Whole
    from checker.options import Options

_NAME = 200  # code points of a test's name; its figures are in its failure as well
_KINDS = ("failure", "error", "skipped")


def _part(report: Report, options: Options) -> Plain:
    own = _own(report)
    told = [_told(notice, report, own, options) for notice in notices(report)]
    taken = {checked.relation.id for checked in own.values()}
    held = [_held(report, checked) for checked in report.checked if checked.relation.id not in taken]
    remarks = [f"{visible(one.place)}: {visible(one.message)}" for one in report.remarks]
    return _suite(report.article.path, [*told, *held], remarks, report.coverage())


def _close(whole: Whole) -> str:
    suites = [*whole.parts, *(_unread(*problem) for problem in whole.problems)]
    totals = {name: sum(suite["totals"][name] for suite in suites) for name in ("tests", *_KINDS)}
    return xml(fill("junit.xml", suites=suites, totals=totals))


def _suite(path: str, tests: list[Plain], remarks: list[str], coverage: dict[str, int]) -> Plain:
    seen: dict[str, int] = {}
    for test in tests:  # readers of JUnit take two tests of one name for one
        seen[test["name"]] = seen.get(test["name"], 0) + 1
        test["name"] += f" ({seen[test['name']]})" * (seen[test["name"]] > 1)
    totals = {"tests": len(tests)} | {kind: sum(test["kind"] == kind for test in tests) for kind in _KINDS}
    name = visible(slashed(path))
    return {"name": name, "tests": tests, "totals": totals, "remarks": remarks, "coverage": coverage}


def _own(report: Report) -> dict[str, Checked]:
    """A report → finding id → the relation that the finding tells of; a relation belongs to one finding at most."""
    facts = {fact.id: fact for fact in report.facts}
    left = [checked for checked in report.checked if not checked.verdict.startswith("consistent")]
    found: dict[str, Checked] = {}
    for finding in (*report.findings, *(one.finding for one in report.suppressed)):
        for checked in left:
            same = checked.relation.rule == finding.rule
            if same and set(finding.figures).issuperset(printed(checked, facts)):
                found[finding.id] = checked
                left.remove(checked)
                break
    return found


def _told(notice: Plain, report: Report, own: dict[str, Checked], options: Options) -> Plain:
    """A finding → its test."""
    failing = options.fail_on != "never" and LEVELS.index(notice["level"]) <= LEVELS.index(options.fail_on)
    answer, checked = notice["suppression"], own.get(notice["id"])
    message = notice["message"]
    if answer:
        message = f"{answer['by']}, {answer['verdict']} ({answer['place']}): {answer['reason'] or 'no reason given'}"
    figures = "; ".join(figure["text"] for figure in notice["figures"])
    place = f"line {notice['line']}, column {notice['column']}: {notice['message']}"
    return {
        "name": _name(report, checked) if checked else f"{notice['rule']}: {figures}"[:_NAME],
        "kind": "skipped" if answer else "failure" if failing else "passed",
        "type": notice["level"],
        "message": message,
        "text": "\n".join((place, *notice["details"])),
    }


def _held(report: Report, checked: Checked) -> Plain:
    """A relation that no finding tells of → its test: passed if its figures agree, else skipped, and why."""
    arithmetic = visible(checked.arithmetic)
    why = "could not be decided" if checked.verdict == "undecided" else "no finding of its own"
    return {
        "name": _name(report, checked),
        "kind": "passed" if checked.verdict.startswith("consistent") else "skipped",
        "type": checked.verdict,
        "message": f"{why}: {arithmetic}" if arithmetic else why,
        "text": "",
    }


def _unread(path: str, message: str) -> Plain:
    words = visible(message)
    test = {"name": "read and checked", "kind": "error", "type": "not-checked", "message": words, "text": words}
    return _suite(path, [test], [], {})


def _name(report: Report, checked: Checked) -> str:
    """A relation → its rule and the figures of its roles: the same whether it holds or not."""
    texts = {figure.id: visible(figure.text) for figure in report.figures}
    words = [f"{role} {texts[name]}" for role, names in checked.relation.roles for name in names if name in texts]
    return f"{checked.relation.rule}: {'; '.join(words)}"[:_NAME]


JUNIT = Format(_part, _close)
