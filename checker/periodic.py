"""Facts of one sentence → rates of one thing by two periods, tied by how often the one goes into the other.

"$1,200 a month, or $14,400 a year"                   12 months a year: 1,200 –by-shorter→ 14,400, 12 –times-in→ 14,400
"300,000 barrels a day, about 110 million a year"     365 or 366 days a year
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import Fact, add_link
from checker.interval import closed
from checker.unit import ADVERBS, per_after
from checker.wordfact import Facts, loose_word_fact, span_of

# How often a period goes into a longer one, at least and at most: what rests on Sundays is done less often.
_GOES_INTO = {
    ("day", "week"): (5, 7), ("day", "month"): (20, 31), ("day", "year"): (240, 366), ("week", "month"): (4, 5),
    ("week", "year"): (48, 53), ("month", "quarter"): (3, 3), ("month", "year"): (12, 12), ("quarter", "year"): (4, 4),
}  # fmt: skip
_EVERY_DAY = {("day", "week"): (7, 7), ("day", "month"): (28, 31), ("day", "year"): (365, 366)}
FLOWS = ("volume", "energy")  # oil, gas and power flow on holidays too
_JOINTS = frozenset(
    ", ( or about around some roughly approximately nearly almost just over under more less than equivalent to equal"
    " the a an that which is".split()
)
PRICES = frozenset(
    "charge charges charged charging price priced prices fee fees subscription subscriptions subscribe subscriber"
    " subscribers membership licence license ticket tickets pass tariff".split()
)


def periodic(facts: Facts, chunks: Chunks) -> list[Fact]:
    """Facts by chunk, changed in place → one fact for each pair of rates: how often one period is in the other."""
    known = [k for k in sorted(facts) if facts[k].figure is not None and facts[k].aspect == "level"]
    found = [_pair(a, b, facts, chunks) for a, b in pairwise(known)]
    return [fact for fact in found if fact is not None]


def _pair(a: int, b: int, facts: Facts, chunks: Chunks) -> Fact | None:
    (first, start), (second, end) = period_told(a, chunks), period_told(b, chunks)
    words = chunks.tokens.words[start : chunks.chunks[b].first]
    if not first or not second or not _JOINTS.issuperset(words) or not _of_one(facts[a], facts[b]):
        return None
    if words[:1] not in ([","], ["("]) and chunks.code[a] in "ME":
        return None  # "5 pounds a month or 50 a year": two prices
    if not PRICES.isdisjoint(chunks.tokens.words):
        return None  # who pays for a year in advance pays less
    short, long = (a, b) if (first, second) in _GOES_INTO else (b, a)
    times = _times(facts[a], (first, second)) or _times(facts[a], (second, first))
    if times is None:
        return None
    span = span_of(chunks, end - 1, end)
    add_link(facts, short, facts[long], "by-shorter")
    least, most = Fraction(times[0]), Fraction(times[1])
    often = closed(least, most)
    return loose_word_fact(facts[long], span, chunks, (most, often, often), "multiple", "times-in")


def period_told(k: int, chunks: Chunks) -> tuple[str, int]:
    """A figure → the period that it is of, "" for none, and the token behind the words that say so."""
    item, tokens = chunks.chunks[k], chunks.tokens
    per = item.value.partition("/")[2]
    if per:
        end = item.after
        while end < len(tokens) and tokens.words[end - 1] != per and end - item.after < 4:
            end += 1  # "2,000 cars a day": what is counted stands behind the figure
        return per, end
    if tokens.word(item.after) in ADVERBS:
        return ADVERBS[tokens.words[item.after]], item.after + 1
    told = per_after(tokens, item.after)
    return (told[0][1:], told[1]) if told is not None else ("", item.after)


def _times(fact: Fact, periods: tuple[str, str]) -> tuple[int, int] | None:
    flows = fact.figure is not None and fact.figure.kind in FLOWS
    return _EVERY_DAY.get(periods, _GOES_INTO.get(periods)) if flows else _GOES_INTO.get(periods)


def _of_one(a: Fact, b: Fact) -> bool:
    """Are two rates of one thing: of like units but for the period, one of them perhaps left unsaid?"""
    if a.figure is None or b.figure is None:
        return False
    one, other = (f.unit.partition("/")[0] for f in (a.figure, b.figure))
    return (one == other and a.figure.kind == b.figure.kind) or (b.figure.kind == "count" and not other)
