"""Chunks of a sentence → its words of movement, each with which way it says that something went.

    "closed 14 cents higher, up 0.5 percent"    "higher" +1, "up" +1

Words that judge or soften ("better"), that stand before a noun ("higher costs"), or that are nouns themselves with no
figure before them ("pared early gains") tell of no movement.
"""

from __future__ import annotations

from checker.chunk import FIGURES, Chunk, Chunks
from checker.record import record
from checker.turning import MOVERS, turn


@record(frozen=True, slots=True)
class Way:
    """A word of movement: its chunk, its sign, and the tokens [first, after) up to the end of its own figure."""

    chunk: int
    sign: int
    first: int
    after: int
    sized: bool  # has it a figure: "fell 3 percent", "3 percent higher"?


_PRONE = frozenset("off ahead behind".split())  # no movement without a figure
_MOST = frozenset("gains losses rises falls declines drops advances".split())  # nouns as well as verbs
_OWNED = frozenset("early earlier recent some of its their initial pared steep sharp".split())  # before such a noun
_ADVERBS = frozenset("further back again even".split())
_WAYS = ("up", "down")
_UNSIZED = "RDQ"  # letters of figures that no movement has for its size
_SIZES = "PMXNE"


def ways(chunks: Chunks) -> list[Way]:
    """A sentence's chunks → its movements in order."""
    return [way for k, item in enumerate(chunks.chunks) if (way := _way(chunks, k, item)) is not None]


def _way(chunks: Chunks, k: int, item: Chunk) -> Way | None:
    if item.letter not in MOVERS or "soft" in item.form or item.value not in _WAYS:
        return None
    code, word = chunks.code, chunks.tokens.words[item.first]
    size = k + 2 if code[k + 1 : k + 2] == "b" else k + 1
    sized = size < len(code) and code[size] in FIGURES and code[size] not in _UNSIZED
    behind = k > 0 and code[k - 1] in _SIZES
    if (item.letter == "n" and not behind) or not (sized or _stands_alone(chunks, k, item.letter, behind=behind)):
        return None
    if word == "adding" and chunks.tokens.word(item.first + 1) == "to":
        return None  # "adding to a loss of 3 percent"
    if behind and not sized and chunks.tokens.word(item.after) == "to" and code[k + 1 : k + 2] != "t":
        return None  # "takings of 40 million up to October"
    after = chunks.chunks[size].after if sized else item.after
    return Way(k, turn(item.value), item.first, after, sized or behind)


def _stands_alone(chunks: Chunks, k: int, letter: str, *, behind: bool) -> bool:
    """Does a word tell of a movement without a figure behind it?"""
    words, first = chunks.tokens.words, chunks.chunks[k].first
    if letter == "a":
        from_base = chunks.code[k + 1 : k + 2] == "f"  # ", down from 4.6 percent"
        return words[first] not in _PRONE and (behind or from_base or chunks.code[k - 1 : k] in ("v", "e", "r"))
    if letter == "v" and chunks.code[k + 1 : k + 2] in ("m", "u") and not is_adverb(chunks, chunks.chunks[k + 1]):
        return False  # "on falling oil prices", "would erode profits"
    return letter != "v" or words[first] not in _MOST or chunks.tokens.word(first - 1) not in _OWNED


def is_adverb(chunks: Chunks, item: Chunk) -> bool:
    """Do words that the lexicon does not know only colour a movement: "sharply", "back"?"""
    own = chunks.tokens.words[item.first : item.after]
    return item.letter == "u" and all(word in _ADVERBS or word.endswith("ly") for word in own)
