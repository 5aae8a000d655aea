from __future__ import annotations

import pytest
import reports_by_hand as hand
from hypothesis import given
from hypothesis import strategies as st

from checker.finding import Report
from checker.record import replace
from checker.summary import Tally, listed, tally_of

TEN = "10 figures: 5 checked, 1 implied, 2 unchecked, 2 ignored"


@pytest.mark.parametrize(
    "reports, line",
    [
        pytest.param([], "No article was checked.", id="nothing read"),
        ([hand.EMPTY], "No contradiction found in 1 article; 0 figures."),
        ([hand.CLEAN], f"No contradiction found in 1 article; {TEN}."),
        ([hand.CLEAN, hand.EMPTY], f"No contradiction found in 2 articles; {TEN}."),
        ([hand.BROKEN], f"Found 1 error and 1 note in 1 article; {TEN}."),
        ([hand.CLEAN, hand.BROKEN, hand.EMPTY], "Found 1 error and 1 note in 1 of 3 articles; "),
        ([hand.BROKEN, hand.BROKEN], "Found 2 errors and 2 notes in 2 of 2 articles; "),
        pytest.param(
            [replace(hand.CLEAN, suppressed=(hand.SUPPRESSED,))],
            f"No contradiction found in 1 article; {TEN}; 1 finding suppressed.",
            id="suppressed",
        ),
    ],
)
def test_last_line(reports: list[Report], line: str) -> None:
    assert tally_of(reports).line().startswith(line)


@given(st.lists(st.sampled_from([hand.CLEAN, hand.BROKEN, hand.EMPTY])), st.integers(0, 9))
def test_counts_of_some_and_of_the_rest_are_the_counts_of_all(reports: list[Report], cut: int) -> None:
    merged = Tally()
    merged.merge(tally_of(reports[:cut]))
    merged.merge(tally_of(reports[cut:]))
    assert vars(merged) == vars(tally_of(reports))


@pytest.mark.parametrize("words, phrase", [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_words_are_listed(words: list[str], phrase: str) -> None:
    assert listed(words) == phrase
