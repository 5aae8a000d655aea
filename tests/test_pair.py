"""Pairs: a figure now, the one it is set against and the word that says which way; look-alikes pair nothing."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.pipeline import read_sentences

LEXICON = lexicon.load()

# Sentences that set no figure against another.
SILENT = [
    "The turnout of 8 percent is a far cry from 61 percent.",
    "The club is 40 crowns away from 90 crowns.",
    "Growth came to 4.1 percent after 4.3 percent.",  # no word of pace
    "The mill sold 40 tonnes; the rest came from 90 tonnes of stock.",  # another clause
    "Sales reached 900 crowns from 40 farms.",  # another unit
    "Trade rose to 3.4 billion crowns, compared with Arden trade of 1.9 billion crowns.",  # somebody else's
    "Claims rose 13,000 from a revised 449,000.",  # the amount of the change
    "The mills owe a respective 9 and 3 million crowns, up from a respective 7 and 2 million crowns.",
    "The price was 12 crowns against 300 crowns expected by analysts.",
    "The crown may slip from its current range of 28.35 to 28.50.",
    "The mill cut its outlook from a May forecast of 2.10 crowns to 2.20 crowns.",
    "Four trains were cancelled on 28 lines, adding to the 8 lines shut last week.",
    "Sales rose 3 percent, falling to 5 percent of the total.",  # the amount of a change
    "Output fell 2 percent, down from a fall of 3 percent.",  # which of two falls is the lower one?
    "The mill sold 40 tonnes and the farm 60 tonnes, more than in May but up from 50 tonnes.",  # which of the two?
    "Pay rose 3 percent, more than in May but down from 4 percent.",  # a rate of change
]

# Sentence → now, before, direction word, connector.
PAIRED = [
    ("Exports fell from 81 crowns to 74 crowns.", [("74 crowns", "81 crowns", "fell", "from")]),
    ("Exports rose to 90 crowns from 84 crowns.", [("90 crowns", "84 crowns", "rose", "from")]),
    (  # a forecast that no longer holds
        "The mill cut its profit forecast to 74 crowns from a previous estimate of 81 crowns.",
        [("74 crowns", "81 crowns", "cut", "from")],
    ),
    ("Profit is seen at 74 crowns, revised down from 81 crowns.", [("74 crowns", "81 crowns", "revised down", "from")]),
    (  # behind a yardstick
        "The mill earned 90 crowns, in line with forecasts but up from 84 crowns.",
        [("90 crowns", "84 crowns", "up", "from-other")],
    ),
    (
        "The mill earned 90 crowns, down 4 percent on the year, and up from 84 crowns.",
        [("90 crowns", "84 crowns", "up", "from-other")],
    ),
    (
        "The mill had a debt of 90 crowns in May, which was down from 99 crowns.",
        [("90 crowns", "99 crowns", "down", "from-other")],
    ),
    ("Turnover was up at 90 crowns from 84 crowns.", [("90 crowns", "84 crowns", "up", "from")]),
    (  # a loss is no base of a profit
        "The firm had a profit of 12 million crowns, up from a loss of 3 million crowns.",
        [("12 million crowns", "3 million crowns", "", "from-turned")],
    ),
    ("The planners cut the number of cuts to 74 from 81.", [("74", "81", "cut", "from")]),
    ("The port had 61,200 visitors, down sharply from 70,900.", [("61,200", "70,900", "down", "from")]),
    (  # the particle decides
        "The group pushed profit down to 40 million crowns from 44 million crowns.",
        [("40 million crowns", "44 million crowns", "down", "from")],
    ),
    (
        "Profit rose to 26 million crowns, or 31 crowns a share, from 13 million crowns, or 16 crowns a share.",
        [
            ("26 million crowns", "13 million crowns", "rose", "from"),
            ("31 crowns a share", "16 crowns a share", "", "from"),
        ],
    ),
    (
        "Support fell to 48 percent from 52 percent and 54 percent a year ago.",
        [("48 percent", "52 percent", "fell", "from"), ("48 percent", "54 percent", "", "from-also")],
    ),
    (
        "Profit was 55 crowns a share, above the 53 crowns analysts expected.",
        [("55 crowns a share", "53 crowns", "above", "benchmark")],
    ),
    (
        "Profit was 55 crowns a share, topping the average forecast of 53 crowns.",
        [("55 crowns a share", "53 crowns", "topping", "benchmark")],
    ),
    (  # of two ranges the high ends share the word
        "Sales of 12 million to 13 million crowns, down from 12.6 million to 13.5 million crowns.",
        [("12 million", "12.6 million", "down", "from"), ("13 million crowns", "13.5 million crowns", "", "from")],
    ),
    (  # a second word, and what it looks back to
        "Sales were 90 crowns, up from 84 crowns in May but down from 97 crowns a year earlier.",
        [("90 crowns", "84 crowns", "up", "from"), ("90 crowns", "97 crowns", "down", "from-also")],
    ),
    ("Growth slowed to 4.1 percent after 4.3 percent.", [("4.1 percent", "4.3 percent", "slowed", "after")]),
    (
        "Exports rose to 671 tonnes from a three-year low of 500 tonnes.",
        [("671 tonnes", "500 tonnes", "rose", "from-extreme")],
    ),
    (  # away from a high is down
        "Exports were 671 tonnes, rebounding from a three-year low of 500 tonnes.",
        [("671 tonnes", "500 tonnes", "", "from-extreme")],
    ),
    (
        "The index fell to 64.6 in July from the final reading for June of 70.8.",
        [("64.6", "70.8", "fell", "from")],
    ),
    (
        "Growth of 2.9 percent is seen, up from expectations of 2.3 percent in May.",
        [("2.9 percent", "2.3 percent", "up", "from-rate")],
    ),
    (
        "The mill cut its target for sales in the north, of cloth and of yarn, to 74 tonnes from 81 tonnes.",
        [("74 tonnes", "81 tonnes", "cut", "from")],
    ),
    ("Rents were 74 crowns in May, falling from 81 crowns.", [("74 crowns", "81 crowns", "falling", "from")]),
    (
        "The margin slipped to 8.0 percent from 8.3 percent due to the strike.",
        [("8.0 percent", "8.3 percent", "slipped", "from")],
    ),
    (
        "The mill posted a higher profit of 90 crowns, compared with 84 crowns a year earlier.",
        [("90 crowns", "84 crowns", "higher", "against")],
    ),
    (  # the rate has another base
        "Sales fell 3 percent to 512 tonnes, up from 480 tonnes a year earlier.",
        [("512 tonnes", "480 tonnes", "up", "from-other")],
    ),
    (
        "Sales rose to 512 tonnes from 480 tonnes, against 470 tonnes in 2011.",
        [("512 tonnes", "480 tonnes", "rose", "from"), ("512 tonnes", "470 tonnes", "", "from-other")],
    ),
    (  # "rose" speaks of the month
        "Output rose by 2,000 tonnes in the month to 436,500 tonnes compared with 470,700 tonnes a year earlier.",
        [("436,500 tonnes", "470,700 tonnes", "", "against")],
    ),
    (
        "The loan rate fell to 11.5 percent from 12.5 percent and the deposit rate to 7.2 percent from 8.0 percent.",
        [("11.5 percent", "12.5 percent", "fell", "from"), ("7.2 percent", "8.0 percent", "", "from")],
    ),
    (
        "The council lifted its forecast to 3.4 percent from a previous 3.1 percent.",
        [("3.4 percent", "3.1 percent", "lifted", "from")],
    ),
    (
        "Growth in lending was revised upward to 10.4 percent for April from a preliminary 10.1 percent.",
        [("10.4 percent", "10.1 percent", "revised upward", "from")],
    ),
    (
        "The asking price fell by more than 600 crowns from 190,329 crowns in May to 189,700 crowns in June.",
        [("189,700 crowns", "190,329 crowns", "fell", "from")],
    ),
    (
        "Output was up 2.8 percent, slowing from 3.3 percent growth in the first quarter.",
        [("2.8 percent", "3.3 percent", "slowing", "from-rate")],
    ),
    (
        "The office revised down the job gains in May, from 157,000 to 133,000.",
        [("133,000", "157,000", "revised down", "from")],
    ),
    (
        "The jobless total rose, however, in March to 2.23 million from 2.18 million.",
        [("2.23 million", "2.18 million", "rose", "from")],
    ),
    (
        "The rate fell to 86.6 percent, the lowest since 1971, after averaging 96.6 percent in 1985.",
        [("86.6 percent", "96.6 percent", "fell", "from-other")],
    ),
    (  # the rate may be that from the close
        "Shares of Arden fell 6 percent to 23.25 crowns after closing at 24.75 crowns.",
        [("23.25 crowns", "24.75 crowns", "fell", "from")],
    ),
    (
        "Shares of Corve fell to 141 crowns in late after-hours trading from a close of 150 crowns.",
        [("141 crowns", "150 crowns", "fell", "from")],
    ),
    (
        "Shares of Corve fell to 141 crowns from their close on the exchange at 150 crowns.",
        [("141 crowns", "150 crowns", "fell", "from")],
    ),
    (
        "The wage will drop to 2,000 crowns from over 4,000 crowns.",
        [("2,000 crowns", "4,000 crowns", "drop", "from")],
    ),
    (
        "Deliveries rose to 511,400 cars and delivery vans from 501,400.",
        [("511,400", "501,400", "rose", "from")],
    ),
    (
        "The bank charged 0.7 percent in fees and points on mortgages, down from 0.8 percent.",
        [("0.7 percent", "0.8 percent", "down", "from")],
    ),
    (
        "The rate fell to 2.0 percent, according to the poll, down from 2.5 percent in May.",
        [("2.0 percent", "2.5 percent", "down", "from")],
    ),
    (
        "New home sales are expected to dip to an annual rate of 500,000 from a pace of 512,000.",
        [("500,000", "512,000", "dip", "from")],
    ),
    (
        "The state may cut its ceiling for farm subsidies from 23 billion crowns to 15 billion crowns.",
        [("15 billion crowns", "23 billion crowns", "cut", "from-other")],
    ),
    (
        "Rents rose from 79.60 crowns in 2004, to a record level of 105.45 crowns in 2010.",
        [("105.45 crowns", "79.60 crowns", "rose", "from-other")],
    ),
    (
        "The bond has a coupon of 8.5 percent rising to 9 percent from July.",
        [("9 percent", "8.5 percent", "rising", "from-other")],
    ),
    (
        "Sales were 400 million crowns in 2004, rising to 450 million crowns in 2005.",
        [("450 million crowns", "400 million crowns", "rising", "from-other")],
    ),
    (
        "The index reached 139 before slipping to 138.",
        [("138", "139", "slipping", "from-other")],
    ),
    (
        "From a record of nearly 150 crowns last year, prices collapsed to 32.40 crowns.",
        [("32.40 crowns", "nearly 150 crowns", "collapsed", "from-other")],
    ),
    (
        "Output grew at a 2 percent annual rate, the office said in its second estimate, up from a 1 percent pace.",
        [("2 percent", "1 percent", "up", "from-rate")],
    ),
    (
        "Wages rose by 3.2 percent from a year earlier, down from April's 3.4 percent rise.",
        [("3.2 percent", "3.4 percent", "down", "from-rate")],
    ),
    (
        "Sales were revised up to a 0.7 percent increase from a 0.3 percent gain.",
        [("0.7 percent", "0.3 percent", "revised up", "from-rate")],
    ),
    (
        "Growth slowed to 0.6 percent in April from a 1.2 percent expansion.",
        [("0.6 percent", "1.2 percent", "slowed", "after")],
    ),
    (
        "Exports were 90 million crowns, more than the 80 million crowns in 2014.",
        [("90 million crowns", "80 million crowns", "", "than")],
    ),
]


def paired(text: str) -> list[tuple[str, str, str, str]]:
    """A text → its pairs, each chunk as its words."""
    found = []
    for sentence in read_sentences(read(text), LEXICON)[0]:
        tokens, chunks = sentence.chunks.tokens, sentence.chunks.chunks
        spans = [tokens.folded[tokens.starts[item.first] : tokens.ends[item.after - 1]] for item in chunks]
        words = [*spans, ""]  # −1 is no chunk
        found += [(words[p.now], words[p.before], words[p.direction], p.connector) for p in sentence.pairs]
    return found


@pytest.mark.parametrize("text", SILENT)
def test_look_alikes_pair_nothing(text: str) -> None:
    assert paired(text) == []


@pytest.mark.parametrize("text,expected", PAIRED, ids=[text for text, _ in PAIRED])
def test_pairs(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert paired(text) == expected


def test_a_parallel_pair_knows_the_figure_it_stands_beside() -> None:
    text = "Profit rose to 26 million crowns, or 31 crowns a share, from 13 million crowns, or 16 crowns a share."
    first, second = read_sentences(read(text), LEXICON)[0][0].pairs
    assert (first.beside, second.beside) == (-1, first.now)
