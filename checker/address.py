"""A path as it was given → how a report names it: with slashes, from the current folder, or as a URI.

    "./desk/a b.txt" → "desk/a b.txt" → "desk/a%20b.txt"

Reports are compared between machines, so that a path below the current folder never holds the way to that folder.
"""

from __future__ import annotations

import os

STDIN = "-"
_DIGITS = 10  # no line has a number of so many


def relative(path: str) -> str:
    """A path → the way to it from the current folder; outside of that, the whole path; standard input is "stdin"."""
    if path == STDIN:
        return "stdin"
    tries = [(path, os.curdir), (os.path.realpath(path), os.path.realpath(os.curdir))]
    for wanted, start in tries:
        found = _below(wanted, start)
        if found:
            return found
    return slashed(os.path.abspath(path))


def uri(path: str) -> tuple[str, bool]:
    """A path → its URI, and whether that is relative to the current folder."""
    found = relative(path)
    if os.path.isabs(found):
        from pathlib import Path

        return Path(found).as_uri(), False
    from urllib.parse import quote

    return quote(os.fsencode(found)), True


def spot(place: str) -> tuple[str, int]:
    """The place of a problem, "a.md:3" or "a.md" → how a report names the path, and the line, 0 if none is known."""
    path, _, line = place.rpartition(":")
    if path and line.isascii() and line.isdigit() and len(line) < _DIGITS and not os.path.lexists(place):
        return relative(path), int(line)
    return relative(place), 0


def slashed(path: str) -> str:
    """A path → the same with slashes."""
    return path.replace(os.sep, "/")


def _below(path: str, start: str) -> str:
    try:
        found = slashed(os.path.relpath(path, start))
    except ValueError:  # another drive
        return ""
    return "" if found.split("/", 1)[0] == ".." else found
