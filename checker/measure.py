"""Chunks of a sentence → what each figure measures: a lexicon measure with what narrows it, and the place.

    "exports of solar cells"        →  exports:cell+solar
    "China's total foreign trade"   →  trade, place China

Two mentions speak of one quantity only if head and narrowing words agree; words that narrow nothing (total, overall, the
country's own name) are left out.
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.lexicon import Lexicon
from checker.record import record
from checker.token import Tokens
from checker.unit import singular

_NEUTRAL = frozenset(
    "total overall whole combined annual full goods good foreign value volume amount figure number level data rate yearly quarterly monthly"
    " latest new reported country nation country's s national overall entire global of and the a an its their our my his her in for to at on"
    " with by from said that this these those which would will be year quarter month total aggregate sharp strong healthy record"
    " first second third fourth last next net".split()
)
_NOUN_STOP = frozenset("the a an its their his her our my this that these those in for to at on with by from as but which who said".split())
_REACH = 6


@record(frozen=True, slots=True)
class Mention:
    """A measure named in a sentence."""

    chunk: int  # −1 when carried over from an earlier sentence
    token: int
    measure: str
    place: str


def mentions(chunks: Chunks, lexicon: Lexicon) -> list[Mention]:
    """A sentence's chunks → the measures it names, in order."""
    found = []
    for k, item in enumerate(chunks.chunks):
        if item.letter == "m":
            words, place = _around(chunks.tokens, item, lexicon)
            measure = item.value + (":" + "+".join(words) if words else "")
            found.append(Mention(k, item.first, measure, place))
    return found


def _around(tokens: Tokens, item: Chunk, lexicon: Lexicon) -> tuple[list[str], str]:
    words: set[str] = set()
    place = ""
    i = item.first - 1
    while i >= 0 and item.first - i <= _REACH:
        word = tokens.words[i]
        if word in _NOUN_STOP or not (word.isalpha() or word in ("-", "'s")) or _is_verb(word, lexicon):
            break
        place = _note(tokens, i, words, place, lexicon)
        i -= 1
    j = item.after
    if tokens.word(j) in ("of", "to", "from") and tokens.word(j + 1).isalpha():
        of = tokens.words[j]
        j += 1
        while j < len(tokens) and j - item.after <= 3 * _REACH:
            word = tokens.words[j]
            if not (word.isalpha() or word in ("-", ",")) or _is_verb(word, lexicon) or word in _NOUN_STOP - {"the", "a"} or (word == "," and of != "of"):
                break
            if of == "of" or _place(tokens, j, lexicon):
                place = _note(tokens, j, words, place, lexicon)
            j += 1
    return sorted(words), place


def _note(tokens: Tokens, i: int, words: set[str], place: str, lexicon: Lexicon) -> str:
    word = tokens.words[i]
    if named := _place(tokens, i, lexicon):
        return place or named
    if word.isalpha() and word not in _NEUTRAL and len(word) > 2 and not word.endswith("ly"):
        words.add(singular(word))
    return place


def _place(tokens: Tokens, i: int, lexicon: Lexicon) -> str:
    for words, entries in lexicon.phrases.get(tokens.word(i), ()):
        if tokens.capital(i) and tuple(tokens.words[i : i + len(words)]) == words:
            for entry in entries:
                if entry.cls == "place":
                    return entry.value
    return ""


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    for words, entries in lexicon.phrases.get(word, ()):
        if len(words) == 1 and any(e.cls.endswith("-verb") and e.form != "base" for e in entries) and not any(e.cls in ("measure", "change-noun") for e in entries):
            return True
    return False
