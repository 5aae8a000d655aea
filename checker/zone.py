"""Sentences → clock times that are printed again in Greenwich Mean Time: "6:47 a.m. EDT (1047 GMT)".

    "6:47 a.m. EDT"  →  1047 GMT, which it is by the zone;  "1047 GMT"  →  1047 GMT, clock-of the first

A zone that is not named ("local time", "8:30 a.m.") lies whole or half hours from Greenwich: such a time stands for the
nearest of the times that it can be.
"""

from __future__ import annotations

from fractions import Fraction

from checker.calendarword import CLOCK
from checker.fact import Fact, Link, Sentence
from checker.pattern import Pattern
from checker.wordfact import lone_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HOUR, _DAY = 60, 24 * 60
_STEP = 30  # minutes: no zone that news tells of without its name lies between
# Hours from Greenwich. "ET" is said in summer and winter, and so is "CET" where "CEST" is meant.
_ZONES = {
    "EDT": (-4,), "EST": (-5,), "ET": (-4, -5), "CDT": (-5,), "PDT": (-7,), "PST": (-8,), "PT": (-7, -8),
    "MDT": (-6,), "CET": (1, 2), "CEST": (2,), "JST": (9,), "HKT": (8,),
}  # fmt: skip
_ODD = frozenset(("nepal", "kathmandu", "chatham"))  # a quarter of an hour beside the rest
_LOCAL = (
    r"(?<![\d.:,$])(?P<time>(?:(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s?(?P<half>[apAP])\.?[mM]\b\.?|(?P<hm>[012]\d[0-5]\d)"
    r"(?=\s(?:hrs|hours|local|[A-Z]{2,4}\b))|(?P<h24>\d{1,2}):(?P<m24>[0-5]\d))"
    r"(?:\s(?:(?P<zone>[A-Z]{2,4})\b|(?:hrs\s|hours\s)?local\stime|local|in the [a-z]+|(?:[A-Z]\w+\s){0,2}time))?)"
)
_GREENWICH = r"(?P<gmt>(?P<gh>[012]?\d)[:.]?(?P<gm>[0-5]\d)\sGMT\b)"
_DAY_OF = r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
_AGAIN = (Pattern(rf"{_LOCAL}{_DAY_OF}\s?[(/]{_GREENWICH}"), Pattern(rf"{_GREENWICH}{_DAY_OF}\s?[(/]{_LOCAL}\)"))


def zoned(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → two facts for each time that is given in two zones: what the first is in GMT, and what is printed."""
    return tuple(fact for sentence in sentences if "gmt" in sentence.chunks.tokens.words for fact in _clocks(sentence))


def _clocks(sentence: Sentence) -> Iterator[Fact]:
    tokens = sentence.chunks.tokens
    if not _ODD.isdisjoint(tokens.words):
        return
    start, text = tokens.starts[0], tokens.folded[tokens.starts[0] : tokens.ends[-1]]
    for match in (match for pattern in _AGAIN for match in pattern.finditer(text)):
        local, hour = _local(match), int(match["gh"])
        zone = _ZONES.get(match["zone"] or "")
        if local is None or hour > 24 or (match["zone"] and zone is None):
            continue
        greenwich = hour * _HOUR + int(match["gm"])
        known = [local - offset * _HOUR for offset in zone] if zone else _nearest(local, greenwich)
        due = greenwich if any((one - greenwich) % _DAY == 0 for one in known) else known[0]
        said, again = ((start + match.start(name), start + match.end(name)) for name in ("time", "gmt"))
        told = lone_fact(sentence, said, Fraction(due), "clock", mark="z", unit=CLOCK)
        yield told
        yield lone_fact(
            sentence, again, Fraction(greenwich), "clock-again", (Link(told.id, "clock-of"),), mark="z", unit=CLOCK
        )


def _local(match: re.Match[str]) -> int | None:
    """A time as matched → its minutes from midnight; None for no time of day."""
    if match["hm"]:
        hour, minute = divmod(int(match["hm"]), 100)
    elif match["half"]:
        hour, minute = int(match["h"]), int(match["m"] or 0)
        if not 1 <= hour <= 12:
            return None  # "18:01 a.m."
        hour = hour % 12 + 12 * (match["half"] in "pP")
    else:
        hour, minute = int(match["h24"]), int(match["m24"])
    return hour * _HOUR + minute if hour <= 24 and minute < _HOUR else None


def _nearest(local: int, greenwich: int) -> list[int]:
    """A time of an unnamed zone, and one of Greenwich → what the first can be in Greenwich, nearest to the second."""
    beside = (local - greenwich) % _STEP
    return [greenwich + (beside if 2 * beside <= _STEP else beside - _STEP)]
