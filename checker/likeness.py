"""Two figures of one kind and unit → points for how much speaks for one quantity that is printed twice.

"agreed a 17.5 billion euro rescue … the 15.7 billion euro rescue of the banks"    the article, the stem, the digits

What speaks for it, and how much, was counted over real articles: pairs whose digits are the same against pairs that a
slip of the keys tells apart. The counts and the points are data, rules/frames/likeness.tsv.
"""

from __future__ import annotations

from functools import lru_cache

from checker import numeral, resources
from checker.fact import Fact, Sentence, is_base

# The least points for one quantity, by what tells two figures apart. Of 9,771 pairs of the same digits in 60,000
# articles some 1,800 have as many. In the same articles five pairs of three digits or more of which two neighbours are
# exchanged have as many, and ten of two digits.
LONG, SHORT = 12, 24  # three digits or more, and two
SHIFTED = 34  # two digits: 250 and 25 are two quantities more often than 25 and 52
RESCALED = 22  # another scale word, or none

_WORDS = frozenset(("definite", "definite-adjective", "stem"))
_OTHERWISE = frozenset("ordinarily normally usually typically originally formerly previously separately".split())
_BEFORE, _BEHIND = 6, 5  # tokens around a figure that say what it is
_STEM = 5  # letters
_MANY = 5  # further values of one unit
_CROWD = 3  # figures of one kind in a sentence
_DEFINITE = frozenset("the its their his her our this that these those 's".split())
_SMALL = frozenset(
    "of to in by at for on with from and or than about over under as is was were are be been".split()
)  # words that no article is set before
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


def points(first: Fact, again: Fact, sentences: list[Sentence], others: int) -> int:
    """Two facts, first the one that is printed first, and how many more values have their unit → the points.

    There are none where no word speaks for one quantity, but only where the two stand, and none behind "ordinarily".
    """
    signs, worth = _signs(first, again, sentences, others), _worth()
    opens = sentences[again.sentence].chunks.tokens.word(0)
    return 0 if opens in _OTHERWISE or _WORDS.isdisjoint(signs) else sum(worth[sign] for sign in signs)


@lru_cache(maxsize=1)
def _worth() -> dict[str, int]:
    """rules/frames/likeness.tsv → sign and points."""
    return {sign: int(worth) for sign, worth, _, _ in resources.table("frames", "likeness.tsv")}


def _signs(first: Fact, again: Fact, sentences: list[Sentence], others: int) -> list[str]:
    """Two facts, and how many more values have their unit → the signs for and against one quantity that are there."""
    one, other, figure = sentences[first.sentence], sentences[again.sentence], again.figure
    if figure is None:
        return []
    digits, stems = numeral.significant(figure.digits), len(around(first, one) & around(again, other))
    held = {
        "definite": _is_definite(again, other),
        "definite-adjective": _has_adjective(again, other),
        "first-definite": _is_definite(first, one),
        "headline": one.block == "headline",
        "lead": opening(sentences) in (first.sentence, again.sentence),
        "three-digits": digits >= 3,
        "four-digits": digits >= 4,
        "sentences-apart": again.sentence - first.sentence > 1,
        "stem": stems >= 1,
        "stems": stems >= 2,
        "another": others >= 1,
        "others": others >= 2,
        "many": others >= _MANY,
        "crowd": max(_of_kind(figure.kind, one), _of_kind(figure.kind, other)) >= _CROWD,
        "base": is_base(first) or is_base(again),
        "duration": figure.kind == "duration" and not _is_new(again, other),
        "count": figure.kind == "count",
        "level": first.aspect == "level",
        "same-measure": first.measure == again.measure != "",  # and yet, by place, period or basis, not known as one
    }
    return [sign for sign, holds in held.items() if holds]


def around(fact: Fact, sentence: Sentence) -> frozenset[str]:
    """The stems of the words around a figure that may say what it is."""
    tokens, item = sentence.chunks.tokens, sentence.chunks.chunks[fact.chunk]
    if tokens.word(item.first - 1) == ":":
        return frozenset()  # "Cost: 3 million": a list, in which every item is labelled alike
    words = tokens.words[max(0, item.first - _BEFORE) : item.first] + tokens.words[item.after : item.after + _BEHIND]
    return frozenset(word[:_STEM] for word in words if word.isalpha() and len(word) > 2 and word not in _PLAIN)


def _is_definite(fact: Fact, sentence: Sentence) -> bool:
    """Does an article or a pronoun that points back stand right before a figure: "the 3 million loan"?"""
    return sentence.chunks.tokens.word(sentence.chunks.chunks[fact.chunk].first - 1) in _DEFINITE


def _is_new(fact: Fact, sentence: Sentence) -> bool:
    """Does "a" bring in what has a figure: "a 21-year veteran of the mill"?"""
    return sentence.chunks.tokens.word(sentence.chunks.chunks[fact.chunk].first - 1) in ("a", "an")


def _has_adjective(fact: Fact, sentence: Sentence) -> bool:
    """Does one stand a word before it: "its planned 3 million loan"?"""
    tokens, first = sentence.chunks.tokens, sentence.chunks.chunks[fact.chunk].first
    word = tokens.word(first - 1)
    return word.isalpha() and word not in _DEFINITE | _SMALL and tokens.word(first - 2) in _DEFINITE


def opening(sentences: list[Sentence]) -> int:
    """The number of the first sentence below the headline; −1 if there is none."""
    return next((sentence.number for sentence in sentences if sentence.block == "paragraph"), -1)


def _of_kind(kind: str, sentence: Sentence) -> int:
    """How many figures of a kind a sentence has."""
    return sum(item.figure is not None and item.figure.figure.kind == kind for item in sentence.chunks.chunks)
