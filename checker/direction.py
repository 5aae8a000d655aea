"""A figure and the connector behind it → the word that gives the direction, and the sign that such a word stands for.

"Exports fell 3 percent to 90 crowns from 93"            →  "fell", −1
"The number of unemployed improved to 4,000 from 6,000"  →  "improved", −1: fewer is better
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.frame import like_units, value_of
from checker.lexicon import Lexicon
from checker.measure import head_of
from checker.pattern import regex
from checker.record import record
from checker.unit import singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.lexicon import Measure

MOVERS = "vwgna"  # letters of the chunks that may say which way
# Words for what a business or a state is left with: what they tell of, and its sign.
OUTCOMES = {
    **dict.fromkeys(("profit", "profits"), ("result", 1)),
    **dict.fromkeys(("loss", "losses"), ("result", -1)),
    **dict.fromkeys(("surplus", "surpluses"), ("balance", 1)),
    **dict.fromkeys(("deficit", "deficits"), ("balance", -1)),
}
_TURNS = {"up": 1, "widen": 1, "down": -1, "narrow": -1}
_SIGNS = {**_TURNS, "above": 1, "below": -1}
_JUDGED = {"better": 1, "worse": -1}
_POLARITY = {"good": 1, "bad": -1}
# What a figure's change word may be parted from it by: its object, amounts, "to", "to a six-month low of".
_PARTS = "umoibB&pPXQjSsaDWGxneH"
_GOVERNED = regex(rf"([vwg](?=[{_PARTS}t@])|n(?=[iot]))[{_PARTS}]{{0,9}}(?:,?t[uD]{{0,2}}(?:x?o?|O)|@)$")
_GOVERNED_BARE = regex(r"([vw])b?$")
# Words that put one figure above or below another, as prepositions and as verbs.
SIDES = {
    **dict.fromkeys("above exceeding topping surpassing beating eclipsing".split(), 1),
    **dict.fromkeys("exceeded exceeds topped tops surpassed surpasses beat beats eclipsed".split(), 1),
    **dict.fromkeys("below under missing undershooting trailing short shy".split(), -1),
    **dict.fromkeys("missed misses undershot trailed".split(), -1),
}
# Nouns that take up a movement told just before: "The decline was …", "It was the third straight increase".
TURNS_TOLD = {
    **dict.fromkeys("rise increase gain jump surge climb uptick advance expansion growth".split(), 1),
    **dict.fromkeys("decline drop fall decrease slump slide plunge dip contraction tumble".split(), -1),
}
EXTREME_LEVELS = {"highest": 1, "lowest": -1}
# "It was the first time in a year that sales had fallen".
TIMES_TOLD = {
    **dict.fromkeys("risen increased climbed grown gained".split(), 1),
    **dict.fromkeys("fallen declined dropped shrunk".split(), -1),
}
TAKING_UP = tuple(f" {word}" for word in (*TURNS_TOLD, *EXTREME_LEVELS, *TIMES_TOLD, *OUTCOMES))
EXTREMES = {**dict.fromkeys("high highs peak".split(), 1), **dict.fromkeys("low lows trough".split(), -1)}
# One of them stands in each sentence that tells of a price's moves within the day or its range, or of a peak.
MOVES = frozenset(
    "hitting touching reaching rising climbing jumping surging falling dropping sliding slipping sinking initially"
    " earlier briefly range traded trading high low".split()
)
RANGES = frozenset("range ranged traded trading fluctuated high low".split())
SUMMITS = frozenset(
    "peak peaks peaked peaking record records high highs low lows trough bottomed bottoming height heyday".split()
)

# What a figure is said to lie above or below, and by how much.
REFERENCES = frozenset(
    "average averages mean median norm budget target targets limit record benchmark quota price close threshold"
    " estimate estimates forecast forecasts consensus peak high low trough".split()
)

_AT_MOST = frozenset("by of for at with -".split())  # before "up to", which then says no way; "its wind-down to"
_FOR_NAME = regex(r"k[^,;MNEPX]{0,4}[MNEPX]iu")
# Words before a verb of what has not happened: "could exceed", "on track to top".
UNDONE = frozenset("to could may might will would should can".split())
ODDS = frozenset("chance chances probability likelihood odds".split())
_LIKELY = ODDS | {"prospect", "prospects"}
_BETS = frozenset("expectations bets wagers".split())
_ELSEWHERE = ("for", "in")
_GOALS = frozenset("goal goals target targets limit ceiling cap".split())
_NEAR = 4  # tokens
_OTHERS = frozenset("the that which it they he she we proposed demanded sought".split())
_OWNER = regex(r"(?:g|v[um])[um]{0,4}g$")
_RATES = ("rate", "pace", "annual", "annualised", "annualized")
_INNER = regex(r"[vgd][um]{1,3}v$")
_MOVED_BY = regex(r"v[bu]{1,2}P$")  # "grew by just 0.1 percent"
_REACH = 5  # chunks before a noun of change in which a verb has it as its object
_SENDING = frozenset("sending taking bringing pushing driving lifting dragging pulling knocking leaving".split())
# A figure behind "to", or the upper end of a range behind it.
_REACHED = regex(r"t[uDx]{0,2}o?[MN]?$")
_DESCRIBED = regex(r"a[um]{1,4}(?:i[um]{0,2})?[o@]?[xuD]{0,2}$")
# "rose, however, to", "rose, after an earlier fall, to"
_PARENTHESIS = regex(r"(?<=[vwg]),(?:\|[umxa]{0,3}[nv]?|[mu]{1,3}y[mu]{0,3}),(?=t)")
_TOLD = regex(r",[umo]{0,3}y[umioB]{0,5},")  # ", according to the poll,"
# "the odds that it would raise its rate to 2 percent, to"
_OTHER_END = regex(r"t[uDx]{0,2}o?[MNEPX][^fkh&]*t[uDx]{0,2}$")
_NEW_CLAUSE = regex(r"t[uDx]{0,2}o?[MNEPX]&[um]{1,3}[rnvg]")  # "fall to 3 million and the rate would move to"
_GROWING = frozenset("grow grows grew growing expand expands expanded expanding".split())
_REVISED = regex(r",rj")  # "the rate, which rose as families slashed spending, was revised to"
_PACES = frozenset("slowdown slowing acceleration deceleration".split())
_BODIES = frozenset("house chamber court".split())
_QUANTIFIERS = frozenset("less more fewer".split())
_OPENING = regex(r"[s|i!][^,rycB]*,(?=[um])")
_COMPARING = ("er", "ing")  # "a wider loss", "rising sales"
_TIMES = frozenset("day week month quarter half year season period".split())
_TAKEN_UP = frozenset("it its their reading readings figure number total level score".split())
_PERHAPS = ("perhaps", "possibly", "maybe")
_EASING = frozenset("ease eases eased easing relax relaxes relaxed".split())
_LIMITS = frozenset("target targets limit limits rule rules goal requirement requirements".split())
_FAR = 9  # tokens
_VERSUS = regex("k(?=u[t@])")  # "fell against the yen to"


@record(frozen=True, slots=True)
class Scene:
    """The chunks of a sentence, with the figures that say how much something changed and those set against another."""

    chunks: Chunks
    amounts: frozenset[int]
    bases: frozenset[int]


def turn(value: str) -> int:
    """A change word's value → +1 for up, −1 for down, 0 for neither."""
    return _TURNS.get(value, 0)


def strength(value: str) -> int:
    """A change word's value → which way a currency goes of which it is said: "improved" is up."""
    return turn(value) or _JUDGED.get(value, 0)


def side(value: str) -> int:
    """A word's value → +1 for up or above, −1 for down or below, 0 for neither."""
    return _SIGNS.get(value, 0)


def word_sign(value: str, measure: str, lexicon: Lexicon, *, percent: bool = False) -> int:
    """A direction word's value → its sign; "improved" is up for profit, down for unemployment, else not told: 0.

    A percentage is a level only of what is measured in percent: it is no unemployment, but may be its rate.
    """
    known = _known(measure, lexicon)
    kinds = ("rate", "share") if percent else ("flow", "count")
    good = _POLARITY.get(known.polarity, 0) if known and known.kind in kinds else 0
    return side(value) or good * _JUDGED.get(value, 0)


def is_subject(measure: str, chunks: Chunks, k: int) -> bool:
    """Is a measure, where a verb's own clause names one before it, the verb's? "sales fell and the supply worsened" """
    own = [item for item in _led(chunks, k) if item.letter in "mu"]
    named = [item.value for item in own if item.letter == "m"]
    words = chunks.tokens.words[own[0].first : own[-1].after] if own else []
    told = head_of(measure) in named or (not named and not _TAKEN_UP.isdisjoint(words))
    return told or not own or chunks.code[k] not in "vwa"


def _led(chunks: Chunks, k: int) -> tuple[Chunk, ...]:
    """A verb → what stands before it in its own clause, its subject among it."""
    return chunks.chunks[max(chunks.code.rfind(letter, 0, k) for letter in ",;:|&vwgrc") + 1 : k]


def is_of_moves(measure: str, lexicon: Lexicon) -> bool:
    """Is a percentage of the measure a move, never a level ("the indexes fell from 2.5 to 3 percent" is a range)?"""
    known = _known(measure, lexicon)
    return known is not None and known.kind in ("index", "price")


def _known(measure: str, lexicon: Lexicon) -> Measure | None:
    return lexicon.measures.get(head_of(measure))


def unsure(item: Chunk) -> bool:
    """Is a change word no safe guide: one that is soft, or that says neither which way nor for better or worse?"""
    return "soft" in item.form or item.value not in (*_TURNS, *_JUDGED)


def direction_word(scene: Scene, now: int, k: int) -> int:
    """A present figure and the connector of its base → the chunk of the word that says which way, or −1."""
    code, items = scene.chunks.code, scene.chunks.chunks
    between = _TOLD.sub(",", code[now + 1 : k])
    if between[:1] == "B" and _is_counted(scene.chunks, now):
        between = between[1:]  # "31 goals, up from 25"
    if code[k] == "k" and not _GOALS.isdisjoint(scene.chunks.tokens.words[items[k].after : items[k].after + _NEAR]):
        return -1  # "cut its deficit to 5.9 percent, compared with a previous goal of 4.6 percent"
    sized = code[now] == code[k + 1 : k + 2] == "P" and code[k - 2 : k] == ",a"  # "68 percent expect …, up from 55"
    if (set("jqBG") & set(between) and not sized) or (code[k] == "k" and is_of_another(scene.chunks, k)):
        return -1
    weighed = scene.chunks.tokens.words[items[now].after : items[now].after + 2]
    if _is_negative(items[now]) or "underweight" in weighed:
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
    word = _governing(scene, now, k)
    if word < 0:
        word = _agreed(scene, now) if code[k] == "f" else _described(scene, now)
    if word >= 0 and (_is_of_odds(scene.chunks, word) or _is_restated(scene, word, now)):
        return -1
    return -1 if word >= 0 and _is_of_fall(scene.chunks, word, now) else word


def _is_of_fall(chunks: Chunks, word: int, now: int) -> bool:
    """ "the contraction in the sector deepened to 44.9 from 45.1": does a fall move, and a gauge tell of it?"""
    figure = chunks.chunks[now].figure
    gauge = figure is not None and chunks.code[now] in "NX" and not figure.figure.unit and figure.figure.scale == 1
    fall = any(item.letter == "n" and turn(item.value) < 0 for item in _led(chunks, word))
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


def _described(scene: Scene, now: int) -> int:
    """ "posted a higher quarterly profit of 5 million": the adjective of what a figure is the amount of, or −1."""
    match = _DESCRIBED.search(scene.chunks.code, 0, now)
    word = match.start() if match else -1
    first = scene.chunks.chunks[word].first
    if word >= 0 and scene.chunks.tokens.word(first + 1) in _BODIES:
        return -1  # "the lower house voted 316 against 284"
    if word < 0 or scene.chunks.tokens.words[first] in _QUANTIFIERS:
        return -1  # "income less interest payable 24 million vs 20 million": a minus
    item = scene.chunks.chunks[word]
    colours = "soft" in item.form and not scene.chunks.tokens.words[first].endswith(_COMPARING)
    return word if turn(item.value) and not colours else -1  # "a soft wheat harvest of 31 million tonnes against 25"


def _agreed(scene: Scene, now: int) -> int:
    """ "cut its forecast for sales in the north, again, to 3 percent": the last of several words that agree, or −1."""
    code, items = scene.chunks.code, scene.chunks.chunks
    start = max(code.rfind(letter, 0, now) for letter in ";:|y")
    words = [j for j in range(start + 1, now) if code[j] in MOVERS and items[j].value]
    words = [j for j in words if code[j] != "n" or not unsure(items[j])]
    reached = _REACHED.search(code, 0, now) and not _is_range_of_change(scene, now)
    if not reached or "d" in code[start + 1 : now] or any(_is_clause(scene, j) for j in words):
        return -1
    if start < 0 and (opening := _OPENING.match(code)):
        words = [j for j in words if j >= opening.end()]  # "Excluding gains on securities, profit to 3 from 4"
    if words and not _SENDING.isdisjoint(scene.chunks.tokens.words[items[words[-1]].after : items[now].first]):
        return -1  # "the bond fell, sending its yield to 1.4 percent from 1.3"
    movers = [j for j in words if not unsure(items[j]) and (code[j] != "n" or code[j + 1] in "io")]
    if "j" in code[start + 1 : now]:
        movers = [j for j in movers if code[j] in "ga"]  # "the fall was revised to 0.5 percent from 0.4"
    signs = {turn(items[j].value) for j in words}
    if movers and _is_of_width(scene.chunks, movers[-1], now):
        return -1
    if movers and (_NEW_CLAUSE.search(code, movers[-1], now) or _REVISED.search(code, movers[-1], now)):
        return -1
    if not movers or any(movers[-1] < base < now for base in scene.bases) or _OTHER_END.search(code, movers[-1], now):
        return -1
    return movers[-1] if len(signs) == 1 and 0 not in signs else -1


def _is_range_of_change(scene: Scene, now: int) -> bool:
    """ "raise its dividend about 20 to 30 cents a share": the ends of by how much, right behind what is changed?"""
    code, items = scene.chunks.code, scene.chunks.chunks
    ranged = code[now - 1] == "t" and now - 2 not in scene.amounts and like_units(items[now - 2], items[now])
    return ranged and code[now - 3 : now - 2] in tuple("gvwmu") and value_of(items[now - 2]) < value_of(items[now])


def _is_clause(scene: Scene, j: int) -> bool:
    """Is a word of change the verb of a relative clause: "markets which grew", "the stake that Hart had built"?"""
    chunks = scene.chunks
    opens = j - 2 if chunks.code[j - 2 : j] == "|u" else j - 1
    related = chunks.code[opens : opens + 1] == "|" and chunks.code[j] == "v"
    return related and chunks.tokens.words[chunks.chunks[opens].first] in ("which", "that", "who")


def _is_counted(chunks: Chunks, now: int) -> bool:
    """Does the word behind a figure name what it counts?"""
    figure = chunks.chunks[now].figure
    return figure is not None and figure.figure.unit.endswith(
        singular(chunks.tokens.words[chunks.chunks[now + 1].first])
    )


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


def _governing(scene: Scene, now: int, k: int) -> int:
    """The nearest change word on a figure's left, if it governs the figure; "from" lets it stand right before it."""
    bare = scene.chunks.code[k] == "f"
    items = scene.chunks.chunks
    # An amount of change parts word and figure as a percentage does.
    masked = "".join("P" if j in scene.amounts else letter for j, letter in enumerate(scene.chunks.code[:now]))
    masked = _PARENTHESIS.sub(lambda match: "u" * len(match[0]), _VERSUS.sub("i", masked))
    j = max(masked.rfind(letter) for letter in "vwgn")
    while j > 0 and masked[j] == "n" and (masked[j + 1 : j + 2] in tuple("Bmu") or _is_of_view(masked, j)):
        j = max(masked.rfind(letter, 0, j) for letter in "vwgn")  # "cut its growth view to 3.5": no word that governs
    # "lowered its special advances rate to", "halved the number added in December to"
    if j > 0 and (owner := _INNER.search(masked[: j + 1]) or _OWNER.search(masked[: j + 1])):
        j = owner.start()  # "reducing fuel use to 5.5": the second is what the first one moves
    if masked[j - 1 : j + 1] == "ug" and items[j].form == "base" and not {"v", "g"}.isdisjoint(masked[: j - 1]):
        return -1  # "cutting the merit raise pool to 3.5": a noun
    if j > 0 and masked[j] in "vg" and _is_object(scene.chunks, j):
        masked = f"{masked[:j]}u{masked[j + 1 :]}"  # "cut the amount for raises to 3.5": a noun
        j = max(masked.rfind(letter) for letter in "vwgn")
    if j < 0 or unsure(items[j]) or _OTHER_END.search(masked, j):
        return -1
    if masked[j - 2 : j] == "|u" and _is_clause(scene, j):
        return -1  # no "rigs, which dropped to"
    if masked[j] == "n" and is_thing(scene.chunks, j):
        return -1
    if _is_of_width(scene.chunks, j, now):
        return -1
    return j if _GOVERNED.match(masked, j) or (bare and _GOVERNED_BARE.match(masked, j)) else -1


def _is_object(chunks: Chunks, j: int) -> bool:
    """ "cut its forecast for the real rise in wages to 3.5": does a preposition lead to what looks like a verb?"""
    items = chunks.chunks
    words = chunks.tokens.words
    led = chunks.code[j - 1] in "io" or (chunks.code[j - 1] == "B" and words[items[j - 1].after - 1] in ("for", "of"))
    last = words[items[j].first - 1]
    dated = last in _TIMES or last.isdecimal()  # "in the third quarter rose to"
    return led and not dated and "ing" not in items[j].form


def _is_of_width(chunks: Chunks, j: int, now: int) -> bool:
    """ "narrowed its forecast to a range of", "widened the price range to 520-550": the ends move apart or together."""
    figure = chunks.chunks[now].figure
    ranged = not {"O", "B"}.isdisjoint(chunks.code[j:now]) or (figure is not None and figure.figure.end_of != "")
    said = chunks.tokens.words[chunks.chunks[j].after : chunks.chunks[now].first]
    return chunks.chunks[j].value in ("widen", "narrow") and (ranged or "range" in said)


def _is_of_view(code: str, j: int) -> bool:
    """ "cut its forecast growth to 3.5": the noun belongs to a forecast, which a verb before it moves."""
    return code[j - 1] == "B" and any(letter in code[: j - 1] for letter in "vwg")


def is_thing(chunks: Chunks, j: int) -> bool:
    """A noun of change → does it name what was changed: "cut the first stage of the expansion to 50"?"""
    code, value = chunks.code, chunks.chunks[j].value
    verbs = (i for i in range(max(0, j - _REACH), j) if code[i] in "vgjd")
    return code[j - 1 : j] == "o" or any(code[i] in "jd" or turn(chunks.chunks[i].value) != turn(value) for i in verbs)
