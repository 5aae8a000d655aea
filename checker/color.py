"""Text and the name of a style → the text in colour, by way of click, which is imported when something is coloured."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Paint = Callable[[str, str], str]

STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "place": {"bold": True},
    "rule": {"dim": True},
    "name": {"dim": True},
}


def plain(text: str, _style: str) -> str:
    """Text and the name of a style → the text without colour."""
    return text


def painted(text: str, style: str) -> str:
    """Text and the name of a style → the text in colour."""
    import click

    return click.style(text, **STYLES[style])
