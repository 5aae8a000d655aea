"""Words of a sentence that say which way something went, without a figure → facts that tie them to its movement.

    "fell 5.4 percent, the biggest decliner"        "fell" −1; "decliner" −1, bearing-on "fell"
    "rose 12 percent, hurt by weak demand"          "rose" +1; "hurt" −1, cause-on "rose"
    "closed 14 cents higher, up 0.5 percent"        "higher" +1; "up" +1, bearing-on "higher"

The movement is the nearest one before the words, with nothing between that turns the sentence to something else; for
what moved most ("the biggest drag is Arden, down 2 percent") it may be the next one behind.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.cueword import Cue, cues
from checker.fact import DIRECTION, Fact, Link, Sentence
from checker.turning import EXTREMES, RATED
from checker.way import Way, is_adverb, ways
from checker.wayagain import again
from checker.wordfact import lone_fact, span_of

_FAR, _NEAR = 16, 8  # tokens between a movement and the words that bear on it
_AHEAD = 22  # tokens from what moved most to its movement
_BEFORE = 6  # tokens before a movement that may set it aside
# Words behind which a sentence speaks of another thing or time.
_TURNS = frozenset(
    "but while though although whereas as after since from following than offset offsetting despite before if when"
    " until unless except ; : even with led versus against saw retracing recouping recovering reversing erasing".split()
)
_FOLLOWED = frozenset(("followed", "follows", "following"))
_NOT = frozenset("not no never without nor neither".split())
# Words behind "and" that go on about the same thing: "fell 2 percent and was the biggest drag".
_GOES_ON = frozenset("was is were are ranked became marked among had posted".split())
# Behind these a figure is another than that of the movement.
_HAVING = frozenset("having yield yielding yields driving sending taking bringing pushing leaving".split())
_BAD = frozenset(  # of what a rise is no success
    "loss losses cost costs expense expenses unemployment jobless deficit deficits debt claims provisions charges"
    " shortfall writedowns defaults delinquencies foreclosures yield yields spread spreads".split()
)
_SMALL = frozenset("only just modest less slight slightly meagre meager edged inched narrow narrowest".split())
_SUBORDINATE = frozenset(
    "after from following despite to beat beats beating outperforming underperforming outpacing lagging trailing than"
    " versus against compared extended extending extends".split()
)
_SHRANK = frozenset("contracted shrank shrunk contracting shrinking".split())  # "helped" tells that it fell less
_BEAT = frozenset("beat beats beating topped topping exceeded exceeding smaller less".split())
_DRIVING = frozenset("propelled propelling spurred spurring drove driven driving pushed fueled fuelled".split())
_ADJUSTED = frozenset("underlying organic same comparable adjusted".split())
_LAGGED = frozenset("lagged lagging underperformed underperforming outperformed outperforming trailed trailing".split())
_EXCHANGE = frozenset("dollar yen euro pound sterling crown currency currencies exchange translation".split())
_CAUSES = ("cause", "blow", "with")
_GRADES = frozenset("upgraded upgrades upgrading downgraded downgrades downgrading rating".split())
_SENT = frozenset("sending sent pushing pushed dragging dragged".split())
_SHARES = frozenset("shares stock share".split())
# Of a longer time than the movement: "the year's biggest gainer, fell 3 percent".
_LONGER = frozenset(
    "year years quarter month months week weeks last previous recent yesterday decade so earlier".split()
)
_TIME = 5  # tokens behind what moved most
_YEAR = 4  # digits
_IS = frozenset("was were is are included".split())


def bearings(sentence: Sentence) -> list[Fact]:
    """A sentence → a fact for each movement that words beside it bear on, and one for each of those words."""
    bound = bound_in(sentence.chunks)
    made = {way.first: _fact(sentence, (way.first, way.first + 1), way.sign, "way", ()) for way, _ in bound}
    told = []
    for way, cue in bound:
        aspect = "cause" if cue.kind in _CAUSES else "bearing"
        tokens = (cue.word, cue.after if cue.kind == "rating" else cue.word + 1)  # "market perform"
        told.append(_fact(sentence, tokens, cue.sign, aspect, (Link(made[way.first].id, f"{aspect}-on"),)))
    return [*made.values(), *told]


def _fact(sentence: Sentence, tokens: tuple[int, int], sign: int, aspect: str, links: tuple[Link, ...]) -> Fact:
    span = span_of(sentence.chunks, *tokens)
    mark = "y" if aspect == "way" else "e"
    return lone_fact(sentence, span, Fraction(sign), aspect, links, mark=mark, direction=DIRECTION[sign])


def bound_in(chunks: Chunks) -> list[tuple[Way, Cue]]:
    """A sentence's chunks → its movements, each with a cue that bears on it; no cue twice."""
    told, known = cues(chunks.tokens), ways(chunks)
    told = [cue for cue in told if cue.kind != "holder" or not _is_longer(chunks.tokens.words, cue)]
    bound = [(way, cue) for cue in told if (way := _way_of(chunks, cue, known)) is not None]
    bound += again(chunks, known)
    said = chunks.tokens.words
    if not _GRADES.isdisjoint(said) or ("from" in said and not RATED.isdisjoint(said)):
        from checker.rating import steps  # few articles tell what analysts advise

        bound += steps(chunks.tokens)
    return bound


def _is_longer(words: list[str], cue: Cue) -> bool:
    """ "Among last week's losers", "the biggest gainer so far this year", "the top gainer in 2019"."""
    near = words[cue.first : cue.after + _TIME]
    return not _LONGER.isdisjoint(near) or any(_is_year(word) for word in near)


def _is_year(word: str) -> bool:
    """Is a word the number of a year?"""
    return len(word) == _YEAR and word.isdecimal() and word[:2] in ("19", "20")


def _way_of(chunks: Chunks, cue: Cue, known: list[Way]) -> Way | None:
    """A cue → the movement it bears on, or None."""
    before = next((way for way in reversed(known) if way.after <= cue.first), None)
    if cue.kind != "blow" and before is not None and _bears(chunks, before, cue):
        return before
    behind = [way for way in known if way.first >= cue.after]
    if cue.kind == "holder":
        return behind[0] if behind and _leads(chunks, cue, behind[0]) else None
    return next((way for way in behind if _sends(chunks, cue, way)), None) if cue.kind == "blow" else None


def _bears(chunks: Chunks, way: Way, cue: Cue) -> bool:
    """Does a cue speak of the movement before it?"""
    words, letter = chunks.tokens.words, chunks.code[way.chunk]
    gap = words[way.after : cue.first]
    between = [item for item in chunks.chunks[way.chunk + 1 :] if item.after <= cue.first]
    if not _NOT.isdisjoint(words[max(0, way.first - 3) : cue.after]):
        return False
    if cue.kind == "extreme" and words[way.first] in _DRIVING:
        return False  # "propelled yields to 16-month lows"
    if cue.kind == "extreme":
        allowed = "bPMXNE@um" if letter == "g" else "bPMXNE@"
        near = len(gap) <= _NEAR and "," not in gap
        return near and all(item.letter in allowed or is_adverb(chunks, item) for item in between)
    if _is_aside(chunks, way, gap):
        return False
    if cue.kind == "cause" and not _BEAT.isdisjoint(gap):
        return False  # "a 40 percent decline that beat forecasts, helped by"
    if cue.kind == "holder" and not _LAGGED.isdisjoint(words[max(0, way.first - _BEFORE) : way.first]):
        return False  # "lagged a 0.6 percent rise in the index and were the biggest losers"
    if cue.kind == "holder" and "," in gap and not _LONGER.isdisjoint(gap[: gap.index(",")]):
        return False  # "up 21 percent over the last year, were the biggest fallers"
    if not _FOLLOWED.isdisjoint(words[max(0, way.first - _BEFORE) : way.first]):
        return False  # "That followed a 0.1 percent gain and was the biggest decline"
    if not way.sized and words[way.first - 1 : way.first] == ["which"]:
        return False  # "the issue, which increases the number of shares, extending losses"
    if letter == "g" or len(gap) > _FAR or not _TURNS.isdisjoint(gap):
        return False
    if "and" in gap and words[way.after + gap.index("and") + 1] not in _GOES_ON:
        return False
    if cue.kind == "level":
        to = "t@" if letter == "a" else "t"  # "fell to 15,658", "was down 30 points at 15,658"
        reached = any(item.letter in to for item in between) and any(item.figure for item in between)
        named = EXTREMES.keys() & set(gap)  # "near last week's high of 12.30, the highest since May"
        return reached and not named and _HAVING.isdisjoint(gap) and not any(item.letter in "vgd" for item in between)
    return cue.kind != "cause" or (_is_result(chunks, way) and not _trims(words, way, cue))


def _trims(words: list[str], way: Way, cue: Cue) -> bool:
    """ "rose 4 percent, hurt by a strong dollar": exchange makes a growth smaller, or larger, and leaves it one.

    A growth that is adjusted already ("underlying sales rose 6 percent, weighed down by") is told with its brakes.
    """
    behind = words[cue.after : cue.after + _NEAR]
    known = not _EXCHANGE.isdisjoint(behind) or not _ADJUSTED.isdisjoint(words[: way.first])
    return way.sign != cue.sign and known


def _is_aside(chunks: Chunks, way: Way, gap: list[str]) -> bool:
    """ "drove it above 12 -- it fell below 11 in May -- for its best daily gain": does it stand between two dashes?"""
    before = "".join(chunks.tokens.words[: way.first])
    return any(sign in before and sign in "".join(gap) for sign in ("--", "—"))


def _is_result(chunks: Chunks, way: Way) -> bool:
    """Is it a movement that what helps drives up and what hurts drives down?"""
    words = chunks.tokens.words
    before = words[max(0, way.first - _BEFORE) : way.first]
    return (
        way.sized
        and words[way.first] not in _SHRANK
        and _BAD.isdisjoint(words[: way.first])
        and _SMALL.isdisjoint(words[max(0, way.first - _BEFORE) : way.after])
        and _SUBORDINATE.isdisjoint(before)
    )


def _leads(chunks: Chunks, cue: Cue, way: Way) -> bool:
    """ "The biggest drag was Arden, down 2 percent", but no "the biggest gainer in the index, which fell 2 percent"."""
    gap = chunks.tokens.words[cue.after : way.first]
    aside = "which" in gap and _IS.isdisjoint(gap[: gap.index("which")])
    moves = way.sized and chunks.code[way.chunk] in "va"
    return moves and len(gap) <= _AHEAD and not aside and _TURNS.isdisjoint(gap) and _NOT.isdisjoint(gap)


def _sends(chunks: Chunks, cue: Cue, way: Way) -> bool:
    """ "missed its target and cut its forecast, sending its shares down 8 percent"."""
    words = chunks.tokens.words
    sent = next((i for i in range(cue.after, way.first) if words[i] in _SENT), -1)
    if sent < 0 or words[sent - 1] == "had" or not way.sized:
        return False
    if way.first - sent > _NEAR or "," in words[sent : way.first]:
        return False
    return not _SHARES.isdisjoint(words[sent : way.first]) and not {"but", ";", "while"} & set(words[cue.after : sent])
