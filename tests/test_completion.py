"""Completion in a real shell, for both script names."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli_setup import SHELLS
from checker.pack import load_pack
from checker.run import COMMANDS

ROOT = Path(__file__).parent.parent
PROGRAM = "import sys; sys.argv[0] = {name!r}; from checker.__main__ import main; main()"
BASH = shutil.which("bash")

# Asks bash's completion function what the words given to the script may become, as the shell does at the Tab key.
ASK = """
eval "$(crossfoot completion bash)"
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
"_$1_completion" "$1" "${COMP_WORDS[COMP_CWORD]}" 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two scripts in bin/, and an article."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "bin").mkdir()
    for name in ("check", "crossfoot"):
        script = folder / "bin" / name
        program = shlex.join([sys.executable, "-c", PROGRAM.format(name=name)])
        script.write_text(f'#!/bin/sh\nexec {program} "$@"\n')
        script.chmod(0o755)
    (folder / "faxes.txt").write_text("Trade rose.")
    return folder


def run(desk: Path, *command: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=desk, env=environment)
    return done.stdout


GROW = sorted(rule.id for rule in load_pack().rules if rule.id.startswith("growth"))


@pytest.mark.skipif(BASH is None, reason="needs bash")
@pytest.mark.parametrize(
    "words, expected",
    [
        (["check", ""], []),  # the shell lists files
        (["check", "fa"], []),
        (["check", "a.txt", "exp"], []),
        (["crossfoot", "check", "exp"], []),
        (["check", "exp"], ["explain"]),
        (["crossfoot", "exp"], ["explain"]),
        (["crossfoot", ""], sorted(COMMANDS)),
        (["check", "explain", "growth"], GROW),
        (["crossfoot", "explain", "growth"], GROW),
        (["check", "--ignore", "growth"], GROW),
        (["check", "--fail-on", "n"], ["note", "never"]),
        (["crossfoot", "check", "--fail-on", "n"], ["note", "never"]),
        (["check", "--format", "js"], ["json", "jsonl"]),
        (["check", "facts", "--format", "c"], ["csv"]),
        (["crossfoot", "--form"], ["--format"]),
        (["check", "completion", "z"], ["zsh"]),
    ],
    ids=" ".join,
)
def test_in_bash(desk: Path, words: list[str], expected: list[str]) -> None:
    assert run(desk, str(BASH), "--norc", "-c", ASK, "ask", *words).split() == expected


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("script", ["check", "crossfoot"])
def test_the_script_of_a_shell_is_for_both_names(desk: Path, shell: str, script: str) -> None:
    text = run(desk, script, "completion", shell)
    assert "_CHECK_COMPLETE" in text
    assert "_CROSSFOOT_COMPLETE" in text
