"""Comparisons, contests and rankings: which two figures a sentence sets against each other, and in which order."""

from __future__ import annotations

import pytest

from checker import check

# Text → (the greater, the lesser) as the words have it; a fall counts as less, so that it stands second where it is
# the steeper.
COMPARED = [
    ("Arden won 30 medals, more than Brill's 25.", "30", "25"),
    ("Arden won 25 medals, fewer than Brill's 30.", "30", "25"),
    ("Arden grew 1.2 percent, faster than Brill at 0.9 percent.", "1.2 percent", "0.9 percent"),
    ("Arden grew 1.2 percent, faster than Brill, which grew 0.9 percent.", "1.2 percent", "0.9 percent"),
    ("Cases in the north, at 400, outnumbered the 350 in the south.", "400", "350"),
    ("Its share is 30 percent, dwarfed by Brill's 47 percent.", "47 percent", "30 percent"),
    ("Sales fell 18 percent, outpacing a 9 percent fall at Brill.", "9 percent", "18 percent"),
    ("Shares fell 2 percent, outperforming a 3 percent fall at Brill.", "2 percent", "3 percent"),
    ("Output grew at 2 percent, a slower annual pace than the 3 percent of May.", "3 percent", "2 percent"),
    ("Output was 4.1 million, fewer than in 2003, when it was 4.4 million.", "4.4 million", "4.1 million"),
    ("Arden has 48 percent of the seats, compared with just 12 percent for Brill.", "48 percent", "12 percent"),
    ("Arden made only 37 percent of the steel, versus 46 percent in May.", "46 percent", "37 percent"),
    ("She swam 12 minutes, longer than the 10 minutes of Cray.", "12 minutes", "10 minutes"),
]
CHAINED = ("Prices rose 2 percent, less than a rise of 3 percent in May, but more than Brill's 1 percent.", {"3", "1"})
RANKED = [
    ("Arden led with 52 medals, followed by Brill with 47 and Corve with 40.", ["52>47", "47>40"]),
    ("Arden was the largest with 52 medals, and was closely followed by Brill with 47.", ["52>47"]),
    ("Arden has 32 percent of the market, trailed by Brill at 28 percent.", ["32 percent>28 percent"]),
    ("Arden came first with 45 points, Brill second with 44 and Corve third with 40.", ["45 points>44", "44>40"]),
    ("Arden has the lowest rate at 3 percent, followed by Brill with 4 percent.", []),
    ("A loan of 3 million crowns was followed by Brill's with 4 million crowns.", []),
    ("Arden led with 66 strokes, followed by Brill with 68 strokes.", []),
]
CONTESTS = [
    ("Buyers outnumbered sellers by 1,532 to 1,204.", ["1,532>1,204"]),
    ("Buyers outnumbered sellers on the exchange by a ratio of about 16 to 15.", ["16>15"]),
    ("The house voted 231 to 204 to keep the tax.", ["231>204"]),
    ("Arden led him by 43 percent to 42 percent.", ["43 percent>42 percent"]),
    ("The house voted 204 to 231 against the tax.", []),
    ("The miller beat forecasts of 5 to 6 percent growth.", []),
    ("A leading banker expects another five to 10 percent.", []),
]
SILENT = [
    "Revenue was down just 5 percent, compared with a 1 percent drop in May.",
    "Growth was just 7 percent, compared with a target of 5 to 10 percent.",
    "Of those over 16, 77 percent saw a rise of 20 percent, compared with only 43 percent in May.",
    "It was 5 percent, more than double the 2 percent of last year.",
    "It will be 5 percent, and may exceed the 6 percent of last year.",
    "The fund sold 3 million crowns of bonds ahead of a sale of 5 million crowns.",
    "It lost 3 million crowns, below the 5 million crowns of last year.",
    "He scored 300 goals in 200 games, more than Arden's 250.",
    "The 737 is more vulnerable to shocks than the 787.",
]


def linked(text: str, kind: str) -> list[str]:
    facts = {fact.id: fact.figure for fact in check(text).facts}
    pairs = [(fact.figure, facts[link.to]) for fact in check(text).facts for link in fact.links if link.as_ == kind]
    return [f"{one.text}>{other.text}" for one, other in pairs if one is not None and other is not None]


def words(text: str) -> list[tuple[str, str, int]]:
    """Text → what each word of order compares with what, and its sign."""
    facts = check(text).facts
    said = {fact.id: fact.figure.text for fact in facts if fact.figure is not None}
    found = [fact for fact in facts if fact.aspect == "comparison"]
    return [(*(said[link.to] for link in f.links), int(f.figure.value or 0)) for f in found if f.figure]  # type: ignore[misc]


@pytest.mark.parametrize("text, greater, lesser", COMPARED)
def test_two_figures_are_compared(text: str, greater: str, lesser: str) -> None:
    ((now, other, sign),) = words(text)
    ordered = (now, other) if sign > 0 else (other, now)
    assert tuple(one.removesuffix(" a share") for one in ordered) == (greater, lesser)


def test_a_second_comparison_speaks_of_the_same_figure() -> None:
    text, others = CHAINED
    assert {now for now, _, _ in words(text)} == {"2 percent"}
    assert {other.split()[0] for _, other, _ in words(text)} == others


@pytest.mark.parametrize("text", SILENT)
def test_look_alikes_compare_nothing(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize("text, found", RANKED)
def test_lists_are_ranked(text: str, found: list[str]) -> None:
    assert linked(text, "ranked-above") == found


@pytest.mark.parametrize("text, found", CONTESTS)
def test_winners_outnumber_losers(text: str, found: list[str]) -> None:
    assert linked(text, "outnumbers") == found
