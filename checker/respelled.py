"""A figure in words, or a name of the calendar → the same with another number, written in the same way.

    respelled("nine-month", 9, 5) → "five-month"      respelled("all three", 3, 2) → "both"
    renamed("Q3", "quarter", 3, 4) → "Q4"
    renamed("the first quarter", "quarter", 1, 2) → "the second quarter"

Called only when there is a finding.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.calendarword import name_of
from checker.numeral import CARDINALS, ORDINALS

_ROWS = (CARDINALS, ORDINALS, [str(n) for n in range(1, 21)])
_GROUPS = (("both", "all three", 2), ("all three", "both", 3))
_QUARTER = re.compile(r"(?i)Q[1-4]")


def respelled(text: str, value: Fraction, wanted: Fraction) -> str | None:
    """Words of a figure, its value and another → the words with the other; None when they spell no small number."""
    for said, turned, number in _GROUPS:
        if text.lower() == said:
            return turned if value == number and wanted == 5 - number else None
    for match in re.finditer(r"[A-Za-z]+|^\d+$", text):
        for row in _ROWS:
            if match[0].lower() in row:
                count = wanted * (row.index(match[0].lower()) + 1) / value if value else Fraction(0)
                if count.denominator != 1 or not 1 <= count <= len(row):
                    return None
                return text[: match.start()] + in_case(match[0], row[int(count) - 1]) + text[match.end() :]
    return None


def step_of(text: str, value: Fraction) -> Fraction | None:
    """Words of a figure and its value → what one is worth in them: a thousand million for "two billion"."""
    for word in re.findall(r"[a-z]+|^\d+$", text.lower()):
        for row in _ROWS:
            if word in row:
                return value / (row.index(word) + 1)
    return None


def renamed(text: str, unit: str, value: Fraction, wanted: Fraction) -> str:
    """Words that name a day, month, quarter or year, what they name, its number and another → the other's name."""
    name = name_of(unit, wanted)
    if _QUARTER.fullmatch(text):
        return f"{text[0]}{int(wanted)}"
    if "-" in text:
        name = name.replace(" ", "-")
    old = re.compile(re.escape(name_of(unit, value)).replace(r"\ ", "[ -]"), re.IGNORECASE)
    match = old.search(text)
    if match is None:
        return in_case(text, name) if text.isupper() else name
    return text[: match.start()] + in_case(match[0], name) + text[match.end() :]


def in_case(printed: str, word: str) -> str:
    """A word in the case of the one that it stands for."""
    if printed.isupper() and len(printed) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if printed[:1].isupper() else word
