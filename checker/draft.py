"""Figures and the bonds between them → facts: each figure with what it measures, where and when, and its links.

"Exports were 23.77 trillion yuan. In May they rose 2 percent."     both are exports; the second of May
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunk, Chunks
from checker.fact import DIRECTION, Fact, Link, Sentence, is_negative
from checker.figure import Figure
from checker.frame import Bond
from checker.interval import point
from checker.lexicon import Lexicon
from checker.linking import CHANGES, Draft, link_bond, link_pair
from checker.measure import Mention, mention_for, mentions, opening_place
from checker.record import record, replace
from checker.timing import Timed, latest_year, main_period, modality, period_of
from checker.turning import turn

_OWN_ASPECT = ("rank", "duration", "age", "multiple")  # kinds of figure that are levels of nothing
_EXCEPT = frozenset("excluding without barring stripping ex".split())


@record(frozen=True, slots=True)
class Context:
    """What a sentence leaves for the next: its subject's measure and place, and the period it speaks of."""

    measure: str = ""
    place: str = ""
    period: str = ""


def facts(sentences: list[Sentence], lexicon: Lexicon) -> tuple[Fact, ...]:
    """The sentences of an article → its facts, in order of the text; word facts (directions) have ids of their own."""
    latest = latest_year([period.key for sentence in sentences for period in sentence.periods])
    found: list[Fact] = []
    context = Context()
    for sentence in sentences:
        tokens, periods = sentence.chunks.tokens, sentence.periods
        timed = Timed(tokens, periods, main_period(tokens, periods) or context.period)
        draft = Draft(sentence, timed, latest, lexicon, {}, {})
        context = _fill(draft, context)
        found += [known[k] for known in (draft.figures, draft.words) for k in sorted(known)]
    return tuple(found)


def _fill(draft: Draft, context: Context) -> Context:
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
        link_bond(bond, draft)
    for pair in sentence.pairs:
        link_pair(pair, draft)
    if sentence.pairs and draft.words:
        from checker.shareword import tie_rates  # many articles set no figure against another

        tie_rates(draft.figures, draft.words)
    subject = named[0] if named else carried
    return Context(subject.measure, subject.place or context.place, draft.timed.main)


def _fact(k: int, figure: Figure, draft: Draft, bond: Bond | None, mention: Mention) -> Fact:
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
    if aspect in CHANGES:
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
