"""The commands about figures: `facts` prints them as a table, `calibrate` counts how rules fared in an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checker import cli_flags as flags
from checker.output import send, write
from checker.run import Run, guarded, refuse_overwriting
from checker.selection import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.finding import Report
    from checker.options import Options
    from checker.pack import Pack


@click.command(context_settings=flags.SETTINGS)
@flags.paths()
@flags.format_("text", "csv", "json", "parquet")
@flags.output
@flags.rules
@flags.encoding
@flags.settings
@flags.debug
def facts(paths: tuple[str, ...], format_: str, debug: bool, **_rest: Any) -> int:
    """Print the figures of articles as a table: what each is about, its range, and whether it was checked."""
    if not paths:
        raise click.UsageError(flags.EXAMPLE.replace("check article", "crossfoot facts article"))
    return guarded(lambda: _facts(flags.options(**flags.NO_GATE), format_), debug)


@click.command(context_settings=flags.SETTINGS)
@flags.paths()
@flags.output
@flags.rules
@flags.encoding
@flags.settings
@flags.debug
def calibrate(paths: tuple[str, ...], debug: bool, **_rest: Any) -> int:
    """Count in how many articles each way of binding a rule held: a table that says how far a reading can be trusted.

    PATH is a folder of articles as they were published, the more the better: thousands.
    """
    if not paths:
        raise click.UsageError(flags.EXAMPLE.replace("check article.txt", "crossfoot calibrate archive/"))
    return guarded(lambda: _calibrate(flags.options(**flags.NO_GATE)), debug)


def _calibrate(options: Options) -> int:
    from checker.calibrate import count, rows

    run, pack, reports = _reports(options)
    send(rows(count(reports, pack)), options.output, exact=True)
    return run.status()


def _reports(options: Options) -> tuple[Run, Pack, Iterator[Report]]:
    """Options → the run, its rules, and the reports on what it names; an output that is an input is refused."""
    from checker.pack import load_pack

    pack = load_pack(options.rules)
    run = Run(resolved(options, pack))
    sources = run.sources()
    refuse_overwriting([options.output] if options.output else [], sources, options)
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
