"""Regular expressions → the same, compiled when they are first used: most of them a short article never uses.

    regex(r"\bn\\d+\b")                             compiled at its first search, match, …
    Pattern("(?P<rate>P)(?P<dir>n)[io]+")          … and when a sentence has a P, an n, and an i or o
    Pattern(r"(?:After|In) (\\d+)", "After |In ")    … and words that say what every match holds

Compiling all of them costs more than checking a short article, and most sentences lack a letter of chunks for most of
them.
"""

from __future__ import annotations

import re

__all__ = ["Pattern", "needs", "regex"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from re import compile as regex
else:

    class regex:  # noqa: N801  (to a type checker it is `re.compile`)
        """A pattern and its flags → used as `re.Pattern` is; at the first use its methods are put into the slots."""

        __slots__ = ("_flags", "findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub")

        def __init__(self, pattern, flags=0):
            self.pattern, self._flags = pattern, flags

        def __getattr__(self, name):
            """The name of an empty slot → what it holds from now on."""
            compiled = re.compile(self.pattern, self._flags)
            for method in regex.__slots__[1:]:
                setattr(self, method, getattr(compiled, method))
            return getattr(compiled, name)


class Pattern:
    """Used as `re.Pattern` is; flags and look-behind across the start of a search are not for it.

    One over words may say which these are, as "after |following ": every match holds one of each set.
    """

    __slots__ = ("_compiled", "_needs", "_words", "source")

    def __init__(self, source: str, *words: str) -> None:
        self.source = source
        self._words = tuple(one.split("|") for one in words)
        self._compiled: re.Pattern[str] | None = None
        self._needs: tuple[frozenset[str], ...] | None = None

    def finditer(self, code: str, start: int = 0) -> Iterable[re.Match[str]]:
        """Letters → the matches, one after another."""
        return self._regex().finditer(code, start) if self.may_match(code) else ()

    def match(self, code: str, start: int = 0) -> re.Match[str] | None:
        """Letters → the match that begins at an index, or None."""
        return self._regex().match(code, start) if self.may_match(code) else None

    def fullmatch(self, code: str, start: int = 0) -> re.Match[str] | None:
        """Letters → the match of all from an index on, or None."""
        return self._regex().fullmatch(code, start) if self.may_match(code) else None

    def may_match(self, code: str) -> bool:
        """Whether letters hold what every match holds."""
        for words in self._words:
            if not any(word in code for word in words):
                return False
        if self._needs is None:
            self._needs = needs(self.source)
        for need in self._needs:  # noqa: SIM110  (faster: asked for every sentence and frame)
            if need.isdisjoint(code):
                return False
        return True

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The names of the groups and their numbers."""
        return self._regex().groupindex

    def _regex(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.source)
        return self._compiled


_COUNT = r"(?:(?:[?*+]|\{[^}]*\})[?+]?)?"
_NAMED = regex(r"\(\?P<\w+>(\[[^]]*\]|\\.|[^][()\\])\)")  # (?P<rate>P)
_GROUP = regex(rf"\((?:[^][()\\]|\\.|\[[^]]*\])*\){_COUNT}")
_PIECE = regex(rf"(\[[^]]*\]|\\.|[^][\\])({_COUNT})")


def needs(source: str) -> tuple[frozenset[str], ...]:
    """A pattern → sets of letters; every match holds a letter of each. What it cannot tell it leaves out."""
    flat, before = source, ""
    while flat != before:  # (?P<rate>P) and (?P<dir>(?P<w_more>a)) are the letter inside
        before, flat = flat, _NAMED.sub(r"\1", flat)
    while flat != (before := _GROUP.sub("", flat)):
        flat = before
    pieces = _PIECE.findall(flat)
    if any(piece in "|()" for piece, _ in pieces):
        return ()
    certain = [piece for piece, count in pieces if count[:1] not in ("?", "*") and count[:2] not in ("{0", "{,")]
    sets = [frozenset(piece.strip("[]") if piece[0] == "[" else piece[-1]) for piece in certain if _is_plain(piece)]
    return tuple(dict.fromkeys(sorted(sets, key=len)))


def _is_plain(piece: str) -> bool:
    """Whether a piece stands for letters as they are written: no [^…], no range, no \\d, no anchor."""
    if piece[0] == "[":
        return piece[1] != "^" and "-" not in piece and "\\" not in piece
    return not piece[-1].isalnum() if piece[0] == "\\" else piece not in ".^$"
