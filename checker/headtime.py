"""Headline and first sentences → the month, quarter, half or year of which both tell, so that a wrong one is found.

    "Sales up in May"         … "sales rose in May"          month 5 in the headline; month 5, period-of the headline's
    "Sales up in May"         … "in April, after 3 in May"   month 5; month 4, for May is that of the base
    "Taxes to fall next year" … "will be cut next year"      year +1 in the headline; year +1, period-of the headline's

The first sentence is about what the headline is about, and its first time that is none of another figure is the time of
both. Where it names none, the two sentences after it may.
"""

from __future__ import annotations

from itertools import pairwise

from checker.calendarword import calendar_fact, numbered
from checker.fact import Fact, Link, Sentence
from checker.lookahead import AHEAD, FUTURE, looks_ahead
from checker.pattern import Pattern
from checker.period import IN_YEAR, Period, is_date, is_day, part_of_year
from checker.unit import singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    Told = tuple[Sentence, Period, int]  # where a time is named, and its number

_UNITS = ("year", "month", "quarter", "half", "year told", "quarter told", "month told", "week told")
_SHIFTS = {"last": 1, "this": 2, "next": 3}
_STEPS = {"Y": "year", "Q": "quarter", "M": "month", "W": "week"}
_QUARTER = Pattern(r"(?:\d{4}-)?Q([1-4])")
_TO_MONTH = Pattern(r"(?:[a-z]+|\d+M)\.\.(?:\d{4})?-(\d\d)")  # "the year to March"
_YEAR = Pattern(r"(?:FY)?(\d{4})(?:-.*)?")
_ASIDE = frozenset(
    "since from until till by before after through for of last to following as ending ended ends earlier off"
    " starts start starting begins begin beginning opens enters".split()
)
# Behind these words, in the clause, stands another's time: "after a rise of 0.3 percent in May".
_BASES = frozenset(
    "from below after than since following versus vs compared against until till before like between".split()
)
_SUPPOSED = frozenset("expected estimated thought forecast anticipated reported feared predicted".split())
_CLAUSE = (",", ";", "and", "but")
_BASE_REACH = 14  # words between such a word and the time of a base
_SET_AGAINST = frozenset("on than over against versus vs with".split())
_RELATIVE = frozenset(  # words that may name the headline's period as well
    (first, second) for first in ("last", "next", "this", "current", "latest") for second in ("month", "quarter")
)
_TWO_YEARS = frozenset("although though while but as".split())  # the clause they open may be about another year
_OTHER_YEARS = frozenset(
    (first, second)
    for second in ("year", "years")
    for first in ("this", "last", "next", "full", "current", "a", "coming")
)
_FULL = 4  # letters of a month's whole name
_VERBS = ("MAY", "MARCH")
_SHORT = 3  # letters of a word that may be no noun
_NO_NOUN = frozenset("from with that when after over amid than into this will despite compared against before".split())
_BEFORE_MONTH = frozenset("in for of by until from to early late mid".split())
_LEAD = 4  # sentences, after the headline, that tell what it tells
_ENOUGH = 3  # sentences with figures of an article that would name the headline's time, were it right
_SOON = {"month": 6, "quarter": 2, "half": 1}  # what is named so much later lies behind, not a year before


def headed(sentences: list[Sentence]) -> list[Fact]:
    """Sentences → for each kind of time the one that the headline names, and the article's that is of the same."""
    shown = [(s, p) for s in sentences if s.block == "headline" for p in s.periods if not is_day(p.key)]
    found: list[Fact] = []
    for unit in _UNITS:
        head = [(s, p, number) for s, p in shown if (number := _number(unit, s, p))]
        named = len(head) == 1 and all(f.id != f"g{head[0][1].start}" for f in found)  # "Q1 2007" is told once
        if named and _is_own(*head[0][:2]) and (told := _told(sentences, unit, head[0])):
            found += _facts(unit, head[0], told)
    return found


def _facts(unit: str, head: Told, told: Told) -> tuple[Fact, Fact]:
    first = calendar_fact(head[1], head[0], (unit, head[2]), "headline-period", mark="g")
    link = Link(first.id, "period-of")
    return first, calendar_fact(told[1], told[0], (unit, told[2]), "told-period", (link,), mark="g")


def _number(unit: str, sentence: Sentence, period: Period) -> int:
    """A kind of time and a period → its number of that kind, from 1; 0 if it names none."""
    if unit.endswith(" told"):
        first, _, _ = sentence.chunks.tokens.folded[period.start : period.end].lower().partition(" ")
        told = period.key[:1] == "~" and f"{_STEPS.get(period.key[1:2], '')} told" == unit
        return _SHIFTS.get(first, 0) if told else 0
    if unit == "year":
        return _year(period, sentence.chunks.tokens.folded)
    if unit == "half":
        step, number = part_of_year(period.key.partition("-")[2] or period.key)
        return number if step == "half" else 0
    if unit == "month" and (end := _TO_MONTH.fullmatch(period.key)):
        return int(end[1])
    named = numbered(period)
    return named[1] if named and named[0] == unit else 0


def _year(period: Period, folded: str) -> int:
    """2023 or 2023-Q1 → the number of the year; 0 for another period, an end of "2015-2017" and "2015/16"."""
    match = _YEAR.fullmatch(period.key)
    if "/" in folded[period.start : period.end]:
        return 0
    last = folded[max(0, period.start - 1) : period.start] in ("-", "/") and folded[period.start - 2].isdecimal()
    return int(match[1]) if match and not last and folded[period.end : period.end + 1] not in ("-", "/") else 0


def _told(sentences: list[Sentence], unit: str, head: Told) -> Told | None:
    """The time of the article that is the headline's, or the one in its place; None where neither is told."""
    body = [s for s in sentences if s.block != "headline"]
    opening = next((s for s in body if s.block == "paragraph"), None)
    told = [(s, p, number) for s in body for p in s.periods if (number := _number(unit, s, p))]
    first = [item for item in told if item[0] is opening and not _is_of_base(*item[:2])]
    again = next((item for item in first if item[2] == head[2]), None)
    own = next((item for item in first if _is_own(*item[:2], of=True)), None)
    if unit == "year" and any(item[0] is opening and item[2] == head[2] for item in told) and again is None:
        return None  # "repeats 2016 pause", "2019 looks a lot like 2016"
    if own is not None:
        untold = len(body) >= _ENOUGH and not unit.endswith(" told") and all(item[2] != head[2] for item in told)
        other = _is_other(*head[:2]) and not _have_one_noun(head, own)
        return again or (own if not other and _is_of_one_time(head, own, untold=untold) else None)
    again = next((item for item in told if item[2] == head[2]), None)
    if again is not None or opening is None or unit not in _SOON:
        return again
    lead = body[body.index(opening) + 1 : body.index(opening) + _LEAD]
    later = next((item for item in told if item[0] in lead), None)
    return later if later is not None and _is_in_place(unit, head, later) else None


def _is_in_place(unit: str, head: Told, told: Told) -> bool:
    """Does a later sentence name a time where it should name the headline's? An earlier one may be that of a base."""
    later = 0 < (told[2] - head[2]) % IN_YEAR[unit] <= _SOON[unit]
    return later and not looks_ahead(told[0], FUTURE) and _is_own(*told[:2]) and _is_of_one_time(head, told)


def _is_of_one_time(head: Told, told: Told, *, untold: bool = False) -> bool:
    """May two periods that differ be meant for one: both of what happened, both quarters by number or by months?

    Where only one of them looks ahead ("sees Q1 loss", "to step down in December") they differ rightly, unless the
    headline's is told nowhere in the article; and the first quarter of a financial year may be July to September.
    """
    (shown, period, _), (sentence, other, _) = head, told
    words = sentence.chunks.tokens.words
    if _year(period, shown.chunks.tokens.folded) and _have_one_noun(head, told):
        return True
    planned = looks_ahead(shown, AHEAD)
    strict = not untold or _is_of_figure(sentence, other)
    ahead = strict and planned != looks_ahead(sentence, FUTURE, other)
    fiscal = _QUARTER.fullmatch(period.key) is None or _QUARTER.fullmatch(other.key) is None
    quarterly = any(".." in key or "Q" in key for key in (period.key, other.key))
    if planned and quarterly and not untold:
        return False  # "posts profit, sees Q1 sales up": the text may begin with what was
    if _year(period, shown.chunks.tokens.folded) and told[2] < head[2] and not planned and not untold:
        return False  # "a slump that spells a gloomy 2013": headlines look ahead in many ways
    if _year(period, shown.chunks.tokens.folded):
        farther = told[2] > head[2] and planned and not untold  # "sees 2015 start", "full output in 2017"
        return not (ahead or farther or _tells_other_years(sentence))
    if period.key[0] == "~":
        # "defaults are to quadruple this year, and may soar in 2009"
        relative = not _TWO_YEARS.isdisjoint(words) or any(_number("year", sentence, one) for one in sentence.periods)
    else:
        relative = any(pair in _RELATIVE for pair in pairwise(words))
    return not (ahead or relative or is_date(other.key)) and not (quarterly and fiscal)


def _is_other(sentence: Sentence, period: Period) -> bool:
    """Is a headline's time none: the year of a name ("2016 Arden coupe") of a table's title, or "may" at its head?"""
    tokens = sentence.chunks.tokens
    at = tokens.at.get(period.start, 0)
    if tokens.words[at] == "may":
        return tokens.word(at - 1) not in _BEFORE_MONTH
    behind = "".join(tokens.raws[at + 1 : at + 2])
    titled = sum(raw[:1].isupper() for raw in tokens.raws) > len(tokens.raws) // 2
    named = not titled and behind[:1].isupper() and not behind.isupper()
    return bool(_year(period, tokens.folded)) and (named or "ended" in tokens.words)


def _have_one_noun(head: Told, told: Told) -> bool:
    """Does the same word stand right behind both years: "the 2014 Cherry", "higher 1987 losses"?"""
    nouns = [_behind(sentence, period) for sentence, period, _ in (head, told)]
    return nouns[0] == nouns[1] != ""


def _behind(sentence: Sentence, period: Period) -> str:
    """The word right behind a period, or "" for a short one."""
    tokens = sentence.chunks.tokens
    word = tokens.word(tokens.at.get(period.start, 0) + 1)
    return singular(word) if word.isalpha() and len(word) > _SHORT and word not in _NO_NOUN else ""


def _tells_other_years(sentence: Sentence) -> bool:
    """ "This year", "a year ago" and "its full-year forecast" name a year without its number."""
    words = [word for word in sentence.chunks.tokens.words if word != "-"]
    if "current" in words and "year" in words:
        return True  # "for the current quarter and year"
    return any(pair in _OTHER_YEARS for pair in pairwise(words))


def _is_own(sentence: Sentence, period: Period, *, of: bool = False) -> bool:
    """Is a period the one told of: not "since March", nor a word in capitals that may be another ("MAY", <APR>)?

    With `of` it may be the one of a figure as well: "reported a profit for the second quarter".
    """
    tokens = sentence.chunks.tokens
    first = tokens.at.get(period.start, 0)
    text = tokens.folded[period.start : period.end]
    in_capitals = text.isupper() and text.isalpha() and not _is_month(sentence, first, text)
    aside = tokens.word(first - 1) in _ASIDE and not (of and _is_of_figure(sentence, period))
    return not (in_capitals or aside or _is_of_base(sentence, period))


def _is_of_figure(sentence: Sentence, period: Period) -> bool:
    """Does "for" stand before a period: "a profit for the second quarter"?"""
    tokens = sentence.chunks.tokens
    return tokens.word(tokens.at.get(period.start, 0) - 1) == "for"


def _is_month(sentence: Sentence, first: int, text: str) -> bool:
    """Does a name of a month in a headline of capitals mean the month: "JULY SALES", "IN MAY"?"""
    tokens = sentence.chunks.tokens
    whole = tokens.word(first - 1) == "in" or (len(text) >= _FULL and text not in _VERBS)
    return whole and all(raw.isupper() for raw in tokens.raws if raw.isalpha())


def _is_of_base(sentence: Sentence, period: Period) -> bool:
    """Is a period that of another figure of its clause, or of none: "from 5 percent in March", "worst since March"?"""
    words, first = sentence.chunks.tokens.words, sentence.chunks.tokens.at.get(period.start, 0)
    if first and words[first - 1] in _SET_AGAINST:
        return True
    for n in range(first - 1, max(-1, first - _BASE_REACH), -1):
        if words[n] in _CLAUSE and not (words[n] == "and" and words[n + 1][:1].isdigit()):
            return False  # but "from 5 million in May and 2 million in June 2004"
        if words[n] in _BASES and words[n - 1] != "-" and _SUPPOSED.isdisjoint(words[n + 1 : n + 3]):
            return True  # "a smaller-than-expected rise in March" is no base, nor is "less than first thought in March"
    return False
