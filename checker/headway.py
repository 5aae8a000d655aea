"""Headline and first sentence → the movements by which both tell one thing, whatever they call it.

"Brewer's sales up 7.5 percent"     "the firm said that turnover rose 7.5 percent"    one rate
"Retail sales rise in May"          "Sales at shops in the north, data showed, rose"  one noun, one way in each
"Home builder mood drops"           "Sentiment of home builders fell, as costs rose"  words shared, the main verbs
"""

from __future__ import annotations

from checker.course import UNSETTLED, Course, of_unnamed, rated
from checker.movement import is_told
from checker.opposed import EMPTY, stems
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


def of_main_verbs(head: Sentence, lead: Sentence) -> tuple[Course, Course] | None:
    """The main verbs of both, where they tell which way something moved and a word before both is the same.

    What the first sentence goes on to give as a cause may go the other way. Of 196 such pairs in 14,700 articles that
    no other way of binding found, two went different ways.
    """
    one, other = _main_way(head), _main_way(lead)
    if one is None or other is None or "?" in head.chunks.tokens.words:
        return None
    shown, told = _before(one), _before(other)
    if not _PARTED.isdisjoint(shown) or not _SUBORDINATE.isdisjoint(told) or (shown and shown[-1] in _PACES):
        return None
    measures, ills = (
        [names.intersection(map(singular, words)) for words in (shown, told)] for names in (_MEASURES, _ILLS)
    )
    apart = (all(measures) and measures[0].isdisjoint(measures[1])) or ills[0] != ills[1]
    return (one, other) if not apart and not stems(shown, _NO_NAME).isdisjoint(stems(told, _NO_NAME)) else None


def _before(course: Course) -> list[str]:
    return course.sentence.chunks.tokens.words[: course.first]


def _main_way(sentence: Sentence) -> Course | None:
    """The first word of movement of a sentence, if it is a verb and no other before a cause goes the other way."""
    chunks = sentence.chunks
    moving = [k for k, item in enumerate(chunks.chunks) if item.letter in TURNING and turn(item.value)]
    if not moving or not _UNSETTLED.isdisjoint(chunks.tokens.words):
        return None
    first = chunks.chunks[moving[0]]
    course = of_unnamed(sentence, moving[0], turn(first.value))
    main = moving if sentence.block == "headline" else [k for k in moving if k not in cause_of(course)]
    if len({turn(chunks.chunks[k].value) for k in main}) != 1 or "soft" in first.form or "ing" in first.form:
        return None
    idiom = chunks.tokens.word(first.after) in _IDIOMS or chunks.tokens.words[first.after - 1] in _IDIOMS
    particle = sentence.block == "headline" and chunks.tokens.words[first.first] in _PARTICLES
    verb = (first.letter == "v" or particle) and chunks.tokens.word(first.first - 1) not in _NO_VERB
    return course if verb and not idiom and is_told(chunks, first) else None


def cause_of(course: Course) -> range:
    """A course → the chunks behind it with which its sentence tells why it went so, up to where it turns."""
    chunks = course.sentence.chunks
    words = chunks.tokens.words
    start = chunks.chunks[course.chunk].after
    at = next((i for i in range(start, len(words)) if words[i] in _CAUSES), len(words))
    end = next((i for i in range(at, len(words)) if words[i] in _TURNS), len(words))
    inside = [k for k, item in enumerate(chunks.chunks) if at <= item.first < end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


_TURNS = frozenset("while although though but".split())
_CAUSES = frozenset(
    "as on amid despite after due because helped hurt boosted driven led lifted weighed reflecting thanks"
    " following where which who beating aided buoyed dragged pressured fueled fuelled".split()
)
_PARTED = frozenset("on as and but ; , after despite amid while before if hurt hit lifts helps help boost by".split())
_SUBORDINATE = frozenset("in as and but while after which who when despite amid because although since".split())
_PARTICLES = frozenset("up down off".split())
_NO_VERB = frozenset("a an the under of with on in for its their his it they he she that".split())
_PACES = frozenset("growth pace rate".split())
_MEASURES = frozenset(
    "share stock profit earning sale revenue income cost price demand order loss output yield debt rate".split()
)
_ILLS = frozenset("inflation shortfall gap deficit loss unemployment jobless vacancy default risk fear".split())
# What headline and first sentence share by chance.
_NO_NAME = EMPTY | frozenset(
    "second third first fourth survey record high low report data january february march april may june july"
    " august september october november december u.s".split()
)


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
