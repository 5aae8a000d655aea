"""Lines of a telegram of earnings → its figures by label, stretch of months and column.

    ARDEN CORP 3RD QTR LOSS                  a stretch of 3 months
    Shr loss 30 cts vs profit 43 cts         share: 30, loss, now; 43, profit, a year ago
    Net loss 891,000 vs profit 1.2 mln       net: 891,000, loss, now; 1.2 million, profit, a year ago
    Nine mths                                a stretch of 9 months, of which the next lines tell
    Shr loss 90 cts vs profit 1.30 dlrs      …

A line that is not a label with a figure or two is passed over. A label that comes again begins another stretch.
"""

from __future__ import annotations

import re

from checker.pattern import regex
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.fact import Fact

    Span = tuple[int, int]

# How a line begins → what its figures are, and on which basis: what is set in relation must be of one basis.
LABELS = {
    "shr": ("share", ""),
    "shr basic": ("share", ""),
    "shr primary": ("share", ""),
    "shr diluted": ("share", "diluted"),
    "shr fully diluted": ("share", "diluted"),
    "primary shr": ("share", ""),
    "diluted shr": ("share", "diluted"),
    "oper shr": ("share", "oper"),
    "net": ("net", ""),
    "oper net": ("net", "oper"),
    "revs": ("sales", ""),
    "rev": ("sales", ""),
    "sales": ("sales", ""),
    "turnover": ("sales", ""),
    "avg shrs": ("number", ""),
    "avg shr": ("number", ""),
    "avg shares": ("number", ""),
    "avg shrs primary": ("number", ""),
    "avg shrs diluted": ("number", "diluted"),
    "shrs": ("number", ""),
    "assets": ("assets", ""),
    "total assets": ("assets", ""),
    "deposits": ("deposits", ""),
    "total deposits": ("deposits", ""),
    "loans": ("loans", ""),
    "total loans": ("loans", ""),
}
_SIGNS = ("loss", "profit")
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "three": 3, "six": 6, "nine": 9}
_QUARTER, _HALF, _YEAR = 3, 6, 12  # months
_NAMED = (
    r"(?P<name>(?P<quarter>1st|2nd|3rd|4th|first|second|third|fourth) (?:qtr|quarter)|(?P<half>(?:1st|first) half)"
    r"|(?P<count>\d\d?|three|six|nine) (?:mths|months)|(?P<year>year)|(?P<other>qtr|quarter))\b"
)
_LINE = regex(r"\S[^\n]*")
_STRETCH = regex(_NAMED, re.IGNORECASE)
_OPENING = regex(rf"{_NAMED}(?: (?:ended|ends|end|to|net)\b.*| [a-z]{{3,9}} \d\d?)?[.:]?", re.IGNORECASE)
_VERSUS = regex(r" vs\.? ")


@record(frozen=True, slots=True)
class Stretch:
    """How many months it is long, 0 if that is not known, which quarter of the year it is, and where this is said."""

    months: int = 0
    quarter: int = 0
    trailing: bool = False  # "12 mths" end with any quarter, "year" with the fourth
    span: Span = (0, 0)


@record(frozen=True, slots=True)
class Entry:
    """One figure of a telegram: its fact, and the word that makes it a loss or a profit, else what stands before it."""

    kind: str  # share, net, sales, number, assets, deposits, loans
    basis: str  # "", oper, diluted
    fact: Fact
    sign: int  # −1 a loss, +1 a profit
    said: bool  # by a word; what is not said is a profit
    word: Span
    stretch: int  # place among the stretches
    column: int  # 0 now, 1 a year ago


@record(frozen=True, slots=True)
class Telegram:
    headline: Span
    stretches: tuple[Stretch, ...]
    entries: tuple[Entry, ...]


def read(folded: str, facts: dict[int, Fact]) -> Telegram:
    """A text and its facts by where their figures begin → its stretches of time and the figures of each."""
    lines = [(match.start(), match.group().rstrip()) for match in _LINE.finditer(folded)]
    start, headline = lines[0]
    stretches = [_headed(headline, start)]
    entries: list[Entry] = []
    seen: set[tuple[str, str]] = set()
    for first, line in lines[1:]:
        if line[:4].lower() == "note":
            break
        if opening := _OPENING.fullmatch(line):
            stretches.append(_stretch(opening, first))
            seen.clear()
        row = _row(first, line, facts)
        if row and (row[0].kind, row[0].basis) in seen:
            stretches.append(Stretch())
            seen.clear()
        seen.update((entry.kind, entry.basis) for entry in row)
        entries += [_placed(entry, len(stretches) - 1) for entry in row]
    return Telegram((start, start + len(headline)), tuple(stretches), tuple(entries))


def _headed(headline: str, start: int) -> Stretch:
    named = list(_STRETCH.finditer(headline))
    return _stretch(named[0], start) if len(named) == 1 else Stretch()


def _stretch(match: re.Match[str], start: int) -> Stretch:
    """The name of a stretch of time in a line that starts somewhere → how long it is."""
    span = start + match.start("name"), start + match.end("name")
    count = match["count"]
    if count:
        months = int(count) if count.isdigit() else _NUMBERS[count.lower()]
        return Stretch(months, 0, months == _YEAR, span)
    named = match["quarter"] or ""
    quarter = int(named[0]) if named[:1].isdigit() else _NUMBERS.get(named.lower(), 0)
    months = _HALF if match["half"] else _YEAR if match["year"] else _QUARTER
    return Stretch(months, quarter, False, span)


def _placed(entry: Entry, stretch: int) -> Entry:
    return Entry(entry.kind, entry.basis, entry.fact, entry.sign, entry.said, entry.word, stretch, entry.column)


@record(frozen=True, slots=True)
class _Cell:
    """The only figure of a part of a line, what stands before it, and where "loss" or "profit" does, if either does."""

    label: str
    fact: Fact
    sign: Span | None


def _row(start: int, line: str, facts: dict[int, Fact]) -> list[Entry]:
    """A line and where it starts → the figures of now and of a year ago, if it is a label with these and no more."""
    versus = [match.span() for match in _VERSUS.finditer(line)]
    end, behind = versus[0] if versus else (len(line), len(line))
    now = _cell(line[:end], 0, start, facts)
    if now is None or now.label.lower() not in LABELS or len(versus) > 1:
        return []
    row = [_entry(now.label, now, (start, start + len(now.label)), 0)]
    ago = _cell(line, behind, start, facts)
    if ago is not None and not ago.label:
        row.append(_entry(now.label, ago, (start + end + 1, start + behind - 1), 1))
    return row


def _cell(line: str, first: int, start: int, facts: dict[int, Fact]) -> _Cell | None:
    """The rest of a line from a place on, and where the line starts → its cell, if it holds one figure."""
    own = [facts[k] for k in range(start + first, start + len(line)) if k in facts]
    if len(own) != 1 or own[0].figure is None:
        return None
    figure = own[0].figure
    before, behind = line[first : figure.start - start].rstrip(), line[figure.end - start :].rstrip(".")
    *label, last = ("", *before.split(" "))
    said = last.lower() in _SIGNS
    sign = (start + first + len(before) - len(last), start + first + len(before)) if said else None
    if behind[1:].lower() in _SIGNS and not said:
        sign = figure.end + 1, figure.end + len(behind)
    elif behind:
        return None
    return _Cell(" ".join(label if said else (*label, last)).strip(), own[0], sign)


def _entry(label: str, cell: _Cell, word: Span, column: int) -> Entry:
    kind, basis = LABELS[label.lower()]
    loss = cell.sign is not None and cell.sign[1] - cell.sign[0] == len("loss")
    return Entry(kind, basis, cell.fact, -1 if loss else 1, cell.sign is not None, cell.sign or word, -1, column)
