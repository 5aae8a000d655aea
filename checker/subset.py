"""Facts of one sentence with "of which", "of whom" or "of them" → the part that it tells, tied to its whole afar.

"cash of $3.5 billion in the parent and its arms, of which $3 billion is free"    3 billion –part-of→ 3.5 billion
"took $45 billion from the state's programme, $20 billion of which was a loan"    20 billion –part-of→ 45 billion

The whole is the nearest level before that is itself no base of another; of counts there is no other that might be it.
"""

from __future__ import annotations

from checker.chunk import FIGURES, Chunks
from checker.counted import is_plural
from checker.fact import add_link, is_base, noun_of
from checker.frame import like_units
from checker.record import replace
from checker.wordfact import Facts

_OF = frozenset(("of", "among"))
_JOINT = (",", "-", "--", "—", "–")
_REACH = 3  # chunks from "of which" to the part


def subsets(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: parts that no frame has tied get the link to their whole."""
    for k, item in enumerate(chunks.chunks):
        if item.letter == "p" and item.value == "subset" and chunks.tokens.words[item.first] in _OF:
            part = _part(k, chunks)
            if part in facts and facts[part].aspect == "level" and not facts[part].links:
                _tie(facts, part, min(part, k), chunks)


def _part(k: int, chunks: Chunks) -> int:
    """The chunk of "of which" → that of the part: right before it behind a comma, or soon behind it; −1 for none."""
    code, items = chunks.code, chunks.chunks
    if code[k - 1 : k] in ("M", "N"):
        return k - 1 if code[k - 2 : k - 1] in (",", "/") or code[max(0, k - 3) : k - 1] == ",i" else -1
    if chunks.tokens.word(items[k].first - 1) not in _JOINT or chunks.tokens.words[items[k].after - 1] == "them":
        return -1
    behind = next((j for j in range(k + 1, min(len(code), k + 1 + _REACH)) if code[j] in FIGURES), -1)
    told = behind > 0 and code[behind] in "MN" and set(code[k + 1 : behind]) <= set("umBr")
    return behind if told else -1


def _tie(facts: Facts, part: int, before: int, chunks: Chunks) -> None:
    items, code = chunks.chunks, chunks.code
    like = [j for j in range(before) if j in facts and code[j] in "MN" and like_units(items[part], items[j])]
    wholes = [j for j in like if not is_base(facts[j])]
    if not wholes or (len(wholes) > 1 and code[part] == "N"):
        return  # "900 people in 12 towns, 300 of them women"
    whole = wholes[-1]
    ranged = code[whole - 1 : whole] in ("t", "O", "M", "N")
    if not ranged and facts[whole].aspect == "level":
        _adopt_unit(facts, part, whole)
        add_link(facts, part, facts[whole], "part-of")


def _adopt_unit(facts: Facts, part: int, whole: int) -> None:
    """A part of a count without a noun of its own counts what the whole counts."""
    figure, of = facts[part].figure, facts[whole].figure
    if figure is not None and of is not None and figure.kind == of.kind == "count":
        noun = noun_of(facts[part])
        if not noun or not is_plural(noun):
            facts[part] = replace(facts[part], figure=replace(figure, unit=of.unit))
