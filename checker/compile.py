"""Rules → plain Python: a function for every role of every comparison, calling only interval operations.

    total == exports + imports → def _f0(total, imports): return total - imports      (for exports), …

    python -m checker.compile --out checker/_pack.py      writes the shipped rules, and _pack_docs.py beside them

Build time only. The text is the same for the same rules, and everything in it comes from parsed trees.
"""

from __future__ import annotations

import os
import sys
from fractions import Fraction

from checker.errors import CheckerError
from checker.expression import (
    Aggregate,
    Comparison,
    Expression,
    Name,
    Negation,
    Number,
    Power,
    leaves,
    parse,
    readable,
)
from checker.resources import content_hash, header, rule_paths, rules_folder
from checker.rule import Reading, Role, Rule
from checker.rulefile import load
from checker.solved import Leaf, Solved, name_of, solve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

HALF_LINES = {"<=": "at_most", ">=": "at_least", "<": "less_than", ">": "more_than"}
_FLIPPED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<"}

_HEAD = '''"""Compiled rules, written by checker.compile: change rules/ and compile again."""

from fractions import Fraction

from checker.interval import Interval, at_least, at_most, less_than, more_than
from checker.projection import (
    Projection,
    corners,
    count_of,
    max_of,
    min_of,
    power,
    quotient,
    scale,
    share_max,
    share_min,
    share_sum,
    shift,
    side,
    sum_of,
)
from checker.rule import Reading, Role, Rule
'''


def compiled(folder: str) -> tuple[str, str]:
    """A rules folder → the text of its generated module and of the one with its docs."""
    key = content_hash(folder)
    rules = tuple(load(path) for path in rule_paths(folder))
    for index, rule in enumerate(rules):
        if twin := next((other for other in rules[:index] if other.id == rule.id), None):
            raise CheckerError(f'two rules have the id "{rule.id}": in {twin.family} and in {rule.family}', folder)
    return generate(rules, key), generate_docs(rules, key)


def generate(rules: Sequence[Rule], key: str) -> str:
    """Rules and the hash of their files → the module that holds them, without docs and examples."""
    writer = _Writer()
    table = [writer.rule(rule) for rule in rules]
    parts = [_HEAD, *writer.constants(), "\n", *writer.functions, f'RULES = "{key}"', "PACK = ("]
    body = "\n".join([*parts, *table, ")", "PROJECTIONS = {", *writer.projections, "}", ""])
    return header(key, body) + body


def generate_docs(rules: Sequence[Rule], key: str) -> str:
    """Rules and the hash of their files → the module with what only the manual reads."""
    rows = "".join(
        f"    {rule.id!r}: (\n        {rule.docs!r},\n        {_shown_examples(rule)},\n    ),\n" for rule in rules
    )
    says = '"""Docs and examples of the compiled rules, written by checker.compile."""'
    body = f"{says}\n\nfrom checker.rule import Example\n\nDOCS = {{\n{rows}}}\n"
    return header(key, body) + body


def _shown_examples(rule: Rule) -> str:
    shown = (f"Example({item.kind!r}, {item.text!r}, {item.suspect!r})" for item in rule.examples)
    return "(" + "".join(f"{item}, " for item in shown) + ")"


class _Writer:
    """The module being written: functions and constants gathered while rules are gone through."""

    def __init__(self) -> None:
        self.functions: list[str] = []
        self.projections: list[str] = []
        self.numbers: dict[Fraction, str] = {}
        self.points: dict[Fraction, str] = {}

    def constants(self) -> list[str]:
        numbers = [f"{name} = Fraction({value.numerator}, {value.denominator})" for value, name in self.numbers.items()]
        return numbers + [
            f"{name} = Interval({self.numbers[value]}, {self.numbers[value]})" for value, name in self.points.items()
        ]

    def rule(self, rule: Rule) -> str:
        readings = "".join(f"{self.reading(rule, reading)}, " for reading in rule.formulas)
        self.projections.append(f"    {rule.id!r}: ({readings}),")
        roles = "".join(f"{role!r}, " for role in rule.roles)
        formulas = "".join(f"{formula!r}, " for formula in rule.formulas)
        words = f"{rule.id!r}, {rule.family!r}, {rule.code!r}, {rule.severity!r}"
        return f"    Rule({words}, ({formulas}), {rule.message!r}, {rule.conclusion!r}, {rule.same!r}, ({roles})),"

    def reading(self, rule: Rule, reading: Reading) -> str:
        many = {role.name: role.many for role in rule.roles}
        found = []
        for source in reading.comparisons:
            place = f'rule {rule.id}, "{source}"'
            for comparison in parse(source, many, place):
                found += self.comparison(comparison, rule.roles, place)
        return "(" + "".join(f"{item}, " for item in found) + ")"

    def comparison(self, comparison: Comparison, roles: Sequence[Role], place: str) -> list[str]:
        """A comparison → its projections, one for every leaf that is not a constant."""
        found = tuple(dict.fromkeys((*leaves(comparison.left), *leaves(comparison.right))))
        each = _each(found, roles, place)
        solved = [
            solve(comparison, leaf, place)
            for leaf in found
            if not (isinstance(leaf, Aggregate) and leaf.call == "count")
        ]
        if not solved:
            raise CheckerError(
                "the comparison leaves nothing to find out; a role must stand in it outside count()", place
            )
        return [self.projection(item, each) for item in solved]

    def projection(self, solved: Solved, each: str) -> str:
        leaf = solved.leaf
        used = [*leaves(solved.formula), *(leaves(solved.coefficient) if solved.coefficient else ())]
        own = [leaf.role] if isinstance(leaf, Aggregate) else []
        needs = tuple(dict.fromkeys([*own, *(_role(item) for item in used)]))
        code = self.solved(solved)
        if isinstance(leaf, Aggregate):
            code = f"share_{leaf.call}({leaf.role}, {code})"
        loose = ", ".join(readable(item) for item in solved.loose)
        comment = [f"    # wider than need be: {loose} taken as independent wherever it occurs"] if loose else []
        name = f"_f{len(self.functions)}"
        self.functions.append("\n".join([f"def {name}({', '.join(needs)}):", *comment, f"    return {code}", "\n"]))
        text = ("=" if solved.operator == "==" else solved.operator) + " " + readable(solved.formula)
        target = _role(leaf)
        one_by_one = each if each == target or each in needs else ""
        flags = f"{one_by_one!r}, {isinstance(leaf, Aggregate)}, {bool(solved.repeated)}"
        return f"Projection({target!r}, {needs!r}, {name}, {text!r}, {flags})"

    def solved(self, solved: Solved) -> str:
        code = self.corners(solved) if solved.repeated else self.code(solved.formula)
        if solved.operator == "==":
            return code
        positive, negative = HALF_LINES[solved.operator], HALF_LINES[_FLIPPED[solved.operator]]
        if solved.coefficient is None:
            return f"{positive}({code})"
        return f"side({self.code(solved.coefficient)}, {code}, {positive}, {negative})"

    def corners(self, solved: Solved) -> str:
        names = ", ".join(name_of(item) for item in solved.repeated)
        divisors = "".join(f"{self.code(item)}, " for item in solved.divisors)
        values = "".join(f"{self.code(item)}, " for item in solved.repeated)
        return f"corners(lambda {names}: {self.code(solved.formula, solved.repeated)}, ({values}), ({divisors}))"

    def code(self, node: Expression, held: Sequence[Leaf] = ()) -> str:
        """A tree → calls of interval operations; leaves in `held` are arguments of the function around it."""
        if isinstance(node, Number):
            return self.point(node.value)
        if isinstance(node, Name):
            return node.name
        if isinstance(node, Aggregate):
            return name_of(node) if node in held else f"{node.call}_of({node.role})"
        if isinstance(node, Negation):
            return f"-{_wrapped(self.code(node.of, held))}"
        if isinstance(node, Power):
            return f"power({self.code(node.base, held)}, {node.exponent})"
        return self.binary(node.operator, node.left, node.right, held)

    def binary(self, operator: str, left: Expression, right: Expression, held: Sequence[Leaf]) -> str:
        if isinstance(right, Number):
            if operator in "+-":
                return (
                    f"shift({self.code(left, held)}, {self.number(right.value if operator == '+' else -right.value)})"
                )
            if right.value:
                factor = right.value if operator == "*" else 1 / right.value
                return f"scale({self.code(left, held)}, {self.number(factor)})"
        if isinstance(left, Number) and operator in "+*" and (operator == "+" or left.value):
            return self.binary(operator, right, left, held)
        if isinstance(left, Number) and operator == "-":
            return f"shift(-{_wrapped(self.code(right, held))}, {self.number(left.value)})"
        if operator == "/":
            return f"quotient({self.code(left, held)}, {self.code(right, held)})"
        return f"{_wrapped(self.code(left, held))} {operator} {_wrapped(self.code(right, held))}"

    def number(self, value: Fraction) -> str:
        named = f"_{'N' if value < 0 else ''}{abs(value.numerator)}" + (
            f"_{value.denominator}" if value.denominator > 1 else ""
        )
        return self.numbers.setdefault(value, named)

    def point(self, value: Fraction) -> str:
        return self.points.setdefault(value, "_P" + self.number(value))


def _wrapped(code: str) -> str:
    """Code → the same, safe as an operand."""
    return code if code.isidentifier() or _is_call(code) else f"({code})"


def _is_call(code: str) -> bool:
    if not code.endswith(")") or not code.partition("(")[0].isidentifier():
        return False
    depth = 0
    for index, character in enumerate(code):
        depth += (character == "(") - (character == ")")
        if character == ")" and not depth:
            return index == len(code) - 1
    return False


def _role(leaf: Leaf) -> str:
    return leaf.name if isinstance(leaf, Name) else leaf.role


def _each(found: Sequence[Leaf], roles: Sequence[Role], place: str) -> str:
    """The leaves of a comparison → the many-role taken one fact at a time, or ""."""
    many = {role.name for role in roles if role.many}
    bare = [leaf.name for leaf in found if isinstance(leaf, Name) and leaf.name in many]
    if not bare:
        return ""
    if len(bare) > 1:
        raise CheckerError(f'"for each" of two roles, {" and ".join(bare)}; use sum, min, max or count of one', place)
    if any(isinstance(leaf, Aggregate) and leaf.role == bare[0] for leaf in found):
        raise CheckerError(f"{bare[0]} stands here both bare (for each) and in a call; write two comparisons", place)
    return bare[0]


def main(arguments: Sequence[str]) -> int:
    """--out PATH [--rules DIR] → the compiled rules in PATH and their docs beside it."""
    import argparse

    parser = argparse.ArgumentParser(prog="python -m checker.compile", description="Rules to plain Python.")
    parser.add_argument("--out", required=True, metavar="PATH")
    parser.add_argument("--rules", metavar="DIR")
    options = parser.parse_args(arguments)
    try:
        code, docs = compiled(options.rules or rules_folder())
    except CheckerError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    stem, ending = os.path.splitext(options.out)
    for path, text in ((options.out, code), (f"{stem}_docs{ending}", docs)):
        try:
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            print(f"error: {path}: cannot write: {error.strerror}", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
