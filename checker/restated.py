"""Facts of an article → links between two statements of one quantity in its text.

"Total exports were 23.77 billion crowns in 2022"  and  "Total exports in 2022 were 23.8 billion"    one same-quantity
"""

from __future__ import annotations

from checker.fact import Fact, Sentence, add_link, is_base
from checker.pattern import regex
from checker.period import is_day

TOLD = ("money", "percent")  # kinds of figure that are told again
_ASIDE = ("part-of", "beside")
# The sentence is about the measure and says of it what it is: "Total exports were …", "Exports of more than …".
_SUBJECT = regex(r"(?:[uyi]{0,3},)?p?m(?:o[mu]+)?[ro]$")
_BULLETS = ("*", "-", "•")
_CALENDAR = ("1", "2", "M", "Q", "H", "F")  # what the key of a stretch of the calendar begins with


def is_telling(fact: Fact) -> bool:
    """Is it an amount or a percentage, which a headline takes over and an article repeats?"""
    return fact.figure is not None and fact.figure.kind in TOLD


def is_other(fact: Fact) -> bool:
    """Is it a base, a part or the same in other terms: not the quantity of which the sentence speaks?"""
    return is_base(fact) or any(link.as_ in _ASIDE for link in fact.links)


def tie_repeated(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """One measure, place and basis in two sentences that both print the period: one quantity, stated twice."""
    seen: dict[tuple[str, ...], Fact] = {}
    for fact in list(by_id.values()):
        figure = fact.figure
        if figure is None or not _is_statement(fact, sentences) or is_other(fact):
            continue
        key = (fact.measure, fact.place, fact.period, fact.basis, figure.kind, figure.unit)
        first = seen.setdefault(key, fact)
        if first.sentence != fact.sentence:
            add_link(by_id, fact.id, first, "hedged-of" if figure.hedge else "same-quantity")


def _is_statement(fact: Fact, sentences: list[Sentence]) -> bool:
    """Does a sentence say of its own measure, in a period that it prints, what it was?"""
    level = fact.measure and fact.modality == "reported" and fact.aspect == "level" and is_telling(fact)
    sentence = sentences[fact.sentence]
    listed = sentence.chunks.tokens.word(0) in _BULLETS  # the name of its item may be the heading above
    return bool(level) and not listed and _prints_period(fact, sentence)


def _prints_period(fact: Fact, sentence: Sentence) -> bool:
    """Is the fact's period named in its own sentence, and a stretch of the calendar, no day and no "last year"?"""
    stretch = fact.period.startswith(_CALENDAR) and not is_day(fact.period)
    named = stretch and any(p.key == fact.period for p in sentence.periods)
    return named and bool(_SUBJECT.match(sentence.chunks.code[: fact.chunk]))
