"""True sentences that a naive reading would flag: nothing may be said of them at error or warning level."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check

LINES = (Path(__file__).parent / "corpus" / "silent.txt").read_text(encoding="utf-8").splitlines()
ARTICLES = [line.replace("\\n", "\n") for line in LINES if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("text", ARTICLES)
def test_true_copy_is_left_alone(text: str) -> None:
    loud = [finding for finding in check(text).findings if finding.level != "note"]
    assert not loud, [finding.message for finding in loud]
