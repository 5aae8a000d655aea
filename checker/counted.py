"""Tokens after a bare number → the noun phrase that is counted, its head in the singular.

50 new energy buses were …  →  "new energy bus"
"""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.token import Tokens
from checker.unit import singular

# Words that end the noun phrase of what is counted.
_STOP = frozenset(
    "the a an of in on at to for from by with and or but as than that which who whom whose this these those its"
    " their his her our my your"
    " is are was were be been has have had will would could may might can do does did does not no he she it"
    " they we you i said says"
    " so when while where after before since until because if then there up down off out over under about into"
    " against between"
    " among during through across per each both all more less most least last next ago earlier later now also"
    " only just still"
    " again alone already yet how what why today yesterday tomorrow worldwide nationwide overnight away"
    " together apart altogether"
    " versus vs nearly almost around roughly some any every another such very too even ever never once via"
    " within without onto"
    " near upon above below behind beyond despite amid toward towards along around inside outside plus minus"
    " like unlike".split()
)
_PLURAL = frozenset(
    "people men women children police feet teeth mice geese sheep aircraft crew staff personnel cattle species"
    " series troops folk youth media".split()
)
_NOT_PLURAL = frozenset(
    "sales sports savings goods arms customs news systems operations securities communications claims drugs"
    " parts economics politics physics plus".split()
)
_LONGEST = 5


def counted_after(tokens: Tokens, i: int, covered: set[int], lexicon: Lexicon) -> tuple[str, int]:
    """The index after a bare number → the noun phrase counted, its head in the singular, and the index after it."""
    words: list[str] = []
    j = i
    while j < len(tokens) and len(words) < _LONGEST and j not in covered:
        word = tokens.words[j]
        if word in ("-", "&") and words and tokens.joined(j) and tokens.joined(j + 1):
            words[-1] += word + tokens.word(j + 1)
            j += 2
        elif _ends(tokens, j, words, lexicon):
            break
        else:
            words.append(word)
            j += 1
        if is_plural(words[-1]) and not (words[-1] in _NOT_PLURAL and is_plural(tokens.word(j))):
            break
    if not words or _is_name(tokens, i, words) or (words[0].endswith("ed") and not is_plural(words[-1])):
        return "", i
    return " ".join([*words[:-1], singular(words[-1])]), j


def is_plural(word: str) -> bool:
    """Does a noun look like more than one?"""
    if word in _PLURAL or word.endswith("men"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous", "'s"))


def _ends(tokens: Tokens, j: int, words: list[str], lexicon: Lexicon) -> bool:
    """Does the noun phrase end before this token?"""
    word = tokens.words[j]
    if not word.isalpha() or word in _STOP or len(word) == 1:
        return True
    if word in lexicon.numbers or word in lexicon.scales:
        return True
    return bool(words) and (word.endswith("ly") or _verb(word, lexicon))


def _is_name(tokens: Tokens, i: int, words: list[str]) -> bool:
    """ "2 France" is a score or a name, not so many of something."""
    return tokens.capital(i) and not tokens.capital(i + 1) and len(words) == 1 and not words[0].endswith("s")


def _verb(word: str, lexicon: Lexicon) -> bool:
    return any(
        len(words) == 1 and any(entry.cls.endswith("-verb") and entry.form != "base" for entry in entries)
        for words, entries in lexicon.phrases.get(word, ())
    )
