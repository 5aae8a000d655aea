"""Globs as in a .gitignore, over paths from one folder → which files they fit.

    Globs(("drafts/", "*.md"), "desk").fit("desk/drafts/late.txt")

Reading them is left to pathspec, which is imported when there are some.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs:
    """Globs and the folder that they start from."""

    def __init__(self, globs: tuple[str, ...], folder: str) -> None:
        self._spec, self._folder = _spec(globs), folder or os.curdir

    def fit(self, path: str, is_folder: bool = False) -> bool:
        """A path from the current folder, and whether it is a folder → whether the last glob that decides fits it."""
        try:
            inside = os.path.relpath(path, self._folder)
        except ValueError:  # another drive
            inside = path
        return self._spec.match_file(inside.replace(os.sep, "/") + ("/" if is_folder else ""))


def unreadable(glob: str) -> bool:
    """A glob → whether nothing could be meant by it."""
    try:
        return not any(pattern.include is not None for pattern in _spec((glob,)).patterns)
    except ValueError:
        return True


def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs)
