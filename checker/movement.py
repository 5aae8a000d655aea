"""A word of movement → whether it tells which way something went, and the name of what did.

    "House prices, it is said, fell further in May"    "fell" is told, of "House prices"

Words of pace ("slowed") and what is only expected say nothing of the way.
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks

_SKIPPED = "xrgDnb"  # letters between a subject and its verb
WAYS = frozenset("up down higher lower".split())  # the adverbs that say which way, whatever stands before them
# They tell of pace, of a share in something or of what helped, as well as of a move.
OTHERWISE = frozenset(
    "slow slows slowed slowing accelerate accelerates accelerated accelerating quicken quickens quickened ease"
    " eases eased easing moderate moderates moderated add adds added adding lose loses lost losing spur spurs"
    " spurred steps cool cools cooled pares pared trims push pushes pushed pushing drive drives drove send sends"
    " sent extend extends extended extending recover recovers recovered fuel fuels".split()
)
_UNTOLD = frozenset(
    "will would could may might should can to expected expects expect seen sees see forecast forecasts if not no never"
    " likely set poised due hopes hope fears fear threatens warns warn before after expectations".split()
)
_WITH_OFF = frozenset("shrugged shrugs shrugging shook shakes brushed brushes fought fends fended kicked".split())
_REACH = 3  # tokens before a movement in which such a word takes it back
_NEAR = 4  # tokens behind a movement in which words tell that it went the other way before, or long ago
_TAKEN_BACK = frozenset("lows highs losses gains rally since".split())
_ENDED = frozenset("reversing reversed reverses erasing erased erases recouping recouped ending".split())
_RUNS = frozenset("streak streaks string run series".split())
_STALLED = frozenset("stalled stalls halted paused faded fades fizzled fizzles ended petered stumbles stumbled".split())


def is_told(chunks: Chunks, item: Chunk) -> bool:
    """Is it told as a fact that something moved, and which way?"""
    own = chunks.tokens.words[item.first]
    return own not in OTHERWISE and (item.letter != "a" or own in WAYS) and is_fact(chunks, item)


def is_fact(chunks: Chunks, item: Chunk) -> bool:
    """Is a movement told as a fact, neither expected nor denied?"""
    words = chunks.tokens.words
    if words[item.first] == "off" and chunks.tokens.word(item.first - 1) in _WITH_OFF:
        return False  # "shrugged off a decline"
    before = range(max(0, item.first - _REACH), item.first)
    if not _RUNS.isdisjoint(words[i] for i in before):
        return False  # "ended a five-week streak of gains"
    if chunks.tokens.word(item.after) in _ENDS:
        return False  # "rally ends"
    if words[item.after : item.after + 1] == ["than"] or not _ENDED.isdisjoint(words[i] for i in before):
        return False  # "lower than expected", "reversing a sharp fall"
    told = (i for i in before if not (words[i] == "may" and chunks.tokens.capital(i)) and not _is_compared(words, i))
    return _UNTOLD.isdisjoint(words[i] for i in told)


_ENDS = frozenset("ends ended fades faded stalls stalled halts halted pauses paused fizzles ground".split())


def _is_compared(words: list[str], i: int) -> bool:
    """ "a better-than-expected 5 percent rise", "a smaller than forecast fall": is an expectation what was passed?"""
    return words[i - 1] == "than" or words[max(0, i - 2) : i] == ["than", "-"]


def _behind(chunks: Chunks, k: int) -> list[str]:
    after = chunks.chunks[k].after
    return chunks.tokens.words[after : after + _NEAR]


def letter_of(chunks: Chunks, k: int) -> str:
    """A word of movement → its letter, n for a noun that looks like a verb: "a better-than-expected rise in sales"."""
    code = chunks.code
    return "n" if code[k - 1 : k + 1] == "Gv" and code[k + 1 : k + 2] in ("i", "o") else code[k]


def subject_of(chunks: Chunks, k: int) -> int:
    """A word of movement → the chunk of what moves: before a verb, the object of "raise", "in …" behind a noun."""
    code, letter = chunks.code, letter_of(chunks, k)
    bare = letter == "n" and _behind(chunks, k)[:1] in (["in"], ["of"])  # "a drop in second-half profit"
    if letter == "g" or (letter == "n" and code[k + 1 : k + 2] in ("i", "o")) or bare:
        last = first = k + (2 if code[k + 1 : k + 2] in ("i", "o") else 1)
        while last < len(code) and code[last] in "um":
            last += 1
        return last - 1 if last > first else -1
    if is_turned(chunks, k):
        return -1
    before = k - 1
    while letter != "n" and before >= 0 and code[before] in _SKIPPED:
        before -= 1
    if 0 < before < k - 1 and code[before] == "e" and code[before + 1] == "x":
        before -= 1  # "sales posted their largest gain"
    return before if before >= 0 and code[before] in "um" else -1


def is_turned(chunks: Chunks, k: int) -> bool:
    """Is a movement one that turned round, or came to an end?

    "stocks pared gains", "shares rebounded from early lows", "the dollar's three-day rally stalled"
    """
    behind = _behind(chunks, k)
    if chunks.code[k] == "v" and (chunks.code[k - 1 : k] in ("g", "v") or not _TAKEN_BACK.isdisjoint(behind)):
        return True
    return not _STALLED.isdisjoint(behind)
