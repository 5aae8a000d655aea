"""Facts of one sentence → shares and means of a few, each tied to the whole number that comes nearest to it.

"37 percent of the 23 teachers"                 9 teachers, not printed, –makes-share→ 37 percent, –counted-among→ 23
"10 pupils gave it a mean score of 3.53"        35 in all, not printed, –makes-mean→ 3.53, –counted-among→ 10

Few things have few shares: of 23 teachers none is 37 percent, and marks of 10 pupils have a mean of 3.5 or 3.6. It is
the GRIM test (Brown and Heathers, 2017). Only where what is counted comes in whole units.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from checker.fact import Fact, Link, Sentence, noun_of
from checker.interval import point
from checker.pattern import Pattern
from checker.record import replace
from checker.wordfact import Facts

_COUNTED = frozenset(
    "respondents participants patients pupils students members economists analysts strategists forecasters executives"
    " managers employees workers staff voters women men children girls boys people persons adults teachers players"
    " judges lawmakers senators deputies delegates councillors doctors nurses subjects volunteers users customers"
    " residents households parents survivors victims passengers drivers owners farmers traders dealers investors"
    " directors officers soldiers prisoners candidates applicants graduates athletes jurors experts ministers"
    " companies firms retailers banks countries cities towns schools hospitals universities colleges councils districts"
    " audits cases launches branches sites shops stores flights matches games races accidents crashes clinics".split()
)
_PERSONS = frozenset(
    "respondents participants patients pupils students members employees workers voters women men children girls boys"
    " people persons adults teachers players judges doctors nurses subjects volunteers users customers residents"
    " households parents passengers drivers readers reviewers critics viewers".split()
)
# A share that is asked for, or that someone has in each of the things, is no count of them.
_OTHERWISE = frozenset(
    "need needs needed require requires required requirement approval must should target targets goal quota threshold"
    " own owns owned owning owner stake stakes interest interests buy buys bought buying acquire acquires acquired"
    " purchase sell sells sold hold holds held control controls controlled majority chance probability weighted"
    " average capacity sales revenue assets profit profits output capital cost costs time".split()
)
_POLLED = Pattern(r"o[u]?(?P<whole>N)")
_OPENING = Pattern(r"^[oW](?P<whole>N)[^,;:/MNEPXQ|]{0,6},(?P<share>P)(?!o)")
_THEM = (("of", "them"), ("of", "respondents"), ("of", "participants"))
_DEFINITE = frozenset("the its their his her our those".split())
_MARKS = frozenset("score scores rating ratings mark marks grade grades count number".split())
_BETWEEN = frozenset("a an the of was is were gave got had have has it reported scored reached showed for".split())
_PARTED = frozenset(", ; : and or but while whose".split())
_MEANS = frozenset(("mean", "average"))
_REACH = 8  # tokens
_FEW = 100
_LEAST = 5  # of fewer things a share is told as a fraction


def few(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk → a fact for each whole number that a share or a mean of a few must come from."""
    said = frozenset(sentence.chunks.tokens.words)
    made = [] if not _OTHERWISE.isdisjoint(said) else _shares(facts, sentence)
    return made if _MEANS.isdisjoint(said) else made + _means(facts, sentence)


def _shares(facts: Facts, sentence: Sentence) -> list[Fact]:
    code = sentence.chunks.code
    by_id = {fact.id: k for k, fact in facts.items()}
    pairs = {
        k: by_id[link.to]
        for k, fact in facts.items()
        for link in fact.links
        if link.as_ == "share-of" and link.to in by_id and not any(own.as_ == "of-part" for own in fact.links)
    }
    pairs |= {m.start("share"): m.start("whole") for m in _OPENING.finditer(code)}
    for match in _POLLED.finditer(code):
        share = next((k for k in range(match.end(), len(code)) if code[k] in "MNEPXQ"), -1)
        after = sentence.chunks.chunks[share].after if share >= 0 else 0
        if share >= 0 and code[share] == "P" and tuple(sentence.chunks.tokens.words[after : after + 2]) in _THEM:
            pairs[share] = match.start("whole")
    found = []
    for share, whole in sorted(pairs.items()):
        told = share in facts and whole in facts and _is_share(facts[share])
        if told and _is_few(facts[whole], sentence, _COUNTED):
            if sentence.chunks.tokens.word(sentence.chunks.chunks[whole].first - 1) in _DEFINITE:
                facts[whole] = _exact(facts[whole])
            found.append(_hidden(facts[share], facts[whole], Fraction(1, 100), "share"))
    return found


def _is_share(fact: Fact) -> bool:
    """Is it a percentage, printed as exact?"""
    figure = fact.figure
    sized = figure is not None and figure.kind == "percent" and figure.digits and figure.value is not None
    return bool(sized and figure and not figure.hedge and not figure.end_of and 0 < (figure.value or 0) < _FEW)


def _is_few(fact: Fact, sentence: Sentence, known: frozenset[str]) -> bool:
    """Does it count a few whole things, of which names are known, exactly: "23 teachers", "23 young teachers"?"""
    figure = fact.figure
    if figure is None or figure.kind != "count" or figure.hedge or figure.end_of or figure.scale > 1:
        return False
    whole = figure.value is not None and figure.value.denominator == 1 and _LEAST <= figure.value < _FEW
    after = sentence.chunks.chunks[fact.chunk].after
    behind = sentence.chunks.tokens.words[after : after + 2]
    owned = sentence.chunks.tokens.word(after + 1) in ("'", "'s")  # "37 percent of the 23 firms' sales"
    return whole and not owned and (noun_of(fact) in known or not known.isdisjoint(behind))


def _means(facts: Facts, sentence: Sentence) -> list[Fact]:
    """ "10 pupils gave it a mean score of 3.53": persons, and behind them a mean of marks or of counts."""
    words, items = sentence.chunks.tokens.words, sentence.chunks.chunks
    order = sorted(facts)
    found = []
    for number, mean in pairwise(order):
        between = words[items[number].after : items[mean].first]
        figure = facts[mean].figure
        if figure is None or figure.kind != "count" or "." not in figure.digits or figure.hedge or figure.scale > 1:
            continue
        at = next((k for k, word in enumerate(between) if word in _MEANS), -1)
        told = at >= 0 and len(between) <= _REACH and set(between[at + 1 :]) <= _BETWEEN | _MARKS
        bare = between[at : at + 2] == ["mean", "of"] and not figure.unit
        marked = bare or not _MARKS.isdisjoint(between[at + 1 :])
        if told and marked and _PARTED.isdisjoint(between[:at]) and _is_few(facts[number], sentence, _PERSONS):
            facts[number] = _exact(facts[number])
            found.append(_hidden(facts[mean], facts[number], Fraction(1), "mean"))
    return found


def _exact(fact: Fact) -> Fact:
    """A count of a few → the same as printed: "the 20 patients" are no more and no fewer."""
    value = point((fact.figure.value if fact.figure is not None else None) or Fraction(0))
    return replace(fact, interval=value, tight=value)


def _hidden(told: Fact, of: Fact, worth: Fraction, what: str) -> Fact:
    """A share or a mean and the count of the few → the nearest whole number, which is not printed."""
    value = (told.figure.value or 0) if told.figure is not None else 0
    few = (of.figure.value or 0) if of.figure is not None else 0
    nearest = point(Fraction(round(value * few * worth)))
    links = (Link(told.id, f"makes-{what}"), Link(of.id, "counted-among"))
    aspect = f"whole-{what}"
    return Fact(
        f"n{told.id}", None, nearest, nearest, of.measure, of.place, of.period, aspect, "", told.modality, links,
        told.sentence,
    )  # fmt: skip
