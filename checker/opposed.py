"""Headline and first sentence → two facts for a word that both have, or of which the first sentence has the opposite.

    "Agency downgrades Brill's bonds" … "downgraded the bonds of Brill"    1; 1, opposite-of the headline's
    "Corve's bill offer oversubscribed" … "the offer was undersubscribed"   1; −1
    "Brill profit beats estimates" … "a worse-than-expected quarterly profit"   1; −1

Both words stand beside a word that the other sentence has too ("bonds"), and nothing denies them or sets two things
against each other. The words are data (rules/lexicon/opposites.tsv). What both say of profit, or both of sales, against
what had been expected needs no such word.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from checker import resources
from checker.fact import DIRECTION, Fact, Link, Sentence
from checker.unit import singular
from checker.verdict import HOPED, Verdict, good, verdicts
from checker.wordfact import lone_fact, span_of

_DENIED = frozenset(
    "no not never nor neither without t n't cannot unlikely avoid avoids avoided prevent stop fail fails failed instead"
    " rather unless if whether despite although though however but while yet even than versus could would may might"
    " should or".split()
)
_NOT = frozenset("no not never fails failed fail unlikely".split())
_SHOWN, _TOLD = (3, 3), (4, 4)  # words before and behind the headline's, and the first sentence's
_SHOWN_BEHIND, _TOLD_BEHIND = (0, 3), (0, 5)
_DENYING = 8, 4  # words before and behind
_ALL = (999, 999)
_STEM, _LEAST = 5, 3  # letters
EMPTY = frozenset(
    "the and for with from that this said its was has had have will were been which who after over more less into about"
    " their they new some also group company reuters inc corp ltd plc year month week quarter percent pct million"
    " billion mln bln dlrs monday tuesday wednesday thursday friday saturday sunday says say sees see".split()
)

Side = tuple[str, int]  # what words tell of, and which side of it


def opposed(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → the facts of the words of the headline that the first sentence has, or has turned round."""
    head = next((s for s in sentences if s.block == "headline"), None)
    lead = next((s for s in sentences if s.block not in ("headline", "dateline", "table")), None)
    if head is None or lead is None:
        return ()
    shown, told = _first_clause(head.chunks.tokens.words), _unjoined(lead.chunks.tokens.words)
    found: dict[int, tuple[Fact, Fact]] = {}
    for i, word in enumerate(shown):
        for side in _sides().get(word, ()):
            j = _answer(shown, i, told, side)
            if j >= 0 and j not in found:
                sign = 1 if side in _sides()[told[j]] else -1  # the headline's word may be of several rows
                first = _fact(head, i, 1, "headline-word", ())
                found[j] = first, _fact(lead, j, sign, "told-word", (Link(first.id, "opposite-of"),))
    for ahead in (False, True) if not HOPED.isdisjoint(head.chunks.tokens.words) else ():
        for one, other in _judged(head, lead, ahead=ahead):
            if other.first not in found:
                headed = _said(head, one, "headline-word", ())
                found[other.first] = headed, _said(lead, other, "told-word", (Link(headed.id, "opposite-of"),))
    return tuple(fact for both in found.values() for fact in both)


def _judged(head: Sentence, lead: Sentence, *, ahead: bool) -> list[tuple[Verdict, Verdict]]:
    """What headline and first sentence say of one measure against what had been expected, if each says one thing.

    With `ahead` it is of what is still to come, and nothing denies it.
    """
    sides = [[one for one in verdicts(sentence, ahead=ahead) if good(one)] for sentence in (head, lead)]
    if ahead and any(not _NOT.isdisjoint(sentence.chunks.tokens.words) for sentence in (head, lead)):
        return []
    found: list[tuple[Verdict, Verdict]] = []
    for of in sorted({verdict.of for verdict in sides[0]}):
        one, other = ([verdict for verdict in side if verdict.of == of] for side in sides)
        moved = {(verdict.kind, verdict.move) for verdict in one + other}
        if all(len({good(verdict) for verdict in side}) == 1 for side in (one, other)) and (of or len(moved) == 1):
            found.append((one[0], other[0]))  # "rise more than expected", "fell less than expected": of no one measure
    return found


def _answer(shown: list[str], i: int, told: list[str], side: Side) -> int:
    """A word of the headline → where the first sentence tells of the same, by a word of either side; −1."""
    opposite = (side[0], -side[1])
    if sum(s in (side, opposite) for word in shown for s in _sides().get(word, ())) != 1 or is_denied(shown, i):
        return -1
    same = [j for j, word in enumerate(told) if side in _sides().get(word, ())]
    turned = [j for j, word in enumerate(told) if opposite in _sides().get(word, ())]
    than = shown[i + 1 : i + 2] == ["than"]  # "60 fewer mills", "more than 60 mills"
    same, turned = ([j for j in found if (told[j + 1 : j + 2] == ["than"]) == than] for found in (same, turned))
    near = [j for j in same + turned if _are_beside(shown, i, told, j, side[0]) and not is_denied(told, j)]
    if _reach()[side[0]] == "alone" and any(_denies(words, k) for words in (shown, told) for k in range(len(words))):
        return -1
    if _reach()[side[0]] == "next":
        same, turned = ([j for j in found if j in near] for found in (same, turned))
    return -1 if same and turned else next((j for j in same or turned if j in near), -1)


def _unjoined(words: list[str]) -> list[str]:
    """Words → those that no hyphen makes a part of another, the rest left blank: no "year-end"."""
    return ["" if "-" in words[max(0, j - 1) : j + 2] else word for j, word in enumerate(words)]


def _first_clause(words: list[str]) -> list[str]:
    """A headline's words → those before its first comma or semicolon: what follows is often another story."""
    return words[: next((i for i, word in enumerate(words) if i and word in (",", ";")), len(words))]


def is_denied(words: list[str], at: int) -> bool:
    """Does a word near by deny one, or set two things against each other? "More than doubled" does not."""
    return any(_denies(words, k) for k in range(max(0, at - _DENYING[0]), min(len(words), at + _DENYING[1])))


def _denies(words: list[str], k: int) -> bool:
    return words[k] in _DENIED and not (words[k] == "than" and words[k - 1] == "more")


def _are_beside(shown: list[str], i: int, told: list[str], j: int, name: str) -> bool:
    """Do two words stand as near to one that is the same as the table wants it?"""
    reach = _reach()[name]
    if reach == "next":
        return shown[i + 1 : i + 2] == told[j + 1 : j + 2] != []
    one, other = {"far": (_ALL, _ALL), "right": (_SHOWN_BEHIND, _TOLD_BEHIND)}.get(reach, (_SHOWN, _TOLD))
    return not _beside(shown, i, *one).isdisjoint(_beside(told, j, *other))


def _beside(words: list[str], i: int, before: int, behind: int) -> set[str]:
    """The beginnings of the words beside a word, those that tell little left out."""
    return stems([*words[max(0, i - before) : i], *words[i + 1 : i + 1 + behind]], EMPTY)


def stems(words: list[str], empty: frozenset[str]) -> set[str]:
    """Words and those that tell little → the beginnings of the others."""
    return {singular(word)[:_STEM] for word in words if len(word) >= _LEAST and word.isalpha() and word not in empty}


@lru_cache(maxsize=1)
def _sides() -> dict[str, tuple[Side, ...]]:
    """rules/lexicon/opposites.tsv → each word to its sides."""
    found: dict[str, tuple[Side, ...]] = {}
    for name, one, other, *_ in _rows():
        for words, sign in ((one, 1), (other, -1)):
            for word in words.split():
                found[word] = (*found.get(word, ()), (name, sign))
    return found


@lru_cache(maxsize=1)
def _reach() -> dict[str, str]:
    """What the words tell of → how near to them a word stands that both sentences have: next, far, or beside ("")."""
    return {row[0]: "".join(row[3:]) for row in _rows()}


@lru_cache(maxsize=1)
def _rows() -> list[list[str]]:
    return resources.table("lexicon", "opposites.tsv")


def _fact(sentence: Sentence, k: int, sign: int, aspect: str, links: tuple[Link, ...]) -> Fact:
    span = span_of(sentence.chunks, k, k + 1)
    return lone_fact(sentence, span, Fraction(sign), aspect, links, mark="a", direction=DIRECTION[sign])


def _said(sentence: Sentence, verdict: Verdict, aspect: str, links: tuple[Link, ...]) -> Fact:
    span, side = span_of(sentence.chunks, verdict.first, verdict.after), good(verdict)
    return lone_fact(sentence, span, Fraction(side), aspect, links, mark="a", direction=DIRECTION[side])
