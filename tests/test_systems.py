"""Systems of the shapes that news has, each with the verdict that is known for it, by whatever part of the solver."""

from __future__ import annotations

from fractions import Fraction

import pytest
from made import fact, pack, relation, stated

from checker.conflict import conflicts, feasible
from checker.interval import Interval, above, below, closed, point
from checker.numeral import read
from checker.propagate import propagate
from checker.solve import Clash, Settled, settle
from checker.system import System, bind, only, system_of

F = Fraction
PACK = pack()
Figures = dict[str, Interval]


def printed(**texts: str) -> Figures:
    """Names and numbers as printed → what each admits, with the sign of the number."""
    found = {}
    for name, text in texts.items():
        numeral = read(text.lstrip("-"))
        assert numeral is not None
        found[name] = -numeral.tight if text.startswith("-") else numeral.tight
    return found


def grows(now: str, before: str, rate: str) -> str:
    return f"100 * {now} == {before} * (100 + {rate})"


SUM = ["total == exports + imports"]
LEVELS = printed(total="41.76", exports="23.77", imports="17.99")
GROWTH = [
    *SUM, "total0 == exports0 + imports0",
    grows("total", "total0", "gt"), grows("exports", "exports0", "ge"), grows("imports", "imports0", "gi"),
]  # fmt: skip
RATES = printed(gt="0.2", ge="0.6", gi="-0.3")
PAIR = ["total == rate * total_usd", "exports == rate * exports_usd"]
DOLLARS = LEVELS | printed(total_usd="5.88", exports_usd="3.35")
YEAR = closed(F("6.7"), F("7.35"))
SHARES = ["first + second + rest == 100", "rest0 - rest == fall"]
MONTHS = [grows(f"m{k + 1}", f"m{k}", f"g{k + 1}") for k in range(12)]
STEPS = printed(
    **{f"g{k}": text for k, text in enumerate("0.4 0.3 0.5 0.2 0.4 0.6 0.1 0.3 0.4 0.5 0.2 0.3".split(), 1)}
)
TRIPLE = ["ab == a + b", "bc == b + c", "ac == a + c", "abc == a + b + c"]
QUARTERS = [
    grows("part", "part0", "gp"), grows("whole", "whole0", "gw"),
    "100 * part == share * whole", "100 * part0 == share0 * whole0", "share - share0 == change",
]  # fmt: skip

AGREE: dict[str, tuple[list[str], Figures]] = {
    "sum": (SUM, LEVELS),
    "growth": (GROWTH, LEVELS | RATES),
    "growth without levels": (GROWTH, printed(gt="0.2", ge="0.6", gi="-0.3")),
    "a rate of exchange": (PAIR, DOLLARS | {"rate": YEAR}),
    "one rate for two pairs": (PAIR, DOLLARS),
    "shares": (SHARES, printed(first="53.5", second="30.2", rest="16.3", rest0="19.4", fall="3.1")),
    "points": (["now - before == change"], printed(now="2.4", before="2.1", change="0.3")),
    "a share of a part": (["100 * part == share * whole"], printed(part="13.92", share="58.6", whole="23.77")),
    "first time": (
        ["now > mark", "before <= mark", grows("now", "before", "rate")],
        printed(now="1.06", rate="29.9") | {"mark": point(F(1))},
    ),
    "compound": ([*MONTHS, grows("m12", "m0", "year")], STEPS | printed(year="4.3")),
    "sums of pairs": (TRIPLE, printed(ab="30", bc="50", ac="40", abc="60")),
    "a bound that is met": (["low <= high"], {"low": closed(F(2), F(3)), "high": closed(F(1), F(2))}),
    "share and growth": (QUARTERS, printed(gp="41.7", gw="5.2", change="1.3", share="5.1")),
}
SLIPS: dict[str, Figures] = {  # in the systems above
    "sum": printed(imports="19.79"),
    "growth": printed(gt="0.4"),
    "growth without levels": printed(gt="0.9"),
    "one rate for two pairs": printed(exports_usd="3.53"),
    "shares": printed(rest="13.6"),
    "points": printed(change="3.0"),
    "a share of a part": printed(share="56.8"),
    "first time": printed(now="1.60"),
    "compound": printed(year="3.4"),
    "sums of pairs": printed(abc="65"),
    "share and growth": printed(change="3.1"),
}
DISAGREE: dict[str, tuple[list[str], Figures]] = {
    **{name: (AGREE[name][0], AGREE[name][1] | slip) for name, slip in SLIPS.items()},
    "a rate of exchange": (PAIR[:1], DOLLARS | {"rate": closed(F("7.04"), F("7.06"))}),
    "a bound that is touched": (
        ["low > high"],
        {"low": below(F(600), open_end=False), "high": above(F(600), open_end=False)},
    ),
}
BEYOND_PROPAGATION = ("growth without levels", "compound", "sums of pairs")


@pytest.mark.parametrize("name", AGREE)
def test_true_figures_agree(name: str) -> None:
    assert isinstance(settle(stated(*AGREE[name])), Settled)


@pytest.mark.parametrize("name", DISAGREE)
def test_wrong_figures_clash(name: str) -> None:
    found = settle(stated(*DISAGREE[name]))
    assert isinstance(found, Clash)
    assert set(found.relations) <= {f"r{n + 1}" for n in range(len(DISAGREE[name][0]))}


@pytest.mark.parametrize("name", BEYOND_PROPAGATION)
def test_some_clashes_are_out_of_reach_of_propagation(name: str) -> None:
    assert not propagate(stated(*DISAGREE[name])).excluded


@pytest.mark.parametrize("name", DISAGREE)
def test_no_figure_of_a_conflict_can_be_spared(name: str) -> None:
    system = stated(*DISAGREE[name])
    for clash in conflicts(system):
        printed_ones = [one for one in clash.variables if one in system.figures]
        for spared in printed_ones:
            rest = {*system.figures, spared} - (set(printed_ones) - {spared})
            assert isinstance(settle(only(system, clash.relations), rest), Settled), (clash, spared)


def test_a_range_is_as_narrow_as_all_relations_make_it() -> None:
    left = feasible(stated(*DISAGREE["sums of pairs"]), "abc")
    assert left == closed(F("59.25"), F("60.75"))


def big(**wrong: str) -> System:
    """Twelve months of exports, imports and their total, their sums so far, quarters and shares: 60 relations."""
    texts: list[str] = []
    figures: Figures = {}
    exports = [F(1900 + 37 * k % 160) for k in range(12)]
    imports = [F(1500 + 53 * k % 170) for k in range(12)]
    so_far = F(0)
    for k, (e, i) in enumerate(zip(exports, imports, strict=True), 1):
        so_far += e + i
        texts += [
            f"t{k} == e{k} + i{k}",
            f"c{k} == c{k - 1} + t{k}" if k > 1 else "c1 == t1",
            f"100 * e{k} == s{k} * t{k}",
        ]
        figures |= printed(**{f"e{k}": f"{e}.0", f"i{k}": f"{i}.0", f"t{k}": f"{e + i}.0", f"c{k}": f"{so_far}.0"})
        figures |= printed(**{f"s{k}": f"{float(100 * e / (e + i)):.1f}"})
        if k > 1:
            before = exports[k - 2]
            texts.append(grows(f"e{k}", f"e{k - 1}", f"g{k}"))
            texts.append(f"e{k} - e{k - 1} == d{k}")
            figures |= printed(**{f"g{k}": f"{float(100 * e / before - 100):.2f}", f"d{k}": f"{e - before}.0"})
    for q in range(4):
        a, b, c = 3 * q + 1, 3 * q + 2, 3 * q + 3
        texts.append(f"q{q + 1} == t{a} + t{b} + t{c}")
        figures |= printed(**{f"q{q + 1}": f"{sum(exports[3 * q : 3 * q + 3]) + sum(imports[3 * q : 3 * q + 3])}.0"})
    texts += ["half == q1 + q2", "year == half + q3 + q4", "year == c12"]
    return stated(texts, figures | printed(year=f"{so_far}.0") | printed(**wrong))


def test_a_large_web() -> None:
    system = big()
    assert len(system.constraints) >= 60
    assert len(system.figures) >= 60
    assert isinstance(settle(system), Settled)


@pytest.mark.parametrize("name, text", [("c7", "24200.0"), ("t5", "3650.0"), ("year", "43000.0")])
def test_a_slip_in_a_large_web_is_narrowed_down(name: str, text: str) -> None:
    system = big(**{name: text})
    found = conflicts(system)
    assert found
    assert all(len(clash.variables) < 8 for clash in found)
    assert feasible(system, name) is not None


def with_ambiguous(count: int, now: str) -> System:
    """Sums of pairs that cannot be, and beside them changes of a share that may be in points or in percent."""
    facts, relations = [], []
    for k in range(count):
        names = [f"f{3 * k + n + 1}" for n in range(3)]
        facts += [fact(names[0], f"{now} %"), fact(names[1], "30 %"), fact(names[2], "2 %")]
        relations.append(relation(f"q{k + 1}", "change-of-share", now=names[0], before=names[1], change=names[2]))
    by_id = {one.id: one for one in facts}
    apart = stated(*DISAGREE["sums of pairs"])
    joined = system_of([bind(one, by_id, PACK) for one in relations])
    return System(
        (*apart.constraints, *joined.constraints),
        {**apart.printed, **joined.printed},
        {**apart.natural, **joined.natural},
        (*apart.figures, *joined.figures),
    )


def test_readings_that_a_conflict_does_not_need_are_not_gone_through() -> None:
    found = settle(with_ambiguous(12, "32"))  # 4,096 combinations
    assert isinstance(found, Clash)
    assert all(name.startswith("r") for name in found.relations)
