"""Figures of two sentences → those that stand beside a figure that both print, so that they may be one as well.

    "employs 32,000 people in 40 countries" … "will have 23,000 employees in 40 countries"    32,000 and 23,000

The figure that both print has a unit, which is not theirs ("rose 0.4 percent after 2.1 percent … rose 0.4 percent after
1.2 percent" tell of two), is ten or more, and no part of a name ("a 52-week high"); neither sentence has a further
figure of their unit that the other has not.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.figure import Figure

    Printed = dict[int, list[Figure]]  # the number of a sentence → the figures that it prints in digits

_TELLING = 10  # a smaller number is printed twice by chance


def printed_by_sentence(facts: list[Fact]) -> Printed:
    """Facts → the figures that each sentence prints in digits."""
    found: Printed = {}
    for fact in facts:
        figure = fact.figure
        if fact.chunk < 0 or figure is None or figure.value is None or "-" in figure.text:
            continue
        if figure.digits:
            found.setdefault(fact.sentence, []).append(figure)
    return found


def are_alongside(first: Fact, again: Fact, printed: Printed) -> bool:
    """Do two figures stand beside one that both sentences print, and beside none of their unit that only one prints?"""
    one, other = first.figure, again.figure
    if one is None or other is None:
        return False
    a, b = ({_name(f) for f in printed.get(fact.sentence, [])} for fact in (first, again))
    own = {_name(one), _name(other)}
    of_theirs = {name for name in a | b if name[:2] == (one.kind, one.unit)}
    return of_theirs <= own and any(unit and value >= _TELLING for _, unit, value in (a & b) - of_theirs)


def _name(figure: Figure) -> tuple[str, str, Fraction]:
    return figure.kind, figure.unit, figure.value or Fraction(0)
