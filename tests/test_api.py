from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import reports_by_hand as hand

import checker
from checker.article import read
from checker.document import to_dict
from checker.report import public

WHOLE = pytest.mark.skipif(find_spec("checker.pipeline") is None, reason="needs every stage")
TEXT = "Exports rose 3 percent to 412 million dollars in 2031 from 400 million dollars in 2030."


def test_the_public_names() -> None:
    assert {name for name in checker.__all__ if getattr(checker, name) is None} == set()
    assert set(checker.__all__) <= set(dir(checker))


def test_an_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'cheque'"):
        checker.cheque  # noqa: B018


def test_a_report_gives_its_dict_and_its_table() -> None:
    assert public(hand.BROKEN).to_dict() == to_dict(hand.BROKEN)
    assert list(public(hand.BROKEN).to_frame()["figure"]) == [figure.id for figure in hand.FIGURES]


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; old = set(sys.modules); import checker; print(sorted(set(sys.modules) - old))"
    root = str(Path(checker.__file__).parent.parent)
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=root)
    assert done.stdout == "['__future__', 'checker']\n", done.stderr


def test_types_are_published() -> None:
    assert (Path(checker.__file__).parent / "py.typed").exists()


@WHOLE
def test_text_and_article_give_the_same_report() -> None:
    report = checker.check(TEXT)
    assert isinstance(report, checker.Report)
    assert report == checker.check(read(TEXT))
    assert report.figures


@WHOLE
def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(checker.CheckerError, match="surrogate"):
        checker.check("5 \ud800")
