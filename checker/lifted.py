"""Two sentences → the growth of a figure of the first that the second tells, with the figure it grew from.

    "The mill made 5.3 million crowns. That was up 77 percent from 3.0 million a year ago."
    → 3.0 million –against→ 5.3 million, 77 percent –change-of→ 5.3 million

The second sentence opens with "that", "this" or "it" and says nothing else before its figures; the first has one figure
of that kind, which is not said to have grown from anything itself.
"""

from __future__ import annotations

from itertools import pairwise

from checker.earlier import are_adjacent
from checker.fact import DIRECTION, Fact, Sentence, add_link, is_base, unit_of
from checker.frame import like_units
from checker.pattern import Pattern
from checker.record import replace
from checker.turning import side
from checker.wordfact import facts_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_POINTING = frozenset("that this it".split())
_IS = frozenset("is was 's represents represented marks marked".split())
_GREW = Pattern(
    r"[|p]?[rs]?\|?(?:(?P<up>a)(?P<by>P)[fA]|(?P<much>P)(?P<more>[an])[fhA]|(?P<rate>P)(?P<above>A)|(?P<rise>n)o(?P<of>P)[fA])"
    r"[umox]{0,4}(?P<before>[MNE])"
)
_TAKEN = ("change-of", "told-change-of", "against", "from", "from-also")
_WAYS = (("by", "up"), ("much", "more"), ("rate", "above"), ("of", "rise"))


def tie_lifted(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: growth told by the next sentence is tied to the figure that grew."""
    for last, sentence in pairwise(sentences):
        words = sentence.chunks.tokens.words
        if words[0] not in _POINTING or words[1:2] == [] or words[1] not in _IS or not are_adjacent(last, sentence):
            continue
        match = _GREW.match(sentence.chunks.code)
        if match is not None:
            _tie(by_id, last, sentence, match)


def _tie(by_id: dict[str, Fact], last: Sentence, sentence: Sentence, match: re.Match[str]) -> None:
    own = {fact.chunk: fact for fact in facts_told(by_id, sentence)}
    number, word = next((match.start(a), match.start(b)) for a, b in _WAYS if match[a])
    rate, before = own.get(number), own.get(match.start("before"))
    sign = side(sentence.chunks.chunks[word].value)
    if rate is None or before is None or rate.figure is None or not sign or rate.figure.unit != "percent":
        return
    item = sentence.chunks.chunks[before.chunk]
    like = [f for f in facts_told(by_id, last) if like_units(last.chunks.chunks[f.chunk], item)]
    if any("/" in unit_of(fact) and unit_of(fact) != unit_of(before) for fact in like):
        return
    if len(like) != 1 or not _is_plain(like[0]) or not _is_plain(before) or _has_grown(by_id, like[0]):
        return
    interval = rate.figure.loose if sign > 0 else -rate.figure.loose
    tight = rate.figure.tight if sign > 0 else -rate.figure.tight
    figure = replace(rate.figure, direction=DIRECTION[sign])
    by_id[rate.id] = replace(rate, figure=figure, interval=interval, tight=tight, aspect="change-rate", links=())
    by_id[before.id] = replace(before, measure=like[0].measure, place=like[0].place, aspect="level")
    add_link(by_id, rate.id, like[0], "change-of")
    add_link(by_id, before.id, like[0], "against")


def _is_plain(fact: Fact) -> bool:
    """Is it a level, set against nothing, and no end of a range?"""
    figure = fact.figure
    level = fact.aspect == "level" and figure is not None and not figure.end_of and (figure.value or 0) > 0
    return level and not is_base(fact)


def _has_grown(by_id: dict[str, Fact], fact: Fact) -> bool:
    """Does another figure say how far it rose, or what it was before?"""
    return any(link.to == fact.id and link.as_ in _TAKEN for other in by_id.values() for link in other.links)
