"""A review → an address on this machine, for one reader: pages to look at, and decisions taken from them.

    http://127.0.0.1:40113/Vq3…/     the token in the path is made anew each time; without it there is nothing to see

Only this machine can connect. A page of another site cannot read or write here either: the request has to name this
host, and one that writes has to come from a page of this address, as JSON, and be small.
"""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from checker.errors import CheckerError
from checker.record import record
from checker.review import Review

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.document import Plain

HOST = "127.0.0.1"
MOST = 64 * 1024  # bytes of a request's body
PATIENCE = 20  # seconds that a request may take to arrive
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@record(frozen=True, slots=True)
class Answer:
    status: int
    body: str
    type: str = "text/plain"


@record(frozen=True, slots=True)
class Request:
    method: str
    path: str
    headers: dict[str, str]  # names in lower case
    read: Callable[[], bytes]  # the body, which is not waited for before the headers are found good


@record(frozen=True, slots=True)
class Site:
    review: Review
    token: str
    port: int

    def address(self) -> str:
        """The site → where to look at it."""
        return f"http://{HOST}:{self.port}/{self.token}/"


def serve(review: Review, port: int, ready: Callable[[str, Callable[[], None]], None]) -> None:
    """A review and a port, 0 for any free one → served until interrupted; `ready` is told where, and what ends it."""
    from secrets import token_urlsafe

    token = token_urlsafe(24)
    try:
        server = ThreadingHTTPServer((HOST, port), _Handler)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CheckerError(f"port {port} cannot be used: {reason}; name another, or 0 for any that is free") from None
    with server:
        server.daemon_threads = True
        server.site = site = Site(review, token, server.server_address[1])  # type: ignore[attr-defined]
        ready(site.address(), server.shutdown)
        server.serve_forever()


def answer(site: Site, request: Request) -> Answer:
    """A site and a request → what is sent back; only GET below the token, and POST from the site's own pages."""
    from urllib.parse import unquote

    refusal = refused(site, request)
    if refusal:
        return refusal
    name = unquote(request.path.partition("?")[0].removeprefix(f"/{site.token}/"))
    try:
        if request.method == "POST":
            return _posted(site.review, name, request)
        if name == "status":
            return Answer(HTTPStatus.OK, f'{{"state":"{site.review.state()}"}}', "application/json")
        page = site.review.pages().get(name)
    except CheckerError as error:
        return Answer(HTTPStatus.CONFLICT, str(error))
    return Answer(HTTPStatus.OK, page, "text/html") if page is not None else _no(HTTPStatus.NOT_FOUND)


def refused(site: Site, request: Request) -> Answer | None:
    """A site and a request → why it is turned away, or None."""
    from secrets import compare_digest

    hosts = {f"{name}:{site.port}" for name in (HOST, "localhost")}
    host, origin = request.headers.get("host", ""), request.headers.get("origin")
    if host not in hosts:
        return _no(HTTPStatus.MISDIRECTED_REQUEST)
    writes = request.method == "POST"
    if (origin or writes) and origin != f"http://{host}":
        return _no(HTTPStatus.FORBIDDEN)
    if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return _no(HTTPStatus.FORBIDDEN)
    token = request.path[1:].partition("/")[0]
    if not compare_digest(token.encode(), site.token.encode()) or request.path == f"/{site.token}":
        return _no(HTTPStatus.NOT_FOUND)
    if request.method not in ("GET", "POST"):
        return _no(HTTPStatus.METHOD_NOT_ALLOWED)
    if writes and request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return _no(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    return None


def _posted(review: Review, name: str, request: Request) -> Answer:
    from json import loads

    act = {"decide": review.decide, "undo": review.undo}.get(name)
    if act is None:
        return _no(HTTPStatus.NOT_FOUND)
    try:
        asked: Plain = loads(request.read())
    except (ValueError, RecursionError):
        return Answer(HTTPStatus.BAD_REQUEST, "not JSON")
    act(asked)
    return Answer(HTTPStatus.OK, "written")


def is_small(length: str) -> bool:
    """The length of a body, as a header has it → whether it is a number, and no more than is read."""
    return length.isascii() and length.isdigit() and len(length) <= len(str(MOST)) and int(length) <= MOST


def _no(status: HTTPStatus) -> Answer:
    return Answer(status, status.phrase)


class _Handler(BaseHTTPRequestHandler):
    """The web's side of a site: reads a request within bounds, sends the answer."""

    timeout = PATIENCE

    def version_string(self) -> str:
        return "crossfoot"

    def do_GET(self) -> None:
        self._send(self._answered())

    do_POST = do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET  # noqa: N815

    def _answered(self) -> Answer:
        headers = {name.lower(): value for name, value in self.headers.items()}
        length = headers.get("content-length", "0")
        if not is_small(length) or "transfer-encoding" in headers:
            return _no(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        site: Site = self.server.site  # type: ignore[attr-defined]
        return answer(site, Request(self.command, self.path, headers, lambda: self.rfile.read(int(length))))

    def _send(self, sent: Answer) -> None:
        body = sent.body.encode("utf-8", "replace")
        self.send_response(sent.status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{sent.type}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the terminal is for the address."""
