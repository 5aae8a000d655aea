"""Facts of one sentence → buildings, and the countries or towns that they stand in.

"It runs 21 factories in 13 countries"     21 –spread-over→ 13

Each of them stands in one place, so they are not fewer than the places.
"""

from __future__ import annotations

from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import add_link, noun_of
from checker.pattern import Pattern
from checker.wordfact import Facts

_SITES = frozenset(
    "factory plant hotel store shop restaurant office branch site mine outlet location school facility mill refinery"
    " warehouse airport supermarket dealership center centre clinic hospital cinema theater theatre resort casino"
    " property showroom bakery brewery port laboratory lab smelter station club campus embassy university".split()
)
_IN = ("in", "across", "throughout")  # "spread over 12 towns" may be read as "more than 12"
_JOINTS = frozenset((*_IN, "spread", "located", "scattered", "situated", "dotted", "operating"))
_PLACES = frozenset("country state nation city town province county continent district".split())
_JOINED = Pattern(r"[NK][um]{0,4},?&$")  # "41 factories and 20 shops in 28 countries"


def sites(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: a count of buildings is linked to the count of places it is spread over."""
    known = sorted(facts)
    for site, place in pairwise(known):
        if noun_of(facts[site]) not in _SITES or noun_of(facts[place]) not in _PLACES:
            continue
        figure = facts[site].figure
        between = chunks.tokens.words[chunks.chunks[site].after : chunks.chunks[place].first]
        joint = between[len(figure.unit.split()) :] if figure is not None else []
        if joint and joint[-1] in _IN and _JOINTS.issuperset(joint) and not _is_joined(site, chunks):
            add_link(facts, site, facts[place], "spread-over")


def _is_joined(k: int, chunks: Chunks) -> bool:
    """Are other buildings counted right before these, and joined to them by "and"?"""
    return any(_JOINED.fullmatch(chunks.code[:k], start) for start in range(max(0, k - 7), k))
