"""Times of day in two zones: what is one time, what is another, and what says nothing."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check

PACK = load_pack()

APART = [
    "The ferry left at 7 p.m. in Kathmandu (1315 GMT).",
    "The ferry left at 18:01 a.m. EDT (1201 GMT).",
    "The ferry left at 7 p.m. XYZ (1315 GMT).",
    "Shares rose 3 percent to 11.15 (1043 GMT).",
    "The auction opens at 9 a.m.; bids close at 1045 GMT.",
]
TOLD_AGAIN = [
    ("The ferry left at 9:47 a.m. EDT (1347 GMT).", "consistent"),
    ("The ferry left at 0347 GMT (11:47 p.m. EDT).", "consistent"),
    ("The ferry left at 0030 GMT on Friday (8:30 p.m. EDT).", "consistent"),
    ("The ferry left at 11:50 a.m. (0620 GMT).", "consistent"),
    ("The ferry left at 2:30 p.m. CET (1230 GMT).", "consistent"),
    ("The ferry left at 9:47 a.m. EDT (1337 GMT).", "inconsistent"),
    ("The ferry left at 1 p.m. ET/1400 GMT on Tuesday.", "inconsistent"),
    ("The ferry left at 1805 local time (2350 GMT).", "inconsistent"),
    ("The ferry left at 1347 GMT (9:47 p.m. EDT).", "inconsistent"),
]


def verdicts(text: str) -> list[str]:
    checked = check(read(text + "\n"), PACK).checked
    return [item.verdict for item in checked if item.relation.rule == "clock-zone"]


@pytest.mark.parametrize("text", APART)
def test_other_times_are_left_alone(text: str) -> None:
    assert verdicts(text) == []


@pytest.mark.parametrize("text, verdict", TOLD_AGAIN)
def test_a_time_told_again_is_the_same(text: str, verdict: str) -> None:
    assert verdicts(text) == [verdict]
