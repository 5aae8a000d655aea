"""Periods of a sentence → stretches of time: where each begins and where it ends, counted in years, months or days.

    "from 1990 to 1996"       →  years 1990 to 1996
    "the October-March half"  →  months 10 to 15: March is the next year's
    "on June 18-19"           →  days 18 to 19 of June

Both ends are counted in the finest step that both print. What is not two ends of one stretch is left alone: "in 2012 to
2010 levels", and a date that was moved "from 2024 to 2019".
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact
from checker.pattern import Pattern, regex
from checker.period import weekday
from checker.record import record, replace
from checker.wordfact import lone_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.fact import Sentence
    from checker.period import Period


@record(frozen=True, slots=True)
class Mark:
    """An end of a stretch, or the time of an event: its place and its number, which grows with time."""

    start: int
    end: int
    number: int


@record(frozen=True, slots=True)
class Stretch:
    start: int  # of its preposition, else of its first end
    first: Mark
    last: Mark
    step: str  # year, month, day: what the numbers count
    wraps: bool = False  # a month or day without its year: it runs forward whatever it is


_YEAR = Pattern(r"(?:FY)?(\d{4})(?:-.*)?")
_DATE = Pattern(r"(?:(\d{4})-|M)(\d\d)(?:-(\d\d))?")
_LED = Pattern(
    r"(?:.*[\s(—\"-])?"
    r"(?:(?P<from>from)|(?P<between>between)|(?P<alone>\(|,|:|-|period|years|for|during|over|of|the|on|runs|held))"
    r"\s*(?:(?:the|early|late|mid|fiscal|end|start|of|about|in)[\s-]+){0,4}"
)
_JOINT = Pattern(
    r"\s+(?P<word>to|until|till|through|up to|and)\s+(?:(?:the|early|late|mid|end|start|of|fiscal)[\s-]+){0,4}"
)
# "2007/2006" heads two columns, of which the later year is often the first.
_HYPHEN = regex(r"(?:\s?-\s?((?:1[5-9]|20)\d\d|\d\d)|/(\d\d))\b(?![-/\d%]|[.,]\d)")
_NUMBERED = Pattern(r"(?:.*[^a-z])?(?:no\.?|number|case|docket|file|bill|#) ?")
_IN_SEASON = Pattern(r".*?((?:1[5-9]|20)\d\d)[-/](\d\d(?:\d\d)?)")
_MORE_DAYS = regex(
    r"(?:-|\s(?:to|until|through|and)\s)(\d{1,2})\b(?![-/\d%:]|[.,]\d|\s?(?:[a-z]*illion|pct|percent|points))"
)
_DAY_BEFORE = regex(r"(?:(?<=from )|(?<=on )|(?<=for )|(?<=the )|(?<=\())(\d{1,2})(?:-| to | until )$")
_TWO_MONTHS = Pattern(r"([A-Z][a-z]+)\.?\W+(?:(?:to|through)\W+)?([A-Z][a-z]+)\.?(?:,?\s+(?:of\s+)?\d{4})?")
# Said of a date that is moved.
_MOVED = frozenset(
    "moved move moving brought bring bringing forward back cut cutting reduce reduced reducing shorten shortened"
    " advance advanced revised revise changed change postponed postpone delayed delay slipped earlier trim trimmed"
    " lower lowered deferred rescheduled accelerate accelerated pushed push putting put extend extended swap"
    " switched".split()
)
_LEVELS = frozenset("level levels price prices standard standards rate rates target targets".split())
_NAMED = ("years ", "period ")  # "cut over the four years 1988 to 1991" moves no date
_TURN = 60  # years: "1999-03" runs over the turn of the century, "1994-86" runs backwards
_BEFORE = 24  # code points in which the preposition stands


def stretches(sentence: Sentence) -> Iterator[Stretch]:
    """A sentence → the stretches of time that it gives both ends of, in order."""
    folded = sentence.chunks.tokens.folded
    moved = not _MOVED.isdisjoint(sentence.chunks.tokens.words)
    for n, period in enumerate(sentence.periods):
        following = sentence.periods[n + 1] if n + 1 < len(sentence.periods) else None
        led = _led(sentence, period)
        found = _within(period, folded) or _hyphened(period, folded) or _of_days(period, following, folded, led)
        named = folded.endswith(_NAMED, 0, period.start)
        if found is None and following is not None and not (moved and led != "between" and not named):
            found = _joined(period, following, folded, led)
        if found is not None and not _is_level(sentence, found.last.end):
            led_in = led in ("from", "between")
            yield replace(found, start=_start_of(folded, period.start)) if led_in else found


def mark_of(period: Period, step: str) -> Mark | None:
    """A period and what is counted → its number in that step; None where the period does not print it."""
    if step == "year":
        match = _YEAR.fullmatch(period.key)
        return Mark(period.start, period.end, int(match[1])) if match else None
    match = _DATE.fullmatch(period.key)
    if match is None or not match[1] or (step == "day" and not match[3]):
        return None
    number = int(match[1]) * 12 + int(match[2])
    return Mark(period.start, period.end, number if step == "month" else _day_of(match[1], match[2], match[3]))


def time_fact(sentence: Sentence, mark: Mark, step: str, kind: str = "t") -> Fact:
    """A mark in a step → its fact, which is a figure of its own: dates are otherwise no quantities.

    Its id begins with `kind`: the same word may be numbered otherwise where it is told of something else.
    """
    unit = step if step in ("month", "quarter", "half", "weekday") else ""
    text = sentence.chunks.tokens.folded[mark.start : mark.end].removesuffix(".")  # the full stop may be the sentence's
    span = mark.start, mark.start + len(text)
    fact = lone_fact(sentence, span, Fraction(mark.number), "time", mark=f"{kind}{step[0]}", unit=unit)
    if fact.figure is None or unit:
        return fact
    return replace(fact, figure=replace(fact.figure, kind="time", digits=text if text.isdigit() else ""))


def _day_of(year: str, month: str, day: str) -> int:
    from datetime import date  # few stretches are counted in days

    try:
        return date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return 0


def _led(sentence: Sentence, period: Period) -> str:
    """What leads to a period: "from", "between", "alone" for what may open a stretch without these, or ""."""
    low = max(sentence.chunks.tokens.starts[0], period.start - _BEFORE)
    before = sentence.chunks.tokens.folded[low : period.start].lower()
    if not before:
        return "alone"
    match = _LED.fullmatch(before)
    return match.lastgroup or "" if match else ""


def _start_of(folded: str, at: int) -> int:
    before = folded[max(0, at - _BEFORE) : at].lower()
    return at - len(before) + max(before.rfind("from"), before.rfind("between"))


def _is_level(sentence: Sentence, end: int) -> bool:
    """ "from 2012 to 2010 levels": nothing lasts from the one to the other."""
    tokens = sentence.chunks.tokens
    after = next((k for k, start in enumerate(tokens.starts) if start >= end), len(tokens))
    return tokens.word(after) in _LEVELS or tokens.word(after) == "s" or tokens.word(after + 1) in _LEVELS


def _within(period: Period, folded: str) -> Stretch | None:
    """ "1990-96", "2004/05" and "April-June" are one period, of two ends."""
    text = folded[period.start : period.end]
    if period.key.startswith("FY") and (match := _IN_SEASON.fullmatch(text)):
        return _years(match.start(1) + period.start, match[1], match.start(2) + period.start, match[2])
    if ".." not in period.key or not (match := _TWO_MONTHS.fullmatch(text)):
        return None
    at = period.start
    low, _, high = period.key[-6:].partition("..")
    first, last = int(low), int(high)
    return _months((at + match.start(1), at + match.end(1), first), (at + match.start(2), at + match.end(2), last))


def _months(first: tuple[int, int, int], last: tuple[int, int, int]) -> Stretch:
    wrapped = (*last[:2], last[2] + 12 * (last[2] < first[2]))
    return Stretch(first[0], Mark(*first), Mark(*wrapped), "month", wraps=True)


def _years(at: int, first: str, behind: int, last: str) -> Stretch | None:
    """ "1986", "87" → both years; None where the second may be a month ("2011-10")."""
    low, high = int(first), int(last)
    if len(last) == 2:
        if high <= 12 and high <= low % 100 < 90:
            return None
        high += low - low % 100 + 100 * (low % 100 - high >= _TURN)
    return Stretch(at, Mark(at, at + 4, low), Mark(behind, behind + len(last), high), "year")


def _hyphened(period: Period, folded: str) -> Stretch | None:
    """ "1987-1992": the second year stands for no period of its own."""
    match = _HYPHEN.match(folded, period.end) if period.key.isdigit() else None
    if match is None or _NUMBERED.fullmatch(folded[max(0, period.start - 8) : period.start].lower()):
        return None
    group = match.lastindex or 1
    return _years(period.start, period.key, match.start(group), match[group])


def _of_days(period: Period, following: Period | None, folded: str, led: str) -> Stretch | None:
    """ "June 18-19", "from March 1 to 15", "10-13 February"."""
    date = _DATE.fullmatch(period.key)
    if date is None or not date[3]:
        return None
    text = folded[period.start : period.end]
    if text[0].isdigit() and (match := _DAY_BEFORE.search(folded, max(0, period.start - 8), period.start)):
        at = match.start()
        return Stretch(at, Mark(at, match.end(1), int(match[1])), Mark(period.start, period.end, int(date[3])), "day")
    match = _MORE_DAYS.match(folded, period.end) if led and not date[1] else None
    if match is None or (match[0][0] != "-" and led != ("between" if "and" in match[0] else "from")):
        return None
    if following is not None and following.start <= match.end() + 1:
        return None  # "between 12 January and 10 February": the second end is a date of its own
    behind = Mark(match.start(1), match.end(1), int(match[1]))
    return Stretch(period.start, Mark(period.start, period.end, int(date[3])), behind, "day")


def _joined(one: Period, other: Period, folded: str, led: str) -> Stretch | None:
    """Two periods with a word between them that makes them the ends of one stretch."""
    joint = folded[one.end : other.start]
    match = _JOINT.fullmatch(joint)
    word = "-" if joint.strip() == "-" else match["word"] if match else ""
    if not led or not word or (led == "between") != (word == "and"):
        return None
    for step in ("day", "month", "year"):
        first, last = mark_of(one, step), mark_of(other, step)
        if first is not None and last is not None:
            like = len(one.key) == len(other.key)  # else "from March 2010 to May 26, 2010" says nothing of the year
            return _dated(first, last, step) if like or first.number != last.number else None
    return _undated(one, other)


def _undated(one: Period, other: Period) -> Stretch | None:
    """Two months, or two days of months, of which at most the second prints its year; or two weekdays."""
    low, high = weekday(one.key), weekday(other.key)
    if low is not None and high is not None:
        first, last = Mark(one.start, one.end, low), Mark(other.start, other.end, high + 7 * (high <= low))
        return Stretch(one.start, first, last, "day", wraps=True)
    a, b = _DATE.fullmatch(one.key), _DATE.fullmatch(other.key)
    if a is None or b is None or a[1] or bool(a[3]) != bool(b[3]):
        return None
    if not a[3]:
        return _months((one.start, one.end, int(a[2])), (other.start, other.end, int(b[2])))
    leap = "02-29" in one.key + other.key
    year = int(b[1] or (2004 if leap else 2003))
    first = Mark(one.start, one.end, _day_of(str(year - (a[2] > b[2])), a[2], a[3]))
    last = Mark(other.start, other.end, _day_of(str(year), b[2], b[3]))
    return _dated(first, last, "day", wraps=a[2] != b[2])


def _dated(first: Mark, last: Mark, step: str, *, wraps: bool = False) -> Stretch | None:
    """The ends of a stretch, 0 for a day that never was → the stretch, its days counted on from that of the month."""
    if not first.number or not last.number:
        return None
    if step == "day":
        from datetime import date

        shift = first.number - date.fromordinal(first.number).day
        first, last = (Mark(mark.start, mark.end, mark.number - shift) for mark in (first, last))
    return Stretch(first.start, first, last, step, wraps)
