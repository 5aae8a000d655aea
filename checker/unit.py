"""Tokens beside a number → its unit: currency before it, unit words after it, what it is per.

$3.4 billion a share · 41.76 trillion yuan · 0.3 percentage points · 52,000 barrels a day
"""

from __future__ import annotations

from fractions import Fraction

from checker.lexicon import Entry, Lexicon
from checker.record import record
from checker.token import Tokens

_ONE = Fraction(1)
_PER = frozenset(
    "share barrel tonne ton ounce gallon litre liter kilo kilogram pound unit head person bushel copy hour"
    " household passenger km"
    " kilometre mile bottle kilowatt megawatt acre hectare thousand day week month year night minute second"
    " capita pupil"
    " student vehicle car ticket game seat patient employee worker customer user gram kg oz mmbtu therm mwh"
    " foot metre meter inch yard km mile m ft dozen".split()
)
_PER_COLOUR = frozenset("diluted basic ordinary metric troy common adjusted cubic square sq fluid".split())
_PER_WORDS = ("per", "a", "an", "each", "/")
_SOFT_S = (
    "ouses",
    "auses",
    "cuses",
    "abuses",
    "ases",
    "ises",
    "oses",
    "rses",
    "nses",
    "yses",
)  # the e belongs to the noun
_ALIKE = ("species", "series", "news", "means", "gas", "bus", "lens", "plus")
_PLURALS = {
    "uses": "use",
    "men": "man",
    "women": "woman",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "halves": "half",
    "shelves": "shelf",
    "feet": "foot",
    "teeth": "tooth",
}


RATES = ("percent", "point", "basis-point")  # kinds
SIZES = ("mass", "volume", "length", "area", "energy", "power")  # kinds
PHYSICAL = frozenset((*SIZES, "speed"))  # kinds
HEADS = frozenset("head capita person inhabitant resident citizen".split())  # "6 crowns a head"
EVERY = frozenset(("each", "every"))


@record(frozen=True, slots=True)
class Unit:
    kind: str  # money, percent, point, basis-point, index, multiple, duration, physical, count
    id: str
    factor: Fraction
    end: int  # token after it
    named: str = ""  # the unit printed, where it converts: mile, worth 1.609344 of its id


def sign_before(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The index of a number → the currency sign or code before it and where that begins, or None."""
    for back in (3, 2, 1):
        if i < back or (back > 1 and not tokens.words[i - back][-1].isalpha() and tokens.words[i - back] != "$"):
            continue
        for entry in entries_at(tokens, i - back, i, lexicon):
            if entry.cls == "currency" and "symbol" in entry.form and _is_sign(tokens, i, back):
                return entry.value, i - back
    return None


def _is_sign(tokens: Tokens, i: int, back: int) -> bool:
    """Do letters stand as a currency: next to the digits, or as a capital (Rs 500, but not "won 500")?"""
    first = i - back
    if (
        tokens.raws[first].isalpha()
        and tokens.joined(first)
        and (tokens.raws[first - 1][-1].isalpha() or tokens.words[first - 1] == "-")
    ):
        return False  # PLX-R18
    if back > 1 and len(tokens.raws[first]) == 1 and tokens.raws[first].isalpha() and not tokens.joined(first + 1):
        return False  # "a $3 billion deal"
    return tokens.joined(i) or tokens.raws[first][0].isupper() or not tokens.raws[i - 1].isalpha()


def entries_at(tokens: Tokens, i: int, j: int, lexicon: Lexicon) -> tuple[Entry, ...]:
    """A token range → the lexicon's entries for exactly those words."""
    known = lexicon.phrases.get(tokens.word(i), ())
    if not known:
        return ()
    span = tuple(tokens.words[i:j])
    return next((entries for words, entries in known if words == span), ())


def unit_after(tokens: Tokens, i: int, lexicon: Lexicon, *, sure: bool = False) -> Unit | None:
    """The index after number and scale → the unit words that stand there, or None; `sure` admits "won" and "real"."""
    j = i + 1 if tokens.word(i) == "-" and tokens.joined(i) and tokens.joined(i + 1) else i
    for words, entries in lexicon.phrases.get(tokens.word(j), ()):
        end = j + len(words)
        if len(words) > 1 and tuple(tokens.words[j:end]) != words:
            continue
        for entry in entries:
            if entry.cls == "currency" and (("weak" in entry.form and not sure) or (j > i and not words[0].isalpha())):
                continue  # "aged 44 won", "3bn-$4bn"
            unit = _unit_of(tokens, j, end, entry, lexicon)
            if unit is not None:
                return unit
    return None


def _unit_of(tokens: Tokens, j: int, end: int, entry: Entry, lexicon: Lexicon) -> Unit | None:
    """What the lexicon says of the words [j, end) behind a number → a unit, or None."""
    if "attached" in entry.form and not (tokens.joined(j) or (entry.cls == "minor-unit" and tokens.words[j] == "p")):
        return None
    if entry.cls == "unit":
        unit = lexicon.units[entry.value]
        return Unit(unit.kind, unit.base, unit.factor, end, entry.value)
    if entry.cls == "currency" and (
        "symbol" not in entry.form or tokens.raws[j].isupper() or not tokens.raws[j].isalpha()
    ):
        return Unit("money", entry.value, _ONE, end)
    if entry.cls == "minor-unit":
        return Unit("money", entry.value, _ONE / lexicon.currencies[entry.value].minor, end, "minor")
    return None


def per_after(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The index after a unit → what it is per ("/share") and the index after that, or None."""
    linked = tokens.word(i) == "-" and tokens.word(i + 1) in ("per", "a", "an") and tokens.joined(i)
    at = i + 1 if linked else i
    if tokens.word(at) not in _PER_WORDS:
        return None
    j = at + 2 if linked and tokens.word(at + 1) == "-" else at + 1
    skipped = j + 1 if tokens.word(j) in _PER_COLOUR else _behind_name(tokens, j)
    name = tokens.word(skipped)
    square = tokens.words[j] in ("square", "cubic", "sq") if skipped > j else False
    if name in _PER and tokens.word(skipped + 1) not in ("ago", "earlier", "later", "before", "after", "old"):
        return "/" + (
            f"square {name}" if square and tokens.words[j] != "cubic" else f"cubic {name}" if square else name
        ), skipped + 1
    if tokens.word(at) == "per" and tokens.word(j).isalpha() and tokens.word(j) not in ("cent", "se"):
        return "/" + ("year" if tokens.word(j) == "annum" else tokens.word(j)), j + 1
    return None


def _behind_name(tokens: Tokens, j: int) -> int:
    """ "per Brill Power share": the index behind a name that tells whose it is; the same where no name ends so."""
    k = j
    while k < j + _NAME and tokens.capital(k) and tokens.word(k) not in _PER:
        k += 1
    return k if tokens.word(k) in _PER else j


_NAME = 4  # words, at most
_TIMES = frozenset("day week month quarter year".split())
# How often something is, in one word, and the period in which it is so.
ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}
_AGO = frozenset("ago earlier before after later".split())


def says_per_time(tokens: Tokens, said: frozenset[str]) -> bool:
    """Do the words of a sentence tell how much there is in a time: "daily", "a month", but not "a year earlier"?"""
    if not said.isdisjoint(ADVERBS):
        return True
    if said.isdisjoint(_TIMES):
        return False
    words = tokens.words
    return any(
        word in _TIMES and words[n - 1] in _PER_WORDS and tokens.word(n + 1) not in _AGO for n, word in enumerate(words)
    )


def singular(word: str) -> str:
    """A plural noun → its singular, by the regular endings."""
    if word in _PLURALS or word in _ALIKE:
        return _PLURALS.get(word, word)
    if word.endswith("men") and len(word) > 5:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes")) and len(word) > 4:
        return word[:-1] if word.endswith(_SOFT_S) and word != "gases" else word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2 else word
