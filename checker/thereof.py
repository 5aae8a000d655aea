"""Two sentences → a part that the second tells of a figure of the first, to which its first words point back.

"It sold assets of 4.7 trillion yen. Of that, 405 billion was abroad."      405 billion –part-of→ 4.7 trillion
"The storm killed 40 people. They included 12 children."                    12 –part-of→ 40
"Some 28 of the 33 ships sailed. The other 5 ships were late."              5 –rest-of→ 33

The second sentence follows the first at once. The first has one figure that may be meant: of the unit of the part, set
against nothing, no part itself, no end of a range and no balance, into which more may enter than is left.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from checker.backward import OF, REST, Opening, opening
from checker.comparability import agree
from checker.counted import is_plural
from checker.fact import Fact, Link, Sentence, add_link, is_base, noun_of
from checker.measure import head_of
from checker.portion import LOSSES, NET
from checker.record import replace
from checker.total import PARTS, PEOPLE, is_the_rest
from checker.unit import singular
from checker.wordfact import facts_told

_MORE = frozenset("another further additional more extra than".split())
_KINDS = ("money", "count")
_MOST = 20  # a part that is so many times its whole is no part of it
_CHANGES = tuple("vagwnb")  # letters of words that a change follows
_BASES = frozenset("from than against versus".split())
# Words of what is left of more that came in and went out.
_BALANCES = LOSSES.union("lost earned earns profit profits income earnings surplus deficit".split())
_BARE = 1000  # a smaller number without a noun may count anything
_BESIDE = 3  # tokens between a figure and what has it
_REACH = 10  # tokens before a whole that may call it a loss
_CLAUSES = frozenset(":;/p")
_REST = frozenset("rest remaining remainder other others balance".split())


def tie_thereof(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: parts get the link to their whole in the sentence before."""
    whole: Fact | None = None  # that of the sentence before, if parts of it were told there
    for n, (before, sentence) in enumerate(pairwise(sentences), 1):
        led = opening(sentence.chunks)
        known, whole = whole, None
        if led is None or before.block == "headline" or not _adjacent(before, sentence):
            continue
        if led.kind == REST:
            further = n + 1 < len(sentences) and _tells_rest(sentences[n + 1])
            whole = _rest(by_id, before, sentence, known, further=further)
        else:
            whole = _parts(by_id, before, sentence, led)


def _adjacent(before: Sentence, sentence: Sentence) -> bool:
    """Is there no word between two sentences?"""
    first, then = before.chunks.tokens, sentence.chunks.tokens
    return not any(map(str.isalnum, then.folded[first.ends[-1] : then.starts[0]]))


def _tells_rest(sentence: Sentence) -> bool:
    """Does a sentence begin with what is left?"""
    return sentence.chunks.tokens.words[:2] in (["the", "rest"], ["the", "remaining"], ["the", "remainder"])


def _parts(by_id: dict[str, Fact], before: Sentence, sentence: Sentence, led: Opening) -> Fact | None:
    """A sentence led by words that point back → its parts are linked to their whole, which is returned."""
    told = [f for f in facts_told(by_id, sentence) if sentence.chunks.chunks[f.chunk].first >= led.part]
    part = told[0] if told else None
    if part is None or not _is_level(part) or not _leads(part, sentence, led):
        return None
    whole = _whole(by_id, before, part, led, sentence)
    if whole is None:
        return None
    _tie(by_id, part, whole, "part-of")
    closed = _further(by_id, part, whole, sentence) or not _REST.isdisjoint(sentence.chunks.tokens.words)
    return None if closed else by_id[whole.id]


def _further(by_id: dict[str, Fact], part: Fact, whole: Fact, sentence: Sentence) -> bool:
    """The parts that a sentence tells behind the first are linked as well → whether it tells the rest."""
    code, chunks = sentence.chunks.code, sentence.chunks
    own = {fact.chunk: fact for fact in facts_told(by_id, sentence)}
    for match in PARTS.finditer(code, part.chunk + 1):
        fact = own.get(match.end())
        between = chunks.tokens.words[chunks.chunks[part.chunk].after : chunks.chunks[match.start()].first]
        if not _CLAUSES.isdisjoint(code[part.chunk : match.start()]) or "including" in between:
            break  # "405 billion abroad, including 200 billion in Arden and 100 billion in Brill"
        rest = bool(match["rest"]) and is_the_rest(chunks, match.start("rest"))
        if fact is None or not _is_level(fact) or rest != bool(match["rest"]) or not _like(fact, whole, sentence):
            continue
        _tie(by_id, fact, whole, "rest-of" if rest else "part-of")
        if rest:
            return True
    return False


def _like(fact: Fact, whole: Fact, sentence: Sentence) -> bool:
    return _may_hold(whole, fact, Opening(REST, 0, 0), sentence)


def _is_level(fact: Fact) -> bool:
    """An amount or a count that no wording has linked, and no end of a range."""
    figure = fact.figure
    plain = figure is not None and figure.kind in _KINDS and not figure.end_of and "/" not in figure.unit
    return plain and fact.aspect == "level" and not fact.links and bool(figure and figure.value)


def _leads(part: Fact, sentence: Sentence, led: Opening) -> bool:
    """Does the part stand where the opening wants it, and is it not said to come on top?"""
    words, first = sentence.chunks.tokens.words, sentence.chunks.chunks[part.chunk].first
    return first - led.part <= led.reach and _MORE.isdisjoint(words[led.part : first + 1])


def _whole(by_id: dict[str, Fact], before: Sentence, part: Fact, led: Opening, sentence: Sentence) -> Fact | None:
    """The one figure of a sentence that a part told in the next may be of."""
    like = [f for f in facts_told(by_id, before) if f.figure is not None and f.figure.kind in _KINDS]
    own = [f for f in like if _may_hold(f, part, led, sentence) and not _is_against(f, before)]
    whole = own[0] if len(own) == 1 and _is_plain(own[0], before) else None
    return whole if whole is not None and _is_called(whole, before, led) else None


def _is_called(whole: Fact, before: Sentence, led: Opening) -> bool:
    """Is a figure that of the thing said to include a part: "a 3 billion crown deal", "a deal worth 3 billion"?"""
    item = before.chunks.chunks[whole.chunk]
    near = before.chunks.tokens.words[max(0, item.first - _BESIDE) : item.after + _BESIDE]
    return not led.thing or led.thing in near


def _is_against(fact: Fact, before: Sentence) -> bool:
    """Is another figure set against this one, or is it an amount of change?"""
    code, words = before.chunks.code, before.chunks.tokens.words
    turned = code[fact.chunk - 1 : fact.chunk] in _CHANGES and fact.chunk > 0
    return is_base(fact) or turned or words[before.chunks.chunks[fact.chunk].first - 1] in _BASES


def _is_plain(whole: Fact, before: Sentence) -> bool:
    """Is it a sum that parts can be of: no balance, into which more may enter than is left, and no part itself?"""
    figure, words = whole.figure, before.chunks.tokens.words
    if "B" in before.chunks.code[max(0, whole.chunk - 3) : whole.chunk]:
        return False  # what had been expected
    linked = any(link.as_ in ("part-of", "exhausts", "rest-of") for link in whole.links)
    if figure is None or not figure.value or figure.value.denominator > 1 or figure.end_of or linked:
        return False
    near = words[max(0, before.chunks.chunks[whole.chunk].first - _REACH) :]
    return whole.aspect == "level" and _BALANCES.isdisjoint(near) and head_of(whole.measure) not in NET


def _may_hold(whole: Fact, part: Fact, led: Opening, sentence: Sentence) -> bool:
    """Are the two of one unit: one currency, or one counted noun, of which one may be left out?"""
    if whole.figure is None or part.figure is None or "/" in whole.figure.unit:
        return False
    if "money" in (whole.figure.kind, part.figure.kind):
        return agree(whole, part, "unit")
    noun, other = noun_of(whole), _own_noun(part, sentence)
    if led.kind == OF and led.many and not (led.noun and noun and singular(led.noun) != noun):
        # "Of those, 480 gave pay raises": whatever stands behind the part, those are counted.
        return bool(noun) or (whole.figure.value or 0) >= _BARE
    if led.noun and noun and singular(led.noun) != noun:
        return False
    return noun == other or not other or not noun or (noun in PEOPLE and other in PEOPLE)


def _own_noun(part: Fact, sentence: Sentence) -> str:
    """The noun behind a part's figure, or "" where no plural stands there."""
    unit = part.figure.unit.split() if part.figure is not None else []
    after = sentence.chunks.chunks[part.chunk].after
    words = sentence.chunks.tokens.words[max(0, after - len(unit)) : after + len(unit)]
    return unit[-1] if unit and any(map(is_plural, words)) else ""


def _tie(by_id: dict[str, Fact], part: Fact, whole: Fact, as_: str) -> None:
    figure, of = part.figure, whole.figure
    if figure is not None and of is not None and figure.kind == "count":
        by_id[part.id] = replace(part, figure=replace(figure, unit=of.unit))
    add_link(by_id, part.id, whole, as_)


def _rest(
    by_id: dict[str, Fact], before: Sentence, sentence: Sentence, known: Fact | None, *, further: bool
) -> Fact | None:
    """ "The other five": what the parts told in the sentence before leave of their whole, which is returned."""
    whole = known or _divided(by_id, before)
    told = facts_told(by_id, sentence)
    rest = told[0] if told and sentence.chunks.chunks[told[0].chunk].first == 2 else None
    if whole is None or rest is None or not _is_level(rest) or not _like(rest, whole, sentence):
        return None
    _tie(by_id, rest, whole, "part-of" if further else "rest-of")
    return whole if further else None


def _divided(by_id: dict[str, Fact], before: Sentence) -> Fact | None:
    """The one figure of a sentence of which it tells parts, and not the rest."""
    if not _REST.isdisjoint(before.chunks.tokens.words):
        return None
    own = facts_told(by_id, before)
    wholes = {link.to for fact in own for link in fact.links if link.as_ == "part-of"}
    whole = by_id[wholes.pop()] if len(wholes) == 1 else None
    parts = [f for f in own if whole is not None and Link(whole.id, "part-of") in f.links]
    told = sum((f.figure.value or 0 for f in parts if f.figure is not None), start=Fraction(0))
    complete = whole is not None and whole.figure is not None and whole.figure.value == told
    return None if complete else whole
