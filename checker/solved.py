"""A comparison and one of its roles → the formula that gives the role from the others, made with sympy.

    100 × now == before × (100 + rate), for rate → 100 × now / before − 100

Of the possible forms the one in which roles occur fewest times is taken: where each occurs once, interval arithmetic is
exact. Where a role repeats and the formula is (a x + b) / (c x + d) in it, the formula is monotone in it and its range
is found at the ends (Moore, Kearfott and Cloud, *Introduction to Interval Analysis*, 2009, §6). Build time only.
"""

from __future__ import annotations

from fractions import Fraction

import sympy

from checker.errors import CheckerError
from checker.expression import (
    Aggregate,
    Binary,
    Comparison,
    Expression,
    Name,
    Negation,
    Number,
    Power,
    leaves,
    readable,
)
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Leaf = Name | Aggregate
MOST_CORNERS = 4  # repeated roles; 2**4 corners are evaluated

_FLIPPED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<", "==": "=="}


@record(frozen=True, slots=True)
class Solved:
    """`leaf operator formula`; with a coefficient the operator turns round where the coefficient is negative."""

    leaf: Leaf
    operator: str
    formula: Expression
    coefficient: Expression | None
    repeated: tuple[Leaf, ...]  # roles that occur more than once and in which the formula is monotone
    loose: tuple[Leaf, ...]  # roles that occur more than once and are taken as independent
    divisors: tuple[Expression, ...]


def solve(comparison: Comparison, leaf: Leaf, place: str = "") -> Solved:
    """A comparison and a role or call in it → that leaf alone on one side."""
    if comparison.operator == "==":
        operator, coefficient = "==", None
        forms = _equal(comparison, leaf, place)
    else:
        operator, coefficient, forms = _unequal(comparison, leaf, place)
    formula = min(forms, key=_weight)
    repeated, loose = _repeated(formula)
    return Solved(leaf, operator, formula, coefficient, repeated, loose, tuple(dict.fromkeys(_divisors(formula))))


def _equal(comparison: Comparison, leaf: Leaf, place: str) -> list[Expression]:
    if _count(comparison, leaf) == 1:
        return [_isolated(comparison, leaf, place)]
    slope, rest, _ = _linear(comparison, leaf, place)
    return _forms(-rest / slope)


def _unequal(comparison: Comparison, leaf: Leaf, place: str) -> tuple[str, Expression | None, list[Expression]]:
    if comparison.left == leaf and _count(comparison, leaf) == 1:
        return comparison.operator, None, [comparison.right]
    if comparison.right == leaf and _count(comparison, leaf) == 1:
        return _FLIPPED[comparison.operator], None, [comparison.left]
    slope, rest, divisor = _linear(comparison, leaf, place)
    if not divisor.is_number:
        raise CheckerError("an inequality may not divide by a role; multiply it out", place)
    operator = comparison.operator if divisor > 0 else _FLIPPED[comparison.operator]
    if slope.is_number:
        return operator if slope > 0 else _FLIPPED[operator], None, _forms(-rest / slope)
    if slope.could_extract_minus_sign():  # amounts are mostly positive: read best with a positive coefficient
        slope, rest, operator = -slope, -rest, _FLIPPED[operator]
    return operator, min(_forms(slope), key=_weight), _forms(-rest / slope)


def _linear(comparison: Comparison, leaf: Leaf, place: str) -> tuple[Any, Any, Any]:
    """A comparison → slope, rest and divisor of (slope × leaf + rest) / divisor compared with 0."""
    unknown = symbol(leaf)
    above, below = sympy.fraction(sympy.cancel(sympy.together(symbolic(comparison.left) - symbolic(comparison.right))))
    polynomial = sympy.Poly(above, unknown)
    if polynomial.degree() != 1:
        found = "it cancels out" if polynomial.degree() < 1 else "it stands there in a power above 1"
        raise CheckerError(f"the relation cannot be solved for {readable(leaf)} by + - * /: {found}", place)
    return polynomial.coeff_monomial(unknown), polynomial.coeff_monomial(1), below


def _isolated(comparison: Comparison, leaf: Leaf, place: str) -> Expression:
    """An equality in which the leaf occurs once → the other side with every step on the way to the leaf undone."""
    here, there = comparison.left, comparison.right
    if leaf not in leaves(here):
        here, there = there, here
    while here != leaf:
        if isinstance(here, Negation):
            here, there = here.of, negated(there)
        elif isinstance(here, Binary):
            here, there = _undone(here, there, leaf)
        else:
            raise CheckerError(f"the relation cannot be solved for {readable(leaf)}: it stands there in a power", place)
    return there


def _undone(here: Binary, there: Expression, leaf: Leaf) -> tuple[Expression, Expression]:
    inverse = {"+": "-", "-": "+", "*": "/", "/": "*"}[here.operator]
    if leaf in leaves(here.left):
        return here.left, joined(inverse, *((here.right, there) if here.operator == "-" else (there, here.right)))
    if here.operator in "+*":
        return here.right, joined(inverse, there, here.left)
    return here.right, joined(here.operator, here.left, there)


def joined(operator: str, left: Expression, right: Expression) -> Expression:
    """Two trees and an operator → their tree, with numbers worked out."""
    if isinstance(left, Number) and isinstance(right, Number) and not (operator == "/" and not right.value):
        a, b = left.value, right.value
        return Number({"+": a + b, "-": a - b, "*": a * b}[operator] if operator != "/" else a / b)
    neutral = Number(Fraction(0 if operator in "+-" else 1))
    if right == neutral:
        return left
    if left == neutral and operator in "+*":
        return right
    return Binary(operator, left, right)


def negated(node: Expression) -> Expression:
    """A tree → its negative."""
    if isinstance(node, Negation):
        return node.of
    return Number(-node.value) if isinstance(node, Number) else Negation(node)


def symbol(leaf: Leaf) -> Any:
    """A role or call → its sympy symbol."""
    return sympy.Symbol(name_of(leaf), real=True)


def name_of(leaf: Leaf) -> str:
    """A role or call → a name that no other has; two underscores stand in no role name."""
    return leaf.name if isinstance(leaf, Name) else f"{leaf.role}__{leaf.call}"


def symbolic(node: Expression) -> Any:
    """A tree → the sympy expression."""
    if isinstance(node, Number):
        return sympy.Rational(node.value.numerator, node.value.denominator)
    if isinstance(node, Name | Aggregate):
        return symbol(node)
    if isinstance(node, Negation):
        return -symbolic(node.of)
    if isinstance(node, Power):
        return symbolic(node.base) ** node.exponent
    left, right = symbolic(node.left), symbolic(node.right)
    if node.operator in "+-":
        return left + right if node.operator == "+" else left - right
    return left * right if node.operator == "*" else left / right


def tree(expression: Any) -> Expression:
    """A sympy expression of symbols, rationals, sums, products and whole powers → our tree."""
    if expression.is_Rational:
        return Number(Fraction(int(expression.p), int(expression.q)))
    if expression.is_Symbol:
        role, _, call = str(expression).partition("__")
        return Aggregate(call, role) if call else Name(role)
    if expression.is_Add:
        return _sum([tree(term) for term in expression.as_ordered_terms()])
    above, below = sympy.fraction(expression)
    if below != 1:
        return joined("/", tree(above), tree(below))
    if expression.is_Pow:
        return Power(tree(expression.base), int(expression.exp))
    factors = [tree(factor) for factor in expression.as_ordered_factors()]
    product = factors[0]
    for factor in factors[1:]:
        product = negated(factor) if product == Number(Fraction(-1)) else joined("*", product, factor)
    return product


def _sum(terms: list[Expression]) -> Expression:
    terms.sort(key=_is_negative)
    total = terms[0]
    for term in terms[1:]:
        total = joined("-", total, _opposite(term)) if _is_negative(term) else joined("+", total, term)
    return total


def _is_negative(node: Expression) -> bool:
    if isinstance(node, Binary) and node.operator in "*/":
        return _is_negative(node.left)
    return isinstance(node, Negation) or (isinstance(node, Number) and node.value < 0)


def _opposite(node: Expression) -> Expression:
    return joined(node.operator, _opposite(node.left), node.right) if isinstance(node, Binary) else negated(node)


def _forms(expression: Any) -> list[Expression]:
    """A sympy expression → the ways of writing it that are worth comparing."""
    above, below = sympy.fraction(sympy.cancel(expression))
    written = [
        expression,
        sympy.together(expression),
        sympy.cancel(expression),
        sympy.factor(expression),
        sympy.factor(above) / sympy.factor(below),
        sympy.expand(expression),
    ]
    return [tree(form) for form in dict.fromkeys(written) if _writable(form)]


def _writable(expression: Any) -> bool:
    powers = [abs(int(power.exp)) for power in expression.atoms(sympy.Pow) if power.exp.is_Integer]
    return all(exponent <= 4 for exponent in powers)


def _weight(node: Expression) -> tuple[int, int, str]:
    text = readable(node)
    return len(tuple(leaves(node))), len(text), text


def _count(comparison: Comparison, leaf: Leaf) -> int:
    return (*leaves(comparison.left), *leaves(comparison.right)).count(leaf)


def _repeated(formula: Expression) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """A formula → its repeated leaves in which it is monotone, and the others."""
    found = tuple(leaves(formula))
    again = [leaf for leaf in dict.fromkeys(found) if found.count(leaf) > 1]
    above, below = sympy.fraction(sympy.cancel(sympy.together(symbolic(formula))))
    monotone = [
        leaf for leaf in again if sympy.degree(above, symbol(leaf)) <= 1 and sympy.degree(below, symbol(leaf)) <= 1
    ]
    monotone = monotone[:MOST_CORNERS]
    return tuple(monotone), tuple(leaf for leaf in again if leaf not in monotone)


def _divisors(node: Expression) -> list[Expression]:
    if isinstance(node, Binary):
        own = [node.right] if node.operator == "/" and not isinstance(node.right, Number) else []
        return [*_divisors(node.left), *_divisors(node.right), *own]
    if isinstance(node, Negation):
        return _divisors(node.of)
    return _divisors(node.base) if isinstance(node, Power) else []
