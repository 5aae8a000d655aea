"""Headline and first sentences → the weekday or the date of which both tell, so that a wrong one is found.

    "Brill to vote on Friday"        … "said that it would vote on Friday"       4 in the headline; 4, of it
    "Brill to vote on November 18"   … "will vote on Nov. 8, the council said"   1118 in the headline; 1108, of it

Of 629 headlines of a news archive with a weekday 626 have it in the first sentences that name any, and of 256 with a
date 254 have it, or one of another month and day; the other five tell of two days. Where it is told only farther on,
the first sentences tell of another day. Headlines in capitals, or with a date behind a dash, date what stands below
them ("3RD QTR FEB 28", "Brill tankers - April 6").
"""

from __future__ import annotations

from checker.calendarword import calendar_fact
from checker.fact import Fact, Link, Sentence
from checker.pattern import regex
from checker.period import Period, is_date, weekday

TYPE_CHECKING = False
if TYPE_CHECKING:
    Told = tuple[Sentence, Period, int]  # where a day is named, and its number

_OPENING = 4  # sentences below the headline
_HUNDRED = 100
_ASIDE = frozenset("since after from before until till to by through following".split())

# "Sunday meeting", and no "on Sunday after talks"
_NOUN = regex(r" (?!(?:after|amid|as|at|before|by|despite|for|from|in|on|over|to|with|and|but|while)\b)[a-z]+")


def headed_days(sentences: list[Sentence]) -> list[Fact]:
    """Sentences → the one weekday and the one date that the headline names, and what the article names for it."""
    found: list[Fact] = []
    for unit in ("weekday", "date"):
        shown = _days([s for s in sentences if s.block == "headline"], unit)
        if len(shown) == 1 and _is_of_story(*shown[0][:2]) and (told := _told(sentences, shown[0], unit)):
            (head, period, number), (sentence, other, day) = shown[0], told
            first = calendar_fact(period, head, (unit, number), "headline-period", mark="g")
            link = Link(first.id, "period-of")
            found += [first, calendar_fact(other, sentence, (unit, day), "told-period", (link,), mark="g")]
    return found


def _told(sentences: list[Sentence], head: Told, unit: str) -> Told | None:
    """The day of the first sentences that is the headline's, or their first if the headline's is nowhere."""
    body = _days([s for s in sentences if s.block != "headline"], unit)
    opening = [s.number for s in sentences if s.block == "paragraph"][:_OPENING]
    near = [item for item in body if item[0].number in opening]
    if unit == "date" and any(p.key == head[1].key[:-3] for s in sentences if s.number in opening for p in s.periods):
        return None  # "by the end of April": the day is told without its number
    same = next((item for item in near if item[2] == head[2]), None)
    if same is not None or any(item[2] == head[2] for item in body):
        return same
    if not near or (unit == "date" and not _is_near(head, near[0])):
        return None
    dated = any(is_date(period.key) for s in sentences if s.number in opening for period in s.periods)
    return None if unit == "weekday" and dated else near[0]  # "trade to be halted on Thursday", "from September 27"


def _is_near(head: Told, other: Told) -> bool:
    """Do two dates have the month or the day in common, and is the second no end of a stretch: "September 24-25"?"""
    (_, _, one), (sentence, period, two) = head, other
    alike = not {one // _HUNDRED, one % _HUNDRED + _HUNDRED}.isdisjoint({two // _HUNDRED, two % _HUNDRED + _HUNDRED})
    ranged = "-" in sentence.chunks.tokens.folded[period.start - 1 : period.end + 1]
    tokens = sentence.chunks.tokens
    return alike and not ranged and tokens.word(tokens.at.get(period.start, 0) - 1) not in _ASIDE


def _days(sentences: list[Sentence], unit: str) -> list[Told]:
    named = ((s, p, _number(unit, p)) for s in sentences for p in s.periods)
    return [(s, p, number) for s, p, number in named if number is not None]


def _number(unit: str, period: Period) -> int | None:
    """A weekday → its place in the week; a date → 100 for its month and its day; None for what is neither."""
    if unit == "weekday":
        return weekday(period.key)
    return int(period.key[-5:-3]) * _HUNDRED + int(period.key[-2:]) if is_date(period.key) else None


def _is_of_story(sentence: Sentence, period: Period) -> bool:
    """Is it a day of what happens: none of a headline in capitals, no number that ends a name ("Pier 1 November")?

    Of a thing that is called by its day ("Sunday meeting opens") the article need not say when it is.
    """
    tokens = sentence.chunks.tokens
    text = tokens.folded[period.start : period.end]
    named = bool(weekday(period.key) is not None and _NOUN.match(tokens.folded, period.end, tokens.ends[-1]))
    dated = tokens.word(tokens.at.get(period.start, 0) - 1) == "-"
    return not (dated or named or text.isupper() or text[0].isdigit())
