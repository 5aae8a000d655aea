"""A report and what somebody answered for in it → the report with that set aside, and told.

Nothing goes unseen: a finding that leaves `findings` stands in `suppressed`, and what silences nothing is remarked.
"""

from __future__ import annotations

from checker.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.finding import Finding, Remark, Report, Suppressed


def aside(report: Report, silenced: Iterable[Suppressed], remarks: Iterable[Remark]) -> Report:
    """A report, what is silenced in it (the first to silence a finding counts) and remarks → the report that tells."""
    by: dict[str, Suppressed] = {}
    for one in silenced:
        by.setdefault(one.finding.name(), one)
    return replace(
        report,
        findings=tuple(finding for finding in report.findings if finding.name() not in by),
        suppressed=(*report.suppressed, *(by[one.name()] for one in report.findings if one.name() in by)),
        remarks=(*report.remarks, *remarks),
    )


def firm(finding: Finding) -> str:
    """A finding of a rule that nobody may silence → what is said to who tries."""
    return f"{finding.name()} cannot be silenced: what {finding.rule} finds has to be mended"
