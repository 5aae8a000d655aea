"""Periods of a sentence → times that are listed, each with the one before it, of which it is a later one.

    "in 2004 and 2006"          2006 –listed→ 2004
    "in 2003, 2005 and 2006"    2005 –listed→ 2003, 2006 –listed→ 2005
    "on Thursday and Friday"    Friday –listed→ Thursday

Times are listed as they came; where the later stands first, nothing is said.
Months and weekdays are counted on over the turn of the year or the week: "in December and January".
"""

from __future__ import annotations

from itertools import pairwise

from checker.pattern import Pattern
from checker.period import is_date, part_of_year, weekday
from checker.stretch import Mark, mark_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.fact import Sentence
    from checker.period import Period

    Listed = tuple[tuple[Mark, Mark], str]  # two times, the first told first, and what they count

_AND = Pattern(r"(?:, (?:and|or)| (?:and|or)(?: (?:in|for|on|during))?) (?:(?:early|late|mid) )?")
_COMMA = Pattern(r", ")
_LED = Pattern(r"(?:.*[\s(])?(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]n|[Bb]oth|of)(?: both)? (?:(?:early|late|mid|fiscal) )?")
# "in April, and April should", "the Mail on Sunday and Sunday Mirror": no list of two times
_GOES_ON = Pattern(
    r"'?s? (?:[A-Z][a-z]|(?:should|will|may|might|could|would|is|was|has|had|premiums?|revenues?|sales|profits?"
    r"|earnings|net|income|results?|budgets?|levels?|harvests?|crops?|models?|output|operating|gross)\b)"
)
_AROUND = {"month": (12, 7), "weekday": (7, 5)}  # how many there are, and from how many on they lie before


def listed(sentence: Sentence) -> Iterator[Listed]:
    """A sentence → each two times that stand side by side in a list."""
    tokens = sentence.chunks.tokens
    folded, start, in_list = tokens.folded, tokens.starts[0], False
    for one, other in pairwise(sentence.periods):
        gap = folded[one.end : other.start]
        ends = bool(_AND.fullmatch(gap))
        in_list = (ends or bool(_COMMA.fullmatch(gap))) and (in_list or bool(_LED.fullmatch(folded[start : one.start])))
        found = _pair(one, other) if in_list else None
        if found is None or (not ends and found[1] != "year"):
            in_list = False
        else:
            if not (found[0][0].number == found[0][1].number and _GOES_ON.match(folded, other.end)):
                yield found


def _pair(one: Period, other: Period) -> Listed | None:
    """Two periods → both in what they both print, the second counted on from the first; None for two of two kinds."""
    for step in ("year", "month", "weekday"):
        first, second = _numbered(one, step), _numbered(other, step)
        if first is not None and second is not None:
            many, back = _AROUND.get(step, (0, 0))
            apart = (second.number - first.number) % many if many else second.number - first.number
            apart -= many * (many > 0 and apart >= back)
            if apart < 0:
                return None
            return (first, Mark(second.start, second.end, first.number + apart)), step
    return None


def _numbered(period: Period, step: str) -> Mark | None:
    if step == "year":
        return None if is_date(period.key) or not period.key.isdecimal() else mark_of(period, step)
    named = weekday(period.key) if step == "weekday" else part_of_year(period.key)[1] or None
    unlike = step == "month" and part_of_year(period.key)[0] != step
    return None if named is None or unlike else Mark(period.start, period.end, named)
