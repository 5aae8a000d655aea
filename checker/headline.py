"""Facts of an article → links from a figure of its headline to the one in the text that it shortens, or stands for.

"Harbour to cost 40 million euros"  and  "The harbour will cost 40.3 million"    the second is headline-of the first
"Fund pays out 113 million"         and  "agreed to pay 131 million"             the second is in-place-of the first
"""

from __future__ import annotations

from itertools import combinations

from checker import numeral
from checker.apart import are_apart, parted
from checker.comparability import agree
from checker.equated import are_of_one_measure, could_be, cut_short, is_all, is_made_of, repaired
from checker.fact import Fact, Sentence, add_link
from checker.figure import Figure
from checker.headnoun import tie_noun
from checker.interval import Interval, meet
from checker.lead import tie_farther, tie_lead
from checker.leading import is_beside_others, is_most
from checker.measure import head_of
from checker.restated import TOLD, is_other, is_telling

_LEAD = 3  # the headline's figure stands in the first sentences, or nowhere
_SAME = ("period", "place", "basis", "modality")
_MOVED = ("transposition", "scale", "decimal-point")  # slips that keep the digits
_HEADINGS = ("headline", "heading")  # blocks that are no text
_PLACES = ("headline-of", "in-place-of")
_MANY = 40  # figures of one unit: an article with more is a table


def tie_headline(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """A headline's figure and the body's figure of one measure: the one that agrees, else the first in the lead."""
    as_read = dict(by_id)
    tie_lead(by_id, sentences)
    tie_noun(by_id, sentences)
    shown = [f for f in by_id.values() if f.sentence >= 0 and sentences[f.sentence].block == "headline"]
    if any(fact.figure is not None and fact.figure.kind == "count" for fact in shown):
        from checker.headtoll import tie_toll  # few headlines count anybody

        tie_toll(by_id, sentences)
    told = [f for f in by_id.values() if f.sentence >= 0 and is_telling(f)]
    body = [f for f in told if sentences[f.sentence].block not in _HEADINGS]
    parts = [f for f in by_id.values() if f.figure is not None and f.figure.kind == "fraction"]
    for head in told:
        if sentences[head.sentence].block != "headline" or head.modality != "reported" or head.figure is None:
            continue
        rounded = head.figure.loose
        head = by_id[head.id] = cut_short(head)
        if any(_in_other_unit(head, fact) for fact in body) or any(link.as_ == "told-change-of" for link in head.links):
            continue
        like = [fact for fact in body if agree(head, fact, "unit")]
        met = [fact for fact in like if _meets(head.interval, fact) and not _are_apart(head, fact)]
        met = [fact for fact in met if not _is_ceiling(fact) or _is_value(fact, rounded)]
        met = [fact for fact in met if _meets(rounded, fact) or are_of_one_measure(head, fact)]  # rounded, or cut off
        met = [fact for fact in met if _same_value(head, fact) or not is_most(fact, sentences[fact.sentence])]
        if added := is_beside_others(head, sentences):  # "an extra 30 billion" is no "up to 130 billion"
            met = [f for f in met if _same_value(head, f) or is_beside_others(f, sentences)]
        match = next((fact for fact in met if _same_value(head, fact)), met[0] if met else None)
        alone = not added and _names_alone(head, sentences)
        if match is None and alone and not any(could_be(head, fact) for fact in parts):
            said = [fact for fact in like if len(sentences[fact.sentence].chunks.code) > 1]  # no figure by itself
            said = [fact for fact in said if not is_most(fact, sentences[fact.sentence])]
            if any(is_all(head, [one for one in like if one.sentence == f.sentence]) for f in said):
                continue  # "approved 300 million for towns, 50 for schools and 50 for roads": 400
            match = next((fact for fact in said if _contradicts(head, fact, sentences)), None)
        if match is not None and match.aspect == head.aspect and not _leaves_sign(head, match):
            add_link(by_id, match.id, head, "headline-of")
        elif match is None and (stray := _stray(head, by_id, sentences)) is not None:
            add_link(by_id, stray.id, head, "in-place-of")
    tie_farther(by_id, sentences)
    if any(fact.figure is not None and fact.aspect == "change-rate" for fact in shown):
        from checker.headfold import tie_fold  # few headlines tell a rate
        from checker.headrate import tie_rate
        from checker.headshare import tie_share

        tie_rate(by_id, sentences)
        tie_share(by_id, sentences)
        tie_fold(by_id, sentences)
    for fact in list(by_id.values()):
        for link in fact.links:
            if link.as_ in _PLACES and _are_apart(as_read[link.to], fact):
                by_id[link.to] = parted(by_id[link.to], as_read[link.to])
                if fact.figure is not None and fact.figure.hedge:
                    by_id[fact.id] = parted(fact, as_read[fact.id])


def _are_apart(head: Fact, fact: Fact) -> bool:
    return head.figure is not None and fact.figure is not None and are_apart(head.figure, fact.figure)


def _is_ceiling(fact: Fact) -> bool:
    """Is a figure a bound from above, "up to 17 million", under which any smaller one lies?"""
    return fact.figure is not None and fact.figure.hedge == "at-most"


def _is_value(fact: Fact, rounded: Interval) -> bool:
    return fact.figure is not None and fact.figure.value is not None and fact.figure.value in rounded


def _in_other_unit(head: Fact, fact: Fact) -> bool:
    """Is it the same amount, with the currency told more closely?"""
    one, other = head.figure, fact.figure
    return one is not None and other is not None and _same_value(head, fact) and one.unit != other.unit


def _same_value(head: Fact, fact: Fact) -> bool:
    return head.figure is not None and fact.figure is not None and head.figure.value == fact.figure.value


def _meets(admitted: Interval, fact: Fact) -> bool:
    """Is a figure within what another admits, be it that one of them leaves the minus sign to a word?"""
    return any(meet(admitted, own) is not None for own in (fact.interval, -fact.interval))


def _stray(head: Fact, by_id: dict[str, Fact], sentences: list[Sentence]) -> Fact | None:
    """A headline's figure that the article has nowhere, in whatever words → the figure that it has in its place.

    That is one of the same unit that a single slip of the keys makes of it. None where the headline's figure is met, be
    it as the sum or the difference of two, or where there is no such figure.
    """
    own = head.figure
    body = [f for f in by_id.values() if f.sentence >= 0 and sentences[f.sentence].block not in _HEADINGS]
    figures = [(fact, fact.figure) for fact in body if fact.figure is not None and fact.figure.value is not None]
    if own is None or own.value is None or not own.digits or own.end_of:
        return None
    if any(_could_be(head, figure) for _, figure in figures if figure.kind in (*TOLD, "count")):
        return None
    alike = [(fact, figure) for fact, figure in figures if (figure.kind, figure.unit) == (own.kind, own.unit)]
    if len(alike) > _MANY or any(is_made_of(head, a, b) for a, b in combinations([fact for fact, _ in alike], 2)):
        return None
    return next((fact for fact, figure in alike if _slipped(own, figure)), None)


def _could_be(head: Fact, figure: Figure) -> bool:
    """Could a figure be the headline's in its widest reading, with the sign left to a word?"""
    return any(meet(head.interval, a) is not None for a in (figure.loose, -figure.loose))


def _slipped(one: Figure, other: Figure) -> bool:
    """Does a single slip of the keys make one figure of the other?"""
    digits = numeral.significant(one.digits)
    return any(digits >= (2 if repair.slip in _MOVED else 3) for repair in repaired(one, other))


def _leaves_sign(head: Fact, fact: Fact) -> bool:
    """Is it one quantity, of which one side leaves the sign to a word?"""
    return _meets(head.interval, fact) and meet(head.interval, fact.interval) is None


def _names_alone(head: Fact, sentences: list[Sentence]) -> bool:
    """Is the figure the measure's alone ("a 482 million euro budget", not "a 300 million profit revision")?"""
    rest = sentences[head.sentence].chunks.code[head.chunk + 1 :]
    return not rest.startswith("m") or rest == "m"


_FIRST = frozenset("originally initially previously formerly first by".split())


def _is_first_told(fact: Fact, sentences: list[Sentence]) -> bool:
    """Is a figure the one that stood before what is told, or by how much that was moved?"""
    chunks = sentences[fact.sentence].chunks
    return fact.chunk >= 0 and chunks.tokens.word(chunks.chunks[fact.chunk].first - 1) in _FIRST


def _contradicts(head: Fact, fact: Fact, sentences: list[Sentence]) -> bool:
    """Does the lead give the headline's measure another figure: one measure as far as printed, and neither a base?"""
    if fact.sentence > _LEAD or fact.modality != "reported" or head.figure is None or fact.figure is None:
        return False
    if _is_first_told(fact, sentences):
        return False  # "a loan, originally 300 million, was raised by 150 million"
    one_measure = head.measure and head_of(head.measure) == head_of(fact.measure)
    if not one_measure or head.aspect != fact.aspect or head.figure.unit != fact.figure.unit:
        return False
    return not is_other(head) and not is_other(fact) and all(agree(head, fact, what) for what in _SAME)
