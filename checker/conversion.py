"""Sentences → amounts that are printed again in another unit of the same kind: "24 kilometres (15 miles)".

    converted(sentences) → Fact("f2", aspect "unit-conversion", links (Link("f1", "same-as"),))

Units that convert share a base unit, in which both figures are read already (rules/lexicon/units.tsv).
"""

from __future__ import annotations

from itertools import pairwise

from checker.chunk import figures_in
from checker.fact import Fact, Link
from checker.pattern import Pattern
from checker.unit import PHYSICAL
from checker.wordfact import bare_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.fact import Sentence
    from checker.figure import Figure

_HEDGED = r"(?:(?:about|around|roughly|nearly|almost|some|approximately|more than|over|just over|just under|up to) )?"
_AGAIN = Pattern(rf" ?(?:\(|\[|, or |/){_HEDGED}$")
_CLOSED = Pattern(r"[^\d()\[\]]{0,30}[)\]/,.;]|$")  # no second figure in the bracket


def converted(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → a fact for each figure that says in another unit what the figure before it says."""
    return tuple(fact for sentence in sentences for fact in _conversions(sentence))


def _conversions(sentence: Sentence) -> Iterator[Fact]:
    chunks = sentence.chunks
    found = [figure for figure in figures_in(chunks) if figure.kind in PHYSICAL]
    text = chunks.tokens.folded
    for before, (one, again) in zip((None, *found), pairwise(found), strict=False):
        compound = before is not None and before.unit == one.unit and one.start - before.end < _NEXT  # feet and inches
        if not compound and _says_again(one, again, text):
            yield bare_fact(again, sentence, "unit-conversion", (Link(one.id, "same-as"),))


_NEXT = 8  # characters between the figures of one range or compound


def _says_again(one: Figure, again: Figure, text: str) -> bool:
    """Are two figures of one base unit, in different units, and the second in brackets or behind "or"?"""
    if one.unit != again.unit or one.named == again.named:
        return False
    return bool(_AGAIN.match(text[one.end : again.start])) and bool(_CLOSED.match(text[again.end :]))
