"""Facts of one sentence → counts of things and the names that follow: how many are announced, how many named.

    "three products: tea, coffee and cocoa"          3 –lists– "tea, coffee and cocoa"
    "Two players passed 20 goals: Hart and Moss"     2, the subject's count, not 20
    "Three towns — Arden, Brill and Corve — …"       3

Names that hold an "and" or a comma of their own, items with figures, and lists within lists say nothing.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact
from checker.lexicon import Lexicon
from checker.token import Tokens
from checker.unit import entries_at
from checker.wordfact import Facts, span_of, word_fact

_LARGEST = 12
_NAME_WORDS = 5
_OPEN = frozenset("such including includes include like among eg especially notably particularly mainly others other more elsewhere etc one two three both".split())
_NO_NAME = frozenset(
    "will would has have had is are was were be which who that in by for to from through via with at on as when where after before while if"
    " than because not it he she they we i you his her their its or nor but also all each".split()
)
_SEPARATORS = (",", "and", ";")


def listings(facts: Facts, chunks: Chunks, lexicon: Lexicon) -> list[Fact]:
    """Facts by chunk → one fact for each list of names that a count announces."""
    tokens = chunks.tokens
    made: list[Fact] = []
    for i in range(len(tokens)):
        if not _opens(tokens, i) or not (announced := _announced(facts, chunks, i)):
            continue
        listed = _names(tokens, i + 1, tokens.words[i], lexicon)
        if listed is not None:
            end, count = listed
            made.append(word_fact(announced[0], span_of(chunks, i + 1, end), chunks, Fraction(count), "items", "lists"))
    return made


def _opens(tokens: Tokens, i: int) -> bool:
    """A colon, a dash that stands free, "namely", or "of" in "teams of A, B and C"."""
    word = tokens.words[i]
    return word in (":", "—") or (word == "-" and not tokens.joined(i) and not tokens.joined(i + 1)) or word == "namely"


def _announced(facts: Facts, chunks: Chunks, i: int) -> list[Fact]:
    """The count that a list behind token i answers: the subject's, or the one right before the list; only one may stand there."""
    before = [fact for k, fact in facts.items() if chunks.chunks[k].after <= i]
    if not before or len([f for f in facts.values() if f.chunk >= 0]) > len(before):
        return []  # figures in the list itself
    counts = [fact for fact in before if _countable(fact)]
    if not counts or any(word in _OPEN for word in chunks.tokens.words[chunks.chunks[counts[0].chunk].after : i]):
        return []
    first = counts[0]
    if len(before) == 1:
        return [first] if i - chunks.chunks[first.chunk].after <= 10 or _subject(first, chunks) else []
    return [first] if _subject(first, chunks) and before[0].id == first.id else []


def _countable(fact: Fact) -> bool:
    figure = fact.figure
    return (
        figure is not None and figure.kind == "count" and bool(figure.unit) and figure.value is not None
        and 2 <= figure.value <= _LARGEST and not figure.hedge and not fact.links
    )  # fmt: skip


def _subject(fact: Fact, chunks: Chunks) -> bool:
    """Does the sentence begin with this count ("Four players reached …", "The four players …")?"""
    return chunks.chunks[fact.chunk].first <= 1


def _names(tokens: Tokens, start: int, opened: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """The first token of a list → the token behind it and how many names it holds; None where that is in doubt."""
    j, count, length, last = start, 1, 0, False
    while j < len(tokens):
        word = tokens.words[j]
        if word in _SEPARATORS:
            if last or (length == 0 and not (word == "and" and tokens.word(j - 1) == ",")):
                return None  # a second list, or a name with "and" of its own
            count, length, last = count + (length > 0), 0, word == "and"
        elif word in (".", "—", "?", "!") or (word == "-" and not tokens.joined(j)):
            break
        elif not _name_word(tokens, j, lexicon) or word in _OPEN or length >= _NAME_WORDS:
            return None
        else:
            length += 1
        j += 1
    closed = j >= len(tokens) or tokens.words[j] == "." or opened != ":"
    return (j, count) if last and length and closed and count >= 2 else None


def _name_word(tokens: Tokens, j: int, lexicon: Lexicon) -> bool:
    word = tokens.words[j]
    if word in _NO_NAME or not (word.isalpha() or word in ("-", "'s", "'", "’")):
        return False
    entries = entries_at(tokens, j, j + 1, lexicon)
    return tokens.capital(j) or not any(e.cls.endswith("-verb") and e.form not in ("base", "ing") for e in entries)
