"""Tokens beside a number → its unit: currency before it, unit words after it, what it is per, what is counted.

    $3.4 billion a share · 41.76 trillion yuan · 0.3 percentage points · 50 new energy buses
"""

from __future__ import annotations

from fractions import Fraction

from checker.lexicon import Entry, Lexicon
from checker.record import record
from checker.token import Tokens

_ONE = Fraction(1)
_PER = ("share", "barrel", "tonne", "ton", "ounce", "gallon", "litre", "liter", "kilo", "pound", "unit", "head", "person", "bushel", "copy")
_PER += ("hour", "household", "passenger", "km", "kilometre", "mile", "bottle", "kilowatt", "megawatt", "square", "acre", "hectare", "thousand")
# Words that end the noun phrase of what is counted.
_STOP = frozenset(
    "the a an of in on at to for from by with and or but as than that which who whom whose this these those its their his her our"
    " is are was were be been has have had will would could may might can do did does not no he she it they we you i said says"
    " so when while where after before since until because if then there up down off out over under about into against between"
    " among during through across per each both all more less most least last next ago earlier later now also only just still".split()
)
_LONGEST_NOUN = 5


@record(frozen=True, slots=True)
class Unit:
    kind: str  # money, percent, point, basis-point, index, multiple, duration, physical, count
    id: str
    factor: Fraction
    end: int  # token after it


def sign_before(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The index of a number → the currency sign or code before it and where that begins, or None."""
    for back in (2, 1):
        if i < back:
            continue
        for entry in entries_at(tokens, i - back, i, lexicon):
            if entry.cls == "currency" and "symbol" in entry.form and (tokens.joined(i) or tokens.raws[i - back].isupper()):
                return entry.value, i - back
    return None


def entries_at(tokens: Tokens, i: int, j: int, lexicon: Lexicon) -> tuple[Entry, ...]:
    """A token range → the lexicon's entries for exactly those words."""
    span = tuple(tokens.words[i:j])
    return next((entries for words, entries in lexicon.phrases.get(tokens.word(i), ()) if words == span), ())


def unit_after(tokens: Tokens, i: int, lexicon: Lexicon) -> Unit | None:
    """The index after number and scale → the unit words that stand there, or None."""
    j = i + 1 if tokens.word(i) == "-" and tokens.joined(i) and tokens.joined(i + 1) else i
    for words, entries in lexicon.phrases.get(tokens.word(j), ()):
        if tuple(tokens.words[j : j + len(words)]) != words:
            continue
        for entry in entries:
            if "attached" in entry.form and not tokens.joined(j):
                continue
            if entry.cls == "unit":
                unit = lexicon.units[entry.value]
                return Unit(unit.kind, unit.base, unit.factor, j + len(words))
            if entry.cls == "currency" and ("symbol" not in entry.form or tokens.raws[j].isupper()):
                return Unit("money", entry.value, _ONE, j + len(words))
            if entry.cls == "minor-unit":
                return Unit("money", entry.value, _ONE / lexicon.currencies[entry.value].minor, j + len(words))
    return None


def per_after(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The index after a unit → what it is per ("/share") and the index after that, or None."""
    if tokens.word(i) in ("per", "a", "an", "each", "/") or (tokens.word(i) == "-" and tokens.word(i + 1) in ("per", "a")):
        j = i + 1 if tokens.word(i) != "-" else i + 2
        skipped = j + 1 if tokens.word(j) in ("diluted", "basic", "ordinary", "metric", "troy", "common", "adjusted") else j
        if tokens.word(skipped) in _PER:
            return "/" + tokens.word(skipped), skipped + 1
        if tokens.word(i) == "per" and tokens.word(j).isalpha():
            return "/" + tokens.word(j), j + 1
    return None


def counted_after(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[str, int]:
    """The index after a bare number → the noun phrase that is counted, its head in the singular, and the index after it."""
    words: list[str] = []
    j = i
    while j < len(tokens) and len(words) < _LONGEST_NOUN:
        word = tokens.words[j]
        if word == "-" and words and tokens.joined(j) and tokens.joined(j + 1):
            j += 1
            continue
        if not word.isalpha() or word in _STOP or len(word) == 1 or (words and _verb(word, lexicon)):
            break
        words.append(word)
        j += 1
    if not words or (tokens.capital(i) and not tokens.capital(i + 1) and len(words) == 1 and not words[0].endswith("s")):
        return "", i
    return " ".join([*words[:-1], singular(words[-1])]), j


def singular(word: str) -> str:
    """A plural noun → its singular, by the regular endings."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes")) and len(word) > 4:
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2 else word


def _verb(word: str, lexicon: Lexicon) -> bool:
    return any(
        len(words) == 1 and any(entry.cls.endswith("-verb") and entry.form != "base" for entry in entries)
        for words, entries in lexicon.phrases.get(word, ())
    )
