"""Paths → sources: what is to be read, in order, and what stands in the way.

    gather(["desk/", "late.txt", "missing.txt"]) → three sources from desk/ and late.txt, and one problem

A path that cannot be read is a value, so that the other articles are still checked.
"""

from __future__ import annotations

import os
import stat
import sys

from checker.article import Article, decode, read
from checker.errors import CheckerError
from checker.record import record

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Omit = Callable[[str, bool], bool]  # a path found in a folder, and whether it is one itself → leave it out?

_MARKDOWN = (".md", ".markdown")
HYPERTEXT = (".html", ".htm", ".xhtml")
# What a folder is searched for; a file that is named is read whatever it is called, as plain text if not by its suffix.
SUFFIXES = (".txt", *_MARKDOWN, *HYPERTEXT)
_BEGINNINGS = ("<!doctype html", "<html")
DECISIONS = ".decisions.toml", "decisions.toml"  # behind an article's name, and for all articles of a folder
_STDIN = "-"
_SKIPPED = frozenset(("node_modules", "__pycache__"))


@record(frozen=True, slots=True)
class Source:
    path: str  # as given; for a file found in a folder, the folder as given and the way down from it

    def read(self) -> bytes:
        """The source → its bytes; CheckerError names the file and what is wrong with it."""
        if self.path == _STDIN:
            return sys.stdin.buffer.read()
        try:
            with open(self.path, "rb") as file:
                return file.read()
        except OSError as error:
            raise CheckerError(_unreadable(error), self.path) from None


@record(frozen=True, slots=True)
class Problem:
    """A path that gives nothing to check, and what would mend it."""

    path: str
    message: str


def gather(paths: Iterable[str], omit: Omit | None = None) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Paths of files and folders, or "-" → the sources in order, each once, and the problems met on the way.

    `omit` is asked about what is found in a folder; a file that is named is always read.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for path in paths:
        for found in _found(path, omit):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            key = found.path if found.path == _STDIN else os.path.realpath(found.path)
            if key not in seen:
                seen.add(key)
                sources.append(found)
    return tuple(sources), tuple(problems)


def load(source: str | bytes | Source, encoding: str | None = None) -> Article:
    """A path, a source or bytes → the article, its notes saying how it was read; the suffix says what markup it has."""
    if isinstance(source, bytes):
        path, data = "", source
    else:
        path = source if isinstance(source, str) else source.path
        data = Source(path).read()
    text, name, notes = decode(data, encoding, path)
    return _reader(path, text)(text, path, name, notes)


def _reader(path: str, text: str) -> Callable[[str, str, str, tuple[str, ...]], Article]:
    """A path and the text behind it → what makes an article of it; text without a name is looked at."""
    low = path.lower()
    if low.endswith(_MARKDOWN):
        from checker.markdown import read as read_markdown

        return read_markdown
    nameless = "." not in os.path.basename(low)
    if low.endswith(HYPERTEXT) or (nameless and text[:400].lstrip()[:14].lower().startswith(_BEGINNINGS)):
        from checker.hypertext import read as read_hypertext

        return read_hypertext
    return read


def sidecars(article: str) -> tuple[str, str]:
    """The path of an article → where decisions on it may stand: in a file of its own, in one of its folder."""
    suffix, shared = DECISIONS
    return article + suffix, os.path.join(os.path.dirname(article), shared)


def stamp(path: str) -> tuple[int, int, int]:
    """A file → what changes when it is written anew; OSError if it is not there."""
    found = os.stat(path)
    return found.st_mtime_ns, found.st_size, found.st_ino


def _found(path: str, omit: Omit | None) -> Iterator[Source | Problem]:
    if path == _STDIN:
        yield Source(path)
    elif os.path.isdir(path):
        empty = True
        for found in _inside(path, (), omit):
            empty = False
            yield found
        if empty:
            message = f"no {', '.join(SUFFIXES)} file in this folder; name a file to read it whatever its suffix"
            yield Problem(path, message)
    else:
        yield _named(path)


def _named(path: str) -> Source | Problem:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        return Problem(path, _unreadable(error))
    # Devices and sockets may never end; a pipe (process substitution) is fine.
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        return Problem(path, "neither a file nor a folder; name a text file, a folder or - for standard input")
    if not os.access(path, os.R_OK):
        return Problem(path, "no permission to read this file; change its permissions or copy it")
    return Source(path)


def _inside(folder: str, above: tuple[str, ...], omit: Omit | None) -> Iterator[Source | Problem]:
    """A folder → its texts in order of name, folders in their place; links back up are not followed."""
    above = (*above, os.path.realpath(folder))
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(folder, _unreadable(error))
        return
    for entry in entries:
        path = os.path.join(folder, entry.name)
        if entry.name.startswith(".") or entry.name in _SKIPPED:
            continue
        is_folder = entry.is_dir()
        if not (is_folder or entry.name.lower().endswith(SUFFIXES)) or (omit and omit(path, is_folder)):
            continue
        if not is_folder:
            yield _named(path)
        elif os.path.realpath(path) not in above:
            yield from _inside(path, above, omit)


def _unreadable(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the spelling"
    if isinstance(error, PermissionError):
        return "no permission to read this; change its permissions or copy it"
    if isinstance(error, IsADirectoryError):
        return "this is a folder; gather its files first"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"
