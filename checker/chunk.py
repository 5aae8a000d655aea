"""Tokens, periods and figures of a sentence → typed chunks, one letter each, on which frames are written.

    Exports rose 0.6% to 23.77 trillion yuan in 2023, from 23.63 trillion.
    m       v    P    t  M                   i  T   , f    M

Upper case stands for what was read (figures, periods), lower case for words the lexicon knows; words that only colour
the sentence (degree adverbs, auxiliaries, determiners, attribution) leave no chunk: frames need not step over them.
"""

from __future__ import annotations

from checker.figure import Located
from checker.period import STEPS, Period
from checker.phrase import Match, Openings, openings, phrase_at
from checker.record import record
from checker.token import Tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.figure import Figure
    from checker.lexicon import Lexicon

FIGURES = "MEPXNKQRD"  # money, money per unit, percent, points, count or quantity, multiple, fraction, rank, duration
_FIGURE_LETTER = {
    "money": "M", "percent": "P", "point": "X", "basis-point": "X", "index-point": "X", "multiple": "K",
    "fraction": "Q", "rank": "R", "duration": "D", "age": "D", "date": "Y", "name": "Y", "ratio": "Y",
}  # fmt: skip
_DETERMINERS = frozenset("the a an its their his her our this these those".split())
_SIGNS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "—": "/", '"': '"', "/": "/"}
# A noun must follow: "a rise", "percent fall", "its gain".
_BEFORE_NOUN = _DETERMINERS.union(
    "that of any no another further year month quarter annual sharp slight big small's".split(),
    ("%", "percent", "pct", "cent", "point", "'s", "-"),
)
_SPANS = ("month", "quarter", "year")
_TO_AMOUNT = ("by", "from", "to")
_PARTICLES = (["up"], ["down"], ["off"])
_NOUN = 4  # chunks
_OBJECT = 5  # chunks behind a verb in which its object stands


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
    found, bases = _words(tokens, _taken(tokens, spans, located), openings(lexicon.phrases))
    outside, brackets = _lift_brackets(_without_periods(_settle(found), tokens))
    return Chunks(tokens, tuple(outside), "".join([c.letter for c in outside]), tuple(brackets), tuple(bases))


def _taken(tokens: Tokens, spans: tuple[Period, ...], located: list[Located]) -> dict[int, Chunk]:
    """What was read → its chunks by their first token; one without a letter hides its words and leaves no chunk."""
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
    return taken


def _words(
    tokens: Tokens, taken: dict[int, Chunk], known_phrases: Openings
) -> tuple[list[Chunk], list[tuple[int, str]]]:
    """The tokens and what was taken among them → all chunks in order, and the bases that words name."""
    found: list[Chunk] = []
    bases: list[tuple[int, str]] = []
    words = [*tokens.words, ""]
    i, end = 0, len(tokens)
    while i < end:
        if (known := taken.get(i)) is not None:
            new, after = known, max(i + 1, known.after)
        elif words[i] == "or":
            new, after = None, i + 1
        elif words[i : i + 2] == ["up", "to"] and i + 2 in taken:
            new, after = Chunk("a", i, i + 1, "up"), i + 1  # not a bound, or the figure would hold it
        elif words[i] == "and" and words[i + 1] == "up" and "from" in words[i + 2 : i + 4]:
            new, after = Chunk("&", i, i + 1), i + 1  # no "40 and up"
        elif known_phrases[words[i]] and (
            phrase := phrase_at(
                words, i, taken, known_phrases, noun=words[i + 1] == "to" and _is_noun(tokens, i, found, taken)
            )
        ):
            new, after = _chunk_of(tokens, i, phrase), i + phrase.size
            bases += [(i, basis) for basis in phrase.bases]
        else:
            new, after = _unknown(tokens, i, found), i + 1
        if new is not None and new.letter:
            found.append(new)
        i = after
    return found, bases


def figures_in(chunks: Chunks) -> list[Figure]:
    """The chunks of a sentence → its figures in order of the text, those in brackets among them."""
    inside = [chunk for _, bracket in chunks.brackets for chunk in bracket]
    found = [chunk.figure.figure for chunk in (*chunks.chunks, *inside) if chunk.figure is not None]
    return sorted(found, key=lambda figure: figure.start)


def _chunk_of(tokens: Tokens, i: int, phrase: Match) -> Chunk | None:
    """A phrase at a token → its chunk, or None where it leaves none."""
    meaning = phrase.plain
    if meaning is not phrase.noun and _before_noun(tokens, i - 1):
        meaning = phrase.noun
    if not meaning.letter:
        return None
    after = i + phrase.size
    tied = tokens.word(i - 1) == "-" and tokens.joined(i) and tokens.joined(i - 1)
    if tied and (meaning.is_verb or tokens.words[i:after] in _PARTICLES):
        return Chunk("u", i, after)  # "foreign-invested", "clean-up fund"
    return Chunk(meaning.letter, i, after, meaning.value, None, meaning.form, "weak" in meaning.form)


def _is_noun(tokens: Tokens, i: int, found: list[Chunk], figured: dict[int, Chunk]) -> bool:
    """Must a noun stand there: behind "the", or as the object of a verb ("cut its profit forecast to 3 million")?"""
    if _before_noun(tokens, i - 1):
        verb = tokens.word(i).endswith("ed") and tokens.word(i + 1) in _TO_AMOUNT
        return not (verb and tokens.word(i - 1) in _SPANS)  # "in the third quarter increased by"
    if tokens.word(i + 1) != "to":
        return False
    # "increased its operating profit forecast to 3 million", where "is forecast to" goes on with a verb
    told = tokens.word(i) == "forecast" and found[-1:] and found[-1].letter == "m" and i + 2 in figured
    return bool(told) or any(item.letter == "g" for item in found[-_OBJECT:])


def _before_noun(tokens: Tokens, i: int) -> bool:
    """Does the token there want a noun behind it? A hyphen does, a dash that stands free does not."""
    return tokens.word(i) in _BEFORE_NOUN and (tokens.words[i] != "-" or tokens.joined(i + 1))


def _unknown(tokens: Tokens, i: int, found: list[Chunk]) -> Chunk | None:
    """A sign, or a word that the lexicon does not know → its chunk; words in a row share one."""
    word = tokens.words[i]
    sign = _SIGNS.get(word, "/" if word == "-" and not tokens.joined(i) else "")
    if sign:
        return Chunk(sign, i, i + 1)
    if not word.isalnum() or word in _DETERMINERS:
        return None
    last = found[-1] if found else None
    if last is not None and last.letter == "u" and last.after == i:
        found.pop()
        return Chunk("u", last.first, i + 1)
    return Chunk("u", i, i + 1)


def _settle(found: list[Chunk]) -> list[Chunk]:
    """A word that mostly means something else ("firm", "cool") counts only where a figure or its preposition comes."""
    return [
        Chunk("u", item.first, item.after)
        if item.weak and item.letter.islower() and not _leads_to_figure(found, k)
        else item
        for k, item in enumerate(found)
    ]


def _leads_to_figure(found: list[Chunk], k: int) -> bool:
    following = [item.letter for item in found[k + 1 : k + 3]]
    return following[:1] != [] and (
        following[0] in FIGURES or (following[0] in "tbf" and following[1:] != [] and following[1] in FIGURES)
    )


def _without_periods(found: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """Periods go with their prepositions ("in May", "from a year earlier"); their places stay known by token."""
    kept: list[Chunk] = []
    for k, item in enumerate(found):
        if item.letter != "T":
            if not (item.value == "total" and item.letter == "p" and _is_figure(found[k + 1 : k + 2])):
                kept.append(item)
            continue
        # "from last week's 671", "from May's revised 671": the preposition is the figure's.
        owned = tokens.word(item.after) == "'s"
        governs = owned or _is_figure(found[k + 1 : k + 2]) or _to_extreme(found[k + 1 : k + 4])
        governs = governs or (tokens.word(item.after - 2) == "-" and _to_noun_of(found[k + 1 : k + 6]))
        while kept and kept[-1].after == item.first and kept[-1].letter in ("io@bt" if governs else "iofkhb@tp"):
            kept.pop()
        if kept and kept[-1].letter == "," and kept[-1].after == item.first:
            kept.pop()
    return kept


def _is_figure(following: list[Chunk]) -> bool:
    return following != [] and _is_figure_letter(following[0].letter)


def _to_noun_of(following: list[Chunk]) -> bool:
    """ "compared with a year-earlier profit of 671": a noun with its figure comes next, which the period belongs to."""
    letters = "".join([item.letter for item in following])
    noun = letters.lstrip("um")
    return noun != letters and len(letters) - len(noun) < _NOUN and _is_figure_letter(noun.removeprefix("o")[:1])


def _is_figure_letter(letter: str) -> bool:
    return letter != "" and letter in FIGURES


def _to_extreme(following: list[Chunk]) -> bool:
    """ "from last year's three-month high of 671": a figure comes next, with what it is the extreme of before it."""
    letters = "".join([item.letter for item in following]).removeprefix("D").removeprefix("u")
    return letters[:1] == "x" and letters[1:].removeprefix("o")[:1] in tuple("MENPX")


def _lift_brackets(found: list[Chunk]) -> tuple[list[Chunk], list[tuple[int, tuple[Chunk, ...]]]]:
    """Chunks → those outside brackets, and those in each bracket with the place that it follows."""
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
