"""Article → report: which of its figures cannot all be true, and which one is the likely slip.

    from checker import check

    report = check("Exports were 12 million, imports 3 million, trade 16 million in all.")
    report.findings, report.to_dict(), report.to_frame()

Nothing is imported until it is asked for, so that importing one module of the package costs that module only.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article as Article
    from checker.errors import CheckerError as CheckerError
    from checker.report import Report as Report
    from checker.version import __version__ as __version__
    from checker.witness import Witness

__all__ = ["Article", "CheckerError", "Report", "__version__", "check"]

_HOMES = {
    "Article": "checker.article",
    "CheckerError": "checker.errors",
    "Report": "checker.report",
    "__version__": "checker.version",
}


def check(article: str | Article, *, rules: Iterable[str] = (), witness: Witness | str | None = None) -> Report:
    """The text of an article, or an Article, and folders with further rules → the report on it.

    `witness` is a folder of recorded statements, or what `checker.witness.open_witness` gives.
    """
    from checker.article import read
    from checker.pack import load_pack
    from checker.pipeline import check as check_article
    from checker.report import public

    pack = load_pack(rules)
    report = check_article(read(article) if isinstance(article, str) else article, pack)
    if witness is None:
        return public(report)
    from checker.witness import open_witness

    asked = open_witness(witness) if isinstance(witness, str) else witness
    return public(asked.hear(report, pack))


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'checker' has no attribute {name!r}")
    import sys

    __import__(_HOMES[name])
    return getattr(sys.modules[_HOMES[name]], name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
