"""A comparison and the facts of its roles → a polynomial in these facts, compared with zero.

    100 * now == before * (100 + rate)   with now f1, before f2, rate f3
    → 100 f1 − 100 f2 − f2 f3 == 0

Fractions are multiplied out: the factor is above or below zero, and an equality does not mind which.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from checker.expression import Aggregate, Name, Negation, Number, Power, leaves, parse
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.expression import Comparison, Expression
    from checker.rule import Rule
    from checker.system import Bound

Terms = dict[tuple[str, ...], Fraction]  # variables, each as often as it is a factor and in order → coefficient
MOST = 200  # terms; a relation that multiplies out to more is left to propagation
_ONE: Terms = {(): Fraction(1)}


@record(frozen=True, slots=True)
class Row:
    """Terms that are equal to zero (==), at most zero (<=) or below zero (<)."""

    terms: Mapping[tuple[str, ...], Fraction]
    operator: str
    relation: str


def rows_of(item: Bound, reading: int) -> tuple[Row, ...]:
    """A bound relation and the index of a reading → its rows; what is no polynomial (a minimum) gives none."""
    return tuple(
        row
        for comparison in _comparisons(item.rule, reading)
        for each in _assignments(comparison, item)
        for row in _rows(comparison, item, each)
    )


@lru_cache(maxsize=256)
def _comparisons(rule: Rule, reading: int) -> tuple[Comparison, ...]:
    """A rule and the index of a reading → its comparisons; an article's components ask for the same ones again."""
    many = {role.name: role.many for role in rule.roles}
    return tuple(one for source in rule.formulas[reading].comparisons for one in parse(source, many))


def _assignments(comparison: Comparison, item: Bound) -> Iterator[Mapping[str, str]]:
    """Role → fact, once for every fact of a role that is taken one by one."""
    many = {role.name for role in item.rule.roles if role.many}
    single = {role: facts[0].id for role, facts in item.roles.items() if facts and role not in many}
    both = (*leaves(comparison.left), *leaves(comparison.right))
    each = [leaf.name for leaf in both if isinstance(leaf, Name) and leaf.name in many]
    if not each:
        yield single
        return
    for fact in item.roles[each[0]]:
        yield {**single, each[0]: fact.id}


def _rows(comparison: Comparison, item: Bound, of: Mapping[str, str]) -> Iterator[Row]:
    """One comparison → its rows: one, or one for each member of the set whose largest or smallest it bounds."""
    left, right, operator = comparison.left, comparison.right, comparison.operator
    if operator in (">", ">="):
        left, right, operator = right, left, operator.replace(">", "<")
    # max(set) <= x says it of every member, and so does x <= min(set); the other way round it is no row.
    for one, other, call, turned in ((left, right, "max", False), (right, left, "min", True)):
        if isinstance(one, Aggregate) and one.call == call and operator != "==":
            for fact in item.roles[one.role]:
                terms: Terms = {(fact.id,): Fraction(1)}
                rest = _fraction_of(other, item, of)
                if rest is not None and rest[1] == _ONE:
                    a, b = (rest[0], terms) if turned else (terms, rest[0])
                    yield Row(_added(a, b, -1), operator, item.relation.id)
            return
    one_side, other_side = _fraction_of(left, item, of), _fraction_of(right, item, of)
    if one_side is None or other_side is None:
        return
    if operator != "==" and (one_side[1] != _ONE or other_side[1] != _ONE):
        return
    terms = _added(_product(one_side[0], other_side[1]), _product(other_side[0], one_side[1]), -1)
    if len(terms) <= MOST:
        yield Row(terms, operator, item.relation.id)


def _fraction_of(node: Expression, item: Bound, of: Mapping[str, str]) -> tuple[Terms, Terms] | None:
    """A tree → what stands above and below the line, or None for what is no fraction of polynomials."""
    if isinstance(node, Number):
        return ({(): node.value} if node.value else {}), _ONE
    if isinstance(node, Name):
        return {(of[node.name],): Fraction(1)}, _ONE
    if isinstance(node, Aggregate):
        return _aggregate(node, item)
    if isinstance(node, Negation):
        inner = _fraction_of(node.of, item, of)
        return None if inner is None else (_added({}, inner[0], -1), inner[1])
    if isinstance(node, Power):
        base = _fraction_of(node.base, item, of)
        made = base
        for _ in range(node.exponent - 1):
            made = made and base and (_product(made[0], base[0]), _product(made[1], base[1]))
        return made
    left, right = _fraction_of(node.left, item, of), _fraction_of(node.right, item, of)
    if left is None or right is None or (node.operator == "/" and not right[0]):
        return None
    return _joined(node.operator, left, right)


def _aggregate(node: Aggregate, item: Bound) -> tuple[Terms, Terms] | None:
    facts = item.roles[node.role]
    if node.call == "count":
        return {(): Fraction(len(facts))}, _ONE
    return ({(fact.id,): Fraction(1) for fact in facts}, _ONE) if node.call == "sum" else None


def _joined(operator: str, a: tuple[Terms, Terms], b: tuple[Terms, Terms]) -> tuple[Terms, Terms]:
    if operator == "*":
        return _product(a[0], b[0]), _product(a[1], b[1])
    if operator == "/":
        return _product(a[0], b[1]), _product(a[1], b[0])
    return _added(_product(a[0], b[1]), _product(b[0], a[1]), 1 if operator == "+" else -1), _product(a[1], b[1])


def _added(a: Terms, b: Terms, factor: int) -> Terms:
    """Two sums → the first and the second times a number; what cancels is left out."""
    total = dict(a)
    for factors, coefficient in b.items():
        total[factors] = total.get(factors, Fraction(0)) + factor * coefficient
    return {factors: coefficient for factors, coefficient in total.items() if coefficient}


def _product(a: Terms, b: Terms) -> Terms:
    if b == _ONE:
        return a
    total: Terms = {}
    for one, first in a.items():
        for other, second in b.items():
            factors = tuple(sorted((*one, *other)))
            total[factors] = total.get(factors, Fraction(0)) + first * second
    return {factors: coefficient for factors, coefficient in total.items() if coefficient}
