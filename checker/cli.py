"""Arguments → a run, through click: options, help and the commands beside `check`.

Both script names take both forms: `check PATH…` is `crossfoot check PATH…`, and `check rules` is `crossfoot rules`. A
first argument that is the name of a command is that command; a file of the same name is given as ./rules.
"""

from __future__ import annotations

from typing import Any

import click

from checker import cli_flags as flags
from checker.cli_facts import calibrate, facts
from checker.cli_rules import explain, list_rules
from checker.formats import NAMES
from checker.options import Options
from checker.run import COMMANDS, INTERRUPTED, UNCHECKED, check_paths, guarded, watch_paths

_STATUS = """\b
Other commands:
  check rules          list the rules
  check explain RULE   what a rule holds, with its arithmetic and examples
  check facts PATH...  the figures as a table

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


@click.group(
    context_settings=flags.SETTINGS,
    epilog="`crossfoot COMMAND --help` tells more; `check PATH…` is `crossfoot check PATH…`.",
)
@flags.version
def crossfoot() -> None:
    """Say which figures of an article cannot all be true, and which one is the likely slip."""


@click.command(context_settings=flags.SETTINGS, epilog=_STATUS)
@click.argument("paths", nargs=-1, metavar="PATH...")
@flags.format_(*NAMES)
@flags.output
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=flags.asked_reports,
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
@click.option("--watch", is_flag=True, help="Check again whenever an article changes, until interrupted.")
@flags.rules
@click.option(
    "--no-config", is_flag=True, help="Read no configuration file. There is none yet, so this changes nothing."
)
@flags.encoding
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="Colour the text report; auto goes by NO_COLOR, FORCE_COLOR and the terminal.",
)
@click.option("-q", "--quiet", count=True, help="Print findings only.")
@click.option("-v", "--verbose", count=True, help="Also list every figure and relation.")
@flags.debug
@flags.version
def check(
    paths: tuple[str, ...],
    format_: str,
    no_config: bool,  # noqa: ARG001
    exit_zero: bool,
    watch: bool,
    quiet: int,
    verbose: int,
    **rest: Any,
) -> int:
    """Check the figures of articles against each other.

    PATH is a text file, a folder (its .txt files, and those of the folders in it) or - for standard input.
    """
    if not paths:
        raise click.UsageError(flags.EXAMPLE)
    if exit_zero:
        rest["fail_on"] = "never"
    options = Options(paths, format_, verbosity=verbose - quiet, **rest)
    if watch and "-" in paths:
        raise click.UsageError("--watch needs files; standard input cannot be watched")
    return guarded(lambda: (watch_paths if watch else check_paths)(options), options.debug)


for _command in (check, list_rules, explain, facts, calibrate):
    crossfoot.add_command(_command)
