"""Facts of an article → links from what one stretch of time had of a flow to a longer one that contains it.

"Exports were 5.1 billion in January and 9.8 billion in the first two months"     5.1 –within-stretch→ 9.8
"Sales were 40 million in the first half, 50 million in the second and 90 million for the year"
                                                                    40, 50 –fills-stretch→ 90
"The deficit was 4.7 billion in February after 2.1 billion in January, and 6.8 billion for the two months"
                                                                    4.7, 2.1 –fills-stretch→ 6.8

Nothing that is counted at a moment, an average or an annual rate adds up so. A balance or a profit may be more in a
month than in the year: it is only added up, and only where all of its months are told.
"""

from __future__ import annotations

from checker.comparability import agree
from checker.fact import Fact, Sentence, add_link, is_base
from checker.lexicon import Lexicon
from checker.measure import head_of
from checker.pattern import regex
from checker.record import record, replace

# Measures of kind "flow" that may be negative, are rates by the year or the day, or are what is left of others.
_NO_SUM = frozenset(
    "trade-surplus trade-deficit trade-balance current-account-surplus current-account-deficit current-account"
    " services-surplus services-deficit fdi gdp national-income gross-profit operating-profit ebitda pretax-profit"
    " net-profit operating-loss pretax-loss net-loss net-interest-income premiums writedowns provisions charges savings"
    " one-off-gain fine cash-flow bonds orders buyback share-issue funding new-customers fund-inflows fund-outflows"
    " budget-deficit budget-surplus primary-deficit budget-balance budget tax-cut pensions benefits natural-increase"
    " net-migration oil-output oil-demand refinery-runs demand supply deficit surplus inventories housing-starts aid"
    " consumption-volume consumer-spending personal-income fixed-investment government-consumption".split()
)
_BALANCES = frozenset(
    "trade-surplus trade-deficit current-account-surplus current-account-deficit deficit surplus budget-deficit"
    " budget-surplus net-profit operating-profit pretax-profit".split()
)
_NEAR = 3  # sentences between a balance and that of the longer stretch
_COUNTS = frozenset("deliveries shipments unit-sales passengers vehicles home-sales".split())
_MADE = frozenset("sold sell sells sales sale produced built made registered registrations delivered shipped".split())
_AVERAGED = frozenset(
    "average averaged averaging daily day annualised annualized rate per monthly weekly each forecast estimate target"
    " adjusted".split()
)
_YEAR = 12
_OF_YEAR = ("in", "for", "of", "during")
_NO_NARROWING = frozenset("half year quarter month total full cumulative period".split())
_TOLD = regex(
    r"(?:[retvb@]|m[um]*o|[um][,&]|[MN][um]{0,2}(?:,|,?&))$"
)  # "sales were", "sales of", "rose to", "and"
_OPENS = 25  # code points from the beginning of a sentence in which it names its time


@record(frozen=True, slots=True)
class _Stretch:
    """The months of a year that a key stands for."""

    year: str
    first: int
    last: int


def tie_flows(by_id: dict[str, Fact], sentences: list[Sentence], lexicon: Lexicon) -> None:
    """Facts by id, changed in place: an amount of a flow is linked to that of the longer stretch of time."""
    told = [(fact, stretch) for fact in by_id.values() if (stretch := _stretch(fact, sentences, lexicon)) is not None]
    for whole, over in told:
        parts = [
            (part, within)
            for part, within in told
            if _contains(over, within) and _alike(part, whole) and _beside(part, whole, sentences)
        ]
        for part, _ in parts:
            add_link(by_id, part.id, whole, "within-stretch")
        if filling := _filling(over, parts):
            for part in filling:
                add_link(by_id, part.id, whole, "fills-stretch")
    if any(head_of(fact.measure) in _BALANCES for fact in by_id.values()):
        _tie_balances(by_id, sentences)


def _tie_balances(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Balances of all months or quarters of a stretch, each told once, are linked to that of the stretch."""
    told = [(fact, stretch) for fact in by_id.values() if (stretch := _of_balance(fact, sentences)) is not None]
    for whole, over in told:
        parts = [(part, within) for part, within in told if _contains(over, within) and _balanced(part, whole)]
        filling = [] if is_base(whole) else _filling(over, parts)
        for part in filling if len(filling) == len(parts) else ():
            add_link(by_id, part.id, whole, "fills-stretch")


def _of_balance(fact: Fact, sentences: list[Sentence]) -> _Stretch | None:
    figure = fact.figure
    if figure is None or figure.kind not in ("money", "count") or figure.scale == 1 or figure.hedge or figure.end_of:
        return None
    told = fact.aspect == "level" and fact.modality == "reported" and fact.chunk >= 0 and "/" not in figure.unit
    if not told or head_of(fact.measure) not in _BALANCES:
        return None
    sentence = sentences[fact.sentence]
    averaged = not _AVERAGED.isdisjoint(sentence.chunks.tokens.words)
    return None if averaged or not _prints(fact.period, sentence) else stretch_of(fact.period)


def _balanced(part: Fact, whole: Fact) -> bool:
    """Are two of one balance, near each other: "the trade deficit … the deficit for the two months"?"""
    one, other = sorted((head_of(part.measure), head_of(whole.measure)), key=len)
    near = abs(part.sentence - whole.sentence) <= _NEAR and _measured(part)[1] == _measured(whole)[1]
    return near and other.endswith(one) and all(agree(part, whole, what) for what in ("unit", "place", "basis"))


def _stretch(fact: Fact, sentences: list[Sentence], lexicon: Lexicon) -> _Stretch | None:
    """The stretch of time that an amount of a flow is told for, or None for whatever else it is."""
    figure = fact.figure
    if figure is None or fact.aspect != "level" or fact.chunk < 0 or is_base(fact) or fact.modality != "reported":
        return None
    if figure.kind not in ("money", "count", "mass", "volume", "energy") or "/" in figure.unit:
        return None
    if figure.hedge or figure.end_of:
        return None
    head = head_of(fact.measure)
    words = set(sentences[fact.sentence].chunks.tokens.words)
    measure = lexicon.measures.get(head)
    flows = measure is not None and measure.kind == "flow" and head not in _NO_SUM
    if not flows and not (head in _COUNTS and _MADE & words):
        return None
    sentence = sentences[fact.sentence]
    if sentence.chunks.code[fact.chunk + 1 : fact.chunk + 2] in ("a", "n"):
        return None  # "receipts were 98 billion higher"
    said = not _AVERAGED & words and _TOLD.search(sentence.chunks.code[: fact.chunk]) is not None
    if not said or not _prints(fact.period, sentence) or not _of_all(fact, sentence):
        return None
    stretch, years = stretch_of(fact.period), {p.key[:4] for p in sentence.periods if p.key[:4].isdigit()}
    return replace(stretch, year=years.pop()) if stretch and not stretch.year and len(years) == 1 else stretch


def _of_all(fact: Fact, sentence: Sentence) -> bool:
    """Is no name told between the measure and its amount ("exports to Arland were …"), other than of a time?"""
    tokens, items = sentence.chunks.tokens, sentence.chunks.chunks
    subject = next((item.after for item in reversed(items[: fact.chunk]) if item.letter == "m"), 0)
    timed = [(period.start, period.end) for period in sentence.periods]
    names = (tokens.starts[i] for i in range(max(1, subject), items[fact.chunk].first) if tokens.capital(i))
    return all(any(start <= at < end for start, end in timed) for at in names)


def _prints(key: str, sentence: Sentence) -> bool:
    """Does the sentence itself name the period; a bare year with "in" or "for" ("in 1986", no "1986 quarter")?"""
    tokens = sentence.chunks.tokens
    named = [tokens.at.get(period.start, 0) for period in sentence.periods if period.key == key]
    return any(not key.isdigit() or tokens.word(k - 1) in _OF_YEAR for k in named)


_KEY = regex(r"(?:(\d{4})(?:-|$))?(?:(?:M?(\d\d)(?:\.\.(\d\d))?)|([QH])([1-4]))?$")


def stretch_of(key: str) -> _Stretch | None:
    """A period's key → its months: "2023-Q4" → 10 to 12 of 2023, "M05" → 5; None for days, fiscal years, relatives."""
    match = _KEY.fullmatch(key) if key else None
    if match is None:
        return None
    year, first, last, unit, n = match.groups()
    if unit:
        months = 3 if unit == "Q" else 6
        return _Stretch(year or "", (int(n) - 1) * months + 1, int(n) * months)
    if first and int(last or first) < int(first):
        return None  # "November through March"
    if first:
        return _Stretch(year or "", int(first), int(last or first))
    return _Stretch(year, 1, 12)


def _contains(whole: _Stretch, part: _Stretch) -> bool:
    bare = whole.last - whole.first == _YEAR - 1  # "revenue in 2010", and in nine months of a year not printed
    same = whole.year == part.year or (not bare and not (whole.year and part.year))
    longer = whole.last - whole.first > part.last - part.first
    return same and longer and whole.first <= part.first and part.last <= whole.last


def _alike(part: Fact, whole: Fact) -> bool:
    """Are two amounts of one thing?"""
    same = _measured(part) == _measured(whole)
    return same and all(agree(part, whole, what) for what in ("unit", "place", "basis", "modality"))


def _beside(part: Fact, whole: Fact, sentences: list[Sentence]) -> bool:
    """Do they stand in one sentence, or in two of which the second goes on with another time ("For the half, …")?"""
    first, second = sorted((part.sentence, whole.sentence))
    if first == second:
        return True
    tokens, periods = sentences[second].chunks.tokens, sentences[second].periods
    return second == first + 1 and bool(periods) and periods[0].start - tokens.starts[0] <= _OPENS


def _measured(fact: Fact) -> tuple[str, frozenset[str]]:
    head, _, narrowing = fact.measure.partition(":")
    return head, frozenset(narrowing.split("+")) - _NO_NARROWING - {""}


def _filling(over: _Stretch, parts: list[tuple[Fact, _Stretch]]) -> list[Fact]:
    """The parts that follow one another from the beginning of a stretch to its end, each of one length, or none."""
    for length in (1, 3, 6):
        steps = {within.first: part for part, within in parts if within.last - within.first + 1 == length}
        wanted = range(over.first, over.last + 1, length)
        if len(wanted) > 1 and all(first in steps for first in wanted):
            return [steps[first] for first in wanted]
    return []
