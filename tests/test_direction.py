"""Direction words: the sign each stands for, and where a word is no safe guide."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.chunk import Chunk
from checker.turning import is_of_moves, turn, unsure, word_sign

LEXICON = lexicon.load()

# Value of a word, measure, sign.
SIGNS = [
    ("better", "", 0),
    ("better", "trade", 0),  # neutral
    ("better", "unemployment-rate", 0),  # neither a flow nor a count
    ("steady", "exports", 0),
    ("better", "exports", 1),
    ("better", "exports:tea", 1),
    ("worse", "exports", -1),
    ("better", "unemployed", -1),
    ("up", "unemployed", 1),
    ("above", "", 1),
    ("narrow", "", -1),
]


@pytest.mark.parametrize("value,measure,sign", SIGNS)
def test_sign(value: str, measure: str, sign: int) -> None:
    assert word_sign(value, measure, LEXICON) == sign


@pytest.mark.parametrize("value,sign", [("better", 0), ("above", 0), ("up", 1), ("widen", 1), ("down", -1)])
def test_only_a_change_turns_the_sign_of_an_amount(value: str, sign: int) -> None:
    assert turn(value) == sign


@pytest.mark.parametrize(
    "value,form,expected", [("up", "", False), ("worse", "", False), ("up", "soft", True), ("steady", "", True)]
)
def test_unsure(value: str, form: str, expected: bool) -> None:
    assert unsure(Chunk("v", 0, 1, value, form=form)) is expected


@pytest.mark.parametrize("measure,expected", [("", False), ("exports", False), ("stock-index", True)])
def test_measures_of_moves(measure: str, expected: bool) -> None:
    assert is_of_moves(measure, LEXICON) is expected
