"""Articles under review → their pages, made again when a file changes, and decisions on them written beside them.

A review knows files and findings and nothing of the web; `checker.serve` puts it before a browser.
"""

from __future__ import annotations

from threading import Lock

from checker.decision import Decision, enter, withdraw
from checker.desk import Desk
from checker.errors import CheckerError
from checker.excerpt import visible
from checker.format import Whole
from checker.html import HTML, INDEX, html_of, pages_of
from checker.omission import gathered
from checker.run import Run
from checker.source import sidecars
from checker.watch import stamps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.document import Plain
    from checker.options import Options
    from checker.pack import Pack

_TEXTS = ("verdict", "reason", "evidence", "by", "on")


class Review:
    """Some paths, checked whenever they are looked at and have changed since."""

    def __init__(self, options: Options, pack: Pack) -> None:
        if "-" in options.paths:
            raise CheckerError("a review writes beside its articles; name files instead of standard input", "-")
        self._options, self._pack = options, pack
        self._lock = Lock()
        self._made_of = ""
        self._pages: dict[str, str] = {}
        self._parts: dict[str, tuple[str, Plain]] = {}  # path as shown → path, section
        self.pages()
        if not self._parts:
            raise CheckerError("nothing to review; name an article, or a folder of articles", options.paths[0])

    def state(self) -> str:
        """The articles and their files of decisions → a word that changes when one of them does."""
        from hashlib import sha256

        sources, problems = gathered(self._options)
        files = [path for source in sources for path in (source.path, *sidecars(source.path))]
        seen = (sorted(stamps(files).items()), [problem.path for problem in problems])
        return sha256(repr(seen).encode()).hexdigest()[:16]

    def pages(self) -> dict[str, str]:
        """The file name of each page → the page as things stand; the first to look at is under ""."""
        with self._lock:
            state = self.state()
            if state != self._made_of:
                self._make(state)
                self._made_of = state
            return self._pages

    def decide(self, asked: Plain) -> None:
        """Path, finding, verdict and reason, as a browser sends them → an entry in the article's file of decisions."""
        path, words = self._finding(asked)
        said = {name: _text(asked, name) for name in _TEXTS}
        with self._lock:
            enter(path, Decision(_text(asked, "finding"), words, **said))

    def undo(self, asked: Plain) -> None:
        """Path and finding → the article's file of decisions without the one on it."""
        path, words = self._finding(asked)
        with self._lock:
            withdraw(path, (Decision(_text(asked, "finding"), words, "accepted", ""),))

    def _make(self, state: str) -> None:
        run = Run(self._options)
        desk = Desk(self._options, self._pack, ((HTML.part, self._options),))
        parts = [outcome.parts[0] for outcome in run.outcomes(desk, run.sources())]
        whole = Whole(tuple(parts), tuple(run.problems), run.tally, self._options, self._pack.hash)
        paths = {visible(source.path): source.path for source in run.given}
        self._parts = {part["path"]: (paths[part["path"]], part) for part in parts}
        if len(parts) == 1:
            self._pages = {"": html_of(whole, state)}
        else:
            self._pages = dict(pages_of(whole, state))
            self._pages[""] = self._pages[INDEX]

    def _finding(self, asked: Plain) -> tuple[str, tuple[str, ...]]:
        """What a browser asked for → the article's path and the words of the finding's figures, from our own report."""
        path, part = self._parts.get(_text(asked, "path"), ("", {"findings": [], "suppressed": []}))
        for finding in (*part["findings"], *part["suppressed"]):
            if f"{finding['rule']}:{finding['id']}" == _text(asked, "finding"):
                return path, tuple(" ".join(part["figures"][name]["text"].split()) for name in finding["figures"])
        raise CheckerError("the article has changed and this finding is gone; load the page again")


def _text(asked: Plain, name: str) -> str:
    value = asked.get(name, "") if isinstance(asked, dict) else ""
    if not isinstance(value, str):
        raise CheckerError(f'"{name}" is not a text')
    return value
