"""Words of a sentence → the phrase of the lexicon that begins at one of them, and the chunk's letter it stands for.

    "edged up 2 percent"  →  edged up: v, up
    "a rise"              →  rise: n, though the lexicon knows a verb of that form

An ambiguous word takes the first class of LETTERS that it may have; where a noun must stand, verbs come last.
"""

from __future__ import annotations

from functools import lru_cache

from checker.lexicon import Entry, Phrases
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

    Opening = tuple[tuple[str, ...], tuple[Entry, ...]]

# Class of a lexicon entry → its letter, in the order in which an ambiguous word is taken.
LETTERS = {
    "revision": "j", "change-verb": "v", "gap-verb": "w", "change-adj": "a", "agent-verb": "g", "multiple-verb": "d",
    "flat-verb": "q", "swing-verb": "z", "share-verb": "s", "compare-verb": "c", "reach-verb": "r", "change-noun": "n",
    "measure": "m", "gap-noun": "m", "report-verb": "e", "than-expected": "G", "against": "k", "from": "f", "than": "h",
    "to": "t", "by": "b", "at": "@", "of": "o", "in": "i", "for": "i", "on": "i", "with": "i", "streak": "Z",
    "extreme": "x", "superlative": "x", "threshold": "H", "benchmark": "B", "relation": "A", "range": "O", "part": "p",
    "share": "S", "speech": "y", "negation": "!", "conjunction": "|",
}  # fmt: skip
_RANK = {cls: n for n, cls in enumerate(LETTERS)}
_TRANSPARENT = frozenset("degree auxiliary additional average forecast pronoun hedge per restatement basis".split())


@record(frozen=True, slots=True)
class Meaning:
    """The chunk that a phrase of the lexicon makes; no letter where it leaves none."""

    letter: str
    value: str = ""
    form: str = ""
    is_verb: bool = False


@record(frozen=True, slots=True)
class Match:
    """A phrase of the lexicon that was met in a text."""

    size: int  # in words
    bases: tuple[str, ...]
    plain: Meaning
    noun: Meaning  # where the word before says that a noun must follow


_ROOM = 50_000  # words; an archive holds more names than are worth keeping


class Openings(dict[str, "dict[str, list[Opening]]"]):
    """Word → the lexicon's phrases that begin with it by their second word ("" for none), read as words are met."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self.phrases = phrases
        self.met: dict[tuple[str, ...], Match] = {}

    def __missing__(self, word: str) -> dict[str, list[Opening]]:
        found: dict[str, list[Opening]] = {}
        for words, entries in self.phrases.get(word):
            if len(words) == 1:
                found[""] = [(words, entries)]
            elif words[-1] != "than":  # "higher than" is a change word and a connector
                found.setdefault(words[1], []).append((words, entries))
        if found or len(self) < _ROOM:
            self[word] = found
        return found

    def read(self, words: tuple[str, ...], entries: tuple[Entry, ...]) -> Match:
        """A phrase that stands in a text → what it means here and there."""
        if words not in self.met:
            alone = [entry for _, own in self[words[0]].get("", ()) for entry in own]
            benchmark = any(entry.cls == "benchmark" for entry in alone)
            plain, noun = (_meaning(words, entries, benchmark, noun=noun) for noun in (False, True))
            bases = tuple(entry.value for entry in entries if entry.cls == "basis")
            self.met[words] = Match(len(words), bases, plain, plain if noun == plain else noun)
        return self.met[words]


@lru_cache(maxsize=1)
def openings(phrases: Phrases) -> Openings:
    """The phrases of a lexicon → the same by their first two words; one lexicon's are kept."""
    return Openings(phrases)


def _meaning(words: tuple[str, ...], entries: tuple[Entry, ...], benchmark: bool, *, noun: bool) -> Meaning:
    possible = [entry for entry in entries if entry.cls in _RANK]
    if not possible:
        if benchmark:
            return Meaning("B")  # "a forecast for"
        return Meaning("" if any(entry.cls in _TRANSPARENT for entry in entries) else "u")
    inflected = any(e.cls.endswith("-verb") and e.form[:4] in ("past", "part", "ing") for e in entries)
    best = min(possible, key=lambda entry: _rank(entry, inflected, noun))
    letter = LETTERS[best.cls]
    if words == ("and",):
        letter = "&"
    if best.cls == "part" and best.value == "whole":
        letter = "W"  # the whole follows: "out of", "of the total"
    return Meaning(letter, best.value, best.form, best.cls.endswith("-verb"))


def _rank(entry: Entry, inflected: bool, noun: bool) -> int:
    rank = _RANK[entry.cls]
    if noun and entry.cls.endswith("-verb"):
        rank += 50
    if inflected and not noun and entry.cls == "change-adj":
        rank += 10  # "improved to 8" is the verb, "an improved 8" the adjective
    return rank + 30 if "weak" in entry.form else rank


def phrase_at(words: list[str], i: int, taken: Container[int], known: Openings, *, noun: bool = False) -> Match | None:
    """Words with "" behind them and an index → the longest phrase there that runs into nothing taken, or None.

    Where a noun must stand before "to" ("its forecast to 2.1 percent"), that is no part of it.
    """
    by_second = known[words[i]]
    if not by_second:
        return None
    for phrase, entries in by_second.get(words[i + 1], ()):
        after = i + len(phrase)
        if noun and phrase[1:] == ("to",):
            continue
        if tuple(words[i:after]) == phrase and not any(k in taken for k in range(i + 1, after)):
            return known.read(phrase, entries)
    alone = by_second.get("")
    return known.read(*alone[0]) if alone else None
