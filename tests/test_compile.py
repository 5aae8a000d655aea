"""Compiled relations: every true solution stays inside, and the known ranges come out exactly."""

from __future__ import annotations

import random
import re
from fractions import Fraction

import pytest
from made import RULES, pack

from checker.compile import compiled, generate
from checker.errors import CheckerError
from checker.expression import Name, leaves, parse, readable
from checker.interval import Interval, closed, meet, point
from checker.numeral import around
from checker.pack import Pack
from checker.projection import Projection
from checker.resources import folder, rule_paths
from checker.rule import Reading, Role, Rule
from checker.solved import solve

F = Fraction
SHIPPED = folder("rules")
PACKS = {"samples": pack(RULES)} | ({"shipped": pack(SHIPPED)} if rule_paths(SHIPPED) else {})
READINGS = [
    pytest.param(one, rule, index, id=f"{name}-{rule.id}-{index}")
    for name, one in PACKS.items()
    for rule in one.rules
    for index in range(len(rule.formulas))
]
Sample = dict[str, tuple[Fraction, ...]]


def made(*comparisons: str, many: tuple[str, ...] = ()) -> tuple[Projection, ...]:
    """Comparisons → their projections."""
    names = {leaf for text in comparisons for leaf in re.findall(r"[a-z_]+", text)}
    roles = tuple(Role(name, many=name in many) for name in sorted(names - {"sum", "min", "max", "count"}))
    rule = Rule("r", "ratio", "R", "error", (Reading("", comparisons),), "m", roles[0].name, (), roles)
    scope: dict[str, object] = {}
    exec(generate((rule,), "0"), scope)  # noqa: S102
    table = scope["PROJECTIONS"]
    assert isinstance(table, dict)
    found = table["r"][0]
    assert isinstance(found, tuple)
    return found


def of(projections: tuple[Projection, ...], role: str) -> Projection:
    """The first projection for a role."""
    return next(one for one in projections if one.role == role)


SOLVED = [
    ("100 * now == before * (100 + rate)", "rate", "100 × now / before − 100"),
    ("100 * now == before * (100 + rate)", "before", "100 × now / (100 + rate)"),
    ("100 * now == before * (100 + rate)", "now", "before × (100 + rate) / 100"),
    ("total == exports + imports", "total", "exports + imports"),
    ("total == exports + imports", "imports", "total − exports"),
    ("balance == exports - imports", "imports", "exports − balance"),
    ("now - before == change", "now", "before + change"),
    ("a / b == c", "b", "a / c"),
    ("-a == b", "a", "−b"),
    ("3 * a == 6", "a", "2"),
    ("a * b + a * c == d", "a", "d / (b + c)"),
    ("now == before + before * rate / 100", "before", "100 × now / (rate + 100)"),
]


@pytest.mark.parametrize("source, role, text", SOLVED)
def test_solved_for_people(source: str, role: str, text: str) -> None:
    names = {leaf.name for side in parse(source, dict.fromkeys(_words(source), False)) for leaf in _names(side)}
    comparison = parse(source, dict.fromkeys(names, False))[0]
    assert readable(solve(comparison, Name(role)).formula) == text


def _words(source: str) -> set[str]:
    return set(re.findall(r"[a-z]+", source))


def _names(side: object) -> list[Name]:
    found = [*leaves(side.left), *leaves(side.right)]  # type: ignore[attr-defined]
    return [leaf for leaf in found if isinstance(leaf, Name)]


REFUSED = [
    (("a * a == b",), "in a power"),
    (("a ** 2 == b",), "in a power"),
    (("a - a == b",), "cancels out"),
    (("a / b <= c + a * b",), "multiply it out"),
    (("xs <= ys",), "for each"),
    (("xs <= max(xs)",), "both bare"),
    (("count(xs) <= 3",), "leaves nothing to find out"),
]


@pytest.mark.parametrize("comparisons, why", REFUSED)
def test_refused(comparisons: tuple[str, ...], why: str) -> None:
    with pytest.raises(CheckerError, match=why) as caught:
        made(*comparisons, many=("xs", "ys"))
    assert caught.value.place.startswith("rule r")


def printed(text: str, sign: int = 1) -> Interval:
    """Digits → their rounding interval."""
    resolution = F(1, 10 ** len(text.partition(".")[2]))
    return around(sign * F(text), resolution)


E, I, T = printed("23.77"), printed("17.99"), printed("41.76")  # noqa: E741
G, GE, GI = printed("0.2"), printed("0.6"), printed("0.3", -1)


def between(a: object, low: str, high: str) -> bool:
    """Whether a set has these ends, to the last digit given, rounded outward or not."""
    assert isinstance(a, Interval)
    assert a.low is not None
    assert a.high is not None
    step = F(1, 10 ** len(low.partition(".")[2]))
    return abs(a.low - F(low)) <= step and abs(a.high - F(high)) <= step


def test_known_ranges() -> None:
    weighted = PACKS["samples"].projections["weighted-growth"][0]
    assert between(of(weighted, "rate").solve(E, I, GE, GI), "0.160", "0.260")
    assert of(weighted, "export_rate").needs == ("exports", "imports", "rate", "import_rate")
    assert between(of(weighted, "export_rate").solve(E, I, G, GI), "0.455", "0.709")
    assert of(weighted, "import_rate").needs == ("imports", "exports", "rate", "export_rate")
    assert between(of(weighted, "import_rate").solve(I, E, G, GE), "-0.504", "-0.143")
    growth = PACKS["samples"].projections["growth-from-levels"][0]
    assert between(of(growth, "before").solve(printed("1.06"), printed("29.9")), "0.812", "0.820")
    total = PACKS["samples"].projections["two-part-sum"][0]
    assert of(total, "total").solve(E, I) == closed(F("41.75"), F("41.77"))


def test_a_repeated_role_costs_no_width() -> None:
    share = made("100 * part == share * (part + rest)")
    assert between(of(share, "share").solve(closed(F(4), F(6)), point(F(5))), "44.44", "54.55")


def test_a_vanishing_divisor_widens_and_never_fails() -> None:
    growth = PACKS["samples"].projections["growth-from-levels"][0]
    assert of(growth, "rate").solve(closed(F(0), F(1)), closed(F(0), F(1))) == Interval(None, None, True, True)
    weighted = PACKS["samples"].projections["weighted-growth"][0]
    assert of(weighted, "exports").solve(I, G, G, G) == Interval(None, None, True, True)


def test_an_unsettled_coefficient_says_nothing() -> None:
    bound = made("100 * now <= mark * (100 + rate)")
    assert of(bound, "mark").solve(point(F(5)), closed(F(-200), F(200))) == Interval(None, None, True, True)
    assert of(bound, "mark").solve(point(F(5)), point(F(-200))) == Interval(None, F(-5), True, False)


def test_sum_goes_to_each_part() -> None:
    parts = next(one for one in made("total == sum(parts)", many=("parts",)) if one.many)
    sets = (closed(F(1), F(2)), closed(F(3), F(9)))
    assert parts.solve(sets, point(F(5))) == (closed(F(1), F(2)), closed(F(3), F(4)))
    assert parts.solve(sets, point(F(50))) is None


def test_only_one_part_can_be_the_largest() -> None:
    rates = [one for one in made("min(rates) <= rate <= max(rates)", many=("rates",)) if one.many]
    sets = (closed(F(1), F(2)), closed(F(3), F(9)))
    assert rates[1].solve(sets, point(F(5))) == (closed(F(1), F(2)), closed(F(5), F(9)))
    assert rates[0].solve(sets, point(F(1))) == (point(F(1)), closed(F(3), F(9)))
    assert rates[1].solve(sets, point(F(10))) is None


def test_the_text_is_always_the_same() -> None:
    assert compiled(RULES) == compiled(RULES)


def sample(rule: Rule, reading: tuple[Projection, ...], random_: random.Random) -> Sample | None:
    """A rule's reading → values for all its roles that satisfy it, or None when this draw found none."""
    sets: dict[str, tuple[Interval, ...]] = {}
    for role in rule.roles:
        top = random_.choice((5, 40, 3000)) if role.domain in ("", "positive", "non-negative") else 99
        low = F(1, 10) if role.domain not in ("", "growth") or random_.random() < 0.6 else F(-top, 2)
        sets[role.name] = (closed(low, F(top)),) * (random_.randint(2, 4) if role.many else 1)
    order = [(role.name, at) for role in rule.roles for at in range(len(sets[role.name]))]
    random_.shuffle(order)
    for name, at in order:
        if not narrow(reading, sets, rule):
            return None
        left = sets[name][at]
        assert left.low is not None
        assert left.high is not None
        chosen = point(left.low + (left.high - left.low) * random_.randint(0, 16) / 16)
        sets[name] = (*sets[name][:at], chosen, *sets[name][at + 1 :])
    values = {name: tuple(one.low for one in some if one.low is not None) for name, some in sets.items()}
    return values if keeps(reading, sets, values, rule) else None


def narrow(reading: tuple[Projection, ...], sets: dict[str, tuple[Interval, ...]], rule: Rule) -> bool:
    """Sets → the same, each met with what the others leave for it, or False when nothing is left."""
    for one in reading:
        for at in range(len(sets[one.each]) if one.each else 1):
            left = one.solve(*_arguments(one, sets, rule, at))
            if left is None:
                return False
            at = at if one.each == one.role else 0
            lefts = left if isinstance(left, tuple) else (left,)
            met = [
                meet(a, b) for a, b in zip(sets[one.role][at:] if not one.many else sets[one.role], lefts, strict=False)
            ]
            kept = [some for some in met if some is not None]
            if len(kept) < len(met):
                return False
            sets[one.role] = tuple(kept) if one.many else (*sets[one.role][:at], kept[0], *sets[one.role][at + 1 :])
    return True


def _arguments(one: Projection, sets: dict[str, tuple[Interval, ...]], rule: Rule, at: int = 0) -> list[object]:
    return [
        sets[name][at if one.each == name else 0] if not rule.role(name).many or one.each == name else sets[name]
        for name in one.needs
    ]


def keeps(reading: tuple[Projection, ...], sets: dict[str, tuple[Interval, ...]], values: Sample, rule: Rule) -> bool:
    """Whether every projection of the sets keeps the values."""
    for one in reading:
        for at in range(len(sets[one.each]) if one.each else 1):
            left = one.solve(*_arguments(one, sets, rule, at))
            lefts = left if isinstance(left, tuple) else (left,)
            own = values[one.role] if one.many else (values[one.role][at if one.each == one.role else 0],)
            if not all(some is not None and value in some for value, some in zip(own, lefts, strict=True)):
                return False
    return True


def rounded(value: Fraction, places: int, mode: str) -> Fraction:
    """A value → rounded to a place, halves up, down or to even."""
    scaled = value * F(10) ** places
    half = {"even": round(scaled), "up": (scaled + F(1, 2)).__floor__(), "down": (scaled - F(1, 2)).__ceil__()}[mode]
    return half / F(10) ** places


@pytest.mark.parametrize("one, rule, index", READINGS)
def test_true_values_never_disagree_at_any_precision(one: Pack, rule: Rule, index: int) -> None:
    """Values that satisfy a relation, each printed as anybody may print it, stay inside every projection."""
    random_ = random.Random(rule.id)
    reading = one.projections[rule.id][index]
    found = 0
    for _ in range(400):
        values = sample(rule, reading, random_)
        if values is None:
            continue
        found += 1
        sets = {}
        for name, some in values.items():
            places = random_.randint(-1, 3)
            mode = random_.choice(("even", "up", "down"))
            unit = F(1) / F(10) ** places
            sets[name] = tuple(around(rounded(value, places, mode), unit) for value in some)
        assert keeps(reading, sets, values, rule), (values, sets)
        if found == 60:
            break
    assert found >= 5, "the generator finds no values for this rule"


@pytest.mark.parametrize("one, rule, index", READINGS)
def test_every_role_can_be_told_from_the_others(one: Pack, rule: Rule, index: int) -> None:
    roles = {item.role for item in one.projections[rule.id][index]}
    assert roles <= {role.name for role in rule.roles}
