"""Reports → JSON Lines: an object a line, the entry of each article as soon as it is there, and the run at the end.

{"type": "article", "path": "a.txt", …}      the entry of the JSON contract
{"type": "run", "schema": "crossfoot/1", …}  what could not be checked, and the counts
"""

from __future__ import annotations

from checker.document import document, to_dict
from checker.format import Format
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.finding import Report
    from checker.format import Whole
    from checker.options import Options


def _line(report: Report, _options: Options) -> str:
    return fill("report.jsonl", line={"type": "article"} | to_dict(report))


def _last(whole: Whole) -> str:
    run = document((), whole.problems, whole.pack_hash)
    del run["articles"]
    return fill("report.jsonl", line={"type": "run"} | run | {"summary": whole.tally.counts()})


JSONL = Format(_line, _last, streams=True)
