"""The README is a test: its commands run, its report is what the program prints, CI runs its test command.

`CROSSFOOT_BLESS=1` writes the report anew instead of comparing it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
REPORT = re.compile(r"(?<=<!-- report -->\n```text\n).*?(?=```\n)", re.DOTALL)
COMMAND = re.compile(r"^    (python3 -m venv .*)$", re.MULTILINE)


def commands() -> tuple[str, str]:
    """The README → its main job and its test command, each one line."""
    found = COMMAND.findall(README.read_text("utf-8"))
    assert len(found) == 2, "the README opens with two commands"
    return found[0], found[1]


def run_check(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Arguments of `check` → the finished process, run in the checkout as a reader of the README would."""
    environment = {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "COLUMNS")}
    environment["PYTHONIOENCODING"] = "utf-8"
    program = "import sys; sys.argv[0] = 'check'; from checker.__main__ import process; process()"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment,
        check=False,
    )


def test_the_main_job_finds_the_slip_and_prints_the_report_shown() -> None:
    program, *arguments = shlex.split(commands()[0].rpartition("&&")[2])
    assert program == ".venv/bin/check"
    run = run_check(arguments)
    assert (run.returncode, run.stderr) == (1, "")
    text = README.read_text("utf-8")
    shown = REPORT.search(text)
    assert shown is not None, "the README has lost its report"
    if os.environ.get("CROSSFOOT_BLESS"):
        README.write_text(REPORT.sub(lambda _: run.stdout, text, count=1), encoding="utf-8")
    else:
        assert shown[0] == run.stdout


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert commands()[1] in (ROOT / ".ci" / "run").read_text("utf-8")
    assert commands()[1] in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_the_python_example_finds_its_slip(capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert example is not None
    exec(compile(example[1], str(README), "exec"), {})  # noqa: S102  (our own README)
    assert capsys.readouterr().out.startswith("error ")


def test_the_rule_explained_in_the_readme_is_shipped() -> None:
    rules = re.findall(r"crossfoot explain (\S+)", README.read_text("utf-8"))
    assert rules
    for rule in rules:
        assert list((ROOT / "rules").glob(f"*/{rule}.toml")), f"no rule called {rule}"


def test_links_lead_somewhere() -> None:
    for document in [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
