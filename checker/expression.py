"""The text of a relation → a small immutable tree; nothing in it is ever evaluated.

    parse("100 * now == before * (100 + rate)", {"now": False, "before": False, "rate": False})
    → (Comparison(Binary("*", Number(100), Name("now")), "==", …),)

Python's own parser reads the text and a whitelist of node types decides what may stand in it.
"""

from __future__ import annotations

from fractions import Fraction

from checker.errors import CheckerError
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator, Mapping

CALLS = ("sum", "min", "max", "count")
ALLOWED = (
    "role names, whole numbers, + - * /, powers 2 to 4, parentheses, == <= >= < > and sum, min, max, count of a role"
)
LONGEST = 600  # characters of one relation
DEEPEST = 12  # levels of one relation
LARGEST = 10**15


@record(frozen=True, slots=True)
class Number:
    value: Fraction


@record(frozen=True, slots=True)
class Name:
    name: str


@record(frozen=True, slots=True)
class Aggregate:
    call: str  # sum, min, max, count
    role: str


@record(frozen=True, slots=True)
class Negation:
    of: Expression


@record(frozen=True, slots=True)
class Binary:
    operator: str  # + - * /
    left: Expression
    right: Expression


@record(frozen=True, slots=True)
class Power:
    base: Expression
    exponent: int


Expression = Number | Name | Aggregate | Negation | Binary | Power


@record(frozen=True, slots=True)
class Comparison:
    left: Expression
    operator: str  # == <= >= < >
    right: Expression


def parse(source: str, roles: Mapping[str, bool], place: str = "") -> tuple[Comparison, ...]:
    """A relation and its roles (name → takes many) → its comparisons; a chain gives one for each link."""
    import ast

    if len(source) > LONGEST:
        raise CheckerError(f"the relation has {len(source)} characters; at most {LONGEST} are allowed", place)
    try:
        tree = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise CheckerError(f'cannot read the relation "{source}"; allowed: {ALLOWED}', place) from None
    if not isinstance(tree, ast.Compare):
        raise CheckerError(f'"{source}" compares nothing; write for example "total == first + second"', place)
    reader = _Reader(source.strip(), roles, place)
    sides = [reader.read(side, 0) for side in (tree.left, *tree.comparators)]
    signs = [reader.sign(sign) for sign in tree.ops]
    return tuple(Comparison(sides[i], sign, sides[i + 1]) for i, sign in enumerate(signs))


class _Reader:
    """One relation being read: turns each node of Python's tree into ours or says why it may not stand there."""

    def __init__(self, source: str, roles: Mapping[str, bool], place: str) -> None:
        self.source = source
        self.roles = roles
        self.place = place

    def refuse(self, node: ast.expr, why: str) -> CheckerError:
        import ast

        shown = ast.get_source_segment(self.source, node) or self.source
        return CheckerError(f'"{shown}" in the relation "{self.source}": {why}', self.place)

    def sign(self, node: ast.cmpop) -> str:
        sign = {"Eq": "==", "LtE": "<=", "GtE": ">=", "Lt": "<", "Gt": ">"}.get(type(node).__name__)
        if sign is None:
            raise CheckerError(f'"{self.source}" may compare only with ==, <=, >=, < and >', self.place)
        return sign

    def read(self, node: ast.expr, depth: int) -> Expression:
        import ast

        if depth > DEEPEST:
            raise self.refuse(node, f"nested more than {DEEPEST} deep; split it into several comparisons")
        if isinstance(node, ast.Constant):
            return self.number(node)
        if isinstance(node, ast.Name):
            return Name(self.role(node))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return Negation(self.read(node.operand, depth + 1))
        if isinstance(node, ast.BinOp):
            return self.binary(node, depth)
        if isinstance(node, ast.Call):
            return self.aggregate(node)
        raise self.refuse(node, f"not allowed in a relation; allowed: {ALLOWED}")

    def number(self, node: ast.Constant) -> Number:
        value = node.value
        if isinstance(value, float):
            raise self.refuse(node, f"decimals are not exact here; write it as a fraction, {_as_fraction(value)}")
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.refuse(node, f"not allowed in a relation; allowed: {ALLOWED}")
        if value > LARGEST:
            raise self.refuse(node, f"numbers in a relation go up to {LARGEST}")
        return Number(Fraction(value))

    def role(self, node: ast.Name) -> str:
        if node.id not in self.roles:
            known = ", ".join(self.roles) or "none"
            raise self.refuse(node, f"no role has this name; the roles are {known}")
        return node.id

    def binary(self, node: ast.BinOp, depth: int) -> Expression:
        import ast

        if isinstance(node.op, ast.Pow):
            exponent = node.right
            if (
                not isinstance(exponent, ast.Constant)
                or type(exponent.value) is not int
                or not 2 <= exponent.value <= 4
            ):
                raise self.refuse(node, "only the powers 2, 3 and 4 are allowed")
            return Power(self.read(node.left, depth + 1), exponent.value)
        sign = {"Add": "+", "Sub": "-", "Mult": "*", "Div": "/"}.get(type(node.op).__name__)
        if sign is None:
            raise self.refuse(node, f"this operation is not allowed; allowed: {ALLOWED}")
        return Binary(sign, self.read(node.left, depth + 1), self.read(node.right, depth + 1))

    def aggregate(self, node: ast.Call) -> Aggregate:
        import ast

        call = node.func.id if isinstance(node.func, ast.Name) else ""
        if call not in CALLS:
            raise self.refuse(node, f"only these may be called: {', '.join(CALLS)}")
        if len(node.args) != 1 or node.keywords or not isinstance(node.args[0], ast.Name):
            raise self.refuse(node, f"{call} takes the name of one role")
        role = self.role(node.args[0])
        if not self.roles[role]:
            raise self.refuse(node, f'{call} needs a role that takes many facts; set "many = true" for {role}')
        return Aggregate(call, role)


def leaves(node: Expression) -> Iterator[Name | Aggregate]:
    """A tree → its roles and calls, left to right, each time they occur."""
    if isinstance(node, Name | Aggregate):
        yield node
    elif isinstance(node, Negation):
        yield from leaves(node.of)
    elif isinstance(node, Power):
        yield from leaves(node.base)
    elif isinstance(node, Binary):
        yield from leaves(node.left)
        yield from leaves(node.right)


def numbers(node: Expression) -> Iterator[Fraction]:
    """A tree → the numbers written in it, left to right."""
    if isinstance(node, Number):
        yield node.value
    elif isinstance(node, Negation):
        yield from numbers(node.of)
    elif isinstance(node, Power):
        yield from numbers(node.base)
    elif isinstance(node, Binary):
        yield from numbers(node.left)
        yield from numbers(node.right)


def roles_of(comparison: Comparison) -> tuple[str, ...]:
    """A comparison → the names of its roles, each once, in order of appearance."""
    both = (*leaves(comparison.left), *leaves(comparison.right))
    return tuple(dict.fromkeys(leaf.name if isinstance(leaf, Name) else leaf.role for leaf in both))


_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}
_SHOWN = {"+": "+", "-": "−", "*": "×", "/": "/"}


def readable(node: Expression, strength: int = 0) -> str:
    """A tree → the formula as a person writes it: "100 × now / before − 100"."""
    if isinstance(node, Number):
        return _fraction(node.value, strength)
    if isinstance(node, Name):
        return node.name
    if isinstance(node, Aggregate):
        return f"{node.call}({node.role})"
    if isinstance(node, Negation):
        return _wrapped("−" + readable(node.of, 3), 2, strength)
    if isinstance(node, Power):
        return readable(node.base, 4) + "²³⁴"[node.exponent - 2]
    own = _STRENGTH[node.operator]
    right = own if node.operator in "+*" else own + 1
    text = f"{readable(node.left, own)} {_SHOWN[node.operator]} {readable(node.right, right)}"
    return _wrapped(text, own, strength)


def _fraction(value: Fraction, strength: int) -> str:
    text = str(value).replace("-", "−")
    return _wrapped(text, 2 if value.denominator > 1 or value < 0 else 5, strength + (value.denominator > 1))


def _wrapped(text: str, own: int, strength: int) -> str:
    return f"({text})" if own < strength else text


def _as_fraction(value: float) -> str:
    try:
        exact = Fraction(repr(value))
    except ValueError:
        return "for example 5/2"
    return f"{exact.numerator}/{exact.denominator}" if len(str(exact)) < 20 else "for example 5/2"
