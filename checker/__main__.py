"""The command line, as `check`, `crossfoot` and `python -m checker`.

A command that names nothing but paths, which is what a desk types all day, does not wait for click to be imported.
"""

from __future__ import annotations

import os
import sys

from checker.options import Options
from checker.run import COMMANDS, check_paths, guarded
from checker.settingsfile import unset


def main() -> None:
    """The process's arguments → a run, and the process's exit status."""
    name = os.path.basename(sys.argv[0]).removesuffix(".exe")
    name = name if name == "crossfoot" else "check"
    arguments = sys.argv[1:]
    paths = plain_paths(arguments)
    if paths:
        sys.exit(guarded(lambda: check_paths(_options(paths))))
    from checker.cli import main as through_click

    sys.exit(through_click(arguments, name))


def _options(paths: tuple[str, ...]) -> Options:
    if unset():
        return Options(paths)
    from checker.config import configured

    return configured({"paths": paths})


def plain_paths(arguments: list[str]) -> tuple[str, ...]:
    """Arguments → the paths among them if there is nothing else, or none."""
    rest = arguments[1:] if arguments[:1] == ["check"] else arguments
    if rest is arguments and arguments and arguments[0] in COMMANDS:
        return ()
    return () if any(argument.startswith("-") and argument != "-" for argument in rest) else tuple(rest)


if __name__ == "__main__":
    main()
