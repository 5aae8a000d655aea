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

ROW, MOST = 22, 80  # height of a row, figures that can still be looked at
_NEAR, _STEP, _FAR = 22, 9, 190  # how far an arc's handles reach: for neighbours, for each row between, at most
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
    left: int  # how far out they go; the figures stand there
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
    left = max(map(_reach, drawn)) * 3 // 4 + 8  # a curve goes three quarters of the way to its handles
    return Arcs(
        tuple((figure["id"], _label(figure["text"]), _middle(number)) for number, figure in enumerate(shown)),
        tuple(Arc(_path(pair, left), verdict) for pair, verdict in lines),
        left,
        len(shown) * ROW,
    )


def _middle(number: int) -> int:
    return number * ROW + ROW // 2


def _reach(pair: tuple[int, int]) -> int:
    return min(_NEAR + _STEP * (pair[1] - pair[0] - 1), _FAR)


def _path(pair: tuple[int, int], left: int) -> str:
    """Two rows → a curve to the left of the line, reaching out the farther they stand apart."""
    (start, end), out = map(_middle, pair), left - _reach(pair)
    return f"M{left} {start}C{out} {start} {out} {end} {left} {end}"


def _label(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LABEL else flat[: _LABEL - 1].rstrip() + "…"
