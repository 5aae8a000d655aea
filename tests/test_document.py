from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import reports_by_hand as hand
from hypothesis import given
from hypothesis import strategies as st
from made import NEWS_MARKDOWN

from checker import check
from checker.document import document, exact, to_dict
from checker.finding import Report
from checker.interval import ALL
from checker.markdown import read as read_markdown
from checker.record import replace
from checker.resources import reports_folder

SCHEMA: dict[str, Any] = json.loads((Path(reports_folder()) / "crossfoot-1.schema.json").read_text("utf-8"))
ALL_REPORTS = [hand.BROKEN, hand.CLEAN, hand.EMPTY]


@pytest.mark.parametrize(
    "value, text",
    [
        ("0", "0"),
        ("41760000000000", "41760000000000"),
        ("23.765", "23.765"),
        ("-0.05", "-0.05"),
        ("1/8", "0.125"),
        ("-3/2", "-1.5"),
        ("5/12", "5/12"),
        ("-1/3", "-1/3"),
    ],
)
def test_exact_numbers_as_text(value: str, text: str) -> None:
    assert exact(Fraction(value)) == text


@given(st.fractions())
def test_exact_numbers_come_back(value: Fraction) -> None:
    assert Fraction(str(exact(value))) == value


def test_no_bound_is_none() -> None:
    assert exact(None) is None


def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA)


def test_the_document_keeps_to_the_published_schema() -> None:
    unbounded = replace(hand.FIGURES[0], loose=ALL, value=None)
    odd = replace(hand.BROKEN, figures=(unbounded, *hand.FIGURES[1:]), suppressed=(hand.SUPPRESSED,))
    whole = document(map(to_dict, [*ALL_REPORTS, odd]), [("missing.txt", "no such file")], "abc")
    assert [error.message for error in validator().iter_errors(whole)] == []


@pytest.mark.parametrize(
    "path, value",
    [
        (("schema",), "crossfoot/2"),
        (("articles", 0, "figures", 0, "low"), 41.665),
        (("articles", 0, "figures", 0, "state"), "guessed"),
        (("articles", 0, "findings", 0, "level"), "fatal"),
        (("articles", 0, "findings", 0, "figures"), []),
        (("articles", 0, "relations", 0, "verdict"), "true"),
        (("articles", 0, "coverage", "checked"), -1),
    ],
)
def test_the_schema_refuses(path: tuple[str | int, ...], value: object) -> None:
    whole: Any = document([to_dict(hand.BROKEN)])
    inner = whole
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    assert not validator().is_valid(whole)


def test_a_figure_as_the_contract_has_it() -> None:
    figure = to_dict(hand.BROKEN)["figures"][2]
    assert (figure["low"], figure["high"], figure["value"]) == ("23765000", "23775000", "23770000")
    assert hand.TEXT[figure["start"] : figure["end"]] == figure["text"] == "23.77 million tonnes"
    assert (figure["line"], figure["column"], figure["state"]) == (3, 106, "checked")
    assert figure["fact"]["links"] == [{"to": "f1", "as": "part-of"}]


def test_an_implied_quantity_is_no_figure_of_a_relation() -> None:
    relation = to_dict(hand.BROKEN)["relations"][1]
    assert relation["figures"] == ["f1", "f5"]
    assert relation["roles"]["before"] == ["i1"]
    assert relation["implied"]["before"]["high_open"] is True


@pytest.mark.parametrize("report", ALL_REPORTS, ids=lambda report: report.article.path)
def test_coverage_adds_up(report: Report) -> None:
    coverage = to_dict(report)["coverage"]
    assert coverage.pop("figures") == sum(coverage.values()) == len(report.figures)


def test_the_hash_is_of_the_text() -> None:
    assert to_dict(hand.CLEAN)["sha256"] == hashlib.sha256(hand.CLEAN_TEXT.encode()).hexdigest()


def test_offsets_and_the_hash_are_of_the_file() -> None:
    entry = to_dict(check(read_markdown(NEWS_MARKDOWN, "harbour.md")))
    assert entry["sha256"] == hashlib.sha256(NEWS_MARKDOWN.encode()).hexdigest()
    figure = next(figure for figure in entry["figures"] if figure["text"] == "£46.1 million")
    assert NEWS_MARKDOWN[figure["start"] : figure["end"]] == "£46.1\n> million"
    assert (figure["line"], figure["column"]) == (7, 55)
    assert (entry["findings"][0]["line"], entry["findings"][0]["column"]) == (7, 38)


def test_nothing_in_it_is_a_float() -> None:
    assert json.loads(json.dumps(document(map(to_dict, ALL_REPORTS))), parse_float=pytest.fail)
