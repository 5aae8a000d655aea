"""Paths → sources, without what the settings leave out: `exclude`, all that `include` does not name, what git ignores.

Of a folder; a file that is named is read whatever it is called, but for `force-exclude`, which is meant for programs
that name every file of a repository.
"""

from __future__ import annotations

import os

from checker.source import gather

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.options import Options
    from checker.source import Omit, Problem, Source


def gathered(options: Options) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """What a run was asked to do → what it reads, and what stands in the way."""
    omit = _either([*_by_globs(options), *_by_git(options)])
    paths = options.paths
    if options.force_exclude and options.exclude:
        excludes = _excludes(options)
        paths = tuple(path for path in paths if path == "-" or not excludes(path, os.path.isdir(path)))
    return gather(paths, omit)


def _by_globs(options: Options) -> list[Omit]:
    found = []
    if options.exclude:
        found.append(_excludes(options))
    if options.include:
        from checker.glob import Globs

        included = Globs(options.include, options.folder)
        found.append(lambda path, is_folder: not is_folder and not included.fit(path))
    return found


def _excludes(options: Options) -> Omit:
    from checker.glob import Globs

    return Globs(options.exclude, options.folder).fit


def _by_git(options: Options) -> list[Omit]:
    if not options.gitignore:
        return []
    from checker.gitignore import GitIgnore

    return [GitIgnore().ignores]


def _either(omits: list[Omit]) -> Omit | None:
    if not omits:
        return None
    return lambda path, is_folder: any(omit(path, is_folder) for omit in omits)
