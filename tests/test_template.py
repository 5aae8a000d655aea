from __future__ import annotations

import json
from pathlib import Path

import pytest
import reports_by_hand as hand
from test_html import whole

from checker.errors import CheckerError
from checker.html import html_of
from checker.options import Options
from checker.record import replace
from checker.run import check_paths
from checker.template import fill

ROOT = Path(__file__).resolve().parent.parent
SLIP = str(ROOT / "examples" / "trade-slip.txt")


def page(folder: Path) -> str:
    """A desk's folder of templates → the page that they make."""
    run = whole([hand.BROKEN])
    return html_of(replace(run, options=replace(run.options, templates=str(folder))))


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert page(tmp_path) == html_of(whole([hand.BROKEN]))


def test_a_block_is_replaced_and_the_rest_kept(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(
        '{% extends "crossfoot/report.html" %}\n{% block footer %}<p>Desk of {{ articles[0].name }}</p>{% endblock %}\n'
        "{% block finding %}{{ super() }}<p>Ring the author about {{ card.number }}</p>{% endblock %}"
    )
    shown = page(tmp_path)
    assert "<p>Desk of alden.txt</p>" in shown
    assert "<p>Ring the author about 2</p>" in shown
    assert "does not rule on truth" not in shown
    assert "takes for granted" in shown.lower()


def test_a_desk_has_its_own_colours(tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text("{% include 'crossfoot/report.css' %}\n:root { --paper: #fff; }\n")
    assert ":root { --paper: #fff; }" in page(tmp_path)


def test_the_text_report_is_a_template_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.txt").write_text("{{ findings | length }} in {{ path }}\n")
    assert check_paths(Options((SLIP,), templates=str(tmp_path))) == 1
    assert capsys.readouterr().out.startswith("1 in ")


@pytest.mark.parametrize(
    "text, place, words",
    [
        pytest.param("<p>\n{% block %}", "report.html:2", "expected token", id="not a template"),
        pytest.param("\n\n{{ artcles }}", "report.html:3", "'artcles' is undefined", id="a name that is not there"),
        pytest.param("{{ 1 / 0 }}", "report.html:1", "division by zero", id="a fault while it is filled"),
        pytest.param('{% extends "reprt.html" %}', "report.html:1", "reprt.html", id="a template that is not there"),
        pytest.param("{{ ''.__class__.__mro__ }}", "report.html:1", "unsafe", id="out of the sandbox"),
        pytest.param(
            '{% extends "crossfoot/report.html" %}\n{% block footer %}\n{{ nil }}{% endblock %}',
            "report.html:3",
            "'nil' is undefined",
            id="inside a block",
        ),
    ],
)
def test_a_broken_template_is_named_by_file_and_line(tmp_path: Path, text: str, place: str, words: str) -> None:
    (tmp_path / "report.html").write_text(text)
    with pytest.raises(CheckerError) as caught:
        page(tmp_path)
    assert caught.value.place == str(tmp_path / place)
    assert words in caught.value.message
    assert "mend the template" in caught.value.message


def test_a_template_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CheckerError, match=r"report\.html"):
        page(tmp_path)


def test_a_broken_template_costs_its_report_and_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.html").write_text("{{ oh }}")
    reports = (("html", str(tmp_path / "page.html")), ("json", str(tmp_path / "found.json")))
    assert check_paths(Options((SLIP,), reports=reports, templates=str(tmp_path))) == 2
    assert "1:" in capsys.readouterr().err
    assert json.loads((tmp_path / "found.json").read_text("utf-8"))["articles"]


def test_a_broken_template_leaves_the_report_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("{{ oh }}")
    old = tmp_path / "page.html"
    old.write_text("yesterday")
    assert check_paths(Options((SLIP,), output=str(old), format="html", templates=str(tmp_path))) == 2
    new = tmp_path / "new.html"
    assert check_paths(Options((SLIP,), output=str(new), format="html", templates=str(tmp_path))) == 2
    assert old.read_text() == "yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html", "report.html"]


def test_a_fault_in_one_report_hides_no_article_from_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.txt").write_text("{{ oh }}")
    old, found = tmp_path / "old.txt", tmp_path / "found.json"
    old.write_text("yesterday")
    reports = (("json", str(found)),)
    assert check_paths(Options((SLIP, SLIP), output=str(old), reports=reports, templates=str(tmp_path))) == 2
    told = json.loads(found.read_text("utf-8"))
    assert [len(article["findings"]) for article in told["articles"]] == [1]
    assert [problem["path"] for problem in told["problems"]] == [f"{tmp_path / 'report.txt'}:1"]
    assert check_paths(Options((SLIP,), output=str(old), templates=str(tmp_path))) == 2
    assert old.read_text() == "yesterday"
    assert capsys.readouterr().err.count("'oh' is undefined") == 2


@pytest.mark.parametrize("include", [False, True])
def test_a_template_that_leads_out_of_the_folder_is_not_read(tmp_path: Path, include: bool) -> None:
    (tmp_path / "secret").write_text("the words of another house")
    desk = tmp_path / "desk"
    desk.mkdir()
    name = "more.css" if include else "report.css"
    (desk / name).symlink_to(tmp_path / "secret")
    if include:
        (desk / "report.css").write_text("{% include 'more.css' %}")
    with pytest.raises(CheckerError, match="outside of the folder of templates") as caught:
        page(desk)
    assert caught.value.place == str(desk / name)
    (desk / name).unlink()
    (desk / "kept").write_text("p { color: red }")
    (desk / name).symlink_to(desk / "kept")
    assert "color: red" in page(desk)


def test_our_own_templates_are_not_in_a_sandbox() -> None:
    assert fill("report.js").startswith('"use strict";')
