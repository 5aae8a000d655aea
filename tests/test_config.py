"""Settings files, the environment and the command line → the options of a run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from golden_files import matches
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from checker.cli_setup import schema_text
from checker.config import COMMAND_LINE, Asked, configured, layered, settings_file, strangers
from checker.errors import CheckerError
from checker.options import PREFIX, Options, PerFile
from checker.pack import load_pack
from checker.selection import resolved
from checker.setting import BY_NAME, KEYS
from checker.settingdoc import manual, schema, shown
from checker.settingsfile import nearest
from checker.written import KINDS, Setting, Written, joined, plain, settings, toml

ROOT = Path(__file__).parent.parent
LOW: dict[str, Any] = {  # a value for each setting as a file has it, and another one
    "format": "json",
    "report": {"json": "low.json", "text": "low.txt"},
    "fail-on": "note",
    "require-facts": 1,
    "select": ["balance"],
    "ignore": ["pace"],
    "severity": {"pace": "note", "ratio": "note"},
    "unsuppressable": ["pace"],
    "baseline": "low.json",
    "rules": ["low"],
    "templates": "low",
    "include": ["low/"],
    "exclude": ["low/"],
    "force-exclude": True,
    "gitignore": False,
    "encoding": "cp1252",
    "per-file": {"low/": {"ignore": ["pace"]}, "both/": {"encoding": "cp1252"}},
    "color": "always",
    "jobs": 2,
}
HIGH: dict[str, Any] = {
    "format": "html",
    "report": {"json": "high.json"},
    "fail-on": "never",
    "require-facts": 2,
    "select": ["ratio", "R18"],
    "ignore": ["order"],
    "severity": {"ratio": "off"},
    "unsuppressable": ["R18"],
    "baseline": "high.json",
    "rules": ["high", "low"],
    "templates": "high",
    "include": ["high/"],
    "exclude": ["high/"],
    "force-exclude": False,
    "gitignore": True,
    "encoding": "utf-8",
    "per-file": {"both/": {"select": ["all"]}},
    "color": "never",
    "jobs": 0,
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a folder in it, made the current one, and an environment without our variables."""
    for key in KEYS:
        monkeypatch.delenv(key.variable, raising=False)
    monkeypatch.delenv("CROSSFOOT_CONFIG", raising=False)
    for folder in (".git", "desk/wire", "low", "high"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_there_is_a_case_for_every_setting() -> None:
    assert list(LOW) == list(HIGH) == [key.name for key in KEYS]
    assert {key.kind for key in KEYS} == set(KINDS)


# ── silent: nothing to go by ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("desk")
def test_without_settings_the_options_are_the_defaults(capsys: pytest.CaptureFixture[str]) -> None:
    assert nearest() == ()
    assert configured({"paths": ("a.txt",)}) == Options(("a.txt",))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "name, text",
    [
        ("../.check.toml", "jobs = 2"),  # above the root of the repository
        ("pyproject.toml", "[tool.other]\njobs = 2\n"),
        ("desk/settings.toml", "jobs = 2"),
        ("desk/wire/.check.toml", "jobs = 2"),
    ],
)
def test_files_that_do_not_count(desk: Path, name: str, text: str) -> None:
    path = write(desk / "in" / name, text) if name.startswith("..") else write(desk / name, text)
    if name.startswith(".."):
        (desk / "in" / ".git").mkdir(parents=True)
        os.chdir(desk / "in")
        assert path.exists()
    assert nearest() == ()


def test_a_file_that_is_empty_changes_nothing(desk: Path) -> None:
    write(desk / "desk/.check.toml", "# nothing yet\n")
    assert configured({"paths": ("a.txt",)}) == Options(("a.txt",))


def test_home_is_the_last_folder(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / ".git").rmdir()
    monkeypatch.setenv("HOME", str(desk / "desk"))
    monkeypatch.setenv("USERPROFILE", str(desk / "desk"))
    write(desk / ".check.toml", "jobs = 2")
    assert nearest() == ()
    write(desk / "desk/check.toml", "jobs = 3")
    os.chdir(desk / "desk/wire")
    assert configured({"paths": ()}).jobs == 3


# ── which file counts ─────────────────────────────────────────────────────────────────────────────────────────────────

PYPROJECT = "[project]\nname = 'desk'\n[tool.crossfoot]\njobs = 5\n"


@pytest.mark.parametrize(
    "files, counts, beside",
    [
        (["../.check.toml"], "../.check.toml", []),
        (["../check.toml", "check.toml"], "check.toml", []),
        (["check.toml", "pyproject.toml", ".check.toml"], ".check.toml", ["check.toml", "pyproject.toml"]),
        (["pyproject.toml", "../.check.toml"], "pyproject.toml", []),
    ],
)
def test_the_nearest_file_counts(
    desk: Path, capsys: pytest.CaptureFixture[str], files: list[str], counts: str, beside: list[str]
) -> None:
    for name in files:
        write(desk / "desk" / name, PYPROJECT if "pyproject" in name else "jobs = 5")
    assert [Path(path).as_posix() for path in nearest()] == [counts, *beside]
    assert configured({"paths": (), "verbosity": 1}).jobs == 5
    told = capsys.readouterr().err.splitlines()
    assert told == [
        f"settings of {os.path.normpath(counts)}",
        *(f"{name}: not read, since {counts} stands beside it" for name in beside),
    ]


def test_a_file_that_is_named_counts_alone(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk / "desk/.check.toml", "jobs = 5\nfail-on = 'note'")
    write(desk / "other.toml", "jobs = 6")
    options = configured({"paths": ()}, Asked(("../other.toml", "color=never")))
    assert (options.jobs, options.fail_on, options.color, options.folder) == (6, "error", "never", "..")
    monkeypatch.setenv("CROSSFOOT_CONFIG", "../other.toml")
    assert configured({"paths": ()}).jobs == 6
    assert configured({"paths": ()}, Asked((".check.toml",))).jobs == 5
    assert configured({"paths": ()}, Asked((), no_file=True)).jobs == 1
    assert settings_file(Asked()) == "../other.toml"


def test_paths_start_from_the_file(desk: Path) -> None:
    write(
        desk / ".check.toml", "rules = ['low']\nbaseline = 'known.json'\nreport = {json = 'out.json', text = '-'}\n"
    )
    options = configured({"paths": ()})
    assert options.rules == (os.path.join("..", "low"),)
    assert options.baseline == os.path.join("..", "known.json")
    assert options.reports == (("json", os.path.join("..", "out.json")), ("text", "-"))
    assert options.folder == ".."


def test_extend(desk: Path) -> None:
    text = "jobs = 7\nignore = ['pace']\nrules = ['own']\nseverity = {pace = 'note', R18 = 'note'}"
    write(desk / "base/all.toml", text)
    (desk / "base/own").mkdir()
    write(desk / ".check.toml", "extend = 'base/all.toml'\nignore = ['headline']\n[severity]\nR18 = 'off'\n")
    options = configured({"paths": ()})
    assert (options.jobs, options.ignore, options.rules) == (7, ("headline",), (os.path.join("..", "base", "own"),))
    assert options.severity == (("pace", "note"), ("R18", "off"))
    assert dict(options.origins)["jobs"] == os.path.join("..", "base", "all.toml") + ":1"
    assert dict(options.origins)["severity"].startswith(os.path.join("..", ".check.toml") + ":3, ")


# ── which place counts ────────────────────────────────────────────────────────────────────────────────────────────────


def read(name: str, value: Any) -> Any:
    """A setting as a file has it → as Options have it."""
    return settings(Written({name: value}, lambda *_: "here"))[name].value


@pytest.mark.parametrize("name", BY_NAME)
def test_command_line_environment_file_default(desk: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    os.chdir(desk)
    key = BY_NAME[name]
    low, high = read(name, LOW[name]), read(name, HIGH[name])

    def found(given: dict[str, Any], *words: str) -> Any:
        return getattr(configured({"paths": (), **given}, Asked(words)), key.dest)

    def both(under: Any, over: Any) -> Any:
        return joined(key, Setting(under, ""), Setting(over, "")).value

    assert found({}) == key.default
    write(desk / ".check.toml", f"{name} = {toml(LOW[name])}\n")
    assert found({}) == low
    monkeypatch.setenv(key.variable, toml(HIGH[name]))
    assert found({}) == both(low, high)
    assert found({key.dest: low}) == both(both(low, high), low)
    monkeypatch.setenv(key.variable, toml(LOW[name]))
    assert found({key.dest: high}) == both(low, high)
    assert found({}, f"{name}={toml(HIGH[name])}") == both(low, high)
    assert found({key.dest: low}, f"{name}={toml(HIGH[name])}") == both(both(low, high), low)
    monkeypatch.delenv(key.variable)
    assert found({}, f"{name}={toml(HIGH[name])}") == both(low, high)
    (desk / ".check.toml").unlink()
    assert found({key.dest: high}) == high


@given(st.fixed_dictionaries({}, optional={name: st.sampled_from((LOW[name], HIGH[name])) for name in BY_NAME}))
def test_settings_go_through_toml_unchanged(table: dict[str, Any]) -> None:
    import tomllib

    text = "".join(f"{name} = {toml(value)}\n" for name, value in table.items())
    assert tomllib.loads(text) == table
    Draft202012Validator(schema()).validate(table)
    without = {name: value for name, value in table.items() if name != "rules"}  # folders have to be there
    read_back = settings(Written(without, lambda *_: ""))
    assert {name: plain(BY_NAME[name], setting.value) for name, setting in read_back.items()} == without


@pytest.mark.parametrize(
    "variable, words, field, value",
    [
        ("FAIL_ON", "note", "fail_on", "note"),
        ("FAIL_ON", '"note"', "fail_on", "note"),
        ("FAIL_ON", "", "fail_on", "error"),
        ("JOBS", "4", "jobs", 4),
        ("GITIGNORE", "0", "gitignore", False),
        ("GITIGNORE", "no", "gitignore", False),
        ("FORCE_EXCLUDE", "True", "force_exclude", True),
        ("SELECT", "balance, R18", "select", ("balance", "R18")),
        ("SELECT", '["balance"]', "select", ("balance",)),
        ("SEVERITY", "{R18 = 'note'}", "severity", (("R18", "note"),)),
        ("ENCODING", "cp1252", "encoding", "cp1252"),
        ("PER_FILE", '{"a*" = {ignore = ["pace"]}}', "per_file", (PerFile("a*", ignore=("pace",)),)),
    ],
)
@pytest.mark.usefixtures("desk")
def test_variables(monkeypatch: pytest.MonkeyPatch, variable: str, words: str, field: str, value: object) -> None:
    monkeypatch.setenv(PREFIX + variable, words)
    assert getattr(configured({"paths": ()}), field) == value


@pytest.mark.usefixtures("desk")
def test_variables_that_name_no_setting_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSFOOT_FAIL_NO", "note")
    monkeypatch.setenv("CROSSFOOT_WITNESS_KEY", "k")
    assert "CROSSFOOT_WITNESS_KEY" not in strangers()
    assert "CROSSFOOT_FAIL_NO" in strangers()
    assert "# CROSSFOOT_FAIL_NO in the environment names no setting\n" in shown({}, "", strangers(), "text")


@pytest.mark.parametrize(
    "word, field, value",
    [
        ("fail-on=note", "fail_on", "note"),
        ("jobs=3", "jobs", 3),
        ("severity.R18=note", "severity", (("R18", "note"),)),
        ("per-file.'*.md'.ignore=['pace']", "per_file", (PerFile("*.md", ignore=("pace",)),)),
        ("exclude=drafts/,wire/", "exclude", ("drafts/", "wire/")),
    ],
)
@pytest.mark.usefixtures("desk")
def test_one_setting_on_the_command_line(word: str, field: str, value: object) -> None:
    assert getattr(configured({"paths": ()}, Asked((word,), no_file=True)), field) == value


# ── what is wrong ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text, line, message",
    [
        ("fail_on = 'note'", 1, 'no setting is named "fail_on"; did you mean fail-on?'),
        ("\nseveritty = {}", 2, "did you mean severity?"),
        ("zzz = 1", 1, "there are format, report,"),
        ("fail-on = 'noted'", 1, 'fail-on = "noted" is none; did you mean note'),
        ("fail-on = 3", 1, 'fail-on = 3 is not one of error, warning, note, never; as in fail-on = "warning"'),
        ("jobs = -1", 1, "jobs = -1 is not a whole number from 0; as in jobs = 0"),
        ("jobs = true", 1, "jobs = true is not a whole number"),
        ("jobs = 1.5", 1, "jobs = 1.5 is not a whole number"),
        ("gitignore = 'no'", 1, 'gitignore = "no" is not true or false'),
        ("encoding = 'klingon'", 1, 'encoding = "klingon" is not the name of an encoding'),
        ("encoding = 8", 1, "is not the name of an encoding"),
        ("select = 'R18'", 1, 'select = "R18" is not a list of rules; as in select = ["balance", "R18"]'),
        ("select = []", 1, "would check nothing"),
        ("ignore = ['pace', 3]", 1, "is not a list of rules"),
        ("exclude = ['!']", 1, '"!" is no glob'),
        ("baseline = 1", 1, "is not the name of a file"),
        ("rules = ['gone']", 1, 'there is no folder "gone"'),
        ("report = 'a.json'", 1, "is not a table of formats"),
        ("[report]\njson = 'a.json'\nhtlm = 'a.html'", 3, 'no format is named "htlm"; did you mean html?'),
        ("[severity]\npace = 'off'\n\nratio = 'grave'", 4, 'ratio = "grave" is not one of error, warning, note, off'),
        ("severity.ratio = 1", 1, "ratio = 1 is not one of"),
        ("per-file = ['a']", 1, "is not a table of globs and settings"),
        ("[per-file]\n'a*' = {}\n'b*' = {ignored = []}", 3, 'no setting is named "ignored"; did you mean ignore?'),
        ("[per-file.'a*']\nignore = []\nselect = 'x'", 3, 'select = "x" is not a list of rules'),
        ("[per-file]\n'#' = {}", 1, '"#" is no glob'),
        ("extend = 3", 1, "extend is the name of one file"),
        ("extend = 'gone.toml'", 1, "the settings in gone.toml cannot be read"),
        ("jobs = 1\nextend = '.check.toml'", 2, "extends itself"),
        ("jobs = 1\njobs = 2", 2, "not valid TOML"),
        ("jobs = [", 1, "not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_place(desk: Path, text: str, line: int, message: str) -> None:
    write(desk / "desk/.check.toml", text + "\n")
    with pytest.raises(CheckerError) as caught:
        configured({"paths": ()})
    assert (caught.value.place, message in caught.value.message) == (f".check.toml:{line}", True), caught.value


def test_a_mistake_in_a_pyproject(desk: Path) -> None:
    write(desk / "desk/pyproject.toml", "[project]\njobs = 1\n[tool.crossfoot]\njobs = 'two'\n")
    with pytest.raises(CheckerError) as caught:
        configured({"paths": ()})
    assert caught.value.place == "pyproject.toml:4"
    write(desk / "desk/pyproject.toml", "tool.crossfoot = 3 # [tool.crossfoot]\n")
    with pytest.raises(CheckerError, match="is a table of settings"):
        configured({"paths": ()})


@pytest.mark.parametrize(
    "text",
    ["# no [tool.crossfoot] yet\n", "tool = 3 # no [tool.crossfoot]\n", "[tool]\nother = 1 # [tool.crossfoot]\n"],
)
def test_a_pyproject_that_only_speaks_of_settings_has_none(desk: Path, text: str) -> None:
    write(desk / ".check.toml", "jobs = 3")
    write(desk / "desk/pyproject.toml", text)
    assert configured({"paths": ()}).jobs == 3
    assert configured({"paths": ()}, Asked(("pyproject.toml",))).jobs == 1


@pytest.mark.parametrize("name, text", [(".check.toml", "jobs = 3"), ("pyproject.toml", "[tool.crossfoot]\njobs = 3")])
def test_a_file_may_begin_with_a_byte_order_mark(desk: Path, name: str, text: str) -> None:
    (desk / "desk" / name).write_text(text, "utf-8-sig")
    assert configured({"paths": ()}).jobs == 3


def test_a_folder_of_pages_stays_a_folder(desk: Path) -> None:
    write(desk / "desk/.check.toml", 'report = { html = "pages/", json = "./found.json" }')
    assert configured({"paths": ()}).reports == (("html", "pages/"), ("json", "found.json"))


def test_a_file_that_is_not_utf_8(desk: Path) -> None:
    (desk / "desk/.check.toml").write_bytes(b"# caf\xe9")
    with pytest.raises(CheckerError, match="save the settings as UTF-8"):
        configured({"paths": ()})


@pytest.mark.parametrize(
    "words, place, message",
    [
        (("nope=1",), "--config nope=1", "no setting is named"),
        (("jobs=two",), "--config jobs=two", "two is not a whole number from 0; as in jobs = 0"),
        (("extend=a.toml",), "--config extend=a.toml", "no setting is named"),
        (("=3",), "--config =3", 'no setting is named ""'),
        (("gone.toml",), "gone.toml", "cannot be read"),
        (("a.toml", "b.toml"), "", "two settings files, a.toml and b.toml"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_a_mistake_on_the_command_line(words: tuple[str, ...], place: str, message: str) -> None:
    with pytest.raises(CheckerError) as caught:
        configured({"paths": ()}, Asked(words))
    assert (caught.value.place, message in caught.value.message) == (place, True), caught.value


@pytest.mark.usefixtures("desk")
def test_no_file_and_a_file_are_one_too_many() -> None:
    with pytest.raises(CheckerError, match="leave one of them out"):
        configured({"paths": ()}, Asked(("a.toml",), no_file=True))


@pytest.mark.usefixtures("desk")
def test_a_mistake_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSFOOT_JOBS", "many")
    with pytest.raises(CheckerError) as caught:
        configured({"paths": ()})
    assert caught.value.place == "CROSSFOOT_JOBS"


# ── what is shown and published ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form, ending", [("text", "txt"), ("json", "json")])
def test_every_setting_is_shown_with_its_place(
    desk: Path, monkeypatch: pytest.MonkeyPatch, form: str, ending: str
) -> None:
    write(desk / "desk/.check.toml", "jobs = 2\n\n[severity]\npace = 'off'\n[per-file]\n'wire/' = {select = ['R18']}\n")
    monkeypatch.setenv("CROSSFOOT_IGNORE", "headline")
    made = layered({"fail_on": "never"}, Asked(("severity.R18=note",)), ".check.toml")
    assert made["fail-on"].place == COMMAND_LINE
    text = shown(made, ".check.toml", ["CROSSFOOT_JBOS"], form)
    assert matches(f"config.{ending}", text)
    if form == "json":
        assert [row["key"] for row in json.loads(text)["settings"]] == list(BY_NAME)


def test_the_schema_is_published() -> None:
    path = ROOT / "reports" / "config.schema.json"
    if os.environ.get("CROSSFOOT_BLESS"):
        path.write_text(schema_text(), "utf-8")
    assert path.read_text("utf-8") == schema_text()
    Draft202012Validator.check_schema(schema())


def test_the_manual_is_current() -> None:
    path = ROOT / "docs" / "config.md"
    if os.environ.get("CROSSFOOT_BLESS"):
        path.write_text(manual(), "utf-8")
    assert path.read_text("utf-8") == manual()


@pytest.mark.parametrize(
    "table", [{"jbos": 1}, {"jobs": "2"}, {"per-file": {"a": {"jobs": 1}}}, {"severity": {"a": "b"}}]
)
def test_the_schema_refuses_what_the_program_refuses(table: dict[str, Any]) -> None:
    assert not Draft202012Validator(schema()).is_valid(table)
    with pytest.raises(CheckerError):
        settings(Written(table, lambda *_: "here"))


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_the_example_of_a_setting_is_one(key: Any) -> None:
    import tomllib

    table = tomllib.loads(f"{key.name} = {key.example}")
    Draft202012Validator(schema()).validate(table)
    assert key.name == "rules" or settings(Written(table, lambda *_: "here"))


@pytest.mark.parametrize("page", ["docs/config.md", "README.md"])
def test_the_example_of_a_page_is_one(desk: Path, page: str) -> None:
    examples = re.findall(r"```toml\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    (example,) = (text for text in examples if "fail-on" in text)
    write(desk / "desk/.check.toml", example)
    options = configured({"paths": ()})
    assert options.fail_on == "warning"
    assert resolved(options, load_pack()) == options


# ── as a process ──────────────────────────────────────────────────────────────────────────────────────────────────────

CLEAN = "Exports grew\n\nExports rose 3 percent to 412 million dollars in 2031 from 400 million dollars in 2030.\n"


def check(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
    )


def test_settings_count_on_the_short_way_in(desk: Path) -> None:
    write(desk / "desk/a.txt", CLEAN)
    plain_run = check(desk / "desk", "a.txt")
    assert plain_run.returncode == 0
    assert check(desk / "desk", "--no-config", "a.txt").stdout == plain_run.stdout
    assert json.loads(check(desk / "desk", "a.txt", CROSSFOOT_FORMAT="json").stdout)["problems"] == []
    write(desk / ".check.toml", "require-facts = 1000\n")
    assert check(desk / "desk", "a.txt").returncode == 1
    assert check(desk / "desk", "--require-facts", "1", "a.txt").returncode == 0
    assert check(desk / "desk", "--isolated", "a.txt").returncode == 0
    assert check(desk / "desk", "a.txt", CROSSFOOT_REQUIRE_FACTS="0").returncode == 0


def test_broken_settings_check_nothing(desk: Path) -> None:
    write(desk / "desk/a.txt", CLEAN)
    write(desk / "desk/out.json", "as it was")
    write(desk / ".check.toml", "jobs = 1\nignore = ['paec']\n")
    for arguments in (["a.txt"], ["--report", "json=out.json", "a.txt"], ["facts", "a.txt"], ["config", "--check"]):
        done = check(desk / "desk", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f'{os.path.join("..", ".check.toml")}:2: no rule is named "paec"; did you mean pace?\n'
    assert (desk / "desk/out.json").read_text() == "as it was"


def test_the_command(desk: Path) -> None:
    write(desk / "desk/.check.toml", "jobs = 2\n")
    assert check(desk / "desk", "config").stdout == check(desk / "desk", "config", "--show").stdout
    assert "jobs = 2                                  # .check.toml:1\n" in check(desk / "desk", "config").stdout
    assert check(desk / "desk", "config", "--schema").stdout == schema_text()
    assert check(desk / "desk", "config", "--check").stdout == ".check.toml: 1 setting, in order\n"
    write(desk / "other.toml", "jobs = 'two'\n")
    done = check(desk / "desk", "config", "../other.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("../other.toml:1: jobs = ")
