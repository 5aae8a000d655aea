"""Facts of an article → the percentage that a sentence calls the rest, and those before it that it completes.

"Alder owns 58.5 percent and a fund the remaining 41.5"           58.5 –beside-rest→ 41.5

They make a hundred where the sentence tells all of them: none is said of each of several, none stands in the sentence
before, and the article tells no percentage that they make together or that is left of a hundred.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Sentence, add_link
from checker.record import replace

_SHARES = ("level", "share", "proportion")
# Words by which there is more than what is told, or a figure is not the whole of a part.
_OPEN = frozenset(
    "each both apiece another additional further respectively between over most than initially option".split()
)


def tie_remaining(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: the shares before a remaining one are tied to it."""
    for n, sentence in enumerate(sentences):
        told = sentence.chunks.code.count("P") > 1 and "remaining" in sentence.chunks.tokens.words
        if not told or (n and "P" in sentences[n - 1].chunks.code):
            continue  # which may tell a part of the same whole
        known = [fact for fact in by_id.values() if fact.sentence == sentence.number and _is_percent(fact, sentence)]
        *parts, rest = sorted(known, key=lambda fact: fact.chunk)
        whole = parts and _is_rest(rest, sentence) and _is_whole(rest, sentence)
        if whole and all(map(_is_share, known)) and not _told_elsewhere(known, by_id):
            for fact in known:
                by_id[fact.id] = replace(fact, aspect="share")
            for part in parts:
                add_link(by_id, part.id, by_id[rest.id], "beside-rest")


def _is_percent(fact: Fact, sentence: Sentence) -> bool:
    return fact.chunk >= 0 and sentence.chunks.code[fact.chunk] == "P"


def _is_share(fact: Fact) -> bool:
    """A level that no wording has linked, and no end of a range."""
    return fact.aspect in _SHARES and not fact.links and fact.figure is not None and not fact.figure.end_of


def _is_rest(fact: Fact, sentence: Sentence) -> bool:
    first = sentence.chunks.chunks[fact.chunk].first
    return sentence.chunks.tokens.words[max(0, first - 2) : first] == ["the", "remaining"]


def _is_whole(rest: Fact, sentence: Sentence) -> bool:
    """Is nothing said by which there may be further parts, and does no figure of another kind call itself a part?"""
    tokens, end = sentence.chunks.tokens, sentence.chunks.chunks[rest.chunk].first
    return _OPEN.isdisjoint(tokens.words[:end]) and "Q" not in sentence.chunks.code


def _told_elsewhere(known: list[Fact], by_id: dict[str, Fact]) -> bool:
    """Does the article tell what the shares make together ("a stake of 10 percent"), or what a third part has?"""
    together = sum((_value(fact) for fact in known), start=Fraction(0))
    others = (fact for fact in by_id.values() if fact.figure is not None and fact.figure.kind == "percent")
    mine = {fact.id for fact in known}
    return any(_value(fact) in (together, 100 - together) for fact in others if fact.id not in mine)


def _value(fact: Fact) -> Fraction:
    return (fact.figure.value if fact.figure is not None else None) or Fraction(0)
