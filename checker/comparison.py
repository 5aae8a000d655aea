"""Facts of one sentence → figures that a word sets one above the other.

"won 30 medals, more than China's 25"                 more: +1; it compares 30 with 25
"shares rose 4.8 percent, outperforming a 3.7 percent rise in the index"    outperforming: +1; 4.8 with 3.7

A fall counts as less than a rise: who fell less outperformed. Most words tell the size of a fall ("a steeper fall
than"), some may mean either ("above") and are read where nothing falls.
"""

from __future__ import annotations

from fractions import Fraction

from checker import resources
from checker.chunk import Chunk, Chunks
from checker.comparability import agree
from checker.fact import Fact, Link, add_link, is_base
from checker.lexicon import Lexicon
from checker.measure import head_of
from checker.pattern import Pattern
from checker.record import record, replace
from checker.wordfact import Facts, span_of, word_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@record(frozen=True, slots=True)
class _Order:
    """A word of rules/lexicon/orders.tsv as it stands in a sentence: tokens [first, after) lead to what it compares."""

    sign: int
    kind: str
    first: int
    after: int
    plain: bool  # a verb or a preposition


_SIDES = {"above": 1, "below": -1}
_WORDS = {
    word: (_SIDES[side], kind, form)
    for side, kind, form, words in resources.table("lexicon", "orders.tsv")
    for word in words.split()
}
_PREPOSITIONS = frozenset("above below beyond behind ahead short".split())
_NOUNS = frozenset("average record close peak estimate reading finish".split())
_BASED = frozenset("f k h after following despite since before".split())  # letters or words before a base
_TOLD = "vrt@e"  # letters before what is told of the subject: "rose to 5 and was above 4"
_APART = 1000  # times; a price beside an amount, a count of those asked beside what they said
_TO_NOUN = 3  # tokens from an adjective to "than": "a slower annual pace than"
_REACH = 16  # tokens from a figure to the one that it is set against
_SIZED = ("more", "less", "fewer")  # before another word than what is counted: "more attractive than"
_LEFT = Pattern(r"[umoinpxD@YHsT]{0,9}(?:,[&|]?[rq]?|[&|]?[rq]|/)")
_LEFT_OF_VERB = Pattern(r"[umoinpxD@YHsT]{0,9},?[&|]?r?")
_RIGHT = Pattern(r"(?!.*B[i@]?u*[i@])[umoxnDjpBi@SYHT]{0,8}(?:,?\|[um]{0,2}[vre]b?)?")  # no "above target in the year to May at"
_JOINING = frozenset("which that but and".split())
_PASSIVE = frozenset("outnumbered dwarfed eclipsed outpaced outstripped surpassed".split())  # before "by"
_TAKEN_BACK = frozenset(
    "no not never without if unless should need needs to could may might will would must can fail fails failed".split()
)
_SUPPOSED = frozenset("if unless whether".split())
_TIMES = frozenset("double twice half halve triple times quadruple thrice doubled tripled third quarter".split())
_WAYS = frozenset("loss losses lost deficit shortfall".split())
_GAINS = frozenset("profit income earnings surplus gain earned".split())
_LOW_WINS = frozenset("stroke strokes shots under over par bogey birdie hole holes".split())
_FALLING = {"amount": -1, "pace": -1, "return": 1}  # how a word is to be read of two falls
_CHANGES = ("change-amount", "share-change", "ambiguous-change", "rate-difference", "difference")
_LASTING = ("duration", "age")
_NO_LEVEL = ("rank", "multiple", "conversion", "threshold")


def comparisons(facts: Facts, chunks: Chunks, lexicon: Lexicon) -> list[Fact]:
    """Facts by chunk → the words that compare two of them."""
    made: list[Fact] = []
    compared: dict[int, int] = {}  # a figure that another was set against → that other
    keys = sorted(k for k in facts if k >= 0)
    for other in keys[1:]:
        order = _order(chunks, other)
        now = _now(facts, chunks, order, other, compared) if order is not None else -1
        if order is None or now < 0:
            continue
        sign = _sign(order, facts[now], facts[other], chunks, lexicon)
        if sign:
            span = span_of(chunks, order.first, order.after)
            word = word_fact(facts[now], span, chunks, Fraction(sign), "comparison", "comparison-of")
            made.append(replace(word, links=(*word.links, Link(facts[other].id, "compares-with"))))
            compared[other] = now
    return made


def _order(chunks: Chunks, other: int) -> _Order | None:
    """A figure → the word of order that leads to it, nothing but its noun phrase between them."""
    words, last = chunks.tokens.words, chunks.chunks[other].first
    for i in range(last - 1, max(-1, last - _REACH), -1):
        known = _WORDS.get(words[i])
        if known is None:
            continue
        sign, kind, form = known
        passive = words[i] in _PASSIVE and words[i + 1] == "by"
        after = i + 2 if passive else _behind(chunks, i, form, last)
        right = "".join(_letter(chunks, c) for c in chunks.chunks[:other] if c.first >= after)
        which = [words[c.first] for c in chunks.chunks[:other] if c.first >= after and c.letter == "|"]
        if after < 0 or not _RIGHT.fullmatch(right) or which not in ([], ["which"], ["when"]) or not _TIMES.isdisjoint(words[after:last]):
            return None
        return None if _moves(chunks, i) else _Order(-sign if passive else sign, kind, i, after, form == "plain" and words[i] not in _PREPOSITIONS)
    return None


def _moves(chunks: Chunks, i: int) -> bool:
    """Does a word of order end a verb of movement: "fell below", but not "came in below"?"""
    held = next((c for c in chunks.chunks if c.letter == "c" and c.first < i < c.after), None)
    return held is not None and not chunks.tokens.words[held.first].startswith(("com", "came"))


def _letter(chunks: Chunks, item: Chunk) -> str:
    """A chunk's letter, with nouns as such that are verbs elsewhere: "the previous record close of"."""
    return "u" if chunks.tokens.words[item.first] in _NOUNS and not chunks.tokens.word(item.first - 1) == "," else item.letter


def _behind(chunks: Chunks, i: int, form: str, last: int) -> int:
    """A word of order → the token behind it and its "than" or "of", or −1 where that is missing."""
    words = chunks.tokens.words
    if form == "plain":
        return i + 1
    if form == "of":
        return i + 2 if words[i + 1] == "of" else -1
    than = next((k for k in range(i + 1, min(i + 2 + _TO_NOUN, last)) if words[k] == "than"), -1)
    plural = words[than - 1].endswith("s") or words[than - 1] in ("people", "men", "women")
    alone = than == i + 1 or words[i] not in _SIZED or (plural and than == i + 2)
    return than + 1 if than > 0 and alone and all(word.isalpha() for word in words[i:than]) else -1


def _now(facts: Facts, chunks: Chunks, order: _Order, other: int, compared: dict[int, int]) -> int:
    """A word of order and the figure behind it → the figure of like kind that stands before it, or −1."""
    words, items = chunks.tokens.words, chunks.chunks
    now = next(_leftward(facts, chunks, order, other), -1)
    if now < 0:
        return -1
    left = "".join(_letter(chunks, c) for c in items[now + 1 :] if c.after <= order.first)
    joined = all(words[c.first] in _JOINING for c in items[now + 1 :] if c.after <= order.first and c.letter in "|&")
    pattern = _LEFT_OF_VERB if order.plain else _LEFT
    if not pattern.fullmatch(left) or not joined or not _TAKEN_BACK.isdisjoint(chunks.tokens.raws[max(0, order.first - 3) : order.first]):
        return -1
    if not _SUPPOSED.isdisjoint(words[: order.first]):
        return -1
    before = {chunks.code[now - 1 : now], *words[max(0, items[now].first - 2) : items[now].first]}
    if before & _BASED and not is_base(facts[now]):
        return -1  # "up from 106 in July and below": what stands now is not printed
    if "&" in left and not is_base(facts[now]) and chunks.code[now - 1 : now] not in tuple(_TOLD):
        return -1
    if now in compared:
        return -1 if "which" in words[items[now].after : order.first] else compared[now]
    return _present(facts, now)


def _leftward(facts: Facts, chunks: Chunks, order: _Order, other: int) -> Iterator[int]:
    """The nearest figure before a word of order if it is like the one behind, or the one that it restates ("or 3 cents")."""
    items, words = chunks.chunks, chunks.tokens.words
    behind = order.first
    for k in sorted((k for k in facts if 0 <= k < other), reverse=True):
        if items[k].first >= order.first:
            continue
        if behind < order.first and words[items[k].after : behind] not in ([",", "or"], ["or"], [","]):
            return
        if agree(facts[k], facts[other], "unit"):
            if _is_told(facts, chunks, k, other):
                yield k
            return
        behind = items[k].first


def _is_told(facts: Facts, chunks: Chunks, k: int, other: int) -> bool:
    """Is it no count of other things than the figure behind the word: "300 goals in 200 games, more than Arden's 250"?"""
    if not _unit(facts[k]) or not _unit(facts[other]):
        start = max(chunks.code.rfind(letter, 0, k) for letter in ";|:")
        counts = [j for j in facts if start < j < k and chunks.code[j] == "N" == chunks.code[k]]
        return not counts
    return bool(_unit(facts[k])) or not _unit(facts[other])


def _unit(fact: Fact) -> str:
    return "" if fact.figure is None else fact.figure.unit


def _present(facts: Facts, k: int) -> int:
    """A figure → itself, or where it is only a base ("to 5.2 percent from 4.9, above …") what is set against it."""
    if not is_base(facts[k]):
        return k
    ids = {fact.id: j for j, fact in facts.items()}
    return next((ids[link.to] for link in facts[k].links if link.to in ids and ids[link.to] >= 0), -1)


def _sign(order: _Order, now: Fact, other: Fact, chunks: Chunks, lexicon: Lexicon) -> int:
    """A word of order between two facts → +1 where the first must be the greater, −1 the lesser, 0 if it cannot be told."""
    if now.figure is None or other.figure is None or not _alike(now, other):
        return 0
    kind, figure = order.kind, now.figure
    ways = {one.figure.direction if one.aspect == "change-rate" else "" for one in (now, other) if one.figure}
    if kind == "target" and figure.kind == "percent":
        return 0  # a ratio that misses its target may be too high
    if kind == "return" and "" in ways:
        return 0
    if kind in ("pace", "strength", "return") and figure.kind != "percent":
        return 0
    words = chunks.tokens.words
    around = set(words[max(0, chunks.chunks[now.chunk].first - 8) : chunks.chunks[other.chunk].after + 3])
    if _WAYS & around and (kind not in ("amount",) or _GAINS & around):
        return 0
    if kind in ("standing", "target"):
        known = lexicon.measures.get(head_of(now.measure))
        if (known is not None and known.polarity == "bad") or _LOW_WINS & around or "down" in ways:
            return 0
        return -order.sign if figure.kind == "duration" else order.sign
    if "down" in ways:
        if ways != {"down"}:
            return order.sign if kind == "return" else 0
        return order.sign * _FALLING.get(kind, 0)
    return order.sign


def _alike(now: Fact, other: Fact) -> bool:
    """Are both levels or both changes, neither an end of a range; a rise may be set against a level in percent?"""
    if now.figure is None or other.figure is None or now.figure.end_of or other.figure.end_of:
        return False
    if now.figure.kind in _LASTING and "-" in now.figure.text + other.figure.text:
        return False  # "the two-year yield stood above a three-year low"
    one, two = now.figure.value, other.figure.value
    if now.aspect in _NO_LEVEL or other.aspect in _NO_LEVEL or one is None or two is None:
        return False
    smaller, larger = sorted((abs(one), abs(two)))
    if larger > _APART * smaller:
        return False
    if now.aspect in _CHANGES or other.aspect in _CHANGES:
        return now.aspect == other.aspect
    rates = [fact.figure for fact in (now, other) if fact.aspect == "change-rate" and fact.figure is not None]
    return all(figure.direction for figure in rates)
