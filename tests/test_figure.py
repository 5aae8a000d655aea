"""Sentences → figures: a corpus of phrasings, spans, rounding intervals, and any number in any form read back."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker import lexicon as lexicons
from checker.article import fold
from checker.figure import Figure, figures, number_figures
from checker.interval import Interval, closed, point
from checker.period import periods
from checker.token import Tokens

CORPUS = Path(__file__).parent / "corpus" / "figures.tsv"
ROWS = [line.split("\t") for line in CORPUS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
LEXICON = lexicons.load()


def read(text: str) -> list[Figure]:
    """A sentence → its figures in order, with numbers that are no quantity and without dates and bare number words."""
    return [figure for figure in everything(text) if figure.kind not in ("date", "number-word")]


def everything(text: str) -> list[Figure]:
    """A sentence → all that holds a digit or a number word."""
    folded = fold(text)
    found = figures(Tokens(folded, 0, len(folded)), periods(folded, 0, len(folded)), LEXICON)
    return [item.figure for item in number_figures(found, text, 1)]


def only(text: str) -> Figure:
    """A sentence → its one figure."""
    (figure,) = read(text)
    return figure


def shown(figure: Figure) -> str:
    """A figure → its reading as the corpus writes it."""
    if figure.ignored:
        return f"{figure.text} = ignored: {figure.ignored}"
    unit = figure.unit.replace(" ", "_") or "-"
    parts = (figure.text, "=", figure.kind, unit, str(figure.value), figure.hedge, figure.end_of, figure.direction)
    return " ".join(part for part in parts if part)


def test_the_corpus_is_large() -> None:
    assert len(ROWS) >= 400
    assert len({text for text, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize("text,expected", ROWS, ids=[text for text, _ in ROWS])
def test_the_corpus_is_read_as_written_down(text: str, expected: str) -> None:
    assert (" ; ".join(shown(figure) for figure in read(text)) or "nothing") == expected


@pytest.mark.parametrize("text,_", ROWS, ids=[text for text, _ in ROWS])
def test_every_digit_is_in_one_figure_or_period(text: str, _: str) -> None:
    spans = [(figure.start, figure.end) for figure in read(text)]
    dated = [(p.start, p.end) for p in periods(fold(text), 0, len(text))]
    for place, character in enumerate(text):
        if character.isdigit():
            assert sum(start <= place < end for start, end in spans + dated) == 1, character


def test_the_span_holds_sign_number_scale_and_unit_but_no_hedge() -> None:
    text = "Sales were nearly $3.4 billion a year."
    figure = only(text)
    assert text[figure.start : figure.end] == figure.text == "$3.4 billion a year"
    assert text[figure.digits_start :].startswith("3.4 billion")


@pytest.mark.parametrize(
    "text,tight,loose",
    [
        pytest.param("It runs 50 buses.", point(Fraction(50)), closed(Fraction(95, 2), Fraction(105, 2)), id="count"),
        pytest.param("It runs 53 buses.", point(Fraction(53)), point(Fraction(53)), id="exact count"),
        pytest.param("It runs five buses.", point(Fraction(5)), point(Fraction(5)), id="count in words"),
        ("It rose five percent.", closed(Fraction(9, 2), Fraction(11, 2)), closed(Fraction(9, 2), Fraction(11, 2))),
        ("It rose 0.2%.", closed(Fraction(3, 20), Fraction(1, 4)), closed(Fraction(3, 20), Fraction(1, 4))),
        ("It cost $600.", closed(Fraction(1199, 2), Fraction(1201, 2)), closed(Fraction(570), Fraction(630))),
        ("It cost 4 to 5 million euros.", *[closed(Fraction(3500000), Fraction(4500000))] * 2),
        (
            "A third of voters left.",
            *[closed(Fraction(1, 3) - Fraction(3, 100), Fraction(1, 3) + Fraction(3, 100))] * 2,
        ),
        ("The rate is 5-1/4 percent.", *[point(Fraction(21, 4))] * 2),
    ],
)
def test_the_true_values_that_a_figure_admits(text: str, tight: Interval, loose: Interval) -> None:
    figure = read(text)[0]
    assert (figure.tight, figure.loose) == (tight, loose)


def test_a_vague_number_has_no_value_but_an_interval() -> None:
    figure = only("Tens of thousands of homes were lost.")
    assert figure.value is None
    assert figure.loose == Interval(Fraction(10_000), Fraction(100_000), False, True)


def test_an_ends_of_range_share_scale_and_unit() -> None:
    low, high = read("Between $3 and $4 billion is needed.")
    assert (low.end_of, high.end_of) == ("low", "high")
    assert low.scale == high.scale == 10**9


def test_a_period_is_a_figure_that_is_ignored() -> None:
    text = "It grew in the first 11 months of 2023."
    (figure,) = everything(text)
    assert (figure.kind, figure.ignored, figure.value) == ("date", "date or period", None)
    assert "11" in figure.text


def test_a_number_word_that_counts_nothing_is_a_figure_that_is_ignored() -> None:
    found = everything("The third man lost half his multi-million fortune in 2014 and the other half last week.")
    assert [(figure.text, figure.ignored) for figure in found] == [
        ("third", "ordinal"),
        ("half", ""),
        ("million", "a number word that counts nothing"),
        ("2014", "date or period"),
        ("half", "a number word that counts nothing"),
    ]


PIECES = st.sampled_from(
    "the a of in by to 3 17 4.5 2,000 1998 £ $ % percent million bn half third dozen twenty-one one two hundred and"
    " January 4th quarter first 10:30 2-1 A380 5m points year years ago rose fell from to , . ( ) - /".split()
)


@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80))
@settings(max_examples=300)
@example("5m half and")  # "and" with nothing behind it
@example("5m half and old")
def test_every_digit_and_number_word_stands_in_one_figure(text: str) -> None:
    found = everything(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    words = set(LEXICON.numbers) | set(LEXICON.ordinals) - {"a", "an"}
    for token in re.finditer(r"\d+|[^\W\d_]+", fold(text)):
        if token[0].isdecimal() or token[0].lower() in words:
            assert any(f.start <= token.start() and token.end() <= f.end for f in found), token


DIGITS = st.integers(min_value=0, max_value=10**12 - 1)
SCALES = st.sampled_from([("", 1), (" million", 10**6), (" billion", 10**9), ("bn", 10**9), (" trillion", 10**12)])
MONEY = st.sampled_from(["${} in tax", "£{} in tax", "{} yuan in tax", "US${} in tax", "{} euros in tax"])


@given(whole=DIGITS, decimals=st.integers(0, 99), scale=SCALES, form=MONEY)
def test_any_amount_reads_back(whole: int, decimals: int, scale: tuple[str, int], form: str) -> None:
    if form.startswith("{}") and scale[0] == "bn":
        scale = (" bn", 10**9)
    figure = only("They paid " + form.format(f"{whole:,}.{decimals:02}{scale[0]}") + ".")
    value = (whole + Fraction(decimals, 100)) * scale[1]
    half = Fraction(scale[1], 200)
    assert (figure.kind, figure.value, figure.tight) == ("money", value, closed(value - half, value + half))


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen".split()
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int, joint: str = " and ") -> str:
    """A whole number below a billion → its words."""
    for worth, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= worth:
            rest = number % worth
            link = joint if worth == 100 else " "
            return f"{spelled(number // worth, joint)} {name}" + (link + spelled(rest, joint) if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10 - 2] + ("-" + ONES[number % 10] if number % 10 else "")


@given(number=st.integers(2, 10**9 - 1), joint=st.sampled_from([" ", " and "]))
def test_any_number_in_words_reads_back(number: int, joint: str) -> None:
    figure = only(f"They counted {spelled(number, joint)} birds.")
    assert (figure.kind, figure.unit, figure.value) == ("count", "bird", Fraction(number))


TEXTS = st.text(st.sampled_from("01 59.,-/:%$£½ab '\n()oneal+~of") | st.characters(codec="utf-8"), max_size=60)


@given(text=TEXTS)
@settings(max_examples=300)
def test_any_text_is_read_without_error_and_spans_do_not_cross(text: str) -> None:
    found = read(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


ADVERSARIAL = [
    "7",
    "-",
    "1-",
    "1/",
    "1,",
    "1.",
    "1:",
    "one ",
    "one-",
    "half ",
    "million ",
    "111 ",
    "$",
    "about ",
    "a1",
    "www.1.a/",
]


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_looking_does_not_grow_faster_than_the_text(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    word = Tokens.word

    def counted(self: Tokens, i: int) -> str:
        nonlocal looked
        looked += 1
        return word(self, i)

    monkeypatch.setattr(Tokens, "word", counted)
    effort = []
    for size in (2_000, 8_000):
        looked = 0
        text = piece * (size // len(piece))
        figures(Tokens(text, 0, len(text)), [], LEXICON)
        effort.append(looked)
    assert effort[1] <= 5 * effort[0] + 100
