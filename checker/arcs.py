"""The figures and relations of an article → an arc diagram: figures down a line, as in the text, and arcs between.

    imports 23.77, exports 17.99, total 41.76, one sum   →  three rows, an arc from the first to the second and one on
                                                            from there to the third

An arc joins two neighbours in a relation; where several relations join the same two, the gravest verdict is drawn.
"""

from __future__ import annotations

from itertools import pairwise

from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.document import Plain

ROW, LEFT, MOST = 22, 176, 80  # height of a row, room for the arcs, figures that can still be looked at
_GRAVEST = ("inconsistent", "undecided", "consistent-rounding", "consistent")
_LABEL = 30  # characters


@record(frozen=True, slots=True)
class Arc:
    path: str
    verdict: str


@record(frozen=True, slots=True)
class Arcs:
    rows: tuple[tuple[str, str, int], ...]  # figure, its words, where its line stands
    arcs: tuple[Arc, ...]
    height: int


def arcs(entry: Plain) -> Arcs | None:
    """An article's dict → its arc diagram; None where no relation joins two figures, or more than can be looked at."""
    joined = {name for relation in entry["relations"] if len(relation["figures"]) > 1 for name in relation["figures"]}
    shown = [figure for figure in entry["figures"] if figure["id"] in joined]
    if not shown or len(shown) > MOST:
        return None
    row = {figure["id"]: number for number, figure in enumerate(shown)}
    drawn: dict[tuple[int, int], str] = {}
    for relation in entry["relations"]:
        for pair in pairwise(sorted({row[name] for name in relation["figures"] if name in row})):
            drawn[pair] = min(drawn.get(pair, _GRAVEST[-1]), relation["verdict"], key=_GRAVEST.index)
    lines = sorted(drawn.items(), key=lambda item: (-_GRAVEST.index(item[1]), item[0]))  # the gravest lie on top
    return Arcs(
        tuple((figure["id"], _label(figure["text"]), _middle(number)) for number, figure in enumerate(shown)),
        tuple(Arc(_path(*pair, len(shown)), verdict) for pair, verdict in lines),
        len(shown) * ROW,
    )


def _middle(number: int) -> int:
    return number * ROW + ROW // 2


def _path(first: int, last: int, rows: int) -> str:
    """Two rows → a curve to the left of the line, reaching out the farther they stand apart."""
    start, end = _middle(first), _middle(last)
    reach = 14 + (LEFT - 30) * (last - first) // max(rows - 1, 1)
    return f"M{LEFT} {start}C{LEFT - reach} {start} {LEFT - reach} {end} {LEFT} {end}"


def _label(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LABEL else flat[: _LABEL - 1].rstrip() + "…"
