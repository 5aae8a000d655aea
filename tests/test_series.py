"""Series: links between sentences; what only resembles a restatement or a part of one whole is left alone."""

from __future__ import annotations

from typing import Any

import pytest
from made import fact

from checker import lexicon
from checker.article import read
from checker.draft import facts
from checker.fact import Fact
from checker.pipeline import read_sentences
from checker.record import replace
from checker.series import tie

LEXICON = lexicon.load()
HEADED = "{}\n\n{}"


def ties(known: tuple[Fact, ...]) -> list[tuple[str, str, str]]:
    """Facts → their links, each figure as its words."""
    names = {one.id: one.figure.text for one in known if one.figure is not None}
    return [(names[one.id], link.as_, names[link.to]) for one in known for link in one.links]


def tied(text: str) -> list[tuple[str, str, str]]:
    """An article → the links that it has only when its sentences are read together."""
    sentences = read_sentences(read(text), LEXICON)[0]
    alone = facts(sentences, LEXICON)
    return [link for link in ties(tie(alone, sentences, LEXICON)) if link not in ties(alone)]


SILENT = [
    # The same amount in a currency told more closely.
    HEADED.format("Exports at 45 million crowns", "Exports were 45 million dollars in 2019."),
    # The figure is the revision's, not the profit's.
    HEADED.format("A 300 million crown profit revision", "Profit was 200 million crowns."),
    HEADED.format("Exports at 45 million crowns", "Imports were 41 million crowns."),
    HEADED.format("Exports may reach 45 million crowns", "Exports were 41 million crowns."),  # not yet
    # No period printed, or none that is the same for all sentences.
    "Exports were 41.7 million crowns. Imports fell.\n\nExports were 42.9 million crowns.",
    "Exports were 41.7 million crowns last year. Imports fell.\n\nExports were 42.9 million crowns last year.",
    "Exports were 41.7 million crowns in 2019. Exports were 42.9 million crowns in 2018.",
    "Exports were 41.7 million crowns in 2019. Exports of tea were 42.9 million crowns in 2019.",
    "Exports were 41.7 million crowns in 2019. Exports will be 42.9 million crowns in 2019.",
]

TIED = [
    # Digits of a headline may be cut off: 41.76 as 41.7.
    (
        HEADED.format("Exports at 41.7 million crowns", "Exports were 41.76 million crowns in 2019."),
        ("41.76 million crowns", "headline-of", "41.7 million crowns"),
    ),
    (
        HEADED.format("Exports at 45 million crowns", "Exports were 41.76 million crowns in 2019."),
        ("41.76 million crowns", "headline-of", "45 million crowns"),
    ),
    (
        "Exports were 41.76 million crowns in 2019. Exports were 42.9 million crowns in 2019.",
        ("42.9 million crowns", "same-quantity", "41.76 million crowns"),
    ),
    (
        "Exports were 41.76 million crowns in 2019. Exports were about 42 million crowns in 2019.",
        ("42 million crowns", "hedged-of", "41.76 million crowns"),
    ),
    (
        "Exports of tea were 12 million crowns, or 30 percent of total exports. Exports were 40 million crowns.",
        ("30 percent", "share-of", "40 million crowns"),
    ),
    (
        "Exports of tea were 30 percent of total exports. Exports of tea were 12 million crowns.",
        ("30 percent", "of-part", "12 million crowns"),
    ),
    (
        "Exports of tea were 30 percent of total exports. Exports rose 2 percent.",
        ("2 percent", "whole-growth", "30 percent"),
    ),
]


@pytest.mark.parametrize("text", SILENT)
def test_look_alikes_are_not_tied(text: str) -> None:
    assert tied(text) == []


@pytest.mark.parametrize("text,expected", TIED)
def test_ties(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in tied(text)


def made(name: str, text: str, **attributes: Any) -> Fact:
    """An id, a figure's words and what else is known → a fact of the first sentence."""
    return replace(fact(name, text), sentence=0, chunk=-1, **attributes)


TEA = made("f1", "53%", aspect="share", measure="exports:tea")
TEA_GROWTH = made("f2", "3%", aspect="change-rate", measure="exports:tea")
GROWTH = made("f3", "2%", aspect="change-rate", measure="exports", period="M05")
SHIFT = made("f4", "0.4 points", aspect="share-change", measure="exports")
HIGHER = made("f5", "0.3 points", aspect="rate-difference", measure="exports", period="M05")

# Two or three facts of one sentence → the links between them.
BETWEEN = [
    ((TEA, made("f6", "30%", aspect="share", measure="exports:tea")), []),  # one part twice
    ((TEA, made("f6", "30%", aspect="share", measure="exports")), []),  # the whole is no part
    ((TEA, made("f6", "30%", aspect="share", measure="imports:coffee")), []),
    ((SHIFT, GROWTH), []),  # no part is told
    ((HIGHER, replace(GROWTH, period="M06")), []),
    ((TEA, made("f6", "30%", aspect="share", measure="exports:coffee")), [("30%", "shares-whole", "53%")]),
    ((SHIFT, TEA_GROWTH, GROWTH), [("2%", "whole-growth", "3%")]),
    ((HIGHER, GROWTH), [("2%", "other-rate", "0.3 points")]),
]


@pytest.mark.parametrize("known,expected", BETWEEN)
def test_within_a_sentence(known: tuple[Fact, ...], expected: list[tuple[str, str, str]]) -> None:
    assert ties(tie(known, read_sentences(read("They sold 40 tonnes."), LEXICON)[0], LEXICON)) == expected
