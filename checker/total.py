"""Facts of one sentence → the sums that its wording makes of them.

"killed 120 people: 70 in Arden, 38 in Brill and 12 in Corve"       70, 38, 12 –exhausts→ 120
"Of the 48 patients, 31 went home and the remaining 17 stayed"      31 –part-of→ 48, 17 –rest-of→ 48
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks
from checker.counted import is_plural
from checker.fact import Fact, Sentence, add_link, noun_of
from checker.frame import like_units
from checker.pattern import Pattern
from checker.portion import linked_to, settle
from checker.record import replace
from checker.wordfact import Facts

PEOPLE = frozenset(
    "people person man woman child children boy girl resident passenger soldier civilian student pupil adult player"
    " member male female employee worker voter inhabitant officer prisoner patient".split()
)
_MOST = 20  # a part that is so many times its total is no part of it


def totals(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: parts of a whole, and parts that make up a total."""
    chunks = sentence.chunks
    settle(facts, chunks)
    if len(facts) < 2:
        return
    _further_parts(facts, chunks)
    _listed_behind(facts, chunks)
    _total_behind(facts, sentence)
    _two_groups(facts, chunks)


PARTS = Pattern(r"(?:,&|,|&)(?P<rest>p,?)?(?=[MN][um]{0,3}(?:[rieqvb@tf,&/]|$))")


def _further_parts(facts: Facts, chunks: Chunks) -> None:
    """After a part of a whole: the parts that are named next, and the rest."""
    code = chunks.code
    for k in sorted(facts):
        whole = linked_to(facts, k, "part-of")
        if whole < 0 or (k and code[k - 1] in "oW"):
            continue
        _adopt_unit(facts, k, whole, chunks)
        listed = False
        for match in PARTS.finditer(code, max(k, whole) + 1):
            if set(":;") & set(code[k : match.start()]):
                break
            at = match.end()
            rest = bool(match["rest"]) and is_the_rest(chunks, match.start("rest"))
            if whole > k and not rest:
                continue  # "17 of the 20 cities grew, and 30 towns"
            new_clause = code[match.start() : at] == ",&" and not listed
            if not _free(facts.get(at)) or new_clause or rest != bool(match["rest"]):
                continue
            if not like_units(chunks.chunks[at], chunks.chunks[whole]):
                continue
            told = rest and code[at + 1 : at + 2] in _HAPPENED  # "and the remaining three reported gains"
            _adopt_unit(facts, at, whole, chunks, told=told)
            if _one_unit(facts[at], facts[whole]):
                add_link(facts, at, facts[whole], "rest-of" if rest else "part-of")
                listed = listed or code[match.start()] == ","


_HAPPENED = tuple("vnaeq")  # letters of what happens: a verb, or a change without an article
_REST = frozenset("remaining other rest remainder".split())


def is_the_rest(chunks: Chunks, k: int) -> bool:
    item = chunks.chunks[k]
    words = chunks.tokens.words[item.first - 1 : item.after]
    return item.value == "rest" and "the" in words and bool(_REST & set(words))


def _free(fact: Fact | None) -> bool:
    """A level that no wording has linked yet."""
    return fact is not None and fact.aspect == "level" and not fact.links and fact.figure is not None


def _adopt_unit(facts: Facts, k: int, whole: int, chunks: Chunks, *, told: bool = False) -> None:
    """ "Of the 48 patients, 31 went home": a part without a noun of its own counts what the whole counts.

    What follows the rest may look like a noun where it is told what became of it ("the remaining four rises").
    """
    figure, of = facts[k].figure, facts[whole].figure
    if figure is None or of is None or figure.kind != "count" or of.kind != "count" or figure.unit == of.unit:
        return
    words = chunks.tokens.words[chunks.chunks[k].after : chunks.chunks[k].after + len(figure.unit.split())]
    if told or not words or not is_plural(words[-1]):
        facts[k] = replace(facts[k], figure=replace(figure, unit=of.unit))


def _one_unit(part: Fact, whole: Fact) -> bool:
    a, b = noun_of(part), noun_of(whole)
    return a == b or not a or not b or (a in PEOPLE and b in PEOPLE)


# "70 in Arden, 38 in Brill and 12 in Corve": to the end of the sentence, the last with "and", no comparison among them.
_ELEMENT = r"[um]{0,3}[MNX][umiob@renpf]{0,8}?"
_LIST = Pattern(rf"{_ELEMENT}(?:[,;]{_ELEMENT})*[,;]?&{_ELEMENT}")
_LED = Pattern(r"(?P<total>[MN])(?:[umoir]{0,5}(?P<sign>[:/]|,?(?P<cue>[ps]))u?|[um]{0,2},)(?=[um]{0,3}[MN])")
_MADE_UP = frozenset(
    "made consisting consists consist consisted comprising comprises comprise comprised composed split divided"
    " broken".split()
)
_FEWEST = 3  # figures: a total and two parts
_CLOSED = Pattern(rf"{_LIST.source}(?=/|,[^MNEPXKQRD]*$|$)")


def _listed_behind(facts: Facts, chunks: Chunks) -> None:
    """A total, a colon, a dash or "made up of", and all that it consists of."""
    words = chunks.tokens.words
    if sum(map(chunks.code.count, "MNX")) < _FEWEST:
        return
    for match in _LED.finditer(chunks.code):
        total = match.start("total")
        if match["cue"] and words[chunks.chunks[match.start("cue")].first] not in _MADE_UP:
            continue
        closed = _CLOSED.match(chunks.code, match.end())
        if closed is None or _open_list(chunks, *closed.span()) or _counted_before(facts, total):
            continue
        parts = [k for k in range(*closed.span()) if chunks.code[k] in "MN"]
        if match["sign"]:
            _exhaust(facts, total, parts, chunks)
        elif all(_told_apart(facts.get(k), chunks) for k in parts):
            _exhaust(facts, total, parts, chunks, "part-of")  # what is joined by a comma alone may leave some out


def _told_apart(part: Fact | None, chunks: Chunks) -> bool:
    """Is it a bare number with its own place or kind: "812 in Arden", "600 by rail"?"""
    return part is not None and not noun_of(part) and chunks.code[part.chunk + 1 : part.chunk + 2] in tuple("i@bf")


def _open_list(chunks: Chunks, start: int, end: int | None = None) -> bool:
    """Do the figures from a chunk on hold for each of several, or within one another?"""
    within = any(item.letter == "p" and item.value != "rest" for item in chunks.chunks[start:end])
    return within or any(word in ("each", "apiece", "respectively", "per") for word in chunks.tokens.words)


def _counted_before(facts: Facts, total: int) -> bool:
    """ "Three players passed 20 goals: …": what follows is said of each of the three."""
    return any(k < total for k in facts)


def _exhaust(facts: Facts, total: int, parts: list[int], chunks: Chunks, as_: str = "exhausts") -> None:
    """Link parts to the total that they make, or are of, if all can be of one unit with it."""
    _score_points(facts, (total, *parts))
    whole = facts.get(total)
    if whole is None or not _free(whole) or whole.figure is None or whole.figure.hedge or len(parts) < 2:
        return
    bare = any(k in facts and not noun_of(facts[k]) for k in parts)  # "34 in the coalition … and 3 independents"
    if not all(_addend(facts.get(k), whole, chunks, bare) for k in parts):
        return
    for k in parts:
        _adopt_unit(facts, k, total, chunks)
        add_link(facts, k, whole, as_)


def _score_points(facts: Facts, known: tuple[int, ...]) -> None:
    """ "14 points in the first half and 12 in the second": what stands bare beside points counts points."""
    figures = {k: facts[k].figure for k in known if k in facts}
    scored = next((one for one in figures.values() if one is not None and one.kind == "index-point"), None)
    for k, figure in figures.items():
        if scored is not None and figure is not None and figure.kind == "count" and not figure.unit:
            facts[k] = replace(facts[k], figure=replace(figure, kind=scored.kind, unit=scored.unit))


def _addend(part: Fact | None, whole: Fact, chunks: Chunks, bare: bool) -> bool:
    if part is None or not _free(part) or part.figure is None or whole.figure is None:
        return False
    if not like_units(chunks.chunks[part.chunk], chunks.chunks[whole.chunk]):
        return False
    if not part.figure.value or not whole.figure.value:
        return False
    if part.figure.kind == "count" and whole.figure.scale == 1 and part.figure.value.denominator > 1:
        return False  # "two versions: Alder 1.6 and Alder 2.0"
    return (bare or _one_unit(part, whole)) and part.figure.value <= _MOST * whole.figure.value


_BEFORE_TOTAL = Pattern(
    rf"[^MNEPXKQR]*?(?P<list>{_ELEMENT}(?:[,;]{_ELEMENT})*[,;]?&{_ELEMENT}),?[uieogtr]{{0,4}}?p?o?(?P<total>[MNX])"
    r"[umi]{0,4}(?P<all>p?)(?=$|,[^MNEXKQRD]*$)"
)
_UNTIL_NOW = frozenset("so far since date now year ever already".split())
_TOTALLED = frozenset(("total of", "combined total", "a combined", "finish with", "finished with", "finishing with"))
_IN_ALL = frozenset("in altogether all combined between".split())
_SPANS = frozenset("quarter year month half week season day".split())


def _total_behind(facts: Facts, sentence: Sentence) -> None:
    """ "310 plots and 45 leases, a total of 355", "40 boats and 12 ferries, 52 in all": the sum ends the list."""
    chunks = sentence.chunks
    match = _BEFORE_TOTAL.match(chunks.code)
    if match is None or (_open_list(chunks, *match.span("list")) and not match["all"]):
        return
    total = match.start("total")
    item, words = chunks.chunks[total], chunks.tokens.words
    all_word = words[chunks.chunks[match.start("all")].first] if match["all"] else ""
    start = chunks.tokens.starts[item.first]
    of_more = any(p.start > start for p in sentence.periods) or _UNTIL_NOW & set(words[item.after :])
    if not _of_span(words, item) and (of_more or not (_totalled(words, item) or all_word in _IN_ALL)):
        return
    _exhaust(facts, total, [k for k in range(*match.span("list")) if chunks.code[k] in "MNX"], chunks)


def _totalled(words: list[str], item: Chunk) -> bool:
    """Do the words before a figure say that it is a sum: "a total of", "a combined"?"""
    return " ".join(words[max(0, item.first - 2) : item.first]) in _TOTALLED


def _of_span(words: list[str], item: Chunk) -> bool:
    """ "or 12 million for the quarter": is a figure said to be that of the whole span of the parts?"""
    preposition, article, span = [*words[item.after : item.after + 3], "", "", ""][:3]
    return words[item.first - 1] == "or" and preposition in ("for", "in") and article == "the" and span in _SPANS


_PAIRED = (("man", "woman"), ("boy", "girl"), ("male", "female"), ("adult", "child"), ("adult", "children"))
_GROUPS = Pattern(r"(?P<total>N)[um]{0,3}[,:/](?P<a>N)[um]{1,2}&(?P<b>N)[um]{1,2}")


def _two_groups(facts: Facts, chunks: Chunks) -> None:
    """ "3,412 residents, 1,700 men and 1,712 women": two groups that are all there is of people."""
    for match in _GROUPS.finditer(chunks.code):
        total, a, b = (match.start(name) for name in ("total", "a", "b"))
        if not {total, a, b} <= facts.keys():
            continue
        pair = (noun_of(facts[a]), noun_of(facts[b]))
        if (pair in _PAIRED or pair[::-1] in _PAIRED) and noun_of(facts[total]) in PEOPLE - {"man", "woman", *pair}:
            _exhaust(facts, total, [a, b], chunks)
