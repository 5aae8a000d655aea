"""Runs of names with what is said of each: how many there are, and where the wording leaves it in doubt."""

from __future__ import annotations

import pytest

from checker.article import fold
from checker.roster import roster_at
from checker.token import Tokens

DOUBTFUL = [
    "Arden, Brill, Corve.",
    "Arden or Brill.",
    "Arden, and Brill will join.",
    "Arden & Brill, Corve and Dell.",
    "Arden, Brill and Corve and Dell.",
    "Ann Hill, the chair of Dell, and Bob Ray.",
    "Ann Hill, a cousin of Cat, Dan and Eve.",
    "the Ministry of Trade and Industry.",
    "March, April and May.",
    "Portland, Oregon and Seattle.",
    "tea, coffee and cocoa.",
    "three Danes and one Swede.",
    "stripping Arden and Brill.",
    "Arden, Brill and No. 4.",
    "Arden and Brill, as well as Corve.",
]
COUNTED = [
    ("Arden and Brill.", 2),
    ("Arden, Brill, and Corve said", 3),
    ("the much larger AT&T and Corve & Co (COR.L) -", 2),
    ("airline Arden, oil firm Brill Corp. and family-owned Corve.", 3),
    ("Ann Hill, 34, Bea Moss, a nurse who fled, and Cat Reed, who stayed.", 3),
    ("Hill of Arden, Moss of Brill and Reed of Corve voted", 3),
    ("Arden, which makes ropes, and Brill, which sells them.", 2),
    ("Standard and Poor's, Moody's and Fitch.", 3),
    ("the Millers' Union (MU), the Association of Bakers (AB) and Brill A1 -", 3),
    ("Arden Ltd; Brill Ltd, and Corve Ltd -", 3),
    ('"Blue Harbour" and "The Mill".', 2),
]


def counted(text: str) -> int:
    folded = fold(text)
    found = roster_at(Tokens(folded, 0, len(folded)), 0)
    return found.count if found else 0


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_is_in_doubt_is_not_counted(text: str) -> None:
    assert counted(text) == 0


@pytest.mark.parametrize("text, count", COUNTED)
def test_names_are_counted_with_what_is_said_of_them(text: str, count: int) -> None:
    assert counted(text) == count
