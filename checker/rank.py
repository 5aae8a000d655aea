"""Facts of one sentence → a rank and the rivals that are named ahead of it.

"the third-largest miller after Arden Foods and Brill"    third; "Arden Foods and Brill": 2, ahead-of third

Not every rival need be named, but no more can stand ahead than the rank leaves room for.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact, Sentence
from checker.interval import point
from checker.record import replace
from checker.token import Tokens
from checker.wordfact import Facts, lone_fact, span_of, word_fact

_SIZES = frozenset("largest biggest busiest richest highest leading ranked most best top heaviest longest".split())
_AHEAD = ("behind", "after", "trailing")
_REACH = 14  # tokens from the rank to that word
# Between a rank and "after" words that begin a statement, or bring in another rank.
_OTHERWISE = frozenset(
    "among be been being is was were are even next third fourth fifth second first rank ranks ranked when"
    " once while spot".split()
)
_BEHIND = frozenset(  # words that may follow the names, which do nothing then: "after Arden in jams"
    "in by with for on at since as but while which though although worldwide globally nationwide according".split()
)
_STOPS = frozenset('. , ; : " ( )'.split())
_INSIDE = frozenset("of de the & 's ' -".split())  # in a name, with a capital before and behind


def ranks(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk and their sentence → the rivals named ahead of a rank, and the rank where it is no fact yet."""
    tokens = sentence.chunks.tokens
    made: list[Fact] = []
    for first, after, known in _ranks(facts, sentence.chunks):
        ahead = next((k for k in range(after, min(after + _REACH, len(tokens))) if tokens.words[k] in _AHEAD), -1)
        between = tokens.words[after : ahead - (tokens.word(ahead - 1) == ",")]
        if ahead < 0 or not _STOPS.isdisjoint(between) or _says(sentence.chunks, after, ahead):
            continue
        end, count = _named(tokens, ahead + 1)
        if count and _ends(tokens, end):
            rank = _exact(facts, known) if known else _numbered(sentence, first, after)
            span = span_of(sentence.chunks, ahead + 1, _shown(tokens, ahead + 1, end))
            made += [] if known else [rank]
            made.append(word_fact(rank, span, sentence.chunks, Fraction(count), "rivals", "ahead-of"))
    return made


def _says(chunks: Chunks, first: int, after: int) -> bool:
    """Does a statement begin between two tokens: "the No. 2 in jam, fell 3 percent after", "may be the next after"?"""
    told = any(item.letter in "vwecR" for item in chunks.chunks if first <= item.first < after)
    return told or not _OTHERWISE.isdisjoint(chunks.tokens.words[first:after])


def _ends(tokens: Tokens, k: int) -> bool:
    """Do the names close a noun phrase, and begin no statement: "after Arden rose", "after Arden's rise"?"""
    if tokens.word(k) == "," and tokens.word(k + 1) not in ("and", "or"):
        return True
    return k >= len(tokens) or not tokens.word(k).isalpha() or tokens.words[k] in _BEHIND


def _ranks(facts: Facts, chunks: Chunks) -> list[tuple[int, int, Fact | None]]:
    """The ranks of a sentence: their tokens, and the fact of each that is one ("third-largest"; not "No. 3")."""
    words = chunks.tokens.words
    found: list[tuple[int, int, Fact | None]] = []
    for k, fact in facts.items():
        after = chunks.chunks[k].after
        if fact.figure is not None and fact.figure.kind == "rank" and _SIZES & set(words[after : after + 2]):
            found.append((chunks.chunks[k].first, after, fact))
    numbered = (i for i in range(len(words) - 2) if words[i] == "no" and words[i + 1] == "." and words[i + 2].isdigit())
    found += [(i + 2, i + 3, None) for i in numbered if len(words[i + 2]) <= 2]  # two digits: no model, no law
    return sorted(found, key=lambda item: item[0])


def _exact(facts: Facts, rank: Fact) -> Fact:
    """A rank is no rounded number."""
    only = point(rank.figure.value if rank.figure and rank.figure.value else Fraction(0))
    facts[rank.chunk] = replace(rank, interval=only, tight=only)
    return facts[rank.chunk]


def _shown(tokens: Tokens, first: int, end: int) -> int:
    """Where the names end that are marked: before a share's code with digits, which is a figure of its own."""
    digit = next((k for k in range(first, end) if tokens.words[k][0].isdigit()), -1)
    if digit < 0:
        return end
    return next((k for k in range(first + 1, digit) if tokens.words[k] == "("), first + 1)


def _numbered(sentence: Sentence, first: int, after: int) -> Fact:
    """ "No. 3" → the fact of its number."""
    value = Fraction(sentence.chunks.tokens.words[first])
    return lone_fact(sentence, span_of(sentence.chunks, first, after), value, "rank")


def _named(tokens: Tokens, start: int) -> tuple[int, int]:
    """Where names may begin → the token behind them and how many there are: one, or several closed by "and"."""
    k = first = _name_end(tokens, start)
    if k == start:
        return start, 0
    count = 1
    while k < len(tokens) and tokens.words[k] in (",", "and"):
        closing = tokens.words[k] == "and" or tokens.word(k + 1) == "and"
        if count == 1 and tokens.words[k : k + 2] == [",", "and"]:
            break  # "the second largest after Arden, and Brill will join"
        begin = k + 1 + (tokens.words[k] == "," and tokens.word(k + 1) == "and")
        k = _name_end(tokens, begin)
        if k == begin:
            break
        count += 1
        if closing:
            return k, count
    return first, 1


def _name_end(tokens: Tokens, k: int) -> int:
    """A token → the token behind the name that begins there; the same where none does."""
    begin = k
    k += tokens.word(k) in ("the", "rivals", "rival")
    start = k
    if tokens.words[k : k + 2] == ["no", "."]:
        return begin  # "after Arden and No. 4 in jams"
    while k < len(tokens):
        if tokens.words[k] == "(" and k > start:  # a share's code
            close = next((j for j in range(k, min(k + 8, len(tokens))) if tokens.words[j] == ")"), -1)
            if close < 0:
                break
            k = close + 1
        elif tokens.capital(k) or (k > start and _goes_on(tokens, k)):
            k += 1
        else:
            break
    return k if k > start else begin


def _goes_on(tokens: Tokens, k: int) -> bool:
    """Is a small word or a full stop inside a name: "Bank of Arden", "CARG.UL"?"""
    inside = tokens.words[k] in _INSIDE or (tokens.words[k] == "." and tokens.joined(k) and tokens.joined(k + 1))
    return inside and k + 1 < len(tokens) and tokens.capital(k + 1)
