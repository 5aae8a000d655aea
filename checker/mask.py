"""Article → the article without its numbers: what a blind witness may read.

    "Sales rose 5 percent to $2.1 billion"  →  "Sales rose ⟦n1⟧ percent to $⟦n2⟧"

What is masked goes by the shape of the text alone (digits, words of number, scale words), never by a value and never by
what the extractor made of it. So a slip in a digit, a number word or a scale word leaves the masked text as it was, and
with it every id. Words of direction, units and hedges stay: they are what the witness is asked about.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.article import fold
from checker.numeral import CARDINALS, ORDINALS
from checker.record import record

OPEN, CLOSE = "⟦", "⟧"  # of a token; those of the article itself become plain brackets


@record(frozen=True, slots=True)
class Token:
    """A number that was masked: where it stands in the article, and its token in the masked text."""

    id: str  # "n1", in order of the text
    start: int
    end: int
    masked_start: int
    masked_end: int


@record(frozen=True, slots=True)
class Masked:
    text: str
    tokens: tuple[Token, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the masked text → where it stands in the article; a token that is cut counts whole."""
        return self._back(start, last=False), self._back(end, last=True)

    def _back(self, at: int, *, last: bool) -> int:
        k = bisect_right([token.masked_start for token in self.tokens], at) - 1
        if k < 0:
            return at
        token = self.tokens[k]
        if at >= token.masked_end:
            return token.end + at - token.masked_end
        return token.end if last and at > token.masked_start else token.start

    def inside(self, start: int, end: int) -> tuple[str, ...]:
        """A stretch of the masked text → the ids of the tokens in it."""
        return tuple(token.id for token in self.tokens if start < token.masked_end and token.masked_start < end)


_WORDS = ["zero", *CARDINALS, *"thirty forty fifty sixty seventy eighty ninety".split()]
_ORDINALS = [
    *ORDINALS[1:],
    *"thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth millionth".split(),
]


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_WORD = rf"\b{_any(_WORDS)}\b"
_SCALE = r"(?:(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)s?|mln|mlns|bln|blns|trln|tln)\b"
_TIED = r"(?:bn|tn|mn|m|b|k)\b"  # behind digits only
_SCALED = rf"(?:[\s-]?{_SCALE}|\s?(?:bn|tn|mn)\b|{_TIED})"
_DIGITS = r"\d+(?:[-\s]\d+/\d+|(?:[.,:/]\d+)+)?[½¼¾⅓⅔⅛⅜⅝⅞]?|\.\d+|[½¼¾⅓⅔⅛⅜⅝⅞]"
_PART = r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
_SPELLED = rf"{_WORD}(?:(?:[\s-]|(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+)(?:{_WORD}|{_SCALE}))*"
# The half and the quarters of a year are periods, and so are their ordinals: "second quarter", "first-half".
_OF_YEAR = r"(?![\s-]*(?:fiscal[\s-]+)?(?:quarters?|half|halves|qtrs?)\b)"
_NUMBER = re.compile(
    rf"(?P<odds>{_WORD}\s+(?:in|out\s+of)\s+(?:every\s+)?{_WORD}(?!\s+(?:quarters?|years?|months?|weeks?|days?)))"
    rf"|(?P<part>{_WORD}-{_PART}|{_WORD}\s{_PART}(?=\s+of\b))"
    rf"|(?P<digits>(?:{_DIGITS})(?:(?P<th>st|nd|rd|th)\b|{_SCALED}{{0,3}}))"
    rf"|(?P<spelled>{_SPELLED})"
    rf"|\b(?P<scale>{_SCALE}(?:[\s-]{_SCALE})*)"
    rf"|\b(?P<ordinal>(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|{_any(_ORDINALS)})"
    rf"|{_any(_ORDINALS)})s?)\b{_OF_YEAR}"
    r"|(?<!first[ -])(?<!second[ -])\b(?P<half>half)\b(?![\s-]*(?:year|time|back)|\s+of\s+the\s+year)"
    r"|(?<=\ba )(?P<quarter>quarter)\b(?=\s+of\b)",
    re.IGNORECASE,
)


# A printed sign belongs to its number.
_SIGN = re.compile(r"(?:(?<![\w-])(?:minus|negative)\s+|(?<=[\s(])-)$", re.IGNORECASE)
_LONGEST_SIGN = 10


def mask(text: str) -> Masked:
    """The text of an article → the same with a token in place of each number."""
    folded = fold(text)
    pieces: list[str] = []
    tokens: list[Token] = []
    at = length = 0
    for start, end, tail in _numbers(folded):
        before, name = _plain(text[at:start]), f"n{len(tokens) + 1}"
        shown = f"{OPEN}{name}{CLOSE}"
        length += len(before)
        tokens.append(Token(name, start, end, length, length + len(shown) + len(tail)))
        pieces += [before, shown, tail]
        length += len(shown) + len(tail)
        at = end
    return Masked("".join([*pieces, _plain(text[at:])]), tuple(tokens))


def _plain(text: str) -> str:
    """Text of the article → the same, nothing in it that could pass for a token."""
    return text.replace(OPEN, "[").replace(CLOSE, "]")


def _numbers(folded: str) -> list[tuple[int, int, str]]:
    """Folded text → where its numbers stand, and what is shown behind the token: "th" for an ordinal."""
    found = []
    for match in _NUMBER.finditer(folded):
        tail = "th" if match["th"] or match["ordinal"] else ""
        start, end = match.span()
        sign = _SIGN.search(folded, max(0, start - _LONGEST_SIGN), start)
        found.append((sign.start() if sign else start, end, tail))
    if folded.isascii():
        return found
    covered = {k for start, end, _ in found for k in range(start, end)}
    found += [(k, k + 1, "") for k, sign in enumerate(folded) if sign.isnumeric() and k not in covered]
    return sorted(found)
