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
