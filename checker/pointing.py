"""A sentence that points back, a word of direction and a base → the one figure of the sentence before that moved.

    "Claims came to 461,000. That was down from 473,000 a week before."     461,000, 473,000, "down"
    "The index stood at 77.0. It is up from 72.1 in April."                 77.0, 72.1, "up"

Where the first sentence holds two figures of that kind, or the size of a change only, nothing is told. Each word
becomes a fact of its own, linked to both figures.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from checker.base import LEVELS, are_close, base_of
from checker.chunk import Chunks
from checker.earlier import are_adjacent
from checker.fact import DIRECTION, Fact, Link, Sentence
from checker.frame import end_of, like_units
from checker.governing import Scene
from checker.pair import AMOUNTS
from checker.pattern import regex
from checker.stillfrom import is_judged
from checker.turning import OUTCOMES, POINTING, turn, unsure
from checker.unlike import is_aside
from checker.wordfact import lone_fact, span_of

_IS = frozenset("was is 's were are would will be".split())
_SET = regex(r"[|u!p]{0,2}r?u?[an](?=f)")
_FEW = 3  # words of the sentence in which the verb stands
_BOTH = 2  # signs


def pointed(sentences: list[Sentence]) -> list[Fact]:
    """Sentences → the words of direction of those that say of a figure of the one before where it came from."""
    found = []
    for last, sentence in pairwise(sentences):
        plain = last.block == sentence.block == "paragraph" and are_adjacent(last, sentence)
        if plain and POINTING.issuperset(sentence.chunks.tokens.words[:1]):
            found += _word_of(last, sentence)
    return found


def _word_of(last: Sentence, sentence: Sentence) -> list[Fact]:
    chunks = sentence.chunks
    match = _SET.match(chunks.code)
    if match is None or _IS.isdisjoint(chunks.tokens.words[1:_FEW]):
        return []
    word, k = match.end() - 1, match.end()
    sign = turn(chunks.chunks[word].value)
    before = base_of(Scene(chunks, _amounts(sentence), frozenset()), k)
    if before < 0 or not sign or unsure(chunks.chunks[word]) or end_of(chunks.chunks[before]):
        return []
    now = _level(last, sentence, before)
    if now < 0 or not _are_of_one_sign(last.chunks, chunks, before):
        return []
    links = (_link(last.chunks, now, "direction-of"), _link(chunks, before, "direction-from"))
    item = chunks.chunks[word]
    span = span_of(chunks, item.first, item.after)
    return [lone_fact(sentence, span, Fraction(sign), "direction", links, mark="p", direction=DIRECTION[sign])]


def _link(chunks: Chunks, k: int, as_: str) -> Link:
    figure = chunks.chunks[k].figure
    return Link("" if figure is None else figure.figure.id, as_)


def _amounts(sentence: Sentence) -> frozenset[int]:
    return frozenset(bond.chunk for bond in sentence.bonds if bond.aspect in AMOUNTS)


def _level(last: Sentence, sentence: Sentence, before: int) -> int:
    """The chunk of the one figure of a sentence that a base of the next one can be set against, or −1."""
    code, items = last.chunks.code, last.chunks.chunks
    base = sentence.chunks.chunks[before]
    free = frozenset(pair.before for pair in last.pairs) | (_amounts(last) if base.letter != "P" else frozenset())
    near = [k for k, item in enumerate(items) if code[k] in LEVELS and like_units(item, base) and are_close(item, base)]
    like = [k for k in near if code[k] == base.letter] or near  # an amount, or an amount a share
    told = [k for k in like if k not in free and not is_aside(code, k) and not is_judged(code, k)]
    if len(told) != 1 or told[0] in _amounts(last) or end_of(items[told[0]]):
        return -1
    return told[0] if code[told[0] + 1 : told[0] + 2] != "W" else -1  # "6 million out of 7 million"


def _are_of_one_sign(last: Chunks, chunks: Chunks, before: int) -> bool:
    """No "That was up from a loss of 3 million" where the sentence before tells of no loss, and no minus."""
    said, told = set(last.tokens.words), set(chunks.tokens.words[: chunks.chunks[before].first])
    own, other = ({sign for _, sign in map(OUTCOMES.__getitem__, OUTCOMES.keys() & words)} for words in (told, said))
    return (own <= (other or {1})) and len(other) < _BOTH and "minus" not in said | told

