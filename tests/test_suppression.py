"""What silences a finding and what does not: decisions, marks; then whole runs over articles that change."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
import reports_by_hand as hand
from calls import CLEAN, FIGURES, GRAIN, NAME, SLIP, TRADE, call
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import check
from checker.article import Exemption
from checker.aside import aside
from checker.clock import today
from checker.decision import SILENCING, VERDICTS, Decision, add, enter, read, render
from checker.desk import Desk
from checker.errors import CheckerError
from checker.finding import Heard, Remark, Report, Suppressed
from checker.options import Options
from checker.pack import load_pack
from checker.record import replace
from checker.selection import rules_named
from checker.source import Source
from checker.standing import standings
from checker.suppression import answered
from checker.witness import Witness
from checker.witnessrule import WITNESS

WORDS = hand.BROKEN.words(hand.ERROR)
ACCEPTED = Decision(hand.ERROR.name(), WORDS, "accepted", "each quay is rounded apart")
TODAY = Options((), today="2031-06-02")
RULES = (
    *(
        replace(load_pack().rules[0], id=name, code=code, family=family)
        for name, code, family in (
            ("sum-of-parts", "S1", "sums"),
            ("growth", "S2", "rates"),
            ("share-and-change", "S3 S4", "sums"),
        )
    ),
    WITNESS,
)


def states(report: Report, *decisions: Decision, options: Options = TODAY) -> list[str]:
    return [one.state for one in standings(report, decisions, options)]


# ── how a decision stands ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("verdict", VERDICTS)
def test_some_verdicts_silence(verdict: str) -> None:
    assert states(hand.BROKEN, replace(ACCEPTED, verdict=verdict)) == ["used" if verdict in SILENCING else "open"]


@pytest.mark.parametrize(
    "until, state", [("", "used"), ("2031-06-03", "used"), ("2031-06-02", "used"), ("2031-06-01", "expired")]
)
def test_a_decision_ends_with_its_last_day(until: str, state: str) -> None:
    assert states(hand.BROKEN, replace(ACCEPTED, until=until)) == [state]


@pytest.mark.parametrize(
    "changes, state, message",
    [
        pytest.param({}, "used", "", id="as it was decided"),
        pytest.param(
            {"figures": ("41.76 million tonnes", *WORDS[1:]), "finding": "sum-of-parts:00000000"},
            "lapsed",
            "sum-of-parts:00000000 was decided for 41.76 million tonnes, where the article now says "
            "41.67 million tonnes; decide sum-of-parts:1c0ffee1 anew",
            id="another value",
        ),
        pytest.param(
            {"figures": ("1,041.6 million tonnes", *WORDS[1:]), "finding": "sum-of-parts:00000000"},
            "lapsed",
            "was decided for 1,041.6 million tonnes, where",
            id="more digits",
        ),
        pytest.param(
            {"figures": ("41.76 million tonnes", *WORDS[1:])}, "lapsed", "", id="the name alone is not enough"
        ),
        pytest.param(
            {"finding": "sum-of-parts:00000000"}, "lapsed", "another finding with the same figures", id="another copy"
        ),
        pytest.param({"finding": "share-of:00000000"}, "unused", "share-of:00000000 is gone", id="another rule"),
        pytest.param(
            {"finding": "sum-of-parts:00000000", "figures": WORDS[:2]}, "unused", "is gone", id="fewer figures"
        ),
        pytest.param(
            {"finding": "sum-of-parts:00000000", "figures": ("41.67 billion tonnes", *WORDS[1:])},
            "unused",
            "is gone",
            id="another scale",
        ),
        pytest.param({"verdict": "needs-source"}, "open", "still needs a source: each quay", id="needs a source"),
        pytest.param({"verdict": "fixed"}, "open", "said to be fixed, yet the finding is still there", id="fixed"),
        pytest.param({"until": "2031-06-01"}, "expired", "was accepted until 2031-06-01; decide it anew", id="expired"),
    ],
)
def test_how_a_decision_stands(changes: dict[str, str], state: str, message: str) -> None:
    (one,) = standings(hand.BROKEN, [replace(ACCEPTED, **changes)], TODAY)  # type: ignore[arg-type]
    assert one.state == state
    assert message in one.message


def test_two_that_lapsed_find_two_in_order() -> None:
    twin = replace(hand.ERROR, id="00000002")
    report = replace(hand.BROKEN, findings=(hand.ERROR, twin))
    figures = ("1 million tonnes", *WORDS[1:])
    old = [replace(ACCEPTED, finding=f"sum-of-parts:0000000{n}", figures=figures) for n in "789"]
    found = standings(report, old, TODAY)
    assert [one.state for one in found] == ["lapsed", "lapsed", "unused"]
    assert [one.finding for one in found[:2]] == [hand.ERROR, twin]


def test_a_finding_that_is_decided_is_no_ones_successor() -> None:
    old = replace(ACCEPTED, finding="sum-of-parts:00000000", figures=("1 million tonnes", *WORDS[1:]))
    assert states(hand.BROKEN, old, ACCEPTED) == ["unused", "used"]


def test_a_rule_that_nobody_may_silence() -> None:
    options = replace(TODAY, unsuppressable=("sum-of-parts",))
    (one,) = standings(hand.BROKEN, [ACCEPTED], options)
    assert (one.state, one.message) == (
        "open",
        "sum-of-parts:1c0ffee1 cannot be silenced: what sum-of-parts finds has to be mended",
    )


def test_without_a_last_day_nobody_looks_at_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "not a time")
    assert states(hand.BROKEN, ACCEPTED, options=Options(())) == ["used"]
    with pytest.raises(CheckerError, match='"not a time" is no time'):
        states(hand.BROKEN, replace(ACCEPTED, until="2031-06-01"), options=Options(()))


@pytest.mark.parametrize("epoch, day", [("0", "1970-01-01"), ("1938000000", "2031-05-31")])
def test_what_day_it_is(monkeypatch: pytest.MonkeyPatch, epoch: str, day: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == day
    assert today("2031-04-05") == "2031-04-05"


_amounts = st.integers(10, 999).map(lambda n: f"{n // 10}.{n % 10}")
_accounts = st.tuples(_amounts, _amounts, _amounts)


def told(amounts: tuple[str, ...]) -> Report:
    exports, imports, trade = (f"{amount} billion crowns" for amount in amounts)
    return check(f"Exports of Maravel were {exports} in May and imports {imports}, for total trade of {trade}.")


@settings(max_examples=25)
@given(_accounts, st.data())
def test_a_decision_never_silences_other_figures(amounts: tuple[str, str, str], data: st.DataObject) -> None:
    changed = data.draw(st.just(amounts) | _accounts | st.permutations(amounts).map(tuple))
    before, now = told(amounts), told(changed)
    decisions = [Decision(one.name(), before.words(one), "accepted", "for this test") for one in before.findings]
    for one in standings(now, decisions, TODAY):
        assert one.state == "used" or changed != amounts
        assert one.state != "used" or (one.finding and now.words(one.finding) == one.decision.figures)


# ── what is set aside ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_set_aside_is_told_once_and_in_order() -> None:
    silenced = [
        Suppressed(one, "mark", "ignored", reason, "a.md:1")
        for one, reason in ((hand.ERROR, "first"), (hand.NOTE, "other"), (hand.ERROR, "second"))
    ]
    report = aside(hand.BROKEN, silenced, [Remark("unused", "x:1", "a.md:9", "gone")])
    assert report.findings == ()
    assert [(one.finding, one.reason) for one in report.suppressed] == [(hand.NOTE, "other"), (hand.ERROR, "first")]
    assert len(report.remarks) == 1
    assert aside(hand.BROKEN, [], []) == hand.BROKEN


START = hand.FIGURES[0].start
THIRD = hand.TEXT.index("The harbour")  # where the third line begins


def exempting(mark: Exemption) -> Report:
    """A mark → the report whose article bears it."""
    return replace(hand.BROKEN, article=replace(hand.ARTICLE, exemptions=(mark,)))


@pytest.mark.parametrize(
    "mark, silenced, remarks",
    [
        pytest.param(Exemption(("sum-of-parts",), "why", START, START + 1, THIRD), [hand.ERROR], [], id="on it"),
        pytest.param(Exemption(("sum-of-parts",), "why", 0, len(hand.TEXT), THIRD), [hand.ERROR], [], id="on the text"),
        pytest.param(
            Exemption(("sum-of-parts",), "why", START + 1, len(hand.TEXT), THIRD),
            [],
            [("unused", "sum-of-parts")],
            id="behind it, on the other figures of the finding",
        ),
        pytest.param(Exemption(("growth",), "why", 0, len(hand.TEXT), THIRD), [], [("unused", "growth")], id="a rule"),
        pytest.param(
            Exemption(("growth", "sum-of-parts", "share-and-change"), "why", 0, len(hand.TEXT), THIRD),
            [hand.NOTE, hand.ERROR],
            [("unused", "growth")],
            id="several rules",
        ),
        pytest.param(Exemption(("s1",), "why", 0, len(hand.TEXT), THIRD), [hand.ERROR], [], id="a code"),
        pytest.param(Exemption(("sums",), "why", 0, len(hand.TEXT), THIRD), [hand.NOTE, hand.ERROR], [], id="a family"),
        pytest.param(Exemption(("all",), "why", 0, len(hand.TEXT), THIRD), [hand.NOTE, hand.ERROR], [], id="all"),
        pytest.param(
            Exemption(("rates",), "why", 0, len(hand.TEXT), THIRD), [], [("unused", "rates")], id="another family"
        ),
    ],
)
def test_marks(mark: Exemption, silenced: list[object], remarks: list[tuple[str, str]]) -> None:
    report, _ = answered(exempting(mark), TODAY, RULES)
    assert [one.finding for one in report.suppressed] == silenced
    assert {(one.by, one.verdict, one.reason, one.place) for one in report.suppressed} <= {
        ("mark", "ignored", "why", f"{hand.ARTICLE.path}:3")
    }
    assert [(one.state, one.finding) for one in report.remarks] == remarks
    assert len(report.findings) + len(report.suppressed) == 2


@pytest.mark.parametrize("name", ["README.md", "docs/gate.md", "checker/exemption.py", "checker/frontmatter.py"])
def test_the_marks_of_the_manual_name_rules_that_there_are(name: str) -> None:
    text = (Path(__file__).parent.parent / name).read_text("utf-8")
    marks = re.findall(r"<!-- check: (?:ignore|off)\[([\w, -]+)\]|check: \{ignore: \[([\w, -]+)\]", text)
    named = {one.strip() for pair in marks for one in "".join(pair).split(",")} - {"rule-id"}
    assert named
    assert [one for one in named if not rules_named(one, load_pack().rules)] == []


@pytest.mark.parametrize(
    "name, ran, remarks",
    [
        ("growth", {"growth"}, ["unused"]),
        ("growth", {"sum-of-parts"}, []),
        ("sums", {"growth"}, []),
        ("witness", {"growth"}, []),
        ("witness", {"witness"}, ["unused"]),
    ],
)
def test_a_mark_on_a_rule_that_did_not_run_is_not_unused(name: str, ran: set[str], remarks: list[str]) -> None:
    marked = exempting(Exemption((name,), "why", 0, len(hand.TEXT), THIRD))
    report, _ = answered(replace(marked, findings=(), rules=frozenset(ran)), TODAY, RULES)
    assert [one.state for one in report.remarks] == remarks


def test_a_mark_on_a_rule_that_is_none_silences_nothing() -> None:
    mark = Exemption(("grwth", "sum-of-parts"), "why", 0, len(hand.TEXT), THIRD)
    report, problems = answered(exempting(mark), TODAY, RULES)
    assert (report.findings, report.remarks) == (hand.BROKEN.findings, ())
    assert problems == ((f"{hand.ARTICLE.path}:3", 'no rule is named "grwth"; did you mean growth?'),)


def test_a_mark_on_a_rule_that_nobody_may_silence() -> None:
    mark = Exemption(("sum-of-parts",), "why", 0, len(hand.TEXT), THIRD)
    report, _ = answered(exempting(mark), replace(TODAY, unsuppressable=("sum-of-parts",)), RULES)
    assert report.findings == hand.BROKEN.findings
    assert [(one.state, one.finding) for one in report.remarks] == [("open", hand.ERROR.name())]


@pytest.mark.parametrize("path", ["", "-", "no-such-folder/a.txt"])
def test_nothing_beside_an_article_changes_nothing(path: str) -> None:
    report = replace(hand.BROKEN, article=replace(hand.ARTICLE, path=path))
    assert answered(report, TODAY, RULES) == (report, ())


def test_no_file_costs_two_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def exists(path: str) -> bool:
        looked.append(path)
        return False

    monkeypatch.setattr(os.path, "exists", exists)
    assert answered(hand.CLEAN, Options(()), RULES) == (hand.CLEAN, ())
    assert looked == ["articles/clean.txt.decisions.toml", os.path.join("articles", "decisions.toml")]


# ── whole runs ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(text: str, name: str = "a.txt") -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


KNOWN = Decision(NAME, FIGURES, "accepted", "the customs office rounds by month", until="2031-06-30")


def test_refused_let_pass_and_back_when_a_figure_changes() -> None:
    article = written(SLIP)
    refused = call("a.txt")
    assert refused.status == 1
    assert f"  finding: {NAME}\n" in refused.out

    enter("a.txt", KNOWN)
    passed = call("--today", "2031-06-30", "a.txt")
    assert (passed.status, passed.err) == (0, "")
    assert passed.out.endswith("; 1 finding suppressed.\n")
    shown = call("-v", "--today", "2031-06-30", "a.txt").out.splitlines()
    assert shown[0].startswith(f"a.txt:3:103: suppressed {NAME}: 12.4 billion crowns and 9.1 billion crowns do not add")
    assert shown[0].endswith("— accepted: the customs office rounds by month (a.txt.decisions.toml:1)")

    article.write_text(SLIP.replace(" in May and", "\nin May and") + GRAIN.format("400,000"), "utf-8")
    assert call("--today", "2031-06-30", "a.txt").status == 0, "other lines and other figures do not matter"

    late = call("-q", "--today", "2031-07-01", "a.txt")
    assert late.status == 1
    assert late.err == f"a.txt.decisions.toml:1: expired: {NAME} was accepted until 2031-06-30; decide it anew\n"

    article.write_text(SLIP.replace("25.1", "26.1"), "utf-8")
    back = call("-q", "a.txt")
    assert back.status == 1
    assert back.err.startswith(
        f"a.txt.decisions.toml:1: lapsed: {NAME} was decided for 25.1 billion crowns, where the article now says "
        "26.1 billion crowns; decide parts-make-whole:"
    )

    article.write_text(CLEAN, "utf-8")
    clean = call("a.txt")
    assert (clean.status, clean.err) == (0, f"a.txt.decisions.toml:1: unused: {NAME} is gone; delete this decision\n")
    assert call("-q", "a.txt").err == ""


def test_a_second_slip_is_not_let_pass() -> None:
    written(SLIP + GRAIN.format("390,000"))
    enter("a.txt", replace(KNOWN, until=""))
    run = call("a.txt")
    assert run.status == 1
    assert "error growth-from-levels" in run.out
    assert "parts-make-whole" not in run.out
    assert "Found 1 error in 1 article" in run.out


def test_the_json_tells_who_answered_what() -> None:
    written(SLIP)
    enter("a.txt", replace(KNOWN, evidence="https://customs.example/may", by="mk", on="2031-06-02"))
    entry = json.loads(call("--format", "json", "--today", "2031-06-03", "a.txt").out)["articles"][0]
    assert entry["findings"] == entry["remarks"] == []
    (one,) = entry["suppressed"]
    assert f"{one['rule']}:{one['id']}" == NAME
    assert one["suppression"] == {
        "by": "decision",
        "verdict": "accepted",
        "reason": "the customs office rounds by month",
        "place": "a.txt.decisions.toml:1",
        "evidence": "https://customs.example/may",
        "who": "mk",
        "on": "2031-06-02",
        "until": "2031-06-30",
    }


def test_a_broken_file_of_decisions_hides_nothing() -> None:
    written(SLIP)
    written(SLIP, "b.txt")
    written(CLEAN, "c.txt")
    enter("b.txt", replace(KNOWN, until=""))
    Path("a.txt.decisions.toml").write_text(render([replace(KNOWN, verdict="ok")]), "utf-8")
    run = call("a.txt", "b.txt", "c.txt")
    assert run.status == 2
    assert run.out.count("error parts-make-whole") == 1
    assert "Found 1 error in 1 of 3 articles" in run.out
    assert run.err.startswith('a.txt.decisions.toml:4: "ok" is no verdict; allowed: accepted, ')
    assert len(run.err.splitlines()) == 1
    whole = json.loads(call("--format", "json", "a.txt", "b.txt", "c.txt").out)
    assert [len(entry["findings"]) for entry in whole["articles"]] == [1, 0, 0]
    assert [problem["path"] for problem in whole["problems"]] == ["a.txt.decisions.toml:4"]


@pytest.mark.parametrize(
    "mark, message",
    [
        ("<!-- check: ignore[parts-make-whole] ok -->", '"check: ignore" gives "ok" as its reason; say why in 10'),
        ("<!-- check: ignore[parts-make-hole] as it was printed -->", "did you mean parts-make-whole"),
        ("<!-- check: ignore[parts make] as it was printed -->", 'names "parts make", which can be no rule'),
    ],
)
def test_a_broken_mark_hides_nothing(mark: str, message: str) -> None:
    written(SLIP.replace("Exports", f"{mark}\n\nExports"), "a.md")
    run = call("a.md")
    assert run.status == 2
    assert run.out.count("error parts-make-whole") == 1
    assert run.err.startswith("a.md:3: ")
    assert message in run.err
    (entry,) = json.loads(call("--format", "json", "a.md").out)["articles"]
    assert (len(entry["findings"]), entry["suppressed"]) == (1, [])
    assert call("--baseline", "known.json", "--add-to-baseline", "a.md").status == 2
    assert json.loads(Path("known.json").read_text("utf-8"))["entries"] == []


def test_a_broken_file_of_a_folder_is_told_once() -> None:
    for n in range(3):
        written(SLIP, f"desk/{n}.txt")
    Path("desk/decisions.toml").write_text("[[decision]\n", "utf-8")
    run = call("desk")
    assert run.status == 2
    assert run.out.count("error parts-make-whole") == 3
    assert run.err.count("desk/decisions.toml:1: not valid TOML") == 1


def test_the_file_of_a_folder_speaks_for_the_articles_it_names() -> None:
    for name in ("desk/a.txt", "desk/b.txt"):
        written(SLIP, name)
    add("desk/decisions.toml", replace(KNOWN, article="a.txt", until=""))
    run = call("desk")
    assert run.status == 1
    assert run.err == ""
    assert "desk/b.txt:3:103: error" in run.out
    assert "in 1 of 2 articles" in run.out
    assert run.out.endswith("; 1 finding suppressed.\n")


def test_standard_input_has_no_decisions() -> None:
    Path("-.decisions.toml").write_text(render([KNOWN]), "utf-8")
    Path("decisions.toml").write_text("broken", "utf-8")
    report = replace(check(SLIP), article=replace(check(SLIP).article, path="-"))
    assert answered(report, TODAY, RULES) == (report, ())


def test_several_processes_tell_the_same() -> None:
    for n in range(20):
        written(TRADE.format(f"{30 + n}.5"), f"desk/{n:02}.txt")
        found = check(TRADE.format(f"{30 + n}.5"))
        name, words = found.findings[0].name(), found.words(found.findings[0])
        verdict = VERDICTS[n % len(VERDICTS)]
        enter(os.path.join("desk", f"{n:02}.txt"), Decision(name, words, verdict, "for this test"))
    Path("desk/07.txt.decisions.toml").write_text("broken", "utf-8")
    for format_ in ("text", "json"):
        alone, many = (call("--format", format_, "-v", "--jobs", jobs, "desk") for jobs in ("1", "2"))
        assert alone.status == 2
        assert alone == many
    assert len(read("desk/06.txt.decisions.toml")) == 1


@pytest.mark.parametrize("day", ["tomorrow", "2031-02-29", "2031-6-1"])
def test_a_day_that_is_none(day: str) -> None:
    written(CLEAN)
    run = call("--today", day, "a.txt")
    assert run.status == 2
    assert f'"{day}" is no day; write it as in 2031-04-05' in run.err


@pytest.mark.parametrize(
    "failures, heard", [([], False), ([""], True), (["", ""], True), (["refused"], False), (["", "refused"], False)]
)
def test_the_report_tells_whether_a_witness_was_heard(
    monkeypatch: pytest.MonkeyPatch, failures: list[str], heard: bool
) -> None:
    told = tuple(Heard("m", "1", "", "", failure=failure) for failure in failures)
    monkeypatch.setattr(Witness, "hear", lambda _self, report, _pack: replace(report, witnesses=told))
    written(CLEAN)
    desk = Desk(Options(("a.txt",), ignore=("parts-make-whole",), witness="."), load_pack(), ())
    report = desk.checked(Source("a.txt"))
    assert report.ran("witness") == heard
    assert (report.ran("growth-from-levels"), report.ran("parts-make-whole")) == (True, False)
