"""Ids of rules → what the list of rules of a SARIF report says of each: its manual, its level, how far it is trusted.

The manual is read only here, when such a report is closed: no other report needs it.
"""

from __future__ import annotations

from checker.calibration import ceiling
from checker.render import rule_of
from checker.template import fill
from checker.witnessrule import WITNESS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.document import Plain
    from checker.pack import Pack
    from checker.rule import Rule

_WORDS = 1_024  # code points of a description
# The gravest level that the hold rate of a rule allows → the precision that GitHub sorts by.
_PRECISION = {"error": "high", "warning": "medium", "note": "low"}
_SEVERITY = {"error": "error", "warning": "warning", "note": "recommendation"}


def cards(ids: Iterable[str], folders: Iterable[str]) -> list[Plain]:
    """Ids of rules and a desk's rule folders → a descriptor for each, in order of the ids."""
    from checker.pack import load_pack, manual

    wanted = sorted(ids)
    if not wanted:
        return []
    pack = load_pack(folders)
    known = {rule.id: rule for rule in (*manual(pack), WITNESS)}
    return [_card(known[name], pack) if name in known else _bare(name) for name in wanted]


def _card(rule: Rule, pack: Pack) -> Plain:
    docs = {name: " ".join(text.split()) for name, text in rule.docs}
    what = docs.get("what") or rule.id
    trusted = rule.severity if rule is WITNESS else ceiling(rule.id, "")  # no table holds a model's way of reading
    return {
        "id": rule.id,
        "shortDescription": {"text": what[:_WORDS]},
        "fullDescription": {"text": " ".join(filter(None, (what, docs.get("why"))))[:_WORDS]},
        "help": {"text": rule_of(rule, pack), "markdown": fill("rule.md", rule=rule, docs=docs)},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {
            "precision": _PRECISION[trusted],
            "problem.severity": _SEVERITY[rule.severity],
            "tags": ["consistency", rule.family, *rule.code.split()],
        },
    }


def _bare(name: str) -> Plain:
    """A rule that no manual knows → no more than its name."""
    return {"id": name, **{field: {"text": name} for field in ("shortDescription", "fullDescription", "help")}}
