"""Reports → the table of their figures and facts, as a pandas DataFrame and as text, CSV, JSON or Parquet.

All but offsets and lines is text, exact numbers too: "23.765" stays what it is, and no float is made of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from checker.article import origin
from checker.column import place
from checker.document import exact
from checker.errors import CheckerError
from checker.excerpt import visible
from checker.fact import Fact
from checker.finding import Report, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.article import Article
    from checker.figure import Figure

NUMBERS = ("start", "end", "line")
COLUMNS = (
    *("path", "figure", "start", "end", "line", "text", "kind", "value", "low", "high", "unit", "hedge", "direction"),
    *("measure", "place", "period", "aspect", "basis", "modality", "links", "state", "why"),
)
_SHOWN = ("line", "text", "low", "high", "unit", "measure", "place", "period", "aspect", "state", "why")
_NO_FACT = ("", "", "", "", "", "", "")


def facts_frame(reports: Report | Iterable[Report]) -> pd.DataFrame:
    """One report or several → a row for each figure, in order."""
    if isinstance(reports, Report):
        reports = (reports,)
    rows = [row for report in reports for row in _rows(report)]
    frame = pd.DataFrame(rows, columns=pd.Index(COLUMNS), dtype="object")
    return frame.astype({name: "int64" if name in NUMBERS else "string" for name in COLUMNS})


def table_text(frame: pd.DataFrame) -> str:
    """A frame → its main columns, aligned, each article under its path."""
    shown = []
    for path, rows in frame.groupby("path", sort=False):
        cells = [list(_SHOWN), *rows.loc[:, list(_SHOWN)].astype("string").fillna("").values.tolist()]
        cells = [[visible(cell) for cell in row] for row in cells]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells]
        shown.append("\n".join([visible(str(path)), *(f"  {line}".rstrip() for line in lines)]) + "\n")
    return "\n".join(shown)


def table_csv(frame: pd.DataFrame) -> str:
    """A frame → CSV, lines ended by a line feed."""
    return frame.to_csv(index=False, lineterminator="\n")


def table_json(frame: pd.DataFrame) -> str:
    """A frame → a JSON list with an object for each row, a line each."""
    from json import dumps

    empty = frame.astype("object").where(frame.notna(), None)
    rows = [dumps(row, ensure_ascii=False, default=int) for row in empty.to_dict("records")]
    return "[" + ",".join(f"\n {row}" for row in rows) + "\n]\n"


def table_parquet(frame: pd.DataFrame) -> bytes:
    """A frame → a Parquet file; this needs pyarrow."""
    from io import BytesIO

    try:
        import pyarrow  # type: ignore[import-untyped]  # noqa: F401
    except ImportError:
        raise CheckerError("Parquet needs pyarrow: pip install 'crossfoot[parquet]'") from None
    file = BytesIO()
    frame.to_parquet(file, engine="pyarrow", index=False)
    return file.getvalue()


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    facts = {fact.id: fact for fact in report.facts}
    states = {state.figure: state for state in report.states}
    for figure in report.figures:
        yield _row(report.article, figure, facts.get(figure.id), states[figure.id])


def _row(article: Article, figure: Figure, fact: Fact | None, state: State) -> tuple[object, ...]:
    start, end = origin(article, figure.start, figure.end)
    printed = (figure.id, start, end, place(article, figure.start, figure.end).line, figure.text, figure.kind)
    numbers = (exact(figure.value), exact(figure.loose.low), exact(figure.loose.high))
    wording = (figure.unit, figure.hedge, figure.direction)
    about = _NO_FACT if fact is None else _about(fact)
    return (article.path, *printed, *numbers, *wording, *about, state.state, state.why)


def _about(fact: Fact) -> tuple[str, ...]:
    links = "; ".join(f"{link.as_} {link.to}" for link in fact.links)
    return (fact.measure, fact.place, fact.period, fact.aspect, fact.basis, fact.modality, links)
