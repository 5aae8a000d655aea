"""Facts of one sentence → the highs and lows that its later figures keep within.

"closed at $24, off a high of $25"                                $24 –not-above→ $25
"fell as low as 4.1 percent before closing at 4.2"                4.1 –not-above→ 4.2
"traded between $12 and $14 before closing at $13"                $12 –not-above→ $13, $13 –not-above→ $14

A high or low bounds what is said to come after it ("before closing at", "after hitting a high of", "off its low of"),
unless that is an extreme itself. What is expected is bounded by nothing.
"""

from __future__ import annotations

from itertools import pairwise

from checker.beyond import alike, starts
from checker.fact import Fact, Sentence, add_link, is_base
from checker.frame import like_units, times
from checker.pattern import regex
from checker.quote import is_quote
from checker.turning import EXTREMES
from checker.wordfact import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunks

_LAST = frozenset(
    "closing settling ending finishing closed settled ended finished close settle end finish easing slipping"
    " retreating recovering rebounding bouncing paring trimming pulling falling dropping dipping rising recouping"
    " climbing edging trading traded last turning giving steadying stabilising stabilizing ticking drifting".split()
)
_AFTER = frozenset("hitting touching reaching climbing rising falling dropping sinking slipping trading going".split())
# After these "from a low of" stands for what was left behind.
_LEAVING = frozenset("recovering rebounding bouncing retreating recovered rebounded bounced retreated".split())
# How a sentence goes on about what the one before spoke of.
_SAME = regex(
    r"(?:however ,? |but |still ,? )?(?:earlier(?: in the \w+| on \w+)? ?,? )?"
    r"(?:it|they|(?:the |its )?(?:[a-z]+ ' ?s )?(?:shares|stock|prices|contract)) (?!of|in|on)"
)
_EARLIER = frozenset("earlier session intraday had".split()) | _LEAVING
_CLOSED = regex(r"[a-z' ]+ (?:later |last |have |had )?(?:closed|ended|finished|settled)\b")
_OTHER_HOURS = frozenset("extended premarket aftermarket".split())
_PASSED = frozenset("previous prior old former".split())
_BETWEEN_TWO = frozenset("premium discount spread gap difference".split())
_NEW = frozenset("new fresh latest record".split())
_LEVELS = ("level", "share", "proportion", "threshold")
_CLOSE = 20  # times
_NEXT = 4  # characters between two sentences in a row
_REACH = 20  # tokens between an extreme and the word that says which came first
_JOINED = frozenset("and but with after".split())


_FURTHER = {  # words that go on in an extreme's direction
    1: frozenset("rising climbing rise climb jumping gaining".split()),
    -1: frozenset("falling dropping fall drop declining slipping sliding".split()),
}


def peaks(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: highs and lows, and the figures that they bound."""
    chunks = sentence.chunks
    if not _OTHER_HOURS.isdisjoint(chunks.tokens.words):
        return  # "rose to 37 in extended trading, after a high of 36 during regular trading"
    sides = {k: side for k in sorted(facts) if (side := _extreme(facts, chunks, k))}
    for k, side in sides.items():
        last = _after(facts, chunks, k, sides)
        if last < 0:
            last = _before(facts, chunks, k, sides)
        if last >= 0:
            low, high = (last, k) if side > 0 else (k, last)
            add_link(facts, low, facts[high], "not-above")


def _extreme(facts: Facts, chunks: Chunks, k: int) -> int:
    """A figure → +1 for a high ("a session high of", "as high as"), −1 for a low, 0 for neither."""
    if facts[k].aspect not in _LEVELS:
        return 0
    words, at = chunks.tokens.words, starts(facts[k], chunks)
    before = tuple(words[max(0, at - 3) : at])
    if len(before) < 3 or not _PASSED.isdisjoint(words[max(0, at - 6) : at]):
        return 0
    word = before[1] if before[::2] == ("as", "as") else before[1] if before[2] in ("of", "at") else ""
    return EXTREMES.get(word, 0)


def _after(facts: Facts, chunks: Chunks, k: int, sides: dict[int, int]) -> int:
    """ "a high of $25 before closing at $24", "as low as 4.1 and closed at 4.2": what came after it, or −1."""
    words, items = chunks.tokens.words, chunks.chunks
    last = next((j for j in sorted(facts) if j > k and _is_last(facts, chunks, j, k)), -1)
    if last < 0 or last in sides:
        return -1
    between = words[items[k].after : items[last].first]
    if len(between) > _REACH or {";", ":"} & set(between) or not _BETWEEN_TWO.isdisjoint(between):
        return -1  # "as low as $31 before its premium pushed the spread out to $14"
    if _FURTHER[sides[k]] & set(between):
        return -1  # "a 20-year low of 6.8 this year before falling to 6.6"
    turned = next((n for n, word in enumerate(between) if word in ("before", "then", "and", "but", "later")), -1)
    return last if turned >= 0 and _LAST & set(between[turned:]) and between[-1] in ("at", "to", "around") else -1


def _before(facts: Facts, chunks: Chunks, k: int, sides: dict[int, int]) -> int:
    """ "closed at $24, off a high of $25", "at $24 after hitting a low of $23": what stood there since, or −1."""
    words, items = chunks.tokens.words, chunks.chunks
    left = [j for j in sorted(facts) if j < k and _is_last(facts, chunks, j, k)]
    if not left or left[-1] in sides:
        return -1
    at = starts(facts[left[-1]], chunks)
    if not _NEW.isdisjoint(words[max(0, at - 3) : at]):
        return -1
    between = [*words[items[left[-1]].after : starts(facts[k], chunks)]]
    for n in range(1, len(between) - 1):
        if between[n] == ":" and between[n - 1].isdecimal() and between[n + 1].isdecimal():
            between[n] = "."  # "at 12:11 a.m."
    if len(between) > _REACH or {";", ":", "while"} & set(between) or not (_NEW - {"record"}).isdisjoint(between[-5:]):
        return -1
    since = next((n for n, word in enumerate(between) if word in ("after", "having", "off") or word in _LEAVING), -1)
    told = since >= 0 and (between[since] == "off" or (between[since] in _LEAVING and "from" in between))
    led = told or (since >= 0 and _AFTER & set(between[since:]))
    return left[-1] if led and _JOINED.isdisjoint(between[since + 1 :]) else -1


def _is_last(facts: Facts, chunks: Chunks, j: int, k: int) -> bool:
    """Is a figure a level that was seen, of one unit with an extreme?"""
    if is_quote(chunks, j) or is_quote(chunks, k):
        return False  # the dollar's low of $1.37 to the euro is a high of the number
    return alike(chunks, j, k) and _is_seen(facts, chunks, j)


def _is_seen(facts: Facts, chunks: Chunks, j: int) -> bool:
    """Is a figure a level that was seen, and no change nor what another is set against?"""
    fact = facts[j]
    seen = fact.aspect in _LEVELS and fact.modality != "forecast" and not is_base(fact)
    positive = fact.figure is not None and (fact.figure.value or 0) > 0
    moved = chunks.code[j - 1 : j] in ("v", "w", "g", "b", "a") and chunks.code[j] != "P"
    return seen and positive and not moved


def tie_peaks(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """ "closed at $24.10. They had earlier touched a high of $25": facts by id, changed in place."""
    for before, sentence in pairwise(sentences):
        said, words = before.chunks.tokens.words, sentence.chunks.tokens.words
        told = not EXTREMES.keys().isdisjoint(words) and not _EARLIER.isdisjoint(words)
        closed = not told and not EXTREMES.keys().isdisjoint(said)
        opening = " ".join(words[:8]) if told or closed else ""
        if not (told or closed) or not _SAME.match(opening) or (closed and not _CLOSED.match(opening)):
            continue
        if "'s" in words[1:2] and words[0] not in said:
            continue  # "Arden's shares hit a high of 45. Brill's shares ended at 59"
        if sentence.chunks.tokens.starts[0] - before.chunks.tokens.ends[-1] > _NEXT:
            continue
        first, then = (_facts_of(by_id, one.number) for one in (before, sentence))
        if told:
            _tie_only(by_id, then, sentence.chunks, first, before.chunks)
        elif _is_of_day(before, sentence):
            _tie_only(by_id, first, before.chunks, then, sentence.chunks)


def _is_of_day(before: Sentence, sentence: Sentence) -> bool:
    """Was the extreme of a sentence seen on the day of which the next one gives the end?"""
    days = {period.key for period in sentence.periods} - {period.key for period in before.periods}
    return not days and not _EARLIER.isdisjoint(before.chunks.tokens.words)


def _tie_only(by_id: dict[str, Fact], facts: Facts, chunks: Chunks, others: Facts, apart: Chunks) -> None:
    """The one extreme of a sentence, if there is no other, bounds the one level of its neighbour."""
    extremes = [k for k in sorted(facts) if _extreme(facts, chunks, k)]
    if len(extremes) == 1 and not facts[extremes[0]].links:
        _tie(by_id, others, apart, facts[extremes[0]], chunks)


def _tie(by_id: dict[str, Fact], first: Facts, before: Chunks, peak: Fact, chunks: Chunks) -> None:
    """The one level that the other sentence gives, if there is no other, is bounded by the extreme."""
    item = chunks.chunks[peak.chunk]
    like = [k for k in first if like_units(before.chunks[k], item) and _is_seen(first, before, k)]
    if len(like) != 1 or _extreme(first, before, like[0]):
        return
    if not 1 < _CLOSE * times(before.chunks[like[0]], item) < _CLOSE**2:
        return
    last = first[like[0]]
    low, high = (last, peak) if _extreme({peak.chunk: peak}, chunks, peak.chunk) > 0 else (peak, last)
    add_link(by_id, low.id, high, "not-above")


def _facts_of(by_id: dict[str, Fact], number: int) -> Facts:
    return {fact.chunk: fact for fact in by_id.values() if fact.sentence == number and fact.chunk >= 0}
