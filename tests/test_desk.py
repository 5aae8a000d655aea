"""Articles checked in one process and in several: the same outcomes, in the same order, whatever happens to one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import reports_by_hand as hand

from checker.article import Article
from checker.desk import CHUNK, Desk, Outcome, outcomes
from checker.errors import CheckerError
from checker.finding import Report
from checker.options import Options
from checker.pack import Pack
from checker.record import replace
from checker.source import Source

PACK = Pack((), {}, "3f2a9c0d", ())


def stand_in(article: Article, _pack: Pack) -> Report:
    """An article → a report; what its text says happens."""
    if "killed" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "crash" in article.text:
        raise ZeroDivisionError("by hand")
    if "refuse" in article.text:
        raise CheckerError("cannot be understood", f"{article.path}:1")
    return replace(hand.EMPTY, article=article)


def path_of(report: Report, options: Options) -> str:
    return f"{report.article.path} {options.format}"


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("checker.pipeline")
    module.check = stand_in  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "checker.pipeline", module)


def done(folder: Path, texts: list[str], jobs: int) -> list[Outcome]:
    """Texts, which become articles, and how many processes → what became of each."""
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    sources = tuple(Source(str(folder / f"{number:03}.txt")) for number in range(len(texts)))
    options = Options((), jobs=jobs)
    return list(outcomes(Desk(options, PACK, ((path_of, options),)), sources))


def told(outcome: Outcome) -> str:
    """An outcome → the kind of it."""
    return "crash" if outcome.crash else "problem" if outcome.problems else "checked" if outcome.tally else "nothing"


@pytest.mark.parametrize("count", [1, CHUNK, CHUNK + 1, 5 * CHUNK + 3])
def test_several_processes_say_what_one_says(tmp_path: Path, count: int) -> None:
    texts = [("Trade rose.", "refuse", "crash", "")[n % 4] for n in range(count)]
    alone, shared = done(tmp_path, texts, 1), done(tmp_path, texts, 2)
    for one, other in zip(alone, shared, strict=True):
        assert replace(one, tally=None) == replace(other, tally=None)
        assert told(one) == told(other)
    assert [told(outcome) for outcome in shared[:4]] == ["checked", "problem", "crash", "checked"][:count]


def test_a_killed_process_takes_one_article_with_it(tmp_path: Path) -> None:
    texts = ["Trade rose."] * (6 * CHUNK)
    texts[CHUNK + 2] = texts[4 * CHUNK] = "killed"
    ends = [told(outcome) for outcome in done(tmp_path, texts, 2)]
    assert [number for number, end in enumerate(ends) if end != "checked"] == [CHUNK + 2, 4 * CHUNK]
    assert len(ends) == len(texts)
    assert ends[CHUNK + 2] == "crash"


def test_a_trace_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("crash", "utf-8")
    source = Source(str(tmp_path / "a.txt"))
    words = [Desk(Options((), debug=debug), PACK, ()).outcome(source).crash for debug in (False, True)]
    assert words[0].endswith("a.txt: ZeroDivisionError: by hand; run with --debug for the trace")
    assert words[1].startswith("Traceback")


ARTICLE = "Exports were {} million yuan and imports 9.1 million yuan, for total trade of 21.5 million yuan.\n"


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_reports_do_not_tell_how_many_processes_made_them(tmp_path: Path, form: str) -> None:
    for number in range(3 * CHUNK):
        (tmp_path / f"{number:02}.txt").write_text(ARTICLE.format("12.4" if number % 3 else "14.2"), "utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01")
    runs = [
        subprocess.run(
            [sys.executable, "-m", "checker", "--format", form, "--jobs", jobs, str(tmp_path)],
            capture_output=True,
            check=False,
        )
        for jobs in ("1", "2", "0")
    ]
    assert {run.returncode for run in runs} == {2}
    assert runs[0].stdout == runs[1].stdout == runs[2].stdout
    assert runs[0].stderr == runs[1].stderr == runs[2].stderr
    assert runs[0].stdout.count(b"parts-make-whole") >= CHUNK
