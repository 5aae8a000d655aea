"""A real git repository whose commits pre-commit guards with our hook: what is refused, and what lets a commit pass."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CLEAN = "Exports came to 12.4 million crowns and imports to 9.1 million, for total trade of 21.5 million crowns.\n"
SLIP = CLEAN.replace("21.5", "25.1")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Desk:
    """A git repository with the hook installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "desk"
        scripts = folder / "bin"
        scripts.mkdir()
        (scripts / "check").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', "utf-8")
        (scripts / "check").chmod(0o755)
        self.environment = os.environ | {
            "PATH": os.pathsep.join((str(scripts), str(Path(sys.executable).parent), os.environ["PATH"])),
            "PYTHONPATH": str(ROOT),
            "PRE_COMMIT_HOME": str(folder / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_NAME": "Desk",
            "GIT_AUTHOR_EMAIL": "desk@example.org",
            "GIT_COMMITTER_NAME": "Desk",
            "GIT_COMMITTER_EMAIL": "desk@example.org",
        }
        hooks = folder / "hooks"
        hooks.mkdir()
        # The hook as it is published, but for the environment that pre-commit would make for it from the network.
        published = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
        assert "language: python\n" in published
        local = published.replace("language: python", "language: system")
        (hooks / ".pre-commit-hooks.yaml").write_text(local, "utf-8")
        for place in (hooks, self.folder):
            place.mkdir(exist_ok=True)
            self.run("git", "init", "-q", ".", folder=place)
        self.run("git", "add", "-A", folder=hooks)
        self.run("git", "commit", "-q", "-m", "Hooks", folder=hooks)
        revision = self.run("git", "rev-parse", "HEAD", folder=hooks).stdout.strip()
        self.write(
            ".pre-commit-config.yaml",
            f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: crossfoot\n",
        )
        self.run(sys.executable, "-m", "pre_commit", "install")

    def run(self, *command: str, folder: Path | None = None, status: int = 0) -> subprocess.CompletedProcess[str]:
        """A command → the process, which ended with the status that it should."""
        done = subprocess.run(
            command, cwd=folder or self.folder, env=self.environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done

    def write(self, name: str, text: str) -> None:
        """A file's name and text → written."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self, *, refused: bool = False) -> str:
        """Everything as it stands, committed or, as it should be, refused → what was said."""
        self.run("git", "add", "-A")
        done = self.run("git", "commit", "-m", "Copy", status=1 if refused else 0)
        return done.stdout + done.stderr

    def decide(self, article: str, finding: str) -> None:
        """An article and the name of one of its findings → let stand, with a reason."""
        words = ("--finding", finding, "--verdict", "accepted", "--reason", "each port rounds its own figures")
        self.run(sys.executable, "-m", "checker", "decide", article, *words)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_clean_copy_passes_and_a_slip_is_refused(desk: Desk) -> None:
    desk.write("articles/trade.txt", CLEAN)
    desk.commit()
    desk.write("articles/trade.txt", SLIP)
    said = desk.commit(refused=True)
    assert "articles/trade.txt:1:" in said
    assert "error parts-make-whole" in said


def test_both_hooks_leave_the_same_texts_alone() -> None:
    names = (".pre-commit-hooks.yaml", "reports/init/pre-commit.yaml")
    published, written = ((ROOT / name).read_text("utf-8") for name in names)
    for key in ("exclude", "types_or"):
        assert re.findall(rf"{key}: (.*)", published) == re.findall(rf"{key}: (.*)", written) != []


def test_text_that_is_no_article_is_not_read(desk: Desk) -> None:
    for name in ("requirements.txt", "docs/requirements-dev.txt", "robots.txt", "README.md", "notes.csv"):
        desk.write(name, SLIP)
    assert "Skipped" in desk.commit()


def test_a_decision_lets_a_slip_pass_until_a_figure_changes(desk: Desk) -> None:
    article = "articles/trade.txt"
    desk.write(article, SLIP)
    (name,) = re.findall(r"finding: (\S+)", desk.commit(refused=True))
    desk.decide(article, name)
    desk.commit()
    desk.write(article, SLIP + "Fishing boats were not counted.\n")
    desk.commit()
    desk.write(article, SLIP.replace("25.1", "25.7"))
    said = desk.commit(refused=True)
    assert "lapsed" in said
    assert "25.1 million crowns" in said
    assert "25.7 million crowns" in said


def test_a_baseline_adopts_an_archive_and_a_second_slip_fails(desk: Desk) -> None:
    slips = 0
    for number in range(200):
        wrong = number % 3 == 0
        slips += wrong
        desk.write(f"articles/{number:03}.txt", f"Trade report No. {number}\n\n{SLIP if wrong else CLEAN}")
    desk.commit(refused=True)
    desk.write(".check.toml", 'baseline = "known.json"\n')
    known = desk.run(sys.executable, "-m", "checker", "check", "--add-to-baseline", "articles").stdout
    assert f"{slips} findings suppressed" in known
    desk.commit()
    second = "Ferries carried 3,000 people in May, up from 4,000 people in April.\n"
    desk.write("articles/003.txt", (desk.folder / "articles/003.txt").read_text("utf-8") + second)
    said = desk.commit(refused=True)
    assert re.findall(r"^(\S+?):\d+:\d+: error", said, re.MULTILINE) == ["articles/003.txt"]


EXAMPLES = {
    "github": (".github/workflows/figures.yml", ["figures.sarif"]),
    "gitlab": (".gitlab-ci.yml", ["figures.json", "figures.xml"]),
}


@pytest.mark.parametrize("forge", EXAMPLES)
def test_the_jobs_of_the_forges_do_what_they_say(desk: Desk, forge: str) -> None:
    path, made = EXAMPLES[forge]
    desk.run(sys.executable, "-m", "checker", "init", f"--{forge}")
    (command,) = re.findall(r"^ *- (?:run: )?(check .*)$", (desk.folder / path).read_text("utf-8"), re.MULTILINE)
    desk.write("articles/trade.txt", CLEAN)
    desk.run("sh", "-c", command)
    desk.write("articles/trade.txt", SLIP)
    said = desk.run("sh", "-c", command, status=1).stdout
    assert "parts-make-whole" in said
    for name in made:
        assert "parts-make-whole" in (desk.folder / name).read_text("utf-8")
