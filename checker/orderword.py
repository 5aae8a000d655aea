"""Chunks of a sentence → the word of order that leads to a figure: "more than", "outpacing", "ahead of".

"won 30 medals, more than China's 25"      25: more than, +1
"a slower annual pace than the 3 percent"  3 percent: slower … than, −1

The words, and what each kind of them can tell, are data: rules/lexicon/orders.tsv.
"""

from __future__ import annotations

from checker import resources
from checker.chunk import Chunk, Chunks
from checker.pattern import Pattern
from checker.record import record


@record(frozen=True, slots=True)
class Order:
    """A word of order in a sentence: tokens [first, after), and which side of the figure behind it the other stands."""

    sign: int
    kind: str
    first: int
    after: int
    verb: bool


_SIDES = {"above": 1, "below": -1}
# Word → which side, what kind of word, and its form, as rules/lexicon/orders.tsv has them.
WORDS = {
    word: (_SIDES[side], kind, form)
    for side, kind, form, words in resources.table("lexicon", "orders.tsv")
    for word in words.split()
}
_PREPOSITIONS = frozenset("above below behind ahead short".split())
_PASSIVE = frozenset("outnumbered dwarfed eclipsed outpaced outstripped surpassed".split())  # before "by"
_SIZES = ("more", "less", "fewer")  # of what is counted: "more medals than", and no "more attractive than"
_PEOPLE = ("people", "men", "women")
_TO_THAN = 3  # tokens from an adjective to its "than": "a slower annual pace than"
_REACH = 16  # tokens from a word of order to the figure
# Letters of the noun phrase that may hold the figure ("France, which grew 3 percent"). After a benchmark no place or
# time follows: "above target in the year to May at 28 billion" sets nothing against 28 billion.
_TO_FIGURE = Pattern(r"(?!.*B(?:@|[i@]?u+[i@]))[umoxnDjpBi@SYHT]{0,8}(?:,?\|[um]{0,2}[vre]b?)?")
_CLAUSES: tuple[list[str], ...] = ([], ["which"], ["when"])
_JOINING = ("which", "that")
_SPANS = frozenset("year month week quarter decade".split())
_OTHERS = frozenset(";!MNEXPB")  # letters of other figures and statements, and of forecasts ("slower than forecast")
_NOUNS = frozenset("average record close peak estimate reading finish level".split())
_TIMES = frozenset("double twice half halve triple times quadruple thrice doubled tripled third quarter".split())


def order_before(chunks: Chunks, figure: int, *, far: bool = False) -> Order | None:
    """A figure's chunk → the nearest word of order before it, if nothing but a noun phrase parts the two.

    With `far` a clause may part them, but no other figure: "faster than the market, whose sales grew 3 percent".
    """
    words, last = chunks.tokens.words, chunks.chunks[figure].first
    i = next((i for i in range(last - 1, max(-1, last - _REACH), -1) if words[i] in WORDS), -1)
    if i < 0 or any(item.figure is not None and item.first <= i < item.after for item in chunks.chunks):
        return None  # "more than 10 percent of its 17 billion": a hedge
    sign, kind, form = WORDS[words[i]]
    passive = words[i] in _PASSIVE and words[i + 1] == "by" and i + 2 < last  # "by 3 to 1" is no rival
    after = i + 2 if passive else _behind(words, i, form, last)
    leads = _leads_far if far else _leads
    if after < 0 or _moves(chunks, i) or not leads(chunks, after, figure):
        return None
    return Order(-sign if passive else sign, kind, i, after, form == "plain" and words[i] not in _PREPOSITIONS)


def letters(chunks: Chunks, items: tuple[Chunk, ...]) -> str:
    """Chunks → their letters, with nouns as such that are verbs elsewhere: "the previous record close of"."""
    return "".join("u" if _is_noun(chunks, item) else item.letter for item in items)


def _is_noun(chunks: Chunks, item: Chunk) -> bool:
    return chunks.tokens.words[item.first] in _NOUNS and chunks.tokens.word(item.first - 1) != ","


def _behind(words: list[str], i: int, form: str, last: int) -> int:
    """A word of order → the token behind it and its "than" or "of", or −1 where that is missing."""
    if form == "plain":
        return i + 1
    if form == "of":
        return i + 2 if words[i + 1] == "of" else -1
    than = next((k for k in range(i + 1, min(i + 2 + _TO_THAN, last)) if words[k] == "than"), -1)
    if than < 0 or not all(word.isalpha() for word in words[i:than]):
        return -1
    counted = than == i + 2 and (words[i + 1].endswith("s") or words[i + 1] in _PEOPLE)
    return than + 1 if than == i + 1 or words[i] not in _SIZES or counted else -1


def _moves(chunks: Chunks, i: int) -> bool:
    """Is a word of order part of a verb of movement: "fell below", "topping up"? "Came in below" is none."""
    verb = next((c for c in chunks.chunks if c.letter in "cgv" and c.first <= i < c.after), None)
    if verb is None or (verb.letter == "c" and verb.first == i):
        return False
    return not chunks.tokens.words[verb.first].startswith(("com", "came"))


def _leads_far(chunks: Chunks, after: int, figure: int) -> bool:
    words = chunks.tokens.words
    between = [c for c in chunks.chunks[:figure] if c.first >= after]
    joined = all(words[c.first] in _JOINING for c in between if c.letter == "|")
    lasting = words[after] in ("a", "an") and words[after + 1] in _SPANS  # "in shops open more than a year"
    verb = next((n for n, c in enumerate(between) if c.letter in "vgrce"), -1)
    if verb >= 0 and not any(c.letter == "|" for c in between[:verb]):
        return False  # "rose 11 percent ahead of the results, gaining 13 percent later": no clause of what is compared
    return joined and not lasting and _OTHERS.isdisjoint(c.letter for c in between)


def _leads(chunks: Chunks, after: int, figure: int) -> bool:
    """Does a noun phrase lead from a token to a figure, and no "double the"?"""
    words = chunks.tokens.words
    between = tuple(c for c in chunks.chunks[:figure] if c.first >= after)
    clauses = [words[c.first] for c in between if c.letter == "|"]
    plain = _TO_FIGURE.fullmatch(letters(chunks, between)) is not None and clauses in _CLAUSES
    return plain and _TIMES.isdisjoint(words[after : chunks.chunks[figure].first])
