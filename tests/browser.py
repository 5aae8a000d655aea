"""Chromium for the tests of the page: found on this machine, started once for a module, quiet on the network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = """
    --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync
""".split()
REQUIRED = ("CI", "CROSSFOOT_REQUIRE_BROWSER")  # where one of these is set, a missing browser fails


def executable() -> str | None:
    """The machine → where its Chromium is; CHROMIUM names one that is not on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium without a window; the test is skipped where there is none, unless one is required."""
    missing = pytest.fail if any(map(os.environ.get, REQUIRED)) else pytest.skip
    path = executable()
    if path is None:
        missing("no Chromium on this machine: apt-get install chromium, or name one in CHROMIUM")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed: pip install -e '.[test]'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """A page being looked at: what it asked the network for and what went wrong in its script."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, path: Path, fragment: str = "") -> Page:
        """A file → the page in the browser."""
        self.page.goto(path.as_uri() + fragment)
        return self.page


@contextmanager
def visit(browser: Browser, **options: Any) -> Iterator[Visit]:
    """A browser and options of the context → a visit, after which nothing may have gone wrong."""
    chosen: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "accept_downloads": True} | options
    context = browser.new_context(**chosen)
    try:
        found = Visit(context)
        yield found
        assert found.faults == []
    finally:
        context.close()
