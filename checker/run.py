"""Options → what `check PATH…` does: articles read and checked, reports written, one exit status.

Both ways into the program end here: the one through click, and the one that names nothing but paths and does not load
click. So this module imports little, and what only some runs need it imports when they need it.
"""

from __future__ import annotations

import os
import sys

from checker.desk import Desk, crash_words, outcomes
from checker.errors import CheckerError
from checker.finding import LEVELS
from checker.format import Whole
from checker.formats import format_of
from checker.output import Channel, Folder, say
from checker.record import replace
from checker.source import gather
from checker.summary import Tally, counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from checker.desk import Outcome
    from checker.finding import Report
    from checker.options import Options
    from checker.pack import Pack
    from checker.source import Source

COMMANDS = ("calibrate", "check", "explain", "facts", "review", "rules")
OK, FOUND, UNCHECKED, INTERNAL, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 70, 130, 141


class Run:
    """One run over some paths: gives the outcomes, says on standard error what went wrong, ends in a status."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.given: tuple[Source, ...] = ()  # what it reads, once asked for
        self.tally = Tally()
        self.problems: list[tuple[str, str]] = []
        self.crashed = False

    def sources(self) -> tuple[Source, ...]:
        """The paths asked for → what to read; a path that gives nothing is reported as a problem."""
        sources, problems = gather(self.options.paths)
        for problem in problems:
            self._problem(problem.path, problem.message)
        self.given = sources
        return sources

    def outcomes(self, desk: Desk, sources: tuple[Source, ...]) -> Iterator[Outcome]:
        """A desk and what to read → the outcome of each article that could be checked."""
        for outcome in outcomes(desk, sources):
            for remark in outcome.remarks:
                say(remark)
            if outcome.problem:
                self._problem(*outcome.problem)
            if outcome.crash:
                self.crashed = True
                for line in outcome.crash.splitlines():
                    say(line)
            if outcome.tally:
                self.tally.merge(outcome.tally)
                yield outcome

    def reports(self, pack: Pack, sources: tuple[Source, ...]) -> Iterator[Report]:
        """The rules and what to read → a report for each article that could be checked."""
        desk = Desk(replace(self.options, jobs=1), pack, ((_whole_report, self.options),))
        for outcome in self.outcomes(desk, sources):
            yield outcome.parts[0]

    def status(self) -> int:
        """What happened → the exit status; not having checked everything outranks what was found."""
        if self.crashed:
            return INTERNAL
        if self.problems:
            return UNCHECKED
        failing = LEVELS[: LEVELS.index(self.options.fail_on) + 1] if self.options.fail_on != "never" else ()
        return FOUND if any(self.tally.levels[level] for level in failing) or self._too_few() else OK

    def _too_few(self) -> bool:
        read, wanted = self.tally.coverage["figures"], self.options.require_facts
        if read < wanted:
            say(f"{counted(read, 'figure')} found in all; at least {wanted} are required")
        return read < wanted

    def _problem(self, path: str, message: str) -> None:
        self.problems.append((path, message))
        say(f"{path}: {message}")


def _whole_report(report: Report, _options: Options) -> Report:
    return report


class Target:
    """A report of the run and where it goes: parts as they come, or all of it at the end."""

    def __init__(self, name: str, output: str | None, options: Options) -> None:
        self._format = format_of(name)
        self._folder = Folder(output) if output and self._format.pages and Folder.is_meant(output) else None
        self._channel = Channel(None if self._folder else output, exact=self._format.exact)
        self._parts: list[Any] = []
        self._options = replace(options, color=self._channel.color(options.color))
        self.maker = (self._format.part, self._options)

    def add(self, part: Any) -> None:
        """The part of one article → written, or kept for the end."""
        if not self._format.streams:
            self._parts.append(part)
        elif part:
            self._channel.write(part)

    def close(self, run: Run, pack_hash: str) -> None:
        """The run, which is over → the rest of the report."""
        whole = Whole(tuple(self._parts), tuple(run.problems), run.tally, self._options, pack_hash)
        if self._folder and self._format.pages:
            for name, text in self._format.pages(whole):
                refuse_overwriting([self._folder.path(name)], run.given)
                self._folder.write(name, text)
            return
        try:
            self._channel.write(self._format.close(whole))
        finally:
            self._channel.close()


def check_paths(options: Options) -> int:
    """Options → reports written where they were asked for, and the exit status."""
    from checker.pack import load_pack

    run = Run(options)
    pack = load_pack(options.rules)
    sources = run.sources()
    asked = ((options.format, options.output), *options.reports)
    refuse_overwriting([output for _, output in asked if output], sources)
    targets = [Target(name, output, options) for name, output in asked]
    for outcome in run.outcomes(Desk(options, pack, tuple(target.maker for target in targets)), sources):
        for target, part in zip(targets, outcome.parts, strict=True):
            target.add(part)
    for target in targets:
        try:
            target.close(run, pack.hash)
        except CheckerError as error:  # a fault in a desk's template, or a full disk: the other reports are written
            run._problem(error.place or "report", error.message)
    return run.status()


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
        for line in crash_words(error, debug).splitlines():
            say(line)
        return INTERNAL


def refuse_overwriting(outputs: Iterable[str], sources: tuple[Source, ...]) -> None:
    """Files to write and what is read → an error, before anything is written, if one would overwrite another."""
    articles = {os.path.realpath(source.path) for source in sources if source.path != "-"}
    taken: set[str] = set()
    for output in outputs:
        path = os.path.realpath(output)
        if path in articles:
            raise CheckerError("this is one of the articles; name another file for the report", output)
        if path in taken:
            raise CheckerError("two reports would go into this file; name a file for each", output)
        taken |= {path} - {os.path.realpath("-")}
