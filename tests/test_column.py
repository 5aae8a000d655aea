from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Article
from checker.column import GITHUB, LSP, OURS, POINTS, RDJSON, SARIF, UTF8, UTF16, Convention, Place, place

PIECES = [*"a7 \n\r\ufeff\u2028\u0085\x0b\u00a0\u2002港😀𝟙", "\r\n", "e\u0301"]
CONVENTIONS = [
    Convention(first, unit, inclusive)
    for first in (0, 1)
    for unit in (POINTS, UTF8, UTF16)
    for inclusive in (False, True)
]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join).filter(bool)


def article(text: str) -> Article:
    return Article("a.txt", text, "utf-8", (), (), text)


def lines(text: str) -> list[str]:
    """A text → its lines with their ends, cut another way than the code does it."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text) or [""]


def offset(text: str, line: int, column: int, convention: Convention) -> int:
    """A place as a reader counts it → the offset that the reader arrives at."""
    rows, row = lines(text), line - convention.first
    units, inside = column - convention.first, rows[row] if row < len(rows) else ""
    if convention.unit == POINTS:
        points = units
    else:
        step = 1 if convention.unit == UTF8 else 2
        points = len(inside.encode(convention.unit)[: units * step].decode(convention.unit))
    return sum(map(len, rows[:row])) + points


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(spans(), st.sampled_from(CONVENTIONS))
def test_every_reader_finds_the_span_again(span: tuple[str, int, int], convention: Convention) -> None:
    text, start, end = span
    found = place(article(text), start, end, convention)
    assert offset(text, found.line, found.column, convention) == start
    if convention.inclusive:  # the end is the last unit inside, so one further is the end
        assert offset(text, found.end_line, found.end_column + 1, convention) == end
    else:
        assert offset(text, found.end_line, found.end_column, convention) == end


@given(spans())
def test_on_one_line_is_the_beginning_of_the_span(span: tuple[str, int, int]) -> None:
    text, start, end = span
    whole, cut = place(article(text), start, end), place(article(text), start, end, SARIF)
    assert (cut.line, cut.column) == (whole.line, whole.column)
    assert cut.end_line == cut.line
    assert cut.end_column > cut.column or text[start] == "\n"
    assert cut == whole or whole.end_line > whole.line or text[end - 1] in "\r\n"


LINE = "€ 😀 5 apples\r\nand 12 a\rgood 3\n"


@pytest.mark.parametrize(
    "words, convention, expected",
    [
        ("5 apples", OURS, Place(1, 5, 1, 13)),
        ("5 apples", GITHUB, Place(1, 5, 1, 13)),
        ("5 apples", RDJSON, Place(1, 10, 1, 18)),
        ("5 apples", LSP, Place(0, 5, 0, 13)),
        ("5 apples", Convention(inclusive=True), Place(1, 5, 1, 12)),
        ("12 a", OURS, Place(2, 5, 2, 9)),
        ("3", LSP, Place(2, 5, 2, 6)),
        ("12 a\rgood", OURS, Place(2, 5, 3, 5)),
        ("12 a\rgood", SARIF, Place(2, 5, 2, 9)),
        pytest.param("12 a\r", OURS, Place(2, 5, 2, 10), id="an end of line belongs to its line"),
    ],
)
def test_places(words: str, convention: Convention, expected: Place) -> None:
    start = LINE.index(words)
    assert place(article(LINE), start, start + len(words), convention) == expected
