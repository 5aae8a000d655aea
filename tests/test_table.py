from __future__ import annotations

import csv
import io
import json
import sys

import pandas as pd
import pytest
import reports_by_hand as hand

from checker.errors import CheckerError
from checker.finding import Report
from checker.table import COLUMNS, NUMBERS, facts_frame, table_csv, table_json, table_parquet, table_text


@pytest.mark.parametrize(
    "reports, rows",
    [([], 0), (hand.EMPTY, 0), ([hand.EMPTY], 0), (hand.BROKEN, 10), ([hand.BROKEN, hand.EMPTY, hand.CLEAN], 20)],
)
def test_a_row_for_each_figure(reports: Report | list[Report], rows: int) -> None:
    frame = facts_frame(reports)
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == rows


@pytest.mark.parametrize("reports", [[], [hand.BROKEN]], ids=["empty", "full"])
def test_numbers_are_text_and_nothing_is_a_float(reports: list[Report]) -> None:
    types = facts_frame(reports).dtypes
    assert {str(types[name]) for name in NUMBERS} == {"int64"}
    assert {pd.api.types.is_string_dtype(types[name]) for name in COLUMNS if name not in NUMBERS} == {True}


def test_what_a_row_holds() -> None:
    row = facts_frame(hand.BROKEN).iloc[2]
    assert row["path"] == "articles/alden.txt"
    assert (row["text"], row["value"], row["low"], row["high"]) == (
        "23.77 million tonnes",
        "23770000",
        "23765000",
        "23775000",
    )
    assert (row["measure"], row["links"], row["state"]) == ("imports", "part-of f1", "checked")
    assert hand.TEXT[row["start"] : row["end"]] == row["text"]


def test_csv() -> None:
    text = table_csv(facts_frame(hand.BROKEN))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["figure"] for row in rows] == [figure.id for figure in hand.FIGURES]
    assert "\r" not in text
    assert rows[8]["text"] == "nearly 1,200 meals"


def test_json() -> None:
    rows = json.loads(table_json(facts_frame(hand.BROKEN)))
    assert rows[0]["start"] == hand.FIGURES[0].start
    assert rows[0]["value"] == "41670000"
    assert json.loads(table_json(facts_frame([]))) == []


def test_text_names_each_article_once() -> None:
    text = table_text(facts_frame([hand.BROKEN, hand.CLEAN]))
    assert [text.count(path) for path in ("articles/alden.txt", "articles/clean.txt")] == [1, 1]
    assert "NA" not in text
    assert table_text(facts_frame([])) == ""


def test_parquet_gives_the_frame_back() -> None:
    pytest.importorskip("pyarrow")
    frame = facts_frame(hand.BROKEN)
    back = pd.read_parquet(io.BytesIO(table_parquet(frame)))
    assert back.astype("object").values.tolist() == frame.astype("object").values.tolist()


def test_parquet_without_pyarrow_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CheckerError, match=r"crossfoot\[parquet\]"):
        table_parquet(facts_frame(hand.BROKEN))
