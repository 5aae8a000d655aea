"""What a blind witness may read: every number hidden, every word kept, and the same text whatever the numbers are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.mask import mask

TOKEN = re.compile(r"⟦n\d+⟧")

KEPT = [
    "Sales doubled in the first quarter and halved in the second half.",
    "Both mills were closed at half-time, and a few firms left at first.",
    "The fourth-quarter figures are due; the second fiscal quarter was weak.",
]


@pytest.mark.parametrize("text", KEPT)
def test_words_that_are_no_figures_stay(text: str) -> None:
    assert mask(text).text == text


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Sales rose 5 percent to $2.1 billion.", "Sales rose ⟦n1⟧ percent to $⟦n2⟧."),
        ("about 1,250 of the two dozen", "about ⟦n1⟧ of the ⟦n2⟧"),
        ("twenty-five men and one hundred and five women", "⟦n1⟧ men and ⟦n2⟧ women"),
        ("up 3-5/8 points to 86-1/2 cents", "up ⟦n1⟧ points to ⟦n2⟧ cents"),
        ("10-12 percent", "⟦n1⟧-⟦n2⟧ percent"),
        ("minus 6.5 percent, Minus two, (-3.2) and -4", "⟦n1⟧ percent, ⟦n2⟧, (⟦n3⟧) and ⟦n4⟧"),
        ("3 - 4 of the non-12", "⟦n1⟧ - ⟦n2⟧ of the non-⟦n3⟧"),
        ("the third straight month, its 3rd rise", "the ⟦n1⟧th straight month, its ⟦n2⟧th rise"),
        ("in the third quarter", "in the third quarter"),
        ("the 3rd quarter", "the ⟦n1⟧th quarter"),
        ("two-thirds of them, one in five of all", "⟦n1⟧ of them, ⟦n2⟧ of all"),
        ("half of them, a quarter of all", "⟦n1⟧ of them, a ⟦n2⟧ of all"),
        ("a million people and 820m", "a ⟦n1⟧ people and ⟦n2⟧"),
        ("on April 17, 2009, at 10:30", "on April ⟦n1⟧, ⟦n2⟧, at ⟦n3⟧"),
        ("the G7 and a Boeing 737-800", "the G⟦n1⟧ and a Boeing ⟦n2⟧-⟦n3⟧"),
        ("1.5½ and ½, 二 of them", "⟦n1⟧ and ⟦n2⟧, ⟦n3⟧ of them"),
        ("by .5 percent; 400 mln dlrs", "by ⟦n1⟧ percent; ⟦n2⟧ dlrs"),
        ("２３ men", "⟦n1⟧ men"),
    ],
)
def test_every_number_is_hidden(text: str, shown: str) -> None:
    assert mask(text).text == shown


def test_an_article_cannot_forge_a_token() -> None:
    assert mask("⟦n1⟧ of 3").text == "[n⟦n1⟧] of ⟦n2⟧"


def test_places_lead_back_to_the_article() -> None:
    text = "Of 48.73 billion crowns, 12 were lost."
    masked = mask(text)
    for quoted, meant in (
        ("Of ⟦n1⟧ crowns", "Of 48.73 billion crowns"),
        ("crowns, ⟦n2⟧ were", "crowns, 12 were"),
        ("lost.", "lost."),
        (masked.text, text),
    ):
        start = masked.text.index(quoted)
        first, last = masked.original(start, start + len(quoted))
        assert text[first:last] == meant
    assert text[slice(*masked.original(3, 7))] == "48.73 billion"
    assert masked.inside(0, 4) == ("n1",)


DIGIT = st.sampled_from("0123456789")
ARTICLE = """Port of Arden lands 4.1 million tonnes

Arden handled 4.08 million tonnes in 2031, up 2.9 percent from 3,965,000 tonnes, and three of its 17 cranes stood still.
The second berth, opened on 3 May 2030, took one in five of the 1,204 ships; a quarter of them came from the G7 states.
Costs fell by 12-15 crowns to 86-1/2 crowns, the 4th fall in a row, in the third quarter.
"""


@given(st.data())
def test_a_slip_of_digits_leaves_the_masked_text_as_it_was(data: st.DataObject) -> None:
    slipped = re.sub(r"\d", lambda _: data.draw(DIGIT), ARTICLE)
    assert mask(slipped).text == mask(ARTICLE).text


@pytest.mark.parametrize(
    "was, slip",
    [
        ("4.1 million", "4.1 billion"),
        ("4.1 million", "4.1"),
        ("3,965,000", "396,500"),
        ("3,965,000", "3965000"),
        ("17 cranes", "seventeen cranes"),
        ("three of", "thirteen of"),
        ("4th fall", "fifth fall"),
        ("one in five", "one in twelve"),
    ],
)
def test_so_does_a_slip_of_number_words_and_scale(was: str, slip: str) -> None:
    assert was in ARTICLE
    assert mask(ARTICLE.replace(was, slip)).text == mask(ARTICLE).text


@pytest.mark.parametrize(
    "was, slip", [("up 2.9", "down 2.9"), ("percent", "points"), ("May", "March"), ("third", "second")]
)
def test_a_slip_of_another_word_changes_it(was: str, slip: str) -> None:
    assert mask(ARTICLE.replace(was, slip)).text != mask(ARTICLE).text


@given(st.text(max_size=200))
def test_no_digit_is_left(text: str) -> None:
    masked = mask(text)
    assert not any(sign.isnumeric() for sign in TOKEN.sub("", masked.text))
    assert [token.id for token in masked.tokens] == [f"n{k}" for k in range(1, len(masked.tokens) + 1)]
    for token in masked.tokens:
        assert masked.text[token.masked_start : token.masked_end].startswith(f"⟦{token.id}⟧")
        assert masked.original(token.masked_start, token.masked_end) == (token.start, token.end)
