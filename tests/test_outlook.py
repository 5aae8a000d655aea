"""Ranges set against earlier ranges: both ends are paired; lists and single figures are not."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.outlook import outlooks
from checker.pipeline import read_sentences

LEXICON = lexicon.load()

SILENT = [
    "Sales are seen at 12 million to 13 million crowns, which is more than last year.",
    "The mills in Arden sold 12 tonnes and 13 tonnes, up from 10 tonnes and 14 tonnes.",  # a list
    "The mill narrowed its forecast to 12 to 13 million crowns from 11 to 15 million crowns.",
    "The mill's loss was 12 to 13 million crowns from May to June.",
    "Sales are seen at 12 million to 13 million crowns, up from 900 farms to 950 farms.",
]
PAIRED = [
    (
        "Sales are seen at 12 million to 13 million crowns, up from a previous 10 million to 11 million crowns.",
        [("12 million", "10 million", "up"), ("13 million crowns", "11 million crowns", "up")],
    ),
    (
        "The mill will spend between 26.9 and 27.3 crowns a share, down from its range of 27.0 to 27.5 crowns a share.",
        [("26.9", "27.0", "down"), ("27.3 crowns a share", "27.5 crowns a share", "down")],
    ),
    (
        "The mill cut its forecast to 12 to 13 million crowns from the prior range of 14 to 15 million crowns.",
        [("12", "14", "cut"), ("13 million crowns", "15 million crowns", "cut")],
    ),
    (
        "The mill raised its target to 12 to 13 million crowns from 11 million crowns.",
        [("13 million crowns", "11 million crowns", "raised")],
    ),
    (
        "The mill cut its target to 12 million crowns from 13 to 15 million crowns.",
        [("12 million crowns", "15 million crowns", "cut")],
    ),
    (
        "The mill cut it to 12 million crowns from between 13 million and 15 million crowns.",
        [("12 million crowns", "15 million crowns", "cut")],
    ),
    ("Sales are seen at 12 million crowns, up from 9 to 11 million crowns.", [("12 million crowns", "9", "up")]),
]


def ends(text: str) -> list[tuple[str, str, str]]:
    """A text → the ends of its ranges and the words between, as printed."""
    chunks = read_sentences(read(text), LEXICON)[0][0].chunks
    tokens = chunks.tokens
    words = [tokens.folded[tokens.starts[item.first] : tokens.ends[item.after - 1]] for item in chunks.chunks]
    return [(words[now], words[was], words[word]) for told in outlooks(chunks) for now, was, word in told]


@pytest.mark.parametrize("text", SILENT)
def test_look_alikes_pair_nothing(text: str) -> None:
    assert ends(text) == []


@pytest.mark.parametrize("text,expected", PAIRED)
def test_both_ends_are_paired(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert ends(text) == expected
