"""A sentence → the words in it that tell which way a measure went.

    "posted a 3 percent drop in profit, though sales rose"   "drop": net-profit, −1; "rose": revenue, +1

What somebody raises or cuts ("raised its profit forecast"), what is expected, and words of pace are left out.
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.earlier import is_governed
from checker.fact import Sentence
from checker.governing import is_thing
from checker.lexicon import Lexicon
from checker.measure import Mention, mentions
from checker.movement import is_told, subject_of
from checker.pattern import regex
from checker.record import record
from checker.timing import modality
from checker.turning import MOVERS, side

_VERBS = MOVERS.replace("g", "")  # what somebody raises ("raised its profit forecast") is not what is reported
_OF_THE_SAME = "vwa"  # and no "A": "a profit ahead of the estimates" did not move
_QUALITIES = frozenset("higher lower bigger smaller larger wider narrower rising falling".split())
_QUALIFIED = regex(r"u{0,2}m")
_TELLERS = frozenset("ey")  # "posted a rise in profit", "said there was a rise in profit"
_REACH = 4  # chunks before a noun


@record(frozen=True, slots=True)
class Move:
    """A word of a sentence that tells which way a measure went."""

    sentence: Sentence
    chunk: int
    sign: int
    mention: Mention


def moves(sentence: Sentence, lexicon: Lexicon) -> list[Move]:
    """A sentence → its moves; none that a later word turns round ("fell in May, but was up on the year")."""
    chunks = sentence.chunks
    named = {mention.chunk: mention for mention in mentions(chunks, lexicon)}
    found: list[Move] = []
    turned: set[int] = set()
    for k, item in enumerate(chunks.chunks):
        if item.letter not in _VERBS + _OF_THE_SAME or not (sign := side(item.value)):
            continue
        if chunks.tokens.words[item.first] == "over":
            continue  # "its margin over the last 12 months was"
        if subject := _subject(chunks, k, named):
            found.append(Move(sentence, k, sign, subject))
        elif item.letter in _OF_THE_SAME and subject_of(chunks, k) < 0 and is_told(chunks, item):
            turned.add(sign)  # "fell in May, but was up on the year": of what was told before
    return [move for move in found if -move.sign not in turned]


def _subject(chunks: Chunks, k: int, named: dict[int, Mention]) -> Mention | None:
    """A word of movement → the measure that moves, if it is one."""
    item = chunks.chunks[k]
    if chunks.tokens.words[item.first] in _QUALITIES and (own := _QUALIFIED.match(chunks.code, k + 1)):
        # "a higher profit", but no "trade-off of lower profit for a steadier one", nor "profit hit by lower tea sales"
        plain = own.end() == k + 2 and chunks.tokens.word(item.first - 1) not in ("of", "for")
        return named.get(k + 1) if plain else None
    if "soft" in item.form or not is_told(chunks, item) or (item.letter == "n" and is_thing(chunks, k)):
        return None
    if "B" in chunks.code[:k] or modality(item, chunks.tokens, "", 0) == "forecast":
        return None  # "its goal is a rise in profit"
    if item.letter == "n" and _TELLERS.isdisjoint(chunks.code[max(0, k - _REACH) : k]):
        return None  # "aiming at a 15 percent rise in profit"
    subject = subject_of(chunks, k)
    return None if item.letter != "n" and subject > 0 and is_governed(chunks, subject) else named.get(subject)
