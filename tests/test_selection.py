"""Rules by name, levels and globs → what is applied to a file, and how grave its findings may be."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from checker.__main__ import main
from checker.desk import Desk
from checker.errors import CheckerError
from checker.finding import LEVELS, Report
from checker.glob import Globs, unreadable
from checker.omission import gathered
from checker.options import Options, PerFile
from checker.pack import load_pack
from checker.record import replace
from checker.selection import Selection, capped, resolved, rules_named
from checker.source import Source

PACK = load_pack()
RULES = {rule.id: rule for rule in PACK.rules}
SLIP = Path(__file__).parent.parent / "examples" / "trade-slip.txt"


def ids(options: Options, path: str = "a.txt") -> set[str]:
    """Options and a path → the rules that are applied to it."""
    return {rule.id for rule in Selection(options, PACK).of(path).pack.rules}


def caps(options: Options, path: str = "a.txt") -> dict[str, str]:
    return dict(Selection(options, PACK).of(path).caps)


def checked(path: str, **given: object) -> Report:
    options = replace(Options((path,)), **given)  # type: ignore[arg-type]
    return Desk(options, PACK, ()).checked(Source(path))


# ── silent: nothing is chosen ─────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_chosen_is_every_rule() -> None:
    choice = Selection(Options(()), PACK).of("a.txt")
    assert choice.pack is PACK
    assert (choice.caps, choice.encoding) == ({}, None)
    assert resolved(Options(()), PACK) == Options(())


def test_without_caps_a_report_is_the_same() -> None:
    report = checked(str(SLIP))
    assert report.findings
    assert capped(report, {}) is report
    assert capped(report, dict.fromkeys(RULES, "error")) == report


# ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "name, meant",
    [
        ("pace", {"pace"}),
        ("R18", {name for name, rule in RULES.items() if "R18" in rule.code.split()}),
        ("r18", {name for name, rule in RULES.items() if "R18" in rule.code.split()}),
        ("balance", {name for name, rule in RULES.items() if rule.family == "balance"}),
        ("headline", {"headline"}),
        ("all", set(RULES)),
        ("R", set()),
        ("paec", set()),
    ],
)
def test_a_name_means_rules(name: str, meant: set[str]) -> None:
    assert {rule.id for rule in rules_named(name, PACK.rules)} == meant


def test_no_family_is_called_like_a_rule() -> None:
    assert not {rule.family for rule in PACK.rules} & {*RULES, "all", "off"}


@pytest.mark.parametrize(
    "options",
    [
        Options((), select=("balace",)),
        Options((), ignore=("balace",)),
        Options((), unsuppressable=("balace",)),
        Options((), severity=(("balace", "note"),)),
        Options((), per_file=(PerFile("a", select=("balace",)),)),
        Options((), per_file=(PerFile("a", ignore=("balace",)),)),
        Options((), per_file=(PerFile("a", severity=(("balace", "off"),)),)),
    ],
    ids=["select", "ignore", "unsuppressable", "severity", "per-file select", "per-file ignore", "per-file severity"],
)
def test_a_name_that_is_no_rule(options: Options) -> None:
    keys = ("select", "ignore", "unsuppressable", "severity", "per-file")
    options = replace(options, origins=tuple((key, "desk.toml:4") for key in keys))
    with pytest.raises(CheckerError) as caught:
        resolved(options, PACK)
    assert str(caught.value).startswith('desk.toml:4: no rule is named "balace"; did you mean balance')


def test_unsuppressable_rules_are_told_by_id() -> None:
    found = resolved(Options((), unsuppressable=("R18", "pace")), PACK).unsuppressable
    assert found == tuple(sorted({"pace", *(rule.id for rule in rules_named("R18", PACK.rules))}))


# ── rules ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

BALANCE = {name for name, rule in RULES.items() if rule.family == "balance"}
WIRE = (PerFile("wire/", ignore=("pace",)), PerFile("wire/late*", select=("balance",), severity=(("margin", "off"),)))


@pytest.mark.parametrize(
    "options, path, expected",
    [
        (Options((), select=("balance",)), "a.txt", BALANCE),
        (Options((), select=("balance", "pace")), "a.txt", BALANCE | {"pace"}),
        (Options((), ignore=("balance",)), "a.txt", set(RULES) - BALANCE),
        (Options((), select=("balance",), ignore=("margin",)), "a.txt", BALANCE - {"margin"}),
        (Options((), severity=(("balance", "off"),)), "a.txt", set(RULES) - BALANCE),
        (Options((), severity=(("balance", "off"), ("margin", "error"))), "a.txt", set(RULES) - BALANCE | {"margin"}),
        (Options((), severity=(("margin", "error"), ("balance", "off"))), "a.txt", set(RULES) - BALANCE | {"margin"}),
        (Options((), per_file=WIRE), "a.txt", set(RULES)),
        (Options((), per_file=WIRE), "wire/a.txt", set(RULES) - {"pace"}),
        (Options((), per_file=WIRE), "wire/in/a.txt", set(RULES) - {"pace"}),
        (Options((), per_file=WIRE), "wire/late1.txt", BALANCE - {"margin"}),
        (Options((), per_file=WIRE), "-", set(RULES)),
        (Options((), per_file=WIRE, folder=".."), "wire/late1.txt", set(RULES) - {"pace"}),
    ],
)
def test_rules_of_a_file(options: Options, path: str, expected: set[str]) -> None:
    assert ids(options, path) == expected


def test_files_that_fit_the_same_globs_share_a_choice() -> None:
    selection = Selection(Options((), per_file=WIRE), PACK)
    assert selection.of("wire/a.txt") is selection.of("wire/b.txt")
    assert selection.of("wire/a.txt") is not selection.of("b.txt")


def test_a_rule_that_is_out_is_not_applied() -> None:
    report = checked(str(SLIP))
    rules = {one.relation.rule for one in report.checked}
    for rule in rules:
        less = checked(str(SLIP), ignore=(rule,))
        assert {one.relation.rule for one in less.checked} == rules - {rule}
    assert checked(str(SLIP), severity=(("all", "off"),)).checked == ()


# ── levels ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ["parts-make-whole", "balance", "all"])
def test_a_level_is_a_cap(level: str, name: str) -> None:
    plain, milder = checked(str(SLIP)), checked(str(SLIP), severity=((name, level),))
    assert [finding.level for finding in plain.findings] == ["error"]
    assert [finding.level for finding in milder.findings] == [level]
    assert milder == replace(plain, findings=(replace(plain.findings[0], level=level),))  # id and all


@pytest.mark.parametrize("level", LEVELS)
def test_no_finding_is_made_graver(level: str) -> None:
    report = checked(str(SLIP))
    report = replace(report, findings=(replace(report.findings[0], level=level),))
    for cap in LEVELS:
        found = capped(report, dict.fromkeys(RULES, cap)).findings[0].level
        assert LEVELS.index(found) == max(LEVELS.index(level), LEVELS.index(cap))


@pytest.mark.parametrize(
    "severity, expected",
    [
        ((("margin", "note"), ("balance", "warning")), "note"),
        ((("balance", "warning"), ("margin", "note")), "note"),
        ((("balance", "warning"), ("margin", "error")), "error"),
        ((("all", "note"), ("balance", "warning")), "warning"),
    ],
)
def test_the_name_that_means_fewer_rules_wins(severity: tuple[tuple[str, str], ...], expected: str) -> None:
    assert caps(Options((), severity=severity))["margin"] == expected


def test_of_two_globs_that_fit_the_later_wins() -> None:
    both = (
        PerFile("*.txt", severity=(("margin", "note"),), encoding="cp1252"),
        PerFile("a.*", severity=(("balance", "warning"),), encoding="utf-8"),
    )
    assert caps(Options((), per_file=both))["margin"] == "warning"
    assert caps(Options((), per_file=both[::-1]))["margin"] == "note"
    assert Selection(Options((), per_file=both, encoding="ascii"), PACK).of("a.txt").encoding == "utf-8"
    assert Selection(Options((), per_file=both, encoding="ascii"), PACK).of("a.md").encoding == "utf-8"
    assert Selection(Options((), per_file=both, encoding="ascii"), PACK).of("b.md").encoding == "ascii"


def test_an_encoding_of_some_files(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("It rose to €5 million.".encode("cp1252"))
    old = (PerFile("old*", encoding="cp1252"),)
    report = checked(str(tmp_path / "old.txt"), per_file=old, folder=str(tmp_path))
    assert (report.article.notes, "€5" in report.article.text) == ((), True)


def test_a_desk_travels_to_other_processes() -> None:
    shipped = load_pack()
    options = Options((), per_file=(PerFile("wire/", ignore=("ratio",)),))
    selection = pickle.loads(pickle.dumps(Desk(options, shipped, ()))).selection
    assert selection.of("a.txt").pack.rules == shipped.rules
    chosen = {rule.id for rule in selection.of("wire/a.txt").pack.rules}
    assert chosen == {rule.id for rule in shipped.rules if rule.family != "ratio"}


@pytest.mark.parametrize(
    "arguments, status",
    [
        ([], 1),
        (["--select", "R01,R18"], 1),
        (["--select", "R18", "--select", "balance"], 1),
        (["--severity", "R01=warning", "--fail-on", "warning"], 1),
        (["--select", "R18"], 0),
        (["--ignore", "balance"], 0),
        (["--severity", "R01=note"], 0),
        (["--severity", "all=off", "--fail-on", "note"], 0),
        (["--config", "severity.R01=note"], 0),
        (["--config", "severity.R01=note", "--severity", "R01=error"], 1),
        (["--select", "R1"], 2),
        (["--severity", "R01=grave"], 2),
        (["--severity", "note"], 2),
        (["--exclude", "!"], 2),
    ],
    ids=str,
)
def test_options(monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int) -> None:
    monkeypatch.setattr("sys.argv", ["check", "--no-config", *arguments, str(SLIP)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == status


# ── files ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    for name in ("a.txt", "notes.txt", "drafts/b.txt", "in/c.txt", "in/drafts/d.txt", "in/old/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Trade rose 3 percent.", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(options: Options) -> list[str]:
    sources, problems = gathered(options)
    assert problems == ()
    return [source.path.replace(os.sep, "/") for source in sources]


EVERY = ["./a.txt", "./drafts/b.txt", "./in/c.txt", "./in/drafts/d.txt", "./in/old/e.txt", "./notes.txt"]


@pytest.mark.parametrize(
    "options, expected",
    [
        (Options((".",)), EVERY),
        (Options(("drafts/b.txt",), exclude=("drafts/",)), ["drafts/b.txt"]),
        (Options(("a.txt",), include=("in/",)), ["a.txt"]),
        (Options((".",), exclude=("nothing",), force_exclude=True), EVERY),
        (Options((".",), exclude=("drafts/", "notes*")), ["./a.txt", "./in/c.txt", "./in/old/e.txt"]),
        (Options((".",), exclude=("/drafts/", "in/*", "!in/c.txt")), ["./a.txt", "./in/c.txt", "./notes.txt"]),
        (Options((".",), include=("in/", "a.txt"), exclude=("drafts/",)), ["./a.txt", "./in/c.txt", "./in/old/e.txt"]),
        (Options(("in/old/e.txt", "in/drafts/d.txt"), exclude=("drafts",), force_exclude=True), ["in/old/e.txt"]),
        (Options(("drafts", "a.txt"), exclude=("drafts/",), force_exclude=True), ["a.txt"]),
        (Options(("a.txt",), exclude=("*",), force_exclude=True), []),
    ],
)
@pytest.mark.usefixtures("desk")
def test_what_is_read(options: Options, expected: list[str]) -> None:
    assert read(options) == expected


@pytest.mark.usefixtures("desk")
def test_globs_start_from_the_folder_of_the_settings() -> None:
    os.chdir("in")
    assert read(Options((".",), exclude=("in/old/",), folder="..")) == ["./c.txt", "./drafts/d.txt"]
    assert read(Options((".",), exclude=("in/old/",))) == ["./c.txt", "./drafts/d.txt", "./old/e.txt"]


@pytest.mark.parametrize("arguments", [["a.txt"], ["--format", "text", "a.txt", "drafts/b.txt"]])
@pytest.mark.usefixtures("desk")
def test_a_hook_that_names_excluded_files_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["check", "--force-exclude", "--exclude", "*.txt", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, *capfd.readouterr()) == (0, "", "")


@pytest.mark.parametrize(
    "glob, path, fits",
    [
        ("*.txt", "a.txt", True),
        ("*.txt", "in/a.txt", True),
        ("/*.txt", "in/a.txt", False),
        ("in/**/a.txt", "in/x/y/a.txt", True),
        ("drafts/", "drafts/a.txt", True),
        ("drafts/", "drafts", False),
        ("é*.txt", "été.txt", True),
    ],
)
def test_globs(glob: str, path: str, fits: bool) -> None:
    assert Globs((glob,), "").fit(path) is fits
    assert not unreadable(glob)


@pytest.mark.parametrize("glob", ["", " ", "!", "/", "# a remark"])
def test_what_is_no_glob(glob: str) -> None:
    assert unreadable(glob)


# ── what a witness bound ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "options, expected",
    [
        (Options(()), {}),
        (Options((), select=("witness",)), {}),
        (Options((), severity=(("all", "note"), ("witness", "error"))), {"witness": "error"}),
        (Options((), severity=(("all", "note"),)), {"witness": "note"}),
        (Options((), severity=(("W01", "note"),)), {"witness": "note"}),
        (Options((), severity=(("witness", "off"),)), {"witness": "off"}),
        (Options((), ignore=("all",)), {"witness": "off"}),
        (Options((), ignore=("witness",)), {"witness": "off"}),
        (Options((), select=("pace",)), {"witness": "off"}),
    ],
)
def test_what_a_witness_bound_goes_by_the_settings(options: Options, expected: dict[str, str]) -> None:
    assert {name: level for name, level in caps(resolved(options, PACK)).items() if name == "witness"} == expected
    assert resolved(replace(options, unsuppressable=("witness",)), PACK).unsuppressable == ("witness",)


@pytest.mark.parametrize("cap, levels", [("error", ["warning"]), ("note", ["note"]), ("off", [])])
def test_a_witness_is_capped(cap: str, levels: list[str]) -> None:
    report = checked(str(SLIP))
    found = replace(report, findings=(replace(report.findings[0], rule="witness", level="warning"),))
    assert [one.level for one in capped(found, {"witness": cap}).findings] == levels
