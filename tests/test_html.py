"""The HTML page as text: whole, inert, the article as written. What a browser makes of it is in test_browser."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html.parser import HTMLParser

import pytest
import reports_by_hand as hand
from golden_files import matches

from checker.article import read
from checker.finding import Finding, Remark, Report, Suppressed, Suspect
from checker.format import Whole
from checker.html import file_names, html_of, html_part, pages_of
from checker.options import Options
from checker.record import replace
from checker.summary import tally_of
from checker.template import fill

OPTIONS = Options(("articles",))
PROBLEMS = [("desk/missing.txt", "no such file or folder; check the spelling")]
HASH = "3f2a9c0d11e4"
ASIDE = replace(
    hand.BROKEN,
    findings=(hand.NOTE,),
    suppressed=(hand.SUPPRESSED,),
    remarks=(
        Remark("open", "share-and-change:0ddba115", "articles/alden.txt.decisions.toml:9", "waits for a source"),
        Remark("unused", "sum-of-parts:00000000", "articles/alden.txt.decisions.toml:15", "no such finding any more"),
    ),
)
ALL_REPORTS = [hand.BROKEN, hand.CLEAN, hand.EMPTY, ASIDE]

TAGS = set(
    "html head meta title style body a div header h1 h2 h3 h4 p nav ul ol li section main span article aside details"
    " summary table thead tbody tr th td footer script template form fieldset legend label input textarea button kbd"
    " dialog strong svg g path rect circle text".split()
)
VOID = {"meta", "input"}


class Page(HTMLParser):
    """HTML → its tags, attributes, ids and the text of the article, well nested or the test fails."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.open: list[str] = []
        self.article: list[str] = []
        self.styles: list[str] = []
        self.scripts: list[str] = []
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
        if self.open[-1:] == ["script"]:
            self.scripts.append(data)

    def values(self, name: str) -> list[str]:
        return [value or "" for _, attribute, value in self.attributes if attribute == name]


def whole(reports: Sequence[Report], problems: Sequence[tuple[str, str]] = (), pack_hash: str = "") -> Whole:
    """Reports → the run at its end."""
    parts = tuple(html_part(report, OPTIONS) for report in reports)
    return Whole(parts, tuple(problems), tally_of(reports), OPTIONS, pack_hash)


def html_page(reports: Sequence[Report], problems: Sequence[tuple[str, str]] = (), pack_hash: str = "") -> str:
    """Reports → the page on them."""
    return html_of(whole(reports, problems, pack_hash))


def words(page: str) -> str:
    """A page → the same without style, script and their hashes, which have tests of their own."""
    for name in ("report.css", "report.js"):
        page = page.replace(fill(name), f"({name})\n")
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", page)


def test_html_report() -> None:
    assert matches("alden.html", words(html_page([hand.BROKEN], PROBLEMS, HASH)))
    assert matches("four.html", words(html_page(ALL_REPORTS, (), HASH)))


def test_the_same_reports_give_the_same_bytes() -> None:
    assert html_page(ALL_REPORTS, PROBLEMS, HASH) == html_page(ALL_REPORTS, PROBLEMS, HASH)


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


@pytest.mark.parametrize("live", ["", "5d41402a"])
def test_a_page_allows_nothing_but_its_own_style_and_script(live: str) -> None:
    page = Page(html_of(whole(ALL_REPORTS, PROBLEMS, HASH), live))
    (policy,) = [value for value in page.values("content") if "default-src" in value]
    (style,), (data, script) = page.styles, page.scripts
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    connect = " connect-src 'self';" * bool(live)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}';{connect}"
        " base-uri 'none'; form-action 'none'"
    )
    assert json.loads(data)["live"] == live
    assert not re.search(r"@import|url\(|expression", style)
    assert {
        name for _, name, _ in page.attributes if name.startswith("on") or name in ("src", "style", "action")
    } == set()


def test_the_script_knows_findings_by_the_names_that_files_of_decisions_use() -> None:
    data = json.loads(Page(html_page([hand.BROKEN])).scripts[0])
    (article,) = data["articles"]
    assert (article["name"], article["file"]) == ("alden.txt", "alden.txt.decisions.toml")
    assert article["findings"]["sum-of-parts-1c0ffee1"] == {
        "finding": "sum-of-parts:1c0ffee1",
        "figures": ["41.67 million tonnes", "23.77 million tonnes", "17.99 million tonnes"],
        "line": 3,
    }


def test_marks_do_not_rest_on_colour_alone() -> None:
    style = fill("report.css")
    for state, cue in [("checked", "solid"), ("implied", "dashed"), ("unchecked", "dotted"), ("found", "double")]:
        assert re.search(rf"^\.{state} {{ text-decoration: underline {cue} ", style, re.MULTILINE)
    for medium in ("prefers-color-scheme: dark", "print", "forced-colors", "max-width", "pointer: coarse"):
        assert medium in style


def test_nothing_moves() -> None:
    assert not re.search(r"transition|animation|smooth", fill("report.css") + fill("report.js"))


def test_what_is_set_aside_is_shown_with_who_answered_and_why() -> None:
    page = html_page([ASIDE])
    for told in ("1 finding set aside", "the port office rounds each quay apart", "mk, 2031-04-05, articles/alden.txt"):
        assert told in page
    assert "Open: waits for a source" in page
    assert "Unused: no such finding any more" in page
    assert 'class="f aside"' in page


HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "</style></article></body>",
    "{{ 7*7 }}{% include 'report.css' %}",
    "<!-- <a href=javascript:alert(1)>",
    "&lt;b&gt; & &#x27;",
    "javascript:alert(1)",
    'https://a.example/"onclick=alert(1)//',
    "\u2028\u2029</script",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_article_is_inert(text: str) -> None:
    article = replace(read(f"Total {text} 5\n\n{text}", path=text), notes=(text,))
    figure = replace(hand.FIGURES[0], start=6, end=6 + len(text), text=text, unit=text)
    fact = replace(hand.BROKEN.facts[0], figure=figure, measure=text, place=text)
    finding = Finding(text, text, "error", ("f1",), text, (text,), text, (Suspect("f1", text, text, text, text),))
    checked = replace(hand.BROKEN.checked[0], arithmetic=text)
    state = replace(hand.BROKEN.states[0], why=text)
    answered = Suppressed(finding, *[text] * 8)
    remarks = (Remark(text, text, text, text),)
    report = Report(article, (figure,), (fact,), (checked,), (finding,), (state,), (answered,), remarks)
    shown = html_page([report, report], [(text, text)], text)
    page = Page(shown)
    assert set(page.tags) <= TAGS
    assert page.tags.count("style") == page.tags.count("body") == 1
    assert {name for _, name, _ in page.attributes if name.startswith("on") or name == "src"} == set()
    assert json.loads(page.scripts[0])["articles"][0]["path"] == html_part(report, OPTIONS)["path"]
    links = {link for link in page.values("href") if not link.startswith("#")}
    assert links == ({text} if text.startswith("https://") else set()), "of all that is said only evidence is a link"
    assert "".join(page.article) == article.text * 2
    text_hash = sha256(article.text.encode()).hexdigest()
    assert "49" not in words(shown).replace(text_hash, "")


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


def test_a_long_article_stays_small() -> None:
    words, figures = "", []
    for n in range(140):
        words += "The harbour took in well over"
        figures.append(replace(hand.FIGURES[0], id=f"f{n}", start=len(words) + 1, end=len(words) + 21))
        words += " 41.67 million tonnes of cargo, "
    text = words.rstrip()
    assert len(text.split()) > 1_390
    facts = tuple(replace(hand.BROKEN.facts[0], id=figure.id, figure=figure) for figure in figures)
    states = tuple(replace(hand.BROKEN.states[0], figure=figure.id) for figure in figures)
    relation = hand.BROKEN.checked[0].relation
    checked = tuple(
        replace(hand.BROKEN.checked[0], verdict="consistent", relation=replace(relation, id=f"r{n}")) for n in range(60)
    )
    findings = tuple(replace(hand.ERROR, id=f"{n:08}") for n in range(5))
    report = Report(read(text, "long.txt"), tuple(figures), facts, checked, findings, states)
    assert len(html_page([report]).encode()) < 150_000


# ── a folder of pages ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "paths, names",
    [
        ([], []),
        (["a.txt"], ["a.txt.html"]),
        (["desk/a.txt", "late/a.txt", "A.TXT"], ["a.txt.html", "a.txt-2.html", "A.TXT-3.html"]),
        (["index"], ["index-2.html"]),
        (["../../etc/passwd", "..", "a/"], ["passwd.html", "article.html", "article-2.html"]),
        (["c:\\desk\\été 1?.txt"], ["été-1-.txt.html"]),
        (["-"], ["article.html"]),
        (["a" * 300], ["a" * 100 + ".html"]),
    ],
)
def test_names_of_pages(paths: list[str], names: list[str]) -> None:
    assert file_names(paths) == names


def test_a_folder_has_an_index_with_the_worst_first() -> None:
    pages = dict(pages_of(whole([hand.CLEAN, ASIDE, hand.BROKEN], PROBLEMS, HASH)))
    assert list(pages) == ["index.html", "alden.txt.html", "alden.txt-2.html", "clean.txt.html"]
    index = Page(pages["index.html"])
    assert set(index.tags) <= TAGS
    links = [link for link in index.values("href") if not link.startswith("#")]
    assert links == list(pages)[1:]
    assert "desk/missing.txt" in pages["index.html"]
    assert "desk/missing.txt" not in pages["clean.txt.html"]
    first = Page(pages["alden.txt.html"])
    assert [link for link in first.values("href") if not link.startswith("#")] == ["index.html", "alden.txt-2.html"]
    assert "Found 1 error and 1 note in 1 article; 10 figures" in pages["alden.txt.html"]
    assert matches("index.html", words(pages["index.html"]))


def test_an_index_of_nothing() -> None:
    assert list(dict(pages_of(whole([], PROBLEMS)))) == ["index.html"]
