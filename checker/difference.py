"""Facts of one sentence → the differences that its wording draws from two of them.

"64 backed the plan and 51 opposed it, a majority of 13"             13 –margin-of→ 64, –margin-from→ 51
"an eight-point lead, 46 percent to 38 percent"                      8 –margin-of→ 46, –margin-from→ 38
"the gap between the rates of 4.2 and 3.9 percent was 0.3 points"    0.3 –margin-of→ 4.2, –margin-from→ 3.9
"exports rose to 5.2 billion and imports to 6.1 billion, a deficit of 0.9 billion"
"""

from __future__ import annotations

from checker.chunk import FIGURES, Chunks
from checker.fact import Fact, add_link, is_base, noun_of
from checker.frame import like_units, word_before
from checker.measure import head_of
from checker.pattern import Pattern
from checker.record import replace
from checker.wordfact import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Sides = tuple[int, int, int]  # chunks of the first side, of the second, of the difference

_LEADS = frozenset("difference majority margin lead gap advantage edge".split())
_BALANCES = frozenset("deficit surplus shortfall".split())
_RESULTS = frozenset(("profit", "loss"))
_FLOWS = frozenset(
    "spending revenue revenues income expenditure expenses costs exports imports receipts outlays".split()
)
_PLUS_MINUS = (
    ("exports", "imports"), ("revenue", "costs"), ("revenue", "government-spending"), ("net-profit", "costs"),
    ("government-revenue", "government-spending"), ("net-profit", "government-spending"), ("births", "deaths"),
)  # fmt: skip


def differences(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: a difference is linked to its two sides."""
    for first, second, margin in (*_last_three(facts, chunks), *_compact(facts, chunks), *_between(facts, chunks)):
        if facts[margin].aspect == "level" and not facts[margin].links and _fit(facts, first, second, margin, chunks):
            facts[first], facts[second] = replace(facts[first], links=()), replace(facts[second], links=())
            facts[margin] = replace(facts[margin], aspect="margin", links=())
            add_link(facts, margin, facts[first], "margin-of")
            add_link(facts, margin, facts[second], "margin-from")


def _fit(facts: Facts, first: int, second: int, margin: int, chunks: Chunks) -> bool:
    """Are the three of one unit, and the two sides levels that stand in no other comparison?"""
    items = chunks.chunks
    letters = chunks.code[first] + chunks.code[second] + chunks.code[margin]
    if letters not in ("MMM", "NNN", "PPX", "XXX", "PNX") or _is_range(facts[first]):
        return False
    one_unit = like_units(items[first], items[second]) and like_units(items[margin], items[first])
    free = not facts[first].links and all(link.as_ in ("against", "from-quote") for link in facts[second].links)
    return one_unit and free and {facts[first].aspect, facts[second].aspect} == {"level"}


_APART = Pattern(r"[^;:]*,[^;:,fk]*")


def _last_three(facts: Facts, chunks: Chunks) -> Iterator[Sides]:
    """ "64 for and 51 against, a majority of 13": the last three levels, if no other could be a third side."""
    flows = _named_flows(chunks)
    known = [k for k in sorted(facts) if not flows or _is_side(facts[k])]
    if len(known) < 3 or any(item.figure is not None for item in chunks.chunks[known[-1] + 1 :]):
        return
    first, second, margin = known[-3:]
    code, cue = chunks.code, _cue(margin, chunks)
    left = {"leaving", "left"} & set(chunks.tokens.words[max(0, chunks.chunks[margin].first - _NEAR) :])
    if cue not in _LEADS and cue not in _BALANCES and not (cue in _RESULTS and left):
        return
    if not flows and (cue not in _LEADS or (cue == "gap" and code[margin] == "M")):
        return
    if "v" in code[:second] and not _are_flows(facts, first, second):
        return  # a change in time, not two sides
    sides = {noun_of(facts[first]), noun_of(facts[second])}
    others = {noun_of(facts[k]) for k in known[:-3]}
    if others and ("" in others or not noun_of(facts[first]) or others & sides):
        return
    tied = code[margin] != "X" and word_before(chunks.chunks[margin], chunks) != "of"  # "has a 176-seat majority"
    if not tied and not set(";:") & set(code[first:second]) and _APART.fullmatch(code[second:margin]):
        yield first, second, margin


def _is_side(fact: Fact) -> bool:
    """Is it an amount of its own, not a rate and not what an amount has risen from?"""
    return fact.aspect == "level" and (not is_base(fact) or fact.links[0].as_ == "against")


def _cue(margin: int, chunks: Chunks) -> str:
    """The noun of "a majority of 13", "a 13-vote majority", "a two-point lead", or ""."""
    words, item = chunks.tokens.words, chunks.chunks[margin]
    if word_before(item, chunks) == "of":
        return words[item.first - 2] if item.first > 1 else ""
    behind = [word for word in words[item.after : item.after + 3] if word not in _UNITS]
    return behind[0] if behind else ""


_UNITS = frozenset("- vote seat point goal vote seats votes points percentage".split())


def _named_flows(chunks: Chunks) -> bool:
    return len(_FLOWS & set(chunks.tokens.words)) > 1


def _are_flows(facts: Facts, first: int, second: int) -> bool:
    """Are the two sides what a balance is made of: exports and imports, revenue and costs?"""
    pair = (head_of(facts[first].measure), head_of(facts[second].measure))
    return pair in _PLUS_MINUS or pair[::-1] in _PLUS_MINUS


def _is_range(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.end_of != ""


_PAIR = Pattern(r"(?P<a>[NP])[um]?[tk](?P<b>[NP])")
_AHEAD = frozenset("ahead behind lead leads leading led beat won win wins defeated held".split())


def _compact(facts: Facts, chunks: Chunks) -> Iterator[Sides]:
    """ "by 57 votes to 43, a margin of 14", "an eight-point lead, 46 percent to 38", "won by 14 votes, 57 to 43"."""
    code = chunks.code
    for match in _PAIR.finditer(code):
        a, b = match.start("a"), match.start("b")
        if not {a, b} <= facts.keys() or code[a - 1 : a] in ("f", "v", "t") or "O" in code[max(0, a - 2) : a]:
            continue
        behind = [k for k in facts if k > b and not set(FIGURES) & set(code[b + 1 : k])]
        before = [k for k in facts if k < a and not set(FIGURES) & set(code[k + 1 : a])]
        for margin in (k for k in behind if code[b + 1 : k].count(",") == 1 and _cue(k, chunks) in _LEADS):
            yield a, b, margin
        for margin in (k for k in before if _leads(k, a, chunks)):
            yield a, b, margin


def _leads(margin: int, side: int, chunks: Chunks) -> bool:
    """Is a figure what one side is ahead by, with the two sides right behind it?"""
    gap = chunks.code[margin + 1 : side]
    if len(gap) > _NEAR or "," not in gap or set(gap) & set(";:|&vt"):
        return False
    words, item = chunks.tokens.words, chunks.chunks[margin]
    if word_before(item, chunks) == "by":
        return bool(_AHEAD & set(words[max(0, item.first - 6) : item.first]))
    return _cue(margin, chunks) in _LEADS or bool({"ahead", "behind"} & set(words[item.after : item.after + 2]))


_NEAR = 5
_SPREADS = _LEADS | frozenset(("spread", "differential"))
_BETWEEN = Pattern(
    r"(?P<a>[MNP])[^MNEPXKQ;:|&]*&[^MNEPXKQ;:|]*(?P<b>[MNP])[^MNEPXKQ;:|&fk]*(?:r|[rwv][t@])(?P<m>[MNX])"
)
_REVERSED = Pattern(r"(?P<m>[MNX])[um]{0,2}O[um]{0,3}(?P<a>[MNP])[^MNEPXKQ;:|&,]*&[^MNEPXKQ;:|,]*(?P<b>[MNP])")


def _between(facts: Facts, chunks: Chunks) -> Iterator[Sides]:
    """ "the gap between the rate of 4.2 percent and that of 3.9 percent was 0.3 points"."""
    words = chunks.tokens.words
    at = next((i for i, word in enumerate(words) if word == "between" and words[i - 1] in _SPREADS), -1)
    if at < 0:
        return
    start = next((k for k, item in enumerate(chunks.chunks) if item.first >= at), len(chunks.chunks))
    match = _BETWEEN.match(
        chunks.code, next((k for k in sorted(facts) if k > start and chunks.code[k] in "MNP"), start)
    )
    if match and {match.start(n) for n in "abm"} <= facts.keys():
        yield match.start("a"), match.start("b"), match.start("m")
    for back in _REVERSED.finditer(chunks.code):
        if {back.start(n) for n in "abm"} <= facts.keys() and back.start("m") < start <= back.start("a"):
            yield back.start("a"), back.start("b"), back.start("m")
