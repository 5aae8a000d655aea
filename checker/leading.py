"""An article → the figures that its headline shows and that its first sentences tell, and which of them are parts.

"Brill and eight other banks"         "eight" is a part of what is told
"four mills on the coast and one in the hills"    "one" is what "four" leaves of five
"""

from __future__ import annotations

from checker.equated import in_words
from checker.fact import Fact, Sentence, place_of

_OTHERS = frozenset("other others more another further additional extra remaining plus net".split())
_OPENING = 3  # sentences below the headline


def shown_and_told(by_id: dict[str, Fact], sentences: list[Sentence]) -> tuple[list[Fact], list[Fact]]:
    """The printed figures of an article → those of its headline, and those of its text."""
    printed = [f for f in by_id.values() if f.sentence >= 0 and f.figure is not None]
    printed = [f for f in printed if f.chunk >= 0 or f.aspect == "conversion"]
    shown = [f for f in printed if sentences[f.sentence].block == "headline" and f.chunk >= 0]
    return shown, [f for f in printed if sentences[f.sentence].block != "headline"]


def begun(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences of an article → the first ones below its headline."""
    return [s for s in sentences if s.block == "paragraph"][:_OPENING]


def first_told(told: list[Fact], sentences: list[Sentence]) -> list[Fact]:
    """The figures of a text → those of its first sentences, in order."""
    numbers = {sentence.number for sentence in begun(sentences)}
    return sorted((fact for fact in told if fact.sentence in numbers), key=place_of)


def is_beside_others(fact: Fact, sentences: list[Sentence]) -> bool:
    """Is a figure a part of what is told: "and eight other banks", "20 dollars in cash and some bonds"?"""
    if fact.chunk < 0:
        return False  # it stands outside the clause: "($1 = 6.4 crowns)"
    tokens, item = sentences[fact.sentence].chunks.tokens, sentences[fact.sentence].chunks.chunks[fact.chunk]
    near = [tokens.word(item.first - 1), *tokens.words[item.after : item.after + 3]]  # "more than 500" is no "500 more"
    if tokens.word(item.after) == "of" and fact.figure is not None and fact.figure.kind == "count":
        return True  # "four of the largest banks"
    return not _OTHERS.isdisjoint(near) or ("cash" in near and tokens.word(item.after + 2) in ("and", "plus"))


def is_most(fact: Fact, sentence: Sentence) -> bool:
    """ "fell as much as 8.5 percent": is it how far something went in between?"""
    if fact.chunk < 0:
        return False
    item, words = sentence.chunks.chunks[fact.chunk], sentence.chunks.tokens.words
    return "as much as" in " ".join(words[max(0, item.first - 3) : item.after])


def leaves_the_rest(head: Fact, fact: Fact, sentences: list[Sentence]) -> bool:
    """Do words tell what a count lacks: "four mills on the coast and one in the hills"?"""
    one, other = head.figure, fact.figure
    if one is None or other is None or one.kind != "count" or one.value is None or other.value is None:
        return False
    return in_words(abs(one.value - other.value)) in sentences[fact.sentence].chunks.tokens.words
