"""Facts of one sentence, or of two → an offer, the premium or discount in it, and the price it is set against.

"pays $13.80 a share, a 24 percent premium to Monday's close of $11.14"
→ 24 percent –premium-in→ $13.80, $11.14 –priced-before→ $13.80
"""

from __future__ import annotations

from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import Fact, Sentence, add_link, signed
from checker.frame import like_units
from checker.token import Tokens
from checker.wordfact import Facts

_SIGNS = {"premium": 1, "discount": -1}
_TO = frozenset("to over from above on below".split())
_PRICE = frozenset("close closing price".split())
# Prices of many days, and what is no price of the same share.
_OTHER = frozenset(
    "average weighted volume mean median month months week weeks low high record book net asset value and or"
    " exercise conversion strike initial rival rivals sector peers range midpoint earlier previous".split()
)
# The offer is another.
_APART = _PRICE | {"and", "earlier", "previous", "new", "raised", "sweetened", "improved", "revised"}
_OFFER = frozenset("offer price deal bid purchase takeover tender".split())
_BUYING = frozenset("buy buys buying bought acquire acquires acquiring acquired pay pays paying".split())
_FAR = 14  # tokens between two of the three


def premiums(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk: a premium, the offer it is part of and the price below the offer get their links."""
    known = sorted(facts)
    for n, k in enumerate(known[1:-1], 1):
        offer, base = known[n - 1], known[n + 1]
        sign = _sign(k, chunks) if chunks.code[k] == "P" and facts[k].aspect in ("level", "share") else 0
        if sign and _are_prices(offer, base, facts, chunks) and _told(offer, k, base, chunks):
            facts[k] = signed(facts[k], sign, "premium")
            add_link(facts, k, facts[offer], "premium-in")
            add_link(facts, base, facts[offer], "priced-before")


def premiums_after(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts of an article: "pays $85 a share. That is a 55 percent premium to Friday's close of $55.38." is tied."""
    of: dict[int, Facts] = {}
    for fact in by_id.values():
        if fact.chunk >= 0:
            of.setdefault(fact.sentence, {})[fact.chunk] = fact
    for before, sentence in pairwise(sentences):
        tokens, facts = sentence.chunks.tokens, of.get(sentence.number, {})
        known = sorted(facts)[:2]
        if len(known) < 2 or _SIGNS.keys().isdisjoint(tokens.words) or not _refers(tokens):
            continue
        offers = [f for f in of.get(before.number, {}).values() if f.figure and f.figure.unit.endswith("/share")]
        bought = not (_OFFER - {"deal", "price"} | _BUYING).isdisjoint(before.chunks.tokens.words)
        if bought and len(offers) == 1 and offers[0].aspect == "level" and not offers[0].links:
            _tie_after(by_id, offers[0], (facts[known[0]], facts[known[1]]), sentence.chunks)


def _refers(tokens: Tokens) -> bool:
    """Does a sentence begin with the offer of the one before it?"""
    opening = tokens.words[:3]
    return opening[:1] in (["that"], ["this"]) or (opening[:1] == ["the"] and not _OFFER.isdisjoint(opening))


def _tie_after(by_id: dict[str, Fact], offer: Fact, pair: tuple[Fact, Fact], chunks: Chunks) -> None:
    share, base = pair
    sign = _sign(share.chunk, chunks) if chunks.code[share.chunk] == "P" else 0
    alike = base.figure and offer.figure and base.figure.unit.partition("/")[0] == offer.figure.unit.partition("/")[0]
    if sign and alike and base.aspect == "level" and _against(share.chunk, base.chunk, chunks):
        by_id[share.id] = signed(share, sign, "premium")
        add_link(by_id, share.id, offer, "premium-in")
        add_link(by_id, base.id, offer, "priced-before")


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
    before = chunks.tokens.words[chunks.chunks[offer].after : chunks.chunks[k].first]
    near = len(before) <= _FAR and not {";", ":"} & {*before}
    return near and _APART.isdisjoint(before) and _against(k, base, chunks)


def _against(k: int, base: int, chunks: Chunks) -> bool:
    """Do the words from a premium to a price say that the one is the premium to the other?"""
    tokens, items = chunks.tokens, chunks.chunks
    between = tokens.words[items[k].after : items[base].first]
    behind = tokens.words[items[base].after : items[base].after + 1]
    near = len(between) <= _FAR and not {",", ";", ":"} & {*between}
    against = not _TO.isdisjoint(between) and not _PRICE.isdisjoint(between)
    return near and against and _OTHER.isdisjoint((*between, *behind))
