from __future__ import annotations

import pytest
import reports_by_hand as hand
from hypothesis import given
from hypothesis import strategies as st

from checker.figure import Figure
from checker.page import pieces
from checker.record import replace


def figure(number: int, start: int, end: int) -> Figure:
    return replace(hand.FIGURES[0], id=f"f{number}", start=start, end=end)


@pytest.mark.parametrize(
    "spans, expected",
    [
        pytest.param([], [("0123456789", None, ())], id="no figure"),
        pytest.param([(0, 10)], [("0123456789", "f1", ("f1",))], id="nothing else"),
        pytest.param(
            [(2, 4), (6, 8)],
            [("01", None, ()), ("23", "f1", ("f1",)), ("45", None, ()), ("67", "f2", ("f2",)), ("89", None, ())],
            id="apart",
        ),
        pytest.param([(0, 5), (5, 10)], [("01234", "f1", ("f1",)), ("56789", "f2", ("f2",))], id="touching"),
        pytest.param(
            [(0, 10), (3, 5)],
            [("012", "f1", ("f1",)), ("34", "f2", ("f2",)), ("56789", "f1", ())],
            id="one inside the other",
        ),
        pytest.param(
            [(0, 6), (4, 10)], [("0123", "f1", ("f1",)), ("45", "f1", ("f2",)), ("6789", "f2", ())], id="overlapping"
        ),
        pytest.param([(0, 10), (0, 10)], [("0123456789", "f1", ("f1", "f2"))], id="the same span twice"),
    ],
)
def test_pieces(spans: list[tuple[int, int]], expected: list[tuple[str, str | None, tuple[str, ...]]]) -> None:
    figures = [figure(number, *span) for number, span in enumerate(spans, 1)]
    assert [(piece.text, piece.figure, piece.anchors) for piece in pieces("0123456789", figures)] == expected


@given(st.text(min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), max_size=8))
def test_pieces_are_the_text_and_every_figure_has_one_anchor(text: str, spans: list[tuple[int, int]]) -> None:
    inside = [(start, min(start + length, len(text))) for start, length in spans if start < len(text)]
    found = pieces(text, [figure(number, *span) for number, span in enumerate(inside)], edges=(0, len(text) // 2))
    assert "".join(piece.text for piece in found) == text
    assert sorted(name for piece in found for name in piece.anchors) == sorted(f"f{n}" for n in range(len(inside)))
