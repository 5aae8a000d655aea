"""Facts of one sentence → the earlier figure that no later one has passed since, and the figure that comes nearest.

"2.1 percent, the highest since 1983, when it was 2.4"      2.1 –not-beyond→ 2.4
"217,200, the fewest since 1988, when 194,000 were hired"   194,000 –not-beyond→ 217,200

What is the highest since a year is not above the figure of that year. Falls are compared by their size.
"""

from __future__ import annotations

from checker.beyond import alike
from checker.fact import Fact, Sentence, add_link, is_base
from checker.wordfact import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunks

_MOST = frozenset("highest most biggest largest greatest strongest fastest steepest sharpest longest heaviest".split())
_LEAST = frozenset("lowest fewest least smallest slowest shortest lightest".split())
_NONE = frozenset("loss losses deficit deficits below above".split())
_ASIDE = frozenset((",", "-", "—", "from"))  # where the clause of "when" ends
_WIDE = 16  # tokens between a figure and the superlative, and between "when" and the earlier figure
_ASPECTS = ("level", "change-rate", "proportion", "share", "change-amount")


def sinces(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: each figure that is the highest or lowest since one that is given."""
    chunks = sentence.chunks
    words = chunks.tokens.words
    at = next((n for n, word in enumerate(words) if word == "since" and "when" in words[n + 1 : n + 9]), -1)
    top = next((n for n in range(at - 1, max(-1, at - 8), -1) if words[n] in _MOST | _LEAST), -1) if at > 0 else -1
    if top < 0 or not _NONE.isdisjoint(words):
        return
    when = words.index("when", at)
    now = next((k for k in sorted(facts, reverse=True) if chunks.chunks[k].after <= top), -1)
    past = next((k for k in sorted(facts) if chunks.chunks[k].first > when), -1)
    if past >= 0 and not _ASIDE.isdisjoint(words[when : chunks.chunks[past].first]):
        return  # "the lowest since March 2003, when the war began, from 65.9 in March"
    if now < 0 or past < 0 or not _comparable(facts, chunks, now, past):
        return
    if top - chunks.chunks[now].after > _WIDE or chunks.chunks[past].first - when > _WIDE:
        return
    rising = words[top] in _MOST
    if _is_fall(facts[now]):
        rising = not rising
    low, high = (now, past) if rising else (past, now)
    add_link(facts, low, facts[high], "not-beyond")


def _is_fall(fact: Fact) -> bool:
    return fact.interval.high is not None and fact.interval.high < 0


def _comparable(facts: Facts, chunks: Chunks, now: int, past: int) -> bool:
    one, other = facts[now], facts[past]
    like = alike(chunks, now, past) and one.aspect in _ASPECTS and other.aspect == one.aspect
    plain = all(fact.figure is not None and (fact.figure.value or 0) > 0 and not is_base(fact) for fact in (one, other))
    return like and plain and _is_fall(one) == _is_fall(other)
