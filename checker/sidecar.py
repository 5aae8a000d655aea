"""A decision on a finding → an entry in the file of decisions beside the article, and out of it again.

add("a.txt.decisions.toml", Decision("parts-make-whole:7c1e9a42", ("84.69 billion crowns", …), "accepted", "…"))
"""

from __future__ import annotations

import os
import re

from checker.errors import CheckerError
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

VERDICTS = ("accepted", "false-alarm", "source-confirmed", "needs-source", "fixed")
REASON = 10  # characters that a reason has at least
_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_OPTIONAL = ("evidence", "by")


@record(frozen=True, slots=True)
class Decision:
    finding: str  # "parts-make-whole:7c1e9a42"
    figures: tuple[str, ...]  # as printed
    verdict: str
    reason: str
    evidence: str = ""
    by: str = ""
    on: str = ""  # "2031-04-05"


def sidecars(article: str) -> tuple[str, str]:
    """The path of an article → where decisions on it may stand: in a file of its own, in one of its folder."""
    return article + ".decisions.toml", os.path.join(os.path.dirname(article), "decisions.toml")


def enter(article: str, decision: Decision) -> str:
    """The path of an article and a decision → the file it was written into; CheckerError says what is wrong with it."""
    _refuse(decision)
    withdraw(article, (decision,))
    path, _ = sidecars(article)
    old = _text(path)
    _write(path, old + "\n" * bool(old) + _entry(decision))
    return path


def withdraw(article: str, decisions: Iterable[Decision]) -> None:
    """The path of an article and decisions on it → its file without them."""
    path, _ = sidecars(article)
    gone = {f"finding  = {_quoted(one.finding)}\n" for one in decisions}
    old = _text(path)
    entries = re.split(r"\n(?=\[\[decision\]\])", old)
    left = "\n".join(one for one in entries if not any(line in one for line in gone))
    if left != old:
        _write(path, left)


def _refuse(decision: Decision) -> None:
    if not re.fullmatch(r"[a-z0-9-]+:[0-9a-f]{8}", decision.finding):
        raise CheckerError(f'"{decision.finding}" is not a finding; copy it from the report')
    if decision.verdict not in VERDICTS:
        raise CheckerError(f'"{decision.verdict}" is not a verdict; write one of {", ".join(VERDICTS)}')
    if len(decision.reason.strip()) < REASON:
        raise CheckerError(f"the reason is too short; say in {REASON} characters or more why")
    if decision.on and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", decision.on):
        raise CheckerError(f'"{decision.on}" is not a day; write it as in 2031-04-05')


def _entry(one: Decision) -> str:
    lines = ["[[decision]]", f"finding  = {_quoted(one.finding)}"]
    lines += [f"figures  = [{', '.join(map(_quoted, one.figures))}]"]
    lines += [f"verdict  = {_quoted(one.verdict)}", f"reason   = {_quoted(one.reason)}"]
    lines += [f"{name:<8} = {_quoted(getattr(one, name))}" for name in _OPTIONAL if getattr(one, name)]
    return "\n".join([*lines, *([f"on       = {one.on}"] if one.on else []), ""])


def _quoted(text: str) -> str:
    return '"{}"'.format(re.sub(r'["\\\x00-\x1f\x7f]', lambda c: _ESCAPES.get(c[0], f"\\u{ord(c[0]):04x}"), text))


def _text(path: str) -> str:
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise CheckerError(f"cannot be written: {error.strerror or error}", path) from None
