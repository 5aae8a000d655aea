"""Articles checked so far → a line on the terminal, when a run is slow and a person is watching.

    checked 312 of 1,000 articles

It stands on standard error, is drawn over and wiped at the end; where standard error is no terminal nothing is written.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO, TypeVar

    _Item = TypeVar("_Item")

SLOW, OFTEN = 1, 5  # seconds before the first line; lines a second at most
_WIPE = "\r\x1b[K"


def watched(
    items: Iterable[_Item], total: int, stream: TextIO | None = None, clock: Callable[[], int] | None = None
) -> Iterator[_Item]:
    """Things being done and how many there will be → the same things, progress shown while they come.

    `clock` gives nanoseconds.
    """
    stream = stream or sys.stderr
    if total < 2 or not stream.isatty():
        yield from items
        return
    from time import monotonic_ns

    clock = clock or monotonic_ns
    due = clock() + SLOW * 10**9
    shown = False
    for done, item in enumerate(items, 1):
        if shown:
            stream.write(_WIPE)  # what the run prints meanwhile begins on a clean line
            shown = False
        yield item
        if done < total and clock() >= due:
            stream.write(f"{_WIPE}checked {done:,} of {total:,} articles")
            stream.flush()
            shown, due = True, clock() + 10**9 // OFTEN
