"""An invented article with a slip that no rule can see, and what a witness says of it, for the tests of the witness."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from checker.article import read
from checker.finding import Report
from checker.mask import mask
from checker.pack import Pack, load_pack
from checker.pipeline import check
from checker.record import replace
from checker.statement import statement_of
from checker.testimony import Testimony, weigh

ARTICLE = """Openings at the yards reach 5.2 million

Of the posts that Varn's yards could not fill, the labour office counted 5.9 million, 1.2 million of them for welders.
Rents in Varn rose 4 percent to 104 crowns from 100 crowns.

The yards were founded in 1950, and the oldest,
Alda, was 70 years old in 2020. Three others, first Brenn and then Corve, came later.
Two yards, owned half each by Tolland, paid 30 dollars ($32 each) for berths; shares of 62 percent went to the crown.
"""
CLEAN = ARTICLE.replace("5.9", "5.2")

# n1 openings, n2 posts, n3 welders, n4 rise, n5 and n6 rents, n7 year, n8 age, n9 year, n10 others, n11 yards …
CHAIN: dict[str, Any] = {
    "ids": ["n1", "n2"],
    "words": ["Openings at the yards reach ⟦n1⟧", "the labour office counted ⟦n2⟧"],
}
PART = {"expression": "n3 < n2", "words": ["⟦n3⟧ of them for welders"]}
STATED: dict[str, Any] = {
    "figures": [{"id": "n1", "measure": "openings"}, {"id": "n2", "measure": "openings"}],
    "chains": [CHAIN],
    "relations": [PART, {"expression": "100 * n5 == n6 * (100 + n4)", "words": ["rose ⟦n4⟧ percent to ⟦n5⟧ crowns"]}],
    "counts": [],
}


@lru_cache(maxsize=1)
def rules() -> Pack:
    """The shipped rules."""
    return load_pack()


@lru_cache(maxsize=50)
def checked(text: str = ARTICLE) -> Report:
    """A text → the report by rules alone."""
    return check(read(text, "yards.txt"), rules())


def stated_of(stated: object, text: str = ARTICLE) -> Testimony:
    """What a witness stated of a text → what holds water."""
    return weigh(statement_of(stated), mask(text), checked(text), rules())


def related(expression: str, *words: str, text: str = ARTICLE) -> Testimony:
    """One relation and its words → what holds water."""
    return stated_of({"relations": [{"expression": expression, "words": list(words)}]}, text)


def alone(report: Report) -> Report:
    """A report with witnesses → what the rules say in it."""
    told = tuple(one for one in report.findings if one.bound_by == "rules")
    kept = tuple(one for one in report.checked if one.relation.bound_by == "rules")
    return replace(report, findings=told, checked=kept, witnesses=(), states=())
