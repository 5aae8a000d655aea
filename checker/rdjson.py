"""Reports → reviewdog's diagnostics, which it passes on to the reviews of several forges.

Columns are UTF-8 bytes, as reviewdog counts, and messages are Markdown, since it puts them into comments as they are.
A diagnostic has no state for what somebody answered for, so suppressed findings are left out.
"""

from __future__ import annotations

from checker.address import relative, spot
from checker.column import RDJSON as BYTES
from checker.escape import markdown
from checker.excerpt import visible
from checker.format import Format
from checker.notice import notices, open_notices
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.column import Place
    from checker.document import Plain
    from checker.finding import Report
    from checker.format import Whole
    from checker.options import Options

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def _part(report: Report, _options: Options) -> list[Plain]:
    return [_diagnostic(notice) for notice in open_notices(notices(report, BYTES))]


def _close(whole: Whole) -> str:
    diagnostics = [diagnostic for part in whole.parts for diagnostic in part]
    return fill("rdjson.json", diagnostics=diagnostics + [_problem(*problem) for problem in whole.problems])


def _diagnostic(notice: Plain) -> Plain:
    path = relative(notice["path"])
    first, *others = notice["figures"]
    return {
        "message": "\n- ".join(map(markdown, (notice["message"], *notice["details"]))),
        "location": _location(path, first["place"]),
        "severity": SEVERITIES[notice["level"]],
        "code": {"value": notice["rule"]},
        "related_locations": [
            {"message": markdown(_called(other)), "location": _location(path, other["place"])} for other in others
        ],
    }


def _called(figure: Plain) -> str:
    return f"{figure['role']} {figure['text']}".strip()


def _location(path: str, place: Place) -> Plain:
    start, end = {"line": place.line, "column": place.column}, {"line": place.end_line, "column": place.end_column}
    return {"path": path, "range": {"start": start, "end": end}}


def _problem(path: str, message: str) -> Plain:
    file, line = spot(path)
    at = {"line": line, "column": 1}
    where = {"range": {"start": at, "end": at}} if line else {}
    return {
        "message": f"could not be checked: {markdown(visible(message))}",
        "location": {"path": file, **where},
        "severity": "ERROR",
    }


RDJSON = Format(_part, _close)
