"""One subject's course, told at the beginning and further down: what is bound, and what is left alone."""

from __future__ import annotations

import pytest

from checker import lexicon, resources
from checker.article import read
from checker.course import courses
from checker.pipeline import read_sentences
from checker.retold import retold
from checker.storywide import TRADED

LEXICON = lexicon.load()
OIL = "Oil falls on fears for demand\n\nOil fell on Monday on fears for demand.\n\n"
STOCKS = "Stocks drop as banks slide\n\nU.S. stocks dropped on Monday as banks slid.\n\n"
SHARES = "Kestrel shares jump\n\nShares of Kestrel jumped on Monday on talk of a bid.\n\n"
LEFT_ALONE = [
    OIL + "London Brent crude rose 5 cents to $61.30 a barrel.",  # Brent goes its own way
    OIL + "Crude had risen 3 percent earlier.",
    OIL + "Earlier in the day, crude rose 2 percent.",
    OIL + "On Friday, crude rose 2 percent. Crude rose 3 cents.",
    OIL + "Oil is up 12 percent this year.",
    OIL + "On Friday, crude rose 2 percent. It closed at $62.10, up 3 cents.",
    STOCKS + "The Dow Jones industrial average rose 2 points, or 0.02 percent, to 11,020.10.",
    STOCKS + "The Nasdaq rose 6 points to 2,201.10.",
    STOCKS + "At Monday's close, the Dow was up 3.1 percent for July.",
    STOCKS + "The Nasdaq halted a four-day rout.",
    "Stocks gain\n\nStocks racked up a fourth straight week of gains on Friday.\n\nThe Dow fell 1.2 percent.",
    "Stocks lose steam\n\nShares of Arden lost steam on Friday.\n\nThe Dow rose 1.2 percent to 11,020.10.",
    "Stocks rise\n\nStocks ended little changed on Friday, paring gains.\n\nThe Dow fell 1.2 percent.",
    "Stocks drop\n\nStocks dropped on Monday, one of May's worst days.\n\nThe Dow was up 3 percent in May.",
    "Arden cuts oil output\n\nArden cut its oil output on Monday.\n\nCrude rose 4 cents to $61.30 a barrel.",
    STOCKS + "For the week, the Dow rose 1.2 percent. The S&P 500 rose 0.9 percent.",
    STOCKS + "About 14 stocks rose for every 13 that fell.",
    STOCKS + "Energy stocks rose 2 percent.",
    STOCKS + "However, the Dow rose 1.2 percent.",
    SHARES + "Shares of rival Arden fell 2 percent to $3.10.",
    SHARES + "In after-hours trading, Kestrel shares fell 2 percent to $3.10.",
    "Stocks end mixed\n\nStocks rose on Monday and then fell.\n\nThe Dow rose 1.2 percent.",
    "Kestrel sales rise\n\nKestrel Foods said that sales rose in spring.\n\nComparable sales fell 2 percent.",
]
BOUND = [
    (OIL + "U.S. crude for June delivery settled up 13 cents at $66.71 a barrel.", ["falls", "fell", "settled up"]),
    (OIL + "Crude settled at $66.71 a barrel, up 13 cents.", ["falls", "fell", "up"]),
    (STOCKS + "The Dow Jones industrial average rose 59 points, or 0.5 percent.", ["drop", "dropped", "rose"]),
    (STOCKS + "The Standard & Poor's 500 Index was up 9 points, or 0.8 percent.", ["drop", "dropped", "up"]),
    (SHARES + "Kestrel shares were down 8 percent at $3.10.", ["jump", "jumped", "down"]),
    (OIL + "Crude rose $1 to settle at $61, after falling to $58 earlier.", ["falls", "fell", "rose"]),
    (STOCKS + "The Nasdaq rose 24 points, or 1.1 percent.", ["drop", "dropped", "rose"]),
    (STOCKS + "The Dow rose 15 points, or 0.13 percent.", ["drop", "dropped", "rose"]),
    ("Data lift stocks\n\nThe budget passed.\n\nThe Dow fell 59 points to 11,020.", ["lift", "fell"]),
    (SHARES + "Kestrel shares were down 8 percent in early trading.", ["jump", "jumped", "down"]),
    (STOCKS + "The S&P 500 rose 4 points to 1,382.84.", ["drop", "dropped", "rose"]),
    (STOCKS + "For the week, it rose. The Dow rose 59 points to 11,020.10.", ["drop", "dropped", "rose"]),
    (SHARES + "It had a poor year. Kestrel shares were down 8 percent at $3.10.", ["jump", "jumped", "down"]),
]  # fmt: skip
NAMED = [
    ("Shares of Kestrel, which makes beer, fell 3 percent.", "share", {"kestrel"}),
    ("U.S. crude for July delivery settled up 85 cents at $52.10 a barrel.", "oil", set()),
    ("The S&P 500 lost 12 points.", "s&p", set()),
    ("The miller posted a 4 percent rise in quarterly profit.", "profit", set()),
    ("Initial claims for jobless benefits rose 12,000.", "claims", set()),
    ("The price of gold fell 3 percent.", "gold", set()),
    ("Wall Street rose 3 percent.", "stocks", set()),
    ("Tea rose 3 percent.", "tea", set()),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(text: str) -> None:
    sentences = read_sentences(read(text), LEXICON)[0]
    assert [fact for fact in retold(sentences) if fact.aspect == "retold-direction"] == []


@pytest.mark.parametrize("text,words", BOUND)
def test_what_is_bound(text: str, words: list[str]) -> None:
    told = retold(read_sentences(read(text), LEXICON)[0])
    assert sorted(fact.figure.text for fact in told if fact.figure is not None) == sorted(words)


@pytest.mark.parametrize("text,name,narrowed", NAMED)
def test_what_a_sentence_names(text: str, name: str, narrowed: set[str]) -> None:
    found = courses(read_sentences(read(text), LEXICON)[0][0])
    assert [(course.subject.name, set(course.narrowed)) for course in found] == [(name, narrowed)]


def test_each_name_of_what_is_traded_calls_for_its_reader() -> None:
    rows = resources.table("lexicon", "subjects.tsv")
    names = [name for _, _, kind, _, known in rows if kind in ("day", "share") for name in known.split(" | ")]
    assert [name for name in names if TRADED.isdisjoint(name.split())] == []
