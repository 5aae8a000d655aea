"""Facts of one sentence → counts of things and the proper names right behind them, without a colon.

    "Three countries, Chad, Mali and Niger, signed"          3 –lists– "Chad, Mali and Niger"
    "The four winners were Ann, Bea, Cat and Dora."          4
    "Two men - Tom Lee, 42, and Sam Orr, 37 - were held"     2, ages aside
    "in 12 states, including Iowa, Ohio and Utah"            12 –names-some– "Iowa, Ohio and Utah"

Every item is a proper name; a word in small letters among them ("Ann Hill, a doctor, and …") leaves it in doubt.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact
from checker.listing import SUFFIXES, countable, of_more
from checker.token import Tokens
from checker.wordfact import Facts, span_of, word_fact

BE = ("are", "were")
_INSIDE = frozenset("of the de la le el du da di van von der den al bin ibn y".split())  # small words of a name
_NO_THING = frozenset(
    "month year day week quarter hour minute second time game match round point goal win set session set leg lap"
    " set percent second decade century night race start attempt home inning innings visit loss defeat victory".split()
)
_LEADING = frozenset(
    "after in with for at on over since during within among under before despite by like as from between of when while"
    " if but and although though because to".split()
)
_DASHES = ("-", "—", "(")
_SOME = ("including", "among")
_LONGEST_NAME, _FARTHEST = 5, 5
_OLDEST = 110


def named(facts: Facts, chunks: Chunks) -> list[Fact]:
    """Facts by chunk → one fact for each run of proper names behind a count of things."""
    made: list[Fact] = []
    for k, fact in facts.items():
        if not countable(fact):
            continue
        start, sign = _start(chunks.chunks[k].after, chunks.tokens)
        found = names_at(chunks.tokens, start) if start >= 0 else None
        if found is None:
            continue
        end, count, aged = found
        if sign in _SOME:
            as_ = "names-some"
        elif _whole(k, fact, chunks) and (aged or sign not in _DASHES):
            as_ = "lists"
        else:
            continue
        made.append(word_fact(fact, span_of(chunks, start, end), chunks, Fraction(count), "items", as_))
    return made


def _whole(k: int, fact: Fact, chunks: Chunks) -> bool:
    """Are all the things counted, of which the names may be the names: no "two of the five", no "after two days"?"""
    things = fact.figure.unit.split() if fact.figure is not None else []
    leads = chunks.tokens.words[0] in _LEADING
    return not leads and things[-1:] != [] and things[-1] not in _NO_THING and not of_more(k, chunks)


def _start(after: int, tokens: Tokens) -> tuple[int, str]:
    """The token behind a count → where names begin, and the sign or word before them; −1 for nowhere.

    It stands right behind what is counted: a comma, "were", a dash, or "including", with or without a comma.
    """
    for i in range(after, min(after + _FARTHEST + 1, len(tokens) - 1)):
        word, more = tokens.words[i], tokens.words[i + 1]
        if word in ("including", "(") or (word == "," and more == "including"):
            i += word == ","
            return (i + 1 if i > after and tokens.capital(i + 1) else -1), tokens.words[i]
        if word in (",", *BE, *_DASHES) and i > after and not (word == "-" and tokens.joined(i)):
            return (i + 1 if tokens.capital(i + 1) else -1), word
        if not word.isalpha() or tokens.capital(i):
            return -1, ""
    return -1, ""


def names_at(tokens: Tokens, start: int, closed_by: tuple[str, ...] = ()) -> tuple[int, int, bool] | None:
    """The first token of a run of names → the token behind it, how many they are, and whether ages stand with them.

    None where that is in doubt. A run ends at a sign, or at one of the words that are given.
    """
    count, length, last, aged, j = 1, 0, False, False, start
    while j < len(tokens):
        word = tokens.words[j]
        if word == "," and length and _is_age(tokens, j + 1):
            aged = True
            j += 1  # "Ann Hill, 34, …"
        elif word == "," and tokens.word(j + 1) in SUFFIXES:
            j += 1  # "Cole, Inc"
        elif word == "(" and length and ")" in tokens.words[j : j + _LONGEST_NAME]:
            j = tokens.words.index(")", j)  # "Alder (ALD.L)"
        elif word in (",", "and") and length and not last:
            count, length, last = count + 1, 0, word == "and"
        elif word == "and" and not length and not last and tokens.word(j - 1) == ",":
            last = True
        elif last and length and (word in (",", ".", "—", ";", ")") or word in closed_by or _is_dash(tokens, j)):
            return (j, count, aged) if _ends(tokens, j) else None
        elif length < _LONGEST_NAME and (
            tokens.capital(j) or (length and (word in _INSIDE or word in ("'s", "-", "'")))
        ):
            length += 1
        else:
            return None
        j += 1
    return (j, count, aged) if last and length else None


def _is_dash(tokens: Tokens, j: int) -> bool:
    return tokens.words[j] == "-" and not tokens.joined(j)


def _is_age(tokens: Tokens, j: int) -> bool:
    """Does an age stand alone between a comma and the next sign: "Ann Hill, 34, and …"?"""
    word = tokens.word(j)
    alone = tokens.word(j + 1) in (",", ".", ";", ")", "—", "and", "-", "")
    return word.isdecimal() and int(word) <= _OLDEST and alone


def _ends(tokens: Tokens, j: int) -> bool:
    """Does a run of names end at a sign, and not go on with a further name?"""
    return tokens.words[j] != "," or not (tokens.capital(j + 1) or (tokens.word(j + 1) in ("and", "or")))
