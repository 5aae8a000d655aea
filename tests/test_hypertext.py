"""HTML → the prose of its article."""

from __future__ import annotations

import html
import re

import pytest
from golden_files import matches
from hypothesis import given
from hypothesis import strategies as st
from made import NEWS_HTML

from checker import check
from checker.article import Article, origin, position
from checker.hypertext import read
from checker.render import text_of


def lines(article: Article) -> list[str]:
    """An article → its blocks, each headline, list and table with its kind before it."""
    said = "<h1" in article.source or "<title" in article.source  # or else a short first line is taken for one
    kinds = {"paragraph": "", "headline": "# " if said else "", "list": "- ", "table": "| "}
    return [kinds.get(b.kind, f"{b.kind}: ") + article.text[b.start : b.end] for b in article.blocks]


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<!-- 5 -->",
        "<!doctype html><html><head><style>p{margin:5px}</style><script>var a = '<p>6</p>'</script></head></html>",
        "<nav>Home 24</nav><header><p>Est. 1899</p></header><footer>© 2031</footer>",
        "<div hidden>5</div><p aria-hidden='true'>6</p><p style='color: red; display: none'>7</p>",
        "<div role=search>8</div><dialog>9</dialog>",
        "<p><img alt='9 ships' src='10.png'><button>11</button><select><option>12<option>13</select>",
        "<p>CO<sub>2</sub></p>",
        "<script>5",
        "<!-- 5",
        "<a href='5",
        "<template><p>5</p></template><noscript>6</noscript><svg><title>7</title></svg><textarea>8</textarea>",
    ],
)
def test_no_figure_is_made_of_the_page(page: str) -> None:
    report = check(read(page))
    assert [figure.text for figure in report.figures if not figure.ignored] == []


@pytest.mark.parametrize(
    "page, expected",
    [
        ("Sales\n  rose\t3", ["Sales rose 3"]),
        ("<h1>Up</h1><p>A b.<p>C d.", ["# Up", "A b.", "C d."]),
        ("<title>Up</title><p>A b.", ["# Up", "A b."]),
        ("<title>Up - Site</title><h1>Up</h1><p>A b.", ["# Up", "A b."]),
        ("<h1>Up</h1><p>A b.<h1>More of it.</h1>", ["# Up", "A b.", "More of it."]),
        ("<p>In a <b>w</b>ord 1<i>2</i>3 m<wbr>ore</p>", ["In a word 123 more"]),
        ("<p>a<b> b</b> <i>c </i>d</p>", ["a b c d"]),
        (
            "<p>12&nbsp;million&#44; &pound;5 &copy2031 AT&T &unknown; &#x26;</p>",
            ["12\xa0million, £5 ©2031 AT&T &unknown; &"],
        ),
        ("<p>mil&shy;lion 1&#8203;2</p>", ["million 12"]),
        ("<p>One.<br>Two.<br/>Three.</p>", ["One.", "Two.", "Three."]),
        ("<p>One</p></p>Two<hr>Three", ["One", "Two", "Three"]),
        ("<ul><li>A 1<li><p>B 2</p><p>C 3</p></ul>D", ["- A 1", "- B 2", "C 3", "D"]),
        ("<dl><dt>A<dd>1<dt>B<dd>2</dl>", ["A", "1", "B", "2"]),
        ("<blockquote>A 1</blockquote>B<figure><img><figcaption>C 2</figcaption></figure>", ["A 1", "B", "C 2"]),
        ("<div>A 1<aside>x</aside>B 2</div>", ["A 1", "B 2"]),
        ("<pre>A 1,\nB\n\nC  2</pre>", ["A 1,", "B", "C  2"]),
        ("<p>12 million<sup>1</sup> and 3<sup>rd</sup>, 4<sup><a href='#n'>[2]</a></sup>", ["12 million and 3rd, 4"]),
        ("<p>5 km<sup>2</sup>, 10<sup>6</sup>, the team<sup>2</sup>, 2030<sup>1</sup>", ["5 km², 10⁶, the team, 2030"]),
        ("<p>It grew <del>4</del> <ins>5</ins> percent", ["It grew 5 percent"]),
        ("<p>Run <code>x</code> and <code>x1</code>", ["Run x and …"]),
        ("<p title='a > b' data-x=\"</p>\">A</p>", ["A"]),
        ("<p>3 < 4 and 5 > 4", ["3 < 4 and 5 > 4"]),
        ("<header>x</header><article><header><h1>Up</h1></header><p>A.</p></article>y", ["# Up", "A."]),
        ("<main><p>A 1</p><article>B</article><article>C</article></main><p>D", ["A 1", "B", "C"]),
        ("<article><p>A long one</p></article><article>B</article>", ["A long one"]),
        ("<body><form action=x><p>A 1</p><form>B</form></form>", ["A 1"]),
        ("<span><article><p>A</span> 1</p><p>B 2</article>", ["A 1", "B 2"]),
        ("<P>A<SCRIPT>x</P></SCRIPT> 1</P><![CDATA[z]]><?php y ?>", ["A 1"]),
        (
            "<table><caption>C</caption><tr><th>Item<th>2030<tbody><tr><td>A<td><p>1</p></td></tr></table>x",
            ["C", "| Item | 2030\nA | 1", "x"],
        ),
        ("<table><tr><td><h1>Up</h1><p>A.</p><p>B.</p></td><td>C</td></tr></table>", ["# Up", "A.", "B.", "C"]),
        ("<table><tr><td>A<table><tr><td>x<td>1</table>B<td>C</table>", ["A", "| x | 1", "B", "C"]),
    ],
)
def test_prose(page: str, expected: list[str]) -> None:
    assert lines(read(page)) == expected


@pytest.mark.parametrize(
    "page, notes",
    [
        ("<nav>24</nav><article>A 1<footer>2031</footer></article><script>5</script>", ()),
        ("<p>A<aside>In words</aside>", ()),
        ("<p>A<aside>5 things</aside>", ("1 number in asides left out",)),
        (
            "<p>A <s>1,200</s> <code>4.5</code><pre><code>6\n7</code></pre>",
            ("4 numbers in struck text and code left out",),
        ),
        (
            "<article>A</article><p>Sales rose 3 percent to 12 million crowns.</p>",
            ("2 numbers in the page around the article left out",),
        ),
        ("<p> </p>", ("holds no text",)),
    ],
)
def test_what_was_left_out_is_said(page: str, notes: tuple[str, ...]) -> None:
    assert read(page).notes == notes


@pytest.mark.parametrize(
    "page, sources",
    [
        ("<p>Up to &pound;12&nbsp;million.", ["&pound;12&nbsp;million"]),
        ("<p>Up <b>12</b>\n  million.", ["12</b>\n  million"]),
        ("<p>Up 1<i>2</i> now", ["1<i>2"]),
        ("<h1>Up 3 percent</h1>\n<p>So 3 percent", ["3 percent", "3 percent"]),
        ("<title>Up 3 percent</title><article><p>So 4 percent.", ["3 percent", "4 percent"]),
        ("<table><tr><td>A<td>1.5<td>2.5</table>", ["1.5", "2.5"]),
    ],
)
def test_figures_stand_in_the_source(page: str, sources: list[str]) -> None:
    article = read(page)
    figures = check(article).figures
    assert [page[slice(*origin(article, figure.start, figure.end))] for figure in figures] == sources


def test_lines_and_columns_are_those_of_the_source() -> None:
    article = read("<p>A.</p>\r\n\n  <p>Up <b>3</b> percent.")
    assert position(article, article.text.index("3")) == (3, 12)


def test_report() -> None:
    article = read(NEWS_HTML, "harbour.html")
    assert matches("harbour-html.txt", text_of(check(article), verbose=True))


# ── exemptions ────────────────────────────────────────────────────────────────────────────────────────────────────────

WHY = "confirmed by the ministry"


@pytest.mark.parametrize(
    "page, expected",
    [
        ("<p>A 1<!-- a note --><!-- check: 12 or 13? --><!-- check it -->", []),
        (f"<aside><!-- check: ignore[a-b] {WHY} --></aside><p>A 1", []),
        (f"<p>A.<!-- check: ignore[a-b] {WHY} --><p>B.<p>C.", [(("a-b",), "B.")]),
        (f"<p>A <!-- check: ignore[a-b,c] {WHY} -->b.<p>C.", [(("a-b", "c"), "A b.")]),
        (
            f"<p>A.<!-- check: ignore[a-b] {WHY} --><table><tr><td>x<td>1<tr><td>y<td>2</table>",
            [(("a-b",), "x | 1\ny | 2")],
        ),
        (f"<p>A.<!-- check: ignore[a-b] {WHY} -->", [(("a-b",), "")]),
        (f"<p>A.<!-- check: off[a-b] {WHY} --><p>B.<p>C.<!-- check: on --><p>D.", [(("a-b",), "B.\n\nC.")]),
        (
            f"<p>A.<!-- check: off[a] {WHY} --><p>B.<!-- check: off[b] {WHY} --><p>C.",
            [(("a",), "B.\n\nC."), (("b",), "C.")],
        ),
        (f"x<article>A.<!--check:off[a]\n{WHY}\n--><p>B.</article>y", [(("a",), "B.")]),
    ],
)
def test_exemptions(page: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    article = read(page)
    assert [(one.rules, article.text[one.start : one.end].strip()) for one in article.exemptions] == expected
    assert all(one.reason == WHY and page[one.at :].startswith("<!--") for one in article.exemptions)


@pytest.mark.parametrize(
    "comment, message",
    [
        ("ignore", '"check: ignore" names no rule; write as in <!-- check: ignore[rule-id]'),
        ("off because we say so", '"check: off" names no rule'),
        ("ignore[] because we say so", '"check: ignore" names no rule'),
        ("ignore[a,] because we say so", '"check: ignore" names no rule'),
        ("ignore[two words] because we say so", 'names "two words", which can be no rule'),
        ("ignore[a-b]", '"check: ignore" gives no reason; say why in 10 characters or more'),
        ("off[a-b] ok", 'gives "ok" as its reason'),
        ("on", '"check: on" without "check: off'),
    ],
)
def test_an_exemption_says_what_and_why(comment: str, message: str) -> None:
    page = f"<p>A.</p>\n<p>B. <!-- check: {comment} --></p>"
    article = read(page, "a.html")
    ((told, at),) = article.faults
    assert message in told
    assert page[at:].startswith("<!-- check")
    assert article.exemptions == ()


# ── whatever comes ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 10000 + "5",
        "<b><p>" * 5000 + "5" + "</b>" * 10000,
        "<a " * 10000,
        "<!--" * 10000,
        "<table><tr><td>5" * 2000,
    ],
)
def test_deep_and_broken_pages_are_read(page: str) -> None:
    assert read(page).source is page


PIECES = st.sampled_from(
    "<p> </p> <b> </b> <td> <tr> <table> </table> <br> <h1> </h1> <article> </article> <aside> </aside> <li> <pre> "
    "</pre> <sup> </sup> <!-- --> &amp; &nbsp; &#8203; < > \" ' = 5 12 a. B".split()
) | st.sampled_from([" ", "\n", "\r\n", "\t", "\xa0", "\u2028"])


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_every_character_has_its_place(page: str) -> None:
    article = read(page)
    text = article.text
    places = [origin(article, at, at + 1) for at in range(len(text))]
    assert all(0 <= start <= end <= len(page) for start, end in places)
    for at, (start, end) in enumerate(places):
        if end - start == 1 and not text[at].isspace():
            assert text[at] in (page[start], *"⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉…|")


def bare(markup: str) -> str:
    """A stretch of HTML → what it says."""
    return html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", markup))


WRAPPERS = ("{}", "<b>{}</b>", '<a href="/2031/5">{}</a>', "<!-- 9 -->{}", "<span class='n1'><i>{}</i></span>")
BREAKS = (" ", "\n  ", "&nbsp;", " <wbr>")
WORDS = (
    "Sales",
    "rose",
    "fell",
    "to",
    "from",
    "by",
    "3 percent",
    "12 million",
    "$4.5",
    "£7",
    "1,200",
    "in 2031",
    "crowns",
    "a",
)


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(WRAPPERS), st.sampled_from(BREAKS)), max_size=14))
def test_markup_changes_no_figure(words: list[tuple[str, str, str]]) -> None:
    page = "<p>" + "".join(wrapper.format(html.escape(word)) + gap for word, wrapper, gap in words) + "now.</p>"
    article = read(page)
    plain = check(" ".join([*(word for word, _, _ in words), "now."]))
    figures = check(article).figures
    assert [(f.text.replace("\xa0", " "), f.value, f.unit) for f in figures] == [
        (f.text, f.value, f.unit) for f in plain.figures
    ]
    for figure in figures:
        assert " ".join(bare(page[slice(*origin(article, figure.start, figure.end))]).split()) == " ".join(
            figure.text.split()
        )
