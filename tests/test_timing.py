"""Timing: the period a sentence speaks of, the period of a figure, and whether it has come to pass."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.pipeline import read_sentences
from checker.timing import Timed, latest_year, main_period, modality, period_of

LEXICON = lexicon.load()

# Sentence, the period it speaks of, the period of its first figure.
PERIODS = [
    ("Exports were 90 tonnes.", "", ""),
    ("On Monday exports were put at 90 tonnes.", "", ""),  # the day of the announcement
    ("More than in 2023, exports were 90 tonnes.", "", ""),  # the base's
    ("Compared with 2023, exports rose 3 percent.", "", ""),
    ("Exports rose 3 percent on 2009.", "", ""),
    ("In 2019 exports were 90 tonnes.", "2019", "2019"),
    ("In 2019 exports were 90 tonnes in May.", "2019", "M05"),
    ("Exports were 90 tonnes, the port said; in May they were weak.", "M05", "M05"),
]


@pytest.mark.parametrize("text,main,own", PERIODS)
def test_periods(text: str, main: str, own: str) -> None:
    sentence = read_sentences(read(text), LEXICON)[0][0]
    tokens, periods = sentence.chunks.tokens, sentence.periods
    item = next(item for item in sentence.chunks.chunks if item.figure is not None)
    assert main_period(tokens, periods) == main
    assert period_of(item, Timed(tokens, periods, main), False, False) == own
    assert period_of(item, Timed(tokens, (), main), True, False) == "~base"


@pytest.mark.parametrize("keys,expected", [([], 0), (["M05", "~Y-1"], 0), (["2019-05", "Q1", "2018"], 2019)])
def test_latest_year(keys: list[str], expected: int) -> None:
    assert latest_year(keys) == expected


# Sentence, period of the figure, latest year of the article, modality.
MODALITIES = [
    ("Exports were 90 tonnes.", "", 0, "reported"),
    ("It was May when exports were 90 tonnes.", "", 0, "reported"),  # the month
    ("Imports may fall, but exports were 90 tonnes.", "", 0, "reported"),
    ("Exports will be 90 tonnes.", "2018", 2019, "reported"),  # past by the time of writing
    ("Exports will be 90 tonnes.", "2019", 2019, "forecast"),
    ("Exports may be 90 tonnes.", "M05", 2019, "forecast"),
]


@pytest.mark.parametrize("text,period,latest,expected", MODALITIES)
def test_modality(text: str, period: str, latest: int, expected: str) -> None:
    chunks = read_sentences(read(text), LEXICON)[0][0].chunks
    item = next(item for item in chunks.chunks if item.figure is not None)
    assert modality(item, chunks.tokens, period, latest) == expected
