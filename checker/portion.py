"""Facts of one sentence whose wording makes one a part of another → the same, where a part it can be.

"12 people, including 4 children"          children counted among people are people: one unit
"revenue of $973m, including a $1.3bn loss"    what enters a balance is no part of it: no link
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.fact import Fact
from checker.measure import head_of
from checker.record import replace
from checker.wordfact import Facts

_HELD = frozenset("stake stakes holding holdings shareholding interest interests".split())
_WHOLE = 100  # percent
LOSSES = frozenset(("loss", "losses"))
_REACH = 10  # tokens before a whole that may call it a loss


_AS_MUCH = (["equal", "to"], ["equivalent", "to"])


def settle(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk, changed in place: links to a whole that are none are taken away, and people are people."""
    _ratios(facts, chunks)
    if len(facts) > 1 and "p" in chunks.code:
        from checker.subset import subsets  # few sentences tell a part of what they have named

        subsets(facts, chunks)
    _net_wholes(facts, chunks)
    _stakes(facts, chunks)
    _members(facts, chunks)


def linked_to(facts: Facts, k: int, as_: str) -> int:
    """The chunk of the fact that another stands in a link to; −1 if it stands in none."""
    to = next((link.to for link in facts[k].links if link.as_ == as_), "")
    return next((j for j, fact in facts.items() if fact.id == to), -1)


_RATIO = frozenset(
    "equity reserves capital gdp product capacity income proportion premium discount return returns gain surge".split()
)
# What more than a hundred percent may be told of: an amount that is measured by another and is no part of it.
_BASES = _RATIO | frozenset(
    "output gnp gross economic economy national annual domestic value values worth cost costs price prices par face"
    " principal salary salaries pay wage wages compensation bonus bonuses award awards earnings profit profits"
    " revenue revenues sales turnover budget spending debt debts loan loans borrowed balance deposits liabilities"
    " assets nav amount amounts fee fees issue benchmark index average normal level levels rate rates target targets"
    " goal goals quota quotas plan plans requirement requirements commitment contribution contributions share"
    " dividend dividends conversion assessment tariff bid exports imports demand need needs supply poverty minimum"
    " effort growth gains increase difference performance strength size volume outstanding year years grant trailing"
    " cash sum line production indebtedness additions replaced libor median standard allowance recommended intake"
    " rwas that what".split()
)
_COVERED = frozenset("cover coverage ratio ratios".split())  # "provision cover was 155 percent"
_TO_RATIO = 6  # tokens behind a percentage
_TO_BASE = 8


def _ratios(facts: Facts, chunks: Chunks) -> None:
    """ "accounts for 115 percent of equity", "represents a 140 percent premium": ratios, which no whole bounds."""
    for k, fact in list(facts.items()):
        high = None if fact.figure is None else fact.figure.loose.high
        told = chunks.tokens.words[: chunks.chunks[k].first][-2:]
        if fact.aspect == "proportion" and fact.measure and told in _AS_MUCH:
            facts[k] = replace(fact, measure="")  # "a payment on the stake equal to 175 percent of the dividend"
        if fact.measure and _is_over(fact) and not _BASES.isdisjoint(_behind(chunks, k)):
            facts[k] = fact = replace(fact, measure="")  # "a market share of 45 percent, 240 percent of the target"
        if fact.aspect == "share" and fact.figure is not None and (high is None or high > _WHOLE):
            after, first = chunks.chunks[k].after, chunks.chunks[k].first
            near = {*chunks.tokens.words[after : after + _TO_RATIO]}
            led = chunks.tokens.words[max(0, first - 4) : first]
            if not _RATIO.isdisjoint(near) or not _COVERED.isdisjoint(led) or _may_pass(chunks, k):
                facts[k] = replace(fact, aspect="proportion")
        elif fact.aspect in ("level", "proportion") and not fact.links and _is_of_all(fact, chunks, k):
            if _may_pass(chunks, k):
                continue
            facts[k] = replace(fact, aspect="share")


def _may_pass(chunks: Chunks, k: int) -> bool:
    """ "126 percent of net additions", "long bets were 118 percent of the fund": is it no part, but a ratio?"""
    words, item = chunks.tokens.words, chunks.chunks[k]
    behind, led = words[item.after : item.after + _TO_NET], words[max(0, item.first - _CLAUSE) : item.first]
    net = "net" in behind and _GROSS.isdisjoint(behind)
    return net or not _LEVERED.isdisjoint(led) or "loan - to - value" in " ".join(led)


_GROSS = frozenset("sales revenue revenues assets worth".split())
_LEVERED = frozenset("long short leverage coverage penetration".split())
_TO_NET, _CLAUSE = 9, 16  # tokens


def _is_over(fact: Fact) -> bool:
    """Is a figure more than a hundred percent?"""
    low = None if fact.figure is None or fact.figure.kind != "percent" else fact.figure.loose.low
    return low is not None and low > _WHOLE


def _is_of_all(fact: Fact, chunks: Chunks, k: int) -> bool:
    """ "677 percent of the voters": is a figure over a hundred told of what is no yardstick for amounts?"""
    behind = _behind(chunks, k) if _is_over(fact) else []
    return bool(behind) and _BASES.isdisjoint(behind)


def _behind(chunks: Chunks, k: int) -> list[str]:
    """A percentage → the words behind it that say of what, from "of" on; none where it is one of nothing."""
    words, after = chunks.tokens.words, chunks.chunks[k].after
    return words[after : after + _TO_BASE] if chunks.tokens.word(after) == "of" else []


NET = frozenset(
    "net-profit operating-profit pretax-profit profit loss income eps cash-flow budget-balance trade-balance"
    " current-account".split()
)


def _net_wholes(facts: Facts, chunks: Chunks) -> None:
    """ "net income of 28,000, including a credit of 103,000": what enters a balance may be more than the balance.

    So may a loss in a revenue; and "300 of the 150-seat planes" are no part of 150.
    """
    tokens, by_id = chunks.tokens, {fact.id: k for k, fact in facts.items()}
    for k, fact in list(facts.items()):
        for link in fact.links:
            if link.as_ != "part-of" or link.to not in by_id:
                continue
            whole, part = chunks.chunks[by_id[link.to]], chunks.chunks[k]
            near = tokens.words[max(0, whole.first - _REACH) : whole.first] + tokens.words[part.after : part.after + 3]
            tied = tokens.word(whole.after) == "-" and tokens.joined(whole.after + 1)
            tied = tied or _is_model(whole, part, chunks)
            tied = tied or _is_size(fact) or _is_numbered(part, chunks) or _is_again(k, chunks)
            negative = fact.interval.high is not None and fact.interval.high < 0  # "a negative 12 million of it"
            net = not LOSSES.isdisjoint(near) or head_of(facts[by_id[link.to]].measure) in NET
            if tied or negative or net:
                facts[k] = replace(facts[k], links=tuple(one for one in fact.links if one.as_ != "part-of"))


def _is_model(whole: Chunk, part: Chunk, chunks: Chunks) -> bool:
    """ "33 of its 3.0 megawatt turbines", "75,000 of the Brill 5 Series": does a number say which they are?"""
    if whole.figure is None or part.figure is None:
        return False
    one, other = whole.figure.figure, part.figure.figure
    sized = one.kind not in ("money", "percent", "count") and "." in one.digits and other.digits.isdigit()
    return sized or chunks.tokens.word(whole.after) in ("series", "class", "model", "models")


def _is_numbered(part: Chunk, chunks: Chunks) -> bool:
    """ "Building 4 of 1 Endless Loop": is it the number of what is named before it?"""
    named = part.first > 1 and part.letter == "N" and chunks.tokens.capital(part.first - 1)
    return named and chunks.code[chunks.chunks.index(part) - 1] in "eum"


def _is_again(k: int, chunks: Chunks) -> bool:
    """ "24 of them got two doses, 12 of them one": is the whole that of another part told before?"""
    words, behind = chunks.tokens.words, chunks.chunks[k + 1 : k + 2]
    if not behind or words[behind[0].first : behind[0].after] != ["of", "them"]:
        return False
    first = chunks.chunks[k].first
    return any(words[i : i + 2] == ["of", "them"] for i in range(first))


def _is_size(fact: Fact) -> bool:
    """ "an 11 mm phone includes a 3.5-inch screen": is it a size, that a hyphen ties to what has it?"""
    return (
        fact.figure is not None
        and fact.figure.kind != "money"
        and fact.figure.text[-1:].isalpha()
        and ("-" in fact.figure.text)
    )


def _stakes(facts: Facts, chunks: Chunks) -> None:
    """ "half their stake, or 26 percent": the percentage is of the company, and the half is of the stake."""
    for k, fact in list(facts.items()):
        share = linked_to(facts, k, "same-as")
        if share > k and not _HELD.isdisjoint(chunks.tokens.words[chunks.chunks[k].after : chunks.chunks[share].first]):
            facts[k] = replace(fact, links=tuple(link for link in fact.links if link.as_ != "same-as"))


def _members(facts: Facts, chunks: Chunks) -> None:
    """ "12 people, 4 of them children", "33 cases, including 4 deaths": a member is what the whole counts."""
    for k in list(facts):
        figure, whole = facts[k].figure, linked_to(facts, k, "part-of")
        of = facts[whole].figure if whole >= 0 else None
        if figure is None or of is None or figure.kind != "count":
            continue
        ranked = chunks.tokens.word(chunks.chunks[whole].first - 1) == "top"  # "eight top three hits, including four"
        included = facts[k].frame == "part-included" and of.kind == "count" and of.unit and not ranked
        if included or of.unit.split()[-1:] in (["people"], ["person"]):
            facts[k] = replace(facts[k], figure=replace(figure, unit=of.unit))
