"""What belongs together and is counted as one: where an article names all of it, and where another thing is counted."""

from __future__ import annotations

import pytest

from checker import check
from checker.circle import circles
from checker.series import CIRCLED

NAMED = "The Dow Jones industrial average rose 2 percent, the S&P 500 3 percent and the Nasdaq Composite 4 percent."
SILENT = [
    f"The other four major indexes rose. {NAMED}",
    f"Four major indexes of Kestria rose. {NAMED}",
    f"The four indexes of Arden's exchange rose. {NAMED}",
    f"The two major indexes are at a record. {NAMED}",
    "All four major indexes rose. The Dow rose 2 percent and the S&P 500 3 percent.",
    "The four main rating agencies of Kestria met. Fitch cut its rating by 2 notches.",
    "The seven domestic carmakers sold 9 million cars. GM sold 3 percent less, Ford 4 and Chrysler 5 percent.",
    "All four carmakers fell short. GM sold 3 percent less, Ford 4 and Chrysler 5 percent.",
]
COUNTED = [
    (f"The three major U.S. stock indexes rose. {NAMED}", []),
    (f"All four major stock indexes rose. {NAMED}", ["four"]),
    (f"{NAMED} The five main U.S. indices had fallen for 3 days.", ["five"]),
    ("The four Detroit automakers met on May 3. GM sold 3 percent less, Ford 4 and Chrysler 5 percent.", ["four"]),
    ("All four major credit rating agencies met 2 times: Fitch and Moody's in May, Standard & Poor's later.", ["four"]),
]


@pytest.mark.parametrize("text", SILENT)
def test_other_counts_are_left_alone(text: str) -> None:
    assert not [fact for fact in check(text).facts if fact.aspect == "items"]


@pytest.mark.parametrize("text, wrong", COUNTED)
def test_a_circle_is_counted_by_its_members(text: str, wrong: list[str]) -> None:
    report = check(text)
    assert any(item.relation.rule == "item-count" for item in report.checked)
    told = {figure.id: figure.text for figure in report.figures}
    found = [finding for finding in report.findings if finding.rule == "item-count"]
    assert [told[finding.figures[0]] for finding in found] == wrong


def test_each_noun_of_the_table_is_looked_for() -> None:
    assert {noun.split()[-1] for circle in circles() for noun in circle.nouns} == CIRCLED
