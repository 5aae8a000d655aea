"""A connector whose base comes first → the figure behind "to" that stands now, its base, and the word of direction.

    "fell from 8.1 to 7.4 percent"                        7.4 percent, 8.1, "fell"
    "cut its order for buses from 90 to 53"               53, 90, "cut"
"""

from __future__ import annotations

from checker.base import IDIOMS, LEVELS, are_close, clause_left, figure_after, is_level, leads_to_present
from checker.chunk import Chunks
from checker.frame import like_units, value_of
from checker.governing import Scene, is_thing
from checker.pattern import regex
from checker.turning import unsure
from checker.unlike import are_unlike

_OBJECT = regex(r"g[um]{0,3}[nv]$")  # "revised down the job gains in May, from 157 to 133"
_OF_NOUN = regex(r"n(?:[io][umPb]{1,4}){0,3},?")

# "cut its ceiling for subsidies from 23 billion a year to 15 billion", "from 1 percent in May, to a peak of 7"
_OWN = regex(r"[vgw][umoiBSHjxDpa@]{0,9}(?:f[um]{1,2})?,?$")
_FAR = regex(rf"[{LEVELS}][umoi@]{{0,4}},?t[uxrjDAma]{{0,3}}o?A?(?=[{LEVELS}])")
_ENDS = regex(rf"[{LEVELS}]t[{LEVELS}][um]{{0,2}},?t(?P<now>[{LEVELS}])t[{LEVELS}]")
_BASED = regex(rf"[umoi]{{0,4}},?(?:[fk][uxoj]{{0,3}}|at)[{LEVELS}]")
_SPREAD = frozenset("range vary varies varied varying ranges ranged ranging".split())


def far_forward(scene: Scene, k: int) -> tuple[int, int, int] | None:
    """The same where more words stand between verb, base and present figure."""
    chunks, code, items = scene.chunks, scene.chunks.code, scene.chunks.chunks
    owner = _OWN.search(code, max(0, k - 11), k)
    before = figure_after(chunks, k)
    match = _FAR.match(code, before) if owner and code[k] == "f" and before >= 0 else None
    if owner is None or match is None:
        return None
    word, now = owner.start(), match.end()
    said = chunks.tokens.words[items[k].first : items[before].first]
    parted = chunks.tokens.words[items[word].after : items[k].first]
    if "range" in said or not _SPREAD.isdisjoint(parted) or not {"B", "O", "n"}.isdisjoint(code[k:before]):
        return None  # "slip from its range of 28 to 29", "trimmed from a forecast of 2.10 to 2.20", "may vary, from"
    apart = any(code[j] == "a" and "soft" not in items[j].form for j in range(word, k))
    if apart or unsure(items[word]) or {now, before} & (scene.amounts | scene.bases):
        return None
    if not like_units(items[before], items[now]) or not are_close(items[before], items[now]):
        return None
    tied = chunks.tokens.word(items[word].after) == "-"  # "narrow-body planes"
    if tied or are_unlike(chunks, now, before, k):
        return None
    if _BASED.match(code, now + 1):
        return None  # "raises savings from its 38 billion deal to 940 million from 600", "from 89 to 93 down to 84"
    return now, before, word


def forward(scene: Scene, k: int) -> tuple[int, int, int] | None:
    """ "fell from 8.1 to 7.4 percent": the change word stands before the connector, the present figure after it."""
    chunks = scene.chunks
    code, items = chunks.code, chunks.chunks
    before = figure_after(chunks, k)
    said = chunks.tokens.words[items[k].first : items[before].first] if before >= 0 else []
    # "down from a forecast of 16 to 17", "slowing from its pace of 7 to 8 percent"
    levels = before >= 0 and {"B", "n"}.isdisjoint(code[k:before]) and "range" not in said
    levels = levels and not (said[-1:] == ["of"] and said[-2].endswith("s"))  # "down from rates of 30 to 40 percent"
    lead = leads_to_present(items, code, k, before) if levels else 0
    if not lead:
        return None
    now = before + 1 + lead
    if (ends := _ENDS.match(code, before)) and like_units(items[before], items[ends.end() - 1]):
        now = ends.start("now")  # "from 25 to 30 in May to 5 to 10": the low ends of two ranges
    behind = chunks.tokens.words[items[now].after : items[now].after + 2]
    if behind[:1] in (["they"], ["it"], ["he"], ["analysts"], ["economists"]):
        return None  # "is down from the 2.5 percent to 3.0 percent they forecast in May"
    if "range" in behind:
        return None  # "is down from the 12 billion to 14 billion range of last week"
    if not is_level(code, now) or not like_units(items[before], items[now]):
        return None
    start = k
    while start and (code[start - 1] in "u,Pbiom" or start - 1 in scene.amounts):
        start -= 1
    word = start - 1
    if word < 0 or code[word] not in "vwagn" or "j" in code[max(0, start - 6) : k] or unsure(items[word]):
        return None
    if chunks.tokens.word(items[k].first - 1) in IDIOMS:
        return None  # "the effect of the decline ranged from 80 to 100 billion"
    if code[word] == "n" and (is_thing(chunks, word) or not _OF_NOUN.fullmatch(code, word, k)):
        return None  # "the cuts disclosed by the banks varied from 21 to 50 percent"
    if owner := _OBJECT.search(code[: word + 1]):
        word = owner.start()
    if code[word] in "an" and items[word].value == "down" and _is_bare_range(scene.chunks, before, now):
        return None  # "down from a growth rate of 5 to 10 percent", "declines from 14 to 30 percent"
    if code[word] == "a" and scene.chunks.tokens.word(items[word].first - 1) == "seen":
        return None  # "sales are seen down from 13 percent to 18 percent": how large the fall may be
    if code[word] == "a" and any(code[j] in LEVELS for j in clause_left(code, word)):
        return None  # "12 to 13 million, down from 12.6 to 13.5 million"
    return now, before, word


def _is_bare_range(chunks: Chunks, low: int, high: int) -> bool:
    """ "20 to 30 percent": a number without a unit, and a larger one that has it, are the ends of a range."""
    own = chunks.chunks[low].figure
    bare = own is not None and own.figure.text.endswith(own.figure.digits)  # "about 14.4"
    return bare and value_of(chunks.chunks[low]) < value_of(chunks.chunks[high])
