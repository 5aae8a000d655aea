"""Profit and loss, surplus and deficit: what headline and first sentence say of them."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.outcome import outcomes
from checker.pipeline import read_sentences

LEXICON = lexicon.load()
SILENT = [
    "Mill sees no profit\n\nThe mill posted a loss for the spring.",
    "Brewer falls after loss\n\nThe brewer's profit fell for the third time.",
    "Mill misses profit estimates\n\nThe mill posted a loss on flour.",
    "Mill posts loss\n\nThe mill said that it would not show a profit in autumn.",
    "Mill posts higher profit\n\nThe mill told of losses on its bonds.",  # another thing
    "Mill posts higher profit\n\nThe mill earned 3 million crowns, though flour made a loss.",
    "Mill turns loss into profit\n\nThe mill made a loss.",
    "Mill sold\n\nThe mill made a loss.",
    "Trade surplus falls\n\nThe deficit with the islands grew, but exports were strong.",
]
TOLD = [
    ("Mill posts loss\n\nThe mill posted a loss, after a profit in spring.", ["loss", "loss"]),
    ("Mill posts loss\n\nThe mill posted a profit of 3 million crowns.", ["loss", "profit"]),
    ("Trade surplus widens\n\nThe trade deficit widened to 3 million crowns.", ["surplus", "deficit"]),
]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert outcomes(read_sentences(read(text), LEXICON)[0]) == ()


@pytest.mark.parametrize("text,words", TOLD)
def test_what_is_told(text: str, words: list[str]) -> None:
    told = outcomes(read_sentences(read(text), LEXICON)[0])
    assert [fact.figure.text for fact in told if fact.figure is not None] == words
