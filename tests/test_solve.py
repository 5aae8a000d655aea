"""Propagation and conflicts: silent where the figures can all be true, minimal where they cannot."""

from __future__ import annotations

from fractions import Fraction

import pytest
from made import fact, pack, relation

from checker.conflict import conflicts, feasible, fits, mends, minimal
from checker.fact import Fact
from checker.interval import closed, point
from checker.numeral import around
from checker.relation import Relation
from checker.solve import Clash, Settled, settle
from checker.system import System, bind, components, system_of

F = Fraction
PACK = pack()


def system(facts: tuple[Fact, ...], *relations: Relation) -> System:
    """Facts and relations → their system."""
    by_id = {one.id: one for one in facts}
    return system_of([bind(one, by_id, PACK) for one in relations])


def trade(total: str = "41.76 trillion", first: str = "23.77 trillion", second: str = "17.99 trillion") -> System:
    """Three amounts → the system of their sum."""
    facts = (fact("f1", total), fact("f2", first), fact("f3", second))
    return system(facts, relation("r1", "two-part-sum", total="f1", first="f2", second="f3"))


@pytest.mark.parametrize("total", ["41.76", "41.8", "42", "41.75", "41.77", "41.7", "40"])
def test_agrees(total: str) -> None:
    assert isinstance(settle(trade(f"{total} trillion")), Settled)


@pytest.mark.parametrize("total", ["41.74", "41.78", "41.67", "41.6", "43", "4.176"])
def test_clashes(total: str) -> None:
    assert settle(trade(f"{total} trillion")) == Clash(("f1", "f2", "f3"), ("r1",))


def test_the_box_is_what_all_figures_together_leave() -> None:
    found = settle(trade("41.75 trillion"))
    assert isinstance(found, Settled)
    assert found.box["f1"] == closed(F("41.750") * 10**12, F("41.755") * 10**12)


def test_feasible() -> None:
    wrong = trade("41.67 trillion")
    assert feasible(wrong, "f1") == closed(F("41.75") * 10**12, F("41.77") * 10**12)
    assert fits(wrong, {"f1": around(F("41.76") * 10**12, F(10**10))})
    assert not fits(wrong, {"f1": around(F("41.78") * 10**12, F(10**10))})


def two_sums() -> System:
    """Two sums, both wrong, that share no figure, and a third that is right."""
    facts = tuple(fact(f"f{n}", f"{text} million") for n, text in enumerate("17 4 5 28 6 7 9 4 5".split(), 1))
    sums = (("f1", "f2", "f3"), ("f4", "f5", "f6"), ("f7", "f8", "f9"))
    return system(
        facts, *(relation(f"r{n}", "two-part-sum", total=t, first=a, second=b) for n, (t, a, b) in enumerate(sums))
    )


def test_components() -> None:
    parts = components(two_sums())
    assert [part.figures for part in parts] == [("f1", "f2", "f3"), ("f4", "f5", "f6"), ("f7", "f8", "f9")]
    assert [isinstance(settle(part), Clash) for part in parts] == [True, True, False]


def test_independent_conflicts_are_each_found() -> None:
    found = conflicts(two_sums())
    assert [clash.variables for clash in found] == [("f1", "f2", "f3"), ("f4", "f5", "f6")]
    assert [clash.relations for clash in found] == [("r0",), ("r1",)]


def test_minimal_leaves_out_what_is_not_needed() -> None:
    facts = (
        fact("f1", "30 million"),
        fact("f2", "4.1 million"),
        fact("f3", "5.2 million"),
        fact("f4", "9.3 million"),
        fact("f5", "50%"),
    )
    joint = system(
        facts,
        relation("r1", "two-part-sum", total="f4", first="f2", second="f3"),
        relation("r2", "share-of-total", part="f4", share="f5", whole="f1"),
    )
    assert minimal(joint) == Clash(("f1", "f4", "f5"), ("r2",))
    assert Clash(("f1", "f2", "f3", "f5"), ("r1", "r2")) in conflicts(joint)


def shares(change: str, sign: int = 1) -> System:
    """A share of 7 percent after 5, with a change that may be read in points or in percent."""
    facts = (fact("f1", "7.0%"), fact("f2", "5.0%"), fact("f3", change, sign))
    return system(facts, relation("r1", "change-of-share", now="f1", before="f2", change="f3"))


@pytest.mark.parametrize("change, left", [("2.0%", (0,)), ("40%", (1,))])
def test_one_reading_is_enough(change: str, left: tuple[int, ...]) -> None:
    found = settle(shares(change))
    assert isinstance(found, Settled)
    assert found.readings["r1"] == left


def test_no_reading_is_a_clash() -> None:
    assert settle(shares("9.0%")) == Clash(("f1", "f2", "f3"), ("r1",))


def test_two_readings_narrow_nothing() -> None:
    wide = fact("f2", "5.0%")
    wide = Fact(wide.id, None, closed(F(0), F(100)), closed(F(0), F(100)), "", "", "", "", "", "")
    facts = (fact("f1", "7.0%"), wide, fact("f3", "2.0%"))
    found = settle(system(facts, relation("r1", "change-of-share", now="f1", before="f2", change="f3")))
    assert isinstance(found, Settled)
    assert found.readings["r1"] == (0, 1)
    assert found.box["f2"] == closed(F(0), F(100))


def test_what_is_not_printed_joins_relations() -> None:
    facts = (fact("f1", "46.6%", aspect="share"), fact("f2", "1.2 points"), fact("f3", "45.4%", aspect="share"))
    hidden = system(facts, relation("r1", "point-change", now="f1", change="f2"))
    found = settle(hidden)
    assert isinstance(found, Settled)
    assert found.box["r1.before"] == closed(F("45.3"), F("45.5"))
    printed = system(facts, relation("r1", "point-change", now="f1", change="f2", before="f3"))
    assert isinstance(settle(printed), Settled)


def test_an_empty_list_decides_nothing() -> None:
    facts = (fact("f1", "3 million"),)
    assert isinstance(settle(system(facts, relation("r1", "part-list", total="f1", parts=""))), Settled)


def test_slow_convergence_ends() -> None:
    """Two growths of one pair that disagree slightly shrink each other without end."""
    loose = closed(F(1), F(10**9))
    hidden = [Fact(name, None, loose, loose, "", "", "", "", "", "") for name in ("i1", "i2")]
    facts = (*hidden, fact("f1", "0.1%"), fact("f2", "0.1%", -1))
    cyclic = system(
        facts,
        relation("r1", "growth-from-levels", now="i1", before="i2", rate="f1"),
        relation("r2", "growth-from-levels", now="i2", before="i1", rate="f2"),
    )
    assert isinstance(settle(cyclic), Settled)


def test_a_role_that_is_printed_must_be_filled() -> None:
    with pytest.raises(LookupError, match="leaves the role before empty"):
        bind(relation("r1", "growth-from-levels", now="f1"), {"f1": fact("f1", "1 million")}, PACK)


def test_points_meet() -> None:
    one = fact("f1", "2")
    facts = (
        Fact(one.id, one.figure, point(F(2)), point(F(2)), "", "", "", "", "", ""),
        fact("f2", "7"),
        fact("f3", "8"),
    )
    assert isinstance(settle(system(facts, relation("r1", "listed", stated="f1", items="f2 f3"))), Settled)
    assert isinstance(settle(system(facts, relation("r1", "listed", stated="f1", items="f2"))), Clash)


def smallest(one: System) -> tuple[tuple[str, ...], ...]:
    return mends(one, conflicts(one))


def test_the_smallest_mends_of_one_slip() -> None:
    assert smallest(trade("41.67 trillion")) == (("f1",), ("f2",), ("f3",))


def test_two_slips_are_mended_together() -> None:
    found = smallest(two_sums())
    assert len(found) == 9  # one figure of either sum
    assert all(len(pair) == 2 for pair in found)
    assert {name for pair in found for name in pair} == {"f1", "f2", "f3", "f4", "f5", "f6"}


def test_true_figures_need_no_mend() -> None:
    assert smallest(trade()) == ()
