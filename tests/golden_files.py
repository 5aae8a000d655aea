"""Reports kept as files and read as a diff: CROSSFOOT_BLESS=1 rewrites them."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def matches(name: str, text: str) -> bool:
    """The name of a golden file and a text → whether the file holds it; with CROSSFOOT_BLESS set it is made to."""
    path = GOLDEN / name
    if os.environ.get("CROSSFOOT_BLESS"):
        path.write_bytes(text.encode())
    return path.read_bytes().decode() == text
