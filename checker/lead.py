"""Facts of an article → links from a figure of its headline to the one of its first sentence that is printed instead.

"Toll to bring in $25 bln"  and  "The toll will bring in $29 billion"    the second is in-place-of the first

The first sentence tells what the headline tells. Where it has figures of the headline's kind and unit, the headline's
own is among them in 98 of 100 articles of a news archive, and one that a slip makes of it in one of 800.
"""

from __future__ import annotations

import re
from itertools import combinations

from checker import numeral
from checker.chunk import Chunks
from checker.comparability import agree
from checker.equated import (
    are_of_one_measure,
    could_be,
    could_round_to,
    cut_short,
    in_words,
    is_all,
    is_like,
    is_made_of,
    is_of_many,
    is_told_in_parts,
    repaired,
)
from checker.fact import Fact, Sentence, add_link, is_negative
from checker.figure import Figure
from checker.leading import first_told, is_beside_others, is_most, leaves_the_rest, shown_and_told
from checker.likeness import around, opening
from checker.measure import head_of
from checker.turning import EXTREMES
from checker.unit import singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_STEM = 4  # letters
_FINE = 3  # significant digits
_FEW = 3  # figures of a headline


def tie_lead(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: a figure that a slip makes of the headline's gets the link in-place-of to it.

    It stands in the first sentence.
    """
    shown, told = shown_and_told(by_id, sentences)
    for head in map(cut_short, shown):
        stray = _slip_of(head, _rivals(head, told, sentences), shown, sentences)
        if stray is None or stray.sentence != opening(sentences):
            continue
        like = [f for f in told if f is not stray and is_like(head, f) and f.figure is not None and not f.figure.hedge]
        told_on = any(could_be(head, f) for f in like)
        one = _is_of_its_measure(head, stray) or (_is_fine(head, stray) and _shares_words(head, stray, sentences))
        if not told_on or (one and not any(could_be(f, stray) for f in like)):
            add_link(by_id, stray.id, head, "in-place-of")  # one of the two is printed nowhere else


def _is_fine(head: Fact, fact: Fact) -> bool:
    """Have both figures so many digits that one wrong digit hardly makes another story of them?"""
    return all(f.figure is not None and numeral.significant(f.figure.digits) >= _FINE for f in (head, fact))


def _shares_words(head: Fact, fact: Fact, sentences: list[Sentence]) -> bool:
    """Do like words stand around two figures?"""
    return not around(head, sentences[head.sentence]).isdisjoint(around(fact, sentences[fact.sentence]))


def tie_farther(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """The same for a headline's figure that is tied to none yet, and that the text has nowhere.

    The one in its place is the only one of its kind in the first sentence, told of alike, or a slip of it behind that.
    """
    shown, told = shown_and_told(by_id, sentences)
    tied = {link.to for fact in told for link in fact.links if link.as_ in ("headline-of", "in-place-of")}
    for head in map(cut_short, shown):
        if head.id in tied or any(could_be(head, f) for f in told):
            continue
        rivals = _rivals(head, told, sentences)
        stray = _slip_of(head, rivals, shown, sentences)
        alone = len(rivals) == 1 and rivals[0].sentence == opening(sentences)
        if stray is not None and stray.sentence != opening(sentences) and _is_long(stray):
            add_link(by_id, stray.id, head, "in-place-of")  # no "160,000" and "10,000"
        elif alone and _are_told_alike(head, rivals[0], sentences):
            add_link(by_id, rivals[0].id, head, "in-place-of")


def _slip_of(head: Fact, rivals: list[Fact], shown: list[Fact], sentences: list[Sentence]) -> Fact | None:
    """The first figure that a slip makes of a headline's, if it is no other figure of the headline, nor their sum."""
    stray = next((f for f in rivals if _is_misprint(head, f, sentences)), None)
    if stray is None or any(could_be(other, stray) for other in shown):
        return None
    return None if is_told_in_parts(stray, [f for f in shown if is_like(f, stray)]) else stray  # "5 and 3", "8 in all"


def _rivals(head: Fact, told: list[Fact], sentences: list[Sentence]) -> list[Fact]:
    """A headline's figure and those of the text → those that may stand in its place: of the first sentence with any.

    It is one of the first sentences of all; none if it, or one before it, has the headline's, in whatever words.
    """
    like = [f for f in first_told(told, sentences) if is_like(head, f)]
    if not like or is_beside_others(head, sentences):
        return []
    first = sentences[like[0].sentence]
    near = [f for f in told if f.sentence <= first.number]
    if any(could_be(head, f) or is_of_many(f) for f in near):
        return []
    summed = [f for f in near if f.sentence == first.number and _are_alike(head, f)]  # "four in the west and one"
    made = any(is_made_of(head, a, b) for a, b in combinations(summed, 2)) or is_all(head, summed)
    if made or is_told_in_parts(head, like) or _is_named(head, first):
        return []
    mine = [f for f in like if f.sentence == first.number and f.chunk >= 0 and not is_beside_others(f, sentences)]
    mine = [f for f in mine if not is_most(f, first)]
    return [f for f in mine if _of_one_story(head, f, sentences)]


def _is_long(fact: Fact) -> bool:
    """Has a figure more than one digit that counts?"""
    return fact.figure is not None and numeral.significant(fact.figure.digits) > 1


def _are_told_alike(head: Fact, fact: Fact, sentences: list[Sentence]) -> bool:
    """Do the words around two figures that are none of one rounding tell of one thing?"""
    one, other = head.figure, fact.figure
    if one is None or other is None or one.hedge or one.value == other.value or not are_of_one_measure(head, fact):
        return False
    if sum(item.figure is not None for item in sentences[head.sentence].chunks.chunks) > _FEW:
        return False  # a table without a headline
    if leaves_the_rest(head, fact, sentences):
        return False
    return _shares_words(head, fact, sentences) and not could_round_to(head, other)


def _are_alike(one: Fact, other: Fact) -> bool:
    """Are two figures of one kind, whatever they count?"""
    return one.figure is not None and other.figure is not None and one.figure.kind == other.figure.kind


def _is_named(head: Fact, sentence: Sentence) -> bool:
    """Does a sentence print the headline's number as part of whatever else ("a one-in-four chance")?"""
    figure = head.figure
    if figure is None or figure.value is None:
        return True
    words = _words_without(sentence.chunks, lambda other: other.scale != figure.scale)  # "$1 mln", "$1 billion"
    return not {_small(figure), figure.digits or str(figure.value / figure.scale)}.isdisjoint(words)


def _small(figure: Figure) -> str:
    """A figure → its number in words, as far as one word says it; else ""."""
    return in_words(figure.value / figure.scale) if figure.value is not None else ""


def _of_one_story(head: Fact, fact: Fact, sentences: list[Sentence]) -> bool:
    """Does nothing that is printed make two quantities of a headline's figure and one of the lead?"""
    if not agree(head, fact, "period") or (head.modality == "forecast" and fact.modality == "reported"):
        return False  # "may reach 45", "were 41"
    if head.aspect == fact.aspect == "change-rate" and is_negative(head.interval) != is_negative(fact.interval):
        return False  # "sales up 22 percent" … "from May 2005, when sales fell 23 percent"
    shown, told = sentences[head.sentence].chunks, sentences[fact.sentence].chunks
    if _is_of_kin(fact, told) != _is_of_kin(head, shown):
        return False  # "dies aged 92", "his wife died aged 91"
    if shown.code[head.chunk] in "MP" and shown.code[head.chunk + 1 : head.chunk + 3] in ("mm", "mn", "mu"):
        return False  # "a 300 million profit revision"
    if _is_extreme(head, shown) and not _is_extreme(fact, told):
        return False  # "a 1-month high", "the biggest advance in five months"
    if {_led_by(head, shown), _led_by(fact, told)} == {"to", "by"}:
        return False  # "lifts target to 3 billion", "raised its target by 1 billion"
    return are_of_one_measure(head, fact) or not _stems(shown).isdisjoint(_stems(told))


def _led_by(fact: Fact, chunks: Chunks) -> str:
    """The word before a figure."""
    return chunks.tokens.word(chunks.chunks[fact.chunk].first - 1)


_KIN = frozenset(
    "wife husband son daughter father mother brother sister widow widower twin parents grandson granddaughter".split()
)
_KIN_NEAR = 6  # tokens


def _is_of_kin(fact: Fact, chunks: Chunks) -> bool:
    """Is an age that of somebody's wife, son or father?"""
    first = chunks.chunks[fact.chunk].first
    aged = fact.figure is not None and fact.figure.kind in ("age", "duration", "count")
    return aged and not _KIN.isdisjoint(chunks.tokens.words[max(0, first - _KIN_NEAR) : first])


_SUPERLATIVES = frozenset(("highest", "lowest"))


def _is_extreme(fact: Fact, chunks: Chunks) -> bool:
    """Is a figure how far back nothing was as high or as low: "a three-year high", "the lowest in five months"?"""
    item = chunks.chunks[fact.chunk]
    near = chunks.tokens.words[max(0, item.first - 3) : item.after + 2]
    return any(word in EXTREMES or word in _SUPERLATIVES for word in near)


def _is_of_its_measure(head: Fact, fact: Fact) -> bool:
    """Does a figure of the lead measure or count what the headline's does, be it that neither says what?"""
    counted = head.figure is not None and head.figure.kind == "count"
    return counted or head_of(head.measure) == head_of(fact.measure)


def _stems(chunks: Chunks) -> set[str]:
    """The beginnings of a sentence's longer words, its figures and their units left out."""
    words = _words_without(chunks, lambda _: True)
    return {word[:_STEM] for word in words if word.isalpha() and len(word) >= _STEM}


def _words_without(chunks: Chunks, left_out: Callable[[Figure], bool]) -> list[str]:
    """The words of a sentence without some of its figures and their units."""
    skipped: set[int] = set()
    for item in chunks.chunks:
        if item.figure is not None and left_out(item.figure.figure):
            skipped.update(range(item.first, item.after))
    return [word for k, word in enumerate(chunks.tokens.words) if k not in skipped]


def _is_misprint(head: Fact, fact: Fact, sentences: list[Sentence]) -> bool:
    """Does a single slip of the keys make the digits of one figure, or its scale word, those of the other?"""
    one, other = head.figure, fact.figure
    if one is None or other is None or one.value is None or other.value is None:
        return False
    if one.value == other.value or could_round_to(head, other):
        return False  # they differ by a hedge, or as two roundings of one
    if leaves_the_rest(head, fact, sentences):
        return False
    if not one.digits or not other.digits:  # "a two-year low", "a 10-year low"
        return one.scale == other.scale and bool(_small(one) and _small(other)) and _unit_word(one) == _unit_word(other)
    return bool(repaired(one, other))


def _unit_word(figure: Figure) -> str:
    """A duration's unit as printed: "two years" is no misprint of "five months"."""
    return singular(re.split(r"[^a-z]+", figure.text.lower())[-1]) if figure.kind in ("duration", "age") else ""
