"""What a user must mend: bad input, a broken rule file, a wrong option."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class CheckerError(Exception):
    """A message for the user: what is wrong, where it stands, what would be right.

    `place` is a path, or "path:line"; it is printed before the message.
    """

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


def meant(name: str, names: Iterable[str], otherwise: str) -> str:
    """A name that is none, those there are, and what to say where none of them is near → what may have been meant."""
    from difflib import get_close_matches

    near = get_close_matches(name, tuple(names), 3)
    return f"did you mean {' or '.join(near)}?" if near else otherwise


def nearest(word: str, known: tuple[str, ...]) -> str:
    """A word and the allowed ones → "did you mean …?" or the list of what is allowed."""
    import difflib

    close = difflib.get_close_matches(word, known, 1)
    return f'did you mean "{close[0]}"?' if close else f"allowed: {', '.join(known)}"
