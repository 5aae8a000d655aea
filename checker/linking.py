"""The bonds and pairs of a sentence → the links of its facts, and the words of direction as facts of their own.

"rose 4 percent to 26 million from 25 million"
4 –change-of→ 26, "rose" –sign-of→ 4;  25 –from→ 26, "rose" –direction-of→ 26 and –direction-from→ 25
"""

from __future__ import annotations

from fractions import Fraction

from checker.benchmark import is_judging, is_per_share
from checker.chunk import Chunk
from checker.fact import DIRECTION, Fact, Link, Sentence, add_link, is_negative, linked, unit_of
from checker.figure import word_figure
from checker.frame import Bond, times
from checker.interval import point
from checker.lexicon import Lexicon
from checker.measure import head_of
from checker.pattern import regex
from checker.record import record, replace
from checker.timing import Timed
from checker.turning import is_of_moves, is_subject, strength, turn, word_sign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.pair import Pair

CHANGES = ("change-rate", "change-amount", "share-change", "ambiguous-change", "rate-difference")
_SIGNED = ("change-rate", "change-amount", "share-change")  # their direction word may be the slip


@record(frozen=True, slots=True)
class Draft:
    """The facts of one sentence in the making, by chunk: those of figures, and those of its direction words."""

    sentence: Sentence
    timed: Timed
    latest: int  # year of the article
    lexicon: Lexicon
    figures: dict[int, Fact]
    words: dict[int, Fact]


def _is_turned(fact: Fact) -> bool:
    """Does a word make a fall of the amount: "cut by 40 million"?"""
    return fact.figure is not None and fact.aspect in CHANGES and fact.interval == -fact.figure.loose


def link_bond(bond: Bond, draft: Draft) -> None:
    """A bond → the link of its figure, and of the word that gives a change its sign."""
    found = draft.figures
    if bond.chunk not in found:
        return
    part_of_fall = bond.link == "part-of" and bond.to in found and _is_turned(found[bond.to])
    yearly = bond.link == "change-of" and unit_of(found[bond.chunk]) == "percent/year"  # over how many years?
    if bond.to in found and bond.link and not part_of_fall and not yearly:
        add_link(found, bond.chunk, found[bond.to], bond.link)
    if bond.sign >= 0 and bond.aspect in _SIGNED:
        _add_word(found[bond.chunk], bond.sign, "sign-of", draft)


def link_pair(pair: Pair, draft: Draft) -> None:
    """A pair → the link of the base, which measures what the present figure does, and of the word of direction."""
    found, words = draft.figures, draft.words
    if pair.now not in found or pair.before not in found:
        return
    now, before = found[pair.now], found[pair.before]
    if pair.connector != "from-turned" and _is_of_another(pair, now, draft):
        return
    from checker.quote import is_quote, quote_sign  # many articles set no figure against another

    chunks = draft.sentence.chunks
    quoted = is_quote(chunks, pair.now)
    goes = quote_sign(chunks, pair.now, pair.direction) if quoted else 1
    # A quote that goes against its currency proves no rate of growth, and one that is not understood nothing at all.
    connector = pair.connector if goes > 0 else "from-quote"
    told = "forecast" if pair.connector == "benchmark" else before.modality
    measure = before.measure if connector == "from-turned" else now.measure
    before = replace(before, measure=measure, place=now.place, aspect=now.aspect, modality=told)
    found[pair.before] = linked(before, Link(now.id, connector))
    if pair.beside in found:
        add_link(found, pair.now, found[pair.beside], "beside")
        if not _is_rated_before(found[pair.beside], draft):
            add_link(found, pair.now, found[pair.beside], "may-share-rate")
    if pair.shared in words:
        add_link(found, pair.before, now, "from-also")
        add_link(words, pair.shared, before, "turns-from")
    _link_second_base(pair, draft)
    as_ = _link_of_word(pair, now, draft) if goes else ""
    if as_:
        _add_word(now, pair.direction, as_, draft, goes if quoted else 0)
    key = pair.direction if goes > 0 else ~pair.direction
    if as_ == "direction-of" and key in words:
        add_link(words, key, before, "direction-from")


def _is_rated_before(now: Fact, draft: Draft) -> bool:
    """ "profit fell 17 percent to 1.54 million, or 1.44 a share": a rate that leads to an amount is the amount's.

    Earnings are as often spoken of by the share as in all.
    """
    rates = [fact for k, fact in draft.figures.items() if k < now.chunk and Link(now.id, "change-of") in fact.links]
    tokens, item = draft.sentence.chunks.tokens, draft.sentence.chunks.chunks[now.chunk]
    return any(fact.aspect == "change-rate" for fact in rates) and "earnings" not in tokens.words[: item.first]


def _is_of_another(pair: Pair, now: Fact, draft: Draft) -> bool:
    """ "revenues of 3.1 billion, down from its profit of 0.4 billion": is the base said to be of another measure?"""
    chunks, known = draft.sentence.chunks, draft.lexicon.measures
    parted = max(chunks.code.rfind(letter, 0, pair.before) for letter in "fkh")  # "3 percent of output from"
    between = chunks.chunks[max(pair.now + 1, pair.before - 2, parted) : pair.before]
    own = next((item.value for item in between if item.letter == "m"), "")
    heads = (own, head_of(now.measure))
    return own != heads[1] and all(head in known and known[head].kind == "flow" for head in heads)


def _link_second_base(pair: Pair, draft: Draft) -> None:
    """A second base ("from 8 in April and 9 a year ago") → the word of the first turns the figure from it as well."""
    if pair.connector != "from-also" or pair.direction >= 0 or not _is_dated(pair.before, draft.sentence):
        return
    words = [p.direction for p in draft.sentence.pairs if p.now == pair.now and p.direction in draft.words]
    for k in words[:1]:
        if any(link.as_ == "direction-of" for link in draft.words[k].links):
            add_link(draft.words, k, draft.figures[pair.before], "turns-from")


def _is_dated(k: int, sentence: Sentence) -> bool:
    """Does a period stand closely behind a figure or before it: "and 10.9 percent in May", "and May's revised 10.9"?"""
    tokens, item = sentence.chunks.tokens, sentence.chunks.chunks[k]
    reach = tokens.ends[min(item.after + 1, len(tokens) - 1)]
    first, last = tokens.starts[max(0, item.first - 3)], tokens.starts[item.first]
    return any(
        tokens.ends[item.after - 1] <= period.start <= reach or first <= period.start < last
        for period in sentence.periods
    )


def _link_of_word(pair: Pair, now: Fact, draft: Draft) -> str:
    """A pair → how its direction word stands to the present figure, "" where the word proves nothing."""
    if pair.connector == "benchmark":  # a loss above the forecast is the smaller number to some writers
        loss = any("loss" in word for word in (now.measure, *draft.sentence.chunks.tokens.words))
        item, tokens = draft.sentence.chunks.chunks[pair.direction], draft.sentence.chunks.tokens
        judged = is_judging(" ".join(tokens.words[item.first : item.after])) and not _is_better_higher(now, draft)
        return "" if loss or judged else "against-forecast"
    if pair.connector == "after":
        return "pace-of"
    moves = pair.connector != "from-rate" and (_is_percent(now) or _are_points(pair, now, draft))
    # "rose to 3 percent from 2.9" tells no range
    moves = moves and is_of_moves(now.measure, draft.lexicon) and not _is_reached(pair, draft.sentence)
    if pair.direction < 0 or moves:
        return ""
    gap = draft.sentence.chunks.chunks[pair.direction].value in ("widen", "narrow")
    # A gap of −44 is wider than one of −43.
    return "" if gap and (is_negative(now.interval) or _are_sides(pair, draft.sentence)) else "direction-of"


_REACHED = regex(r"t[uDo]{0,2}$")


def _is_reached(pair: Pair, sentence: Sentence) -> bool:
    """ "rose to 3.1 percent from 3.0": does "to" lead to the figure, with its base behind it?"""
    code = sentence.chunks.code
    return pair.now < pair.before and code[pair.now] == "P" and _REACHED.search(code, 0, pair.now) is not None


_RIVALRY = frozenset("gap lead margin difference advantage edge".split())
_RIVALS = frozenset("versus vs v against".split())


def _are_sides(pair: Pair, sentence: Sentence) -> bool:
    """ "the gap narrowed to 388 million versus 359 million": its two sides, since no time is told of the second?"""
    tokens, items = sentence.chunks.tokens, sentence.chunks.chunks
    first, k = items[pair.direction].first, items[pair.before].first
    set_against = not _RIVALS.isdisjoint(tokens.words[max(0, k - 3) : k])
    rivals = not _RIVALRY.isdisjoint(tokens.words[max(0, first - 8) : items[pair.now].first])
    return pair.connector == "against" and set_against and rivals and not _is_dated(pair.before, sentence)


def _is_better_higher(now: Fact, draft: Draft) -> bool:
    """Is more known to be better of what a figure tells, so that who beats a forecast stands above it?

    So it is of amounts, unless the lexicon says else, and of growth. Of a ratio or a count it must be said.
    """
    known = draft.lexicon.measures.get(head_of(now.measure))
    polarity = "" if known is None else known.polarity
    code, items = draft.sentence.chunks.code, draft.sentence.chunks.chunks
    # "a rise of 4 percent"
    grown = code[now.chunk - 2 : now.chunk] in ("no", "vo") and turn(items[now.chunk - 2].value) > 0
    earned = is_per_share(items[now.chunk])
    usual = code[now.chunk] in "ME" or now.aspect == "change-rate" or grown
    return polarity == "good" or earned or (usual and polarity != "bad")


def _are_points(pair: Pair, now: Fact, draft: Draft) -> bool:
    """ "dropping from 50 to 200 points": are they the ends of how far an index moves?"""
    chunks = draft.sentence.chunks
    points = now.figure is not None and now.figure.kind == "index-point"
    return points and pair.before < pair.now and times(chunks.chunks[pair.now], chunks.chunks[pair.before]) >= 2


def _is_percent(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.kind == "percent"


def _add_word(fact: Fact, k: int, as_: str, draft: Draft, quote: int = 0) -> None:
    """A direction word as a fact of its own: +1 or −1, so that the word can be the slip.

    Said of a currency it stands for the sign of its quote; one that goes against it is a fact under a key below −1.
    """
    item = draft.sentence.chunks.chunks[k]
    percent = _is_percent(fact)
    measure = fact.measure if is_subject(fact.measure, draft.sentence.chunks, k) else ""
    sign = quote * strength(item.value) or word_sign(item.value, measure, draft.lexicon, percent=percent)
    if not sign:
        return
    key = ~k if quote < 0 else k
    word = draft.words.get(key) or _word(fact, item, sign, draft, "q" if quote < 0 else "")
    draft.words[key] = replace(word, links=(*word.links, Link(fact.id, as_)))


def _word(fact: Fact, item: Chunk, sign: int, draft: Draft, mark: str) -> Fact:
    """The word of direction of a fact → a fact with the sign as its value, as yet without links; its id is marked."""
    tokens = draft.sentence.chunks.tokens
    start, end = tokens.starts[item.first], tokens.ends[item.after - 1]
    value = point(Fraction(sign))
    figure = word_figure((start, end), tokens.folded[start:end], (Fraction(sign), value, value))
    figure = replace(figure, id=mark + figure.id, direction=DIRECTION[sign])
    said = replace(fact, id=figure.id, figure=figure, interval=value, tight=value, aspect="direction")
    return replace(said, links=(), chunk=-1)
