"""Quotes of currencies: what may be one, and whether the figure goes the way of the currency that is said to move."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.pipeline import read_sentences
from checker.quote import is_quote, quote_sign

LEXICON = lexicon.load()

QUOTES = [
    ("Exports rose to 90 million euros.", False),  # the amount's own unit
    ("Exports rose to 90 tonnes.", False),
    ("Prices in the euro zone rose to 90.", False),
    ("Inflation in the countries of the euro rose to 3 percent.", False),
    ("Exports rose to 90 million, said the mill, which is paid in euros.", False),
    ("The forint traded at 273.", True),
    ("The dollar rose to 105 yen.", True),
]


@pytest.mark.parametrize("text,expected", QUOTES)
def test_quote(text: str, expected: bool) -> None:
    chunks = read_sentences(read(text), LEXICON)[0][0].chunks
    k = next(k for k, item in enumerate(chunks.chunks) if item.figure is not None)
    assert is_quote(chunks, k) is expected


SIGNS = [
    ("The forint fell to 273 from 270.", 0),  # for a euro, or for a dollar?
    ("The Australian dollar rose to $1.05 from $1.04.", 0),  # whose dollars?
    ("The euro, traders say, rose to $1.35 from $1.33.", 0),  # a subject further off
    ("The yen/dollar rate rose to 158 yen from 207 yen.", 0),
    ("The value of the yen against the dollar rose to 153 yen per dollar from 184 yen per dollar.", 0),
    ("The yen rose to 153 yen per dollar from 184 yen per dollar.", -1),
    ("The euro rose to $1.35 from $1.33.", 1),
    ("The euro EUR= rose against the dollar to $1.35 from $1.33.", 1),
    ("The dollar was up at 105 yen from 103 yen.", 1),
    ("The move lifted the pound to 1.16 euros from 1.14 euros.", 1),
    ("As the dollar fell, shares rose to 105 yen from 103 yen.", 1),
    ("The lira weakened to 1.85 to the dollar from 1.80.", -1),
    ("The rand weakened against the dollar to 10.25 from 10.05.", -1),
    ("The yen rose to 78 yen to the dollar from 80 yen.", -1),
]


@pytest.mark.parametrize("text,sign", SIGNS)
def test_which_way_a_quote_goes(text: str, sign: int) -> None:
    sentence = read_sentences(read(text), LEXICON)[0][0]
    (pair,) = sentence.pairs
    assert quote_sign(sentence.chunks, pair.now, pair.direction) == sign
