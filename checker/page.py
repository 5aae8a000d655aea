"""A report and its plain dict → what its section of the HTML page shows: marked pieces of text, cards, drawings.

Figures may stand inside one another or overlap, but links may not. So the text is cut at every edge of a block or a
figure, and each piece belongs to the shortest figure that covers it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from checker.arcs import arcs
from checker.assumption import assumptions
from checker.document import exact
from checker.excerpt import visible
from checker.finding import LEVELS
from checker.gauge import gauge, read, together
from checker.numeral import grouped
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from checker.article import Article
    from checker.document import Plain
    from checker.fact import Fact
    from checker.figure import Figure
    from checker.finding import Report
    from checker.gauge import Gauge
    from checker.interval import Interval
    from checker.relation import Relation

    Roles = Mapping[str, dict[str, str]]
    Docs = Mapping[str, Mapping[str, str]]

HOLDING = ("consistent", "consistent-rounding")


@record(frozen=True, slots=True)
class Piece:
    """A stretch of text that nothing begins or ends in; `figure` is the one it belongs to, `anchors` those it opens."""

    start: int
    text: str
    figure: str | None
    anchors: tuple[str, ...]


def view(report: Report, entry: Plain, roles: Roles, docs: Docs) -> Plain:
    """A report, its dict, finding id → figure id → role, rule id → its manual → the page's section for it."""
    ordered = sorted(entry["findings"], key=lambda finding: LEVELS.index(finding["level"]))
    facts = {fact.id: fact for fact in report.facts}
    rules = _by_rule(report)
    cards = [
        _card(card, n, facts)
        | {
            "roles": roles[card["id"]],
            "docs": docs.get(card["rule"], {}),
            "assumptions": assumptions(card["figures"], roles[card["id"]], facts, rules.get(card["rule"], ())),
        }
        for n, card in enumerate(ordered, 1)
    ]
    aside = {name for finding in entry["suppressed"] for name in finding["figures"]}
    keys = {_key(card): card for card in cards}
    return entry | {
        "path": visible(entry["path"]),
        "name": visible(re.split(r"[/\\]", entry["path"])[-1]),
        "findings": [card | {"remarks": _remarks(entry, keys, _key(card))} for card in cards],
        "remarks": _remarks(entry, keys, None),
        "figures": _figures(report, entry, cards, aside),
        "blocks": _blocks(report.article, report.figures),
        "arcs": arcs(entry),
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


def _by_rule(report: Report) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = {}
    for checked in report.checked:
        found.setdefault(checked.relation.rule, []).append(checked.relation)
    return found


def _card(finding: Plain, number: int, facts: Mapping[str, Fact]) -> Plain:
    """A finding's fields → the same with its number, the name of its place on the page, and drawings."""
    return finding | {
        "number": number,
        "anchor": re.sub(r"[^A-Za-z0-9]+", "-", f"{finding['rule']}-{finding['id']}").strip("-"),
        "suspects": [one | {"gauge": _suspected(one, facts.get(one["figure"]))} for one in finding["suspects"]],
    }


def _suspected(suspect: Plain, fact: Fact | None) -> Gauge | None:
    """A suspect's fields and its fact → what is printed beside what would be right."""
    if fact is None or fact.figure is None:
        return None
    allowed = read(suspect["low"], suspect["high"], fact.figure.scale)
    return None if allowed is None else gauge(fact.figure.loose, allowed)


def _key(finding: Plain) -> str:
    """A finding → its name in a file of decisions."""
    return f"{finding['rule']}:{finding['id']}"


def _remarks(entry: Plain, keys: Mapping[str, Plain], key: str | None) -> list[Plain]:
    """The remarks about one finding of the report, or with None those about none of them."""
    return [one for one in entry["remarks"] if (one["finding"] == key if key else one["finding"] not in keys)]


def _figures(report: Report, entry: Plain, cards: list[Plain], aside: set[str]) -> dict[str, Plain]:
    allowed = _allowed(report)
    mine: dict[str, list[Plain]] = {}
    for card in cards:
        for name in card["figures"]:
            mine.setdefault(name, []).append(card)
    shown = {}
    for figure, fields in zip(report.figures, entry["figures"], strict=True):
        found, room = mine.get(figure.id, []), allowed.get(figure.id)
        shown[figure.id] = fields | {
            "cards": [card["number"] for card in found],
            "anchor": found[0]["anchor"] if found else None,
            "mark": found[0]["level"] if found else "aside" if figure.id in aside else fields["state"],
            "low": _readable(figure.loose.low, figure),
            "high": _readable(figure.loose.high, figure),
            "room": None if room is None else _ends(room, figure),
            "gauge": None if room is None else gauge(figure.loose, room),
        }
    return shown


def _allowed(report: Report) -> dict[str, Interval]:
    """A report → figure id → what the other figures allow it in the relations that hold, signed as it is printed."""
    from checker.suspect import sign_of

    facts = {fact.id: fact for fact in report.facts if fact.figure is not None}
    ranges: dict[str, list[Interval]] = {}
    for checked in report.checked:
        roles = dict(checked.relation.roles) if checked.verdict in HOLDING else {}
        for role, implied in checked.implied:
            names = roles.get(role, ())
            sign = sign_of(facts[names[0]]) if len(names) == 1 and names[0] in facts else None
            if sign is not None:
                ranges.setdefault(names[0], []).append(implied if sign > 0 else -implied)
    found = {name: together(one) for name, one in ranges.items()}
    return {name: one for name, one in found.items() if one is not None}


def _ends(room: Interval, figure: Figure) -> Plain:
    """A range → its ends in the figure's own unit, as the template's words for ranges want them."""
    low, high = _readable(room.low, figure), _readable(room.high, figure)
    return {"low": low, "high": high, "low_open": room.low_open, "high_open": room.high_open}


_FURTHER = 2  # digits shown behind the last printed one; the report's JSON has them all


def _readable(value: Fraction | None, figure: Figure) -> str | None:
    """An end of a range → the number in the unit that the article prints the figure in."""
    if value is None:
        return None
    value /= figure.scale
    near = round(value, len(figure.digits.partition(".")[2]) + _FURTHER)
    whole, point, rest = (exact(abs(near)) or "").partition(".")
    return f"{'≈ ' if near != value else ''}{'−' if near < 0 else ''}{grouped(whole, ',')}{point}{rest}"
