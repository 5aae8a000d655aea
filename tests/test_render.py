from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
import reports_by_hand as hand
from golden_files import matches

from checker.article import read
from checker.document import document, to_dict
from checker.finding import Finding, Report, Suppressed, Suspect
from checker.pack import Pack
from checker.projection import Projection
from checker.record import replace
from checker.render import fill, html_of, html_part, json_of, rule_of, rules_of, text_of
from checker.resources import reports_folder
from checker.rule import Example, Reading, Role, Rule
from checker.summary import tally_of

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


# ── HTML ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

TAGS = set(
    "html head meta title style body a div header h1 h2 h3 h4 p nav ul li section main span article aside details"
    " summary table thead tbody tr th td footer".split()
)
VOID = {"meta"}


class Page(HTMLParser):
    """HTML → its tags, attributes, ids and the text of the article, well nested or the test fails."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.open: list[str] = []
        self.article: list[str] = []
        self.styles: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open), "a link inside a link"
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.article.append(data)
        if self.open[-1:] == ["style"]:
            self.styles.append(data)

    def values(self, name: str) -> list[str]:
        return [value or "" for _, attribute, value in self.attributes if attribute == name]


def html_page(reports: list[Report], problems: Sequence[tuple[str, str]] = (), pack_hash: str = "") -> str:
    """Reports → the page on them."""
    return html_of(map(html_part, reports), tally_of(reports).line(), problems, pack_hash)


def test_html_report() -> None:
    assert matches("alden.html", html_page([hand.BROKEN], PROBLEMS, HASH))
    assert matches("three.html", html_page(ALL_REPORTS, (), HASH))


@pytest.mark.parametrize("reports", [[], [hand.EMPTY], [hand.CLEAN], [hand.BROKEN], ALL_REPORTS], ids=len)
def test_html_is_whole(reports: list[Report]) -> None:
    page = Page(html_page(reports, PROBLEMS, HASH))
    assert set(page.tags) <= TAGS
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link for link in page.values("href") if link[:1] != "#" or link[1:] not in ids} == set()
    described = {
        name for value in page.values("aria-describedby") + page.values("aria-labelledby") for name in value.split()
    }
    assert described <= set(ids)
    assert [page.tags.count(tag) for tag in ("h1", "main", "header", "footer", "style")] == [1, 1, 1, 1, 1]
    assert [value for tag, name, value in page.attributes if (tag, name) == ("html", "lang")] == ["en"]


@pytest.mark.parametrize("report", [hand.BROKEN, hand.CLEAN])
def test_html_shows_the_article_as_written(report: Report) -> None:
    assert "".join(Page(html_page([report])).article) == report.article.text


def test_html_needs_and_allows_nothing_but_its_own_stylesheet() -> None:
    page = Page(html_page(ALL_REPORTS, PROBLEMS, HASH))
    (policy,) = [value for value in page.values("content") if "default-src" in value]
    (style,) = page.styles
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"@import|url\(|expression", style)
    assert {
        name for _, name, _ in page.attributes if name.startswith("on") or name in ("src", "style", "action")
    } == set()


def test_marks_do_not_rest_on_colour_alone() -> None:
    style = fill("report.css")
    for state, cue in [("checked", "solid"), ("implied", "dashed"), ("unchecked", "dotted"), ("found", "double")]:
        assert re.search(rf"^\.{state} {{ text-decoration: underline {cue} ", style, re.MULTILINE)
    for medium in ("prefers-color-scheme: dark", "print", "forced-colors", "prefers-reduced-motion", "max-width"):
        assert medium in style


HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "</style></article></body>",
    "{{ 7*7 }}{% include 'report.css' %}",
    "<!-- <a href=javascript:alert(1)>",
    "&lt;b&gt; & &#x27;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_article_is_inert(text: str) -> None:
    article = replace(read(f"Total {text} 5\n\n{text}", path=text), notes=(text,))
    figure = replace(hand.FIGURES[0], start=6, end=6 + len(text), text=text, unit=text)
    fact = replace(hand.BROKEN.facts[0], figure=figure, measure=text, place=text)
    finding = Finding(text, text, "error", ("f1",), text, (text,), text, (Suspect("f1", text, text, text, text),))
    checked = replace(hand.BROKEN.checked[0], arithmetic=text)
    state = replace(hand.BROKEN.states[0], why=text)
    answered = Suppressed(finding, text, text, text, text)
    report = Report(article, (figure,), (fact,), (checked,), (finding,), (state,), (answered,))
    whole = html_page([report, report], [(text, text)], text)
    page = Page(whole)
    assert set(page.tags) <= TAGS
    assert page.tags.count("style") == page.tags.count("body") == 1
    assert {name for _, name, _ in page.attributes if name.startswith("on") or name == "src"} == set()
    assert all(link.startswith("#") for link in page.values("href"))
    assert "".join(page.article) == article.text * 2
    assert "49" not in whole.replace(page.styles[0], "").replace(sha256(article.text.encode()).hexdigest(), "")


def test_nested_and_overlapping_figures() -> None:
    spans = [(0, 20), (4, 9), (9, 12), (15, 30), (15, 30)]
    figures = tuple(
        replace(hand.FIGURES[0], id=f"f{n}", start=start, end=end, text=hand.TEXT[start:end])
        for n, (start, end) in enumerate(spans, 1)
    )
    states = tuple(replace(hand.BROKEN.states[0], figure=figure.id) for figure in figures)
    report = Report(hand.ARTICLE, figures, (), (), (), states)
    page = Page(html_page([report]))
    assert "".join(page.article) == hand.TEXT
    assert {f"a1-f{n}" for n in range(1, 6)} <= set(page.values("id"))


def test_a_page_of_a_thousand_words_stays_small() -> None:
    words, figures = "", []
    for n in range(120):
        words += "The harbour took in well over"
        figures.append(replace(hand.FIGURES[0], id=f"f{n}", start=len(words) + 1, end=len(words) + 21))
        words += " 41.67 million tonnes of cargo, "
    text = words.rstrip()
    assert len(text.split()) > 1_000
    facts = tuple(replace(hand.BROKEN.facts[0], id=figure.id, figure=figure) for figure in figures)
    states = tuple(replace(hand.BROKEN.states[0], figure=figure.id) for figure in figures)
    relation = hand.BROKEN.checked[0].relation
    checked = tuple(
        replace(hand.BROKEN.checked[0], verdict="consistent", relation=replace(relation, id=f"r{n}")) for n in range(60)
    )
    findings = tuple(replace(hand.ERROR, id=f"{n:08}") for n in range(5))
    report = Report(read(text, "long.txt"), tuple(figures), facts, checked, findings, states)
    assert len(html_page([report]).encode()) < 150_000


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
    endings = ".txt .json .jsonl .html .css .xml .md .csv .sarif .yml .yaml .toml".split()
    assert {Path(name).suffix for name in names} <= set(endings)
