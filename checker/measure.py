"""Chunks of a sentence → what each figure measures: a lexicon measure with what narrows it, and the place.

    "exports of solar cells"        →  exports:cell+solar
    "China's total foreign trade"   →  trade, place China

Two mentions speak of one quantity only if head and narrowing words agree; words that narrow nothing (total, overall,
the country's own name) are left out.
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.frame import Bond
from checker.lexicon import Lexicon
from checker.pattern import regex
from checker.period import Period
from checker.record import record, replace
from checker.token import Tokens
from checker.unit import singular

_NEUTRAL = frozenset(
    "total overall whole combined annual full goods good foreign value volume amount figure number level data rate"
    " yearly quarterly monthly latest new reported country nation national entire global country's s"
    " of and the a an its their our my his her in for to at on with by from said that this these those which"
    " would will be year quarter month aggregate sharp strong healthy record first second third fourth last next net"
    " january february march april may june july august september october november december"
    " million billion trillion thousand mln bln percent pct per cent euro dollar crown yuan yen pound"
    " more than nearly about almost".split()
)
_NOUN_STOP = frozenset(
    "of the a an its their his her our my this that these those in for to at on with by from as but which who"
    " said".split()
)
WITH = "with "  # before the name of a partner, or of nobody where the two are told elsewhere
_MUTUAL = frozenset(("bilateral", "two-way"))
_NO_PLACE = frozenset(
    "a all addition total fact his her its their this that those turn return response recent other real nominal".split()
)
_PLACED = ("in", "at", "across", "among", "within")
_AFTER_PLACE = ("there", "was", "were", "is", "are", "has", "had")
_LONGEST_PLACE = 4  # words
_REACH = 6
_CLAUSE = frozenset(";|/:")
_DRIVEN = regex(r"[umi]*g[um]{1,3}[an]?i[um]{0,3}v")
_NOUN_FRAMES = ("rate-noun", "rate-rise-to-level")


@record(frozen=True, slots=True)
class Mention:
    """A measure named in a sentence."""

    chunk: int  # −1 when carried over from an earlier sentence
    token: int
    measure: str
    place: str


def head_of(measure: str) -> str:
    """A measure → the same without what narrows it: exports:car → exports."""
    return measure.partition(":")[0]


def mentions(chunks: Chunks, lexicon: Lexicon) -> list[Mention]:
    """A sentence's chunks → the measures it names, in order."""
    found: list[Mention] = []
    inside = 0  # the end of the last mention's of-phrase: a measure in it narrows that one
    for k, item in enumerate(chunks.chunks):
        if item.letter == "m" and item.first >= inside:
            inside = _phrase_end(chunks, k)
            words, place = _around(chunks, k, inside, lexicon)
            mutual = not _MUTUAL.isdisjoint(chunks.tokens.words[item.first : item.after])
            place = WITH + "each other" if mutual else place or _partner(chunks.tokens, inside, lexicon)
            found.append(Mention(k, item.first, ":".join([item.value, *words]), place))
    return found


def _partner(tokens: Tokens, i: int, lexicon: Lexicon) -> str:
    """The token behind a measure's phrase → whom trade is with: "imports from Kestria", "a gap with Arden".

    That is no place whose trade it is.
    """
    if tokens.word(i) not in ("from", "to", "with"):
        return ""
    i += 1 + (tokens.word(i + 1) == "the")
    named = _named(tokens, i, lexicon)
    return named and WITH + named


def _phrase_end(chunks: Chunks, k: int) -> int:
    """A measure's chunk → the token where its noun phrase ends, "of …" and what is joined to that included."""
    code, items = chunks.code, chunks.chunks
    if code[k + 1 : k + 2] not in ("o", "O") or items[k + 1].first != items[k].after:
        return items[k].after
    last = k + 2
    while code[last : last + 1] in tuple("umo") or (
        code[last : last + 1] in tuple(",&") and code[last + 1 : last + 2] in tuple("um&")
    ):
        last += 1
    return items[last - 1].after


def _around(chunks: Chunks, k: int, end: int, lexicon: Lexicon) -> tuple[list[str], str]:
    """A measure's chunk and the end of its phrase → the words that narrow it, joined (or none), and the place named."""
    tokens, item = chunks.tokens, chunks.chunks[k]
    words: set[str] = set()
    place = ""
    for i in (*_before(chunks, k), *range(item.after + 1, end)):
        if named := _named(tokens, i, lexicon):
            place = place or named
        elif _narrows(tokens.words[i]):
            words.add(singular(tokens.words[i]))
    return ["+".join(sorted(words))] if words else [], place


def _before(chunks: Chunks, k: int) -> list[int]:
    """A measure's chunk → the tokens of its noun phrase that stand before it, the nearest first."""
    words, first = chunks.tokens.words, chunks.chunks[k].first
    floor = max((c.after for c in chunks.chunks[:k] if c.letter not in "umxNp"), default=0)
    found = []
    for i in range(first - 1, max(floor, first - _REACH) - 1, -1):
        if words[i] in _NOUN_STOP or not (words[i].isalpha() or words[i] in ("-", "'s")):
            break
        found.append(i)
    return found


def _narrows(word: str) -> bool:
    return word.isalpha() and word not in _NEUTRAL and len(word) > 2 and not word.endswith("ly")


def _named(tokens: Tokens, i: int, lexicon: Lexicon) -> str:
    """A token → the place that begins there, else the proper name it is, or ""."""
    return _place(tokens, i, lexicon) or _name(tokens, i)


def _name(tokens: Tokens, i: int) -> str:
    """A proper name says whose the measure is ("Kestria's trade"); the first word of a sentence does only with 's."""
    if not tokens.capital(i) or tokens.raws[i].isupper() or (i == 0 and tokens.word(1) != "'s"):
        return ""
    return tokens.raws[i] if tokens.words[i] not in _NEUTRAL else ""


def _place(tokens: Tokens, i: int, lexicon: Lexicon) -> str:
    if not tokens.capital(i):
        return ""
    for words, entries in lexicon.phrases.get(tokens.word(i), ()):
        if tuple(tokens.words[i : i + len(words)]) == words:
            for entry in entries:
                if entry.cls == "place":
                    return entry.value
    return ""


def opening_place(tokens: Tokens, periods: tuple[Period, ...]) -> str:
    """ "In the old town there are …": the place a sentence opens with, as far as it is not a time."""
    if tokens.word(0) not in _PLACED or tokens.word(1) in _NO_PLACE:
        return ""
    words: list[str] = []
    for word in tokens.words[1 : _LONGEST_PLACE + 2]:
        if not word.isalpha() or word in _AFTER_PLACE:
            break
        words.append(word)
    timely = any(period.start < tokens.ends[len(words)] for period in periods)
    return "" if timely or len(words) > _LONGEST_PLACE else " ".join(w for w in words if w != "the")


def mention_for(k: int, chunks: Chunks, named: list[Mention], bond: Bond | None, lexicon: Lexicon) -> Mention | None:
    """A figure's chunk, the measures of its sentence and its bond → the measure it speaks of, if the sentence says."""
    return _counted(k, chunks, named, lexicon) or _governed(k, chunks, named, bond)


def _counted(k: int, chunks: Chunks, named: list[Mention], lexicon: Lexicon) -> Mention | None:
    """ "1,706,482 men and 1,767,135 women": the noun right behind a count is what is counted."""
    item = chunks.chunks[k]
    if item.letter != "N" or chunks.code[k + 1 : k + 2] != "m" or chunks.chunks[k + 1].first != item.after:
        return None
    mention = next((m for m in named if m.chunk == k + 1), None)
    return mention and (mention if mention.place else replace(mention, place=_owner(chunks, k, lexicon)))


def _owner(chunks: Chunks, k: int, lexicon: Lexicon) -> str:
    """A figure's chunk → the first name of its clause: whose the counted thing is ("The capital, Sant Orlo, has …")."""
    start = max(chunks.code.rfind(letter, 0, k) for letter in _CLAUSE)
    first = chunks.chunks[start].after if start >= 0 else 0
    names = (_named(chunks.tokens, i, lexicon) for i in range(first, chunks.chunks[k].first))
    return next((name for name in names if name), "")


def _governed(k: int, chunks: Chunks, named: list[Mention], bond: Bond | None) -> Mention | None:
    """Behind "rise in" the measure of a change noun, else the nearest on the figure's left in the clause."""
    code = chunks.code
    behind = [m for m in named if m.chunk > k]
    if bond is not None and bond.frame in _NOUN_FRAMES and code[bond.sign + 1 : bond.sign + 2] in ("i", "o") and behind:
        return behind[0]
    left = [m for m in named if m.chunk < k and _reaches(m.chunk, k, code)]
    if len(left) > 1 and left[-1].measure == "total" and code[left[-2].chunk + 1 : left[-1].chunk] == "r":
        return left[-2]  # "exports were worth 12.5 billion", "imports reached a value of …"
    if left:
        return left[-1]
    return next((m for m in behind if code[k + 1 : m.chunk] in ("o", "", "i", "uo")), None)


def _reaches(m: int, k: int, code: str) -> bool:
    """Does a measure govern a figure on its right: in one clause, and not the whole of a share or what "in …" names?"""
    named = code[max(0, m - 2) : m] in ("ui", "Po", "Qo") and code[m + 1 : k] != "o"  # "with a surplus of 22 billion"
    driven = _DRIVEN.match(code, m + 1, k) is not None  # "growth in exports pushed ores up, with tin rising 2 percent"
    return not named and not driven and not _CLAUSE & set(code[m:k])
