"""The text reports: findings with their source lines, carets and arithmetic, or in one line each; then the counts.

Template and engine are imported when the first finding is put into words, so a clean run never pays for them.
"""

from __future__ import annotations

from checker.format import Format, Whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.color import Paint
    from checker.finding import Report
    from checker.options import Options


def _part(report: Report, options: Options) -> str:
    verbose = options.verbosity > 0
    if not (report.findings or verbose):
        return ""
    from checker.render import text_of

    return text_of(report, verbose=verbose, paint=_paint(options), templates=options.templates)


def _headings(report: Report, options: Options) -> str:
    if not report.findings:
        return ""
    from checker.render import headings_of

    return headings_of(report, paint=_paint(options))


def _paint(options: Options) -> Paint:
    from checker.color import painted, plain  # where there is something to show

    return painted if options.color == "always" else plain


def _close(whole: Whole) -> str:
    nothing = not (whole.tally.articles or whole.problems)  # all that was named is excluded
    return "" if nothing or whole.options.verbosity < 0 else whole.tally.line() + "\n"


TEXT = FULL = Format(_part, _close, streams=True, exact=False)
CONCISE = Format(_headings, _close, streams=True, exact=False)
