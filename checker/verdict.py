"""A sentence → what its words say of a figure against what had been expected of it.

"Mill profit beats estimates"                 "beats estimates", +1, of profit
"prices fell more than expected"              "more than expected", +1, of the size of a fall
"posted lower-than-expected quarterly sales"  "lower-than-expected", −1, of sales

A verdict on what is still to come is none.
"""

from __future__ import annotations

from checker.fact import Sentence
from checker.record import record
from checker.turning import turn

PROFIT, SALES, LOSS = "profit", "sales", "loss"
MEASURES = {
    **dict.fromkeys("profit profits earnings results result eps income earned earns earn".split(), PROFIT),
    **dict.fromkeys("sales revenue revenues turnover".split(), SALES),
    **dict.fromkeys("loss losses lost lose".split(), LOSS),
}
_VERBS = {
    **dict.fromkeys("beat beats beating topped tops topping top exceeded exceeds exceed exceeding".split(), 1),
    **dict.fromkeys("surpassed surpasses surpassing smashed smashes trounced trounces".split(), 1),
    **dict.fromkeys("missed misses missing miss undershot trailed trails lagged lags".split(), -1),
}
_SIDES = {"above": 1, "ahead": 1, "below": -1, "short": -1, "shy": -1}
_GOALS = {**_VERBS, **_SIDES}
_BEFORE_OF = ("ahead", "short", "shy")
_SHORTFALLS = frozenset("deficit deficits loss losses".split())
_HEIGHTS = {
    **dict.fromkeys("higher stronger".split(), 1),
    **dict.fromkeys("lower weaker softer".split(), -1),
}
_SIZES = {
    **dict.fromkeys("more bigger larger greater steeper sharper deeper faster quicker wider".split(), 1),
    **dict.fromkeys("less smaller fewer milder slower gentler shallower narrower".split(), -1),
}
_JUDGED = {"better": 1, "worse": -1, "poorer": -1}
_THAN = {**_HEIGHTS, **_SIZES, **_JUDGED}
_HOPED = frozenset(
    "estimate estimates expectation expectations forecast forecasts view views consensus target targets hopes"
    " projections predictions".split()
)
_EXPECTED = frozenset("expected forecast anticipated estimated predicted thought".split())
_OWNERS = frozenset(
    "wall st street street's analysts analyst economists ' s 's the market average mean median consensus of on"
    " investors financial most many reuters poll quarterly third fourth first second - quarter their its".split()
)
_DEGREES = frozenset("and but still easily just slightly handily narrowly also well far again".split())
_AHEAD = frozenset(
    "sees see seen forecast forecasts forecasting outlook guidance guides expects expect expecting expected will would"
    " could may might should can if raises raised lifts lifted cuts cut view warned warns not no never fails failed"
    " fail likely unlikely projected predicts target next hopes hoped preview eyes analyst rivals".split()
)
_TOLD = frozenset("reported posted recorded reports posts".split())
_ENDS = frozenset(", ; : . ( ) but and as while after on despite though although with by for".split())
_DROPS = frozenset("drop fall decline dip slide decrease slump".split())  # "a smaller-than-expected drop in profit"
_PARTS = frozenset("store stores comparable outlet restaurants charge charges".split())  # "sales" of a part
_NO_RESULT = _PARTS | {"outlook", "forecast", "guidance", "margin", "margins"}
_FAR = 12  # tokens from a verdict to the word for its measure
_NEAR = 5  # tokens from a verb to what it is measured against
_WIDE = 8  # tokens from "higher-than-expected" to its noun: "a higher-than-expected 8 percent rise in profit"
_MOVED = 3  # tokens from a verb to "more than expected"
# One of them stands in every sentence that has a verdict.
HOPED = _HOPED | _EXPECTED | {"street"}


@record(frozen=True, slots=True)
class Verdict:
    """What tokens [first, after) of a sentence say: +1 for more than expected, −1 for less; of what, if they tell.

    `move` is the direction of the verb that it stands with ("fell more than expected": −1), 0 for none; `kind` is size,
    height, judged or race, as the word speaks of how far something moved, how high it stands, how good it is, or of a
    mark that it passes.
    """

    sentence: int
    first: int
    after: int
    sign: int
    kind: str
    of: str
    move: int


def verdicts(sentence: Sentence, *, ahead: bool = False) -> list[Verdict]:
    """A sentence → its verdicts, in order; with `ahead` those on what is still to come, or that are denied."""
    words = sentence.chunks.tokens.words
    found: list[Verdict] = []
    for i, word in enumerate(words):
        told = _than(sentence, i) if word in _THAN else _against(sentence, i) if word in _GOALS else None
        if told is not None and _is_ahead(sentence, i) == ahead:
            found.append(told)
    return found


def good(verdict: Verdict) -> int:
    """A verdict → +1 where it speaks of the better of two, −1 of the worse, 0 if that is not told.

    A loss that is bigger is worse; what a loss "below estimates" is, or a figure of no measure, only its words tell.
    """
    if verdict.of == LOSS:
        return {"size": -verdict.sign, "height": 0}.get(verdict.kind, verdict.sign)
    return 0 if verdict.kind in ("judged", "race") and not verdict.of else verdict.sign


def _than(sentence: Sentence, i: int) -> Verdict | None:
    """ "better-than-expected quarterly profit": the noun stands behind it; "rose more sharply than expected"."""
    words = sentence.chunks.tokens.words
    joined = words[i + 1 : i + 4] == ["-", "than", "-"]
    than = i + 2 if joined else next((k for k in (i + 1, i + 2) if words[k : k + 1] == ["than"]), -1)
    expected = than + 2 if joined else than + 1
    tied = joined or words[max(0, i - 1) : i] in (["a"], ["an"])  # "a higher than expected profit"
    if than < 0 or words[expected : expected + 1] == [] or words[expected] not in _EXPECTED:
        return None
    behind = words[expected + 1 : expected + 1 + _WIDE]
    end = next((n for n, word in enumerate(behind) if word in _ENDS), len(behind))
    at = next((n for n, word in enumerate(behind[:end]) if word in MEASURES), -1) if tied else -1
    of = MEASURES[behind[at]] if at >= 0 else ""
    if not _NO_RESULT.isdisjoint(behind) or words[max(0, i - 1) : i] == ["despite"]:
        return None  # "despite lower than expected sales in the north"
    if words[i + 1] == "slowly":
        return None  # "more slowly than expected" is less
    kind = "size" if words[i] in _SIZES else "judged" if words[i] in _JUDGED else "height"
    sign = -_THAN[words[i]] if kind != "judged" and of and not _DROPS.isdisjoint(behind[:at]) else _THAN[words[i]]
    return Verdict(sentence.number, i, expected + 1, sign, kind, of, _move(sentence, i))


def _move(sentence: Sentence, i: int) -> int:
    """The verb of movement right before a verdict → its sign: "fell more than expected" is −1; 0 for none."""
    near = [c for c in sentence.chunks.chunks if c.letter in "vn" and c.after <= i <= c.after + _MOVED]
    return turn(near[-1].value) if near else 0


def _against(sentence: Sentence, i: int) -> Verdict | None:
    """ "profit beats Wall Street estimates", "below analysts' forecasts": the measure stands before it."""
    words = sentence.chunks.tokens.words
    start = i + 1
    if words[i] in _BEFORE_OF and not _SHORTFALLS.isdisjoint(words):
        return None  # a deficit that is short of a target may be the worse or the better one
    if words[i - 1 : i] in (["of"], ["after"], ["with"]):
        return None  # "after a row of missed targets"
    if words[i] in _BEFORE_OF:
        if words[start : start + 1] != ["of"]:
            return None
        start += 1
    near = words[start : start + _NEAR + 2]
    goal = next((n for n, word in enumerate(near) if word not in _OWNERS and word not in MEASURES), len(near))
    last = near[goal : goal + 1]
    if not last or (last[0] not in _HOPED and "street" not in near[:goal] and "consensus" not in near[:goal]):
        return None
    after = start + goal + (last[0] in _HOPED)
    before = words[max(_clause(words, i), i - _FAR) : i]
    if any(word in _PARTS for word in before) or "." in near[:goal]:
        return None
    named = (*near[:goal], *reversed(before))
    of = next((MEASURES[word] for word in named if word in MEASURES), "")
    if (
        not of
        and words[i] in _VERBS
        and words[0] not in ("that", "this")  # "That beat estimates": the figure before
        and not any(c.letter in "mvnMNEPX" and c.first < i for c in sentence.chunks.chunks)
    ):
        of = PROFIT  # "Mill beats estimates"
    sign, kind = _GOALS[words[i]], "race" if words[i] in _VERBS else "height"
    return Verdict(sentence.number, i, after, sign, kind, of, 0)


def _clause(words: list[str], i: int) -> int:
    """A verb's token → where its clause begins, if it has its own subject: "sales of pens rise, ink lags views"."""
    comma = next((k for k in range(i - 1, -1, -1) if words[k] == ","), -1)
    own = words[i] in _VERBS and not _DEGREES.issuperset(words[comma + 1 : i])
    return comma + 1 if own else 0


def _is_ahead(sentence: Sentence, i: int) -> bool:
    """Is a verdict said of what is to come, or denied? The month of May is no "may"; what is reported is told."""
    tokens = sentence.chunks.tokens
    start = max((k + 1 for k in range(max(0, i - _NEAR), i) if tokens.words[k] in _TOLD), default=i - _FAR)
    before = tokens.raws[max(0, start) : i]
    return tokens.word(i - 1) == "to" or not _AHEAD.isdisjoint(w if w == "May" else w.lower() for w in before)
