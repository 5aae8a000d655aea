"""Findings that were there before the gate → a file of them, in which they are known and fail nothing.

    {"version": 1, "tool": "crossfoot", "entries": [
    {"path": "2029/harbour.txt", "finding": "parts-make-whole:7c1e9a42", "level": "error", "figures": ["84.69 …", …]},

A baseline is debt, not a judgement: it is written by the program, grows only when it is told to, and a run that updates
it takes out what is gone. Paths are those from its own folder. A finding's name is made of its figures and of how many
findings like it stand before it, so a second copy of a known one has another name, and fails.
"""

from __future__ import annotations

import os
from functools import lru_cache

from checker.aside import aside, firm
from checker.errors import CheckerError
from checker.finding import Remark, Suppressed, levels_from
from checker.output import rewrite, say
from checker.record import record
from checker.source import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.finding import Finding, Report
    from checker.options import Options

    Part = tuple[str, tuple["Entry", ...]] | None

VERSION = 1
_FIELDS = {"path": str, "finding": str, "level": str, "figures": list}


@record(frozen=True, slots=True)
class Entry:
    """A known finding: its article, its name, and for people its level and figures."""

    path: str
    finding: str
    level: str
    figures: tuple[str, ...]


def read(path: str) -> dict[str, tuple[Entry, ...]]:
    """A baseline → path of an article → its entries, or CheckerError with what would mend it."""
    try:
        return _entries(path, stamp(path))
    except FileNotFoundError:
        raise CheckerError("no such baseline; check the spelling, or make it with --add-to-baseline", path) from None
    except OSError as error:
        raise CheckerError(f"cannot be read: {error.strerror or error}", path) from None


def render(entries: Iterable[Entry]) -> str:
    """Entries → the text of a baseline: sorted, one entry a line, so that a change of it can be reviewed."""
    from json import dumps

    rows = sorted(entries, key=lambda one: (one.path, one.finding))
    lines = ",\n".join(dumps({name: getattr(one, name) for name in _FIELDS}, ensure_ascii=False) for one in rows)
    return f'{{"version": {VERSION}, "tool": "crossfoot", "entries": [\n{lines}\n]}}\n'


def known(report: Report, options: Options) -> Report:
    """A report and options with a baseline → the report with what is known set aside, and what is gone remarked.

    In a run that adds to the baseline everything that would fail is known.
    """
    path = _place(report.article.path, options)
    if path is None:
        return report
    entries = {one.finding: one for one in _present(options).get(path, ())}
    adopted = levels_from(options.fail_on) if options.add_to_baseline else ()
    silenced, remarks = [], []
    file = str(options.baseline)
    for finding in report.findings:
        entry = entries.pop(finding.name(), None)
        if finding.level not in adopted and (entry is None or entry.figures != report.words(finding)):
            continue
        if finding.rule in options.unsuppressable:
            remarks += [Remark("open", finding.name(), file, firm(finding))] * (entry is not None)
        else:
            silenced.append(Suppressed(finding, "baseline", "known", "it was there before the gate", file))
    if not options.update_baseline:
        there = {one.finding.name() for one in report.suppressed}
        for name in (name for name in entries if _asked(report, name)):
            why = "answered for elsewhere" if name in there else "gone"
            remarks.append(Remark("unused", name, file, f"{name} of {path} is {why}; --update-baseline takes it out"))
    return aside(report, silenced, remarks)


class Ledger:
    """The baseline as a report of the run: each article gives what is known of it, and at the end it is written."""

    def __init__(self, options: Options) -> None:
        if options.baseline is None:
            raise CheckerError("no baseline is named; add --baseline FILE")
        if options.add_to_baseline and not levels_from(options.fail_on):
            raise CheckerError("with --fail-on never nothing fails, so that nothing would be added", options.baseline)
        self._options = options
        self._old = _present(options)
        self._new: dict[str, tuple[Entry, ...]] = {}  # path → what is known of it now
        self.maker = (_part, options)

    def add(self, part: Part) -> None:
        """What is known of one article → kept for the end."""
        if part is not None:
            self._new[part[0]] = part[1]

    def close(self, _run: object, _pack_hash: str) -> None:
        """The run is over → the baseline written; articles that were not checked keep their entries."""
        update, file = self._options.update_baseline, str(self._options.baseline)
        before = {(one.path, one.finding): one for part in self._old.values() for one in part}
        after = {key: one for key, one in before.items() if not (update and one.path in self._new)}
        after |= {(one.path, one.finding): one for part in self._new.values() for one in part}
        if after != before or not os.path.exists(file):
            rewrite(file, render(after.values()))
        if self._options.verbosity >= 0:
            added, gone = len(after.keys() - before), len(before.keys() - after)
            say(f"{file}: {added} added, {gone} taken out, {len(after)} known")


def _part(report: Report, options: Options) -> Part:
    path = _place(report.article.path, options)
    mine = [one.finding for one in report.suppressed if one.by == "baseline"]
    if path is None:
        return None
    unasked = (one for one in _present(options).get(path, ()) if not _asked(report, one.finding))
    return path, (*(_entry(path, report, finding) for finding in mine), *unasked)


def _asked(report: Report, name: str) -> bool:
    """The name of a finding → whether its rule ran; of one that did not, nobody knows what is gone."""
    return report.ran(name.partition(":")[0])


def _entry(path: str, report: Report, finding: Finding) -> Entry:
    return Entry(path, finding.name(), finding.level, report.words(finding))


def _place(article: str, options: Options) -> str | None:
    """The path of an article → the same from the baseline's folder, with /; None if no way leads there."""
    if article in ("", "-"):
        return None
    try:
        return os.path.relpath(article, os.path.dirname(str(options.baseline)) or ".").replace(os.sep, "/")
    except ValueError:  # another drive
        return None


def _present(options: Options) -> dict[str, tuple[Entry, ...]]:
    file = str(options.baseline)
    return {} if options.add_to_baseline and not os.path.exists(file) else read(file)


@lru_cache(maxsize=2)
def _entries(path: str, _stamp: tuple[int, int, int]) -> dict[str, tuple[Entry, ...]]:
    """A file and its stamp → its entries by article; kept, since every article asks for them."""
    from json import JSONDecodeError, loads

    try:
        with open(path, encoding="utf-8") as file:
            whole = loads(file.read())
    except (JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _broken(path, str(error)) from None
    if not isinstance(whole, dict) or not isinstance(whole.get("entries"), list):
        raise _broken(path, 'no list of "entries"')
    if whole.get("version") != VERSION:
        raise _broken(path, f"its version is {whole.get('version')!r}, and this program writes {VERSION}")
    for one in whole["entries"]:
        if not isinstance(one, dict) or not all(isinstance(one.get(name), kind) for name, kind in _FIELDS.items()):
            raise _broken(path, f"an entry is not as it was written: {one!r:.60}")
    found: dict[str, list[Entry]] = {}
    for one in whole["entries"]:
        entry = Entry(one["path"], one["finding"], one["level"], tuple(map(str, one["figures"])))
        found.setdefault(entry.path, []).append(entry)
    return {path: tuple(entries) for path, entries in found.items()}


def _broken(path: str, why: str) -> CheckerError:
    return CheckerError(f"not a baseline of crossfoot ({why}); restore it, or delete it and make it anew", path)
