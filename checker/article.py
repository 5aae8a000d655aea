"""Text → Article: its blocks and their sentences, and where things stand in it.

    "Trade grew\\n\\nSales rose 3 percent. Costs fell." → a headline, and a paragraph of two sentences

Nothing is rewritten: every span is code points into the text as it was decoded. Of a file with markup the text is the
prose that a reader sees, and `origin` says where a span of it stands in the file.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.decode import decode as decode
from checker.errors import CheckerError
from checker.layout import blocks as _blocks
from checker.record import record
from checker.sentence import sentences as _sentences

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.lines import Line


@record(frozen=True, slots=True)
class Block:
    kind: str  # headline, heading, dateline, paragraph, list, table, boilerplate
    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]  # the rows of a table; of boilerplate and datelines, the whole


@record(frozen=True, slots=True)
class Exemption:
    """What the markup says is not to be checked: rules, and the span of the text that they are to leave alone."""

    rules: tuple[str, ...]
    reason: str
    start: int
    end: int
    at: int  # where it is said, in the source


@record(frozen=True, slots=True)
class Article:
    path: str
    text: str  # the prose, decoded, byte order mark taken off; offsets everywhere are code points into it
    encoding: str
    notes: tuple[str, ...]  # what the reader should know about how it was read
    blocks: tuple[Block, ...]
    source: str  # the file as decoded; of plain text the same object as the text
    # Of markup: (at, start, end), the text from `at` on stands at [start, end) of the source, character for character
    # where both are as long, else as a whole.
    runs: tuple[tuple[int, int, int], ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    faults: tuple[tuple[str, int], ...] = ()  # what is wrong with a mark, which then holds for nothing, and where


def read(text: str, path: str = "", encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Article:
    """Plain text → the article, with blocks in order that cover everything printed."""
    refuse_surrogates(text, path)
    blocks = divided(text, _labelled(text) or _blocks(text))
    return Article(path, text, encoding, notes if blocks else (*notes, EMPTY), blocks, text)


EMPTY = "holds no text"
_OPENING = 400  # characters in which an article's labels begin
_LABELS = ("headline:", "hed:", "title:")


def _labelled(text: str) -> list[tuple[str, list[Line]]]:
    """Plain text → the (kind, lines) of its blocks if labels say what they are, else nothing."""
    if not any(line.lstrip().startswith(_LABELS) for line in text[:_OPENING].lower().splitlines()):
        return []
    from checker.labelled import labelled  # few articles have labels

    return labelled(text)


def divided(text: str, grouped: Iterable[tuple[str, list[Line]]]) -> tuple[Block, ...]:
    """A text and the (kind, lines) of its blocks → the blocks with their sentences."""
    blocks: list[Block] = []
    for kind, lines in grouped:
        start, end = lines[0].start, lines[-1].end
        if kind == "table":
            spans = tuple((line.start, line.end) for line in lines)
        else:
            spans = ((start, end),) if kind in ("boilerplate", "dateline") else tuple(_sentences(text, start, end))
        whole = Block(kind, start, end, spans)
        blocks += _parted(text, whole) if kind == "paragraph" else [whole]
    return tuple(blocks)


def _parted(text: str, block: Block) -> list[Block]:
    """A paragraph → the same, parted at each heading that runs on into one of its sentences but the first."""
    parts: list[Block] = []
    spans: list[tuple[int, int]] = []
    for start, end in block.sentences:
        after = _head_end(text, start, end) if spans or parts else start
        if after > start:
            if spans:
                parts.append(Block(block.kind, spans[0][0], spans[-1][1], tuple(spans)))
            parts.append(Block("heading", start, after, ((start, after),)))
            start, spans = end - len(text[after:end].lstrip()), []
        spans.append((start, end))
    return [*parts, Block(block.kind, spans[0][0], block.end, tuple(spans))]


def _head_end(text: str, start: int, end: int) -> int:
    """The span of a sentence → where the heading before it ends; its start if there is none."""
    if not text[start + 1 : start + 3].isupper():
        return start
    from checker.runin import head_end  # few sentences begin in capitals

    return head_end(text, start, end)


def refuse_surrogates(text: str, path: str) -> None:
    """A text that cannot be written down again → a CheckerError that says where."""
    if text.isascii():
        return
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        line, column = line_and_column(text, error.start)
        half = f"lone surrogate U+{ord(text[error.start]):04X}"
        message = f"{half} at line {line}, column {column}; decode the text again"
        raise CheckerError(message, path) from None


def _pairs(given: str, to: str) -> dict[int, int]:
    return {ord(character): ord(to) for character in given}


# Identity for Latin-1 first: str.translate is several times slower on a character that the table lacks.
_FOLDED = (
    {code: code for code in range(256)}
    | {ord(character): ord(character) for character in "—…€•"}
    | _pairs("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
    | _pairs("‘’‚‛′´`", "'")
    | _pairs("“”„‟″«»", '"')
    | _pairs("\u00ad\u2010\u2011\u2012\u2013\u2212\ufe63", "-")
    | _pairs("―", "—")
    | {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}  # full-width forms of ASCII
)


def fold(text: str) -> str:
    """Text → a copy of the same length for matching: plain spaces, quotes, hyphens and digits; never shown."""
    return text if text.isascii() else text.translate(_FOLDED)


def quotations(article: Article) -> tuple[tuple[int, int], ...]:
    """An article → the spans of the words between double quotation marks, the marks left out.

    A paragraph that leaves its quotation open counts as quoted to its end when the next one opens with a mark again.
    """
    text, blocks, quote = article.text, article.blocks, re.compile('["“”„«»]')
    spans: list[tuple[int, int]] = []
    for i, block in enumerate(blocks):
        opened = None
        for match in quote.finditer(text, block.start, block.end):
            at = match.start()
            if _opens(text, at, block):
                opened = at + 1
            elif opened is not None:
                spans.append((opened, at))
                opened = None
        if opened is not None and i + 1 < len(blocks) and text[blocks[i + 1].start] in '"“„«':
            spans.append((opened, block.end))
    return tuple(spans)


def _opens(text: str, at: int, block: Block) -> bool:
    if text[at] != '"':
        return text[at] in "“„«"
    before = text[at - 1] if at > block.start else " "
    return (before.isspace() or before in "([{-–—'‘") and at + 1 < block.end and not text[at + 1].isspace()


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in re.finditer(r"\r\n?|\n", text)))


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """A text and an offset into it → (line, column), both from 1, in code points."""
    from bisect import bisect_right

    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def origin(article: Article, start: int, end: int) -> tuple[int, int]:
    """A span of the text → the span of the source from where its first character begins to where its last one ends."""
    if not article.runs:
        return start, end
    first, last = _stands(article, start), _stands(article, max(start, end - 1))
    return first[0], last[1] if end > start else first[0]


def _stands(article: Article, offset: int) -> tuple[int, int]:
    """An offset into the text of markup → the span of its character in the source."""
    from bisect import bisect_right

    runs = article.runs
    i = bisect_right(runs, offset, key=lambda run: run[0]) - 1
    at, start, end = runs[i]
    after = runs[i + 1][0] if i + 1 < len(runs) else len(article.text)
    return (start + offset - at, start + offset - at + 1) if end - start == after - at else (start, end)


def position(article: Article, offset: int) -> tuple[int, int]:
    """An offset into the article → (line, column) in its source, both from 1, in code points."""
    return line_and_column(article.source, origin(article, offset, offset)[0])


def line_span(article: Article, line: int) -> tuple[int, int]:
    """A line number of the source, from 1 → where that line stands in it, its line end left out."""
    source, starts = article.source, _line_starts(article.source)
    end = starts[line] if line < len(starts) else len(source)
    return starts[line - 1], starts[line - 1] + len(source[starts[line - 1] : end].rstrip("\r\n"))
