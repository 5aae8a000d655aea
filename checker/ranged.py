"""Facts of one sentence → ranges and extremes: which figure can only be the lower of two.

"between 3 million and 5 million euros"                   3 –low-of→ 5
"rose as much as 4.1 percent, and were last up 2.3"       2.3 –low-of→ 4.1
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.fact import Fact
from checker.frame import like_units
from checker.pattern import Pattern
from checker.wordfact import Facts, add_link

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_RANGE = Pattern(r"O(?P<low>[MEPXN])[um]{0,2}[&t](?P<high>[MEPXN])")
_OF = Pattern(r"[umB]o(?P<low>[MEPX])[um]?t(?P<high>[MEPX])")  # "savings of 100 to 120 million": never a move
_FROM_TO = Pattern(r"(?P<low>[MEPX])t(?P<high>[MEPX])")
# Before "between": the two are sides, not ends of a range.
_SIDES = frozenset(
    "gap difference differences spread split divided choice choose ratio relationship distinction link match game"
    " vote distance margin".split()
)
_OUTLOOK = frozenset(
    "expect expects expected forecast forecasts sees guidance outlook range estimate estimates estimated predicts"
    " predicted targets would could will projected cost costs".split()
)
_QUOTED = frozenset("traded trade trades trading priced quoted reported sold changed hands".split())
_REACH = 12  # tokens before a range in which its verb stands
_SIDED = frozenset(
    "vote votes voted poll lead led leads leading ahead won lost beat defeated margin against respectively odds"
    " swung swing fluctuated alternated curfew".split()
)


def ranged(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: ends of ranges, and a later figure under the day's extreme."""
    if len(facts) < 2:
        return
    for match in _RANGE.finditer(chunks.code):
        if _expected(chunks, match.start()):
            _order(facts, match, chunks)
    for match in _OF.finditer(chunks.code):
        _order(facts, match, chunks)
    for match in _FROM_TO.finditer(chunks.code):
        if not set("fvawgdnO") & set(_clause(chunks.code, match.start())) and _expected(chunks, match.start()):
            _order(facts, match, chunks)
    _extreme(facts, chunks)


def _expected(chunks: Chunks, k: int) -> bool:
    """Is a range one of what is expected? Prices asked and quoted may run downwards, and two sides have no order."""
    first = chunks.chunks[k].first
    words = chunks.tokens.words[max(0, first - _REACH) : first]
    sided = _SIDES & set(words[-3:]) or _QUOTED & set(words[-4:]) or _SIDED & set(chunks.tokens.words)
    return bool(_OUTLOOK & set(words)) and not sided


def _clause(code: str, k: int) -> str:
    return code[max(code.rfind(sign, 0, k) for sign in ",;|&/") + 1 : k]


def _order(facts: Facts, match: re.Match[str], chunks: Chunks) -> None:
    low, high = facts.get(match.start("low")), facts.get(match.start("high"))
    if low is None or high is None or not _plain(low) or not _plain(high) or low.figure is None or high.figure is None:
        return
    downwards = any(c.value in ("down", "narrow") for c in chunks.chunks[max(0, match.start() - 4) : match.end() + 3])
    alike = low.figure.kind == high.figure.kind and like_units(chunks.chunks[low.chunk], chunks.chunks[high.chunk])
    if alike and not downwards:
        add_link(facts, match.start("low"), high, "low-of")


def _plain(fact: Fact) -> bool:
    return fact.aspect in ("level", "share", "proportion") and fact.figure is not None and not fact.figure.hedge


_LATER = frozenset("last later now before closed close ended finished trading traded settled settle stood".split())


def _extreme(facts: Facts, chunks: Chunks) -> None:
    """ "as much as 4.1 percent" bounds the change that the sentence gives for later in the day, if both go one way."""
    rates = [k for k in sorted(facts) if facts[k].aspect == "change-rate"]
    words = chunks.tokens.words
    for n, b in enumerate(rates[1:]):
        a = rates[n]
        first, later = facts[a].figure, facts[b].figure
        if first is None or later is None or first.hedge != "at-most" or later.hedge:
            continue
        if not first.direction or first.direction != later.direction or ";" in chunks.code[a:b]:
            continue
        said = words[chunks.chunks[a].first : chunks.chunks[a].first + 3]
        if said == ["as", "much", "as"] and _LATER & set(words[chunks.chunks[a].after : chunks.chunks[b].first]):
            low, high = (b, a) if first.direction == "up" else (a, b)
            add_link(facts, low, facts[high], "not-above")
