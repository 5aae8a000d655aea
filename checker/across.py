"""Facts of one sentence → figures that a word of order sets one above the other, across what stands between them.

"jumped to 55.4 in May, its best since June, and well above April's 53.0"       above: +1, of 55.4 and 53.0
"was 85.3 in May, up from 82.1 in April but below a forecast of 86"             below: −1, of 85.3 and 86
"fell 4.8 percent, worse than the 2.8 percent drop that banks had forecast"     worse: −1, of −4.8 and −2.8

What `checker.comparison` and `checker.beyond` tie is left to them. The word stands behind a comma, a dash, "but" or
"and", or behind a verb of standing; between the figure and the word nothing is stated of anything else.
"""

from __future__ import annotations

from fractions import Fraction

from checker.benchmark import WORSE
from checker.beyond import is_aside
from checker.chunk import Chunks
from checker.fact import Fact, Link, is_base
from checker.frame import like_units, times
from checker.orderword import WORDS, Order
from checker.quote import is_quote
from checker.record import replace
from checker.wordfact import Facts, span_of, word_fact

_WORDS = {**WORDS, "better": (1, "judged", "than"), "worse": (-1, "judged", "than"), "shy": (-1, "target", "of")}
_SIDES = ("above", "below", "behind")  # no verbs
_SIZES = frozenset("more less fewer".split())  # "less optimistic than" sets no figures side by side
_TO_THAN = 3  # tokens from an adjective to its "than"
_UNTOLD = frozenset(
    "no not never without should need needs to could may might will would must can fail fails failed despite if"
    " unless whether".split()
)
_PARTICLES = (["up"], ["off"], ["out"])  # "topping up the 5.5 trillion"
_NEAR = 3  # tokens before a word of order in which such a word takes it back
# Between a joint or a verb and the word of order.
_HELPING = frozenset(
    "well just far slightly still only also way comfortably much even a touch little bit shade notch hair tad whisker"
    " marginally substantially significantly considerably sharply narrowly modestly easily handily and though which"
    " that it is was were are remains remained stays stayed holds held holding remaining staying coming came in however"
    " again moderately fractionally soundly roundly yet markedly somewhat noticeably vastly roughly about nearly barely"
    " performing faring".split()
)
_JOINTS = frozenset((",", "-", "—", "–", "but"))
_STANDING = frozenset("is was were are remains remained stays stayed holds held came which that".split())
_APART = frozenset(
    "while whereas when if because as although though unless ; would could may might who whose premium discount".split()
)
_PAID = frozenset(("premium", "discount"))  # "a premium of 19 percent over Friday's $69 and above the high of $81"
_WITHOUT = frozenset("ex excluding without except barring".split())  # "rose 1.0 percent, 0.8 without cars, beating"
_STATED = frozenset("vgwre;!")  # letters of verbs: something is stated
_NOUNS = frozenset("average estimated closing close record peak estimate reading level finish end".split())  # or verbs
_ASKED = frozenset("economists analysts forecasters brokers brokerages companies firms funds".split())
_LED = "umoxnDjpBi@SYHT"  # letters between a word of order and its figure
_SINCE = frozenset("since when after followed following".split())  # "the lowest since 58.7", "followed a drop of"
_BASED = frozenset("compares compared compare out".split())
_LINE = 12  # tokens: "fell 1.1 percent, in line with its forecast of a drop of 2 percent, and better than"
_REACH, _WIDE = 14, 28  # tokens between a word of order and its figure, and before it
_TIMES = frozenset("double twice half halve triple times quadruple thrice doubled tripled third quarter".split())
_RACING = frozenset("ahead behind trailing lagging".split())  # of time as well: "ahead of the sale"
_GOALS = frozenset(
    "forecast forecasts estimate estimates expectation expectations consensus target targets goal projection"
    " projections average view views 's".split()
)
_FALLS = frozenset(
    "fall fell fallen drop dropped decline declined decrease decreased contraction contract contracts contracted shrink"
    " shrank shrunk cut reduction slide slid slump slumped dip plunge plunged weaker lower softer down off".split()
)
_AROUND = 3  # tokens around a figure in which they stand
_LOSSES = frozenset("loss losses lost deficit shortfall deficits negative minus outflow outflows gap".split())
# Of these more is no success.
_WORSE = WORSE | frozenset(
    "yield yields coupon spread spreads expense expenses prices inventories stocks defaults delinquencies stroke"
    " strokes shots under par".split()
)
_RACES = ("standing", "target", "judged", "strength")
_NO_LEVEL = ("rank", "multiple", "conversion", "duration", "age", "streak", "difference", "rate-difference")
_FAR_OFF = 50  # times
_OPENING, _SHORT = 2, 5  # tokens: "The 67 percent beat rate is higher than"


def across(facts: Facts, chunks: Chunks, made: list[Fact]) -> list[Fact]:
    """Facts by chunk, and the words that are tied already → further words of order between two figures."""
    told: list[Fact] = []
    links = [link for fact in (*facts.values(), *made) for link in fact.links]
    taken = {link.to for link in links if link.as_ in ("compares-with", "side-of")}
    for word in _orders(chunks):
        other = _governed(facts, chunks, word)
        if other < 0 or facts[other].id in taken or any(x.as_ in ("benchmark", "mark-of") for x in facts[other].links):
            continue
        now = _now(facts, chunks, word, other)
        sign = _sign(facts[now], facts[other], word, chunks) if now >= 0 else 0
        if sign:
            span = span_of(chunks, word.first, word.after)
            fact = word_fact(facts[now], span, chunks, Fraction(sign), "comparison", "stands-of")
            told.append(replace(fact, links=(*fact.links, Link(facts[other].id, "stands-against"))))
            taken.add(facts[other].id)
    return told


def _orders(chunks: Chunks) -> list[Order]:
    """A sentence → its words of order that are neither denied nor supposed."""
    words, raws = chunks.tokens.words, chunks.tokens.raws
    found: list[Order] = []
    for i, word in enumerate(words):
        if word not in _WORDS or not _UNTOLD.isdisjoint(raws[max(0, i - _NEAR) : i]):
            continue
        sign, kind, form = _WORDS[word]
        if form == "plain":
            after = i + 1
        else:
            wanted, last = ("of", i + 2) if form == "of" else ("than", i + 2 + _TO_THAN)
            after = next((k + 1 for k in range(i + 1, min(last, len(words))) if words[k] == wanted), -1)
        within = words[i + 1 : after - 1] if form == "than" else []
        sized = word not in _SIZES or not within or within[-1].endswith("s")
        led = after > 0 and words[after : after + 1] not in _PARTICLES
        if led and sized and all(between.isalpha() for between in words[i:after]):
            found.append(Order(sign, kind, i, after, form == "plain" and word not in _SIDES))
    return found


def _governed(facts: Facts, chunks: Chunks, word: Order) -> int:
    """A word of order → the chunk of the figure that it governs, or −1."""
    words = chunks.tokens.words
    for k, item in enumerate(chunks.chunks):
        if item.first < word.after:
            if item.after > word.first and item.figure is not None:
                return -1  # "more than 10 percent of its 17 billion": a hedge
            continue
        if item.figure is not None and item.letter not in "YD":
            led = words[word.after : item.first]
            some = item.letter == "N" and (led[-2:] == ["of", "the"] or chunks.tokens.word(item.after) in _ASKED)
            part = item.letter == "P" and words[item.after : item.after + 1] == ["of"]
            part = part and not chunks.tokens.capital(item.after + 1)  # "below the 7.5 percent of May"
            timed = words[word.first] in _RACING and item.letter != "P" and _GOALS.isdisjoint(led)
            hedged = led in (["a"], ["an"])  # "a 5 percent chance by March, and just above a 50 percent chance by May"
            plain = len(led) <= _REACH and _TIMES.isdisjoint(led) and not (some or part or timed or hedged)
            return k if plain and k in facts else -1
        if item.letter not in _LED and words[item.first] not in _NOUNS:
            return -1
    return -1


def _now(facts: Facts, chunks: Chunks, word: Order, other: int) -> int:
    """A word of order and the figure that it governs → the figure before it of which it speaks, or −1."""
    words, items = chunks.tokens.words, chunks.chunks
    left = [k for k in sorted(facts) if k >= 0 and items[k].after <= word.first and _are_like(facts, chunks, k, other)]
    own = [k for k in left if not is_aside(facts, chunks, k) and facts[k].aspect not in _NO_LEVEL]
    own = [k for k in own if _SINCE.isdisjoint(words[items[k].first - 2 : items[k].first])]
    if own and not _BASED.isdisjoint(words[max(0, items[own[-1]].first - _NEAR) : items[own[-1]].first]):
        return -1  # "that compares with 80 percent and is below", "31st out of 40, and below"
    own = [k for k in own if "line" not in words[max(0, items[k].first - _LINE) : items[k].first]]
    if not own:
        return -1
    between = words[items[own[-1]].after : word.first]
    printed = chunks.tokens.raws[items[own[-1]].after : word.first]  # the month of May is no "may"
    apart = len(between) > _WIDE or not _APART.isdisjoint(printed)
    by_how_much = words[items[own[-1]].first - 1] == "or" and "P" in chunks.code[max(0, own[-1] - 2) : own[-1]]
    apart = apart or by_how_much  # "was 17 percent, or 22,000 crowns, above"
    apart = apart or not _WITHOUT.isdisjoint(between)
    apart = apart or not _PAID.isdisjoint(words[: word.first])
    apart = apart or "peers" in words  # "outperforming 84 percent of its peers"
    apart = apart or (len(own) > 1 and "," not in words[items[own[-2]].after : items[own[-1]].first])
    return own[-1] if not apart and _reaches(chunks, own[-1], word, between) else -1


def _are_like(facts: Facts, chunks: Chunks, k: int, other: int) -> bool:
    """Are two figures of one kind? Of "a profit of 12 million, up 11 percent" the rate is no level."""
    items, pair = chunks.chunks, chunks.code[k] + chunks.code[other]
    rated = facts[k].aspect == "change-rate" != facts[other].aspect and chunks.code[k - 1 : k] == "a"
    return pair != "XP" and not rated and like_units(items[k], items[other])


def _reaches(chunks: Chunks, now: int, word: Order, between: list[str]) -> bool:
    """Does nothing but an aside part a figure from a word of order?"""
    n = len(between)
    while n and between[n - 1] in _HELPING:
        n -= 1
    tail, joint = between[n:], between[n - 1] if n else ""
    if [",", "or"] in (between[i : i + 2] for i in range(n)):
        return False  # "was 7.2 billion, or 10 percent, higher than": by how much
    if joint == "," and tail[:1] == ["and"] and word.verb and not chunks.tokens.words[word.first].endswith("ing"):
        return False  # "an average 5 million in the north, and topped 8 million in the south"
    if joint in _JOINTS or (joint and tail[:1] == ["and"]):
        end = word.first - len(tail)
        aside = [c for c in chunks.chunks[now + 1 :] if c.after <= end and chunks.tokens.words[c.first] not in _NOUNS]
        return _STATED.isdisjoint(c.letter for c in aside)
    stands = bool(tail) and tail[0] in _STANDING
    return stands and (not joint or (chunks.chunks[now].first <= _OPENING and n <= _SHORT))


def _way(fact: Fact, chunks: Chunks) -> int:
    """A figure → +1 for a rise, −1 for a fall, 0 for a level; 2 for a level beside a word for a fall."""
    if fact.figure is None:
        return 0
    if fact.aspect in ("change-rate", "change-amount", "share-change") and fact.figure.direction:
        return 1 if fact.figure.direction == "up" else -1
    item, words = chunks.chunks[fact.chunk], chunks.tokens.words
    behind = words[item.after : item.after + _AROUND]
    behind = behind[: behind.index(",")] if "," in behind else behind  # "was at 83.6, down from 86.9"
    return 0 if _FALLS.isdisjoint((*words[max(0, item.first - _AROUND) : item.first], *behind)) else 2


def _sign(now: Fact, other: Fact, word: Order, chunks: Chunks) -> int:
    """Two figures and a word of order → +1 where the first is the greater, −1 the lesser, 0 if that is not told."""
    if not _are_plain(now, other, chunks):
        return 0
    words = chunks.tokens.words
    item, last = chunks.chunks[now.chunk], chunks.chunks[other.chunk]
    around = set(words[max(0, item.first - 10) : last.after + _AROUND])
    if _LOSSES & around or is_quote(chunks, now.chunk):
        return 0
    if word.kind in _RACES and not _WORSE.isdisjoint(words[: last.after + _AROUND]):
        return 0
    ways = {_way(now, chunks), _way(other, chunks)}
    if 2 in ways:
        return 0
    if -1 not in ways or (0 not in ways and word.kind in ("judged", "return", "strength")):
        return word.sign
    if ways == {-1}:
        return -word.sign if word.kind == "amount" or (word.kind == "pace" and not word.verb) else 0
    return word.sign if ways == {-1, 1} and word.kind in ("height", "standing") else 0


def _are_plain(now: Fact, other: Fact, chunks: Chunks) -> bool:
    """Are both levels or rates with a value, no ends of ranges, and not far from each other?"""
    one, against = now.figure, other.figure
    if one is None or against is None or not one.value or not against.value or one.end_of or against.end_of:
        return False
    if other.aspect in _NO_LEVEL or is_base(other):
        return False
    return 1 < _FAR_OFF * times(chunks.chunks[now.chunk], chunks.chunks[other.chunk]) < _FAR_OFF**2
