"""A prompt → the answer of a chat endpoint that speaks OpenAI's format, or the reason why there is none.

    Endpoint("http://localhost:11434/v1", key="").complete("model", prompt) → Reply(text="{…}")

The standard library's HTTP client, loaded when something is asked: no redirect is followed, the key is sent to the
named host and nowhere else, and nothing waits longer than its time or reads more than its size. What goes wrong is a
value.
"""

from __future__ import annotations

import os

from checker.errors import CheckerError
from checker.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from http.client import HTTPConnection

    from checker.prompt import Prompt

KEY = "CROSSFOOT_WITNESS_KEY"  # the environment's variable that holds the key
LARGEST = 2_000_000  # bytes of an answer
FORMS = ("json_schema", "json_object", "")  # of the answer, from the strictest; the next is tried where one is refused
REFUSED = (400, 404, 415, 422)  # by which endpoints say that they do not know a form
PASSING = (408, 425, 429, 500, 502, 503, 504)  # worth another attempt


@record(frozen=True, slots=True)
class Limits:
    """How long and how often, in seconds and numbers; tests make them short."""

    connect: int = 10
    total: int = 180  # of one request, from first to last byte
    attempts: int = 3
    backoff: int = 2000  # milliseconds before the second attempt, doubled before the third
    wait: int = 30  # at most, whatever Retry-After asks for


@record(frozen=True, slots=True)
class Reply:
    text: str = ""
    failure: str = ""
    status: int = 0
    after: str = ""  # Retry-After


@record(frozen=True, slots=True)
class Address:
    scheme: str
    host: str
    port: int | None
    path: str

    @property
    def is_here(self) -> bool:
        """Is it this machine's own address, so that copy does not leave the house?"""
        return self.host in ("localhost", "::1") or (self.host.startswith("127.") and _is_number(self.host))


def _is_number(host: str) -> bool:
    return host.count(".") == 3 and host.replace(".", "").isdecimal()


def is_url(text: str) -> bool:
    """Is it an address, and not a folder?"""
    return "://" in text


def address(url: str) -> Address:
    """A base URL → its address, or an error that says what to mend."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:  # whose message may quote a password
        raise CheckerError(f'"{unsigned(url)}" is no address; write https://HOST/v1 or https://HOST:PORT/v1') from None
    if parts.scheme not in ("http", "https") or not host:
        raise CheckerError(f'"{unsigned(url)}" is no address of a witness; write https://HOST/v1')
    if parts.username is not None or parts.query or parts.fragment:
        raise CheckerError(f"the address of a witness is a base URL alone; put a key into {KEY}")
    path = parts.path.rstrip("/")
    path = path if path.endswith("/chat/completions") else path + "/chat/completions"
    if any(ord(sign) <= 32 or ord(sign) > 126 for sign in path + host):
        raise CheckerError("the address of a witness holds a space or a sign that no URL has")
    return Address(parts.scheme, host, port, path)


def unsigned(place: str) -> str:
    """What was given as an address → the same to be shown: without the name and password before its host."""
    before, sign, host = place.rpartition("@")
    if not sign or ":" not in before:
        return place
    scheme, slashes, _ = before.partition("://")
    return f"{scheme}://…@{host}" if slashes else f"…@{host}"


class Endpoint:
    """One address and its key: what is asked of it, and the form of answer that it understands."""

    def __init__(self, url: str, limits: Limits | None = None, sleep: Callable[[int], None] | None = None) -> None:
        self.address = address(url)
        self.limits = limits or Limits()
        self.key = os.environ.get(KEY, "").strip()
        self.form = 0  # of FORMS
        self.requests = 0
        self.sleep = sleep or _sleep
        if not self.key.isprintable() or not self.key.isascii():
            raise CheckerError(f"{KEY} holds a sign that no key has")
        if self.key and self.address.scheme == "http" and not self.address.is_here:
            raise CheckerError(f"{KEY} is not sent over plain http; give an address that begins with https")

    def complete(self, model: str, prompt: Prompt) -> Reply:
        """A model and a prompt → what the model wrote, after as many attempts as it takes and is allowed."""
        while True:
            reply = self._attempts(_body(model, prompt, FORMS[self.form]))
            if reply.status not in REFUSED or self.form == len(FORMS) - 1:
                return reply
            self.form += 1  # remembered: the next article does not ask in vain

    def _attempts(self, body: bytes) -> Reply:
        reply = Reply()
        for attempt in range(self.limits.attempts):
            if attempt:
                self.sleep(_pause(reply.after, attempt, self.limits))
            reply = self._once(body)
            if not reply.failure or (reply.status and reply.status not in PASSING):
                break
        return reply

    def _once(self, body: bytes) -> Reply:
        """A request → the reply; a watch cuts it off when its time is over, however slowly it still arrives."""
        from http.client import HTTPException
        from threading import Timer

        self.requests += 1
        connection = self._connection()
        cut = [False]
        watch = Timer(self.limits.total, _cut, (connection, cut))
        watch.daemon = True
        watch.start()
        try:
            reply = self._exchange(connection, body)
        except (OSError, HTTPException, ValueError) as error:
            reply = Reply(failure=_told(error))
        finally:
            watch.cancel()
            connection.close()
        return Reply(failure=f"no answer within {self.limits.total} seconds") if cut[0] else reply

    def _connection(self) -> HTTPConnection:
        from http.client import HTTPConnection, HTTPSConnection

        kind = HTTPSConnection if self.address.scheme == "https" else HTTPConnection
        return kind(self.address.host, self.address.port, timeout=self.limits.connect)

    def _exchange(self, connection: HTTPConnection, body: bytes) -> Reply:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        connection.connect()
        connection.sock.settimeout(2 * self.limits.total)  # the watch comes first
        connection.request("POST", self.address.path, body, headers)
        answer = connection.getresponse()
        after = answer.getheader("Retry-After") or ""
        if 300 <= answer.status < 400:
            return Reply(failure=f"it redirects (status {answer.status}), which is not followed", status=answer.status)
        if answer.status != 200:
            why = f"status {answer.status} {answer.reason[:60]}".strip()
            return Reply(failure=why, status=answer.status, after=after)
        content = answer.read(LARGEST + 1)
        if len(content) > LARGEST:
            return Reply(failure=f"the answer has more than {LARGEST} bytes", status=200)
        if answer.length:
            return Reply(failure="the answer breaks off")
        return replace(_message(content), status=200)


def _cut(connection: HTTPConnection, cut: list[bool]) -> None:
    """The watch of a request whose time is over: it shuts the socket, which wakes whoever waits for it."""
    import socket
    from contextlib import suppress

    cut[0] = True
    if connection.sock is not None:
        with suppress(OSError):  # closed already
            connection.sock.shutdown(socket.SHUT_RDWR)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]


def _sleep(milliseconds: int) -> None:
    from time import sleep

    sleep(milliseconds / 1000)


def _pause(after: str, attempt: int, limits: Limits) -> int:
    """Retry-After and the number of attempts → the milliseconds to wait."""
    asked = int(after) * 1000 if after.isdecimal() and len(after) < 6 else limits.backoff << (attempt - 1)
    return min(asked, limits.wait * 1000)


def _body(model: str, prompt: Prompt, form: str) -> bytes:
    from json import dumps

    messages = [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}]
    fields: dict[str, object] = {"model": model, "messages": messages, "stream": False}
    if form:
        fields["temperature"] = 0  # some models refuse it together with a form: the last attempt leaves both out
    if form == "json_object":
        fields["response_format"] = {"type": form}
    if form == "json_schema":
        fields["response_format"] = {"type": form, "json_schema": {"name": "statement", "schema": _schema()}}
    return dumps(fields).encode()


def _schema() -> object:
    from json import loads

    from checker.resources import reports_folder

    with open(os.path.join(reports_folder(), "witness-1.schema.json"), encoding="utf-8") as file:
        return loads(file.read())


def _message(content: bytes) -> Reply:
    """The bytes of an answer → what the model wrote."""
    from json import loads

    try:
        choice = loads(content)["choices"][0]
        text = choice["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return Reply(failure="the answer is no chat completion")
    if not isinstance(text, str) or not text.strip():
        return Reply(failure="the model said nothing")
    if choice.get("finish_reason") == "length":
        return Reply(failure="the model's answer was cut off at its limit of length")
    return Reply(text=text)
