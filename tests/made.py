"""Short notation for tests of the engine → facts and relations, without reading any text.

fact("f1", "23.77 trillion yuan", kind="money", scale=10**12)
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker.compile import compiled, generate
from checker.fact import Fact
from checker.figure import Figure
from checker.interval import POSITIVE, Interval
from checker.numeral import read
from checker.pack import Pack
from checker.relation import Relation
from checker.rule import Reading, Role, Rule
from checker.system import Bound, System, system_of

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


def stated(texts: list[str], figures: dict[str, Interval]) -> System:
    """Relations written over names ("total == exports + imports") and what each printed name admits → their system.

    Names that are not printed are amounts above zero.
    """
    bound: list[Bound] = []
    known: dict[str, Fact] = {}
    for number, text in enumerate(texts, 1):
        names = list(dict.fromkeys(re.findall(r"[a-z]\w*", text)))
        roles = tuple(Role(name) for name in names)
        reading = (Reading("", (text,)),)
        rule = Rule(text, "balance", "R00", "error", reading, "", names[0], (), roles)
        for name in names:
            known.setdefault(name, _named(name, len(known), figures.get(name)))
        filled = {name: (known[name],) for name in names}
        one = Relation(f"r{number}", rule.id, tuple((name, (name,)) for name in names))
        bound.append(Bound(one, rule, _solved(rule), filled))
    return system_of(bound)


@lru_cache(maxsize=500)
def _solved(rule: Rule) -> Any:
    """A rule → its projections, compiled once."""
    scope: dict[str, Any] = {}
    exec(generate([rule], "none"), scope)  # noqa: S102
    return scope["PROJECTIONS"][rule.id]


def _named(name: str, number: int, held: Interval | None) -> Fact:
    if held is None:
        return Fact(name, None, POSITIVE, POSITIVE, "", "", "", "hidden", "", "reported")
    figure = Figure(
        name, 9 * number, 9 * number + 2, "00", "money", "", "00", 9 * number, Fraction(1), None, held, held
    )
    return Fact(name, figure, held, held, "", "", "", "change-rate", "", "reported")


# Two articles with a slip in each: from 37.1 to 46.1 is no 12 percent.
NEWS_HTML = """<!doctype html>
<html lang="en">
<head><title>Harbour dues bring in more - The Tern</title><style>p { margin: 12px }</style></head>
<body>
<nav><a href="/">Home</a> <a href="/trade/2031">Trade 2031</a></nav>
<article>
  <h1>Harbour dues bring in 12&nbsp;percent more</h1>
  <p>Dues at the port of Selmouth rose <em>12</em> percent to <b>&pound;46.1</b>&nbsp;million in 2031
     from <a href="/archive/2030?p=7">&pound;37.1
     million</a> in 2030<sup>1</sup>.</p>
  <aside>In numbers: 3 docks, 14 cranes.</aside>
  <table>
    <tr><th>Quay</th><th>2030</th><th>2031</th></tr>
    <tr><td>North</td><td>17.9</td><td>21.6</td></tr>
  </table>
</article>
<footer>© 2032 The Tern</footer>
</body>
</html>
"""

NEWS_MARKDOWN = """---
title: Harbour dues bring in 12 percent more
date: 2032-02-03
---
The harbour board met on Monday.

> Dues at the port of Selmouth rose *12* percent to **£46.1
> million** in 2031 from [£37.1 million](/archive/2030?p=7 "page 7") in 2030[^1].

```
berths = 14
```

| Quay  | 2030 | 2031 |
|-------|-----:|-----:|
| North | 17.9 | 21.6 |

[^1]: Restated for the new dock.
"""
