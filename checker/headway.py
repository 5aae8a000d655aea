"""Headline and first sentence → the movements by which both tell one thing, whatever they call it.

    "Brewer's sales up 7.5 percent"     "the firm said that turnover rose 7.5 percent"    one rate
    "Retail sales rise in May"          "Sales at shops in the north, data showed, rose"  one noun, one way in each
"""

from __future__ import annotations

from checker.course import UNSETTLED, Course, of_unnamed, rated
from checker.movement import is_told
from checker.turning import turn
from checker.unit import singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.fact import Sentence

_UNSETTLED = UNSETTLED | {"but"}
TURNING = "vwna"  # letters of words of movement; what somebody raises or cuts is another thing
_BEFORE, _BEHIND = 12, 5  # tokens around a movement in which the noun of what moves stands
_STEM = 5  # letters
_LEAST = 2  # letters
_IDIOMS = frozenset("back behind short apart through flat foul ill prey victim".split())
_NO_NOUN = frozenset("report data year week month quarter record percent growth pace early".split())


def of_one_rate(head: Sentence, lead: Sentence) -> tuple[Course, Course] | None:
    """What both say went up or down by the same percentage: "sales up 7.5 percent", "said that sales rose 7.5 percent".

    Of 330 headlines in 30,000 articles whose percentage is the first sentence's, none went the other way.
    """
    shown, begun = rated(head), rated(lead)
    for digits, ways in shown.items():
        both = ways + begun.get(digits, [])
        if digits in begun and all(len({way.sign for way in own}) == 1 for own in (ways, begun[digits])):
            return both[0], both[len(ways)]
    return None


def of_one_noun(head: Sentence, lead: Sentence) -> tuple[Course, Course] | None:
    """What moves in the headline and has its noun beside what moves in the first sentence, where each goes one way.

    "Fitch says retail sales rise", "Sales of previously owned homes at shops in the north, Fitch said, rose".
    Of some 500 such pairs in 50,000 articles two went different ways.
    """
    one, other = _only_way(head), _only_way(lead)
    if one is None or other is None:
        return None
    words, told = head.chunks.tokens.words, lead.chunks.tokens.words
    noun = words[one.first - 1] if one.first else ""
    at = lead.chunks.chunks[other.chunk]
    near = told[max(0, at.first - _BEFORE) : at.first] + told[at.after : at.after + _BEHIND]
    named = len(noun) > _LEAST and noun.isalpha() and noun not in _NO_NOUN and "against" not in near
    own = _subject(lead, other.chunk)  # "as its shares fell", where the headline tells of something else
    stem = singular(noun)[:_STEM]
    same = named and all(stem in {singular(word)[:_STEM] for word in place} for place in (near, own or near))
    return (one, other) if same else None


def _subject(sentence: Sentence, k: int) -> list[str]:
    """The words of the name right before a movement, if one stands there."""
    chunks = sentence.chunks
    if k == 0 or chunks.code[k - 1] not in "um":
        return []
    return chunks.tokens.words[chunks.chunks[k - 1].first : chunks.chunks[k - 1].after]


def _only_way(sentence: Sentence) -> Course | None:
    """A sentence whose words of movement all go one way, the first of them a verb that tells it → its course."""
    chunks = sentence.chunks
    moving = [k for k, item in enumerate(chunks.chunks) if item.letter in TURNING and turn(item.value)]
    signs = {turn(chunks.chunks[k].value) for k in moving if "soft" not in chunks.chunks[k].form}
    if len(signs) != 1 or not _UNSETTLED.isdisjoint(chunks.tokens.words):
        return None
    first = chunks.chunks[moving[0]]
    if chunks.tokens.word(first.after) in _IDIOMS or chunks.tokens.words[first.after - 1] in _IDIOMS:
        return None  # "falls back on its patents"
    if first.letter != "v" or "ing" in first.form or not is_told(chunks, first):
        return None  # "amid growing concerns"
    return of_unnamed(sentence, moving[0], signs.pop())
