"""Facts of one sentence → totals tied to the number of things and to what each of them costs or holds.

"sold 2 million shares at $15 each, raising $30 million"     $15 –each-of→ $30 million, 2 million –many-of→ $30 million
"$450 million for 20 million shares, or $22.50 a share"      $22.50 a share –each-of→ $450 million
"each of the 40 weavers will get $5,000, $200,000 in all"    $5,000 –each-of→ $200,000
"""

from __future__ import annotations

from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import Fact, add_link
from checker.frame import times
from checker.unit import per_after
from checker.wordfact import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.figure import Figure

EACH = frozenset("each apiece per a an".split())  # no sentence without one of them says what one thing costs

_TIMES = frozenset("day week month year hour minute second night quarter capita".split())
_PRICED = frozenset("at for cost costs costing worth priced valued paying holding carrying get receive pay of".split())
_SUMS = frozenset(
    "raise raising raised total totals totalling totaling totalled grossing yielding proceeds worth valued for or"
    " altogether bringing".split()
)
_IN_ALL = (("in", "all"), ("in", "total"), ("all", "told"), ("altogether",), ("total",))
_PAID = frozenset("for worth of selling".split())
# Words by which one of the three is another amount: after costs, with other things, at another time.
_OTHER = frozenset(
    "net after before plus including include includes excluding debt premium currently closed closing trading traded"
    " range between additional extra another further average market face warrant warrants option options up more"
    " every strike remaining rest later than from already dividend fee fees stake initially least most maximum"
    " minimum".split()
)
_FURTHER = frozenset("another further additional every".split())
_ENDS = frozenset(";:")
_FAR = 14  # tokens between two of the three


def products(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk are given the links between a total, a number of things and what each of them makes of it."""
    parted = {link.to for fact in facts.values() for link in fact.links if link.as_ == "part-of"}
    known = sorted(k for k, f in facts.items() if _is_whole(f, chunks) and f.id not in parted)
    for n, price in enumerate(known):
        thing = _thing(price, chunks)
        near = [k for k in known[max(0, n - 2) : n + 3] if k != price and _close(k, price, chunks)]
        counts = [k for k in near if thing and _is_count(k, thing, chunks)]
        totals = [k for k in near if thing and k not in counts and _is_total(k, price, chunks)]
        if len(counts) == 1 and len(totals) == 1 and _told(price, counts[0], totals[0], chunks):
            add_link(facts, price, facts[totals[0]], "each-of")
            add_link(facts, counts[0], facts[totals[0]], "many-of")


def _is_whole(fact: Fact, chunks: Chunks) -> bool:
    """Is it a level of its own, and no end of a range?"""
    k = fact.chunk
    joined = [pair for pair in (chunks.code[max(0, k - 2) : k + 1], chunks.code[k : k + 3]) if pair[1:2] == "t"]
    ranged = any(pair[0] in "ME" and pair[-1] in "ME" for pair in joined)
    ranged = ranged or fact.figure is None or fact.figure.end_of != ""
    return fact.aspect == "level" and not fact.links and not ranged


def _thing(k: int, chunks: Chunks) -> str:
    """A figure → what it is the price of one of: "share" for "$22.50 a share", "each" where only that is said."""
    item, tokens = chunks.chunks[k], chunks.tokens
    if item.figure is None or item.letter not in "ME":
        return ""
    per = item.value.partition("/")[2] or (per_after(tokens, item.after) or ("", 0))[0][1:]
    if per:
        return "" if per in _TIMES else per
    after = tokens.word(item.after) in ("each", "apiece") and tokens.word(item.after + 1) not in _TIMES
    return "each" if after or _each_before(k, chunks) else ""


def _each_before(k: int, chunks: Chunks) -> bool:
    """ "each of the 40 weavers will get $5,000": one count stands between "each" and the amount."""
    counts = [n for n in range(k) if chunks.chunks[n].figure is not None]
    first = chunks.chunks[counts[-1]].first if counts and chunks.code[counts[-1]] == "N" else 0
    before = chunks.tokens.words[max(0, first - 3) : first]
    return before[-2:] == ["each", "of"] or before[-3:] in (["each", "of", "the"], ["each", "of", "its"])


def _is_count(k: int, thing: str, chunks: Chunks) -> bool:
    """Does a figure count the things that the price is of?"""
    figure = chunks.chunks[k].figure
    if figure is None or figure.figure.kind not in ("count", "volume", "mass") or not figure.figure.unit:
        return False
    value = figure.figure.value
    if _is_converted(figure.figure) or value is None or value < 2 or value.denominator > 1:
        return False
    if figure.figure.text[:2].lower() == "a ":
        return False  # "0.8 new shares for each of its own", "a million"
    return thing == "each" or thing in (figure.figure.unit.split()[-1], figure.figure.named)


def _is_converted(figure: Figure) -> bool:
    """Is a weight or a volume worth another number than is printed, as tonnes are in kilogrammes?"""
    return figure.kind != "count" and figure.named not in ("", figure.unit)


def _is_total(k: int, price: int, chunks: Chunks) -> bool:
    item, one = chunks.chunks[k], chunks.chunks[price]
    larger = times(item, one) > 1
    return larger and item.letter == "M" and item.value == one.value.partition("/")[0] and not _thing(k, chunks)


def _close(k: int, price: int, chunks: Chunks) -> bool:
    a, b = sorted((k, price))
    apart = chunks.chunks[b].first - chunks.chunks[a].after
    return apart <= 2 * _FAR and _ENDS.isdisjoint(chunks.code[a:b])


def _told(price: int, count: int, total: int, chunks: Chunks) -> bool:
    """Do the words between the three say that the total is what so many things at that price come to?"""
    first, second, third = sorted((price, count, total))
    inner, outer = _words(first, second, chunks), _words(second, third, chunks)
    opening = chunks.chunks[first].first
    if not _FURTHER.isdisjoint(chunks.tokens.words[max(0, opening - 2) : opening]):
        return False  # "and another 2 million at $16, for a total of": with others before them
    behind = tuple(chunks.tokens.words[chunks.chunks[third].after :][:3])
    if (
        ("for", "each") in pairwise(outer)
        or len(inner) > _FAR
        or len(outer) > _FAR
        or not _OTHER.isdisjoint((*inner, *outer, *behind))
    ):
        return False
    if third == price:  # "$450 million for 20 million shares, or $22.50 a share", "3 million shares for $60 million, …"
        return not _PAID.isdisjoint(inner) and outer[-1:] in (["or"], ["at"])
    if third == total:  # "2 million shares at $15 each, raising $30 million"
        summed = not _SUMS.isdisjoint(outer) or behind[:2] in _IN_ALL or behind[:1] in _IN_ALL
        return summed and not _PRICED.isdisjoint(inner)
    return False


def _words(a: int, b: int, chunks: Chunks) -> list[str]:
    """The words between two figures, hedges and commas left in."""
    return chunks.tokens.words[chunks.chunks[a].after : chunks.chunks[b].first]
