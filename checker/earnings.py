"""Facts of a telegram of earnings → the same with what ties its lines, columns and stretches of time.

"Shr 30 cts vs 43 cts", "Net 891,000 vs 1.2 mln", "Nine mths", "Shr 90 cts", "Net 2.7 mln"

    891,000 –earned-by→ 30 cts –share-beside→ 90 cts; 2.7 mln –earned-by→ 90 cts
    "Shr loss 30 cts", "Net 891,000"          "loss" −1; "Net" +1, outcome-of "loss" (see also `checker.sharesign`)
    "Avg shrs 2.9 mln"                        891,000 –earned-on-shares→ 2.9 mln; 30 cts –share-of-shares→ 2.9 mln
    "Revs 1.9 mln", "Nine mths", "Revs 4 mln" 1.9 mln –within-stretch→ 4 mln; 891,000 –earned-on→ 1.9 mln
    "3RD QTR LOSS", "Nine mths"               quarter 3; 9 months, months-by the quarter

What a preferred dividend or a gain parts is left alone. A share and a net are tied where the other columns, and the
number of shares that is printed, agree on one number of shares.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations

from checker.banksheet import tie_sheet
from checker.fact import Fact, Link, Sentence, add_link, place_of, unit_of
from checker.pattern import Pattern, regex
from checker.record import record
from checker.sharesign import profits, word_of
from checker.telegram import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.interval import Interval
    from checker.telegram import Entry, Telegram

    Bounds = tuple[Fraction, Fraction]
    Place = tuple[int, int, str]  # stretch, column and basis

_NEAR = Fraction(5, 4)  # numbers of shares that are no farther apart are taken for one
_LIKE = Fraction(11, 10)  # that far apart they may be where no preferred dividend parts a loss from a profit
_FARTHEST = Fraction(4, 3)  # what a new issue may make of it (rules/ratio/implied-shares.toml)
_PREFERRED = Fraction(1, 4)  # of the largest net: more than preferred dividends take
_PREFERRED_OFF = regex(r"\bafter[^.\n]{0,20}referred")  # "share after preferred dividends": the net is before them
_WITNESSES = 2  # figures that agree on a number of shares, before another is held against them
_HEADED = Pattern(r"\b(?:LOSS|PROFIT)\b")
_GAINS = frozenset("gain gains credit credits".split())  # with one told of, a net may pass the sales


@record(frozen=True, slots=True)
class _Column:
    """A share and a net of one stretch and column, with the number of shares that they imply and that is printed."""

    share: Entry
    net: Entry
    low: Fraction
    high: Fraction
    number: Entry | None

    @property
    def agrees(self) -> bool:
        """Are both a loss or both a profit?"""
        return self.share.sign == self.net.sign


def telegraphed(told: tuple[Fact, ...], sentences: list[Sentence]) -> tuple[Fact, ...]:
    """The facts of a telegram → the same with their links, and facts of its words."""
    folded = sentences[0].chunks.tokens.folded
    telegram = read(folded, {place_of(fact): fact for fact in told if _is_amount(fact)})
    if not telegram.entries:
        return told
    by_id = {fact.id: fact for fact in told}
    columns = _columns(telegram)
    words: list[Fact] = []
    lower = folded.lower()
    for place, column in columns.items() if not _PREFERRED_OFF.search(lower) else ():
        others = [other for at, other in columns.items() if at != place and _is_like(column, other)]
        others.sort(key=lambda other: other.net.column != column.net.column)  # the same column comes first
        if column.agrees:
            _tie_shares(by_id, column, others)
        words += _outcome(column, others, sentences)
    words += profits(telegram, {fact.id for fact in words}, sentences)
    _tie_profits(by_id, telegram, _GAINS.isdisjoint(lower.split()))
    tie_sheet(by_id, telegram)
    words += _headed(telegram, columns.get((0, 0, "")) or columns.get((0, 0, "oper")), sentences)
    if not _NEW_YEAR.search(lower):
        _tie_sales(by_id, telegram)
        words += _quarters(telegram, sentences)
    return (*by_id.values(), *words)


def _is_amount(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.kind in ("money", "count")


def _columns(telegram: Telegram) -> dict[Place, _Column]:
    """The shares and nets of a telegram by stretch and column, where both are printed."""
    lines = {(e.stretch, e.column, e.basis, e.kind): e for e in telegram.entries}
    found: dict[Place, _Column] = {}
    for (stretch, column, basis, kind), net in lines.items():
        share = lines.get((stretch, column, basis, "share"))
        if kind == "net" and share is not None and min(_amount(share).low or 0, _amount(net).low or 0) > 0:
            low, high = _quotient(_amount(net), _amount(share))
            number = lines.get((stretch, column, "", "number"))
            found[stretch, column, basis] = _Column(share, net, low, high, number)
    return found


def _amount(entry: Entry) -> Interval:
    return entry.fact.figure.loose if entry.fact.figure is not None else entry.fact.interval


def _quotient(net: Interval, share: Interval) -> Bounds:
    """A net and a share, both above nought → between which numbers of shares they imply lie."""
    one = Fraction(1)
    return (net.low or one) / (share.high or one), (net.high or one) / (share.low or one)


def _is_like(one: _Column, other: _Column) -> bool:
    """May two columns imply one number of shares: both are of one sign each, of one basis and in one unit?"""
    units = [(unit_of(column.share.fact), unit_of(column.net.fact)) for column in (one, other)]
    like = one.net.basis == other.net.basis and units[0] == units[1]
    return other.agrees and like and units[0][0] != ""


# ── a share and the net ───────────────────────────────────────────────────────────────────────────────────────────────


def _tie_shares(by_id: dict[str, Fact], own: _Column, others: list[_Column]) -> None:
    """Facts by id, changed in place: a net and a share that should imply the number of shares that others imply."""
    for other in _witnesses(own, others):
        if Link(own.share.fact.id, "share-beside") not in by_id[other.share.fact.id].links:
            add_link(by_id, own.net.fact.id, own.share.fact, "earned-by")
            add_link(by_id, other.net.fact.id, other.share.fact, "earned-by")
            add_link(by_id, own.share.fact.id, other.share.fact, "share-beside")
    counted = [other for other in others if other.number is not None]
    if own.number is not None and counted and all(map(_is_product, counted)):
        add_link(by_id, own.net.fact.id, own.number.fact, "earned-on-shares")
        add_link(by_id, own.share.fact.id, own.number.fact, "share-of-shares")


def _witnesses(own: _Column, others: list[_Column]) -> list[_Column]:
    """The columns that a column is set against: the first that it fits, or two, so that it is the suspect, or none."""
    known = _numbers(own, others)
    if len(known) < _WITNESSES or not all(_is_near(one, other) for one, other in combinations(known, 2)):
        return []
    near = [other for other in others if _is_near((own.low, own.high), (other.low, other.high), _FARTHEST)]
    if near or not others or _is_of_preferred(own, others):
        return near[:1]
    return others[:2]


def _is_of_preferred(own: _Column, others: list[_Column]) -> bool:
    """Does a share fall short of the net by what a preferred dividend takes, which is little of the largest net?"""
    net, share = _value(own.net), _value(own.share)
    most = max(others, key=lambda other: _value(other.net))
    short = own.net.sign * (net - _value(most.net) / _value(most.share) * share)
    return 0 < short <= _PREFERRED * _value(most.net)


def _value(entry: Entry) -> Fraction:
    figure = entry.fact.figure
    return figure.value if figure is not None and figure.value is not None else Fraction(1)


def _numbers(own: _Column, others: list[_Column]) -> list[Bounds]:
    """The numbers of shares that a column is held against: those that the others imply, and its own as printed."""
    known = [(other.low, other.high) for other in others]
    if own.number is not None and (_amount(own.number).low or 0) > 0:
        known.append((_amount(own.number).low or own.low, _amount(own.number).high or own.high))
    return known


def _is_near(one: Bounds, other: Bounds, factor: Fraction = _NEAR) -> bool:
    """Are two numbers of shares, each known to lie between bounds, no farther apart than a factor?"""
    return one[0] <= factor * other[1] and other[0] <= factor * one[1]


def _is_product(column: _Column) -> bool:
    """Is the number of shares that is printed the one that share and net imply?"""
    number = _amount(column.number) if column.number is not None else None
    return number is not None and (number.low or 0) <= column.high and column.low <= (number.high or 0)


def _outcome(own: _Column, others: list[_Column], sentences: list[Sentence]) -> tuple[Fact, ...]:
    """A column → whether share and net are a loss or a profit, where they are of one size and a word says so.

    What a preferred dividend takes may turn a small profit into a loss a share: it implies no like number of shares.
    """
    known = _numbers(own, others)
    said = [entry for entry in (own.share, own.net) if entry.said]
    if not (said and known and all(_is_near((own.low, own.high), other, _LIKE) for other in known)):
        return ()
    share = word_of(own.share.word, own.share.sign, "outcome", sentences)
    as_ = "outcome-of" if len(said) == 2 else "outcome-unsaid"
    return share, word_of(own.net.word, own.net.sign, "outcome-also", sentences, Link(share.id, as_))


# ── stretches, sales, headline ────────────────────────────────────────────────────────────────────────────────────────


def _sales(telegram: Telegram) -> list[Entry]:
    return [entry for entry in telegram.entries if entry.kind == "sales"]


def _tie_sales(by_id: dict[str, Fact], telegram: Telegram) -> None:
    """Facts by id, changed in place: sales within those of a longer stretch."""
    sales = _sales(telegram)
    for part, whole in permutations(sales, 2):
        shorter = 0 < telegram.stretches[part.stretch].months < telegram.stretches[whole.stretch].months
        if part.column == whole.column and shorter and unit_of(part.fact) == unit_of(whole.fact):
            add_link(by_id, part.fact.id, whole.fact, "within-stretch")


def _tie_profits(by_id: dict[str, Fact], telegram: Telegram, plain: bool) -> None:
    """Facts by id, changed in place: a plain profit within its sales."""
    sales = _sales(telegram)
    for net in (entry for entry in telegram.entries if entry.kind == "net" and not entry.basis):
        lost = any(e.kind == "share" and e.sign < 0 and e.column == net.column for e in telegram.entries)
        if lost:
            continue  # "Shr loss 9.10 dlrs", "Net loss 44 mln vs 206 mln": the second may be a loss as well
        of = [e for e in sales if (e.stretch, e.column) == (net.stretch, net.column)]
        if plain and net.sign > 0 and len(of) == 1 and unit_of(net.fact) == unit_of(of[0].fact):
            add_link(by_id, net.fact.id, of[0].fact, "earned-on")


def _headed(telegram: Telegram, first: _Column | None, sentences: list[Sentence]) -> tuple[Fact, ...]:
    """ "3RD QTR LOSS", "3RD QTR PROFIT" → which of both the headline tells of, and which the first net is.

    "NET" is printed above losses too: in 13 of some 140 telegrams whose first lines name a loss or a profit.
    """
    start, end = telegram.headline
    told = list(_HEADED.finditer(sentences[0].chunks.tokens.folded[start:end]))
    if first is None or not first.agrees or len(told) != 1:
        return ()
    span = start + told[0].start(), start + told[0].end()
    head = word_of(span, -1 if told[0].group() == "LOSS" else 1, "headline-direction", sentences)
    return head, word_of(first.net.word, first.net.sign, "told-direction", sentences, Link(head.id, "told-of"))


_LAST, _HALF = 4, 6  # a quarter, and months
# "changed its fiscal year to December": a year may be of nine months.
_NEW_YEAR = regex(r"\bchang\w*\b[^.]*\b(?:fiscal|financial|calendar)\b")


def _quarters(telegram: Telegram, sentences: list[Sentence]) -> tuple[Fact, ...]:
    """ "3RD QTR", "Nine mths" → the quarter of the year, and the months to its end."""
    first = telegram.stretches[0]
    so_far = [s for s in telegram.stretches[1:] if s.months in (6, 9, 12) and not s.trailing]
    if not first.quarter or not so_far:
        return ()
    if (first.quarter, so_far[0].months) == (_LAST, _HALF):
        return ()  # "4TH QTR … Six months": the second half of the year
    quarter = word_of(first.span, first.quarter, "quarter-number", sentences)
    months = word_of(so_far[0].span, so_far[0].months, "months-so-far", sentences, Link(quarter.id, "months-by"))
    return quarter, months
