from __future__ import annotations

from pathlib import Path

import pytest
import reports_by_hand as hand
from written import written

from checker import github
from checker.options import Options
from checker.record import replace
from checker.run import check_paths

PROBLEMS = (("missing.txt", "no such file or folder; check the spelling"),)


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a job names for its summary."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    return tmp_path / "summary.md"


def commands(errors: int, notes: int = 0, problems: tuple[tuple[str, str], ...] = ()) -> list[str]:
    findings = [replace(hand.NOTE, message=f"note {n}") for n in range(notes)]
    findings += [replace(hand.ERROR, message=f"error {n}") for n in range(errors)]
    return written("github", [replace(hand.BROKEN, findings=tuple(findings))], problems, verbosity=-1).splitlines()


def test_up_to_ten_of_a_level_are_shown() -> None:
    shown = commands(10, 10)
    assert [line.split(" ")[0] for line in shown] == ["::error"] * 10 + ["::notice"] * 10
    assert not any("more" in line for line in shown)


def test_the_tenth_of_more_counts_the_others() -> None:
    shown = commands(30, 11)
    assert len(shown) == 20
    assert shown[9] == "::error title=crossfoot::21 more; the job summary and the log of the run have them"
    assert shown[19].startswith("::notice title=crossfoot::2 more; ")


def test_what_could_not_be_checked_comes_first() -> None:
    assert commands(12, problems=PROBLEMS)[0].startswith("::error file=missing.txt,title=not checked::")


def test_a_figure_on_two_lines_is_marked_where_it_begins() -> None:
    text = hand.TEXT.replace("41.67 million tonnes", "41.67 million\ntonnes")
    broken = replace(hand.BROKEN, article=replace(hand.ARTICLE, text=text, source=text), findings=(hand.ERROR,))
    assert "line=3,endLine=3,col=21,endColumn=34" in written("github", [broken])


def test_standard_input_has_no_file() -> None:
    shown = written("github", [replace(hand.BROKEN, article=replace(hand.ARTICLE, path="-"))])
    assert shown.startswith("::error line=3,")


def test_the_summary_is_the_markdown_report(summary: Path) -> None:
    summary.write_text("before\n", "utf-8")
    written("github", [hand.BROKEN], PROBLEMS)
    assert summary.read_text("utf-8") == "before\n" + written("markdown", [hand.BROKEN], PROBLEMS)


def test_a_summary_without_room_says_so(summary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(github, "ROOM", 1_000)
    written("github", [hand.CLEAN, hand.BROKEN, hand.EMPTY], PROBLEMS * 102)
    shown = summary.read_text("utf-8")
    assert "articles/alden.txt" not in shown
    assert "articles/empty.txt" in shown
    assert "no room here for 1 more article;" in shown
    assert "no room here for 2 more problems;" in shown
    summary.write_text("x" * 2_000, "utf-8")
    written("github", [hand.EMPTY])
    assert "no room here for 1 more article;" in summary.read_text("utf-8")


def test_a_large_summary_stays_below_the_limit(summary: Path) -> None:
    written("github", [hand.BROKEN] * 1_000, PROBLEMS * 2_000)
    assert 800 * 1024 < summary.stat().st_size < 1024 * 1024


def test_a_summary_that_cannot_be_written_is_told(summary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary.mkdir()
    assert "::error" in written("github", [hand.BROKEN])
    assert "the job summary cannot be written" in capsys.readouterr().err


def test_a_run_has_one_summary(summary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("No number here.", "utf-8")
    reports = (("github", str(tmp_path / "again")),)
    assert check_paths(Options((str(tmp_path / "a.txt"),), format="github", reports=reports)) == 0
    assert summary.read_text("utf-8").count("## crossfoot") == 1
    assert capsys.readouterr().out == (tmp_path / "again").read_text("utf-8")
