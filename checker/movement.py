"""Headline and first sentence of an article → facts of which way each says that one thing went.

    "House prices drop as sales slow" … "House prices fell further in May"    "drop" −1; "fell" −1, told-of "drop"

Both tell one story, so that the same subject cannot rise in one and fall in the other. Words of pace ("slowed") and
what is only expected say nothing of the way; neither does a subject that goes both ways in one sentence.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunk, Chunks
from checker.direction import MOVERS, turn
from checker.fact import DIRECTION, Fact, Link, Sentence
from checker.period import comparable, is_day
from checker.record import record, replace
from checker.unit import singular
from checker.wordfact import lone_fact, span_of


@record(frozen=True, slots=True)
class _Movement:
    subject: str  # its head noun
    narrowed: frozenset[str]  # by what stands before the noun
    sign: int
    chunk: int
    letter: str


_SKIPPED = "xrgDnb"  # letters between a subject and its verb
_WAYS = frozenset("up down higher lower".split())  # the adverbs that say which way, whatever stands before them
# They tell of pace, of a share in something or of what helped, as well as of a move.
_OTHERWISE = frozenset(
    "slow slows slowed slowing accelerate accelerates accelerated accelerating quicken quickens quickened ease"
    " eases eased easing moderate moderates moderated add adds added adding lose loses lost losing spur spurs"
    " spurred steps cool cools cooled pares pared trims push pushes pushed pushing drive drives drove send sends"
    " sent extend extends extended extending recover recovers recovered fuel fuels".split()
)
_UNTOLD = frozenset(
    "will would could may might should can to expected expects expect seen sees see forecast forecasts if not no never"
    " likely set poised due hopes hope fears fear threatens warns warn before after".split()
)
_REACH = 3  # tokens before a movement in which such a word takes it back
_NEAR = 4  # tokens behind a movement in which words tell that it went the other way before, or long ago
_TAKEN_BACK = frozenset("lows highs losses gains rally since".split())
_STALLED = frozenset("stalled stalls halted paused faded fizzled ended petered".split())
_EACH = frozenset("every each per".split())
_NO_SUBJECT = frozenset("it they this that he she which who one percent pct growth pace rate like".split())


def moved(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → two facts for a subject that headline and first sentence both tell the way of, or none."""
    head = next((s for s in sentences if s.block == "headline"), None)
    lead = next((s for s in sentences if s.block not in ("headline", "dateline", "table")), None)
    if head is None or lead is None:
        return ()
    shown = _movements(head.chunks)
    if not shown:
        return ()
    told = _movements(lead.chunks)
    for one in shown:
        same = [other for other in told if other.subject == one.subject]
        timed = head.periods and lead.periods and not _meet(head, lead)
        ways = {turn(item.value) for item in lead.chunks.chunks if item.letter in MOVERS}
        if same and same[0].sign != one.sign and one.sign in ways:
            continue  # the first sentence tells of the headline's way as well
        if same and not timed and _one_way(one, shown) and _one_way(same[0], told) and _alike(one, same[0]):
            first = _fact(one, head, "headline-direction", ())
            return (first, _fact(same[0], lead, "told-direction", (Link(first.id, "told-of"),)))
    return ()


def _meet(head: Sentence, lead: Sentence) -> bool:
    """May any period of the headline be one of the first sentence: not "gain in '07" and "fell on Monday"?"""
    shown, told = ([period.key for period in sentence.periods] for sentence in (head, lead))
    like = [(a, b) for a in shown for b in told if is_day(a) == is_day(b)]
    return any(comparable(a, b) is not False for a, b in like)


def _movements(chunks: Chunks) -> list[_Movement]:
    found = []
    for k, item in enumerate(chunks.chunks):
        sign = turn(item.value) if item.letter in MOVERS and "soft" not in item.form else 0
        subject = subject_of(chunks, k) if sign and is_told(chunks, item) else -1
        if subject >= 0 and (named := _named(chunks, subject)):
            found.append(_Movement(named[0], frozenset(named[1:]), sign, k, item.letter))
    return found


def is_told(chunks: Chunks, item: Chunk) -> bool:
    """Is it told as a fact that something moved, and which way?"""
    words = chunks.tokens.words
    own = words[item.first]
    if own in _OTHERWISE or (item.letter == "a" and own not in _WAYS):
        return False
    before = range(max(0, item.first - _REACH), item.first)
    return _UNTOLD.isdisjoint(words[i] for i in before if not (words[i] == "may" and chunks.tokens.capital(i)))


def _behind(chunks: Chunks, k: int) -> list[str]:
    after = chunks.chunks[k].after
    return chunks.tokens.words[after : after + _NEAR]


def subject_of(chunks: Chunks, k: int) -> int:
    """A word of movement → the chunk of what moves: before a verb, the object of "raise", "in …" behind a noun."""
    code, letter = chunks.code, chunks.code[k]
    if letter == "g" or (letter == "n" and code[k + 1 : k + 2] in ("i", "o")):
        last = first = k + (1 if letter == "g" else 2)
        while last < len(code) and code[last] in "um":
            last += 1
        return last - 1 if last > first else -1
    if letter == "v" and (code[k - 1 : k] in ("g", "v") or not _TAKEN_BACK.isdisjoint(_behind(chunks, k))):
        return -1  # "stocks pared gains", "shares rebounded from early lows", "shed early losses to turn higher"
    if not _STALLED.isdisjoint(_behind(chunks, k)):
        return -1  # "the dollar's three-day rally stalled"
    before = k - 1
    while letter != "n" and before >= 0 and code[before] in _SKIPPED:
        before -= 1
    return before if before >= 0 and code[before] in "um" else -1


def _named(chunks: Chunks, k: int) -> tuple[str, ...]:
    """The noun phrase that ends with a chunk → its head and what narrows it, in the singular; () for a pronoun.

    "exports of Kestria's wine" → export, kestria, wine
    """
    first = _phrase_begin(chunks, k)
    behind: list[str] = []
    while first > 1 and chunks.code[first - 1] == "o" and chunks.code[first - 2] in "um":
        behind += _nouns(chunks, first, k)
        k = first - 2
        first = _phrase_begin(chunks, k)
    nouns = _nouns(chunks, first, k)
    each = chunks.tokens.word(chunks.chunks[first].first - 1) in _EACH
    return () if each or not nouns or nouns[-1] in _NO_SUBJECT else (nouns[-1], *nouns[:-1], *behind)


def _phrase_begin(chunks: Chunks, k: int) -> int:
    words, items = chunks.tokens.words, chunks.chunks
    while k and chunks.code[k - 1] in "um" and words[items[k - 1].after : items[k].first] in ([], ["'s"], ["'"]):
        k -= 1
    return k


def _nouns(chunks: Chunks, first: int, last: int) -> list[str]:
    words = chunks.tokens.words[chunks.chunks[first].first : chunks.chunks[last].after]
    return [singular(word) for word in words if word.isalpha() and len(word) > 2]


def _one_way(one: _Movement, all_told: list[_Movement]) -> bool:
    return all(other.sign == one.sign for other in all_told if other.subject == one.subject)


def _alike(one: _Movement, other: _Movement) -> bool:
    """Is nothing said that makes two subjects of one noun ("car sales", "retail sales"), and are both told alike?"""
    if (one.letter == "g") != (other.letter == "g"):
        return False  # what somebody raises is seldom what rises
    either = one.narrowed and other.narrowed
    strict = "n" in one.letter + other.letter and one.narrowed
    return bool(one.narrowed & other.narrowed) if either or strict else True


def _fact(move: _Movement, sentence: Sentence, aspect: str, links: tuple[Link, ...]) -> Fact:
    item = sentence.chunks.chunks[move.chunk]
    span = span_of(sentence.chunks, item.first, item.after)
    way = DIRECTION[move.sign]
    said = lone_fact(sentence, span, Fraction(move.sign), aspect, links, mark="v", direction=way)
    return replace(said, measure=move.subject)
