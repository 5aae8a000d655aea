"""Facts of one sentence → the marks that its words put them above or below.

"48.6, below the 50 mark that separates growth from decline"     50 –mark-of→ 48.6, "below" –side-of→ 50
"fell back below the $70 mark to $69.40"                          $70 –mark-of→ $69.40, "below" –side-of→ $70

Anchored on the word: its mark is the next figure, and what stands above or below that the last figure of like unit on
its left, with nothing but helping words between, or the one that "to" or "at" gives behind the mark.
"""

from __future__ import annotations

from fractions import Fraction

from checker import numeral
from checker.benchmark import WORSE
from checker.fact import Fact, Link, Sentence, is_base
from checker.frame import like_units, times, word_before
from checker.interval import Interval, point
from checker.pattern import regex
from checker.quote import is_quote
from checker.record import replace
from checker.turning import SIDES
from checker.wordfact import Facts, lone_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunk, Chunks

_OF = frozenset(("short", "shy"))  # "short of"
_PASSING = frozenset(word for word in SIDES if word.endswith(("ed", "s", "beat", "shot")))
_HELPING = frozenset(
    "well just far slightly still only also way comfortably much even a touch little bit shade notch hair tad whisker"
    " marginally substantially significantly considerably sharply narrowly modestly easily and but though although"
    " which that is was were are be remains remained stays stayed holds held holding remaining staying coming came in"
    " however again back it they moderately fractionally all not quite".split()
)
_STANDING = frozenset("is was were are remains remained stays stayed holds held came holding remaining staying".split())
_AMONG = frozenset(
    "and or but to by with at as on that which who while when if than were was is are be had has have will would from"
    " between since because not it they he she we before after seen magnitude - — : ; ( ) ,".split()
)
_TOWARDS = frozenset(
    "mark level threshold barrier milestone line target limit ceiling a an the barrel ounce share gallon tonne ton to"
    " at hit hitting reach reaching trade trading close closing end ending settle settling touch touching finish"
    " finishing and was last for first time in , back on th straight consecutive row"
    " month months week weeks year years day days since".split()
)
_MARKS = frozenset("mark level threshold barrier milestone line target limit ceiling goal cap maximum".split())
_STILL = ("above", "below", "under")  # these want a verb before them, the others are verbs
SETS_APART = frozenset("; : while when which whose as if because expected will would".split())
_YARDSTICKS = frozenset(
    "forecast forecasts estimate estimates expectation expectations average target record consensus".split()
)
_LEADING = ("to", "at", "hitting", "reaching", "touching")
_LOSSES = frozenset("loss losses deficit deficits outflow outflows shortfall negative minus lost losing".split())
_RISES = frozenset("increase increases rise growth gain".split())
_FALLS = frozenset(
    "fall falls drop decline declines decrease contraction cut cuts reduction fell dropped declined shrank"
    " contracted".split()
)
_BASES = frozenset(
    "from than against versus compared within between top exceed surpass include includes included including".split()
)
_TOLD = "vget"  # letters behind which what is told of the subject stands: "sales from the north rose 3 percent to 5"
_CAPS = frozenset("limit ceiling cap threshold".split())
_GAPS = frozenset("deficit deficits".split())
_OF_THEM = frozenset("them whom which those these".split())
_LEVELS = ("level", "threshold", "share", "proportion", "change-rate")
_ANEW = regex(r"&r[umx]{0,2}a")
_CLOSE = 50  # times
_MANY = 1000
_NEAR = 12  # times
_FAR = 9  # tokens between the word and its mark
_BACK = 14  # tokens before a figure that may make it another one's mark
_WIDE = 24  # tokens between what stands there and the word


def beyond(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk, changed in place → a fact for each word that puts a figure above or below another."""
    chunks = sentence.chunks
    words = chunks.tokens.words
    made: list[Fact] = []
    if not _EACH_ITS_OWN.isdisjoint(words):
        return made
    for i, word in enumerate(words):
        if word not in SIDES or (word in _OF and words[i + 1 : i + 2] != ["of"]) or words[i - 1 : i] == ["-"]:
            continue  # "chart-topping"
        if word.startswith("beat") and not _OF_LOANS.isdisjoint(words[:i]):
            continue  # "a coupon of 2.25 percent beat the 2.75 percent of the last loan"
        if word.startswith(("miss", "beat")) and not WORSE.isdisjoint(words[:i]):
            continue  # "a combined ratio of 100 percent, missing its 98 percent target"
        if words[i - 1 : i] == [","] and _is_excess(facts, chunks, i - 1):
            continue
        if words[i + 1 : i + 2] in (["up"], ["off"], ["out"]):
            continue  # "topping up the 5.5 trillion"
        bound = _far_end(facts, _mark(facts, chunks, i + 1), SIDES[word])
        now = _behind(facts, sentence, i, bound) if bound >= 0 else -1
        if now < 0 and bound >= 0:
            now = _before(facts, sentence, i, bound)
        if now >= 0 and not _nested(facts, now, bound) and _plain(facts[now], facts[bound], chunks, SIDES[word]):
            made.append(_link(facts, sentence, i, _end(facts, now, bound, SIDES[word]), bound))
    return made


_OF_LOANS = frozenset("coupon coupons yield yields premium spread".split())
_EACH_ITS_OWN = frozenset(("respective", "respectively"))


def _is_excess(facts: Facts, chunks: Chunks, end: int) -> bool:
    """ "was $6,000, or 14 percent, above the average of $43,000": by how much, and no level."""
    last = next((k for k in facts if chunks.chunks[k].after == end), -1)
    if last < 0 or word_before(chunks.chunks[last], chunks) != "or":
        return False
    return "P" in chunks.code[max(0, last - 2) : last + 1]


def starts(fact: Fact, chunks: Chunks) -> int:
    """The token with which a figure begins, without its hedge."""
    item = chunks.chunks[fact.chunk]
    return item.first if fact.figure is None else chunks.tokens.at.get(fact.figure.start, item.first)


def printed(fact: Fact, chunks: Chunks, i: int) -> Interval:
    """A figure and the word that leads to it → the true values that its digits admit; a mark is meant exactly."""
    figure, item = fact.figure, chunks.chunks[fact.chunk]
    if figure is None or figure.value is None:
        return fact.interval
    if not _MARKS.isdisjoint(chunks.tokens.words[i : item.after + 2]):
        return point(figure.value)
    read = numeral.read(figure.digits, figure.scale) if figure.digits else None
    return point(figure.value) if read is None or read.value != figure.value else read.tight


def alike(chunks: Chunks, a: int, b: int) -> bool:
    """Two figures' chunks → are they of one unit, or one with "a barrel" said and the other without ("$70")?"""
    one, other = chunks.chunks[a], chunks.chunks[b]
    if not like_units(one, other):
        return False
    if one.letter == other.letter and one.letter in "NM" and not _is_one_size(one, other):
        return False
    return one.letter == other.letter or "X" in (one.letter, other.letter) or 1 < _CLOSE * times(one, other) < _CLOSE**2


def _is_one_size(one: Chunk, other: Chunk) -> bool:
    """Are two numbers both in millions, or both in ones and not far apart? What they count is often not said again."""
    if one.figure is not None and not one.value and other.value and (one.figure.figure.value or 0) < _MANY:
        return False  # "Boeing's 777, just below 400 seats"
    scaled = [item.figure is not None and item.figure.figure.scale >= _MANY for item in (one, other)]
    return scaled[0] == scaled[1] and (scaled[0] or 1 < _NEAR * times(one, other) < _NEAR**2)


def _mark(facts: Facts, chunks: Chunks, i: int) -> int:
    """The index behind "above" → the chunk of the figure that it governs, or −1."""
    words = chunks.tokens.words
    for k in sorted(facts):
        first = starts(facts[k], chunks)
        if first < i or facts[k].aspect in ("duration", "age", "rank"):
            continue
        between = [word for n, word in enumerate(words[i:first], i) if word != "-" or not chunks.tokens.joined(n)]
        free = len(between) <= _FAR and _AMONG.isdisjoint(between) and _FALLS.isdisjoint(between)
        # "below the average increase of 550,000"; "2.3 percent next year and 0.9, above goals of 1.4 and zero"
        after = chunks.chunks[k].after
        free = free and _RISES.isdisjoint(between) and words[after : after + 2] != ["and", "zero"]
        changed = chunks.code[k + 1 : k + 3].lstrip("mu")[:1] in ("n", "v")  # "below the 0.8 percent rise"
        linked = any(link.as_ != "low-of" for link in facts[k].links)
        free = free and facts[k].aspect in _LEVELS and not linked and not changed
        return k if free and not any(link.to == facts[k].id for fact in facts.values() for link in fact.links) else -1
    return -1


def _far_end(facts: Facts, bound: int, side: int) -> int:
    """The low end of a range as a mark → its high end, if what stands above the range is above that."""
    ends = {link.to for link in facts[bound].links if link.as_ == "low-of"} if bound >= 0 and side > 0 else set()
    return next((k for k, fact in facts.items() if fact.id in ends), bound)


def _before(facts: Facts, sentence: Sentence, i: int, bound: int) -> int:
    """ "48.6, still below the 50 mark": the last figure on the left that the word can speak of, or −1."""
    chunks = sentence.chunks
    words, items = chunks.tokens.words, chunks.chunks
    left = [k for k in sorted(facts) if items[k].after <= i and not is_aside(facts, chunks, k)]
    left = [k for k in left if facts[k].aspect in (*_LEVELS, "change-amount", "share-change") and k != bound]
    like = [k for k in left if alike(chunks, k, bound)]
    now = like[-1] if like else -1
    if now < 0 or facts[now].aspect not in _LEVELS or i - items[now].after > _WIDE:
        return -1
    between = words[items[now].after : i]
    joined = "and" in words[i - 2 : i] and (_YARDSTICKS | _MARKS).isdisjoint(words[i : items[bound].after + 2])
    of = words[items[bound].after : items[bound].after + 1] == ["of"]
    share = items[bound].letter == "P" and words[items[now].after : items[now].after + 1] != ["of"]
    part = of and (share or words[i] not in _STILL)  # "returned 1.4 percent, above 95 percent of its peers"
    others = sum(now < k and items[k].after <= i and not is_base(facts[k]) for k in facts)
    comma = max((n for n, word in enumerate(between) if word in (",", "-", "—", "–")), default=-1)
    before = between[:comma] if comma >= 0 else between
    apart = part or joined or _is_told_anew(chunks, items[now].after, i)
    if apart or others > 1 or not SETS_APART.isdisjoint(before) or not SIDES.keys().isdisjoint(before):
        return -1  # "3.5 percent, above that of Halden, which is below 1 percent"
    behind = set(between[comma + 1 :])
    if comma >= 0:  # "peaked at 47 percent in 1977, were short of 36 in 1986" is a list
        return now if behind <= _HELPING and _STANDING.isdisjoint(between[comma + 1 : comma + 2]) else -1
    last = max(items[k].after for k in facts if now <= k and items[k].after <= i)
    based = last > items[now].after and words[i] in _STILL
    behind = set(words[last:i]) - _dated(sentence, last, i)
    unit = set(_unit(facts[now]).replace("/", " ").split())
    stands = bool(_STANDING & behind) or words[i] in _PASSING or (based and words[i - 1] == "and")
    return now if stands and all(word in _HELPING or word.rstrip("s") in unit for word in behind) else -1


def _nested(facts: Facts, a: int, b: int) -> bool:
    """Are two figures ends of ranges of which one holds the other, so that neither is the higher one?"""
    lows = [_low_end(facts, k) for k in (a, b)]
    highs = [_far_end(facts, k, 1) for k in lows]
    low, high = ([facts[k].figure for k in ends] for ends in (lows, highs))
    if any(one == other for one, other in zip(lows, highs, strict=True)):
        return False
    (a_low, b_low), (a_high, b_high) = ([(f.value if f else None) or 0 for f in ends] for ends in (low, high))
    return (a_low - b_low) * (a_high - b_high) < 0


def _is_told_anew(chunks: Chunks, first: int, after: int) -> bool:
    """ "stands at 43 percent and has been higher lately, above 45": do tokens between tell of another time?"""
    between = "".join(c.letter for c in chunks.chunks if first <= c.first and c.after <= after)
    return _ANEW.search(between) is not None


def is_aside(facts: Facts, chunks: Chunks, k: int) -> bool:
    """Is a figure a change, a part, or what another is set against: "up 20", "from a previous estimate of 190"?"""
    item, code, words = chunks.chunks[k], chunks.code, chunks.tokens.words
    moved = item.letter != "P" and (code[k - 1 : k] in ("v", "w", "g", "b", "a") or code[:k].endswith("no"))
    tied = words[item.first - 1 : item.first] == ["-"] and _low_end(facts, k) == k  # and no "1.8-3.6 percent"
    part = tied or any(link.as_ == "part-of" for link in facts[k].links)
    # "forecast of 10.1 to 10.9", "from a profit of 1.02 billion, or 1.04 a share"
    low = k - 2 if (code[k - 1 : k] in ("t", "&") or code[k - 2 : k] == "M,") and k - 2 in facts else k
    floor = max((other.after for j, other in enumerate(chunks.chunks[:low]) if j in facts), default=0)
    first = chunks.chunks[low].first
    told = max((chunk.after for chunk in chunks.chunks[:low] if chunk.letter in _TOLD), default=0)
    based = is_base(facts[k]) or not _BASES.isdisjoint(words[max(floor, told, first - _FAR) : first])
    passed = not SIDES.keys().isdisjoint(words[max(floor, first - _BACK) : first])
    return moved or part or based or passed


def _behind(facts: Facts, sentence: Sentence, i: int, bound: int) -> int:
    """ "fell below the $70 mark to $69.40": the figure that is reached, given behind the mark, or −1."""
    chunks = sentence.chunks
    words, items = chunks.tokens.words, chunks.chunks
    now = min((k for k in facts if k > bound), default=-1)
    if now < 0 or not alike(chunks, now, bound) or facts[now].aspect not in _LEVELS or facts[now].links:
        return -1
    if any(link.to == facts[now].id for link in facts[bound].links):
        return -1  # "below the 60 to 67 million range": the range's other end
    between = words[items[bound].after : items[now].first]
    dated = _dated(sentence, items[bound].after, items[now].first)
    past = words[i - 1].endswith("ed") or words[i - 1] in ("fell", "rose")
    apart = len(between) > 1 or (past and chunks.code[bound] in "ME")  # "below 50 to 60" may be a range
    plain = all(word in _TOWARDS or word in dated or word.isdecimal() for word in between)
    led = plain and apart and between[-1:] != [] and between[-1] in _LEADING
    moved = words[i] not in _STILL or words[i - 1] in _STANDING
    moved = moved or any(c.letter in "vc" and c.first < i <= c.after + 1 for c in items)
    return now if led and moved and words[i - 1] != "from" else -1


def _dated(sentence: Sentence, first: int, after: int) -> set[str]:
    """The words among tokens [first, after) that belong to a period."""
    tokens = sentence.chunks.tokens
    spans = [(period.start, period.end) for period in sentence.periods]
    return {tokens.words[n] for n in range(first, after) if any(a <= tokens.starts[n] < b for a, b in spans)}


def _unit(fact: Fact) -> str:
    return "" if fact.figure is None else f"{fact.figure.unit} {fact.figure.named}"


def _digits(fact: Fact) -> str:
    return "" if fact.figure is None else fact.figure.digits


def _end(facts: Facts, now: int, bound: int, side: int) -> int:
    """A figure that may be one end of a range → the end that must stand on that side at least, of two ranges the low.

    "3.1 to 3.6, below the 4.0 of May" puts all of it below.
    """
    low = _low_end(facts, now)
    ranged = low == now - 1 or any(link.as_ == "low-of" for link in facts[bound].links)
    return low if side < 0 and ranged else now


def _low_end(facts: Facts, k: int) -> int:
    """A figure that may be the high end of a range → the low end, or itself."""
    ends = (j for j, fact in facts.items() if any(link == Link(facts[k].id, "low-of") for link in fact.links))
    return next(ends, k)


def _plain(now: Fact, bound: Fact, chunks: Chunks, side: int) -> bool:
    """Do both stand for what they say: no change, loss or depth, no part of the first, no open end of a range?"""
    words = chunks.tokens.words
    one, other = chunks.chunks[now.chunk], chunks.chunks[bound.chunk]
    part = "of" in words[other.after : other.after + 3] and _OF_THEM & set(words[other.after : other.after + 4])
    of_some = words[starts(bound, chunks) - 2 : starts(bound, chunks)] == ["of", "the"] and bool(_unit(bound).strip())
    some = other.letter == "N" and of_some  # "above the average of the 200 companies"
    worded = one.letter == "N" and (_digits(now) == "") != (_digits(bound) == "")  # "four straight days, above 20"
    figures = [fact.figure for fact in (now, bound) if fact.figure is not None]
    seen = all((f.value or 0) >= 0 and f.kind != "length" for f in figures)
    seen = seen and not any(f.kind == "percent" and f.direction == "down" for f in figures)
    ends = [figure.end_of for figure in figures[1:]]
    open_end = ("low" if side > 0 else "high") in ends
    seen = seen and not is_quote(chunks, now.chunk)  # a currency is weaker above 110 yen to the dollar
    return seen and not (part or some or worded or open_end) and not _is_turned(one, other, words)


def _is_turned(one: Chunk, other: Chunk, words: list[str]) -> bool:
    """Are two figures losses or falls, of which more may be called below? A deficit over a limit is none."""
    near = words[max(0, min(one.first, other.first) - 6) : max(one.after, other.after) + 4]
    capped = not _CAPS.isdisjoint(words[one.after : other.after + 2])
    reached = words[one.first - 1 : one.first] in (["to"], ["at"])
    told = [] if reached else near if one.letter == "P" else words[max(0, one.first - 3) : one.first]
    return not (_LOSSES - _GAPS if capped else _LOSSES).isdisjoint(near) or not _FALLS.isdisjoint(told)


def _link(facts: Facts, sentence: Sentence, i: int, now: int, bound: int) -> Fact:
    exact = printed(facts[bound], sentence.chunks, i)
    mark = replace(facts[bound], aspect="threshold", interval=exact, tight=exact)
    facts[bound] = replace(mark, links=(*mark.links, Link(facts[now].id, "mark-of")))
    side = SIDES[sentence.chunks.tokens.words[i]]
    links = (Link(mark.id, "side-of"),)
    return lone_fact(sentence, span_of(sentence.chunks, i, i + 1), Fraction(side), "side", links, mark="b")
