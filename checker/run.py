"""Options → what `check PATH…` does: articles read and checked, reports written, one exit status.

Both ways into the program end here: the one through click, and the one that names nothing but paths and does not load
click. So this module imports little, and what only some runs need it imports when they need it.
"""

from __future__ import annotations

import os
import sys

from checker.errors import CheckerError
from checker.finding import LEVELS
from checker.output import opened, put, say, send, wants_color
from checker.record import record
from checker.source import gather, load
from checker.summary import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.finding import Report
    from checker.pack import Pack
    from checker.render import Paint
    from checker.source import Source
    from checker.witness import Witness

COMMANDS = ("calibrate", "check", "explain", "facts", "rules", "witness")
OK, FOUND, UNCHECKED, INTERNAL, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 70, 130, 141


@record(frozen=True, slots=True)
class Options:
    paths: tuple[str, ...]
    format: str = "text"  # text, json, html
    output: str | None = None  # a file instead of standard output
    fail_on: str = "error"  # error, warning, note, never
    rules: tuple[str, ...] = ()
    encoding: str | None = None
    color: str = "auto"  # auto, always, never
    verbosity: int = 0  # below 0 findings only, above 0 every figure
    debug: bool = False
    witness: Witness | None = None  # asked what figures are about


class Run:
    """One run over some paths: gives the reports, says on standard error what went wrong, ends in a status."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.tally = Tally()
        self.problems: list[tuple[str, str]] = []
        self.crashed = False

    def reports(self, pack: Pack, sources: tuple[Source, ...]) -> Iterator[Report]:
        """The rules and what to read → a report for each article that can be read."""
        for source in sources:
            report = self._report(source, pack)
            if report is not None and self.options.witness is not None:
                report = self._heard(self.options.witness, report, pack)
            if report is not None:
                self.tally.add(report)
                self._remark(report)
                yield report

    def sources(self) -> tuple[Source, ...]:
        """The paths asked for → what to read; a path that gives nothing is reported as a problem."""
        sources, problems = gather(self.options.paths)
        for problem in problems:
            self._problem(problem.path, problem.message)
        return sources

    def status(self) -> int:
        """What happened → the exit status; not having checked everything outranks what was found."""
        if self.crashed:
            return INTERNAL
        if self.problems:
            return UNCHECKED
        failing = LEVELS[: LEVELS.index(self.options.fail_on) + 1] if self.options.fail_on != "never" else ()
        return FOUND if any(self.tally.levels[level] for level in failing) else OK

    def _report(self, source: Source, pack: Pack) -> Report | None:
        from checker.pipeline import check

        try:
            return check(load(source, self.options.encoding), pack)
        except CheckerError as error:
            self._problem(error.place or source.path, error.message)
        except Exception as error:  # one article that brings the program down must not hide the others' reports
            self.crashed = True
            report_crash(error, self.options.debug, f" in {source.path}")
        return None

    def _heard(self, witness: Witness, report: Report, pack: Pack) -> Report:
        """A report by rules alone → the same with what the witness knew; as it was where something goes wrong."""
        path = report.article.path
        try:
            report = witness.hear(report, pack)
        except CheckerError as error:
            say(f"{path}: checked without the witness: {error}")
        except Exception as error:  # what the rules found is told all the same
            self.crashed = True
            report_crash(error, self.options.debug, f" with the witness to {path}")
        for one in report.witnesses:
            if one.failure:
                say(f"{path}: checked without the witness {one.model or one.key}: {one.failure}")
        return report

    def _remark(self, report: Report) -> None:
        path = report.article.path
        if self.options.verbosity >= 0:
            for note in report.article.notes:
                say(f"{path}: note: {note}")
        if not report.figures:
            say(f"0 figures found in {path}")

    def _problem(self, path: str, message: str) -> None:
        self.problems.append((path, message))
        say(f"{path}: {message}")


def check_paths(options: Options, paint: Paint) -> int:
    """Options and a way to colour text → reports written where they were asked for, and the exit status."""
    from checker.pack import load_pack

    run = Run(options)
    pack = load_pack(options.rules)
    sources = run.sources()
    refuse_overwriting(options.output, sources)
    if options.witness is not None and options.witness.notice:
        say(f"note: {options.witness.notice}")
    reports = run.reports(pack, sources)
    if options.format == "text":
        _write_text(run, reports, paint)
    elif options.format == "json":
        from checker.render import json_of

        send(json_of(list(reports), run.problems, pack.hash), options.output, exact=True)
    else:
        from checker.render import html_of

        send(html_of(list(reports), run.problems, pack.hash), options.output, exact=True)
    return run.status()


def _write_text(run: Run, reports: Iterator[Report], paint: Paint) -> None:
    options = run.options
    with opened(options.output) as stream:
        colored = wants_color(options.color, stream)
        for report in reports:
            if report.findings or options.verbosity > 0:
                from checker.render import plain, text_of

                verbose = options.verbosity > 0
                put(text_of(report, verbose=verbose, paint=paint if colored else plain), stream)
                stream.flush()
        if options.verbosity >= 0:
            put(run.tally.line() + "\n", stream)


def guarded(act: Callable[[], int], debug: bool = False) -> int:
    """Anything to do → its status, or the status of what stopped it; never a traceback unless asked for."""
    try:
        status = act()
        sys.stdout.flush()
        return status
    except CheckerError as error:
        say(str(error))
        return UNCHECKED
    except BrokenPipeError:
        # The reader has left, as `head` does; what Python would still flush on the way out goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        report_crash(error, debug)
        return INTERNAL


def report_crash(error: Exception, debug: bool, where: str = "") -> None:
    """An error of ours → one line on standard error, with `debug` the trace before it."""
    if debug:
        import traceback

        traceback.print_exception(error)
    hint = "" if debug else "; run with --debug for the trace"
    say(f"internal error{where}: {type(error).__name__}: {error}{hint}")


def refuse_overwriting(output: str | None, sources: tuple[Source, ...]) -> None:
    """An output file that is one of the articles → an error before anything is written."""
    if output and any(
        source.path != "-" and os.path.realpath(source.path) == os.path.realpath(output) for source in sources
    ):
        raise CheckerError("this is one of the articles; name another file for the report", output)
