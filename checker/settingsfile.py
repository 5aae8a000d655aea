"""The current folder → the settings file that counts there, and what is written in it.

    desk/politics/ → desk/.check.toml, since politics/ has none

The nearest folder that has one wins, from the current one up to the root of the repository, the home folder or the
root of the file system. In one folder .check.toml comes before check.toml, and that before [tool.crossfoot] of
pyproject.toml.
"""

from __future__ import annotations

import os

from checker.errors import CheckerError
from checker.options import PREFIX
from checker.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from checker.written import Written

EXTEND = "extend"  # the file that this one builds on: a key of files, and no setting of a run
NAMES = (".check.toml", "check.toml")
PYPROJECT, _TABLE = "pyproject.toml", ("tool", "crossfoot")


def nearest() -> tuple[str, ...]:
    """The settings files of the nearest folder that has any, as seen from here, the one that counts first."""
    try:
        folder = os.getcwd()
    except OSError:  # somebody has removed it
        return ()
    home = os.path.expanduser("~")
    way = ""
    while True:
        found = _settings_in(way)
        above = os.path.dirname(folder)
        if found or above == folder or folder == home or os.path.exists(os.path.join(way, ".git")):
            return found
        folder, way = above, os.path.join(way, os.pardir)


def unset() -> bool:
    """Is there neither a settings file nor a variable of ours, so that every setting is its default?"""
    return not nearest() and not any(name.startswith(PREFIX) for name in os.environ)


def here() -> tuple[str, ...]:
    """The settings files of the current folder, the one that counts first."""
    return _settings_in("")


def written_in(path: str) -> tuple[Written, ...]:
    """A settings file → what is written in the files that it extends, the furthest first, and in itself."""
    layers: list[Written] = []
    seen: list[str] = []
    place = ""
    while path:
        if os.path.realpath(path) in seen:
            raise CheckerError("this file extends itself in the end; take one `extend` out", place)
        seen.append(os.path.realpath(path))
        layer = _read(path, place)
        path, place = layer.table.get(EXTEND, ""), layer.place(EXTEND)
        layers.append(replace(layer, table={name: value for name, value in layer.table.items() if name != EXTEND}))
        if not isinstance(path, str):
            raise CheckerError('extend is the name of one file, as in extend = "../desk.toml"', place)
        path = path and os.path.normpath(os.path.join(layer.folder, path))
    return tuple(reversed(layers))


def _settings_in(folder: str) -> tuple[str, ...]:
    return tuple(path for name in (*NAMES, PYPROJECT) if _has_settings(path := os.path.join(folder, name)))


def _has_settings(path: str) -> bool:
    if not os.path.isfile(path):
        return False
    if os.path.basename(path) != PYPROJECT:
        return True
    try:
        with open(path, "rb") as file:
            if b"[tool.crossfoot" not in file.read():  # so that most runs need no reader of TOML
                return False
        return _settings_of(path, _toml(path, path)[1]) is not None
    except CheckerError:  # which is told when the settings are read
        return True
    except OSError:
        return False


def _settings_of(path: str, table: Any) -> Any:
    """A settings file and its TOML → what stands where the settings do, None if there is no such place in it."""
    for name in _above(path):
        table = table.get(name) if isinstance(table, dict) else None
    return table


def _above(path: str) -> tuple[str, ...]:
    return _TABLE if os.path.basename(path) == PYPROJECT else ()


def _read(path: str, extended: str) -> Written:
    """A settings file, and where another extends it → what is written in it."""
    from checker.written import Written

    text, whole_table = _toml(path, extended)
    table = _settings_of(path, whole_table)
    table = {} if table is None else table
    if not isinstance(table, dict):
        raise CheckerError("[tool.crossfoot] is a table of settings, as in fail-on = \"warning\" below it", path)
    above, lines = _above(path), dict(_lines(text))

    def place(*keys: str) -> str:
        whole = (*above, *keys)
        known = (lines[whole[:end]] for end in range(len(whole), 0, -1) if whole[:end] in lines)
        return f"{path}:{line}" if (line := next(known, None)) else path

    return Written(table, place, os.path.dirname(path))


def _toml(path: str, extended: str) -> tuple[str, dict[str, Any]]:
    """A settings file, and where another extends it → its text, and the TOML that this is."""
    import re
    import tomllib

    try:
        with open(path, encoding="utf-8-sig") as file:  # some editors begin UTF-8 with a byte order mark
            text = file.read()
    except OSError as error:
        raise CheckerError(f"the settings in {path} cannot be read: {error.strerror}", extended or path) from None
    except UnicodeDecodeError:
        raise CheckerError("not UTF-8; save the settings as UTF-8", path) from None
    try:
        return text, tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        number = line[1] if line else len(text.splitlines())  # the error is at the end
        raise CheckerError(f"not valid TOML: {error}", f"{path}:{number}") from None


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """A TOML text → its keys and tables, each with the line on which it is first spoken of; the last come first."""
    import re

    part = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
    dotted = re.compile(rf"\s*(\[*)\s*({part}(?:\s*\.\s*{part})*)\s*(?:=|\])")
    found: list[tuple[tuple[str, ...], int]] = []
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        told = dotted.match(line)
        if told is None:
            continue
        keys = tuple(word.strip("\"'") for word in re.findall(part, told[2]))
        table = keys if told[1] else table
        whole = keys if told[1] else (*table, *keys)
        found += [(whole[:end], number) for end in range(len(whole), 0, -1)]
    return reversed(found)
