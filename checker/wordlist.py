"""rules/lexicon/*.tsv, as text → every phrase with what it may mean, inflected and cut into tokens.

    change-verb  up  "edge up | rise:rose:risen"  →  edges up, rose, … each with Entry fields (class, value, form)

This half of the lexicon works when the lists have changed and when the package is built:

    python -m checker.wordlist --out checker/_words.py

`flat` is the phrases in sections: the entries, one a line, then the words that begin with the same two letters, each
with what may follow it and the numbers of its entries. `tables` is the cells that the other tables need.
"""

from __future__ import annotations

import os
import sys

from checker import resources
from checker.errors import CheckerError
from checker.inflection import plural, verb_forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Words = tuple[str, ...]
Fields = tuple[str, str, str]  # of an Entry


def read_texts(folder: str) -> dict[str, str]:
    """The lexicon's folder → file name → text."""
    return {name: _text(os.path.join(folder, name)) for name in resources.WORD_LISTS}


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise CheckerError(f"a word list cannot be read: {error}", path) from None


def key_of(texts: Mapping[str, str]) -> str:
    """The lists → a short hash of them and of the modules that work them out."""
    from zlib import crc32

    sources = (_text(os.path.join(resources.PACKAGE, name)) for name in resources.WORD_MAKERS)
    return f"{crc32(chr(0).join((*texts.values(), *sources)).encode()):08x}"


def flat(texts: Mapping[str, str]) -> tuple[str, ...]:
    """File name → text of the lists; out come the sections that checker.lexicon loads."""
    grouped: dict[str, list[tuple[Words, tuple[Fields, ...]]]] = {}
    for words, meanings in phrases(texts).items():
        grouped.setdefault(words[0], []).append((words[1:], meanings))
    numbers: dict[Fields, int] = {}
    sections: dict[str, list[str]] = {}
    for word, found in grouped.items():
        found.sort(key=lambda pair: -len(pair[0]))
        cells = (
            f"{' '.join(rest)}\t{' '.join(str(numbers.setdefault(entry, len(numbers))) for entry in meanings)}"
            for rest, meanings in found
        )
        sections.setdefault(word[:2], []).append("\t".join((word, *cells)))
    listed = "\n".join("\t".join(entry) for entry in numbers)
    return (listed, *("\n".join(lines) for lines in sections.values()))


def tables(texts: Mapping[str, str]) -> dict[str, tuple[Words, ...]]:
    """File name → text of the lists; out come the rows of cells, by table, that checker.lexicon makes objects of."""
    return {
        "measures": tuple(tuple(row[:3]) for row in rows(texts, "measures.tsv", 4)),
        "partitions": tuple(tuple(row) for row in rows(texts, "partitions.tsv", 3)),
        "currencies": tuple((row[0], row[1], row[3]) for row in rows(texts, "currencies.tsv", 5)),
        "units": tuple((*row[:3], unit_name(row[3])) for row in rows(texts, "units.tsv", 4)),
        "scales": tuple(tuple(row) for row in rows(texts, "scales.tsv", 2)),
        "numbers": tuple(tuple(row) for row in rows(texts, "numbers.tsv", 3)),
        "places": tuple(tuple(row[:2]) for row in rows(texts, "places.tsv", 4)),
    }


def phrases(texts: Mapping[str, str]) -> dict[Words, tuple[Fields, ...]]:
    """The lists → {tokens of a phrase: what it may mean, in the order of the files}."""
    found: dict[Words, tuple[Fields, ...]] = {}
    for phrase, entry in entries(texts):
        words = tokens_of(phrase)
        known = found.get(words, ())
        if entry not in known:
            found[words] = (*known, entry)
    return found


def entries(texts: Mapping[str, str]) -> Iterator[tuple[str, Fields]]:
    """The lists → every phrase as it is written in lower case, with each thing it may mean."""
    for name in ("change.tsv", "cues.tsv"):
        for cls, value, listed in rows(texts, name, 3):
            value, _, form = value.partition(",")
            yield from _verbs(listed, cls, value) if cls.endswith("-verb") else _nouns(listed, cls, value, form)
    for name, _kind, _polarity, listed in rows(texts, "measures.tsv", 4):
        yield from _nouns(listed, "measure", name)
    for code, symbols, names, _minor, cents in rows(texts, "currencies.tsv", 5):
        yield from _nouns(symbols, "currency", code, "symbol")
        yield from _nouns(names, "currency", code)
        yield from _nouns(cents, "minor-unit", code)
    for _base, _kind, _factor, listed in rows(texts, "units.tsv", 4):
        yield from _nouns(listed, "unit", unit_name(listed))
    for _kind, name, names, adjectives in rows(texts, "places.tsv", 4):
        yield from _nouns(name.lower(), "place", name)
        yield from _nouns(names.lower(), "place", name)
        yield from _nouns(adjectives.lower(), "place", name, "adjective")


def _nouns(listed: str, cls: str, value: str, form: str = "") -> Iterator[tuple[str, Fields]]:
    """ "gap~ | shy of | ^m" → phrases; ~ has a plural, ^ must touch its digit, ? mostly means something else."""
    for phrase in listed.split(" | ") if listed != "-" else ():
        bare = phrase.rstrip("?")
        marks = [form] if form else []
        marks += ["weak"] if bare != phrase else []
        marks += ["attached"] if bare[0] == "^" else []
        word = bare.lstrip("^")
        singular = word.rstrip("~") or word
        yield singular, (cls, value, "/".join(marks))
        if singular != word:
            yield plural(singular), (cls, value, "/".join([*marks, "plural"]))


def _verbs(listed: str, cls: str, value: str) -> Iterator[tuple[str, Fields]]:
    """ "rise:rose:risen | cool?" → every inflected form."""
    for parts in listed.split(" | "):
        weak = "/weak" if parts.endswith("?") else ""
        for phrase, form in verb_forms(parts.rstrip("?")).items():
            yield phrase, (cls, value, form + weak)


def unit_name(listed: str) -> str:
    """The names of a unit → the first, which it goes by."""
    return listed.partition(" | ")[0].strip("~^?")


def tokens_of(phrase: str) -> Words:
    """A phrase in lower case → its tokens, cut as checker.token cuts an article: words, initialisms, 's, signs."""
    return tuple(token for word in phrase.split() for token in _cut(word))


def _cut(word: str) -> Iterator[str]:
    """ "pre-tax" → pre - tax; "s&p" → s & p; "u.s.$" → u.s. $."""
    i = 0
    while i < len(word):
        j = i + 1
        if word[i].isalpha():
            j = _initialism(word, i) or _run(word, i, str.isalpha)
        elif word[i].isdigit():
            j = _run(word, i, str.isdigit)
        elif word[i:] == "'s":
            j = len(word)
        yield word[i:j]
        i = j


def _initialism(word: str, i: int) -> int:
    """The end of letters with a stop after each, two at least, or 0."""
    j = i
    while word[j : j + 1].isalpha() and word[j + 1 : j + 2] == ".":
        j += 2
    return j if j >= i + 4 else 0


def _run(word: str, i: int, belongs: Callable[[str], bool]) -> int:
    while i < len(word) and belongs(word[i]):
        i += 1
    return i


def rows(texts: Mapping[str, str], name: str, width: int) -> Iterator[list[str]]:
    """One file's rows of cells, without comments."""
    for number, line in enumerate(texts[name].split("\n"), 1):
        if line and line[0] != "#":
            row = line.split("\t")
            if len(row) != width:
                raise CheckerError(f"{len(row)} columns instead of {width}, separated by tabs", f"{name}:{number}")
            yield row


def main(arguments: list[str]) -> int:
    """`--out FILE` → the generated module, for the build."""
    if len(arguments) != 2 or arguments[0] != "--out":
        print("usage: python -m checker.wordlist --out FILE", file=sys.stderr)
        return 2
    texts = read_texts(os.path.join(resources.rules_folder(), "lexicon"))
    sections = "".join(f"    {section!r},\n" for section in flat(texts))
    with open(arguments[1], "w", encoding="utf-8", newline="\n") as file:
        file.write(
            '"""Words of rules/lexicon, written by checker.wordlist: change the lists and write it again."""\n\n'
        )
        file.write(f"SECTIONS = (\n{sections})\nTABLES = {tables(texts)!r}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
