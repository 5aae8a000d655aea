"""Where the data is and what stands there: inside the installed package, or beside pyproject.toml in a checkout."""

from __future__ import annotations

import os

from checker.errors import CheckerError

PACKAGE = os.path.dirname(os.path.abspath(__file__))
CHECKOUT = os.path.dirname(PACKAGE)
DATA_FOLDERS = ("lexicon", "frames")  # in the rules folder, beside the families; they hold words, not rules
# What turns rules into code: when one of these changes, packs are compiled again.
COMPILER = ("compile.py", "expression.py", "projection.py", "rule.py", "rulefile.py", "solved.py")
_TABLES = "change cues measures partitions currencies units scales numbers places".split()
WORD_LISTS = tuple(f"{name}.tsv" for name in _TABLES)
WORD_MAKERS = ("wordlist.py", "inflection.py")  # likewise for the word lists


def in_checkout() -> bool:
    """Whether the package stands in a checkout, whose data folders may be newer than what was compiled from them."""
    return not os.path.isdir(os.path.join(PACKAGE, "rules")) and os.path.isfile(
        os.path.join(CHECKOUT, "pyproject.toml")
    )


def folder(name: str) -> str:
    """The name of a data folder → its path."""
    found = os.path.join(CHECKOUT if in_checkout() else PACKAGE, name)
    if not os.path.isdir(found):
        raise CheckerError(f"the folder {name} is missing; install crossfoot again", found)
    return found


def table(*path: str) -> list[list[str]]:
    """The path of a table below the rules folder → its rows, cells apart; comments and empty lines left out."""
    with open(os.path.join(folder("rules"), *path), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]


def rules_folder() -> str:
    """The shipped rules."""
    return folder("rules")


def reports_folder() -> str:
    """The report templates."""
    return folder("reports")


def cache_folder() -> str:
    """Where compiled rule packs are kept between runs."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "crossfoot")


def cached(name: str, key: str) -> str:
    """A cached file and the hash it was made for → its text under the header; "" if not whole, or another user's."""
    try:
        with open(os.path.join(cache_folder(), name), "rb") as file:
            owner = os.fstat(file.fileno()).st_uid
            first, _, text = file.read().partition(b"\n")
    except OSError:
        return ""
    mine = not hasattr(os, "getuid") or owner == os.getuid()
    return text.decode() if mine and first + b"\n" == _header(key, text).encode() else ""


def keep(name: str, text: str) -> bool:
    """A text that begins with its header → whether it could be written into the cache, whole or not at all."""
    path = os.path.join(cache_folder(), name)
    part = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(part, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(part, path)
    except OSError:
        return False
    return True


def rule_paths(folder: str) -> tuple[str, ...]:
    """A rules folder → its rule files, sorted; word lists are left out."""
    found = []
    try:
        for family in sorted(os.listdir(folder)):
            inside = os.path.join(folder, family)
            if family not in DATA_FOLDERS and not family.startswith(".") and os.path.isdir(inside):
                found += [os.path.join(inside, name) for name in sorted(os.listdir(inside)) if name.endswith(".toml")]
    except OSError as error:
        raise CheckerError(f"cannot read the rules folder: {error.strerror}", folder) from None
    return tuple(found)


def is_newest(path: str, sources: tuple[str, ...]) -> bool:
    """A generated file and what it was made from → whether it is there and at least as new as all of it."""
    try:
        made = os.stat(path).st_mtime_ns
        return all(os.stat(source).st_mtime_ns <= made for source in sources)
    except OSError:
        return False


def content_hash(folder: str) -> str:
    """A rules folder → a hash of the names and bytes of its rule files, and of the compiler's."""
    try:  # the C module itself: hashlib loads OpenSSL, a tenth of the start-up budget of a checkout
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

    digest = blake2b(digest_size=12)
    for path in (*(os.path.join(PACKAGE, name) for name in COMPILER), *rule_paths(folder)):
        root = PACKAGE if path.startswith(PACKAGE + os.sep) else folder
        digest.update(_stamp(path.removeprefix(root).replace(os.sep, "/").lstrip("/"), path))
    return digest.hexdigest()


def _stamp(name: str, path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:
            content = file.read()
    except OSError as error:
        raise CheckerError(f"cannot read: {error.strerror}", path) from None
    return f"{name}\0{len(content)}\0".encode() + content


def header(key: str, body: str) -> str:
    """The hash of a pack's rules and the text made from them → the first line of its generated module."""
    return _header(key, body.encode())


def _header(key: str, body: bytes) -> str:
    from zlib import crc32

    return f"# crossfoot rules {key} {crc32(body):08x}\n"
