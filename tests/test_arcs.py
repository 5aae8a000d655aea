from __future__ import annotations

from typing import Any

import pytest

from checker.arcs import MOST, ROW, arcs


def entry(words: list[str], *relations: tuple[str, list[int]]) -> dict[str, Any]:
    return {
        "figures": [{"id": f"f{n}", "text": text} for n, text in enumerate(words)],
        "relations": [{"verdict": verdict, "figures": [f"f{n}" for n in ids]} for verdict, ids in relations],
    }


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(entry([]), id="no figure"),
        pytest.param(entry(["5", "6"]), id="no relation"),
        pytest.param(entry(["5", "6"], ("consistent", [0])), id="a relation of one figure"),
        pytest.param(entry(["5"] * (MOST + 1), ("consistent", list(range(MOST + 1)))), id="too many to look at"),
    ],
)
def test_nothing_to_draw(found: dict[str, Any]) -> None:
    assert arcs(found) is None


def test_neighbours_in_a_relation_are_joined() -> None:
    found = arcs(entry(["23.77", "1.2", "17.99", "41.76"], ("consistent", [3, 0, 2])))
    assert found is not None
    assert [row[:2] for row in found.rows] == [("f0", "23.77"), ("f2", "17.99"), ("f3", "41.76")]
    assert found.height == 3 * ROW
    assert [arc.path for arc in found.arcs] == ["M24 11C2 11 2 33 24 33", "M24 33C2 33 2 55 24 55"]


def test_the_gravest_verdict_is_drawn_and_lies_on_top() -> None:
    found = arcs(entry(["1", "2", "3"], ("inconsistent", [0, 1]), ("consistent", [1, 2]), ("consistent", [0, 1])))
    assert found is not None
    assert [arc.verdict for arc in found.arcs] == ["consistent", "inconsistent"]


def test_an_arc_reaches_out_the_farther_its_figures_stand_apart() -> None:
    found = arcs(entry(["1", "2", "3", "4"], ("consistent", [0, 3]), ("consistent", [1, 2])))
    assert found is not None
    assert (found.left, [arc.path for arc in found.arcs]) == (
        38,
        ["M38 11C-2 11 -2 77 38 77", "M38 33C16 33 16 55 38 55"],
    )


def test_long_words_are_cut() -> None:
    found = arcs(entry(["a  very\nlong figure " * 4, "2"], ("consistent", [0, 1])))
    assert found is not None
    assert found.rows[0][1] == "a very long figure a very lon…"
