"""The report as the Python API gives it: the same record, able to turn itself into plain dicts and into a table."""

from __future__ import annotations

from checker import finding
from checker.document import to_dict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pandas import DataFrame


class Report(finding.Report):
    """What was found in an article; a reader of the Python API looks for these two methods on it."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The report → its entry in the JSON document, as plain dicts, lists and strings."""
        return to_dict(self)

    def to_frame(self) -> DataFrame:
        """The report → a pandas DataFrame with a row for each figure."""
        from checker.table import facts_frame  # pandas, only for those who ask for a table

        return facts_frame(self)


def public(found: finding.Report) -> Report:
    """A report of the pipeline → the same with the methods of the API."""
    return Report(
        *(found.article, found.figures, found.facts, found.checked, found.findings, found.states),
        *(found.suppressed, found.remarks, found.witnesses),
    )
