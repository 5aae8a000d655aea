"""Sentences → whether they look ahead: to what is expected, planned or feared, and not to what was.

    "Mill sees Q1 loss"                                   yes
    "profit rose in May, but it may fall again in June"   not of May, but of June

A word of the future counts for the clause about the period that is asked of, or for the whole sentence.
"""

from __future__ import annotations

from checker.fact import Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.period import Period

FUTURE = frozenset(  # words of sentences that look ahead
    "sees see seen may will would could should might upbeat outlook view guidance forecast forecasts forecasting expect"
    " expects expected expecting likely due plans plan warns warn targets target aims hopes fears until predict"
    " predicts predicted ahead planned scheduled worry worries worried concern concerns concerned fears".split()
)
AHEAD = frozenset("to eye eyes eyed set".split()) | FUTURE  # words of headlines
_NO_OUTLOOK = frozenset((("instant", "view"), ("of", "planned")))  # "a gauge of planned spending"
_REACHED = frozenset("a an its low lows high highs lowest highest record near below above".split())  # "to a low"
_TURNS = frozenset("; but although though while".split())
_JOINTS = _TURNS | frozenset(", and as after amid despite which that who before".split())
_BEATEN = frozenset(  # "topped Wall Street forecasts"
    "beat beats beating top tops topped topping exceed exceeds exceeded exceeding miss misses missed missing lagged"
    " lags above below matched matches met surpassed surpasses trailed".split()
)
_HOPES = frozenset("forecast forecasts view target targets guidance outlook expected".split())  # what may be beaten
_NEAR = 4  # tokens


def looks_ahead(sentence: Sentence, ahead: frozenset[str], of: Period | None = None) -> bool:
    """Does a sentence, or its clause about a period, hold one of the words that look ahead?

    The month of May does not, nor does the "to" of a level that was reached, nor a forecast that was beaten.
    """
    tokens = sentence.chunks.tokens
    months = {tokens.at.get(period.start) for period in sentence.periods}
    first, last = (0, len(tokens)) if of is None else _clause(tokens.words, tokens.at.get(of.start, 0))
    return any(
        word in ahead and n not in months and not (word == "to" and _is_reached(tokens.word(n + 1)))
        for n, word in enumerate(tokens.words[:last])
        if n >= first
        and tokens.word(n - 1) not in ("-", "than")  # "a wider-than-expected loss"
        and (tokens.word(n - 1), word) not in _NO_OUTLOOK
        and (word not in _HOPES or _BEATEN.isdisjoint(tokens.words[max(0, n - _NEAR) : n]))
    )


def _clause(words: list[str], at: int) -> tuple[int, int]:
    """Words and the place of a period → from where to where its clause goes; at its beginning it leads what follows."""
    first = next((n + 1 for n in range(at, -1, -1) if words[n] in _TURNS), 0)
    ends = _TURNS if at - first < _NEAR else _JOINTS
    return first, next((n for n in range(at + 1, len(words)) if words[n] in ends), len(words))


def _is_reached(word: str) -> bool:
    return word in _REACHED or not word.isalpha()
