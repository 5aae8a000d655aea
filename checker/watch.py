"""Files → one moment after another at which some of them have changed, as `check --watch` waits for it.

Times of change are compared, several times a second: of a desk's few articles that costs less than a library would.
"""

from __future__ import annotations

from checker.source import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Stamps = dict[str, tuple[int, int, int] | None]

PAUSE = 300  # milliseconds


def stamps(paths: Iterable[str]) -> Stamps:
    """Paths → the stamp of each; None for one that is not there."""
    found: Stamps = {}
    for path in paths:
        try:
            found[path] = stamp(path)
        except OSError:
            found[path] = None
    return found


def rest() -> None:
    """Nothing, for a while."""
    from time import sleep

    sleep(PAUSE / 1000)


def changes(files: Callable[[], Iterable[str]], pause: Callable[[], None] = rest) -> Iterator[Stamps]:
    """What gives the files as they are now → their stamps: at once, and again whenever one came, went or changed."""
    seen: Stamps | None = None
    while True:
        now = stamps(files())
        if now != seen:
            seen = now
            yield now
        pause()
