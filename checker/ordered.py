"""Facts of an article → links from a measure to the one that cannot be smaller: profit to revenue.

"profit climbed to $561.6 million … sales fell to $3.75 million"    561.6 million –within-measure→ 3.75 million

Which measure holds which is data (rules/lexicon/partitions.tsv, kind `size`). A profit and a revenue of one article
may be those of a division and of the whole, so the link says that they are of one order of size, and no more.
"""

from __future__ import annotations

from checker.comparability import agree
from checker.fact import Fact, Link, is_base, linked, place_of
from checker.lexicon import Lexicon
from checker.measure import head_of

_NEAR = 3  # sentences between the two


def tie_ordered(by_id: dict[str, Fact], lexicon: Lexicon) -> None:
    """Facts by id, changed in place: each amount of a part gets a link to the nearest amount of its whole."""
    wholes: dict[str, list[str]] = {}
    for whole, partitions in lexicon.partitions.items():
        for part in (name for partition in partitions if partition.kind == "size" for name in partition.parts):
            wholes.setdefault(part, []).append(whole)
    found = [fact for fact in by_id.values() if _is_amount(fact)]
    for fact in found:
        for whole in wholes.get(head_of(fact.measure), ()):
            options = [other for other in found if other.measure == whole and _comparable(fact, other)]
            if options:
                nearest = min(options, key=lambda other: abs(place_of(other) - place_of(fact)))
                by_id[fact.id] = linked(by_id[fact.id], Link(nearest.id, "within-measure"))


def _is_amount(fact: Fact) -> bool:
    """Is it what the sentence says of the measure, with a scale word ("million"), and no base, part or rate?"""
    figure = fact.figure
    return (
        figure is not None and figure.scale > 1 and fact.aspect == "level" and fact.measure != "" and not is_base(fact)
    )


def _comparable(part: Fact, whole: Fact) -> bool:
    near = abs(part.sentence - whole.sentence) <= _NEAR and ":" not in part.measure
    return near and all(agree(part, whole, what) for what in ("unit", "modality", "place"))
