"""Words that say which way something went, beside its movement: what bears on it, and what is left alone."""

from __future__ import annotations

import pytest

from checker import lexicon, resources
from checker.article import read
from checker.bearing import bound_in
from checker.cueword import words_known
from checker.pack import load_pack
from checker.pipeline import check, read_sentences

PACK = load_pack()
CASES = [
    # Another thing or another time, a small change, a word that is none of movement, a denial: nothing is bound.
    ("Tea rose 3 percent in May after its biggest fall in a decade.", []),
    ("Tea rose 3 percent while the brewer was the biggest loser.", []),
    ("Shares of Arden Tea rose 3 percent and its rival was the biggest decliner.", []),
    ("Arden Tea was the biggest loser in the index, which rose 3 percent.", []),
    ("Sales rose only 1 percent, hurt by the drought.", []),
    ("Unemployment fell 3 percent, hurt by nothing so much as good weather.", []),
    ("The mill's economy shrank 3 percent, helped by tourism, in its mildest year.", []),
    ("The yield rose 3 points, ending a rally in bonds.", []),
    ("Copper was down 3 percent, reversing some of its early losses.", []),
    ("Oil fell on falling tea prices to $3, off its highest.", []),
    ("The stock rose to $42 before easing to $38, up 3 percent.", []),
    ("Arden raised 3 million crowns of cash to buy mills.", []),
    ("Crude stocks rose 3 million barrels, with gasoline stocks down 2 million.", []),
    ("Stocks did not fall to their lowest level in 3 years.", []),
    # What moved most, the move itself, what was reached.
    ("Arden Tea fell 3 percent, the index's biggest decliner.", [("fell", "decliner", "holder")]),
    ("Among the gainers, Arden Tea rose 3 percent.", [("rose", "gainers", "holder")]),
    ("The biggest drag was Arden Tea, down 3 percent.", [("down", "drag", "holder")]),
    ("The index fell 3 percent, its worst one-day loss since May.", [("fell", "loss", "event")]),
    ("Sales rose 3 percent, led by a sharp rise in tea.", [("rose", "rise", "event")]),
    ("Joblessness fell in May to a three-year low.", [("fell", "low", "extreme")]),
    ("Joblessness fell to 4 percent, the lowest rate in 3 years.", [("fell", "lowest", "level")]),
    # What drove it, and what it continues or ends.
    ("Profit rose 3 percent, partly helped by the harvest.", [("rose", "helped", "cause")]),
    ("Arden missed its target, sending its shares down 3 percent.", [("down", "missed", "blow")]),
    ("The lira fell 3 percent, extending its losses.", [("fell", "losses", "run")]),
    ("The lira fell 3 percent, snapping a five-day winning streak.", [("fell", "winning", "run")]),
    # Told twice, in the market and one of its shares, by price and yield, by advice.
    ("Arden closed 14 cents higher, up 3 percent.", [("higher", "up", "again")]),
    ("Profit fell to 3 million crowns, down 12 percent.", [("fell", "down", "again")]),
    ("Bank shares fell, with Arden Trust down 3 percent.", [("fell", "down", "with")]),
    ("The bond was up 5/32 in price to yield 4.2 percent, down from 4.3 percent.", [("up", "down", "yield")]),
    ("The index rose on the news, gaining 0.9 percent.", [("rose", "gaining", "again")]),
    ("Tea also fell with the rest, down 4 percent.", [("fell", "down", "again")]),
    ("Sales fell 2 percent, with those of wine down 4 percent.", [("fell", "down", "with")]),
    ("Claims rose by 12,000 to a record 310,000.", [("rose", "record", "extreme")]),
    # What is set apart, of another time, of what goes the other way, or a record of a loss or a time.
    ("Sales were up in three of the four towns, falling 4 percent in Brill.", []),
    ("Tea fell in the morning but later rose again, losing 4 percent.", []),
    ("The tax rate fell, adding 5 cents to earnings.", []),
    ("The crown fell, with the dollar up 2 percent.", []),
    ("Bond prices rose, with the yield falling 2 points.", []),
    ("Sales fell 2 percent, with those of tea up 1 percent and of wine down 5 percent.", []),
    ("Sales slowed, rising 2 percent.", []),
    ("The mill plunged to a record 6.5 million crown loss.", []),
    ("The dollar fell to a record 79.78 yen.", []),
    ("The stake was cut from a record 32 percent.", []),
    ("On Monday it cut its rating on Arden to hold from buy.", [("cut", "hold", "rating")]),
    ("The broker upgraded 3 makers to overweight.", [("upgraded", "overweight", "rating")]),
    ('It raised its advice on 3 makers to "buy" from "add".', [("raised", "buy", "rating")]),
    ('It lowered Arden to "buy/high risk" from "strong buy/high risk".', [("lowered", "buy", "rating")]),
    ("It cut its price for 3 makers and raised its advice to buy from hold.", [("raised", "buy", "rating")]),
    ("Its outlook for 2013 was raised to positive from stable.", [("raised", "positive", "rating")]),
    ("The bank upgraded Arden to hold shares from 2013 on.", []),
    ("It averted a downgrade of 3 states by revising the outlook to stable from negative.", []),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_what_bears_on_a_movement(text: str, expected: list[tuple[str, str, str]]) -> None:
    sentences, _ = read_sentences(read("Tea\n\n" + text + "\n"), lexicon.load())
    chunks = sentences[-1].chunks
    words = chunks.tokens.words
    assert [(words[way.first], words[cue.word], cue.kind) for way, cue in bound_in(chunks)] == expected


@pytest.mark.parametrize("text, expected", [case for case in CASES if case[1]])
def test_what_is_true_is_passed(text: str, expected: list[tuple[str, str, str]]) -> None:
    checked = check(read("Tea\n\n" + text + "\n"), PACK).checked
    told = [item.verdict for item in checked if item.relation.rule in ("word-and-way", "cause-and-way")]
    assert told == ["consistent"] * len(expected)


TURNED = [
    ("On Monday it raised its rating on Arden to underweight from neutral.", "raised"),
    ("On Monday it raised its advice on Arden to hold from add.", "raised"),
    ("The bond was up 5/32 in price to yield 4.2 percent, up from 4.1 percent.", "up"),
    ("Bank shares fell, with Arden Trust up 3 percent.", "fell"),
    ("Arden missed its target, sending its shares up 3 percent.", "up"),
    ("Profit fell to 3 million crowns, up 12 percent.", "fell"),
]


@pytest.mark.parametrize("text, word", TURNED)
def test_what_is_turned_round_is_told(text: str, word: str) -> None:
    findings = check(read("Tea\n\n" + text + "\n"), PACK).findings
    assert [one.rule for one in findings if one.level != "note"] in (["word-and-way"], ["cause-and-way"])
    assert f'"{word}"' in findings[0].message


def test_a_word_stands_in_one_row_only() -> None:
    rows = [words.split() for *_, words in resources.table("frames", "bearings.tsv")]
    assert sum(map(len, rows)) == len(words_known())
