"""Two figures joined by "and" or "to" → whether words make a range of them wherever they stand.

"slows to between 8 percent and 8.5 percent"           "between" does
"a loss of 50 cents to 65 cents a share"               and so does "of" behind a loss a share
"expects sales to rise 10 percent to 12 percent"       what is foretold to rise has two ends, and not yet a level

Behind "between" nearly all pairs that fall or are lost ran upwards; so did 100 of 100 behind a foretold move,
and 23 of 23 losses that are no amounts; of amounts the larger loss may stand first.
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.frame import like_units
from checker.sides import OF_TWO, is_lost, make_whole, runs_down

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_AHEAD = frozenset("to will would could should may might can shall likely expected forecast seen".split())
_HEDGES = frozenset("by about around roughly approximately another likely probably again".split())
_MOVED = frozenset("vwg")  # letters of words that move what comes behind them
_QUARTERS = frozenset("q h q1 q2 q3 q4 h1 h2".split())
_TRADED = frozenset("traded trading trade trades".split())
_OF_SIDES = frozenset(
    "vote votes voted outnumbered outnumbering odds swung swing fluctuated alternated oscillated seesawed bounced"
    " bouncing respectively strike strikes puts calls support resistance".split()
)
_NEAR = 3  # tokens before a cue
_BEHIND = 8  # tokens behind a range
_REACH = 12  # tokens before a range in which its verb stands


def is_cued(chunks: Chunks, match: re.Match[str]) -> bool:
    """Does "between" open a range, be it of what falls, is lost or traded?"""
    words = chunks.tokens.words
    cue, low, high = (chunks.chunks[k] for k in (match.start(), match.start("low"), match.start("high")))
    if "between" not in words[cue.first : cue.after] or not like_units(low, high):
        return False
    if low.letter == "D" or _QUARTERS & set(words[low.after : high.first]) or make_whole(low, high):
        return False
    before, behind = words[max(0, cue.first - _REACH) : cue.first], words[high.after : high.after + _BEHIND]
    sides = OF_TWO.union(_OF_SIDES)
    parted = not sides.isdisjoint(before) or not _OF_SIDES.isdisjoint(behind)
    price = low.letter in "ME" and low.figure is not None and low.figure.figure.scale == 1
    falls = price or chunks.code[match.start() - 1 : match.start()] in tuple("bvwga")
    lost = low.letter == "M" and is_lost(chunks, cue.first)
    if lost or (falls and runs_down(chunks, match)) or "priced" in before[-_NEAR:]:
        return False  # "falling by between 9 and 2 percent", "down to between $9 and $8", "priced at between 9 and 8"
    charted = not _TRADED.isdisjoint(before)  # what a stock traded between is told from the top as well
    return not parted and not charted


def is_foretold(chunks: Chunks, k: int) -> bool:
    """ "expects sales to rise by 10 percent to 12 percent": is the percentage that of a move yet to come?"""
    if chunks.code[k] != "P":
        return False
    words = chunks.tokens.words
    verb = next((c for c in reversed(chunks.chunks[max(0, k - 2) : k]) if c.letter in _MOVED), None)
    if verb is None or words[verb.first - 1] not in _AHEAD:
        return False
    return _HEDGES.issuperset(words[verb.after : chunks.chunks[k].first])
