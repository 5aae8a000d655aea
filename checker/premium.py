"""Facts of one sentence → the price that is offered, the premium or discount in it, and the price it is set against.

"pays $13.80 a share, a 24 percent premium to Monday's close of $11.14"
→ 24 percent –premium-in→ $13.80, $11.14 –priced-before→ $13.80
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.fact import add_link
from checker.frame import like_units
from checker.record import replace
from checker.wordfact import Facts

_SIGNS = {"premium": 1, "discount": -1}
_TO = frozenset("to over from above on below".split())
_PRICE = frozenset("close closing price".split())
# Prices of many days, and what is no price of the same share.
_OTHER = frozenset(
    "average weighted volume mean median month months week weeks low high record book net asset value and or"
    " exercise conversion strike initial rival rivals sector peers range midpoint earlier previous".split()
)
_APART = _PRICE | {"and", "earlier", "previous"}  # the offer is another
_FAR = 14  # tokens between two of the three


def premiums(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk: a premium, the offer it is part of and the price below the offer get their links."""
    known = sorted(facts)
    for n, k in enumerate(known[1:-1], 1):
        offer, base = known[n - 1], known[n + 1]
        sign = _sign(k, chunks) if chunks.code[k] == "P" and facts[k].aspect in ("level", "share") else 0
        if sign and _are_prices(offer, base, facts, chunks) and _told(offer, k, base, chunks):
            figure = facts[k].figure
            if sign < 0 and figure is not None:
                facts[k] = replace(facts[k], interval=-figure.loose, tight=-figure.tight)
            facts[k] = replace(facts[k], aspect="premium")
            add_link(facts, k, facts[offer], "premium-in")
            add_link(facts, base, facts[offer], "priced-before")


def _sign(k: int, chunks: Chunks) -> int:
    """A percentage → 1 for a premium, −1 for a discount, 0 for neither."""
    item, tokens = chunks.chunks[k], chunks.tokens
    behind = item.after + 1 if tokens.word(item.after) == "-" else item.after
    for word in (tokens.word(behind), tokens.word(item.first - 2) if tokens.word(item.first - 1) == "of" else ""):
        if word in _SIGNS:
            return _SIGNS[word]
    return 0


def _are_prices(offer: int, base: int, facts: Facts, chunks: Chunks) -> bool:
    """Are they two prices of a share in one currency, and no sums in millions?"""
    one, other = chunks.chunks[offer], chunks.chunks[base]
    levels = all(facts[k].aspect == "level" and not facts[k].links for k in (offer, base))
    prices = [f for f in (facts[offer].figure, facts[base].figure) if f is not None and f.kind == "money"]
    return levels and len(prices) == 2 and all(price.scale <= 1 for price in prices) and like_units(one, other)


def _told(offer: int, k: int, base: int, chunks: Chunks) -> bool:
    tokens, items = chunks.tokens, chunks.chunks
    before = tokens.words[items[offer].after : items[k].first]
    between = tokens.words[items[k].after : items[base].first]
    behind = tokens.words[items[base].after : items[base].after + 1]
    near = len(before) <= _FAR and len(between) <= _FAR and not {";", ":"} & {*before, *between}
    against = not _TO.isdisjoint(between) and not _PRICE.isdisjoint(between)
    return near and against and _OTHER.isdisjoint((*between, *behind)) and _APART.isdisjoint(before)
