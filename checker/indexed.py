"""Facts of one sentence → counts of companies, tied to the number of those in the index that they are from.

"Of the 391 companies in the S&P 500 that have reported"      391 –member-of→ 500
"180 of the S&P 500 companies"                                180 –member-of→ 500
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Sentence, add_link, unit_of
from checker.wordfact import Facts, lone_fact, span_of

# The word before an index's number, and the numbers that are how many companies it has.
_SIZES = {
    **dict.fromkeys(("p", "poors", "poor"), ("100", "400", "500", "600", "1500", "1,500")),
    "ftse": ("100", "250", "350"), "fortune": ("100", "500", "1000", "1,000"), "nasdaq": ("100",), "nikkei": ("225",),
    "russell": ("1000", "1,000", "2000", "2,000", "3000", "3,000"),
}  # fmt: skip
_SHARES = {500: 505}  # some companies of the S&P 500 have two classes of shares in it
_COMPANIES = frozenset("companies stocks firms members components constituents names".split())
_BETWEEN = _COMPANIES | frozenset("of in on from within the its broad broader benchmark s & standard and 's".split())
_FAR = 12  # tokens


def indexed(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk, changed in place → a fact for the number of each index that companies are counted from."""
    chunks, made = sentence.chunks, list[Fact]()
    words = chunks.tokens.words
    for i in range(1, len(words)):
        name = i - 2 if words[i - 1] == "'s" else i - 1  # "Standard & Poor's 500"
        if name < 0 or words[i] not in _SIZES.get(words[name], ()):
            continue
        count = _counted(facts, sentence, name, i)
        if count is not None:
            size = int(words[i].replace(",", ""))
            whole = Fraction(_SHARES.get(size, size))
            index = lone_fact(sentence, span_of(chunks, i, i + 1), whole, "group", unit=unit_of(count), mark="x")
            add_link(facts, count.chunk, index, "member-of")
            made.append(index)
    return made


def _counted(facts: Facts, sentence: Sentence, name: int, number: int) -> Fact | None:
    """The tokens of an index's name and number → the count of companies that are from it, or None."""
    words, items = sentence.chunks.tokens.words, sentence.chunks.chunks
    before = [k for k in facts if items[k].after <= name and name - items[k].after <= _FAR]
    fact = facts[max(before)] if before else None
    figure = None if fact is None else fact.figure
    if fact is None or figure is None or figure.kind != "count" or fact.links or figure.scale != 1:
        return None
    between = words[items[fact.chunk].after : name]
    told = not _COMPANIES.isdisjoint((*between, *unit_of(fact).split(), *words[number + 1 : number + 2]))
    return fact if told and _BETWEEN.issuperset(between) and {"of", "in", "on", "from", "within"} & {*between} else None
