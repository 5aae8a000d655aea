"""A sentence → the words in it that say how many times what it was a measure became.

    "said quarterly profit more than doubled"     "doubled": net-profit, 2
    "a profit that halved"                        "halved": net-profit, 1/2

They belong to the two figures of the measure that the article prints further on (`checker.sequel`).
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunk, Chunks
from checker.fact import Fact, Sentence
from checker.lexicon import Lexicon
from checker.measure import mentions
from checker.movement import is_fact
from checker.moving import Move
from checker.multiple import admitted
from checker.record import replace
from checker.wordfact import loose_word_fact, span_of

_SKIPPED = "xrgDnb|"  # letters between a measure and its verb
_MORE = "ah"  # "more than"


def times_told(sentence: Sentence, lexicon: Lexicon) -> list[Move]:
    """A sentence → its measures that doubled, halved and so on."""
    chunks = sentence.chunks
    if "d" not in chunks.code:
        return []
    named = {mention.chunk: mention for mention in mentions(chunks, lexicon)}
    found: list[Move] = []
    for k, item in enumerate(chunks.chunks):
        mention = named.get(_subject(chunks, k)) if item.letter == "d" else None
        if mention is not None and is_fact(chunks, item) and not _is_tied(chunks, item):
            found.append(Move(sentence, k, 1 if Fraction(item.value) > 1 else -1, mention))
    return found


def _subject(chunks: Chunks, k: int) -> int:
    """The chunk of what doubled, or −1."""
    before = k - 1 - (len(_MORE) if chunks.code[max(0, k - len(_MORE)) : k] == _MORE else 0)
    while before >= 0 and chunks.code[before] in _SKIPPED:
        before -= 1
    return before if before >= 0 and chunks.code[before] in "um" else -1


def _is_tied(chunks: Chunks, item: Chunk) -> bool:
    """ "double-digit growth" """
    return chunks.tokens.word(item.after) == "-" and chunks.tokens.joined(item.after)


def times_fact(move: Move, now: Fact) -> Fact:
    """A measure that doubled, and the figure it came to → the fact of the word, linked to the figure."""
    chunks, item = move.sentence.chunks, move.sentence.chunks.chunks[move.chunk]
    factor = Fraction(item.value)
    begin, tight, loose = admitted(chunks, item.first, factor)
    span = span_of(chunks, begin, item.after)
    said = loose_word_fact(now, span, chunks, (factor, tight, loose), "multiple", "multiple-of")
    return replace(said, sentence=move.sentence.number)
