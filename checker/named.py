"""Facts of one sentence → counts of things and the proper names right behind them, without a colon.

    "Three countries, Chad, Mali and Niger, signed"     3 –lists– "Chad, Mali and Niger"
    "The four winners were Ann, Bea, Cat and Dora."     4

Every item is a proper name; a word in small letters among them ("Ann Hill, a doctor, and …") leaves it in doubt.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact
from checker.listing import SUFFIXES, countable, of_more
from checker.token import Tokens
from checker.wordfact import Facts, span_of, word_fact

_BE = ("are", "were")
_INSIDE = frozenset("of the de la le el du da di van von der den al bin ibn y".split())  # small words of a name
_NO_THING = frozenset(
    "month year day week quarter hour minute season time game match round point goal win set session set leg lap"
    " set percent second decade century night race start attempt home inning innings visit loss defeat victory".split()
)
_LEADING = frozenset(
    "after in with for at on over since during within among under before despite by like as from between of when while"
    " if but and although though because to".split()
)
_LONGEST_NAME, _FARTHEST = 5, 5


def named(facts: Facts, chunks: Chunks) -> list[Fact]:
    """Facts by chunk → one fact for each run of proper names behind a count of things."""
    made: list[Fact] = []
    for k, fact in facts.items():
        if not countable(fact) or not _whole(k, fact, chunks):
            continue
        start = _start(chunks.chunks[k].after, chunks.tokens)
        found = _names(chunks.tokens, start) if start >= 0 else None
        if found is not None:
            end, count = found
            made.append(word_fact(fact, span_of(chunks, start, end), chunks, Fraction(count), "items", "lists"))
    return made


def _whole(k: int, fact: Fact, chunks: Chunks) -> bool:
    """Are all the things counted, of which the names may be the names: no "two of the five", no "after two days"?"""
    things = fact.figure.unit.split() if fact.figure is not None else []
    leads = chunks.tokens.words[0] in _LEADING
    return not leads and things[-1:] != [] and things[-1] not in _NO_THING and not of_more(k, chunks)


def _start(after: int, tokens: Tokens) -> int:
    """The token behind a count → where names begin: behind what is counted and a comma or "were"; −1 for nowhere."""
    for i in range(after, min(after + _FARTHEST + 1, len(tokens) - 1)):
        word = tokens.words[i]
        if word == "," or (word in _BE and i > after):
            return i + 1 if i > after and tokens.capital(i + 1) else -1
        if not word.isalpha() or tokens.capital(i):
            return -1
    return -1


def _names(tokens: Tokens, start: int) -> tuple[int, int] | None:
    """The first token of a run of names → the token behind it and how many they are; None where that is in doubt."""
    count, length, last, j = 1, 0, False, start
    while j < len(tokens):
        word = tokens.words[j]
        if word == "," and tokens.word(j + 1) in SUFFIXES:
            j += 1  # "Cole, Inc"
        elif word == "(" and length and ")" in tokens.words[j : j + _LONGEST_NAME]:
            j = tokens.words.index(")", j)  # "Alder (ALD.L)"
        elif word in (",", "and") and length and not last:
            count, length, last = count + 1, 0, word == "and"
        elif word == "and" and not length and not last and tokens.word(j - 1) == ",":
            last = True
        elif word in (",", ".", "—", ";") and last and length:
            return (j, count) if _ends(tokens, j) else None
        elif length < _LONGEST_NAME and (
            tokens.capital(j) or (length and (word in _INSIDE or word in ("'s", "-", "'")))
        ):
            length += 1
        else:
            return None
        j += 1
    return (j, count) if last and length else None


def _ends(tokens: Tokens, j: int) -> bool:
    """Does a run of names end at a sign, and not go on with a further name?"""
    return tokens.words[j] != "," or not (tokens.capital(j + 1) or (tokens.word(j + 1) in ("and", "or")))
