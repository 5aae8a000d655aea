"""Facts of an article → figures that are printed again in another sentence, with the same digits or with two exchanged.

"a formal £820m offer … any £820m bid … reject the £280m bid"    the third is an echo of the first
"the quay will cost £1.34bn; the quay was put at £1.34m"         one of them has another scale word; a clause of its own

Two figures of one unit whose digits differ by two neighbours that are exchanged ("2.7", "7.2"), by the place of the
point or by the scale word alone, are seldom two quantities. How seldom depends on what they are and where they stand:
checker/likeness.py.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from checker import numeral
from checker.alongside import are_alongside, printed_by_sentence
from checker.fact import Fact, Sentence, add_link, is_negative, place_of
from checker.likeness import LONG, RESCALED, SHIFTED, SHORT, opening, points

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.alongside import Printed
    from checker.figure import Figure

_KINDS = ("money", "percent", "count", "point", "index-point", "duration", "age")
_SHORTEST = 2  # digits that differ from zero, for two that are exchanged
_TELLING = 3  # significant digits that need no words beside them, if both have a scale word
_LONG, _TAIL = 6, 4  # significant digits; the last of them
_NONE = -(10**6)  # points that any two figures have
_LARGE = 10**6  # what an amount is worth that has a scale word in one place and none in the other
_THOUSAND = 1000
_FEW = 8  # figures in a sentence: more of them are a table
_MOST = 12  # figures of the same digits: more of them are a table
_TABLE = frozenset(("vs", "versus", "unch", "prior"))


def tie_echoes(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: a later figure gets the link echo-of to the first that it repeats or garbles."""
    alike: dict[tuple[str, ...], list[Fact]] = {}
    printed: dict[str, set[int]] = {}  # digits → the sentences that have them
    values: dict[tuple[str, ...], set[Fraction]] = {}  # kind and unit → the values that the article has of them
    tabular = {sentence.number for sentence in sentences if _is_tabular(sentence)}
    currency = _only_currency(by_id)
    for fact in by_id.values():
        figure = fact.figure
        if figure is None:
            continue
        printed.setdefault(figure.digits, set()).add(fact.sentence)
        if figure.kind in _KINDS and figure.value is not None and fact.chunk >= 0 and fact.sentence not in tabular:
            sort = _sort(figure, currency)
            values.setdefault(sort, set()).add(figure.value)
            for sign in filter(None, (_sign(figure), _tail(figure))):
                alike.setdefault((*sort, sign), []).append(fact)
    all_values = {value for known_values in values.values() for value in known_values if value >= _THOUSAND}
    beside = printed_by_sentence(list(by_id.values()))
    for key, group in alike.items():
        if 1 < len(group) <= _MOST:
            known = len(values[key[:3]])
            for first, again in combinations(sorted(group, key=place_of), 2):
                apart = _told_apart(first, again, printed) or _is_sum(first, again, all_values)
                if not apart and _echoes(first, again, sentences, known, beside):
                    add_link(by_id, again.id, first, "echo-of")


def _told_apart(first: Fact, again: Fact, printed: dict[str, set[int]]) -> bool:
    """Does some sentence print both figures ("to 5.85 from 5.58"), or is each printed twice, or a change?"""
    if all(any(link.as_ == "change-of" for link in fact.links) for fact in (first, again)):
        return True
    one, other = (fact.figure.digits if fact.figure is not None else "" for fact in (first, again))
    return one != other and (
        not printed[one].isdisjoint(printed[other]) or min(len(printed[one]), len(printed[other])) > 1
    )


def _is_sum(first: Fact, again: Fact, values: set[Fraction]) -> bool:
    """Is one figure the other and a third: "1,933,453 shares … 1,633,453 and a further 300,000"?"""
    sizes = [fact.figure.value for fact in (first, again) if fact.figure is not None and fact.figure.value is not None]
    return len(sizes) == 2 and sizes[0] != sizes[1] and abs(sizes[0] - sizes[1]) in values


def _only_currency(by_id: dict[str, Fact]) -> str:
    """The currency of an article that has amounts in one alone, or ""."""
    figures = [fact.figure for fact in by_id.values() if fact.figure is not None and fact.figure.kind == "money"]
    known = {figure.unit.partition("/")[0] for figure in figures}
    return known.pop() if len(known) == 1 else ""


def _sort(figure: Figure, currency: str) -> tuple[str, str, str]:
    """A figure's kind and its unit, as printed: years are none of the months.

    "bids of 12.2 billion marks … by bidding 12.2 billion": millions of nothing are of the one currency there is.
    """
    if currency and figure.kind == "count" and not figure.unit and figure.scale >= _LARGE:
        return "money", currency, ""
    return figure.kind, figure.unit, figure.named


def _sign(figure: Figure) -> str:
    """Digits in order of size: the same for 113 and 131, for 1.3 million and 1.3 billion, and for 13; "" if too few."""
    if not figure.digits or figure.end_of or not (figure.unit or figure.scale > 1 or _is_long(figure)):
        return ""
    bare = numeral.plain(figure.digits) or ""
    if numeral.significant(figure.digits) >= _SHORTEST:
        return "".join(sorted(bare)).strip(".0")
    return bare if figure.scale > 1 else ""


def _tail(figure: Figure) -> str:
    """Length and last digits of a long figure: the same for 1,345,212 and 1,845,212."""
    bare = _bare(figure.digits)
    return f"{len(bare)}…{bare[-_TAIL:]}" if _is_long(figure) and not figure.end_of else ""


def _is_tabular(sentence: Sentence) -> bool:
    figures = sum(item.figure is not None for item in sentence.chunks.chunks)
    return sentence.block == "table" or figures > _FEW or not _TABLE.isdisjoint(sentence.chunks.tokens.words)


def _echoes(first: Fact, again: Fact, sentences: list[Sentence], known: int, beside: Printed) -> bool:
    """Are two figures one, printed twice, in an article that knows so many values of their unit?"""
    a, b = first.figure, again.figure
    if a is None or b is None or not _hedged_alike(a, b):
        return False
    if first.sentence == again.sentence:
        return _in_two_clauses(first, again, sentences[first.sentence]) and _has_other_scale(a, b)
    if any(link.to == one.id for one, other in ((first, again), (again, first)) for link in other.links):
        return False  # tied already, by what is said of them
    if a.digits != b.digits and _are_of_two(first, again, sentences):
        return False
    if _are_in_two(first, again, sentences):
        return False
    if is_negative(first.interval) != is_negative(again.interval):
        return False  # a fall is no echo of a rise, nor of a level
    if a.scale != b.scale and (a.digits != b.digits or _another_scale(a, b)):
        return a.digits == b.digits
    if a.scale == b.scale and a.value != b.value and _opens(first, again, sentences):
        return False
    least = _least(a, b)
    if least is None:
        return False
    exchanged = a.value == b.value or _exchanged(a.digits, b.digits)
    if exchanged and are_alongside(first, again, beside):
        return True
    return points(first, again, sentences, known - len({a.value, b.value})) >= least


def _hedged_alike(one: Figure, other: Figure) -> bool:
    """Are two figures the same hedge's, or is one of them "about" what the other is?"""
    return one.hedge == other.hedge or {one.hedge, other.hedge} == {"", "about"}


def _least(one: Figure, other: Figure) -> int | None:
    """Two figures of like digits → the points that they need to be one quantity; None if no slip parts them."""
    if one.scale != other.scale:  # no "a risk of 2.3 million", "a loss of 2.3 billion"
        return RESCALED if _leaves_scale(one, other) or _has_other_scale(one, other) else None
    long = min(numeral.significant(figure.digits) for figure in (one, other)) >= _TELLING
    if one.value == other.value:
        return LONG if long else SHORT
    if not _slipped(one, other):
        return None
    if _is_long(one):
        return _NONE
    if one.kind == "age":
        return SHIFTED  # people are often told by their ages
    if _exchanged(one.digits, other.digits):
        return LONG if long else SHORT
    return SHORT if long else SHIFTED


def _is_long(figure: Figure) -> bool:
    """Has a figure so many digits that a slip between it and another is no coincidence, whatever is said of them?

    Two of which neighbouring digits are exchanged, or one digit before the last four is another, stand in different
    sentences of five articles of 132,000.
    """
    return numeral.significant(figure.digits) >= _LONG


def _are_of_two(first: Fact, again: Fact, sentences: list[Sentence]) -> bool:
    """Are two figures said to be of two owners: "the mint's 31 million loan", "the mill's 13 million loan"?"""
    owners = [_owner(fact, sentences[fact.sentence]) for fact in (first, again)]
    return all(owners) and owners[0] != owners[1]


def _are_in_two(first: Fact, again: Fact, sentences: list[Sentence]) -> bool:
    """Are two amounts said to be in two things: "307 million in deposits", "307 billion in assets"?"""
    things = [_thing(fact, sentences[fact.sentence]) for fact in (first, again)]
    return all(things) and things[0] != things[1]


def _thing(fact: Fact, sentence: Sentence) -> str:
    """The plural behind "in" right behind an amount, or ""."""
    tokens, after = sentence.chunks.tokens, sentence.chunks.chunks[fact.chunk].after
    return tokens.word(after + 1) if tokens.word(after) == "in" and tokens.word(after + 1).endswith("s") else ""


def _owner(fact: Fact, sentence: Sentence) -> str:
    """The word before the apostrophe that stands before a figure, its stop left out, or ""."""
    tokens, before = sentence.chunks.tokens, sentence.chunks.chunks[fact.chunk].first - 1
    if tokens.word(before) not in ("'s", "'"):
        return ""
    return tokens.word(before - 2 if tokens.word(before - 1) == "." else before - 1)


def _opens(first: Fact, again: Fact, sentences: list[Sentence]) -> bool:
    """Do two figures stand in the headline and in the first sentence, of which checker/lead.py tells?"""
    return sentences[first.sentence].block == "headline" and again.sentence == opening(sentences)


def _leaves_scale(one: Figure, other: Figure) -> bool:
    """Is it an amount of millions or more in one place ("$850 million") and of nothing in the other ("the $850")?

    In 39,000 articles six such pairs had points enough to be one quantity, and in all of them the word was missing.
    """
    scales = sorted((one.scale, other.scale))
    return (
        one.kind == "money" and scales[0] == 1 and scales[1] >= _LARGE and numeral.significant(one.digits) >= _SHORTEST
    )


def _another_scale(one: Figure, other: Figure) -> bool:
    """Do two figures of the same digits differ in the scale word, and are they too long for a coincidence?

    Of 40,000 real articles one printed three digits twice at two scales and meant two quantities; four digits, none.
    """
    return one.scale != other.scale and numeral.significant(one.digits) >= _enough(one, other)


def _has_other_scale(one: Figure, other: Figure) -> bool:
    """Are the digits the same, as printed, and the scale word another: "$850 million", "$850 billion"?

    In 132,000 articles 22 such pairs of two digits and a nought stood in two sentences, one of them a slip: what is
    said of them tells it from the others. None stood in two clauses of one sentence.
    """
    if one.scale == other.scale or one.digits != other.digits:
        return False
    return sum(map(str.isdigit, one.digits)) >= _enough(one, other)


def _enough(one: Figure, other: Figure) -> int:
    """How many digits tell that a scale word is wrong: one more where one of the two has none."""
    return _TELLING if min(one.scale, other.scale) > 1 else _TELLING + 1


def _in_two_clauses(first: Fact, again: Fact, sentence: Sentence) -> bool:
    """Does a semicolon part two figures of one sentence?"""
    return ";" in sentence.chunks.code[first.chunk : again.chunk]


def _slipped(one: Figure, other: Figure) -> bool:
    """Do two figures of one scale differ by two neighbouring digits, exchanged, by the point, or by one digit?"""
    long = _is_long(one) and _has_other_digit(one.digits, other.digits)
    exchanged = _exchanged(one.digits, other.digits) and one.digits.find(".") == other.digits.find(".")
    return long or exchanged or _moved(one, other)  # no "1.85" and "15.8"


def _moved(one: Figure, other: Figure) -> bool:
    """Do two figures have the same digits, the zeros at either end and the point left out: 12.5 and 125, 250 and 25?"""
    a, b = (_bare(figure.digits).strip("0") for figure in (one, other))
    return a == b != ""


def _bare(digits: str) -> str:
    """A numeral → its digits alone."""
    return (numeral.plain(digits) or "").replace(".", "")


def _has_other_digit(one: str, other: str) -> bool:
    """Do two numerals of one length differ by one digit alone, before the last four?"""
    a, b = _bare(one), _bare(other)
    return len(a) == len(b) and a[-_TAIL:] == b[-_TAIL:] and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _exchanged(one: str, other: str) -> bool:
    """Do two numerals differ by two neighbouring digits that are exchanged, the point left out?"""
    a, b = _bare(one), _bare(other)
    apart = [k for k in range(min(len(a), len(b))) if a[k] != b[k]]
    return len(a) == len(b) and len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]]
