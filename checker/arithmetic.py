"""A bound relation → its arithmetic, in words a sub-editor can redo.

    23.77 + 17.99 = 41.76 trillion yuan; allowing for rounding 41.750 to 41.770; the article says 41.67 trillion yuan

Figures appear as they are printed; the ends of a range are rounded outward.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.calendarword import CLOCK, DATE, NAMES, name_of
from checker.fact import Fact
from checker.interval import Interval, point
from checker.numeral import printed
from checker.projection import Projection
from checker.record import record
from checker.system import Bound
from checker.unit import RATES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.figure import Figure
    from checker.system import Left

SCALE_WORDS = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_SIDES = {"<=": "at most", ">=": "at least", "<": "less than", ">": "more than"}


@record(frozen=True, slots=True)
class Filled:
    """A bound relation and what each of its facts admits."""

    bound: Bound
    admits: Mapping[str, Interval]  # by fact id
    known: dict[tuple[int, bool], Left]  # what was worked out already, by projection

    @property
    def roles(self) -> Mapping[str, tuple[Fact, ...]]:
        """The facts of every role."""
        return self.bound.roles

    def left(self, projection: Projection, *, points: bool = False) -> Interval | None:
        """A projection → what the others leave for its role; None when they do not say."""
        key = (id(projection), points)
        if key not in self.known:
            arguments = self.arguments(projection, points=points)
            self.known[key] = None if arguments is None else projection.solve(*arguments)
        found = self.known[key]
        return found if isinstance(found, Interval) else None

    def arguments(self, projection: Projection, *, points: bool) -> list[Interval | tuple[Interval, ...]] | None:
        """A projection → what it needs, as intervals or as the printed values; None when a value is not printed."""
        found: list[Interval | tuple[Interval, ...]] = []
        for role in projection.needs:
            sets = [printed_value(fact) if points else self.admits[fact.id] for fact in self.roles[role]]
            whole = tuple(one for one in sets if one is not None)
            single = projection.each == role or not self.bound.rule.role(role).many
            if len(whole) < len(sets) or not whole or (single and len(whole) > 1):
                return None
            found.append(whole[0] if single else whole)
        return found


def printed_value(fact: Fact) -> Interval | None:
    """A fact → the printed value as a point; a hedged one keeps its set; None when nothing is printed."""
    if fact.figure is None:
        return None
    a = fact.tight
    if fact.figure.hedge or a.low is None or a.high is None:
        return a
    return point((a.low + a.high) / 2)


def line(projection: Projection, filled: Filled) -> str:
    """A projection and its facts → the arithmetic that leads from the others to its role."""
    target = filled.roles[projection.role][0]
    operator, _, formula = projection.text.partition(" ")
    shown = substituted(formula, projection, filled)
    solved = filled.left(projection)
    if operator != "=":
        if solved is not None and (solved.low is None) == (operator in (">", ">=")):
            operator = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}[operator]  # divided by something below zero
        return f"{_SIDES[operator]} {shown}{_bound(projection, filled, shown, target)}"
    if solved is None or (solved.low is None and solved.high is None):
        return f"{_own(target)} = {shown}"
    parts = [_exactly(projection, filled, shown, target)]
    if solved.low != solved.high:
        parts.append(f"allowing for rounding {between(solved, target, filled)}")
    if target.figure is not None:
        parts.append(f"the article says {_own(target)}")
    return "; ".join(parts)


def bounds(projections: Sequence[Projection], filled: Filled) -> str:
    """The inequalities for one role → what it should be, all in one sentence."""
    target = filled.roles[projections[0].role][0]
    return f"{_own(target)} should be {' and '.join(line(one, filled) for one in projections)}"


def _bound(projection: Projection, filled: Filled, shown: str, target: Fact) -> str:
    """A bound that takes working out → " = 6.0"."""
    value = filled.left(projection, points=True)
    end = None if value is None else value.low if value.high is None else value.high
    if end is None or not any(sign in shown for sign in (" + ", " − ", " × ", " / ")):
        return ""
    like, scale = _like(target, filled)
    digits = _trimmed(printed(end, like, scale, more=3), like)
    return f" {'=' if _back(digits) * scale == end else '≈'} {_with_unit(digits, target, filled)}"


def _exactly(projection: Projection, filled: Filled, shown: str, target: Fact) -> str:
    value = filled.left(projection, points=True)
    if value is None or value.low is None or value.low != value.high:
        return shown
    if shown == amount(value.low, target, filled):
        return shown
    like, scale = _like(target, filled)
    rounded = printed(value.low, like, scale)
    if _back(rounded) * scale != value.low:
        rounded = _trimmed(printed(value.low, like, scale, more=3), like)
    return f"{shown} {'=' if _back(rounded) * scale == value.low else '≈'} {_with_unit(rounded, target, filled)}"


def between(a: Interval, target: Fact, filled: Filled) -> str:
    """An interval of a fact → "41.750 to 41.770", "at least 5", "less than 3"; ends rounded outward."""
    low, high = ends(a, target, filled)
    if low is not None and high is not None:
        return f"{low} to {high}"
    if low is not None:
        return f"{'more than' if a.low_open else 'at least'} {low}"
    return f"{'less than' if a.high_open else 'at most'} {high}"


def ends(a: Interval, target: Fact, filled: Filled, sign: int = 1) -> tuple[str | None, str | None]:
    """An interval of a fact and the sign of its printed form → both ends in its printed unit, rounded outward."""
    if unit := _named(target):
        name = name_of(unit, a.low) if a.low is not None and a.low == a.high else None
        return name, name
    like, scale = _like(target, filled)
    turned = a if sign > 0 else -a
    low = None if turned.low is None else printed(turned.low, like, scale, more=2, toward=-1)
    high = None if turned.high is None else printed(turned.high, like, scale, more=2, toward=1)
    while all(end is None or (end.endswith("0") and _places(end) > _places(like) + 1) for end in (low, high)) and (
        low or high
    ):
        low, high = (None if end is None else end[:-1] for end in (low, high))
    whole = [end for end in (low, high) if end is not None]
    if not _places(like) and all(_back(end).denominator == 1 for end in whole):
        low, high = (None if end is None else end.partition(".")[0] for end in (low, high))
    return low, high


def substituted(formula: str, projection: Projection, filled: Filled) -> str:
    """A solved formula with role names → the same with the figures as printed."""
    shown = {
        role: [_operand(fact, filled) or role.replace("_", " ") for fact in filled.roles[role]]
        for role in projection.needs
    }

    def put(match: re.Match[str]) -> str:
        call, role = match[1], match[2] or match[0]
        if role not in shown:
            return match[0]
        if call in ("min", "max"):
            return f"the {'smallest' if call == 'min' else 'largest'} of {', '.join(shown[role])}"
        if call == "count":
            return str(len(shown[role]))
        return _bracketed(" + ".join(shown[role]), formula != match[0] and len(shown[role]) > 1)

    text = re.sub(r"(?:(sum|min|max|count)\()?\b([a-z][a-z0-9_]*)\b(?(1)\))", put, formula)
    return text.replace("+ −", "− ").replace("− −", "+ ").replace("−−", "")


def _bracketed(text: str, needed: bool) -> str:
    return f"({text})" if needed else text


def _operand(fact: Fact, filled: Filled) -> str | None:
    value = printed_value(fact)
    if fact.figure is None or value is None:
        return None
    in_units = len({one.named for one in _amounts(filled)}) > 1  # miles beside kilometres
    in_words = fact.figure.named != "" and not fact.figure.digits  # "nine weeks", which are seconds within
    if in_units or in_words or value.low is None or value.low != value.high:
        return fact.figure.text
    return amount(value.low, fact, filled)


def amount(value: Fraction, fact: Fact, filled: Filled) -> str:
    """A value of a fact → its digits, with the scale word unless every amount of the relation shares it."""
    if unit := _named(fact):
        return name_of(unit, value)
    like, scale = _like(fact, filled)
    word = (
        "" if _shared_scale(filled) is not None else SCALE_WORDS.get(int(scale), "") if scale.denominator == 1 else ""
    )
    return f"{printed(value, like, scale)} {word}".rstrip()


def _with_unit(digits: str, fact: Fact, filled: Filled) -> str:
    figure = fact.figure
    if figure is None or not figure.digits:
        _, scale = _like(fact, filled)
        word = SCALE_WORDS.get(int(scale), "") if scale.denominator == 1 else ""
        return f"{digits} {word}".rstrip()
    at = figure.digits_start - figure.start
    return figure.text[:at] + digits + figure.text[at + len(figure.digits) :]


def _named(fact: Fact) -> str:
    """The unit of a fact whose numbers stand for names ("month"), or ""; a run of four months is no April."""
    if fact.figure is None or fact.aspect.endswith("-run"):
        return ""
    return fact.figure.unit if fact.figure.unit in (*NAMES, CLOCK, DATE) else ""


def _own(fact: Fact) -> str:
    return fact.figure.text if fact.figure is not None else fact.measure or "the quantity that is not printed"


def _like(fact: Fact, filled: Filled) -> tuple[str, Fraction]:
    """A fact → digits whose form its values take, and what one is worth; a companion's when not printed."""
    figure = fact.figure
    if figure is None:
        amounts = _amounts(filled)
        if len({one.unit for one in amounts}) > 1:
            return "0.00", Fraction(1)  # a quotient of two units, such as an exchange rate
        figure = amounts[0] if amounts else None
    if figure is None or not figure.digits:
        return "0", Fraction(1)
    return figure.digits, figure.scale


def _amounts(filled: Filled) -> list[Figure]:
    figures = [fact.figure for facts in filled.roles.values() for fact in facts]
    return [figure for figure in figures if figure is not None and figure.kind not in RATES]


def _shared_scale(filled: Filled) -> Fraction | None:
    scales = {figure.scale for figure in _amounts(filled)}
    return None if len(scales) > 1 else scales.pop() if scales else Fraction(1)


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])


def _trimmed(digits: str, like: str) -> str:
    while digits.endswith("0") and _places(digits) > _places(like):
        digits = digits[:-1]
    return digits.removesuffix(".")


def _back(digits: str) -> Fraction:
    bare = re.sub(r"[^\d.]", "", digits)
    return -Fraction(bare) if digits.startswith("−") else Fraction(bare)


def worked_out(projections: Sequence[Projection], role: str, filled: Filled) -> str | None:
    """The projections of a reading and a role → the arithmetic for it, or None when nothing computes it."""
    own = [item for item in projections if item.role == role and not item.many and item.text]
    equal = next((item for item in own if item.text.startswith("= ")), None)
    if equal is not None:
        return line(equal, filled)
    named = any(_named(fact) for fact in filled.roles[role])
    return bounds(own, filled) if own and not named else None  # no sum is told of months
