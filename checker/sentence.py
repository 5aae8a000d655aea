"""A stretch of text → its sentences, as spans.

    "Acme Inc. sold 3.5 million tons in 2024. Costs fell." → two spans, parted after "2024."

A stop ends a sentence before white space and a capital, digit or mark, unless an abbreviation stands before it; where
a space was lost ("2024.By") it does as well. The pattern gives nothing back once matched, so time is linear.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.pattern import regex

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

# No set holds both a curly quote and other signs: such a set takes as long to compile as all the rest.
_STOP = regex(
    r"[.!?](?<![.!?].)[.!?]*+(?:[\"')\]»]|(?=[’”]).|\[\d{1,3}\])*+"
    r"(?:(\s++)(?=[^\w\s]*+(?:\s[^\w\s]*+)?+(?:[^\W_a-z]|[a-z]{1,2}[A-Z]))"
    r"|(?<=[a-z\d%.!?][.!?]|[a-z\d%.!?]”|”[.!?]|””)(?=[A-Z][a-z]+(?![\w.])|A\s))"
)
_ACRONYM = regex(r"(?:[A-Za-z]\.)+[A-Za-z]$|[A-Z]$|Ph\.D$")
_OPENERS = "\"'“‘«([<"
_CLOSERS = "\"'”’»)]"

_NEVER_LAST = frozenset(
    "Mr Mrs Ms Dr Prof Messrs Gov Sen Sens Rep Reps Gen Lt Col Capt Cmdr Maj Sgt Rev Hon Pres Supt Adm Mt Ft "
    "vs v cf approx ca e.g i.e".split()
)
_BEFORE_DIGITS = frozenset("No Nos p pp Fig Figs Sec Art Vol Ch est c".split())
_SELDOM_LAST = frozenset(
    "Inc Corp Co Cos Ltd Plc Bros Jr Sr Dept Univ Assn St Ave Blvd Rd "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat".split()
)
_STARTERS = frozenset(
    "The This That These Those A An In On At As By For From With Without It Its He She They We You His Her Their Our "
    "But And Or So If When While Although Though However Meanwhile Still Yet After Before Since During Under Last Next "
    "Earlier Also There Then Both Some Many Most Such Total Overall Among Despite According Shares Analysts Officials "
    "Economists What How To Not No Now One Two Three".split()
)
_SHOUTED = frozenset(("Yahoo", "Jeopardy", "E"))  # names that end in an exclamation mark
_SITES = frozenset(("Com", "Net", "Org", "Gov", "Edu", "Co"))
_BULLETS = frozenset(("-", "–", "--", "•", "*", "·", "▪", "●", "◦", "‣"))


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of text → the spans of its sentences, white space between them left out."""
    starred = text.find(" * ", start, end) >= 0 or text.find(" :: ", start, end) >= 0
    pattern = _starred() if starred else _STOP
    for match in pattern.finditer(text, start + marker(text, start, end), end):
        if starred and match[2]:
            yield start, match.start()
            start = match.end()
        elif _ends(text, start, match):
            yield start, match.start(1) if match[1] else match.end()
            start = match.end()
    yield start, end


def marker(text: str, start: int, end: int) -> int:
    """A line's span → the length of the bullet or number that it begins with as a point of a list; 0 for none."""
    first = text[start : min(end, start + 6)].split(None, 1)
    if len(first) < 2:
        return 0
    word = first[0]
    if word in _BULLETS:
        return len(word)
    inner = word[:-1].lstrip("(")
    numbered = word[-1] in ".)" and len(inner) <= 2 and inner.isdigit()
    return len(word) if numbered or (word[-1] == ")" and len(inner) == 1 and inner.islower()) else 0


def is_ended(text: str, start: int, end: int) -> bool:
    """A line's span → whether its last character, quotes and brackets aside, is a stop."""
    return text[max(start, end - 8) : end].rstrip(_CLOSERS).endswith((".", "!", "?", "…"))


def is_abbreviated(words: str) -> bool:
    """Words that end in a full stop → whether the stop belongs to an abbreviation."""
    word = words.rsplit(None, 1)[-1][:-1].lstrip(_OPENERS)
    return word.capitalize() in _SELDOM_LAST or bool(_ACRONYM.match(word))


def is_opening(text: str, at: int) -> bool:
    """A place in the text → whether a word stands there that begins sentences, and seldom names."""
    found = text[at : at + 18].split(None, 1)
    word = found[0].lstrip(_OPENERS).replace("’", "'").partition("'")[0] if found else ""
    return word.rstrip(",;:") in _STARTERS or (word.endswith("ly,") and word[0].isupper())


@lru_cache(maxsize=1)
def _starred() -> re.Pattern[str]:
    # Points run together in one paragraph: "Key points: * Net up * Sales flat".
    return re.compile(_STOP.pattern + r"|(?<=\S)(\s++)(?=(?:\*|::)\s+[^\W_a-z])")


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    at = match.start()
    window = text[max(start, at - 16) : at]
    if not window or window[-1].isspace() or (at - start <= 2 and window.isdigit()):  # "2. We met": a point's number
        return False
    word = window.split()[-1].lstrip(_OPENERS)
    if match[1] is None:
        return _ends_unspaced(text, word, match)
    if text[at] != ".":
        return word not in _SHOUTED or is_opening(text, match.end())
    name = word if word.islower() else word.capitalize()
    if word in _NEVER_LAST or name in _NEVER_LAST:
        return False
    if name in _BEFORE_DIGITS and word != "no":
        return not text[match.end()].isdigit()
    if name in _SELDOM_LAST or _ACRONYM.match(word):
        return is_opening(text, match.end())
    return True


def _ends_unspaced(text: str, word: str, match: re.Match[str]) -> bool:
    """A stop that touches a capitalised word → whether a space was lost ("2024.By") or it is a name ("Web.Com")."""
    after = text[match.end() : match.end() + 12].split(None, 1)[0].rstrip(",;:'\"’”")
    if word in _NEVER_LAST or word in _BEFORE_DIGITS or word in _SELDOM_LAST or after in _SITES or "@" in word:
        return False
    return len(word) >= 3 and not (word[-1].isdigit() and not word[-4:].isdigit())
