"""Facts of one sentence → the ends of its ranges.

"between 3 million and 5 million euros"       3 –low-of→ 5
"costs of 48-52 percent of income"            48 –low-of→ 52
"six to 12 months"                            6 –low-of→ 12
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.chunk import Chunk, Chunks
from checker.fact import Fact, add_link
from checker.foreseen import is_cued, is_foretold
from checker.frame import like_units, value_of
from checker.interval import point
from checker.pattern import Pattern, regex
from checker.record import replace
from checker.sides import OF_TWO, are_bid_and_asked, are_sides, are_weighed, is_lost, make_whole, runs_down
from checker.wordfact import Facts

_BETWEEN = Pattern(r"O(?P<low>[MEPXND])[um]{0,2}[&t](?P<high>[MEPXND])")
_OF = Pattern(r"[umB]o(?P<low>[MEPX])t(?P<high>[MEPX])")  # "savings of 100 to 120 million": never a move
_FRACTION = regex(r"\b(?!mon)\w+ths?\b")  # and no "months"
_MOVED_OF = regex(r"(?:[vg]|(?<!a)f)[umja]*[umB]o$")  # no "up from an outlook of 6 to 8"
# "to 9 to 11 percent from 6 to 8", but "from 10 to 9 crowns, or from 9 to 8"
_BASE_OF_RANGE = regex(r"(?:^|[^fum])[um]{0,2}[MEPXN]t[MEPXN][um]{0,2},?a?f[um]{0,2}$")
_CUT_TO = regex(r"g[^vw;:|]{0,10}t$")  # "cut its forecast to between 4 and 5 percent"
_TO = Pattern(r"(?P<low>[MEPXND])t(?P<high>[MEPXND])")
_HYPHEN = Pattern(r"(?P<low>[MEPXND])(?P<high>[MEPXND])")
_JOINTS = (["to"], ["-"], ["-", "to"])  # "8 to 10", "8-10", "8- to 10-pound"
_MOVERS = frozenset("fvawgO")  # letters of chunks that make a movement of what comes behind them
# In a sentence about what is foretold or fixed, of which the low end stands first.
_GUIDED = frozenset(
    "earnings profit share eps expects expected forecast forecasts sees estimates estimated guidance outlook target"
    " range fee fees fare fares fine fines between".split()
)
_QUARTERS = frozenset("q h q1 q2 q3 q4 h1 h2".split())
_TERMS = ("day", "week", "month", "year")
_CHANGES = frozenset("gains losses rises falls advances declines".split())
_WAYS = frozenset("stronger weaker higher lower firmer easier better worse up down".split())
_HUNDRED = 100
_LEAD = 4  # tokens
_COUNTED = frozenset("at the cut cutting next open just another sell be add hire build employ".split())
_SLASHED = frozenset("cut cuts cutting slash slashed slashing lower lowered lowering reduce reduced trimmed".split())
_BETWEEN_TO = regex(r"O[MEPXND][um]{0,2}&.$")  # "from somewhere between $10 and $11 to $9.55"
_THRICE = 3
_GIVEN = frozenset("delivered supplied sold gave given handed shipped exported awarded sent leased lent paid".split())
_NEAR = 4  # chunks before a range in which "from" may stand
_REACH = 12  # tokens before a range in which its verb stands


def ranged(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: the lower end of a range is tied to the upper one."""
    if len(facts) < 2:
        return
    for match in _BETWEEN.finditer(chunks.code):
        first = chunks.chunks[match.start()].first
        if chunks.tokens.words[max(0, first - 1) : first + 1] == ["in", "between"]:
            continue  # "somewhere in between 40 and 30"
        if _is_between(chunks, match):
            _order(facts, match, chunks)
        elif is_cued(chunks, match):
            _order(facts, match, chunks, plain=True)
    for match in _OF.finditer(chunks.code):
        first = chunks.chunks[match.start("low")].first
        owned = chunks.tokens.words[first - 1] == "of" and not _is_reduced(chunks, match)
        lost = is_lost(chunks, first)
        worst = lost and chunks.code[match.start("low")] == "M"  # of amounts the larger loss may stand first
        if owned and chunks.tokens.words[first - 2] not in OF_TWO and not worst:
            _order(facts, match, chunks, plain=lost)
    for pattern in (_TO, _HYPHEN):
        for match in pattern.finditer(chunks.code):
            if _BETWEEN_TO.search(chunks.code, 0, match.start("low") + 1):
                continue
            cued = _is_range(chunks, match) and not _is_price(facts.get(match.start("low")), chunks)
            if pattern is _TO and is_foretold(chunks, match.start("low")):
                _order(facts, match, chunks, plain=True)
            elif cued or (pattern is _TO and _is_plain_range(chunks, match)):
                _order(facts, match, chunks, plain=not cued)


def _is_reduced(chunks: Chunks, match: re.Match[str]) -> bool:
    """ "reduce its debt of 42 million to 34 million": does a verb move what has the first figure to the second?"""
    low, high = (chunks.chunks[match.start(name)] for name in ("low", "high"))
    moved = _MOVED_OF.search(chunks.code, 0, match.start("low"))  # "from a price of $250 to $199"
    return moved is not None and value_of(low) > value_of(high)


def _is_between(chunks: Chunks, match: re.Match[str]) -> bool:
    """Do the figures behind "between", "in the range of" or "anything from" open and close a range?"""
    words = chunks.tokens.words
    cue, low, high = (chunks.chunks[k] for k in (match.start(), match.start("low"), match.start("high")))
    if _QUARTERS & set(words[low.after : high.first]):
        return False  # "between 6.3 billion in Q1 and 6.2 billion in Q3"
    between = "between" in words[cue.first : cue.after]
    if low.letter == "N" and not high.value and not between and not (_is_scaled(low) and _is_scaled(high)):
        return False  # "support in the range of 1,400 to 1,380"
    if low.letter == "D" and not (_is_bare(low) and len(words[low.after : high.first]) == 1):
        return False  # "the spread between three-month notes and two-month bills"
    if words[cue.first - 1] in _TERMS or make_whole(low, high):
        return False  # "a 52-week range of $25 to $19"
    falls = "range" not in words[cue.first : cue.after] and _CUT_TO.search(chunks.code, 0, match.start()) is None
    return not are_sides(chunks, match) and not (falls and runs_down(chunks, match)) and not is_lost(chunks, cue.first)


def _is_range(chunks: Chunks, match: re.Match[str]) -> bool:
    """Do two figures joined by "to" or a hyphen open and close a range, be it behind a verb of movement or not?

    Two that have scale words or percent signs of their own do: they were in order in 2,985 of 2,994 cases. So do two of
    which the unit is told with the second alone ("six to 12 months"). Others do where the clause moves nothing; a
    hyphen is no movement.
    """
    k = match.start("low")
    if _is_reduced(chunks, match):
        return False
    low, high = (chunks.chunks[match.start(name)] for name in ("low", "high"))
    joint = chunks.tokens.words[low.after : high.first]
    if joint == ["or"]:
        return low.letter == "D" and _is_bare(low)  # "two or three years": in order in 245 of 245 cases
    if joint not in _JOINTS or chunks.code[:k].rstrip("ujmoreqB").endswith("f"):
        return False  # "from his favoured 400 metres to 200"
    if is_lost(chunks, low.first) or (joint == ["-"] and are_bid_and_asked(low, high)):
        return False
    bare = _is_bare(low)
    if bare and low.letter in "PXD":
        return not are_sides(chunks, match) and not make_whole(low, high)
    if _is_scaled(low) and _is_scaled(high) and chunks.code[k + 3 : k + 4] not in ("o", "W"):
        moved = chunks.code[k - 1 : k] == "b"  # "by 28.5 percent to 0.005 percent"
        if are_weighed(chunks, low):
            return False
        led = "lead" in chunks.tokens.words[max(0, low.first - _LEAD) : low.first]  # "took the lead, 242 to 240"
        sided = led or make_whole(low, high) or (low.letter == "P" and are_sides(chunks, match))
        return not (moved or sided or runs_down(chunks, match))
    if low.letter == "N" and not (bare and high.value):
        return False
    still = joint == ["-"] or (not _moves(chunks, k) and not runs_down(chunks, match))
    return still and not are_sides(chunks, match)


def _is_plain_range(chunks: Chunks, match: re.Match[str]) -> bool:
    """ "for $75 to $125 a bottle", "will grow 3 percent to 5": does nothing before two figures say "from", "of" or how?

    Of 880 such pairs in 30,000 articles, apart from votes and charts, 876 ran upwards, and one that did not was a slip.
    """
    k = match.start("low")
    low, high = chunks.chunks[k], chunks.chunks[match.start("high")]
    words, led = chunks.tokens.words, chunks.tokens.word(low.first - 1)
    joint = [word for word in words[low.after : high.first] if word != "-"]
    if joint != ["to"] or chunks.tokens.word(high.after) == "to":
        return False  # "$4.99 to $2.99 to rent"
    if are_sides(chunks, match) or make_whole(low, high) or are_weighed(chunks, low) or is_lost(chunks, low.first):
        return False
    if chunks.code[k] == "N" and runs_down(chunks, match):
        return False  # "could fall to around 1,020 to 1,010"
    if chunks.code[k] in "ME" and chunks.tokens.word(high.after) == "range" and led == "a":
        return False  # "was off at 1,925 in a 1,928 to 1,922 dlr range": of a day's prices
    ends = sorted((value_of(low), value_of(high)))
    if chunks.code[k] == "N" and (ends[0] < _HUNDRED or led not in _COUNTED):
        return False  # "by 3 to 1", "passed 215 to 204"
    moved = chunks.code[k] in "MEN" and chunks.code[k - 1 : k] in tuple("va")  # "dropped $1.22 to 43 cents"
    # "cut by 40 percent to 8.1 percent", "slashing its forecast by 1 trillion yen to 600 billion"
    far = ends[1] > _THRICE * ends[0] or not _SLASHED.isdisjoint(words[max(0, low.first - _REACH) : low.first])
    moved = moved or (led == "by" and far)
    before = chunks.code[max(0, k - _NEAR) : k]
    change = chunks.code[k] == "P" and before.endswith(("no", "vo"))  # "a rise of 3 percent to 5"
    owned = (led == "of" and not change) or led == "'s"  # "every year since 1984's 3.6 billion to 3.5 billion"
    base = "f" not in before or _BASE_OF_RANGE.search(chunks.code, 0, k) is not None
    return not moved and not owned and base


def _is_scaled(item: Chunk) -> bool:
    """Does a figure have a scale word or a percent sign of its own?"""
    figure = item.figure.figure if item.figure is not None else None
    return figure is not None and not _is_bare(item) and (figure.kind == "percent" or figure.scale > 1)


def _is_bare(item: Chunk) -> bool:
    """Is nothing printed of a figure but its number, and a hedge: "about 40", "six"?"""
    if item.figure is None:
        return False
    figure = item.figure.figure
    return figure.text.endswith(figure.digits) if figure.digits else figure.text.isalpha()


def _moves(chunks: Chunks, k: int) -> bool:
    """Does the figure there open a movement and not a range: "from 5 percent to 3", "rose 5 percent to 80"?"""
    if chunks.code[k - 1 : k] == "b":
        return True
    return not _MOVERS.isdisjoint(_clause(chunks.code, k)) or not set("nd").isdisjoint(chunks.code[max(0, k - 2) : k])


def _clause(code: str, k: int) -> str:
    return code[max(code.rfind(sign, 0, k) for sign in ",;|&/") + 1 : k]


def _order(facts: Facts, match: re.Match[str], chunks: Chunks, *, plain: bool = False) -> None:
    """The ends of a range are tied; where they stand the wrong way round as printed, no rounding mends them."""
    low, high = facts.get(match.start("low")), facts.get(match.start("high"))
    if low is None or high is None or low.figure is None or high.figure is None:
        return
    if not _plain(low) or not _plain(high) or high.figure.hedge or low.figure.hedge == "nearly":
        return  # "just under 16 million to 15.5 million"
    between = chunks.tokens.word(chunks.chunks[low.chunk].first - 1) == "between"
    alike = low.figure.kind == high.figure.kind and like_units(chunks.chunks[low.chunk], chunks.chunks[high.chunk])
    # "$61 billion to 55 million pensioners", "$5 billion to two banks"
    given = low.figure.scale > high.figure.scale and not low.figure.text[0].isalnum() and high.figure.text[0].isalnum()
    one = high.figure.value == 1 and (not high.figure.digits or low.figure.kind == "count")  # "7.80 to one dollar"
    halves = not between and "/" in low.figure.text + high.figure.text  # "$9.87-1/2", rates that are bid and offered
    tied = {link.as_ for link in low.links if link.to == high.id}
    ahead = plain and is_foretold(chunks, low.chunk)
    change = bool(tied - {"change-of"} if ahead else tied)  # "rose 25 percent to 5.0 percent"
    units = {low.figure.unit, high.figure.unit} - {""}
    apart = len(units) > 1 and low.figure.kind in ("duration", "count")  # "two weeks to two months"
    apart = apart or _FRACTION.search(high.figure.text) is not None  # "one and three tenths of a point"
    worded = low.figure.digits != "" and low.figure.text[-1:].isalpha()
    moved = worded and _is_bare(chunks.chunks[high.chunk])  # "gained 90 cents to 16.50"
    # "$2.8 million to 1.4 million additional customers"
    led = chunks.tokens.words[max(0, chunks.chunks[low.chunk].first - 2) : chunks.chunks[low.chunk].first]
    # "from a 496 million gain to a 328 million loss"
    given = given or chunks.tokens.word(chunks.chunks[high.chunk].first - 1) == "a"
    given = given or not _GIVEN.isdisjoint(led[-1:])  # "delivered 278 to six air forces"
    change = change or (led[-1:] == ["of"] and not _CHANGES.isdisjoint(led))  # "gains of 22 to 17 points"
    given = given or (low.figure.text[0] in "$£€" and chunks.code[high.chunk + 1 : high.chunk + 3] in ("pm", "pu"))
    change = change or chunks.tokens.word(chunks.chunks[high.chunk].after) in _WAYS  # "0.75 to 0.50 cent stronger"
    if not alike or moved or given or one or halves or change or apart:
        return
    ends = [fact.figure.value or Fraction(0) for fact in (low, high) if fact.figure is not None]
    signs = {fact.interval == fact.figure.loose for fact in (low, high) if fact.figure is not None}
    if ends == [0, 0] or (ends[0] <= ends[1] and signs != {True}):
        return  # "nil-nil", "fell 3 to 5 percent"
    if ends[0] > ends[1]:
        facts[low.chunk], facts[high.chunk] = _as_printed(low), _as_printed(high)
    if low.aspect == "change-rate" and high.aspect == "level":
        facts[high.chunk] = replace(facts[high.chunk], measure="")  # "growth of 79 to 114 percent": no rate or stake
    add_link(facts, low.chunk, high, "low-of")
    if plain:
        add_link(facts, low.chunk, high, "likely-low-of")


def _is_price(low: Fact | None, chunks: Chunks) -> bool:
    """Is an amount without a scale word a price ("$4.99 to $2.99 to rent"), and no earnings a share or estimate?"""
    figure = low.figure if low is not None else None
    priced = figure is not None and figure.kind == "money" and figure.scale == 1
    return priced and _GUIDED.isdisjoint(chunks.tokens.words)


def _as_printed(fact: Fact) -> Fact:
    """A fact → the same with the printed value as the only one."""
    if fact.figure is None or fact.figure.value is None:
        return fact
    only = point(fact.figure.value)
    return replace(fact, figure=replace(fact.figure, tight=only, loose=only), interval=only, tight=only)


def _plain(fact: Fact) -> bool:
    if fact.figure is None or (fact.figure.value or 0) < 0:
        return False
    told = fact.interval in (fact.figure.loose, -fact.figure.loose)  # not cut short by what is said of it
    return told and fact.aspect in ("level", "share", "proportion", "change-rate", "share-change", "duration", "age")
