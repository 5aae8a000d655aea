from __future__ import annotations

import csv
import io

import pandas as pd
import reports_by_hand as hand
from written import written

from checker.finding import Suspect
from checker.record import replace


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_a_row_for_each_finding_and_problem() -> None:
    found = rows(written("csv", [hand.BROKEN, hand.CLEAN], (("a.txt", "gone"),)))
    assert [(row["path"], row["level"]) for row in found] == [
        ("articles/alden.txt", "error"),
        ("articles/alden.txt", "note"),
        ("a.txt", "problem"),
    ]
    assert (found[0]["suspect"], found[0]["repair"]) == ("41.67 million tonnes", "41.76")


def test_those_as_likely_stand_beside_the_first() -> None:
    suspects = (Suspect("f1", None, None, "-3.05", None), Suspect("f3", None, "1", "2", None, rank=2))
    (row,) = rows(written("csv", [replace(hand.BROKEN, findings=(replace(hand.ERROR, suspects=suspects),))]))
    assert (row["low"], row["high"], row["as_likely"]) == ("", "-3.05", "")


def test_pandas_reads_it() -> None:
    frame = pd.read_csv(io.StringIO(written("csv", [hand.BROKEN])), encoding="utf-8")
    assert list(frame["line"]) == [3, 4]
    assert frame.columns[0] == "path"
