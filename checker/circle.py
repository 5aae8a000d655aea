"""Facts of an article → counts of a circle, all of which the article names: how many are told, how many there are.

    "All four major indexes rose." "The Dow rose 2 percent, the S&P 500 three and the Nasdaq four."   four –lists– 3

What makes a circle is data (rules/lexicon/circles.tsv). A count speaks of all of it behind "the" or "all", not of "the
other two"; of two it may speak for a reason of its own.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from checker import resources
from checker.fact import Link, unit_of
from checker.listing import countable
from checker.pattern import regex
from checker.record import record
from checker.wordfact import lone_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.fact import Fact, Sentence

    Place = tuple[Sentence, tuple[int, int]]

_ALL = ("the", "all")
_FEWEST = 3  # "the two major indexes" may be any two


@record(frozen=True, slots=True)
class Circle:
    nouns: tuple[str, ...]
    words: frozenset[str]  # one of them stands before the noun
    members: tuple[re.Pattern[str], ...]


def tie_circles(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, to which a fact is added for each count of a circle of which the article names every member."""
    for fact in [fact for fact in by_id.values() if countable(fact) and _is_whole(fact, sentences)]:
        for circle in circles():
            named = [place for place in _named(circle, sentences) if place is not None] if _counts(fact, circle) else []
            if named and len(named) == len(circle.members):
                sentence, span = min(named, key=lambda place: place[1])
                links = (Link(fact.id, "lists"),)
                made = lone_fact(sentence, span, Fraction(len(named)), "items", links, mark=f"c{fact.id}-")
                by_id[made.id] = made


@lru_cache(maxsize=1)
def circles() -> tuple[Circle, ...]:
    """rules/lexicon/circles.tsv → the circles."""
    rows = resources.table("lexicon", "circles.tsv")
    return tuple(
        Circle(tuple(nouns.split(" | ")), frozenset(words.split(" | ")), tuple(map(_pattern, members.split(" | "))))
        for nouns, words, members in rows
    )


def _pattern(names: str) -> re.Pattern[str]:
    return regex(rf"\b(?:{'|'.join(names.split(' / '))})\b")


def _is_whole(fact: Fact, sentences: list[Sentence]) -> bool:
    """Does a count stand behind "the" or "all", and is it of three or more?"""
    chunks = sentences[fact.sentence].chunks
    value = (fact.figure.value if fact.figure is not None else None) or 0
    if fact.chunk < 0 or value < _FEWEST:
        return False
    return chunks.tokens.word(chunks.chunks[fact.chunk].first - 1) in _ALL


def _counts(fact: Fact, circle: Circle) -> bool:
    unit = unit_of(fact)
    noun = next((noun for noun in circle.nouns if unit.endswith(f" {noun}")), "")
    return bool(noun) and not circle.words.isdisjoint(unit.removesuffix(noun).split())


def _named(circle: Circle, sentences: list[Sentence]) -> Iterator[Place | None]:
    """A circle → where each member is named first; None for one that is not."""
    for member in circle.members:
        yield next((place for sentence in sentences if (place := _place(member, sentence)) is not None), None)


def _place(member: re.Pattern[str], sentence: Sentence) -> Place | None:
    tokens = sentence.chunks.tokens
    start = tokens.starts[0]
    match = member.search(tokens.folded[start : tokens.ends[-1]].lower())
    return None if match is None else (sentence, (start + match.start(), start + match.end()))
