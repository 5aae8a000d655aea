"""What a file says of itself → which rules are to leave which of its figures alone, and why.

    <!-- check: ignore[parts-make-whole] the ministry's own total, confirmed by phone -->    the next block
    <!-- check: off[repeated-figure] archive table, kept as printed -->  …  <!-- check: on -->    all between

Whoever silences a rule names it and says why: what has no rule or no reason is refused, with the line it stands on.
"""

from __future__ import annotations

import re

from checker.article import line_and_column
from checker.errors import CheckerError
from checker.prose import Prose, Said
from checker.record import replace

_SAID = re.compile(r"\s*check:\s*(?:(ignore|off)\b\s*(?:\[([^\]]*)\])?(.*)|on\s*$)", re.DOTALL)
_RULE = re.compile(r"[A-Za-z0-9][\w-]*")
_SHORTEST_REASON = 10  # characters: enough for "see page 4", not for "ok"
_END = 1 << 62  # the end of what goes on to the end of the article
_EXAMPLE = "<!-- check: ignore[rule-id] the reason, in a few words -->"


def say(prose: Prose, comment: str, at: int, path: str) -> None:
    """A comment met where the prose now ends, and where it stands in the source → noted if it is meant for us."""
    match = _SAID.match(comment)
    if match is None:
        return
    where = spot(prose, at, path)
    if match[1] is None:
        if not prose.off:
            raise CheckerError('"check: on" without "check: off[rule-id] reason" before it; take it out', where)
        for i in prose.off:
            prose.said[i] = replace(prose.said[i], end=prose.size)
        prose.off = []
        return
    reason = " ".join(match[3].split())
    rules = named((match[2] or "").split(","), f'"check: {match[1]}"', where)
    if len(reason) < _SHORTEST_REASON:
        given = f'gives "{reason}" as its reason' if reason else "gives no reason"
        raise CheckerError(f'"check: {match[1]}" {given}; say why in {_SHORTEST_REASON} characters or more', where)
    if match[1] == "off":
        prose.off.append(len(prose.said))
    prose.said.append(Said(rules, reason, prose.size, None if match[1] == "ignore" else _END, at))


def whole(prose: Prose, rules: tuple[str, ...], reason: str, at: int) -> None:
    """Rules and the reason that the head of a file gives → noted for the whole article."""
    prose.said.append(Said(rules, reason, 0, _END, at))


def spot(prose: Prose, at: int, path: str) -> str:
    """An offset into the source of a file → the file and the line, as an error names them."""
    line = line_and_column(prose.source, at)[0]
    return f"{path}:{line}" if path else f"line {line}"


def named(names: list[str], what: str, where: str) -> tuple[str, ...]:
    """The names of rules as written, and who names them → the ids; none, or what can be no id, is refused."""
    rules = tuple(name.strip() for name in names)
    for rule in rules:
        if not _RULE.fullmatch(rule):
            wrong = f'names "{rule}", which can be no rule' if rule else "names no rule"
            raise CheckerError(f"{what} {wrong}; write as in {_EXAMPLE}", where)
    return rules
