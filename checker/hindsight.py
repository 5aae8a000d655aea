"""Sentences of an article → the years that it tells as past and those that it tells as still to come.

    "Fares rose in 2004."  "The line will open in 2003."   2003 –yet-after→ 2004

The day on which an article was written is seldom printed, but it lies between the two: nothing is past in a year behind
that in which something else is still to come. A sentence that tells both, or a wish, or a condition, tells neither.
"""

from __future__ import annotations

from checker.fact import Fact, Link, Sentence, linked
from checker.pattern import Pattern
from checker.record import replace
from checker.stretch import Mark, time_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Told = tuple[Sentence, Mark]

_YEAR = Pattern(r"(?:[a-z\d]+\.\.)?(\d{4})(?:-.*)?")  # a year, a part of one, "the year to March 2004"
_REACH = 130  # code points before a year in which its verb stands
# A participle may tell of what is to come ("the bonus paid out in 2015"); with its object, or "was", it does not.
_AMBIGUOUS = r"(?:[a-z]+ed|won|sold|bought|built|made|lost|met|held|left|got|led|spent|paid|set|cut)"
_VERB = (
    r"(?:became|was|were|took|began|went|came|ran|fell|rose|gave|grew|saw|broke|flew|sank|shrank|wrote|had|peaked"
    r"|declined|jumped|dropped|climbed|slipped|expanded|contracted|slumped|surged|soared|tumbled|plunged|dipped|retired"
    rf"|died|collapsed|resigned|returned|(?:was|were|been|had|has|have|then|later|he|she|it|they|who) {_AMBIGUOUS}"
    rf"|{_AMBIGUOUS}(?= (?:the|an?|its|his|her|their|about|nearly|more|less|only|just|[$£€\dA-Z])))"
)
_TIME = (
    r"(?:(?:early|late|mid|the|first|second|third|fourth|quarter|half|summer|spring|autumn|winter|of|end|start|beginning"
    r"|middle|calendar)[ -]){0,6}"
)
# Behind these words the year may be another's, or that of a plan.
_OTHER = (
    "that|which|who|whose|than|if|as|from|to|for|by|until|before|when|while|where|because|since|and|but|or|not|no"
    "|about|toward|towards|against|versus|per|like|ahead|what|how|why"
)
_NOW = r"(?<!\bis )(?<!\bbe )(?<!\bare )(?<!\bbeing )(?<!\balso )(?<!\bnow )"  # "is introduced in 2018"
_WORD = rf"(?:(?!\w+ing\b|(?:{_OTHER})\b)[\w'&%$£€.-]+,? )"
_DONE = Pattern(rf"(?:.*[\s(\"])?{_NOW}{_VERB} {_WORD}{{0,8}}(?:in|during|at) {_TIME}", "in |during |at ")
_SINCE = Pattern(rf"(?:.*\s)?[Ss]ince (?:{_TIME}|at least )", "ince ")
_OPENS = Pattern(rf"(?:In|During|On) {_TIME}")
_DID = Pattern(
    rf",? (?:(?!(?:{_OTHER})\b)[\w'&-]+ ){{1,6}}"
    r"(?:was|were|became|won|took|began|sold|bought|went|came|ran|built|made|lost|held|left"
    r"|led|fell|rose|grew|spent|saw|shrank|earned|reported|posted|recorded|opened|closed|launched|joined|started)\b.*"
)
_BE = r"(?:is|are|'s|'re) (?:also |now |currently |still |widely )?"
_TO = (
    rf"(?:(?:will|may|shall|'ll)|{_BE}(?:expected|slated|scheduled|due|set|likely|forecast|projected) to"
    r"|(?:aims|hopes|intends|wants|aim|hope|intend|want) to|(?:expects|expect) (?:[\w'&.-]+ ){0,4}?to"
    r"|(?:it|he|she|they|we|group|company|firm|bank|government|council|maker|carrier|also|now|still) plans? to)"
)
# What these verbs have for an object may be of another year: "will match the record set in 2001".
_LEVEL = "top|exceed|beat|match|surpass|outpace|equal|outstrip|overtake|pass|eclipse|repeat|mark|celebrate"
_PAST = "was|were|did|had|won|made|lost|took|held|seen|last|ago|set|hit|known"
_PASSED = f"{_OTHER.replace('|to|for|by|', '|')}|{_PAST}|{_LEVEL}"
_NOT_PAST = rf"(?:(?!\w+(?:ed|ing)\b|(?:{_PASSED})\b)[\w'&%$£€.-]+ )"
_ADVERB = "not|also|then|only|probably|eventually|be|soon|still|now|likely"
_VERBS = rf"(?!have\b(?! to\b))(?:(?:{_ADVERB}) ){{0,2}}(?!(?:{_LEVEL})\b)[a-z]+ {_NOT_PAST}{{0,8}}"
_FUTURE = "will |may |shall |'ll | to "  # one of them stands wherever _TO does
_TO_COME = Pattern(rf"(?:.*[\s(\"])?{_TO} {_VERBS}(?:in|by|until|through|by the end of|at the end of) {_TIME}", _FUTURE)
_SEEN = Pattern(
    r"(?:.*[\s(\"])?(?:expects|forecasts|predicts|sees|projects|anticipates) (?!to\b)"
    rf"{_NOT_PAST}{{1,9}}(?:in|by|for) {_TIME}",
    "expects |forecasts |predicts |sees |projects |anticipates ",
)
_DUE = Pattern(
    rf"(?:.*[\s(\"])?{_BE}(?:expected|due|slated|scheduled|planned) (?:in|by|for) {_TIME}",
    "expected |due |slated |scheduled |planned ",
)
# Words of what is expected, wished or supposed: beside them nothing is told as done.
_UNSURE = frozenset(
    "will would could may might should shall can if unless expect expects expected expecting expectation expectations"
    " forecast forecasts forecasting predict predicts predicted prediction predictions projected projection projections"
    " plan plans planned planning due scheduled slated set likely until target targets targeted goal aim aims hope"
    " hopes seen sees estimate estimates estimated outlook proposed proposal proposes upcoming futures budget draft ll"
    " assume assumes assumed assuming scenario imagine film novel movie delivery bonds notes fiscal maturing".split()
)
_ENDS = Pattern(
    r"(?:[,;:.)\"?]|$|\s(?:(?:and|but|or|after|when|to|from|for|with|by|as|on|at|because|which|while|before|amid|following|over"
    r"|compared|versus|due|where|under|it|he|she|they|the|a|an)\b|\(|-))"
)


def hindsight(sentences: list[Sentence]) -> list[Fact]:
    """Sentences → facts of the years told, each linked to the last of the past or the first of those to come."""
    years: dict[bool, list[Told]] = {True: [], False: []}  # of sentences in which nothing is unsure, and of the others
    for sentence in sentences:
        if sentence.block in ("paragraph", "list"):
            sure = _UNSURE.isdisjoint(sentence.chunks.tokens.words)
            for period in sentence.periods:
                if (year := _YEAR.fullmatch(period.key)) is not None:
                    years[sure].append((sentence, Mark(period.start, period.end, int(year[1]))))
    ahead = _first(one for one in years[False] if years[True] and _is_ahead(*one))
    past = _first(one for one in years[True] if ahead and _is_past(*one))
    if not past:
        return []
    done = [_fact(past[year], "past-year") for year in sorted(past)]
    due = [_fact(ahead[year], "year-ahead") for year in sorted(ahead)]
    for fact in done:
        due[0] = linked(due[0], Link(fact.id, "yet-after"))
    return done + [linked(fact, Link(done[-1].id, "yet-after")) for fact in due]


def _fact(told: Told, aspect: str) -> Fact:
    sentence, mark = told
    fact = time_fact(sentence, mark, "year")
    figure = replace(fact.figure, id=f"h{mark.start}") if fact.figure is not None else None
    return replace(fact, id=f"h{mark.start}", figure=figure, aspect=aspect)


def _first(told: Iterable[Told]) -> dict[int, Told]:
    """Years with their sentences → the first of each year, by its number."""
    found: dict[int, Told] = {}
    for sentence, mark in told:
        found.setdefault(mark.number, (sentence, mark))
    return found


def _led(sentence: Sentence, year: Mark) -> str:
    """The words of a sentence before a year."""
    tokens = sentence.chunks.tokens
    return tokens.folded[max(tokens.starts[0], year.start - _REACH) : year.start].replace("\n", " ")


def _is_past(sentence: Sentence, year: Mark) -> bool:
    """Does a sentence in which nothing is unsure tell of a year as of the past?"""
    tokens, led = sentence.chunks.tokens, _led(sentence, year)
    end = tokens.ends[-1]
    if _OPENS.fullmatch(led) and _DID.fullmatch(tokens.folded[year.end : end].replace("\n", " ")):
        return True
    ends = _ENDS.match(tokens.folded[:end], year.end)
    return bool(ends and (_DONE.fullmatch(led) or _SINCE.fullmatch(led)))


def _is_ahead(sentence: Sentence, year: Mark) -> bool:
    """Does a sentence tell of a year as still to come?"""
    tokens, led = sentence.chunks.tokens, _led(sentence, year)
    known = any(pattern.fullmatch(led) for pattern in (_TO_COME, _SEEN, _DUE))
    return known and _ENDS.match(tokens.folded[: tokens.ends[-1]], year.end) is not None
