"""The command line over a stand-in for the stages before it, then, as a process, over the real ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import click
import pytest
import reports_by_hand as hand

from checker import cli, pack, run, watch
from checker.__main__ import main, plain_paths
from checker.article import Article
from checker.errors import CheckerError
from checker.finding import Report
from checker.formats import NAMES
from checker.pack import Pack
from checker.record import replace
from checker.rule import Example, Reading, Role, Rule
from checker.version import __version__

WHOLE = pytest.mark.skipif(find_spec("checker.pipeline") is None, reason="needs every stage")
RULE = Rule(
    *("sum-of-parts", "balance", "R01", "error", (Reading("", ("total == sum(parts)",)),), "", "total", ()),
    roles=(Role("total"), Role("parts", many=True)),
    docs=(("what", "A total is the sum of its parts."),),
    examples=(Example("inconsistent", "Two and three make six.", "six"),),
)
PACK = Pack((RULE,), {"sum-of-parts": ((),)}, "3f2a9c0d", ("rules",))

Call = Callable[..., tuple[int, str, str]]


def stand_in(article: Article, _pack: Pack) -> Report:
    """An article → the report that its text asks for."""
    if "crash" in article.text:
        raise ZeroDivisionError("by hand")
    if "interrupt" in article.text:
        raise KeyboardInterrupt
    if "refuse" in article.text:
        raise CheckerError("cannot be understood; write it anew", f"{article.path}:1")
    known = {hand.TEXT: hand.BROKEN, hand.CLEAN_TEXT: hand.CLEAN}.get(article.text, hand.EMPTY)
    known = replace(known, findings=(hand.NOTE,)) if "only a note" in article.path else known
    return replace(known, article=replace(article, blocks=known.article.blocks))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles, made the current one, and every stage before the report replaced."""
    module = ModuleType("checker.pipeline")
    module.check = stand_in  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "checker.pipeline", module)
    monkeypatch.setattr(pack, "load_pack", lambda _folders=(): PACK)
    monkeypatch.setattr(pack, "manual", lambda pack: pack.rules)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "alden": hand.TEXT,
        "clean": hand.CLEAN_TEXT,
        "only a note": hand.TEXT,
        "crash": "crash",
        "interrupt": "interrupt",
        "refuse": "refuse",
        "bare": "No number here.",
    }.items():
        Path(f"{name}.txt").write_text(text, "utf-8")
    Path("binary.bin").write_bytes(b"\x00\x01\x02")
    Path("folder").mkdir()
    Path("folder/b.txt").write_text(hand.TEXT, "utf-8")
    Path("folder/a.txt").write_text(hand.CLEAN_TEXT, "utf-8")
    Path("nothing").mkdir()
    return tmp_path


@pytest.fixture
def call(desk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """Arguments → (status, standard output, standard error), as the script `check` or another."""

    def called(*arguments: str, script: str = "check") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", [str(desk / script), *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        return ended.value.code, *capfd.readouterr()

    return called


# ── which way in ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "arguments, paths",
    [
        ("a.txt", ("a.txt",)),
        ("a.txt b", ("a.txt", "b")),
        ("-", ("-",)),
        ("check a.txt", ("a.txt",)),
        ("./rules", ("./rules",)),
        ("a.txt rules", ("a.txt", "rules")),
        pytest.param("check rules", ("rules",), id="after check, every word is a path"),
        ("", ()),
        ("check", ()),
        ("rules", ()),
        ("facts a.txt", ()),
        ("explain x", ()),
        ("-q a.txt", ()),
        ("a.txt -q", ()),
        ("-- a.txt", ()),
        ("--version", ()),
    ],
)
def test_what_goes_around_click(arguments: str, paths: tuple[str, ...]) -> None:
    assert plain_paths(arguments.split()) == paths


def test_the_names_of_commands_are_declared_once() -> None:
    assert sorted(cli.crossfoot.commands) == sorted(run.COMMANDS)


@pytest.mark.parametrize("paths", [["alden.txt"], ["clean.txt"], ["folder", "missing"], ["crash.txt", "clean.txt"]])
def test_both_ways_in_do_the_same(call: Call, paths: list[str]) -> None:
    plain = call(*paths)
    assert plain == call("--fail-on", "error", *paths)
    assert plain == call("check", *paths)
    assert plain == call("check", *paths, script="crossfoot")
    assert plain == call(*paths, script="crossfoot.exe")


# ── exit status ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "arguments, status",
    [
        (["clean.txt"], 0),
        (["bare.txt"], 0),
        (["only a note.txt"], 0),
        (["--fail-on", "note", "clean.txt"], 0),
        (["--fail-on", "never", "alden.txt"], 0),
        (["--fail-on", "warning", "only a note.txt"], 0),
        (["alden.txt"], 1),
        (["folder"], 1),
        (["--fail-on", "warning", "alden.txt"], 1),
        (["--fail-on", "note", "only a note.txt"], 1),
        (["--exit-zero", "alden.txt"], 0),
        (["--exit-zero", "--fail-on", "note", "alden.txt"], 0),
        (["--exit-zero", "missing.txt"], 2),
        (["--exit-zero", "crash.txt"], 70),
        (["--require-facts", "10", "clean.txt"], 0),
        (["--require-facts", "11", "clean.txt"], 1),
        (["--require-facts", "1", "bare.txt"], 1),
        (["--require-facts", "20", "clean.txt", "alden.txt", "--exit-zero"], 0),
        (["--require-facts", "1", "missing.txt"], 2),
        (["--jobs", "2", "folder", "alden.txt"], 1),
        (["--jobs", "-1", "clean.txt"], 2),
        (["--watch", "-"], 2),
        (["--report", "json=out.json", "alden.txt"], 1),
        (["--report", "json", "alden.txt"], 2),
        (["--report", "unknown=out", "alden.txt"], 2),
        (["--report", "json=missing/out.json", "alden.txt"], 2),
        (["--report", "json=alden.txt", "alden.txt"], 2),
        (["--report", "json=out", "--report", "html=./out", "clean.txt"], 2),
        (["missing.txt"], 2),
        (["alden.txt", "missing.txt"], 2),
        (["nothing"], 2),
        (["binary.bin"], 2),
        (["refuse.txt"], 2),
        (["--encoding", "klingon", "clean.txt"], 2),
        (["--fail-on", "sometimes", "clean.txt"], 2),
        (["--rules", "missing", "clean.txt"], 2),
        (["--templates", "missing", "clean.txt"], 2),
        (["--templates", "folder", "--format", "html", "clean.txt"], 0),
        (["--output", "missing/report.txt", "clean.txt"], 2),
        (["--output", "clean.txt", "clean.txt"], 2),
        (["--unknown", "clean.txt"], 2),
        ([], 2),
        (["check"], 2),
        (["explain"], 2),
        (["explain", "unknown"], 2),
        (["facts"], 2),
        (["facts", "alden.txt"], 0),
        (["facts", "missing.txt"], 2),
        (["crash.txt"], 70),
        (["crash.txt", "missing.txt", "alden.txt"], 70),
        (["facts", "crash.txt"], 70),
        (["review"], 2),
        (["review", "-"], 2),
        (["review", "missing.txt"], 2),
        (["review", "--port", "70000", "clean.txt"], 2),
        (["interrupt.txt"], 130),
        (["--version"], 0),
        (["--help"], 0),
    ],
    ids=str,
)
def test_exit_status(call: Call, arguments: list[str], status: int) -> None:
    assert call(*arguments)[0] == status


def test_what_could_be_checked_is_printed(call: Call) -> None:
    status, out, err = call("missing.txt", "alden.txt", "binary.bin", "crash.txt", "refuse.txt", "clean.txt")
    assert status == 70
    assert "alden.txt:3:21: error sum-of-parts:" in out
    assert "Found 1 error and 1 note in 1 of 2 articles" in out
    assert err.splitlines() == [
        "missing.txt: no such file or folder; check the spelling",
        err.splitlines()[1],
        "internal error in crash.txt: ZeroDivisionError: by hand; run with --debug for the trace",
        "refuse.txt:1: cannot be understood; write it anew",
    ]
    assert err.splitlines()[1].startswith("binary.bin: looks binary")


def test_a_trace_only_when_asked_for(call: Call) -> None:
    assert "Traceback" not in call("-q", "crash.txt")[2]
    assert "Traceback" in call("--debug", "crash.txt")[2]


def test_a_crash_outside_of_the_articles(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "load_pack", lambda _folders=(): 1 // 0)
    status, out, err = call("clean.txt")
    assert (status, out) == (70, "")
    assert err.startswith("internal error: ZeroDivisionError: ")


def test_no_path_is_an_error_with_an_example(call: Call) -> None:
    status, out, err = call()
    assert (status, out) == (2, "")
    assert "as in: check article.txt" in err


def test_a_pipe_closed_early_is_quiet(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_arguments: object) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(run, "gathered", closed)
    keep = os.dup(1)
    try:
        assert call("clean.txt") == (141, "", "")
    finally:
        os.dup2(keep, 1)
        os.close(keep)


# ── what is printed ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_clean(call: Call) -> None:
    assert call("clean.txt") == (
        0,
        "No contradiction found in 1 article; 10 figures: 5 checked, 1 implied, 2 unchecked, 2 ignored.\n",
        "",
    )


def test_an_article_without_figures_is_named(call: Call) -> None:
    assert call("bare.txt")[2] == "0 figures found in bare.txt\n"


def test_how_an_article_was_read_is_remarked(call: Call, desk: Path) -> None:
    (desk / "old.txt").write_bytes("A café.".encode("cp1252"))
    assert "old.txt: note: not UTF-8" in call("old.txt")[2]
    assert "note" not in call("-q", "old.txt")[2]


def test_a_folder_in_order(call: Call) -> None:
    articles = json.loads(call("--format", "json", "--no-config", "folder")[1])["articles"]
    assert [article["path"] for article in articles] == [os.path.join("folder", name) for name in ("a.txt", "b.txt")]


@pytest.mark.parametrize(
    "options, has, has_not",
    [
        ([], ["error sum-of-parts", "Found 1 error"], ["unchecked  nearly"]),
        (["-q"], ["error sum-of-parts"], ["Found 1 error"]),
        (["-v"], ["error sum-of-parts", "Found 1 error", "unchecked  nearly 1,200 meals — no other"], []),
        (["-v", "-q"], ["Found 1 error"], ["unchecked  nearly"]),
    ],
)
def test_how_much_is_said(call: Call, options: list[str], has: list[str], has_not: list[str]) -> None:
    out = call(*options, "alden.txt")[1]
    assert [words for words in has if words not in out] == []
    assert [words for words in has_not if words in out] == []


def test_quiet_and_clean_says_nothing(call: Call) -> None:
    assert call("-q", "clean.txt") == (0, "", "")


@pytest.mark.parametrize("format_", NAMES)
def test_output_to_a_file_is_what_would_be_printed(call: Call, desk: Path, format_: str) -> None:
    printed = call("--format", format_, "alden.txt", "missing.txt")[1]
    status, out, _ = call("--format", format_, "-o", "report", "alden.txt", "missing.txt")
    assert (status, out) == (2, "")
    assert (desk / "report").read_bytes().decode() == printed


def test_several_reports_of_one_run(call: Call, desk: Path) -> None:
    alone = {form: call("--format", form, "alden.txt", "missing.txt")[1] for form in ("text", "json", "html")}
    asked = [f"--report={form}={form}.out" for form in alone]
    assert call(*asked, "alden.txt", "missing.txt")[1] == alone["text"]
    assert {form: (desk / f"{form}.out").read_text("utf-8") for form in alone} == alone


def test_a_file_is_not_coloured_as_a_terminal_is(call: Call, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in call("--report", "text=out", "alden.txt")[1]
    assert "\x1b[" not in (desk / "out").read_text("utf-8")
    call("--color", "always", "--report", "text=out", "alden.txt")
    assert "\x1b[" in (desk / "out").read_text("utf-8")


def test_too_few_figures_are_told_of(call: Call) -> None:
    assert call("--require-facts", "11", "clean.txt")[2] == "10 figures found in all; at least 11 are required\n"


def test_watching_goes_on_until_interrupted(call: Call, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[None] = []

    def rest() -> None:
        rests.append(None)
        if len(rests) == 1:
            (desk / "clean.txt").write_text(hand.TEXT, "utf-8")
        if len(rests) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch.changes, "__defaults__", (rest,))
    status, out, _ = call("--watch", "clean.txt")
    assert status == 130
    assert ["Found" in line for line in out.splitlines() if "article" in line and "figures" in line] == [False, True]


@pytest.mark.parametrize("arguments", ["--report html=pages/", "--report html=nothing", "--format html -o pages/"])
def test_a_folder_gets_an_index_and_a_page_for_each_article(call: Call, desk: Path, arguments: str) -> None:
    assert call(*arguments.split(), "alden.txt", "folder")[0] == 1
    folder = next(name for name in ("pages", "nothing") if any((desk / name).glob("*")))
    pages = ["a.txt.html", "alden.txt.html", "b.txt.html", "index.html"]
    assert sorted(path.name for path in (desk / folder).iterdir()) == pages


def test_no_page_is_written_over_an_article(call: Call, desk: Path) -> None:
    (desk / "index.html").write_text(hand.TEXT, "utf-8")
    status, _, errors = call("--report", "html=./", "index.html")
    assert status == 2
    assert "index.html: this is one of the articles" in errors
    assert (desk / "index.html").read_text("utf-8") == hand.TEXT


@pytest.mark.parametrize(
    "arguments",
    ["--report html=folder/pages/", "--format html -o folder/report.html", "--report markdown=folder/a.md"],
)
def test_a_run_does_not_read_what_it_has_written(call: Call, arguments: str) -> None:
    first = call(*arguments.split(), "folder")
    assert first[0] == 1
    assert call(*arguments.split(), "folder") == first


def test_pages_of_another_run_are_read_only_where_they_are_named(call: Call) -> None:
    call("--format", "html", "-o", "folder/old.html", "alden.txt")
    assert "of 2 articles" in call("folder")[1]
    assert "of 3 articles" in call("folder", "folder/old.html")[1]


def test_an_article_beside_the_pages_is_read(call: Call) -> None:
    for _ in "12":
        assert "of 2 articles" in call("--report", "html=folder/", "folder")[1]


@pytest.mark.parametrize(
    "output, why",
    [
        ("alden.txt.decisions.toml", "holds decisions"),
        ("decisions.toml", "holds decisions"),
        ("house.toml", "holds settings"),
        ("pyproject.toml", "holds settings"),
        ("ours/parts.toml", "is a rule"),
    ],
)
def test_no_report_is_written_over_what_the_run_goes_by(call: Call, desk: Path, output: str, why: str) -> None:
    (desk / "ours").mkdir()
    (desk / "house.toml").write_text('fail-on = "note"\n')
    before = (desk / output).read_text() if (desk / output).exists() else "# kept\n"
    (desk / output).write_text(before)
    status, _, errors = call("--config", "house.toml", "--rules", "ours", "--report", f"csv={output}", "alden.txt")
    assert (status, errors) == (2, f"{output}: this {why}; name another file for the report\n")
    assert (desk / output).read_text() == before


def test_a_format_of_one_file_wants_no_folder(call: Call) -> None:
    status, _, errors = call("--report", "json=pages/", "alden.txt")
    assert (status, errors[:7]) == (2, "pages/:")


def test_json_carries_the_rules_and_the_problems(call: Call) -> None:
    whole = json.loads(call("--format", "json", "alden.txt", "missing.txt")[1])
    assert whole["tool"] == {"name": "crossfoot", "version": __version__, "rules": "3f2a9c0d"}
    assert [problem["path"] for problem in whole["problems"]] == ["missing.txt"]


def test_an_article_that_crashed_is_among_the_problems(call: Call) -> None:
    status, out, err = call("--format", "json", "crash.txt", "clean.txt")
    assert (status, err.count("ZeroDivisionError")) == (70, 1)
    (problem,) = json.loads(out)["problems"]
    assert problem == {"path": "crash.txt", "message": "internal error: ZeroDivisionError: by hand"}


def test_concise_is_the_headings_of_the_text(call: Call) -> None:
    headings = [line for line in call("folder", "alden.txt")[1].splitlines() if line.startswith(("alden", "folder"))]
    *lines, last = call("--format", "concise", "folder", "alden.txt")[1].splitlines()
    assert lines == headings
    assert last == call("folder", "alden.txt")[1].splitlines()[-1]
    assert call("-q", "--format", "concise", "folder", "alden.txt")[1].splitlines() == headings


def test_standard_input(call: Call, monkeypatch: pytest.MonkeyPatch, desk: Path) -> None:
    with (desk / "alden.txt").open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert call("-")[1].startswith("-:3:21: error")


@pytest.mark.parametrize(
    "arguments, colored", [(["--color", "always"], True), (["--color", "never"], False), ([], False)]
)
def test_colour(call: Call, arguments: list[str], colored: bool) -> None:
    out = call(*arguments, "alden.txt")[1]
    assert ("\x1b[" in out) is colored
    assert click.unstyle(out) == call("alden.txt")[1]


def test_colour_without_click_being_asked_for(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in call("alden.txt")[1]


# ── the other commands ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("script", ["check", "crossfoot"])
def test_rules(call: Call, script: str) -> None:
    line = "sum-of-parts  R01      error    A total is the sum of its parts."
    status, out, err = call("rules", script=script)
    assert (status, err) == (0, "")
    assert [one[:21] for one in out.splitlines()] == [line[:21], "witness       W01    "]
    assert out.splitlines()[0] == line
    assert json.loads(call("rules", "--format", "json", script=script)[1])[0]["code"] == "R01"


@pytest.mark.parametrize("name", ["sum-of-parts", "R01", "r01"])
def test_explain(call: Call, name: str) -> None:
    status, out, _ = call("explain", name)
    assert status == 0
    assert out.startswith("sum-of-parts (R01, balance, error)\n")


@pytest.mark.parametrize("name", ["witness", "W01"])
def test_explain_a_witness(call: Call, name: str) -> None:
    status, out, _ = call("explain", name)
    assert status == 0
    assert out.startswith("witness (W01, witness, warning)\n\nWhat it holds\n  Figures that a language model relates")
    assert "Arithmetic" not in out


def test_explain_gives_every_rule_of_a_code(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    twin = replace(RULE, id="sum-of-list", code="R01 R02")
    both = Pack((RULE, twin), {"sum-of-parts": ((),), "sum-of-list": ((),)}, "", ())
    monkeypatch.setattr(pack, "load_pack", lambda _folders=(): both)
    assert [line for line in call("explain", "R01")[1].splitlines() if line.startswith("sum-of")] == [
        "sum-of-parts (R01, balance, error)",
        "sum-of-list (R01 R02, balance, error)",
    ]


def test_explain_guesses_what_was_meant(call: Call) -> None:
    assert call("explain", "sum-of-part")[2] == 'no rule is named "sum-of-part"; did you mean sum-of-parts?\n'


@pytest.mark.parametrize("format_, start", [("text", "alden.txt\n  line"), ("csv", "path,figure,"), ("json", "[\n {")])
def test_facts(call: Call, format_: str, start: str) -> None:
    status, out, err = call("facts", "--format", format_, "alden.txt")
    assert (status, err) == (0, "")
    assert out.startswith(start)


def test_facts_as_parquet(call: Call, desk: Path) -> None:
    pytest.importorskip("pyarrow")
    assert call("facts", "--format", "parquet", "--output", "facts.parquet", "folder") == (0, "", "")
    assert (desk / "facts.parquet").read_bytes()[:4] == b"PAR1"


@pytest.mark.parametrize(
    "script, usage", [("check", "Usage: check [OPTIONS] PATH..."), ("crossfoot", "Usage: crossfoot [OPTIONS] COMMAND")]
)
def test_help(call: Call, script: str, usage: str) -> None:
    assert call("--help", script=script)[1].startswith(usage)


def test_version(call: Call) -> None:
    assert call("--version")[1] == call("--version", script="crossfoot")[1] == f"crossfoot {__version__}\n"


# ── the whole program ─────────────────────────────────────────────────────────────────────────────────────────────────

SAMPLE = "Exports grew\n\nExports rose 3 percent to 412 million dollars in 2031 from 400 million dollars in 2030.\n"
UNUSED = (
    "sympy",
    "pandas",
    "numpy",
    "jinja2",
    "click",
    "json",
    "typing",
    "dataclasses",
    "inspect",
    "hashlib",
    "pathlib",
)


def process(
    *arguments: str, code: str = "", cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "checker"]
    root = str(Path(__file__).parent.parent)
    environment = {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(
        [*command, *arguments], check=False, capture_output=True, text=True, env=environment, encoding="utf-8", cwd=cwd
    )


@WHOLE
def test_a_clean_run_loads_nothing_it_does_not_need(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SAMPLE, "utf-8")
    loaded = f"[name for name in {UNUSED!r} if name in sys.modules]"
    code = f"import atexit, sys; atexit.register(lambda: print({loaded}, file=sys.stderr))"
    done = process(str(path), code=f"{code}; sys.argv[0] = 'check'; from checker.__main__ import main; main()")
    assert (done.returncode, done.stderr) == (0, "[]\n"), done


@WHOLE
def test_the_same_run_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SAMPLE + "Imports fell 2 percent to 30 million dollars from 90 million dollars.\n", "utf-8")
    reports = [f"--report={name}=report.{name}" for name in NAMES]
    runs = []
    for seed in ("1", "2"):
        assert process(*reports, str(path), cwd=tmp_path, PYTHONHASHSEED=seed).stderr == ""
        runs.append({name: (tmp_path / f"report.{name}").read_bytes() for name in NAMES})
    assert runs[0] == runs[1]


@WHOLE
@pytest.mark.parametrize(
    "arguments, status", [(["missing.txt"], 2), ([], 2), (["--version"], 0), (["rules"], 0)], ids=str
)
def test_status_of_the_process(arguments: list[str], status: int) -> None:
    done = process(*arguments)
    assert done.returncode == status, done
    assert "Traceback" not in done.stderr


@WHOLE
def test_a_reader_that_leaves(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SAMPLE * 200, "utf-8")
    command = f"'{sys.executable}' -m checker --format json '{path}' | head -c 10"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(["sh", "-c", command], check=False, capture_output=True, text=True, env=environment)
    assert done.stderr == ""
