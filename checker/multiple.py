"""Facts of one sentence → multiples: how many times one level is said to be another.

"doubled to 64 crowns from 31"                       factor 2: usually 1.9 to 2.1, from 1.8 to 2.4 at most
"fell by a third to 40 crowns from 60"               factor 2/3
"rose fivefold to 50 crowns from 10"                 factor 5
"900 buses, three times as many as the 310 of 2010"  factor 3
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunk, Chunks
from checker.fact import Fact, add_link
from checker.frame import like_units
from checker.interval import Interval, point
from checker.pattern import Pattern
from checker.turning import turn
from checker.wordfact import Facts, loose_word_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_USUAL = Fraction(1, 20)
_WIDEST = Fraction(1, 10)
_HALF = Fraction(1, 2)
_SLACK = Fraction(1, 40)  # "more than doubled" is still said of 1.95 times

_F = "[MNE]"
_VERB = (
    Pattern(rf"(?P<k>d)[umoi]{{0,3}}t(?P<now>{_F})[uoim]{{0,3}},?[fk][uxo]{{0,3}}(?P<before>{_F})"),
    Pattern(rf"(?P<k>d)[umoi]{{0,3}}f[ux]{{0,2}}(?P<before>{_F})t[ux]{{0,2}}(?P<now>{_F})"),
    Pattern(rf"(?P<k>d)[umoiAD]{{0,6}},vt(?P<now>{_F})[uoim]{{0,3}},?[fk][uxo]{{0,3}}(?P<before>{_F})"),
)
_TIMES = Pattern(rf"(?P<now>{_F})[um]{{0,3}},(?:ah)?(?P<k>[Ku])u?(?P<before>{_F})")
_LEVELS = rf",?t(?P<now>{_F})[uoim]{{0,3}},?[fk][uxo]{{0,3}}(?P<before>{_F})"
_FOLD = Pattern(r"v(?P<k>u)" + _LEVELS)
_BY_SHARE = Pattern(r"(?P<verb>[vwg])[um]{0,3}b(?P<k>Q)" + _LEVELS)
_FOLDS = dict(zip("two three four five six seven eight nine ten".split(), range(2, 11), strict=True))
_AROUND = Interval(-_USUAL, _USUAL)
_AS = frozenset("as many much high large big as the its their more than nearly almost about roughly twice".split())


def multiples(facts: Facts, chunks: Chunks) -> list[Fact]:
    """Facts by chunk, changed in place → one fact for each word that says how many times."""
    made: list[Fact] = []
    if len(facts) < 2:
        return made
    for pattern in _VERB:
        for match in pattern.finditer(chunks.code):
            item = chunks.chunks[match.start("k")]
            if _told(facts, match, chunks):
                made.append(_said(facts, match, chunks, item.first, item.after, Fraction(item.value)))
    for match in _FOLD.finditer(chunks.code):
        item = chunks.chunks[match.start("k")]
        if (factor := fold_of(item, chunks)) and _told(facts, match, chunks):
            made.append(_said(facts, match, chunks, item.after - 1, item.after, factor))
    for match in _BY_SHARE.finditer(chunks.code):
        if _told(facts, match, chunks):
            made += _by_share(facts, match, chunks)
    for match in _TIMES.finditer(chunks.code):
        if _told(facts, match, chunks):
            made += _times(facts, match, chunks)
    return made


def fold_of(item: Chunk, chunks: Chunks) -> Fraction | None:
    """A chunk → how many times its last word says ("fourfold"), None for another word."""
    number, _, rest = chunks.tokens.words[item.after - 1].partition("fold")
    return Fraction(_FOLDS[number]) if number in _FOLDS and not rest else None


def _told(facts: Facts, match: re.Match[str], chunks: Chunks) -> bool:
    now, before = match.start("now"), match.start("before")
    levels = all(k in facts and facts[k].aspect == "level" for k in (now, before))
    if not levels or not like_units(chunks.chunks[now], chunks.chunks[before]):
        return False
    if {chunks.code[now], chunks.code[before]} == {"M", "E"}:
        return False  # "lost 348 million, or 1.58 a share, more than twice the 163 million"
    from checker.quote import is_quote  # few sentences say how many times

    return not is_quote(chunks, now)


def _said(facts: Facts, match: re.Match[str], chunks: Chunks, first: int, after: int, factor: Fraction) -> Fact:
    now, before = match.start("now"), match.start("before")
    add_link(facts, before, facts[now], "multiplied")
    begin, tight, loose = admitted(chunks, first, factor)
    said = (factor, tight, loose)
    return loose_word_fact(facts[now], span_of(chunks, begin, after), chunks, said, "multiple", "multiple-of")


def _by_share(facts: Facts, match: re.Match[str], chunks: Chunks) -> list[Fact]:
    """ "fell by a third to 40 from 60": what is left is two thirds."""
    verb, share = chunks.chunks[match.start("verb")], match.start("k")
    sign = turn(verb.value)
    figure = facts[share].figure if share in facts else None
    if not sign or "soft" in verb.form or figure is None or figure.value is None:
        return []
    now, before = match.start("now"), match.start("before")
    add_link(facts, before, facts[now], "multiplied")
    one, way = point(Fraction(1)), point(Fraction(sign))
    tight, loose = one + way * figure.tight, one + way * (figure.loose + _AROUND)
    span = span_of(chunks, verb.first, chunks.chunks[share].after)
    said = (1 + sign * figure.value, tight, loose)
    return [loose_word_fact(facts[now], span, chunks, said, "multiple", "multiple-of")]


def _times(facts: Facts, match: re.Match[str], chunks: Chunks) -> list[Fact]:
    """ "twice the 20 of 1990", "three times as many as the 310"."""
    now, k, before = match.start("now"), match.start("k"), match.start("before")
    words = chunks.tokens.words[chunks.chunks[now].after : chunks.chunks[before].first]
    said = words[words.index(",") + 1 :] if "," in words else words
    if chunks.code[k] == "K":
        figure = facts[k].figure if k in facts else None
        inner = chunks.tokens.words[chunks.chunks[k].after : chunks.chunks[before].first]
        if figure is None or figure.value is None or not set(inner) <= _AS - {"more", "than"}:
            return []
        add_link(facts, before, facts[now], "multiplied")
        add_link(facts, k, facts[now], "multiple-of")
        return []
    if "twice" not in said or not set(said) <= _AS:
        return []
    at = chunks.chunks[now].after + words.index("twice")
    return [_said(facts, match, chunks, at, at + 1, Fraction(2))]


def admitted(chunks: Chunks, first: int, factor: Fraction) -> tuple[int, Interval, Interval]:
    """Where the words of a multiple begin, and what they usually and at most admit."""
    words = chunks.tokens.words
    usual, widest = factor * _USUAL, factor * _WIDEST
    if tuple(words[max(0, first - 2) : first]) == ("more", "than"):
        up = factor > 1
        low, high = (factor * (1 - _SLACK), None) if up else (Fraction(0), factor * (1 + _SLACK))
        beyond = Interval(low, high, True, True)
        return first - 2, beyond, beyond
    if words[first - 1 : first] in (["nearly"], ["almost"], ["virtually"]):
        short, far = (factor - 2 * widest, factor + usual) if factor > 1 else (factor - usual, factor + 2 * widest)
        return first - 1, Interval(short, far), Interval(short, far)
    if words[first - 1 : first] in (["about"], ["roughly"], ["around"], ["approximately"]):
        return first - 1, Interval(factor - widest, factor + widest), Interval(factor - 2 * widest, factor + 2 * widest)
    low, high = (factor - widest, factor + 2 * widest) if factor > 1 else (factor - 2 * widest, factor + widest)
    high = min(high, factor + _HALF)  # a good deal more is still "doubled", but what rounds to six times not "fivefold"
    return first, Interval(factor - usual, factor + usual), Interval(low, high)
