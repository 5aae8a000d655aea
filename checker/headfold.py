"""Facts of an article → the multiple of its opening that the headline took for a percentage.

"Gifts up 400 percent" … "the share of givers quadrupled"    4, multiple-by of 400 percent: that is a rise of 300
"""

from __future__ import annotations

from checker.equated import could_be
from checker.fact import Fact, Sentence
from checker.fold import factor_of, said_of
from checker.leading import begun, first_told, shown_and_told

_HUNDRED = 100


def tie_fold(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: the multiple of the opening that a headline's percentage takes for the rise.

    What is three times as much has risen by 200 percent: only 200 and 300 are told of one rise.
    """
    shown, told = shown_and_told(by_id, sentences)
    told = first_told(told, sentences)
    for head in shown:
        if head.aspect != "change-rate" or head.figure is None or head.figure.value is None or head.figure.hedge:
            continue
        factor = head.figure.value / _HUNDRED
        if factor < 1 or factor.denominator != 1 or any(could_be(head, f) for f in told):
            continue
        for sentence in begun(sentences):
            for item in sentence.chunks.chunks:
                told_of = factor_of(item, sentence.chunks)
                if told_of is not None and told_of in (factor, factor + 1):
                    made = said_of(head, item, sentence.chunks, told_of)
                    by_id[made.id] = made
                    return
