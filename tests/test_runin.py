"""Headings that ran on into a sentence: what is parted from it, and what stays."""

from __future__ import annotations

import pytest

from checker import check
from checker.article import read

FIRST = "Halden's loss was small. "
LEFT = [
    "The loss shrank to 9 million crowns in May.",
    "U.S. GDP Growth was slow.",
    "HBM CEO Anna Weld said so.",
    "HBM shares rose 3 percent.",
    "SHARES UP AGAIN IN MAY.",
    "I said A B C Then.",
]
PARTED = [
    ("RESULTS IMPROVE The loss shrank to 9 million crowns.", "RESULTS IMPROVE"),
    ("SHARES UP AGAIN HBM Corp rose 3 percent. It was up in May, too.", "SHARES UP AGAIN"),
    ("SHARES UP AGAIN HBM rose 3 percent. It was up in May, too.", "SHARES UP AGAIN"),
    ("WOMAN AT THE HELM In May, sales rose.", "WOMAN AT THE HELM"),
    ('ANNA WELD, ANALYST, CORVE CAPITAL, ARDEN: "It is a good number."', "ANNA WELD, ANALYST, CORVE CAPITAL, ARDEN:"),
    ("COSTS FALL, SALES FLAT Brill's costs fell. Its sales were flat.", "COSTS FALL, SALES FLAT"),
]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_heading(text: str) -> None:
    assert [block.kind for block in read(FIRST + text).blocks if block.kind == "heading"] == []


@pytest.mark.parametrize("text,heading", PARTED)
def test_what_is_parted(text: str, heading: str) -> None:
    article = read(FIRST + text)
    assert [article.text[b.start : b.end] for b in article.blocks if b.kind == "heading"] == [heading]
    assert [b.kind for b in article.blocks] == ["paragraph", "heading", "paragraph"]
    assert article.text[article.blocks[2].start :] == text[len(heading) :].lstrip()


def test_the_first_sentence_keeps_its_dateline() -> None:
    assert [b.kind for b in read("NORTH HALDEN FERRY Sales rose 3 percent.").blocks] == ["paragraph"]


def test_what_a_heading_hid_is_bound() -> None:
    report = check(FIRST + "RESULTS IMPROVE The loss shrank to $213 million from $153 million a year earlier.\n")
    assert [(finding.rule, finding.level) for finding in report.findings] == [("direction", "error")]
