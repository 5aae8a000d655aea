"""The articles in examples/, each from its file to the report, against the expectations beside it.

`NAME.txt` has `NAME.expected.json`: the exit status of `check`, the findings (level, rule, the first suspect's words
and the repair offered for it), the least number of relations that set two printed figures against each other, and for
an article with a planted slip the words printed and the right ones. With these in place the article has to be clean.
"""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import checker

ROOT = Path(__file__).resolve().parent.parent
NAMES = sorted(path.stem for path in (ROOT / "examples").glob("*.txt"))
CLEAN = [name for name in NAMES if name.endswith("-clean")]
SLIPS = [name for name in NAMES if name.endswith("-slip")]
LOUD = ("error", "warning")


def article(name: str) -> str:
    """An example's name → its text."""
    return (ROOT / "examples" / f"{name}.txt").read_text("utf-8")


def expected(name: str) -> dict[str, Any]:
    """An example's name → what is expected of it."""
    found: dict[str, Any] = json.loads((ROOT / "examples" / f"{name}.expected.json").read_text("utf-8"))
    return found


@functools.cache
def checked(name: str) -> tuple[int, dict[str, Any]]:
    """An example's name → the exit status of `check` and the article's entry in its JSON report."""
    run = subprocess.run(
        [sys.executable, "-m", "checker", "check", "--format", "json", f"examples/{name}.txt"],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    assert run.stderr == ""
    (entry,) = json.loads(run.stdout)["articles"]
    return run.returncode, entry


def told(entry: dict[str, Any]) -> list[dict[str, str | None]]:
    """An article's entry → its findings in the form of the expectations, whole."""
    words = {figure["id"]: figure["text"] for figure in entry["figures"]}
    return [
        {
            "level": finding["level"],
            "rule": finding["rule"],
            "suspect": words.get(first["figure"]),
            "repair": first["repair"],
        }
        for finding in entry["findings"]
        for first in (finding["suspects"] or [{"figure": None, "repair": None}])[:1]
    ]


def test_half_of_the_examples_are_clean() -> None:
    assert sorted(CLEAN + SLIPS) == NAMES
    assert len(CLEAN) == len(SLIPS) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_length(name: str) -> None:
    assert 120 <= len(article(name).split()) <= 350


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_article_raises_no_alarm(name: str) -> None:
    status, entry = checked(name)
    assert [finding for finding in told(entry) if finding["level"] in LOUD] == []
    assert (status, expected(name)["exit"], expected(name)["findings"]) == (0, 0, [])


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_found(name: str) -> None:
    status, entry = checked(name)
    findings = told(entry)
    for wanted in expected(name)["findings"]:
        assert any(wanted.items() <= finding.items() for finding in findings), findings
    assert status == expected(name)["exit"]


@pytest.mark.parametrize("name", SLIPS)
def test_nothing_but_the_slip_is_suspected(name: str) -> None:
    suspects = {wanted.get("suspect") for wanted in expected(name)["findings"]}
    assert [f for f in told(checked(name)[1]) if f["level"] in LOUD and f["suspect"] not in suspects] == []


@pytest.mark.parametrize("name", SLIPS)
def test_with_the_slip_mended_the_article_is_clean(name: str) -> None:
    slip = expected(name)["slip"]
    text = article(name)
    assert text.count(slip["printed"]) == 1
    report = checker.check(text.replace(slip["printed"], slip["right"]))
    assert [(finding.level, finding.message) for finding in report.findings if finding.level in LOUD] == []


@pytest.mark.parametrize("name", NAMES)
def test_figures_are_set_against_each_other(name: str) -> None:
    relations = checked(name)[1]["relations"]
    decided = [r for r in relations if r["verdict"] != "undecided" and len(r["figures"]) > 1]
    assert len(decided) >= expected(name)["relations"]


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_accounted_for(name: str) -> None:
    entry = checked(name)[1]
    assert [figure["text"] for figure in entry["figures"] if figure["state"] != "checked" and not figure["why"]] == []
    assert sum(entry["coverage"].values()) == 2 * len(entry["figures"])
