"""Facts of an article → the changes of a day that go no further than "as much as" said.

"rose as much as 4.1 percent before closing up 2.3"                   2.3 –not-above→ 4.1
"fell as much as 12 percent. The stock was down 9 percent at noon"    −12 –not-above→ −9

Anchored on "as much as": what the same sentence gives before or after it, or the next one, for the same shares later
in the day lies within it, where both go one way.
"""

from __future__ import annotations

from itertools import pairwise

from checker.beyond import starts
from checker.fact import Fact, Sentence, add_link
from checker.pattern import regex
from checker.wordfact import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunks

_CHANGES = ("change-rate", "change-amount")
_MOST = (("as", "much", "as"), ("as", "many", "as"))
_LATER = frozenset("last later now before closed close ended finished trading traded settled settle stood".split())
_STOOD = (
    r"(?:last |later |still |then |now |currently )*(?:was|were|is|are|stood|traded|closed|ended|finished|settled)\b"
)
_GOES_ON = regex(rf"\b(?:and|but|before|then) {_STOOD}")
_AFTER = regex(r"\b(?:after|having)(?: earlier)? \w+(?: by)?$")
# How the next sentence goes on about the same shares.
_SAME = regex(
    rf"(?:(?:but |later ,? )?(?:it|they|its shares|(?:the |its )?(?:[a-z]+ ' ?s )?(?:shares|stock|index|contract))"
    r" (?:(?:later |then |had )?(?:pared|trimmed|cut|recouped|recovered) (?:[a-z]+ ){1,5}?"
    rf"(?:losses|gains|declines?|falls?|rises?|advances?) (?:and|but|,) )?{_STOOD})"
)
_TRADED = frozenset(
    "share shares stock stocks index futures contract crude oil gold bonds dax ftse dow nikkei sensex".split()
)
# Behind a change: it is that of more than the day.
_LONGER = frozenset(
    "days sessions year years month months week weeks quarter since decade annual annually previous ago".split()
)
_REACH = 8  # tokens behind a change
_NEXT = 4  # characters between two sentences in a row


def swings(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: the change of a day's end is tied to the one that the day saw at most."""
    chunks = sentence.chunks
    changes = [k for k in sorted(facts) if facts[k].aspect in _CHANGES]
    for a, b in pairwise(changes):
        if ";" in chunks.code[a:b] or not _alike(facts[a], facts[b]):
            continue
        between = chunks.tokens.words[chunks.chunks[a].after : starts(facts[b], chunks)]
        if "while" in between or "whereas" in between:
            continue  # "after sinking as much as 6.5 percent, while Arden ended 7.5 percent lower"
        if _is_most(facts[a], chunks) and _is_plain(facts[b], chunks) and _is_later(between):
            low, high = _bounds(facts[b], facts[a])
        elif _is_most(facts[b], chunks) and _is_plain(facts[a], chunks) and _is_before(between, sentence):
            low, high = _bounds(facts[a], facts[b])
        else:
            continue
        add_link(facts, low.chunk, high, "not-above")


def tie_swings(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """ "as much as 12 percent. The stock was down 9 percent at noon": facts by id, changed in place."""
    for before, sentence in pairwise(sentences):
        said, words = before.chunks.tokens.words, sentence.chunks.tokens.words
        if "as" not in said or not _SAME.match(" ".join(words[:16])) or _TRADED.isdisjoint(said):
            continue
        if sentence.chunks.tokens.starts[0] - before.chunks.tokens.ends[-1] > _NEXT:
            continue
        first, then = (_changes(by_id, one) for one in (before, sentence))
        if len(first) != 1 or not then or not _is_most(first[0], before.chunks):
            continue
        now = then[0]
        days = {period.key for period in sentence.periods} - {period.key for period in before.periods}
        if not days and _alike(first[0], now) and _is_plain(now, sentence.chunks):
            low, high = _bounds(now, first[0])
            add_link(by_id, low.id, high, "not-above")


def _changes(by_id: dict[str, Fact], sentence: Sentence) -> list[Fact]:
    found = [fact for fact in by_id.values() if fact.sentence == sentence.number and fact.chunk >= 0]
    return sorted((fact for fact in found if fact.aspect in _CHANGES), key=lambda fact: fact.chunk)


def _alike(one: Fact, other: Fact) -> bool:
    """Are two changes of one unit, both seen, and do they go one way?"""
    a, b = one.figure, other.figure
    if a is None or b is None or "forecast" in (one.modality, other.modality):
        return False
    return one.aspect == other.aspect and a.unit == b.unit and a.direction == b.direction != ""


def _is_most(fact: Fact, chunks: Chunks) -> bool:
    """Is a change called the largest of its day: "as much as 4.1 percent"?"""
    i = chunks.tokens.at.get(fact.figure.digits_start, 0) if fact.figure is not None else 0
    return tuple(chunks.tokens.words[max(0, i - 3) : i]) in _MOST


def _is_plain(fact: Fact, chunks: Chunks) -> bool:
    """Is a change given without a hedge, and not over more than a day?"""
    after = chunks.chunks[fact.chunk].after
    behind = chunks.tokens.words[after : after + _REACH]
    return fact.figure is not None and not fact.figure.hedge and _LONGER.isdisjoint(behind)


def _is_later(between: list[str]) -> bool:
    return not _LATER.isdisjoint(between) or _GOES_ON.search(" ".join(between)) is not None


def _is_before(between: list[str], sentence: Sentence) -> bool:
    """ "up 5.2 percent after rising as much as 3.4 percent earlier": did the larger change come first, that day?"""
    return not sentence.periods and _AFTER.search(" ".join(between[:-3])) is not None


def _bounds(now: Fact, most: Fact) -> tuple[Fact, Fact]:
    """A change and the largest of its day → the lower and the upper of the two."""
    rises = most.figure is not None and most.figure.direction == "up"
    return (now, most) if rises else (most, now)
