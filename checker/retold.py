"""Headline, first sentence and body → facts of the way that each says that one subject went.

    "Oil falls on fears for demand" … "Oil fell on Monday" … "U.S. crude settled up 13 cents"
    "falls" −1; "fell" −1, told-of "falls"; "settled up" +1, retold-of "falls" and of "fell"

All of them tell one story. What a sentence of the body tells of another day or a longer time, of another's shares, or
of trading after hours, is left out, and so is a subject of which the beginning itself tells both ways.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.chunk import FIGURES
from checker.course import Course, courses, names_of
from checker.direction import turn
from checker.fact import DIRECTION, Fact, Sentence, add_link
from checker.headsubject import of_one_subject
from checker.headway import TURNING, UNSETTLED, of_one_noun, of_one_rate
from checker.pattern import regex
from checker.period import comparable, is_day
from checker.record import replace
from checker.unit import singular
from checker.wordfact import lone_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.period import Period

Told = dict[str, Fact]  # facts by id, changed in place

# A sentence with one of them tells of another time than that of the news, or of one that goes the other way.
_OTHERWISE = frozenset(
    "earlier early had since past ago previous previously before ahead if when would could will though however but"
    " every although unlike contrast bucked opposite year years peak".split()
)
_LONGER = frozenset("week weeks month months quarter quarters year years".split())
_AFTER_HOURS = regex(
    r"after[- ]hours|extended|after the bell|pre-?market|electronic|late trad|aftermarket", re.IGNORECASE
)
_TRADED = ("day", "share")
_LEADING = 12  # tokens of the first sentence in which the company is named that it is about
_SMALL = Fraction(1, 4)  # percent: an index may go the other way than the market by so much
_CONTRACTS = frozenset("delivery contract contracts futures".split())
_NEAR = 5  # chunks
_LEAST = 2  # letters
_APART = "gA"  # what somebody raises; "stocks up on" hopes tells of the hour
_JOINTS = frozenset(", ; : and as while".split())
_TITLES = frozenset("shares share stock corp inc co ltd group the of plc".split())


def retold(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → the facts of what headline, first sentence and body tell of the course of one subject."""
    head = next((s for s in sentences if s.block == "headline"), None)
    lead = next((s for s in sentences if s.block not in ("headline", "dateline", "table")), None)
    if lead is None:
        return ()
    shown = courses(head) if head is not None else []
    begun = courses(lead)
    told: Told = {}
    if head is not None:
        _tie_lead(told, shown, begun, head, lead)
    opening = [*_settled(shown), *_settled(begun)]
    traded = [c for c in _settled(opening) if c.subject.kind in _TRADED]
    known = [c for c in traded if c.sentence.chunks.code[c.chunk] not in _APART]
    if known and all(UNSETTLED.isdisjoint(s.chunks.tokens.words) for s in (head, lead) if s is not None):
        _tie_body(told, known, sentences, lead)
    return tuple(told.values())


def _tie_lead(told: Told, shown: list[Course], begun: list[Course], head: Sentence, lead: Sentence) -> None:
    """What headline and first sentence both tell the course of: the first subject of which each tells one way."""
    if head.periods and lead.periods and not _meet(head, lead):
        return
    if _is_within_month(lead) and not _is_within_month(head):
        return  # "up in July", "softened in late July from earlier in the month"
    if "but" in head.chunks.tokens.words:
        return  # "Stocks up on hopes but Dow off"
    if (rated := of_one_rate(head, lead)) is not None:
        _tie(told, *rated, "told")
        return
    met = False
    for one in _settled(shown):
        same = [other for other in begun if _are_one(one, other)]
        met = met or bool(same)
        if same and same[0].sign != one.sign and _is_conceded(same[0]) and one.sign in _ways(lead, []):
            continue  # "fell in 14 of 20 towns, even though total foreclosures rose"
        if same and same[0].sign != one.sign and one.sign in _ways(lead, [c for c in begun if c not in same]):
            continue  # the first sentence tells of the headline's way as well
        if same and same[0] in _settled(begun) and _are_alike(one, same[0]):
            _tie(told, one, same[0], "told")
            return
    if not met and (moved := of_one_noun(head, lead) or of_one_subject(head, lead)) is not None:
        _tie(told, *moved, "told")


def _is_within_month(sentence: Sentence) -> bool:
    """Does a sentence compare two readings of one month or quarter: "from earlier in the month", "from mid-May"?"""
    words = sentence.chunks.tokens.words
    return any(words[i] == "from" and words[i + 1 : i + 2] and words[i + 1] in _WITHIN for i in range(len(words)))


_WITHIN = frozenset("earlier mid preliminary early".split())


def _is_conceded(course: Course) -> bool:
    """Does a course stand in a clause that "although" or "while" opens?"""
    tokens = course.sentence.chunks.tokens
    before = tokens.words[: course.sentence.chunks.chunks[course.chunk].first]
    return bool(before) and not _CONCEDING.isdisjoint(before[1:])


_CONCEDING = frozenset("though although while despite".split())


def _ways(sentence: Sentence, others: list[Course]) -> set[int]:
    """A sentence → the ways that its words tell, but those of the courses of other subjects."""
    apart = {course.chunk for course in others}
    words = ((k, item) for k, item in enumerate(sentence.chunks.chunks) if item.letter in TURNING and k not in apart)
    return {turn(item.value) for _, item in words if "soft" not in item.form}


def _tie_body(told: Told, opening: list[Course], sentences: list[Sentence], lead: Sentence) -> None:
    """What the body tells of the course of a subject that headline or first sentence has told of."""
    head = [word for s in sentences[:1] if s.block == "headline" for word in s.chunks.tokens.words]
    opened = frozenset(map(singular, (*head, *lead.chunks.tokens.words[:_LEADING])))
    names = names_of({course.subject for course in opening})
    known = {period.key for period in lead.periods}
    other = False  # did the sentence before tell of another day, of a week or a year?
    for sentence in sentences[lead.number + 1 :]:
        words = sentence.chunks.tokens.words
        before, other = other, not _LONGER.isdisjoint(words) or not _is_same_day(sentence, known)
        if before or other or sentence.block != "paragraph":
            continue
        if names.isdisjoint(words) or not _OTHERWISE.isdisjoint(words):
            continue
        for later in _settled(courses(sentence)):
            for first in opening:
                if later.amount and _are_one(first, later) and _is_its(later, first, opening, opened):
                    _tie(told, first, later, "retold")


def _is_same_day(sentence: Sentence, known: set[str]) -> bool:
    """Does a sentence name no period but those of the first one, and months of contracts?"""
    return all(period.key in known or _is_delivery(sentence, period) for period in sentence.periods)


def _is_delivery(sentence: Sentence, period: Period) -> bool:
    """ "crude for June delivery", "the July contract": is a month that of a contract?"""
    tokens = sentence.chunks.tokens
    first = tokens.at.get(period.start, 0)
    behind = tokens.words[first + 1 : first + 3]
    return period.key[:1] == "M" and (tokens.word(first - 1) == "for" or not _CONTRACTS.isdisjoint(behind))


def _is_its(later: Course, first: Course, opening: list[Course], opened: frozenset[str]) -> bool:
    """Is the later course one of the same market, or of the same company's shares?"""
    if later.subject.kind == "day":
        small = later.subject != first.subject and (_percent(later) or _SMALL) < _SMALL
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
    return any(item.after == course.first and item.letter in FIGURES for item in course.sentence.chunks.chunks)


def _percent(course: Course) -> Fraction | None:
    """The percentage right behind a course, be it behind points ("59 points, or 0.5 percent")."""
    near = course.sentence.chunks.chunks[course.chunk - 1 : course.chunk + _NEAR]
    return next((item.figure.figure.value for item in near if item.letter == "P" and item.figure is not None), None)


def _settled(found: list[Course]) -> list[Course]:
    """Courses → those of subjects that go one way in them."""
    return [one for one in found if all(one.sign == other.sign for other in found if _are_one(one, other))]


def _are_one(one: Course, other: Course) -> bool:
    """Are two courses of one subject, or of one that tells of the other as well?"""
    a, b = one.subject, other.subject
    return a.name == b.name or a.of == b.name or b.of == a.name


def _are_alike(one: Course, other: Course) -> bool:
    """Is nothing said that makes two subjects of one name ("car sales", "retail sales"), and are both told alike?"""
    letters = one.sentence.chunks.code[one.chunk] + other.sentence.chunks.code[other.chunk]
    if letters.count("g") == 1 and not (letters == "gv" and other.amount):
        return False  # what somebody raises is seldom what rises, but "slashes bonus", "the bonus fell 62 percent"
    if letters == "gg" and not _have_one_agent(one, other):
        return False  # what others raise is not the same
    strict = "n" in letters and one.narrowed and not _is_reported(other)
    either = one.narrowed and other.narrowed
    if one.subject.kind == "day":
        return one.narrowed == other.narrowed
    return bool(one.narrowed & other.narrowed) if either or strict else True


def _have_one_agent(one: Course, other: Course) -> bool:
    """Is it told before the second course as well who raises or cuts something: "Halden Air cuts", "Halden cut"?"""
    words = one.sentence.chunks.tokens.words
    before = words[: one.sentence.chunks.chunks[one.chunk].first]
    agent = before[max((i + 1 for i, word in enumerate(before) if word in _JOINTS), default=0) :]
    said = other.sentence.chunks.tokens.words[: other.sentence.chunks.chunks[other.chunk].first]
    return any(len(word) > _LEAST and word in said for word in agent)


def _is_reported(course: Course) -> bool:
    """ "posted a 4 percent rise in quarterly profit": is the profit that of the company that the headline names?"""
    near = course.sentence.chunks.chunks[max(0, course.chunk - _NEAR) : course.chunk]
    words = {course.sentence.chunks.tokens.words[item.first] for item in near}
    return course.subject.name == "profit" and not words.isdisjoint(("posted", "reported", "posts", "reports"))


def _meet(head: Sentence, lead: Sentence) -> bool:
    """May any period of the headline be one of the first sentence: not "gain in '07" and "fell on Monday"?"""
    shown, told = ([period.key for period in sentence.periods] for sentence in (head, lead))
    like = [(a, b) for a in shown for b in told if is_day(a) == is_day(b)]
    return any(comparable(a, b) is not False for a, b in like)


def _tie(told: Told, first: Course, later: Course, how: str) -> None:
    """Two courses of one subject → their facts, the later one with its link to the first."""
    one = _fact(told, first, "headline-direction")
    other = _fact(told, later, f"{how}-direction")
    add_link(told, other.id, one, f"{how}-of")


def _fact(told: Told, course: Course, aspect: str) -> Fact:
    """A course → the fact of its word, with its sign as the value."""
    item = course.sentence.chunks.chunks[course.chunk]
    span = span_of(course.sentence.chunks, item.first, item.after)
    way = DIRECTION[course.sign]
    said = lone_fact(course.sentence, span, Fraction(course.sign), aspect, mark="v", direction=way)
    return told.setdefault(said.id, replace(said, measure=course.subject.name))
