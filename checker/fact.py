"""Figures and the bonds between them → facts: each figure with what it measures, where and when, and its links.

"Exports were 23.77 trillion yuan, a year-on-year increase of 0.6%"
→ exports, level, 23.77 trillion;  exports, change-rate, +0.6, change-of the level
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunk, Chunks
from checker.figure import Figure
from checker.frame import Bond
from checker.interval import Interval, point
from checker.lexicon import Lexicon
from checker.measure import Mention, mentions, owner
from checker.pair import Pair
from checker.period import Period, is_base, is_day
from checker.record import record, replace
from checker.token import Tokens


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


def _where(sentence: Sentence) -> str:
    """ "In the old town there are …": the place a sentence opens with, as far as it is not a time."""
    tokens = sentence.chunks.tokens
    if tokens.word(0) not in ("in", "at", "across", "among", "within") or tokens.word(1) in _NO_PLACE:
        return ""
    words = []
    for word in tokens.words[1:6]:
        if not word.isalpha() or word in ("there", "was", "were", "is", "are", "has", "had"):
            break
        words.append(word)
    timely = any(period.start < tokens.ends[len(words)] for period in sentence.periods)
    return " ".join(w for w in words if w != "the") if words and len(words) < 5 and not timely else ""


_NO_PLACE = frozenset(
    "a all addition total fact his her its their this that those turn return response recent other real nominal".split()
)
_CHANGES = ("change-rate", "change-amount", "share-change", "ambiguous-change", "rate-difference")
_FORECAST = frozenset(
    "will would could may might should expect expects expected forecast forecasts predicts predicted sees targets aims plans projected"
    " likely estimates hopes anticipates proposed".split()
)
_CLAUSE = frozenset(";|/:")


def facts(sentences: list[Sentence], lexicon: Lexicon) -> tuple[Fact, ...]:
    """The sentences of an article → its facts, in order of the text; word facts (directions) have ids of their own."""
    years = [int(p.key[:4]) for s in sentences for p in s.periods if p.key[:4].isdigit()]
    latest = max(years, default=0)
    found: list[Fact] = []
    context = Context()
    for sentence in sentences:
        known, context = _of_sentence(sentence, context, latest, lexicon)
        found.extend(known)
    return tuple(found)


def _of_sentence(sentence: Sentence, context: Context, latest: int, lexicon: Lexicon) -> tuple[list[Fact], Context]:
    chunks = sentence.chunks
    named = mentions(chunks, lexicon)
    bonds = {b.chunk: b for b in sentence.bonds}
    base = {p.before for p in sentence.pairs}
    main = _main_period(sentence, base) or context.period
    where = _where(sentence)
    found: dict[int, Fact] = {}
    words: dict[int, Fact] = {}
    for k, item in enumerate(chunks.chunks):
        if item.figure is None or item.figure.figure.ignored:
            continue
        mention = (
            _counted(k, chunks, named, lexicon)
            or _measure_for(k, chunks, named, bonds)
            or Mention(-1, -1, context.measure, context.place)
        )
        if where and not mention.place:
            mention = replace(mention, place=where)
        found[k] = _fact(k, item, sentence, bonds.get(k), mention, main, base, latest)
    for position, inside in chunks.brackets:
        _bracketed(found, position, inside, chunks)
    _link(found, words, sentence, lexicon)
    subject = named[0] if named else Mention(-1, -1, context.measure, context.place)
    carried = Context(subject.measure, subject.place or context.place, main)
    ordered = [found[k] for k in sorted(found)] + [words[k] for k in sorted(words)]
    return ordered, carried


def _fact(
    k: int, item: Chunk, sentence: Sentence, bond: Bond | None, mention: Mention, main: str, base: set[int], latest: int
) -> Fact:
    assert item.figure is not None
    figure = item.figure.figure
    aspect = (
        bond.aspect
        if bond is not None
        else {"rank": "rank", "duration": "duration", "age": "age", "multiple": "multiple"}.get(figure.kind, "level")
    )
    sign = _sign(sentence.chunks, bond)
    interval, tight = figure.loose, figure.tight
    if aspect in _CHANGES and sign < 0:
        interval, tight = -interval, -tight
    if aspect == "threshold":
        interval = tight = point(figure.value or Fraction(0))
    figure = replace(figure, direction={1: "up", -1: "down"}.get(sign, "") if aspect in _CHANGES else figure.direction)
    period = _period_for(item, sentence, main, k in base, 6 if aspect == "rate-difference" else 2)
    return Fact(
        figure.id, figure, interval, tight, mention.measure, mention.place, period, aspect,
        _basis(item, sentence.chunks), _modality(item, sentence.chunks, period, latest), (), sentence.number, k, bond.frame if bond else "",
    )  # fmt: skip


def _sign(chunks: Chunks, bond: Bond | None) -> int:
    if bond is None or bond.sign < 0:
        return 0
    return {"up": 1, "widen": 1, "down": -1, "narrow": -1}.get(chunks.chunks[bond.sign].value, 0)


def _counted(k: int, chunks: Chunks, named: list[Mention], lexicon: Lexicon) -> Mention | None:
    """ "1,706,482 men and 1,767,135 women": the noun right behind a count is what is counted."""
    item = chunks.chunks[k]
    if item.letter != "N" or chunks.code[k + 1 : k + 2] != "m" or chunks.chunks[k + 1].first != item.after:
        return None
    mention = next((m for m in named if m.chunk == k + 1), None)
    return mention and (mention if mention.place else replace(mention, place=owner(chunks, k, lexicon)))


def _measure_for(k: int, chunks: Chunks, named: list[Mention], bonds: dict[int, Bond]) -> Mention | None:
    """The measure a figure speaks of: behind "rise in" for a change noun, else the nearest on its left in the clause."""
    code = chunks.code
    bond = bonds.get(k)
    if (
        bond is not None
        and bond.frame in ("rate-noun", "rate-rise-to-level")
        and code[bond.sign + 1 : bond.sign + 2] in ("i", "o")
    ):
        after = next((m for m in named if m.chunk > k), None)
        if after is not None:
            return after
    left = [
        m
        for m in named
        if m.chunk < k
        and code[max(0, m.chunk - 2) : m.chunk] != "ui"
        and not _CLAUSE & set(code[m.chunk : k])
        and not _of_whole(m, chunks, bond)
    ]
    if left:
        return left[-1]
    return next((m for m in named if m.chunk > k and code[k + 1 : m.chunk] in ("o", "", "i", "uo")), None)


def _of_whole(mention: Mention, chunks: Chunks, bond: Bond | None) -> bool:
    """Is the measure the whole of a share that stands before it ("58.6% of total exports, an increase …")?"""
    k = mention.chunk
    return k >= 2 and chunks.code[k - 1] == "o" and chunks.code[k - 2] in "PQ"


def _main_period(sentence: Sentence, base: set[int]) -> str:
    """The period a sentence speaks of: the first that is neither a day (of an announcement) nor the base of a comparison."""
    for period in sentence.periods:
        if not is_base(period.key) and not is_day(period.key) and not _is_compared(period, sentence.chunks.tokens):
            return period.key
    return ""


def _is_compared(period: Period, tokens: Tokens) -> bool:
    """ "more than in 2023", "compared with 2023", "from 2022", "12 percent on 2009": the period is the base's."""
    words = tokens.folded[max(tokens.starts[0], period.start - 40) : period.start].lower().split()
    on = bool(words) and words[-1] in ("on", "over")
    if "than" in words[-6:]:
        return True  # "more than the 3,318,240 counted in 2014"
    while words and words[-1] in ("in", "on", "of", "for", "over", "during", "the", "that"):
        words.pop()
    return bool(words) and (
        words[-1] in ("from", "since", "than", "with", "to", "against", "versus", "vs")
        or on
        and words[-1] in ("percent", "%", "pct", "cent", "up", "down")
    )


def _period_for(item: Chunk, sentence: Sentence, main: str, is_before: bool, reach: int = 2) -> str:
    """The period right behind a figure is its own ("8 percent in May"); else the last one before it in its clause.

    A base takes the base it names, or a period before the figure's that is not told.
    """
    tokens = sentence.chunks.tokens
    end = tokens.ends[item.after - 1]
    for period in sentence.periods:
        if period.start >= end:
            between = tokens.folded[end : period.start].split()
            if len(between) <= reach and (not between or between[-1].lower() in _AT) and ";" not in between:
                on = between == ["on"] and item.letter == "P"  # "up 12 percent on 2009"
                if is_before or reach > 2 or not (is_base(period.key) or on):
                    return period.key
            break
    return "~base" if is_before else _period_before(item, sentence) or main


_AT = ("in", "for", "on", "at", "of", "during", "the", "a")


def _period_before(item: Chunk, sentence: Sentence) -> str:
    tokens = sentence.chunks.tokens
    start = tokens.starts[item.first]
    clause = max(tokens.folded.rfind(sign, tokens.starts[0], start) for sign in (";", " while ", " but "))
    told = [
        period.key
        for period in sentence.periods
        if clause < period.start < start
        and not (is_base(period.key) or is_day(period.key) or _is_compared(period, tokens))
    ]
    return told[-1] if told else ""


_EXCEPT = frozenset("excluding without barring stripping ex".split())


def _basis(item: Chunk, chunks: Chunks) -> str:
    near = {value for token, value in chunks.bases if 0 <= item.first - token <= 12 or 0 <= token - item.after <= 4}
    if _EXCEPT & set(chunks.tokens.words[max(0, item.first - 8) : item.after + 4]):
        near.add("excluding")
    return "+".join(sorted(near))


def _modality(item: Chunk, chunks: Chunks, period: str, latest: int) -> str:
    """Forecast, if a word of the future governs the figure — unless its year is past ("will be" in a report on last year)."""
    if period[:4].isdigit() and int(period[:4]) < latest:
        return "reported"
    first = max(0, item.first - 14)
    words = [
        chunks.tokens.words[i] if not chunks.tokens.capital(i) else "" for i in range(first, item.first)
    ]  # not the month of May
    cut = max((n for n, word in enumerate(words) if word in (";", "but", "while", "after", "from")), default=-1)
    return "forecast" if _FORECAST & set(words[cut + 1 :]) else "reported"


def _bracketed(found: dict[int, Fact], position: int, inside: tuple[Chunk, ...], chunks: Chunks) -> None:
    """ "41.76 trillion yuan (US$5.88 trillion)": the bracket holds the same amount in another currency."""
    money = next((c for c in inside if c.letter in "ME" and c.figure is not None), None)
    host = found.get(position)
    if money is None or money.figure is None or host is None or host.figure is None:
        return
    figure = money.figure.figure
    if host.figure.kind != "money" or host.figure.unit == figure.unit:
        return
    found[-1 - position] = replace(
        host,
        id=figure.id,
        figure=figure,
        interval=figure.loose,
        tight=figure.tight,
        aspect="conversion",
        links=(Link(host.id, "same-as"),),
        chunk=-1,
    )


def _link(found: dict[int, Fact], words: dict[int, Fact], sentence: Sentence, lexicon: Lexicon) -> None:
    for bond in sentence.bonds:
        if bond.chunk in found and bond.to in found and bond.link:
            _add(found, bond.chunk, Link(found[bond.to].id, bond.link))
        if bond.chunk in found and bond.sign >= 0 and bond.aspect in ("change-rate", "share-change", "change-amount"):
            _add_word(found[bond.chunk], bond.sign, words, sentence, "sign-of", lexicon)
    for pair in sentence.pairs:
        if pair.now in found and pair.before in found:
            now = found[pair.now]
            # A currency's quotes rise when one side of the pair falls: such a pair is read, and not checked.
            connector = "from-quote" if _of_currency(sentence, pair.now) else pair.connector
            _add(found, pair.before, Link(now.id, connector))
            if pair.beside in found:
                _add(found, pair.now, Link(found[pair.beside].id, "beside"))
            before = found[pair.before]
            found[pair.before] = replace(before, measure=now.measure, place=now.place, aspect=now.aspect)
            if pair.connector == "benchmark":
                found[pair.before] = replace(found[pair.before], modality="forecast")
                if "loss" not in now.measure and not any("loss" in w for w in sentence.chunks.tokens.words):
                    _add_word(now, pair.direction, words, sentence, "against-forecast", lexicon)
            elif pair.connector == "after":
                _add_word(now, pair.direction, words, sentence, "pace-of", lexicon)
            elif pair.direction >= 0 and connector != "from-quote" and not _of_moves(now, lexicon):
                _add_word(now, pair.direction, words, sentence, "direction-of", lexicon)
                if pair.direction in words:
                    _add(words, pair.direction, Link(before.id, "direction-from"))


def _of_moves(fact: Fact, lexicon: Lexicon) -> bool:
    """Percentages of an index or a price are moves, never levels: "the indexes fell from 2.5 to 3 percent" is a range."""
    known = lexicon.measures.get(fact.measure.partition(":")[0])
    return (
        fact.figure is not None
        and fact.figure.kind == "percent"
        and known is not None
        and known.kind in ("index", "price")
    )


def _by_polarity(value: str, measure: str, lexicon: Lexicon) -> int:
    """ "improved": up for profit, down for unemployment, 0 where the measure does not tell."""
    known = lexicon.measures.get(measure.partition(":")[0])
    good = {"good": 1, "bad": -1}.get(known.polarity, 0) if known and known.kind in ("flow", "count") else 0
    return good * {"better": 1, "worse": -1}.get(value, 0)


def _of_currency(sentence: Sentence, k: int) -> bool:
    """Is a currency the subject ("the forint traded at 273")? Quotes rise when one side of the pair falls."""
    tokens = sentence.chunks.tokens
    figures = {i for c in sentence.chunks.chunks if c.figure is not None for i in range(c.first, c.after)}
    first = max(0, sentence.chunks.chunks[k].first - 20)
    return any(
        tokens.words[i] in _CURRENCY_NAMES and i not in figures
        for i in range(first, min(len(tokens), sentence.chunks.chunks[k].after + 8))
    )


_CURRENCY_NAMES = frozenset(
    "dollar euro yen sterling pound franc currency yuan renminbi peso rupee lira won ruble rouble real forint zloty krona krone crown baht"
    " ringgit rupiah rand aussie kiwi loonie greenback".split()
)


def _add(found: dict[int, Fact], k: int, link: Link) -> None:
    if link not in found[k].links:
        found[k] = replace(found[k], links=(*found[k].links, link))


_SIGN = {"up": 1, "widen": 1, "above": 1, "down": -1, "narrow": -1, "below": -1}


def _add_word(fact: Fact, k: int, words: dict[int, Fact], sentence: Sentence, link: str, lexicon: Lexicon) -> None:
    """A direction word as a fact of its own: +1 or −1, so that the word can be the slip."""
    item = sentence.chunks.chunks[k]
    percent = fact.figure is not None and fact.figure.kind == "percent"  # a ratio's measure is not told by its words
    sign = _SIGN.get(item.value) or (0 if percent else _by_polarity(item.value, fact.measure, lexicon))
    if not sign:
        return
    if k not in words:
        tokens = sentence.chunks.tokens
        start, end = tokens.starts[item.first], tokens.ends[item.after - 1]
        value = point(Fraction(sign))
        figure = Figure(
            f"w{start}", start, end, tokens.folded[start:end], "word", "", "", start, Fraction(1), Fraction(sign), value, value, "",
            "up" if sign > 0 else "down",
        )  # fmt: skip
        words[k] = replace(
            fact, id=figure.id, figure=figure, interval=value, tight=value, aspect="direction", links=(), chunk=-1
        )
    known = words[k]
    words[k] = replace(known, links=(*known.links, Link(fact.id, link)))
