"""A sentence → "both" and "all three" behind the names of which they are said, and how many names these are.

    "Arden and Brill both closed higher."           2 –lists– "Arden and Brill"
    "Hill, Moss and Reed, who have all three won"   3

Where "and" follows soon, "both" may belong to it: "Hill, Moss and Reed were both tired and hungry".
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.lexicon import Lexicon
from checker.roll import names_before
from checker.token import Tokens
from checker.wordfact import lone_fact, span_of

_HELPING = frozenset("were are was is have has had will would could can may might should do did been be".split())
_WHO = frozenset("who which".split())
_NEAR = 6  # tokens behind "both"
_LARGEST = 9
_TWO, _LED = 2, 2


def both_of(sentence: Sentence, lexicon: Lexicon) -> list[Fact]:
    """A sentence with "both" or "all" → facts for the word and for the names before it."""
    tokens, made = sentence.chunks.tokens, list[Fact]()
    for i in range(2, len(tokens)):
        after, number = _said(tokens, i, lexicon)
        start, found = names_before(tokens, _end(tokens, i)) if number else (0, None)
        if found is None or number is None or "and" in tokens.words[after : after + _NEAR]:
            continue
        if found.count > _TWO and "of" in tokens.words[max(0, start - _LED) : start]:
            continue  # "the head of the Arden Fund, Ann Hill, and Bea Moss, both born in Corve"
        count = lone_fact(sentence, span_of(sentence.chunks, i, after), number, "group", mark="q")
        names, links = span_of(sentence.chunks, start, found.end), (Link(count.id, "lists"),)
        made += [count, lone_fact(sentence, names, Fraction(found.count), "items", links, mark="q")]
    return made


def _said(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[int, Fraction | None]:
    """A token → the one behind the words that say how many, and their number; none where it begins no such words."""
    if tokens.words[i] == "both" and tokens.word(i + 1) != "of":
        return i + 1, Fraction(2)
    number = lexicon.numbers.get(tokens.word(i + 1)) if tokens.words[i] == "all" else None
    plain = number is not None and 1 < number <= _LARGEST and tokens.word(i + 2) not in ("of", "-")
    return i + 2, number if plain else None


def _end(tokens: Tokens, i: int) -> int:
    """The token of "both" → the one behind the names before it."""
    while tokens.word(i - 1) in _HELPING:
        i -= 1
    i -= tokens.word(i - 1) in _WHO
    return i - (tokens.word(i - 1) == ",")
