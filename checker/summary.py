"""Reports → the last line of a run: what was found, in how many articles, and what became of every figure.

    No contradiction found in 1 article; 22 figures: 15 checked, 3 implied, 3 unchecked, 1 ignored.

Plain Python, since a clean run prints nothing else and must not wait for a template engine.
"""

from __future__ import annotations

from checker.finding import LEVELS, Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

STATES = ("checked", "implied", "unchecked", "ignored")


class Tally:
    """Reports one by one → the counts of the last line, so that no report has to be kept for it."""

    def __init__(self) -> None:
        self.articles = 0
        self.touched = 0
        self.suppressed = 0
        self.levels = dict.fromkeys(LEVELS, 0)
        self.coverage = dict.fromkeys(("figures", *STATES), 0)

    def add(self, report: Report) -> None:
        """Count one report."""
        self.articles += 1
        self.touched += bool(report.findings)
        self.suppressed += len(report.suppressed)
        for finding in report.findings:
            self.levels[finding.level] += 1
        for name, count in report.coverage().items():
            self.coverage[name] += count

    def merge(self, other: Tally) -> None:
        """Add what another tally has counted."""
        self.articles += other.articles
        self.touched += other.touched
        self.suppressed += other.suppressed
        for mine, theirs in ((self.levels, other.levels), (self.coverage, other.coverage)):
            for name, count in theirs.items():
                mine[name] += count

    def counts(self) -> dict[str, object]:
        """The counts → plain, for reports that other programs read."""
        return {
            "articles": self.articles,
            "articles_with_findings": self.touched,
            "findings": dict(self.levels),
            "suppressed": self.suppressed,
            "coverage": dict(self.coverage),
        }

    def line(self) -> str:
        """The counts → one sentence."""
        if not self.articles:
            return "No article was checked."
        figures = f"{counted(self.coverage['figures'], 'figure')}"
        states = ", ".join(f"{self.coverage[state]} {state}" for state in STATES)
        aside = f"; {counted(self.suppressed, 'finding')} suppressed" if self.suppressed else ""
        return f"{self._found()}; {figures}{': ' + states if self.coverage['figures'] else ''}{aside}."

    def _found(self) -> str:
        levels = [counted(count, level) for level, count in self.levels.items() if count]
        if not levels:
            return f"No contradiction found in {counted(self.articles, 'article')}"
        where = f"{self.touched} of " if self.articles > 1 else ""
        return f"Found {listed(levels)} in {where}{counted(self.articles, 'article')}"


def tally_of(reports: Iterable[Report]) -> Tally:
    """Reports → their counts."""
    tally = Tally()
    for report in reports:
        tally.add(report)
    return tally


def counted(count: int, noun: str) -> str:
    """A count and a noun → "1 error", "2 errors"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def listed(words: list[str]) -> str:
    """Words → "one, two and three"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
