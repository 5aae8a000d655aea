"""Sentences → rates of exchange that an article prints: "($1 = 6.4 crowns)", and what was converted at them.

    "9.2 billion crowns ($1.4 billion)" and "($1 = 6.4 crowns)"
        6.4 crowns –per→ $1;   9.2 billion crowns –quoted-at→ 6.4 crowns;   $1.4 billion –base-of→ 9.2 billion crowns

Amounts of different days were converted at different rates: a sentence that names a date, or one of a chronicle, has a
rate of its own.

The names are those of a currency quotation: one unit of the base currency is so many of the quote currency.
"""

from __future__ import annotations

from itertools import pairwise, permutations

from checker.chunk import figures_in
from checker.fact import Fact, Link, add_link, is_negative, unit_of
from checker.interval import point
from checker.period import is_date
from checker.record import replace
from checker.wordfact import bare_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.fact import Sentence
    from checker.period import Period


def quoted(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → two facts for each rate of exchange: the rate, in the quote currency, and the one unit it is per."""
    return tuple(fact for sentence in sentences for fact in _quotations(sentence))


def _quotations(sentence: Sentence) -> Iterator[Fact]:
    chunks = sentence.chunks
    if "=" not in chunks.tokens.words:
        return
    one = None
    for before, rate in pairwise(figures_in(chunks)):
        if chunks.tokens.folded[before.end : rate.start].strip() != "=":
            one = None
            continue
        one = one or before  # "$1 = 0.70 euros = 0.62 pounds"
        nation = chunks.tokens.folded[rate.end :].partition(")")[0].strip()
        rate = replace(rate, unit=_DOLLARS.get(nation, rate.unit))  # "$1 = $1.04 Canadian"
        if one.value == 1 and one.kind == rate.kind == "money" and one.unit != rate.unit:
            unit, per = point(one.value), (Link(one.id, "per"),)
            yield bare_fact(one, sentence, "currency-unit", bounds=(unit, unit), measure=_MEASURE)
            yield bare_fact(rate, sentence, "exchange-rate", per, bounds=(rate.tight, rate.tight), measure=_MEASURE)


_MEASURE = "exchange rate"
_DOLLARS = {"Canadian": "CAD", "Australian": "AUD"}


def tie_quoted(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: an amount and its conversion are tied to the rate between their currencies.

    Where an article prints two rates of one pair of currencies, neither is known to be meant.
    """
    asides = [fact for fact in by_id.values() if fact.aspect == "conversion"]
    chronicle = len(asides) > 1 and sum(_opens_with_date(sentence) for sentence in sentences) >= _ENTRIES
    years = [_year(sentences[fact.sentence]) for fact in asides]
    latest = max(years, default=0)
    shared = _shared({unit_of(by_id[fact.links[0].to]) for fact in asides}, sentences) if len(asides) > 1 else set()
    for k, fact in enumerate(asides):
        days = [one.key for one in sentences[fact.sentence].periods if _is_day(one, sentences[fact.sentence])]
        period = fact.id if chronicle else days[0] if days else ""
        if not period and unit_of(by_id[fact.links[0].to]) in shared:
            period = fact.id
        if not period and 0 < years[k] < latest - _AT_ONE_RATE:
            period = str(years[k])  # "lost 984 million pounds ($1.6 billion) in 2002", beside a loss in 2008
        original = by_id[fact.links[0].to]
        if fact.figure is not None and len(fact.figure.digits.strip("0").replace(".", "").lstrip("0")) > 1:
            original = _as_printed(original)  # one digit tells of a rough conversion: "4 yuan (50 cents)"
            by_id[original.id] = original
        by_id[fact.id] = asides[k] = replace(fact, period=period, links=(Link(original.id, "same-as"),))
    for fact in _turned(by_id, asides):
        by_id[fact.id] = fact
    rates: dict[frozenset[str], list[Fact]] = {}
    for fact in by_id.values():
        if fact.aspect == "exchange-rate":
            rates.setdefault(frozenset((unit_of(fact), unit_of(by_id[fact.links[0].to]))), []).append(fact)
    for one in asides if rates and not chronicle else ():
        if one.period:
            continue  # "April 15 - UBS posts a loss of nearly 2 billion francs ($1.7 billion)", at the rate of that day
        original = by_id[one.links[0].to]
        match rates.get(frozenset((unit_of(one), unit_of(original)))):
            case [rate]:
                quote, base = (one, original) if unit_of(one) == unit_of(rate) else (original, one)
                add_link(by_id, quote.id, rate, "quoted-at")
                add_link(by_id, base.id, quote, "base-of")


def _turned(by_id: dict[str, Fact], asides: list[Fact]) -> list[Fact]:
    """Conversions → facts that say them the other way round, where the article tells the rate of the pair that way.

    "12 million pounds (17 million euros)" beside "24 million euros (17 million pounds)": 12 million pounds –same-as→
    17 million euros; in "12 million pounds (17 million euros; $20 million)" the dollars are converted from the euros.
    """
    told: dict[frozenset[str], tuple[str, str]] = {}
    of: dict[str, list[Fact]] = {}
    for one in asides:
        host = by_id[one.links[0].to]
        told.setdefault(frozenset(pair := (unit_of(host), unit_of(one))), pair)
        of.setdefault(host.id, [host]).append(one)
    made = []
    for same in of.values():
        for original, one in permutations(same, 2):
            pair = (unit_of(original), unit_of(one))
            if original is not same[0] and told.get(frozenset(pair)) == pair:
                links, period = (Link(original.id, "same-as"),), same[1].period
                made.append(replace(one, id=f"~{original.id}{one.id}", aspect="conversion", period=period, links=links))
    return made


# Names of a currency, and how the nations begin that have one of that name.
_NATIONS = {
    "krone": ("swed", "norw", "denm", "danish", "czech", "iceland", "slovak", "eston"),
    "peso": ("mexic", "argentin", "chile", "colombia", "philippin", "filipino", "urugua", "cuba", "dominican"),
    "franc": ("swiss", "switzerland", "french", "france", "belgi", "luxembourg", "senegal", "ivory", "congo", "rwanda"),
    "rupee": ("india", "pakistan", "sri", "nepal", "mauriti"),
}


def _shared(units: set[str], sentences: list[Sentence]) -> set[str]:
    """Currencies → those by whose name two nations that the article names may reckon: the rate of each is its own."""
    doubtful = units & _NATIONS.keys()
    words = {word for sentence in sentences for word in sentence.chunks.tokens.words} if doubtful else set()
    named = {unit: {start for start in _NATIONS[unit] for word in words if word.startswith(start)} for unit in doubtful}
    return {unit for unit, starts in named.items() if len(starts - {"danish", "swiss", "france"}) > 1}


def _is_day(period: Period, sentence: Sentence) -> bool:
    """Does a sentence name a day on which something was done, no end of a year or a half: "to June 30"?"""
    tokens = sentence.chunks.tokens
    led = tokens.folded[tokens.starts[0] : period.start].split()
    return is_date(period.key) and led[-1:] not in _ENDING


_ENDING = (["to"], ["ended"], ["ending"], ["of"], ["at"])
_AT_ONE_RATE = 2  # years in which what was converted may have been converted at one rate


def _year(sentence: Sentence) -> int:
    """The one year that a sentence names, or 0."""
    named = {int(period.key) for period in sentence.periods if period.key.isdecimal()}
    return named.pop() if len(named) == 1 else 0


def _as_printed(fact: Fact) -> Fact:
    """An amount that is converted → the number that was put into the calculator: as it is printed, whatever its hedge.

    Of 1,247 conversions of printed news with three digits or more, beside the rate they were made at, 1,244 follow from
    the printed number within three percent, be it "8 billion" or "about 8 billion" (docs/decisions/0019).
    """
    if fact.figure is None or fact.figure.value is None:
        return fact
    size = point(abs(fact.figure.value))
    only = -size if is_negative(fact.interval) else size
    return replace(fact, id=f"={fact.id}", interval=only, tight=only, aspect="as-printed", links=(), chunk=-1)


_ENTRIES = 3  # that make a chronicle


def _opens_with_date(sentence: Sentence) -> bool:
    return any(is_date(one.key) for one in sentence.periods[:1] if one.start <= sentence.chunks.tokens.starts[0] + 2)
