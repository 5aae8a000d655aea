"""A sentence → counts of things that stand behind the names they count, and counts without a noun of their own.

"Hill, Moss and Reed were the only three players to miss the cut."     3 –lists– "Hill, Moss and Reed"
"Chad, Mali and Niger, the three poorest members, signed."             3
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Sentence
from checker.listing import countable
from checker.named import BE, names_at
from checker.sentence import is_opening
from checker.wordfact import Facts, span_of, word_fact

_BEFORE_COUNT = frozenset("the its his her their our only first last other top main".split())
# A city and its state are one place, of two names.
_STATES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana"
    " iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana"
    " nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin"
    " wyoming carolina dakota hampshire jersey mexico york island".split()
)


def rolls(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk and their sentence → a fact for the names that open it, if a count of them follows."""
    tokens = sentence.chunks.tokens
    if not tokens.capital(0) or is_opening(tokens.folded, tokens.starts[0]):
        return []
    found = names_at(tokens, 0, BE)
    if found is None or not _STATES.isdisjoint(tokens.words[: found[0]]):
        return []
    end, count, _ = found
    known = next((fact for k, fact in sorted(facts.items()) if _counts(sentence, k, end)), None)
    if known is None or not countable(known):
        return []
    return [word_fact(known, span_of(sentence.chunks, 0, end), sentence.chunks, Fraction(count), "items", "lists")]


def _counts(sentence: Sentence, k: int, end: int) -> bool:
    """Does a figure stand right behind names and "were the", or a comma and "the"?"""
    chunks = sentence.chunks
    between = chunks.tokens.words[end : chunks.chunks[k].first]
    behind = chunks.tokens.word(chunks.chunks[k].after)
    told = between[:1] in (["are"], ["were"], [","], ["-"], ["—"]) and len(between) > 1 and behind not in ("-", "of")
    return told and _BEFORE_COUNT.issuperset(between[1:])
