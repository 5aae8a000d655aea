"""Shares of one whole that exclude each other: answers, holders of a market or a vote, uses of a sum."""

from __future__ import annotations

import pytest

from checker.answers import _MOODS, _OPINIONS
from checker.article import read
from checker.division import _WHOLES, DIVIDED
from checker.pack import load_pack
from checker.pipeline import check
from checker.wording import _DIVIDED

BOUND = "shares-of-whole"
CASES = [
    # Another time, place, group or market, a part of the first, growth, something new in the next sentence: not bound.
    ("Ames won 52 percent of the vote, compared with 57 percent in 2004.", []),
    ("Ames won 58 percent of the vote in Brill, with Boyle taking 61 percent in Corve in the election.", []),
    ("Arden has 62 percent of the market, and its unit Brill has 48 percent.", []),
    ("Arden has an 87 percent market share in Brill, about 75 percent in Corve and 92 percent in Halden.", []),
    ("With 80 percent of the votes counted, Ames had 30.1 percent and Boyle 26.6 percent.", []),
    ("Shareholders gave director Ames 58.9 percent of the vote, with Boyle at 55.1 percent.", []),
    ("Exports rose 40 percent to Arden, 55 percent to Brill and 62 percent to Corve.", []),
    ("Some 60 percent of women backed it and 55 percent of men opposed it.", []),
    ("Of those asked, 60 percent opposed the toll. Some 55 percent supported the new harbour.", []),
    ("Of those asked, 60 percent opposed the toll.\n\nSome 55 percent supported it.", []),
    ("The poll found 62 percent did not back it and 61 percent opposed it.", []),
    # One whole.
    ("Of those asked, 60 percent opposed the toll. Some 35 percent supported it.", ["consistent"]),
    ("Of those asked, 60 percent opposed the toll. Some 53 percent supported it.", ["inconsistent"]),
    ("The toll is opposed by 62 percent and backed by 31 percent.", ["consistent"]),
    ("Bullish sentiment rose to 42.1 percent while bearish sentiment fell to 64.7 percent.", ["inconsistent"]),
    ("The poll showed 52 percent said he should go, while 63 percent said he should not.", ["inconsistent"]),
    ("Ames won 52 percent of the vote to Boyle's 47 percent.", ["consistent"]),
    ("Ames won 52 percent of the vote, compared with 57 percent for Boyle.", ["inconsistent"]),
    ("Arden controls about 70 pct of the market, with Brill about 10 to 12 pct and Corve 7 pct.", ["consistent"]),
    ("It puts 40 percent in bonds, 35 percent in stocks and 52 percent in gold.", ["inconsistent"]),
]


@pytest.mark.parametrize("text, verdicts", CASES)
def test_shares_that_exclude_each_other(text: str, verdicts: list[str]) -> None:
    checked = check(read(text + "\n"), load_pack()).checked
    assert [item.verdict for item in checked if item.relation.rule == BOUND] == verdicts


def test_the_wording_looks_for_every_word_that_divides() -> None:
    assert _DIVIDED >= _WHOLES | DIVIDED


def test_an_opinion_is_no_mood() -> None:
    assert {word for word in _OPINIONS if word in _MOODS} <= {"neutral", "undecided"}


@pytest.mark.parametrize(
    "text, level",
    [
        ("Some 58 percent oppose the toll and 51 percent approve of it.", "error"),
        ("Ames won 52 percent of the vote to Boyle's 67 percent.", "warning"),
        ("It puts 41 percent in bonds, 35 percent in stocks and 52 percent in gold.", "warning"),
        ("Of those asked, 61 percent opposed the toll. Some 53 percent supported it.", "warning"),
    ],
)
def test_what_only_the_surroundings_tie_is_a_warning(text: str, level: str) -> None:
    findings = check(read(text + "\n"), load_pack()).findings
    assert [(item.rule, item.level) for item in findings] == [(BOUND, level)]
