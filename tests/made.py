"""Short notation for tests of the engine → facts and relations, without reading any text.

fact("f1", "23.77 trillion yuan", kind="money", scale=10**12)
"""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from checker.compile import compiled
from checker.fact import Fact
from checker.figure import Figure
from checker.interval import Interval
from checker.numeral import read
from checker.pack import Pack
from checker.relation import Relation

RULES = str(Path(__file__).parent / "data" / "rules")
WORDS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def fact(name: str, text: str, sign: int = 1, hedge: str = "", aspect: str = "") -> Fact:
    """An id, a figure's words and its sign → the fact; the id's number is its place in the text."""
    found = re.search(r"\d[\d,.]*\d|\d", text)
    assert found is not None
    scale = Fraction(next((worth for word, worth in WORDS.items() if word in text), 1))
    numeral = read(found[0], scale)
    assert numeral is not None
    tight, loose = numeral.tight, numeral.loose
    if hedge == "over":
        tight = loose = Interval(numeral.value, None, True, True)
    kind = "percent" if "%" in text else "point" if "point" in text else "money" if scale > 1 else "count"
    direction = "down" if sign < 0 else "up" if aspect == "change-rate" else ""
    place = 100 * int(re.sub(r"\D", "", name) or 0)
    figure = Figure(
        id=name,
        start=place,
        end=place + len(text),
        text=text,
        kind=kind,
        unit="",
        digits=found[0],
        digits_start=place + found.start(),
        scale=scale,
        value=numeral.value,
        tight=tight,
        loose=loose,
        hedge=hedge,
        direction=direction,
    )
    signed = (loose, tight) if sign > 0 else (-loose, -tight)
    return Fact(
        name, figure, *signed, "", "", "", aspect or ("level" if kind == "money" else "change-rate"), "", "reported"
    )


def relation(name: str, rule: str, excuse: str | None = None, inferred: bool = False, /, **roles: str) -> Relation:
    """An id, a rule and its roles, each with fact ids separated by spaces → the relation."""
    filled = tuple((role, tuple(ids.split())) for role, ids in roles.items())
    return Relation(name, rule, filled, inferred, excuse)


def pack(folder: str = RULES) -> Pack:
    """A rules folder → its pack, compiled now."""
    scope: dict[str, object] = {}
    exec(compiled(folder)[0], scope)  # noqa: S102
    rules, projections = scope["PACK"], scope["PROJECTIONS"]
    assert isinstance(rules, tuple)
    assert isinstance(projections, dict)
    return Pack(rules, projections, "", (folder,))
