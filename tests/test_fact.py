"""Facts: the aspect, the time, the terms and the links of each figure, and the words that give directions."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker import lexicon
from checker.article import read
from checker.draft import facts
from checker.fact import Fact, Link, linked
from checker.pipeline import read_sentences

LEXICON = lexicon.load()


def stated(text: str) -> dict[str, Fact]:
    """A text → its facts by the words of their figures."""
    known = facts(read_sentences(read(text), LEXICON)[0], LEXICON)
    return {fact.figure.text: fact for fact in known if fact.figure is not None}


def links(text: str) -> set[tuple[str, str, str]]:
    """A text → its links: figure, what it is, of which figure."""
    known = stated(text)
    names = {fact.id: name for name, fact in known.items()}
    return {(name, link.as_, names[link.to]) for name, fact in known.items() for link in fact.links}


# Sentence, figure, its period.
PERIODS = [
    ("On Monday the port exported 90 tonnes.", "90 tonnes", ""),  # the day of the announcement
    ("Exports rose 12 percent on 2009 to 90 million crowns.", "12 percent", ""),
    ("Exports were 90 million crowns, up from 80 million crowns.", "80 million crowns", "~base"),
    ("Exports were 90 tonnes, up from 80 tonnes a year earlier.", "80 tonnes", "~Y-1"),
    ("Exports were 90 tonnes, up from 80 tonnes a year earlier.", "90 tonnes", ""),
    ("Exports in 2019 were 90 tonnes, more than the 80 tonnes in 2014.", "90 tonnes", "2019"),
    ("Exports in 2019 were 90 tonnes, more than the 80 tonnes in 2014.", "80 tonnes", "2014"),
    ("Exports were 40 tonnes in May and 31 tonnes in April.", "40 tonnes", "M05"),
    ("Exports were 40 tonnes in May and 31 tonnes in April.", "31 tonnes", "M04"),
    ("In 2019 exports rose 3 percent. Imports fell 2 percent.", "2 percent", "2019"),  # carried over
    (
        "Prices rose 2.4 percent in June, 0.3 percentage points higher than the rate in May.",
        "0.3 percentage points",
        "M05",
    ),
]


@pytest.mark.parametrize("text,figure,expected", PERIODS)
def test_period(text: str, figure: str, expected: str) -> None:
    assert stated(text)[figure].period == expected


# Sentence, figure, basis, modality.
TERMS = [
    ("Exports were 90 tonnes.", "90 tonnes", "", "reported"),
    ("In May exports were 90 tonnes.", "90 tonnes", "", "reported"),  # not the verb
    ("Exports will be 90 tonnes, but imports were 80 tonnes.", "80 tonnes", "", "reported"),
    ("In 2019 exports will be 90 tonnes. In 2024 imports were 80 tonnes.", "90 tonnes", "", "reported"),  # long past
    ("Exports will be 90 tonnes.", "90 tonnes", "", "forecast"),
    ("Profit was 55 crowns a share, above the 53 crowns analysts expected.", "53 crowns", "", "forecast"),
    ("Exports, excluding fuel, were 90 tonnes.", "90 tonnes", "excluding", "reported"),
    ("In real terms exports rose 3 percent, excluding fuel.", "3 percent", "excluding+real", "reported"),
]


@pytest.mark.parametrize("text,figure,basis,modality", TERMS)
def test_terms(text: str, figure: str, basis: str, modality: str) -> None:
    fact = stated(text)[figure]
    assert (fact.basis, fact.modality) == (basis, modality)


# Sentence, links that a naive reading would make.
UNSAID = [
    ("The index fell from 2.5 percent to 3 percent.", "direction-of"),  # moves, never levels
    ("The forint fell to 273 from 270.", "direction-of"),  # quotes rise when a currency falls
    ("The dollar traded at 1.31 euros, up from 1.29 euros.", "direction-of"),
    ("Imports improved to 5 percent from 6 percent.", "direction-of"),
    ("The loss was 55 crowns a share, above the 53 crowns analysts expected.", "against-forecast"),
    ("Exports were 41 million crowns (9 million crowns in May).", "same-as"),
]


@pytest.mark.parametrize("text,kind", UNSAID)
def test_what_is_not_said(text: str, kind: str) -> None:
    assert kind not in {as_ for _, as_, _ in links(text)}


LINKED = [
    ("Exports fell 3 percent.", ("fell", "sign-of", "3 percent")),
    ("Exports rose 3 percent to 90 tonnes.", ("3 percent", "change-of", "90 tonnes")),
    ("Exports rose to 90 tonnes from 84 tonnes.", ("84 tonnes", "from", "90 tonnes")),
    ("Exports rose to 90 tonnes from 84 tonnes.", ("rose", "direction-of", "90 tonnes")),
    ("Exports rose to 90 tonnes from 84 tonnes.", ("rose", "direction-from", "84 tonnes")),
    ("The forint fell to 273 from 270.", ("270", "from-quote", "273")),
    ("Growth slowed to 4.1 percent after 4.3 percent.", ("slowed", "pace-of", "4.1 percent")),
    (
        "Profit was 55 crowns a share, above the 53 crowns analysts expected.",
        ("above", "against-forecast", "55 crowns a share"),
    ),
    ("Exports were 41 million crowns ($6 million).", ("$6 million", "same-as", "41 million crowns")),
    (
        "Profit rose to 26 million crowns, or 31 crowns a share, from 13 million crowns, or 16 crowns a share.",
        ("31 crowns a share", "beside", "26 million crowns"),
    ),
]


@pytest.mark.parametrize("text,expected", LINKED)
def test_links(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in links(text)


def test_a_bracket_at_the_start_stands_beside_nothing() -> None:
    assert "beside" not in {as_ for _, as_, _ in links("41 million crowns ($6 million), up from 39 million crowns.")}


# Sentence, direction word, its sign.
WORDS = [
    ("Exports fell 3 percent.", "fell", -1),
    ("Exports rose 3 percent.", "rose", 1),
    ("Profit improved to 12 million crowns from 10 million crowns.", "improved", 1),
    ("Total costs improved to 10 million crowns from 12 million crowns.", "improved", -1),
]


@pytest.mark.parametrize("text,word,sign", WORDS)
def test_direction_words(text: str, word: str, sign: int) -> None:
    fact = stated(text)[word]
    assert fact.aspect == "direction"
    assert fact.figure is not None
    assert fact.figure.value == fact.interval.low == fact.interval.high == sign


def test_a_fall_is_below_zero() -> None:
    fact = stated("Exports fell 0.3 percent.")["0.3 percent"]
    assert (fact.interval.low, fact.interval.high) == (Fraction(-35, 100), Fraction(-25, 100))
    assert fact.figure is not None
    assert fact.figure.direction == "down"


def test_no_link_is_stated_twice() -> None:
    fact, link = stated("Exports were 90 tonnes.")["90 tonnes"], Link("f9", "from")
    assert linked(linked(fact, link), link).links == (link,)
