"""Arguments → a run, through click: options, help and the commands beside `check`.

Both script names take both forms: `check PATH…` is `crossfoot check PATH…`, and `check rules` is `crossfoot rules`. A
first argument that is the name of a command is that command; a file of the same name is given as ./rules.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker.cli_review import review
from checker.errors import CheckerError
from checker.formats import NAMES
from checker.options import Options
from checker.output import send, write
from checker.run import COMMANDS, INTERRUPTED, UNCHECKED, Run, check_paths, guarded, refuse_overwriting
from checker.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.finding import Report
    from checker.pack import Pack
    from checker.rule import Rule

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])

_FOLDER = click.Path(exists=True, file_okay=False)
_EXAMPLE = "name an article, a folder of articles, or - for standard input, as in: check article.txt"
_STATUS = """\b
Other commands:
  check rules          list the rules
  check explain RULE   what a rule holds, with its arithmetic and examples
  check facts PATH...  the figures as a table
  check review PATH... look at findings in a browser, and decide

\b
Exit status:
  0   nothing at or above --fail-on
  1   findings at or above --fail-on
  2   wrong usage or rules, or an article that could not be read (the others are checked)
  70  internal error"""


def main(arguments: list[str], name: str) -> int:
    """Arguments and the name of the script → the exit status."""
    first = arguments[0] if arguments else ""
    top = first in COMMANDS or (name == "crossfoot" and first in ("", "-h", "--help", "--version"))
    command, shown = (crossfoot, name) if top else (check, name if name == "check" else f"{name} check")
    try:
        status = command.main(args=arguments, prog_name=shown, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return UNCHECKED
    except click.Abort:
        return INTERRUPTED
    return int(status or 0)


_version = click.version_option(__version__, "--version", prog_name="crossfoot", message="%(prog)s %(version)s")
_rules = click.option("--rules", multiple=True, type=_FOLDER, metavar="DIR", help="Also use the rules in this folder.")
_debug = click.option("--debug", is_flag=True, help="Show the trace of an internal error.")
_output = click.option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")
_encoding = click.option("--encoding", metavar="NAME", help="Read the articles in this encoding, as in cp1252.")
_templates = click.option(
    "--templates", type=_FOLDER, metavar="DIR", help="Take templates from this folder where it has them."
)
_settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _format(*names: str) -> Callable[[_Decorated], _Decorated]:
    return click.option("--format", "format_", type=click.Choice(names), default=names[0], show_default=True)


def _asked_reports(
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


@click.group(
    context_settings=_settings,
    epilog="`crossfoot COMMAND --help` tells more; `check PATH…` is `crossfoot check PATH…`.",
)
@_version
def crossfoot() -> None:
    """Say which figures of an article cannot all be true, and which one is the likely slip."""


@crossfoot.command(context_settings=_settings, epilog=_STATUS)
@click.argument("paths", nargs=-1, metavar="PATH...")
@_format(*NAMES)
@_output
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=_asked_reports,
    help="Also write a report of the same run to a file, as in sarif=out.sarif; may be given several times.",
)
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "note", "never")),
    default="error",
    show_default=True,
    help="End with status 1 from this level on.",
)
@click.option("--exit-zero", is_flag=True, help="End with status 0 whatever is found: --fail-on never.")
@click.option(
    "--require-facts",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="End with status 1 if fewer than N figures were found in all.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar="N",
    help="Check in N processes; 0 for as many as there are processors.",
)
@click.option(
    "--gitignore/--no-gitignore",
    default=True,
    help="Leave out what git ignores in a folder (the default); a file that is named is always read.",
)
@_rules
@click.option(
    "--no-config", is_flag=True, help="Read no configuration file. There is none yet, so this changes nothing."
)
@_encoding
@_templates
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="Colour the text report; auto goes by NO_COLOR, FORCE_COLOR and the terminal.",
)
@click.option("-q", "--quiet", count=True, help="Print findings only.")
@click.option("-v", "--verbose", count=True, help="Also list every figure and relation.")
@_debug
@_version
def check(
    paths: tuple[str, ...],
    format_: str,
    no_config: bool,  # noqa: ARG001
    exit_zero: bool,
    quiet: int,
    verbose: int,
    **rest: Any,
) -> int:
    """Check the figures of articles against each other.

    PATH is a text file, a folder (its .txt files, and those of the folders in it) or - for standard input.
    """
    if not paths:
        raise click.UsageError(_EXAMPLE)
    if exit_zero:
        rest["fail_on"] = "never"
    options = Options(paths, format_, verbosity=verbose - quiet, **rest)
    return guarded(lambda: check_paths(options), options.debug)


@crossfoot.command("rules", context_settings=_settings)
@_format("text", "json")
@_rules
@_debug
def list_rules(format_: str, rules: tuple[str, ...], debug: bool) -> int:
    """List the rules: id, catalogue code, severity, and what each one holds."""

    def act() -> int:
        from checker.pack import load_pack, manual
        from checker.render import rules_of

        send(rules_of(manual(load_pack(rules)), format_), None, exact=format_ == "json")
        return 0

    return guarded(act, debug)


@crossfoot.command(context_settings=_settings)
@click.argument("rule")
@_rules
@_debug
def explain(rule: str, rules: tuple[str, ...], debug: bool) -> int:
    """Tell what RULE holds: why, its arithmetic, examples and known false alarms.

    RULE is a rule's id or catalogue code, as `crossfoot rules` lists them.
    """

    def act() -> int:
        from checker.pack import load_pack, manual
        from checker.render import rule_of

        pack = load_pack(rules)
        send("\n\n".join(rule_of(found, pack) for found in find_rules(manual(pack), rule)), None)
        return 0

    return guarded(act, debug)


@crossfoot.command(context_settings=_settings)
@click.argument("paths", nargs=-1, metavar="PATH...")
@_format("text", "csv", "json", "parquet")
@_output
@_rules
@_encoding
@_debug
def facts(paths: tuple[str, ...], format_: str, output: str | None, debug: bool, **rest: Any) -> int:
    """Print the figures of articles as a table: what each is about, its range, and whether it was checked."""
    if not paths:
        raise click.UsageError(_EXAMPLE.replace("check article", "crossfoot facts article"))
    options = Options(paths, output=output, debug=debug, fail_on="never", **rest)
    return guarded(lambda: _facts(options, format_), debug)


@crossfoot.command(context_settings=_settings)
@click.argument("paths", nargs=-1, metavar="PATH...")
@_output
@_rules
@_encoding
@_debug
def calibrate(paths: tuple[str, ...], output: str | None, debug: bool, **rest: Any) -> int:
    """Count in how many articles each way of binding a rule held: a table that says how far a reading can be trusted.

    PATH is a folder of articles as they were published, the more the better: thousands.
    """
    if not paths:
        raise click.UsageError(_EXAMPLE.replace("check article.txt", "crossfoot calibrate archive/"))
    options = Options(paths, output=output, debug=debug, fail_on="never", **rest)
    return guarded(lambda: _calibrate(options), debug)


crossfoot.add_command(review)


def find_rules(rules: tuple[Rule, ...], name: str) -> list[Rule]:
    """Rules and an id or a catalogue code, which several may share → those rules, or an error with the nearest ids."""
    found = [rule for rule in rules if rule.id == name] or [rule for rule in rules if name.upper() in rule.code.split()]
    if found:
        return found
    from difflib import get_close_matches

    near = get_close_matches(name, [rule.id for rule in rules], 3)
    meant = f"did you mean {' or '.join(near)}?" if near else "`crossfoot rules` lists them"
    raise CheckerError(f'no rule is named "{name}"; {meant}')


def _calibrate(options: Options) -> int:
    from checker.calibrate import count, rows

    run, pack, reports = _reports(options)
    send(rows(count(reports, pack)), options.output, exact=True)
    return run.status()


def _reports(options: Options) -> tuple[Run, Pack, Iterator[Report]]:
    """Options → the run, its rules, and the reports on what it names; an output that is an input is refused."""
    from checker.pack import load_pack

    run = Run(options)
    pack = load_pack(options.rules)
    sources = run.sources()
    refuse_overwriting([options.output] if options.output else [], sources)
    return run, pack, run.reports(pack, sources)


def _facts(options: Options, format_: str) -> int:
    from checker import table

    run, _, reports = _reports(options)
    frame = table.facts_frame(reports)
    if format_ == "parquet":
        write(table.table_parquet(frame), options.output)
    else:
        text = {"text": table.table_text, "csv": table.table_csv, "json": table.table_json}[format_](frame)
        send(text, options.output, exact=format_ != "text")
    return run.status()
