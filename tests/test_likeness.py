"""What speaks for one quantity printed twice: the signs of the table, their points, and which pairs are tied."""

from __future__ import annotations

import pytest

from checker import lexicon, likeness
from checker.article import read
from checker.draft import facts
from checker.pack import load_pack
from checker.pipeline import check, read_sentences

PACK = load_pack()


def signs(text: str) -> set[str]:
    """An article of two figures → the signs for and against their being one quantity."""
    sentences, _ = read_sentences(read(text), lexicon.load())
    first, again = (fact for fact in facts(sentences, lexicon.load()) if fact.chunk >= 0)
    return set(likeness._signs(first, again, sentences, 0))


SIGNS = [
    ("The port took 45 crowns.\n\nThe 54 crowns were spent.", {"definite", "lead", "level"}),
    ("Masons earn 45 crowns.\n\nThe guild won its planned 54 crowns.", {"definite-adjective", "lead", "level"}),
    ("Mill sold for 455 crowns\n\nThe weaver paid 545 crowns.", {"headline", "lead", "three-digits", "level"}),
    ("The mill wove for 12 years.\n\nIt then stood empty for 21 years.", {"lead", "duration"}),
]


@pytest.mark.parametrize("text,expected", SIGNS)
def test_signs(text: str, expected: set[str]) -> None:
    assert signs(text) == expected


def test_every_sign_has_points() -> None:
    assert likeness._worth().keys() >= set().union(*(found for _, found in SIGNS))


GARBLED = [
    "Weavers get 7.2 percent more, as asked.\n\nIt was glad.\n\nThe 2.7 percent rise is the best since the war.",
    "The port will pay 4.6 million crowns for the depot.\n\nIt was built in May.\n\nThe 6.4 million crowns are for it.",
    "The fund of 12.5 million crowns is for widows.\n\nThe 125 million crowns were raised at a fair.",
    "The railway spends $850 million on its trams.\n\nThe $850 will be borrowed, says the mayor.",
    "A judge jailed the miller for 14 years.\n\nThe miller said that the 41-year term was cruel.",
]
APART = [
    "Weavers get 7.2 percent more, as asked.\n\nIt was glad.\n\nOf the mill, 2.7 percent is owned by an abbey.",
    "The state will pay 4.26 crowns a pound for cheese.\n\nOrdinarily, it pays 4.62 crowns a pound for cheese.",
    "The mint's $3.1 billion loan is the largest so far.\n\nIt follows the mills' $1.3 billion loan of May.",
    "The miller, a 12-year veteran of the guild, leaves.\n\nHe follows Mr Orr, a 21-year veteran of the mint.",
    "The town lends 250 million crowns.\n\nIt was asked for more.\n\nThe 25 million crowns of the abbey are spent.",
    "The fund settles for $33 million.\n\nThe mayor was glad.\n\nBanks paid $33 billion to clerks.",  # other words
    "The port will pay 4.6 million crowns for a depot.\n\nIt sold a yacht for 6.4 million crowns.",  # no article
    "The port pays the 4.6 million crowns.\n\nIt paid 6.4 million crowns in May.\n\nThe 6.4 million crowns, and the"
    " 4.6 million crowns, were lent.",  # both in one sentence
    "Weavers get 7.2 percent more\n\nThe 7.2 percent is less than asked.\n\nThe 2.7 percent of May led to strikes."
    " The 2.7 percent of June was refused.",  # each of them twice
    "The judge jailed him for the 14 years.\n\nThe 41 months before were a torment.",  # of another length
]


@pytest.mark.parametrize("text", GARBLED)
def test_ties_what_two_keys_garble(text: str) -> None:
    assert [(finding.rule, finding.level) for finding in check(read(text), PACK).findings] == [("repeated", "warning")]


@pytest.mark.parametrize("text", APART)
def test_says_nothing(text: str) -> None:
    assert [finding for finding in check(read(text), PACK).findings if finding.level != "note"] == []
