"""The program called in this process, over real stages: arguments and standard input → status, output and errors."""

from __future__ import annotations

import io
import sys
from typing import NamedTuple
from unittest.mock import patch

from checker.__main__ import main


class Called(NamedTuple):
    status: int
    out: str
    err: str


def call(*arguments: str, stdin: str = "") -> Called:
    """What stands behind `check`, and what is typed → what becomes of it."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in "12")
    status: object = None
    with (
        patch.object(sys, "argv", ["check", *arguments]),
        patch.object(sys, "stdin", io.StringIO(stdin)),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
    ):
        try:
            main()
        except SystemExit as stop:
            status = stop.code
    texts = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return Called(status if isinstance(status, int) else -1, texts[0], texts[1])


TRADE = """\
Trade of Maravel in May

Exports of Maravel were 12.4 billion crowns in May and imports 9.1 billion crowns, for total trade of {} billion crowns.
"""
GRAIN = "\nGrain sales rose 3 percent to 412,000 tonnes in 2031 from {} tonnes in 2030.\n"

CLEAN = TRADE.format("21.5")
SLIP = TRADE.format("25.1")
NAME = "parts-make-whole:56f1fbcf"  # of the finding in SLIP
FIGURES = ("25.1 billion crowns", "12.4 billion crowns", "9.1 billion crowns")
