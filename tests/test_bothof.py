""" "Both" and "all three" behind names: how many names they are said of, and where the wording leaves it in doubt."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "Arden, Brill and Corve were both richer and happier.",
    "The head of the Arden Fund, Ann Hill, and Bea Moss, both born in Corve, agreed.",
    "In Dunmore, Arden and Brill both lost.",
    "Arden lost to Brill and Corve, and both will play again.",
    "Arden, Brill and Corve said both were wrong.",
    "Arden, Brill and Corve have all four-year terms.",
    "Arden, Brill and Corve, both of which he owns, were shut.",
    "Portland, Oregon and Seattle both grew.",
]
COUNTED = [
    ("Arden and Brill both closed higher.", 2),
    ("The hall was built by Ann Hart and Bea Moss, both bakers.", 2),
    ("Ann Hart and Bea Moss, who have both worked in Corve, will write it.", 2),
    ("Arden, Brill and Corve were all three sold.", 3),
    ("Arden, Brill and Corve were both sold.", 3),
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said_in_doubt(text: str) -> None:
    assert check(text).findings == ()


@pytest.mark.parametrize("text, number", COUNTED)
def test_names_are_counted(text: str, number: int) -> None:
    assert [fact.figure and fact.figure.value for fact in check(text).facts if fact.aspect == "items"] == [number]
