"""Sentences of an article → facts of weekdays, months and quarters, so that a wrong one is found.

    "Friday, January 13, 2023"              →  "Friday" is day 4 of the week; the date is due-day 4, day-of "Friday"
    "Sales up in May" … "sales rose in May" →  month 5 in the headline; month 5 in the article, period-of the headline's
    "Sales up in 2007" … "sales rose in 2006"  →  2007 in the headline; 2006 in the article, period-of the headline's
    "to 53 in July from 54 in August"       →  July is month 7; August month −4, of the year before, base-month of July

Numbers stand for names, in the order of the calendar: days of the week from Monday, 0, as in ISO 8601 less one, months
and quarters from 1. A date without its year says nothing of its weekday.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from checker.fact import Fact, Link, Sentence
from checker.pattern import Pattern
from checker.period import IN_YEAR, Period, is_day, is_of_other_year, part_of_year, weekday
from checker.record import replace
from checker.wordfact import lone_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.pair import Pair

    Named = tuple[str, int]  # what is named, and its number: ("month", 5)

NAMES = {
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "month": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
    "quarter": ("first quarter", "second quarter", "third quarter", "fourth quarter"),
    "half": ("first half", "second half"),
}  # fmt: skip
CLOCK = "clock"  # the unit of what is so many minutes after midnight in Greenwich
_DATE = Pattern(r"(\d{4})-(\d\d)-(\d\d)")
_BETWEEN = r"[\s,(]{1,3}(?:the\s+|an?\s+)?"  # compiled where two periods stand side by side, which is seldom
_MONTH = Pattern(r"(?:\d{4}-|M)(\d\d)(?:-\d\d)?")
_QUARTER = Pattern(r"(?:\d{4}-)?Q([1-4])")
_MONTHS = Pattern(r"(?:\d{4}-|M)(\d\d)\.\.(\d\d)")
_ASIDE = frozenset("since from until till by before after through for of last to".split())  # before another's period
_SET_AGAINST = frozenset("on than over against versus vs with".split())
_AHEAD = frozenset(  # words of headlines that look ahead
    "to sees see seen eye eyes eyed may will would could should might upbeat outlook view guidance forecast forecasts"
    " expects expected likely set due plans plan warns warn targets target aims hopes fears until".split()
)
_RELATIVE = frozenset(  # words that may name the headline's period as well
    (first, second) for first in ("last", "next", "this", "current", "latest") for second in ("month", "quarter")
)
_OTHER_YEARS = frozenset("year years last next".split())  # "its full-year forecast", "the last show in 2011"
_LEAD = 3  # sentences, after the headline, that tell what it tells


def dated(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → two facts for each weekday beside a date, the headline's month or quarter, and a base's period."""
    beside = [fact for sentence in sentences for fact in _weekdays(sentence)]
    found = {fact.id: fact for fact in (*beside, *(_headline(sentences) or _headline_year(sentences)))}
    for sentence in sentences:
        for pair in sentence.pairs:
            if pair.connector in _BASED:
                _base(found, sentence, pair)
    return tuple(found.values())


def name_of(unit: str, number: Fraction) -> str:
    """What is named, and its number: weekday 4 → Friday; a minute of the day is its time; a year is its number."""
    if unit == CLOCK:
        hour, minute = divmod(int(number) % (24 * 60), 60)
        return f"{hour:02}{minute:02} GMT"
    if unit not in NAMES:
        return str(int(number))
    first = 0 if unit == "weekday" else 1
    return NAMES[unit][(int(number) - first) % len(NAMES[unit])]


def _weekdays(sentence: Sentence) -> list[Fact]:
    made: list[Fact] = []
    for left, right in zip(sentence.periods, sentence.periods[1:], strict=False):
        named, date = (left, right) if left.key.startswith("W:") else (right, left)
        day, due = weekday(named.key), weekday_of(date.key)
        between = sentence.chunks.tokens.folded[left.end : right.start]
        if day is not None and due is not None and re.fullmatch(_BETWEEN, between):
            said = _fact(named, sentence, ("weekday", day), "weekday", ())
            made += [said, _fact(date, sentence, ("weekday", due), "due-day", (Link(said.id, "day-of"),))]
    return made


def weekday_of(key: str) -> int | None:
    """The key of a date, 2023-01-13 → its number in the week, 4; None for another period, or a day that never was."""
    match = _DATE.fullmatch(key)
    if match is None:
        return None
    from datetime import date  # few articles print a weekday beside a full date

    try:
        return date(*map(int, match.groups())).weekday()
    except ValueError:
        return None


def _headline(sentences: list[Sentence]) -> list[Fact]:
    """The one month or quarter of the headline, and where the article names it; else what its lead names instead."""
    shown = [(s, p) for s in sentences if s.block == "headline" for p in s.periods if not is_day(p.key)]
    head = [(sentence, period, named) for sentence, period in shown if (named := numbered(period))]
    body = [s for s in sentences if s.block != "headline"]
    if len(head) != 1 or not _is_own(head[0][0], head[0][1]):
        return []
    sentence, period, own = head[0]
    told = [(s, p, named) for s in body for p in s.periods if (named := numbered(p)) and named[0] == own[0]]
    lead = [item for item in told if item[0] in body[:_LEAD] and _is_own(*item[:2])]
    first_sentence = next((s for s in body if s.block == "paragraph"), None)
    opening = [item for item in told if item[0] is first_sentence]
    if opening and all(_is_own(*item[:2]) for item in opening):
        lead = told = opening  # the first sentence is about what the headline is about
    others = {named for _, _, named in lead}
    again = next((item for item in told if item[2] == own), lead[0] if len(others) == 1 else None)
    if again is None:
        return []
    if again[2] != own and not _of_one_time(sentence, period, again[0], again[1], first_sentence):
        return []
    first = _fact(period, sentence, own, "headline-period", ())
    return [first, _fact(again[1], again[0], again[2], "told-period", (Link(first.id, "period-of"),))]


def _of_one_time(head: Sentence, period: Period, told: Sentence, other: Period, opening: Sentence | None) -> bool:
    """May two periods that differ be meant for one: both of what happened, both quarters by number or by months?

    A headline that looks ahead ("sees Q1 loss", "to step down in December") and a first sentence that looks back differ
    rightly, and the first quarter of a financial year may be July to September.
    """
    words = head.chunks.tokens.words
    ahead = not _AHEAD.isdisjoint(words)
    fiscal = _QUARTER.fullmatch(period.key) is None or _QUARTER.fullmatch(other.key) is None
    quarterly = any(".." in key or "Q" in key for key in (period.key, other.key))
    relative = any(pair in _RELATIVE for pair in pairwise(told.chunks.tokens.words))
    return told is opening and not (ahead or relative) and not (quarterly and fiscal)


def _headline_year(sentences: list[Sentence]) -> list[Fact]:
    """The one period of the headline, a year, and the one year of the first sentence, where the first is nowhere else.

    "This year" and "a year ago" name another one without its number: beside them the printed year says nothing.
    """
    shown = [(s, p) for s in sentences if s.block == "headline" for p in s.periods]
    opening = next((s for s in sentences if s.block == "paragraph"), None)
    dates = [p for p in opening.periods if p.key[0] in "~F12"] if opening is not None else []
    if opening is None or len(shown) != 1 or len(dates) != 1 or not (told := _year(dates[0])):
        return []
    if not _OTHER_YEARS.isdisjoint(opening.chunks.tokens.words):
        return []
    (sentence, period), told_period = shown[0], dates[0]
    own = _year(period)
    if not own or not _is_own(sentence, period) or not _is_own(opening, told_period) or _is_base(opening, told_period):
        return []
    body = (s.chunks.tokens.words for s in sentences if s.block != "headline")
    if own != told and any(_prints_year(word, str(own)) for words in body for word in words):
        return []
    first = _fact(period, sentence, ("", own), "headline-period", ())
    return [first, _fact(told_period, opening, ("", told), "told-period", (Link(first.id, "period-of"),))]


def _is_base(sentence: Sentence, period: Period) -> bool:
    """Is a period what another is set against ("a rise of a tenth on 1985")?"""
    tokens = sentence.chunks.tokens
    return tokens.word(tokens.at.get(period.start, 0) - 1) in _SET_AGAINST


def _prints_year(word: str, year: str) -> bool:
    """Does a word print a year, be it in full or its last two digits ("08", "FY08")?"""
    return year in word or word.removeprefix("fy") == year[2:]


_BASED = ("from", "against")
_CLOSE = 12  # code points between a figure and its own period: "to 53.1 points in July"
_CONNECTING = frozenset(", from against versus vs than with".split())
_YEAR = Pattern(r"(?:FY)?(\d{4})")
_YEAR_OF = Pattern(r"(?:FY|~S)?(\d{4})(?:-.*)?")
_NEAR = Pattern(r"[^.;]{0,40}?[\s,](?:in|for|of|at|during)(?: (?:the|end|early|late|mid|year|first|whole)| of)*\s")
_OPENING = Pattern(r"(?:In|During|By|For|At)(?: (?:the|end|early|late|mid|year|end|of))* ")
_FOR = Pattern(r".*\s(?:for|of) (?:the )?")  # not "in", which may lead to the year of a noun: "the mill built in 1998"
_REACH = 40  # code points before a period in which its preposition stands
# What is set for a year may be told beside that of another: "to 3 crowns from 4 for 2009".
_REVISED = frozenset("forecast forecasts estimate estimates outlook target targets guidance view views expects".split())


def _base(found: dict[str, Fact], sentence: Sentence, pair: Pair) -> None:
    """Facts by id, changed in place: the month, quarter or year of a figure, and that of the base it is set against."""
    now, base = _period_of(sentence, pair.now), _period_of(sentence, pair.before) or _near(sentence, pair.before)
    if base is None or f"d{base.start}" in found:
        return
    if now is None and pair.before > pair.now:
        now = _own_before(sentence, pair)
    if now is None or now is base:
        return
    (unit, own), (other, before) = part_of_year(now.key), part_of_year(base.key)
    if unit and unit == other:
        if is_of_other_year(sentence.chunks.tokens.folded, base.end):
            return  # "in May from 8 in May last year", "in December from 9 in January last year"
        link, before = "base-month", before - IN_YEAR[unit] * (before > own)
    elif (own := _year_of(now)) and (before := _year_of(base)) and _are_of_one_calendar(now, base):
        if own == before and not (base.key[0] == "~" or now.key == base.key):
            return  # "in 2006, from 8 in March 2006"
        unit, link = "", "base-year"
    else:
        return
    told = _fact(now, sentence, (unit, own), "own-period", ())
    told = found.setdefault(told.id, told)
    found[f"d{base.start}"] = _fact(base, sentence, (unit, before), "base-period", (Link(told.id, link),))


def _are_of_one_calendar(now: Period, base: Period) -> bool:
    """Fiscal 2007 and 2007 are two years, neither of which lies before the other."""
    return now.key.startswith("FY") == base.key.startswith("FY")


def _period_of(sentence: Sentence, chunk: int) -> Period | None:
    """The period that stands right behind a figure."""
    tokens, item = sentence.chunks.tokens, sentence.chunks.chunks[chunk]
    end = tokens.ends[item.after - 1]
    found = next((period for period in sentence.periods if 0 <= period.start - end <= _CLOSE), None)
    if found is None or not _CONNECTING.isdisjoint(tokens.words[item.after : tokens.at.get(found.start, item.after)]):
        return None  # "to 0.72 percent from January's 0.70", "to 3 billion from 1985's 4 billion, said the 1986 profit"
    return found


def _near(sentence: Sentence, chunk: int) -> Period | None:
    """The year behind a figure that a few words part from it: "from 11 percent at the end of 2008"."""
    tokens, item = sentence.chunks.tokens, sentence.chunks.chunks[chunk]
    end = tokens.ends[item.after - 1]
    period = next((period for period in sentence.periods if period.start >= end), None)
    near = period is not None and _year_of(period) and _NEAR.fullmatch(tokens.folded[end : period.start])
    return period if near else None


def _own_before(sentence: Sentence, pair: Pair) -> Period | None:
    """The year that is told before a figure and its base: "In 2004 the port took 12 million tonnes, up from 11"."""
    tokens, items = sentence.chunks.tokens, sentence.chunks.chunks
    start, behind = tokens.starts[items[pair.now].first], tokens.starts[items[pair.before].first]
    told = [period for period in sentence.periods if period.start < behind and _year_of(period)]
    if len(told) != 1 or told[0].start > start or not _REVISED.isdisjoint(tokens.words):
        return None
    led = tokens.folded[max(tokens.starts[0], told[0].start - _REACH) : told[0].start]
    near = "," not in tokens.folded[told[0].end : start]
    return told[0] if _OPENING.fullmatch(led) or (near and _FOR.fullmatch(led)) else None


def _year(period: Period) -> int:
    """A year, 2023 or FY2023 → its number, else 0."""
    match = _YEAR.fullmatch(period.key)
    return int(match[1]) if match else 0


def _year_of(period: Period) -> int:
    """A year, a part of one or "the same period in 2023" → the number of the year, else 0."""
    match = _YEAR_OF.fullmatch(period.key)
    return int(match[1]) if match else 0


def numbered(period: Period) -> Named | None:
    """A period → the weekday, month or quarter that it names, a quarter as three months too, a month by a day of it."""
    if (day := weekday(period.key)) is not None:
        return "weekday", day
    if match := _QUARTER.fullmatch(period.key):
        return "quarter", int(match[1])
    if match := _MONTH.fullmatch(period.key):
        return "month", int(match[1])
    if (match := _MONTHS.fullmatch(period.key)) and int(match[2]) - int(match[1]) == 2 and int(match[2]) % 3 == 0:
        return "quarter", int(match[2]) // 3
    return None


def _is_own(sentence: Sentence, period: Period) -> bool:
    """Is a period the one told of: not "since March", nor a word in capitals that may be another ("MAY", <APR>)?"""
    tokens = sentence.chunks.tokens
    first = tokens.at.get(period.start, 0)
    text = tokens.folded[period.start : period.end]
    compared = tokens.word(first - 2) == "than" or tokens.word(first - 3) == "than"  # "more than in June"
    return not compared and tokens.word(first - 1) not in _ASIDE and not (text.isupper() and text.isalpha())


def _fact(period: Period, sentence: Sentence, named: Named, aspect: str, links: tuple[Link, ...]) -> Fact:
    unit, number = named
    text = sentence.chunks.tokens.folded[period.start : period.end]
    if text[:-1] in NAMES["month"] and text.endswith("."):
        text = text[:-1]  # the full stop is the sentence's
    span = period.start, period.start + len(text)
    # The same word may be a run's beginning as well.
    fact = lone_fact(sentence, span, Fraction(number), aspect, links, mark="d", unit=unit)
    return replace(fact, period=period.key)
