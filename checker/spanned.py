"""Facts of one sentence → a total over a stretch of time and the rate it comes to, tied by the length of the stretch.

"189,000 passengers in June, or 6,300 a day"        20 to 30 days: 6,300 –rate-over→ 189,000, days –times-over→ it
"3 million tonnes over 12 months, 250,000 a month"  12 months
"a 10-year, $100 million contract, or $10 million a year"

What rests on Sundays comes to fewer days and weeks than the calendar has; oil, gas and power flow on all of them.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import Fact, Sentence, add_link, is_base
from checker.interval import closed
from checker.period import is_day
from checker.periodic import FLOWS, PRICES, period_told
from checker.record import record
from checker.unit import ADVERBS, per_after
from checker.wordfact import Facts, loose_word_fact

_JOINTS = frozenset(
    "or about around some roughly approximately nearly almost just over under more less than equivalent to equal an a"
    " average averaging averages averaged of that which is works working out at for mean daily weekly monthly annual"
    " well slightly little on the , (".split()
)
_BREAKS = frozenset((",", "-", "—", "(", "or"))
_APART = frozenset("; : while but whereas compared from than against versus and including excluding up down".split())
_IN = frozenset(", in over during for of the last past first next between across throughout spread a".split())
_EACH = frozenset("average mean median each every per typical typically single".split())
_BY_DAY = frozenset(("bpd", "mbpd", "rate", "rates"))  # a rate, said without its words, or of another time
_TOTALS = frozenset("total altogether all".split())
_SUMMED = 4  # tokens before a total
# Before a time at which something ends or begins: "by the end of June".
_ENDS = frozenset("by until till end before after since beginning start starting late early".split())
_LEAD = 3  # tokens between a figure and the span behind it
_VERB = 5  # tokens between a rate and its adverb
_FAR = 12  # tokens between a total and its rate
_ONE_DAY = {"day": Fraction(1), "week": Fraction(7)}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LEAST = {"day": Fraction(20), "week": Fraction(4)}  # in a month that has Sundays and holidays
_MOST_WEEKS = Fraction(53, 12)  # in a month
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_KEYS = re.compile(
    r"(?P<year>(?:FY)?\d{4}|~Y-1)|(?:\d{4}-|M)(?P<first>\d\d)(?:\.\.(?P<last>\d\d))?|(?P<quarter>(?:\d{4}-)?Q[1-4]|~Q-1)"
    r"|(?P<half>(?:\d{4}-)?H[12])|~(?P<n>\d+)(?P<unit>[DWMQY])[-+]|(?P<months>\d+)M\.\..*"
)
_UNKNOWN = Fraction(0), (0, 0)
_OPENING = frozenset("last previous past preceding".split())  # "last year", and not "a year earlier"


@record(frozen=True, slots=True)
class _Span:
    """A stretch of time: where it stands (tokens), and its length in months or in days."""

    first: int
    after: int
    months: Fraction  # 0 where it is counted in days
    days: tuple[int, int]  # at least and at most


def spanned(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk, changed in place → one fact for each total and its rate: how often the rate's period goes in."""
    chunks = sentence.chunks
    if not (PRICES | _BY_DAY).isdisjoint(chunks.tokens.words):
        return []
    known = [k for k in sorted(facts) if chunks.code[k] in "MEN" and facts[k].aspect in ("level", "change-amount")]
    spans = _spans(facts, sentence)
    found = [_pair(a, b, facts, chunks, spans) for a, b in pairwise(known)] if spans else []
    return [fact for fact in found if fact is not None]


def _pair(a: int, b: int, facts: Facts, chunks: Chunks, spans: list[_Span]) -> Fact | None:
    if is_base(facts[a]) or is_base(facts[b]):
        return None
    items, words = chunks.chunks, chunks.tokens.words
    start, end = items[a].after, items[b].first
    per, behind = _period(a, chunks)
    if per and (span := _behind(spans, (behind, end, items[b].after), chunks)) is not None:
        fits = _are_of_one(facts[b], facts[a]) and not _period(b, chunks)[0]
        return _tied(facts, (b, a), per, span, chunks) if fits else None
    if end - start > _FAR or not _APART.isdisjoint(words[start:end]) or per:
        return _summed(a, b, facts, chunks, spans)
    per, behind = _period(b, chunks)
    breaks = [n for n in range(start, end) if words[n] in _BREAKS and (words[n] != "-" or not chunks.tokens.joined(n))]
    if not per or not breaks or not _are_of_one(facts[a], facts[b]) or _is_of_each(a, chunks):
        return None
    if not _JOINTS.issuperset(words[breaks[-1] + 1 : end]):
        return None
    span = _chosen(spans, (items[a].first, start, breaks[-1], behind), chunks)
    return _tied(facts, (a, b), per, span, chunks) if span is not None else None


def _period(k: int, chunks: Chunks) -> tuple[str, int]:
    """A figure → the period that it is of, "" for none, and the token behind it; a noun may stand between."""
    told = period_told(k, chunks)
    after = chunks.chunks[k].after
    if told[0] or not chunks.tokens.word(after).isalpha() or chunks.tokens.word(after) in _JOINTS:
        return told
    per = per_after(chunks.tokens, after + 1)
    return (per[0][1:], per[1]) if per is not None else told


def _behind(spans: list[_Span], places: tuple[int, int, int], chunks: Chunks) -> _Span | None:
    """ "6,300 passengers a day, or 189,000 in June": the span of a total that its rate leads to."""
    words = chunks.tokens.words
    start, end, after = places
    between = words[start:end]
    joined = not {"or", "total"}.isdisjoint(between) and _JOINTS.issuperset(set(between) - _TOTALS)
    return _right(spans, after, words) if joined else None


def _right(spans: list[_Span], after: int, words: list[str]) -> _Span | None:
    """The span that stands right behind a token, led by its preposition."""
    near = [s for s in spans if after <= s.first <= after + _LEAD and _IN.issuperset(words[after : s.first])]
    return near[0] if near else None


def _are_of_one(total: Fact, rate: Fact) -> bool:
    """Are they of one unit but for the period, which a count need not print twice: "63,000 passengers, or 2,100"?"""
    if total.figure is None or rate.figure is None or total.figure.kind != rate.figure.kind:
        return False
    one, other = (figure.unit.partition("/")[0] for figure in (total.figure, rate.figure))
    return one == other or (not other and total.figure.kind == "count")


def _is_of_each(total: int, chunks: Chunks) -> bool:
    """ "the average stay in 2006 cost 14,200 crowns, or 1,900 a day": was it paid over another time than the year?"""
    first = chunks.chunks[total].first
    return not _EACH.isdisjoint(chunks.tokens.words[max(0, first - _FAR) : first])


def _summed(a: int, b: int, facts: Facts, chunks: Chunks, spans: list[_Span]) -> Fact | None:
    """ "2,100 fewer loaves were sold daily in June; in total 64,000 fewer loaves": the rate comes first."""
    items, words = chunks.chunks, chunks.tokens.words
    start, end = items[a].after, items[b].first
    unit = [f.figure.unit.partition("/")[0] for f in (facts[a], facts[b]) if f.figure is not None]
    if len(unit) < 2 or not unit[0] or unit[0] != unit[1] or _TOTALS.isdisjoint(words[max(start, end - _SUMMED) : end]):
        return None
    per, _ = _period(a, chunks)
    told = [ADVERBS[word] for word in words[start : start + _VERB] if word in ADVERBS]
    per = per or (told[0] if told else "")
    inside = [span for span in spans if start <= span.first and span.after <= end]
    return _tied(facts, (b, a), per, inside[0], chunks) if per and len(inside) == len(spans) == 1 else None


def _chosen(spans: list[_Span], places: tuple[int, int, int, int], chunks: Chunks) -> _Span | None:
    """The spans of a sentence → the one of a total and its rate: between them, right behind, or alone before."""
    first, start, last, behind = places
    between = [span for span in spans if start <= span.first and span.after <= last]
    right = _right(spans, behind, chunks.tokens.words)
    before = [span for span in spans if span.after <= first]
    some = (between + [right] * (right is not None)) or before
    return some[0] if len(some) == 1 else None


def _tied(facts: Facts, pair: tuple[int, int], per: str, span: _Span, chunks: Chunks) -> Fact | None:
    total, rate = pair
    flows = any(fact.figure is not None and fact.figure.kind in FLOWS for fact in (facts[total], facts[rate]))
    often = _often(span, per, flows=flows)
    if often is None or often[1] <= 1:
        return None
    add_link(facts, rate, facts[total], "rate-over")
    place = chunks.tokens.starts[span.first], chunks.tokens.ends[span.after - 1]
    times = closed(*often)
    return loose_word_fact(facts[total], place, chunks, (often[1], times, times), "multiple", "times-over")


def _often(span: _Span, per: str, *, flows: bool) -> tuple[Fraction, Fraction] | None:
    """A stretch and a period → how often the one has the other, at least and at most."""
    least, most = (Fraction(days) for days in span.days)
    if per in _MONTHS:
        return (span.months / _MONTHS[per],) * 2 if span.months else None
    if per not in _ONE_DAY:
        return None
    if flows or not span.months:
        return least / _ONE_DAY[per], most / _ONE_DAY[per]
    return span.months * _LEAST[per], (span.months * _MOST_WEEKS if per == "week" else most)


def _spans(facts: Facts, sentence: Sentence) -> list[_Span]:
    tokens = sentence.chunks.tokens
    found = []
    for period in sentence.periods:
        first = tokens.at.get(period.start)
        if first is None:
            continue
        after = first + 1
        while after < len(tokens) and tokens.starts[after] < period.end:
            after += 1
        match = _KEYS.fullmatch(period.key)
        relative = period.key in ("~Y-1", "~Q-1") and _OPENING.isdisjoint(tokens.words[first : first + 2])
        ends = not _ENDS.isdisjoint(tokens.words[max(0, first - _LEAD) : first])
        length = _length(match) if match is not None and not relative and not ends else None
        if not is_day(period.key):
            found.append(_Span(first, after, *(length or _UNKNOWN)))
    for k, fact in facts.items():
        figure, item = fact.figure, sentence.chunks.chunks[k]
        if figure is not None and figure.kind == "duration" and figure.value and not figure.hedge:
            if figure.unit == "month":
                found.append(_Span(item.first, item.after, figure.value, _days(int(figure.value))))
            elif figure.unit == "day" and figure.value.denominator == 1:
                found.append(_Span(item.first, item.after, Fraction(0), (int(figure.value),) * 2))
    return sorted(found, key=lambda span: span.first)


def _length(match: re.Match[str]) -> tuple[Fraction, tuple[int, int]] | None:
    """A key of a period → its months, 0 where it is counted in days, and its days at least and at most."""
    if match["first"]:
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if not 1 <= first <= last <= len(_DAYS):
            return None
        days = sum(_DAYS[first - 1 : last])
        return Fraction(last - first + 1), (days, days + (first <= 2 <= last))
    n = int(match["n"] or match["months"] or 1)
    unit = match["unit"] or ("M" if match["months"] else "Y" if match["year"] else "Q" if match["quarter"] else "H")
    if unit in "DW":
        return Fraction(0), ((7 if unit == "W" else 1) * n,) * 2
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12}[unit] * n
    return Fraction(months), _days(months)


def _days(months: int) -> tuple[int, int]:
    """A number of months → the days that they have at least and at most."""
    return months * 365 // 12 - 2 * (months % 12 > 0), months * 366 // 12 + 2
