"""Settings as somebody wrote them → as Options have them, or an error that shows the value, its place and the mend.

    {"fail-on": "note", "rules": ["ours"]} in desk/.check.toml → {"fail-on": "note", "rules": ("desk/ours",)}
"""

from __future__ import annotations

import os

from checker.errors import CheckerError
from checker.options import PerFile
from checker.record import record
from checker.setting import BY_NAME, INNER, meant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from checker.setting import Key

    Place = Callable[..., str]  # a key, and those below it → where they stand: "desk/.check.toml:3"


@record(frozen=True, slots=True)
class Written:
    table: Mapping[str, Any]
    place: Place
    folder: str = ""  # that its paths start from; "" for the current one


@record(frozen=True, slots=True)
class Setting:
    value: Any  # as Options have it
    place: str


@record(frozen=True, slots=True)
class Kind:
    """What the settings of one kind may be, how they are read, and what they look like outside of a file."""

    says: str
    read: Callable[[Key, Any, Written], Any]  # Options' value, or `UnfitError`
    toml: str = ""  # what it begins with where it is TOML; "" if it always is
    bare: Callable[[str], Any] = str  # the words of a variable, where they are no TOML → the value


class UnfitError(Exception):
    """A value is not what its kind says; the keys below it that are to blame, and what is wrong if that is not it."""

    def __init__(self, *below: str, why: str = "") -> None:
        self.below, self.why = below, why


def settings(written: Written) -> dict[str, Setting]:
    """Settings as written → each with its place."""
    known(written.table, BY_NAME, written.place)
    return {
        name: Setting(_value(BY_NAME[name], value, written), written.place(name))
        for name, value in written.table.items()
    }


def known(names: Iterable[str], allowed: Iterable[str], place: Place) -> None:
    """Names as written, and those there are → an error for the first that is none of them."""
    allowed = tuple(allowed)
    for name in names:
        if name not in allowed:
            raise CheckerError(f'no setting is named "{name}"; {meant(name, allowed)}', place(name))


def from_words(key: Key, words: str, place: str) -> Any:
    """A key and the words of an option or a variable → the value as a file would have it; quotes may be left out."""
    kind, words = KINDS[key.kind], words.strip()
    if kind.toml and not words.startswith(tuple(kind.toml)):
        return kind.bare(words)
    import tomllib

    try:
        return tomllib.loads(f"value = {words}")["value"]
    except (tomllib.TOMLDecodeError, KeyError):
        raise CheckerError(f"{words} is not {says(key)}; as in {key.name} = {key.example}", place) from None


def says(key: Key) -> str:
    """A key → what its value is, in words."""
    return KINDS[key.kind].says.format(allowed=", ".join(key.allowed))


def toml(value: Any) -> str:
    """A plain value → as a settings file has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        from json import dumps

        return dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        entries = (f"{name if _is_bare(name) else toml(name)} = {toml(inner)}" for name, inner in value.items())
        return "{ " + ", ".join(entries) + " }" if value else "{}"
    return f"[{', '.join(map(toml, value))}]" if isinstance(value, list | tuple) else str(value)


def plain(key: Key, value: Any) -> Any:
    """A key and its value in Options → the value as JSON has it; paths start from the current folder."""
    if key.kind in ("reports", "levels"):
        return dict(value)
    if key.kind == "per-file":
        return {one.glob: _inner(one) for one in value}
    return list(value) if isinstance(value, tuple) else value


def joined(key: Key, low: Setting, high: Setting) -> Setting:
    """A key and its settings in two places → the setting: tables are joined, all else is the higher one's."""
    if key.kind in ("reports", "levels"):
        kept = tuple(entry for entry in low.value if entry[0] not in dict(high.value))
    elif key.kind == "per-file":
        kept = tuple(one for one in low.value if one.glob not in {other.glob for other in high.value})
    else:
        return high
    return Setting((*kept, *high.value), f"{high.place}, {low.place}")


def _value(key: Key, value: Any, written: Written, above: tuple[str, ...] = ()) -> Any:
    try:
        return KINDS[key.kind].read(key, value, written)
    except UnfitError as unfit:
        why = unfit.why or f"{key.name} = {toml(value)} is not {says(key)}; as in {key.name} = {key.example}"
        raise CheckerError(why, written.place(*above, key.name, *unfit.below)) from None


def _choice(key: Key, value: Any, _written: Written) -> str:
    if not isinstance(value, str):
        raise UnfitError
    if value not in key.allowed:
        raise UnfitError(why=f'{key.name} = "{value}" is none; {meant(value, key.allowed)}')
    return value


def _count(_key: Key, value: Any, _written: Written) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UnfitError
    return value


def _switch(_key: Key, value: Any, _written: Written) -> bool:
    if not isinstance(value, bool):
        raise UnfitError
    return value


def _encoding(_key: Key, value: Any, _written: Written) -> str:
    from codecs import lookup

    try:
        lookup(value)
    except (LookupError, TypeError, ValueError):
        raise UnfitError from None
    return str(value)


def _file(_key: Key, value: Any, written: Written) -> str:
    if not isinstance(value, str) or not value:
        raise UnfitError
    return value if value == "-" else os.path.normpath(os.path.join(written.folder, value))


def _names(_key: Key, value: Any, _written: Written) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise UnfitError
    return tuple(value)


def _selected(key: Key, value: Any, written: Written) -> tuple[str, ...]:
    names = _names(key, value, written)
    if not names:
        raise UnfitError(why=f'{key.name} = [] would check nothing; write {key.name} = ["all"], or leave it out')
    return names


def _globs(key: Key, value: Any, written: Written) -> tuple[str, ...]:
    from checker.glob import unreadable

    globs = _names(key, value, written)
    for glob in globs:
        if unreadable(glob):
            raise UnfitError(why=f"{toml(glob)} is no glob; write it as in a .gitignore: {key.name} = {key.example}")
    return globs


def _folders(key: Key, value: Any, written: Written) -> tuple[str, ...]:
    folders = tuple(_file(key, name, written) for name in _names(key, value, written))
    for folder in folders:
        if not os.path.isdir(folder):
            raise UnfitError(why=f'there is no folder "{folder}"; it starts from the folder of the settings file')
    return folders


def _reports(key: Key, value: Any, written: Written) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise UnfitError
    for name in value:
        if name not in key.allowed:
            raise UnfitError(name, why=f'no format is named "{name}"; {meant(name, key.allowed)}')
    return tuple((name, _output(key, path, written)) for name, path in value.items())


def _output(key: Key, value: Any, written: Written) -> str:
    """A file, or a folder of pages, which the separator at its end tells apart."""
    file = _file(key, value, written)
    return os.path.join(file, "") if value.endswith(("/", os.sep)) else file


def _levels(key: Key, value: Any, _written: Written) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise UnfitError
    for name, level in value.items():
        if level not in key.allowed:
            raise UnfitError(name, why=f"{name} = {toml(level)} is not one of {', '.join(key.allowed)}")
    return tuple(value.items())


def _per_file(key: Key, value: Any, written: Written) -> tuple[PerFile, ...]:
    if not isinstance(value, dict) or not all(isinstance(inner, dict) for inner in value.values()):
        raise UnfitError
    _globs(key, list(value), written)
    found = []
    for glob, inner in value.items():
        known(inner, INNER, lambda name, glob=glob: written.place(key.name, glob, name))
        values = {BY_NAME[n].dest: _value(BY_NAME[n], v, written, (key.name, glob)) for n, v in inner.items()}
        found.append(PerFile(glob, **values))
    return tuple(found)


def _inner(one: PerFile) -> dict[str, Any]:
    values = {name: plain(BY_NAME[name], getattr(one, BY_NAME[name].dest) or ()) for name in INNER}
    return {name: value for name, value in values.items() if value}


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _is_bare(name: str) -> bool:
    return name.isascii() and name.replace("-", "").replace("_", "").isalnum()


_YES = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
_QUOTES = "\"'"

KINDS = {
    "choice": Kind("one of {allowed}", _choice, _QUOTES),
    "count": Kind("a whole number from 0", _count),
    "switch": Kind("true or false", _switch, "\0", lambda words: _YES.get(words.lower(), words)),
    "encoding": Kind("the name of an encoding", _encoding, _QUOTES),
    "file": Kind("the name of a file", _file, _QUOTES),
    "folder": Kind("the name of a folder", _file, _QUOTES),
    "selected": Kind("a list of rules", _selected, "[", _split),
    "names": Kind("a list of rules", _names, "[", _split),
    "globs": Kind("a list of globs as in a .gitignore", _globs, "[", _split),
    "folders": Kind("a list of folders", _folders, "[", _split),
    "reports": Kind("a table of formats ({allowed}) and files", _reports),
    "levels": Kind("a table of rules and levels ({allowed})", _levels),
    "per-file": Kind("a table of globs and settings", _per_file),
}
