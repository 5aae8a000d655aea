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
from checker.period import IN_YEAR, is_of_other_year, part_of_year
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
    r"|led|wrote|fell|rose|shut|quit|gave|grew|spent|saw|put|broke|flew|stood|sank|split)"
)
_VERB_ALONE = Pattern(_VERB)
_WHEN = (
    r"(?:in|on|during|at the end of|early in|late in|by) (?:(?:early|late|mid|the|spring|summer|autumn|fall|winter|of"
    r"|end|start)[ -]){0,3}"
)
_IN = "in |on |during |at the end of |by "  # one of them stands wherever _WHEN does
_CLAUSE = (
    "after|since|when|than|as|from|compared|that|which|who|whose|where|while|if|because|had|against|until|versus"
    "|following"
)
_TICKER = r"\( ?[A-Z]+\.[A-Z]+ ?\) "
_WORD = rf"(?:{_TICKER}|for (?:\d+|[a-z]+) (?:years|months|days) |(?!(?:{_CLAUSE})\b)[\w'&.$£€%-]+(?:,\d{{3}})* )"
_ADVERB = r"(?:(?:was|were|then|later|subsequently|eventually|soon|also|finally|first|again|has been|went on to) ){0,2}"
_DONE = Pattern(rf"(?:.*[\s,(])?{_VERB} {_WORD}{{0,14}}{_WHEN}")
_ENDING = r"(?:expires|ends|matures|closes|runs out|will|is due|is to|is expected|must|is set)"
_DONE_NEXT = Pattern(
    rf"(?:,? (?:but|and then|then|and in turn)| and) {_ADVERB}(?:{_VERB}|{_ENDING}) {_WORD}{{0,10}}{_WHEN}"
    rf"|,? (?:before [a-z]+ing|only to [a-z]+) {_WORD}{{0,10}}{_WHEN}",
    "and |but |then |before |only to ",
    _IN,
)
# With these a thing begins: nothing is told of it that came before.
_BEGUN = Pattern(
    r"(?:.*[\s(\"])?(?:[Bb]orn|[Ff]ounded|[Ee]stablished|[Ss]et up|[Cc]reated|[Ll]aunched|[Oo]pened|[Ss]tarted"
    rf"|[Ff]ormed|[Bb]uilt|[Ii]ncorporated|[Bb]egan) {_WORD}{{0,6}}{_WHEN}"
)
_OTHER = rf"(?:(?!(?:{_CLAUSE}|and|but|before|for|to|while|though)\b)[\w'%.$£€&-]+ )"
_BEGUN_NEXT = Pattern(
    rf", (?!(?:built|based|who|which)\b){_OTHER}{{0,8}}(?:{_VERB}|{_ENDING}) {_OTHER}{{0,8}}{_WHEN}", ", ", _IN
)
_AT = Pattern(rf"(?:.*[\s(])?{_WHEN}")
_SOON = r",? (?:(?:shortly|soon|just|right|immediately|(?:an?|\d+|[a-z]+) (?:years?|months?|weeks?|days?)) )?"
_AFTER = Pattern(
    rf"(?:,? with {_OTHER}{{1,8}})?{_SOON}(?:after|following) (?:{_OTHER}{{1,12}}{_WHEN}|(?:the |its |a |an )?)",
    "after |following ",
)
_BEFORE = Pattern(rf"{_SOON}(?:before|until) (?:{_OTHER}{{1,12}}{_WHEN}|(?:the |its |a |an )?)", "before |until ")
_LASTS = Pattern(r"(?:.*[\s(])?(?:[Ff]rom|[Ss]ince) ")
_UP_TO = ("before the ", "until the ")  # what lies before a stretch lies before its first year
_UNTIL = Pattern(rf" until (?:his|her|its|their|the) {_OTHER}{{1,6}}{_WHEN}", " until ")
_ON = Pattern(r"(?:.*[\s(])?(?:[Ii]n|[Oo]n|[Dd]uring|to|for|with) ")
_BEFORE_DOING = Pattern(
    rf"(?: [a-z]+){{0,3}},? before (?:[a-z]+ing|it [a-z]+s|they [a-z]+) {_WORD}{{0,10}}{_WHEN}", " before "
)
# "Before she left in 2005, she ran the mill in 2003", "After a fire in 2003, …"
_FIRST = rf"(?:[\w'&.$£€%-]+ ){{1,10}}{_WHEN}"
_AFTER_FIRST = Pattern(rf"(?:After|Following) {_FIRST}", "After |Following ")
_BEFORE_FIRST = Pattern(rf"Before {_FIRST}", "Before ")
_THEN = Pattern(rf", (?:{_OTHER}){{1,6}}{_VERB} {_OTHER}{{0,8}}(?:{_WHEN}|until )", ", ")
# The pluperfect goes back: "was spun off in 2005 from a firm that had been founded in 1999".
_DEEPER = Pattern(
    r"(?:,| (?:(?!(?:and|but|or|while|though|had)\b)[\w'%.$£€&-]+,? ){0,12}?) ?(?:which|that|who|what|than) "
    r"(?:[\w'-]+ ){0,3}?had (?:itself |once |already |also )?"
    r"(?:been|[a-z]+ed|begun|become|made|lost|won|taken|bought|sold|left|fallen|risen|grown) "
    rf"(?:(?!by\b){_OTHER}){{0,8}}(?!by\b){_WHEN}"
)
_HAD = frozenset(("had", "has", "have"))
_TOLD = Pattern(rf"(?:.*[\s,(])?{_VERB} (?:{_TICKER}|[\w'&.$£€%-]+ ){{0,12}}{_WHEN}")
# Nobody does anything once dead.
_DEAD = Pattern(rf"(?:.*\s)?who died (?:{_OTHER}){{0,4}}{_WHEN}")
_LIVED = Pattern(
    r",? (?:aged \d+, )?"
    r"(?:bought|joined|wrote|made|opened|founded|moved|married|began|started|built|played|retired|served)"
    rf" {_OTHER}{{0,8}}{_WHEN}"
)
_AFTER_MONTH = Pattern(rf",? (?:after|following) {_OTHER}{{1,12}}(?:in|for|during) (?:the )?", "after |following ")
_BEFORE_PART = Pattern(
    rf"(?: of the year)?(?:, (?:{_OTHER}|for |and ){{1,10}})?,? before {_OTHER}{{1,12}}(?:in|for|during) (?:the )?",
    "before ",
)
# A balance is told again: "a surplus of 3 billion in May; a return to surplus after a deficit of 1 billion in April".
_RETURNED = Pattern(
    r"[^.]{0,120}?[;,] ?(?:an? |its |the )?(?:[a-z]+ )?(?:return|swing|turn|rebound)(?:ed|ing)? (?:back )?(?:in)?to "
    r"(?:an? )?(?P<now>surplus|deficit|profit|loss|growth|contraction) (?:after|following|from) (?:an? |the |its )?"
    r"[^;,]{0,40}?(?:deficit|shortfall|surplus|profit|loss|contraction|decline|fall|drop) (?:of [^;,]{0,30} )?"
    r"(?:in|for|during) (?:the )?"
)
_OF_PART = Pattern(r"(?:.*\s)?(?!(?:from|since|than|to|by|until|of|versus)\s)[A-Za-z]+ (?:the )?")
_OVER = Pattern(r",? (?:compared (?:with|to)|from|over|versus|vs|on|against) (?:the )?")
# "in 1986, an increase of 300 over 1985", "up 12 percent from 2003", "were higher in 2004 than in 2003"
_RISE = r"(?:increase|rise|gain|jump|growth|improvement|decrease|decline|drop|fall|slide)"
_RISEN_OVER = Pattern(
    rf",? (?:(?:up|down)|an? (?:[a-z]+ )?{_RISE}) {_OTHER}{{0,7}}(?:from|over|on|than) (?:the )?",
    "from |over |on |than ",
)
_THAN_IN = Pattern(r" than (?:(?:it|they|he|she|we) (?:did|was|were|had) )?(?:in|for|during) (?:the )?", " than ")
_STEP = Pattern(r",? (?:from|over) (?:the )?")  # "filed in June versus August" is no change
_LONGER = {"month": (3, 6, 9), "quarter": (2,), "half": ()}  # "in March from December": by the quarter
# What a figure is set against is told with its own time: "fell in 2009 to 3.2 billion, compared with 3.6 in 2008".
_SIDE = r"(?:(?!\b(?:and|but|while|when|before|since|until|by|than|on|over|from|after|against)\b)[^;:])*?"
_FIGURE = (
    r"(?:(?!(?:and|but|to|by|of|until|while|since|before|when|which|that|it|pre|estimate|estimates|forecast|forecasts"
    r"|was|were|has|had|who)\b)"
    r"[\w$.%£'&-]+,? )*?[$£]?\d(?:(?!(?:and|but|to|by|until|while|since|before|when|which|that|made|said)\b)"
    r"[\w$.%£'&-]*,? )*?(?:in|for|of|during|at) (?:the )?(?:end of |end-|early |late |mid-|fiscal )?"
)
_SET_AGAINST = Pattern(
    rf"{_SIDE}\b(?:(?:compared (?:with|to)|versus|vs\.?|against|from) {_FIGURE}|unchanged (?:on|from) (?:the )?)",
    "compared |versus |vs|against |from |unchanged ",
)
# "to 3 crowns from 4 for 2009, to 5 from 6 for 2010", "founded in 2007, it raised sales from 3 in 2008"
_NEXT = Pattern(r",? (?:and )?to | (?:--?|—|–) |,(?! (?:compared|versus|vs|against|from|down|up|unchanged)\b)")
_OPENED = ("start of ", "beginning of ", "outset of ")
_SEEN = ("seen in ", "seen during ", "reached in ", "recorded in ", "set in ", "hit in ", "touched in ", "posted in ")
_SOON_AFTER = 4  # words
_OPENS = Pattern(r"(?:In|During|For|At the end of) (?:(?:early|late|mid|fiscal|all|the|of) ){0,3}")
_AFTER_FIGURE = Pattern(rf"{_SIDE}\b(?:after|following|from) {_FIGURE}", "after |following |from ")
_BASES = frozenset("from since than until after before against versus following compared between".split())
_JOINTS = frozenset("by to with on over through and or".split())  # right before a time
_BASE_WORDS = 8
_MISSED = 2  # a figure is set against that of the month before, or of long before, but hardly of two months before
_NOT_IN_TURN = frozenset(
    "up down peak high low bottom top month quarter end late early mid expected forecast will rate".split()
)
# "rose to 5 in July from June's revised 4"
_OWN_FIGURE = Pattern(r"'s (?:(?!forecast|estimate|poll|expect)[a-z]+ ){0,3}[$£€]?\d")
_LISTED = Pattern(r" (?:and|or|through|to) [A-Z][a-z]+")  # "from 1,000 in October and November"
_PARTLY = frozenset(("early", "late", "mid"))
_IN_MONTH = Pattern(r"(?:.*[\s(])?(?<!than )(?:[Ii]n|[Ff]or|[Dd]uring) (?:the )?")
# What is planned may lie behind both: "may raise the target it announced in 2005 after making gains in 2006".
_UNSURE = frozenset(
    "may might will would could should can plans plan expects expect expected since after before until when".split()
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
    r"since (?:(?:the|at|least|early|late|mid|end|start|of|spring|summer|autumn|fall|winter)[ -]){0,4}",
    "since ",
)


def chronology(sentence: Sentence) -> Iterator[Order]:
    """A sentence → each two times that its words put in order, the earlier first but for "since" and a base."""
    folded, start = sentence.chunks.tokens.folded, sentence.chunks.tokens.starts[0]
    for pair in pairwise(sentence.periods):
        led, gap = folded[max(start, pair[0].start - _REACH) : pair[0].start], folded[pair[0].end : pair[1].start]
        if _is_stretch(pair[1], folded) and not gap.endswith(_UP_TO):
            continue
        (step, _), (other, _) = (part_of_year(period.key) for period in pair)
        if not step:
            as_, told = _order(pair, led, gap)
            marks = _marks(*told, "month" if as_ == "since" else "year")
            if as_ and marks is not None:
                yield *marks, as_
        elif step == other and not (is_of_other_year(folded, pair[1].end) or _is_else(pair, folded)):
            yield from _in_turn(pair, step, led, gap)


def _is_else(pair: tuple[Period, Period], folded: str) -> bool:
    """ "in May's", "the (Nov/Oct) season", "in the half to June after a fall in June itself": no month and its base?"""
    base = folded[pair[0].end : pair[1].start] == " from " and _OWN_FIGURE.match(folded, pair[1].end)
    if (folded.startswith(("'s", " itself"), pair[1].end) and not base) or _LISTED.match(folded, pair[1].end):
        return True
    return folded[pair[0].start - 1 : pair[0].start] == "/"


def _in_turn(pair: tuple[Period, Period], step: str, led: str, gap: str) -> Iterator[Order]:
    """Two months, quarters or halves without their years → the later and, up to a year before it, the earlier."""
    as_ = "base-month"
    in_turn = False
    aside = led.endswith(_SEEN) or "still" in _words(gap)[:_SOON_AFTER]  # "was still at 100, compared with 60 in June"
    based = _SET_AGAINST.fullmatch(gap) and not (_is_of_base(led) or aside)
    if _STEP.fullmatch(gap) and _IN_MONTH.fullmatch(led):
        (later, earlier), as_ = pair, "next-to"
    elif (_AFTER_MONTH.fullmatch(gap) or _is_returned(led, gap)) and _IN_MONTH.fullmatch(led):
        later, earlier = pair
    elif step != "month" and _BEFORE_PART.fullmatch(gap) and _OF_PART.fullmatch(led):
        earlier, later = pair
    elif based or (_AFTER_FIGURE.fullmatch(gap) and not (_is_of_base(led) or aside)):
        later, earlier = pair
        in_turn = bool(_AFTER_FIGURE.fullmatch(gap)) and _NOT_IN_TURN.isdisjoint(_words(led + gap))
    else:
        return
    own, before = (part_of_year(period.key)[1] for period in (later, earlier))
    if own == before and not _PARTLY.isdisjoint(_words(gap)):
        return  # "in late May, down from 8 in early May"
    before -= IN_YEAR[step] * (before > own)
    if in_turn and own - before <= _MISSED:
        as_ = "next-to"
    if as_ == "base-month" or own - before not in _LONGER[step]:
        yield (_mark(later, own), _mark(earlier, before)), step, as_


def _is_returned(led: str, gap: str) -> bool:
    """Is a balance that is told of the first time told again as what came after another sign?"""
    match = _RETURNED.fullmatch(gap) if "to" in gap else None
    return match is not None and match["now"] in _words(led)


def _order(pair: tuple[Period, Period], led: str, gap: str) -> tuple[str, tuple[Period, Period]]:
    """Two periods, the words before the first and those between → the link of the second to the first, as ordered."""
    if _SINCE.fullmatch(gap) and _OF_TIME.fullmatch(led):
        return "since", pair
    if (_OVER.fullmatch(gap) or _RISEN_OVER.fullmatch(gap) or _THAN_IN.fullmatch(gap)) and _OF_TIME.fullmatch(led):
        return "base-year", pair
    if gap.endswith(_OPENED) and pair[0].key == pair[1].key:
        return "", pair  # "forecasts for 2007 are 3.9 now from 3.6 at the start of 2007"
    if _SET_AGAINST.fullmatch(gap) and not (_is_of_base(led) or _is_aside(led, gap) or led.endswith("base ")):
        return "base-year", pair
    if _DONE_NEXT.fullmatch(gap) and _DONE.fullmatch(led) and not _is_listed(led, gap):
        return "then", pair
    if _BEGUN_NEXT.fullmatch(gap) and _BEGUN.fullmatch(led):
        return "then", pair
    if _is_back(led, gap):
        return "then", (pair[1], pair[0])
    if (_UNTIL.fullmatch(gap) and _LASTS.fullmatch(led)) or (_BEFORE_DOING.fullmatch(gap) and _ON.fullmatch(led)):
        return "then", pair
    sure = bool(_AT.fullmatch(led)) and _UNSURE.isdisjoint(led.split())
    if sure and _AFTER.fullmatch(gap):
        return "then", (pair[1], pair[0])
    in_turn = (sure and _BEFORE.fullmatch(gap)) or (_AFTER_FIRST.fullmatch(led) and _THEN.fullmatch(gap))
    return "then" if in_turn else "", pair


def _is_listed(led: str, gap: str) -> bool:
    """ "sold the mill in 2008 and sold the quay in 2007": the same verb again tells a list, in any order."""
    return any(_VERB_ALONE.fullmatch(word) for word in {*led.split()}.intersection(gap.split()))


def _is_back(led: str, gap: str) -> bool:
    """Do the words go back from the first of two times to the second?"""
    if "had" in gap and _DEEPER.fullmatch(gap) and _TOLD.fullmatch(led) and _HAD.isdisjoint(led.split()):
        return True
    if _BEFORE_FIRST.fullmatch(led) and _THEN.fullmatch(gap):
        return True
    return "died" in led and bool(_DEAD.fullmatch(led) and _LIVED.fullmatch(gap))


def _is_stretch(period: Period, folded: str) -> bool:
    """ "during the 2007-09 recession": what happened then happened at any time of it."""
    return not {"-", "/"}.isdisjoint(folded[period.start : period.end + 1])


def _is_of_base(led: str) -> bool:
    """Words before a time → may it be another's ("after 3 percent in"), or no time ("the Bank of 1904 fell")?"""
    clause = _words(led[max(led.rfind(sign) for sign in ",;(") + 1 :])
    named = len(clause) > 1 and clause[-1][0].isupper()
    return named or not (_BASES.isdisjoint(clause[-_BASE_WORDS:]) and _JOINTS.isdisjoint(clause[-2:]))


def _is_aside(led: str, gap: str) -> bool:
    """Is what follows a time and its words told of another: after a comma, of what does not open the sentence?"""
    if led.endswith(_SEEN):
        return True  # "at 9 percent, a pace last seen in 2009, from 10 in 2010"
    return _NEXT.match(gap) is not None and not _OPENS.fullmatch(led)


def _words(text: str) -> list[str]:
    return text.replace("-", " ").split()


def _mark(period: Period, number: int) -> Mark:
    return Mark(period.start, period.end, number)


def _marks(one: Period, other: Period, finest: str) -> tuple[tuple[Mark, Mark], str] | None:
    """Two periods → both in the finest step that they print; the same year tells nothing of its months."""
    for step in ("month", "year") if finest == "month" else ("year",):
        first, last = mark_of(one, step), mark_of(other, step)
        if first is not None and last is not None:
            return ((first, last), step) if first.number != last.number or one.key == other.key else None
    return None
