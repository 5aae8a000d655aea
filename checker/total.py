"""Facts of one sentence → the sums and differences that its wording makes of them.

"killed 120 people: 70 in Arden, 38 in Brill and 12 in Corve"       70, 38, 12 –exhausts→ 120
"Of the 48 patients, 31 went home and the remaining 17 stayed"      31 –part-of→ 48, 17 –rest-of→ 48
"64 backed the plan and 51 opposed it, a majority of 13"            13 –margin-of→ 64, –margin-from→ 51
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.counted import is_plural
from checker.fact import Fact, Sentence, add_link
from checker.frame import like_units, word_before
from checker.pattern import Pattern
from checker.portion import linked_to, settle
from checker.record import replace
from checker.wordfact import Facts

_PEOPLE = frozenset(
    "people person man woman child children boy girl resident passenger soldier civilian student pupil adult player"
    " member male female employee worker voter inhabitant officer prisoner patient".split()
)
_MOST = 20  # a part that is so many times its total is no part of it


def totals(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: parts of a whole, parts that make up a total, and differences of two."""
    chunks = sentence.chunks
    if len(facts) < 2:
        return
    settle(facts, chunks)
    _further_parts(facts, chunks)
    _listed_behind(facts, chunks)
    _total_behind(facts, sentence)
    _two_groups(facts, chunks)
    _margin(facts, chunks)


_PARTS = Pattern(r"(?:,&|,|&)(?P<rest>p,?)?(?=[MN][um]{0,3}(?:[rieqvb@,&/]|$))")


def _further_parts(facts: Facts, chunks: Chunks) -> None:
    """After a part of a whole: the parts that are named next, and the rest."""
    code = chunks.code
    for k in sorted(facts):
        whole = linked_to(facts, k, "part-of")
        if whole < 0 or whole > k or code[k - 1] in "oW":
            continue
        _adopt_unit(facts, k, whole, chunks)
        listed = False
        for match in _PARTS.finditer(code, k + 1):
            if set(":;") & set(code[k : match.start()]):
                break
            at = match.end()
            rest = bool(match["rest"]) and _is_the_rest(chunks, match.start("rest"))
            new_clause = code[match.start() : at] == ",&" and not listed
            if not _free(facts.get(at)) or new_clause or rest != bool(match["rest"]):
                continue
            if not like_units(chunks.chunks[at], chunks.chunks[whole]):
                continue
            _adopt_unit(facts, at, whole, chunks)
            if _one_unit(facts[at], facts[whole]):
                add_link(facts, at, facts[whole], "rest-of" if rest else "part-of")
                listed = listed or code[match.start()] == ","


_REST = frozenset("remaining other rest remainder".split())


def _is_the_rest(chunks: Chunks, k: int) -> bool:
    item = chunks.chunks[k]
    words = chunks.tokens.words[item.first - 1 : item.after]
    return item.value == "rest" and "the" in words and bool(_REST & set(words))


def _free(fact: Fact | None) -> bool:
    """A level that no wording has linked yet."""
    return fact is not None and fact.aspect == "level" and not fact.links and fact.figure is not None


def _adopt_unit(facts: Facts, k: int, whole: int, chunks: Chunks) -> None:
    """ "Of the 48 patients, 31 went home": a part without a noun of its own counts what the whole counts."""
    figure, of = facts[k].figure, facts[whole].figure
    if figure is None or of is None or figure.kind != "count" or of.kind != "count" or figure.unit == of.unit:
        return
    words = chunks.tokens.words[chunks.chunks[k].after : chunks.chunks[k].after + len(figure.unit.split())]
    if not words or not is_plural(words[-1]):
        facts[k] = replace(facts[k], figure=replace(figure, unit=of.unit))


def _one_unit(part: Fact, whole: Fact) -> bool:
    a, b = _head(part), _head(whole)
    return a == b or not a or not b or (a in _PEOPLE and b in _PEOPLE)


def _head(fact: Fact) -> str:
    return "" if fact.figure is None or not fact.figure.unit else fact.figure.unit.split()[-1]


# "70 in Arden, 38 in Brill and 12 in Corve": to the end of the sentence, the last with "and", no comparison among them.
_ELEMENT = r"[um]{0,3}[MN][umiob@renp]{0,8}?"
_LIST = Pattern(rf"{_ELEMENT}(?:[,;]{_ELEMENT})*[,;]?&{_ELEMENT}")
_LED = Pattern(r"(?P<total>[MN])[umoi]{0,5}(?::|,?(?P<cue>p))u?(?=[um]{0,3}[MN])")
_MADE_UP = ("made", "consisting", "consists", "comprising", "comprised", "composed", "split", "divided", "broken")


def _listed_behind(facts: Facts, chunks: Chunks) -> None:
    """A total, a colon or "made up of", and all that it consists of."""
    for match in _LED.finditer(chunks.code):
        total = match.start("total")
        cue = chunks.tokens.words[chunks.chunks[match.start("cue")].first] if match["cue"] else ":"
        if cue != ":" and cue not in _MADE_UP:
            continue
        closed = _LIST.fullmatch(chunks.code, match.end()) and not _open_list(chunks, match.end())
        if closed and not _counted_before(facts, total):
            _exhaust(facts, total, [k for k in range(match.end(), len(chunks.code)) if chunks.code[k] in "MN"], chunks)


def _open_list(chunks: Chunks, start: int) -> bool:
    """Do the figures from a chunk on hold for each of several, or within one another?"""
    within = any(item.letter == "p" and item.value != "rest" for item in chunks.chunks[start:])
    return within or any(word in ("each", "apiece", "respectively", "per") for word in chunks.tokens.words)


def _counted_before(facts: Facts, total: int) -> bool:
    """ "Three players passed 20 goals: …": what follows is said of each of the three."""
    return any(k < total for k in facts)


def _exhaust(facts: Facts, total: int, parts: list[int], chunks: Chunks) -> None:
    """Link parts to the total that they make, if all can be of one unit with it."""
    whole = facts.get(total)
    if whole is None or not _free(whole) or whole.figure is None or whole.figure.hedge or len(parts) < 2:
        return
    bare = any(k in facts and not _head(facts[k]) for k in parts)  # "34 in the coalition … and 3 independents"
    if not all(_addend(facts.get(k), whole, chunks, bare) for k in parts):
        return
    for k in parts:
        _adopt_unit(facts, k, total, chunks)
        add_link(facts, k, whole, "exhausts")


def _addend(part: Fact | None, whole: Fact, chunks: Chunks, bare: bool) -> bool:
    if part is None or not _free(part) or part.figure is None or whole.figure is None:
        return False
    if not like_units(chunks.chunks[part.chunk], chunks.chunks[whole.chunk]):
        return False
    if not part.figure.value or not whole.figure.value:
        return False
    return (bare or _one_unit(part, whole)) and part.figure.value <= _MOST * whole.figure.value


_BEFORE_TOTAL = Pattern(
    rf"[^MNEPXKQR]*?(?P<list>{_ELEMENT}(?:[,;]{_ELEMENT})*[,;]?&{_ELEMENT}),[ui]?(?P<total>[MN])[um]{{0,3}}(?P<all>p?)$"
)
_UNTIL_NOW = frozenset("so far since date now year ever already".split())


def _total_behind(facts: Facts, sentence: Sentence) -> None:
    """ "310 plots and 45 leases, a total of 355", "40 boats and 12 ferries, 52 in all": the sum ends the sentence."""
    chunks = sentence.chunks
    match = _BEFORE_TOTAL.match(chunks.code)
    if match is None or (_open_list(chunks, match.start("list")) and not match["all"]):
        return
    total = match.start("total")
    item, words = chunks.chunks[total], chunks.tokens.words
    all_word = words[chunks.chunks[match.start("all")].first] if match["all"] else ""
    if words[max(0, item.first - 2) : item.first] != ["total", "of"] and all_word not in ("in", "altogether", "all"):
        return
    start = chunks.tokens.starts[item.first]
    if any(p.start > start for p in sentence.periods) or _UNTIL_NOW & set(words[item.after :]):
        return
    _exhaust(facts, total, [k for k in range(match.start("list"), match.end("list")) if chunks.code[k] in "MN"], chunks)


_PAIRED = (("man", "woman"), ("boy", "girl"), ("male", "female"), ("adult", "child"), ("adult", "children"))
_GROUPS = Pattern(r"(?P<total>N)[um]{0,3}[,:/](?P<a>N)[um]{1,2}&(?P<b>N)[um]{1,2}")


def _two_groups(facts: Facts, chunks: Chunks) -> None:
    """ "3,412 residents, 1,700 men and 1,712 women": two groups that are all there is of people."""
    for match in _GROUPS.finditer(chunks.code):
        total, a, b = (match.start(name) for name in ("total", "a", "b"))
        if not {total, a, b} <= facts.keys():
            continue
        pair = (_head(facts[a]), _head(facts[b]))
        if (pair in _PAIRED or pair[::-1] in _PAIRED) and _head(facts[total]) in _PEOPLE - {"man", "woman", *pair}:
            _exhaust(facts, total, [a, b], chunks)


_MARGINS = frozenset("difference majority margin lead gap deficit surplus shortfall".split())
_FLOWS = frozenset("spending revenue revenues income expenditure expenses exports imports receipts outlays".split())
_BETWEEN = Pattern(r"[^;:]*,[^;:,]*")


def _margin(facts: Facts, chunks: Chunks) -> None:
    """ "64 for and 51 against, a majority of 13"; "4.2 spent against revenue of 3.9, leaving a deficit of 0.3"."""
    sides = _sides(facts, chunks)
    if sides is None:
        return
    first, second, margin = sides
    words = chunks.tokens.words
    cue = words[chunks.chunks[margin].first - 2] if word_before(chunks.chunks[margin], chunks) == "of" else ""
    if cue not in _MARGINS or (cue in ("deficit", "surplus", "shortfall") and len(_FLOWS & set(words)) < 2):
        return
    items = chunks.chunks
    if not like_units(items[first], items[second]) or not like_units(items[margin], items[first]) or facts[first].links:
        return
    if any(link.as_ in ("from", "than") for link in facts[second].links) or "v" in chunks.code[:second]:
        return  # a change in time, not two sides
    facts[second] = replace(facts[second], links=())
    facts[margin] = replace(facts[margin], aspect="margin", links=())
    add_link(facts, margin, facts[first], "margin-of")
    add_link(facts, margin, facts[second], "margin-from")


def _sides(facts: Facts, chunks: Chunks) -> tuple[int, int, int] | None:
    """The last three figures of a sentence, if no other before them could be a third side."""
    known = sorted(facts)
    if len(known) < 3 or any(item.figure is not None for item in chunks.chunks[known[-1] + 1 :]):
        return None
    first, second, margin = known[-3:]
    others = {_head(facts[k]) for k in known[:-3]}
    if others and ("" in others or not _head(facts[first]) or others & {_head(facts[first]), _head(facts[second])}):
        return None
    letters = chunks.code[first] + chunks.code[second] + chunks.code[margin]
    apart = not set(";:") & set(chunks.code[first:second]) and _BETWEEN.fullmatch(chunks.code[second:margin])
    return (first, second, margin) if apart and letters in ("MMM", "NNN", "PPX", "XXX") else None
