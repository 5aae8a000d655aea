"""What a sentence takes up of the one before: movements and results that are bound, and those that are left alone."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.pipeline import read_sentences
from checker.takenup import taken_up

LEXICON = lexicon.load()
LEFT_ALONE = [
    "Exports fell 4 percent in May. The increase in imports was small.",  # not told before
    "Exports fell 4 percent in May. The April increase was small.",
    "Exports fell 4 percent in May. The largest increase was that of tea.",
    "Exports fell 4 percent in May. The increase expected by analysts did not come.",
    "Exports fell 4 percent in May and imports rose 2 percent. The increase was the third.",
    "Exports may fall 4 percent in May. The increase was the third.",
    "Exports had fallen 4 percent in May. The increase was the third.",
    "Exports fell in May as 300 mills closed. The price increase was the third.",
    "That is down 4 percent on the year. The increase was the third.",
    "June's drop of 4 percent was made good. The increase was the third.",
    "The purchasing managers' index rose to 48. It was the third straight month of decline.",
    "Sales were down 17 percent from May last year. The rise in sales lasted.",
    "Gold slipped to 1,502 crowns. The rally has been strong.",
    "Jobless rolls fell by 46,050. But those gains were small.",
    "Loans to banks dropped to 832 million crowns. The advances were made to four banks.",
    "The yield fell 3 points to 6.05 percent. Analysts said the advance was small.",
    "Arden expects a profit of 3 million crowns. The loss was large.",
    "That compares with a profit of 3 million crowns. The loss was large.",
    "Arden made a profit of 3 million crowns. The loss of its mill hurt.",
    "Arden made a profit of 3 million crowns. The trade deficit widened.",
]
BOUND = [
    ("Exports fell 4 percent in May. The decline was the third.", ["fell", "decline"]),
    ("Exports fell 4 percent in May. The increase was the third.", ["fell", "increase"]),
    ("Exports fell 4 percent after a 2 percent rise. The 4 percent drop was the third.", ["fell", "drop"]),
    ("Exports fell 4 percent in May. Analysts said the May increase came late.", ["fell", "increase"]),
    ("Exports fell 4 percent in May. Analysts blamed the rise on rain.", ["fell", "rise"]),
    ("Exports fell 4 percent in May. The rise in exports was small.", ["fell", "rise"]),
    ("Exports fell 4 percent in May. It was the third straight monthly increase.", ["fell", "increase"]),
    ("Exports fell 4 percent in May. That was a sharp increase from April.", ["fell", "increase"]),
    ("Exports fell 4 percent in May. It was the first time in a year that they had risen.", ["fell", "risen"]),
    ("Stocks fell to 40,000 tons. That was the highest level since 2019.", ["fell", "highest"]),
    ("Arden made a profit of 3 million crowns. The loss was large.", ["profit", "loss"]),
    ("Arden made a profit of 3 million against a loss of 2 million. The year-ago loss was large.", ["loss", "loss"]),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(text: str) -> None:
    article = read(text)
    assert taken_up(article, read_sentences(article, LEXICON)[0]) == []


@pytest.mark.parametrize("text,told", BOUND)
def test_what_is_taken_up(text: str, told: list[str]) -> None:
    article = read(text)
    found = taken_up(article, read_sentences(article, LEXICON)[0])
    assert [fact.figure.text for fact in found if fact.figure is not None] == told
