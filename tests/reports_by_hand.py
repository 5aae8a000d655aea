"""Reports written out by hand, over an invented article, so that renderers are tried without the stages before them."""

from __future__ import annotations

from fractions import Fraction

from checker.article import Article, Block
from checker.fact import Fact, Link
from checker.figure import Figure
from checker.finding import Checked, Finding, Report, State, Suppressed, Suspect
from checker.interval import ALL, Interval, closed
from checker.record import replace
from checker.relation import Relation

MILLION = Fraction(10**6)

TEXT = """\
Harbour of Alden has a record year

The harbour handled 41.67 million tonnes of cargo in 2031, the port office said on Tuesday. Imports were 23.77 million \
tonnes and exports 17.99 million tonnes, so that the quays, cranes and sheds along both banks of the river were in use \
for a larger part of the year than ever since the opening, and cargo rose 1.4 percent from 2030.
Grain made up 25 percent of imports, an increase of 2.9 percent.

\t港口 café\u0301: "nearly 1,200 meals" a day, 3 cooks.

Please enter your comment!
"""

# words as printed, digits, scale, kind, unit, half a last digit, state, why
_ROWS: list[tuple[str, str, Fraction, str, str, str, str, str]] = [
    ("41.67 million tonnes", "41.67", MILLION, "count", "tonne", "0.005", "checked", "sum-of-parts"),
    ("2031", "2031", Fraction(1), "date", "", "0", "ignored", "a year"),
    ("23.77 million tonnes", "23.77", MILLION, "count", "tonne", "0.005", "checked", "sum-of-parts"),
    ("17.99 million tonnes", "17.99", MILLION, "count", "tonne", "0.005", "checked", "sum-of-parts"),
    (
        "1.4 percent",
        "1.4",
        Fraction(1),
        "percent",
        "percent",
        "0.05",
        "implied",
        "gives the cargo of 2030: 41.07 to 41.12",
    ),
    ("2030", "2030", Fraction(1), "date", "", "0", "ignored", "a year"),
    ("25 percent", "25", Fraction(1), "percent", "percent", "0.5", "checked", "share-and-change"),
    ("2.9 percent", "2.9", Fraction(1), "percent", "percent", "0.05", "checked", "share-and-change"),
    ("nearly 1,200 meals", "1,200", Fraction(1), "count", "meal", "50", "unchecked", "no other figure is about meals"),
    ("3 cooks", "3", Fraction(1), "count", "cook", "0", "unchecked", "no other figure is about cooks"),
]


def _figures(text: str, total: str) -> tuple[Figure, ...]:
    """An article and the total it prints → its figures, in order of the text."""
    found, after = [], 0
    for number, (words, digits, scale, kind, unit, half, state, why) in enumerate(_ROWS, 1):
        words, digits = words.replace("41.67", total), digits.replace("41.67", total)
        start = text.index(words, after)
        after = start + len(words)
        value = Fraction(digits.replace(",", ""))
        interval = closed((value - Fraction(half)) * scale, (value + Fraction(half)) * scale)
        found.append(
            Figure(
                id=f"f{number}",
                start=start,
                end=after,
                text=words,
                kind=kind,
                unit=unit,
                digits=digits,
                digits_start=text.index(digits, start),
                scale=scale,
                value=value * scale,
                tight=interval,
                loose=interval,
                hedge="nearly" if words.startswith("nearly") else "",
                direction="up" if digits == "1.4" else "",
                ignored=why if state == "ignored" else "",
            )
        )
    return tuple(found)


def _facts(found: tuple[Figure, ...]) -> tuple[Fact, ...]:
    measures = {"f1": "cargo", "f3": "imports", "f4": "exports", "f5": "cargo", "f7": "imports", "f8": "imports"}
    aspects = {"f5": "change-rate", "f7": "share", "f8": "share-change"}
    links = {"f3": (Link("f1", "part-of"),), "f4": (Link("f1", "part-of"),), "f5": (Link("f1", "change-of"),)}
    implied = Fact("i1", None, ALL, ALL, "cargo", "Alden", "2030", "level", "", "reported")
    printed = [
        Fact(
            id=figure.id,
            figure=figure,
            interval=figure.loose,
            tight=figure.tight,
            measure=measures.get(figure.id, ""),
            place="Alden" if figure.id in measures else "",
            period="2031",
            aspect=aspects.get(figure.id, "level"),
            basis="",
            modality="reported",
            links=links.get(figure.id, ()),
        )
        for figure in found
        if not figure.ignored
    ]
    return (*printed, implied)


ARTICLE = Article(
    path="articles/alden.txt",
    text=TEXT,
    encoding="utf-8",
    notes=(),
    blocks=(
        Block("headline", 0, 34, ((0, 34),)),
        Block("paragraph", 36, TEXT.index("Grain") - 1, ((36, 127), (128, TEXT.index("Grain") - 1))),
        Block("paragraph", TEXT.index("Grain"), TEXT.index("\n\n\t"), ((TEXT.index("Grain"), TEXT.index("\n\n\t")),)),
        Block("paragraph", TEXT.index("港"), TEXT.index("\n\nPlease"), ((TEXT.index("港"), TEXT.index("\n\nPlease")),)),
        Block("boilerplate", TEXT.index("Please"), len(TEXT) - 1, ((TEXT.index("Please"), len(TEXT) - 1),)),
    ),
    source=TEXT,
)

SUM = Relation("r1", "sum-of-parts", (("total", ("f1",)), ("parts", ("f3", "f4"))))
GROWTH = Relation("r2", "growth-from-levels", (("now", ("f1",)), ("before", ("i1",)), ("rate", ("f5",))))
SHARE = Relation("r3", "share-and-change", (("share", ("f7",)), ("change", ("f8",))), inferred=True)

ERROR = Finding(
    id="1c0ffee1",
    rule="sum-of-parts",
    level="error",
    figures=("f1", "f3", "f4"),
    message="41.67 million tonnes is not the sum of 23.77 million tonnes and 17.99 million tonnes",
    arithmetic=("23.77 + 17.99 = 41.76 million tonnes; allowing for rounding 41.75 to 41.77; the article says 41.67",),
    excuse=None,
    suspects=(
        Suspect("f1", "41.76", "41.75", "41.77", "transposition"),
        Suspect("f3", None, "23.67", "23.69", None),
        Suspect("f4", "17.90", "17.89", None, "digit"),
        Suspect("f3", None, None, "23.69", None),
    ),
)
NOTE = Finding(
    id="0ddba115",
    rule="share-and-change",
    level="note",
    figures=("f8", "f7"),
    message='"an increase of 2.9 percent" of a share can be read as percent or as percentage points',
    arithmetic=("25 − 2.9 = 22.1 percent before, if percentage points", "25 ÷ 1.029 = 24.3 percent before, if percent"),
    excuse="share in loose wording",
    suspects=(),
)

SUPPRESSED = Suppressed(
    replace(ERROR, id="5e771ed0"),
    *("decision", "accepted", "the port office rounds each quay apart", "articles/alden.txt.decisions.toml"),
    who="mk",
    on="2031-04-05",
)

_STATES = tuple(State(f"f{n}", row[6], row[7]) for n, row in enumerate(_ROWS, 1))
FIGURES = _figures(TEXT, "41.67")

BROKEN = Report(
    article=ARTICLE,
    figures=FIGURES,
    facts=_facts(FIGURES),
    checked=(
        Checked(SUM, "inconsistent", ERROR.arithmetic[0], (), ()),
        Checked(
            GROWTH,
            "consistent",
            "41.67 ÷ 1.014 = 41.09 million tonnes; allowing for rounding 41.07 to 41.12",
            (("before", Interval(Fraction(41665000000, 10145) * 10, Fraction(41070000), False, True)),),
            (),
        ),
        Checked(SHARE, "undecided", NOTE.arithmetic[0], (), (("points", "consistent"), ("percent", "consistent"))),
    ),
    findings=(NOTE, ERROR),
    states=_STATES,
)

CLEAN_TEXT = TEXT.replace("41.67", "41.76")
CLEAN_FIGURES = _figures(CLEAN_TEXT, "41.76")
CLEAN = Report(
    article=Article(
        "articles/clean.txt", CLEAN_TEXT, "cp1252", ("read as cp1252: not valid UTF-8",), ARTICLE.blocks, CLEAN_TEXT
    ),
    figures=CLEAN_FIGURES,
    facts=_facts(CLEAN_FIGURES),
    checked=(Checked(SUM, "consistent", "23.77 + 17.99 = 41.76 million tonnes, as printed", (), ()),),
    findings=(),
    states=_STATES,
)

EMPTY = Report(Article("articles/empty.txt", "", "utf-8", (), (), ""), (), (), (), (), ())
