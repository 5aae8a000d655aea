"""Linear inequalities → whether all of them can hold, exactly; if not, the multipliers that add them up to nonsense.

    x + y <= 3,  −x < −2,  −y < −1   →  1 × each adds up to 0 < 0

The general simplex of Dutertre and de Moura, *A fast linear-arithmetic solver for DPLL(T)* (2006): every sum of
variables is a variable of its own with bounds, and a strict bound is one moved by an infinitesimal. The multipliers are
those of Farkas' lemma (1902).
"""

from __future__ import annotations

from fractions import Fraction

from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Value = tuple[Fraction, Fraction]  # a number and how many infinitesimals are added to it
    Held = tuple[Value, int]  # a bound and the index of the inequality that says so

_ZERO, _ONE = Fraction(0), Fraction(1)
_NIL: Value = (_ZERO, _ZERO)
GREEDY = 200  # pivots by the largest violation; from then on by Bland's rule, which cannot cycle
MOST = 800  # pivots; beyond them nothing is claimed


@record(frozen=True, slots=True)
class Inequality:
    """Σ coefficient × variable is at most a bound, or below it."""

    terms: Mapping[str, Fraction]
    bound: Fraction
    strict: bool
    why: int  # whatever its maker wants to know it by


@record(frozen=True, slots=True)
class Proof:
    """Inequalities, each with a multiplier above zero, that add up to 0 < 0 or to 0 <= less than 0."""

    parts: tuple[tuple[Fraction, Inequality], ...]

    def holds(self) -> bool:
        """Whether they do: the sum is made anew."""
        total: dict[str, Fraction] = {}
        bound, strict = _ZERO, False
        for factor, one in self.parts:
            if factor <= 0:
                return False
            for name, coefficient in one.terms.items():
                total[name] = total.get(name, _ZERO) + factor * coefficient
            bound += factor * one.bound
            strict = strict or one.strict
        return not any(total.values()) and (bound < 0 or (bound == 0 and strict))


class Tableau:
    """Inequalities in the form that pivots: basic variables as sums of the others, a value for each, and its bounds.

    `start` guesses values: the better the guess, the fewer pivots.
    """

    def __init__(self, inequalities: Sequence[Inequality], start: Mapping[str, Fraction] | None = None) -> None:
        self.inequalities = tuple(inequalities)
        self.low: dict[str, Held] = {}
        self.high: dict[str, Held] = {}
        self.value: dict[str, Value] = {}
        self.rows: dict[str, dict[str, Fraction]] = {}  # basic → nonbasic → coefficient
        self.contradiction: Proof | None = None
        sums: dict[tuple[tuple[str, Fraction], ...], str] = {}
        for index, one in enumerate(self.inequalities):
            self._assert(index, one, sums)
        for name in self.value:
            if name not in self.rows:
                self.value[name] = self._start(name, (start or {}).get(name))
        for name, row in self.rows.items():
            self.value[name] = self._sum(row)

    def _assert(self, index: int, one: Inequality, sums: dict[tuple[tuple[str, Fraction], ...], str]) -> None:
        terms = sorted((name, c) for name, c in one.terms.items() if c)
        if not terms:
            if one.bound < 0 or (one.bound == 0 and one.strict):
                self.contradiction = self.contradiction or Proof(((_ONE, one),))
            return
        lead = terms[0][1]
        key = tuple((name, c / lead) for name, c in terms)
        for name, _ in terms:
            self.value.setdefault(name, _NIL)
        if len(key) == 1:
            name = key[0][0]
        else:
            name = sums.setdefault(key, f"\0{len(sums)}")
            if name not in self.rows:
                self.rows[name] = dict(key)
                self.value[name] = _NIL
        bound = (one.bound / lead, (_ZERO if not one.strict else -_ONE if lead > 0 else _ONE))
        held, tighter = (self.high, -1) if lead > 0 else (self.low, 1)
        if name not in held or (bound > held[name][0] if tighter > 0 else bound < held[name][0]):
            held[name] = (bound, index)

    def _start(self, name: str, guess: Fraction | None) -> Value:
        low, high = self.low.get(name), self.high.get(name)
        value = _NIL if guess is None else (guess, _ZERO)
        if low is not None and value < low[0]:
            return low[0]
        return high[0] if high is not None and value > high[0] else value

    def _sum(self, row: Mapping[str, Fraction]) -> Value:
        whole = infinitesimal = _ZERO
        for name, c in row.items():
            a, k = self.value[name]
            whole += c * a
            infinitesimal += c * k
        return whole, infinitesimal

    def refutation(self) -> Proof | None:
        """Pivots until every bound is kept (None) or one cannot be (the proof); None as well if it takes too long."""
        if self.contradiction is not None:
            return self.contradiction
        for name in (name for name in self.low if name in self.high):
            if self.low[name][0] > self.high[name][0]:
                return self._proof(name, {name: _ONE}, low=True)
        for step in range(MOST):
            name, below = self._violated(greedy=step < GREEDY)
            if not name:
                return None
            row = self.rows[name]
            entering = self._entering(row, below)
            if not entering:
                return self._proof(name, row, low=below)
            self._pivot(name, entering, (self.low if below else self.high)[name][0])
        return None

    def _violated(self, *, greedy: bool) -> tuple[str, bool]:
        """A basic variable that breaks a bound, and whether it is too small; "" when all keep theirs."""
        best, most = ("", False), _NIL
        for name in sorted(self.rows):
            value = self.value[name]
            low, high = self.low.get(name), self.high.get(name)
            below = low is not None and value < low[0]
            if below or (high is not None and value > high[0]):
                bound = (low if below else high)[0]  # type: ignore[index]  # that one is there
                by = (abs(bound[0] - value[0]), abs(bound[1] - value[1]))
                if not greedy:
                    return name, below
                if by > most:
                    best, most = (name, below), by
        return best

    def _entering(self, row: Mapping[str, Fraction], below: bool) -> str:
        """The first nonbasic variable that can move a basic one the right way, or ""."""
        for name in sorted(row):
            up = (row[name] > 0) == below
            held = (self.high if up else self.low).get(name)
            if held is None or (self.value[name] < held[0] if up else self.value[name] > held[0]):
                return name
        return ""

    def _pivot(self, leaving: str, entering: str, target: Value) -> None:
        """A basic variable takes its bound and leaves; a nonbasic one moves to make it so."""
        row = self.rows.pop(leaving)
        factor = row.pop(entering)
        old, value = self.value[leaving], self.value[entering]
        step = ((target[0] - old[0]) / factor, (target[1] - old[1]) / factor)
        self.value[leaving] = target
        self.value[entering] = (value[0] + step[0], value[1] + step[1])
        inverse = 1 / factor
        own = {name: -c * inverse for name, c in row.items()}
        own[leaving] = inverse
        for name, other in self.rows.items():
            c = other.pop(entering, None)
            if c is None:
                continue
            a, k = self.value[name]
            self.value[name] = (a + c * step[0], k + c * step[1])
            for key, part in own.items():
                new = other.get(key, _ZERO) + c * part
                if new:
                    other[key] = new
                else:
                    other.pop(key, None)
        self.rows[entering] = own

    def _proof(self, name: str, row: Mapping[str, Fraction], *, low: bool) -> Proof:
        """A variable whose bound the others' bounds exclude → these bounds as inequalities, with their multipliers."""
        parts = [(_ONE, self.low[name] if low else self.high[name], name)]
        if row != {name: _ONE}:
            for other, c in sorted(row.items()):
                parts.append((abs(c), (self.high if (c > 0) == low else self.low)[other], other))
        else:
            parts.append((_ONE, self.high[name], name))
        return Proof(tuple(self._part(factor, held) for factor, held, _ in parts))

    def _part(self, factor: Fraction, held: Held) -> tuple[Fraction, Inequality]:
        one = self.inequalities[held[1]]
        lead = min((name, c) for name, c in one.terms.items() if c)[1]
        return factor / abs(lead), one

    def extreme(self, terms: Mapping[str, Fraction], *, largest: bool) -> tuple[Fraction, bool] | None:
        """After `refutation` gave None: the largest (smallest) value of a sum, and whether it is never quite reached.

        None where there is no end to it, or where it takes too long.
        """
        sign = 1 if largest else -1
        for _ in range(MOST):
            goal = self._in_nonbasic({name: sign * c for name, c in terms.items()})
            entering = next((name for name in sorted(goal) if self._can_move(name, goal[name] > 0)), "")
            if not entering:
                whole, infinitesimal = self._sum(terms)
                return whole, infinitesimal != 0
            if not self._advance(entering, goal[entering] > 0):
                return None
        return None

    def _in_nonbasic(self, terms: Mapping[str, Fraction]) -> dict[str, Fraction]:
        total: dict[str, Fraction] = {}
        for name, c in terms.items():
            for other, part in self.rows.get(name, {name: _ONE}).items():
                total[other] = total.get(other, _ZERO) + c * part
        return {name: c for name, c in total.items() if c}

    def _can_move(self, name: str, up: bool) -> bool:
        held = (self.high if up else self.low).get(name)
        return held is None or self.value[name] != held[0]

    def _advance(self, entering: str, up: bool) -> bool:
        """Move a nonbasic variable until a bound stops it; False where none does."""
        direction = 1 if up else -1
        held = (self.high if up else self.low).get(entering)
        value = self.value[entering]
        best = None if held is None else (abs(held[0][0] - value[0]), direction * (held[0][1] - value[1]))
        stop, target = "", held[0] if held is not None else _NIL
        for name in sorted(self.rows):
            c = self.rows[name].get(entering)
            if not c:
                continue
            rising = (c > 0) == up
            bound = (self.high if rising else self.low).get(name)
            if bound is None:
                continue
            own = self.value[name]
            room = ((bound[0][0] - own[0]) / c * direction, (bound[0][1] - own[1]) / c * direction)
            if best is None or room < best:
                best, stop, target = room, name, bound[0]
        if best is None:
            return False
        if stop:
            self._pivot(stop, entering, target)
        else:
            self._shift(entering, target)
        return True

    def _shift(self, name: str, target: Value) -> None:
        step = (target[0] - self.value[name][0], target[1] - self.value[name][1])
        self.value[name] = target
        for other, row in self.rows.items():
            c = row.get(name)
            if c:
                a, k = self.value[other]
                self.value[other] = (a + c * step[0], k + c * step[1])


def refute(inequalities: Iterable[Inequality], start: Mapping[str, Fraction] | None = None) -> Proof | None:
    """Inequalities → the proof that not all of them can hold, checked by adding it up anew, or None."""
    proof = Tableau(tuple(inequalities), start).refutation()
    if proof is not None and not proof.holds():
        raise ArithmeticError("a proof does not add up")  # an error of ours, and never a verdict
    return proof
