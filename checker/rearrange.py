"""A comparison of figures → for each of them what the others leave for it, without algebra and without compiling.

    f1 == f2 + f3   →   f1: = f2 + f3;   f2: = f1 − f3;   f3: = f1 − f2

Both sides are worked out as intervals and every step on the way to a figure is undone, as in the backward pass of HC4
(Benhamou and others, *Revising hull and box consistency*, 1999). A figure that occurs again is taken as independent
where it does: wider than need be, never narrower. Rules are solved better, and once, by `checker.compile`.
"""

from __future__ import annotations

from checker.expression import Binary, Comparison, Expression, Name, Negation, Number, Power, leaves, readable
from checker.interval import ALL, Interval, at_least, at_most, less_than, more_than, point
from checker.projection import Projection, power, quotient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Step = tuple[Expression, bool]  # a tree on the way to the figure, and whether the way leads on to its left

_FLIPPED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<", "==": "=="}
_HALF_LINES = {"<=": at_most, ">=": at_least, "<": less_than, ">": more_than}
_INVERSE = {"+": "-", "-": "+", "*": "/", "/": "*"}


def projections(comparison: Comparison) -> tuple[Projection, ...]:
    """A comparison over names alone → one projection for each of its names."""
    both = (*leaves(comparison.left), *leaves(comparison.right))
    names = tuple(dict.fromkeys(leaf.name for leaf in both if isinstance(leaf, Name)))
    return tuple(_projection(comparison, name, names) for name in names)


def tidied(comparison: Comparison) -> Comparison:
    """A comparison → the same with "a − (−b)" written as "a + b"."""
    return Comparison(_plus(comparison.left), comparison.operator, _plus(comparison.right))


def _plus(node: Expression) -> Expression:
    if isinstance(node, Negation):
        return _negated(_plus(node.of))
    return _joined(node.operator, _plus(node.left), _plus(node.right)) if isinstance(node, Binary) else node


def _projection(comparison: Comparison, name: str, names: tuple[str, ...]) -> Projection:
    here, there, operator = comparison.left, comparison.right, comparison.operator
    if Name(name) not in leaves(here):
        here, there, operator = there, here, _FLIPPED[operator]
    again = [leaf for side in (here, there) for leaf in leaves(side)].count(Name(name)) > 1
    needs = tuple(one for one in names if one != name or again)

    def solve(*given: Interval) -> Interval:
        admits = dict(zip(needs, given, strict=True))
        wanted = _value(there, admits)
        return _left(here, name, wanted if operator == "==" else _HALF_LINES[operator](wanted), admits)

    shown, turned = _formula(here, there, name)
    sign = _FLIPPED[operator] if turned else operator
    return Projection(name, needs, solve, "" if again else f"{'=' if sign == '==' else sign} {readable(shown)}")


def _value(node: Expression, admits: Mapping[str, Interval]) -> Interval:
    """A tree and what its names admit → what the tree admits."""
    if isinstance(node, Number):
        return point(node.value)
    if isinstance(node, Name):
        return admits[node.name]
    if isinstance(node, Negation):
        return -_value(node.of, admits)
    if isinstance(node, Power):
        return power(_value(node.base, admits), node.exponent)
    if not isinstance(node, Binary):
        return ALL
    left, right = _value(node.left, admits), _value(node.right, admits)
    match node.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return quotient(left, right)


def _left(here: Expression, name: str, wanted: Interval, admits: Mapping[str, Interval]) -> Interval:
    """A tree, what it must come to, and a name in it → what is left for the name."""
    while here != Name(name):
        if isinstance(here, Negation):
            here = here.of
            wanted = -wanted
        elif isinstance(here, Binary):
            leads_left = Name(name) in leaves(here.left)
            other = _value(here.right if leads_left else here.left, admits)
            wanted = _undone(here.operator, wanted, other, leads_left)
            here = here.left if leads_left else here.right
        else:
            return ALL  # a power: nothing is said
    return wanted


def _undone(operator: str, wanted: Interval, other: Interval, leads_left: bool) -> Interval:
    match operator:
        case "+":
            return wanted - other
        case "-":
            return wanted + other if leads_left else other - wanted
        case "*":
            return quotient(wanted, other)
        case _:
            return wanted * other if leads_left else quotient(other, wanted)


def _formula(here: Expression, there: Expression, name: str) -> tuple[Expression, bool]:
    """Both sides, and a name on the first → its formula, and whether an inequality turns round on the way."""
    turned = False
    while here != Name(name):
        if isinstance(here, Negation):
            there, turned = _negated(there), not turned
            here = here.of
        elif not isinstance(here, Binary):
            break  # a power: nothing is said
        elif Name(name) in leaves(here.left):
            there = _joined(_INVERSE[here.operator], there, here.right)
            here = here.left
        elif here.operator in "+*":
            there = _joined(_INVERSE[here.operator], there, here.left)
            here = here.right
        else:
            there, turned = _joined(here.operator, here.left, there), not turned
            here = here.right
    return there, turned


def _negated(node: Expression) -> Expression:
    return node.of if isinstance(node, Negation) else Negation(node)


def _joined(operator: str, left: Expression, right: Expression) -> Expression:
    """Two trees and an operator → their tree, a negative number added written as one taken away."""
    if isinstance(right, Negation) and operator in "+-":
        return Binary(_INVERSE[operator], left, right.of)
    if isinstance(left, Number) and isinstance(right, Number) and (operator != "/" or right.value):
        a, b = left.value, right.value
        return Number({"+": a + b, "-": a - b, "*": a * b}[operator] if operator != "/" else a / b)
    return Binary(operator, left, right)
