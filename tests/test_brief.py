from __future__ import annotations

import reports_by_hand as hand
from written import written

from checker.record import replace


def test_the_gravest_come_first() -> None:
    note = replace(hand.BROKEN, article=replace(hand.ARTICLE, path="note.txt"), findings=(hand.NOTE,))
    shown = written("markdown", [hand.CLEAN, note, hand.BROKEN])
    titles = [line for line in shown.splitlines() if line.startswith("### ")]
    assert titles == ["### articles/alden.txt", "### note.txt", "### articles/clean.txt"]


def test_it_opens_with_the_last_line_of_the_run() -> None:
    assert written("markdown", [hand.EMPTY]).startswith("## crossfoot\n\nNo contradiction found in 1 article; 0 fig")
    assert written("markdown", []) == "## crossfoot\n\nNo article was checked.\n"


def test_lists_and_headings_stand_apart() -> None:
    lines = written("markdown", [hand.BROKEN, hand.EMPTY], (("a.txt", "gone"),)).split("\n")
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if line.startswith(("#", "<", "Note:")):
            assert (before, after) == ("", "") or (line, before) == ("</details>", "")
