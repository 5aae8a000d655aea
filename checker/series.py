"""Facts of an article → links between sentences: shares and their wholes, shares of one whole, statements repeated.

"private firms took 53.5% of the total"  and  "total trade rose 0.2%"     the rate is the growth of the share's whole
"""

from __future__ import annotations

from checker.comparability import agree
from checker.echo import tie_echoes
from checker.fact import Fact, Sentence, add_link, noun_of
from checker.lexicon import Lexicon
from checker.measure import head_of
from checker.pattern import Pattern
from checker.turning import BRINGING, EXTREMES, RANGES, SUMMITS, TOTALS

# The last words of each noun of rules/lexicon/circles.tsv; a test holds both together.
CIRCLED = frozenset("index indice average agency automaker carmaker".split())
_SUBJECT = Pattern(r"[,up]{0,3}m[rvwot@,]")
_NAMED = Pattern(r"[um]+")
# Of a sentence that may speak of the figure before it.
_OPENINGS = tuple([word] for word in "that this it the however still yet but and".split())
_THAT = (["that"], ["this"], ["it"])
_THOSE = frozenset("those these them".split())
_INCLUDE = frozenset("include includes included".split())
_POINTING = {
    "of": frozenset("that this those these them the".split()),
    "among": _THOSE,
    **dict.fromkeys("they these those that this it".split(), _INCLUDE),
    "the": frozenset("total amount sum figure number money cash other remaining".split()),
}
_ORDERING = frozenset("Aah")  # letters of words that set one figure above another


def tie(facts: tuple[Fact, ...], sentences: list[Sentence], lexicon: Lexicon) -> tuple[Fact, ...]:
    """All facts of an article → the same with the links that hold between sentences."""
    by_id = {fact.id: fact for fact in facts}
    codes = [sentence.chunks.code for sentence in sentences]
    _tie_wholes(by_id, sentences)
    _tie_shifts(by_id)
    _tie_shares(by_id, sentences)
    if any(sentence.pairs or sentence.chunks.code.startswith(("k", "r", ",r")) for sentence in sentences):
        from checker.sequel import tie_sequels  # many articles set no figure against another

        tie_sequels(by_id, sentences, lexicon)
    if any(fact.sentence >= 0 and sentences[fact.sentence].block == "headline" for fact in facts):
        from checker.headline import tie_headline  # most headlines hold no figure

        tie_headline(by_id, sentences)
    if len({fact.sentence for fact in facts}) > 1:
        from checker.restated import tie_repeated  # short articles may have one sentence with figures

        tie_repeated(by_id, sentences)
    tie_echoes(by_id, sentences)
    if any(fact.aspect == "conversion" for fact in facts):
        from checker.quotation import tie_quoted  # few articles print an amount in two currencies

        tie_quoted(by_id, sentences)
    if any(noun_of(fact) in CIRCLED for fact in facts):
        from checker.circle import tie_circles  # few articles count what belongs together

        tie_circles(by_id, sentences)
    if sum(fact.figure is not None and fact.figure.scale > 1 for fact in facts) > 1:
        from checker.ordered import tie_ordered  # many articles have no two amounts in millions

        tie_ordered(by_id, sentences, lexicon)
        if any(head_of(fact.measure) == "revenue" for fact in facts):
            from checker.inrevenue import tie_in_revenue  # few articles tell what a company took in
            from checker.takings import tie_takings

            tie_takings(by_id, sentences)
            tie_in_revenue(by_id, sentences)
    if any(not EXTREMES.keys().isdisjoint(sentence.chunks.tokens.words) for sentence in sentences):
        from checker.peak import tie_peaks  # few articles name a high or a low

        tie_peaks(by_id, sentences)
    if any(not RANGES.isdisjoint(sentence.chunks.tokens.words) for sentence in sentences[1:]):
        from checker.trading import tie_tradings  # few articles give the range of a year

        tie_tradings(by_id, sentences)
    if any(not SUMMITS.isdisjoint(sentence.chunks.tokens.words) for sentence in sentences):
        from checker.summit import tie_summits  # few articles name a peak

        tie_summits(by_id, sentences)
    if any("much" in sentence.chunks.tokens.words for sentence in sentences[:-1]):
        from checker.swing import tie_swings  # few articles tell how far a day's change went

        tie_swings(by_id, sentences)
    if any("remaining" in sentence.chunks.tokens.words and "P" in sentence.chunks.code for sentence in sentences):
        from checker.remaining import tie_remaining  # few articles tell the rest of a hundred

        tie_remaining(by_id, sentences)
    if any(_tells_share(sentence) for sentence in sentences[1:]):
        from checker.answers import tie_answers  # few sentences begin with a share

        tie_answers(by_id, sentences)
    stretches = {fact.period for fact in facts if fact.aspect == "level"}
    if len(stretches) > 1 and any(".." in key or key[-2:-1] in ("Q", "H") for key in stretches):
        from checker.flow import tie_flows  # few articles print a month beside the year to date

        tie_flows(by_id, sentences, lexicon)
    if any(fact.figure is not None and fact.figure.unit.endswith("/share") for fact in facts):
        from checker.premium import premiums_after  # few articles give a price a share

        premiums_after(by_id, sentences)
    if any("B" in sentence.chunks.code for sentence in sentences):
        from checker.surprise import tie_surprises  # few articles tell what had been expected

        tie_surprises(by_id, sentences)
    if any(_may_grow(sentence) for sentence in sentences[1:]):
        from checker.lifted import tie_lifted  # few sentences tell the growth of the figure of the one before

        tie_lifted(by_id, sentences)
    if any(_may_compare(sentence) for sentence in sentences[1:]):
        from checker.carried import tie_carried  # few sentences compare the figure of the one before

        tie_carried(by_id, sentences)
    if any(points_back(sentence) for sentence in sentences[1:]):
        from checker.thereof import tie_thereof  # few sentences tell a part of what the one before told

        tie_thereof(by_id, sentences)
    if any(_may_bring(sentence) for sentence in sentences):
        from checker.bringing import tie_bringing  # few articles tell what brought a total to where it stands

        tie_bringing(by_id, sentences)
    if any("vtM" in code for code in codes) and sum(code.count("vM") + code.count("vbM") for code in codes) > 1:
        from checker.partrises import tie_part_rises  # few articles tell which amount something rose to

        tie_part_rises(by_id, sentences)
    _tie_differences(by_id, sentences)
    return tuple(by_id.values())


def points_back(sentence: Sentence) -> bool:
    """May a sentence begin with words that point back at a figure of the one before: "of those", "they included"?"""
    first, second, third, fourth, fifth = (*sentence.chunks.tokens.words[:5], "", "", "", "", "")[:5]
    if first in _POINTING:
        return second in _POINTING[first] or (first == "the" and third in _INCLUDE)
    pairs = ((second, third), (third, fourth), (fourth, fifth))
    return any(of == "of" and those in _THOSE for of, those in pairs)


def _tells_share(sentence: Sentence) -> bool:
    """Does a sentence begin with its one percentage, as one that goes on with a poll does?"""
    return sentence.chunks.code.count("P") == 1 and "P" in sentence.chunks.code[:3]


def _may_compare(sentence: Sentence) -> bool:
    """May a sentence set the figure of the one before against its own?"""
    return sentence.chunks.tokens.words[:1] in _OPENINGS and not _ORDERING.isdisjoint(sentence.chunks.code)


def _may_bring(sentence: Sentence) -> bool:
    """May a sentence tell what brought a total to where it stands?"""
    words = sentence.chunks.tokens.words
    return not BRINGING.isdisjoint(words) and not TOTALS.isdisjoint(words)


def _may_grow(sentence: Sentence) -> bool:
    """May a sentence tell how far the figure of the one before has grown: "That was up 7 percent from 3 million"?"""
    return "P" in sentence.chunks.code[:6] and sentence.chunks.tokens.words[:1] in _THAT


_OWN_WHOLE = Pattern(r"o[um]{1,4}o[ux]?[MN]")


def _tie_wholes(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """A share, the growth or the amount of its whole, and those of its part."""
    for share in list(by_id.values()):
        if share.aspect in ("share", "proportion") and share.figure is not None and share.chunk >= 0:
            whole = _whole_measure(share, sentences[share.sentence])
            if whole and ":" in share.measure:
                _tie_part(by_id, share)
            if whole:
                _tie_whole(by_id, by_id[share.id], whole, sentences)


def _tie_whole(by_id: dict[str, Fact], share: Fact, whole: str, sentences: list[Sentence]) -> None:
    for fact in list(by_id.values()):
        if fact.measure != whole or not agree(share, fact, "period") or not agree(share, fact, "modality"):
            continue
        if fact.aspect == "change-rate":
            add_link(by_id, fact.id, share, "whole-growth")
        elif head_of(share.measure) != whole or fact.links or _is_below_part(fact, share, by_id):
            continue
        elif _is_level_near(fact, share, ("money",)) and not _is_part(fact, share, sentences):
            add_link(by_id, share.id, fact, "share-of")


def _is_part(fact: Fact, share: Fact, sentences: list[Sentence]) -> bool:
    """Is an amount itself a part: with a percentage of its own, or what went to one place ("shipped to Arden")?"""
    chunks = sentences[fact.sentence].chunks
    tokens, first = chunks.tokens, chunks.chunks[fact.chunk].first
    own = chunks.code[fact.chunk + 1 : fact.chunk + 3] == ",P"  # "were 3.02 billion, or 88 percent"
    placed = any(tokens.words[i] in ("to", "from") and tokens.capital(i + 1) for i in range(first - 1))
    subject = _SUBJECT.match(chunks.code) is not None  # no "fees topped the revenue mix at"
    return own or (fact.sentence != share.sentence and (placed or not subject))


def _is_below_part(fact: Fact, share: Fact, by_id: dict[str, Fact]) -> bool:
    """Is an amount less than what the share was said of? Then it is no whole, but another amount of that measure."""
    parts = [by_id[link.to] for link in share.links if link.as_ == "of-part" and link.to in by_id]
    return any(part.figure and fact.figure and (part.figure.value or 0) > (fact.figure.value or 0) for part in parts)


def _tie_part(by_id: dict[str, Fact], share: Fact) -> None:
    for fact in list(by_id.values()):
        if fact.measure != share.measure:
            continue
        if fact.aspect == "change-rate" and fact.sentence == share.sentence:
            add_link(by_id, fact.id, share, "part-growth")
        like = all(agree(share, fact, what) for what in ("period", "modality", "place"))
        if like and _is_level_near(fact, share, ("money", "count")):
            add_link(by_id, share.id, fact, "of-part")


def _is_level_near(fact: Fact, share: Fact, kinds: tuple[str, ...]) -> bool:
    """Is it an amount of one of the kinds, in the share's sentence or the next to it?"""
    near = abs(fact.sentence - share.sentence) <= 1
    return near and fact.aspect == "level" and fact.figure is not None and fact.figure.kind in kinds


def _whole_measure(share: Fact, sentence: Sentence) -> str:
    """ "58.6% of total exports" → exports; "53.5% of the total" → what the share's own measure is a part of."""
    code, chunks, tokens = sentence.chunks.code, sentence.chunks.chunks, sentence.chunks.tokens
    behind = code[share.chunk + 1 : share.chunk + 3]
    if _OWN_WHOLE.match(code, share.chunk + 1):
        return ""  # "16 percent of the group's revenue of 5.4 billion": the whole stands beside it
    if behind[:1] == "W" and tokens.words[chunks[share.chunk + 1].after - 1] == "amount":
        return ""  # "55 percent of that amount": of the amount before it, whatever the share's measure
    if behind == "om":
        return chunks[share.chunk + 2].value
    if behind == "op" and (named := _NAMED.match(code, share.chunk + 3)):
        return chunks[named.end() - 1].value if code[named.end() - 1] == "m" else ""  # "of all mail-order sales"
    return head_of(share.measure) if behind == "op" or behind[:1] in ("p", "W") else ""


def _tie_shifts(by_id: dict[str, Fact]) -> None:
    """A part's growth, the change of its share ("and their share in exports by 0.4 points") and the whole's growth."""
    for shift in list(by_id.values()):
        if shift.aspect != "share-change" or not shift.measure or ":" in shift.measure:
            continue
        if shift.figure is not None and shift.figure.kind == "index-point":
            continue  # "the average rose by 145 points"
        rates = [f for f in by_id.values() if f.aspect == "change-rate"]
        narrowed = shift.measure + ":"
        part = next((f for f in rates if f.sentence == shift.sentence and f.measure.startswith(narrowed)), None)
        if part is None:
            continue
        for fact in rates:
            if fact.measure == shift.measure and agree(part, fact, "period"):
                add_link(by_id, fact.id, part, "whole-growth")


def _tie_shares(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Shares of like parts in one sentence: "X accounted for 53.5% of the total and Y for 30.2%"."""
    shares = [f for f in by_id.values() if f.aspect == "share" and f.figure is not None and f.figure.kind == "percent"]
    for n, first in enumerate(shares):
        for again in shares[n + 1 :]:
            if first.sentence != again.sentence or not _are_parts(first.measure, again.measure):
                continue
            wholes = {_whole_of(share, sentences[share.sentence]) for share in (first, again)} - {""}
            if len(wholes) < 2:  # "66.6 percent of total sales, and at Brill for 65.4 percent of sales"
                add_link(by_id, again.id, first, "shares-whole")


def _whole_of(share: Fact, sentence: Sentence) -> str:
    """The word behind "of" that says first what a share is one of; "" where nothing does."""
    tokens = sentence.chunks.tokens
    after = sentence.chunks.chunks[share.chunk].after
    return tokens.word(after + 1) if share.chunk >= 0 and tokens.word(after) == "of" else ""


def _are_parts(one: str, other: str) -> bool:
    """Are two measures one and the same, narrowed in different ways?"""
    return one != other and head_of(one) == head_of(other) and ":" in one and ":" in other


def _against_another(sentence: Sentence, k: int) -> bool:
    """Does the sentence give the rate that a difference is taken from right behind it?"""
    code = sentence.chunks.code
    return k >= 0 and "h" in code[k : k + 3] and "P" in code[k : k + 5]


def _tie_differences(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """ "0.3 points higher than in May … In May prices rose 2.1 percent": the rate that the difference is taken from."""
    for difference in list(by_id.values()):
        if difference.aspect != "rate-difference" or not difference.period:
            continue
        if _against_another(sentences[difference.sentence], difference.chunk):
            continue  # "2.4 points lower than the 19.0 percent pace of February"
        known = {link.to for link in difference.links}
        for fact in by_id.values():
            here = (fact.measure, fact.period) == (difference.measure, difference.period)
            if here and fact.aspect == "change-rate" and fact.id not in known:
                add_link(by_id, fact.id, difference, "other-rate")
                break
