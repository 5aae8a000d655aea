"""Two sentences → a comparison that the second makes with the figure of the first.

"Prices rose 1.3 percent. That was above the 1.1 percent of the spring."    "above": +1, of 1.3 and 1.1

The second sentence begins with the figure of the first ("that", "however, the index") and a verb, and holds none before
its word of order; the first has one level of that kind, beside what it moved by and from. Of two falls only words of
size tell, and of losses none.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from checker.comparability import agree
from checker.fact import Fact, Link, Sentence, is_base
from checker.orderword import Order, order_before
from checker.pattern import regex
from checker.record import replace
from checker.wordfact import facts_told, lone_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunks

_OPENS = regex(
    r"(?:(?:however|still|yet|but|and) ,? ?)?(?:that|this|it"
    r"|the (?:[a-z]+ ){0,2}(?:figure|rate|number|total|reading|pace|increase|rise|gain|growth|level|amount|result|sum"
    r"|index|gauge|price|yield|ratio|average|measure|score|pmi))"
    r" (?:also )?(?:is|was|remains|remained|stays|stayed|holds|held|stands|stood|comes in|came in) "
)
_BETWEEN = frozenset("still also well far much slightly just even only and up higher lower a an little bit".split())
_KINDS = ("amount", "height", "pace", "strength", "standing", "target")
_LOSSES = frozenset("loss losses lost deficit shortfall gap".split())
_LEVELS = ("level", "change-rate", "proportion", "share")
_LONG = 9  # words of the longest opening
_APART = 10  # times
_ASKED = frozenset(("poll", "survey", "polled", "surveyed"))
_SETTING, _LEADING = frozenset("fkhAc"), "umoxjpD"  # letters that set something against a figure, and between them


def tie_carried(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: a figure gets the word that sets it against one of the next sentence."""
    for before, sentence in pairwise(sentences):
        start = _opens(sentence.chunks)
        if start < 0 or before.block == "headline":
            continue
        own = facts_told(by_id, sentence)
        order = order_before(sentence.chunks, own[0].chunk) if own else None
        if "pace" in sentence.chunks.tokens.words[:3]:
            continue  # "The pace is ahead of 2009, when deals came to 2 trillion"
        if order is None or order.kind not in _KINDS or not _leads(sentence.chunks, start, order.first):
            continue
        if not _ASKED.isdisjoint(sentence.chunks.tokens.words[: sentence.chunks.chunks[own[0].chunk].first]):
            continue  # "lower than all forecasts in a poll of 23 economists"
        now = None if _changes(sentence, own[0]) else _now(by_id, before, own[0])
        sign = 0 if now is None else _sign(order, now, own[0])
        told = {*before.chunks.tokens.words, *sentence.chunks.tokens.words}
        if now is not None and sign and _LOSSES.isdisjoint(told):
            span = span_of(sentence.chunks, order.first, order.after)
            links = (Link(now.id, "comparison-of"), Link(own[0].id, "compares-with"))
            word = lone_fact(sentence, span, Fraction(sign), "comparison", links, mark="k")
            by_id[word.id] = replace(word, measure=now.measure)


def _opens(chunks: Chunks) -> int:
    """The token behind "that was" or "the figure is" with which a sentence begins, or −1."""
    said = _OPENS.match(" ".join(chunks.tokens.words[:_LONG]) + " ")
    return said.group().count(" ") if said else -1


def _leads(chunks: Chunks, start: int, order: int) -> bool:
    """Do only words of degree part the verb and the word of order?"""
    return start <= order and all(word in _BETWEEN for word in chunks.tokens.words[start:order])


def _changes(sentence: Sentence, other: Fact) -> bool:
    """Does a second sentence speak of an amount by which something moved: "the 30 billion tumble"?"""
    return other.aspect == "level" and sentence.chunks.code[other.chunk + 1 : other.chunk + 2] in ("n", "v")


def _now(by_id: dict[str, Fact], before: Sentence, other: Fact) -> Fact | None:
    """The one figure of a sentence that is of the kind of one in the next, and no base."""
    like = [f for f in facts_told(by_id, before) if agree(f, other, "unit")]
    own = [f for f in like if not is_base(f) and f.aspect in _LEVELS]
    if len(own) != 1 or any(link.as_ == "expected-for" for link in other.links):
        return None
    now, code = own[0], before.chunks.code
    if code[: now.chunk].rstrip(_LEADING)[-1:] in _SETTING or order_before(before.chunks, now.chunk) is not None:
        return None  # "was higher than the 67.4 of May": what stands now is not printed
    if "B" in code or (now.aspect == "level" and code[now.chunk - 1 : now.chunk] in tuple("vwgbn")):
        return None  # "had expected 73.5", "dropped $20 billion"
    same = now.aspect == other.aspect and now.aspect in _LEVELS
    return now if same and not any(one.figure is None or one.figure.end_of for one in (now, other)) else None


def _sign(order: Order, now: Fact, other: Fact) -> int:
    """A word of order and two figures → +1 where the first is to be the greater, −1 the lesser, 0 if not told."""
    one, against = now.figure, other.figure
    if one is None or against is None or not one.value or not against.value:
        return 0
    if not Fraction(1, _APART) < abs(one.value / against.value) < _APART or one.direction != against.direction:
        return 0
    if one.direction == "down":
        return -order.sign if order.kind == "amount" else 0
    return order.sign
