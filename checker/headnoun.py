"""Facts of an article → links from a figure of its headline to one of its first sentence that stands before one noun.

"Corve's $13 billion refinery stalls"  and  "Plans for a $31 billion refinery have stalled"    in-place-of the first

In 60,000 articles of a news archive 798 pairs stand so; in all of them the headline's figure is in the first sentence.
"""

from __future__ import annotations

from itertools import combinations

from checker.comparability import agree
from checker.equated import could_be, is_all, is_like, is_made_of, is_of_many, is_told_in_parts
from checker.fact import Fact, Sentence, add_link
from checker.leading import first_told, is_most, shown_and_told
from checker.likeness import opening
from checker.unit import SIZES, singular

_REACH = 3  # words behind a figure
_AMOUNTS = ("money", "percent", *SIZES)
_OTHERS = frozenset(("other", "others", "each"))
_COUNTED = 100  # a smaller count is often told in parts: "nine mills", "Arden's and seven other mills"
_ENDS = frozenset(
    "in for to of and on as from by at with or after over before under than since until against between during"
    " a an the his her its their this that these those is are was were be been has have had will would may could"
    " up down more less higher lower above below per each due amid while when which who last next this"
    " year quarter month week day years months weeks days percent pct share shares dollar euro pound yen"
    " said says but not only also about around so far ago earlier later old".split()
)


def tie_noun(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: the one figure of the first sentence with a headline's noun, but not its value.

    Silent where the first sentence has the headline's figure in whatever words, or figures that make it up.
    """
    shown, told = shown_and_told(by_id, sentences)
    first = [f for f in told if f.sentence == opening(sentences)]
    if any(not _OTHERS.isdisjoint(sentence.chunks.tokens.words) for sentence in sentences[:2]):
        return  # "Arden, others buy 20 percent stake", "Arden said it bought a 5 percent stake"
    for head in filter(_is_size, shown):
        if any(link.to == head.id for f in first for link in f.links) or any(is_of_many(f) for f in first):
            continue
        if any(could_be(head, f) for f in first) or _is_summed(head, first):
            continue
        if is_told_in_parts(head, [f for f in first_told(told, sentences) if is_like(head, f)]):
            continue
        nouns = _nouns(head, sentences)
        like = [f for f in first if f.chunk >= 0 and is_like(head, f) and not nouns.isdisjoint(_nouns(f, sentences))]
        if len(like) == 1 and agree(head, like[0], "period") and not is_most(like[0], sentences[like[0].sentence]):
            add_link(by_id, like[0].id, head, "in-place-of")


def _is_size(fact: Fact) -> bool:
    """Is a figure an amount or a large count?"""
    figure = fact.figure
    large = figure is not None and figure.value is not None and abs(figure.value) >= _COUNTED
    return figure is not None and (figure.kind in _AMOUNTS or (figure.kind == "count" and large))


def _is_summed(head: Fact, parts: list[Fact]) -> bool:
    """Do two figures of a sentence, or all, make up the headline's?"""
    like = [f for f in parts if is_like(head, f)]
    return any(is_made_of(head, a, b) for a, b in combinations(like, 2)) or is_all(head, like)


def _nouns(fact: Fact, sentences: list[Sentence]) -> set[str]:
    """The words right behind a figure, as far as they may name what it is the size of."""
    chunks = sentences[fact.sentence].chunks
    after = chunks.chunks[fact.chunk].after
    found: set[str] = set()
    for word in chunks.tokens.words[after : after + _REACH]:
        if not word.isalpha() or word in _ENDS:
            break
        found.add(singular(word))
    return found
