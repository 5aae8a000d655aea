"""An endpoint that is good, slow, broken or hostile: always a reply, in its time, and the key goes nowhere else."""

from __future__ import annotations

import time

import pytest
from listener import Handler, completion, fails, listening, says

from checker.endpoint import KEY, LARGEST, Endpoint, Limits, address, unsigned
from checker.errors import CheckerError
from checker.prompt import Prompt
from checker.witness import open_witness

PROMPT = Prompt("You read copy.", "The article.")
SHORT = Limits(connect=2, total=1, attempts=3, backoff=10, wait=3)


def never(_: int) -> None:
    raise AssertionError("waits, though it need not")


def endpoint(url: str, waits: list[int] | None = None) -> Endpoint:
    return Endpoint(url, SHORT, never if waits is None else waits.append)


def test_a_good_endpoint() -> None:
    with listening(says("{}")) as server:
        reply = endpoint(server.url).complete("a-model", PROMPT)
    assert (reply.text, reply.failure) == ("{}", "")
    (asked,) = server.asked
    assert server.paths == ["/v1/chat/completions"]
    assert asked["model"] == "a-model"
    assert [message["content"] for message in asked["messages"]] == ["You read copy.", "The article."]
    assert asked["temperature"] == 0
    assert asked["response_format"]["json_schema"]["schema"]["title"] == "crossfoot-witness/1"
    assert "Authorization" not in server.headers[0]


def test_the_key_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "secret-7")
    with listening(says("{}")) as server:
        endpoint(server.url).complete("m", PROMPT)
    assert server.headers[0]["Authorization"] == "Bearer secret-7"


def test_a_form_that_is_refused_is_not_asked_for_again() -> None:
    with listening(fails(400), fails(422), says("{}")) as server:
        asking = endpoint(server.url)
        assert asking.complete("m", PROMPT).text == "{}"
        assert asking.complete("m", PROMPT).text == "{}"
    forms = [asked.get("response_format", {}).get("type") for asked in server.asked]
    assert forms == ["json_schema", "json_object", None, None]
    assert "temperature" not in server.asked[-1]


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_what_passes_is_tried_again(status: int) -> None:
    waits: list[int] = []
    with listening(fails(status), fails(status), says("{}")) as server:
        assert endpoint(server.url, waits).complete("m", PROMPT).text == "{}"
    assert waits == [10, 20]


@pytest.mark.parametrize(
    "after, wait", [("2", 2000), ("3600", 3000), ("Sat, 01 Jan 2033 00:00:00 GMT", 10), ("-5", 10), ("9" * 400, 10)]
)
def test_retry_after_is_honoured_within_bounds(after: str, wait: int) -> None:
    waits: list[int] = []
    with listening(fails(429, Retry_After=after), says("{}")) as server:
        assert endpoint(server.url, waits).complete("m", PROMPT).text == "{}"
    assert waits == [wait]


def test_attempts_come_to_an_end() -> None:
    waits: list[int] = []
    with listening(fails(503)) as server:
        assert endpoint(server.url, waits).complete("m", PROMPT).failure == "status 503 Service Unavailable"
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [401, 403, 410])
def test_what_will_not_pass_is_not_tried_again(status: int) -> None:
    with listening(fails(status)) as server:
        assert endpoint(server.url).complete("m", PROMPT).failure.startswith(f"status {status}")
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "secret-7")
    with listening(says("{}")) as other, listening(fails(status, Location=f"{other.url}/chat/completions")) as server:
        assert "redirects" in endpoint(server.url).complete("m", PROMPT).failure
    assert other.asked == []


def silence(_: Handler) -> None:
    time.sleep(3)


def drip(handler: Handler) -> None:
    """A byte now and then: each comes in time, the whole never does."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(40):
        time.sleep(0.1)
        handler.wfile.write(b"a")
        handler.wfile.flush()


def drip_body(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(40):
        time.sleep(0.1)
        handler.wfile.write(b" ")
        handler.wfile.flush()


@pytest.mark.parametrize("act", [silence, drip, drip_body])
def test_a_slow_endpoint_is_cut_off(act: object) -> None:
    began = time.monotonic()
    with listening(act) as server:  # type: ignore[arg-type]
        asking = Endpoint(server.url, Limits(connect=1, total=1, attempts=1))
        assert asking.complete("m", PROMPT).failure == "no answer within 1 seconds"
        assert time.monotonic() - began < 3


def truncated(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + completion("{}")[:20])


def garbage(handler: Handler) -> None:
    handler.wfile.write(b"\x00\xff nothing of HTTP\r\n\r\n")


def huge(handler: Handler) -> None:
    handler.give(200, b" " * (LARGEST + 2))


BROKEN = [
    (truncated, ""),
    (garbage, ""),
    (huge, "more than"),
    (lambda handler: handler.give(200, b"<html>"), "no chat completion"),
    (lambda handler: handler.give(200, b"[" * 100_000), "no chat completion"),
    (lambda handler: handler.give(200, b'{"choices": []}'), "no chat completion"),
    (lambda handler: handler.give(200, b'{"choices": [7]}'), "no chat completion"),
    (lambda handler: handler.give(200, b'{"choices": [{"message": {"content": ["a"]}}]}'), "said nothing"),
    (says(""), "said nothing"),
    (says('{"chains": [', finish_reason="length"), "cut off"),
]


@pytest.mark.parametrize("act, why", BROKEN)
def test_a_broken_endpoint_gives_a_reason(act: object, why: str) -> None:
    with listening(act) as server:  # type: ignore[arg-type]
        reply = endpoint(server.url, []).complete("m", PROMPT)
    assert not reply.text
    assert why in reply.failure
    assert reply.failure


def test_nobody_listens() -> None:
    with listening(says("{}")) as server:
        url = server.url
    assert "refused" in endpoint(url, []).complete("m", PROMPT).failure


@pytest.mark.parametrize(
    "url, why",
    [
        ("ftp://host/v1", "no address of a witness"),
        ("file:///etc/passwd", "no address of a witness"),
        ("https://", "no address of a witness"),
        ("https://host:port/v1", "is no address"),
        ("https://user:word@host/v1", "a base URL alone"),
        ("https://host/v1?key=7", "a base URL alone"),
        ("https://host/a b", "holds a space"),
    ],
)
def test_addresses_that_are_refused(url: str, why: str) -> None:
    with pytest.raises(CheckerError, match=why):
        address(url)


@pytest.mark.parametrize(
    "url, here",
    [
        ("http://localhost:11434/v1", True),
        ("http://127.0.0.1/v1", True),
        ("http://[::1]:8000", True),
        ("https://models.example/v1", False),
        ("https://localhost.example/v1", False),
        ("https://127.0.0.1.example/v1", False),
    ],
)
def test_what_leaves_the_house(url: str, here: bool) -> None:
    assert address(url).is_here is here


def test_a_key_is_not_sent_in_the_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "secret-7")
    with pytest.raises(CheckerError, match="plain http") as error:
        Endpoint("http://models.example/v1")
    assert "secret" not in str(error.value)
    monkeypatch.setenv(KEY, "secret\r\nX: 1")
    with pytest.raises(CheckerError, match="no key has"):
        Endpoint("https://models.example/v1")


def test_a_whole_path_is_taken_as_it_is() -> None:
    assert address("https://models.example/v1/chat/completions/").path == "/v1/chat/completions"
    assert address("https://models.example").path == "/chat/completions"


@pytest.mark.parametrize(
    "place, shown",
    [
        ("http://localhost:1/v1", "http://localhost:1/v1"),
        ("desk@home/told", "desk@home/told"),
        ("https://u:secret@host:99999/v1", "https://…@host:99999/v1"),
        ("https://secret@host", "https://…@host"),
        ("ftp://u:sec@ret://@host", "ftp://…@host"),
        ("u:secret@host/v1", "…@host/v1"),
    ],
)
def test_who_logs_in_is_not_shown(place: str, shown: str) -> None:
    assert unsigned(place) == shown


@pytest.mark.parametrize(
    "place",
    [
        *("https://u:secret@host:99999/v1", "https://u:secret/x@host/v1", "ftp://u:secret@host", "https://u:secret@host"),
        *("u:secret@host/v1", "https://u:secret@[host/v1", "https://u:secret@ho st/v1"),
    ],
)
def test_no_error_tells_a_password(place: str) -> None:
    with pytest.raises(CheckerError) as caught:
        open_witness(place, model="m")
    assert "secret" not in str(caught.value)
