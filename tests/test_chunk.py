"""Chunks: one letter for each thing a frame can stand on, and no letter for what only colours the sentence."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import fold
from checker.chunk import Chunks, chunk
from checker.figure import figures, is_counted
from checker.period import periods
from checker.token import Tokens

LEXICON = lexicon.load()


def chunked(sentence: str) -> Chunks:
    """A sentence → its chunks, figures and periods read as they are in an article."""
    folded = fold(sentence)
    tokens = Tokens(folded, 0, len(folded))
    spans = periods(folded, 0, len(folded))
    found = [item for item in figures(tokens, spans, LEXICON) if is_counted(item.figure)]
    return chunk(tokens, tuple(spans), found, LEXICON)


CODES = [
    ("", ""),
    ("The its of a", "o"),
    ("Imports fell 3 percent.", "mvP"),
    ("Imports fell in May.", "mv"),  # a period goes with its preposition
    ("Imports rose to 40 tonnes in 2019, from 36.", "mvtN,fN"),
    ("Imports rose from last week's 36 tonnes to 40.", "mvfNtN"),  # the preposition is the figure's
    ("Imports rose to 40 tonnes from year-ago imports of 36.", "mvtNfmoN"),  # and so before a noun of its own
    ("Imports rose 4 percent to 40 tonnes from year-ago levels, or by 36.", "mvPtN,bN"),
    ("They painted harbour walls.", "u"),  # words that are not known share a chunk
    ("The price is 3 crowns a tonne and 4 crowns.", "mrE&M"),
    ("a 9 percent fall", "Pn"),  # behind a percentage stands the noun
    ("Imports fall 9 percent.", "mvP"),
    ("Rents of foreign-led harbours rose 2 percent.", "mouuvP"),
    ("up 2 percent", "aP"),
    ("4 points, or 3 percent", "X,P"),  # "or" leaves no chunk
    ("half of the 40 boats", "QoNm"),
    ("rents: 4 percent; exports — 3 percent", "m:P;m/P"),
]


@pytest.mark.parametrize("sentence,code", CODES, ids=[sentence for sentence, _ in CODES])
def test_code(sentence: str, code: str) -> None:
    assert chunked(sentence).code == code


def test_every_chunk_knows_its_tokens() -> None:
    chunks = chunked("Imports of cement rose by about 4 percent to 310 tonnes.")
    tokens = chunks.tokens
    words = [" ".join(tokens.words[item.first : item.after]) for item in chunks.chunks]
    assert words == ["imports", "of", "cement", "rose", "by", "about 4 percent", "to", "310 tonnes"]
    assert len(chunks.code) == len(chunks.chunks)


def test_what_stands_in_brackets_is_kept_beside_the_code() -> None:
    chunks = chunked("Imports came to 40 crowns (6 dollars) in all.")
    ((place, inside),) = chunks.brackets
    assert chunks.code[place] == "M"
    assert [item.letter for item in inside] == ["M"]
    assert inside[0].value == "USD"


def test_a_bracket_that_is_never_closed_loses_nothing() -> None:
    chunks = chunked("Imports came to 40 crowns (6 dollars in all.")
    assert chunks.code.count("M") == 2
    assert chunks.brackets == ()


def test_a_basis_is_noted_at_its_word() -> None:
    chunks = chunked("Seasonally adjusted imports fell 3 percent.")
    assert chunks.bases == ((0, "seasonally-adjusted"),)
    assert chunks.code == "mvP"
