"""Invented accounts: true ones are silent, slips in them are caught; `tests/bench/slips.py` does it by the thousand."""

from __future__ import annotations

import pytest
from accounts import account, excluded, slip
from made import stated

from checker import check
from checker.solve import Settled, settle

SEEDS = range(60)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_true_account_is_silent(seed: int) -> None:
    made = account(seed)
    assert isinstance(settle(stated(made.relations, made.figures)), Settled)
    assert [finding.message for finding in check(made.text).findings if finding.level != "note"] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_slip_that_rounding_does_not_cover_is_caught(seed: int) -> None:
    made = account(seed)
    wrong = slip(made, seed)
    if wrong is not None and excluded(made, wrong):
        assert any(finding.level != "note" for finding in check(wrong.text).findings)
