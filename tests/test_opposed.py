"""Words that have an opposite, and ordinals before one noun: what headline and first sentence say with them."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.headorder import headed_ordinals
from checker.opposed import opposed
from checker.pipeline import read_sentences

LEXICON = lexicon.load()
SILENT = [
    "Cheese output of Arden doubles\n\nThe mill halved its debt.",  # nothing in common
    "Agency downgrades Brill\n\nThe agency downgraded the bonds of Brill and upgraded its shares.",
    "Brill rejects offer\n\nThe board of Brill decided not to accept the offer.",
    "Ferries need more room\n\nThe ferries of Arden leave less time.",
    "Corve hit\n\nThe rain hit Corve.",
]
TOLD = [
    ("Brill's profits double\n\nThe profits of Brill more than halved.", ["double", "halved"]),
    ("Ferries more likely to be late\n\nFerries are less likely to be late.", ["more", "less", "likely", "likely"]),
    ("Corve bill offer oversubscribed\n\nThe offer of two bills in Corve was soon oversubscribed.",
     ["oversubscribed", "oversubscribed"]),
    ("Mill to meet sales goal\n\nThe mill will miss its goal for sales, it said.", ["meet", "miss"]),
    ("Brill mayor admits mistakes\n\nThe mayor of Brill denied mistakes on Friday.", ["admits", "denied"]),
    ("Port hails deal\n\nThe owner of the port welcomed the deal on Friday.", ["hails", "welcomed"]),
    ("Corve's first tram runs\n\nThe last tram of Corve ran on Friday.", ["first", "last"]),
]  # fmt: skip
NO_ORDINALS = [
    "Halden's third quarter\n\nHalden ended its second quarter.",
    "Halden's third mine\n\nHalden flooded its first and its second mine.",
    "Halden's third mine\n\nHalden flooded a second valley.",
]


def words(facts: object) -> list[str]:
    assert isinstance(facts, tuple)
    return [fact.figure.text for fact in facts if fact.figure is not None]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert opposed(read_sentences(read(text), LEXICON)[0]) == ()


@pytest.mark.parametrize("text,said", TOLD)
def test_what_is_told(text: str, said: list[str]) -> None:
    assert words(opposed(read_sentences(read(text), LEXICON)[0])) == said


@pytest.mark.parametrize("text", NO_ORDINALS)
def test_no_ordinals_of_one_noun(text: str) -> None:
    assert headed_ordinals(read_sentences(read(text), LEXICON)[0], LEXICON) == ()


def test_ordinals_of_one_noun() -> None:
    text = "Halden floods 3rd mine\n\nHalden flooded its second mine on Sunday."
    assert words(headed_ordinals(read_sentences(read(text), LEXICON)[0], LEXICON)) == ["3rd", "second"]
