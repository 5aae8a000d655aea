"""A finding → what it takes for granted, each a sentence that a reader can deny.

    “84.69 billion crowns” is taken as total · all are for 2024 · all are about Kestria

A false alarm is one of these being wrong, so a reader who knows which has the reason already.
"""

from __future__ import annotations

from checker.summary import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.fact import Fact
    from checker.relation import Relation

_SHOWN = 4  # figures named for one role


def assumptions(
    figures: Iterable[str], roles: Mapping[str, str], facts: Mapping[str, Fact], bound: Iterable[Relation]
) -> list[str]:
    """A finding's figures, their roles, facts by id and its rule's relations → sentences, the boldest first."""
    own = [facts[name] for name in figures if name in facts]
    words = {fact.id: fact.figure.text for fact in own if fact.figure is not None}
    guessed = any(one.inferred and any(name in words for _, ids in one.roles for name in ids) for one in bound)
    named: dict[str, list[str]] = {}
    for name, role in roles.items():
        if name in words:
            named.setdefault(role, []).append(words[name])
    read = [_read_as(role, texts) for role, texts in named.items()]
    return ["they belong together, which the wording only suggests"] * guessed + read + _shared(own)


def _read_as(role: str, texts: list[str]) -> str:
    shown = [f"“{' '.join(text.split())}”" for text in texts[:_SHOWN]]
    rest = [f"{len(texts) - _SHOWN} more"] if len(texts) > _SHOWN else []
    return f"{listed(shown + rest)} {'is' if len(texts) == 1 else 'are'} taken as {role.replace('-', ' ')}"


def _shared(facts: list[Fact]) -> list[str]:
    """Facts → what all of them that say anything of it agree in."""
    every = {
        "all are for {}": [fact.period for fact in facts if not fact.period.startswith("~")],
        "all are about {}": [fact.place for fact in facts],
        "all are {}": [fact.basis for fact in facts],
    }
    return [words.format(_one(values)) for words, values in every.items() if _one(values)]


def _one(values: Iterable[str]) -> str:
    """Values → the one that stands there at least twice and beside no other; "" for none."""
    said = [value for value in values if value]
    return said[0] if len(said) > 1 and len(set(said)) == 1 else ""
