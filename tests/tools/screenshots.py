"""Examples → pictures of the review page in docs/screenshots/: with a finding, clean, on a phone, printed, a folder.

    python tests/tools/screenshots.py            # all of them
    python tests/tools/screenshots.py phone      # one

Needs Chromium on the machine. Pictures differ with its fonts, so they are looked at and not compared.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from browser import chromium, visit  # noqa: E402

from checker.options import Options  # noqa: E402
from checker.run import check_paths  # noqa: E402

TO = ROOT / "docs" / "screenshots"
WIDE, PHONE, SHEET = {"width": 1280, "height": 900}, {"width": 390, "height": 844}, {"width": 690, "height": 975}
SLIP, CLEAN, ALL = "trade-slip.txt.html", "trade-clean.txt.html", "index.html"
SHOTS: dict[str, tuple[str, dict[str, Any]]] = {
    "finding": (SLIP, {"viewport": WIDE}),
    "figure": (SLIP, {"viewport": WIDE}),
    "clean": (CLEAN, {"viewport": WIDE}),
    "dark": (SLIP, {"viewport": WIDE, "color_scheme": "dark"}),
    "phone": (SLIP, {"viewport": PHONE, "device_scale_factor": 2}),
    "print": (SLIP, {"viewport": SHEET}),
    "index": (ALL, {"viewport": WIDE}),
}


def act(name: str, page: Any) -> None:
    """The name of a picture and its page → what a reader does before it is taken."""
    if name == "figure":
        for _ in range(3):
            page.keyboard.press("f")
    if name == "print":
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")


def main(names: list[str]) -> None:
    """The names of pictures, none for all → the pictures."""
    TO.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, chromium() as browser:
        paths = tuple(str(path.relative_to(ROOT)) for path in sorted((ROOT / "examples").glob("*.txt")))
        check_paths(Options(paths, format="html", output=folder + "/", fail_on="never"))
        for name in names or SHOTS:
            file, options = SHOTS[name]
            with visit(browser, **options) as found:
                act(name, found.open(Path(folder, file)))
                found.page.screenshot(path=TO / f"{name}.png", full_page=name == "print")


if __name__ == "__main__":
    main(sys.argv[1:])
