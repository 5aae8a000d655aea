"""Chunks of a sentence → pairs: a figure now and the figure it is set against, with the word that gives the direction.

    "rose to 8 percent in May from 10"   →  now 8 percent, before 10, direction "rose"
    "61,200, down from 70,900"           →  now 61,200, before 70,900, direction "down"

Anchored on the connector (from, against, compared with, than): its figure is the base; the nearest figure of like unit
on the left that is no amount of change is what stands now; the change word that governs it gives the direction.
"""

from __future__ import annotations

from fractions import Fraction

from checker.base import LEVELS, are_close, are_near, base_of, clause_left
from checker.benchmark import benchmarks
from checker.chunk import FIGURES, Chunk, Chunks
from checker.direction import direction_word, is_pace
from checker.forward import far_forward, forward
from checker.frame import Bond, end_of, like_units, times
from checker.governing import Scene
from checker.growing import PACE, grown, slowed
from checker.pattern import regex
from checker.record import record, replace
from checker.stillfrom import is_joined, is_judged, still_from
from checker.turning import turn
from checker.unlike import are_opposite, are_turned, are_unlike, is_aside

AMOUNTS = ("change-rate", "change-amount", "share-change", "rate-difference", "threshold")
_CONNECTOR = {"f": "from", "k": "against", "h": "than"}
_IN_ORDER = frozenset(("respective", "respectively"))
_STANDING = frozenset(
    "closing ending finishing settling averaging standing opening starting totalling totaling".split()
)
_TO_STOOD = regex(rf"[ru]{{0,2}}@?[umx]{{0,2}}o?[{LEVELS}]")
_BESIDE = regex(r"M,?[EM]")
_SECOND_BASE = regex(rf"&f?[uj]{{0,2}}[{LEVELS}](?![ionmfktav])")
# "down 6 percent from its last target and compared with 900,000 at first"
_OWN_BASE = regex(r"[an]P,?f[umxBoe]{0,4}&?$")
# "down 82 percent from April, and 98 percent from 2.4 billion", "up 9 percent from May and down 3.6 percent from"
_RATE_OF_OTHER = regex(r"P[na]?,?(?:f[umx]{0,2})?,?&P[na]?$")
_JOINED = regex(rf"[{LEVELS}][t&][{LEVELS}]")
_NEW_SUBJECT = regex(r",[um]{1,3}r?a$")  # "without 227 million of its mills, profit was up 20 percent from 517"
_TURN = regex(r"[uoi]{0,3},?[|&]?r?a")
_ELLIPSIS = regex(r",?[&i][umDxiP,]{0,6}tu?$")
_FIFTH = Fraction(1, 5)
# Of a sentence that tells why there are more shares than a year ago, or fewer.
_NEW_SHARES = frozenset("bought acquired acquisition acquisitions merger merged merging split offering".split())


@record(frozen=True, slots=True)
class Pair:
    """Chunk indices; direction −1 when the wording gives none that can be trusted."""

    now: int
    before: int
    direction: int
    # from, against, than; from-also a second base; from-extreme a high or low; from-rate of rates; from-turned a loss,
    # where now there is a profit
    connector: str
    beside: int = -1  # the present figure of the pair that this one runs parallel to
    shared: int = -1  # the direction word of the pair before, which is this one's too


def pairs(chunks: Chunks, bonds: list[Bond]) -> list[Pair]:
    """A sentence's chunks and bonds → its now/before pairs, in order."""
    if not _IN_ORDER.isdisjoint(chunks.tokens.words):
        return []  # "11 and 3 billion, up from a respective 7 and 2 billion"
    scene = Scene(chunks, frozenset(b.chunk for b in bonds if b.aspect in AMOUNTS), frozenset())
    found: list[Pair] = []
    for k, item in enumerate(chunks.chunks):
        if item.letter == "|" and chunks.tokens.words[item.first] == "after":
            found += _after(scene, k) or _stood(scene, k, bonds)
        elif item.letter in _CONNECTOR and not _is_instead(chunks, item, k):
            ahead = forward(scene, k)
            pair = Pair(*ahead, "from") if ahead else _backward(scene, k, bonds)
            if pair is None and (pace := slowed(scene, k)):
                pair = Pair(*pace, "after")
            if pair is None and (far := far_forward(scene, k)):
                pair = Pair(*far, "from-other")
            if (own := _set_off(scene, k, pair, found)) is not None:
                found.append(own)
                continue
            if pair is not None and is_joined(chunks, k) and is_judged(chunks.code, pair.now):
                pair = replace(pair, direction=-1)  # "short of forecasts for 4 percent and up from 3"
            if pair is None:
                found += _turned(scene, k, found)
                continue
            if len({chunks.chunks[one].value.endswith("/dollar") for one in (pair.before, pair.now)}) > 1:
                pair = replace(pair, direction=-1)  # "rallied from 160 yen per dollar to 99 yen": a quote, told by half
            if any(known.now == pair.now and known.connector != "from-turned" for known in found):
                # The change is the change from the first base.
                pair = replace(pair, connector="from-other", direction=-1)
            pair = _elliptic(chunks, pair, found)
            second = _second_base(chunks, pair)
            if second and pair.connector == "against":
                pair = replace(pair, direction=-1)  # "grew to 4.7 billion against 5 in May and 3.8 a year before"
            new = (pair, *_parallel(chunks, pair), *second)
            found += new
            scene = replace(scene, bases=scene.bases.union(one.before for one in new))
    found += [*_onward(scene, bonds, found), *_lengthened(chunks)]
    found = _with_ranges(chunks, found)
    return [*found, *(Pair(*one, "benchmark") for one in benchmarks(scene, bonds))]


def _set_off(scene: Scene, k: int, pair: Pair | None, found: list[Pair]) -> Pair | None:
    """A word of direction that is set off from the one figure it can be said of, where no nearer pair tells the way."""
    if pair is not None and pair.direction >= 0 and not is_joined(scene.chunks, k):
        return None
    still = still_from(scene, k)
    if still is None:
        return None
    rated = any(still[0] < j < k for j in scene.amounts)  # "down 22 percent on the year, and up from 1.7 billion"
    if pair is not None and pair.direction >= 0 and pair.now == still[0] and not rated:
        return None
    return Pair(*still, "from-also" if any(known.now == still[0] for known in found) else "from-other")


def _with_ranges(chunks: Chunks, found: list[Pair]) -> list[Pair]:
    """Pairs, and those of the ends of ranges that a sentence sets against earlier ones, where none tells of a way."""
    if {"f", "O"}.isdisjoint(chunks.code) or _JOINED.search(chunks.code) is None:
        return found
    from checker.outlook import outlooks  # few sentences go so far

    told = []
    for (now, was, word), *others in outlooks(chunks):
        told += [Pair(now, was, word, "from"), *(Pair(*end[:2], -1, "from", shared=word) for end in others)]
    held = {one.before for one in found if one.direction >= 0 or one.connector != "from"}
    told = [one for one in told if one.before not in held]
    new = {one.before for one in told}
    return [*(one for one in found if one.before not in new), *told]


def _is_instead(chunks: Chunks, item: Chunk, k: int) -> bool:
    """ "up 1.5 percent rather than 0.9", "is not coming down from 4.8 to 4.9": the one is in the other's place."""
    denied = chunks.code[max(0, k - 2) : k + 1] == "!vf"
    return denied or chunks.tokens.words[max(0, item.after - 2) : item.after] == ["rather", "than"]


def _onward(scene: Scene, bonds: list[Bond], found: list[Pair]) -> list[Pair]:
    """What went on to a further figure, where no connector has given that a base."""
    if not any(moved in scene.chunks.code for moved in ("vt", "wt", "at")):
        return []
    from checker.onward import onward  # few sentences go so far

    known = {one.now for one in found}
    return [Pair(*one, "from-other") for one in onward(scene, bonds) if one[0] not in known]


def _lengthened(chunks: Chunks) -> list[Pair]:
    """Lengths of time that are set against earlier ones, which are no levels to the rest."""
    if chunks.code.count("D") <= 1:
        return []
    from checker.lengthened import lengthened  # few sentences tell two

    return [Pair(*one, "from") for one in lengthened(chunks)]


def _stood(scene: Scene, k: int, bonds: list[Bond]) -> list[Pair]:
    """ "fell to $23.25 after closing at $24.75": the figure at which something had stood."""
    chunks = scene.chunks
    if chunks.tokens.word(chunks.chunks[k].after) not in _STANDING:
        return []
    match = _TO_STOOD.match(chunks.code, k + 1)
    before = match.end() - 1 if match else -1
    moved = before in scene.amounts or chunks.code[before + 1 : before + 2] == "a"  # "after closing 68 cents higher"
    now = -1 if before < 0 or moved else _present(scene, k, before)
    if now < 0 or not are_near(chunks.chunks[now], chunks.chunks[before]) or are_unlike(chunks, now, before, k):
        return []
    # A settlement is no base of the day's change ("slipped $1.20 to $78.40 after settling at $79.10"); a close may be.
    own = any(b.chunk == before and b.link == "from" for b in bonds)
    return [Pair(now, before, direction_word(scene, now, k), "from" if own else "from-other")]


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
    return [Pair(now, before, verb, "after")] if chunks.tokens.words[chunks.chunks[verb].first] in PACE else []


def _backward(scene: Scene, k: int, bonds: list[Bond]) -> Pair | None:
    """ "rose to 8 percent from 10", "61,200, down from 70,900": the present figure stands on the connector's left."""
    code, items = scene.chunks.code, scene.chunks.chunks
    before = base_of(scene, k)
    now = _present(scene, k, before) if before >= 0 else -1
    if now < 0:
        return Pair(*rates, "from-rate") if (rates := grown(scene, k, bonds)) else None
    if are_turned(scene.chunks, now, before):
        return Pair(now, before, -1, "from-turned")
    if are_unlike(scene.chunks, now, before, k):
        return None
    if are_opposite(scene.chunks, now, before):
        return Pair(now, before, -1, "from-opposite")
    if is_pace(scene.chunks, now) and (paced := grown(scene, k, bonds)):
        return Pair(*paced, "from-rate")
    if code[k - 2 : k] == "aP" and _NEW_SUBJECT.search(code, now + 1, k - 1):
        return None
    direction = direction_word(scene, now, k)
    if direction > 0 and scene.chunks.tokens.word(items[direction].first - 1) == "before":
        direction = -1  # "rose to 139 before slipping to 138 from a close of 133": the base is the first figure's
    if end_of(items[now]) and times(items[now], items[before]) == 1:
        direction = -1  # "trimmed its forecast to 485-495 planes from 485-500"
    extreme = "x" in code[k:before]
    if extreme and direction >= 0 and code[direction] != "a" and "t" not in code[direction:now]:
        direction = -1  # "pulling back from a low", and no "fell to 4 from a high of 5"
    if "basis" in scene.chunks.tokens.words[items[now].after : items[k].first]:
        return Pair(now, before, -1, "from-other")  # "up 1 percent on an adjusted basis from 1.32 million"
    early = scene.chunks.tokens.word(items[before].after) == "before"  # "down 7 points at 1.518, against 1.527 before"
    own = _OWN_BASE.search(code, 0, k) or _RATE_OF_OTHER.search(code, 0, k)
    if own or early or _of_a_day(scene.chunks, now, k):
        return Pair(now, before, direction, "from-other")
    turned = direction > now or not {"v", "g"}.isdisjoint(code[now:k])
    again = "close" not in scene.chunks.tokens.words[items[k].first : items[before].first]  # of which day?
    moved = [b for b in bonds if b.chunk < now and b.to == now]
    if turned and not all(again and _turns_again(scene.chunks, b, direction) for b in moved):
        # "fell 3 percent to 512, up from 480 a year earlier", "having risen from 480": the rate has another base
        return Pair(now, before, direction, "from-other")
    return Pair(now, before, direction, "from-extreme" if extreme else _CONNECTOR[items[k].letter])


def _turns_again(chunks: Chunks, bond: Bond, direction: int) -> bool:
    """ "a 3 percent rise to 512, up from 497": does the second word go the way of the rate, which has no other base?"""
    said = chunks.chunks[direction].value if direction >= 0 and chunks.code[direction + 1] in "fu" else ""
    return bond.sign >= 0 and turn(said) != 0 and turn(said) == turn(chunks.chunks[bond.sign].value)


def _of_a_day(chunks: Chunks, now: int, k: int) -> bool:
    """ "down 0.6 percent on the day, from 1.2950 before the figures": the rate has a base of its own."""
    words = chunks.tokens.words[chunks.chunks[now].after : chunks.chunks[k].first]
    return words[-4:] in [["on", "the", span, ","] for span in ("day", "week", "month", "year")]


def _present(scene: Scene, k: int, before: int) -> int:
    """A connector and its base → the nearest figure of like unit and size on the left, or −1."""
    code, items = scene.chunks.code, scene.chunks.chunks
    left = [
        j
        for j in clause_left(code, k)
        if code[j] in LEVELS
        and not is_aside(code, j)
        and not (code[j + 1 : k] == "a" and times(items[j], items[before]) < _FIFTH)  # "at 800p, 32p up from 768p"
        and end_of(items[before]) in ("", end_of(items[j]))  # of two ranges the low ends pair, and the high ends
        and j not in scene.amounts
        and j not in scene.bases
        and like_units(items[j], items[before])
        and not _is_coupon(scene.chunks, j)
    ]
    if not left and code[k - 2 : k] == ",a":
        left = _told_alone(scene, k, before)
    near = [j for j in left if are_near(items[j], items[before])]
    if not near and not (_has_digits(items[before]) and left and _has_digits(items[left[0]])):
        return -1  # "29.43 million, from two others", "178,896 cars and lorries under four brands, from 146,825"
    near = near or left
    if near and near[0] == k - 1 and code[k - 2 : k - 1] == "t" and are_close(items[near[0]], items[before]):
        return near[0]  # "for Arden to 2.55 a share, and for Brill to 1.95 from 2.05 a share"
    # Money pairs with money before it pairs with money a share.
    alike = (j for j in near if code[j] == code[before] or {code[j], code[before]} == {"M", "N"})
    return next(alike, near[0] if near else -1)


def _told_alone(scene: Scene, k: int, before: int) -> list[int]:
    """ "68 percent said that they expect to sell, up from 55": the nearest figure, whatever clause stands behind it.

    All of 128 such percentages in 40,000 articles went the way of the word; amounts did not.
    """
    code, items = scene.chunks.code, scene.chunks.chunks
    nearest = next((j for j in range(k - 1, -1, -1) if code[j] in FIGURES), -1)
    level = nearest >= 0 and code[nearest] == code[before] == "P" and nearest not in scene.amounts | scene.bases
    plain = level and not _is_coupon(scene.chunks, nearest) and not end_of(items[before])
    return [nearest] if plain else []


def _is_coupon(chunks: Chunks, k: int) -> bool:
    """ "5.5 percent bonds": is a percentage the name of what it is paid on?"""
    return chunks.code[k] == "P" and chunks.tokens.word(chunks.chunks[k].after) in _PAPERS


_PAPERS = frozenset("bond bonds note notes bill bills gilt gilts debentures bunds treasuries".split())


def _has_digits(item: Chunk) -> bool:
    return item.figure is not None and item.figure.figure.digits != ""


def _parallel(chunks: Chunks, pair: Pair) -> list[Pair]:
    """ "to $26 million, or 31 cents a share, from $13 million, or 16 cents": the second figures pair like the first."""
    now, before = _beside(chunks, pair.now), _beside(chunks, pair.before)
    if now < 0 or before < 0 or now >= pair.before or not like_units(chunks.chunks[now], chunks.chunks[before]):
        return []
    items = chunks.chunks
    change = abs(times(items[pair.now], items[pair.before]) - 1)
    # Of 250 amounts that moved so far no amount a share went the other way; of small moves one in 15 did.
    beside = -1 if not _NEW_SHARES.isdisjoint(chunks.tokens.words) else pair.now
    return [Pair(now, before, -1, pair.connector, beside, pair.direction if change > _FIFTH else -1)]


def _beside(chunks: Chunks, k: int) -> int:
    """An amount → the amount a share, or in another currency, right behind it, or −1."""
    match = _BESIDE.match(chunks.code, k)
    return match.end() - 1 if match else -1


def _second_base(chunks: Chunks, pair: Pair) -> list[Pair]:
    """ "from 52.4 percent in the spring and 54.3 percent a year ago": one figure, two bases."""
    match = _SECOND_BASE.match(chunks.code, pair.before + 1)
    if match is None or not like_units(chunks.chunks[pair.now], chunks.chunks[match.end() - 1]):
        return []
    first = chunks.chunks[pair.before].first
    if "revised" in chunks.tokens.words[max(0, first - 3) : first]:
        return []  # "to 5.9 against 6.8, revised from 6.6 and 5.3 a year before"
    if chunks.tokens.word(chunks.chunks[match.end() - 1].after) == "after":
        return []  # "raised to 9 percent from 8 and 12 percent after May"
    return [Pair(pair.now, match.end() - 1, -1, "from-also")]
