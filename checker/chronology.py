"""Periods of a sentence → years, or months of years, of which its words put one before the other.

    "joined in 1988 and became a partner in 1991"     1991 –then→ 1988
    "left in 1996, after a quarrel in 1995"           1996 –then→ 1995
    "in 2009, the slowest growth since 1998"          1998 –since→ 2009
    "rose in May after a fall in April"               April –base-month→ May

What one subject did is told in the order in which it was done, where "and", "then" or "before" joins two verbs.
"""

from __future__ import annotations

from itertools import pairwise

from checker.pattern import Pattern
from checker.stretch import Mark, mark_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.fact import Sentence
    from checker.period import Period

    Order = tuple[tuple[Mark, Mark], str, str]  # two times, what they count, and the link of the second to the first

_REACH = 120  # code points in which the verb of the first year stands
_VERB = (
    r"(?:[a-z-]+ed|became|was|were|took|won|began|sold|bought|went|came|ran|built|made|lost|met|held|set|died|left|got"
    r"|led|wrote|fell|rose|shut|quit|gave|grew|spent|saw|put|broke|flew|stood|sank)"
)
_WHEN = (
    r"(?:in|on|during|at the end of|early in|late in|by) (?:(?:early|late|mid|the|spring|summer|autumn|fall|winter|of"
    r"|end|start)[ -]){0,3}"
)
_CLAUSE = (
    "after|since|when|than|as|from|compared|that|which|who|whose|where|while|if|because|had|against|until|versus"
    "|following"
)
_WORD = rf"(?:for (?:\d+|[a-z]+) (?:years|months|days) |(?!(?:{_CLAUSE})\b)[A-Za-z'&.-]+ )"
_ADVERB = r"(?:(?:was|were|then|later|subsequently|eventually|soon|also|finally|first|again|has been|went on to) ){0,2}"
_DONE = Pattern(rf"(?:.*[\s,(])?{_VERB} {_WORD}{{0,8}}{_WHEN}")
_ENDING = r"(?:expires|ends|matures|closes|runs out|will|is due|is to|is expected|must|is set)"
_DONE_NEXT = Pattern(
    rf"(?:,? (?:but|and then|then|and in turn)| and) {_ADVERB}(?:{_VERB}|{_ENDING}) {_WORD}{{0,10}}{_WHEN}"
    rf"|,? before [a-z]+ing {_WORD}{{0,10}}{_WHEN}"
)
# With these a thing begins: nothing is told of it that came before.
_BEGUN = Pattern(
    r"(?:.*[\s(\"])?(?:[Bb]orn|[Ff]ounded|[Ee]stablished|[Ss]et up|[Cc]reated|[Ll]aunched|[Oo]pened|[Ss]tarted"
    rf"|[Ff]ormed|[Bb]uilt|[Ii]ncorporated|[Bb]egan) {_WORD}{{0,6}}{_WHEN}"
)
_OTHER = rf"(?:(?!(?:{_CLAUSE}|and|but|before|for|to|while|though)\b)[\w'%.$£€&-]+ )"
_BEGUN_NEXT = Pattern(rf", (?!(?:built|based|who|which)\b){_OTHER}{{0,8}}(?:{_VERB}|{_ENDING}) {_OTHER}{{0,8}}{_WHEN}")
_AT = Pattern(rf"(?:.*[\s(])?{_WHEN}")
_SOON = r",? (?:shortly |soon |just |right |immediately )?"
_AFTER = Pattern(rf"{_SOON}(?:after|following) (?:{_OTHER}{{1,12}}{_WHEN}|(?:the |its |a |an )?)")
_BEFORE = Pattern(rf"{_SOON}(?:before|until) {_OTHER}{{1,12}}{_WHEN}")
_AFTER_MONTH = Pattern(rf",? (?:after|following) {_OTHER}{{1,12}}(?:in|for|during) ")
_IN_MONTH = Pattern(r"(?:.*[\s(])?(?:[Ii]n|[Ff]or|[Dd]uring) ")
# What is planned may lie behind both: "may raise the target it announced in 2005 after making gains in 2006".
_UNSURE = frozenset(
    "may might will would could should can plans plan expects expect expected since after before until when"
    " than".split()
)
_EXTREMES = (
    "highest|lowest|biggest|largest|best|worst|weakest|strongest|slowest|fastest|sharpest|steepest|smallest|poorest"
    "|greatest|deepest|most|least|first|longest|busiest|tightest|quickest|narrowest|widest|hottest|driest|wettest"
    "|coldest|warmest|deadliest|fewest|heaviest|shortest|richest|cheapest|mildest"
)
_OF_TIME = Pattern(
    r"(?:.*\s)?(?:[Ii]n|[Ff]or|of|[Dd]uring|through|by) (?:(?:the|early|late|mid|fiscal|all|whole|year|end|of)[ -])"
    r"{0,3}"
)
_SINCE = Pattern(
    rf"'?s?,? (?:(?!(?:and|but|while|when|which|after|since)\b)[\w'%.$£€&-]+,? ){{0,14}}(?:{_EXTREMES})"
    r" (?:[\w%'-]+ ){0,7}"
    r"since (?:(?:the|at|least|early|late|mid|end|start|of|spring|summer|autumn|fall|winter)[ -]){0,4}"
)


def chronology(sentence: Sentence) -> Iterator[Order]:
    """A sentence → each two times that its words put in order, the earlier first but for "since" and a base."""
    folded, start = sentence.chunks.tokens.folded, sentence.chunks.tokens.starts[0]
    for pair in pairwise(sentence.periods):
        led, gap = folded[max(start, pair[0].start - _REACH) : pair[0].start], folded[pair[0].end : pair[1].start]
        if _is_stretch(pair[1], folded):
            continue
        if not _is_month(pair[0]):
            as_, told = _order(pair, led, gap)
            marks = _marks(*told, "year" if as_ == "then" else "month")
            if as_ and marks is not None:
                yield *marks, as_
        elif _is_month(pair[1]) and _AFTER_MONTH.fullmatch(gap) and _IN_MONTH.fullmatch(led):
            own, before = (int(period.key[1:]) for period in pair)
            yield (_mark(pair[0], own), _mark(pair[1], before - 12 * (before > own))), "month", "base-month"


def _order(pair: tuple[Period, Period], led: str, gap: str) -> tuple[str, tuple[Period, Period]]:
    """Two periods, the words before the first and those between → the link of the second to the first, as ordered."""
    if _SINCE.fullmatch(gap) and _OF_TIME.fullmatch(led):
        return "since", pair
    if (_DONE_NEXT.fullmatch(gap) and _DONE.fullmatch(led)) or (_BEGUN_NEXT.fullmatch(gap) and _BEGUN.fullmatch(led)):
        return "then", pair
    if _AT.fullmatch(led) and _UNSURE.isdisjoint(led.split()):
        if _AFTER.fullmatch(gap):
            return "then", (pair[1], pair[0])
        return "then" if _BEFORE.fullmatch(gap) else "", pair
    return "", pair


def _is_stretch(period: Period, folded: str) -> bool:
    """ "during the 2007-09 recession": what happened then happened at any time of it."""
    return not {"-", "/"}.isdisjoint(folded[period.start : period.end + 1])


def _is_month(period: Period) -> bool:
    return period.key[0] == "M" and len(period.key) == 3


def _mark(period: Period, number: int) -> Mark:
    return Mark(period.start, period.end, number)


def _marks(one: Period, other: Period, finest: str) -> tuple[tuple[Mark, Mark], str] | None:
    """Two periods → both in the finest step that they print; the same year tells nothing of its months."""
    for step in ("month", "year") if finest == "month" else ("year",):
        first, last = mark_of(one, step), mark_of(other, step)
        if first is not None and last is not None:
            return ((first, last), step) if first.number != last.number or one.key == other.key else None
    return None
