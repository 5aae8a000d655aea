"""Facts of one sentence → figures that a word sets one above the other.

"won 30 medals, more than China's 25"                                       more than: +1, of 30 and 25
"shares rose 4.8 percent, outperforming a 3.7 percent rise in the index"    outperforming: +1, of 4.8 and 3.7

A fall counts as less than a rise: who fell less outperformed. Other words tell the size of a fall ("a steeper fall
than") or may mean either ("above"); these are read where nothing falls.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.comparability import agree
from checker.fact import Fact, Link, is_base, unit_of
from checker.lexicon import Lexicon
from checker.measure import head_of
from checker.orderword import Order, letters, order_before
from checker.pattern import Pattern
from checker.quote import is_quote
from checker.record import replace
from checker.turning import SIDES
from checker.wordfact import Facts, span_of, word_fact

_APART = 1000  # times; a price beside an amount, those who were asked beside what they said
_SHORT = 3  # letters: "this", "was"
# From the figure that is compared to the word of order: a verb needs no comma before it.
_TO_WORD = Pattern(r"[umoinpxD@YHsTt]{0,9}(?:B?[umoinD]{0,6}\|[uvre][umoinsD@YHT]{0,7})?(?:,[&|]?[rq]?|[&|]?[rq]|/)")
_TO_VERB = Pattern(r"[umoinpxD@YHsT]{0,9},?[&|]?r?")
_STATEMENTS = frozenset(";!&")  # letters between a rate and the word of order behind which another statement stands
_FAR = 24  # tokens from a rate to such a word
_JOINING = frozenset("which that but and".split())
_BASED = frozenset("f k h after following despite since before".split())  # letters or words before a base
_TOLD = tuple("vrt@e")  # letters before what is told of the subject: "rose to 5 and was above 4"
_RESTATED = ([",", "or"], ["or"], [","])
_UNTOLD = frozenset(
    "no not never without should need needs to could may might will would must can fail fails failed".split()
)
_CONNECTORS = ("with", "to", "against", "versus", "from")
_NEAR = 3  # tokens before a word of order in which such a word takes it back
_SUPPOSED = frozenset("if unless whether".split())
_LOSSES = frozenset("loss losses lost deficit shortfall".split())
_GAINS = frozenset("profit income earnings surplus gain earned".split())
_LOW_WINS = frozenset(
    "stroke strokes shots under over par bogey birdie hole holes coupon yield cost costs spread".split()
)
_EXPECTED = frozenset(
    "expected forecast forecasts estimate estimates target goal analysts street view consensus expectations predicted"
    " looked".split()
)
_AROUND = (8, 3)  # tokens before the first figure and behind the second in which such words stand
_OF_FALLS = {"amount": -1, "pace": -1}  # how a kind of word is to be read of two falls
_OF_RATES = ("pace", "strength", "return")
_RACES = ("standing", "target")
_CHANGES = ("change-amount", "share-change", "ambiguous-change", "rate-difference", "difference")
_NO_LEVEL = ("rank", "multiple", "conversion", "threshold")


def comparisons(facts: Facts, chunks: Chunks, lexicon: Lexicon) -> list[Fact]:
    """Facts by chunk → the words that compare two of them."""
    made: list[Fact] = []
    compared: dict[int, int] = {}  # what a figure was set against → that figure
    for other in sorted(k for k in facts if k >= 0)[1:]:
        forecast = any(link.as_ == "benchmark" for link in facts[other].links)  # its own rule's
        order = None if forecast else order_before(chunks, other)
        now = -1 if order is None else _now(facts, chunks, order, other, compared)
        if now < 0 and not forecast and _way(facts[other]):
            order = order_before(chunks, other, far=True)
            now = -1 if order is None else _rate_before(facts, chunks, order, other)
        if order is not None and chunks.tokens.word(order.first - 1) in _CONNECTORS:
            continue  # "compared with less than a 1 percent rise": a hedge
        if order is None or now < 0 or _is_of_levels(order, facts[now], facts[other], chunks):
            continue
        sign = _sign(order, facts[now], facts[other], chunks, lexicon)
        if sign:
            span = span_of(chunks, order.first, order.after)
            word = word_fact(facts[now], span, chunks, Fraction(sign), "comparison", "comparison-of")
            made.append(replace(word, links=(*word.links, Link(facts[other].id, "compares-with"))))
            compared[other] = now
    return made


def _is_of_levels(order: Order, now: Fact, other: Fact, chunks: Chunks) -> bool:
    """Does a word put one level above another, so that its own rule (side-of-mark) reads it?"""
    return chunks.tokens.words[order.first] in SIDES and not (_way(now) and _way(other))


def _now(facts: Facts, chunks: Chunks, order: Order, other: int, compared: dict[int, int]) -> int:
    """A word of order and the figure behind it → the figure of like kind that stands before it, or −1."""
    words, items, code = chunks.tokens.words, chunks.chunks, chunks.code
    now = _leftward(facts, chunks, order, other)
    if now < 0 or not _is_said(chunks, order, now):
        return -1
    if is_base(facts[now]):
        return _present(facts, now)
    of_change = code[other + 1 : other + 2] in tuple("nv") or "n" in code[other - 2 : other]
    changes = code[now - 1 : now] in tuple("vwgbo") or code[now + 1 : now + 2] == "n"
    if of_change and code[now] in "MNE" and not changes:
        return -1  # "below the 2 million rise of May"
    if _is_based(chunks, now):
        return -1  # what stands now is not printed
    if "and" in words[items[now].after : order.first] and code[now - 1 : now] not in _TOLD:
        return -1
    if code[now - 1 : now] == "&" and code[now - 2] == code[now]:
        return -1  # "8 and 9 percent, lower than forecasts of 9 and 10"
    if now in compared:
        return -1 if "which" in words[items[now].after : order.first] else compared[now]
    return now


def _rate_before(facts: Facts, chunks: Chunks, order: Order, other: int) -> int:
    """A word of order and a rate that stands farther behind it → the rate before, of the same period, or −1.

    "shares rose 3 percent after the results, outperforming the index, which, as brokers had feared, rose 2 percent"
    """
    items, words = chunks.chunks, chunks.tokens.words
    now = chunks.code.rfind("P", 0, other)
    if words[order.first] == "ahead":
        return -1  # "up 0.1 percent ahead of the results, compared with a 1.5 percent gain": before them
    if now not in facts or not _way(facts[now]) or not items[now].after <= order.first <= items[now].after + _FAR:
        return -1
    between = [c for c in items[now + 1 :] if c.after <= order.first]
    plain = _STATEMENTS.isdisjoint(c.letter for c in between)
    joined = all(words[c.first] in _JOINING for c in between if c.letter == "|")
    plain = plain and _is_fact(chunks, order) and not _is_based(chunks, now)
    rising = {_way(facts[now]), _way(facts[other])} == {"up"} or order.kind == "return"
    return now if plain and joined and rising and agree(facts[now], facts[other], "period") else -1


def _is_said(chunks: Chunks, order: Order, now: int) -> bool:
    """Is a word of order said of a figure before it, as a fact?"""
    tokens = chunks.tokens
    if "when" in tokens.words[max(0, chunks.chunks[now].first - _NEAR) : chunks.chunks[now].first]:
        return False  # "the lowest since 1995, when it was 559,000, but was ahead of"
    between = tuple(c for c in chunks.chunks[now + 1 :] if c.after <= order.first)
    joined = all(tokens.words[c.first] in _JOINING for c in between if c.letter in "|&")
    reaches = (_TO_VERB if order.verb else _TO_WORD).fullmatch(letters(chunks, between)) is not None
    return joined and reaches and _is_fact(chunks, order)


def _is_fact(chunks: Chunks, order: Order) -> bool:
    """Is a word of order neither denied, expected nor supposed?"""
    tokens = chunks.tokens
    near = tokens.raws[max(0, order.first - _NEAR) : order.first]  # as printed: the month of May is no "may"
    return _UNTOLD.isdisjoint(near) and _SUPPOSED.isdisjoint(tokens.words[: order.first])


def _is_based(chunks: Chunks, now: int) -> bool:
    """Is a figure only what something else is set against: "after a 3 percent rise", "up from 106 in July"?"""
    words, items, code = chunks.tokens.words, chunks.chunks, chunks.code
    if _BASED & {code[now - 1 : now], *words[max(0, items[now].first - 2) : items[now].first]}:
        return True
    start = max(code.rfind(letter, 0, now) for letter in "|,;:&vrgce")
    return code[start : start + 1] == "|" and words[items[start].first] in _BASED  # "after a surge of 200 orders"


def _leftward(facts: Facts, chunks: Chunks, order: Order, other: int) -> int:
    """The nearest figure before a word of order, or the one that it restates ("$5 million, or 3 cents"), or −1."""
    items, words = chunks.chunks, chunks.tokens.words
    behind = order.first
    for k in sorted((k for k in facts if k >= 0 and items[k].first < order.first), reverse=True):
        if behind < order.first and words[items[k].after : behind] not in _RESTATED:
            return -1
        if agree(facts[k], facts[other], "unit"):
            return k if _is_alone(facts, chunks, k, other) else -1
        behind = items[k].first
    return -1


def _is_alone(facts: Facts, chunks: Chunks, k: int, other: int) -> bool:
    """Can only one amount be meant? "300 goals in 200 games, more than Arden's 250" leaves it open."""
    own = {link.to for link in facts[k].links}  # what a base is the base of
    if chunks.code[k] in "ME":
        clause = max(chunks.code.rfind(letter, 0, k) for letter in ";|:,&")
        return not any(clause < j < k and chunks.code[j] == chunks.code[k] and facts[j].id not in own for j in facts)
    if chunks.code[k] != "N" or (unit_of(facts[k]) and unit_of(facts[other])):
        return True
    clause = max(chunks.code.rfind(letter, 0, k) for letter in ";|:")
    noun = chunks.tokens.word(chunks.chunks[other].after)  # "above the average of the 200 companies"
    counted = len(noun) > _SHORT and noun.isalpha() and noun.endswith("s")
    others = any(clause < j < k and chunks.code[j] == "N" and facts[j].id not in own for j in facts)
    return not others and not unit_of(facts[other]) and (bool(unit_of(facts[k])) or not counted)


def _present(facts: Facts, k: int) -> int:
    """A base → what is set against it: 5.2 for "to 5.2 percent from 4.9, above the forecast"; −1 for none."""
    ids = {fact.id: j for j, fact in facts.items()}
    return next((ids[link.to] for link in facts[k].links if ids.get(link.to, -1) >= 0), -1)


def _sign(order: Order, now: Fact, other: Fact, chunks: Chunks, lexicon: Lexicon) -> int:
    """A word of order and two facts → +1 where the first is to be the greater, −1 the lesser, 0 if that is not told."""
    if now.figure is None or other.figure is None or not _alike(now, other):
        return 0
    if any(fact.aspect == "level" and chunks.code[: fact.chunk].endswith(("vo", "no")) for fact in (now, other)):
        return 0  # "a fall of 0.4 percent, lagging a forecast of a 0.3 percent expansion"
    if any("every" in chunks.tokens.words[max(0, chunks.chunks[one.chunk].first - 2) :][:2] for one in (now, other)):
        return 0  # "one for every 693, higher than one for every 704"
    kind, percent = order.kind, now.figure.kind == "percent"
    before, behind = _AROUND
    first, after = chunks.chunks[now.chunk].first, chunks.chunks[other.chunk].after
    around = set(chunks.tokens.words[max(0, first - before) : after + behind])
    if _LOSSES & around and (kind != "amount" or _GAINS & around):
        return 0
    if (kind in _OF_RATES and not percent) or (kind == "target" and (percent or _EXPECTED.isdisjoint(around))):
        return 0  # a ratio that misses its target may be too high
    ways = {_way(now), _way(other)}
    if kind == "return" and "" in ways:
        return 0
    if kind in _RACES:
        known = lexicon.measures.get(head_of(now.measure))
        bad = (known is not None and known.polarity == "bad") or is_quote(chunks, now.chunk)
        sign = -order.sign if now.figure.kind == "duration" else order.sign
        ousted = other.aspect == "proportion" != now.aspect  # "returned 9 percent, beating 97 percent of all funds"
        return 0 if bad or ousted or _LOW_WINS & around or "down" in ways else sign
    if "down" in ways and kind != "return":
        return order.sign * _OF_FALLS.get(kind, 0) if ways == {"down"} else 0
    return order.sign


def _way(fact: Fact) -> str:
    return fact.figure.direction if fact.figure is not None and fact.aspect == "change-rate" else ""


def _alike(now: Fact, other: Fact) -> bool:
    """Are both levels, or both changes, and no ends of ranges? A rise may be set against a level in percent."""
    one, against = now.figure, other.figure
    if one is None or against is None or one.value is None or against.value is None:
        return False
    if one.end_of or against.end_of or now.aspect in _NO_LEVEL or other.aspect in _NO_LEVEL:
        return False
    if one.kind in ("duration", "age") and "-" in one.text + against.text:
        return False  # "the two-year yield stood above a three-year low"
    if max(abs(one.value), abs(against.value)) > _APART * min(abs(one.value), abs(against.value)):
        return False
    if now.aspect in _CHANGES or other.aspect in _CHANGES:
        return now.aspect == other.aspect
    return all(_way(fact) for fact in (now, other) if fact.aspect == "change-rate")
