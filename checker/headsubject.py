"""Headline and first sentence → the movements of which both name one subject, right before the word that tells them.

    "Spain debt costs ease on hopes"     "Spain sold more debt and its funding costs fell"
    "Halden ferry fares to rise"         "Fares on the ferries of Halden are likely to rise in May"

Of some 2,000 such pairs in 60,000 articles of a news archive eight went different ways.
"""

from __future__ import annotations

from checker.course import Course, of_unnamed
from checker.movement import OTHERWISE, WAYS
from checker.opposed import is_denied, stems
from checker.turning import turn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunk, Chunks
    from checker.fact import Sentence

_MOVING = "vaw"  # letters of verbs and adverbs of movement
_SKIPPED = frozenset(
    "sharply slightly likely to will expected seen set may modestly further again unexpectedly have has had be was were"
    " is are continued continue continues also steadily have".split()
)
_AHEAD = frozenset("to will expected seen set may likely".split())
_NEAR = 3  # tokens
_NO_NOUN = frozenset(
    "the and for with from that this said its was has had have been which who after over more less into about their new"
    " some also group company reuters inc corp ltd plc year month week quarter percent pct million billion mln bln dlrs"
    " says say data report growth pace".split()
)
_NO_WAY = OTHERWISE | frozenset(  # nor do they, where they are told of what stood the other way before
    "rebound rebounds rebounded recovered recovers bounce bounces bounced losing gaining evaporates pick picks picked"
    " pull pulls pulled deepen deepens deepened".split()
)
_JOINTS = frozenset(", ; and as while after but when that which before".split())
_REACH = 8  # tokens before a movement of the first sentence in which its subject stands
_COLOUR = 2  # words before the headline's noun that say which one is meant


def of_one_subject(head: Sentence, lead: Sentence) -> tuple[Course, Course] | None:
    """The first movement of the headline whose noun, and what colours it, stand before one of the first sentence."""
    shown, told = _movements(head), _movements(lead)
    settled = all(len({turn(item.value) for _, item in ways}) == 1 for ways in (shown, told))
    for k, item in shown:
        at = _noun_before(head.chunks, item.first)
        words = head.chunks.tokens.words
        if at < 0 or is_denied(words, item.first):
            continue
        colour = stems(words[max(0, at - _COLOUR) : at], _NO_NOUN)
        like = [(j, other) for j, other in told if _has_subject(lead.chunks, other, words[at], colour, settled)]
        if _is_ahead(head.chunks, item) and not all(_is_ahead(lead.chunks, other) for _, other in like):
            continue  # "losses seen up", "losses declined in July, but"
        if len({turn(other.value) for _, other in like}) == 1:
            (j, other), *_ = like
            return of_unnamed(head, k, turn(item.value)), of_unnamed(lead, j, turn(other.value))
    return None


def _movements(sentence: Sentence) -> list[tuple[int, Chunk]]:
    """The words of movement of a sentence that say which way, by chunk."""
    items = enumerate(sentence.chunks.chunks)
    ways = [(k, item) for k, item in items if item.letter in _MOVING and turn(item.value) and "soft" not in item.form]
    return [(k, item) for k, item in ways if _tells(sentence.chunks, k, item)]


def _tells(chunks: Chunks, k: int, item: Chunk) -> bool:
    """Does one word tell which way its subject went, and not at what pace, nor what it did to something else?"""
    if item.after - item.first > 1 or chunks.code[k + 1 : k + 2] in ("u", "m"):
        return False  # "turn higher", "agents widen the probe"
    own = chunks.tokens.words[item.first]
    named = chunks.tokens.word(item.after).endswith("est")
    return own not in _NO_WAY and not named and (item.letter != "a" or own in WAYS)


def _is_ahead(chunks: Chunks, item: Chunk) -> bool:
    """Is a movement one that is expected?"""
    return not _AHEAD.isdisjoint(chunks.tokens.words[max(0, item.first - _NEAR) : item.first])


def _noun_before(chunks: Chunks, first: int) -> int:
    """The token of the noun that stands before a movement, past what may part them; −1 for none."""
    words, at = chunks.tokens.words, first - 1
    while at >= 0 and words[at] in _SKIPPED and (words[at] != "to" or words[at - 1] in _SKIPPED):
        at -= 1
    return at if at >= 0 and stems([words[at]], _NO_NOUN) else -1


def _has_subject(chunks: Chunks, item: Chunk, noun: str, colour: set[str], settled: bool) -> bool:
    """Does a movement have that subject, right before it, or near to it where all of both sentences go one way?"""
    words = chunks.tokens.words
    near = words[max(0, item.first - _REACH) : item.first]
    near = near[max((i + 1 for i, word in enumerate(near) if word in _JOINTS), default=0) :]
    own = _noun_before(chunks, item.first)
    named, known = stems([noun], _NO_NOUN), stems(near, _NO_NOUN)
    beside = own >= 0 and stems([words[own]], _NO_NOUN) == named
    if item.letter == "a" and (not beside or words[item.after : item.after + 1] == ["-"]):
        return False  # "a fund set up by", "loans to higher-risk borrowers"
    its = beside or (settled and named <= known)
    return its and (not colour or not colour.isdisjoint(known)) and not is_denied(words, item.first)
