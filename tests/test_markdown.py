"""Markdown → the prose of an article."""

from __future__ import annotations

import re

import pytest
from golden_files import matches
from hypothesis import given
from hypothesis import strategies as st
from made import NEWS_MARKDOWN

from checker import check
from checker.article import Article, line_and_column, origin, position
from checker.markdown import read
from checker.render import text_of


def lines(article: Article) -> list[str]:
    """An article → its blocks, each headline, list and table with its kind before it."""
    said = re.search(r"^(?:# |==|title|.*<h1)", article.source, re.MULTILINE)  # or else a short first line is one
    kinds = {"paragraph": "", "headline": "# " if said else "", "list": "- ", "table": "| "}
    return [kinds.get(b.kind, f"{b.kind}: ") + article.text[b.start : b.end] for b in article.blocks]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "---\ndate: 2031-05-06\nweight: 7\n---\n",
        "+++\nweight = 7\n+++\n",
        "    x = 5",
        "```\n5\n```",
        "~~~~ py\n5\n~~~\n6",
        "Costs\n\n\t5",
        "> ```\n> 5\nText",
        "- a\n\n      5",
        "![9 ships](10.png \"11\") ![12][a]\n\n[a]: 13.png '14'",
        "[harbour](/2031/5) [dues][1] and [dock]\n\n[1]: /6\n[dock]: <7> (8)",
        "Text[^1] and `5` and ``a ` 6``",
        "{{< figure src=5 >}}\n\n{% include x.html n=6 %} {{ site.n7 }}\n\n{: .lead-8}",
        "{% highlight py %}\n5\n{% endhighlight %}",
        "$$\nx = 5\n$$\n\n$$x^2 = 6$$ and $x_1 = 7$ and $\\frac{1}{2}$",
        "<!-- 5 -->\n\n<script>\n\n6\n\n</script>\n\n<nav>\n\n7\n\n</nav>",
        "# Head {#s-5}",
        "1. a\n2. b\n10) c",
        "~~5~~",
        "<br data-n=5>",
    ],
)
def test_no_figure_is_made_of_what_is_no_prose(source: str) -> None:
    report = check(read(source))
    assert [figure.text for figure in report.figures if not figure.ignored] == []


@pytest.mark.parametrize(
    "source, expected",
    [
        ("A\nb\n\nC", ["A b", "C"]),
        ("A\r\nb\r\n\r\nC", ["A b", "C"]),
        ("# Up #\nA\n## Sub ##\nB", ["# Up", "A", "Sub", "B"]),
        ("Up\n==\n\nSub\nb\n---\nA\n\n---\nB", ["# Up", "Sub b", "A", "B"]),
        ("---\ntitle: Up  # so far\n---\nA", ["# Up", "A"]),
        ('+++\ntitle = "Up \\"now\\""\n+++\nA', ['# Up "now"', "A"]),
        ("---\ntitle: 'It''s up'\ndraft: no\n...\nA", ["# It's up", "A"]),
        ("---\ntitle: >-\n  Up now\n---\nA", ["# Up now", "A"]),
        ("---\ntitle: Up\n---\n# Down\n\nA", ["# Down", "A"]),
        ("---\nA text between rules.\n\nB", ["A text between rules.", "B"]),
        ("A **b** *c* ***d*** __e__ _f_ g*h*i j_k_l", ["A b c d e f ghi j_k_l"]),
        ("2*3*4, 5 * 6 * 7, ** a, b**, 12 million*", ["2*3*4, 5 * 6 * 7, ** a, b**, 12 million*"]),
        ("**£5**m, **5%**-**6%** and a/**/*.b", ["£5m, 5%-6% and a/**/*.b"]),
        (r"\$5 \* 6 \# \a 7\. &pound;8 &amp; \&pound;", [r"$5 * 6 # \a 7. £8 & &pound;"]),
        ("A [b *5*](c_d_e 'f') [g](<h i>) [j](k(l)) [m](n o) [p]", ["A b 5 g j [m](n o) [p]"]),
        ("[a][b] [B][] [b] [c][d] [e]\n\n[b]: x", ["a B b [c][d] [e]"]),
        ("A [b [c](d) e", ["A [b c e"]),
        ("See <https://a.b/c> or <d@e.f>, or https://g.h_i_j", ["See https://a.b/c or d@e.f, or https://g.h_i_j"]),
        ("$5 million and $6 million; $7-$8; A$9, or US$10.", ["$5 million and $6 million; $7-$8; A$9, or US$10."]),
        ("A  \nb\\\nc", ["A", "b", "c"]),
        ("A `b` c `d5` e ` f", ["A b c … e ` f"]),
        ("It grew ~~4~~ 5 percent, ~6 or ~7", ["It grew 5 percent, ~6 or ~7"]),
        ("> A\n> b\nc\n\n> > D\n\nE", ["A b c", "D", "E"]),
        ("- A 1\n- B\n  c\n\n  D\n  - E\n\nF", ["- A 1", "- B c", "D", "- E", "F"]),
        ("1. A\n2. B\n\nIt was in\n2024. So be it", ["- A", "- B", "It was in 2024. So be it"]),
        ("* * *\nA\n***\nB", ["A", "B"]),
        ("A\n    b\n\n    c", ["A b"]),
        ("A[^1].\n\n[^1]: Note 5\n    goes on.\n\nB", ["A.", "Note 5 goes on.", "B"]),
        ("A <b>5</b><!-- 6 --> km<sup>2</sup>, a < b > c", ["A 5 km², a < b > c"]),
        ("<div>\n\nA *b*\n\n</div>\n<p>C *d*</p>\n\nE", ["A b", "C *d*", "E"]),
        ("<aside>\n\nA\n\n</aside>\n\nB <span hidden>c\n\nD", ["B", "D"]),
        ("A\n\n| x | 2030 |\n|---|--:|\n| *y* | 1.5 |\n| z\\|w | 2 |\n\nB", ["A", "| x | 2030\ny | 1.5\nz|w | 2", "B"]),
        ("x | y\n-|-\n1 | 2\n# H", ["| x | y\n1 | 2", "# H"]),
        ("A {{< ad >}} b {% x %} c {{ d", ["A b c {{ d"]),
        ("A {{% x\ny %}} b", ["A b"]),
        ("\tA", []),
        ("[a]: b\n[c]\n: d", ["[c] : d"]),
    ],
)
def test_prose(source: str, expected: list[str]) -> None:
    assert lines(read(source)) == expected


@pytest.mark.parametrize(
    "source, notes",
    [
        ("---\nweight: 5\n---\nA[^1] ![6](7) [b](8)\n\n1. C", ()),
        ("A\n\n```\nx\n```", ()),
        ("A `5`\n\n    x = 6\n\n```\n7, 8.9\n```", ("4 numbers in code left out",)),
        ("A ~~5~~ $x = 6$\n\n<aside>7</aside>", ("3 numbers in struck text, formulas and asides left out",)),
    ],
)
def test_what_was_left_out_is_said(source: str, notes: tuple[str, ...]) -> None:
    assert read(source).notes == notes


@pytest.mark.parametrize(
    "source, sources",
    [
        ("Up to **£12** million.", ["£12** million"]),
        ("> Up *12\n> million*.", ["12\n> million"]),
        ("Up &pound;12&nbsp;million", ["&pound;12&nbsp;million"]),
        ("Up [3](/4 '5') percent", ["3](/4 '5') percent"]),
        ("Up \\$3, 4\\%", ["$3", "4\\%"]),
        ("---\ntitle: 'Up 3 percent'\n---\n\nSo 4 percent", ["3 percent", "4 percent"]),
        ("A|b\n-|-\n1.5|2.5", ["1.5", "2.5"]),
    ],
)
def test_figures_stand_in_the_source(source: str, sources: list[str]) -> None:
    article = read(source)
    figures = check(article).figures
    assert [source[slice(*origin(article, figure.start, figure.end))] for figure in figures] == sources


def test_lines_and_columns_are_those_of_the_source() -> None:
    article = read("---\ntitle: Up\n---\r\n\n> A\n> rose **3** percent")
    assert position(article, article.text.index("3")) == (6, 10)


def test_report() -> None:
    assert matches("harbour-markdown.txt", text_of(check(read(NEWS_MARKDOWN, "harbour.md")), verbose=True))


# ── exemptions ────────────────────────────────────────────────────────────────────────────────────────────────────────

WHY = "confirmed by the ministry"


@pytest.mark.parametrize(
    "source, expected",
    [
        ("---\ncheck: true\n---\nA", []),
        ("---\nchecked:\n  ignore: [a]\n---\nA", []),
        ("```\n<!-- check: ignore -->\n```\nA `<!-- check: ignore -->`", []),
        (f"A\n\n<!-- check: ignore[a-b] {WHY} -->\nB\nc\n\nD", [(("a-b",), WHY, "B c")]),
        (f"A <!-- check: ignore[a-b] {WHY} --> b\n\nC", [(("a-b",), WHY, "A b")]),
        (f"A\n\n<!-- check: off[a]\n\n{WHY} -->\n\n- B\n- C\n\n<!-- check: on -->\n\nD", [(("a",), WHY, "B\n\nC")]),
        (f"> A\n>\n> <!-- check: ignore[a] {WHY} -->\n>\n> B", [(("a",), WHY, "B")]),
        (f"---\ncheck: {{ignore: [a, b-c], reason: {WHY}}}\n---\nA", [(("a", "b-c"), WHY, "A")]),
        (f"---\ntitle: T\ncheck:\n  ignore: [a]\n  reason: '{WHY}'\nn: 5\n---\nA", [(("a",), WHY, "T\n\nA")]),
        (
            f"---\ntitle: T\ncheck:\n  reason: {WHY}\n  ignore:\n  - a\n  - 'b'\n---\n# H\n\nA",
            [(("a", "b"), WHY, "H\n\nA")],
        ),
        (f'+++\n[check]\nignore = ["a", "b"]\nreason = "{WHY}"\n[menu]\nn = 1\n+++\nA', [(("a", "b"), WHY, "A")]),
        (f'+++\ncheck = {{ ignore = ["a"], reason = "{WHY}" }}\n+++\nA', [(("a",), WHY, "A")]),
        (f"---\ncheck: {{ignore: a, reason: {WHY}}}\n---\nA", [(("a",), WHY, "A")]),
    ],
)
def test_exemptions(source: str, expected: list[tuple[tuple[str, ...], str, str]]) -> None:
    article = read(source)
    found = [(one.rules, one.reason, article.text[one.start : one.end].strip()) for one in article.exemptions]
    assert found == expected


@pytest.mark.parametrize(
    "source, line, message",
    [
        ("---\ntitle: T\ncheck: {ignore: []}\n---\nA", 3, '"check: ignore" in the front matter names no rule'),
        ("---\ncheck:\n  ignore: [two words]\n---\nA", 3, 'names "two words", which can be no rule'),
        ("A\n\nB <!-- check: ignore[a] -->", 3, '"check: ignore" gives no reason'),
        ("---\ncheck: {ignore: a}\n---\nA", 2, '"check: ignore" in the front matter gives no reason; say why in 10'),
        ("---\ncheck: {ignore: a, reason: ok}\n---\nA", 2, 'in the front matter gives "ok" as its reason'),
        ("A\n<!-- check: on -->", 2, '"check: on" without'),
        ("A\n<!-- check: off[a] ok -->\n\nB\n\n<!-- check: on -->", 2, '"check: off" gives "ok" as its reason'),
    ],
)
def test_an_exemption_says_what_and_why(source: str, line: int, message: str) -> None:
    article = read(source, "a.md")
    ((told, at),) = article.faults
    assert message in told
    assert line_and_column(source, at)[0] == line
    assert article.exemptions == ()


# ── whatever comes ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "source",
    [
        *(
            ">" * 10000 + "5",
            "- " * 5000 + "5",
            "[" * 10000 + "](x)" * 10000,
            "*a **b _" * 5000,
            "`" * 99 + "` `` " * 5000,
        ),
        *("{{ " * 10000, "<!-- " * 10000, "$a " * 10000, "# a" + " " * 20000 + "b", "<b c='" * 10000, "~~a " * 9000),
    ],
)
def test_deep_and_broken_texts_are_read(source: str) -> None:
    assert read(source).source is source


PIECES = st.sampled_from(
    "* ** _ ~~ ` ``` [ ] ( ) ![ ](x) [^1] [^1]: > - 1. # == --- +++ | |-|- $ $$ {{ }} {% %} <b> </b> <aside> <!-- --> "
    "&amp; \\ 5 12 a. B title: <td>".split()
) | st.sampled_from([" ", "\n", "\n\n", "\r\n", "    ", "\t", "\xa0"])


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_every_character_has_its_place(source: str) -> None:
    article = read(source)
    text = article.text
    for at in range(len(text)):
        start, end = origin(article, at, at + 1)
        assert 0 <= start <= end <= len(source)
        if end - start == 1 and not text[at].isspace():
            assert text[at] in (source[start], "…", "|")


def bare(markup: str) -> str:
    """A stretch of Markdown → what it says."""
    return re.sub(r"\\(?=\W)|\*+|<!--.*?-->|\[|\]\([^)]*\)|^> ", "", markup, flags=re.MULTILINE).replace("&nbsp;", " ")


WRAPPERS = ("{}", "**{}**", "*{}*", "[{}](/2031/5 'p 6')", "{}<!-- 9 -->", "***{}***")
BREAKS = (" ", "\n> ", "&nbsp;")
WORDS = (
    "Sales",
    "rose",
    "fell",
    "to",
    "from",
    "by",
    "3 percent",
    "12 million",
    "\\$4.5",
    "£7",
    "1,200",
    "in 2031",
    "a",
)


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(WRAPPERS), st.sampled_from(BREAKS)), max_size=14))
def test_markup_changes_no_figure(words: list[tuple[str, str, str]]) -> None:
    source = "> So " + "".join(wrapper.format(word) + gap for word, wrapper, gap in words) + "now."
    article = read(source)
    plain = check(" ".join(["So", *(word.replace("\\", "") for word, _, _ in words), "now."]))
    figures = check(article).figures
    assert [(f.text.replace("\xa0", " "), f.value, f.unit) for f in figures] == [
        (f.text, f.value, f.unit) for f in plain.figures
    ]
    for figure in figures:
        said = bare(source[slice(*origin(article, figure.start, figure.end))])
        assert said.split() == figure.text.split()
