"""Headline, first sentence and body → facts of the way that each says that one subject went.

    "Oil falls on fears for demand" … "Oil fell on Monday" … "U.S. crude settled up 13 cents"
    "falls" −1; "fell" −1, told-of "falls"; "settled up" +1, retold-of "falls" and of "fell"

All of them tell one story. A subject of which the beginning itself tells both ways is left out.
"""

from __future__ import annotations

from fractions import Fraction

from checker.course import Course, are_one, courses, settled
from checker.fact import DIRECTION, Fact, Sentence, add_link
from checker.headsubject import of_one_subject
from checker.headway import TURNING, cause_of, of_main_verbs, of_one_noun, of_one_rate
from checker.movement import letter_of
from checker.period import comparable, is_day
from checker.record import replace
from checker.session import of_session
from checker.turning import turn
from checker.wordfact import lone_fact, span_of

Told = dict[str, Fact]  # facts by id, changed in place

_LEAST = 2  # letters
_NEAR = 5  # chunks
_JOINTS = frozenset(", ; : and as while".split())


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
    opening = settled([*settled(shown), *settled(begun)])
    for first, later in of_session(opening, head, lead, sentences[lead.number + 1 :]):
        _tie(told, first, later, "retold")
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
    for one in settled(shown):
        same = [other for other in begun if are_one(one, other)]
        met = met or bool(same)
        if same and same[0].sign != one.sign and _is_conceded(same[0]) and one.sign in _ways(lead, []):
            continue  # "fell in 14 of 20 towns, even though total foreclosures rose"
        others = [course for course in begun if course not in same]
        main = same[0] if same and not _is_aside(one) else None
        if same and same[0].sign != one.sign and one.sign in _ways(lead, others, main):
            continue  # the first sentence tells of the headline's way as well
        if same and same[0] in settled(begun) and _are_alike(one, same[0]):
            _tie(told, one, same[0], "told")
            return
    moved = None if met else of_one_noun(head, lead) or of_one_subject(head, lead) or of_main_verbs(head, lead)
    if moved is not None:
        _tie(told, *moved, "told")


def _is_within_month(sentence: Sentence) -> bool:
    """Does a sentence compare two readings of one month or quarter: "from earlier in the month", "from mid-May"?"""
    words = sentence.chunks.tokens.words
    return any(words[i] == "from" and words[i + 1 : i + 2] and words[i + 1] in _WITHIN for i in range(len(words)))


_WITHIN = frozenset("earlier mid preliminary early".split())


def _is_conceded(course: Course) -> bool:
    """Does a course stand in a clause that "although", "while" or "but" opens?"""
    tokens = course.sentence.chunks.tokens
    before = tokens.words[: course.sentence.chunks.chunks[course.chunk].first]
    return bool(before) and not _CONCEDING.isdisjoint(before[1:])


_CONCEDING = frozenset("though although while despite but".split())


def _ways(sentence: Sentence, others: list[Course], told: Course | None = None) -> set[int]:
    """A sentence → the ways that its words tell, but those of the courses of other subjects.

    What stands behind the course told, where a cause is given ("hurt by higher costs"), tells of no way of its own.
    """
    apart = {course.chunk for course in others}
    cause = cause_of(told) if told is not None else range(0)
    words = (
        (k, item)
        for k, item in enumerate(sentence.chunks.chunks)
        if item.letter in TURNING and k not in apart and k not in cause
    )
    return {turn(item.value) for _, item in words if "soft" not in item.form}


def _is_aside(course: Course) -> bool:
    """Does a word of movement tell why something moved, or of its pace: "hurt by higher costs", "growth slumps"?"""
    chunks = course.sentence.chunks
    return chunks.tokens.word(chunks.chunks[course.chunk].first - 1) in _BEHIND


_BEHIND = frozenset("by on amid despite as from of after with growth pace rate".split())


def _are_alike(one: Course, other: Course) -> bool:
    """Is nothing said that makes two subjects of one name ("car sales", "retail sales"), and are both told alike?"""
    letters = letter_of(one.sentence.chunks, one.chunk) + letter_of(other.sentence.chunks, other.chunk)
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
