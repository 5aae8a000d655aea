"""Facts of one sentence → an amount that stands bare behind a word of movement, tied to where the movement began.

"Net profit fell $191 million, or 57 cents a share, from $204 million"    $191 million –moved-from→ $204 million

Without "to" the amount is that of the movement. One about as large as what it began from is no such thing: it is where
something went to, and the "to" was left out. What tells a level behind it ("from 204 million to 13 million") tells that
the movement is meant.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact, add_link, is_negative
from checker.frame import like_units, times
from checker.measure import head_of
from checker.pattern import Pattern
from checker.record import replace
from checker.wordfact import Facts

_MOVED = Pattern(r"v(?P<move>[MNEP])(?:,?[ME],?)?[uoim]{0,4},?f[uxoj]{0,3}(?P<base>[MNEP])(?![tnvga])")
# What moves by itself; what someone gains, adds or loses is an amount whatever he had.
_MOVERS = frozenset(
    "fell rose dropped declined increased decreased jumped climbed slid slipped plunged tumbled surged soared dipped"
    " eased advanced widened narrowed slumped sank shrank plummeted rise rises fall falls drop drops decline declines"
    " increase increases grew rebounded edged inched crept ticked".split()
)
# Measures that are percentages themselves: they rise to one, and by points.
_PERCENTAGES = frozenset(
    "capacity-utilisation unemployment-rate youth-unemployment employment-rate participation-rate saving-rate"
    " gross-margin operating-margin net-margin net-interest-margin margin combined-ratio capital-ratio bad-loan-ratio"
    " market-share bond-yield interest-rate mortgage-rate approval-rating debt-ratio vacancy-rate occupancy load-factor"
    " turnout homeownership pass-rate literacy".split()
)
_PAST = frozenset("above below past beyond".split())
_MOST = Fraction(5, 4)  # of its base; a movement that is more of it is a jump


def bare_moves(facts: Facts, words: list[Fact], chunks: Chunks) -> list[Fact]:
    """Facts by chunk, changed in place: the amount of a movement gets a link to the amount from which it is told.

    Returned are the facts of words, without what they say of an amount that is more than its base: where it is no rise
    at all, the word is no proof that it is a level.
    """
    risen = set[str]()
    for match in _MOVED.finditer(chunks.code):
        move, base = match.start("move"), match.start("base")
        if chunks.tokens.words[chunks.chunks[move].first] in _PAST:
            continue  # "climbed above 31,000 from 28,050"
        if move not in facts or base not in facts or chunks.tokens.words[chunks.chunks[move - 1].first] not in _MOVERS:
            continue
        one, other = chunks.chunks[move], chunks.chunks[base]
        size = times(one, other) if like_units(one, other) else Fraction(0)
        if not 0 < size < _MOST or "t" in chunks.code[base:] or not _is_level(facts[base]):
            continue
        if _is_single(facts[move]) and (one.letter != "P" or _is_percentage(facts[move])):
            add_link(facts, move, facts[base], "moved-from")
            if size > 1 and chunks.chunks[move - 1].value == "up":
                risen |= {facts[move].id, facts[base].id}
    return [_without(word, risen) for word in words] if risen else words


def _without(word: Fact, known: set[str]) -> Fact:
    """The fact of a word without what it says of some figures."""
    return replace(word, links=tuple(link for link in word.links if link.to not in known))


def _is_single(fact: Fact) -> bool:
    return fact.figure is not None and not fact.figure.end_of


def _is_level(fact: Fact) -> bool:
    """Is it a level above nought, and no end of a range?"""
    return _is_single(fact) and fact.aspect == "level" and not is_negative(fact.interval)


def _is_percentage(fact: Fact) -> bool:
    """Is what moved a percentage itself, so that it moves by points: a rate of unemployment?"""
    return head_of(fact.measure) in _PERCENTAGES
