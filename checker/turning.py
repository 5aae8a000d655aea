"""Words of direction → the sign that each stands for, and what it may be said of.

    "fell" −1; "improved", of unemployment, −1: fewer is better; "surplus" +1
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.lexicon import Lexicon
from checker.measure import head_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.lexicon import Measure

MOVERS = "vwgna"  # letters of the chunks that may say which way
# Words for what a business or a state is left with: what they tell of, and its sign.
OUTCOMES = {
    **dict.fromkeys(("profit", "profits"), ("result", 1)),
    **dict.fromkeys(("loss", "losses"), ("result", -1)),
    **dict.fromkeys(("surplus", "surpluses"), ("balance", 1)),
    **dict.fromkeys(("deficit", "deficits"), ("balance", -1)),
}
_TURNS = {"up": 1, "widen": 1, "down": -1, "narrow": -1}
_SIGNS = {**_TURNS, "above": 1, "below": -1}
_JUDGED = {"better": 1, "worse": -1}
_POLARITY = {"good": 1, "bad": -1}
# Words that put one figure above or below another, as prepositions and as verbs.
SIDES = {
    **dict.fromkeys("above exceeding topping surpassing beating eclipsing".split(), 1),
    **dict.fromkeys("exceeded exceeds topped tops surpassed surpasses beat beats eclipsed".split(), 1),
    **dict.fromkeys("below under missing undershooting trailing short shy".split(), -1),
    **dict.fromkeys("missed misses undershot trailed".split(), -1),
}
# Nouns that take up a movement told just before: "The decline was …", "It was the third straight increase".
TURNS_TOLD = {
    **dict.fromkeys("rise increase gain jump surge climb uptick advance expansion growth".split(), 1),
    **dict.fromkeys("decline drop fall decrease slump slide plunge dip contraction tumble".split(), -1),
}
EXTREME_LEVELS = {"highest": 1, "lowest": -1}
# "It was the first time in a year that sales had fallen".
TIMES_TOLD = {
    **dict.fromkeys("risen increased climbed grown gained".split(), 1),
    **dict.fromkeys("fallen declined dropped shrunk".split(), -1),
}
TAKING_UP = tuple(f" {word}" for word in (*TURNS_TOLD, *EXTREME_LEVELS, *TIMES_TOLD, *OUTCOMES))
EXTREMES = {**dict.fromkeys("high highs peak".split(), 1), **dict.fromkeys("low lows trough".split(), -1)}
# One of them stands in each sentence that tells of a price's moves within the day or its range, or of a peak.
MOVES = frozenset(
    "hitting touching reaching rising climbing jumping surging falling dropping sliding slipping sinking initially"
    " earlier briefly range traded trading high low".split()
)
RANGES = frozenset("range ranged traded trading fluctuated high low".split())
MERE = frozenset("just only mere barely".split())  # they call a figure small beside another
SUMMITS = frozenset(
    "peak peaks peaked peaking record records high highs low lows trough bottomed bottoming height heyday".split()
)
# One of each stands in each sentence that tells what brought a total to where it stands.
BRINGING = frozenset("bring brings bringing brought take takes taking taken took".split())
TOTALS = frozenset("total totals number tally toll amount count sum".split())
# What a figure is said to lie above or below, and by how much.
REFERENCES = frozenset(
    "average averages mean median norm budget target targets limit record benchmark quota price close threshold"
    " estimate estimates forecast forecasts consensus peak high low trough".split()
)
# First words of a sentence that takes up a figure of the one before.
POINTING = frozenset("that this it they those both".split())
# What analysts advise, in a sentence that tells from what to what: see `checker.rating`.
RATED = frozenset(
    "buy sell hold neutral outperform underperform overweight underweight accumulate add reduce perform weight line"
    " equalweight attractive positive negative cautious stable".split()
)
# Words before a verb of what has not happened: "could exceed", "on track to top".
UNDONE = frozenset("to could may might will would should can".split())
ODDS = frozenset("chance chances probability likelihood odds".split())
_TAKEN_UP = frozenset("it its their reading readings figure number total level score".split())


def turn(value: str) -> int:
    """A change word's value → +1 for up, −1 for down, 0 for neither."""
    return _TURNS.get(value, 0)


def strength(value: str) -> int:
    """A change word's value → which way a currency goes of which it is said: "improved" is up."""
    return turn(value) or _JUDGED.get(value, 0)


def side(value: str) -> int:
    """A word's value → +1 for up or above, −1 for down or below, 0 for neither."""
    return _SIGNS.get(value, 0)


def word_sign(value: str, measure: str, lexicon: Lexicon, *, percent: bool = False) -> int:
    """A direction word's value → its sign; "improved" is up for profit, down for unemployment, else not told: 0.

    A percentage is a level only of what is measured in percent: it is no unemployment, but may be its rate.
    """
    known = _known(measure, lexicon)
    kinds = ("rate", "share") if percent else ("flow", "count")
    good = _POLARITY.get(known.polarity, 0) if known and known.kind in kinds else 0
    return side(value) or good * _JUDGED.get(value, 0)


def is_subject(measure: str, chunks: Chunks, k: int) -> bool:
    """Is a measure, where a verb's own clause names one before it, the verb's? "sales fell and the supply worsened" """
    own = [item for item in clause_before(chunks, k) if item.letter in "mu"]
    named = [item.value for item in own if item.letter == "m"]
    words = chunks.tokens.words[own[0].first : own[-1].after] if own else []
    told = head_of(measure) in named or (not named and not _TAKEN_UP.isdisjoint(words))
    return told or not own or chunks.code[k] not in "vwa"


def clause_before(chunks: Chunks, k: int) -> tuple[Chunk, ...]:
    """A verb → what stands before it in its own clause, its subject among it."""
    return chunks.chunks[max(chunks.code.rfind(letter, 0, k) for letter in ",;:|&vwgrc") + 1 : k]


def is_of_moves(measure: str, lexicon: Lexicon) -> bool:
    """Is a percentage of the measure a move, never a level ("the indexes fell from 2.5 to 3 percent" is a range)?"""
    known = _known(measure, lexicon)
    return known is not None and known.kind in ("index", "price")


def _known(measure: str, lexicon: Lexicon) -> Measure | None:
    return lexicon.measures.get(head_of(measure))


def unsure(item: Chunk) -> bool:
    """Is a change word no safe guide: one that is soft, or that says neither which way nor for better or worse?"""
    return "soft" in item.form or item.value not in (*_TURNS, *_JUDGED)
