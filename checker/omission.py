"""Paths → sources, without what the settings leave out: `exclude`, all that `include` does not name, what git ignores.

What this program has written is no article either: the outputs of this run, and the pages of any other, which say what
they are. All this of a folder; a file that is named is read whatever it is called, but for `force-exclude`, which is
meant for programs that name every file of a repository.
"""

from __future__ import annotations

import os

from checker.source import HYPERTEXT, gather

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.options import Options
    from checker.source import Omit, Problem, Source

_OURS = b'<meta name="generator" content="crossfoot">'  # reports/base.html
_BEGINNING = 512  # bytes of a page, within which it stands


def gathered(options: Options) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """What a run was asked to do → what it reads, and what stands in the way."""
    omits = (*_by_globs(options), *_by_git(options), _outputs(options), _is_ours)

    def omit(path: str, is_folder: bool) -> bool:
        return any(omit(path, is_folder) for omit in omits)

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
    if not (options.gitignore and any(map(os.path.isdir, options.paths))):
        return []
    from checker.gitignore import GitIgnore  # for those who name a folder

    return [GitIgnore().ignores]


def _outputs(options: Options) -> Omit:
    """What this run writes: files, and the pages that stand in a folder of them, but no other text beside those."""
    outputs = (options.output, *(output for _, output in options.reports))
    written = {os.path.realpath(output) for output in outputs if output}

    def omit(path: str, is_folder: bool) -> bool:
        if is_folder:
            return False
        whole = os.path.realpath(path)
        return whole in written or (path.endswith(".html") and os.path.dirname(whole) in written)

    return omit


def _is_ours(path: str, is_folder: bool) -> bool:
    if is_folder or not path.lower().endswith(HYPERTEXT) or not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            return _OURS in file.read(_BEGINNING)
    except OSError:  # told of where it is read
        return False
