"""What two quotations are said to tell alike → a fact for the word of each that tells it, and the rule that ties them.

    "direction": "shares closed higher", "with Altria falling"   →   "closed higher" 1, "falling" −1, to be equal
    "period": "sales in May", "in the three weeks of April"      →   May 5, April 4, to be equal
    "multiple": "profit doubles", "earnings had doubled"         →   2 and 2

The witness says that both tell of one movement, one period or one multiple; what each says, our own lexicon reads.
"""

from __future__ import annotations

from fractions import Fraction

from checker import lexicon
from checker.calendarword import numbered
from checker.chunk import Chunk, Chunks, chunk
from checker.fact import DIRECTION, Fact
from checker.figure import word_figure
from checker.interval import point
from checker.maskedfact import UnsoundError
from checker.period import periods
from checker.record import replace
from checker.rule import Reading, Role, Rule
from checker.token import Tokens
from checker.turning import EXTREMES, MOVERS, turn
from checker.witnessrule import CODE, RULE
from checker.wordfact import span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Told = tuple[tuple[int, int], str, Fraction]  # where it is told, its unit and number

WORD = "q"  # what the ids of such facts begin with: the rules may have made another fact of the same word
_HEIGHTS = {"high": 1, "max": 1, "low": -1, "min": -1}
_MESSAGES = {
    "direction": '"{{{}}}" and "{{{}}}" are said of one movement',
    "period": '"{{{}}}" and "{{{}}}" are said of one period',
    "multiple": '"{{{}}}" and "{{{}}}" are said of one multiple',
}


def word_of(same: str, folded: str, start: int, end: int) -> Fact:
    """What is told alike, and a quotation's place in the folded article → the fact of its word; UnsoundError if none.

    A direction is 1 for up and −1 for down; a weekday, month or quarter is its number in the calendar; a multiple is
    how many times as much.
    """
    told = _READERS[same](folded, start, end)
    if not told:
        raise UnsoundError(f'no {same} is read in "{folded[start:end]}"')
    if len({(unit, number) for _, unit, number in told}) > 1:
        raise UnsoundError(f'more than one {same} is read in "{folded[start:end]}"')
    (first, after), unit, number = told[0]
    only = point(number)
    figure = word_figure((first, after), folded[first:after], (number, only, only), unit)
    way = DIRECTION[int(number)] if same == "direction" else ""
    mark = "m" if same == "multiple" else ""  # "doubled" tells a direction as well
    figure = replace(figure, id=f"{WORD}{mark}{first}", direction=way)
    return Fact(figure.id, figure, only, only, "", "", "", f"told-{same}", "", "reported", (), -1)


def told_alike(one: Fact, other: Fact, same: str) -> Rule:
    """Two facts of words, and what they tell alike → the rule that they are equal; UnsoundError if they cannot be."""
    if one.id == other.id:
        raise UnsoundError("the quotations share the word that tells it")
    units = [fact.figure.unit for fact in (one, other) if fact.figure is not None]
    if units[0] != units[1]:
        raise UnsoundError(f"a {units[0]} is not held against a {units[1]}")
    text = f"{one.id} == {other.id}"
    return Rule(
        id=f"{RULE} {text}",
        family="restatement",
        code=CODE,
        severity="error",  # the relation says how far it can be trusted
        formulas=(Reading("", (text,)),),
        message=_MESSAGES[same].format(one.id, other.id),
        conclusion=one.id,
        same=(),
        roles=(Role(one.id), Role(other.id)),
    )


def _directions(folded: str, start: int, end: int) -> list[Told]:
    """A stretch of the text → the words in it that say which way something went, or that it was never as high."""
    chunks = _chunks(folded, start, end)
    signs = ((item, _sign(item, chunks.tokens.words[item.after - 1])) for item in chunks.chunks)
    return [(span_of(chunks, item.first, item.after), "", Fraction(sign)) for item, sign in signs if sign]


def _sign(item: Chunk, word: str) -> int:
    """A chunk and its last word → 1 for up, more than once, a high or the largest; −1 for the opposite; else 0."""
    if item.letter in MOVERS:
        return 0 if word in _COMPARED else turn(item.value)
    if item.letter == _TIMES:
        return 1 if Fraction(item.value) > 1 else -1
    return _HEIGHTS.get(item.value, 0) if item.letter == "x" else EXTREMES.get(word, 0)


def _multiples(folded: str, start: int, end: int) -> list[Told]:
    """A stretch of the text → the verbs in it that say how many times as much something became."""
    chunks = _chunks(folded, start, end)
    verbs = [item for item in chunks.chunks if item.letter == _TIMES]
    return [(span_of(chunks, item.first, item.after), "", Fraction(item.value)) for item in verbs]


def _periods(folded: str, start: int, end: int) -> list[Told]:
    """A stretch of the text → the weekdays, months and quarters that it names."""
    named = ((period, numbered(period)) for period in periods(folded, start, end))
    return [((period.start, period.end), name[0], Fraction(name[1])) for period, name in named if name is not None]


def _chunks(folded: str, start: int, end: int) -> Chunks:
    return chunk(Tokens(folded, start, end), (), [], lexicon.load())


_COMPARED = ("less", "more", "fewer")  # "rose less than" sets two things against each other
_TIMES = "d"  # the letter of "doubled"
_READERS: dict[str, Callable[[str, int, int], list[Told]]] = {
    "direction": _directions, "period": _periods, "multiple": _multiples,
}
