"""What several commands share: the options they take, and which of them somebody gave.

    @setting("fail-on") → --fail-on [error|warning|note|never], with the help and the default of that setting
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from checker.config import Asked, configured
from checker.formats import NAMES
from checker.options import Options
from checker.run import COMMANDS
from checker.setting import BY_NAME
from checker.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.setting import Key

_Decorated = TypeVar("_Decorated", bound="Callable[..., Any]")

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
NO_GATE: dict[str, Any] = {"fail_on": "never", "require_facts": 0}  # for commands whose status tells of no finding
EXAMPLE = "name an article, a folder of articles, or - for standard input, as in: check article.txt"


def asked_reports(
    _context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """FORMAT=FILE words → (format, file) pairs."""
    pairs = []
    for words in given:
        name, found, path = words.partition("=")
        if name not in NAMES or not found or not path:
            raise click.BadParameter(f'"{words}" is not FORMAT=FILE with one of {", ".join(NAMES)}')
        pairs.append((name, path))
    return tuple(pairs)


def _levels(
    _context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """RULE=LEVEL words → (rule, level) pairs."""
    levels = BY_NAME[str(parameter.name)].allowed
    pairs = tuple((name, level) for name, _, level in (words.rpartition("=") for words in given))
    for words, (name, level) in zip(given, pairs, strict=True):
        if not name or level not in levels:
            raise click.BadParameter(f'"{words}" is not RULE=LEVEL with one of {", ".join(levels)}')
    return pairs


def _several(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Words, some of them several with commas between → each by itself."""
    return tuple(word.strip() for words in given for word in words.split(",") if word.strip())


def _globs(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Globs → the same, each of them readable."""
    from checker.glob import unreadable

    for glob in given:
        if unreadable(glob):
            raise click.BadParameter(f'"{glob}" is no glob; write it as in a .gitignore: drafts/ or *.bak')
    return given


def _paths(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The beginning of a path → files; where it is the first word and no file begins so, the commands."""
    from glob import escape, iglob

    first = context.parent is None and not context.params.get("paths") and incomplete
    if first and next(iglob(escape(incomplete) + "*"), None) is None:
        return [CompletionItem(name) for name in COMMANDS if name.startswith(incomplete)]
    return [CompletionItem(incomplete, type="file")]


def rule_names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The beginning of a rule's id → the ids that begin so."""
    from checker.pack import load_pack
    from checker.selection import named_rules

    return [CompletionItem(rule.id) for rule in named_rules(load_pack()) if rule.id.startswith(incomplete)]


FOLDER = click.Path(exists=True, file_okay=False)
_MANY: dict[str, Any] = {"multiple": True}
_BY_KIND: dict[str, Callable[[Key], dict[str, Any]]] = {
    "choice": lambda key: {"type": click.Choice(key.allowed), "show_default": True},
    "count": lambda _: {"type": click.IntRange(min=0), "metavar": "N", "show_default": True},
    "switch": lambda _: {"show_default": True},
    "encoding": lambda _: {"metavar": "NAME"},
    "file": lambda _: {"metavar": "FILE"},
    "folder": lambda _: {"type": FOLDER, "metavar": "DIR"},
    "folders": lambda _: _MANY | {"type": FOLDER, "metavar": "DIR"},
    "selected": lambda _: _MANY | {"metavar": "RULES", "callback": _several, "shell_complete": rule_names},
    "names": lambda _: _MANY | {"metavar": "RULES", "callback": _several, "shell_complete": rule_names},
    "globs": lambda _: _MANY | {"metavar": "GLOB", "callback": _globs},
    "levels": lambda _: _MANY | {"metavar": "RULE=LEVEL", "callback": _levels},
    "reports": lambda _: _MANY | {"metavar": "FORMAT=FILE", "callback": asked_reports},
}


def setting(name: str, *short: str) -> Callable[[_Decorated], _Decorated]:
    """The name of a setting → its option. Its default is for the help; `options` asks which were given."""
    key = BY_NAME[name]
    long = f"--{name}/--no-{name}" if key.kind == "switch" else f"--{name}"
    return click.option(*short, long, key.dest, default=key.default, help=key.help, **_BY_KIND[key.kind](key))


def paths() -> Callable[[_Decorated], _Decorated]:
    """The files and folders of a command."""
    return click.argument("paths", nargs=-1, metavar="PATH...", shell_complete=_paths)


def format_(*names: str) -> Callable[[_Decorated], _Decorated]:
    """The formats of a command that does not make reports → its --format, the first of them the default."""
    return click.option("--format", "format_", type=click.Choice(names), default=names[0], show_default=True)


version = click.version_option(__version__, "--version", prog_name="crossfoot", message="%(prog)s %(version)s")
debug = click.option("--debug", is_flag=True, help="Show the trace of an internal error.")
output = click.option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")
rules = setting("rules")
encoding = setting("encoding")


def settings(command: _Decorated) -> _Decorated:
    """A command → the same with --config and --no-config."""
    alone = click.option("--no-config", "--isolated", is_flag=True, help="Read no settings file.")
    return click.option(
        "--config",
        multiple=True,
        metavar="FILE|KEY=VALUE",
        help="Go by this settings file, or make one setting; may be given several times.",
    )(alone(command))


def asked() -> Asked:
    """The command that runs → which settings it goes by."""
    given = click.get_current_context().params
    return Asked(given["config"], given["no_config"])


def options(which: Asked | None = None, **always: Any) -> Options:
    """Which settings to go by, if not those asked for, and what a command always asks for → the options of a run."""
    context = click.get_current_context()
    named = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT)
    fields: tuple[str, ...] = Options.__match_args__
    own = {name: value for name, value in context.params.items() if name in fields}
    given = {name: value for name, value in own.items() if context.get_parameter_source(name) in named}
    return configured({"paths": (), **given, **always}, which or asked())
