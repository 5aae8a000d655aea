"""The text report: findings with their source lines, carets and arithmetic, and one line at the end that counts them.

Template and engine are imported when the first finding is put into words, so a clean run never pays for them.
"""

from __future__ import annotations

from checker.color import painted, plain
from checker.format import Format, Whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.finding import Report
    from checker.options import Options


def _part(report: Report, options: Options) -> str:
    verbose = options.verbosity > 0
    if not (report.findings or verbose):
        return ""
    from checker.render import text_of

    paint = painted if options.color == "always" else plain
    return text_of(report, verbose=verbose, paint=paint, templates=options.templates)


def _close(whole: Whole) -> str:
    return whole.tally.line() + "\n" if whole.options.verbosity >= 0 else ""


TEXT = Format(_part, _close, streams=True, exact=False)
