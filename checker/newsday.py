"""Sentences → the weekday of which the opening tells, and the weekdays that the text below it tells as past.

    "The mill closed on Thursday."  "Its owner told the union on Friday …"    Thursday, and a Friday before it

What a day's news is told with is seldom older than five days: the day after that of the news would be six days ago.
Numbers stand for days, Monday 0, and what is told as past is counted back from the day of the news. In 11,000 articles
that tell of this day once more none of 990 days told as past by a verb right beside them was such a day.
"""

from __future__ import annotations

from checker.calendarword import calendar_fact
from checker.fact import Fact, Link, Sentence
from checker.period import Period, weekday
from checker.tense import is_past_verb, past_verb_before

_WEEK = 7
_NEAR = 3  # tokens between a verb and "on": "rejected the bid on Tuesday"
_LED = 6
_CLAUSE = 8  # tokens from the opening of a relative clause to its verb
_PART = frozenset("late early on".split())
_AHEAD = frozenset("will would is are may could can should must and or to through - until".split())
_ASIDE = frozenset(
    "of to ahead before scheduled due starting report reports for than if last next this every was were".split()
)
# Of where it is already the next day: "fell when trading opened there on Friday".
_EAST = frozenset(
    "asia asian tokyo hong shanghai sydney seoul singapore japan nikkei china australia australian there".split()
)
_RELATIVE = frozenset("that which who whose".split())
_PASSED = frozenset("arrested accused charged sentenced".split())
_DATA = frozenset("data report reports figures".split())  # of last week, too
_OTHER = frozenset("after following since before until when".split())
_DATED = frozenset("january february march april june july august september october november december".split())
_SURE = frozenset("sure likely set bound expected due".split())  # "were sure to react when markets opened on"
_AWAITED = frozenset("scheduled expected due will".split())
_GONE = frozenset(
    "decline drop fall slide slump rise gain gains jump rally advance loss losses close closing settlement selloff sell"
    " tumble plunge surge rout".split()
)


def told_days(sentences: list[Sentence]) -> list[Fact]:
    """Sentences → the day of the news and the days told as past, each counted back from it.

    Where the text does not tell of that day again, it may have been written on a later one.
    """
    prose = [sentence for sentence in sentences if sentence.block == "paragraph"]
    opening = [period for period in prose[0].periods if weekday(period.key) is not None] if prose else []
    news = weekday(opening[0].key) if len({period.key for period in opening}) == 1 else None
    if news is None or not _is_past(prose[0], opening[0], far=True):
        return []
    first = calendar_fact(opening[0], prose[0], ("weekday", news), "news-day", mark="n")
    found = [first]
    for sentence in prose[1:]:
        for period in sentence.periods:
            day = weekday(period.key)
            if day is not None and _is_past(sentence, period):
                back = ("weekday", news - (news - day) % _WEEK)
                link = (Link(first.id, "told-with"),)
                found.append(calendar_fact(period, sentence, back, "day-told", link, mark="n"))
    again = any(fact.figure is not None and fact.figure.value == news for fact in found[1:])
    return found if again else []


def _is_unheard(led: list[str]) -> bool:
    """ "was not available for comment", "could not be reached": on that day the article was written."""
    return led[-2:] in (["for", "comment"], ["to", "comment"], ["be", "reached"], ["be", "contacted"])


def _is_past(sentence: Sentence, day: Period, *, far: bool = False) -> bool:
    """Does a sentence tell of a weekday as past, by a verb near it or by what went on then: "Friday's decline"?"""
    tokens = sentence.chunks.tokens
    at = tokens.at.get(day.start)
    if at is None or (at and tokens.capital(at - 1) and tokens.words[at - 1] != "on"):
        return False  # "on Black Friday"
    after = next((k for k in range(at, len(tokens)) if tokens.starts[k] >= day.end), len(tokens))
    behind = tokens.words[after : after + 3]
    if not far and not _EAST.isdisjoint(tokens.words):
        return False
    if behind[:1] == ["'s"]:
        return not far and not _GONE.isdisjoint(behind) and _AWAITED.isdisjoint(tokens.words[:at])
    lead = at
    while lead and tokens.words[lead - 1] in _PART:
        lead -= 1
    dated = not _DATED.isdisjoint(behind) or any(word.isdigit() for word in behind[:2])
    if dated or not _AHEAD.isdisjoint(behind[:1]):
        return False
    if behind and is_past_verb(behind[0]) and tokens.words[at - 1] == "on":  # "The bank on Friday raised its forecast"
        other = _OTHER if far else _DATA
        return other.isdisjoint(tokens.words[max(0, at - _LED) : at]) and _PASSED.isdisjoint(behind)
    if _is_unheard(tokens.words[:lead]):
        return True
    if not far and not _SURE.isdisjoint(tokens.words[:lead]):
        return False
    verb = past_verb_before(tokens, lead)
    if far:
        clause = tokens.words[max(0, verb - _CLAUSE) : verb]  # "new devices that Arden launched on Thursday"
        told = _OTHER.isdisjoint(tokens.words[verb:lead]) and _RELATIVE.isdisjoint(clause)
        return verb >= 0 and tokens.words[lead] != "late" and told
    near = verb >= 0 and lead - 1 - verb < _NEAR and (_ASIDE | _PASSED).isdisjoint(tokens.words[verb:lead])
    return near and (tokens.words[at - 1] == "on" or verb == at - 1)
