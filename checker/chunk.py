"""Tokens, periods and figures of a sentence → typed chunks, one letter each, on which frames are written.

    Exports rose 0.6% to 23.77 trillion yuan in 2023, from 23.63 trillion.
    m       v    P    t  M                   i  T   , f    M

Upper case stands for what was read (figures, periods), lower case for words the lexicon knows; words that only colour the
sentence (degree adverbs, auxiliaries, determiners, attribution) leave no chunk, so that frames need not step over them.
"""

from __future__ import annotations

import re

from checker.figure import Located
from checker.lexicon import Entry, Lexicon
from checker.period import STEPS, Period
from checker.record import record
from checker.token import Tokens
from checker.unit import entries_at

FIGURES = "MEPXNKQRD"  # money, money per unit, percent, points, count or quantity, multiple, fraction, rank, duration
_FIGURE_LETTER = {
    "money": "M", "percent": "P", "point": "X", "basis-point": "X", "index-point": "X", "multiple": "K", "fraction": "Q", "rank": "R",
    "duration": "D", "age": "D", "date": "Y", "name": "Y", "ratio": "Y",
}  # fmt: skip
# Class of a lexicon entry → its letter, in the order in which an ambiguous word is taken.
_LETTERS = {
    "revision": "j", "change-verb": "v", "gap-verb": "w", "change-adj": "a", "agent-verb": "g", "multiple-verb": "d", "flat-verb": "q", "swing-verb": "z",
    "share-verb": "s", "compare-verb": "c", "reach-verb": "r", "change-noun": "n", "measure": "m", "report-verb": "e", "than-expected": "G",
    "against": "k", "from": "f", "than": "h", "to": "t", "by": "b", "at": "@", "of": "o", "in": "i", "for": "i", "on": "i", "with": "i",
    "streak": "Z", "extreme": "x", "superlative": "x", "threshold": "H", "benchmark": "B", "relation": "A", "range": "O", "part": "p", "share": "S",
    "speech": "y", "negation": "!", "conjunction": "|",
}  # fmt: skip
_TRANSPARENT = ("degree", "auxiliary", "additional", "average", "forecast", "pronoun", "hedge", "per", "restatement", "basis")
_DETERMINERS = frozenset("the a an its their his her our this these those".split())
_SIGNS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "—": "/", '"': '"', "/": "/"}
_NOUN_BEFORE = frozenset("the a an its their this that of any no another further year month quarter annual sharp slight big small's".split())


@record(frozen=True, slots=True)
class Chunk:
    letter: str
    first: int  # tokens [first, after)
    after: int
    value: str = ""  # the lexicon's value; for a period its key
    figure: Located | None = None
    form: str = ""
    weak: bool = False


@record(frozen=True, slots=True)
class Chunks:
    """The chunks of one sentence and their letters as one string; what stands in brackets is kept beside it."""

    tokens: Tokens
    chunks: tuple[Chunk, ...]
    code: str
    brackets: tuple[tuple[int, tuple[Chunk, ...]], ...]  # position in code that a bracket follows → its chunks
    bases: tuple[tuple[int, str], ...]  # token → basis named there


def chunk(tokens: Tokens, spans: tuple[Period, ...], located: list[Located], lexicon: Lexicon) -> Chunks:
    """A sentence's tokens, periods and figures → its chunks."""
    taken: dict[int, Chunk] = {}
    for item in located:
        letter = "Y" if item.figure.ignored else _FIGURE_LETTER.get(item.figure.kind, "N")
        letter = "E" if letter == "M" and "/" in item.figure.unit else letter
        taken[item.first] = Chunk(letter, item.first, item.after, item.figure.unit, item)
    for span in spans:
        first = tokens.at.get(span.start)
        if first is not None and first not in taken:
            after = first + 1
            while after < len(tokens) and tokens.starts[after] < span.end:
                after += 1
            taken[first] = Chunk("" if span.key in STEPS else "T", first, after, span.key)
    found, bases = _words(tokens, taken, lexicon)
    timeless = _without_periods(_settle(found))
    outside, brackets = _lift_brackets(timeless)
    return Chunks(tokens, tuple(outside), "".join(c.letter for c in outside), tuple(brackets), tuple(bases))


def _without_periods(found: list[Chunk]) -> list[Chunk]:
    """Periods go with their prepositions ("in May", "from a year earlier", "on 2009"); their places stay known by token."""
    kept: list[Chunk] = []
    for k, item in enumerate(found):
        if item.letter != "T":
            if not (item.letter == "p" and item.value == "total" and found[k + 1 : k + 2] and found[k + 1].letter in FIGURES):
                kept.append(item)
            continue
        following = "".join(c.letter for c in found[k + 1 : k + 4])
        governs = following[:1] in tuple(FIGURES) or _TO_EXTREME.match(following)  # "from last week's 671"
        while kept and kept[-1].after == item.first and kept[-1].letter in ("io@bt" if governs else "iofkhb@tp"):
            kept.pop()
        if kept and kept[-1].letter == "," and kept[-1].after == item.first:
            kept.pop()
    return kept


_TO_EXTREME = re.compile("D?u?xo?[MENPX]")


def _settle(found: list[Chunk]) -> list[Chunk]:
    """A word that mostly means something else ("firm", "cool") counts only where a figure or its preposition follows."""
    settled = []
    for k, item in enumerate(found):
        following = "".join(c.letter for c in found[k + 1 : k + 3])
        if item.weak and item.letter.islower() and not ((following[:1] in FIGURES and following) or (following[:1] in ("t", "b", "f") and following[1:2] in FIGURES and following[1:])):
            item = Chunk("u", item.first, item.after)
        settled.append(item)
    return settled


def _words(tokens: Tokens, taken: dict[int, Chunk], lexicon: Lexicon) -> tuple[list[Chunk], list[tuple[int, str]]]:
    found: list[Chunk] = []
    bases: list[tuple[int, str]] = []
    i = 0
    while i < len(tokens):
        known = taken.get(i)
        if known is not None:
            if known.letter:
                found.append(known)
            i = max(i + 1, known.after)
            continue
        word = tokens.words[i]
        match = _match(tokens, i, taken, lexicon)
        if word == "or":
            i += 1
            continue
        if match is not None:
            after, entries = match
            bases.extend((i, e.value) for e in entries if e.cls == "basis")
            new = _chunk_of(tokens, i, after, entries, lexicon)
            if new is not None:
                found.append(new)
            i = after
            continue
        sign = _SIGNS.get(word, "/" if word == "-" and not tokens.joined(i) else "")
        if sign:
            found.append(Chunk(sign, i, i + 1))
        elif word.isalnum() and word not in _DETERMINERS:
            if found and found[-1].letter == "u" and found[-1].after == i:
                found[-1] = Chunk("u", found[-1].first, i + 1)
            else:
                found.append(Chunk("u", i, i + 1))
        i += 1
    return found, bases


def _match(tokens: Tokens, i: int, taken: dict[int, Chunk], lexicon: Lexicon) -> tuple[int, tuple[Entry, ...]] | None:
    """The longest phrase of the lexicon that begins at a token and runs into no figure or period."""
    for words, entries in lexicon.phrases.get(tokens.words[i], ()):
        n = len(words)
        if n > 1 and words[-1] == "than":
            continue  # "higher than" is a change word and a connector
        if n == 1:
            return i + 1, entries
        if tuple(tokens.words[i : i + n]) == words and not any(k in taken for k in range(i + 1, i + n)):
            return i + n, entries
    return None


def _chunk_of(tokens: Tokens, i: int, after: int, entries: tuple[Entry, ...], lexicon: Lexicon) -> Chunk | None:
    noun = _noun_like(tokens, i)
    best: Entry | None = None
    rank = 99
    for entry in entries:
        if entry.cls not in _ORDER:
            continue
        place = _ORDER[entry.cls]
        if noun and entry.cls.endswith("-verb"):
            place += 50
        if entry.cls == "change-adj" and not noun and any(e.cls.endswith("-verb") and e.form[:4] in ("past", "part", "ing") for e in entries):
            place += 10  # "improved to 8" is the verb, "an improved 8" the adjective
        if "weak" in entry.form:
            place += 30
        if place < rank:
            best, rank = entry, place
    if best is None and any(e.cls == "benchmark" for e in entries_at(tokens, i, i + 1, lexicon)):
        return Chunk("B", i, after)  # "a forecast for"
    if best is None:
        return None if any(e.cls in _TRANSPARENT for e in entries) else Chunk("u", i, after)
    if best.cls.endswith("-verb") and tokens.word(i - 1) == "-" and tokens.joined(i) and tokens.joined(i - 1):
        return Chunk("u", i, after)  # "foreign-invested"
    letter = "&" if tokens.words[i] == "and" and after == i + 1 else _LETTERS[best.cls]
    if best.cls == "part" and best.value == "whole":
        letter = "W"  # the whole follows: "out of", "of the total"
    return Chunk(letter, i, after, best.value, None, best.form, "weak" in best.form)


_ORDER = {cls: n for n, cls in enumerate(_LETTERS)}


def _noun_like(tokens: Tokens, i: int) -> bool:
    """Does the word before say that a noun must follow ("a rise", "percent fall", "its gain")?"""
    before = tokens.word(i - 1)
    return before in _NOUN_BEFORE or before in _DETERMINERS or before in ("%", "percent", "pct", "cent", "point", "'s", "-")


def _lift_brackets(found: list[Chunk]) -> tuple[list[Chunk], list[tuple[int, tuple[Chunk, ...]]]]:
    outside: list[Chunk] = []
    brackets: list[tuple[int, tuple[Chunk, ...]]] = []
    inside: list[Chunk] | None = None
    for item in found:
        if item.letter == "(":
            inside = []
        elif item.letter == ")":
            if inside:
                brackets.append((len(outside) - 1, tuple(inside)))
            inside = None
        elif inside is not None:
            inside.append(item)
        else:
            outside.append(item)
    if inside:  # never closed: nothing is lost
        outside.extend(inside)
    return outside, brackets
