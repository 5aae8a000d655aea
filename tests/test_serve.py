"""A review and its address: what is answered, what is turned away, what is written."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from checker import check
from checker.decision import Decision, enter, on_article
from checker.errors import CheckerError
from checker.options import Options
from checker.pack import load_pack
from checker.review import Review
from checker.serve import MOST, Request, Site, answer, is_small, serve

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "t0ken"
HOST = "127.0.0.1:8000"
OWN = {"host": HOST, "origin": f"http://{HOST}", "content-type": "application/json"}


def reviewed(folder: Path, *names: str) -> Review:
    """A folder and names of examples → a review of copies of them."""
    for name in names:
        (folder / f"{name}.txt").write_bytes((ROOT / "examples" / f"{name}.txt").read_bytes())
    path = folder / f"{names[0]}.txt" if len(names) == 1 else folder
    return Review(Options((str(path),), format="html", fail_on="never"), load_pack())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(reviewed(tmp_path_factory.mktemp("desk"), "trade-slip"), TOKEN, 8000)


def asked(site: Site, method: str = "GET", path: str = f"/{TOKEN}/", **headers: str | None) -> int:
    given = {"host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
    found = {name: value for name, value in given.items() if value is not None}
    return answer(site, Request(method, path, found, lambda: b"")).status


@pytest.mark.parametrize(
    "status, request_",
    [
        (200, {}),
        (200, {"host": "localhost:8000"}),
        (200, {"origin": f"http://{HOST}"}),
        (200, {"sec_fetch_site": "none"}),
        (200, {"path": f"/{TOKEN}/status"}),
        (200, {"path": f"/{TOKEN}/status?now"}),
        (404, {"path": "/"}),
        (404, {"path": f"/{TOKEN}"}),
        (404, {"path": f"/{TOKEN}x/"}),
        (404, {"path": "/tökèn/"}),
        (404, {"path": f"/{TOKEN}/../../etc/passwd"}),
        (404, {"path": f"/{TOKEN}/trade-slip.txt"}),
        (421, {"host": "evil.example"}),
        (421, {"host": "127.0.0.1"}),
        (421, {"host": "127.0.0.1:8001"}),
        (421, {"host": None}),
        (403, {"origin": "http://evil.example"}),
        (403, {"origin": "null"}),
        (403, {"sec_fetch_site": "cross-site"}),
        (405, {"method": "PUT"}),
        (405, {"method": "DELETE"}),
        (405, {"method": "OPTIONS"}),
    ],
)
def test_what_is_answered(site: Site, status: int, request_: dict[str, str]) -> None:
    assert asked(site, **request_) == status


@pytest.mark.parametrize(
    "status, body, headers",
    [
        (403, b"{}", {"origin": None}),
        (403, b"{}", {"origin": "https://127.0.0.1:8000"}),
        (415, b"{}", {"content-type": "text/plain"}),
        (400, b"{", {}),
        (400, b"[" * 60_000, {}),
        (409, b"[]", {}),
        (409, b"{}", {}),
        (409, json.dumps({"path": "/etc/passwd", "finding": "parts-make-whole:cf8bd228"}).encode(), {}),
        (409, json.dumps({"path": ["a"]}).encode(), {}),
    ],
)
def test_what_is_not_written(site: Site, status: int, body: bytes, headers: dict[str, str | None]) -> None:
    given = {name: value for name, value in (OWN | headers).items() if value is not None}
    assert answer(site, Request("POST", f"/{TOKEN}/decide", given, lambda: body)).status == status


def test_a_decision_is_written_and_taken_back(tmp_path: Path) -> None:
    site = Site(reviewed(tmp_path, "trade-slip", "census-slip"), TOKEN, 8000)
    article = tmp_path / "trade-slip.txt"
    sidecar = tmp_path / "trade-slip.txt.decisions.toml"
    report = check(article.read_text("utf-8"))
    (finding,) = report.findings
    said = {"path": str(article), "finding": finding.name(), "reason": 'a "quoted"\nreason'}

    def posted(name: str, **more: str) -> int:
        body = json.dumps(said | more).encode()
        return answer(site, Request("POST", f"/{TOKEN}/{name}", OWN, lambda: body)).status

    before = site.review.state()
    assert posted("decide", verdict="right") == 409
    assert posted("decide", verdict="accepted", reason="short") == 409
    assert not sidecar.exists()
    assert posted("decide", verdict="accepted", on="2031-04-05", by="mk") == 200
    (entry,) = tomllib.loads(sidecar.read_text("utf-8"))["decision"]
    assert (entry["verdict"], entry["reason"], str(entry["on"])) == ("accepted", said["reason"], "2031-04-05")
    assert entry["figures"] == list(report.words(finding))
    assert site.review.state() != before
    assert posted("decide", verdict="needs-source") == 200
    assert [one["verdict"] for one in tomllib.loads(sidecar.read_text("utf-8"))["decision"]] == ["needs-source"]
    assert posted("undo") == 200
    (entry,) = tomllib.loads(sidecar.read_text("utf-8"))["decision"]
    assert (entry["verdict"], str(entry["on"]), entry["by"]) == ("accepted", "2031-04-05", "mk")
    assert posted("undo") == 200
    assert not sidecar.exists()


def test_undo_brings_back_what_was_decided_before_the_review(tmp_path: Path) -> None:
    review = reviewed(tmp_path, "trade-slip")
    article = str(tmp_path / "trade-slip.txt")
    (finding,) = check(Path(article).read_text("utf-8")).findings
    words = check(Path(article).read_text("utf-8")).words(finding)
    enter(article, Decision(finding.name(), words, "needs-source", "asked the customs office", until="2031-06-30"))
    before = Path(f"{article}.decisions.toml").read_text("utf-8")
    asked = {"path": article, "finding": finding.name(), "verdict": "accepted", "reason": "they round by month"}
    review.decide(asked)
    assert [one.verdict for one in on_article(article)] == ["accepted"]
    review.undo(asked)
    assert Path(f"{article}.decisions.toml").read_text("utf-8") == before
    review.undo(asked)
    assert on_article(article) == ()


def test_several_articles_have_an_index(tmp_path: Path) -> None:
    review = reviewed(tmp_path, "trade-slip", "trade-clean")
    pages = review.pages()
    assert set(pages) == {"", "index.html", "trade-slip.txt.html", "trade-clean.txt.html"}
    assert pages[""] == pages["index.html"]
    assert "connect-src &#39;self&#39;" in pages["trade-slip.txt.html"]


def test_a_page_may_have_any_name(tmp_path: Path) -> None:
    site = Site(reviewed(tmp_path, "trade-slip", "trade-clean"), TOKEN, 8000)
    (tmp_path / "trade-slip.txt").rename(tmp_path / "贸易é.txt")
    assert asked(site, path=f"/{TOKEN}/%E8%B4%B8%E6%98%93%C3%A9.txt.html") == 200
    assert asked(site, path=f"/{TOKEN}/%FF.txt.html") == 404


@pytest.mark.parametrize(
    "length, small",
    [
        *(("0", True), (str(MOST), True), ("00010", True)),
        *((str(MOST + 1), False), ("00000000900000000", False), ("-1", False), ("", False), ("\u0663", False)),
        ("9" * 5_000, False),
    ],
)
def test_what_is_read_of_a_request_is_bounded(length: str, small: bool) -> None:
    assert is_small(length) is small


def test_a_page_is_made_again_when_its_article_changes(tmp_path: Path) -> None:
    review = reviewed(tmp_path, "trade-slip")
    first = review.pages()
    assert review.pages() is first
    article = tmp_path / "trade-slip.txt"
    article.write_text(article.read_text("utf-8").replace("84.69", "84.96"), encoding="utf-8")
    assert "No contradiction found" in review.pages()[""]


@pytest.mark.parametrize("path, words", [("-", "standard input"), ("missing.txt", "nothing to review")])
def test_what_cannot_be_reviewed(path: str, words: str) -> None:
    with pytest.raises(CheckerError, match=words):
        Review(Options((path,), format="html"), load_pack())


@pytest.fixture
def process(tmp_path: Path) -> subprocess.Popen[str]:
    """`crossfoot review` on an example."""
    article = tmp_path / "trade-slip.txt"
    article.write_bytes((ROOT / "examples" / "trade-slip.txt").read_bytes())
    command = [sys.executable, "-m", "checker", "review", str(article)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_the_command_serves_until_it_is_interrupted(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
        with urllib.request.urlopen(address) as page:
            assert "trade-slip.txt" in page.read().decode()
            assert page.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
            assert page.headers["Server"] == "crossfoot"
            assert "Access-Control-Allow-Origin" not in page.headers
        large = urllib.request.Request(address + "decide", b"x" * (MOST + 1), {"Content-Type": "application/json"})
        with pytest.raises((urllib.error.HTTPError, ConnectionError, urllib.error.URLError)):
            urllib.request.urlopen(large)
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (130, "")


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    review, told = reviewed(tmp_path, "trade-clean"), []
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CheckerError, match=f"port {port} cannot be used: .*; name another, or 0"):
            serve(review, port, lambda *ready: told.append(ready))
    assert told == []
