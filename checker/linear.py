"""Relations and what propagation left of their figures → linear inequalities, and the proof that not all can hold.

    total = exports + imports, each growing by its own rate, levels unknown
    → (100 + 0.55) × before <= 100 × now, …   and multipliers that add them up to 0 < 0

A rate that one relation alone speaks of is projected out: with `before` above zero, `now = before × (100 + rate) / 100`
says no more than that it lies between the two ends of the rate. A product of two that others speak of as well lies
between the planes of McCormick, *Computability of global solutions to factorable nonconvex programs* (1976).
"""

from __future__ import annotations

from fractions import Fraction

from checker.interval import Interval, meet, point
from checker.polynomial import Row, rows_of
from checker.projection import scale
from checker.record import record
from checker.simplex import Inequality, Tableau, refute

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from checker.propagate import Propagated
    from checker.simplex import Proof
    from checker.system import System

    Linear = dict[str, Fraction]  # variable → coefficient; the number by itself under ""

_ZERO, _ONE = Fraction(0), Fraction(1)


@record(frozen=True, slots=True)
class Origin:
    """Where an inequality comes from: an end of a figure's range, or a relation with some figures at their ends."""

    bits: int  # of the figures and relations that it rests on
    relation: str = ""
    figure: str = ""
    at: tuple[tuple[str, Fraction], ...] = ()  # figures that are put at an end of their range


@record(frozen=True, slots=True)
class Program:
    """The inequalities of a system, and where each comes from (`Inequality.why` is the index)."""

    inequalities: tuple[Inequality, ...]
    origins: tuple[Origin, ...]
    shared: tuple[str, ...]  # variables of products that are only enclosed, the most frequent first
    start: Mapping[str, Fraction]  # a value for each variable, near which all may hold

    def refuted(self) -> Proof | None:
        """The proof that they cannot all hold, or None."""
        return refute(self.inequalities, self.start)

    def bits(self, proof: Proof) -> int:
        """A proof → the bits of all that it rests on."""
        return _union(self.origins[one.why].bits for _, one in proof.parts)


def program_of(system: System, found: Propagated, freed: Collection[str] = ()) -> Program:
    """A system that propagation left open, its readings all chosen → its linear program."""
    return _Builder(system, found, freed).program()


def narrowed(program: Program, figure: str, box: Interval) -> Interval:
    """A figure's interval by propagation → the same narrowed to what the linear program allows, if it allows any."""
    tableau = Tableau(program.inequalities, program.start)
    if tableau.refutation() is not None or figure not in tableau.value:
        return box
    low, high = (tableau.extreme({figure: _ONE}, largest=largest) for largest in (False, True))
    own = Interval(
        None if low is None else low[0], None if high is None else high[0],
        low is None or low[1], high is None or high[1],
    )  # fmt: skip
    return meet(box, own) or box


class _Builder:
    def __init__(self, system: System, found: Propagated, freed: Collection[str]) -> None:
        self.system = system
        self.box, self.why, self.bits = found.state.box, found.state.why, found.state.bits
        self.printed = {name: system.natural[name] if name in freed else one for name, one in system.printed.items()}
        self.freed = frozenset(freed)
        self.inequalities: list[Inequality] = []
        self.origins: list[Origin] = []
        self.products: dict[tuple[str, str], str] = {}
        chosen = {item.relation: found.alive[item.relation] for item in system.constraints}
        self.rows = [
            self._with_points(row)
            for item in system.constraints
            if len(chosen[item.relation]) == 1 and item.bound is not None
            for row in rows_of(item.bound, chosen[item.relation][0])
        ]
        self.uses: dict[str, int] = {}
        for row, _ in self.rows:
            for name in {name for factors in row.terms for name in factors}:
                self.uses[name] = self.uses.get(name, 0) + 1

    def program(self) -> Program:
        for name, interval in self.printed.items():
            bits = 0 if name in self.freed else self.bits[name]
            self._range(name, interval, Origin(bits, figure=name))
        for row, why in self.rows:
            self._row(row, why)
        spoken: dict[str, int] = {}
        for pair in self.products:
            for name in pair:
                if name in self.printed:
                    spoken[name] = spoken.get(name, 0) + 1
        shared = sorted(spoken, key=lambda name: (-spoken[name], name))
        start = {name: middle for name, a in self.box.items() if (middle := a.middle) is not None}
        return Program(tuple(self.inequalities), tuple(self.origins), tuple(shared), start)

    def _with_points(self, row: Row) -> tuple[Row, int]:
        """A row → the same with the value of every factor that has only one, and the bits that this rests on."""
        terms: dict[tuple[str, ...], Fraction] = {}
        why = self.bits[row.relation]
        for factors, coefficient in row.terms.items():
            rest = list(factors)
            for name in factors:
                value = self.box[name]
                if len(rest) > 1 and value.low is not None and value.low == value.high:
                    coefficient *= value.low
                    why |= self.why[name]
                    rest.remove(name)
            key = tuple(rest)
            terms[key] = terms.get(key, _ZERO) + coefficient
        return Row({factors: c for factors, c in terms.items() if c}, row.operator, row.relation), why

    def _range(self, name: str, interval: Interval, origin: Origin) -> None:
        if interval.low is not None:
            self._add({name: -_ONE}, -interval.low, interval.low_open, origin)
        if interval.high is not None:
            self._add({name: _ONE}, interval.high, interval.high_open, origin)

    def _add(self, terms: Mapping[str, Fraction], bound: Fraction, strict: bool, origin: Origin) -> None:
        self.inequalities.append(Inequality(terms, bound, strict, len(self.origins)))
        self.origins.append(origin)

    def _row(self, row: Row, why: int) -> None:
        if all(len(factors) < 2 for factors in row.terms):
            flat = {factors[0] if factors else "": c for factors, c in row.terms.items()}
            self._compare(flat, row.operator, Origin(why, row.relation))
        elif not any(self._project(row, why, name) for name in self._alone(row)):
            self._enclose(row, why)

    def _compare(self, terms: Linear, operator: str, origin: Origin) -> None:
        """Σ terms ⋈ 0 → one inequality, or two."""
        rest = {name: c for name, c in terms.items() if name}
        number = terms.get("", _ZERO)
        self._add(rest, -number, operator == "<", origin)
        if operator == "==":
            self._add({name: -c for name, c in rest.items()}, number, False, origin)

    def _alone(self, row: Row) -> Iterator[str]:
        """The variables that this row alone speaks of, each once in every product."""
        products = [factors for factors in row.terms if len(factors) > 1]
        for name in products[0]:
            if self.uses[name] == 1 and all(factors.count(name) == 1 for factors in products):
                yield name

    def _project(self, row: Row, why: int, name: str) -> bool:
        """A row in which one variable is bounded by itself → what its two ends make of the row."""
        rest: Linear = {}
        slope: Linear = {}
        for factors, c in row.terms.items():
            target = slope if name in factors else rest
            left = tuple(other for other in factors if other != name)
            if len(left) > 1:
                return False
            target[left[0] if left else ""] = c
        sign, reason = self._sign(slope)
        if not sign:
            return False
        held = self.printed[name]
        bits = why | reason | (0 if name in self.freed else self.bits[name])
        # With a slope above zero the row is smallest at the low end and largest at the high one.
        first, last = (held.low, held.high) if sign > 0 else (held.high, held.low)
        opens = (held.low_open, held.high_open) if sign > 0 else (held.high_open, held.low_open)
        strict = abs(sign) == 2
        if first is not None:
            origin = Origin(bits, row.relation, at=((name, first),))
            made = _with(rest, slope, first)
            self._add(_named(made), -made.get("", _ZERO), row.operator == "<" or (strict and opens[0]), origin)
        if row.operator == "==" and last is not None:
            origin = Origin(bits, row.relation, at=((name, last),))
            made = _with(rest, slope, last)
            turned = {other: -c for other, c in _named(made).items()}
            self._add(turned, made.get("", _ZERO), strict and opens[1], origin)
        return True

    def _sign(self, terms: Linear) -> tuple[int, int]:
        """A sum → ±1 where it never crosses zero (±2: nor reaches it), else 0; and the bits that this rests on.

        What holds by the nature of a quantity rests on nothing; else on the printed figures, else on all that left it.
        """
        names = [name for name in terms if name]
        printed = _union(self.bits[name] for name in names if name not in self.freed)
        left = _union(self.why[name] for name in names)
        for ranges, reason in ((self.system.natural, 0), (self.printed, printed), (self.box, left)):
            total = point(terms.get("", _ZERO))
            for name in names:
                total = total + scale(ranges[name], terms[name])
            if total.low is not None and total.low >= 0:
                return (2 if total.low > 0 or total.low_open else 1), reason
            if total.high is not None and total.high <= 0:
                return (-2 if total.high < 0 or total.high_open else -1), reason
        return 0, 0

    def _enclose(self, row: Row, why: int) -> None:
        """A row with products → the row with a variable for each product, which lies between its planes."""
        terms: Linear = {}
        for factors, c in row.terms.items():
            name = factors[0] if factors else ""
            for other in factors[1:]:
                name = self._product(name, other)
            terms[name] = terms.get(name, _ZERO) + c
        self._compare(terms, row.operator, Origin(why, row.relation))

    def _product(self, one: str, other: str) -> str:
        pair = (one, other) if one <= other else (other, one)
        if pair in self.products:
            return self.products[pair]
        name = self.products[pair] = "×".join(pair)
        a, b = self.box[one], self.box[other]
        self.box = {**self.box, name: a * b}
        reason = self.why[one] | self.why[other]
        self.why = {**self.why, name: reason}
        origin = Origin(reason)
        self._range(name, a * b, origin)
        # (a − its end) × (b − its end) has a sign at every corner of the box.
        for x, y, sign in (
            (a.low, b.low, -1), (a.high, b.high, -1), (a.low, b.high, 1), (a.high, b.low, 1),
        ):  # fmt: skip
            if x is not None and y is not None:
                plane: Linear = {name: Fraction(sign)}
                for variable, factor in ((one, y), (other, x)):
                    plane[variable] = plane.get(variable, _ZERO) - sign * factor
                self._add(plane, -sign * x * y, False, origin)
        return name


def _union(all_bits: Iterable[int]) -> int:
    """Sets of bits → their union."""
    total = 0
    for bits in all_bits:
        total |= bits
    return total


def _with(rest: Linear, slope: Linear, value: Fraction) -> Linear:
    total = dict(rest)
    for name, c in slope.items():
        total[name] = total.get(name, _ZERO) + c * value
    return total


def _named(terms: Linear) -> Linear:
    return {name: c for name, c in terms.items() if name and c}
