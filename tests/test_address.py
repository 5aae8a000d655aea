from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.address import relative, spot, uri


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a desk, made the current one."""
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path


@pytest.mark.parametrize(
    "path, found, address",
    [
        ("a.txt", "a.txt", "a.txt"),
        ("./a.txt", "a.txt", "a.txt"),
        ("b/../c//a.txt", "c/a.txt", "c/a.txt"),
        ("a b%.txt", "a b%.txt", "a%20b%25.txt"),
        ("港/é.txt", "港/é.txt", "%E6%B8%AF/%C3%A9.txt"),
        ("a:b#c?.txt", "a:b#c?.txt", "a%3Ab%23c%3F.txt"),
        ("..a.txt", "..a.txt", "..a.txt"),
        ("d\udc80.txt", "d\udc80.txt", "d%80.txt"),
        ("-", "stdin", "stdin"),
    ],
)
def test_paths_from_here(path: str, found: str, address: str) -> None:
    assert relative(path) == found
    assert uri(path) == (address, True)


def test_a_whole_path_below_the_current_folder(desk: Path) -> None:
    assert relative(str(desk / "desk" / "a.txt")) == "a.txt"


def test_a_path_elsewhere_is_whole(desk: Path) -> None:
    assert relative("../late a.txt") == (desk / "late a.txt").as_posix()
    assert uri("../late a.txt") == ((desk / "late a.txt").as_uri(), False)


def test_the_same_folder_by_another_name(desk: Path) -> None:
    os.symlink(desk / "desk", desk / "other")
    assert relative(str(desk / "other" / "a.txt")) == "a.txt"


@pytest.mark.parametrize(
    "place, found",
    [
        ("a.md", ("a.md", 0)),
        ("./b/a.md:3", ("b/a.md", 3)),
        ("-", ("stdin", 0)),
        ("-:3", ("stdin", 3)),
        ("there:12", ("there:12", 0)),
        (":12", (":12", 0)),
        ("a.md:x", ("a.md:x", 0)),
        ("a.md:\u0663", ("a.md:\u0663", 0)),
        ("a.md:" + "9" * 5000, ("a.md:" + "9" * 5000, 0)),
    ],
)
def test_the_place_of_a_problem(place: str, found: tuple[str, int]) -> None:
    Path("there:12").touch()
    assert spot(place) == found
