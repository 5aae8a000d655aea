"""Files that change are noticed; files that do not are left in peace."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from checker.watch import changes, stamps


class EnoughError(Exception):
    """The test has seen what it wanted."""


def noticed(folder: Path, *steps: Callable[[], object]) -> int:
    """A folder and what happens to it, one step a pause → at how many pauses a change was noticed."""
    waiting = iter(steps)

    def pause() -> None:
        step = next(waiting, None)
        if step is None:
            raise EnoughError
        step()

    seen = -1  # the first is the start
    try:
        for _ in changes(lambda: map(str, folder.glob("*.txt")), pause):
            seen += 1
    except EnoughError:
        pass
    return seen


def test_what_is_noticed(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Trade rose.", "utf-8")

    def nothing() -> None:
        return None

    assert noticed(tmp_path, nothing, nothing) == 0
    assert noticed(tmp_path, lambda: (tmp_path / "notes.md").write_text("No article.", "utf-8")) == 0
    assert noticed(tmp_path, lambda: article.write_text("Trade fell.", "utf-8"), nothing) == 1
    assert noticed(tmp_path, lambda: os.utime(article, ns=(1, 1)), nothing) == 1
    assert noticed(tmp_path, lambda: (tmp_path / "b.txt").write_text("New.", "utf-8"), nothing, article.unlink) == 2


def test_a_file_that_is_gone_has_no_stamp(tmp_path: Path) -> None:
    assert stamps([str(tmp_path / "gone.txt")]) == {str(tmp_path / "gone.txt"): None}
