"""The command line, as `check`, `crossfoot` and `python -m checker`.

A command that names nothing but paths, which is what a desk types all day, does not wait for click to be imported.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.options import Options

# What a short run makes is modules and their tables, which live as long as it does: looking through them for garbage,
# and once more at the end, is an eighth of its time. A long run still collects.
_MADE_BEFORE_COLLECTING = 50_000


def process() -> None:
    """`main` as all that a process does: with Python's garbage collector set for it."""
    gc.set_threshold(_MADE_BEFORE_COLLECTING)
    try:
        main()
    finally:
        gc.freeze()


def main() -> None:
    """The process's arguments → a run, and the process's exit status."""
    from checker.run import check_paths, guarded

    name = os.path.basename(sys.argv[0]).removesuffix(".exe")
    name = name if name == "crossfoot" else "check"
    arguments = sys.argv[1:]
    paths = plain_paths(arguments)
    if paths:
        sys.exit(guarded(lambda: check_paths(_options(paths))))
    from checker.cli import main as through_click

    sys.exit(through_click(arguments, name))


def _options(paths: tuple[str, ...]) -> Options:
    from checker.options import Options
    from checker.settingsfile import unset

    if unset():
        return Options(paths)
    from checker.config import configured

    return configured({"paths": paths})


def plain_paths(arguments: list[str]) -> tuple[str, ...]:
    """Arguments → the paths among them if there is nothing else, or none."""
    from checker.run import COMMANDS

    rest = arguments[1:] if arguments[:1] == ["check"] else arguments
    if rest is arguments and arguments and arguments[0] in COMMANDS:
        return ()
    return () if any(argument.startswith("-") and argument != "-" for argument in rest) else tuple(rest)


if __name__ == "__main__":
    process()
