"""`crossfoot decide`: asked one by one, by options, listed, pruned and taken over from another file."""

from __future__ import annotations

from pathlib import Path

import pytest
from calls import CLEAN, FIGURES, GRAIN, NAME, SLIP, Called, call

from checker.decision import Decision, add, enter, on_article, read, render
from checker.record import replace

BOTH = SLIP + GRAIN.format("390,000")
GROWTH = "growth-from-levels:9f6e9919"
REASON = "the customs office rounds by month"
ONE = Decision(NAME, FIGURES, "accepted", REASON)
DAY = "2031-05-31"


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1938000000")
    Path("clean.txt").write_text(CLEAN, "utf-8")
    Path("a.txt").write_text(BOTH, "utf-8")


def typed(*lines: str, options: tuple[str, ...] = ()) -> Called:
    return call("decide", *options, "a.txt", stdin="".join(f"{line}\n" for line in lines))


def decided() -> list[tuple[str, str, str]]:
    return [(one.finding, one.verdict, one.reason) for one in on_article("a.txt")]


# ── asked one by one ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_to_decide_writes_nothing() -> None:
    run = call("decide", "clean.txt")
    assert run == (0, "0 decisions written, 0 findings left.\n", "")
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "clean.txt"]


@pytest.mark.parametrize(
    "lines, expected",
    [
        pytest.param([], [], id="the end of the input"),
        (["q"], []),
        (["k", "k"], []),
        (["u", "q"], []),
        (["?", "nonsense", "", "q"], []),
        pytest.param(["a", "", "q"], [], id="no reason goes back"),
        pytest.param(["a", "too short", "", "q"], [], id="a short reason is asked for again"),
        (["a", REASON, "", "q"], [(NAME, "accepted", REASON)]),
        (["k", "x", REASON, ""], [(GROWTH, "false-alarm", REASON)]),
        (["c", REASON, "", "s", REASON, ""], [(NAME, "source-confirmed", REASON), (GROWTH, "needs-source", REASON)]),
        pytest.param(["a", REASON, "", "u", "q"], [], id="undone"),
        pytest.param(["a", REASON, "", "u", "x", REASON, "", "q"], [(NAME, "false-alarm", REASON)], id="thought over"),
        pytest.param(["a", REASON], [], id="the end of the input before the last question"),
        pytest.param(["a", REASON, ""], [(NAME, "accepted", REASON)], id="what was written stays"),
    ],
)
def test_what_is_typed(lines: list[str], expected: list[tuple[str, str, str]]) -> None:
    run = typed(*lines)
    assert run.status == 0
    assert decided() == expected
    count = f"{len(expected)} decision{'s' * (len(expected) != 1)} written"
    assert run.out.splitlines()[-1].removeprefix(" ").split(": ")[-1].startswith(count)


def test_what_is_shown() -> None:
    out = typed("?", "a", REASON, "https://customs.example/may", "q").out
    assert out.startswith("a.txt:3:103: error parts-make-whole: 12.4 billion crowns and 9.1 billion crowns do not add")
    assert "1 of 2 [a/x/c/s/k/u/q/?]: " in out
    assert "  x  false alarm: they were read wrongly\n" in out
    assert out.index("error growth-from-levels") > out.index("evidence, if any: ")
    assert out.endswith("1 decision written, 1 finding left.\n")
    (one,) = on_article("a.txt")
    assert (one.figures, one.evidence, one.on) == (FIGURES, "https://customs.example/may", DAY)


def test_what_is_answered_is_not_asked_again() -> None:
    enter("a.txt", ONE)
    run = typed("k")
    assert NAME not in run.out
    assert run.out.endswith("0 decisions written, 1 finding left.\n")


def test_what_was_decided_before_is_told_and_comes_back_when_undone() -> None:
    enter("a.txt", replace(ONE, verdict="needs-source", reason="ask the customs office"))
    run = typed("a", REASON, "", "u", "q")
    assert f"open: {NAME} still needs a source: ask the customs office" in run.out
    assert decided() == [(NAME, "needs-source", "ask the customs office")]


def test_options_of_every_decision() -> None:
    typed("a", REASON, "x", REASON, options=("--by", "mk", "--until", "2031-12-31", "--evidence", "release 4"))
    told = [(one.by, one.until, one.evidence) for one in on_article("a.txt")]
    assert told == [("mk", "2031-12-31", "release 4")] * 2


# ── by options ────────────────────────────────────────────────────────────────────────────────────────────────────────


def by_name(name: str = NAME, verdict: str = "accepted", reason: str = REASON, *more: str) -> Called:
    return call("decide", "a.txt", "--finding", name, "--verdict", verdict, "--reason", reason, *more)


def test_one_by_its_name() -> None:
    run = by_name(NAME, "source-confirmed", REASON, "--evidence", "https://customs.example/may", "--by", "mk")
    assert run == (0, "", f"a.txt.decisions.toml: {NAME} source-confirmed\n")
    (one,) = on_article("a.txt")
    expected = replace(ONE, verdict="source-confirmed", evidence="https://customs.example/may", by="mk", on=DAY)
    assert replace(one, place="") == expected
    assert by_name(NAME, "false-alarm").status == 0
    assert decided() == [(NAME, "false-alarm", REASON)]


def test_into_the_file_of_the_folder_if_there_is_one() -> None:
    Path("decisions.toml").write_text("# what the desk knows\n", "utf-8")
    assert by_name().err.startswith("decisions.toml: ")
    start = '# what the desk knows\n\n[[decision]]\narticle  = "a.txt"\n'
    assert Path("decisions.toml").read_text("utf-8").startswith(start)
    assert call("a.txt").out.endswith("; 1 finding suppressed.\n")


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["a.txt", "--finding", NAME], "give --finding, --verdict and --reason together"),
        (["a.txt", "--verdict", "accepted", "--reason", REASON], "give --finding, --verdict and --reason together"),
        (["a.txt", "--list", "--prune"], "or one of --list, --prune and --import"),
        (["a.txt", "--list", "--finding", NAME, "--verdict", "fixed", "--reason", REASON], "or one of --list"),
        ([], "Missing argument 'ARTICLE'"),
        (["-"], "-: a decision stands beside its article; save the text and name the file"),
        (["."], ".: this is a folder; name one article"),
        (["missing.txt"], "missing.txt: no such file or folder"),
        (["a.txt", "--import", "missing.toml"], "missing.toml: cannot be read: No such file"),
    ],
)
def test_what_cannot_be_asked(arguments: list[str], message: str) -> None:
    run = call("decide", *arguments)
    assert run.status == 2
    assert message in run.err


@pytest.mark.parametrize(
    "arguments, message",
    [
        (("parts-make-whole:56f1fbce",), f'no finding is named "parts-make-whole:56f1fbce"; did you mean "{NAME}"?'),
        (("x",), f'a.txt: no finding is named "x"; allowed: {NAME}, {GROWTH}'),
        ((NAME, "acepted"), '"acepted" is no verdict; did you mean "accepted"?'),
        ((NAME, "accepted", "because"), 'the reason "because" is too short; say in 10 characters or more why'),
        ((NAME, "accepted", REASON, "--until", "soon"), '"soon" is no day; write it as in 2031-04-05'),
    ],
)
def test_what_cannot_be_decided(arguments: tuple[str, ...], message: str) -> None:
    run = by_name(*arguments)
    assert run.status == 2
    assert message in run.err
    assert decided() == []


def test_a_broken_file_is_mended_first() -> None:
    Path("a.txt.decisions.toml").write_text("broken", "utf-8")
    for run in (by_name(), typed("q"), call("decide", "--list", "a.txt")):
        assert run.status == 2
        assert run.err.startswith("a.txt.decisions.toml:1: not valid TOML")
    assert Path("a.txt.decisions.toml").read_text("utf-8") == "broken"


# ── listed, pruned, taken over ────────────────────────────────────────────────────────────────────────────────────────


def test_listed() -> None:
    assert call("decide", "--list", "a.txt").out == "No decision on a.txt.\n"
    figures = ("3 percent", "411,000 tonnes", "390,000 tonnes")
    lapsed = replace(ONE, finding="growth-from-levels:00000001", figures=figures)
    for one in (ONE, lapsed, replace(ONE, finding="share-of-whole:00000002")):
        enter("a.txt", one)
    assert (
        call("decide", "--list", "a.txt").out
        == f"""\
used     {NAME}  accepted: {REASON} (a.txt.decisions.toml:1)
lapsed   growth-from-levels:00000001  accepted: {REASON} (a.txt.decisions.toml:7)
         growth-from-levels:00000001 was decided for 411,000 tonnes, where the article now says 412,000 tonnes; \
decide {GROWTH} anew
unused   share-of-whole:00000002  accepted: {REASON} (a.txt.decisions.toml:13)
         share-of-whole:00000002 is gone; delete this decision
"""
    )


def test_pruned() -> None:
    Path("a.txt.decisions.toml").write_text("# ours\n" + render([ONE]), "utf-8")
    unused = replace(ONE, finding="share-of-whole:00000002")
    enter("a.txt", unused)
    add("decisions.toml", replace(unused, finding="share-of-whole:00000003", article="a.txt"))
    add("decisions.toml", replace(unused, article="b.txt"))
    run = call("decide", "--prune", "a.txt")
    assert (run.status, run.out) == (0, "")
    assert run.err.splitlines() == [
        f"{place}: removed, unused: share-of-whole:0000000{n} is gone; delete this decision"
        for place, n in (("a.txt.decisions.toml:8", 2), ("decisions.toml:1", 3))
    ]
    assert Path("a.txt.decisions.toml").read_text("utf-8") == "# ours\n" + render([ONE]) + "\n"
    assert [one.article for one in read("decisions.toml")] == ["b.txt"], "what is on others stays"
    assert call("decide", "--prune", "a.txt") == (0, "", "")


@pytest.mark.parametrize("name", ["a.txt.decisions.toml", "a.txt.decisions (1).toml", "downloaded"])
def test_taken_over(name: str) -> None:
    Path("from").mkdir()
    there = replace(ONE, finding="share-of-whole:00000002", on="2031-04-05")
    for one in (there, replace(ONE, verdict="needs-source")):
        enter("a.txt", one)
    growth = replace(ONE, finding=GROWTH, figures=("3 percent",))
    Path("from", name).write_text(render([ONE, there, growth]), "utf-8")
    run = call("decide", "--import", f"from/{name}", "a.txt")
    assert run == (0, "", "a.txt.decisions.toml: 1 added, 1 replaced, 1 there already\n")
    assert decided() == [(there.finding, "accepted", REASON), (NAME, "accepted", REASON), (GROWTH, "accepted", REASON)]


def test_decisions_on_other_articles_are_left_out() -> None:
    Path("from").mkdir()
    Path("from/all.toml").write_text(render([replace(ONE, article="b.txt"), replace(ONE, article="a.txt")]), "utf-8")
    run = call("decide", "--import", "from/all.toml", "a.txt")
    assert run.err.startswith("a.txt.decisions.toml: 1 added, 0 replaced, 0 there already; 1 decision on other")
    assert Path("a.txt.decisions.toml").read_text("utf-8") == render([ONE])
    Path("from/b.txt.decisions.toml").write_text(render([ONE]), "utf-8")
    assert "1 decision on other articles" in call("decide", "--import", "from/b.txt.decisions.toml", "a.txt").err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--config", 'ignore=["parts-make-whole"]'),
        ("--config", "severity.parts-make-whole='off'"),
        ("--config", 'select=["R18"]'),
    ],
)
def test_whose_rule_did_not_run_is_not_pruned(arguments: tuple[str, ...]) -> None:
    enter("a.txt", ONE)
    assert call("decide", "--prune", *arguments, "a.txt") == (0, "", "")
    assert decided() == [(NAME, "accepted", REASON)]
    assert call("decide", "--list", *arguments, "a.txt").out.splitlines() == [
        f"unasked  {NAME}  accepted: {REASON} (a.txt.decisions.toml:1)",
        f"         parts-make-whole did not run, so that {NAME} may be there",
    ]
    assert call(*arguments, "a.txt").err == ""


def test_what_a_witness_found_is_not_gone_without_one() -> None:
    enter("clean.txt", replace(ONE, finding="witness:00000001"))
    assert call("decide", "--prune", "clean.txt").err == call("clean.txt").err == ""
