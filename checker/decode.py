"""Bytes → text: byte order mark, then UTF-8, then Windows-1252; what is no text is refused.

    b"\\xa35 bn" → ("£5 bn", "cp1252", a note that it was not UTF-8)

Nothing is guessed beyond that: whoever knows better names the encoding.
"""

from __future__ import annotations

from checker.errors import CheckerError

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_FORMATS = ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "an Office or zip file"), (b"\x1f\x8b", "a gzip file"))
# Escape and end-of-file occur in old wire copy; the others do not occur in text.
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"


def decode(data: bytes, encoding: str | None = None, path: str = "") -> tuple[str, str, tuple[str, ...]]:
    """Bytes → (text without byte order mark, name of the encoding, notes)."""
    for signature, name in _FORMATS:
        if data.startswith(signature):
            raise CheckerError(f"this is {name}, not plain text; save it as text first", path)
    if encoding is not None:
        return _printable(_strict(data, encoding, path).removeprefix("\ufeff"), path), encoding, ()
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _printable(_strict(data[len(mark) :], name, path, len(mark)), path), name, ()
    if b"\0" in data:
        message = f"looks binary: a NUL byte at offset {data.index(0)}; if it is UTF-16, name the encoding"
        raise CheckerError(message, path)
    try:
        return _printable(data.decode("utf-8"), path), "utf-8", ()
    except UnicodeDecodeError as error:
        note = f"not UTF-8 (byte {data[error.start]:#04x} at offset {error.start}); read as Windows-1252"
    return _printable(_strict(data, "cp1252", path), path), "cp1252", (note,)


def _strict(data: bytes, encoding: str, path: str, offset: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + offset
        message = f"byte {data[error.start]:#04x} at offset {at} is not {encoding}; name the file's encoding"
        raise CheckerError(message, path) from None
    except (LookupError, ValueError, TypeError):
        raise CheckerError(f"no text encoding is called {encoding!r}; try utf-8, cp1252 or utf-16", path) from None


def _printable(text: str, path: str) -> str:
    sample = text[:65536].encode("utf-8", "replace")
    if "\0" in text:
        raise CheckerError(f"looks binary: a NUL character at offset {text.index(chr(0))}; give plain text", path)
    if 50 * (len(sample) - len(sample.translate(None, _CONTROL))) > len(sample):
        raise CheckerError("looks binary: more than 2 percent control characters; give plain text", path)
    return text
