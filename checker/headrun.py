"""Headline and first sentence → the length of the run of which both tell, so that a wrong one is found.

    "Job market up for 6th straight month" … "improved for the sixth month in a row"    6; 6, run-of the headline's
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.streak import RUN_UNITS, STRAIGHT
from checker.token import ORDINAL_ENDINGS, Tokens
from checker.turning import EXTREMES
from checker.unit import singular
from checker.wordfact import lone_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.lexicon import Lexicon

    Run = tuple[tuple[int, int], Fraction, str]  # the tokens of its number, its length, its unit



def headed_runs(sentences: list[Sentence], lexicon: Lexicon) -> list[Fact]:
    """Sentences → the length of the one run that the headline tells of, and the first sentence's of the same unit."""
    head = next((s for s in sentences if s.block == "headline"), None)
    lead = next((s for s in sentences if s.block == "paragraph"), None)
    shown = _runs(head.chunks.tokens, lexicon) if head is not None else []
    if head is None or lead is None or len(shown) != 1:
        return []
    told = [run for run in _runs(lead.chunks.tokens, lexicon) if run[2] == shown[0][2]]
    if not told:
        return []
    first = _fact(head, shown[0], "headline-run", ())
    if len(told) == 1 and _is_of_high(lead, told[0]) != _is_of_high(head, shown[0]):
        return []  # "gains for a fourth day", "closed at a five-month high for the third day"
    same = next((run for run in told if run[1] == shown[0][1]), told[0])
    return [first, _fact(lead, same, "told-run", (Link(first.id, "run-of"),))]


def _is_of_high(sentence: Sentence, run: Run) -> bool:
    """Does a run tell how often something closed at a high or a low?"""
    first = run[0][0]
    near = sentence.chunks.tokens.words[max(0, first - _NEAR) : first]
    return any(word in EXTREMES or word.startswith("record") for word in near)


_NEAR = 4  # tokens


def _runs(tokens: Tokens, lexicon: Lexicon) -> list[Run]:
    """Tokens → the runs they tell of: "third straight month", "four weeks in a row", "for a third day"."""
    found = []
    for i in range(len(tokens) - 1):
        number = _number(tokens, i, lexicon)
        if number is None:
            continue
        end = i + 2 if tokens.words[i + 1] in ORDINAL_ENDINGS else i + 1
        ordinal = end > i + 1 or tokens.words[i] in lexicon.ordinals
        after = end + 1 if tokens.word(end) == "-" else end
        straight = tokens.word(after) in STRAIGHT
        unit = singular(tokens.word(after + 1 if straight else after))
        behind = tokens.words[after + 1 : after + 4]
        row = behind[:1] == ["running"] or behind in (["in", "a", "row"], ["on", "the", "trot"])
        again = ordinal and "for" in tokens.words[max(0, i - 2) : i]
        if unit in RUN_UNITS and (straight or row or again) and number > 1:
            found.append(((i, end), number, unit))
    return found


def _number(tokens: Tokens, i: int, lexicon: Lexicon) -> Fraction | None:
    """A token → the number that it says, be it an ordinal without its ending: "three", "3", "third"."""
    word = tokens.words[i]
    if word.isdecimal():
        return Fraction(int(word))
    return lexicon.ordinals.get(word) or lexicon.numbers.get(word)


def _fact(sentence: Sentence, run: Run, aspect: str, links: tuple[Link, ...]) -> Fact:
    span = span_of(sentence.chunks, *run[0])
    return lone_fact(sentence, span, run[1], aspect, links, mark="tr", unit=run[2])
