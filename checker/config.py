"""Command line, environment and settings file → the options of a run, and where each of them came from.

    configured({"paths": ("a.txt",), "fail_on": "note"}) → Options(("a.txt",), fail_on="note", …)

What the command line says comes before a variable of the environment, that before the settings file, and that before
the default. Tables are joined entry by entry on the way; of all else the first wins. Where there is neither file nor
variable, as on most desks, this costs a few looks into folders.
"""

from __future__ import annotations

import os

from checker.errors import CheckerError
from checker.options import PREFIX, Options
from checker.output import say
from checker.record import record
from checker.settingsfile import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from checker.setting import Key
    from checker.written import Setting, Written

COMMAND_LINE, DEFAULT = "command line", "default"


@record(frozen=True, slots=True)
class Asked:
    """Which settings to go by: words of --config, each a file or KEY=VALUE, and whether to look for no file."""

    words: tuple[str, ...] = ()
    no_file: bool = False


def configured(given: Mapping[str, Any], asked: Asked | None = None) -> Options:
    """Options that the command line gives, and which settings to go by → the options of the run."""
    asked = asked or Asked()
    file, beside = _files(asked)
    if given.get("verbosity", 0) > 0:
        say(f"settings of {file}" if file else "no settings file")
        for other in beside:
            say(f"{other}: not read, since {os.path.basename(file)} stands beside it")
    if not (file or asked.words or any(name.startswith(PREFIX) for name in os.environ)):
        return Options(**given)
    from checker.setting import BY_NAME

    made = layered(given, asked, file)
    values = {BY_NAME[name].dest: setting.value for name, setting in made.items()}
    origins = tuple((name, setting.place) for name, setting in made.items())
    return Options(**{**given, **values}, folder=os.path.dirname(file), origins=origins)


def layered(given: Mapping[str, Any], asked: Asked, file: str) -> dict[str, Setting]:
    """What the command line gives, what it says of settings, and the settings file or "" → all that is not default."""
    from checker.setting import BY_NAME, KEYS
    from checker.settingsfile import written_in
    from checker.written import Setting, joined, settings

    layers = [settings(written) for written in (*(written_in(file) if file else ()), _environment(), *_words(asked))]
    layers.append({key.name: Setting(given[key.dest], COMMAND_LINE) for key in KEYS if key.dest in given})
    made: dict[str, Setting] = {}
    for layer in layers:
        for name, high in layer.items():
            made[name] = joined(BY_NAME[name], made[name], high) if name in made else high
    return made


def settings_file(asked: Asked) -> str:
    """Which settings to go by → the file, or ""."""
    return _files(asked)[0]


def strangers() -> list[str]:
    """The variables of the environment that are called like ours and name no setting."""
    from checker.endpoint import KEY
    from checker.setting import KEYS

    ours = {key.variable for key in KEYS} | {PREFIX + "CONFIG", KEY}
    return sorted(name for name in os.environ if name.startswith(PREFIX) and name not in ours)


def _files(asked: Asked) -> tuple[str, tuple[str, ...]]:
    """Which settings to go by → the file or "", and those beside it that do not count."""
    named = [word for word in asked.words if not _is_assignment(word)]
    if len(named) > 1:
        raise CheckerError(f"two settings files, {named[0]} and {named[1]}; name one, which may extend the other")
    if named and asked.no_file:
        raise CheckerError(f"--no-config reads no settings file, --config {named[0]} names one; leave one of them out")
    if asked.no_file:
        return "", ()
    named = named or [name for name in (os.environ.get(PREFIX + "CONFIG"),) if name]
    if named:
        return named[0], ()
    files = nearest()
    return (files[0], files[1:]) if files else ("", ())


def _is_assignment(word: str) -> bool:
    return "=" in word and not os.path.exists(word)


def _environment() -> Written:
    from checker.setting import BY_NAME, KEYS
    from checker.written import Written, from_words

    said = {key.name: os.environ[key.variable] for key in KEYS if os.environ.get(key.variable)}
    table = {name: from_words(BY_NAME[name], words, BY_NAME[name].variable) for name, words in said.items()}
    return Written(table, lambda name, *_: BY_NAME[name].variable)


def _words(asked: Asked) -> Iterator[Written]:
    """The KEY=VALUE words of --config → each as written."""
    from checker.written import Written

    for word in asked.words:
        if _is_assignment(word):
            place = f"--config {word}"
            yield Written(_assigned(word, place), lambda *_, place=place: place)


def _assigned(word: str, place: str) -> dict[str, Any]:
    """KEY=VALUE → a table; the key may lead into a table, severity.R18, and quotes may be left out of the value."""
    import tomllib

    from checker.setting import BY_NAME
    from checker.written import from_words, known

    name, _, words = word.partition("=")
    key: Key | None = BY_NAME.get(name.strip())
    if key is not None:
        return {key.name: from_words(key, words, place)}
    for value in (words, f'"{words.strip()}"'):
        try:
            return tomllib.loads(f"{name} = {value}")
        except tomllib.TOMLDecodeError:
            continue
    known([name.strip()], BY_NAME, lambda _: place)
    raise CheckerError("this is no KEY=VALUE, as in --config fail-on=note", place)
