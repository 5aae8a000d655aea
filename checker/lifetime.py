"""Facts of one sentence → the year in which a life began, a later year, and the age or anniversary told of it.

    "Born in 1950, he died in 2005 aged 55"                       55 –age-from→ 1950, –age-to→ 2005
    "founded in 1904, it marked its 100th anniversary in 2004"    100 –anniversary-from→ 1904, –anniversary-to→ 2004

Only a sentence of two years tells so: with a third it is not known which of them is meant.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Sentence
from checker.pattern import Pattern, regex
from checker.stretch import Mark, mark_of
from checker.wordfact import Facts, lone_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = frozenset("born anniversary birthday centenary centennial bicentenary bicentennial".split())
_NAMED = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200}
_ORDINALS = "tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split()
_BEGUN = regex(
    r"(?i)\b(?:born|founded|established|set up|created|launched|opened|started|formed|built|incorporated|began)"
    r" (?:(?!(?:and|but|before|after|who|which|that)\b)[\w'&.-]+ ){0,6}?(?:in |on )?(?:[A-Z][a-z]+ )?$"
)
_YEARS = regex(
    rf"\b(?:(?P<n>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)})) (?:anniversary|birthday)\b"
    rf"|\b(?P<name>{'|'.join(_NAMED)})\b"
)
_TO_AGE = Pattern(r",?\s(?:(?:aged|at)\s|at\s(?:the\s)?age(?:\sof)?\s)")
_FROM_AGE = Pattern(r"\s(?:when\s(?:he|she)\s(?:[a-z]+\s){1,4})?in\s")


def lifetime(facts: Facts, sentence: Sentence) -> Iterator[tuple[int | Fact, str, tuple[Mark, Mark]]]:
    """A sentence and its facts by chunk → its ages and anniversaries, what each is, and the two years of each."""
    folded, start = sentence.chunks.tokens.folded, sentence.chunks.tokens.starts[0]
    years = [mark for period in sentence.periods if (mark := mark_of(period, "year"))]
    if len(years) != 2 or not _BEGUN.search(folded[start : years[0].start]):
        return
    pair = years[0], years[1]
    for k, fact in list(facts.items()):
        if _is_age_in(fact, pair[1].start, pair[1].end, folded):
            yield k, "age", pair
    for length in _anniversaries(sentence):
        yield length, "anniversary", pair


def _is_age_in(fact: Fact, start: int, end: int, folded: str) -> bool:
    """Does an age stand right behind a year ("in 2005 aged 55"), or before it ("55 when he died in 2005")?"""
    if fact.figure is None or fact.figure.kind != "age":
        return False
    behind, before = folded[end : fact.figure.start], folded[fact.figure.end : start]
    return bool(_TO_AGE.fullmatch(behind) or _FROM_AGE.fullmatch(before))


def _anniversaries(sentence: Sentence) -> list[Fact]:
    """The one anniversary that a sentence speaks of, as a fact of its number of years."""
    tokens = sentence.chunks.tokens
    matches = list(_YEARS.finditer(tokens.folded, tokens.starts[0], tokens.ends[-1]))
    if len(matches) != 1:
        return []
    (match,) = matches
    number = match["n"] or _NAMED.get(match["name"]) or 10 * (1 + _ORDINALS.index(match["word"]))
    span = match.span("name") if match["name"] else (match.start(), match.end("n" if match["n"] else "word"))
    return [lone_fact(sentence, span, Fraction(number), "anniversary", mark="tl")]
