"""Movements of a sentence → those told twice: the second as a cue of the first.

"closed 14 cents higher, up 0.5 percent"             "up" bears on "higher"
"fell to 3.4 million crowns, down 12 percent"        "down" bears on "fell"
"stocks rose, with Arden Tea up 3 percent"           "up" bears on "rose"
"was up 5/32 in price to yield 4.2 percent, down"    "down" bears on "up": a yield goes the other way
"""

from __future__ import annotations

from itertools import pairwise

from checker.chunk import Chunks
from checker.cueword import RANKS, Cue, words_known
from checker.way import Way

_LATER = frozenset("before after later then since early earlier".split())  # the movement that follows is not the day's
_BACK = ("recover", "rebound", "eas", "retreat", "pull", "slow", "trim", "par", "bounc")  # how a word of return begins
_MARKET = frozenset("shares stocks stock index indexes equities market markets average".split())
_NO_MARKET = frozenset(  # stocks of goods, what is only expected, and what moves against the rest
    "crude oil gasoline inventories inventory expected forecast estimated seen volatility vix yield yields bond bonds"
    " treasuries futures dollar gold emerging economy growth sales profit volume demand prices rate"
    " but while although though after before as since ;".split()
)
_FAR = 22  # tokens from the market's movement to that of one of its shares
_TO_RANK = 5
_TO_SUBJECT = 7  # tokens from the market to its movement
_REACH = 8  # tokens from "yield" to the word that says which way it went


def again(chunks: Chunks, known: list[Way]) -> list[tuple[Way, Cue]]:
    """A sentence's chunks and movements → movements with the cue that the next one is for them."""
    found = []
    for one, other in pairwise(known):
        if _is_yield(chunks, one, other):
            found.append((one, Cue("yield", -other.sign, other.first, other.first, other.after)))
        elif _is_part(chunks, one, other):
            found.append((one, Cue("with", other.sign, other.first, other.first, other.after)))
        elif _is_apposed(chunks, one, other):
            found.append((one, Cue("again", other.sign, other.first, other.first, other.after)))
    return found


def _is_yield(chunks: Chunks, one: Way, other: Way) -> bool:
    """ "up 5/32 in price to yield 4.2 percent, down from"; a session's own high or low is no base."""
    words = chunks.tokens.words
    gap, behind = words[one.after : other.first], words[other.after : other.after + 3]
    near = "price" in gap and gap[-1] == "," and not {"yield", "yielding"}.isdisjoint(gap[-_REACH:])
    return near and "a" not in behind and "session" not in behind and _LATER.isdisjoint(gap)


def _is_apposed(chunks: Chunks, one: Way, other: Way) -> bool:
    """ "14 cents higher, up 0.5 percent", "fell to 3 million, down 12 percent", but no "before easing to 37, up 4"."""
    code, words = chunks.code, chunks.tokens.words
    between = code[one.chunk + 1 : other.chunk]
    if code[one.chunk] not in "va" or code[other.chunk] != "a" or not other.sized or between[-1:] != ",":
        return False
    if not _LATER.isdisjoint(words[max(0, one.first - 3) : one.first]) or words[one.first].startswith(_BACK):
        return False
    if code[one.chunk] == "a":
        return between == ","
    return between in ("tM,", "tN,") and words[other.first] in ("up", "down")


def _is_part(chunks: Chunks, one: Way, other: Way) -> bool:
    """ "Bank shares fell, with Arden Trust down 4 percent": is the second movement that of one of the shares?"""
    code, words = chunks.code, chunks.tokens.words
    gap = words[one.after : other.first]
    if not other.sized or len(gap) > _FAR or code[one.chunk] not in "va" or code[other.chunk] not in "va":
        return False
    known, _ = words_known().get(words[one.first], ("", 0))
    ranked = not RANKS.isdisjoint(words[max(0, one.first - _TO_RANK) : one.first])  # "their worst one-day fall, with"
    if (known == "event" and not ranked) or (code[one.chunk] == "a" and code[one.chunk - 1 : one.chunk] == ","):
        return False  # "halted a slide", "closed at $194, up $28"
    at = next((i for i in range(1, len(gap)) if gap[i - 1 : i + 1] == [",", "with"]), -1)
    if not _MARKET.isdisjoint(gap[at + 2 :][-1:]) and chunks.tokens.capital(one.after + at + 1):
        return False  # "Arden shares were down 2 percent, with Brill stock up 1 percent"
    if at < 0 or "," in gap[at:] or words[one.first].endswith("ing") or not _LATER.isdisjoint(words[: one.first]):
        return False
    if any(words_known().get(word, ("", 0))[0] == "event" for word in words[: one.first]):
        return False  # "losses in shares accelerated"
    subject = words[max(0, one.first - _TO_SUBJECT) : one.first]
    return not _MARKET.isdisjoint(subject) and _NO_MARKET.isdisjoint(words[: other.after])
