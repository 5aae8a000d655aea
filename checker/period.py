"""Sentence → periods: the stretches of time it names, each with a key that can be compared.

    "in the first 11 months of 2023"  →  2023-01..11
    "the fourth quarter"              →  Q4           (year not printed)
    "a year earlier"                  →  ~Y-1         (relative: a year before the figure it is set against)

Keys: YYYY · YYYY-MM · YYYY-MM-DD · YYYY-MM..MM · YYYY-Qn · YYYY-Hn · the same without the year (M11, M11-30, M01..11,
Qn, Hn) · FYyyyy · ~Y-1, ~Q-1, ~M-1, ~W-1, ~D-1 (before), ~Y0 (this), ~Y+1 (next) · ~3M- (the last three months) ·
~S2018 (the same period of it) · W:fri · 1990s · yoy, mom, qoq (a step).
"""

from __future__ import annotations

import re

from checker.pattern import Pattern, regex
from checker.record import record
from checker.timephrase import beginning, narrowed, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


@record(frozen=True, slots=True)
class Period:
    start: int  # code points into the article
    end: int
    key: str


# A word, with an article before it that may belong to the phrase it begins.
_WORD = regex(r"(?<!\d[.,])\b(?:(?:[Tt]he|THE|[Aa]n?)\s+)?([^\W_]+)")
_NEXT = regex(r"[\s.'/-]+([^\W_]+)")


def periods(folded: str, start: int, end: int) -> list[Period]:
    """A sentence of the folded text → the periods it names, in order, none overlapping."""
    found: list[Period] = []
    free = start
    for word in _WORD.finditer(folded, start, end):
        kinds = beginning(word[1])
        if not kinds:
            continue
        after = _NEXT.match(folded, word.end(), end)
        possible = narrowed(kinds, after[1] if after else "")
        for at in sorted({word.start(), word.start(1)}) if possible else ():
            period = _at(folded, at, end, possible) if at >= free else None
            if period is not None:
                found.append(period)
                free = period.end
    return found


def _at(folded: str, at: int, end: int, kinds: Iterable[str]) -> Period | None:
    for kind in kinds:
        found = read(kind, folded, at, end)
        if found is not None:
            return Period(at, *found)
    return None


def is_base(key: str) -> bool:
    """A key → does it name the base of a comparison ("a year earlier") rather than the time of a figure?"""
    return (key.startswith("~") and key[-2:] in ("-1", "-2", "-3", "-4", "-5")) or key.startswith("~S") or key in STEPS


STEPS = ("yoy", "mom", "qoq", "wow")


def comparable(a: str, b: str) -> bool | None:
    """Two keys → the same period (True), different ones (False), or not to be told (None)."""
    if a == b and a:
        return True
    if not a or not b:
        return None
    if a[0] in "~W" or b[0] in "~W":
        return None
    year_a, rest_a = _split(a)
    year_b, rest_b = _split(b)
    if year_a and year_b and year_a != year_b:
        return False
    if rest_a == rest_b:
        return None if year_a != year_b else True
    return False


def is_day(key: str) -> bool:
    """A key → is it a date, a weekday or "tomorrow"?"""
    return key.startswith("W:") or is_date(key)


def is_date(key: str) -> bool:
    """A key → is it the day of a month, with or without its year?"""
    return bool(re.fullmatch(r"(?:M|\d{4}-)\d\d-\d\d", key))


_WEEK = ("W:mon", "W:tue", "W:wed", "W:thu", "W:fri", "W:sat", "W:sun")


def weekday(key: str) -> int | None:
    """The key of a weekday → its number in the week, 4 for W:fri; None for another period, and for "tomorrow"."""
    return _WEEK.index(key) if key in _WEEK else None


IN_YEAR = {"month": 12, "quarter": 4, "half": 2}
_PARTS = {"M": "month", "Q": "quarter", "H": "half"}


def part_of_year(key: str) -> tuple[str, int]:
    """A key → the month, quarter or half that it names without a year, and its number; ("", 0) for another period."""
    return (_PARTS[key[0]], int(key[1:])) if key[:1] in _PARTS and key[1:].isdigit() else ("", 0)


_AGO = Pattern(
    r"(?:'s)?,?\s(?:(?:of|the|in|a|this|same|period)\s)*(?:last|previous|prior|years?|two|earlier|before|(?:19|20)\d\d)\b"
)


def is_of_other_year(folded: str, end: int) -> bool:
    """Where a month ends in the text → do words behind it put it into another year ("in May of last year")?"""
    return _AGO.match(folded[end : end + 40]) is not None


def within(key: str, span: str) -> bool:
    """A month's key, with or without its year, and a span "2023-10..2023-12" → does the month fall in it?"""
    first, _, last = span.partition("..")
    if len(first) != 7 or len(last) != 7:
        return False
    low, high = (int(end[:4]) * 12 + int(end[5:]) for end in (first, last))
    year, month = _split(key)
    if not re.fullmatch(r"M\d\d", month):
        return False
    years = (int(year),) if year else range(low // 12 - 1, high // 12 + 1)
    return any(low <= y * 12 + int(month[1:]) <= high for y in years)


def _split(key: str) -> tuple[str, str]:
    """ "2023-11" → ("2023", "M11"); "Q4" → ("", "Q4"); "2023" → ("2023", "")."""
    if key[:4].isdigit():
        rest = key[5:]
        return key[:4], ("M" + rest if rest[:1].isdigit() else rest)
    return "", key
