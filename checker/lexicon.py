"""rules/lexicon/*.tsv → Lexicon: which words of a text may mean what.

    load().phrases.get("edged")  →  ((("edged", "up"), (Entry("change-verb", "up", "past/participle"),)), …)

An entry says what a phrase may be, never what it is: many have several, and the frames decide. Entries of every file
stand in `phrases`, longest first under their first word; the other tables answer what an entry's value stands for.
"""

from __future__ import annotations

import os
from fractions import Fraction
from functools import lru_cache

from checker import resources
from checker.errors import CheckerError
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Words = tuple[str, ...]
    Rows = tuple[Words, ...]
    Tables = dict[str, Rows]


@record(frozen=True, slots=True)
class Entry:
    """`form` holds names joined by "/": base third past participle ing · plural · soft · weak · attached · symbol …"""

    cls: str
    value: str
    form: str = ""


_SECTION = "\n\n"
Phrase = tuple[tuple[str, ...], tuple[Entry, ...]]


@record(frozen=True, slots=True)
class Measure:
    id: str
    kind: str  # flow, stock, rate, price, count, index, share
    polarity: str  # what "improved" means: good, bad, neutral; gap: the size of a difference


@record(frozen=True, slots=True)
class Partition:
    whole: str
    parts: tuple[str, ...]
    kind: str  # sum, balance (whole = first part - second), order (whole >= part), size (10 wholes > part)


@record(frozen=True, slots=True)
class Currency:
    code: str  # ISO 4217, or a common name ("peso") as long as the country is not printed
    minor: int  # how many of the minor unit make one


@record(frozen=True, slots=True)
class Unit:
    name: str
    base: str  # units of one base convert exactly
    kind: str
    factor: Fraction  # worth of one, in the base


@record(frozen=True, slots=True)
class Scale:
    factor: Fraction
    attached: bool  # an abbreviation that counts only directly after a digit: 5m, 3k


class Phrases:
    """The sections checker.wordlist made, read word by word: an article needs few of their ten thousand phrases."""

    __slots__ = ("_bodies", "_entries", "_known", "_sections")

    def __init__(self, entries: str, *sections: str) -> None:
        self._entries = entries.split("\n")
        self._sections = {section[:2].rstrip("\t"): section for section in sections}  # taken out when first needed
        self._bodies: dict[str, str] = {}
        self._known: dict[str, tuple[Phrase, ...]] = {}

    def get(self, word: str, default: tuple[Phrase, ...] = ()) -> tuple[Phrase, ...]:
        """A word in lower case → the phrases that begin with it, longest first."""
        known = self._known.get(word)
        if known is None:
            body = self._bodies.get(word) if word[:2] not in self._sections else self._opened(word[:2]).get(word)
            if body is None:
                return default
            known = self._known[word] = tuple(self._read(word, body.split("\t")))
        return known

    def __contains__(self, word: str) -> bool:
        return word in self._opened(word[:2])

    def __iter__(self) -> Iterator[str]:
        for start in tuple(self._sections):
            self._opened(start)
        return iter(self._bodies)

    def _opened(self, start: str) -> dict[str, str]:
        for line in self._sections.pop(start, "").splitlines():
            word, _, self._bodies[word] = line.partition("\t")
        return self._bodies

    def _read(self, word: str, cells: list[str]) -> Iterator[Phrase]:
        for rest, numbers in zip(cells[::2], cells[1::2], strict=True):
            entries = tuple(Entry(*self._entries[int(number)].split("\t")) for number in numbers.split(" "))
            yield (word, *rest.split()), entries


@record(frozen=True, slots=True)
class Lexicon:
    phrases: Phrases
    measures: dict[str, Measure]
    partitions: dict[str, tuple[Partition, ...]]  # by whole
    currencies: dict[str, Currency]
    signs: frozenset[str]  # letters that may touch the digits after them: Rs500, RM20
    units: dict[str, Unit]
    scales: dict[str, Scale]  # this and the next four: single words
    numbers: dict[str, Fraction]
    fractions: dict[str, Fraction]
    ordinals: dict[str, Fraction]
    groups: dict[str, Fraction]  # both, pair, trio: a count that names no figure
    places: dict[str, str]  # canonical name → country, region or part


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The shipped lexicon, read once."""
    return read(os.path.join(resources.folder("rules"), "lexicon"))


def read(folder: str) -> Lexicon:
    """A folder of word lists → Lexicon."""
    sections, cells = _built(folder) or _worked_out(folder)
    numerals = _numerals(cells["numbers"])
    return Lexicon(
        phrases=Phrases(*sections),
        measures={row[0]: Measure(*row) for row in cells["measures"]},
        partitions=_partitions(cells["partitions"]),
        currencies={code: Currency(code, int(minor)) for code, _, minor in cells["currencies"]},
        signs=frozenset(sign.lstrip("^") for row in cells["currencies"] for sign in row[1].split(" | ")) - {"-"},
        units={name: Unit(name, base, kind, _exact(factor)) for base, kind, factor, name in cells["units"]},
        scales=_scales(cells["scales"]),
        numbers=numerals["number"],
        fractions=numerals["fraction"],
        ordinals=numerals["ordinal"],
        groups=numerals["group"],
        places={name: kind for kind, name in cells["places"]},
    )


def _built(folder: str) -> tuple[Words, Tables] | None:
    """The lists as worked out when the package was built, or None when the checkout's are newer."""
    lists = [os.path.join(folder, name) for name in resources.WORD_LISTS]
    makers = [os.path.join(resources.PACKAGE, name) for name in resources.WORD_MAKERS]
    made = os.path.join(resources.PACKAGE, "_words.py")
    if resources.in_checkout() and not resources.is_newest(made, (*lists, *makers)):
        return None
    try:
        built = vars(__import__("checker._words", fromlist=["TABLES"]))
    except ImportError as error:
        raise CheckerError(f"the word lists are missing ({error}); install crossfoot again", folder) from None
    return built["SECTIONS"], built["TABLES"]


def _worked_out(folder: str) -> tuple[Words, Tables]:
    """The lists as worked out by an earlier run from the same lists, or now."""
    from checker.wordlist import flat, key_of, read_texts, tables

    texts = read_texts(folder)
    key = key_of(texts)
    name = f"words-{key}.txt"
    kept = resources.cached(name, key)
    if not kept:
        kept = _SECTION.join(flat(texts))
        resources.keep(name, resources.header(key, kept) + kept)
    return tuple(kept.split(_SECTION)), tables(texts)


def _partitions(rows: Rows) -> dict[str, tuple[Partition, ...]]:
    partitions: dict[str, tuple[Partition, ...]] = {}
    for whole, listed, kind in rows:
        parts = tuple(listed.split(" - " if kind == "balance" else " + "))
        partitions[whole] = (*partitions.get(whole, ()), Partition(whole, parts, kind))
    return partitions


def _scales(rows: Rows) -> dict[str, Scale]:
    scales = {}
    for factor, listed in rows:
        worth = _exact(factor)
        for word in listed.split(" | "):
            scales[word.lstrip("^")] = Scale(worth, word[0] == "^")
    return scales


def _numerals(rows: Rows) -> dict[str, dict[str, Fraction]]:
    numerals: dict[str, dict[str, Fraction]] = {"number": {}, "fraction": {}, "ordinal": {}, "group": {}}
    for kind, value, listed in rows:
        worth = _exact(value)
        for word in listed.split(" | "):
            numerals[kind][word] = worth
    return numerals


def _exact(printed: str) -> Fraction:
    """ "1/8" → Fraction; from integers, for which no pattern is run."""
    top, _, bottom = printed.partition("/")
    return Fraction(int(top), int(bottom or 1))
