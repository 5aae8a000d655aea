"""The name of a report format → the format. Each is imported when a run asks for it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.format import Format

_HOMES = {
    "text": "textual",
    "full": "textual",
    "concise": "textual",
    "json": "render",
    "jsonl": "jsonl",
    "html": "html",
    "markdown": "brief",
    "csv": "spreadsheet",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
    "sarif": "sarif",
}
NAMES = tuple(_HOMES)


def format_of(name: str) -> Format:
    """One of `NAMES` → the format; in its module it bears its name in capitals."""
    module = __import__(f"checker.{_HOMES[name]}", fromlist=[name])
    found: Format = getattr(module, name.upper())
    return found
