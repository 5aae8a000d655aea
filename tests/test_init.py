"""`crossfoot init`: what it writes works, and nothing is overwritten."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.__main__ import main
from checker.cli import check
from checker.cli_setup import GATES, new_files
from checker.formats import NAMES
from checker.setting import KEYS
from checker.settingdoc import schema

Call = Callable[..., tuple[int, str, str]]
FLAGS = [f"--{gate}" for gate in GATES]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """Arguments of `crossfoot init`, in an empty repository → (status, standard output, standard error)."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def called(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["crossfoot", "init", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        return ended.value.code, *capfd.readouterr()

    return called


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# ── what must not change ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "there, arguments, place",
    [
        (".check.toml", [], ".check.toml"),
        ("check.toml", [], "check.toml"),
        (".gitlab-ci.yml", ["--gitlab"], ".gitlab-ci.yml"),
        (".pre-commit-config.yaml", ["--github", "--pre-commit"], ".pre-commit-config.yaml"),
    ],
)
def test_nothing_is_overwritten(call: Call, tmp_path: Path, there: str, arguments: list[str], place: str) -> None:
    (tmp_path / there).write_text("# mine\n")
    status, out, err = call(*arguments)
    assert (status, out) == (2, "")
    assert err == f"{place}: this is there already, and nothing was written; --print shows what to add\n"
    assert files(tmp_path) == [there]
    assert (tmp_path / there).read_text() == "# mine\n"


def test_settings_of_a_pyproject_are_settings(call: Call, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.crossfoot]\njobs = 2\n")
    assert call()[2].startswith("pyproject.toml: this is there already")


def test_printing_writes_nothing(call: Call, tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text("# mine\n")
    status, out, _ = call("--print", "--gitlab")
    assert (status, files(tmp_path)) == (0, [".gitlab-ci.yml"])
    assert "# .gitlab-ci.yml\n" in out
    assert "  script:\n" in out


# ── what is written ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_everything_is_written_and_told(call: Call, tmp_path: Path) -> None:
    paths = [".check.toml", *(path for path, _ in GATES.values())]
    assert call(*FLAGS) == (0, "".join(f"wrote {path}\n" for path in paths) + "next: check .\n", "")
    assert files(tmp_path) == sorted(paths)


def test_beside_settings_only_what_is_asked_for_is_written(call: Call, tmp_path: Path) -> None:
    assert call()[:2] == (0, "wrote .check.toml\nnext: check .\n")
    assert call("--github")[:2] == (0, "wrote .github/workflows/figures.yml\nnext: check .\n")
    assert files(tmp_path) == [".check.toml", ".github/workflows/figures.yml"]


def test_the_settings_change_nothing_until_a_line_is_freed(call: Call, tmp_path: Path) -> None:
    call()
    text = (tmp_path / ".check.toml").read_text("utf-8")
    assert tomllib.loads(text) == {}
    free = tomllib.loads("".join(re.findall(r"^# ([\w-]+ = .*\n)", text, re.MULTILINE)))
    assert list(free) == [key.name for key in KEYS]
    Draft202012Validator(schema()).validate(free)


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.usefixtures("call")
def test_a_gate_asks_for_what_there_is(gate: str) -> None:
    text = dict(new_files([gate]))[GATES[gate][0]]
    options = {option for parameter in check.params for option in (*parameter.opts, *parameter.secondary_opts)}
    line = re.search(r"\bcheck( .*)", text)
    assert line is not None
    assert set(re.findall(r"--[\w-]+", line[1])) <= options


@pytest.mark.parametrize("gate, formats", [("github", {"github", "sarif"}), ("gitlab", {"gitlab", "junit"})])
@pytest.mark.usefixtures("call")
def test_a_gate_asks_for_formats_there_are(gate: str, formats: set[str]) -> None:
    text = dict(new_files([gate]))[GATES[gate][0]]
    assert set(re.findall(r"--(?:format|report) (\w+)", text)) == formats
    assert formats <= set(NAMES)


def test_the_hook_leaves_other_texts_alone(call: Call, tmp_path: Path) -> None:
    call("--pre-commit")
    pattern = re.search(r"exclude: '(.*)'", (tmp_path / ".pre-commit-config.yaml").read_text())
    assert pattern is not None
    for name in ("requirements.txt", "a/requirements-dev.txt", "robots.txt", "LICENSE.txt", "CMakeLists.txt"):
        assert re.search(pattern[1], name)
    for name in ("article.txt", "a/trade requirements.md", "licence-fees.txt"):
        assert not re.search(pattern[1], name)
