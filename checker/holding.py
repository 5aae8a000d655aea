"""Facts of one sentence → a holding now and before, each tied to the percentage of the whole that it is.

"raised its stake to 480,000 shares, or 9.6 percent, from 300,000 shares, or 6.0 percent"
→ 9.6 percent –stake-of→ 480,000, 6.0 percent –stake-of→ 300,000
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.fact import add_link
from checker.frame import word_before
from checker.pattern import Pattern
from checker.wordfact import Facts

_BESIDE = Pattern(r"N[um]{0,5},?(P)")
_BASES = ("from", "against")


def holdings(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk: the two percentages of a holding that is set against an earlier one get their links."""
    by_id = {fact.id: k for k, fact in facts.items()}
    for before, fact in list(facts.items()):
        now = next((by_id[link.to] for link in fact.links if link.as_ in _BASES and link.to in by_id), -1)
        pair = [(k, _share(k, facts, chunks)) for k in (now, before)] if now >= 0 else []
        if pair and all(share >= 0 for _, share in pair):
            for count, share in pair:
                add_link(facts, share, facts[count], "stake-of")


def _share(k: int, facts: Facts, chunks: Chunks) -> int:
    """A count → the percentage behind it: "300,000 shares, or 6.0 percent"; −1 for none."""
    match = _BESIDE.match(chunks.code, k)
    share = match.start(1) if match else -1
    told = share in facts and word_before(chunks.chunks[share], chunks) == "or"
    return share if told and facts[share].aspect in ("level", "share", "proportion") else -1
