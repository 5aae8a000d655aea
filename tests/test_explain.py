"""From relations to findings: one slip makes one finding, the culprit first, with arithmetic that can be redone."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import fact, pack, relation

from checker import check
from checker.explain import judge
from checker.fact import Fact
from checker.finding import Checked, Finding
from checker.interval import point
from checker.numeral import printed
from checker.record import replace
from checker.relation import Relation

F = Fraction
PACK = pack()
Judged = tuple[tuple[Checked, ...], tuple[Finding, ...]]

CLEAN = {
    "total": "41.76 trillion yuan",
    "rate": "0.2%",
    "exports": "23.77 trillion yuan",
    "export_rate": "0.6%",
    "imports": "17.99 trillion yuan",
    "import_rate": "-0.3%",
    "green": "1.06 trillion yuan",
    "mark": "1 trillion",
    "green_rate": "29.9%",
    "share": "53.5%",
    "change": "3.1 points",
}


def figures(**changed: str) -> dict[str, Fact]:
    """The clean figures, some of them changed → facts by role."""
    found = {}
    for place, (role, text) in enumerate((CLEAN | changed).items(), 1):
        aspect = "change-rate" if "rate" in role else "share" if role == "share" else ""
        found[role] = fact(f"f{place}", text.lstrip("-"), -1 if text.startswith("-") else 1, aspect=aspect)
    mark, whole = found["mark"], point(F(10**12))
    assert mark.figure is not None
    found["mark"] = replace(mark, interval=whole, tight=whole, figure=replace(mark.figure, loose=whole, tight=whole))
    return found


def report(inferred: bool = False, excuse: str | None = None, /, **changed: str) -> Judged:
    """The clean figures, some of them changed → verdicts and findings."""
    f = figures(**changed)
    ids = {role: one.id for role, one in f.items()}
    parts = {"exports": ids["exports"], "imports": ids["imports"]}
    rates = {name: ids[name] for name in ("rate", "export_rate", "import_rate")}
    two = f"{ids['export_rate']} {ids['import_rate']}"
    relations = (
        relation(
            "r1", "two-part-sum", excuse, inferred, total=ids["total"], first=ids["exports"], second=ids["imports"]
        ),
        relation("r2", "weighted-growth", **parts, **rates),
        relation("r3", "mean-between", rate=ids["rate"], rates=two),
        relation("r4", "passed-before", now=ids["green"], mark=ids["mark"], rate=ids["green_rate"]),
        relation("r5", "point-change", now=ids["share"], change=ids["change"]),
    )
    return judge(tuple(f.values()), relations, PACK)


def test_clean_figures_are_silent_and_accounted_for() -> None:
    checked, findings = report()
    assert findings == ()
    assert [(one.relation.rule, one.verdict) for one in checked] == [
        ("two-part-sum", "consistent"),
        ("weighted-growth", "consistent"),
        ("mean-between", "consistent"),
        ("passed-before", "consistent"),
        ("point-change", "undecided"),
    ]
    assert checked[0].arithmetic == (
        "23.77 + 17.99 = 41.76 trillion yuan; allowing for rounding 41.750 to 41.770; "
        "the article says 41.76 trillion yuan"
    )
    assert checked[2].arithmetic == (
        "0.2% should be at least the smallest of 0.6, −0.3 and at most the largest of 0.6, −0.3"
    )
    assert checked[3].arithmetic == "29.9% should be at least 100 × 1.06 / 1 − 100 = 6.0%"
    assert checked[4].arithmetic == "53.5 − 3.1 = 50.4; allowing for rounding 50.3 to 50.5"
    assert dict(checked[4].implied)["before"].low == F("50.3")


SLIPS = [
    ("total", "41.67 trillion yuan", "41.76 trillion yuan", "transposition", ("41.750", "41.770")),
    ("exports", "27.37 trillion yuan", "23.77 trillion yuan", "transposition", ("23.760", "23.780")),
    ("imports", "19.79 trillion yuan", "17.99 trillion yuan", "transposition", ("17.980", "18.000")),
    ("rate", "2.0%", "0.2%", "transposition", ("0.160", "0.261")),
    ("import_rate", "0.3%", "down 0.3%", "sign", ("−0.504", "−0.143")),
    ("green_rate", "2.99%", "29.9%", "decimal-point", None),
    ("total", "4.176 trillion yuan", "41.76 trillion yuan", "decimal-point", ("41.7500", "41.7700")),
    ("total", "41.76 billion yuan", "41.76 trillion yuan", "scale", None),
]


@pytest.mark.parametrize("role, text, meant, slip, ends", SLIPS, ids=[f"{row[0]} {row[1]}" for row in SLIPS])
def test_one_slip_one_finding(role: str, text: str, meant: str, slip: str, ends: tuple[str, str] | None) -> None:
    checked, findings = report(**{role: text})
    assert len(findings) == 1
    assert findings[0].level == "error"
    first = findings[0].suspects[0]
    assert first.figure == figures()[role].id
    assert first.figure in findings[0].figures
    assert (first.repair, first.slip) == (meant, slip)
    if ends is not None:
        assert (first.low, first.high) == ends
    assert findings[0].arithmetic
    assert "inconsistent" in [one.verdict for one in checked]


def test_the_finding_in_words() -> None:
    finding = report(total="41.67 trillion yuan")[1][0]
    assert finding.rule == "two-part-sum"
    assert finding.figures == ("f1", "f3", "f5")
    assert finding.message == "41.67 trillion yuan does not agree with the other figures"
    assert finding.arithmetic == (
        "23.77 + 17.99 = 41.76 trillion yuan; allowing for rounding 41.750 to 41.770; "
        "the article says 41.67 trillion yuan",
    )


def test_two_slips_make_two_findings() -> None:
    findings = report(total="41.67 trillion yuan", rate="2.0%", green_rate="2.99%")[1]
    assert [one.suspects[0].repair for one in findings] == ["41.76 trillion yuan", "0.2%", "29.9%"]


@pytest.mark.parametrize("inferred, excuse", [(True, None), (False, "preliminary figures")])
def test_doubt_makes_a_warning(inferred: bool, excuse: str | None) -> None:
    finding = report(inferred, excuse, total="41.67 trillion yuan")[1][0]
    assert (finding.level, finding.excuse) == ("warning", excuse)


def test_ids_follow_the_words_and_not_the_place() -> None:
    first = report(total="41.67 trillion yuan")[1][0]
    again = report(total="41.67 trillion yuan")[1][0]
    other = report(total="41.86 trillion yuan")[1][0]
    assert first.id == again.id
    assert first.id != other.id
    assert len(first.id) == 8


def small(*rows: tuple[str, int], rule: str, **roles: str) -> Judged:
    """Figures with their signs, one rule and its roles → verdicts and findings."""
    facts = tuple(fact(f"f{n}", text, sign, aspect="level") for n, (text, sign) in enumerate(rows, 1))
    return judge(facts, (relation("r1", rule, **roles),), PACK)


def test_trailing_zeros_that_may_be_rounding_are_a_note() -> None:
    checked, findings = small(
        ("600,000", 1), ("556,000", 1), ("41,000", 1), rule="two-part-sum", total="f1", first="f2", second="f3"
    )
    assert [one.level for one in findings] == ["note"]
    assert checked[0].verdict == "consistent-rounding"


@pytest.mark.parametrize(
    "text, level",
    [
        ("Sales rose to 3.8 million crowns from 3.8 million.", None),
        ("Sales rose to about 3 million crowns from 3.1 million.", None),
        ("Sales rose 50 percent to 1.89 million crowns from 1.26 million.", None),
        ("Sales rose more than 30 percent to 1.89 million crowns from 1.42 million.", None),
        ("Sales surged to 2.6bn crowns from 3bn.", "warning"),
        ("Sales climbed to 127 million crowns from 130 million.", "warning"),
        ("The loss narrowed to 3 billion crowns from 2.6 billion.", "warning"),
        ("Profit per share rose 50 percent to 1.86 crowns from 1.26 crowns.", "warning"),
        ("Shares of Corve closed up 7 cents, or about 2 percent, to $32.30.", "warning"),
        ("Sales climbed to 127 million crowns from 131 million.", "error"),
    ],
)
def test_what_only_its_last_digits_excuse_is_a_warning(text: str, level: str | None) -> None:
    assert [one.level for one in check(text + "\n").findings] == ([level] if level else [])


def test_only_thanks_to_rounding() -> None:
    checked, findings = small(
        ("41.77 trillion", 1),
        ("23.77 trillion", 1),
        ("17.99 trillion", 1),
        rule="two-part-sum",
        total="f1",
        first="f2",
        second="f3",
    )
    assert findings == ()
    assert checked[0].verdict == "consistent-rounding"


def test_readings_are_told_apart() -> None:
    checked, findings = small(
        ("7.0%", 1), ("5.0%", 1), ("2.0%", 1), rule="change-of-share", now="f1", before="f2", change="f3"
    )
    assert findings == ()
    assert checked[0].readings == (("points", "consistent"), ("percent", "inconsistent"))
    assert checked[0].verdict == "consistent"


def test_mixed_scales_show_their_words() -> None:
    checked, _ = small(
        ("1.2 billion", 1),
        ("900 million", 1),
        ("300 million", 1),
        rule="two-part-sum",
        total="f1",
        first="f2",
        second="f3",
    )
    assert checked[0].arithmetic.startswith("900 million + 300 million = 1.2 billion; allowing for rounding 1.1")


def test_a_list_is_written_out() -> None:
    checked, findings = small(
        ("113 million", 1),
        ("71 million", 1),
        ("31 million", 1),
        ("11 million", 1),
        rule="part-list",
        total="f1",
        parts="f2 f3 f4",
    )
    assert checked[0].arithmetic.startswith("71 + 31 + 11 = 113 million")
    assert findings == ()


def test_relations_without_facts_say_nothing() -> None:
    assert judge((), (), PACK) == ((), ())


def test_the_order_of_relations_does_not_change_the_culprit() -> None:
    f = figures(total="41.67 trillion yuan")
    rows: tuple[Relation, ...] = (
        relation("r1", "two-part-sum", total="f1", first="f3", second="f5"),
        relation("r2", "weighted-growth", exports="f3", imports="f5", rate="f2", export_rate="f4", import_rate="f6"),
    )
    one, other = (judge(tuple(f.values()), order, PACK)[1][0] for order in (rows, rows[::-1]))
    assert one == other


levels = st.fractions(F(1, 2), F(90), max_denominator=10**4)
rates = st.fractions(F(-40), F(80), max_denominator=10**3)
places = st.lists(st.integers(0, 3), min_size=6, max_size=6)


def web(
    exports: Fraction, imports: Fraction, export_rate: Fraction, import_rate: Fraction, at: list[int]
) -> dict[str, str]:
    """Two levels and their growth → all six figures, true and printed with any number of decimals."""
    before = exports * 100 / (100 + export_rate) + imports * 100 / (100 + import_rate)
    rate = (exports + imports) * 100 / before - 100
    rows = {"exports": exports, "imports": imports, "total": exports + imports}
    rows |= {"export_rate": export_rate, "import_rate": import_rate, "rate": rate}
    likes = ["1" + ("." + "1" * n if n else "") for n in at]
    texts = {
        role: printed(value, like).replace("−", "-") for (role, value), like in zip(rows.items(), likes, strict=True)
    }
    return {role: f"{text}%" if "rate" in role else f"{text} trillion yuan" for role, text in texts.items()}


@settings(max_examples=60)
@given(levels, levels, rates, rates, places)
def test_true_figures_never_disagree(
    exports: Fraction, imports: Fraction, export_rate: Fraction, import_rate: Fraction, at: list[int]
) -> None:
    checked, findings = report(**web(exports, imports, export_rate, import_rate, at))
    assert [one for one in findings if one.level != "note"] == []
    assert all(one.verdict != "inconsistent" for one in checked)


@settings(max_examples=40)
@given(levels, levels, st.sampled_from(["exports", "imports", "total"]), st.integers(3, 900))
def test_a_figure_moved_too_far_is_caught_and_suspected(
    exports: Fraction, imports: Fraction, role: str, steps: int
) -> None:
    texts = web(exports, imports, F(1), F(2), [2, 2, 2, 1, 1, 1])
    moved = F(texts[role].split()[0]) + F(steps, 100)
    findings = report(**texts | {role: f"{printed(moved, '1.11')} trillion yuan"})[1]
    assert findings
    names = [suspect.figure for one in findings for suspect in one.suspects]
    assert figures()[role].id in names


def test_a_direction_word_can_be_the_slip() -> None:
    f = (fact("f1", "5 million"), fact("f2", "7 million"), fact("f3", "1"))
    up = replace(f[2], interval=point(F(1)), tight=point(F(1)))
    checked, findings = judge(
        (f[0], f[1], up), (relation("r1", "direction", now="f1", before="f2", direction="f3"),), PACK
    )
    assert checked[0].verdict == "inconsistent"
    word = next(suspect for suspect in findings[0].suspects if suspect.figure == "f3")
    assert (word.repair, word.slip) == (None, "sign")
