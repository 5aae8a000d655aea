"""Facts of one sentence → the marks they are held against: a bound that is passed, a record.

"Sales passed the billion euro mark for the first time"        bound –first-above→ sales
"a record 6.4 tonnes, beating the previous record of 6.1"      6.4 –record-of→ 6.1
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import Fact, Link, add_link, is_base, is_negative
from checker.figure import Figure
from checker.frame import like_units, times
from checker.interval import above
from checker.pattern import Pattern
from checker.record import replace
from checker.turning import UNDONE
from checker.wordfact import Facts


def marks(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: thresholds, records and largest parts that the wording states."""
    for k, fact in list(facts.items()):
        if fact.aspect == "threshold" and fact.figure is not None:
            _threshold(facts, k, fact.figure, chunks)
    if len(facts) < 2:
        return
    _beaten(facts, chunks)
    _held(facts, chunks)
    _largest(facts, chunks)


def _threshold(facts: Facts, k: int, bound: Figure, chunks: Chunks) -> None:
    now = _passing(facts, k, bound, chunks)
    if now >= 0 and chunks.tokens.words[chunks.chunks[k - 1].first].startswith("breach"):
        return  # "slid to 9,650, breaching 10,000": from above
    if now >= 0:
        if bound.hedge == "under":
            return  # "breaking below $100"
        first = any(c.letter == "x" and c.value == "first" for c in chunks.chunks[k + 1 : k + 4])
        level = facts[now].figure
        if level is not None and _bare(bound):
            bound = replace(bound, kind=level.kind, unit=level.unit)
        facts[k] = replace(facts[k], figure=bound)
        add_link(facts, k, facts[now], "first-above" if first else "above")
    elif not bound.text.endswith(_MARK):  # "will exceed 600,000": the bound is all that is said of the level
        beyond = above(bound.value or Fraction(0))
        facts[k] = replace(facts[k], aspect="level", interval=beyond, tight=beyond)


_HOPED = frozenset("likely probably possibly perhaps soon eventually ultimately may might could would will".split())
_TRYING = frozenset("struggling struggled failing failed trying tried unable".split())
_FAR = 1000  # times
_SMALL = Fraction(1, 5)  # of a mark: what is less, right behind a verb of movement, is no level
_PASSED = 4  # tokens
_VERB_REACH = 8  # tokens before a bound in which a word may say that it is yet to be passed
_MARK = " mark"
_OFF = frozenset(("discount", "premium"))  # "at a 12 percent discount": off a price


def _bare(bound: Figure) -> bool:
    """Is the bound so many of whatever passes it ("the 1 million mark")?"""
    return (bound.kind == "count" and not bound.unit) or bound.text.endswith(_MARK)


def _is_mark(fact: Fact) -> bool:
    """ "the $1 billion mark": it is passed, and passes nothing."""
    return fact.figure is not None and fact.figure.text.endswith(_MARK)


def _passing(facts: Facts, k: int, bound: Figure, chunks: Chunks) -> int:
    """The level that passes a bound: the nearest on its left, or the one given right behind it ("reaching", "at")."""
    fit = [j for j in _levels(facts, chunks) if _of_kind(bound, chunks, j, k) and not is_base(facts[j])]
    fit = [j for j in fit if chunks.tokens.word(chunks.chunks[j].after) not in _OFF and not _is_mark(facts[j])]
    left = [j for j in fit if j < k and not set(";|f") & set(chunks.code[j:k])]  # "4 points from passing 1,200"
    left = [j for j in left if not _is_move(chunks, j, k)]
    gaps = {j: chunks.tokens.words[chunks.chunks[j].after : chunks.chunks[k].first] for j in left}
    # "currently 6.8 percent, last week broke above 7"
    left = [j for j in left if _TRYING.isdisjoint(gaps[j]) and ("last", "week") not in pairwise(gaps[j])]
    led = chunks.tokens.words[max(0, chunks.chunks[k].first - _VERB_REACH) : chunks.chunks[k].first]
    if not _HOPED.isdisjoint(led):
        return -1  # "at 9.5 percent and likely to rise, probably topping 10 percent"
    if "having" in chunks.tokens.words[chunks.chunks[k].first - _PASSED : chunks.chunks[k].first]:
        return -1  # "down at 94, having surged past 96 for the first time last week"
    if left:
        return max(left)
    match = re.match(r"[Ha]?x?,?(?:r|[ri]?[t@])(?=[MNEPX])", chunks.code[k + 1 :])
    return k + 1 + match.end() if match and k + 1 + match.end() in fit else -1


def _is_move(chunks: Chunks, level: int, k: int) -> bool:
    """ "rose more than 150 points in the day and crossed the 9,200 level": is it by how much something moved?"""
    return chunks.code[level - 1 : level] == "v" and 0 < times(chunks.chunks[level], chunks.chunks[k]) < _SMALL


def _of_kind(bound: Figure, chunks: Chunks, level: int, k: int) -> bool:
    if _bare(bound) and chunks.chunks[level].letter in "MNE":
        own = chunks.chunks[level].figure
        size = own.figure.value if own is not None else None
        return size is None or bound.value is None or abs(size) * _FAR >= bound.value  # no "three indices" above 30,000
    return not bound.text.endswith(" mark") and like_units(chunks.chunks[level], chunks.chunks[k])


def _levels(facts: Facts, chunks: Chunks) -> list[int]:
    return [k for k, fact in facts.items() if fact.aspect == "level" and chunks.chunks[k].figure is not None]


_OLD = frozenset("previous old former earlier prior last existing".split())
_CONNECTED = ("from", "against", "than")
_BEST = frozenset("record high peak best mark maximum".split())


def _beaten(facts: Facts, chunks: Chunks) -> None:
    """ "a record 6.4, beating the previous record of 6.1": the old record lies behind a verb of passing."""
    for k in facts:
        words = chunks.tokens.words[max(0, chunks.chunks[k].first - 5) : chunks.chunks[k].first]
        old = next((n for n, word in enumerate(words) if word in _OLD and _BEST & set(words[n + 1 :])), -1)
        if old < 0:
            continue
        match = re.search(r"(c|A)[uxeoi]{0,4}$", chunks.code[:k])
        if match is None or chunks.chunks[match.start()].value != "above":
            continue
        verb = chunks.chunks[match.start()].first
        if not UNDONE.isdisjoint(chunks.tokens.words[max(0, verb - 3) : verb]):
            continue  # "on a pace to easily surpass last year's record"
        left = [j for j in _levels(facts, chunks) if j < match.start()]
        left = [j for j in left if like_units(chunks.chunks[j], chunks.chunks[k]) and not _is_left(facts[j], chunks)]
        if is_negative(facts[k].interval) or not _OF_LOWS.isdisjoint(chunks.tokens.words):
            continue  # a yield below nought breaks its record downward
        if left and not set(";") & set(chunks.code[max(left) : k]):
            add_link(facts, max(left), facts[k], "record-of")


def _is_left(fact: Fact, chunks: Chunks) -> bool:
    """ "almost doubled from 2.7 million and topped the previous record": is a figure what something came from?"""
    before = chunks.code[max(0, fact.chunk - _BASE_NEAR) : fact.chunk].rstrip("umxo")
    return is_base(fact) or before[-1:] in ("f", "k", "h")


# Of them the lower one is the better.
_OF_LOWS = frozenset("coupon coupons yield yields cheapest lowest low fastest quickest minutes seconds".split())
_BASE_NEAR = 4  # chunks from a connector to its figure
_TOP = Pattern(r"(?P<whole>[MN])[^MNEPXKQRD;:]*,(?P<top>x)[Wpu]\|?,(?P<part>[MN])")


def _largest(facts: Facts, chunks: Chunks) -> None:
    """ "84 million, the largest part of which, 31 million, …": the largest of a whole's parts."""
    for match in _TOP.finditer(chunks.code):
        whole, top, part = (match.start(name) for name in ("whole", "top", "part"))
        words = chunks.tokens.words[chunks.chunks[top].first : chunks.chunks[part].first]
        known = chunks.chunks[top].value == "max" and "which" in words and {whole, part} <= facts.keys()
        if known and like_units(chunks.chunks[part], chunks.chunks[whole]):
            add_link(facts, part, facts[whole], "part-of")
            add_link(facts, part, facts[whole], "largest-of")
    led = re.search(r"p[MN][^;]*s(x)", chunks.code)
    if led and chunks.chunks[led.start(1)].value == "max":
        part_of = facts.get(led.start() + 1)
        to = next((link.to for link in part_of.links if link.as_ == "part-of"), "") if part_of else ""
        if part_of and to:
            facts[part_of.chunk] = replace(part_of, links=(*part_of.links, Link(to, "largest-of")))


def _held(facts: Facts, chunks: Chunks) -> None:
    """ "a record 3.8, compared with 3.6 in May": what a record is set against was lower; "a record for May" is none."""
    by_id = {fact.id: k for k, fact in facts.items()}
    for past in list(facts.values()):
        now = next((by_id[link.to] for link in past.links if link.as_ in _CONNECTED and link.to in by_id), -1)
        if now < 1 or chunks.code[now - 1] != "x" or chunks.chunks[now - 1].value != "high":
            continue
        item = chunks.chunks[now]
        record = chunks.tokens.words[chunks.chunks[now - 1].first] in ("record", "records")
        behind = chunks.tokens.words[item.after : item.after + 3]
        longer = {"whole", "full", "entire"} & set(chunks.tokens.words[chunks.chunks[by_id[past.id]].after :][:6])
        if record and not longer and facts[now].modality == "reported" and "for" not in behind:
            add_link(facts, now, past, "record-of")
