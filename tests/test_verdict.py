"""What words say of a figure against what had been expected, and which result and forecast they are said of."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.draft import facts
from checker.opposed import opposed
from checker.pipeline import read_sentences
from checker.surprise import tie_surprises
from checker.verdict import verdicts

LEXICON = lexicon.load()
HEAD = "Mill beats estimates\n\nThe mill spoke in Ardenby on 3 May.\n\n"
TOLD = [
    ("The mill fails to beat estimates of 3 million.", []),
    ("The mill sees profit above estimates of 3 million.", []),
    ("After a row of missed targets it sold 3 mills.", []),
    ("Same-store sales miss expectations for 3 percent.", []),
    ("It took a lower-than-expected charge of 3 million.", []),
    ("The 3 mills went up more slowly than expected.", []),
    ("Sales of pens rise 3 percent, ink misses forecasts.", [("misses forecasts", -1, "")]),
    ("Its profit rises 3 percent, easily beats forecasts.", [("beats forecasts", 1, "profit")]),
    ("It posted a weaker-than-expected profit of 3 million.", [("weaker-than-expected", -1, "profit")]),
    ("Weaker-than-expected profit due to a 3 percent drop hit it.", [("Weaker-than-expected", -1, "profit")]),
    ("It posted a wider-than-expected loss of 3 million.", [("wider-than-expected", 1, "loss")]),
    ("Mill profit beats estimates by 3 cents.", [("beats estimates", 1, "profit")]),
    ("In May it earned 3 million, above analysts' estimates.", [("above analysts' estimates", 1, "profit")]),
    ("It posted lower-than-expected quarterly sales of 3 million.", [("lower-than-expected", -1, "sales")]),
    ("It posted a smaller-than-expected drop in profit of 3 percent.", [("smaller-than-expected", 1, "profit")]),
    ("Prices fell more sharply than expected, by 3 percent.", [("more sharply than expected", 1, "")]),
]
TIED = [
    ("It expects to earn 40 cents a share. Analysts had expected 41 cents.", []),
    ("It had a loss of 40 cents a share. Analysts had expected 41 cents.", []),
    ("It earned 44 cents a share, or 46 cents with grants. Analysts had expected 41 cents.", []),
    ("The sale added 4 cents a share. Analysts had expected 41 cents a share.", []),
    ("It earned 44 cents a share. Analysts had expected 41 cents for May and 39 cents for June.", []),
    ("It earned 44 cents a share. Analysts had expected 41 cents.", [("44 cents a share", "41 cents")]),
    ("Profit increased to 4 million, or 44 cents. Analysts had expected 41 cents.", [("44 cents", "41 cents")]),
    ("It earned 44 cents a share, from 39 cents. Analysts had expected 41 cents.", [("44 cents a share", "41 cents")]),
    ("Tax cuts decreased its profit 4 cents a share. Analysts had expected 41 cents a share.", []),
    ("The index was above the May estimate of 44. That beat economists' expectations of 41.", []),
    ("In May it was at 44. The index was below economists' expectations of 47.", []),
    ("The index fell to 44 in May. That exceeded economists' expectations for a drop to 47.", []),
    ("Claims rose to 44,000 in May. That beat economists' expectations of 41,000.", []),
    ("Orders fell 4.4 percent, excluding cars. Economists had expected a 4.1 percent fall.", []),
    ("The index rose to 44 from 43. That was shy of economists' expectations for 47.", [("44", "47")]),
    ("It rose 4.4 percent. That topped economists' forecast of 4.1 percent.", [("4.4 percent", "4.1 percent")]),
    ("It earned 44 cents a share. That beat analysts' forecast of 41 cents.", [("44 cents a share", "41 cents")]),
    ("It lost 44 cents a share. Analysts had expected a profit of 41 cents.", []),
    ("It earned 44 cents a share. Analysts had expected a loss of 41 cents.", []),
    ("It lost 44 cents a share. Analysts had expected a loss of 47 cents.", [("44 cents a share", "47 cents")]),
    ("It earned 44 cents, compared with 41 cents a share expected by analysts.", [("44 cents", "41 cents a share")]),
]


@pytest.mark.parametrize("text,told", TOLD)
def test_what_is_said(text: str, told: list[tuple[str, int, str]]) -> None:
    sentence = read_sentences(read(text), LEXICON)[0][0]
    tokens = sentence.chunks.tokens
    assert [(tokens.text(v.first, v.after), v.sign, v.of) for v in verdicts(sentence)] == told


HEADED = [
    ("Mill profit beats views; sales slow\n\nThe mill had lower-than-expected sales.", []),
    ("Mill loss below views\n\nThe mill had a bigger-than-expected loss.", []),
    ("A miss, but better than expected\n\nIt was worse than expected.", []),
    ("Prices rise more than expected\n\nPrices fell less than expected.", []),
    ("Mill sees profit above views\n\nThe mill had a profit short of estimates.", []),
    ("Mill profit beats views\n\nThe mill had a better-than-expected profit.", [("beats views", True)]),
    ("Mill profit beats views\n\nThe mill had a worse-than-expected profit.", [("beats views", False)]),
    ("Mill loss beats views\n\nThe mill had a smaller-than-expected loss.", [("beats views", True)]),
    ("Mill sees profit above views\n\nThe mill forecast profit short of estimates.", [("above views", False)]),
]


@pytest.mark.parametrize("text,found", HEADED)
def test_what_headline_and_first_sentence_say(text: str, found: list[tuple[str, bool]]) -> None:
    facts_of = {fact.id: fact for fact in opposed(read_sentences(read(text), LEXICON)[0])}
    told = [(facts_of[link.to], fact) for fact in facts_of.values() for link in fact.links]
    shown = [(one.figure.text if one.figure else "", one.interval == other.interval) for one, other in told]
    assert shown == found


@pytest.mark.parametrize("text,pairs", TIED)
def test_of_what_it_is_said(text: str, pairs: list[tuple[str, str]]) -> None:
    sentences = read_sentences(read(HEAD + text), LEXICON)[0]
    by_id = {fact.id: fact for fact in facts(sentences, LEXICON)}
    tie_surprises(by_id, sentences)
    shown = {fact.id: fact.figure.text for fact in by_id.values() if fact.figure is not None}
    found = [(shown[link.to], shown[f.id]) for f in by_id.values() for link in f.links if "expected-for" in link.as_]
    assert found == pairs
