"""Decisions and the report they are about → how each of them stands.

    used     its finding is there, with the figures as they were decided: the finding is silenced
    open     its finding is there and is not silenced: a source is still needed, or it was said to be fixed
    expired  its finding is there, and the last day of the decision has passed
    lapsed   its finding is gone, and one of the same rule is there whose figures differ in their digits only
    unused   its finding is gone
    unasked  its finding is not there, and its rule did not run: nobody knows

A decision is bound to figures as they are printed. Whoever changes a figure asks the question anew.
"""

from __future__ import annotations

from checker.aside import firm
from checker.clock import today
from checker.pattern import regex
from checker.record import record
from checker.summary import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.decisiontoml import Decision
    from checker.finding import Finding, Report
    from checker.options import Options

_DIGITS = regex(r"\d+(?:[.,'\u2019 \u00a0\u202f]\d+)*")


@record(frozen=True, slots=True)
class Standing:
    """A decision, its state, and the finding it is about; of one that lapsed, the finding that stands there now."""

    decision: Decision
    state: str
    finding: Finding | None
    message: str  # what there is to do; "" for one that is used


def standings(report: Report, decisions: Iterable[Decision], options: Options) -> tuple[Standing, ...]:
    """A report and the decisions on its article → their standings, in the same order."""
    decisions = tuple(decisions)
    everything = (*report.findings, *(one.finding for one in report.suppressed))
    there = {finding.name(): finding for finding in everything}
    about = {
        one.key(): there[one.finding]
        for one in decisions
        if one.finding in there and report.words(there[one.finding]) == one.figures
    }
    taken = {finding.name() for finding in about.values()}
    waiting: dict[tuple[str, ...], list[Finding]] = {}
    for finding in everything:
        if finding.name() not in taken:
            waiting.setdefault(_shape(finding.rule, report.words(finding)), []).append(finding)
    found = []
    for one in decisions:
        rule = one.finding.partition(":")[0]
        alike = waiting.get(_shape(rule, one.figures))
        if one.key() in about:
            found.append(_standing(one, about[one.key()], options))
        elif alike:
            found.append(_lapsed(report, one, alike.pop(0)))
        elif not report.ran(rule):
            found.append(Standing(one, "unasked", None, f"{rule} did not run, so that {one.finding} may be there"))
        else:
            found.append(Standing(one, "unused", None, f"{one.finding} is gone; delete this decision"))
    return tuple(found)


def _shape(rule: str, figures: Iterable[str]) -> tuple[str, ...]:
    """A rule and figures → the same without their values."""
    return (rule, *(_DIGITS.sub("#", words) for words in figures))


def _standing(one: Decision, finding: Finding, options: Options) -> Standing:
    """A decision whose finding is there as it was decided → whether it silences it."""
    if one.verdict == "needs-source":
        return Standing(one, "open", finding, f"{one.finding} still needs a source: {one.reason}")
    if one.verdict == "fixed":
        return Standing(one, "open", finding, f"{one.finding} is said to be fixed, yet the finding is still there")
    if finding.rule in options.unsuppressable:
        return Standing(one, "open", finding, firm(finding))
    if one.until and one.until < today(options.today):
        return Standing(one, "expired", finding, f"{one.finding} was {one.verdict} until {one.until}; decide it anew")
    return Standing(one, "used", finding, "")


def _lapsed(report: Report, one: Decision, now: Finding) -> Standing:
    changed = [(old, new) for old, new in zip(one.figures, report.words(now), strict=True) if old != new]
    why = "another finding with the same figures"
    if changed:
        then, words = (listed(list(side)) for side in zip(*changed, strict=True))
        why = f"{then}, where the article now says {words}"
    return Standing(one, "lapsed", now, f"{one.finding} was decided for {why}; decide {now.name()} anew")
