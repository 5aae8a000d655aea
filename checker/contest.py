"""Facts of one sentence → the two numbers of a contest that somebody won: the winner's comes first and is the larger.

"Buyers outnumbered sellers by 1,532 to 1,204"        1,532 –outnumbers→ 1,204
"The house voted 231 to 204 to keep the tax"          231 –outnumbers→ 204
"outnumbered them by 5 to 2 here and by 3 to 2 there"  5 –outnumbers→ 2, 3 –outnumbers→ 2
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.comparability import agree
from checker.fact import add_link
from checker.score import TURNED_DOWN, VOTED
from checker.wordfact import Facts

_MORE = frozenset("outnumber outnumbers outnumbered outnumbering outpolled outscored outvoted".split())
_WON = frozenset("beat beats beating defeated defeats".split())
_LED = frozenset(("led", "leads"))  # of polls: the figures are percentages
_THEM = frozenset("him her them his their rival rivals".split())
_VOTED = VOTED | {"backed"}
CONTESTS = _MORE | _WON | _LED | _VOTED
_JOINTS = (["to"], ["against"])
_ENDS = frozenset(". ; : , ( ) after when while but although though if from between not n't".split())
_ELSEWHERE = frozenset(
    ", and on in at by the a an of ratio margin about around some roughly nearly almost over than more stock exchange"
    " market board smaller larger main junior other -".split()
)
_OF = frozenset("ratio ration vote margin score majority".split())  # "beat forecasts of 5 to 6 percent"
_MAY = frozenset("could may might would will can should".split())
_REACH = 16  # tokens from the verb to the numbers
_BEHIND = 6  # tokens behind a vote in which it may be said to be against something


def contests(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: the winner's number gets a link to the loser's."""
    items, words = chunks.chunks, chunks.tokens.words
    last = -1
    for more in sorted(k for k in facts if k >= 0):
        fewer = more + 2
        if fewer not in facts or words[items[more].after : items[fewer].first] not in _JOINTS:
            continue
        alike = agree(facts[more], facts[fewer], "unit") and chunks.code[more] in "NP" and facts[more].aspect == "level"
        if alike and (_is_won(chunks, more, fewer) or (last >= 0 and _goes_on(chunks, last, more))):
            add_link(facts, more, facts[fewer], "outnumbers")
            last = fewer


def _goes_on(chunks: Chunks, fewer: int, more: int) -> bool:
    """ "outnumbered them by 5 to 2 on the main board and by 3 to 2 on the other": the verb is not said again."""
    tokens = chunks.tokens
    first, after = chunks.chunks[fewer].after, chunks.chunks[more].first
    between = tokens.words[first:after]
    plain = all(tokens.words[i] in _ELSEWHERE or tokens.capital(i) for i in range(first, after))
    return "and" in between and "by" in between and len(between) <= _REACH and plain


def _is_won(chunks: Chunks, more: int, fewer: int) -> bool:
    """Does a verb of winning lead to two numbers, with nothing between them but its object?"""
    items, words = chunks.chunks, chunks.tokens.words
    first = items[more].first
    verb = first - 1
    while verb >= 0 and verb > first - _REACH and words[verb] not in CONTESTS:
        if words[verb] in _ENDS:
            return False
        verb -= 1
    word = words[verb] if verb >= 0 else ""
    if word not in CONTESTS or any(item.figure is not None and item.first > verb for item in items[:more]):
        return False
    if words[first - 1] == "of" and words[first - 2] not in _OF:
        return False
    if word in _VOTED:
        behind = words[items[fewer].after : items[fewer].after + _BEHIND]
        near = words[verb + 1 : first]
        if not _MAY.isdisjoint(near):
            return False  # "a fund backed by copper could hold 300,000 to 400,000 tonnes"
        direct = not near or "by" in near or "vote" in near
        return direct and TURNED_DOWN.isdisjoint(behind) and chunks.code[fewer + 1 : fewer + 2] not in tuple("mn")
    named = chunks.tokens.capital(verb + 1) or words[verb + 1] in _THEM
    if chunks.code[more] == "P":
        return named or word not in _LED | _WON  # "beat estimates by 1 percent to 3 percent"
    return word not in _LED
