"""Facts of one sentence → the further links its wording states, each kind by its own module.

"Sales passed the billion euro mark for the first time"     bound –first-above→ sales          (mark)
"growth for two consecutive months since October"           streak of 2, span of 2             (streak)
"three products: tea, coffee and cocoa"                     3 –lists– "tea, coffee and cocoa"  (listing)
"a 2-1 win"                                        2-1 is won                                   (score)
"Of the 48, 31 went home and the remaining 17 stayed"       31 –part-of→ 48, 17 –rest-of→ 48   (total)
"""

from __future__ import annotations

from checker.fact import Fact, Sentence
from checker.lexicon import Lexicon
from checker.listing import listings
from checker.mark import marks
from checker.multiple import multiples
from checker.ranged import ranged
from checker.share import shares
from checker.streak import streaks
from checker.total import totals

_JOINTS = frozenset(("-", "/", "from", "between", "to"))  # one of them joins the ends of a stretch of time


def state_links(sentence: Sentence, facts: tuple[Fact, ...], end: str, lexicon: Lexicon) -> tuple[Fact, ...]:
    """A sentence, its facts and the last month of the article → the facts with the links that the wording adds."""
    by_chunk = {fact.chunk: fact for fact in facts if fact.chunk >= 0}
    words = [fact for fact in facts if fact.chunk < 0]
    if "R" in sentence.chunks.code or "no" in sentence.chunks.tokens.words:
        from checker.rank import ranks  # few sentences rank anything: third-largest, No. 3

        words += ranks(by_chunk, sentence)
    if "-" in sentence.chunks.tokens.words:
        from checker.score import scores  # few articles are about sport

        words += scores(sentence)
    if len(sentence.periods) > 1 or (sentence.periods and not _JOINTS.isdisjoint(sentence.chunks.tokens.words)):
        from checker.lasting import lasting  # few sentences tell of two times

        words += lasting(by_chunk, sentence)
    if not by_chunk:
        return tuple(words)
    marks(by_chunk, sentence.chunks)
    totals(by_chunk, sentence)
    words += shares(by_chunk, words, sentence.chunks)
    ranged(by_chunk, sentence.chunks)
    words += multiples(by_chunk, sentence.chunks)
    words += streaks(by_chunk, sentence, end)
    if sentence.chunks.code.count("P") > 1:
        from checker.comparison import comparisons  # many articles have no sentence with two rates

        words += comparisons(by_chunk, sentence.chunks)
    words += listings(by_chunk, sentence.chunks, lexicon)
    return (*(by_chunk[k] for k in sorted(by_chunk)), *words)
