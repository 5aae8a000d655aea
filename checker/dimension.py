"""An expression over figures and what each is measured in → nothing, or the reason why it makes no sense.

    n1 == n2 + n3   with money, money and a percentage   →   "USD and percent are added or compared"

A percentage, a multiple, a count and an index are pure numbers in a product, so that a share of an amount is an amount;
side by side they are still different things. A count without a noun may be short for anything ("from 4.8").
"""

from __future__ import annotations

from checker.expression import Binary, Comparison, Expression, Name, Negation, Number
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.figure import Figure

_RATES = {"percent": "percent", "point": "percent", "basis-point": "percent"}
_BARE = ("multiple", "fraction", "ratio", "index-point", "index")
TIMES = ("duration", "age", "date")
_FREE = ""  # goes with anything
_PURE = "a pure number"  # goes with whatever has no unit
_SCALED = "an amount"  # "787 million": short for anything that is not a rate
MOST_FACTORS = 3
_THOUSAND = 1000


@record(frozen=True, slots=True)
class Dimension:
    """What is multiplied (with its powers), and what a sum of plain figures is called."""

    powers: tuple[tuple[str, int], ...] = ()
    name: str = _FREE
    factors: int = 1  # figures multiplied or divided


class MixedError(Exception):
    """The message says what does not go together."""


def of_figure(figure: Figure) -> Dimension:
    """A figure → its dimension."""
    if figure.kind in _RATES:
        return Dimension(name="percent")
    if figure.kind in TIMES:
        return Dimension((("time", 1),), "time")
    if figure.kind in ("count", "rank"):
        return Dimension(name="count" if figure.unit else _SCALED if figure.scale >= _THOUSAND else _FREE)
    if figure.kind in _BARE:
        return Dimension(name=figure.kind)
    base = figure.unit.partition("/")[0]
    return Dimension(((base, 1),), figure.unit) if base else Dimension()


def is_bare(figure: Figure) -> bool:
    """Is a figure a number alone, short for whatever it stands beside ("Alda turned 80")?"""
    return of_figure(figure) == Dimension()


def check(comparison: Comparison, of: Mapping[str, Dimension]) -> None:
    """A comparison and the dimension of each name → MixedError if its sides cannot be compared."""
    _same(_dimension(comparison.left, of), _dimension(comparison.right, of))


def _dimension(node: Expression, of: Mapping[str, Dimension]) -> Dimension:
    if isinstance(node, Number):
        return Dimension(factors=0) if node.value else Dimension()  # zero of anything
    if isinstance(node, Name):
        return of[node.name]
    if isinstance(node, Negation):
        return _dimension(node.of, of)
    if not isinstance(node, Binary):
        raise MixedError("powers and sum(), min(), max() are for rules; write the figures out")
    left, right = _dimension(node.left, of), _dimension(node.right, of)
    if node.operator in "+-":
        return _same(left, right)
    return _product(left, right, 1 if node.operator == "*" else -1)


def _same(a: Dimension, b: Dimension) -> Dimension:
    """Two terms that are added or compared → what they have in common."""
    factors = max(a.factors, b.factors)
    for one, other in ((a, b), (b, a)):
        short = one.name == _FREE or (one.name == _SCALED and other.name != "percent")
        if not one.powers and short and one.factors == 1:
            return Dimension(other.powers, other.name, factors)
    if a.powers != b.powers or not ({a.name, b.name} & {_FREE, _PURE} or _alike(a.name, b.name)):
        raise MixedError(f"{_shown(a)} and {_shown(b)} are added or compared")
    return Dimension(a.powers, b.name if a.name in (_FREE, _PURE) else a.name, factors)


def _alike(one: str, other: str) -> bool:
    """Two units → are they one, or the same with "a share" left out, as in "a range of $5 to $6 per share"?"""
    short, long = sorted((one, other), key=len)
    if {one, other} == {"percent", "index-point"}:
        return True  # "a seven point lead" in a poll that is told in percentages
    return one == other or long.startswith(short + "/")


def _product(a: Dimension, b: Dimension, sign: int) -> Dimension:
    powers = dict(a.powers)
    for base, power in b.powers:
        powers[base] = powers.get(base, 0) + sign * power
    factors = a.factors + b.factors
    if factors > MOST_FACTORS:
        raise MixedError(f"more than {MOST_FACTORS} figures are multiplied")
    left = tuple(sorted((base, power) for base, power in powers.items() if power))
    name = a.name if not b.factors else b.name if not a.factors and sign > 0 else _FREE
    return Dimension(left, name if left else _PURE, factors)


def _shown(a: Dimension) -> str:
    return a.name or "×".join(name if power == 1 else f"{name}^{power}" for name, power in a.powers) or "a pure number"
