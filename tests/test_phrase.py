"""Phrases: the longest one of the lexicon at a word, and what it means there."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.phrase import openings, phrase_at

PHRASES = openings(lexicon.load().phrases)

# Words from the first on → how many of them make the phrase, its letter, its letter where a noun must stand.
MEANINGS = [
    ("rose sharply", 1, "v", "v"),
    ("rise in", 1, "v", "n"),
    ("compared with", 2, "k", "k"),
    ("and then", 1, "&", "&"),
    ("out of", 2, "W", "W"),
    ("exports", 1, "m", "m"),
    ("sharply", 1, "", ""),
    ("than", 1, "h", "h"),
]


@pytest.mark.parametrize("text,size,letter,noun", MEANINGS, ids=[text for text, *_ in MEANINGS])
def test_meaning(text: str, size: int, letter: str, noun: str) -> None:
    found = phrase_at([*text.split(), ""], 0, {}, PHRASES)
    assert found is not None
    assert (found.size, found.plain.letter, found.noun.letter) == (size, letter, noun)


@pytest.mark.parametrize("text", ["harbour", "zzz", "xylophones"])
def test_a_word_that_the_lexicon_does_not_know_begins_nothing(text: str) -> None:
    assert phrase_at([text, ""], 0, {}, PHRASES) is None


def test_a_phrase_does_not_run_into_what_was_read() -> None:
    found = phrase_at(["compared", "with", ""], 0, {1}, PHRASES)
    assert found is None or found.size == 1


def test_than_stays_a_connector_of_its_own() -> None:
    found = phrase_at(["higher", "than", ""], 0, {}, PHRASES)
    assert found is not None
    assert found.size == 1
    assert found.plain.letter == "a"


def test_one_lexicon_keeps_its_openings() -> None:
    phrases = lexicon.load().phrases
    assert openings(phrases) is openings(phrases)
