"""The stages in order: what is read of which sentence, and what the report of a quiet article holds."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import lexicon
from checker.article import fold, read
from checker.figure import figures
from checker.pack import load_pack
from checker.pipeline import check, may_count, read_sentences
from checker.token import Tokens

LEXICON = lexicon.load()

COUNTS = [
    ("The harbour was quiet.", False),
    ("It was a quiet day for an old crew.", False),  # an article alone is no number
    ("It was a dozen.", True),
    ("A third of the crew left.", True),
    ("Twenty-one boats left.", True),
    ("(two) boats", True),
    ("Rents rose 3%.", True),
    ("½ of it", True),
    ("Ordinary work", False),
]


@pytest.mark.parametrize("sentence,expected", COUNTS, ids=[sentence for sentence, _ in COUNTS])
def testmay_count(sentence: str, expected: bool) -> None:
    assert may_count(sentence, LEXICON) is expected


WORDS = st.sampled_from("a an the few boats one-off half A One and or m . , ( 's - of to hundred 7 ½ % quarter".split())


@given(st.lists(WORDS, max_size=8), st.sampled_from([" ", "-", ""]))
def test_no_figure_stands_where_none_may(words: list[str], glue: str) -> None:
    folded = fold(glue.join(words))
    if not may_count(folded, LEXICON):
        assert figures(Tokens(folded, 0, len(folded)), [], LEXICON) == []


def test_only_the_opening_and_sentences_with_figures_or_periods_are_kept() -> None:
    text = "Boats leave\n\nThe boats left. Imports fell 3 percent. It was quiet. Nobody came in May.\n"
    sentences, found = read_sentences(read(text), LEXICON)
    assert [sentence.number for sentence in sentences] == [0, 1, 2, 3]
    assert [len(sentence.periods) for sentence in sentences] == [0, 0, 0, 1]
    assert [figure.id for figure in found] == ["f1"]


def test_ids_run_through_the_article() -> None:
    text = "Imports fell 3 percent to 40 tonnes.\n\nExports rose 2 percent to 70 tonnes.\n"
    _, found = read_sentences(read(text), LEXICON)
    assert [figure.id for figure in found] == ["f1", "f2", "f3", "f4"]
    assert [text[figure.start : figure.end] for figure in found] == [figure.text for figure in found]


def test_a_quiet_article() -> None:
    report = check(read("Boats left. Nobody came.\n"), load_pack())
    assert (report.figures, report.checked, report.findings, report.states) == ((), (), (), ())


def test_every_figure_has_a_state_and_the_order_of_the_text() -> None:
    report = check(read("Imports rose 5 percent to 42 tonnes from 40 tonnes. Some 12 boats came.\n"), load_pack())
    assert [state.figure for state in report.states] == [figure.id for figure in report.figures]
    assert [figure.start for figure in report.figures] == sorted(figure.start for figure in report.figures)


def test_the_solver_is_loaded_only_where_figures_are_related() -> None:
    program = "import sys; from checker import check; check({text!r}); print('checker.solve' in sys.modules)"
    for text, loaded in (
        ("Imports came to 40 tonnes.", "False"),
        ("Imports rose 5 percent to 42 tonnes from 40.", "True"),
    ):
        run = subprocess.run(
            [sys.executable, "-c", program.format(text=text)], capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == loaded


@pytest.mark.parametrize(
    "text",
    [
        "Imports rose 5 percent to 42 tonnes from 40 tonnes.",  # a verb, a rate and two levels: they go in circles
        "Exports rose 5 percent to 420 tonnes from 400 tonnes, and imports fell to 130 tonnes from 140 tonnes.",
    ],
)
def test_the_linear_program_is_not_loaded_where_values_fit(text: str) -> None:
    program = f"import sys; from checker import check; check({text!r}); print('checker.linear' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
