"""Paths → sources and problems."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.source import Problem, Source, gather, load


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a.txt",
        "notes.rst",
        "story.md",
        "web.HTML",
        ".hidden.txt",
        "in/c.TXT",
        ".git/d.txt",
        "node_modules/e.txt",
        "in/er/f.txt",
    ):
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Trade of {name} rose.", "utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "given, expected",
    [
        (["desk"], ["desk/a.txt", "desk/b.txt", "desk/in/c.TXT", "desk/in/er/f.txt", "desk/story.md", "desk/web.HTML"]),
        (
            ["desk/"],
            ["desk/a.txt", "desk/b.txt", "desk/in/c.TXT", "desk/in/er/f.txt", "desk/story.md", "desk/web.HTML"],
        ),
        (["desk/b.txt", "desk/a.txt"], ["desk/b.txt", "desk/a.txt"]),
        (["desk/notes.rst"], ["desk/notes.rst"]),
        (["desk/.hidden.txt"], ["desk/.hidden.txt"]),
        (["desk/a.txt", "./desk/a.txt", "desk/in/../a.txt"], ["desk/a.txt"]),
        (
            ["desk/b.txt", "desk"],
            ["desk/b.txt", "desk/a.txt", "desk/in/c.TXT", "desk/in/er/f.txt", "desk/story.md", "desk/web.HTML"],
        ),
        (["-", "-"], ["-"]),
        ([], []),
    ],
)
@pytest.mark.usefixtures("desk")
def test_gather(given: list[str], expected: list[str]) -> None:
    sources, problems = gather(given)
    assert [source.path for source in sources] == expected
    assert problems == ()


@pytest.mark.parametrize(
    "path, message",
    [
        ("gone.txt", "no such file or folder"),
        ("empty", "no .txt, .md, .markdown, .html, .htm, .xhtml file in this folder"),
        ("nul\0.txt", "cannot be read"),
        ("", "no such file or folder"),
        (os.devnull, "neither a file nor a folder"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_problem_does_not_stop_the_others(path: str, message: str) -> None:
    sources, problems = gather([path, "desk/a.txt"])
    assert [source.path for source in sources] == ["desk/a.txt"]
    assert [problem.path for problem in problems] == [path]
    assert message in problems[0].message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable to root")
def test_unreadable_file_is_a_problem(desk: Path) -> None:
    (desk / "desk/a.txt").chmod(0)
    assert gather(["desk/a.txt"])[1] == (
        Problem("desk/a.txt", "no permission to read this file; change its permissions or copy it"),
    )


def test_link_back_up_is_not_followed(desk: Path) -> None:
    (desk / "desk/in/loop").symlink_to(desk / "desk")
    (desk / "desk/broken.txt").symlink_to(desk / "nowhere")
    sources, problems = gather(["desk"])
    assert len(sources) == 6
    assert [problem.path for problem in problems] == ["desk/broken.txt"]


@pytest.mark.usefixtures("desk")
def test_load() -> None:
    assert load("desk/a.txt").text == "Trade of a.txt rose."
    assert load(Source("desk/a.txt")).path == "desk/a.txt"
    assert load(b"\xa35").notes == ("not UTF-8 (byte 0xa3 at offset 0); read as Windows-1252",)
    assert load(b"\xa35", "cp1252").notes == ()


@pytest.mark.parametrize(
    "name, data, text",
    [
        ("a.txt", "<p>Up **3**", "<p>Up **3**"),
        ("a.txt", "<!doctype html><p>Up", "<!doctype html><p>Up"),
        ("a.rst", "<html><p>Up", "<html><p>Up"),
        ("a.md", "Up **3**", "Up 3"),
        ("a.MARKDOWN", "Up **3**", "Up 3"),
        ("a.html", "<p>Up <b>3", "Up 3"),
        ("a.HTM", "<p>Up <b>3", "Up 3"),
        ("a.xhtml", "<?xml version='1.0'?><p>Up <b>3", "Up 3"),
        ("export", "\n<!DOCTYPE HTML><p>Up <b>3", "Up 3"),
        ("export", "<html lang=en><p>Up <b>3", "Up 3"),
        ("export", "Up <html>", "Up <html>"),
    ],
)
def test_markup_goes_by_the_suffix(tmp_path: Path, name: str, data: str, text: str) -> None:
    (tmp_path / name).write_text(data, "utf-8")
    article = load(str(tmp_path / name))
    assert (article.text, article.source) == (text, data)


def test_plain_text_is_its_own_source() -> None:
    article = load(b"Trade rose.")
    assert article.source is article.text
    assert article.runs == ()


def test_load_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Trade rose.")))
    assert load("-").text == "Trade rose."


@pytest.mark.parametrize("path, message", [("gone.txt", "no such file"), ("desk", "this is a folder")])
@pytest.mark.usefixtures("desk")
def test_load_names_the_file_it_cannot_read(path: str, message: str) -> None:
    with pytest.raises(CheckerError, match=message) as caught:
        load(path)
    assert caught.value.place == path
