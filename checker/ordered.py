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

_PRICED = frozenset("for valued worth priced".split())
_NEAR = 3  # sentences between the two
_BESIDE = 7  # tokens before an amount and behind it
_ELSE = frozenset("charge charges writedown writedowns settlement balances assets bailout impairment".split())


_BEFORE = 7  # tokens behind an amount that may tell of a time before


def tie_ordered(by_id: dict[str, Fact], sentences: list[Sentence], lexicon: Lexicon) -> None:
    """Facts by id, changed in place: each amount of a part gets a link to the nearest amount of its whole."""
    found = [fact for fact in by_id.values() if is_amount(fact) and is_told(fact, sentences)]
    for whole, partitions in lexicon.partitions.items():
        parts = {name for partition in partitions if partition.kind == "size" for name in partition.parts}
        for fact in found:
            if head_of(fact.measure) in parts:
                _tie_nearest(by_id, fact, [other for other in found if other.measure == whole], "within-measure")


def _tie_nearest(by_id: dict[str, Fact], part: Fact, wholes: list[Fact], as_: str) -> None:
    options = [whole for whole in wholes if _comparable(part, whole)]
    if options:
        nearest = min(options, key=lambda whole: abs(place_of(whole) - place_of(part)))
        add_link(by_id, part.id, nearest, as_)


def is_amount(fact: Fact) -> bool:
    """Is it what the sentence says of the measure, with a scale word ("million"), and no base, part or rate?"""
    figure = fact.figure
    return (
        figure is not None
        and figure.kind == "money"
        and figure.scale > 1
        and (figure.value or 0) > 0
        and fact.aspect == "level"
        and fact.measure != ""
        and not is_base(fact)
    )


def is_told(fact: Fact, sentences: list[Sentence]) -> bool:
    """Is it what the measure came to, and neither its change, a price nor the size of something else?

    "profit rose $9 million", "sales fell 9 percent, or $9 million",
    "to be acquired for $9 million", "valued at $9 million", "the $9 million wine trade", "a $9 million charge"
    """
    chunks = sentences[fact.sentence].chunks
    item = chunks.chunks[fact.chunk]
    before = chunks.tokens.words[max(0, item.first - 2) : item.first]
    changed = chunks.code[fact.chunk - 1 : fact.chunk] in ("v", "w", "g", "b")
    changed = changed or (chunks.code[max(0, fact.chunk - 2) : fact.chunk] == "P," and before[-1:] == ["or"])
    sized = chunks.code[fact.chunk + 1 : fact.chunk + 2] in ("u", "m")
    head = head_of(fact.measure)
    named = any(one.letter == "m" and one.value == head for one in chunks.chunks[: fact.chunk])  # not carried over
    beside = chunks.tokens.words[max(0, item.first - _BESIDE) : item.after + _BESIDE]
    behind = chunks.tokens.words[item.after : item.after + _BEFORE]
    if {"same", "last"} <= {*behind}:
        return False  # "had generated a profit of $1.8 billion in the same period last year"
    other = not _PRICED.isdisjoint(before) or not _ELSE.isdisjoint(beside)
    return fact.chunk >= 0 and named and not (changed or sized or other)


def _comparable(part: Fact, whole: Fact) -> bool:
    near = abs(part.sentence - whole.sentence) <= _NEAR
    return near and all(agree(part, whole, what) for what in ("unit", "modality", "place"))
