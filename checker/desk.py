"""Sources → outcomes: each article read, checked and put into the words of every report asked for.

With one job the articles are checked here, one after the other. With several, in as many processes, and their outcomes
come back in the order of the sources all the same: the reports of a run do not tell how many processes made them.
"""

from __future__ import annotations

import os

from checker.errors import CheckerError
from checker.finding import WITNESS
from checker.record import record, replace
from checker.selection import Selection, capped, named_rules
from checker.source import load, sidecars
from checker.summary import tally_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import ProcessPoolExecutor
    from typing import Any

    from checker.finding import Report
    from checker.options import Options
    from checker.pack import Pack
    from checker.source import Source
    from checker.summary import Tally
    from checker.witness import Witness

    Maker = Callable[[Report, Options], Any]

CHUNK = 8  # articles that travel to another process together


@record(frozen=True, slots=True)
class Outcome:
    """What became of one source: parts and counts, or what stood in the way."""

    parts: tuple[Any, ...] = ()  # one for each report asked for; None for one that could not be made
    failed: tuple[int, ...] = ()  # which these are
    tally: Tally | None = None  # None if it was not checked
    remarks: tuple[str, ...] = ()  # for standard error
    problems: tuple[tuple[str, str], ...] = ()  # path and message: what the user has to mend
    crash: str = ""  # what standard error is told of a mistake of ours, which is a problem as well


class Desk:
    """The rules, and what makes the part of each report asked for; checks one source after the other.

    It travels to other processes, so what makes a part is a function of a module, not one made on the spot.
    """

    def __init__(self, options: Options, pack: Pack, makers: tuple[tuple[Maker, Options], ...]) -> None:
        self.options, self.makers = options, makers
        self.witness = _witness(options)
        self.selection, self.pack = Selection(options, pack), pack

    def __reduce__(self) -> tuple[Any, ...]:
        """Rules travel by the names of their folders: what they were compiled to cannot."""
        return _set_up, (self.options, self.makers)

    def outcome(self, source: Source) -> Outcome:
        """A source → its outcome; whatever happens to one article must not hide the others'."""
        try:
            report, problems = self.report(source)
        except Exception as error:
            return self._stopped(source, error)
        parts: list[Any] = []
        faults: dict[int, Outcome] = {}
        for at, (make, options) in enumerate(self.makers):
            try:
                parts.append(make(report, options))
            except Exception as error:  # a fault in a desk's template: the other reports are complete
                parts.append(None)
                faults[at] = self._stopped(source, error)
        problems += tuple(problem for fault in faults.values() for problem in fault.problems)
        crash = "\n".join(fault.crash for fault in faults.values() if fault.crash)
        if faults and len(faults) == len(parts):
            return Outcome(failed=tuple(faults), problems=problems, crash=crash)
        return Outcome(tuple(parts), tuple(faults), tally_of([report]), self._remarks(report), problems, crash)

    def _stopped(self, source: Source, error: Exception) -> Outcome:
        """A source and what stopped the work on it → the problem: the user's to mend, or a mistake of ours."""
        if isinstance(error, CheckerError):
            return Outcome(problems=((error.place or source.path, error.message),))
        words = crash_words(error, self.options.debug, f" in {source.path}")
        return Outcome(problems=((source.path, f"internal error: {type(error).__name__}: {error}"),), crash=words)

    def checked(self, source: Source) -> Report:
        """A source → the report on it, whatever is answered for still in it."""
        from checker.pipeline import check

        chosen = self.selection.of(source.path)
        report = check(load(source, chosen.encoding), chosen.pack)
        if self.witness is not None:
            report = self.witness.hear(report, chosen.pack)
        heard = bool(report.witnesses) and not any(one.failure for one in report.witnesses)
        return replace(capped(report, chosen.caps), rules=chosen.ran | {WITNESS} if heard else chosen.ran)

    def report(self, source: Source) -> tuple[Report, tuple[tuple[str, str], ...]]:
        """A source → the report on it, what is answered for set aside, and what stood in the way of that."""
        report = self.checked(source)
        if not _may_be_answered(report, self.options):
            return report, ()
        from checker.suppression import answered

        return answered(report, self.options, named_rules(self.pack))

    def _remarks(self, report: Report) -> tuple[str, ...]:
        path = report.article.path
        notes = [f"{path}: note: {note}" for note in report.article.notes]
        quiet = self.options.verbosity < 0
        told = [
            f"{remark.place}: {remark.state}: {remark.message}"
            for remark in report.remarks
            if not (quiet and remark.state == "unused")
        ]
        failed = [one for one in report.witnesses if one.failure]
        told += [f"{path}: checked without the witness {one.model or one.key}: {one.failure}" for one in failed]
        nothing = [] if report.figures else [f"0 figures found in {path}"]
        return (*(() if quiet else notes), *told, *nothing)


def _may_be_answered(report: Report, options: Options) -> bool:
    """Has somebody written down anything about findings? Where not, what weighs it need not be loaded."""
    article = report.article
    if options.baseline is not None or article.exemptions or article.faults:
        return True
    return article.path not in ("", "-") and any(map(os.path.exists, sidecars(article.path)))


def _witness(options: Options) -> Witness | None:
    if options.witness is None:
        return None
    from checker.witness import witness_of

    return witness_of(options)


def _set_up(options: Options, makers: tuple[tuple[Maker, Options], ...]) -> Desk:
    from checker.pack import load_pack

    return Desk(options, load_pack(options.rules), makers)


def outcomes(desk: Desk, sources: tuple[Source, ...]) -> Iterator[Outcome]:
    """A desk and sources → their outcomes, in order, each as soon as those before it are there."""
    jobs = min(desk.options.jobs or os.cpu_count() or 1, -(-len(sources) // CHUNK))
    asks = desk.witness is not None and desk.witness.endpoint is not None  # within what one run may ask
    if jobs < 2 or asks or any(source.path == "-" for source in sources):  # which another process could not read
        yield from map(desk.outcome, sources)
        return
    yield from _shared(desk, sources, jobs)


def _shared(desk: Desk, sources: tuple[Source, ...], jobs: int) -> Iterator[Outcome]:
    """The work of several processes. One that is killed takes its article with it, and no other."""
    from concurrent.futures.process import BrokenProcessPool

    while sources:
        done = 0
        try:
            with _pool(desk, jobs) as pool:
                for outcome in pool.map(_outcome, sources, chunksize=CHUNK):
                    done += 1
                    yield outcome
            return
        except BrokenProcessPool:
            near = sources[done : done + jobs * CHUNK]  # the one that did it was in work, so it is among these
            yield from (_alone(desk, source) for source in near)
            sources = sources[done + len(near) :]


def _alone(desk: Desk, source: Source) -> Outcome:
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _pool(desk, 1) as pool:
            return pool.submit(_outcome, source).result()
    except BrokenProcessPool:
        killed = "the process that checked it was killed"
        words = f"internal error in {source.path}: {killed}"
        return Outcome(problems=((source.path, f"internal error: {killed}"),), crash=words)


def _pool(desk: Desk, jobs: int) -> ProcessPoolExecutor:
    import sys
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    _warm()
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(jobs, context, _sit_down, (desk,))


def _warm() -> None:
    """What every article needs is loaded here once, so that a forked process has it."""
    from checker import explain, lexicon, pair, pipeline  # noqa: F401

    lexicon.load()


_here: list[Desk] = []


def _sit_down(desk: Desk) -> None:
    _here[:] = [desk]


def _outcome(source: Source) -> Outcome:
    try:
        return _here[0].outcome(source)
    except KeyboardInterrupt:  # the process that was asked is told, too, and ends the run
        return Outcome()


def crash_words(error: Exception, debug: bool, where: str = "") -> str:
    """An error of ours → one line for standard error, with `debug` the trace before it."""
    trace = ""
    if debug:
        import traceback

        trace = "".join(traceback.format_exception(error))
    hint = "" if debug else "; run with --debug for the trace"
    return f"{trace}internal error{where}: {type(error).__name__}: {error}{hint}"
