"""Why figures may disagree and yet be right: every cue makes a warning of an error and is quoted; nothing else does."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.excuse import excuses
from checker.finding import Finding
from checker.pack import load_pack
from checker.pipeline import check

PACK = load_pack()
END = ", as the owner of the old mill told the people of the valley on Monday, {}."  # too far off to be a basis
FAILING = {  # a sentence that fails a rule of the family, with room for a cue
    "ratio": "Sales rose 9.0 percent to 530.2 million crowns from 500.2 million crowns" + END,
    "balance": "Of the 48 patients, 31 went home and the remaining 71 stayed in hospital" + END,
    "range": "The unemployment rate in the valley was 240 percent" + END,
    "restatement": "Total exports were 23.77 billion crowns in 2022, the customs office said.\n\n"
    "Total exports in 2022 were 27.37 billion crowns" + END,
    "order": "Output of the mill rose to 40 tonnes from 45 tonnes" + END,
}
CASES = [(excuse.code, family, cue) for excuse in excuses() for family in excuse.families for cue in excuse.cues]


def loud(text: str) -> list[Finding]:
    return [finding for finding in check(read(text), PACK).findings if finding.level != "note"]


@pytest.mark.parametrize("family", FAILING)
def test_without_a_cue_there_is_no_excuse(family: str) -> None:
    (found,) = loud(FAILING[family].format("by the river"))
    assert (found.level, found.excuse) == ("error", None)


@pytest.mark.parametrize("code,family,cue", CASES)
def test_a_cue_makes_a_warning_and_is_quoted(code: str, family: str, cue: str) -> None:
    (found,) = loud(FAILING[family].format(cue))
    assert found.level == "warning"
    assert found.excuse is not None
    assert found.excuse.startswith(f'{code}, "{cue}": ')


def test_a_cue_in_another_sentence_excuses_nothing() -> None:
    (found,) = loud(FAILING["ratio"].format("by the river") + " Costs rose in real terms.")
    assert found.excuse is None


def test_a_cue_that_is_part_of_a_word_excuses_nothing() -> None:
    (found,) = loud(FAILING["ratio"].format("said to be medianly sized"))
    assert found.excuse is None


def test_a_reason_for_another_family_excuses_nothing() -> None:
    (found,) = loud(FAILING["order"].format("at constant prices"))
    assert found.excuse is None
