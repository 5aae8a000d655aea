from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.output import Channel, Folder, put, say, send, wants_color


def stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")


@pytest.mark.parametrize(
    "encoding, text, written",
    [
        ("utf-8", "41.67 — 港口 é", "41.67 — 港口 é"),
        ("ascii", "41.67 — “5 × 2” ≤ 11", '41.67 - "5 x 2" <= 11'),
        ("ascii", "café 港", "caf? ?"),
        ("cp1252", "café — 港", "café - ?"),
        pytest.param("ascii", "plain", "plain", id="nothing to do"),
    ],
)
def test_what_a_stream_cannot_show_is_written_plainer(encoding: str, text: str, written: str) -> None:
    target = stream(encoding)
    put(text, target)
    target.seek(0)
    assert target.read() == written


@pytest.mark.parametrize(
    "choice, environment, terminal, colored",
    [
        ("auto", {}, False, False),
        ("auto", {}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        pytest.param("auto", {"NO_COLOR": ""}, True, True, id="an empty NO_COLOR says nothing"),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(
    choice: str, environment: dict[str, str], terminal: bool, colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    target = stream("utf-8")
    monkeypatch.setattr(target, "isatty", lambda: terminal)
    assert wants_color(choice, target) is colored


def test_remarks_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[2J\nb")
    assert capsys.readouterr().err == "a\ufffd[2J b\n"


@pytest.mark.parametrize("exact, lone", [(True, "\\udcff"), (False, "?")])
def test_a_file_is_utf_8(tmp_path: Path, exact: bool, lone: str) -> None:
    target = tmp_path / "report"
    send("41.67 — 港\udcff\n", str(target), exact=exact)
    assert target.read_bytes() == f"41.67 — 港{lone}\n".encode()


@pytest.mark.parametrize("exact", [True, False])
def test_a_file_that_cannot_be_written(tmp_path: Path, exact: bool) -> None:
    target = str(tmp_path / "missing" / "report.txt")
    with pytest.raises(CheckerError, match="cannot be written: No such file or directory") as caught:
        send("", target, exact=exact)
    assert caught.value.place == target


def test_a_file_is_replaced_when_it_is_whole(tmp_path: Path) -> None:
    target, link = tmp_path / "report", tmp_path / "link"
    target.write_text("yesterday")
    target.chmod(0o640)
    link.symlink_to(target)
    channel = Channel(str(link), exact=True)
    channel.write("today")
    assert target.read_text() == "yesterday"
    channel.close()
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("today", 0o640)
    channel.abandon()
    assert sorted(tmp_path.iterdir()) == [link, target]


@pytest.mark.parametrize("before", [None, "yesterday"])
def test_a_file_that_is_given_up_is_as_before(tmp_path: Path, before: str | None) -> None:
    target = tmp_path / "report"
    if before:
        target.write_text(before)
    channel = Channel(str(target), exact=True)
    channel.write("half of")
    channel.abandon()
    assert [path.read_text() for path in tmp_path.iterdir()] == ([before] if before else [])


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    send("41.67", str(pipe))
    assert os.read(reader, 100) == b"41.67"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_device_that_is_full_is_told_of() -> None:
    with pytest.raises(CheckerError, match="cannot be written: No space left"):
        send("41.67", "/dev/full")


def test_a_report_of_pages_goes_into_a_folder(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path / "a" / "b"))
    folder.write("index.html", "ünder way")
    assert (tmp_path / "a" / "b" / "index.html").read_text("utf-8") == "ünder way"


def test_a_folder_that_cannot_be_made_is_told_of_first(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CheckerError, match="cannot be written"):
        Folder(str(tmp_path / "file" / "pages"))


@pytest.mark.parametrize("ending, meant", [("", True), ("/", True), ("/new/", True), ("/new", False)])
def test_what_names_a_folder(tmp_path: Path, ending: str, meant: bool) -> None:
    assert Folder.is_meant(str(tmp_path) + ending) == meant
