"""Facts of an article → the prices of a day or a year, and the later ones that they bound.

"closed at $24.10 after rising to $25.20 earlier"                     $24.10 –not-above→ $25.20
"at 51.20 after touching 50.50, its lowest since May"                 50.50 –not-above→ 51.20
"shares, which initially rose to $56, were down 13 cents at $55"      $55 –not-above→ $56
"settled at $76.06, having traded from $74.80 to $76.40"              74.80 –not-above→ 76.06 –not-above→ 76.40
"closed at $38. The stock has had a high of $48 and a low of $27 this year"

A move within the day bounds what was printed for its end; so does a range, of which the words say that prices of one
and the same thing kept within it.
"""

from __future__ import annotations

from itertools import pairwise

from checker.beyond import alike, starts
from checker.fact import Fact, Sentence, add_link, is_base
from checker.frame import like_units, times
from checker.pattern import Pattern
from checker.quote import is_quote
from checker.turning import RANGES
from checker.wordfact import Facts, facts_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.chunk import Chunks

    Bound = tuple[int, int]  # the chunks of the lower and of the upper figure

LEVELS = ("level", "share", "proportion", "threshold")
_UP = "rising|climbing|jumping|surging|soaring|advancing|gaining|rose|climbed|jumped|surged|soared|advanced|spiked"
_DOWN = "falling|dropping|sliding|slipping|sinking|tumbling|dipping|fell|dropped|slid|slipped|sank|tumbled|dipped"
_HIT = "hitting|touching|reaching"
_IN_DAY = (
    r"(?: (?:a|per) (?:share|barrel|ounce|tonne|ton|pound|bushel|lb))?"
    r"(?: (?:earlier|initially|at one point|intraday|briefly|on the \w+"
    r"|(?:in|on|during|at) (?:the |early |morning |earlier |opening |afternoon )*"
    r"(?:day|session|morning|trading|trade|open|opening|afternoon|dealings|deals|activity)))*"
    r"(?= ?[,.;]| ?$)"
)
_GAP = r"(?: (?![#;:]|(?:and|but|while|when|as|after|before|from|against|compared|versus|previous|last)\b)\S+)"
_AFTER = Pattern(
    rf"#(?P<now>\d+){_GAP}{{0,10}} (?:after|having)(?: earlier| briefly| initially)?"
    rf" (?:(?P<hit>{_HIT})|(?P<up>{_UP})(?: intraday)?(?: as high as| to)"
    rf"|(?P<down>{_DOWN})(?: intraday)?(?: as low as| to))"
    rf" #(?P<then>\d+){_IN_DAY}"
    r"(?: ,? ?(?:its|their|the|a)? ?(?:(?P<high>highest|strongest|best)|(?P<low>lowest|weakest|worst)))?",
    "after |having ",
    f"{_HIT}|{_UP}|{_DOWN}",
)
_STOOD = r"(?:was|were|is|are|closed|ended|finished|settled|traded|stood)"
_WHICH = Pattern(
    rf"(?:(?:initially|earlier|briefly)(?: had)? (?:(?P<up>{_UP})|(?P<down>{_DOWN})) to"
    r"|(?:which|that|having)(?: had)?(?: earlier| initially| briefly)?"
    rf" (?:(?P<up2>{_UP}|went|traded|got) as high as|(?P<down2>{_DOWN}|went|traded|got) as low as))"
    rf" #(?P<then>\d+){_IN_DAY} ,(?: (?:later|last|still|then))* {_STOOD}{_GAP}{{0,12}} (?:at|to) #(?P<now>\d+)",
    "initially |earlier |briefly |which |that |having ",
    f"{_UP}|{_DOWN}|as high as|as low as",
)
_ENDS = r" (?:an? \S+ )?#(?P<low>\d+)(?: (?:a|per) \w+)? (?:and|to|-|and to) #(?P<high>\d+)"
_RANGE = Pattern(
    r"(?:(?:traded|trading|fluctuated|ranged|swung)(?: (?!#|at\b|down\b|up\b)[\w-]+){0,6}?"
    r" (?:between|from|range of|range is)"
    r"|(?:week|month|year|daily|session|trading|intraday|day 's) (?:trading |price )?range"
    rf"(?: of| is| was| between| from)+){_ENDS}",
    "trad|fluctuated|rang|swung",
)
_HIGH_LOW = Pattern(
    r"(?:(?P<one>highs?|lows?) of #(?P<first>\d+)(?: \S+){0,4}? (?:and|to) (?:an? |its )?(?:\S+ ){0,3}?"
    r"(?P<other>lows?|highs?) of #(?P<second>\d+))",
    "high|low",
    " of #",
)
_HAVING = Pattern(
    rf"(?:at|to) #(?P<now>\d+){_GAP}{{0,10}} (?:after|having|after having) (?=trad|rang|fluct|swing|swung)",
    "after |having ",
    "trad|rang|fluct|swing|swung",
)
_THEN = Pattern(rf" ?,(?: (?:and|but|later|last))* {_STOOD}{_GAP}{{0,12}} (?:at|to) #(?P<now>\d+)")
_LAST = Pattern(
    r"(?!.*\b(?:as low as|as high as|(?:19|20)\d\d)\b).*"
    rf"\b(?:{_STOOD}|closing|trading|rose|fell|gained|lost|slipped|climbed|dropped|jumped|shed|off|up|down)\b.*"
    r" (?:at|to) (?:about |around )?#(?P<now>\d+)"
)
# How a sentence goes on about the shares of the one before.
_SAME = Pattern(
    r"(?:however ,? |but |still ,? )?(?:(?:over|in|during) the (?:past|last) (?:\S+ ){1,4}?,? )?"
    r"(?:it|they|(?:the |its |their )?(?:(?:[a-z]+|company) 's )?"
    r"(?:shares|stock|(?:stock|share) price|contract|(?:52 - week|trading|year 's|day 's) range))(?! (?:of|in)\b)"
)
_LONG = Pattern(r".*\b(?:year|years|week|weeks|month|months)\b.*")
_OF = Pattern(r".*\b(?:year|years|week|weeks|month|months|session|day|intraday)\b.*")
_NEXT = 4  # characters between two sentences in a row
_CLOSE = 6  # times


def tradings(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: the moves and ranges of a day, and the price that they bound."""
    chunks = sentence.chunks
    told = as_told(facts, chunks)
    for low, high in (*_moves(told), *_within(told, facts)):
        if _are_prices(facts, chunks, low, high):
            add_link(facts, low, facts[high], "not-above")


def as_told(facts: Facts, chunks: Chunks) -> str:
    """The words of a sentence, each level in it as # and its chunk: "closed at #3 , its lowest since 2003"."""
    words = [*chunks.tokens.words]
    for k, fact in facts.items():
        if k >= 0 and fact.figure is not None and fact.aspect in LEVELS:
            first, after = starts(fact, chunks), chunks.chunks[k].after
            words[first:after] = [f"#{k}", *[""] * (after - first - 1)]
    return " ".join(word for word in words if word)


def _moves(told: str) -> Iterator[Bound]:
    for match in _AFTER.finditer(told):
        high, low = (match["high"], match["low"]) if match["hit"] else (match["up"], match["down"])
        yield from _bound(match, bool(high) - bool(low))
    for match in _WHICH.finditer(told):
        yield from _bound(match, 1 if match["up"] or match["up2"] else -1)


def _bound(match: re.Match[str], side: int) -> Iterator[Bound]:
    now, then = int(match["now"]), int(match["then"])
    if side:
        yield (now, then) if side > 0 else (then, now)


def _within(told: str, facts: Facts) -> Iterator[Bound]:
    """Ranges with the price in the same sentence."""
    for at, after, *ends in _ranges(told):
        low, high = _ordered(facts, *ends)
        before = [match for match in _HAVING.finditer(told) if match.end() == at]
        then = None if before else _THEN.match(told, after)
        for match in (*before, *([then] if then else [])):
            now = int(match["now"])
            way = _way(facts, now) if now in facts and _LONG.match(told) else 0
            yield from ([(low, now)] if way >= 0 else [])
            yield from ([(now, high)] if way <= 0 else [])


def _ordered(facts: Facts, one: int, other: int) -> Bound:
    """Ranges of prices are told from the top as well, "$86.90 to $68.45": the chunks of the ends, the lower first."""
    values = [fact.figure.value for k in (one, other) if (fact := facts.get(k)) and fact.figure and fact.figure.value]
    return (other, one) if len(values) == len((one, other)) and values[0] > values[1] else (one, other)


def _way(facts: Facts, now: int) -> int:
    """ "up $3.01 to $34.56": +1 or −1 for a price that moved today, which may take it out of the range of a year."""
    moved = [f.figure for f in facts.values() if f.figure and any(link.to == facts[now].id for link in f.links)]
    ways = {figure.direction for figure in moved} - {""}
    return 0 if len(ways) != 1 else 1 if ways == {"up"} else -1


def _ranges(told: str) -> Iterator[tuple[int, int, int, int]]:
    """Where a range is told from and to, and the chunks of its ends."""
    for match in _RANGE.finditer(told):
        yield match.start(), match.end(), int(match["low"]), int(match["high"])
    for match in _HIGH_LOW.finditer(told):
        if match["one"][0] != match["other"][0] and _OF.match(told):
            ends = int(match["second"]), int(match["first"])
            yield (match.start(), match.end(), *(ends if match["one"][0] == "h" else ends[::-1]))


def _are_prices(facts: Facts, chunks: Chunks, low: int, high: int) -> bool:
    return are_seen(facts, chunks, low, high) and is_price(facts[low]) and is_price(facts[high])


def are_seen(facts: Facts, chunks: Chunks, low: int, high: int) -> bool:
    """Are both seen, of one unit, and no quotes of currencies, which may run the other way?"""
    if low not in facts or high not in facts or is_quote(chunks, low) or is_quote(chunks, high):
        return False
    return alike(chunks, low, high) and is_seen(facts[low]) and is_seen(facts[high])


def is_seen(fact: Fact) -> bool:
    """Is a figure a level that was seen, and not what another is set against?"""
    seen = fact.aspect in LEVELS and fact.modality != "forecast" and not is_base(fact)
    return seen and fact.figure is not None and (fact.figure.value or 0) > 0


def is_price(fact: Fact) -> bool:
    """Is a level that was seen no percentage?"""
    return is_seen(fact) and fact.figure is not None and fact.figure.kind != "percent"


def tie_tradings(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """ "closed at $38. The stock has traded between $27 and $48 this year": facts by id, changed in place."""
    for before, sentence in pairwise(sentences):
        if RANGES.isdisjoint(sentence.chunks.tokens.words[:20]) or not in_a_row(before, sentence):
            continue
        then = facts_of(by_id, sentence)
        told = as_told(then, sentence.chunks)
        found = list(_ranges(told)) if _SAME.match(told) else []
        if len(found) == 1 and _OF.match(told):
            first = facts_of(by_id, before)
            low, high = _ordered(then, *found[0][2:])
            now = only_like(first, before.chunks, then, sentence.chunks, low, high)
            if now is not None and _is_last(as_told(first, before.chunks), now):
                way = _way(first, now) if _LONG.match(told) else 0
                if way >= 0:
                    add_link(by_id, then[low].id, first[now], "not-above")
                if way <= 0:
                    add_link(by_id, first[now].id, then[high], "not-above")


def _is_last(told: str, now: int) -> bool:
    """Is a price told as the last, and not as one of another time: "closed up 2 percent at #3"?"""
    match = _LAST.match(told)
    return match is not None and int(match["now"]) == now


def in_a_row(before: Sentence, sentence: Sentence) -> bool:
    """Does a sentence follow right behind another?"""
    return sentence.chunks.tokens.starts[0] - before.chunks.tokens.ends[-1] <= _NEXT


def facts_of(by_id: dict[str, Fact], sentence: Sentence) -> Facts:
    """A sentence → its facts by chunk."""
    return {fact.chunk: fact for fact in facts_told(by_id, sentence)}


def only_like(first: Facts, before: Chunks, then: Facts, chunks: Chunks, *ends: int) -> int | None:
    """The one level of a sentence that may be bounded by figures of the next, which are seen as well, or None."""
    if not all(is_price(then[k]) for k in ends):
        return None
    items = [chunks.chunks[k] for k in ends]
    like = [k for k in first if like_units(before.chunks[k], items[0]) and first[k].aspect in LEVELS]
    if len(like) != 1 or not is_price(first[like[0]]) or is_quote(before, like[0]):
        return None
    if before.chunks[like[0]].letter == "N" and before.chunks[like[0]].value != items[0].value:
        return None
    near = any(1 < _CLOSE * times(before.chunks[like[0]], item) < _CLOSE**2 for item in items)
    return like[0] if near else None
