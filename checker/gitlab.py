"""Reports → GitLab's code quality report: a list of issues.

It has no state for what somebody answered for, so suppressed findings are left out, as if they had been mended. What
could not be checked is an issue of its own.
"""

from __future__ import annotations

from checker.address import relative, spot
from checker.excerpt import visible
from checker.format import Format
from checker.notice import notices, open_notices
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.document import Plain
    from checker.finding import Report
    from checker.format import Whole
    from checker.options import Options

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}
_PROBLEM = "critical"


def _part(report: Report, _options: Options) -> list[Plain]:
    return [_issue(notice) for notice in open_notices(notices(report))]


def _close(whole: Whole) -> str:
    issues = [issue for part in whole.parts for issue in part]
    return fill("gitlab.json", issues=issues + [_problem(*problem) for problem in whole.problems])


def _issue(notice: Plain) -> Plain:
    place, path = notice["place"], relative(notice["path"])
    return {
        "description": "; ".join((notice["message"], *notice["arithmetic"])),
        "check_name": notice["rule"],
        "fingerprint": fingerprint(path, notice["rule"], notice["id"]),
        "severity": SEVERITIES[notice["level"]],
        "location": {"path": path, "lines": {"begin": place.line, "end": place.end_line}},
    }


def _problem(path: str, message: str) -> Plain:
    file, line = spot(path)
    return {
        "description": f"could not be checked: {visible(message)}",
        "check_name": "not-checked",
        "fingerprint": fingerprint(file, "not-checked", message),
        "severity": _PROBLEM,
        "location": {"path": file, "lines": {"begin": line or 1}},
    }


def fingerprint(*parts: str) -> str:
    """What makes an issue this one and no other, no line number among it → 32 hexadecimal digits."""
    from hashlib import sha256

    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


GITLAB = Format(_part, _close)
