"""Text and bytes → standard output, a file or standard error, whatever the terminal can show."""

from __future__ import annotations

import os
import sys

from checker.errors import CheckerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

# What stands in for our own typography where the stream has no such characters; one for one, so that columns stay.
_FANCY, _PLAIN = "—–−×÷≈…·‘’“”\u00a0", "---x/~..''\"\" "
_ASCII = str.maketrans(_FANCY, _PLAIN) | {ord("≤"): "<=", ord("≥"): ">="}


class opened:  # noqa: N801  (used like a function, as contextlib's own are)
    """The file asked for, or standard output, as a text stream."""

    def __init__(self, output: str | None) -> None:
        self.output = output

    def __enter__(self) -> TextIO:
        if self.output in (None, "-"):
            self.stream: TextIO = sys.stdout
            return self.stream
        try:
            self.stream = open(str(self.output), "w", encoding="utf-8")
        except OSError as error:
            raise _unwritable(str(self.output), error) from None
        return self.stream

    def __exit__(self, *_error: object) -> None:
        if self.stream is not sys.stdout:
            self.stream.close()


def send(text: str, output: str | None, *, exact: bool = False) -> None:
    """Text → a file or standard output; `exact` is for other programs and stays UTF-8 whatever the terminal reads."""
    if exact:
        # A file name that could not be decoded holds lone surrogates: JSON can spell them, UTF-8 cannot.
        write(text.encode("utf-8", "backslashreplace"), output)
        return
    with opened(output) as stream:
        put(text, stream)


def write(data: bytes, output: str | None) -> None:
    """Bytes and a file name, or none for standard output → written as they are, whatever the terminal's encoding."""
    if output in (None, "-"):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        with open(str(output), "wb") as file:
            file.write(data)
    except OSError as error:
        raise _unwritable(str(output), error) from None


def _unwritable(path: str, error: OSError) -> CheckerError:
    return CheckerError(f"cannot be written: {error.strerror or error}; name a file in a folder that exists", path)


def put(text: str, stream: TextIO) -> None:
    """Text → the stream; what its encoding lacks is written in plainer characters."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_ASCII) if encoding.lower() not in ("utf-8", "utf8") else text
        text = text.encode(encoding, "replace").decode(encoding)
    stream.write(text)


def say(text: str) -> None:
    """A remark → one line on standard error, nothing in it able to steer the terminal."""
    if not text.isascii() or not text.isprintable():
        from checker.excerpt import visible

        text = visible(text)
    put(text + "\n", sys.stderr)


def wants_color(choice: str, stream: TextIO) -> bool:
    """--color, the environment and the stream → whether to colour: the option, NO_COLOR, FORCE_COLOR, a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
