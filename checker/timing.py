"""A figure and the periods of its sentence → the period it belongs to, and whether it is reported or forecast.

"Exports rose 8 percent in May, after 6 percent in April"  →  8 percent: May;  6 percent: April
"""

from __future__ import annotations

from checker.chunk import Chunk
from checker.period import Period, is_base, is_day
from checker.record import record
from checker.token import Tokens

UNTOLD_BASE = "~base"  # a period before the figure's own that is not told
_LOOK_BACK = 40  # code points before a period in which a comparison may begin
_REACH, _FAR_REACH = 2, 6  # words between a figure and its period
_AT = ("in", "for", "on", "at", "of", "during", "the", "a")
_BEFORE_PERIOD = ("in", "on", "of", "for", "over", "during", "the", "that")
_SETS_AGAINST = {"from", "against", "than", "versus", "vs", "compared", "compares"}
_BASE_WORDS = 6  # words of a base's amount and its preposition: "from a revised 3.2 billion crowns in"
_COMPARE = ("from", "since", "than", "with", "to", "against", "versus", "vs")
_RATES = ("percent", "%", "pct", "cent", "up", "down")
_CLAUSES = (";", " while ", " but ")
_FORECAST = frozenset(
    "will would could may might should expect expects expected forecast forecasts predicts predicted sees targets aims"
    " plans projected likely estimates hopes anticipates proposed".split()
)
_GOVERNS = 14  # tokens over which a word of the future governs
_GOVERNS_NO_FURTHER = (";", "but", "while", "after", "from")


@record(frozen=True, slots=True)
class Timed:
    """The tokens of a sentence, its periods, and the one it speaks of."""

    tokens: Tokens
    periods: tuple[Period, ...]
    main: str


def main_period(tokens: Tokens, periods: tuple[Period, ...]) -> str:
    """The period a sentence speaks of: the first that is neither a day (of an announcement) nor a comparison's base."""
    return next((period.key for period in periods if _is_own(period, tokens)), "")


def _is_own(period: Period, tokens: Tokens) -> bool:
    return not (is_base(period.key) or is_day(period.key) or _is_compared(period, tokens))


def _is_compared(period: Period, tokens: Tokens) -> bool:
    """ "more than in 2023", "compared with 2023", "from 2022", "12 percent on 2009": the period is the base's."""
    words = tokens.folded[max(tokens.starts[0], period.start - _LOOK_BACK) : period.start].lower().split()
    if "than" in words[-6:]:
        return True  # "more than the 3,318,240 counted in 2014"
    if _SETS_AGAINST & set(words[-_BASE_WORDS:-2]) and words[-1] in _BEFORE_PERIOD:
        return True  # "to 3.6 billion crowns from 3.2 billion in 2016"
    on = words[-1:] in (["on"], ["over"])
    while words and words[-1] in _BEFORE_PERIOD:
        words.pop()
    return bool(words) and (words[-1] in _COMPARE or (on and words[-1] in _RATES))


def period_of(item: Chunk, timed: Timed, is_before: bool, is_difference: bool) -> str:
    """The period right behind a figure is its own ("8 percent in May"); else the last one before it in its clause.

    A base takes the base it names, or a period before the figure's that is not told. The difference of two rates
    names the period of the other one, further off ("0.3 points higher than the rate in May").
    """
    tokens = timed.tokens
    end = tokens.ends[item.after - 1]
    period = next((period for period in timed.periods if period.start >= end), None)
    if period is not None:
        between = tokens.folded[end : period.start].split()
        near = len(between) <= (_FAR_REACH if is_difference else _REACH) and ";" not in between
        if near and (not between or between[-1].lower() in _AT):
            on = between == ["on"] and item.letter == "P"  # "up 12 percent on 2009"
            if is_before or is_difference or not (is_base(period.key) or on):
                return period.key
    return UNTOLD_BASE if is_before else _last_before(item, timed) or timed.main


def _last_before(item: Chunk, timed: Timed) -> str:
    """A figure's chunk → the last period told before it in its clause, or ""."""
    tokens = timed.tokens
    start = tokens.starts[item.first]
    clause = max(tokens.folded.rfind(sign, tokens.starts[0], start) for sign in _CLAUSES)
    told = [p.key for p in timed.periods if clause < p.start < start and _is_own(p, tokens)]
    return told[-1] if told else ""


def latest_year(keys: list[str]) -> int:
    """The keys of all periods of an article → the latest year among them, or 0."""
    return max((_year(key) for key in keys), default=0)


def _year(key: str) -> int:
    return int(key[:4]) if key[:4].isdigit() else 0


def modality(item: Chunk, tokens: Tokens, period: str, latest: int) -> str:
    """Forecast, if a word of the future governs the figure — unless its year is past ("will be", said last year)."""
    if 0 < _year(period) < latest:
        return "reported"
    # A capital may be the month of May.
    words = ["" if tokens.capital(i) else tokens.words[i] for i in range(max(0, item.first - _GOVERNS), item.first)]
    cut = max((n for n, word in enumerate(words) if word in _GOVERNS_NO_FURTHER), default=-1)
    return "forecast" if _FORECAST & set(words[cut + 1 :]) else "reported"
