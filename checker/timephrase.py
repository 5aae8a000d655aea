"""A word that may begin a phrase of time → the phrases to try there, each with the key it stands for.

    "nine", in "nine months ended Sept. 30, 2007"  →  "2007-01..09"

Each kind of phrase has a small pattern of its own, compiled when the first word comes that may begin one: a single
pattern for all kinds takes longer to compile than the rest of a check takes to run.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Match = re.Match[str]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SMALL = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORDINAL |= {"opening": 1, "final": 4}
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAYS = "today yesterday tonight tomorrow overnight".split()
_STEP = {"half": "H", "quarter": "Q", "month": "M", "week": "W", "day": "D", "session": "D"}
_STEP |= {"year": "Y", "season": "Y", "decade": "10Y"}
_SHIFT = {"this": "0", "current": "0", "same": "0", "latest": "0", "next": "+1", "following": "+1"}
_ON = {"year": "yoy", "month": "mom", "quarter": "qoq", "week": "wow"}

# A month is capitalised: "march" and "may" are other words too.
_MON = (
    r"(?=[A-Z])(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:1[89]|20)\d\d\b(?!,\d|\.\d|%)"
_N = rf"(?:\d{{1,3}}|{'|'.join(_SMALL)})"
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?\b(?![,.]\d|%)"
_UNIT = "|".join(_STEP)
_MONTH_OF = rf"(?P<month>{_MON})(?:\s+{_DAY})?(?:,?\s+(?P<year>{_YEAR}))?"
_YEAR_BEFORE = r"(?i:the\s+previous\s+year|last\s+year|the\s+prior\s+year|a\s+year\s+(?:ago|earlier|before))"
_COUNTED = r"(?:%|(?i:percent|per\s+cent|pct|million|billion|trillion|dollars|dlrs|points|pounds|euros|yen)\b)"

_PATTERNS = {
    "span": r"(?:(?i:the)\s+)?(?P<edge>(?i:first|last|past|previous|prior|next|opening|final|latest|preceding))[\s-]+"
    rf"(?P<n>{_N})[\s-]+(?P<unit>(?i:month|quarter|week|day|year)s)"
    r"(?:\s+(?i:of|in|to|ended|ending|through)\s+(?:(?i:fiscal|calendar)\s+)?"
    rf"(?:(?P<of>{_YEAR})|(?i:the|this|last)\s+year|{_MONTH_OF}))?",
    "upto": rf"(?:(?i:the)\s+)?(?P<n>{_N})[\s-]+(?i:months|weeks|quarters)"
    rf"\s+(?i:to|ended|ending|through|until)\s+(?:(?i:end[\s-]))?{_MONTH_OF}",
    "yearto": r"(?P<unit>(?i:year|quarter|half|month|week|period))\s+(?i:to|ended|ending|through|that\s+ended)\s+"
    rf"(?:(?i:on|in)\s+)?(?:(?i:end[\s-]))?{_MONTH_OF}",
    "part": rf"(?:(?i:fiscal|the)\s+)?(?P<n>(?i:{'|'.join(_ORDINAL)}))[\s-]+(?:(?i:fiscal)[\s-]+)?"
    rf"(?P<unit>(?i:quarter|half))\b"
    rf"(?:\s+(?:(?i:of|in)\s+)?(?:(?i:fiscal|calendar)\s+(?:(?i:year)\s+)?)?(?P<year>{_YEAR}))?",
    "q": rf"(?P<part>[QH][1-4])\b(?:\s+(?:(?i:of)\s+)?(?P<year>{_YEAR}))?|(?P<n>[1-4])Q(?P<short>\d\d)?\b",
    "months": rf"(?P<first>{_MON})(?:\s*-\s*|[\s-]+(?i:to|through)[\s-]+)(?P<last>{_MON})"
    rf"(?:,?\s+(?:(?i:of)\s+)?(?P<year>{_YEAR}))?(?!\s+\d)",
    "date": rf"(?P<month>{_MON})\s+(?P<day>{_DAY})(?:,?\s+(?P<year>{_YEAR}))?",
    "daymonth": rf"(?P<day>{_DAY})\s+(?:(?i:of)\s+)?(?P<month>{_MON})(?:,?\s+(?P<year>{_YEAR}))?",
    "month": rf"(?P<month>{_MON})(?:,?\s+(?:(?i:of)\s+)?(?P<year>{_YEAR}))?",
    "fiscal": rf"(?i:fiscal|financial)(?:\s+(?i:year))?\s+(?P<year>{_YEAR})(?:[-/]\d\d(?:\d\d)?)?"
    r"|FY\s?'?(?P<short>\d\d(?:\d\d)?)\b",
    "seasons": r"(?P<year>(?:1[89]|20)\d\d)[-/]\d\d\b(?![-/.]\d)",
    "ago": rf"(?P<n>(?i:an?|{_N}))[\s-]+(?P<unit>(?i:{_UNIT}))(?i:s)?[\s-]+(?i:ago|earlier|before|previously)\b",
    "yearago": r"(?P<unit>(?i:year|month|quarter|week))[\s-]+(?i:ago|earlier)\b"
    r"(?:[\s-](?i:period|quarter|month|week|half|figure|level))?",
    "same": r"(?i:the|that)\s+(?i:same|corresponding|comparable|equivalent)\s+"
    r"(?:(?i:three|six|nine|\d+)[\s-]months?\s+)?(?i:period|month|quarter|time|week|half|stage|point)"
    rf"(?:\s+(?i:of|in)?\s*(?:(?P<year>{_YEAR})|{_YEAR_BEFORE}))?",
    "relative": r"(?P<which>(?i:last|this|next|previous|prior|preceding|current|following|past|latest|same))[\s-]+"
    r"(?:(?i:fiscal|financial|calendar|full|business|trading)[\s-]+)?"
    rf"(?P<unit>(?i:{_UNIT}))\b(?:'s\b)?",
    "before": r"(?i:the)\s+(?P<unit>(?i:year|month|quarter|week|day))\s+(?i:before|earlier)\b",
    "step": r"(?P<unit>(?i:year|month|quarter|week))[\s-](?i:on|over|to)[\s-](?i:year|month|quarter|week|date)\b"
    r"|(?i:on)\s+(?i:the\s+)?(?P<on>(?i:year|month|quarter))\b",
    # Bounded: "early early early …" is not read anew from each of its words to the end.
    "decade": r"(?:(?i:the|early|late|mid)[\s-]+){0,4}(?P<decade>(?:1[89]|20)\d0)'?s\b",
    "day": rf"(?i:{'|'.join((*_WEEKDAYS, *_DAYS))})\b",
    "year": rf"(?<![\d.,$£€¥#-]){_YEAR}(?!\s*{_COUNTED})",
}

# Which kinds a word may begin, alone or after "the" or "a", in the order in which they are tried.
_BEGINNINGS = {
    "first opening final": "span part",
    "last past previous prior next latest preceding": "span relative",
    "second third fourth": "part",
    "this current following": "relative",
    "same": "same relative",
    "corresponding comparable equivalent that": "same",
    " ".join(_SMALL): "upto ago",
    "year month quarter week": "yearto ago yearago before step",
    "half": "yearto ago",
    "period": "yearto",
    "day": "ago before",
    "season session decade a an": "ago",
    "on": "step",
    "fiscal": "part fiscal",
    "financial fy": "fiscal",
    "q1 q2 q3 q4 h1 h2 h3 h4": "q",
    "january february march april may june july august september october november december": "months date month",
    "jan feb mar apr jun jul aug sep sept oct nov dec": "months date month",
    "the early late mid": "decade",
    " ".join((*_WEEKDAYS, *_DAYS)): "day",
}
_BEGINS = {word: tuple(kinds.split()) for words, kinds in _BEGINNINGS.items() for word in words.split()}

# What must come after that word, so that few patterns are compiled and tried: # is a number, @ a month.
_UNITS = " ".join(f"{unit} {unit}s" for unit in _STEP)
_AFTER = {
    "span": "#",
    "upto": "months weeks quarters",
    "yearto": "to ended ending through that",
    "part": f"quarter half fiscal {' '.join(_ORDINAL)}",
    "months": "to through @",
    "date": "#",
    "daymonth": "of @",
    "seasons": "#",
    "ago": f"{_UNITS} ago earlier before previously",
    "yearago": "ago earlier",
    "same": "same corresponding comparable equivalent # period periods month months quarter quarters week weeks half"
    " time stage point",
    "relative": f"{_UNITS} fiscal financial calendar full business trading",
    "before": "before earlier",
    "step": "on over to the year month quarter",
}
_AFTERS = {kind: frozenset(words.split()) for kind, words in _AFTER.items()}


@lru_cache(maxsize=4096)  # asked for every word of an article
def beginning(word: str) -> tuple[str, ...]:
    """A word → the kinds of phrase that it may begin."""
    if word[0].isdigit():
        return _beginning_digits(word)
    return _BEGINS.get(word.lower(), ()) or (("fiscal",) if word[:2] == "FY" else ())


def narrowed(kinds: tuple[str, ...], after: str) -> list[str]:
    """Kinds of phrase that a word may begin and the word after it, or "" → the kinds that are still possible."""
    low = after.lower()
    if after[:1].isdigit() or low in _SMALL:
        low = "#"
    elif low[:3] in _MONTHS and after[0].isupper():
        low = "@"
    return [kind for kind in kinds if kind not in _AFTERS or low in _AFTERS[kind]]


def _beginning_digits(word: str) -> tuple[str, ...]:
    if len(word) >= 4:
        return ("seasons", "decade", "year") if word[:2] in ("18", "19", "20") else ("q", "part", "daymonth")
    if word.isdigit():
        return ("upto", "daymonth", "ago") if len(word) <= 2 else ("upto", "ago")
    return ("part", "q", "daymonth")


def read(kind: str, text: str, at: int, end: int) -> tuple[int, str] | None:
    """A kind of phrase and a place → where the phrase ends that stands there, and its key."""
    found = _pattern(kind).match(text, at, end)
    return (found.end(), _KEYS[kind](found)) if found else None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[kind])


def _number(word: str) -> int:
    """ "11", "eleven", "a" → 11, 11, 1."""
    return int(word) if word.isdigit() else _SMALL.get(word.lower(), 1)


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _with_year(year: str | None, rest: str) -> str:
    return f"{year}-{rest.removeprefix('M')}" if year else rest


def _span_key(m: Match) -> str:
    n, unit, edge = _number(m["n"]), m["unit"].lower()[:-1], m["edge"].lower()
    if m["month"]:  # "the first nine months to September 30"
        last = _month(m["month"])
        return _with_year(m["year"], f"M{max(1, last - n + 1):02}..{last:02}")
    if edge in ("first", "opening") and unit in ("month", "quarter"):
        return _with_year(m["of"], f"M01..{n * (3 if unit == 'quarter' else 1):02}")
    return f"~{n}{_STEP[unit]}{'+' if edge == 'next' else '-'}"


def _upto_key(m: Match) -> str:
    months, last, year = _number(m["n"]), _month(m["month"]), m["year"]
    if last >= months:
        return _with_year(year, f"M{last - months + 1:02}..{last:02}")
    return f"{months}M..{year or ''}-{last:02}"


def _part_key(m: Match) -> str:
    n, unit = _ORDINAL[m["n"].lower()], m["unit"].lower()
    return _with_year(m["year"], f"{unit[0].upper()}{min(n, 2) if unit == 'half' else n}")


def _q_key(m: Match) -> str:
    return _with_year(m["year"], m["part"]) if m["part"] else _with_year(m["short"] and "20" + m["short"], f"Q{m['n']}")


def _date_key(m: Match) -> str:
    day = int("".join(c for c in m["day"] if c.isdigit()))
    return _with_year(m["year"], f"M{_month(m['month']):02}-{day:02}")


def _fiscal_key(m: Match) -> str:
    return f"FY{m['year'] or ('20' + m['short'])[-4:]}"


def _relative_key(m: Match) -> str:
    return f"~{_STEP[m['unit'].lower()]}{_SHIFT.get(m['which'].lower(), '-1')}"


def _before_key(m: Match) -> str:
    return f"~{_STEP[m['unit'].lower()]}-1"


def _day_key(m: Match) -> str:
    day = m[0].lower()
    return f"W:{day[:3] if day in _WEEKDAYS else day}"


_KEYS: dict[str, Callable[[Match], str]] = {
    "span": _span_key,
    "upto": _upto_key,
    "yearto": lambda m: f"{m['unit'].lower()}..{m['year'] or ''}-{_month(m['month']):02}",
    "part": _part_key,
    "q": _q_key,
    "months": lambda m: _with_year(m["year"], f"M{_month(m['first']):02}..{_month(m['last']):02}"),
    "date": _date_key,
    "daymonth": _date_key,
    "month": lambda m: _with_year(m["year"], f"M{_month(m['month']):02}"),
    "fiscal": _fiscal_key,
    "seasons": lambda m: f"FY{m['year']}",
    "ago": lambda m: f"~{_STEP[m['unit'].lower()]}-{_number(m['n'])}",
    "yearago": _before_key,
    "same": lambda m: f"~S{m['year']}" if m["year"] else "~Y-1",
    "relative": _relative_key,
    "before": _before_key,
    "step": lambda m: _ON[(m["unit"] or m["on"]).lower()],
    "decade": lambda m: f"{m['decade']}s",
    "day": _day_key,
    "year": lambda m: str(m[0]),
}
