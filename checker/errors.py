"""What a user must mend: bad input, a broken rule file, a wrong option."""

from __future__ import annotations


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


def nearest(word: str, known: tuple[str, ...]) -> str:
    """A word and the allowed ones → "did you mean …?" or the list of what is allowed."""
    import difflib

    close = difflib.get_close_matches(word, known, 1)
    return f'did you mean "{close[0]}"?' if close else f"allowed: {', '.join(known)}"
