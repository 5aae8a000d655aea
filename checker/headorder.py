"""Headline and first sentence → the ordinal that each sets before one noun, so that a wrong one is found.

    "Corve opens 2nd tunnel under bay" … "opened its second tunnel"    2; 2, ordinal-of the headline's

Spans of time ("third quarter", "second day") are told from several sides and are left to others.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.streak import RUN_UNITS
from checker.token import ORDINAL_ENDINGS, Tokens
from checker.unit import singular
from checker.wordfact import lone_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.lexicon import Lexicon

    Ordinal = tuple[tuple[int, int], Fraction, set[str]]  # the tokens of its number, the number, the words behind

_TIMES = RUN_UNITS | frozenset("half time session century year qtr person place straight consecutive".split())
_BEHIND = 2  # words behind an ordinal that name what it counts
_STEM, _LEAST = 5, 3  # letters
_EMPTY = frozenset("the and for since after with from that this its was has had have will ever new".split())


def headed_ordinals(sentences: list[Sentence], lexicon: Lexicon) -> tuple[Fact, ...]:
    """Sentences → two facts for the one ordinal of the headline and the first sentence's before the same noun."""
    head = next((s for s in sentences if s.block == "headline"), None)
    lead = next((s for s in sentences if s.block == "paragraph"), None)
    shown = _ordinals(head.chunks.tokens, lexicon) if head is not None else []
    if head is None or lead is None or len(shown) != 1 or not shown[0][2]:
        return ()
    every = _ordinals(lead.chunks.tokens, lexicon)
    told = [one for one in every if not one[2].isdisjoint(shown[0][2])]
    same = next((one for one in told if one[1] == shown[0][1]), None)
    if not told or (same is None and len({number for _, number, _ in every}) > 1):
        return ()  # "the second and the third tunnel"
    first = _fact(head, shown[0], "headline-ordinal", ())
    return first, _fact(lead, same or told[0], "told-ordinal", (Link(first.id, "ordinal-of"),))


def _ordinals(tokens: Tokens, lexicon: Lexicon) -> list[Ordinal]:
    """Tokens → their ordinals with the beginnings of the words behind; none for spans of time."""
    found = []
    for i in range(len(tokens) - 1):
        word = tokens.words[i]
        spelled = lexicon.ordinals.get(word)
        printed = Fraction(int(word)) if word.isdecimal() and tokens.words[i + 1] in ORDINAL_ENDINGS else None
        number = spelled or printed
        if number is None or number.denominator != 1:
            continue
        end = i + 1 if spelled else i + 2
        behind = [word for word in tokens.words[end : end + _BEHIND + 1] if word != "-"][:_BEHIND]
        if not behind or singular(behind[0]) in _TIMES:
            found.append(((i, end), number, set[str]()))
        else:
            words = (word for word in behind if len(word) >= _LEAST and word.isalpha() and word not in _EMPTY)
            found.append(((i, end), number, {word[:_STEM] for word in words}))
    return found


def _fact(sentence: Sentence, ordinal: Ordinal, aspect: str, links: tuple[Link, ...]) -> Fact:
    span = span_of(sentence.chunks, *ordinal[0])
    return lone_fact(sentence, span, ordinal[1], aspect, links, mark="to")
