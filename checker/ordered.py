"""Facts of an article → links from a measure to the one that cannot be smaller: profit to revenue.

"profit climbed to $561.6 million … sales fell to $3.75 million"    561.6 million –within-measure→ 3.75 million

Which measure holds which is data (rules/lexicon/partitions.tsv, kind `size`). A profit and a revenue of one article
may be those of a division and of the whole, so the link says that they are of one order of size, and no more.
"""

from __future__ import annotations

from checker.comparability import agree
from checker.fact import Fact, Sentence, add_link, is_base, place_of
from checker.lexicon import Lexicon
from checker.measure import head_of

_NEAR = 3  # sentences between the two
_BESIDE = 7  # tokens before an amount and behind it
_ELSE = frozenset("charge charges writedown writedowns settlement balances assets bailout impairment".split())


def tie_ordered(by_id: dict[str, Fact], sentences: list[Sentence], lexicon: Lexicon) -> None:
    """Facts by id, changed in place: each amount of a part gets a link to the nearest amount of its whole."""
    found = [fact for fact in by_id.values() if _is_amount(fact) and not _is_of_else(fact, sentences)]
    for whole, partitions in lexicon.partitions.items():
        parts = {name for partition in partitions if partition.kind == "size" for name in partition.parts}
        for fact in found:
            if head_of(fact.measure) in parts:
                _tie_nearest(by_id, fact, [other for other in found if other.measure == whole])


def _tie_nearest(by_id: dict[str, Fact], part: Fact, wholes: list[Fact]) -> None:
    options = [whole for whole in wholes if _comparable(part, whole)]
    if options:
        nearest = min(options, key=lambda whole: abs(place_of(whole) - place_of(part)))
        add_link(by_id, part.id, nearest, "within-measure")


def _is_amount(fact: Fact) -> bool:
    """Is it what the sentence says of the measure, with a scale word ("million"), and no base, part or rate?"""
    figure = fact.figure
    return (
        figure is not None and figure.kind == "money" and figure.scale > 1
        and fact.aspect == "level" and fact.measure != "" and not is_base(fact)
    )  # fmt: skip


def _is_of_else(fact: Fact, sentences: list[Sentence]) -> bool:
    """ "a $438 million charge", "balances fell to $2 trillion": is an amount of what the words beside it say?

    So it is too where its sentence does not name the measure, which is that of the sentence before.
    """
    chunks = sentences[fact.sentence].chunks
    if not any(item.letter == "m" and head_of(item.value) == head_of(fact.measure) for item in chunks.chunks):
        return True
    item = chunks.chunks[fact.chunk] if fact.chunk >= 0 else None
    beside = chunks.tokens.words[max(0, item.first - _BESIDE) : item.after + _BESIDE] if item is not None else []
    return not _ELSE.isdisjoint(beside)


def _comparable(part: Fact, whole: Fact) -> bool:
    near = abs(part.sentence - whole.sentence) <= _NEAR and ":" not in part.measure
    return near and all(agree(part, whole, what) for what in ("unit", "modality", "place"))
