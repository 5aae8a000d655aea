"""Chunks of a sentence → pairs: a figure now and the figure it is set against, with the word that gives the direction.

    "rose to 8 percent in May from 10"   →  now 8 percent, before 10, direction "rose"
    "61,200, down from 70,900"           →  now 61,200, before 70,900, direction "down"

Anchored on the connector (from, against, compared with, than): its figure is the base; the nearest figure of like unit
on the left that is no amount of change is what stands now; the change word that governs it gives the direction.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.base import IDIOMS, LEVELS, base_of, clause_left, end_of, figure_after, leads_to_present
from checker.chunk import Chunk, Chunks
from checker.direction import Scene, direction_word, is_thing, unsure
from checker.frame import Bond, like_units, times, value_of
from checker.record import record, replace
from checker.unlike import are_unlike, is_aside

_AMOUNTS = ("change-rate", "change-amount", "share-change", "rate-difference", "threshold")
_CONNECTOR = {"f": "from", "k": "against", "h": "than"}
_PACE = frozenset(
    "slow slows slowed slowing accelerate accelerates accelerated accelerating quicken quickened ease eased"
    " easing".split()
)
_IN_ORDER = frozenset(("respective", "respectively"))
# "55 cents a share, above the 53 cents analysts expected" · "… topping the average forecast of 53 cents"
_BENCHMARK = re.compile(
    rf"([{LEVELS}])(?:(?:[umoi@]{{0,5}},|(?:i[um]{{0,3}})?(?=[|&rc]))[|&]?r?(c)|[umoi@]{{0,5}}(?:,|(?=[|&r]))[|&]?r?(?:(A)|(a)h))"
    rf"(?:[umo]{{0,2}}([{LEVELS}])[umo,|]{{0,4}}B|[umoi]{{0,5}}B{{1,2}}[umoixr]{{0,3}}n?o?([{LEVELS}])(?!v))"
)
# "more than half an earlier estimate of", "0.8 percent ex-autos, beating forecasts of 1.0 percent"
_PARTLY = frozenset("half twice double triple third quarter ex".split())
# Of these more is worse, and a target is missed from above.
_WORSE = frozenset("deficit deficits debt inflation unemployment jobless emissions cost costs spending".split())
_UNTOLD = frozenset("to could may might will would should can".split())
_LEADING = "umoxpD"  # letters between a word and the figure that it governs
_BESIDE = re.compile(r"M,?[EM]")
_SECOND_BASE = re.compile(rf"&f?[uj]{{0,2}}[{LEVELS}](?![ionmfktav])")
_RATE_OF_OTHER = re.compile(r"P,?&P$")  # "down 82 percent from April, and 98 percent from 2.4 billion"
_TURN = re.compile(r"[uoi]{0,3},?[|&]?r?a")
_ELLIPSIS = re.compile(r",?[&i][umDxiP,]{0,6}tu?$")
_OBJECT = re.compile(r"g[um]{0,3}[nv]$")  # "revised down the job gains in May, from 157 to 133"
_OF_NOUN = re.compile(r"n(?:[io][umPb]{1,4}){0,3},?")
_CLOSE = 50  # times
_FIFTH = Fraction(1, 5)


@record(frozen=True, slots=True)
class Pair:
    """Chunk indices; direction −1 when the wording gives none that can be trusted."""

    now: int
    before: int
    direction: int
    connector: str  # from, against, than; from-also a second base; from-extreme a high or low; from-rate of rates
    beside: int = -1  # the present figure of the pair that this one runs parallel to
    shared: int = -1  # the direction word of the pair before, which is this one's too


def pairs(chunks: Chunks, bonds: list[Bond]) -> list[Pair]:
    """A sentence's chunks and bonds → its now/before pairs, in order."""
    if not _IN_ORDER.isdisjoint(chunks.tokens.words):
        return []  # "11 and 3 billion, up from a respective 7 and 2 billion"
    scene = Scene(chunks, frozenset(b.chunk for b in bonds if b.aspect in _AMOUNTS), frozenset())
    found: list[Pair] = []
    for k, item in enumerate(chunks.chunks):
        if item.letter == "|" and chunks.tokens.words[item.first] == "after":
            found += _after(scene, k)
        elif item.letter in _CONNECTOR and not _is_instead(chunks, item):
            pair = _forward(scene, k) or _backward(scene, k, bonds)
            if pair is None:
                found += _turned(scene, k, found)
                continue
            if any(known.now == pair.now for known in found):
                # The change is the change from the first base.
                pair = replace(pair, connector="from-other", direction=-1)
            pair = _elliptic(chunks, pair, found)
            new = (pair, *_parallel(chunks, pair), *_second_base(chunks, pair))
            found += new
            scene = replace(scene, bases=scene.bases.union(one.before for one in new))
    return [*found, *_ranges(chunks, found), *_benchmarks(scene, bonds)]


def _ranges(chunks: Chunks, found: list[Pair]) -> list[Pair]:
    """The ends of ranges that a sentence sets against earlier ranges, where no pair holds them yet."""
    if "af" not in chunks.code:
        return []
    from checker.outlook import outlooks  # few sentences go so far

    known = {(one.now, one.before) for one in found}
    ends = outlooks(chunks)
    told = [Pair(now, was, word, "from") for now, was, word in ends[::2]]  # the high ends share its word
    told += [Pair(now, was, -1, "from", shared=word) for now, was, word in ends[1::2]]
    return [one for one in told if (one.now, one.before) not in known]


def _is_instead(chunks: Chunks, item: Chunk) -> bool:
    """ "up 1.5 percent rather than 0.9": the one is in the other's place."""
    return chunks.tokens.words[max(0, item.after - 2) : item.after] == ["rather", "than"]


def _turned(scene: Scene, k: int, found: list[Pair]) -> list[Pair]:
    """ "was up from 10.1 in May, but was down from 10.7 in June": one figure, a second word and a second base."""
    last = found[-1] if found else None
    before = base_of(scene, k)
    if last is None or before < 0 or not _TURN.fullmatch(scene.chunks.code, last.before + 1, k):
        return []
    like = like_units(scene.chunks.chunks[last.now], scene.chunks.chunks[before])
    return [Pair(last.now, before, k - 1, "from-also")] if like else []


def _elliptic(chunks: Chunks, pair: Pair, found: list[Pair]) -> Pair:
    """ "sales fell to 40 from 50 and profit to 9 from 8": the verb of the pair before, which is not said again."""
    last = found[-1] if found else None
    if last is None or pair.direction >= 0 or last.direction < 0 or last.connector != pair.connector:
        return pair
    said_once = last.direction < last.now and _ELLIPSIS.match(chunks.code[last.before + 1 : pair.now])
    return replace(pair, shared=last.direction) if said_once else pair


def _after(scene: Scene, k: int) -> list[Pair]:
    """ "growth slowed to 4.1 percent after 4.3 percent": a pace against the pace of the period before."""
    chunks = scene.chunks
    now, before, verb = k - 1, k + 1, k - 3
    shaped = chunks.code[verb:now] == "vt" and chunks.code[now : before + 1] == "P|P"
    if not shaped or {now, before} & scene.amounts:
        return []
    return [Pair(now, before, verb, "after")] if chunks.tokens.words[chunks.chunks[verb].first] in _PACE else []


def _benchmarks(scene: Scene, bonds: list[Bond]) -> list[Pair]:
    """A figure, a word that puts it above or below, and a figure that others had expected."""
    items, code = scene.chunks.chunks, scene.chunks.code
    falls = {b.chunk for b in bonds if b.sign >= 0 and items[b.sign].value in ("down", "narrow")}
    taken = {b for b in scene.amounts if code[b] != "P"} | falls | scene.bases
    found = []
    for match in _BENCHMARK.finditer(code):
        now = match.start(1)
        word = max(match.start(n) for n in (2, 3, 4))
        expected = max(match.start(n) for n in (5, 6))
        if "n" in code[expected - 2 : expected + 2] and items[code.index("n", expected - 2)].value != "up":
            continue  # "below forecasts of a 6.4 percent decline"
        if _ends_range(code, now):
            if not _ends_range(code, expected + 2):
                continue
            now -= 2  # of two ranges the low ends are set against each other
        between = scene.chunks.tokens.words[items[now].after : items[expected].first]
        # "on track to top its target of 60", "a deficit of 8.5 percent, missing its target of 7.6"
        untold = scene.chunks.tokens.word(items[word].first - 1) in _UNTOLD or _is_of_worse(scene.chunks, items[word])
        if untold or not _PARTLY.isdisjoint(between):
            continue
        # "6.79, above last year's 5.10 and beating forecasts of 6.48": the first is meant
        based = code[:now].rstrip(_LEADING)[-1:] in tuple("fjkhAc") or code[now - 1 : now] == "&"
        like = like_units(items[now], items[expected]) and _near(items[now], items[expected])
        counted = code[now - 1 : now + 1] == "vN" and code[now + 1] in "mu"  # "added 148,000 jobs"
        changed = code[now] != "P" and code[now - 1 : now] in tuple("vwgab") and not counted
        changed = changed or (code[now - 2 : now] in ("no", "vo") and items[now - 2].value != "up")
        if like and not based and not changed and not {now, expected} & taken:
            found.append(Pair(now, expected, word, "benchmark"))
    return found


def _ends_range(code: str, k: int) -> bool:
    """Is a figure the second of "3.95 to 4.20", and not of "from 3.95 to 4.20"?"""
    joint = code[k - 1 : k] == "t" or (code[k - 1 : k] == "&" and code[k - 3 : k - 2] == "O")
    return joint and _is_level(code, k - 2) and _is_level(code, k) and code[max(0, k - 3)] != "f"


def _is_level(code: str, k: int) -> bool:
    return code[k : k + 1] in tuple(LEVELS)


def _forward(scene: Scene, k: int) -> Pair | None:
    """ "fell from 8.1 to 7.4 percent": the change word stands before the connector, the present figure after it."""
    chunks = scene.chunks
    code, items = chunks.code, chunks.chunks
    before = figure_after(chunks, k)
    said = chunks.tokens.words[items[k].first : items[before].first] if before >= 0 else []
    levels = before >= 0 and "B" not in code[k:before] and "range" not in said  # "down from a forecast of 16 to 17"
    lead = leads_to_present(items, code, k, before) if levels else 0
    if not lead:
        return None
    now = before + 1 + lead
    if not _is_level(code, now) or not like_units(items[before], items[now]):
        return None
    start = k
    while start and (code[start - 1] in "u,Pbiom" or start - 1 in scene.amounts):
        start -= 1
    word = start - 1
    if word < 0 or code[word] not in "vwagn" or "j" in code[max(0, start - 6) : k] or unsure(items[word]):
        return None
    if chunks.tokens.word(items[k].first - 1) in IDIOMS:
        return None  # "the effect of the decline ranged from 80 to 100 billion"
    if code[word] == "n" and (is_thing(chunks, word) or not _OF_NOUN.fullmatch(code, word, k)):
        return None  # "the cuts disclosed by the banks varied from 21 to 50 percent"
    if owner := _OBJECT.search(code[: word + 1]):
        word = owner.start()
    if code[word] in "an" and items[word].value == "down" and _is_bare_range(scene.chunks, before, now):
        return None  # "down from a growth rate of 5 to 10 percent", "declines from 14 to 30 percent"
    if code[word] == "a" and scene.chunks.tokens.word(items[word].first - 1) == "seen":
        return None  # "sales are seen down from 13 percent to 18 percent": how large the fall may be
    if code[word] == "a" and any(code[j] in LEVELS for j in clause_left(code, word)):
        return None  # "12 to 13 million, down from 12.6 to 13.5 million"
    return Pair(now, before, word, "from")


def _is_bare_range(chunks: Chunks, low: int, high: int) -> bool:
    """ "20 to 30 percent": a number without a unit, and a larger one that has it, are the ends of a range."""
    own = chunks.chunks[low].figure
    bare = own is not None and own.figure.text.endswith(own.figure.digits)  # "about 14.4"
    return bare and value_of(chunks.chunks[low]) < value_of(chunks.chunks[high])


def _backward(scene: Scene, k: int, bonds: list[Bond]) -> Pair | None:
    """ "rose to 8 percent from 10", "61,200, down from 70,900": the present figure stands on the connector's left."""
    code, items = scene.chunks.code, scene.chunks.chunks
    before = base_of(scene, k)
    now = _present(scene, k, before) if before >= 0 else -1
    if now < 0:
        return _rates(scene, k, bonds)
    if are_unlike(scene.chunks, now, before, k):
        return None
    direction = direction_word(scene, now, k)
    if direction > 0 and scene.chunks.tokens.word(items[direction].first - 1) == "before":
        direction = -1  # "rose to 139 before slipping to 138 from a close of 133": the base is the first figure's
    extreme = "x" in code[k:before]
    if extreme and direction >= 0 and code[direction] != "a" and "t" not in code[direction:now]:
        direction = -1  # "pulling back from a low", and no "fell to 4 from a high of 5"
    if "basis" in scene.chunks.tokens.words[items[now].after : items[k].first]:
        return Pair(now, before, -1, "from-other")  # "up 1 percent on an adjusted basis from 1.32 million"
    if _RATE_OF_OTHER.search(code, 0, k) or _of_a_day(scene.chunks, now, k):
        return Pair(now, before, direction, "from-other")
    turned = direction > now or not {"v", "g"}.isdisjoint(code[now:k])
    if turned and any(b.chunk < now and b.to == now for b in bonds):
        # "fell 3 percent to 512, up from 480 a year earlier", "having risen from 480": the rate has another base
        return Pair(now, before, direction, "from-other")
    return Pair(now, before, direction, "from-extreme" if extreme else _CONNECTOR[items[k].letter])


def _of_a_day(chunks: Chunks, now: int, k: int) -> bool:
    """ "down 0.6 percent on the day, from 1.2950 before the figures": the rate has a base of its own."""
    words = chunks.tokens.words[chunks.chunks[now].after : chunks.chunks[k].first]
    return words[-4:] in [["on", "the", span, ","] for span in ("day", "week", "month", "year")]


def _rates(scene: Scene, k: int, bonds: list[Bond]) -> Pair | None:
    """ "spending grew 4.2 percent, down from 5.1": a growth rate against another; a fall would be ambiguous."""
    code, items = scene.chunks.code, scene.chunks.chunks
    word = scene.chunks.tokens.words[items[k - 1].first]
    before = figure_after(scene.chunks, k)
    falls = {b.chunk for b in bonds if b.aspect == "change-rate" and b.sign >= 0 and items[b.sign].value != "up"}
    if before < 0 or before in falls or code[before] != "P":
        return None
    if (code[k - 1] != "a" and word not in _PACE) or unsure(items[k - 1]):
        return None
    rising = {b.chunk for b in bonds if b.aspect == "change-rate" and b.sign >= 0 and items[b.sign].value == "up"}
    now = next((j for j in clause_left(code, k) if j in rising and not is_aside(code, j)), -1)
    return Pair(now, before, k - 1, "from-rate") if now >= 0 else None


def _present(scene: Scene, k: int, before: int) -> int:
    """A connector and its base → the nearest figure of like unit and size on the left, or −1."""
    code, items = scene.chunks.code, scene.chunks.chunks
    left = [
        j
        for j in clause_left(code, k)
        if code[j] in LEVELS
        and not is_aside(code, j)
        and end_of(items[before]) in ("", end_of(items[j]))  # of two ranges the low ends pair, and the high ends
        and j not in scene.amounts
        and j not in scene.bases
        and like_units(items[j], items[before])
    ]
    near = [j for j in left if _near(items[j], items[before])]
    if not near and not _has_digits(items[before]):
        return -1  # "29.43 million, from two others"
    near = near or left
    # Money pairs with money before it pairs with money a share.
    alike = (j for j in near if code[j] == code[before] or {code[j], code[before]} == {"M", "N"})
    return next(alike, near[0] if near else -1)


def _has_digits(item: Chunk) -> bool:
    return item.figure is not None and item.figure.figure.digits != ""


def _near(a: Chunk, b: Chunk) -> bool:
    """Of one order of magnitude, give or take: the amount, not the amount a share beside it."""
    return Fraction(1, _CLOSE) < times(a, b) < _CLOSE


def _parallel(chunks: Chunks, pair: Pair) -> list[Pair]:
    """ "to $26 million, or 31 cents a share, from $13 million, or 16 cents": the second figures pair like the first."""
    now, before = _beside(chunks, pair.now), _beside(chunks, pair.before)
    if now < 0 or before < 0 or now >= pair.before or not like_units(chunks.chunks[now], chunks.chunks[before]):
        return []
    items = chunks.chunks
    change = abs(times(items[pair.now], items[pair.before]) - 1)
    # Of 250 amounts that moved so far no amount a share went the other way; of small moves one in 15 did.
    return [Pair(now, before, -1, pair.connector, pair.now, pair.direction if change > _FIFTH else -1)]


def _beside(chunks: Chunks, k: int) -> int:
    """An amount → the amount a share, or in another currency, right behind it, or −1."""
    match = _BESIDE.match(chunks.code, k)
    return match.end() - 1 if match else -1


def _second_base(chunks: Chunks, pair: Pair) -> list[Pair]:
    """ "from 52.4 percent in the spring and 54.3 percent a year ago": one figure, two bases."""
    match = _SECOND_BASE.match(chunks.code, pair.before + 1)
    if match is None or not like_units(chunks.chunks[pair.now], chunks.chunks[match.end() - 1]):
        return []
    if chunks.tokens.word(chunks.chunks[match.end() - 1].after) == "after":
        return []  # "raised to 9 percent from 8 and 12 percent after May"
    return [Pair(pair.now, match.end() - 1, -1, "from-also")]


def _is_of_worse(chunks: Chunks, word: Chunk) -> bool:
    """ "a deficit of 8.5 percent, missing its target of 7.6": is less better of what misses a target?"""
    words = chunks.tokens.words
    return words[word.first].startswith("miss") and not _WORSE.isdisjoint(words[: word.first])
