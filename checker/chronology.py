"""Periods of a sentence → years, or months of years, of which its words put one before the other.

    "joined in 1988 and became a partner in 1991"     1991 –then→ 1988
    "left in 1996, after a quarrel in 1995"           1996 –then→ 1995
    "in 2009, the slowest growth since 1998"          1998 –since→ 2009
    "rose in May after a fall in April"               April –base-month→ May

What one subject did is told in the order in which it was done, where "and", "then" or "before" joins two verbs.
"""

from __future__ import annotations

from itertools import pairwise

from checker.fact import Fact, Link, Sentence, linked
from checker.pattern import Pattern
from checker.stretch import Mark, mark_of, time_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.period import Period

_REACH = 120  # code points in which the verb of the first year stands
_VERB = (
    r"(?:[a-z-]+ed|became|was|were|took|won|began|sold|bought|went|came|ran|built|made|lost|met|held|set|died|left|got"
    r"|led|wrote|fell|rose|shut|quit|gave|grew|spent|saw|put|broke|flew|stood|sank)"
)
_WHEN = (
    r"(?:in|on|during|at the end of|early in|late in|by) (?:(?:early|late|mid|the|spring|summer|autumn|fall|winter|of|end"
    r"|start)[ -]){0,3}"
)
_CLAUSE = "after|since|when|than|as|from|compared|that|which|who|whose|where|while|if|because|had|against|until|versus|following"
_WORD = rf"(?:(?!(?:{_CLAUSE})\b)[A-Za-z'&.-]+ )"
_ADVERB = r"(?:(?:was|were|then|later|subsequently|eventually|soon|also|finally|first|again|quickly|has been|went on to) ){0,2}"
_DONE = Pattern(rf"(?:.*[\s,(])?{_VERB} {_WORD}{{0,8}}{_WHEN}")
_DONE_NEXT = Pattern(
    rf",? (?:(?:and|but|and then|then|and in turn) {_ADVERB}{_VERB}|before [a-z]+ing) {_WORD}{{0,10}}{_WHEN}"
)
_OTHER = rf"(?:(?!(?:{_CLAUSE}|and|but|before|for|to|while|though)\b)[\w'%.$£€&-]+ )"
_AT = Pattern(rf"(?:.*[\s(])?{_WHEN}")
_AFTER = Pattern(rf",? (?:shortly |soon |just |right |immediately )?(?:after|following) (?:{_OTHER}{{1,12}}{_WHEN}|(?:the |its |a |an )?)")
_BEFORE = Pattern(rf",? (?:shortly |soon |just |right |immediately )?(?:before|until) {_OTHER}{{1,12}}{_WHEN}")
_AFTER_MONTH = Pattern(rf",? (?:after|following) {_OTHER}{{1,12}}(?:in|for|during) ")
_IN_MONTH = Pattern(r"(?:.*[\s(])?(?:[Ii]n|[Ff]or|[Dd]uring) ")
# What is planned may lie behind both: "may raise the target it announced in 2005 after making gains in 2006".
_PLANNED = frozenset("may might will would could should can plans plan expects expect expected".split())
_EXTREMES = (
    "highest|lowest|biggest|largest|best|worst|weakest|strongest|slowest|fastest|sharpest|steepest|smallest|poorest"
    "|greatest|deepest|most|least|first|longest|busiest|tightest|quickest|narrowest|widest|hottest|driest|wettest|coldest"
    "|warmest|deadliest|fewest|heaviest|shortest|richest|cheapest|mildest"
)
_OF_TIME = Pattern(r"(?:.*\s)?(?:[Ii]n|[Ff]or|of|[Dd]uring|through|by) (?:(?:the|early|late|mid|fiscal|all|whole|year|end|of)[ -]){0,3}")
_SINCE = Pattern(
    rf"'?s?,? (?:(?!(?:and|but|while|when|which|after|since)\b)[\w'%.$£€&-]+,? ){{0,14}}(?:{_EXTREMES}) (?:[\w%'-]+ ){{0,7}}"
    r"since (?:(?:the|at|least|early|late|mid|end|start|of|spring|summer|autumn|fall|winter)[ -]){0,4}"
)


def chronology(found: dict[str, Fact], sentence: Sentence) -> None:
    """Facts of times by id, changed in place: those that the words of a sentence put in order are linked."""
    folded, start = sentence.chunks.tokens.folded, sentence.chunks.tokens.starts[0]
    for one, other in pairwise(sentence.periods):
        if not (one.key[:1] + other.key[:1]).strip("M0123456789F"):
            led, gap = folded[max(start, one.start - _REACH) : one.start], folded[one.end : other.start]
            _order(found, sentence, (one, other), (led, gap))


def _order(found: dict[str, Fact], sentence: Sentence, pair: tuple[Period, Period], words: tuple[str, str]) -> None:
    """Two periods side by side, the words before the first and those between → their facts, where these order them."""
    led, gap = words
    if _is_month(pair[0]) and _is_month(pair[1]):
        if _AFTER_MONTH.fullmatch(gap) and _IN_MONTH.fullmatch(led):
            own, before = (int(period.key[1:]) for period in pair)
            _link(found, sentence, _mark(pair[0], own), _mark(pair[1], before - 12 * (before > own)), "month", "base-month")
        return
    if _SINCE.fullmatch(gap) and _OF_TIME.fullmatch(led):
        _tie(found, sentence, pair, "since")
    elif _DONE_NEXT.fullmatch(gap) and _DONE.fullmatch(led):
        _tie(found, sentence, pair, "then")
    elif _AT.fullmatch(led) and _PLANNED.isdisjoint(led.split()):
        if _AFTER.fullmatch(gap):
            _tie(found, sentence, (pair[1], pair[0]), "then")
        elif _BEFORE.fullmatch(gap):
            _tie(found, sentence, pair, "then")


def _is_month(period: Period) -> bool:
    return period.key[0] == "M" and len(period.key) == 3


def _mark(period: Period, number: int) -> Mark:
    return Mark(period.start, period.end, number)


def _tie(found: dict[str, Fact], sentence: Sentence, pair: tuple[Period, Period], as_: str) -> None:
    """Two periods in the finest step that both print, a year or a month; the same year tells nothing of its months."""
    months, years = ([mark_of(period, step) for period in pair] for step in ("month", "year"))
    step, (first, last) = ("year", years) if None in months else ("month", months)
    if first is not None and last is not None and (first.number != last.number or pair[0].key == pair[1].key):
        _link(found, sentence, first, last, step, as_)


def _link(found: dict[str, Fact], sentence: Sentence, first: Mark, last: Mark, step: str, as_: str) -> None:
    fact, said = time_fact(sentence, first, step), time_fact(sentence, last, step)
    fact = found.setdefault(fact.id, fact)
    found[said.id] = linked(found.get(said.id, said), Link(fact.id, as_))
