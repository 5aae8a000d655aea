"""Facts of one sentence → the further links its wording states, each kind by its own module.

"Sales passed the billion euro mark for the first time"     bound –first-above→ sales          (mark)
"growth for two consecutive months since October"           streak of 2, span of 2             (streak)
"three products: tea, coffee and cocoa"                     3 –lists– "tea, coffee and cocoa"  (listing)
"a 2-1 win"                                        2-1 is won                                   (score)
"Of the 48, 31 went home and the remaining 17 stayed"       31 –part-of→ 48, 17 –rest-of→ 48   (total)
"64 backed the plan and 51 opposed it, a majority of 13"    13 –margin-of→ 64, –margin-from→ 51 (difference)
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

_DIFFERENCES = frozenset(
    "difference majority margin lead gap advantage edge deficit surplus shortfall spread differential ahead behind"
    " leads leading led beat won win wins defeated held leaving".split()
)
_HALVES = frozenset("international overseas abroad foreign services rural".split())


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
    if not by_chunk:
        return tuple(words)
    marks(by_chunk, sentence.chunks)
    totals(by_chunk, sentence)
    if len(by_chunk) > 2 and not _DIFFERENCES.isdisjoint(sentence.chunks.tokens.words):
        from checker.difference import differences  # few sentences draw one figure from two others

        differences(by_chunk, sentence.chunks)
    words += shares(by_chunk, words, sentence.chunks)
    ranged(by_chunk, sentence.chunks)
    words += multiples(by_chunk, sentence.chunks)
    words += streaks(by_chunk, sentence, end)
    if sentence.chunks.code.count("P") > 1:
        from checker.comparison import comparisons  # many articles have no sentence with two rates

        words += comparisons(by_chunk, sentence.chunks)
    if sentence.chunks.code.count("P") > 2 and not _HALVES.isdisjoint(sentence.chunks.tokens.words):
        from checker.mixture import mixtures  # few sentences tell growth at home and abroad

        mixtures(by_chunk, sentence.chunks)
    words += listings(by_chunk, sentence.chunks, lexicon)
    return (*(by_chunk[k] for k in sorted(by_chunk)), *words)
