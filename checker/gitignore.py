"""A path found in a folder → whether git would leave it out, by every .gitignore from the repository's root down.

Reading the patterns is left to pathspec, which is imported when the first .gitignore is met.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_FILES = (".gitignore", os.path.join(".git", "info", "exclude"))


class GitIgnore:
    """What is ignored; each folder's patterns are read once."""

    def __init__(self) -> None:
        self._above: dict[str, tuple[tuple[str, GitIgnoreSpec], ...]] = {}

    def ignores(self, path: str, is_folder: bool) -> bool:
        """A path that was found, not named, and whether it is a folder → whether git leaves it out.

        The last pattern that fits decides, those of the nearest folder coming last; a folder above that is itself
        left out has been asked about before.
        """
        whole = os.path.abspath(path)
        for folder, spec in reversed(self._patterns(os.path.dirname(whole))):
            inside = os.path.relpath(whole, folder).replace(os.sep, "/") + ("/" if is_folder else "")
            decided = spec.check_file(inside).include
            if decided is not None:
                return decided
        return False

    def _patterns(self, folder: str) -> tuple[tuple[str, GitIgnoreSpec], ...]:
        """A folder → (folder, patterns) of it and of those above it, down from the root of the repository."""
        if folder not in self._above:
            above = os.path.dirname(folder)
            is_root = above == folder or os.path.exists(os.path.join(folder, ".git"))
            before = () if is_root else self._patterns(above)
            own = [lines for name in reversed(_FILES) if (lines := _lines(os.path.join(folder, name)))]
            self._above[folder] = (*before, *((folder, _spec(lines)) for lines in own))
        return self._above[folder]


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read().splitlines()
    except OSError:
        return []


def _spec(lines: list[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
