"""Two figures that are joined as the ends of a range are → what makes them something else, or lets them run downwards.

"a split of 60 to 40 percent"                  the sides of a whole
"traded in a range of 1.80 to 1.78 marks"      prices of a day
"a loss of 5 million to 3 million"             the worse end may stand first
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.frame import value_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# Before "between", or "of": the two are sides, not ends of a range.
OF_TWO = frozenset(
    "gap difference differences spread split splits divided choice choose ratio relationship distinction link match"
    " game vote distance margin".split()
)
_QUOTED = frozenset("traded trade trades trading priced quoted reported sold changed hands bid offered".split())
# Near prices of a day or a chart, which are named from the top as well.
_CHARTED = frozenset(
    "traded trading support resistance strike strikes retracement collar collars yield yields puts calls".split()
)
_LOST = frozenset("loss losses contraction shortfall negative minus".split())
_SIDED = frozenset(
    "vote votes voted voters turnout backed approved rejected preferred favoured favored poll lead led leads leading"
    " ahead won lost beat defeated against respectively odds swung swing fluctuated alternated curfew"
    " advancers decliners advances declines outpaced outpacing outnumbered outnumbering"
    " bounced bouncing seesawed oscillated".split()
)
_WHOLE = 100  # percent
_MANY = 1000
_REACH = 12  # tokens before two figures in which their verb stands
_FAR = 20  # tokens before them in which a chart is spoken of
_BEHIND = 8  # tokens behind them


def are_sides(chunks: Chunks, match: re.Match[str]) -> bool:
    """Are two figures the sides of something, or prices asked and quoted, which may run downwards?"""
    letter = chunks.code[match.start("low")]
    first, after = chunks.chunks[match.start()].first, chunks.chunks[match.end() - 1].after
    words = chunks.tokens.words[max(0, first - _REACH) : first]
    behind = chunks.tokens.words[first : after + _BEHIND]
    near = {*chunks.tokens.words[max(0, first - _FAR) : first], *behind}
    sides = OF_TWO - {"ratio"} if letter == "P" else OF_TWO  # "a capital ratio of 9 to 10 percent"
    quoted = letter != "N" and not _QUOTED.isdisjoint(words[-4:])
    quoted = quoted or (letter != "D" and not _CHARTED.isdisjoint(near))
    split = letter != "D" and not _SIDED.isdisjoint({*words, *behind})
    return quoted or split or not sides.isdisjoint(words[-3:])


def runs_down(chunks: Chunks, match: re.Match[str]) -> bool:
    """Do words near two figures make them fall, or come together, so that the larger may stand first?"""
    first, after = match.span()
    at = chunks.chunks[first].first
    if "down" in chunks.tokens.words[max(0, at - _REACH) : at]:
        return True
    return any(c.value in ("down", "narrow") for c in chunks.chunks[max(0, first - 4) : after + 3])


def is_lost(chunks: Chunks, first: int) -> bool:
    """Is what stands there a loss, of which the larger is the worse end and may stand first?"""
    return not _LOST.isdisjoint(chunks.tokens.words[max(0, first - _REACH) : first])


def are_weighed(chunks: Chunks, low: Chunk) -> bool:
    """ "favor the one market over the other, at 4.6 billion to 1.9 billion": are two weighed against each other?"""
    words = chunks.tokens.words[: low.first]
    return words[-1:] == ["at"] and "over" in words


def make_whole(low: Chunk, high: Chunk) -> bool:
    """Do two percentages make up a whole, and so are its two sides ("split 60-40 percent")?"""
    return low.letter == "P" and value_of(low) + value_of(high) == _WHOLE


def are_bid_and_asked(low: Chunk, high: Chunk) -> bool:
    """Are two rates quoted to buy and to sell ("5.55-5.54 pct"), the second maybe by its last digits ("137.80-85")?"""
    priced = low.letter == "M" and value_of(high) < _MANY
    cut = priced and "." in _digits(low) and "." not in _digits(high)
    return cut or 0 <= (value_of(low) - value_of(high)) * _WHOLE < value_of(low)


def _digits(item: Chunk) -> str:
    return item.figure.figure.digits if item.figure is not None else ""
