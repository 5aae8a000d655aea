"""Statements in a folder: found by the masked text, whatever the numbers, and refused if they are not what they say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from copydesk import ARTICLE, CLEAN, STATED

from checker import cassette
from checker.cassette import Answer, asked, find, keep, load
from checker.errors import CheckerError
from checker.mask import mask
from checker.record import replace

MASKED = mask(ARTICLE)


def answer(model: str = "a-model", order: str = "reading") -> Answer:
    return replace(asked(MASKED, model, "1", order), statement=STATED)


def test_a_statement_is_found_again_for_the_same_words(tmp_path: Path) -> None:
    kept = [keep(str(tmp_path), answer(order=order)) for order in ("reading", "relations-first")]
    assert {one.order for one in find(str(tmp_path), MASKED)} == {"reading", "relations-first"}
    assert find(str(tmp_path), mask(CLEAN)) == find(str(tmp_path), MASKED)
    assert find(str(tmp_path), mask(ARTICLE.replace("rose", "fell"))) == ()
    assert len({Path(path).name.split("-")[0] for path in kept}) == 1


def test_the_file_is_readable(tmp_path: Path) -> None:
    fields = json.loads(Path(keep(str(tmp_path), answer())).read_text("utf-8"))
    assert list(fields) == ["schema", "key", "model", "prompt", "order", "statement"]
    assert fields["statement"] == STATED
    assert ARTICLE.split()[0] not in str(fields["key"])


def test_keys_differ_by_who_is_asked_and_how() -> None:
    keys = {asked(MASKED, *who).key for who in (("a", "1", "x"), ("b", "1", "x"), ("a", "2", "x"), ("a", "1", "y"))}
    assert len(keys) == 4


@pytest.mark.parametrize(
    "text, why",
    [
        ("", "holds no JSON"),
        ("{}", "no recorded statement"),
        ('{"schema": "crossfoot-witness/2", "statement": {}}', "no recorded statement"),
        ('{"schema": "crossfoot-witness/1", "key": "other", "statement": {}}', "differs from the file's name"),
        ('{"schema": "crossfoot-witness/1", "statement": ' + "[" * 99 + "]" * 99 + "}", "nested more than"),
    ],
)
def test_a_file_that_is_none_says_why(text: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "k-1.json"
    path.write_text(text, encoding="utf-8")
    found = load(str(path))
    assert why in found.failure
    assert found.statement is None


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "k-1.json").write_bytes(b"\xff\xfe")
    assert "cannot be read" in load(str(tmp_path / "k-1.json")).failure


def test_a_folder_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="cannot read the folder"):
        find(str(tmp_path / "none"), MASKED)
    (tmp_path / "file").write_text("")
    with pytest.raises(CheckerError, match="cannot be written"):
        keep(str(tmp_path / "file"), answer())


def test_half_a_file_is_never_left(tmp_path: Path) -> None:
    keep(str(tmp_path), answer())
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]
    assert cassette.SCHEMA in next(tmp_path.iterdir()).read_text("utf-8")
    with pytest.raises(CheckerError, match="not Unicode"):
        keep(str(tmp_path), answer("a-\udcff"))
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]
