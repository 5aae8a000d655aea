"""A figure and the connector behind it → the word that gives the direction.

"Exports fell 3 percent to 90 crowns from 93"     →  "fell"
"61,200, down from 70,900"                        →  "down"
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.governing import Scene, agreed, described, governing
from checker.pattern import regex
from checker.turning import ODDS, clause_before, turn, unsure
from checker.unit import singular

_AT_MOST = frozenset("by of for at with -".split())  # before "up to", which then says no way; "its wind-down to"
_FOR_NAME = regex(r"k[^,;MNEPX]{0,4}[MNEPX]iu")
_LIKELY = ODDS | {"prospect", "prospects"}
_BETS = frozenset("expectations bets wagers".split())
_ELSEWHERE = ("for", "in")
_GOALS = frozenset("goal goals target targets limit ceiling cap".split())
_NEAR = 4  # tokens
_OTHERS = frozenset("the that which it they he she we proposed demanded sought".split())
_RATES = ("rate", "pace", "annual", "annualised", "annualized")
_MOVED_BY = regex(r"v[bu]{1,2}P$")  # "grew by just 0.1 percent"
_TOLD = regex(r",[umo]{0,3}y[umioB]{0,5},")  # ", according to the poll,"
_GROWING = frozenset("grow grows grew growing expand expands expanded expanding".split())
_PACES = frozenset("slowdown slowing acceleration deceleration".split())
_PERHAPS = ("perhaps", "possibly", "maybe")
_EASING = frozenset("ease eases eased easing relax relaxes relaxed".split())
_LIMITS = frozenset("target targets limit limits rule rules goal requirement requirements".split())
_FAR = 9  # tokens


def direction_word(scene: Scene, now: int, k: int) -> int:
    """A present figure and the connector of its base → the chunk of the word that says which way, or −1."""
    code, items = scene.chunks.code, scene.chunks.chunks
    between = _TOLD.sub(",", code[now + 1 : k])
    if between[:1] == "B" and (_is_counted(scene.chunks, now) or _is_planned(scene.chunks, now)):
        between = between[1:]  # "31 goals, up from 25", "31 planned cuts, up from 25"
    if code[k] == "k" and not _GOALS.isdisjoint(scene.chunks.tokens.words[items[k].after : items[k].after + _NEAR]):
        return -1  # "cut its deficit to 5.9 percent, compared with a previous goal of 4.6 percent"
    sized = code[now] == code[k + 1 : k + 2] == "P" and code[k - 2 : k] == ",a"  # "68 percent expect …, up from 55"
    if (set("jqBG") & set(between) and not sized) or (code[k] == "k" and is_of_another(scene.chunks, k)):
        return -1
    weighed = scene.chunks.tokens.words[items[now].after : items[now].after + 2]
    if (_is_negative(items[now]) and code[now] != "N") or "underweight" in weighed:
        return -1  # "the decline picked up to -3.6 percent, against -3.3", "cut to 70 percent underweight from 30"
    if is_pace(scene.chunks, now):
        return -1
    behind = _behind(scene, now, k)
    if behind >= 0:  # a verb behind the figure has a subject of its own: it held in 43 of 50 cases
        if code[k] == "h" and code[now + 1 : behind].strip(",P") == "":
            return -1  # "200,000 higher than the 600,000 paid", "$33, or 34 percent, higher than": the difference
        if scene.chunks.tokens.word(items[behind].first - 1) in _PERHAPS:
            return -1
        if scene.chunks.tokens.words[items[behind].first] in _PACES:
            return -1  # "which has 70 percent of the market, grew 3 percent, a slowdown from 14"
        of_range = scene.chunks.tokens.word(items[behind].after) == "range"  # "a narrowed range from"
        # "8 percent, rising from"
        said_of = code[behind] != "v" or ("ing" in items[behind].form and code[behind - 1 : k] == ",v")
        return -1 if unsure(items[behind]) or not said_of or of_range else behind
    if code[k] == "h" or (code[k] == "k" and (_tells_a_change(scene, now) or _is_of_others(scene.chunks, k))):
        return -1
    if code[now - 2 : now] == "at" and scene.chunks.tokens.word(items[now - 2].first - 1) in _AT_MOST:
        return -1  # "cut the budget by up to 3 billion from 28 billion"
    down = code[now - 2 : now] == "at" and items[now - 2].value == "down"  # "with expectations down to"
    if (down or _has_particle(code, now)) and not unsure(items[now - 2]):
        return now - 2
    if code[now - 2 : now] == "at":  # "inflation down to 5.3 percent", but "a fine of up to 5 million"
        return now - 2 if items[now - 2].value == "down" or code[now - 3 : now - 2] in tuple("m,/") else -1
    word = governing(scene, now, k)
    if word < 0:
        word = agreed(scene, now) if code[k] == "f" else described(scene, now)
    if word >= 0 and (_is_of_odds(scene.chunks, word) or _is_restated(scene, word, now)):
        return -1
    return -1 if word >= 0 and _is_of_fall(scene.chunks, word, now) else word


def _is_of_fall(chunks: Chunks, word: int, now: int) -> bool:
    """ "the contraction in the sector deepened to 44.9 from 45.1": does a fall move, and a gauge tell of it?"""
    figure = chunks.chunks[now].figure
    gauge = figure is not None and chunks.code[now] in "NX" and not figure.figure.unit and figure.figure.scale == 1
    fall = any(item.letter == "n" and turn(item.value) < 0 for item in clause_before(chunks, word))
    return gauge and chunks.code[word] in "vw" and fall


def _is_restated(scene: Scene, word: int, now: int) -> bool:
    """ "the fall was changed to 1.0 percent from 0.5", "eased its target to 2.9 from 1.8": how, and not which way?"""
    chunks = scene.chunks
    between = chunks.tokens.words[chunks.chunks[word].after : chunks.chunks[now].first]
    eased = chunks.tokens.words[chunks.chunks[word].first] in _EASING
    before = chunks.tokens.word(chunks.chunks[word].first - 1)
    if before == "quantitative" or chunks.tokens.words[chunks.chunks[word].first] == "prop":
        return True  # "quantitative easing to 1.4 trillion", "cut its fund to prop up the bank to 39 from 60"
    return "changed" in between or (eased and not _LIMITS.isdisjoint(between))


def _is_of_odds(chunks: Chunks, word: int) -> bool:
    """ "slashed the prospects for a rate increase to 4 percent from 16": is what moves how likely a movement is?"""
    item, words = chunks.chunks[word], chunks.tokens.words
    if "ing" in item.form and not _BETS.isdisjoint(words[: item.first]):
        return True  # "trimmed expectations that it would start raising rates, to 62 percent from 68"
    return not _LIKELY.isdisjoint(words[max(0, item.first - _FAR) : item.first])


def _is_negative(item: Chunk) -> bool:
    """Is a figure printed with a minus sign?"""
    return item.figure is not None and (item.figure.figure.value or 0) < 0


def _is_counted(chunks: Chunks, now: int) -> bool:
    """Does the word behind a figure name what it counts?"""
    figure = chunks.chunks[now].figure
    return figure is not None and figure.figure.unit.endswith(
        singular(chunks.tokens.words[chunks.chunks[now + 1].first])
    )


def _is_planned(chunks: Chunks, now: int) -> bool:
    """ "announced 41,676 planned cuts": does a figure count what is planned?"""
    return chunks.tokens.words[chunks.chunks[now].after] == "planned" and chunks.code[now] == "N"


def is_pace(chunks: Chunks, k: int) -> bool:
    """ "fell at a 21 percent rate", "rose only 4 percent": is a percentage a change, and no level?"""
    if _MOVED_BY.search(chunks.code, 0, k + 1):
        return True
    if chunks.code[k - 2 : k + 1] == "v@P" and chunks.tokens.words[chunks.chunks[k - 2].first] in _GROWING:
        return True  # "saw the economy growing at 7.5 percent in the spring, from 7.8"
    return chunks.code[k - 1 : k + 1] == "@P" and chunks.tokens.word(chunks.chunks[k].after) in _RATES


def _behind(scene: Scene, now: int, k: int) -> int:
    """The change word between figure and connector: "61,200, down sharply from", "55 cents, up 12 percent from"."""
    code = scene.chunks.code
    for j in range(k - 1, now, -1):
        if code[j] == "n" and unsure(scene.chunks.chunks[j]):
            continue  # "a 4.7 million-unit pace from"
        if code[j - 1 : j + 1] in ("rn", "rg"):
            return -1  # "66 percent were downgrades, against 55"
        if code[j] in "avwn" or (code[j] == "g" and j == k - 1 and code[k] != "h"):
            # "2.7 percent, revised down from", and no "less fuel than"
            # "70 percent have guided lower, against 44", "an 84 percent chance of a cut against 72": not said of it
            aside = code[j] == "n" or (code[j - 1] == "u" and k != j + 1)
            listed = code[j] == "n" and code[j - 1] == "&"  # ", the line between growth and contraction, from"
            return -1 if listed or (aside and "," not in code[now:j]) else j
        if j in scene.bases or (j not in scene.amounts and code[j] not in "P,uEX/"):
            break
    return -1


def _tells_a_change(scene: Scene, now: int) -> bool:
    """ "rose by 2,000 in the month to 436,500 compared with 470,700 a year earlier": the change has its own base."""
    code = scene.chunks.code
    amounts = (j for j in range(max(0, now - 6), now) if j in scene.amounts)
    return "b" in code[max(0, now - 4) : now] or any(code[j] in "MNX" for j in amounts)


def is_of_another(chunks: Chunks, k: int) -> bool:
    """ "compared to 35 percent for Harbour Bank", "against 30 percent in Kestria": is the base somebody else's?"""
    match = _FOR_NAME.match(chunks.code, k)
    item = chunks.chunks[match.end() - 1] if match else None
    if match is None or item is None:
        return False
    led = chunks.tokens.words[chunks.chunks[match.end() - 2].first]
    return led in _ELSEWHERE and chunks.tokens.capital(item.first)


def _is_of_others(chunks: Chunks, k: int) -> bool:
    """ "compared with the $1 million level the house rejected": is the base a level of which others decided?"""
    base = next((item for item in chunks.chunks[k + 1 : k + 4] if item.figure is not None), None)
    behind = chunks.tokens.words[base.after : base.after + 2] if base is not None else []
    return len(behind) > 1 and behind[0] in ("level", "threshold", "limit", "figure") and behind[1] in _OTHERS


def _has_particle(code: str, now: int) -> bool:
    """ "pushed profit down to 40", "was up at 40": the particle before the figure decides, not the verb."""
    moved = code[now - 2 : now] in ("at", "a@") and not {"v", "g", "j"}.isdisjoint(code[max(0, now - 7) : now - 2])
    return moved or code[max(0, now - 3) : now] == "ra@"
