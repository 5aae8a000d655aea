"""A figure → the word of change that governs it: the verb that moves it there, or the adjective of what it measures.

    "cut its forecast for sales in the north, again, to 3 percent"     "cut"
    "posted a higher quarterly profit of 5 million"                    "higher"
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.frame import like_units, value_of
from checker.pattern import regex
from checker.record import record
from checker.turning import MOVERS, turn, unsure

# What a figure's change word may be parted from it by: its object, amounts, "to", "to a six-month low of".
_PARTS = "umoibB&pPXQjSsaDWGxneH"
_TO = r"t[uDG]{0,2}(?:x?o?|O|x{1,2}[iuD]{0,3}@)"  # the last: "to its highest level since 1998 at"
_GOVERNED = regex(rf"([vwg](?=[{_PARTS}t@])|n(?=[iot]))[{_PARTS}]{{0,9}}(?:,?{_TO}|@)$")
_GOVERNED_BARE = regex(r"([vw])b?$")
_OWNER = regex(r"(?:g|v[um])[um]{0,4}g$")
_INNER = regex(r"[vgd][um]{1,3}v$")
_OWNED = frozenset("its their his her our the a an".split())
_REACH = 5  # chunks before a noun of change in which a verb has it as its object
_SENDING = frozenset("sending taking bringing pushing driving lifting dragging pulling knocking leaving".split())
# A figure behind "to", or the upper end of a range behind it.
_REACHED = regex(r"t[uDx]{0,2}o?[MN]?$")
_DESCRIBED = regex(r"a[um]{1,4}(?:i[um]{0,2})?[o@]?[xuD]{0,2}$")
# "rose, however, to", "rose, after an earlier fall, to"
_PARENTHESIS = regex(r"(?<=[vwg]),(?:\|[umxa]{0,3}[nv]?|[mu]{1,3}y[mu]{0,3}),(?=t)")
# "the odds that it would raise its rate to 2 percent, to"
_OTHER_END = regex(r"t[uDx]{0,2}o?[MNEPX][^fkh&]*t[uDx]{0,2}$")
_NEW_CLAUSE = regex(r"t[uDx]{0,2}o?[MNEPX]&[um]{1,3}[rnvg]")  # "fall to 3 million and the rate would move to"
_REVISED = regex(r",rj")  # "the rate, which rose as families slashed spending, was revised to"
_BODIES = frozenset("house chamber court".split())
_QUANTIFIERS = frozenset("less more fewer".split())
_OPENING = regex(r"[s|i!][^,rycB]*,(?=[um])")
_COMPARING = ("er", "ing")  # "a wider loss", "rising sales"
_TIMES = frozenset("day week month quarter half year season period".split())
_VERSUS = regex("k(?=u[t@])")  # "fell against the yen to"


@record(frozen=True, slots=True)
class Scene:
    """The chunks of a sentence, with the figures that say how much something changed and those set against another."""

    chunks: Chunks
    amounts: frozenset[int]
    bases: frozenset[int]


def described(scene: Scene, now: int) -> int:
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


def agreed(scene: Scene, now: int) -> int:
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


def governing(scene: Scene, now: int, k: int) -> int:
    """The nearest change word on a figure's left, if it governs the figure; "from" lets it stand right before it."""
    bare = scene.chunks.code[k] == "f"
    items = scene.chunks.chunks
    # An amount of change parts word and figure as a percentage does.
    masked = "".join("P" if j in scene.amounts else letter for j, letter in enumerate(scene.chunks.code[:now]))
    masked = _PARENTHESIS.sub(lambda match: "u" * len(match[0]), _VERSUS.sub("i", masked))
    if masked.endswith("mo") and scene.chunks.tokens.word(items[now - 2].after - 1) == "rate":
        masked = f"{masked[:-2]}xo"  # "to an annualized rate of"
    j = max(masked.rfind(letter) for letter in "vwgn")
    while j > 0 and masked[j] == "n" and (masked[j + 1 : j + 2] in tuple("Bmu") or _is_of_view(masked, j)):
        j = max(masked.rfind(letter, 0, j) for letter in "vwgn")  # "cut its growth view to 3.5": no word that governs
    if j > 0 and masked[j] == "v" and "ing" in items[j].form and scene.chunks.tokens.word(items[j].first - 1) in _OWNED:
        j = max(masked.rfind(letter, 0, j) for letter in "vwgn")  # "reduce its ballooning deficit to"
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
