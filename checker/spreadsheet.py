"""Reports → CSV for a spreadsheet: a row for each finding, its first suspect beside it.

Those that somebody answered for have "suppressed_by" filled, and what could not be checked is a row of the level
"problem". It opens with a byte order mark, without which Excel takes UTF-8 for the alphabet of the machine.
"""

from __future__ import annotations

from checker.address import slashed
from checker.format import Format
from checker.notice import notices
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.document import Plain
    from checker.finding import Report
    from checker.format import Whole
    from checker.options import Options

COLUMNS = (
    *("path", "line", "column", "level", "rule", "id", "message", "figures", "suspect", "as_likely", "low", "high"),
    *("repair", "excuse", "arithmetic", "suppressed_by", "reason"),
)
_BETWEEN = " | "


def _part(report: Report, _options: Options) -> list[Plain]:
    return [_row(notice) for notice in notices(report)]


def _close(whole: Whole) -> str:
    rows = [row for part in whole.parts for row in part]
    rows += [{"path": slashed(path), "level": "problem", "message": message} for path, message in whole.problems]
    cells = [[row.get(name, "") for name in COLUMNS] for row in rows]
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + fill("report.csv", rows=[COLUMNS, *cells])


def _row(notice: Plain) -> Plain:
    first, *others = notice["suspects"] or [{}]
    answer = notice["suppression"] or {}
    return notice | {
        "path": slashed(notice["path"]),
        "figures": _BETWEEN.join(figure["text"] for figure in notice["figures"]),
        "suspect": first.get("text", ""),
        "as_likely": _BETWEEN.join(other["text"] for other in others if other["rank"] == first["rank"]),
        **{name: first.get(name) for name in ("low", "high", "repair")},
        "arithmetic": _BETWEEN.join(notice["arithmetic"]),
        "suppressed_by": answer.get("by", ""),
        "reason": answer.get("reason", ""),
    }


CSV = Format(_part, _close)
