"""Facts: a figure with what it measures, where and when, and its links to others.

"Exports were 23.77 trillion yuan, a year-on-year increase of 0.6%"
→ exports, level, 23.77 trillion;  exports, change-rate, +0.6, change-of the level
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.figure import Figure
from checker.frame import Bond
from checker.interval import Interval, point
from checker.period import Period
from checker.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from checker.pair import Pair

    Key = TypeVar("Key")


@record(frozen=True, slots=True)
class Link:
    """What the wording says of two facts: this one is `as_` (from, change-of, share-of, part-of …) the fact `to`."""

    to: str
    as_: str


@record(frozen=True, slots=True)
class Fact:
    id: str  # the figure's id; "i1"… for a quantity that is implied and not printed
    figure: Figure | None
    interval: Interval  # signed, widest reading: a fall of 0.3 percent is [-0.35, -0.25]
    tight: Interval  # the same, trailing zeros taken as exact digits
    measure: str
    place: str
    period: str
    aspect: str  # level, change-rate, change-amount, share, share-change, rate-difference, threshold, rank, direction …
    basis: str
    modality: str  # reported, forecast
    links: tuple[Link, ...] = ()
    sentence: int = -1  # number of its sentence, in order of the text
    chunk: int = -1  # its place among the chunks of the sentence
    frame: str = ""  # the frame that gave it its aspect

    @property
    def rated(self) -> Interval:
        """A rate of change with its trailing zeros as digits; any other figure in its widest reading."""
        return self.tight if self.aspect == "change-rate" else self.interval

    @property
    def printed(self) -> Interval:
        """The value as it is printed, with its sign and whatever its rounding; a hedged one stays what it admits."""
        value = None if self.figure is None or self.figure.hedge else self.figure.value
        if value is None:
            return self.interval
        below = self.interval.high is not None and self.interval.high <= 0
        return point(-abs(value) if below else abs(value) if (self.interval.low or 0) > 0 else value)


@record(frozen=True, slots=True)
class Sentence:
    """All that was read of one sentence."""

    number: int
    block: str
    chunks: Chunks
    periods: tuple[Period, ...]
    bonds: tuple[Bond, ...]
    pairs: tuple[Pair, ...]


DIRECTION = {1: "up", -1: "down"}
# The links of a figure that another is set against, by the connector that says so.
BASES = frozenset(
    "from against than after benchmark from-also from-extreme from-other from-opposite from-rate from-quote".split()
)


def is_base(fact: Fact) -> bool:
    """Is a fact what another is set against?"""
    return any(link.as_ in BASES for link in fact.links)


def signed(fact: Fact, sign: int, aspect: str) -> Fact:
    """A figure's fact → that of an excess or a premium, below nought where it is a shortfall or a discount."""
    if fact.figure is None:
        return fact
    loose, tight = fact.figure.loose, fact.figure.tight
    return replace(fact, aspect=aspect, interval=loose if sign > 0 else -loose, tight=tight if sign > 0 else -tight)


def place_of(fact: Fact) -> int:
    """A fact → where it stands in the text; before all others when it is not printed."""
    return -1 if fact.figure is None else fact.figure.start


def unit_of(fact: Fact) -> str:
    """A fact → the unit of its figure, or ""."""
    return "" if fact.figure is None else fact.figure.unit


def noun_of(fact: Fact) -> str:
    """A fact → the noun of what its figure counts, the last word of its unit, or ""."""
    return (unit_of(fact).split() or [""])[-1]


def linked(fact: Fact, link: Link) -> Fact:
    """A fact → the same with a further link; none is stated twice."""
    return fact if link in fact.links else replace(fact, links=(*fact.links, link))


def add_link(facts: dict[Key, Fact], key: Key, to: Fact, as_: str) -> None:
    """One of several facts, by id or by chunk, gets a further link."""
    facts[key] = linked(facts[key], Link(to.id, as_))


def is_negative(interval: Interval) -> bool:
    """A set of values → is none of them above nought?"""
    return interval.high is not None and interval.high <= 0
