"""A token of a masked article → the fact of the figure that stands there, as a witness's claims speak of it.

    n7 in "in ⟦n7⟧"  →  the year, as twelve months of the calendar;  n3 in "fell ⟦n3⟧ percent"  →  the rules' own fact

What the rules made no fact of (a year, a number word that counts nothing) gets one here; what was not read as a
quantity has none, and a claim about it is dropped.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.equated import cut_short
from checker.fact import Fact
from checker.interval import Interval, point
from checker.lexicon import load
from checker.name import SCORE
from checker.quantity import ORDINAL
from checker.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.figure import Figure
    from checker.finding import Report
    from checker.mask import Masked, Token

YEAR = 12  # months: durations are measured in them
_CENTURIES = (2000, 1900)  # of a year of two digits: "FY08", "'97"
_OLD = 50
_YEARS = re.compile(r"(?:19|20)[0-9]{2}")  # "the 2005 target"
_DECADE = {"early": (0, 4), "mid": (3, 7), "late": (5, 9), "": (0, 9)}  # years of "the late 1990s"
_DAY = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")  # what names a month beside a day


class UnsoundError(Exception):
    """Why a claim is not accepted."""


class TokenFacts:
    """A masked article and its report → the fact of each token that a claim speaks of, found once."""

    def __init__(self, masked: Masked, report: Report) -> None:
        self.tokens = {token.id: token for token in masked.tokens}
        self.figures = report.figures
        self.known = {fact.id: fact for fact in report.facts}
        self.headlines = [(b.start, b.end) for b in report.article.blocks if b.kind == "headline"]
        self.read: dict[str, Fact] = {}  # by token

    def of(self, name: str) -> Fact:
        """A token's id → its fact; UnsoundError says why there is none."""
        if name not in self.read:
            if name not in self.tokens:
                raise UnsoundError(f"there is no {name} in the text")
            self.read[name] = self._fact(self.tokens[name])
        return self.read[name]

    def _fact(self, token: Token) -> Fact:
        read = (f for f in self.figures if _holds(f, token))
        figure = min(read, key=lambda f: f.end - f.start, default=None) or self._rank(token)
        coded = figure is not None and re.match(r"0\d", figure.digits)  # "in 07", "007": what it says is not seven
        if figure is not None and figure.ignored == ORDINAL:
            return _made(_ordinal(figure))
        if figure is None or coded or (figure.value is None and figure.kind != "date"):
            raise UnsoundError(f"{token.id} was not read as a quantity")
        if figure.kind in ("date", "time") or (figure.unit == "" and _YEARS.fullmatch(figure.text)):
            return _made(_day(figure, token) or _year(figure, token))
        first = min(one.start for one in self.tokens.values() if _touches(figure, one))
        if figure.ignored == SCORE or token.start != first:
            raise UnsoundError(f"{token.id} stands inside a figure that was read as one, {figure.text}")
        fact = self.known.get(figure.id) or _made(figure)
        whole = fact.interval in (figure.loose, -figure.loose)  # not cut short by the rules already
        return cut_short(fact) if whole and self._in_headline(figure) else fact

    def _rank(self, token: Token) -> Figure | None:
        """ "No. 3": a number that the rules read as a word, since it is a place and no amount."""
        words = (f for f in self.figures if f.kind == "word" and (f.start, f.end) == (token.start, token.end))
        figure = next(words, None)
        return figure and replace(figure, kind="rank")

    def _in_headline(self, figure: Figure) -> bool:
        return any(start <= figure.start < end for start, end in self.headlines)


def _touches(figure: Figure, token: Token) -> bool:
    return figure.start < token.end and token.start < figure.end


def _holds(figure: Figure, token: Token) -> bool:
    """Does a figure hold a token's number: its digits, or its words?"""
    if figure.kind == "word" or not _touches(figure, token):
        return False
    return not figure.digits or figure.kind == "date" or token.start <= figure.digits_start < token.end


def _ordinal(figure: Figure) -> Figure:
    """ "fifth" → five, as a rank."""
    only = point(load().ordinals[figure.text.lower()])
    return replace(figure, kind="rank", value=only.low, tight=only, loose=only, ignored="")


def _day(figure: Figure, token: Token) -> Figure | None:
    """A date and the token of its day ("2 August", "August 2nd") → the day as a number; None where it is none."""
    digits = _digits(figure, token)
    beside = figure.text.replace(digits, "", 1) if re.fullmatch(r"[0-9]{1,2}", digits) else ""
    day = figure.kind == "time" and digits == figure.text == str(figure.value)  # "May 1-10"
    if not day and (figure.kind not in ("date", "time") or not _DAY.search(beside)):
        return None
    only = point(Fraction(int(digits)))
    at = token.start
    return replace(figure, kind="rank", digits=digits, digits_start=at, value=only.low, tight=only, loose=only)


def _digits(figure: Figure, token: Token) -> str:
    """A figure and a token in it → what the token hides."""
    at = token.start - figure.start
    return figure.text[at : at + token.end - token.start] if at >= 0 else ""


def _year(figure: Figure, token: Token) -> Figure:
    """A date and the token of its year → the year in months, half of them before its number and half behind."""
    digits = _digits(figure, token)
    short = re.fullmatch(r"(?:FY ?|')([0-9]{2})", figure.text)
    known = figure.value if figure.kind == "time" and figure.text == digits else None  # "1987-88"
    if not re.fullmatch(r"[0-9]{4}", digits) and not short and known is None:
        raise UnsoundError(f"{token.id} is a part of a date that is no year")
    year = int(known or digits) + (_CENTURIES[int(digits) >= _OLD] if short else 0)
    decade = figure.text.endswith("s")
    first, last = next((part for word, part in _DECADE.items() if decade and word in figure.text), (0, 0))
    middle, half = Fraction(year * YEAR), Fraction(YEAR, 2)
    span = Interval(middle + first * YEAR - half, middle + last * YEAR + half, False, True)
    read = replace(figure, kind="date", digits=digits, digits_start=token.start, scale=Fraction(YEAR))
    return replace(read, value=middle, tight=span, loose=span)


def _made(figure: Figure) -> Fact:
    """A figure that the rules made no fact of → the fact of its printed value."""
    return Fact(figure.id, figure, figure.loose, figure.tight, "", "", "", "level", "", "reported")
