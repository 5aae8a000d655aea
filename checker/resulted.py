"""Sentences → the result that one tells, and the words with which the next one takes it up.

    "The mill made a profit of 3 million crowns. The loss was caused by a fire."    "profit" +1; "loss" −1, bearing-on

The next sentence opens with the word ("the loss", "the year-ago profit"); the one before tells of a profit or a loss,
or of a surplus or a deficit, of which it may tell both. All of 127 such sentences in a news archive agreed.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import DIRECTION, Fact, Link, Sentence
from checker.pattern import regex
from checker.turning import OUTCOMES
from checker.wordfact import lone_fact, span_of

_TIME = "quarterly|annual|full-year|half-year|monthly|year-ago|year-earlier|latest|overall|trade|budget|current account"
RESULT = regex(
    r"(?i)\W{0,3}(?:but |still, |however, )?(?:the|that|this) (?:(?P<old>year-ago|year-earlier) )?"
    rf"(?:(?:{_TIME}) ){{0,3}}(?P<word>loss|profit|surplus|deficit)(?= (?:was|is|came|comes|included|includes|compared"
    r"|compares|follows|followed|marks|marked|reflected|reflects|stemmed|resulted|widened|narrowed|rose|fell|amounted"
    r"|would|also)\b|,)"
)
_RESULTS = {
    **OUTCOMES,
    **dict.fromkeys(("earned", "income"), ("result", 1)),
    **dict.fromkeys(("lost", "lose", "loses", "losing", "red", "negative"), ("result", -1)),
    **dict.fromkeys(("gap", "shortfall"), ("balance", -1)),
}
_SAID = frozenset("profit profits earned loss losses lost surplus deficit".split())  # of them a figure is told
_UNTOLD = frozenset(
    "expected expect expects forecast forecasts would could may might if will should likely projected predicted"
    " charge charges write-down writedown writedowns damage hit error no not without".split()
)
_POINTING = (["it"], ["that"], ["this"], ["they"])
_NEAR = 6  # tokens from a result to its figure
_FIGURES = frozenset("MNE")


def result_in(sentence: Sentence, match: re.Match[str]) -> list[Fact]:
    """A sentence, and the opening of the next → facts of a result told, and of the word that takes it up."""
    words = sentence.chunks.tokens.words
    if words[:1] in _POINTING or not _UNTOLD.isdisjoint(words):
        return []
    kind, sign = OUTCOMES[match["word"].lower()]
    known = [i for i, word in enumerate(words) if word in _RESULTS and _RESULTS[word][0] == kind]
    same = [i for i in known if _RESULTS[words[i]][1] == sign]
    told = same or [i for i in known if words[i] in _SAID and _has_figure(sentence.chunks, i)]
    if not told:
        return []
    at = told[-1 if match["old"] else 0]
    own = _RESULTS[words[at]][1]
    span = span_of(sentence.chunks, at, at + 1)
    result = lone_fact(sentence, span, Fraction(own), "way", mark="y", direction=DIRECTION[own])
    links = (Link(result.id, "bearing-on"),)
    way = DIRECTION[sign]
    return [result, lone_fact(sentence, match.span("word"), Fraction(sign), "bearing", links, mark="e", direction=way)]


def _has_figure(chunks: Chunks, i: int) -> bool:
    """Is an amount told close by: "a profit of 3 million", "a 3 million profit"?"""
    amounts = (item for item in chunks.chunks if item.letter in _FIGURES)
    return any(0 <= item.first - i <= _NEAR or 0 <= i - item.after <= 2 for item in amounts)
