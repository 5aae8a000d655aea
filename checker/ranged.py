"""Facts of one sentence → ranges and extremes: which figure can only be the lower of two.

"between 3 million and 5 million euros"                   3 –low-of→ 5
"rose as much as 4.1 percent, and were last up 2.3"       2.3 –low-of→ 4.1
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.fact import Fact, add_link
from checker.frame import like_units
from checker.pattern import Pattern
from checker.wordfact import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_BETWEEN = Pattern(r"O(?P<low>[MEPXN])[um]{0,2}[&t](?P<high>[MEPXN])")
_OF = Pattern(r"[umB]o(?P<low>[MEPX])[um]?t(?P<high>[MEPX])")  # "savings of 100 to 120 million": never a move
_TO = Pattern(r"(?P<low>[MEPXND])t(?P<high>[MEPXND])")
_HYPHEN = Pattern(r"(?P<low>[MEPXND])(?P<high>[MEPXND])")
# Before "between": the two are sides, not ends of a range.
_SIDES = frozenset(
    "gap difference differences spread split divided choice choose ratio relationship distinction link match game"
    " vote distance margin".split()
)
_QUOTED = frozenset("traded trade trades trading priced quoted reported sold changed hands bid offered".split())
_MOVERS = frozenset("fvawgO")  # letters of chunks that make a movement of what comes behind them
_LISTED_MOVE = Pattern(r"[vw][MEN]t[MEN]")
_MARKETS = frozenset("strike strikes collar collars yield yields support resistance puts calls".split())
_GUIDED = frozenset(
    "earnings profit share eps expects expected forecast forecasts sees estimates estimated guidance outlook"
    " range fee fees fare fares fine fines".split()
)
_LOSSES = frozenset(("loss", "losses"))
_SPANS = frozenset("week month year day session trading price".split())  # "its 52-week range of"
_REACH = 12  # tokens before a range in which its verb stands
_SIDED = frozenset(
    "vote votes voted voters turnout backed approved rejected preferred favoured favored poll lead led leads leading"
    " ahead won lost beat defeated margin against respectively odds swung swing fluctuated alternated curfew".split()
)


def ranged(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: ends of ranges, and a later figure under the day's extreme."""
    if len(facts) < 2:
        return
    for match in _BETWEEN.finditer(chunks.code):
        if not _sided(chunks, match.start()):
            _order(facts, match, chunks)
    for match in _OF.finditer(chunks.code):
        if chunks.tokens.words[chunks.chunks[match.start("low")].first - 2] not in _SIDES:
            _order(facts, match, chunks)
    for pattern, joint in ((_TO, "to"), (_HYPHEN, "-")):
        for match in pattern.finditer(chunks.code):
            low, high = (chunks.chunks[match.start(name)] for name in ("low", "high"))
            joined = chunks.tokens.words[low.after : high.first] == [joint]
            if joined and _is_range(chunks, match.start("low"), low, high):
                _order(facts, match, chunks)
    _extreme(facts, chunks)


def _sided(chunks: Chunks, k: int) -> bool:
    """Are two figures the sides of something, or prices asked and quoted, which may run downwards?"""
    words = chunks.tokens.words[max(0, chunks.chunks[k].first - _REACH) : chunks.chunks[k].first]
    return bool(_SIDES & set(words[-3:]) or _QUOTED & set(words[-4:]) or _SIDED & set(chunks.tokens.words))


def _is_range(chunks: Chunks, k: int, low: Chunk, high: Chunk) -> bool:
    """Do two figures joined by "to" or a hyphen open and close a range, be it behind a verb of movement or not?

    Two that have scale words or percent signs of their own do: they were in order in 2,985 of 2,994 cases. Others do
    where the clause moves nothing.
    """
    if chunks.code[:k].rstrip("ujmoe").endswith("f"):
        return False  # "from his favoured 400 metres to 200"
    if any(move.end() <= k for move in _LISTED_MOVE.finditer(chunks.code)):
        return False  # "Arden gained 3.00 to 16.00, Brill 90 cents to 16.50"
    if _is_scaled(low) and _is_bare(high) and chunks.code[k + 3 : k + 4] == "u" and chunks.code[k + 1] == "t":
        return False  # "pay 15 million dollars to 41 former customers"
    if _is_scaled(low) and _is_scaled(high) and chunks.code[k + 3 : k + 4] not in ("o", "W"):
        return low.letter != "P" or not _sided(chunks, k)
    return low.letter != "N" and not _sided(chunks, k) and not _moves(chunks, k)


def _is_scaled(item: Chunk) -> bool:
    """Does a figure have a scale word or a percent sign of its own?"""
    figure = item.figure.figure if item.figure is not None else None
    return figure is not None and not _is_bare(item) and (figure.kind == "percent" or figure.scale > 1)


def _is_bare(item: Chunk) -> bool:
    return item.figure is not None and item.figure.figure.text == item.figure.figure.digits


def _moves(chunks: Chunks, k: int) -> bool:
    """Does the figure there open a movement and not a range: "from 5 percent to 3", "rose 5 percent to 80"?

    A change of which the unit is told with the second figure alone ("rises of 1.3 to 2.1 percent") is a range.
    """
    item = chunks.chunks[k]
    if chunks.code[k - 1 : k] == "b":
        return True
    if item.letter == "P" and _is_bare(item):
        return False
    return not _MOVERS.isdisjoint(_clause(chunks.code, k)) or not set("nd").isdisjoint(chunks.code[max(0, k - 2) : k])


def _clause(code: str, k: int) -> str:
    return code[max(code.rfind(sign, 0, k) for sign in ",;|&/") + 1 : k]


def _order(facts: Facts, match: re.Match[str], chunks: Chunks) -> None:
    low, high = facts.get(match.start("low")), facts.get(match.start("high"))
    if low is None or high is None or not _plain(low) or not _plain(high) or low.figure is None or high.figure is None:
        return
    downwards = any(c.value in ("down", "narrow") for c in chunks.chunks[max(0, match.start() - 4) : match.end() + 3])
    alike = low.figure.kind == high.figure.kind and like_units(chunks.chunks[low.chunk], chunks.chunks[high.chunk])
    one = not high.figure.digits and high.figure.value == 1  # "pegged at 7.80 to one dollar"
    halves = "/" in low.figure.text + high.figure.text  # "$9.87-1/2", and rates that are bid and offered
    change = any(link.to == high.id for link in low.links)  # "rose 25 percent to 5.0 percent"
    units = {low.figure.unit, high.figure.unit} - {""}
    # "two weeks to two months", "6.4 billion euros equate to 72 euros a share"
    apart = len(units) > 1 and (low.figure.kind in ("duration", "count") or low.figure.scale > 1)
    small = low.figure.scale == 1 and (_is_of_market(chunks, low.chunk) or _is_price(low, chunks))
    tenths = high.figure.kind != low.figure.kind or any(word.endswith("ths") for word in high.figure.text.split())
    apart = apart or small or tenths or _is_loss(chunks, low.chunk)
    if alike and not (downwards or one or halves or change or apart):
        add_link(facts, match.start("low"), high, "low-of")


def _is_price(low: Fact, chunks: Chunks) -> bool:
    """Is an amount without a scale word a price ("$4.99 to $2.99 to rent"), and no earnings a share or estimate?"""
    return low.figure is not None and low.figure.kind == "money" and _GUIDED.isdisjoint(chunks.tokens.words)


def _is_loss(chunks: Chunks, k: int) -> bool:
    """Is a figure a loss, of which a range is told from either end: "a loss of between 39 and 28 million"?"""
    first = chunks.chunks[k].first
    return not _LOSSES.isdisjoint(chunks.tokens.words[max(0, first - 4) : first])


def _is_of_market(chunks: Chunks, k: int) -> bool:
    """Is a figure a price or a yield of the market, of which a range is told from either end?"""
    words, first = chunks.tokens.words, chunks.chunks[k].first
    traded = words[max(0, first - 2) : first] == ["range", "of"] and words[max(0, first - 3)] in _SPANS
    return traded or not _MARKETS.isdisjoint(words)


def _plain(fact: Fact) -> bool:
    if fact.figure is None or fact.figure.hedge or fact.interval != fact.figure.loose or (fact.figure.value or 0) < 0:
        return False
    return fact.aspect in ("level", "share", "proportion", "change-rate", "duration", "age")


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
