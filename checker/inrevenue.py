"""A profit tied to a revenue as of one order of size → tied as part of it, where both are of one firm and time.

"Operating income in the region climbed to $127 million. … Its revenue rose to $563 million"
    127 million –within-measure→ 563 million      becomes      127 million –in-revenue→ 563 million

Left as they are: what is expected, told of a division, a product or a place on one side only, lifted by a sale or a
gain, and what leapt from the year before.
"""

from __future__ import annotations

from checker.comparability import agree
from checker.fact import Fact, Link, Sentence
from checker.measure import head_of
from checker.pattern import regex
from checker.record import replace
from checker.takings import is_reported, leaps

_OTHER = regex(r"[oi]u?(m)")  # "a profit of 95 cents on $8.55 billion in revenue"
_NAMED = regex(r"o[um]")  # "sales of Hale tea were"
_STRETCHES = frozenset("quarterly annual yearly monthly weekly half-year half-yearly full-year".split())


def tie_in_revenue(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: the link to a revenue of like size becomes one to the whole."""
    here: dict[int, dict[int, Fact]] = {}
    for fact in by_id.values():
        if fact.chunk >= 0:
            here.setdefault(fact.sentence, {})[fact.chunk] = fact
    for part in list(by_id.values()):
        link = next((one for one in part.links if one.as_ == "within-measure"), None)
        whole = by_id.get(link.to) if link is not None else None
        if whole is None or whole.measure != "revenue" or not _is_of(part, whole, sentences):
            continue
        if any(one.as_ == "earned-on" for one in part.links) or leaps(part, here[part.sentence], sentences):
            continue
        links = tuple(one for one in part.links if one.as_ != "within-measure")
        by_id[part.id] = replace(part, links=(*links, Link(whole.id, "in-revenue")))


def _is_of(part: Fact, whole: Fact, sentences: list[Sentence]) -> bool:
    """Are both told of one firm and time, each behind the name of its measure?"""
    placed = whole.place in ("", part.place) and _stretches(part, sentences) == _stretches(whole, sentences)
    alike = placed and all(agree(part, whole, what) for what in ("unit", "period", "basis"))
    return alike and all(is_reported(fact, sentences) and _is_plain(fact, sentences) for fact in (part, whole))


def _stretches(fact: Fact, sentences: list[Sentence]) -> frozenset[str]:
    """The words before a figure that say how long a time it is of: "quarterly revenue fell to"."""
    chunks = sentences[fact.sentence].chunks
    return _STRETCHES.intersection(chunks.tokens.words[: chunks.chunks[fact.chunk].first])


def _is_plain(fact: Fact, sentences: list[Sentence]) -> bool:
    """Is an amount of the measure before it and of no other behind it, and of no product?"""
    chunks = sentences[fact.sentence].chunks
    behind = _OTHER.match(chunks.code, fact.chunk + 1)
    if behind is not None and chunks.chunks[behind.start(1)].value != head_of(fact.measure):
        return False
    named = chunks.code.rfind("m", 0, fact.chunk)
    first = chunks.code.rfind("m", 0, named) if chunks.code[named - 1 : named] == "o" else named
    return _NAMED.search(chunks.code, max(0, first + 1), fact.chunk) is None
