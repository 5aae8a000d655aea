"""Facts of one sentence → when a stretch of time begins and ends, and how long the words say it is.

    "from 1990 to 1996, a total of six years"     1996 –ends→ 1990;  six years –years-of→ 1996
    "in 1996, ten years after the 1986 accident"  1996 –ends-later→ 1986;  ten years –years-of→ 1996
    "the April-June quarter"                      June –ends-later→ April;  "quarter", 3 months –months-of→ June
    "a three-day meeting on June 18-20"           June 20 –ends→ 18;  three days –days-of→ June 20
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.chronology import chronology
from checker.fact import Fact, Link, Sentence, add_link, linked
from checker.pattern import Pattern
from checker.stretch import Mark, Stretch, mark_of, stretches, time_fact
from checker.wordfact import Facts, lone_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Found = dict[str, Fact]  # by id: those of years, months, days and of "quarter"

_REACH = 90  # code points between a length and its stretch
_MADE_OF = {"quarter": 3, "half": 6}
_SECURITY = r"(?!(?:bond|note|loan|debt|yield|mortgage|swap|bill|paper|old|low|high|record|rate|forecast|average|career|more)s?\b)"
_LEADING = r"(?:(?:for|of|in|over|during|on|the|running|held|starting|covering|lasting|beginning|runs|ran|which|that|run)\s)*"
# From a length to its stretch, and from a stretch to its length.
_TO_STRETCH = Pattern(rf"(?:[\s-]{_SECURITY}[a-z]+){{0,3}}(?:,\s*|\s*[(—:]\s*|\s+-+\s+|\s){_LEADING}")
_TO_DAYS = Pattern(r"\s(?!old)[a-z]+(?:\s(?!(?:and|after|before|until|by|followed|next|ended|ends|ending)\b)[\w'&.-]+){0,8}[\s,(]+")
_TO_LENGTH = Pattern(
    r"\)?(?:\s?(?:,|-+|—|\()?\s?(?:(?:or|a|an|the|total|period|span|stretch|of|spanning|covering|in|all|over|lasting)\s)+|\s|,? or\s)"
)
_SEASON = Pattern(
    r"\s(?:(?:fiscal|financial|crop|marketing|business|budget|school|academic|tax|sugar|coffee|cocoa|wheat|league|football"
    r"|trading|cotton)\s)?(?:year|season|campaign|crop|harvest)\b"
)
_NO_LENGTH = frozenset("after before ago earlier later since following from previously younger older ahead into".split())
_NO_STRETCH = frozenset("by in every each average another further next".split())
_PART_BEHIND = re.compile(
    r"\)?,?(?:\s(?:of\s)?(?:19|20)\d\d)?[\s-](?:(?:first|second|third|fourth|fiscal|financial|business|final|earnings)[\s-]){0,3}"
    r"(?P<part>quarter|half)\b(?![\s-](?:point|percent|of\b))"
)
_PART_BEFORE = re.compile(r"\b(?P<part>quarter|half)(?:,?\s\(|\s(?:from\s|of\s|,\s?)|,\s)$")
_SINCE = Pattern(r",?\s*(?:[(—]\s*|-+\s+)?(?:(?:just|only|some|about|exactly|almost|nearly|barely|more|less|than|a|the)\s)*")
_EVENT = Pattern(r"\s(?!(?:that|which|who|than)\b)[^,.;:()]{0,60}?")
_LATER = Pattern(r"\s(?:later|earlier|before),?\s(?:in\s|\()(?:(?:early|late|mid)[\s-])?")


def lasting(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk, changed in place, and their sentence → the facts of the stretches of time in it."""
    found: Found = {}
    known = [*stretches(sentence)]
    for stretch in known:
        lengths = [*_lengths(facts, sentence, stretch)]
        if lengths or not stretch.wraps:
            last = _bounds(found, sentence, stretch, _link_of(sentence, stretch))
            for length in lengths:
                _tie(facts, found, length, last, stretch.step)
    for k, stretch in _distances(facts, sentence, [one.last for one in known if one.step == "year"]):
        last = _bounds(found, sentence, stretch, "ends-later")
        _tie(facts, found, k, last, stretch.step)
    chronology(found, sentence)
    return list(found.values())


def _link_of(sentence: Sentence, stretch: Stretch) -> str:
    """How the end of a stretch stands to its beginning: it ends it, after the turn of a year, or as one season does."""
    folded, last = sentence.chunks.tokens.folded, stretch.last
    if stretch.wraps:
        return "ends-later"
    joint = folded[stretch.first.end : last.start]
    short = stretch.step == "year" and last.end - last.start == 2 and joint in ("/", "-")
    named = _SEASON.match(folded, last.end) or _word_before(folded, stretch.first.start) in ("fiscal", "season")
    return "ends-season" if short and named else "ends"


def _bounds(found: Found, sentence: Sentence, stretch: Stretch, as_: str) -> str:
    """A stretch → the id of the fact of its end, which is linked to that of its beginning."""
    first, last = (time_fact(sentence, mark, stretch.step) for mark in (stretch.first, stretch.last))
    first = found.setdefault(first.id, first)
    found[last.id] = linked(found.get(last.id, last), Link(first.id, as_))
    return last.id


def _tie(facts: Facts, found: Found, length: int | Fact, last: str, step: str) -> None:
    """The length of a stretch, the chunk of a figure or a fact of a word, is linked to its end."""
    if isinstance(length, int):
        add_link(facts, length, found[last], f"{step}s-of")
    else:
        found[length.id] = linked(length, Link(last, f"{step}s-of"))


def _lengths(facts: Facts, sentence: Sentence, stretch: Stretch) -> Iterator[int | Fact]:
    """A stretch → what is said to be its length, before it or behind it."""
    folded = sentence.chunks.tokens.folded
    for k, start, end in _durations(facts, stretch.step):
        if start >= stretch.last.end:
            gap = folded[stretch.last.end : start]
            if len(gap) < _REACH and _TO_LENGTH.fullmatch(gap) and _word_after(folded, end) not in _NO_LENGTH:
                yield k
        elif end <= stretch.start and _word_before(folded, start) not in _NO_STRETCH:
            gap = folded[end : stretch.start]
            days = stretch.step == "day" and _TO_DAYS.fullmatch(gap)
            if len(gap) < _REACH and (days or _TO_STRETCH.fullmatch(gap)):
                yield k
    if stretch.step == "month":
        behind = _PART_BEHIND.match(folded, stretch.last.end)
        before = _PART_BEFORE.search(folded[max(0, stretch.start - 16) : stretch.start])
        for match, at in ((behind, 0), (before, max(0, stretch.start - 16))):
            if match is not None:
                span = at + match.start("part"), at + match.end("part")
                yield lone_fact(sentence, span, Fraction(_MADE_OF[match["part"]]), "length", mark="t")


def _durations(facts: Facts, step: str) -> Iterator[tuple[int, int, int]]:
    """Facts by chunk → the chunk and the place of each length of time in a step: "five years", "three-day"."""
    for k, fact in facts.items():
        figure = fact.figure
        if figure is not None and figure.kind == "duration" and step in figure.text.lower() and figure.value:
            yield k, figure.start, figure.end


def _word_after(folded: str, at: int) -> str:
    return (folded[at : at + 20].replace("-", " ").replace(",", " ").split() or [""])[0]


def _word_before(folded: str, at: int) -> str:
    return (folded[max(0, at - 20) : at].lower().split() or [""])[-1]


def _distances(facts: Facts, sentence: Sentence, ends: list[Mark]) -> Iterator[tuple[int, Stretch]]:
    """ "In 1996, ten years after the 1986 accident", "founded in 1986 and sold ten years later, in 1996"."""
    folded = sentence.chunks.tokens.folded
    years = [*(mark for period in sentence.periods if (mark := mark_of(period, "year"))), *ends]
    for k, start, end in _durations(facts, "year"):
        before = max((mark for mark in years if mark.end <= start), key=lambda mark: mark.end, default=None)
        behind = min((mark for mark in years if mark.start >= end), key=lambda mark: mark.start, default=None)
        if before is None or behind is None or before.number == behind.number:
            continue
        first, last = sorted((before, behind), key=lambda mark: mark.number)
        word, gap = _word_after(folded, end), folded[before.end : start]
        event = folded[end : behind.start].removeprefix(f" {word}")
        if word in ("after", "following", "before") and _SINCE.fullmatch(gap) and _EVENT.fullmatch(event):
            first, last = (before, behind) if word == "before" else (behind, before)
        elif _LATER.fullmatch(folded[end : behind.start]) and len(gap) < _REACH and not set(";:").intersection(gap):
            first, last = (before, behind) if word == "later" else (behind, before)
        else:
            continue
        yield k, Stretch(before.start, first, last, "year")
