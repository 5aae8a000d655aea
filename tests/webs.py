"""Random webs of figures, made from true values and printed at random precision, some with a figure that is wrong.

The shapes are those of economic news: totals and parts in one to three periods, growth between periods, shares of the
total, and their changes in points; some levels are never printed.
"""

from __future__ import annotations

import random
from fractions import Fraction

from made import pack, relation

from checker.fact import Fact
from checker.figure import Figure
from checker.interval import POSITIVE, Interval, closed
from checker.numeral import around
from checker.relation import Relation
from checker.system import System, bind, system_of

PACK = pack()
Web = tuple[tuple[Fact, ...], tuple[Relation, ...]]


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.facts: dict[str, Fact] = {}
        self.relations: list[Relation] = []

    def level(self, value: Fraction) -> str:
        """A quantity → its fact: printed to two to four digits, or not at all."""
        if self.random.random() < 0.3:
            return self._add(None, POSITIVE, "hidden")
        return self._add(value, self._rounded(value, self.random.choice((2, 3, 4))), "level")

    def rate(self, value: Fraction) -> str:
        """A percentage or a change of one → its fact, printed with one or two decimals."""
        step = Fraction(1, self.random.choice((10, 10, 100)))
        return self._add(value, around(round(value / step) * step, step), "change-rate")

    def _rounded(self, value: Fraction, digits: int) -> Interval:
        step = Fraction(10) ** (len(str(int(value))) - digits)
        return around(round(value / step) * step, step)

    def _add(self, value: Fraction | None, held: Interval, aspect: str) -> str:
        name = f"f{len(self.facts) + 1}"
        figure = None
        if value is not None:
            place = 100 * len(self.facts)
            figure = Figure(
                name, place, place + 2, "00", "money", "", "00", place, Fraction(1), value, held, held
            )  # fmt: skip
        self.facts[name] = Fact(name, figure, held, held, "", "", "", aspect, "", "reported")
        return name

    def tie(self, rule: str, **roles: str) -> None:
        self.relations.append(relation(f"r{len(self.relations) + 1}", rule, **roles))

    def slip(self) -> None:
        """One printed figure is moved by one to ten times the width of what it admits."""
        printed = [fact for fact in self.facts.values() if fact.figure is not None]
        fact = self.random.choice(printed)
        low, high = fact.interval.low, fact.interval.high
        assert low is not None
        assert high is not None
        by = (high - low) * self.random.randint(1, 10) * self.random.choice((-1, 1))
        if fact.aspect == "level" and low + by <= 0:
            by = -by
        moved = closed(low + by, high + by)
        self.facts[fact.id] = Fact(fact.id, fact.figure, moved, moved, "", "", "", fact.aspect, "", "reported")


def web(seed: int, slips: float = 0.6) -> Web:
    """A number → a web, the same for the same number; `slips` is the share of webs with a wrong figure."""
    maker = _Maker(seed)
    chance = maker.random
    periods, parts = chance.randint(1, 3), chance.randint(2, 4)
    values = [[Fraction(chance.randint(1000, 90000)) for _ in range(parts)]]
    for _ in range(periods - 1):
        values.append([v * Fraction(chance.randint(700, 1400), 1000) for v in values[-1]])
    totals = [sum(row, Fraction(0)) for row in values]
    levels = [[maker.level(v) for v in row] for row in values]
    sums = [maker.level(total) for total in totals]
    for row, total in zip(levels, sums, strict=True):
        maker.tie("part-list", total=total, parts=" ".join(row))
    shares: dict[tuple[int, int], str] = {}
    for p in range(periods):
        if p:
            for before, now, a, b in (
                (totals[p - 1], totals[p], sums[p - 1], sums[p]),
                *zip(values[p - 1], values[p], levels[p - 1], levels[p], strict=True),
            ):
                if chance.random() < 0.7:
                    maker.tie("growth-from-levels", now=b, before=a, rate=maker.rate(100 * now / before - 100))
        for k in range(parts):
            if chance.random() < 0.3:
                shares[p, k] = maker.rate(100 * values[p][k] / totals[p])
                maker.tie("share-of-total", part=levels[p][k], whole=sums[p], share=shares[p, k])
                if (p - 1, k) in shares:
                    change = 100 * values[p][k] / totals[p] - 100 * values[p - 1][k] / totals[p - 1]
                    maker.tie("point-change", now=shares[p, k], before=shares[p - 1, k], change=maker.rate(change))
    if chance.random() < slips:
        maker.slip()
    return tuple(maker.facts.values()), tuple(maker.relations)


def system_of_web(seed: int) -> System:
    """A number → the system of its web."""
    facts, relations = web(seed)
    by_id = {fact.id: fact for fact in facts}
    return system_of([bind(one, by_id, PACK) for one in relations])
