"""Facts of an article → figures that are printed again in another sentence, with the same digits or with two exchanged.

"a formal £823m offer … any £823m bid … reject the £283m bid"    the third is an echo of the first

Two figures of one unit whose digits differ by nothing but their order, or by the scale word alone, are seldom two
quantities, and hardly ever where the words around them are the same: over 2,000 real articles it happened in two.
"""

from __future__ import annotations

from itertools import combinations

from checker import numeral
from checker.fact import Fact, Sentence, add_link, place_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.figure import Figure

_KINDS = ("money", "percent", "count", "point", "index-point")
_SHORTEST = 2  # digits that differ from zero, for two that are exchanged
_TELLING = 3  # significant digits that need no words beside them, if both have a scale word
_ALIKE = 2  # stems that the words around both must share
_BEFORE, _BEHIND = 6, 5  # tokens around a figure that say what it is
_STEM = 5  # letters
_FEW = 8  # figures in a sentence: more of them are a table
_MOST = 12  # figures of the same digits: more of them are a table
_TABLE = frozenset(("vs", "versus", "unch", "prior"))
_PLAIN = frozenset(
    "about above after again against also although among and any are around because been before being below between"
    " both but can could did does down during each every few first for from further had has have having her here him"
    " his how however into its itself just last least less like made make many may million billion trillion percent"
    " per cent pct more most much must nearly next not now off only other our out over own same should since some"
    " still such than that the their them then there these they this those three through too two under until very"
    " was were what when where which while who whom whose will with would year years month months quarter day week"
    " you your say says said dollar dollars euro euros pounds yuan yen rose fell rise fall increase decrease reuters"
    " newsroom dlrs mln bln cts expected expects".split()
)


def tie_echoes(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: a later figure gets the link echo-of to the first that it repeats or garbles."""
    alike: dict[tuple[str, ...], list[Fact]] = {}
    printed: dict[str, set[int]] = {}  # digits → the sentences that have them
    tabular = {sentence.number for sentence in sentences if _is_tabular(sentence)}
    for fact in by_id.values():
        if fact.figure is not None:
            printed.setdefault(fact.figure.digits, set()).add(fact.sentence)
        if fact.sentence not in tabular and (key := _key(fact)):
            alike.setdefault(key, []).append(fact)
    for group in alike.values():
        if len(group) <= _MOST:
            for first, again in combinations(sorted(group, key=place_of), 2):
                if not _told_apart(first, again, printed) and _echoes(first, again, sentences):
                    add_link(by_id, again.id, first, "echo-of")


def _told_apart(first: Fact, again: Fact, printed: dict[str, set[int]]) -> bool:
    """Does some sentence print both figures ("to 5.85 from 5.58"), or is each the change of a level of its own?"""
    if all(any(link.as_ == "change-of" for link in fact.links) for fact in (first, again)):
        return True
    one, other = (fact.figure.digits if fact.figure is not None else "" for fact in (first, again))
    return one != other and not printed[one].isdisjoint(printed[other])


def _key(fact: Fact) -> tuple[str, ...]:
    """Kind, unit and digits in order of size: the same for 113 and 131, and for 1.3 million and 1.3 billion."""
    figure = fact.figure
    if figure is None or figure.kind not in _KINDS or not figure.digits or fact.chunk < 0 or figure.end_of:
        return ()
    bare = numeral.plain(figure.digits) or ""
    enough = numeral.significant(figure.digits) >= _SHORTEST or figure.scale > 1
    return (figure.kind, figure.unit, "".join(sorted(bare)), str(bare.find("."))) if enough else ()


def _is_tabular(sentence: Sentence) -> bool:
    figures = sum(item.figure is not None for item in sentence.chunks.chunks)
    return sentence.block == "table" or figures > _FEW or not _TABLE.isdisjoint(sentence.chunks.tokens.words)


def _echoes(first: Fact, again: Fact, sentences: list[Sentence]) -> bool:
    """Are two figures one, printed twice: in two sentences, hedged alike, and in like words?"""
    a, b = first.figure, again.figure
    if a is None or b is None or first.sentence == again.sentence or a.hedge != b.hedge:
        return False
    if (first.interval == a.loose) != (again.interval == b.loose):
        return False  # a fall is no echo of a rise, nor of a level
    if a.digits != b.digits and (a.scale != b.scale or not _exchanged(a.digits, b.digits)):
        return False
    if _another_scale(a, b):
        return True
    if a.scale != b.scale:
        return False  # "a risk of 2.3 million", "a loss of 2.3 billion"
    if a.digits != b.digits and not _is_garbled(first, again, sentences):
        return False
    shared = _around(first, sentences[first.sentence]) & _around(again, sentences[again.sentence])
    return len(shared) >= _ALIKE


def _is_garbled(first: Fact, again: Fact, sentences: list[Sentence]) -> bool:
    """Are two figures whose digits are exchanged too long for a coincidence, and of one measure?

    In 17,000 real articles each of nine pairs of two digits was a coincidence.
    """
    digits = first.figure.digits if first.figure is not None else ""
    alike = (first.measure, first.modality) == (again.measure, again.modality)
    expected = any("B" in sentences[fact.sentence].chunks.code[: fact.chunk] for fact in (first, again))
    return numeral.significant(digits) >= _TELLING and alike and not expected


def _another_scale(one: Figure, other: Figure) -> bool:
    """Do two figures of the same digits differ in the scale word, and are they too long for a coincidence?

    Of 40,000 real articles one printed three digits twice at two scales and meant two quantities; four digits, none.
    """
    enough = _TELLING if min(one.scale, other.scale) > 1 else _TELLING + 1
    return one.scale != other.scale and numeral.significant(one.digits) >= enough


def _exchanged(one: str, other: str) -> bool:
    """Do two numerals differ by two neighbouring digits that are exchanged?"""
    a, b = numeral.plain(one) or "", numeral.plain(other) or ""
    apart = [k for k in range(min(len(a), len(b))) if a[k] != b[k]]
    return len(a) == len(b) and len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]]


def _around(fact: Fact, sentence: Sentence) -> frozenset[str]:
    """The stems of the words around a figure that may say what it is."""
    tokens, item = sentence.chunks.tokens, sentence.chunks.chunks[fact.chunk]
    if tokens.word(item.first - 1) == ":":
        return frozenset()  # "Cost: 3 million": a list, in which every item is labelled alike
    words = tokens.words[max(0, item.first - _BEFORE) : item.first] + tokens.words[item.after : item.after + _BEHIND]
    return frozenset(word[:_STEM] for word in words if word.isalpha() and len(word) > 2 and word not in _PLAIN)
