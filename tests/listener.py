"""A chat endpoint on this machine for the tests: it says what it is told to, and notes what it is asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Act = Callable[["Handler"], None]


class Listener(ThreadingHTTPServer):
    """The server: what it does to each request in turn, the last for all further ones, and what came in."""

    daemon_threads = True

    def __init__(self, acts: list[Act]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.acts = acts
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, *_: object) -> None:
        """A client that leaves early is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Listener

    def do_POST(self) -> None:
        listener = self.server
        listener.paths.append(self.path)
        listener.headers.append(dict(self.headers))
        listener.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        listener.acts[min(len(listener.asked), len(listener.acts)) - 1](self)

    def log_message(self, *_: object) -> None:
        """Silent."""

    def give(self, status: int, body: bytes = b"{}", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def completion(text: object, **choice: object) -> bytes:
    """What a model wrote → the body of a chat completion."""
    written = text if isinstance(text, str) else json.dumps(text)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": written}, **choice}]}).encode()


def says(text: object, **choice: object) -> Act:
    return lambda handler: handler.give(200, completion(text, **choice))


def fails(status: int, **headers: str) -> Act:
    return lambda handler: handler.give(status, b"{}", **headers)


@contextmanager
def listening(*acts: Act) -> Iterator[Listener]:
    """What to do to each request → a listener for the time of a test."""
    with Listener(list(acts)) as listener:
        thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield listener
        finally:
            listener.shutdown()
            thread.join()
