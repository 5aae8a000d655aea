"""Sentences of an article → facts of weekdays, months and quarters, so that a wrong one is found.

    "Friday, January 13, 2023"              →  "Friday" is day 4 of the week; the date is due-day 4, day-of "Friday"
    "to 53 in July from 54 in August"       →  July is month 7; August month −4, of the year before, base-month of July

Numbers stand for names, in the order of the calendar: days of the week from Monday, 0, as in ISO 8601 less one, months
and quarters from 1. A date without its year says nothing of its weekday.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.pattern import Pattern
from checker.period import IN_YEAR, Period, is_of_other_year, part_of_year, weekday
from checker.record import replace
from checker.turning import SUMMITS
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
} | {
    f"{step} told": (f"last {step}", f"this {step}", f"next {step}") for step in ("week", "month", "quarter", "year")
}  # fmt: skip
DATE = "date"  # the unit of a day of the year, 100 for its month and its day
CLOCK = "clock"  # the unit of what is so many minutes after midnight in Greenwich
_DATE = Pattern(r"(\d{4})-(\d\d)-(\d\d)")
_BETWEEN = r"[\s,(]{1,3}(?:the\s+|an?\s+)?"  # compiled where two periods stand side by side, which is seldom
_MONTH = Pattern(r"(?:\d{4}-|M)(\d\d)(?:-\d\d)?")
_QUARTER = Pattern(r"(?:\d{4}-)?Q([1-4])")
_MONTHS = Pattern(r"(?:\d{4}-|M)(\d\d)\.\.(\d\d)")


def dated(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → two facts for each weekday beside a date, and for each figure's period and its base's."""
    beside = [fact for sentence in sentences for fact in _weekdays(sentence)]
    found = {fact.id: fact for fact in beside}
    for sentence in sentences:
        for pair in sentence.pairs:
            if pair.connector in _BASED:
                _base(found, sentence, pair)
    return tuple(found.values())


def name_of(unit: str, number: Fraction) -> str:
    """What is named, and its number: weekday 4 → Friday; a minute of the day is its time, and so on."""
    if unit == CLOCK:
        hour, minute = divmod(int(number) % (24 * 60), 60)
        return f"{hour:02}{minute:02} GMT"
    if unit == DATE:
        month, day = divmod(int(number), 100)
        return f"{NAMES['month'][month - 1]} {day}"
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
            said = calendar_fact(named, sentence, ("weekday", day), "weekday")
            made += [said, calendar_fact(date, sentence, ("weekday", due), "due-day", (Link(said.id, "day-of"),))]
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


_BASED = ("from", "against", "from-opposite")
_CLOSE = 12  # code points between a figure and its own period: "to 53.1 points in July"
_CONNECTING = frozenset(", from against versus vs than with".split())
_YEAR_OF = Pattern(r"(?:FY|~S)?(\d{4})(?:-.*)?")
_NEAR = Pattern(r"[^.;]{0,40}?[\s,](?:in|for|of|at|during)(?: (?:the|end|early|late|mid|year|first|whole)| of)*\s")
_OPENING = Pattern(r"(?:In|During|By|For|At)(?: (?:the|end|early|late|mid|year|end|of))* ")
_FOR = Pattern(r".*\s(?:for|of) (?:the )?")  # not "in", which may lead to the year of a noun: "the mill built in 1998"
_OPENED = ("start of ", "beginning of ", "outset of ", "turn of ")
_SEEN = ("seen in ", "reached in ", "set in ", "hit in ", "touched in ")
_LED = 6  # tokens before a figure that may call it a peak
_PARTLY = ("early ", "late ", "mid ", "mid-")
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
    if now is None or now is base or sentence.chunks.tokens.folded.endswith(_SEEN, 0, now.start):
        return  # "rose to 73.4, just below the high set in September, from 67.4 in November"
    (unit, own), (other, before) = part_of_year(now.key), part_of_year(base.key)
    if unit and unit == other:
        if is_of_other_year(sentence.chunks.tokens.folded, base.end):
            return  # "in May from 8 in May last year", "in December from 9 in January last year"
        if own == before and sentence.chunks.tokens.folded[: base.start].endswith(_PARTLY):
            return  # "in late May, down from 8 in early May"
        if unit == "month" and not SUMMITS.isdisjoint(_led(sentence, pair.before)):
            return  # "from a peak of 5 percent in September to 3 in July"
        link, before = "base-month", before - IN_YEAR[unit] * (before > own)
    elif (own := _year_of(now)) and (before := _year_of(base)) and _are_of_one_calendar(now, base):
        opened = sentence.chunks.tokens.folded[: base.start].endswith(_OPENED)
        if own == before and (opened or not (base.key[0] == "~" or now.key == base.key)):
            return  # "in 2006, from 8 in March 2006"
        unit, link = "", "base-year"
    else:
        return
    if _is_in_order(sentence, base):
        return
    told = calendar_fact(now, sentence, (unit, own), "own-period")
    told = found.setdefault(told.id, told)
    found[f"d{base.start}"] = calendar_fact(base, sentence, (unit, before), "base-period", (Link(told.id, link),))


def _led(sentence: Sentence, chunk: int) -> list[str]:
    """The words right before a figure."""
    first = sentence.chunks.chunks[chunk].first
    return sentence.chunks.tokens.words[max(0, first - _LED) : first]


def _is_in_order(sentence: Sentence, base: Period) -> bool:
    """Do the words between two periods put this one in order already?"""
    from checker.chronology import chronology  # few figures are set against one of another period

    return any(mark.start == base.start for pair, _, _ in chronology(sentence) for mark in pair)


def _are_of_one_calendar(now: Period, base: Period) -> bool:
    """Fiscal 2007 and 2007 are two years, neither of which lies before the other."""
    return now.key.startswith("FY") == base.key.startswith("FY")


def _period_of(sentence: Sentence, chunk: int) -> Period | None:
    """The period that stands right behind a figure."""
    tokens, item = sentence.chunks.tokens, sentence.chunks.chunks[chunk]
    end = tokens.ends[item.after - 1]
    found = next((period for period in sentence.periods if 0 <= period.start - end <= _CLOSE), None)
    if found is None:
        return None
    between = tokens.words[item.after : tokens.at.get(found.start, item.after)]
    # "to 0.72 percent from January's 0.70", "to 3 billion from 1985's 4 billion, said the 1986 profit", "base 1980"
    return None if "base" in between or not _CONNECTING.isdisjoint(between) else found


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


def calendar_fact(
    period: Period, sentence: Sentence, named: Named, aspect: str, links: tuple[Link, ...] = (), *, mark: str = "d"
) -> Fact:
    """A period of a sentence, and what it names → the fact of that number of the calendar."""
    unit, number = named
    text = sentence.chunks.tokens.folded[period.start : period.end]
    if text[:-1] in NAMES["month"] and text.endswith("."):
        text = text[:-1]  # the full stop is the sentence's
    span = period.start, period.start + len(text)
    # The same word may be a run's beginning as well.
    fact = lone_fact(sentence, span, Fraction(number), aspect, links, mark=mark, unit=unit)
    return replace(fact, period=period.key)
