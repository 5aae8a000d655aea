"""What git leaves out of a folder is left out here; git itself is the judge where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from checker.gitignore import GitIgnore
from checker.source import gather

FILES = """
    a.txt drafts/b.txt drafts/keep.txt build/c.txt desk/build/d.txt desk/old/e.txt desk/old/new/f.txt
    desk/x.tmp.txt desk/deep/y.tmp.txt caf\u00e9.txt secret.txt
""".split()
IGNORES = {
    ".gitignore": "drafts/*\n!drafts/keep.txt\n/build/\n# a remark\n\n*.tmp.txt\n",
    "desk/.gitignore": "old/\n!x.tmp.txt\n",
    ".git/info/exclude": "secret.txt\n",
}
KEPT = ["a.txt", "caf\u00e9.txt", "desk/build/d.txt", "desk/x.tmp.txt", "drafts/keep.txt"]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / "repository" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Trade rose.", "utf-8")
    for name, text in IGNORES.items():
        path = tmp_path / "repository" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / ".gitignore").write_text("*\n", "utf-8")  # above the repository's root: not asked
    monkeypatch.chdir(tmp_path / "repository")
    return tmp_path / "repository"


def found(*paths: str) -> list[str]:
    sources, problems = gather(paths, GitIgnore().ignores)
    assert problems == ()
    return [source.path.removeprefix("./") for source in sources]


@pytest.mark.usefixtures("repository")
def test_ignored_files_are_left_out() -> None:
    assert found(".") == KEPT


@pytest.mark.usefixtures("repository")
def test_patterns_of_the_root_hold_in_a_folder_below() -> None:
    assert found("desk") == ["desk/build/d.txt", "desk/x.tmp.txt"]


@pytest.mark.usefixtures("repository")
def test_what_is_named_is_read() -> None:
    assert found("secret.txt", "desk/deep/y.tmp.txt") == ["secret.txt", "desk/deep/y.tmp.txt"]


@pytest.mark.usefixtures("repository")
def test_without_a_filter_everything_is_found() -> None:
    assert len(gather(["."])[0]) == len(FILES)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_says_the_same(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    subprocess.run(["git", "init", "-q", "."], cwd=repository, check=True)
    (repository / ".git/info/exclude").write_text(IGNORES[".git/info/exclude"], "utf-8")
    command = ["git", "-c", "core.quotePath=false", "ls-files", "--others", "--exclude-standard", "*.txt"]
    listed = subprocess.run(command, cwd=repository, check=True, capture_output=True, encoding="utf-8")
    assert sorted(listed.stdout.splitlines()) == found(".") == KEPT
