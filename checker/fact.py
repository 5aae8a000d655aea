"""Figures and the bonds between them → facts: each figure with what it measures, where and when, and its links.

"Exports were 23.77 trillion yuan, a year-on-year increase of 0.6%"
→ exports, level, 23.77 trillion;  exports, change-rate, +0.6, change-of the level
"""

from __future__ import annotations

from fractions import Fraction

from checker.benchmark import is_judging, is_per_share
from checker.chunk import Chunk, Chunks
from checker.direction import is_of_moves, is_subject, strength, turn, word_sign
from checker.figure import Figure, word_figure
from checker.frame import Bond, times
from checker.interval import Interval, point
from checker.lexicon import Lexicon
from checker.measure import Mention, head_of, mention_for, mentions, opening_place
from checker.period import Period
from checker.record import record, replace
from checker.timing import Timed, latest_year, main_period, modality, period_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from checker.pair import Pair

    Key = TypeVar("Key")


@record(frozen=True, slots=True)
class Link:
    """What the wording says of two facts: this one is `as_` (from, change-of, share-of, part-of …) the fact `to`."""

    to: str
    as_: str


@record(frozen=True, slots=True)
class Fact:
    id: str  # the figure's id; "i1"… for a quantity that is implied and not printed
    figure: Figure | None
    interval: Interval  # signed, widest reading: a fall of 0.3 percent is [-0.35, -0.25]
    tight: Interval  # the same, trailing zeros taken as exact digits
    measure: str
    place: str
    period: str
    aspect: str  # level, change-rate, change-amount, share, share-change, rate-difference, threshold, rank, direction …
    basis: str
    modality: str  # reported, forecast
    links: tuple[Link, ...] = ()
    sentence: int = -1  # number of its sentence, in order of the text
    chunk: int = -1  # its place among the chunks of the sentence
    frame: str = ""  # the frame that gave it its aspect

    @property
    def rated(self) -> Interval:
        """A rate of change with its trailing zeros as digits; any other figure in its widest reading."""
        return self.tight if self.aspect == "change-rate" else self.interval

    @property
    def printed(self) -> Interval:
        """The value as it is printed, with its sign and whatever its rounding; a hedged one stays what it admits."""
        value = None if self.figure is None or self.figure.hedge else self.figure.value
        if value is None:
            return self.interval
        below = self.interval.high is not None and self.interval.high <= 0
        return point(-abs(value) if below else abs(value) if (self.interval.low or 0) > 0 else value)


@record(frozen=True, slots=True)
class Sentence:
    """All that was read of one sentence."""

    number: int
    block: str
    chunks: Chunks
    periods: tuple[Period, ...]
    bonds: tuple[Bond, ...]
    pairs: tuple[Pair, ...]


@record(frozen=True, slots=True)
class Context:
    """What a sentence leaves for the next: its subject's measure and place, and the period it speaks of."""

    measure: str = ""
    place: str = ""
    period: str = ""


@record(frozen=True, slots=True)
class _Draft:
    """The facts of one sentence in the making, by chunk: those of figures, and those of its direction words."""

    sentence: Sentence
    timed: Timed
    latest: int  # year of the article
    lexicon: Lexicon
    figures: dict[int, Fact]
    words: dict[int, Fact]


_CHANGES = ("change-rate", "change-amount", "share-change", "ambiguous-change", "rate-difference")
_SIGNED = ("change-rate", "change-amount", "share-change")  # their direction word may be the slip
_OWN_ASPECT = ("rank", "duration", "age", "multiple")  # kinds of figure that are levels of nothing
DIRECTION = {1: "up", -1: "down"}
_EXCEPT = frozenset("excluding without barring stripping ex".split())


# The links of a figure that another is set against, by the connector that says so.
_BASES = frozenset(
    "from against than after benchmark from-also from-extreme from-other from-opposite from-rate from-quote".split()
)


def is_base(fact: Fact) -> bool:
    """Is a fact what another is set against?"""
    return any(link.as_ in _BASES for link in fact.links)


def place_of(fact: Fact) -> int:
    """A fact → where it stands in the text; before all others when it is not printed."""
    return -1 if fact.figure is None else fact.figure.start


def unit_of(fact: Fact) -> str:
    """A fact → the unit of its figure, or ""."""
    return "" if fact.figure is None else fact.figure.unit


def noun_of(fact: Fact) -> str:
    """A fact → the noun of what its figure counts, the last word of its unit, or ""."""
    return (unit_of(fact).split() or [""])[-1]


def linked(fact: Fact, link: Link) -> Fact:
    """A fact → the same with a further link; none is stated twice."""
    return fact if link in fact.links else replace(fact, links=(*fact.links, link))


def add_link(facts: dict[Key, Fact], key: Key, to: Fact, as_: str) -> None:
    """One of several facts, by id or by chunk, gets a further link."""
    facts[key] = linked(facts[key], Link(to.id, as_))


def facts(sentences: list[Sentence], lexicon: Lexicon) -> tuple[Fact, ...]:
    """The sentences of an article → its facts, in order of the text; word facts (directions) have ids of their own."""
    latest = latest_year([period.key for sentence in sentences for period in sentence.periods])
    found: list[Fact] = []
    context = Context()
    for sentence in sentences:
        tokens, periods = sentence.chunks.tokens, sentence.periods
        timed = Timed(tokens, periods, main_period(tokens, periods) or context.period)
        draft = _Draft(sentence, timed, latest, lexicon, {}, {})
        context = _fill(draft, context)
        found += [known[k] for known in (draft.figures, draft.words) for k in sorted(known)]
    return tuple(found)


def _fill(draft: _Draft, context: Context) -> Context:
    """A sentence's draft is given its facts and their links → what the sentence leaves for the next."""
    sentence, chunks = draft.sentence, draft.sentence.chunks
    named = mentions(chunks, draft.lexicon)
    carried = Mention(-1, -1, context.measure, context.place)
    where = opening_place(chunks.tokens, sentence.periods)
    bonds = {b.chunk: b for b in sentence.bonds}
    for k, item in enumerate(chunks.chunks):
        if item.figure is not None and not item.figure.figure.ignored:
            mention = mention_for(k, chunks, named, bonds.get(k), draft.lexicon) or carried
            mention = mention if mention.place else replace(mention, place=where)
            draft.figures[k] = _fact(k, item.figure.figure, draft, bonds.get(k), mention)
    for position, inside in chunks.brackets:
        _add_bracketed(draft.figures, position, inside)
    for bond in sentence.bonds:
        _link_bond(bond, draft)
    for pair in sentence.pairs:
        _link_pair(pair, draft)
    subject = named[0] if named else carried
    return Context(subject.measure, subject.place or context.place, draft.timed.main)


def _fact(k: int, figure: Figure, draft: _Draft, bond: Bond | None, mention: Mention) -> Fact:
    """A figure with its bond and what it measures → its fact, as yet without links."""
    sentence, chunks = draft.sentence, draft.sentence.chunks
    item = chunks.chunks[k]
    aspect = bond.aspect if bond is not None else figure.kind if figure.kind in _OWN_ASPECT else "level"
    if aspect == "level" and item.letter == "P" and _is_cause(k, chunks):
        aspect = "explained"  # "the decline was more than 100 percent accounted for by …"
    if aspect == "level" and item.letter == "M" and _is_size_of_change(k, chunks):
        aspect = "difference"  # "the 6 billion rise in the deficit"
    if mention.chunk < 0 and item.letter == "P" and (figure.value or 0) < 0:
        mention = replace(mention, measure="")  # no rate or stake told before goes on below nought
    interval, tight = figure.loose, figure.tight
    if aspect in _CHANGES:
        sign = turn(chunks.chunks[bond.sign].value) if bond is not None and bond.sign >= 0 else 0
        figure = replace(figure, direction=DIRECTION.get(sign, ""))
        if sign < 0:
            interval, tight = -interval, -tight
    elif aspect == "threshold":
        interval = tight = point(figure.value or Fraction(0))
    is_before = any(pair.before == k for pair in sentence.pairs)
    period = period_of(item, draft.timed, is_before, aspect == "rate-difference")
    told = modality(item, chunks.tokens, period, draft.latest)
    frame = bond.frame if bond is not None else ""
    return Fact(
        figure.id, figure, interval, tight, mention.measure, mention.place, period, aspect, _basis(item, chunks), told,
        (), sentence.number, k, frame,
    )  # fmt: skip


_OWED = frozenset("accounted explained attributable due".split())


def _is_cause(k: int, chunks: Chunks) -> bool:
    """ "was more than 100 percent accounted for by …", "upped its stake by 397 percent": no level."""
    item = chunks.chunks[k]
    moved = chunks.tokens.word(item.first - 1) == "by" and chunks.code[k + 1 : k + 3] in ("tN", "tM", "fN", "fM")
    led = chunks.tokens.words[max(0, item.first - 2) : item.first]
    return moved or chunks.tokens.word(item.after) in _OWED or led == ["diluted", "by"]


_MOVES = frozenset("rise drop fall increase decrease decline jump gain cut".split())


def _is_size_of_change(k: int, chunks: Chunks) -> bool:
    """Is an amount that of a rise or a fall behind it, which is then no verb: "a record 6 billion drop in imports"?"""
    behind = chunks.code[k + 1 : k + 3]
    return behind in ("ni", "no") or (behind == "vi" and chunks.tokens.word(chunks.chunks[k + 1].first) in _MOVES)


def _basis(item: Chunk, chunks: Chunks) -> str:
    """The bases named near a figure ("in real terms", "excluding food"), joined, or ""."""
    near = {value for token, value in chunks.bases if 0 <= item.first - token <= 12 or 0 <= token - item.after <= 4}
    if _EXCEPT & set(chunks.tokens.words[max(0, item.first - 8) : item.after + 4]):
        near.add("excluding")
    return "+".join(sorted(near))


_BRACKETED = 10_000  # more than a sentence has chunks
_OF_ITS_OWN = "fkhmv"  # a base, a measure or a change: the bracket speaks of another amount


def _add_bracketed(found: dict[int, Fact], position: int, inside: tuple[Chunk, ...]) -> None:
    """ "41.76 trillion yuan (US$5.88 trillion)": the bracket holds the same amount in another currency."""
    amounts = [(k, c.figure.figure) for k, c in enumerate(inside) if c.letter in "ME" and c.figure is not None]
    if not amounts:
        return
    (before, figure), *others = amounts
    if any(c.letter in _OF_ITS_OWN for c in inside[:before]):
        return  # "a loss of $470m (compared to a profit of £13m)"
    if any(other.unit == figure.unit for _, other in others):
        return  # "250 to 500 rupees ($4.50-$9)": a range, of which the host is one end
    host = found.get(position)
    if host is None or host.figure is None or host.figure.kind != "money":
        return
    seen = {host.figure.unit.partition("/")[0]}
    for n, (_, figure) in enumerate(amounts):
        if (unit := figure.unit.partition("/")[0]) in seen:
            continue
        seen.add(unit)
        aside = replace(host, id=figure.id, figure=figure, interval=figure.loose, tight=figure.tight)
        if is_negative(host.interval) and not is_negative(figure.loose):  # the host's sign holds for both
            aside = replace(aside, interval=-figure.loose, tight=-figure.tight)
        aside = replace(aside, aspect="conversion", links=(Link(host.id, "same-as"),), chunk=-1)
        # What stands in brackets has no chunk: keys below −1, which means "none", are free.
        found[-2 - position - n * _BRACKETED] = aside


def is_negative(interval: Interval) -> bool:
    """A set of values → is none of them above nought?"""
    return interval.high is not None and interval.high <= 0


def _is_turned(fact: Fact) -> bool:
    """Does a word make a fall of the amount: "cut by 40 million"?"""
    return fact.figure is not None and fact.aspect in _CHANGES and fact.interval == -fact.figure.loose


def _link_bond(bond: Bond, draft: _Draft) -> None:
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


def _link_pair(pair: Pair, draft: _Draft) -> None:
    """A pair → the link of the base, which measures what the present figure does, and of the word of direction."""
    found, words = draft.figures, draft.words
    if pair.now not in found or pair.before not in found:
        return
    now, before = found[pair.now], found[pair.before]
    if _is_of_another(pair, now, draft):
        return
    from checker.quote import is_quote, quote_sign  # many articles set no figure against another

    chunks = draft.sentence.chunks
    quoted = is_quote(chunks, pair.now)
    goes = quote_sign(chunks, pair.now, pair.direction) if quoted else 1
    # A quote that goes against its currency proves no rate of growth, and one that is not understood nothing at all.
    connector = pair.connector if goes > 0 else "from-quote"
    told = "forecast" if pair.connector == "benchmark" else before.modality
    before = replace(before, measure=now.measure, place=now.place, aspect=now.aspect, modality=told)
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


def _is_rated_before(now: Fact, draft: _Draft) -> bool:
    """ "profit fell 17 percent to 1.54 million, or 1.44 a share": a rate that leads to an amount is the amount's.

    Earnings are as often spoken of by the share as in all.
    """
    rates = [fact for k, fact in draft.figures.items() if k < now.chunk and Link(now.id, "change-of") in fact.links]
    tokens, item = draft.sentence.chunks.tokens, draft.sentence.chunks.chunks[now.chunk]
    return any(fact.aspect == "change-rate" for fact in rates) and "earnings" not in tokens.words[: item.first]


def _is_of_another(pair: Pair, now: Fact, draft: _Draft) -> bool:
    """ "revenues of 3.1 billion, down from its profit of 0.4 billion": is the base said to be of another measure?"""
    chunks, known = draft.sentence.chunks, draft.lexicon.measures
    between = chunks.chunks[max(pair.now + 1, pair.before - 2) : pair.before]
    own = next((item.value for item in between if item.letter == "m"), "")
    heads = (own, head_of(now.measure))
    return own != heads[1] and all(head in known and known[head].kind == "flow" for head in heads)


def _link_second_base(pair: Pair, draft: _Draft) -> None:
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


def _link_of_word(pair: Pair, now: Fact, draft: _Draft) -> str:
    """A pair → how its direction word stands to the present figure, "" where the word proves nothing."""
    if pair.connector == "benchmark":  # a loss above the forecast is the smaller number to some writers
        loss = any("loss" in word for word in (now.measure, *draft.sentence.chunks.tokens.words))
        item, tokens = draft.sentence.chunks.chunks[pair.direction], draft.sentence.chunks.tokens
        judged = is_judging(" ".join(tokens.words[item.first : item.after])) and not _is_better_higher(now, draft)
        return "" if loss or judged else "against-forecast"
    if pair.connector == "after":
        return "pace-of"
    moves = pair.connector != "from-rate" and (_is_percent(now) or _are_points(pair, now, draft))
    moves = moves and is_of_moves(now.measure, draft.lexicon)
    if pair.direction < 0 or moves:
        return ""
    gap = draft.sentence.chunks.chunks[pair.direction].value in ("widen", "narrow")
    # A gap of −44 is wider than one of −43.
    return "" if gap and (is_negative(now.interval) or _are_sides(pair, draft.sentence)) else "direction-of"


_RIVALRY = frozenset("gap lead margin difference advantage edge".split())
_RIVALS = frozenset("versus vs v against".split())


def _are_sides(pair: Pair, sentence: Sentence) -> bool:
    """ "the gap narrowed to 388 million versus 359 million": its two sides, since no time is told of the second?"""
    tokens, items = sentence.chunks.tokens, sentence.chunks.chunks
    first, k = items[pair.direction].first, items[pair.before].first
    set_against = not _RIVALS.isdisjoint(tokens.words[max(0, k - 3) : k])
    rivals = not _RIVALRY.isdisjoint(tokens.words[max(0, first - 8) : items[pair.now].first])
    return pair.connector == "against" and set_against and rivals and not _is_dated(pair.before, sentence)


def _is_better_higher(now: Fact, draft: _Draft) -> bool:
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


def _are_points(pair: Pair, now: Fact, draft: _Draft) -> bool:
    """ "dropping from 50 to 200 points": are they the ends of how far an index moves?"""
    chunks = draft.sentence.chunks
    points = now.figure is not None and now.figure.kind == "index-point"
    return points and pair.before < pair.now and times(chunks.chunks[pair.now], chunks.chunks[pair.before]) >= 2


def _is_percent(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.kind == "percent"


def _add_word(fact: Fact, k: int, as_: str, draft: _Draft, quote: int = 0) -> None:
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


def _word(fact: Fact, item: Chunk, sign: int, draft: _Draft, mark: str) -> Fact:
    """The word of direction of a fact → a fact with the sign as its value, as yet without links; its id is marked."""
    tokens = draft.sentence.chunks.tokens
    start, end = tokens.starts[item.first], tokens.ends[item.after - 1]
    value = point(Fraction(sign))
    figure = word_figure((start, end), tokens.folded[start:end], (Fraction(sign), value, value))
    figure = replace(figure, id=mark + figure.id, direction=DIRECTION[sign])
    said = replace(fact, id=figure.id, figure=figure, interval=value, tight=value, aspect="direction")
    return replace(said, links=(), chunk=-1)
