"""Facts of one sentence → shares of one whole that are told one after another, each of another holder or use.

"Arden controls 60 percent of the market, with Brill about 20 and Corve 10 percent"      60, 20, 10
"Ames won 52 percent of the vote, compared with 45 percent for Boyle"                    52, 45
"it puts 40 percent in bonds, 35 percent in stocks and 25 percent in gold"               40, 35, 25: one preposition

They are at most a hundred. Earlier shares, other markets and places, and parts of a holder named before are passed by.
"""

from __future__ import annotations

from itertools import pairwise

from checker.chunk import Chunks
from checker.comparability import agree
from checker.fact import Fact, add_link, is_base
from checker.record import replace
from checker.wordfact import Facts

# What is divided among those who are named.
_WHOLES = frozenset("market vote votes ballots electorate".split())
_VOTED = _WHOLES - {"market"}
# Each of several directors is voted on alone.
_EACH_ALONE = frozenset("director directors board boards chairman shareholder shareholders investors".split())
# Words before a list of shares that say that a whole is divided.
DIVIDED = frozenset(
    "weighting weightings allocation allocations allocate allocates allocated allocating earmarked split divided"
    " invested invests investing invest distributed owned composed consists consisting comprises comprising made"
    " derived derives generated generates puts spends spent came come comes coming blend mixture".split()
)
_PREPOSITIONS = frozenset("to in into from by for on as".split())
# Words by which a figure is of another time, place or group, or what is told again is a part of the first.
_OTHER = frozenset(
    "earlier ago previous previously last before year years month months quarter among women men unit subsidiary"
    " including its which brand together combined both total said says according election elections when if could"
    " would may least more than third quarters turnout seats precincts margin needed threshold where own of whom"
    " within growth counted tallied counting count processed declared reported up down rise rose"
    " fell fall increase decrease higher lower points".split()
)
_CHANGES = frozenset("vawgnB")
_HEDGES = ("", "about", "nearly", "over", "at-least")
_TOLD = ("shares-whole", "owns-with")
_FAR = 14  # tokens between two shares
_NEAR = 4  # tokens behind a share that may name its place
_LEAST = 3  # shares in a list of uses


def divisions(facts: Facts, chunks: Chunks, said: frozenset[str]) -> None:
    """Facts by chunk, changed in place: shares of one whole are tied to the first of them."""
    shares = [k for k in sorted(facts) if chunks.code[k] == "P" and _is_level(facts[k])]
    if len(shares) < 2 or any(link.as_ in _TOLD for k in shares for link in facts[k].links):
        return
    wholes = said & _WHOLES
    if wholes and (wholes.isdisjoint(_VOTED) or said.isdisjoint(_EACH_ALONE)):
        for k in shares:
            if _is_of_whole(k, chunks) and _tie(facts, [k, *_others(k, shares, facts, chunks)]):
                return
    if len(shares) >= _LEAST and not said.isdisjoint(DIVIDED):
        _tie_uses(facts, shares, chunks)


def _is_level(fact: Fact) -> bool:
    figure = fact.figure
    told = figure is not None and figure.end_of != "high" and figure.hedge in _HEDGES
    return told and fact.aspect in ("level", "share", "proportion")


def _is_of_whole(k: int, chunks: Chunks) -> bool:
    """Is a share one of a market or of the votes: "60 percent of the glass market", "a 60 percent market share"?"""
    tokens, after = chunks.tokens, chunks.chunks[k].after
    behind = tokens.words[after : after + 6]
    if behind[:1] == ["of"]:
        end = next((i for i, word in enumerate(behind) if word in _WHOLES), 0)
        return end > 0 and not any(sign in behind[:end] for sign in (",", "and", "those"))
    return behind[:2] == ["market", "share"] or behind[:4] in (
        ["share", "of", "the", "market"],
        ["share", "of", "the", "vote"],
    )


def _others(k: int, shares: list[int], facts: Facts, chunks: Chunks) -> list[int]:
    """The shares behind the first, each with a holder of its own, up to one that is of something else."""
    tokens, items = chunks.tokens, chunks.chunks
    found: list[int] = []
    named = _names(chunks, 0, items[k].first)
    last = k
    for j in (one for one in shares if one > k):
        start, end = items[last].after, items[j].first
        between, behind = tokens.words[start:end], _behind(j, chunks)
        apart = len(between) > _FAR or not _CHANGES.isdisjoint(chunks.code[last + 1 : j])
        apart = apart or ";" in between or not _OTHER.isdisjoint(_plain(between)) or not _OTHER.isdisjoint(behind)
        follows = behind[:1] == ["for"] and tokens.capital(items[j].after + 1)
        apart = apart or _is_placed(items[j].after, chunks)
        if apart or not agree(facts[k], facts[j], "period") or (is_base(facts[j]) and not follows):
            break
        own = _names(chunks, items[j].after, items[j].after + 4) if follows else _names(chunks, start, end)
        if not own or not own.isdisjoint(named):
            break
        found, named, last = [*found, j], named | own, j
    return found


def _is_placed(after: int, chunks: Chunks) -> bool:
    """Does a place of its own stand behind a share: "61 percent in Corve"?"""
    near = range(after, min(after + _NEAR, len(chunks.tokens)))
    return any(chunks.tokens.words[i] in ("in", "at") and chunks.tokens.capital(i + 1) for i in near)


def _plain(words: list[str]) -> list[str]:
    """Words between two shares without those that name the whole of the first: "of the market"."""
    at = next((i for i, word in enumerate(words) if word in _WHOLES), -1)
    return words[at + 1 :] if words[:1] == ["of"] else words


def _behind(j: int, chunks: Chunks) -> list[str]:
    """The words behind a share up to a sign or the next figure."""
    tokens, after = chunks.tokens, chunks.chunks[j].after
    if tokens.word(after) == "to":  # "10 to 12 percent": the range's end comes first
        after = next((item.after for item in chunks.chunks[j + 1 : j + 3] if item.letter == "P"), after)
    words = []
    for word in tokens.words[after : after + _FAR]:
        if word in (",", ";", "and", ".") or word[0].isdigit():
            break
        words.append(word)
    return words


def _names(chunks: Chunks, first: int, after: int) -> frozenset[str]:
    """The words with a capital among tokens."""
    tokens = chunks.tokens
    places = [i for i in range(first, min(after, len(tokens))) if tokens.capital(i) and tokens.words[i].isalpha()]
    return frozenset(tokens.words[i] for i in places) - {"the", "with", "while", "and", "in", "a", "of"}


def _tie_uses(facts: Facts, shares: list[int], chunks: Chunks) -> None:
    """Three shares or more, each with the same preposition behind it, after a word that divides a whole."""
    tokens, items = chunks.tokens, chunks.chunks
    start = items[shares[0]].first
    if DIVIDED.isdisjoint(tokens.words[max(0, start - _FAR) : start]):
        return
    word = _use(shares[0], chunks)
    alike = all(_use(k, chunks) == word for k in shares) and word in _PREPOSITIONS
    parted = all(_is_parted(one, other, chunks) for one, other in pairwise(shares))
    if alike and parted and not any(is_base(facts[k]) for k in shares):
        _tie(facts, shares)


def _use(k: int, chunks: Chunks) -> str:
    return (_behind(k, chunks) or [""])[0]


def _is_parted(one: int, other: int, chunks: Chunks) -> bool:
    """Is there between two shares but the use of the first and one sign?"""
    words = chunks.tokens.words[chunks.chunks[one].after : chunks.chunks[other].first]
    signs = [word for word in words if word in (",", "and", ";", "while")]
    clean = _CHANGES.isdisjoint(chunks.code[one + 1 : other]) and _OTHER.isdisjoint(words)
    return clean and signs in ([","], ["and"], [",", "and"]) and words[-1] in (",", "and") and len(words) <= _FAR


def _tie(facts: Facts, parts: list[int]) -> bool:
    for k in parts if len(parts) > 1 else ():
        facts[k] = replace(facts[k], aspect="share")
    for k in parts[1:]:
        add_link(facts, k, facts[parts[0]], "may-share-whole")
    return len(parts) > 1
