from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import reports_by_hand as hand
from golden_files import matches

from checker.document import document, to_dict
from checker.finding import Report, Suspect
from checker.pack import Pack
from checker.projection import Projection
from checker.record import replace
from checker.render import json_of, rule_of, rules_of, text_of
from checker.resources import reports_folder
from checker.rule import Example, Reading, Role, Rule

PROBLEMS = [("desk/missing.txt", "no such file or folder; check the spelling")]
HASH = "3f2a9c0d11e4"
ALL_REPORTS = [hand.BROKEN, hand.CLEAN, hand.EMPTY]

# ── text ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("report", [hand.CLEAN, hand.EMPTY])
def test_nothing_found_nothing_said(report: Report) -> None:
    assert text_of(report) == ""


def test_text_report() -> None:
    assert matches("alden.txt", text_of(hand.BROKEN))


def test_text_report_with_every_figure() -> None:
    assert matches("alden-verbose.txt", text_of(hand.BROKEN, verbose=True))
    assert matches("clean-verbose.txt", text_of(hand.CLEAN, verbose=True))


def test_the_gravest_finding_comes_first() -> None:
    headings = re.findall(r"^articles\S+ (\w+)", text_of(hand.BROKEN), re.MULTILINE)
    assert headings == ["error", "note"]


def suspect_lines(*suspects: Suspect, verbose: bool = False) -> list[str]:
    report = replace(hand.BROKEN, findings=(replace(hand.ERROR, suspects=suspects),))
    lines = text_of(report, verbose=verbose).splitlines()
    return [line.strip() for line in lines if line.startswith(("  suspect:", "  as likely:"))]


@pytest.mark.parametrize(
    "suspect, words",
    [
        (Suspect("f1", None, "41.75", "41.77", None), "should lie between 41.75 and 41.77"),
        (Suspect("f1", None, "41.75", None, None), "should be at least 41.75"),
        (Suspect("f1", None, None, "41.77", None), "should be at most 41.77"),
        (Suspect("f1", None, "3", "3", None), "should be 3"),
        (Suspect("f1", None, None, None, None), "the other figures leave it open"),
        (Suspect("f1", None, None, None, "sign"), "should point the other way"),
        (Suspect("f1", "41.76", "41", "42", None), "should lie between 41 and 42; 41.76 fits"),
        (Suspect("f1", "41.76", "41", "42", "transposition"), "41.76 fits (two digits swapped)"),
        pytest.param(Suspect("f1", "41.76", "41", "42", "stale-copy"), "41.76 fits (stale copy)", id="a new slip"),
    ],
)
def test_suspects_in_words(suspect: Suspect, words: str) -> None:
    (line,) = suspect_lines(suspect)
    assert line.startswith("suspect: 41.67 million tonnes — ")
    assert line.endswith(words)


def test_many_suspects_are_counted_unless_all_are_asked_for() -> None:
    many = tuple(Suspect("f1", None, str(n), None, None, rank=n) for n in range(1, 7))
    assert suspect_lines(*many)[3:] == ["suspect: or 3 other figures (-v lists them)"]
    assert suspect_lines(*many[:4])[3:] == ["suspect: or 1 other figure (-v lists it)"]
    assert len(suspect_lines(*many, verbose=True)) == 6


def test_those_that_are_as_likely_are_said_to_be() -> None:
    two = (Suspect("f1", None, "3", "3", None, rank=1), Suspect("f1", None, "4", "4", None, rank=1))
    assert [line.partition(":")[0] for line in suspect_lines(*two)] == ["suspect", "as likely"]


def test_colour_is_put_on_by_the_caller() -> None:
    painted = text_of(hand.BROKEN, paint=lambda text, style: f"<{style}>{text}</{style}>")
    assert "<error>error</error> <rule>sum-of-parts</rule>" in painted
    assert re.sub(r"</?\w+>", "", painted) == text_of(hand.BROKEN)


def test_nothing_of_an_article_steers_the_terminal() -> None:
    finding = replace(hand.ERROR, message="a\x1b[2Jb\nc\u202e", arithmetic=("\x07",), excuse="\x9b", suspects=())
    article = replace(hand.ARTICLE, path="a\x1bb\n.txt")
    shown = text_of(replace(hand.BROKEN, article=article, findings=(finding,)), verbose=True)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


# ── JSON ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_json_report() -> None:
    assert matches("reports.json", json_of(map(to_dict, ALL_REPORTS), PROBLEMS, HASH))


@pytest.mark.parametrize("reports", [[], [hand.EMPTY], ALL_REPORTS], ids=len)
def test_json_is_the_document(reports: list[Report]) -> None:
    assert json.loads(json_of(map(to_dict, reports), PROBLEMS, HASH)) == document(map(to_dict, reports), PROBLEMS, HASH)


def test_json_holds_words_as_they_are() -> None:
    odd = replace(hand.BROKEN, article=replace(hand.ARTICLE, path="d'été <港> \u2028\"\\.txt"))
    printed = json_of([to_dict(odd)])
    assert "d'été <港>" in printed
    assert json.loads(printed)["articles"][0]["path"] == odd.article.path


# ── rules ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

RULE = Rule(
    id="sum-of-parts",
    family="balance",
    code="R01 R02",
    severity="error",
    formulas=(Reading("", ("total == sum(parts)",)),),
    message="{total} is not the sum of {parts}",
    conclusion="total",
    same=("unit", "period"),
    roles=(Role("total", domain="positive"), Role("parts", many=True), Role("rest", implied=True)),
    docs=(
        ("what", "A total is the sum\nof its parts."),
        ("why", "It adds up or it does not. " * 12),
        ("reference", ""),
    ),
    examples=(
        Example("consistent", "Two and three make five."),
        Example("boundary", "2.4 and 3.4 make 6."),
        Example("inconsistent", "Two and three make six.", "six"),
    ),
)


SOLVED = (
    Projection("total", ("parts",), lambda parts: parts, "= sum(parts)"),
    Projection("parts", ("total",), lambda total: total, "= total - the others"),
)


def test_page_of_a_rule() -> None:
    assert matches("rule.txt", rule_of(RULE, Pack((RULE,), {RULE.id: (SOLVED,)}, "", ())))


def test_page_of_a_rule_with_readings() -> None:
    pack = Pack((RULE,), {RULE.id: (SOLVED, SOLVED)}, "", ())
    readings = (Reading("points", ("a == b",)), Reading("percent", ("a == 2 * b", "a > 0")))
    page = rule_of(replace(RULE, formulas=readings), pack)
    assert "  read as points:\n  a == b\n" in page
    assert "  read as percent:\n  a == 2 * b\n  a > 0\n" in page


def test_list_of_rules() -> None:
    assert rules_of([RULE], "text") == "sum-of-parts  R01 R02  error    A total is the sum of its parts.\n"
    (row,) = json.loads(rules_of([RULE], "json"))
    assert row["id"] == "sum-of-parts"
    assert (rules_of([], "text"), json.loads(rules_of([], "json"))) == ("", [])


def test_every_template_is_named_by_its_output() -> None:
    names = {path.name for path in Path(reports_folder()).rglob("*") if path.is_file()}
    endings = ".txt .json .jsonl .html .css .xml .md .csv .sarif .yml .yaml .toml .js".split()
    assert {Path(name).suffix for name in names} <= set(endings)
