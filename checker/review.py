"""Articles under review → their pages, made again when a file changes, and decisions on them written beside them.

A review knows files and findings and nothing of the web; `checker.serve` puts it before a browser.
"""

from __future__ import annotations

from threading import Lock

from checker.decision import Decision, enter, on_article, withdraw
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
    from checker.finding import Report
    from checker.options import Options
    from checker.pack import Pack

    Words = dict[str, tuple[str, ...]]  # the name of a finding → its figures' words

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
        self._words: dict[str, tuple[str, Words]] = {}  # path as shown → path, what it has to decide
        self._replaced: dict[tuple[str, str], list[Decision | None]] = {}  # path, finding → what was decided before
        self.pages()
        if not self._words:
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
        path, name, words = self._finding(asked)
        said = {key: _text(asked, key) for key in _TEXTS}
        with self._lock:
            before = next((old for old in on_article(path) if old.finding == name), None)
            enter(path, Decision(name, words, **said))
            self._replaced.setdefault((path, name), []).append(before)

    def undo(self, asked: Plain) -> None:
        """Path and finding → the article's file of decisions without the last one on it, and with the one before."""
        path, name, words = self._finding(asked)
        with self._lock:
            before = self._replaced.get((path, name))
            if before and before[-1]:
                enter(path, before[-1])
            else:
                withdraw(path, (Decision(name, words, "accepted", ""),))
            if before:
                before.pop()

    def _make(self, state: str) -> None:
        run = Run(self._options)
        desk = Desk(self._options, self._pack, ((HTML.part, self._options), (_words, self._options)))
        made = [outcome.parts for outcome in run.outcomes(desk, run.sources())]
        parts = [part for part, _ in made]
        whole = Whole(tuple(parts), tuple(run.problems), run.tally, self._options, self._pack.hash)
        paths = {visible(source.path): source.path for source in run.given}
        self._words = {part["path"]: (paths[part["path"]], words) for part, words in made}
        if len(parts) == 1:
            self._pages = {"": html_of(whole, state)}
        else:
            self._pages = dict(pages_of(whole, state))
            self._pages[""] = self._pages[INDEX]

    def _finding(self, asked: Plain) -> tuple[str, str, tuple[str, ...]]:
        """What a browser asked for → the article's path, the finding and its figures' words, from our own report."""
        path, words = self._words.get(_text(asked, "path"), ("", {}))
        name = _text(asked, "finding")
        if name not in words:
            raise CheckerError("the article has changed and this finding is gone; load the page again")
        return path, name, words[name]


def _words(report: Report, _options: Options) -> Words:
    """A report → the name of each finding, also of what is answered for, and its figures' words."""
    everything = (*report.findings, *(one.finding for one in report.suppressed))
    return {finding.name(): report.words(finding) for finding in everything}


def _text(asked: Plain, name: str) -> str:
    value = asked.get(name, "") if isinstance(asked, dict) else ""
    if not isinstance(value, str):
        raise CheckerError(f'"{name}" is not a text')
    return value
