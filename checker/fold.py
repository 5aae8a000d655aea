"""Facts of one sentence → how many times more, tied to the percentage that says it again.

"output doubled, rising 104 percent"                     2, multiple-by of 104 percent
"sales jumped 120 percent, more than doubling"           over 2, multiple-by of 120 percent
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact
from checker.multiple import admitted, fold_of
from checker.pattern import Pattern
from checker.record import replace
from checker.wordfact import Facts, loose_word_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunk, Chunks

_SAID_AGAIN = (
    Pattern(r"(?P<k>d)[umo]{0,2}[,/](?:[av]b?|no)(?P<rate>P)"),
    Pattern(r"(?P<k>d)[umo]{0,2}[,/](?P<rate>P)n"),
    Pattern(r"v(?P<k>u)[,/]?(?P<rate>P)"),
    Pattern(r"vb?(?P<rate>P)[,/](?:ah|u)?(?P<k>[du])"),
)
_OTHER_TIMES = frozenset("in over since during for past within so".split())  # "doubled in ten years, rising 7 percent"
_FINITE = frozenset("rose fell gained jumped climbed surged soared grew dropped slid was were is are said".split())
_RATES = ("change-rate", "level")  # "fivefold, or 400 percent": of no word of change as yet


def folds(facts: Facts, chunks: Chunks) -> list[Fact]:
    """Facts by chunk → a fact for each multiple that a percentage beside it says again."""
    made: list[Fact] = []
    for pattern in _SAID_AGAIN:
        for match in pattern.finditer(chunks.code):
            k, item = match.start("rate"), chunks.chunks[match.start("k")]
            factor = factor_of(item, chunks)
            alone = _is_alone(match.end(), chunks) and _is_of_one_time(item, chunks.chunks[k], chunks)
            if factor and alone and k in facts and facts[k].aspect in _RATES:
                facts[k] = replace(facts[k], aspect="change-rate")
                made.append(said_of(facts[k], item, chunks, factor))
    return made


def factor_of(item: Chunk, chunks: Chunks) -> Fraction | None:
    """A chunk → how many times more it says, as a verb or as "fourfold"; None where it says nothing of the kind."""
    factor = Fraction(item.value) if item.letter == "d" else fold_of(item, chunks)
    return factor if factor is not None and factor > 1 else None


def _is_alone(end: int, chunks: Chunks) -> bool:
    """Is nothing told behind a percentage that narrows it: "sales doubled, rising 20 percent in the west"?"""
    return chunks.code[end : end + 1] in ("", ",", "t", "f", "|", "/", "i") and chunks.code[end : end + 2] != "iu"


def _is_of_one_time(item: Chunk, rate: Chunk, chunks: Chunks) -> bool:
    """Do a multiple and a percentage tell of one time, and is that no "triple the rise of the market"?"""
    words = chunks.tokens.words
    between = words[min(item.after, rate.after) : max(item.first, rate.first)]
    finite = not _FINITE.isdisjoint(between)  # "shares, which have almost doubled this year, rose 2 percent"
    said = not finite if rate.first > item.first else words[item.after - 1].endswith(("ed", "ing", "fold"))
    return said and _OTHER_TIMES.isdisjoint(between)


def said_of(rate: Fact, item: Chunk, chunks: Chunks, factor: Fraction) -> Fact:
    """A percentage and the words of a multiple → the fact of these, linked to that."""
    first = item.first if item.letter == "d" else item.after - 1
    begin, tight, loose = admitted(chunks, first, factor)
    said = (factor, tight, loose)
    return loose_word_fact(rate, span_of(chunks, begin, item.after), chunks, said, "multiple", "multiple-by")
