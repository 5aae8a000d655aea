"""What a report format is: a part for each article, made where the article is checked, and the whole that they become.

    Format(part=one report → its lines, close=everything → the last line, streams=True)

A format that streams gives text as its part, written as soon as it is there; of the others all parts wait for the end.
Parts travel between processes, so they are plain: text, dicts, tuples.
"""

from __future__ import annotations

from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from checker.finding import Report
    from checker.options import Options
    from checker.summary import Tally

    Problems = tuple[tuple[str, str], ...]


@record(frozen=True, slots=True)
class Whole:
    """A run at its end: the parts of its articles (none for a format that streams) and all that was counted."""

    parts: tuple[Any, ...]
    problems: Problems  # (path, message) of what could not be checked
    tally: Tally
    options: Options
    pack_hash: str


@record(frozen=True, slots=True)
class Format:
    part: Callable[[Report, Options], Any]
    close: Callable[[Whole], str]  # the report; of a format that streams, what follows its parts
    streams: bool = False
    exact: bool = True  # for other programs: UTF-8 whatever the terminal reads
    pages: Callable[[Whole], Iterator[tuple[str, str]]] | None = None  # (file name, text), when a folder is asked for
    once: Callable[[Whole], None] | None = None  # what else is done at the end of a run, however many reports it has
