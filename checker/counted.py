"""Tokens after a bare number → the noun phrase that is counted, its head in the singular.

50 new energy buses were …  →  "new energy bus"
"""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.token import Tokens
from checker.unit import singular

# Words that end the noun phrase of what is counted.
STOP = frozenset(
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
# Nouns that are counted in a form that shows no plural.
_PLURAL = frozenset(
    "people men women children police feet teeth mice geese sheep aircraft spacecraft crew staff personnel cattle"
    " species series troops folk youth media data criteria bacteria alumni offspring fish deer salmon trout cod"
    " dead wounded injured accused homeless unemployed jobless elderly disabled poor rich"
    " chinese japanese british french irish dutch swiss portuguese vietnamese lebanese".split()
)
_NOT_PLURAL = frozenset(
    "plus perhaps yes does goes was has says news means makes shows remains indicates suggests includes needs".split()
)
_NO_NOUN = frozenset("odd something strong plus fold off time out one based only wide for and way style old".split())
NUMBER = frozenset(("number", "numbers"))
_DETERMINERS = frozenset("the its their his her all such these those new".split())
_FAR = 40  # tokens from a noun to its number
_ANEW = frozenset(";:—")  # a new clause
_BEFORE_NOUN = ("are", "were", "more", "fewer", "most")  # "of which 640 are public schools", "two more men"
_JOINTS = ("and", "or")
_LONGEST = 6


def counted_after(tokens: Tokens, i: int, covered: set[int], lexicon: Lexicon, *, one: bool = False) -> tuple[str, int]:
    """The index after a bare number → the noun phrase counted, its head in the singular, and the index after it.

    The head is the last of the plurals that follow one another ("job cuts"); what `one` counts shows none ("one ship").
    """
    words: list[str] = []
    heads = 0  # words up to the last plural
    j = end = i + 1 if tokens.word(i) in _BEFORE_NOUN and tokens.word(i + 1) != "than" else i
    while j < len(tokens) and len(words) < _LONGEST and j not in covered:
        word = tokens.words[j]
        if word in ("-", "&") and words and tokens.joined(j) and tokens.joined(j + 1):
            words[-1] += word + tokens.word(j + 1)
            j += 2
        elif word == "'s" and not heads:
            words, j = [], j + 1  # "two of the bank's branches"
            continue
        elif word in _JOINTS and words and not heads and _joins(tokens, j, lexicon):
            j += 1  # "digital and printed copies"
            continue
        elif _ends(tokens, j, words, lexicon):
            break
        else:
            words.append(word)
            j += 1
        if is_plural(words[-1]):
            if one and words[-1] not in _PLURAL:
                words.pop()
                break
            heads, end = len(words), j
        elif heads:
            break
        elif one:
            end = j
    heads = len(words) if one else heads
    return (" ".join([*words[: heads - 1], singular(words[heads - 1])]), end) if heads else ("", i)


def tied_after(tokens: Tokens, i: int, lexicon: Lexicon) -> str:
    """The index after a bare number → the noun that a hyphen ties to it ("a 39-page report"), or ""."""
    if tokens.word(i) != "-" or not (tokens.joined(i) and tokens.joined(i + 1)):
        return ""
    word = tokens.word(i + 1)
    number = word in lexicon.numbers or word in lexicon.scales or word in lexicon.fractions
    loose = len(word) < 3 or not word.isalpha() or word in STOP or word in _NO_NOUN
    return "" if number or loose else singular(word)


def named_before(tokens: Tokens, i: int, covered: set[int], lexicon: Lexicon) -> str:
    """The index of a number → the noun whose "number of …" was spoken of before it in the sentence, or ""."""
    for k in range(i - 2, max(i - _FAR, -1), -1):
        if tokens.words[k] in NUMBER and tokens.words[k + 1] == "of":
            at = k + 3 if tokens.word(k + 2) in _DETERMINERS else k + 2
            return counted_after(tokens, at, covered, lexicon)[0]
        if tokens.words[k] in _ANEW:
            break
    return ""


def _joins(tokens: Tokens, j: int, lexicon: Lexicon) -> bool:
    """Does "and" at j join two words before one plural: an adjective or a noun on either side?"""
    after = tokens.word(j + 1)
    return (
        j + 2 < len(tokens)
        and not is_plural(after)
        and not _ends(tokens, j + 1, [after], lexicon)
        and is_plural(tokens.word(j + 2))
    )


def is_plural(word: str) -> bool:
    """Does a noun look like more than one?"""
    if word in _PLURAL or word.endswith("men"):
        return True
    shaped = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous", "'s"))
    return shaped and word not in _NOT_PLURAL


def _ends(tokens: Tokens, j: int, words: list[str], lexicon: Lexicon) -> bool:
    """Does the noun phrase end before this token?"""
    word = tokens.words[j]
    if len(word) == 1 or word in STOP or not word.replace(".", "").isalpha():
        return True
    if word in lexicon.numbers or word in lexicon.scales:
        return True
    return bool(words) and (word.endswith("ly") or (not is_plural(word) and _verb(word, lexicon)))


def _verb(word: str, lexicon: Lexicon) -> bool:
    return any(
        len(words) == 1 and any(entry.cls.endswith("-verb") and entry.form != "base" for entry in entries)
        for words, entries in lexicon.phrases.get(word, ())
    )
