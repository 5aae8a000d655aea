"""A sentence → the steps that it says a share's rating went up or down.

    "downgraded the stock to hold from buy"    "downgraded" −1; "hold" −1, as it stands below "buy"
    "upgraded Arden Tea to buy"                "upgraded" +1; "buy" +1, as it stands above the middle
    "raised Arden Tea to buy from add"         "raised" +1; "buy" +1, as it stands above "add"

The order of the ratings is data: rules/lexicon/ratings.tsv.
"""

from __future__ import annotations

import re

from checker import resources
from checker.cueword import Cue
from checker.pattern import Pattern, regex
from checker.token import Tokens
from checker.way import Way

_STEPS = {word: int(step) for step, words in resources.table("lexicon", "ratings.tsv") for word in words.split(" | ")}
_MIDDLE_WORD = "neutral"
_RATING = "|".join(re.escape(word) for word in sorted(_STEPS, key=len, reverse=True))
_MARKS = r"(?: [\"',])*"
_SORT = r"(?: / [a-z]+(?: risk)?)?"  # "buy/high risk"
_UP = "upgraded|upgrades|upgrading|upgrade|raised|raises|raising|raise|lifted|lifts|boosted"
_DOWN = "downgraded|downgrades|downgrading|downgrade|cut|cuts|cutting|lowered|lowers|lowering|lower|reduced"
_STEP = Pattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:(?!(?:{_UP}|{_DOWN}|revis\w+) )[^ ;]+ ){{0,14}}?"
    rf"to{_MARKS} (?P<now>{_RATING})\b(?:{_SORT}{_MARKS} from(?: an?| its)?{_MARKS} (?P<before>{_RATING})\b)?"
)
# "shrug off a downgrade and continue to buy bonds": what somebody does, and no rating
_ON_OBJECT = regex(r" (?!(?:from|on|and|or|but|with|after|as|at|in|for|by|while|rating|this|today)\b)[a-z]")


def steps(tokens: Tokens) -> list[tuple[Way, Cue]]:
    """A sentence's tokens → its words for a change of rating, each with the rating that it led to."""
    joined = " ".join(tokens.words)
    found = []
    for match in _STEP.finditer(joined):
        step = _step(match)
        if step and not (match["before"] is None and _ON_OBJECT.match(joined, match.end())):
            verb, now = (joined.count(" ", 0, at) for at in (match.start(), match.start("now")))
            way = Way(-1, 1 if match["up"] else -1, verb, verb + 1, sized=False)
            found.append((way, Cue("rating", step, now, now, now + 1 + match["now"].count(" "))))
    return found


def _step(match: re.Match[str]) -> int:
    """A change of rating → +1 if the new one stands higher, −1 lower, 0 if it does not tell.

    Without an earlier rating only "upgraded" and "downgraded" speak of one, not "raised cash to buy".
    """
    if match["before"] is None and "grad" not in match[0].split()[0]:
        return 0
    change = _STEPS[match["now"]] - _STEPS[match["before"] or _MIDDLE_WORD]
    return (change > 0) - (change < 0)
