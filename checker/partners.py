"""Facts of one sentence → the shares of all who own one thing, or of what it is made of: they are all of it.

"The mill is 85 percent owned by Arden and 15 percent by its weavers"               85, 15
"Arden will hold 61.5 percent of the venture, while Brill will own 38.5 percent"     61.5, 38.5
"an offer of 60 percent cash and 40 percent stock"                                   60, 40
"The crop was rated 16 percent fair, 56 percent good and 28 percent excellent"       16, 56, 28

Where one is the remaining one, stakes change hands, or others are told of, nothing is tied.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from checker import numeral
from checker.chunk import Chunks
from checker.fact import Fact, add_link
from checker.record import replace
from checker.wordfact import Facts

# Words of which a sentence that says who owns what, or what it is made of, holds one.
OWNED = frozenset("owned held controlled".split())
VENTURES = frozenset("venture ventures consortium partnership block licence license permit concession".split())
_COMPANIES = frozenset("company group entity business firm bank".split())
JOINED = frozenset("new combined merged enlarged joint resulting".split())
MIXED = frozenset("cash stock shares equity debt scrip".split())
RATED = frozenset("excellent good fair poor surplus adequate short".split())
# Words by which shares are not all that there are, or of other times, things and doings.
_OTHER = frozenset(
    "remaining rest remainder balance another additional further each both respectively include includes including"
    " example than least sell sells selling sold raise raised raising increase increased increasing reduce reduced cut"
    " half third quarter option options previously formerly compared versus growth other others also which".split()
)
_ZERO, _WHOLE = Fraction(0), 100
_HEDGES = ("", "about")
_HOLDINGS = frozenset("stake stakes interest interests equity share shares holding ownership".split())
_PAIR = 2
_REACH = 6  # tokens from "of" to the venture
_FAR = 14  # tokens between two shares
_SIGNS = frozenset((",", "and", "while", "with", "but"))
_SMALL = frozenset("about some around roughly nearly a an the".split())


def partners(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: shares that are all of one thing are tied to the first of them."""
    if not _OTHER.isdisjoint(chunks.tokens.words):
        return
    for run in _runs(facts, chunks):
        passive = _are_passive(run, chunks)
        all_told = _are_mixed(run, chunks) or (passive and len(run) == _PAIR)
        some_told = passive or _are_of_venture(run, chunks)
        if (all_told or some_told) and _may_be_whole([facts[k] for k in run], all_told=all_told):
            for k in run:
                facts[k] = replace(facts[k], aspect="share")
            for k in run[1:]:
                add_link(facts, k, facts[run[0]], "owns-with")


def _runs(facts: Facts, chunks: Chunks) -> list[list[int]]:
    """The shares of a sentence that are told one soon after another."""
    items, found = chunks.chunks, list[list[int]]()
    for k in (k for k, letter in enumerate(chunks.code) if letter in "PX"):
        near = found and items[k].first - items[found[-1][-1]].after <= _FAR
        if near and ";" not in chunks.code[found[-1][-1] : k]:
            found[-1].append(k)
        else:
            found.append([k])
    return [run for run in found if len(run) > 1 and all(k in facts and _is_level(facts[k]) for k in run)]


def _may_be_whole(shares: list[Fact], *, all_told: bool) -> bool:
    """Are they all of a whole, or would one slip of the keys in one of them make them so? Else they are but some.

    Of a venture, and of three owners, there may be one more of whom the next sentence tells: there less is no slip.
    """
    figures = [fact.figure for fact in shares if fact.figure is not None]
    low = sum((figure.loose.low or _ZERO for figure in figures), _ZERO)
    high = sum((figure.loose.high or _ZERO for figure in figures), _ZERO)
    if low <= _WHOLE <= high:
        return True
    if high < _WHOLE and not all_told:
        return False
    from checker.slip import repairs  # few such lists fail

    apart = _WHOLE - sum((figure.value or _ZERO for figure in figures), _ZERO)
    return any(
        read is not None and read.value == (figure.value or _ZERO) + apart
        for figure in figures
        for repair in repairs(figure.digits, figure.digits, 0, figure.scale)
        if len(repair.digits) == len(figure.digits) and (read := numeral.read(repair.digits, figure.scale))
    )


def _is_level(fact: Fact) -> bool:
    figure = fact.figure
    told = figure is not None and not figure.end_of and figure.hedge in _HEDGES and not fact.links
    return told and fact.aspect in ("level", "share", "proportion")


def _parted(shares: list[int], chunks: Chunks) -> bool:
    """Does a sign stand before each share but the first, and "and" or the like before the last?"""
    return all(_sign(k, chunks) in _SIGNS for k in shares[1:]) and _sign(shares[-1], chunks) != ","


def _sign(k: int, chunks: Chunks) -> str:
    at = chunks.chunks[k].first - 1
    while chunks.tokens.word(at) in _SMALL:
        at -= 1
    return chunks.tokens.word(at)


def _are_passive(shares: list[int], chunks: Chunks) -> bool:
    """ "is 85 percent owned by Arden and 15 percent by its weavers", "is owned 85 percent by … and 15 percent by …"."""
    tokens = chunks.tokens
    said = False
    for k in shares:
        behind = [w for w in tokens.words[chunks.chunks[k].after : chunks.chunks[k].after + 4] if w != "-"]
        owned = behind[:1] != [] and behind[0] in OWNED
        said = said or owned or tokens.word(chunks.chunks[k].first - 1) in OWNED
        if (behind[1:2] if owned else behind[:1]) != ["by"]:
            return False
    return said and _parted(shares, chunks)


def _are_of_venture(shares: list[int], chunks: Chunks) -> bool:
    """ "Arden will hold 60 percent of the venture and Brill 40 percent": each with a holder of its own."""
    tokens, items = chunks.tokens, chunks.chunks
    if not _is_of_venture(items[shares[0]].after, chunks):
        return False
    named = _names(chunks, 0, items[shares[0]].first)
    for one, other in pairwise(shares):
        own = _names(chunks, items[one].after, items[other].first)
        between = tokens.words[items[one].after : items[other].first]
        if not own or not own.isdisjoint(named) or _SIGNS.isdisjoint(between) or _is_placed(items[other].after, chunks):
            return False
        named |= own
    return bool(named)


def _is_of_venture(after: int, chunks: Chunks) -> bool:
    """Does what stands behind a share say so: "of the venture", "stake in the combined company"?"""
    tokens = chunks.tokens
    at = after + (tokens.word(after) in _HOLDINGS)
    at += tokens.word(at) in _HOLDINGS
    if tokens.word(at) not in ("of", "in"):
        return False
    for i in range(at + 1, min(at + _REACH, len(tokens))):
        word = tokens.words[i]
        if word in VENTURES and not tokens.capital(i):
            return True
        if word in _COMPANIES and tokens.words[i - 1] in JOINED:
            return True
        if not word.isalpha() and word != "-":
            return False
    return False


def _is_placed(after: int, chunks: Chunks) -> bool:
    """Is a share behind the first said to be of something else?"""
    tokens = chunks.tokens
    at = after + (tokens.word(after) in _HOLDINGS)
    return tokens.word(at) in ("of", "in") and tokens.word(at + 1) != "it"


def _names(chunks: Chunks, first: int, after: int) -> frozenset[str]:
    """The words with a capital among tokens."""
    tokens = chunks.tokens
    places = [i for i in range(first, after) if tokens.capital(i) and tokens.words[i].isalpha()]
    return frozenset(tokens.words[i] for i in places) - {"the", "with", "while", "and", "in", "a", "of", "under"}


def _are_mixed(shares: list[int], chunks: Chunks) -> bool:
    """ "60 percent cash and 40 percent stock", "16 percent fair, 56 percent good and 28 percent excellent"."""
    tokens, items = chunks.tokens, chunks.chunks
    kinds = [tokens.word(items[k].after + (tokens.word(items[k].after) in ("in", "very"))) for k in shares]
    if len(set(kinds)) != len(kinds) or not _parted(shares, chunks):
        return False
    alone = all(items[b].first - items[a].after <= 5 for a, b in pairwise(shares))
    behind = [tokens.word(items[k].after + 1) for k in shares]
    return alone and (set(kinds) <= MIXED or set(kinds) <= RATED) and "to" not in behind
