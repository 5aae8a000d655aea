"""Facts of an article → links from a profit to the revenue that it was made on, which it cannot be more than.

"earned $2.4 billion on $65 billion in revenue"                     2.4 billion –earned-on→ 65 billion
"a net profit of $9 million, or 30 cents a share, on sales of $80 million"    9 million –earned-on→ 80 million
"net profit rose to $9 million … . Revenue fell 5 percent to $80 million"     9 million –earned-on→ 80 million

The first two are said by "on" or by one sentence. The third needs a sentence that opens with the revenue and nothing
else, at most two away, of one period; there a division may be meant, so sentences that name one are left alone.
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.comparability import agree
from checker.fact import Fact, Sentence, add_link
from checker.fact import is_base as is_set_against
from checker.measure import head_of
from checker.ordered import is_amount, is_told
from checker.pattern import Pattern
from checker.period import is_base

_PROFITS = frozenset("net-profit operating-profit pretax-profit gross-profit ebitda".split())
_EARNED = frozenset("earned earning earns earn netted".split())
_NEAR = 2  # sentences
_ON = Pattern(
    r"(?P<part>M)(?:,?E)?[,u]{0,3}(?P<on>i)[ux]{0,2}"
    r"(?:Pni)?(?:(?P<said>m)(?:[or]|,?\|?va?P?t)[ux]?(?P<whole>M)|(?P<amount>M)[io]u?(?P<named>m))"
)
_OPENS = Pattern(r"[u,]{0,2}m{1,2}(?:v|r[av]?)P?[t@]?M")  # "Revenue rose 4 percent to", "Total sales were up at"
_OVER = frozenset(
    "total overall net group consolidated company company's companywide quarterly annual the its for in quarter year"
    " full-year meanwhile , - wide first second third fourth full half".split()
)
_ARMS = frozenset(
    "unit units division divisions segment segments arm arms studio network networks subsidiary subsidiaries business"
    " businesses operations brand brands affiliate venture rival rivals competitor".split()
)
_FORETOLD = frozenset(
    "expect expects expected expecting forecast forecasts forecasting predicted predicts estimate estimates estimated"
    " target targets targeted guidance outlook analysts analyst consensus would will could may might".split()
)
# What makes a profit of any size.
_ONCE = frozenset(
    "gain gains sale windfall windfalls disposal disposals divestment divestments proceeds benefit benefits"
    " writedown writedowns discontinued".split()
)
_SOMEWHERE = ("iu", "@u", "fu", "im", "@m", "fm")


def tie_takings(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: a profit gets a link to the revenue it was made on."""
    here: dict[int, dict[int, Fact]] = {}
    for fact in by_id.values():
        if fact.chunk >= 0:
            here.setdefault(fact.sentence, {})[fact.chunk] = fact
    for number, facts in here.items():
        for part, whole in _made_on(facts, sentences[number].chunks):
            add_link(by_id, part.id, whole, "earned-on")
    known = [fact for fact in by_id.values() if fact.chunk >= 0 and is_amount(fact) and is_reported(fact, sentences)]
    wholes = [fact for fact in known if fact.measure == "revenue" and is_told(fact, sentences)]
    for part in known:
        tied = any(link.as_ == "earned-on" for link in by_id[part.id].links)
        if not tied and _is_profit(part, sentences) and not leaps(part, here[part.sentence], sentences):
            options = [whole for whole in wholes if _is_of(part, whole, sentences)]
            if options:
                add_link(by_id, part.id, min(options, key=lambda one: abs(one.sentence - part.sentence)), "earned-on")


def _made_on(facts: dict[int, Fact], chunks: Chunks) -> list[tuple[Fact, Fact]]:
    """ "a profit of 9 million on sales of 80 million", "earned 9 million on 80 million in sales" → each such two."""
    found = []
    for match in _ON.finditer(chunks.code):
        side = "said" if match["said"] else "named"
        whole = match.start("whole" if match["said"] else "amount")
        part, items = match.start("part"), chunks.chunks
        on = chunks.tokens.word(items[match.start("on")].first) == "on"
        said = on and items[match.start(side)].value == "revenue" and _ONCE.isdisjoint(chunks.tokens.words)
        if said and {part, whole} <= facts.keys() and _profits(part, chunks):
            one, other = facts[part], facts[whole]
            if _is_scaled(one) and _is_scaled(other) and agree(one, other, "unit"):
                found.append((one, other))
    return found


def _profits(k: int, chunks: Chunks) -> bool:
    """An amount → does "earned" or the name of a profit, and no other amount, stand before it?"""
    before = chunks.code[:k].rstrip("u")
    if before.endswith("e"):
        return chunks.tokens.word(chunks.chunks[len(before) - 1].first) in _EARNED
    named = before.rfind("m")
    return named >= 0 and chunks.chunks[named].value in _PROFITS and set(before[named + 1 :]).isdisjoint("MEfk|;")


def _is_scaled(fact: Fact) -> bool:
    figure = fact.figure
    amount = figure is not None and figure.kind == "money" and figure.scale > 1 and (figure.value or 0) > 0
    return amount and fact.aspect == "level"


def is_reported(fact: Fact, sentences: list[Sentence]) -> bool:
    """Is it what came to be, of no division, and the first amount behind its measure?"""
    chunks = sentences[fact.sentence].chunks
    between = chunks.code[max(0, chunks.code.rfind("m", 0, fact.chunk)) : fact.chunk]
    words, named = chunks.tokens.words, chunks.code.rfind("m", 0, fact.chunk)
    other = not _FORETOLD.isdisjoint(words[: chunks.chunks[fact.chunk].first])
    other = other or not (_ARMS | _ONCE).isdisjoint(words) or "k" in chunks.code[max(0, named - 2) : max(0, named)]
    told = fact.modality == "reported" and not other and not _is_of_earlier(fact, sentences)
    fees = fact.measure == "revenue" and not {"f", "i"}.isdisjoint(between)  # "revenue from fees"
    return told and not fees and set(between).isdisjoint("MEN|")


def _is_of_earlier(fact: Fact, sentences: list[Sentence]) -> bool:
    """ "a profit of 1.8 billion in the same period last year": does a time before stand behind the last amount told?"""
    chunks, end = sentences[fact.sentence].chunks, 0 if fact.figure is None else fact.figure.end
    alone = set("MNEP").isdisjoint(chunks.code[fact.chunk + 1 :]) and "P" not in chunks.code
    return alone and any(is_base(one.key) and one.start > end for one in sentences[fact.sentence].periods)


_LEAP = 3  # times


def leaps(part: Fact, facts: dict[int, Fact], sentences: list[Sentence]) -> bool:
    """ "profit rose to 3.2 billion from 489 million", "against a loss": what came once may be more than revenue."""
    if not {"loss", "losses", "swung"}.isdisjoint(sentences[part.sentence].chunks.tokens.words):
        return True
    bases = [one for one in facts.values() if any(link.to == part.id and is_set_against(one) for link in one.links)]
    return any(_times(part, base) for base in bases)


def _times(part: Fact, base: Fact) -> bool:
    now, before = (None if fact.figure is None else fact.figure.value for fact in (part, base))
    return now is not None and before is not None and now > _LEAP * before


def _is_profit(fact: Fact, sentences: list[Sentence]) -> bool:
    if head_of(fact.measure) in _PROFITS:
        return is_told(fact, sentences)
    return _profits(fact.chunk, sentences[fact.sentence].chunks)


def _is_of(part: Fact, whole: Fact, sentences: list[Sentence]) -> bool:
    """Are both of one firm and time: said by one sentence, or the revenue by one that opens with it?"""
    alike = part.period == whole.period and all(agree(part, whole, what) for what in ("unit", "place", "basis"))
    if sentences[whole.sentence].chunks.code[whole.chunk + 1 : whole.chunk + 3] in _SOMEWHERE:
        return False  # "revenue fell to 32 million in its ferries"
    apart = abs(part.sentence - whole.sentence)
    return alike and (apart == 0 or (apart <= _NEAR and _goes_on(part, whole, sentences) and _opens(whole, sentences)))


def _goes_on(part: Fact, whole: Fact, sentences: list[Sentence]) -> bool:
    """ "profit of 11 billion in fiscal 2007 … . Revenue fell": a year that one of them prints is its own."""
    year = part.period.removeprefix("FY").isdigit()
    named = [any(one.key == part.period for one in sentences[fact.sentence].periods) for fact in (part, whole)]
    return not year or named[0] == named[1]


def _opens(whole: Fact, sentences: list[Sentence]) -> bool:
    chunks = sentences[whole.sentence].chunks
    match = _OPENS.match(chunks.code)
    if match is None or match.end() - 1 != whole.chunk:
        return False
    named = chunks.code.rfind("m", 0, whole.chunk)
    return _OVER.issuperset(chunks.tokens.words[: chunks.chunks[named].first])
