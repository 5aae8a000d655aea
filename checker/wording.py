"""Facts of one sentence → the further links its wording states, each kind by its own module.

"Sales passed the billion euro mark for the first time"     bound –first-above→ sales          (mark)
"growth for two consecutive months since October"           streak of 2, span of 2             (streak)
"three products: tea, coffee and cocoa"                     3 –lists– "tea, coffee and cocoa"  (listing)
"a 2-1 win"                                        2-1 is won                                   (score)
"48.6, below the 50 mark"                          50 –mark-of→ 48.6                    (beyond)
"closed at $24, off a high of $25"                 $24 –not-above→ $25                  (peak)
"Of the 48, 31 went home and the remaining 17 stayed"       31 –part-of→ 48, 17 –rest-of→ 48   (total)
"""

from __future__ import annotations

from checker.direction import EXTREMES, SIDES
from checker.fact import Fact, Sentence
from checker.lexicon import Lexicon
from checker.listing import listings
from checker.mark import marks
from checker.multiple import multiples
from checker.ranged import ranged
from checker.share import shares
from checker.streak import streaks
from checker.total import totals


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
    if "majority" in sentence.chunks.tokens.words:
        from checker.majority import majorities  # few sentences count voters

        words += majorities(by_chunk, sentence)
    if not by_chunk:
        return tuple(words)
    marks(by_chunk, sentence.chunks)
    totals(by_chunk, sentence)
    words += shares(by_chunk, words, sentence.chunks)
    ranged(by_chunk, sentence.chunks)
    if len(by_chunk) > 1 and not SIDES.keys().isdisjoint(sentence.chunks.tokens.words):
        from checker.beyond import beyond  # few sentences put one figure above another

        words += beyond(by_chunk, sentence)
    if len(by_chunk) > 1 and not EXTREMES.keys().isdisjoint(sentence.chunks.tokens.words):
        from checker.peak import peaks  # few sentences name a high or a low

        peaks(by_chunk, sentence)
    if len(by_chunk) > 1 and "since" in sentence.chunks.tokens.words:
        from checker.since import sinces  # few sentences go back so far

        sinces(by_chunk, sentence)
    words += multiples(by_chunk, sentence.chunks)
    words += streaks(by_chunk, sentence, end)
    if sentence.chunks.code.count("P") > 1:
        from checker.comparison import comparisons  # many articles have no sentence with two rates

        words += comparisons(by_chunk, sentence.chunks)
    words += listings(by_chunk, sentence.chunks, lexicon)
    return (*(by_chunk[k] for k in sorted(by_chunk)), *words)
