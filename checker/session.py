"""The sentences below the first → what they tell of the session that headline and first sentence tell of.

    "Oil fell on Monday" … "U.S. crude settled up 13 cents"                          crude, up
    "Harbour's shares jumped" … "Harbour's shares were down 2 percent at $13.10"     its shares, down

What tells of another day or a longer time, of another's shares, or of trading after hours, is left out.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import takewhile

from checker.course import UNSETTLED, Course, are_one, courses, names_of, settled
from checker.fact import Sentence
from checker.pattern import regex
from checker.period import is_day
from checker.unit import singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.period import Period

    Pair = tuple[Course, Course]

# A sentence with one of them tells of another time than that of the news, or of one that goes the other way.
_OTHERWISE = frozenset(
    "since past ago previous previously before ahead if when would could will though however but every although"
    " unlike contrast bucked opposite year years peak".split()
)
_UNSETTLED = UNSETTLED | frozenset("later pared paring pares limited limiting".split())
_LONGER = frozenset("week weeks month months quarter quarters year years".split())
_AFTER_HOURS = regex(
    r"after[- ]hours|extended|after the bell|pre-?market|electronic|late trad|aftermarket", re.IGNORECASE
)
_TRADED = ("day", "share")
_STOCKS = "stocks"
_LEADING = 12  # tokens of the first sentence in which the company is named that it is about
_CONTRACTS = frozenset("delivery contract contracts futures".split())
_RATES = ("percent", "pct")
_STANDS = frozenset(("at", "to"))
_NEAR = 5  # chunks
_LED = 14  # tokens
_CLOSE = 4  # tokens
_FIGURATIVE = frozenset("momentum steam ground luster lustre".split())  # that shares lose
_CLAUSE_ENDS = frozenset((",", "after", "from"))
_HUNDRED = Fraction(100)
_TITLES = frozenset("shares share stock corp inc co ltd group the of plc".split())


def of_session(opening: list[Course], head: Sentence | None, lead: Sentence, below: list[Sentence]) -> Iterator[Pair]:
    """The courses of headline and first sentence, and the sentences below → each course there and one of its subject.

    Of 2,101 such pairs in 40,000 articles 2,090 went one way.
    """
    begun = [sentence for sentence in (head, lead) if sentence is not None]
    traded = [course for course in opening if course.subject.kind in _TRADED]
    longer = [course for course in traded if _is_longer(course)]
    known = [c for c in traded if not any(are_one(c, other) for other in longer)]
    known = [c for c in known if not _is_brought(c)]
    if not known or not all(_UNSETTLED.isdisjoint(sentence.chunks.tokens.words) for sentence in begun):
        return
    shown = head.chunks.tokens.words if head is not None else []
    opened = frozenset(map(singular, (*shown, *lead.chunks.tokens.words[:_LEADING])))
    names = names_of({course.subject for course in known})
    day = {period.key for period in lead.periods if is_day(period.key)}
    other = False  # did the sentence before tell of another day, of a week or a year?
    for sentence in below:
        words = sentence.chunks.tokens.words
        before, other = other, not _LONGER.isdisjoint(words) or not _is_same_day(sentence, day)
        if other or sentence.block != "paragraph" or names.isdisjoint(words) or not _OTHERWISE.isdisjoint(words):
            continue
        for later in settled(courses(sentence)):
            if later.amount and (not before or _is_dated(later)) and not _is_earlier(later):
                yield from ((one, later) for one in known if are_one(one, later) and _is_its(later, one, known, opened))


def _is_brought(course: Course) -> bool:
    """Is it what somebody raised or cut, as oil in its output, and not a market that news "lifted" or "hurt"?"""
    subject = course.subject
    return course.sentence.chunks.code[course.chunk] == "g" and _STOCKS not in (subject.name, subject.of)


def _is_longer(course: Course) -> bool:
    """Is it of a longer time, or no move at all: "racked up a fourth straight week of gains", "lost momentum"?"""
    chunks = course.sentence.chunks
    behind = chunks.tokens.words[chunks.chunks[course.chunk].after :][:_CLOSE]
    return not (_LONGER | _FIGURATIVE).isdisjoint(behind)


def _is_same_day(sentence: Sentence, known: set[str]) -> bool:
    """Does a sentence name no period but the days of the first one, and months of contracts?"""
    return all(period.key in known or _is_delivery(sentence, period) for period in sentence.periods)


def _is_delivery(sentence: Sentence, period: Period) -> bool:
    """ "crude for June delivery", "the July contract", not "up 7 percent for July": is a month that of a contract?"""
    tokens = sentence.chunks.tokens
    first = tokens.at.get(period.start, 0)
    behind = tokens.words[first + 1 : first + 3]
    sold = tokens.word(first - 2)
    due = tokens.word(first - 1) == "for" and sold.isalpha() and sold not in _RATES
    return period.key[:1] == "M" and (due or not _CONTRACTS.isdisjoint(behind))


def _is_dated(course: Course) -> bool:
    """Is the day of a course told beside it, or where it led: "rose 8 points on Monday", "down 8 cents at $18.30"?"""
    first = course.sentence.chunks.chunks[course.chunk].first
    led = course.sentence.chunks.tokens.words[first : first + _LED]
    return bool(course.sentence.periods) or not _STANDS.isdisjoint(led)


def _is_earlier(course: Course) -> bool:
    """ "Earlier, crude rose 2 percent", "crude rose 2 percent earlier", not "rose 2 percent, after it fell earlier"."""
    words = course.sentence.chunks.tokens.words
    at = course.sentence.chunks.chunks[course.chunk].first
    start = max((i + 1 for i in range(at) if words[i] == ","), default=0)
    behind = takewhile(lambda word: word not in _CLAUSE_ENDS, words[at:])
    return "earlier" in (words[0], *words[start:at], *behind)


def _is_its(later: Course, first: Course, opening: list[Course], opened: frozenset[str]) -> bool:
    """Is the later course one of the same market, or of the same company's shares?"""
    if later.subject.kind == "day":
        small = later.subject != first.subject and _percent(later) < later.subject.least
        plain = not first.narrowed and not later.narrowed  # no "energy stocks"
        return plain and not small and not _is_number(later)
    if _is_after_hours(first.sentence, later.sentence):
        return False
    known = [one.narrowed for one in opening if one.subject == first.subject and one.narrowed]
    return any(_is_named(later, names) for names in known or [opened])


def _is_named(course: Course, names: frozenset[str]) -> bool:
    """Is a name of a company among those that narrow a course ("Duke Energy", not "energy shares")?"""
    tokens = course.sentence.chunks.tokens
    near = range(course.first, course.sentence.chunks.chunks[course.chunk].first)
    own = [singular(tokens.words[i]) for i in near if tokens.capital(i) and tokens.words[i] not in _TITLES]
    return bool(own) and names.issuperset(own)


def _is_after_hours(first: Sentence, later: Sentence) -> bool:
    """Do shares trade after hours as well, in an article that does not say it of both sentences?"""
    if _AFTER_HOURS.search(first.chunks.tokens.folded) is None:
        return False
    tokens = (sentence.chunks.tokens for sentence in (first, later))
    return not all(_AFTER_HOURS.search(one.folded, one.starts[0], one.ends[-1]) for one in tokens)


def _is_number(course: Course) -> bool:
    """ "three stocks rose for every two that fell": are they counted?"""
    return any(item.after == course.first and item.figure is not None for item in course.sentence.chunks.chunks)


def _percent(course: Course) -> Fraction:
    """How much a course was, in percent: what stands right behind it ("59 points, or 0.5 percent"), or worked out.

    "3 cents to settle at $68.04": 3 cents of 68.04 dollars. It is 0 where nothing tells it.
    """
    near = course.sentence.chunks.chunks[max(0, course.chunk - 1) : course.chunk + _NEAR]
    figures = [item.figure.figure for item in near if item.figure is not None]
    rate = next((figure.value for figure in figures if figure.kind == "percent"), None)
    if rate is not None:
        return rate
    values = [figure.value for figure in figures if figure.value]
    return _HUNDRED * min(values) / max(values) if len(values) > 1 else Fraction(0)
