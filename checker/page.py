"""A report and its plain dict → what the HTML page shows: the article in marked pieces, cards, tables.

Figures may stand inside one another or overlap, but links may not. So the text is cut at every edge of a block or a
figure, and each piece belongs to the shortest figure that covers it.
"""

from __future__ import annotations

from itertools import pairwise

from checker.document import exact
from checker.excerpt import visible
from checker.finding import LEVELS
from checker.numeral import grouped
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from checker.article import Article
    from checker.document import Plain
    from checker.figure import Figure
    from checker.finding import Report


@record(frozen=True, slots=True)
class Piece:
    """A stretch of text that nothing begins or ends in; `figure` is the one it belongs to, `anchors` those it opens."""

    start: int
    text: str
    figure: str | None
    anchors: tuple[str, ...]


def view(report: Report, entry: Plain, roles: dict[str, dict[str, str]]) -> Plain:
    """A report, its dict and finding id → figure id → role → the page's section for it."""
    findings = sorted(entry["findings"], key=lambda finding: LEVELS.index(finding["level"]))
    cards = [card | {"number": n, "roles": roles[card["id"]]} for n, card in enumerate(findings, 1)]
    return entry | {
        "path": visible(entry["path"]),
        "findings": cards,
        "figures": {figure.id: _figure(figure, fields, cards) for figure, fields in _both(report, entry)},
        "blocks": _blocks(report.article, report.figures),
    }


def pieces(text: str, figures: Iterable[Figure], edges: Iterable[int] = ()) -> list[Piece]:
    """A text, its figures and further places to cut at → its pieces, in order, which together are the text."""
    waiting = sorted(figures, key=lambda figure: figure.start)[::-1]
    cuts = sorted({0, len(text), *edges}.union(*((figure.start, figure.end) for figure in waiting)))
    open_: list[Figure] = []
    found = []
    for start, end in pairwise(cuts):
        opened = []
        while waiting and waiting[-1].start == start:
            opened.append(waiting.pop())
        open_ = [figure for figure in open_ if figure.end > start] + opened
        owner = min(open_, key=lambda figure: figure.end - figure.start, default=None)
        found.append(Piece(start, text[start:end], owner.id if owner else None, tuple(figure.id for figure in opened)))
    return found


def _blocks(article: Article, figures: Iterable[Figure]) -> list[tuple[str, list[Piece]]]:
    """An article → (kind, pieces) of its blocks and, as kind "", of whatever stands between them."""
    ends = sorted((block.start, block.end, block.kind) for block in article.blocks)
    cuts = [at for start, end, _ in ends for at in (start, end)]
    found: list[tuple[str, list[Piece]]] = [("", [])]
    number = 0
    for piece in pieces(article.text, figures, cuts):
        while number < len(ends) and ends[number][1] <= piece.start:
            number += 1
            found.append(("", []))
        if number < len(ends) and ends[number][0] == piece.start:
            found.append((ends[number][2], []))
        found[-1][1].append(piece)
    return [(kind, inside) for kind, inside in found if inside]


def _both(report: Report, entry: Plain) -> Iterable[tuple[Figure, Plain]]:
    return zip(report.figures, entry["figures"], strict=True)


def _figure(figure: Figure, fields: Plain, cards: list[Plain]) -> Plain:
    mine = [card for card in cards if figure.id in card["figures"]]
    return fields | {
        "cards": [card["number"] for card in mine],
        "level": mine[0]["level"] if mine else None,
        "low": _readable(figure.loose.low, figure),
        "high": _readable(figure.loose.high, figure),
    }


def _readable(value: Fraction | None, figure: Figure) -> str | None:
    """An end of a figure's range → the number in the unit that the article prints it in."""
    text = exact(value if value is None else value / figure.scale)
    if text is None or "/" in text:
        return text
    whole, point, rest = text.removeprefix("-").partition(".")
    return f"{'-' if text.startswith('-') else ''}{grouped(whole, ',')}{point}{rest}"
