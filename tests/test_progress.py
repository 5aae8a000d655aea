"""Progress is shown to a person who waits, and to nobody else."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from checker.progress import watched

SECOND = 10**9


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, total: int, seconds: int) -> str:
    """A stream, a number of articles and the seconds that each takes → what was written."""
    now = iter(range(0, 10**6 * SECOND, max(1, seconds * SECOND)))
    assert list(watched(range(total), total, stream, lambda: next(now) if seconds else 0)) == list(range(total))
    return stream.getvalue()


@pytest.mark.parametrize(
    "stream, total, seconds",
    [
        pytest.param(io.StringIO(), 9, 5, id="no terminal"),
        pytest.param(Terminal(), 9, 0, id="fast"),
        pytest.param(Terminal(), 1, 5, id="one article"),
        pytest.param(Terminal(), 0, 5, id="none"),
    ],
)
def test_nothing_is_shown(stream: io.StringIO, total: int, seconds: int) -> None:
    assert shown(stream, total, seconds) == ""


def test_a_slow_run_is_counted_and_the_line_wiped() -> None:
    lines = shown(Terminal(), 1_200, 2).split("\r\x1b[K")
    assert lines[1:4] == ["checked 1 of 1,200 articles", "", "checked 2 of 1,200 articles"]
    assert lines[-1] == ""


def test_things_come_one_by_one() -> None:
    taken = []

    def things() -> Iterator[int]:
        for n in range(3):
            taken.append(n)
            yield n

    assert next(watched(things(), 3, Terminal())) == 0
    assert taken == [0]
