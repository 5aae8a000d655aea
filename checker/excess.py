"""Facts of one sentence → how far a level lies above or below a printed reference: as an amount, a rate, or both.

"$49,000, $6,000 above the median of $43,000"            $6,000 –excess-of→ $49,000, $43,000 –reference-of→ $49,000
"$49,000, 14 percent above the median of $43,000"        14 percent –premium-in→ $49,000, $43,000 –priced-before→ it

Anchored on the word: the excess stands right before it, the reference right behind, the level in the words before.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import add_link, is_base, signed
from checker.frame import like_units, times, value_of
from checker.record import record
from checker.turning import REFERENCES
from checker.wordfact import Facts

_SIDES = {"above": 1, "below": -1, "over": 1, "under": -1}
_THAN = {"more": 1, "higher": 1, "greater": 1, "less": -1, "lower": -1, "fewer": -1, "cheaper": -1, "better": 1}
_ENDS = frozenset(
    ", ; : ( ) — - / and or but to in on at from by with was were is are be had has have will would that which who"
    " while when where as since after before if than".split()
)
# Words that may stand between a level and its excess: behind a comma or dash, and before it.
_JOINTS = frozenset(
    "which that this is was were are or about some nearly almost roughly around just still more less than a an only"
    " well approximately at least over".split()
)
_BREAKS = frozenset((",", "-", "—", "("))
_BE = frozenset("is was are were".split())
_OR = frozenset("or ( , about some nearly almost roughly around just more less than a an well over".split())
_LEVELS = ("level", "share", "proportion", "threshold")
_OPEN = (*_LEVELS, "change-amount", "difference")  # what an excess was taken for so far
_PHRASE = 12  # tokens from the word to the reference
_NOUNS = 4  # tokens between a level and the comma behind it
_SUBJECT = 7  # tokens between "At $25," and the excess
_MUCH = 20  # times
_SMALL_RATE = 40


@record(frozen=True, slots=True)
class _Told:
    """A word's sign, the chunks of the excesses before it, −1 for none, and of the reference behind it."""

    sign: int
    amount: int
    rate: int
    reference: int


def excesses(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: an excess, its level and its reference get their links."""
    words = chunks.tokens.words
    for i, word in enumerate(words):
        sign = _SIDES.get(word, 0)
        after = i + 1
        if not sign and words[i + 1 : i + 2] == ["than"]:
            sign, after = _THAN.get(word, 0), i + 2
        told = _told(facts, chunks, (i, after), sign) if sign else None
        if told is None:
            continue
        head = min(k for k in (told.amount, told.rate) if k >= 0)
        level = _level(head, told, facts, chunks)
        if level < 0 <= told.amount < told.rate and _is_told_first(told, chunks):
            told = _Told(sign, -1, told.rate, told.reference)
            level = _level(told.rate, told, facts, chunks)
        if level >= 0:
            _link(told, level, facts)


def _is_told_first(told: _Told, chunks: Chunks) -> bool:
    """ "closed at $3.63, or 18 percent above its offer price of $3.08": is the amount the level, near its reference?"""
    items = chunks.chunks
    if not Fraction(1, 2) < times(items[told.amount], items[told.reference]) < Fraction(2):
        return False
    return value_of(items[told.rate]) < _SMALL_RATE


def _told(facts: Facts, chunks: Chunks, place: tuple[int, int], sign: int) -> _Told | None:
    i, after = place
    found = _before(facts, chunks, i)
    if found is None:
        return None
    reference = _reference(facts, chunks, after)
    return _Told(sign, *found, reference) if reference >= 0 else None


def _before(facts: Facts, chunks: Chunks, i: int) -> tuple[int, int] | None:
    """The index of "above" → the chunks of the amount and the rate right before it."""
    words, items = chunks.tokens.words, chunks.chunks
    end = i - 1 if words[i - 1 : i] in ([","], [")"]) else i
    near = [k for k in facts if items[k].after == end]
    if not near or facts[near[0]].aspect not in _OPEN:
        return None
    last = near[0]
    earlier = [k for k in facts if k < last]
    first = max(earlier, default=-1)
    between = words[items[first].after : items[last].first] if first >= 0 else []
    joined = between != [] and _OR.issuperset(between) and not {"or", "("}.isdisjoint(between)
    if joined and (chunks.code[first] == "P") != (chunks.code[last] == "P"):
        return (last, first) if chunks.code[first] == "P" else (first, last)
    if end < i:
        return None
    return (-1, last) if chunks.code[last] == "P" else (last, -1)


def _reference(facts: Facts, chunks: Chunks, i: int) -> int:
    """The index behind "above" → the chunk of the reference's figure, −1 for none."""
    words, items = chunks.tokens.words, chunks.chunks
    begins = {items[k].first: k for k in facts if chunks.code[k] != "D"}
    others = {n for item in items if item.letter in "DT" for n in range(item.first, item.after)}
    noun, at = "", i
    while at < min(len(words), i + _PHRASE):
        if at in begins:
            k = begins[at]
            if noun:
                return k if words[at - 1] in ("of", noun) else -1
            behind = words[items[k].after : items[k].after + 3]  # "the $43,000 median"
            named = next((n for n, word in enumerate(behind) if word in REFERENCES), -1)
            return k if named >= 0 and _ENDS.isdisjoint(behind[:named]) else -1
        if words[at] in _ENDS and at not in others and not (words[at] == "-" and chunks.tokens.joined(at)):
            break
        noun = words[at] if words[at] in REFERENCES else noun
        at += 1
    return -1


def _level(head: int, told: _Told, facts: Facts, chunks: Chunks) -> int:
    """The chunk of the first excess → that of the level it belongs to, or −1."""
    words, items = chunks.tokens.words, chunks.chunks
    level = max((k for k in facts if k < head), default=-1)
    if level < 0 or not _is_level(level, told, facts, chunks):
        return -1
    between = words[items[level].after : items[head].first]
    breaks = [n for n, word in enumerate(between) if word in _BREAKS]
    if not breaks:
        return level if between[-1:] and between[-1] in _BE and len(between) <= _NOUNS else -1
    first = breaks[0]
    if first <= _NOUNS and _JOINTS.issuperset(between[first + 1 :]):
        return level
    opening = items[level].first == 1 and words[0] == "at"
    return level if opening and first == 0 and between[-1] in _BE and len(between) <= _SUBJECT else -1


def _is_level(level: int, told: _Told, facts: Facts, chunks: Chunks) -> bool:
    """Is it a level that others may lie beside, of the unit of its excess and of its reference?"""
    items, fact = chunks.chunks, facts[level]
    points = told.amount >= 0 and chunks.code[level] + chunks.code[told.amount] == "PX"  # of a percentage
    if fact.aspect not in _LEVELS or is_base(fact) or not (points or chunks.code[level] in "MEN"):
        return False
    beside = [k for k in (told.amount, told.reference) if k >= 0]
    return all(like_units(items[k], items[level]) and 0 < times(items[k], items[level]) < _MUCH for k in beside)


def _link(told: _Told, level: int, facts: Facts) -> None:
    """What is told of a level → the links of its excesses and of the reference."""
    base = facts[level]
    if told.amount >= 0:
        facts[told.amount] = signed(facts[told.amount], told.sign, "excess")
        add_link(facts, told.amount, base, "excess-of")
        add_link(facts, told.reference, base, "reference-of")
    if told.rate >= 0:
        facts[told.rate] = signed(facts[told.rate], told.sign, "premium")
        add_link(facts, told.rate, base, "premium-in")
        add_link(facts, told.reference, base, "priced-before")
