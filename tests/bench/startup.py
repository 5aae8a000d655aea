"""What a whole process costs: CPU and peak memory of `check article.txt`, as ratios to `python -c pass`.

    python tests/bench/startup.py [FOLDER | ARTICLE …] [--rounds N]

The variants run interleaved, so that a busy machine weighs on all of them alike; medians are shown. With --script FILE
an installed `check` is measured, beside the interpreter of its own environment. A child's peak memory cannot read lower
than this script's own, some 13 MiB.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

CLEAN = """Harbour trade steady in spring

Exports of the district came to 12.4 billion yuan in the second quarter, and imports came to 9.1 billion yuan.
"""
PROGRAM = "import sys; sys.argv[0] = 'check'; from checker.__main__ import process; process()"


# A child may write bytecode even where this script may not: otherwise every run would compile every module.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def spawn(command: list[str]) -> tuple[float, float]:
    """A command → CPU seconds and peak MiB of the child."""
    quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    child = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    # Kibibytes on Linux, bytes on macOS.
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def articles(paths: list[Path]) -> list[Path]:
    """Paths and folders → the articles in them."""
    return [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]


def main() -> None:
    """Run the variants and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, help="articles or folders; an invented clean article if none")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--script", type=Path, help="an installed `check`, instead of this interpreter's package")
    options = parser.parse_args()
    python = str(options.script.parent / "python") if options.script else sys.executable
    check = [str(options.script)] if options.script else [python, "-c", PROGRAM]
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder, "article.txt")
        clean.write_text(CLEAN, encoding="utf-8")
        variants = {"python -c pass": [python, "-c", "pass"], "check --version": [*check, "--version"]}
        for path in articles(options.paths) or [clean]:
            variants[f"check {path.name}"] = [*check, str(path)]
        measured = {name: [spawn(command)] for name, command in variants.items()}  # caches warm from here on
        for _ in range(options.rounds):
            for name, command in variants.items():
                measured[name].append(spawn(command))
    floor = statistics.median(cpu for cpu, _ in measured["python -c pass"][1:])
    print(f"{'':32}{'× pass':>8}{'CPU ms':>8}{'MiB':>8}")
    for name, runs in measured.items():
        cpu = statistics.median(cpu for cpu, _ in runs[1:])
        memory = statistics.median(memory for _, memory in runs[1:])
        print(f"{name:32}{cpu / floor:8.1f}{cpu * 1000:8.1f}{memory:8.1f}")


if __name__ == "__main__":
    main()
