"""Measures: what a figure counts, what narrows it and whose it is; what the words leave open stays empty."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.draft import facts
from checker.pipeline import read_sentences

LEXICON = lexicon.load()

# Sentence → measure and place of each figure.
MEASURES = [
    ("The mill sold 40 tonnes.", [("", "")]),
    ("Exports rose 3 percent; 40 firms closed.", [("exports", ""), ("", "")]),  # another clause
    (  # the measure is the whole of the share
        "Machinery came to 58.6 percent of total exports, an increase of 3 percent.",
        [("exports", ""), ("", "")],
    ),
    ("In all there are 612 shops.", [("stores", "")]),
    ("In 2019 there were 612 shops.", [("stores", "")]),
    ("Total exports were 90 million crowns.", [("exports", "")]),  # "total" narrows nothing
    ("Exports of tea and coffee were 90 million crowns.", [("exports:coffee+tea", "")]),
    ("Solar cell exports were 90 million crowns.", [("exports:cell+solar", "")]),
    ("Exports of tea rose 3 percent and imports 2 percent.", [("exports:tea", ""), ("imports", "")]),
    ("Exports were worth 90 million crowns and imports 80 million crowns.", [("exports", ""), ("imports", "")]),
    ("China's exports were 90 million crowns.", [("exports", "China")]),
    ("Last year Kestria's exports were 90 million crowns.", [("exports", "Kestria")]),
    ("In the old town there are 612 shops and 90 schools.", [("stores", "old town"), ("schools", "old town")]),
    ("The town has 4,120 men and 4,310 women.", [("men", ""), ("women", "")]),
    ("The capital, Belmora, has 4,120 men and 4,310 women.", [("men", "Belmora"), ("women", "Belmora")]),
    ("A rise of 3 percent in imports surprised the trade.", [("imports", "")]),
    ("Exports were 90 million crowns. They rose 3 percent.", [("exports", ""), ("exports", "")]),  # carried over
]


@pytest.mark.parametrize("text,expected", MEASURES, ids=[text for text, _ in MEASURES])
def test_measure_and_place(text: str, expected: list[tuple[str, str]]) -> None:
    known = facts(read_sentences(read(text), LEXICON)[0], LEXICON)
    assert [(fact.measure, fact.place) for fact in known if fact.aspect != "direction"] == expected
