"""Direction words of a sentence → the rate that one of them gives its sign is that of the figure which it moves.

"sales rose 15 percent to a record 3.1 billion from 2.7 billion"
"rose" –sign-of→ 15 percent and –direction-of→ 3.1 billion: 15 percent told-change-of 3.1 billion

No frame need know what stands between the rate and the level, nor which of them comes first.
"""

from __future__ import annotations

from checker.fact import Fact, add_link, unit_of

_GROWTH = ("change-of", "told-change-of")


def tie_rates(figures: dict[int, Fact], words: dict[int, Fact]) -> None:
    """The figures and the direction words of a sentence, by chunk: a rate without a level gets that of its word."""
    by_id = {fact.id: k for k, fact in figures.items()}
    rated = {link.to for fact in figures.values() for link in fact.links if link.as_ in _GROWTH}
    for word in words.values():
        rates = [link.to for link in word.links if link.as_ == "sign-of"]
        moved = [link.to for link in word.links if link.as_ == "direction-of"]
        if len(rates) != 1 or len(moved) != 1 or rates[0] not in by_id or moved[0] in rated:
            continue
        rate, level = figures[by_id[rates[0]]], figures[by_id[moved[0]]]
        bound = any(link.as_ in _GROWTH for link in rate.links) or unit_of(rate) == "percent/year"
        if rate.aspect == "change-rate" and not bound and _end_of(rate) == _end_of(level) and not _is_scale(level):
            add_link(figures, rate.chunk, level, "told-change-of")


def _is_scale(fact: Fact) -> bool:
    """ "69 on a 100-point scale": does a figure belong to the name of something?"""
    return fact.figure is not None and "-" in fact.figure.text


def _end_of(fact: Fact) -> str:
    return fact.figure.end_of if fact.figure is not None else ""

