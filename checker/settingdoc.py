"""The table of settings → the JSON Schema of a settings file, a file with every setting as a comment, the manual page.

    schema()["properties"]["jobs"] → {"type": "integer", "minimum": 0, "description": "Check in so many processes…", …}
"""

from __future__ import annotations

from checker.config import DEFAULT
from checker.setting import BY_NAME, INNER, KEYS
from checker.settingsfile import EXTEND
from checker.template import fill
from checker.written import plain, says, toml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from checker.setting import Key
    from checker.written import Setting

_WORD = {"type": "string", "minLength": 1}
_WORDS = {"type": "array", "items": _WORD}
_SHAPES: dict[str, Callable[[Key], dict[str, Any]]] = {
    "choice": lambda key: {"enum": list(key.allowed)},
    "count": lambda _: {"type": "integer", "minimum": 0},
    "switch": lambda _: {"type": "boolean"},
    "encoding": lambda _: _WORD,
    "file": lambda _: _WORD,
    "folder": lambda _: _WORD,
    "selected": lambda _: _WORDS | {"minItems": 1},
    "names": lambda _: _WORDS,
    "globs": lambda _: _WORDS,
    "folders": lambda _: _WORDS,
    "reports": lambda key: _table(dict.fromkeys(key.allowed, _WORD)),
    "levels": lambda key: {"type": "object", "additionalProperties": {"enum": list(key.allowed)}},
    "per-file": lambda _: {"type": "object", "additionalProperties": _table({n: _shape(BY_NAME[n]) for n in INNER})},
}


def schema() -> dict[str, Any]:
    """The JSON Schema of a settings file, and of [tool.crossfoot] in a pyproject.toml."""
    extend = _WORD | {"description": "The settings file that this one builds on."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:crossfoot:config",
        "title": "crossfoot settings",
        "description": "What .check.toml, check.toml and [tool.crossfoot] of a pyproject.toml may hold.",
        **_table({EXTEND: extend, **{key.name: _told(key) for key in KEYS}}),
    }


def commented() -> str:
    """A settings file in which every setting is explained, and none made."""
    return fill("init/check.toml", keys=_views())


def manual() -> str:
    """The manual page of the settings, docs/config.md."""
    return fill("config.md", keys=_views())


def shown(made: Mapping[str, Setting], file: str, strangers: list[str], form: str) -> str:
    """The settings that were made, their file and the variables that name none, "text" or "json" → all settings."""
    rows = []
    for key in KEYS:
        value = plain(key, made[key.name].value if key.name in made else key.default)
        line = f"{key.name} = {toml(value)}" if value is not None else f"# {key.name} is not set"
        place = made[key.name].place if key.name in made else DEFAULT
        rows.append({"key": key.name, "value": value, "place": place, "line": line})
    return fill("config.json" if form == "json" else "config.txt", rows=rows, file=file or None, strangers=strangers)


def _views() -> list[dict[str, Any]]:
    return [
        {
            "name": key.name,
            "help": key.help,
            "says": says(key),
            "example": key.example,
            "variable": key.variable,
            "per_file": key.per_file,
            "default": toml(plain(key, key.default)) if key.default not in (None, ()) else "",
        }
        for key in KEYS
    ]


def _told(key: Key) -> dict[str, Any]:
    default = {"default": plain(key, key.default)} if key.default not in (None, ()) else {}
    return _shape(key) | {"description": key.help} | default


def _shape(key: Key) -> dict[str, Any]:
    return _SHAPES[key.kind](key)


def _table(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}
