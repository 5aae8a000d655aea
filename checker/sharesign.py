"""Lines of a telegram of earnings → the words by which a share tells of a profit, and its net of a profit or a loss.

    "Oper shr profit 43 cts", "Oper net loss 1.2 mln"    "profit" +1; "loss" −1, outcome-under "profit"

What preferred dividends take may turn a profit into a loss a share, and never a loss into a profit. Both have the word:
of 1,142 such columns in telegrams of 1987 one has a profit a share and a net loss, a misprint.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import DIRECTION, Fact, Link, Sentence
from checker.wordfact import lone_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.telegram import Span, Telegram

_TIMES = ("quarter-number", "months-so-far")


def profits(telegram: Telegram, known: set[str], sentences: list[Sentence]) -> list[Fact]:
    """A telegram and the ids of words that are facts already → those of the other shares and nets with both words."""
    lines = {(e.stretch, e.column, e.basis, e.kind): e for e in telegram.entries if e.said}
    found: list[Fact] = []
    for (stretch, column, basis, kind), net in lines.items():
        share = lines.get((stretch, column, basis, "share"))
        if kind != "net" or share is None:
            continue
        first = word_of(share.word, share.sign, "outcome-share", sentences)
        if first.id not in known:
            under = Link(first.id, "outcome-under")
            found += [first, word_of(net.word, net.sign, "outcome-also", sentences, under)]
    return found


def word_of(span: Span, value: int, aspect: str, sentences: list[Sentence], *links: Link) -> Fact:
    """A word of a telegram → its fact, in the last sentence that begins before it."""
    at = [s for s in sentences if s.chunks.tokens.starts and s.chunks.tokens.starts[0] <= span[0]]
    mark = "yh" if aspect == "told-direction" else "y"  # the word of the net may be told of as outcome too
    direction = "" if aspect in _TIMES else DIRECTION[value]
    sentence = at[-1] if at else sentences[0]
    return lone_fact(sentence, span, Fraction(value), aspect, links, mark=mark, direction=direction)
