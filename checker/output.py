"""Text and bytes → standard output, a file or standard error, whatever the terminal can show."""

from __future__ import annotations

import errno
import os
import sys

from checker.errors import CheckerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

# What stands in for our own typography where the stream has no such characters; one for one, so that columns stay.
_FANCY, _PLAIN = "—–−×÷≈…·‘’“”\u00a0", "---x/~..''\"\" "
_ASCII = str.maketrans(_FANCY, _PLAIN) | {ord("≤"): "<=", ord("≥"): ">="}


class Draft:
    """A file that is written whole or not at all: under another name beside it, which it takes the place of at the end.

    It is opened at once, so that one that cannot be written is told of first. Permissions and links stay as they are.
    A device or a pipe is written to as it is.
    """

    def __init__(self, path: str) -> None:
        self._name, self._is_done = path, False
        self._path = os.path.realpath(path)
        is_special = path.endswith(("/", os.sep)) or (os.path.exists(path) and not os.path.isfile(path))
        self._part = path if is_special else f"{self._path}.{os.getpid()}.part"
        self._mode = None if is_special or not os.path.exists(path) else os.stat(path).st_mode & 0o777
        try:
            if self._mode is not None and not os.access(path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            self._file = open(self._part, "wb")  # noqa: SIM115  (open while the run lasts)
        except OSError as error:
            raise _unwritable(path, error) from None

    def write(self, data: bytes) -> None:
        """Bytes → in the draft at once."""
        try:
            self._file.write(data)
            self._file.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            self.abandon()
            raise _unwritable(self._name, error) from None

    def close(self) -> None:
        """The draft → the file."""
        try:
            self._file.close()
            if self._mode is not None:
                os.chmod(self._part, self._mode)
            if self._part != self._name:
                os.replace(self._part, self._path)
            self._is_done = True
        except OSError as error:
            self.abandon()
            raise _unwritable(self._name, error) from None

    def abandon(self) -> None:
        """The draft → gone, and the file as it was; nothing if it has been closed."""
        if self._is_done:
            return
        self._is_done = True
        from contextlib import suppress

        with suppress(OSError):  # what it still held finds no room; it is given up anyway
            self._file.close()
        if self._part != self._name and os.path.exists(self._part):
            os.unlink(self._part)


class Channel:
    """Where a report goes: a file or standard output.

    `exact` is for other programs and stays UTF-8 whatever the terminal reads.
    """

    def __init__(self, output: str | None, *, exact: bool) -> None:
        self._exact = exact
        self._file = None if output in (None, "-") else Draft(str(output))

    def color(self, choice: str) -> str:
        """--color → "always" or "never" for what is written here."""
        if self._file is not None and choice == "auto":
            return "never"  # FORCE_COLOR speaks of the terminal that a CI job shows
        return "always" if wants_color(choice, sys.stdout) else "never"

    def write(self, text: str) -> None:
        """Text → written and seen at once."""
        if self._file is None and not self._exact:
            put(text, sys.stdout)
            sys.stdout.flush()
            return
        # A file name that could not be decoded holds lone surrogates: JSON can spell them, UTF-8 cannot.
        data = text.encode("utf-8", "backslashreplace" if self._exact else "replace")
        if self._file is not None:
            self._file.write(data)
            return
        write(data, None)

    def close(self) -> None:
        """The file in its place; standard output left open."""
        if self._file is not None:
            self._file.close()

    def abandon(self) -> None:
        """The file as it was before, unless it has been closed; what went to standard output has gone there."""
        if self._file is not None:
            self._file.abandon()


class Folder:
    """Where a report of several pages goes: made at once, so that one that cannot be is told of first."""

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            os.makedirs(path, exist_ok=True)
        except OSError as error:
            raise _unwritable(path, error) from None

    @staticmethod
    def is_meant(output: str) -> bool:
        """Whether an output is a folder: one that is there, or a path that ends like one."""
        return os.path.isdir(output) or output.endswith(("/", os.sep))

    def path(self, name: str) -> str:
        """The name of a page → its path."""
        return os.path.join(self._path, name)

    def write(self, name: str, text: str) -> None:
        """The name of a page and its text → the file."""
        write(text.encode("utf-8", "replace"), self.path(name))


def send(text: str, output: str | None, *, exact: bool = False) -> None:
    """A whole text → a file or standard output."""
    channel = Channel(output, exact=exact)
    channel.write(text)
    channel.close()


def write(data: bytes, output: str | None) -> None:
    """Bytes and a file name, or none for standard output → written as they are, whatever the terminal's encoding."""
    if output in (None, "-"):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    draft = Draft(str(output))
    draft.write(data)
    draft.close()


def append(text: str, path: str) -> None:
    """Text → added at the end of a file that others write to as well; OSError if that cannot be done."""
    with open(path, "ab") as file:
        file.write(text.encode("utf-8", "backslashreplace"))


def rewrite(path: str, text: str) -> None:
    """A file's name and its new text → written whole or not at all; an error if a character of it is none."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise CheckerError("this would hold a character that is not Unicode; type it anew", path) from None
    write(data, path)


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
