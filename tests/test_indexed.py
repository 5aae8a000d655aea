"""Companies counted from an index: no more than its name says, and nothing where it is not they that are counted."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.indexed import _SIZES
from checker.pack import load_pack
from checker.pipeline import check
from checker.wording import _INDEXES


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,000 shares of a fund on the S&P 500 changed hands.",
        "In 2011 two of the stocks in the FTSE 100 fell.",
        "Arden sold 700 mills to firms in the FTSE 100.",
    ],
)
def test_something_else_is_counted(text: str) -> None:
    assert [found.rule for found in check(read(text + "\n"), load_pack()).findings] == []


def test_the_wording_looks_for_every_index() -> None:
    assert _SIZES.keys() == _INDEXES
