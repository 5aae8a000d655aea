"""Options → what `check PATH…` does: articles read and checked, reports written, one exit status.

Both ways into the program end here: the one through click, and the one that names nothing but paths and does not load
click. So this module imports little, and what only some runs need it imports when they need it.
"""

from __future__ import annotations

import os
import sys

from checker.desk import Desk, crash_words, outcomes
from checker.errors import CheckerError
from checker.finding import levels_from
from checker.format import Whole
from checker.formats import format_of
from checker.omission import gathered
from checker.output import Channel, Folder, say
from checker.record import replace
from checker.selection import resolved
from checker.settingsfile import NAMES, PYPROJECT
from checker.source import sidecars
from checker.summary import Tally, counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from checker.baseline import Ledger
    from checker.desk import Outcome
    from checker.finding import Report
    from checker.options import Options
    from checker.pack import Pack
    from checker.source import Source

COMMANDS = (
    *("calibrate", "check", "completion", "config", "decide", "explain", "facts", "init", "review", "rules"),
    "witness",
)
OK, FOUND, UNCHECKED, INTERNAL, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 70, 130, 141


class Run:
    """One run over some paths: gives the outcomes, says on standard error what went wrong, ends in a status."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.given: tuple[Source, ...] = ()  # what it reads, once asked for
        self.tally = Tally()
        self.problems: list[tuple[str, str]] = []
        self.failed: set[int] = set()  # which of the reports lack an article that they could not tell of
        self.crashed = False
        self.done: list[Callable[[Whole], None]] = []  # what several reports of a run would do each

    def sources(self) -> tuple[Source, ...]:
        """The paths asked for → what to read; a path that gives nothing is reported as a problem."""
        sources, problems = gathered(self.options)
        for problem in problems:
            self.problem(problem.path, problem.message)
        self.given = sources
        return sources

    def outcomes(self, desk: Desk, sources: tuple[Source, ...]) -> Iterator[Outcome]:
        """A desk and what to read → the outcome of each article that could be checked."""
        found = outcomes(desk, sources)
        if len(sources) > 1:
            from checker.progress import watched

            found = watched(found, len(sources))
        for outcome in found:
            for remark in outcome.remarks:
                say(remark)
            self.failed.update(outcome.failed)
            for path, message in outcome.problems:
                self.problem(path, message, told=outcome.crash if message.startswith("internal error") else "")
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
        failing = any(self.tally.levels[level] for level in levels_from(self.options.fail_on))
        return FOUND if failing or self._too_few() else OK

    def _too_few(self) -> bool:
        read, wanted = self.tally.coverage["figures"], self.options.require_facts
        if read < wanted:
            say(f"{counted(read, 'figure')} found in all; at least {wanted} are required")
        return read < wanted

    def problem(self, path: str, message: str, told: str = "") -> None:
        """A path and what is wrong with it → told once, and among what could not be checked."""
        if (path, message) in self.problems:  # one file of decisions stands in the way of a whole folder
            return
        self.problems.append((path, message))
        self.crashed = self.crashed or bool(told)
        for line in told.splitlines() or [f"{path}: {message}"]:
            say(line)


def watch_paths(options: Options) -> int:
    """Options → the paths checked now, and again whenever one of their files changes, until interrupted."""
    from checker.watch import changes

    def files() -> list[str]:
        return [source.path for source in gathered(options)[0]]

    for _ in changes(files):
        check_paths(options)
    return OK


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
        if self._format.once and self._format.once not in run.done:
            run.done.append(self._format.once)
            self._format.once(whole)
        if self._folder and self._format.pages:
            for name, text in self._format.pages(whole):
                refuse_overwriting([self._folder.path(name)], run.given, run.options)
                self._folder.write(name, text)
            return
        self._channel.write(self._format.close(whole))
        self._channel.close()

    def abandon(self) -> None:
        """A report that has not been closed → given up, and the file of it as it was."""
        self._channel.abandon()


def check_paths(options: Options) -> int:
    """Options → reports written where they were asked for, and the exit status."""
    from checker.pack import load_pack

    pack = load_pack(options.rules)
    options = resolved(options, pack)
    run = Run(options)
    sources = run.sources()
    asked = ((options.format, options.output), *options.reports)
    written = [output for _, output in asked if output]
    refuse_overwriting([*written, options.baseline] if options.baseline else written, sources, options)
    ledgers: list[Ledger] = []
    if options.update_baseline or options.add_to_baseline:
        from checker.baseline import Ledger

        ledgers.append(Ledger(options))
    targets: list[Target] = []
    try:
        for name, output in asked:
            targets.append(Target(name, output, options))
        every: list[Target | Ledger] = [*ledgers, *targets]
        return _checked(run, Desk(options, pack, tuple(one.maker for one in every)), every, pack.hash)
    finally:
        for target in targets:
            target.abandon()


def _checked(run: Run, desk: Desk, targets: list[Target | Ledger], pack_hash: str) -> int:
    """A run and where its reports go → the articles checked, the reports written, and the exit status."""
    if desk.witness is not None and desk.witness.notice:
        say(f"note: {desk.witness.notice}")
    told: set[int] = set()  # which of the reports tell of an article
    for outcome in run.outcomes(desk, run.given):
        for at, (target, part) in enumerate(zip(targets, outcome.parts, strict=True)):
            if at not in outcome.failed:
                target.add(part)
                told.add(at)
    for at, target in enumerate(targets):
        if at in run.failed - told:  # there is nothing in it; the file of an earlier run stays
            continue
        try:
            target.close(run, pack_hash)
        except CheckerError as error:  # a fault in a desk's template, or a full disk: the other reports are written
            run.problem(error.place or "report", error.message)
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


def refuse_overwriting(outputs: Iterable[str], sources: tuple[Source, ...], options: Options) -> None:
    """Files to write, what is read and by what options → an error, before anything is written, if one would overwrite
    another, or what the run goes by."""
    named = [source.path for source in sources if source.path != "-"]
    kept = {os.path.realpath(beside): "holds decisions" for path in named for beside in sidecars(path)}
    kept |= {os.path.realpath(path): "is one of the articles" for path in named}
    settings = {place.rpartition(":")[0] or place for _, places in options.origins for place in places.split(", ")}
    kept |= {os.path.realpath(path): "holds settings" for path in settings}
    rules = tuple(os.path.join(os.path.realpath(folder), "") for folder in options.rules)
    taken: set[str] = set()
    for output in outputs:
        path = os.path.realpath(output)
        why = kept.get(path, "")
        if not why and path.endswith(".toml") and path.startswith(rules) and os.path.exists(path):
            why = "is a rule"
        if not why and os.path.basename(path) in (*NAMES, PYPROJECT) and os.path.exists(path):
            why = "holds settings"
        if why:
            raise CheckerError(f"this {why}; name another file for the report", output)
        if path in taken:
            raise CheckerError("two reports would go into this file; name a file for each", output)
        taken |= {path} - {os.path.realpath("-")}
