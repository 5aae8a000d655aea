"""What several commands share: the options they all take, and the words of their help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker.formats import NAMES
from checker.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

_Decorated = TypeVar("_Decorated", bound="Callable[..., Any]")

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
EXAMPLE = "name an article, a folder of articles, or - for standard input, as in: check article.txt"

_FOLDER = click.Path(exists=True, file_okay=False)
version = click.version_option(__version__, "--version", prog_name="crossfoot", message="%(prog)s %(version)s")
rules = click.option("--rules", multiple=True, type=_FOLDER, metavar="DIR", help="Also use the rules in this folder.")
debug = click.option("--debug", is_flag=True, help="Show the trace of an internal error.")
output = click.option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")
encoding = click.option("--encoding", metavar="NAME", help="Read the articles in this encoding, as in cp1252.")


def format_(*names: str) -> Callable[[_Decorated], _Decorated]:
    """The formats of a command → its --format, the first of them the default."""
    return click.option("--format", "format_", type=click.Choice(names), default=names[0], show_default=True)


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
