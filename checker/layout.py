"""Text → blocks: which lines belong together, and what they are.

    "Trade grew\\n\\nSales rose 3 percent,\\nas costs fell." → a headline of one line, a paragraph of two

A line is a paragraph unless the text was wrapped by hand, which shows in lines that break off in mid-sentence and go on
in small letters. Words are looked up, not matched: compiling patterns for them would cost a tenth of the start-up.
"""

from __future__ import annotations

from itertools import pairwise

from checker.pattern import regex
from checker.record import record
from checker.sentence import is_abbreviated, is_ended, is_opening, marker, sentences

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator


@record(frozen=True, slots=True)
class Line:
    start: int
    end: int
    indent: int
    gap: bool  # a blank line stands before it
    kind: str  # as it looks alone


_LONGEST_WRAPPED = 160  # longer lines were never wrapped by hand or by a mail program
_LONGEST_JUDGED = 300  # nor are they table rows, datelines or prompts


def blocks(text: str) -> Iterator[tuple[str, list[Line]]]:
    """Text → (kind, lines) of each block in order; together they hold everything printed."""
    lines = tabled(text, _headed(text, lines_of(text)))
    return grouped(text, lines)


def marked(text: str, kinds: dict[int, str]) -> Iterator[tuple[str, list[Line]]]:
    """Text out of markup → the same: blocks begin where `kinds` says, each of the kind given or, if "", as it looks."""
    lines: list[Line] = []
    begins: list[bool] = []
    waiting = sorted(kinds, reverse=True)
    for line in lines_of(text):
        start = -1
        while waiting and waiting[-1] < line.end:
            start = waiting.pop()
        begins.append(start >= 0)
        kind = kinds.get(start) or line.kind
        lines.append(Line(line.start, line.end, line.indent, line.gap, kind))
    if "headline" not in kinds.values():
        _headed(text, lines)
    first = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or (begins[i] and not (lines[i - 1].kind == lines[i].kind == "table" and not lines[i].gap)):
            yield from grouped(text, lines[first:i])
            first = i


def grouped(text: str, lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    if not lines:
        return
    widths, spaced = _widths(text, lines), _is_spaced(text, lines)
    first = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and _continues(text, lines[i - 1], lines[i], min(widths[i - 1], widths[i]), spaced):
            continue
        yield lines[first].kind, lines[first:i]
        first = i


def lines_of(text: str) -> list[Line]:
    """Text → its lines that hold something; a credit at the end of a line is a line of its own."""
    lines: list[Line] = []
    at, empty = 0, -1  # an empty line before the first is no gap
    for printed in text.splitlines(keepends=True):
        line, indent = printed.strip(), len(printed) - len(printed.lstrip())
        start, at = at + indent, at + len(printed)
        if not line:
            empty += 1
            continue
        gap, empty = empty > 0, 0
        bracket = line.rfind(" (")
        if bracket > 0 and _is_credit(line[bracket + 1 :]):
            body = line[:bracket].rstrip()
            lines.append(Line(start, start + len(body), indent, gap, kind_of(body)))
            lines.append(Line(start + bracket + 1, start + len(line), 0, False, "boilerplate"))
        else:
            lines.append(Line(start, start + len(line), indent, gap, kind_of(line)))
    return lines


def kind_of(line: str) -> str:
    if _is_credit(line):
        return "boilerplate"
    if len(line) <= _LONGEST_JUDGED:
        if _is_prompt(line):
            return "boilerplate"
        if _is_row(line):
            return "table"
        if _is_dateline(line):
            return "dateline"
    return "list" if marker(line, 0, len(line)) else "paragraph"


# ── boilerplate and datelines ─────────────────────────────────────────────────────────────────────────────────────────

_CREDITS = frozenset("additional extra further reporting writing editing compiled edited written reported".split())
# A prompt begins so …
_PROMPTS = tuple(
    phrase.strip() + " "
    for phrase in """
    please enter your; enter your; leave a comment; leave a reply; your email address will; save my name; notify me of
    required fields are; share this; share on; share via; follow us; like us on; subscribe; sign up; get the latest
    we use cookies; this site uses cookies; this website uses cookies; accept all cookies; privacy policy; terms of use
    terms of service; terms and conditions; ©; copyright ©; copyright (c); all rights reserved; our standards:
    photo:; image credit:; photo credit:; file photo; read more; read next; read also; see also:; you may also like
    you might also like; recommended for you; skip to; back to top; click here; continue reading; keep reading
    next article; previous article; related:; contact us; tel:; phone:; fax:; telephone:; email:; e-mail:; tags:
    media contact:; newsroom:; for more information visit; for more information, visit; for more information contact
    for more information, contact; for more information please; for more information, please; for more information go to
    """.replace("\n", ";").split(";")
    if phrase.strip()
)
# … or is this and no more.
_LABELS = frozenset(
    label.strip()
    for label in """
    share, tweet, print, email, e-mail, whatsapp, facebook, twitter, subscribe, sign in, log in, login, register,
    register now, register free, newsletter, newsletters, our newsletter, advertisement, sponsored, accept cookies,
    cookie policy, cookie settings, related articles, related stories, related topics, related news, related links,
    related content, more stories, more news, top stories, top news, latest news, latest stories, most read,
    most popular, most viewed, recommended stories, next page, previous page, home, menu, search, comments,
    post comment, post a comment, add a comment, view comments, view all comments, show comments, read full story
    """.split(",")
)
_RULES = "-=_*~#"

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_DATE_WORDS = _MONTHS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "published updated posted last first on at gmt utc est edt bst cet am pm".split()
)
_JOINING = frozenset(("and", "of", "in", "the", "for", "at", "de", "la", "van", "von", "al", "bin", "", "with"))
_AGENCIES = ("(Reuters)", "(AP)", "(AFP)", "(UPI)", "(PTI)", "(Xinhua)", "(Bloomberg)")


def _is_credit(line: str) -> bool:
    """A line → whether it says who reported, wrote and edited."""
    words = line[:60].lower().lstrip("(").split()
    return len(words) > 2 and words[0] in _CREDITS and "by" in words[1:5]


def _is_prompt(line: str) -> bool:
    """A line → whether it belongs to the page around the article: prompts, notices, navigation, phone numbers."""
    low = line.lower()
    if low.startswith(("http://", "https://", "www.", "***")):
        return " " not in line or line[0] == "*"
    if line[0].islower():  # the middle of a wrapped sentence, whatever its words
        return False
    if (low + " ").startswith(_PROMPTS) or low.strip(" .:!?>»…") in _LABELS:
        return True
    if low.startswith(("copyright 1", "copyright 2", "(c) 1", "(c) 2")):
        return True
    if low.startswith("page "):
        return low[5:].replace(" of ", "").isdigit()
    return (len(line) >= 3 and not line.strip(_RULES)) or (line[0] == "+" and not line.strip("+0123456789 ()-"))


def _is_dateline(line: str) -> bool:
    """A line → whether it only names a writer, a place with its agency, or a date."""
    words = line.split()
    if len(words) > 14 or line[-1] in ".!?":
        return False
    if words[0] in ("By", "by", "BY") and len(words) > 1:
        return words[1][0].isupper() and all(w[0].isupper() or w.strip(",|&-") in _JOINING for w in words[1:])
    stem = line.rstrip(" -–—:")
    if stem[-1:] == ")" and line[0].isupper():
        agency = stem[stem.rfind("(") + 1 : -1]
        return stem.endswith(_AGENCIES) or (stem != line and agency[:1].isupper() and agency.isalpha())
    return _is_date(words)


def _is_date(words: list[str]) -> bool:
    plain = [word.strip(",.:|–-").lower() for word in words]
    if not (_MONTHS.intersection(plain) or any(len(w) == 10 and w[4] == w[7] == "-" for w in plain)):
        return False
    numbers = [word.replace(":", "").replace("-", "").rstrip("apm.").isdigit() for word in plain]
    return any(numbers) and all(n or not w or w in _DATE_WORDS for n, w in zip(numbers, plain, strict=True))


# ── headlines and tables ──────────────────────────────────────────────────────────────────────────────────────────────

_HEADINGS, _LONG_WORD, _FEWEST = 8, 4, 4  # lines with headlines, letters of a word that a title has in capitals, words
_CAPITAL = regex(r"[^a-z]|[a-z]{1,2}[A-Z]")
_CELLS = regex(r"(?<![.!?:,;\"])(?:\s*\t\s*| {2,})|\s*\|\s*")
_NUMBER = regex(r"[^\w\s]*[A-Z]{0,3}\$?\d[\d.,/:-]*[a-z%)*,;]{0,4}$")
_NUMBERS = regex(r"\d\D{1,30}\d")
_BETWEEN = frozenset(
    "vs vs. versus v mln bln dlrs dlr cts ct pct % million billion trillion percent profit loss nil n/a na - -- – — "
    "prior qtr unch yr year div p".split()
)


def _headed(text: str, lines: list[Line]) -> list[Line]:
    """Lines → the same, the first of them marked as headline where they are one."""
    first = next((i for i, line in enumerate(lines[:6]) if line.kind not in ("dateline", "boilerplate")), len(lines))
    for i in range(first, min(first + 3, len(lines) - 1)):
        line = lines[i]
        if (i > first and line.gap) or line.kind not in ("paragraph", "table"):
            break
        if not _is_headline(text, line, lines[i + 1 : i + 3]):
            break
        lines[i] = Line(line.start, line.end, line.indent, line.gap, "headline")
    if first < len(lines) and lines[first].kind == "headline":
        for i in range(first + 1, min(first + _HEADINGS, len(lines) - 1)):
            line = lines[i]
            if line.kind == "paragraph" and line.gap and lines[i + 1].gap and _is_title(text[line.start : line.end]):
                lines[i] = Line(line.start, line.end, line.indent, line.gap, "heading")
    return lines


def _is_title(line: str) -> bool:
    """ "Bank Error in Your Favor: Arden's Fight to Get 9 Million Back": is a line one of several headlines?"""
    words = [word.strip("‘’“”\"'(),:") for word in line.split()]
    long = [word for word in words if len(word) >= _LONG_WORD and word[:1].isalpha()]
    plain = line[-1:] not in tuple(".!?,;:") and not line.isupper()
    return plain and len(long) >= _FEWEST and all(word[0].isupper() for word in long)


def _is_headline(text: str, line: Line, next_two: list[Line]) -> bool:
    after, words, length = next_two[0], text[line.start : line.end], line.end - line.start
    if length > 150 or words[-1] in ",;:" or not _CAPITAL.match(words):
        return False
    if words[-1] == "." and words[-2:] != ".." and not is_abbreviated(words):
        return False
    if words.isupper():
        return any(other.gap or not text[other.start : other.end].isupper() for other in next_two)
    if line.kind == "table" or text[after.start].islower():
        return False
    longer = 2 * (after.end - after.start) > 3 * length
    return after.gap or longer or after.indent > line.indent or after.kind == "dateline"


def tabled(text: str, lines: list[Line]) -> list[Line]:
    """Lines → the same, a row of column heads above a row of numbers marked as table too."""
    for i in range(len(lines) - 2, -1, -1):
        line = lines[i]
        if lines[i + 1].kind == "table" and line.kind == "paragraph" and _is_header(text[line.start : line.end]):
            lines[i] = Line(line.start, line.end, line.indent, line.gap, "table")
    return lines


def _is_header(line: str) -> bool:
    return len(line) <= _LONGEST_JUDGED and len(_CELLS.split(line)) >= 2


def _is_row(line: str) -> bool:
    """A line → whether it is a row of numbers: cells set apart, or a label and then nothing but numbers."""
    if not _NUMBERS.search(line):
        return False
    if "\t" in line or "  " in line or "|" in line:
        cells = [cell for cell in _CELLS.split(line) if cell]
        numbers = sum(1 for cell in cells if _NUMBER.match(cell))
        if numbers >= 2 and 2 * numbers >= len(cells) - 1:
            return True
    words = line.rstrip(".").split()
    first = next((i for i, word in enumerate(words) if _NUMBER.match(word)), len(words))
    if first > (4 if line[-1] == "." else 6) or (first and not words[0][0].isupper()):
        return False
    numbers = sum(1 for word in words[first:] if _NUMBER.match(word))
    return numbers >= 2 and all(_NUMBER.match(word) or word.lower().strip(",;()") in _BETWEEN for word in words[first:])


# ── wrapped text ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _widths(text: str, lines: list[Line]) -> list[tuple[int, int]]:
    """Lines → for each, the (usual, greatest) width of the hard-wrapped text around it; zeros if none."""
    widths = [(0, 0)] * len(lines)
    first = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and _may_wrap(lines[i]):
            continue
        if i - first > 1:
            widths[first:i] = [_width(text, lines[first:i])] * (i - first)
        first = i + 1
    return widths


def _may_wrap(line: Line) -> bool:
    return line.kind in ("paragraph", "list", "boilerplate") and line.end - line.start <= _LONGEST_WRAPPED


def _width(text: str, lines: list[Line]) -> tuple[int, int]:
    lengths = sorted(line.end - line.start for line in lines)
    widest = lengths[-1]
    adjacent = broken = 0
    for line, after in pairwise(lines):
        if not after.gap:
            adjacent += 1
            full = 3 * (line.end - line.start) >= 2 * widest
            broken += full and text[after.start].islower() and text[line.end - 1] not in ".!?:;"
    if widest < 30 or broken == 0 or 4 * broken < adjacent:
        return 0, 0
    return lengths[3 * len(lengths) // 4], widest


def _is_spaced(text: str, lines: list[Line]) -> bool:
    """Lines → whether they are wrapped text with a blank line after every line."""
    pairs = broken = inner = 0
    for before, line in pairwise(lines):
        if line.gap and before.kind == line.kind == "paragraph":
            pairs += 1
            if text[line.start].islower() and not _is_ended(text, before):
                broken += 1
                # Points of a list may go on in small letters too, but do not hold the end of a sentence.
                inner += next(sentences(text, line.start, line.end))[1] < line.end
    return inner >= 2 and 4 * broken >= pairs


def _continues(text: str, before: Line, line: Line, width: tuple[int, int], spaced: bool) -> bool:
    """A line and the one before it → whether both stand in the same block."""
    if before.kind == line.kind and line.kind in ("table", "headline"):
        return line.kind == "table" or not line.gap
    if before.kind == "boilerplate":
        unclosed = text[before.start] == "(" and text[before.end - 1] != ")"
        return unclosed and line.kind == "paragraph" and line.end - line.start <= _LONGEST_WRAPPED
    if before.kind not in ("paragraph", "list") or line.kind not in ("paragraph", "list"):
        return False
    if line.gap:  # a page break within a paragraph
        full = before.end - before.start >= max(40, 2 * width[0] // 3)
        lower = bool(width[0]) and text[line.start].islower()
        return full and (spaced or lower) and not _is_ended(text, before)
    if not width[0] or (line.kind == "list" and (before.kind == "list" or _fits(text, before, line, width[0]))):
        return False
    return _wraps(text, before, line, width)


def _is_ended(text: str, line: Line) -> bool:
    return text[line.end - 1] in ":;" or is_ended(text, line.start, line.end)


def _wraps(text: str, before: Line, line: Line, width: tuple[int, int]) -> bool:
    usual, widest = width
    ended = _is_ended(text, before)
    if line.indent > before.indent and before.kind == "paragraph" and ended:
        return False
    if text[line.start].islower():
        return True
    if ended:
        return not _fits(text, before, line, usual)
    if 3 * (before.end - before.start) < 2 * usual:
        return False
    # Cut short: the first word had room on the line above, and it is one that begins sentences.
    return not (_fits(text, before, line, widest) and is_opening(text, line.start))


def _fits(text: str, before: Line, line: Line, width: int) -> bool:
    word = text[line.start : line.start + _LONGEST_WRAPPED].split(None, 1)[0]
    return before.end - before.start + 1 + len(word) <= width
