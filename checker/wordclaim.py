"""What two quotations are said to tell alike → a fact for the word of each that tells it, and the rule that ties them.

    "direction": "shares closed higher", "with Altria falling"   →   "closed higher" 1, "falling" −1, to be equal
    "period": "sales in May", "in the three weeks of April"      →   May 5, April 4, to be equal

The witness says that both tell of one movement or one period; what each of them says is read off our own lexicon.
"""

from __future__ import annotations

from fractions import Fraction

from checker import lexicon
from checker.calendarword import numbered
from checker.chunk import Chunk, chunk
from checker.direction import EXTREMES, MOVERS, turn
from checker.fact import DIRECTION, Fact
from checker.figure import word_figure
from checker.interval import point
from checker.maskedfact import UnsoundError
from checker.period import periods
from checker.record import replace
from checker.rule import Reading, Role, Rule
from checker.token import Tokens
from checker.witnessrule import CODE, RULE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = "q"  # what the ids of such facts begin with: the rules may have made another fact of the same word
_HEIGHTS = {"high": 1, "max": 1, "low": -1, "min": -1}
_MESSAGES = {
    "direction": '"{{{}}}" and "{{{}}}" are said of one movement',
    "period": '"{{{}}}" and "{{{}}}" are said of one period',
}


def word_of(same: str, folded: str, start: int, end: int) -> Fact:
    """What is told alike, and a quotation's place in the folded article → the fact of its word; UnsoundError if none.

    A direction is 1 for up and −1 for down; a weekday, month or quarter is its number in the calendar.
    """
    told = _directions(folded, start, end) if same == "direction" else _periods(folded, start, end)
    if not told:
        raise UnsoundError(f'no {same} is read in "{folded[start:end]}"')
    if len({(unit, number) for _, unit, number in told}) > 1:
        raise UnsoundError(f'more than one {same} is read in "{folded[start:end]}"')
    (first, after), unit, number = told[0]
    only = point(Fraction(number))
    figure = word_figure((first, after), folded[first:after], (Fraction(number), only, only), unit)
    way = DIRECTION[number] if same == "direction" else ""
    figure = replace(figure, id=f"{WORD}{first}", direction=way)
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


def _directions(folded: str, start: int, end: int) -> list[tuple[tuple[int, int], str, int]]:
    """A stretch of the text → the words in it that say which way something went, or that it was never as high."""
    chunks = chunk(Tokens(folded, start, end), (), [], lexicon.load())
    tokens, found = chunks.tokens, []
    for item in chunks.chunks:
        last = item.after - 1
        if sign := turn(item.value) if item.letter in MOVERS else _height(item, tokens.words[last]):
            found.append(((tokens.starts[item.first], tokens.ends[last]), "", sign))
    return found


def _height(item: Chunk, word: str) -> int:
    """A chunk and its last word → 1 for a high or the largest, −1 for a low or the smallest, else 0."""
    return _HEIGHTS.get(item.value, 0) if item.letter == "x" else EXTREMES.get(word, 0)


def _periods(folded: str, start: int, end: int) -> list[tuple[tuple[int, int], str, int]]:
    read: Iterable[tuple[tuple[int, int], tuple[str, int] | None]]
    read = (((period.start, period.end), numbered(period)) for period in periods(folded, start, end))
    return [(span, *name) for span, name in read if name is not None]
