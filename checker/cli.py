"""Arguments → a run, through click: options, help and the commands beside `check`.

Both script names take both forms: `check PATH…` is `crossfoot check PATH…`, and `check rules` is `crossfoot rules`. A
first argument that is the name of a command is that command; a file of the same name is given as ./rules.
"""

from __future__ import annotations

import os
from typing import Any

import click

from checker import cli_flags as flags
from checker.cli_decide import decide
from checker.cli_facts import calibrate, facts
from checker.cli_review import review
from checker.cli_rules import explain, list_rules
from checker.cli_setup import completion, init, show_config
from checker.cli_witness import asking, witness
from checker.clock import is_day
from checker.run import COMMANDS, INTERRUPTED, UNCHECKED, check_paths, guarded, watch_paths

_STATUS = """\b
Other commands:
  check rules          list the rules
  check explain RULE   what a rule holds, with its arithmetic and examples
  check facts PATH...  the figures as a table
  check review PATH... look at findings in a browser, and decide
  check decide PATH    answer the findings of an article
  check config         the settings, and where each was made
  check init           write a settings file, and the gate's files for GitHub, GitLab or pre-commit

\b
Exit status:
  0   nothing at or above --fail-on
  1   findings at or above --fail-on
  2   wrong usage, settings or rules, or an article that could not be read (the others are checked)
  70  internal error"""


def main(arguments: list[str], name: str) -> int:
    """Arguments and the name of the script → the exit status."""
    completing = f"_{name.upper()}_COMPLETE"  # set by the shell, with the words typed so far
    typed = os.environ.get("COMP_WORDS", "").split()[1:] if completing in os.environ else arguments
    first = typed[0] if typed else ""
    top = first in COMMANDS or (name == "crossfoot" and first in ("", "-h", "--help", "--version"))
    command, shown = (crossfoot, name) if top else (check, name if name == "check" else f"{name} check")
    try:
        status = command.main(arguments, shown, completing, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return UNCHECKED
    except click.Abort:
        return INTERRUPTED
    return int(status or 0)


def _day(_context: click.Context, _parameter: click.Parameter, given: str | None) -> str | None:
    """A day → the same, or an error."""
    if given is not None and not is_day(given):
        raise click.BadParameter(f'"{given}" is no day; write it as in 2031-04-05')
    return given


@click.group(
    context_settings=flags.SETTINGS,
    epilog="`crossfoot COMMAND --help` tells more; `check PATH…` is `crossfoot check PATH…`.",
)
@flags.version
def crossfoot() -> None:
    """Say which figures of an article cannot all be true, and which one is the likely slip."""


@click.command(context_settings=flags.SETTINGS, epilog=_STATUS)
@flags.paths()
@flags.setting("format")
@flags.output
@flags.setting("report")
@flags.setting("fail-on")
@click.option("--exit-zero", is_flag=True, help="End with status 0 whatever is found: --fail-on never.")
@flags.setting("require-facts")
@flags.setting("select")
@flags.setting("ignore")
@flags.setting("severity")
@flags.rules
@flags.setting("include")
@flags.setting("exclude")
@flags.setting("force-exclude")
@flags.setting("gitignore")
@flags.encoding
@flags.setting("templates")
@flags.setting("baseline")
@click.option("--update-baseline", is_flag=True, help="Take out of the baseline what is gone from these articles.")
@click.option("--add-to-baseline", is_flag=True, help="Put into the baseline what would fail; make it if need be.")
@click.option("--today", metavar="DATE", callback=_day, help="The day on which decisions that end are looked at.")
@flags.setting("jobs", "-j")
@click.option("--watch", is_flag=True, help="Check again whenever an article changes, until interrupted.")
@flags.settings
@flags.setting("color")
@click.option("-q", "--quiet", count=True, help="Print findings only.")
@click.option("-v", "--verbose", count=True, help="Also list every figure and relation.")
@asking
@flags.debug
@flags.version
def check(
    *, paths: tuple[str, ...], exit_zero: bool, watch: bool, quiet: int, verbose: int, debug: bool, **_rest: Any
) -> int:
    """Check the figures of articles against each other.

    PATH is a file, a folder (its .txt, .md and .html files, and those of the folders in it) or - for standard input.
    Markdown and HTML go by the suffix: what is read is the prose, and places are those of the file.
    """
    if not paths:
        raise click.UsageError(flags.EXAMPLE)
    if watch and "-" in paths:
        raise click.UsageError("--watch needs files; standard input cannot be watched")
    always: dict[str, Any] = {"verbosity": verbose - quiet} | ({"fail_on": "never"} if exit_zero else {})
    return guarded(lambda: (watch_paths if watch else check_paths)(flags.options(**always)), debug)


for _command in (check, list_rules, explain, facts, review, decide, calibrate, show_config, init, completion, witness):
    crossfoot.add_command(_command)
