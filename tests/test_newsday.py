"""The weekday of the first sentence, and those that the text below it tells as past."""

from __future__ import annotations

import pytest

from checker import check

OPENING = "The mill raised its forecast on Thursday.\n\nIts guards left on Thursday. "

# What follows upon news of a Thursday → the days told as past, counted back from Thursday, 3.
TOLD = [
    ("Its owner said on Thursday that talks had failed.", [3]),
    ("Its owner met the union late on Wednesday.", [2]),
    ("Its owner said Sunday that talks had failed.", [-1]),
    ("Shares recovered from Tuesday's sharp decline.", [1]),
    ("Its owner said on Friday that talks had failed.", [-3]),
    ("The union on Friday urged its owner not to close.", [-3]),
    ("Its owner could not be reached on Friday.", [-3]),
    ("Its owner declined to comment on Thursday.", [3]),
    # What is still to come, a day of a date, or of something else, is not told as past.
    ("Its owner will meet the union on Friday.", []),
    ("Its owner said the union on Friday would vote.", []),
    ("It was ahead of Friday's vote.", []),
    ("It was pressed ahead of talks on Friday.", []),
    ("Its owner met the union on Friday, March 3.", []),
    ("He was arrested on Friday.", []),
    ("It closed last Friday.", []),
    ("It sold much on Black Friday.", []),
    ("Data on Friday showed that rents had fallen.", []),
    ("The bank, which was on Friday accused of fraud, is its owner.", []),
    ("Its owner said in a nationally televised address on Friday.", []),
]


@pytest.mark.parametrize("text, days", TOLD)
def test_days_told_as_past_are_counted_back_from_that_of_the_news(text: str, days: list[int]) -> None:
    told = [fact.figure.value for fact in check(OPENING + text).facts if fact.aspect == "day-told" and fact.figure]
    assert told == ([3, *days] if days else [3])


@pytest.mark.parametrize(
    "opening",
    [
        "The mill will raise its forecast on Thursday.",
        "The mill raised its forecast on Thursday and sold its quay on Monday.",
        "The mill closed its gates after a fire on Thursday.",
        "The mill raised its forecast late on Thursday.",
        "The mill raised its forecast on Wednesday.",
        "The mill raised its forecast.",
    ],
)
def test_without_one_past_day_in_the_first_sentence_none_is_compared(opening: str) -> None:
    facts = check(f"{opening}\n\nIts owner said on Friday that talks had failed. He left on Thursday.").facts
    assert not [fact for fact in facts if fact.aspect in ("news-day", "day-told")]
