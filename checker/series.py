"""Facts of an article → links between sentences: shares and their wholes, shares of one whole, a figure in the headline again.

"private firms took 53.5% of the total"  and  "total trade rose 0.2%"     the rate is the growth of the share's whole
"""

from __future__ import annotations

import re

from checker.comparability import agree
from checker.fact import Fact, Link, Sentence
from checker.interval import Interval, meet
from checker.period import is_day
from checker.record import replace


def tie(facts: tuple[Fact, ...], sentences: list[Sentence]) -> tuple[Fact, ...]:
    """All facts of an article → the same with the links that hold between sentences."""
    by_id = {fact.id: fact for fact in facts}
    _wholes(by_id, sentences)
    _shifts(by_id)
    _shares_of_one_whole(by_id)
    _headline(by_id, sentences)
    _repeated(by_id, sentences)
    _other_rates(by_id)
    return tuple(by_id.values())


def _link(by_id: dict[str, Fact], fact: Fact, link: Link) -> None:
    by_id[fact.id] = replace(by_id[fact.id], links=(*by_id[fact.id].links, link))


def _wholes(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    for share in list(by_id.values()):
        if share.aspect not in ("share", "proportion") or share.figure is None or share.chunk < 0:
            continue
        whole = _whole_measure(share, sentences[share.sentence])
        if not whole:
            continue
        for fact in list(by_id.values()):
            if fact.measure != whole or not all(agree(share, fact, what) for what in ("period", "modality")):
                continue
            if fact.aspect == "change-rate":
                _link(by_id, fact, Link(share.id, "whole-growth"))
            elif (
                abs(fact.sentence - share.sentence) <= 1
                and fact.aspect == "level"
                and fact.figure is not None
                and fact.figure.kind == "money"
                and not fact.links
            ):
                _link(by_id, share, Link(fact.id, "share-of"))
        if ":" not in share.measure:
            continue
        for fact in list(by_id.values()):
            if fact.aspect == "change-rate" and (fact.measure, fact.sentence) == (share.measure, share.sentence):
                _link(by_id, fact, Link(share.id, "part-growth"))
        for fact in list(by_id.values()):
            if (
                abs(fact.sentence - share.sentence) <= 1
                and fact.measure == share.measure
                and fact.aspect == "level"
                and fact.figure is not None
                and fact.figure.kind in ("money", "count")
            ):
                if all(agree(share, fact, what) for what in ("period", "modality", "place")):
                    _link(by_id, share, Link(fact.id, "of-part"))


def _shifts(by_id: dict[str, Fact]) -> None:
    """ "exports of timber rose 3.1 percent, and their share in total exports was up by 0.4 points": the growth of the whole."""
    for shift in [f for f in by_id.values() if f.aspect == "share-change" and f.measure and ":" not in f.measure]:
        part = next(
            (
                f
                for f in by_id.values()
                if f.aspect == "change-rate"
                and f.sentence == shift.sentence
                and f.measure.startswith(shift.measure + ":")
            ),
            None,
        )
        for fact in list(by_id.values()) if part else ():
            if part and fact.aspect == "change-rate" and fact.measure == shift.measure and agree(part, fact, "period"):
                _link(by_id, fact, Link(part.id, "whole-growth"))


def _whole_measure(share: Fact, sentence: Sentence) -> str:
    """ "58.6% of total exports" → exports; "53.5% of the total" → what the share's own measure is a part of."""
    code, chunks = sentence.chunks.code, sentence.chunks.chunks
    behind = code[share.chunk + 1 : share.chunk + 3]
    if behind.startswith("om"):
        return chunks[share.chunk + 2].value
    if behind[:1] in ("p", "W") or behind == "op":
        return share.measure.partition(":")[0]
    return ""


def _shares_of_one_whole(by_id: dict[str, Fact]) -> None:
    """Shares of like parts in one sentence: "X accounted for 53.5% of the total and Y for 30.2%"."""
    shares = [f for f in by_id.values() if f.aspect == "share" and f.figure is not None and f.figure.kind == "percent"]
    for n, first in enumerate(shares):
        for again in shares[n + 1 :]:
            if (
                first.sentence == again.sentence
                and first.measure != again.measure
                and _heads(first) == _heads(again)
                and _heads(first)[1]
            ):
                _link(by_id, again, Link(first.id, "shares-whole"))


def _heads(fact: Fact) -> tuple[str, bool]:
    """Measure head, and whether something narrows it."""
    head, _, words = fact.measure.partition(":")
    return head, bool(words)


def _headline(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """A headline's figure and the body's figure of one measure: the one that agrees, else the first there is in the lead."""
    told = [f for f in by_id.values() if f.sentence >= 0 and _tellable(f)]
    heads = [f for f in told if sentences[f.sentence].block == "headline" and f.modality == "reported"]
    body = [f for f in told if sentences[f.sentence].block != "headline"]
    for head in map(_cut_short, heads):
        by_id[head.id] = head
        if any(
            f.figure and head.figure and f.figure.value == head.figure.value and f.figure.unit != head.figure.unit
            for f in body
        ):
            continue  # the same amount, its currency told more closely
        like = [f for f in body if agree(head, f, "unit")]
        match = next(
            (
                f
                for f in like
                if meet(head.interval, f.interval) is not None or meet(head.interval, -f.interval) is not None
            ),
            None,
        )
        if match is None:
            match = next(
                (
                    f
                    for f in like
                    if f.sentence <= _LEAD
                    and f.modality == "reported"
                    and _names(head, sentences)
                    and _same_measure(head, f)
                ),
                None,
            )
        if match is not None and match.aspect == head.aspect:
            _link(by_id, match, Link(head.id, "headline-of"))


def _cut_short(head: Fact) -> Fact:
    """A headline may cut digits off instead of rounding: its interval reaches to the next printed digit."""
    a = head.interval
    if head.figure is None or head.figure.hedge or a.low is None or a.high is None or a.low == a.high:
        return head
    if a.low >= 0:
        return replace(head, interval=Interval(a.low, a.low + 3 * (a.high - a.low) / 2, a.low_open, True))
    return replace(head, interval=Interval(a.high - 3 * (a.high - a.low) / 2, a.high, True, a.high_open))


_LEAD = 3  # the headline's figure stands in the first sentences, or nowhere


def _names(head: Fact, sentences: list[Sentence]) -> bool:
    """Does the headline give the figure to the measure alone ("a 482 million euro budget", not "a 300 million profit revision")?"""
    rest = sentences[head.sentence].chunks.code[head.chunk + 1 :]
    return not rest.startswith("m") or rest == "m"


def _same_measure(head: Fact, fact: Fact) -> bool:
    """One measure as far as head and body print it, and neither the base of a comparison."""
    if (
        not head.measure
        or head.measure.partition(":")[0] != fact.measure.partition(":")[0]
        or head.aspect != fact.aspect
    ):
        return False
    based = any(link.as_ in _BASES for link in (*head.links, *fact.links))
    units = head.figure is not None and fact.figure is not None and head.figure.unit == fact.figure.unit
    return units and not based and all(agree(head, fact, what) for what in ("period", "place", "basis", "modality"))


def _tellable(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.kind in ("money", "percent")


def _repeated(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """One measure, place and basis in two sentences that both print the period: one quantity, stated twice."""
    seen: dict[tuple[str, ...], Fact] = {}
    for fact in list(by_id.values()):
        if not (
            _tellable(fact)
            and fact.modality == "reported"
            and fact.aspect == "level"
            and fact.measure
            and _prints_period(fact, sentences)
        ):
            continue
        if any(link.as_ in _BASES for link in fact.links):
            continue
        assert fact.figure is not None
        key = (fact.measure, fact.place, fact.period, fact.basis, fact.figure.kind, fact.figure.unit)
        first = seen.setdefault(key, fact)
        if first.sentence != fact.sentence:
            _link(by_id, fact, Link(first.id, "hedged-of" if fact.figure.hedge else "same-quantity"))


def _other_rates(by_id: dict[str, Fact]) -> None:
    """ "0.3 points higher than in May … In May prices rose 2.1 percent": the rate that the difference is taken from."""
    for difference in [f for f in by_id.values() if f.aspect == "rate-difference" and f.period]:
        for fact in list(by_id.values()):
            if fact.aspect == "change-rate" and (fact.measure, fact.period) == (difference.measure, difference.period):
                if not any(link.to == fact.id for link in difference.links):
                    _link(by_id, fact, Link(difference.id, "other-rate"))
                    break


_BASES = (
    "from",
    "against",
    "than",
    "from-also",
    "from-extreme",
    "from-other",
    "part-of",
    "beside",
    "benchmark",
    "after",
)


def _prints_period(fact: Fact, sentences: list[Sentence]) -> bool:
    """Is the fact's period named in its own sentence, and a stretch of the calendar rather than a day or "last year"?"""
    sentence = sentences[fact.sentence]
    named = (
        fact.period[:1] in tuple("12MQHF")
        and not is_day(fact.period)
        and any(p.key == fact.period for p in sentence.periods)
    )
    return named and bool(_SUBJECT.match(sentence.chunks.code[: fact.chunk]))


# The sentence is about the measure and says of it what it is: "Total exports were …", "Exports of more than …".
_SUBJECT = re.compile(r"(?:[uyi]{0,3},)?p?m(?:o[mu]+)?[ro]$")
