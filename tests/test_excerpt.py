from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import line_span, position, read
from checker.excerpt import WIDTH, Mark, excerpt, visible


def rows(marked: str) -> str:
    """A text with its figures in [brackets], a label after each | → the rows printed for it."""
    text, marks, at = "", [], 0
    for match in re.finditer(r"\[(?P<words>[^|\]]*)\|(?P<label>\w*)\]", marked):
        text += marked[at : match.start()]
        marks.append(Mark(len(text), len(text) + len(match["words"]), match["label"]))
        text += match["words"]
        at = match.end()
    text += marked[at:]
    return "\n".join(excerpt(text, marks, touched(text, marks)))


def touched(text: str, marks: list[Mark]) -> list[tuple[int, int, int]]:
    article = read(text)
    numbers = {n for m in marks for n in range(position(article, m.start)[0], position(article, m.end - 1)[0] + 1)}
    return [(number, *line_span(article, number)) for number in sorted(numbers)]


@pytest.mark.parametrize(
    "marked, printed",
    [
        pytest.param(
            "Up [3 percent|rate] to [7|now].",
            "  1 | Up 3 percent to 7.\n    |    ^^^^^^^^^    ^ now\n    |    rate",
            id="label below where there is no room",
        ),
        pytest.param(
            "Up [3|rate] percent to [7|now].",
            "  1 | Up 3 percent to 7.\n    |    ^ rate       ^ now",
            id="labels beside",
        ),
        pytest.param("[1|] [2|]", "  1 | 1 2\n    | ^ ^", id="no labels"),
        pytest.param("a\n\nb [5|x]\n", "  3 | b 5\n    |   ^ x", id="line number"),
        pytest.param("a\r\nb [5|x]\r\nc", "  2 | b 5\n    |   ^ x", id="carriage returns are not shown"),
        pytest.param("\t[5|x]", "  1 |     5\n    |     ^ x", id="tab"),
        pytest.param("港口 [5|x]", "  1 | 港口 5\n    |      ^ x", id="wide"),
        pytest.param("cafe\u0301 [5|x]", "  1 | cafe\u0301 5\n    |      ^ x", id="combining"),
        pytest.param("\x1b]0;a [5|x]", "  1 | \ufffd]0;a 5\n    |       ^ x", id="escape"),
        pytest.param("\u202eab [5|x]", "  1 | ab 5\n    |    ^ x", id="bidirectional override"),
        pytest.param(
            "rose to [4\nmillion|x] now",
            "  1 | rose to 4\n    |         ^ x\n  2 | million now\n    | ^^^^^^^",
            id="figure over a line break",
        ),
    ],
)
def test_rows(marked: str, printed: str) -> None:
    assert rows(marked) == printed


def test_gutter_fits_the_largest_line_number() -> None:
    assert rows("[1|]" + "\n" * 9 + "[2|]").splitlines() == ["   1 | 1", "     | ^", "  10 | 2", "     | ^"]


def test_nested_figures_each_have_their_label() -> None:
    text = "about 3 of 10 cooks"
    marks = [Mark(0, 13, "fraction"), Mark(6, 7, "part")]
    assert excerpt(text, marks, touched(text, marks)) == [
        "  1 | about 3 of 10 cooks",
        "    | ^^^^^^^^^^^^^",
        "    | fraction",
        "    |       part",
    ]


def test_a_long_line_is_cut_around_its_figures() -> None:
    filler = "word " * 60
    printed = rows(f"{filler}[12|first] {filler}[34|second] {filler}").splitlines()
    assert [row[:9] for row in printed[::2]] == ["  1 | ...", "  1 | ..."]
    assert all(len(row) <= WIDTH + 20 for row in printed)
    for source, carets in zip(printed[::2], printed[1::2], strict=True):
        at = carets.index("^^")
        assert source[at : at + 2] in ("12", "34")


def test_a_figure_without_end_does_not_flood_the_screen() -> None:
    assert all(len(row) < 3 * WIDTH for row in rows("[" + "9" * 10_000 + "|x]").splitlines())


@given(st.text(max_size=300), st.data())
def test_any_text_and_marks(text: str, data: st.DataObject) -> None:
    text = "".join(char for char in text if unicodedata.category(char) != "Cs") + " 7"
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)), min_size=1, max_size=5))
    marks = [Mark(start, min(start + length, len(text)), "label") for start, length in spans]
    printed = excerpt(text, marks, touched(text, marks))
    if any(text[mark.start : mark.end].strip() for mark in marks):  # a line break alone lies on no line
        assert any("^" in row for row in printed)
    assert not any(unicodedata.category(char) in ("Cc", "Cf") for row in printed for char in row)


@given(st.text())
def test_what_is_visible_is_one_harmless_line(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in shown)
    assert visible(shown) == shown
