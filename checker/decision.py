"""The decisions on an article: where they stand, what they say, and how one is added or removed.

    add(sidecar("a.txt"), Decision("parts-make-whole:7c1e9a42", figures, "accepted", reason))
    on_article("a.txt") → (that decision,)

They stand in a.txt.decisions.toml beside the article, or in the decisions.toml of its folder, each with its `article`.
A file is changed entry by entry, so that comments and whatever else people wrote survive. Nothing calls `add` and
`remove` but what a person asked to: a check never writes a decision.
"""

from __future__ import annotations

import os
from functools import lru_cache

from checker.decisiontoml import ENOUGH as ENOUGH
from checker.decisiontoml import SILENCING as SILENCING
from checker.decisiontoml import SUFFIX, DecisionFile, entry, mistake
from checker.decisiontoml import VERDICTS as VERDICTS
from checker.decisiontoml import Decision as Decision
from checker.errors import CheckerError
from checker.output import rewrite
from checker.record import replace
from checker.source import sidecars, stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def sidecar(article: str) -> str:
    """The path of an article → the file to write decisions into: its own, unless only its folder has one."""
    own, shared = sidecars(article)
    return shared if os.path.exists(shared) and not os.path.exists(own) else own


def read(path: str) -> tuple[Decision, ...]:
    """A file of decisions → the decisions, or CheckerError with the line and what to write instead."""
    return _opened(path).decisions


def on_article(article: str) -> tuple[Decision, ...]:
    """The path of an article → the decisions on it, in its own file and in its folder's."""
    own, shared = sidecars(article)
    told = [*(read(own) if os.path.exists(own) else ())]
    if os.path.exists(shared):
        told += [one for one in _shared(shared, stamp(shared)) if one.article == os.path.basename(article)]
    found: dict[str, Decision] = {}
    for one in told:
        first = found.setdefault(one.finding, one)
        if first is not one:
            raise CheckerError(f"{one.finding} is decided already ({first.place}); keep one", one.place)
    return tuple(found.values())


def render(decisions: Iterable[Decision]) -> str:
    """Decisions → their TOML."""
    return "\n".join(map(entry, decisions))


def enter(article: str, decision: Decision) -> str:
    """The path of an article and a decision → the file it was written into: where that finding was decided before."""
    own, shared = sidecars(article)
    one = replace(decision, article=os.path.basename(article))
    before = [path for path in (own, shared) if os.path.exists(path) and _holds(path, one)]
    path = before[0] if before else sidecar(article)
    add(path, one)
    return path


def withdraw(article: str, decisions: Iterable[Decision]) -> None:
    """The path of an article and decisions on it → its files without them."""
    gone = [replace(one, article=os.path.basename(article)) for one in decisions]
    for path in filter(os.path.exists, sidecars(article)):
        remove(path, gone)


def add(path: str, decision: Decision) -> None:
    """A file, there or not, and a decision → the file with it, in the place of one on the same finding."""
    one = _at_home(path, decision)
    fault = mistake(one)
    if fault:
        raise CheckerError(fault[1], fault[0])
    file = _opened(path) if os.path.exists(path) else DecisionFile(path, "")
    keys = [old.key() for old in file.decisions]
    lines, new = list(file.lines), list(file.decisions)
    eol = "\r\n" if "\r\n" in file.text else "\n"
    rows = entry(one).replace("\n", eol)
    if one.key() in keys:
        at = keys.index(one.key())
        start, end = file.entry(at)
        lines[start:end], new[at] = [rows], one
    else:
        joint = "" if not lines else eol if lines[-1].endswith("\n") else eol * 2
        lines.append(joint + rows)
        new.append(one)
    _write(path, "".join(lines), new)


def remove(path: str, decisions: Iterable[Decision]) -> None:
    """A file and some of its decisions → the file without them; one in which nothing is left goes, too."""
    gone = {_at_home(path, one).key() for one in decisions}
    file = _opened(path)
    lines = list(file.lines)
    left = [one for one in file.decisions if one.key() not in gone]
    for at in reversed(range(len(file.decisions))):
        if file.decisions[at].key() in gone:
            start, end = file.entry(at)
            del lines[start : end + (end < len(lines) and not lines[end].strip())]  # with the empty line below
    if len(left) < len(file.decisions):
        _write(path, "".join(lines), left)


@lru_cache(maxsize=1)
def _shared(path: str, _stamp: tuple[int, int, int]) -> tuple[Decision, ...]:
    """The file of a folder and its stamp → its decisions; kept, since every article of the folder asks for them."""
    return read(path)


def _holds(path: str, decision: Decision) -> bool:
    return _at_home(path, decision).key() in {one.key() for one in read(path)}


def _at_home(path: str, decision: Decision) -> Decision:
    """A decision as it stands in a file: one named after the article does not name it again."""
    return replace(decision, article="") if path.endswith(SUFFIX) and decision.article else decision


def _opened(path: str) -> DecisionFile:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return DecisionFile(path, file.read())
    except OSError as error:
        raise CheckerError(f"cannot be read: {error.strerror or error}", path) from None
    except UnicodeDecodeError:
        raise CheckerError("not UTF-8; save it as UTF-8", path) from None


def _write(path: str, text: str, expected: list[Decision]) -> None:
    """The new text of a file → written, if it says what it should: people may write what an edit by lines breaks."""
    if not text.strip():
        _unlink(path)
        return
    try:
        told = DecisionFile(path, text).decisions
    except CheckerError:
        told = ()
    if [replace(one, place="") for one in told] != [replace(one, place="") for one in expected]:
        raise CheckerError("not changed; write each decision under its own [[decision]] first", path)
    rewrite(path, text)


def _unlink(path: str) -> None:
    try:
        os.unlink(path)
    except OSError as error:
        mend = "make its folder one that you may write to"
        raise CheckerError(f"cannot be removed: {error.strerror or error}; {mend}", path) from None
