"""What a file says of itself → which rules are to leave which of its figures alone, and why.

    <!-- check: ignore[parts-make-whole] the ministry's own total, confirmed by phone -->    the next block
    <!-- check: off[repeated] archive table, kept as printed -->  …  <!-- check: on -->    all between

Whoever silences a rule names it and says why: what has no rule or no reason silences nothing, and is noted as a fault.
"""

from __future__ import annotations

import re

from checker.prose import Prose, Said
from checker.record import replace

_SAID = re.compile(r"\s*check:\s*(?:(ignore|off)\b\s*(?:\[([^\]]*)\])?(.*)|on\s*$)", re.DOTALL)
_RULE = re.compile(r"[A-Za-z0-9][\w-]*")
_SHORTEST_REASON = 10  # characters: enough for "see page 4", not for "ok"
END = 1 << 62  # the end of what goes on to the end of the article
_EXAMPLE = "<!-- check: ignore[rule-id] the reason, in a few words -->"


def say(prose: Prose, comment: str, at: int) -> None:
    """A comment met where the prose now ends, and where it stands in the source → noted if it is meant for us."""
    match = _SAID.match(comment)
    if match is None:
        return
    if match[1] is None:
        if not prose.off:
            prose.faults.append(('"check: on" without "check: off[rule-id] reason" before it; take it out', at))
        for i in prose.off:
            prose.said[i] = replace(prose.said[i], end=prose.size)
        prose.off = []
        return
    if match[1] == "off":
        prose.off.append(len(prose.said))
    end = None if match[1] == "ignore" else END
    note(prose, f'"check: {match[1]}"', (match[2] or "").split(","), match[3], Said((), "", prose.size, end, at))


def note(prose: Prose, what: str, names: list[str], why: str, said: Said) -> None:
    """What names rules, their names and the reason as written, and where that holds → noted, or its fault is."""
    rules, reason = tuple(name.strip() for name in names), " ".join(why.split())
    fault = _fault(rules, reason)
    if fault:
        prose.faults.append((f"{what} {fault}", said.at))
    prose.said.append(replace(said, rules=() if fault else rules, reason=reason))


def _fault(rules: tuple[str, ...], reason: str) -> str:
    """The names of rules and the reason → what is wrong with them, and how it is written; "" if nothing is."""
    for rule in rules:
        if not _RULE.fullmatch(rule):
            wrong = f'names "{rule}", which can be no rule' if rule else "names no rule"
            return f"{wrong}; write as in {_EXAMPLE}"
    if len(reason) < _SHORTEST_REASON:
        given = f'gives "{reason}" as its reason' if reason else "gives no reason"
        return f"{given}; say why in {_SHORTEST_REASON} characters or more"
    return ""
