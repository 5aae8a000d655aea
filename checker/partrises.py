"""Facts of an article → the level that something rose to, tied to what two parts of it rose by.

"Credit rose to 20.37 billion; card credit rose 5.60 billion and other credit rose 14.78 billion"
                                                              5.60 billion, 14.78 billion –rises-of→ 20.37 billion

A level is far above a month's change. One that is digit for digit the sum of what its parts rose by is their change
itself: "to" stands for "by".
"""

from __future__ import annotations

from itertools import combinations

from checker import numeral
from checker.fact import Fact, Sentence, add_link, is_base, is_negative
from checker.interval import meet
from checker.pattern import Pattern

_ROSE_TO = Pattern(r"vt(?P<level>M)(?![uoim]*,?[fkt])")
_ROSE_BY = Pattern(r"vb?(?P<part>M)(?!,?[ftk])")
_BEHIND = 2  # sentences in which the parts follow
_ENOUGH, _ENOUGH_BESIDE = 4, 3  # digits of a level that no two other amounts add up to by chance; of one beside them


def tie_part_rises(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: two changes that follow a level get the link rises-of to it."""
    at = {(fact.sentence, fact.chunk): fact.id for fact in by_id.values() if fact.chunk >= 0}
    linked = {link.to for fact in by_id.values() for link in fact.links if link.as_ != "sign-of"}
    for sentence in sentences:
        for match in _ROSE_TO.finditer(sentence.chunks.code):
            known = at.get((sentence.number, match.start("level")))
            way = sentence.chunks.chunks[match.start()].value
            if known is None or known in linked or is_base(by_id[known]) or way not in ("up", "down"):
                continue
            parts = [
                by_id[part]
                for later in sentences[sentence.number : sentence.number + 1 + _BEHIND]
                for k in _moved_by(later, way, match.end() if later is sentence else 0)
                if (part := at.get((later.number, k))) is not None and part not in linked
            ]
            for pair in combinations(parts, 2):
                if _are_parts(by_id[known], *pair):
                    for rise in pair:
                        add_link(by_id, rise.id, by_id[known], "rises-of")
                    break


def _moved_by(sentence: Sentence, way: str, start: int) -> list[int]:
    """The chunks of amounts by which something moved that way, from a place on."""
    code, items = sentence.chunks.code, sentence.chunks.chunks
    return [m.start("part") for m in _ROSE_BY.finditer(code, start) if items[m.start()].value == way]


def _are_parts(level: Fact, one: Fact, other: Fact) -> bool:
    """Are two amounts of the level's unit far below it, or do they make it up, digit for digit?"""
    a, b, c = level.figure, one.figure, other.figure
    if a is None or b is None or c is None or not a.unit == b.unit == c.unit or a.hedge or b.hedge or c.hedge:
        return False
    if a.value is None or b.value is None or c.value is None or one.sentence != other.sentence:
        return False
    if is_negative(one.interval) != is_negative(other.interval):
        return False
    if a.value >= 2 * (b.value + c.value):
        return True
    beside = level.sentence == one.sentence
    enough = len((numeral.plain(a.digits) or "").replace(".", "")) >= (_ENOUGH_BESIDE if beside else _ENOUGH)
    return enough and a.scale == b.scale == c.scale and meet(a.tight, b.tight + c.tight) is not None
