"""Facts of one sentence → the earlier figure that no later one has passed since, and the figure that comes nearest.

"2.1 percent, the highest since 1983, when it was 2.4"      2.1 –not-beyond→ 2.4
"217,200, the fewest since 1988, when 194,000 were hired"   194,000 –not-beyond→ 217,200
"62.4, the lowest since a reading of 60.1 in May 2006"      60.1 –not-beyond→ 62.4

What is the highest since a year is not above the figure of that year. Falls are compared by their size.
"""

from __future__ import annotations

from checker.beyond import alike, starts
from checker.fact import Fact, Sentence, add_link, is_base
from checker.quote import is_quote
from checker.wordfact import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunks

_MOST = frozenset("highest most biggest largest greatest strongest fastest steepest sharpest longest heaviest".split())
_LEAST = frozenset("lowest fewest least smallest slowest slackest shortest lightest weakest".split())
_NONE = frozenset("loss losses deficit deficits below above".split())
_ASIDE = frozenset((",", "-", "—", "from"))  # where the clause of "when" ends
# Between "since" and the figure of what was as high: "the highest since a reading of 60.1 in May".
_NAMED = frozenset(
    ("", "a", "the", "a reading of", "a level of", "a rate of", "it hit", "it was", "it reached", "reaching", "hitting")
)
_JOINTS = frozenset("and but while although ;".split())
_WIDE = 16  # tokens between a figure and the superlative, and between "when" and the earlier figure
_ASPECTS = ("level", "change-rate", "proportion", "share", "change-amount")


def sinces(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: each figure that is the highest or lowest since one that is given."""
    chunks = sentence.chunks
    words = chunks.tokens.words
    for at in (n for n, word in enumerate(words) if word == "since"):
        top = next((n for n in range(at - 1, max(-1, at - 8), -1) if words[n] in _MOST | _LEAST), -1)
        past = _told_of(facts, chunks, at) if top >= 0 and _NONE.isdisjoint(words) else -1
        now = next((k for k in sorted(facts, reverse=True) if chunks.chunks[k].after <= top and _stands(facts, k)), -1)
        if past < 0 or now < 0 or not _JOINTS.isdisjoint(words[chunks.chunks[now].after : top]):
            continue  # "peaked at 189 in May and is now the highest since the 143 of June"
        if is_quote(chunks, now):
            continue  # "844.30 to the dollar, the won's highest since it was 843.90": the fewer, the higher
        if top - chunks.chunks[now].after <= _WIDE and _comparable(facts, chunks, now, past):
            rising = (words[top] in _MOST) != _is_fall(facts[now])
            low, high = (now, past) if rising else (past, now)
            add_link(facts, low, facts[high], "not-beyond")


def _told_of(facts: Facts, chunks: Chunks, at: int) -> int:
    """The token of "since" → the figure of that time, be it told with "when" or named instead of it; −1 for none."""
    words = chunks.tokens.words
    behind = [k for k in sorted(facts) if chunks.chunks[k].first > at]
    if behind and " ".join(words[at + 1 : starts(facts[behind[0]], chunks)]) in _NAMED:
        return behind[0]
    when = words.index("when", at) if "when" in words[at + 1 : at + 9] else len(words)
    past = next((k for k in behind if chunks.chunks[k].first > when), -1)
    # "the lowest since March 2003, when the war began, from 65.9 in March"
    told = past >= 0 and _ASIDE.isdisjoint(words[when : chunks.chunks[past].first])
    return past if told and chunks.chunks[past].first - when <= _WIDE else -1


def _stands(facts: Facts, k: int) -> bool:
    """Is a figure one that stands now, and no base?"""
    return not is_base(facts[k]) and facts[k].aspect in _ASPECTS


def _is_fall(fact: Fact) -> bool:
    return fact.interval.high is not None and fact.interval.high < 0


def _comparable(facts: Facts, chunks: Chunks, now: int, past: int) -> bool:
    one, other = facts[now], facts[past]
    like = alike(chunks, now, past) and one.aspect in _ASPECTS and other.aspect == one.aspect
    plain = all(fact.figure is not None and (fact.figure.value or 0) > 0 and not is_base(fact) for fact in (one, other))
    return like and plain and _is_fall(one) == _is_fall(other)
