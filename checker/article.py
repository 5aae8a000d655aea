"""Text → Article: its blocks and their sentences, and where things stand in it.

    "Trade grew\\n\\nSales rose 3 percent. Costs fell." → a headline, and a paragraph of two sentences

Nothing is rewritten: every span is code points into the text as it was decoded.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.decode import decode as decode
from checker.errors import CheckerError
from checker.layout import blocks as _blocks
from checker.record import record
from checker.sentence import sentences as _sentences


@record(frozen=True, slots=True)
class Block:
    kind: str  # headline, dateline, paragraph, list, table, boilerplate
    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]  # the rows of a table; of boilerplate and datelines, the whole


@record(frozen=True, slots=True)
class Article:
    path: str
    text: str  # decoded as it stands, byte order mark taken off; offsets everywhere are code points into it
    encoding: str
    notes: tuple[str, ...]  # what the reader should know about how it was read
    blocks: tuple[Block, ...]


def read(text: str, path: str = "", encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Article:
    """Plain text → the article, with blocks in order that cover everything printed."""
    _refuse_surrogates(text, path)
    blocks: list[Block] = []
    for kind, lines in _blocks(text):
        start, end = lines[0].start, lines[-1].end
        if kind == "table":
            spans = tuple((line.start, line.end) for line in lines)
        else:
            spans = ((start, end),) if kind in ("boilerplate", "dateline") else tuple(_sentences(text, start, end))
        blocks.append(Block(kind, start, end, spans))
    return Article(path, text, encoding, notes if blocks else (*notes, "holds no text"), tuple(blocks))


def _refuse_surrogates(text: str, path: str) -> None:
    if text.isascii():
        return
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        line, column = _place(text, error.start)
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


def _place(text: str, offset: int) -> tuple[int, int]:
    from bisect import bisect_right

    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def position(article: Article, offset: int) -> tuple[int, int]:
    """An offset into the article → (line, column), both from 1, in code points."""
    return _place(article.text, offset)


def line_span(article: Article, line: int) -> tuple[int, int]:
    """A line number from 1 → where that line stands in the text, its line end left out."""
    starts = _line_starts(article.text)
    end = starts[line] if line < len(starts) else len(article.text)
    return starts[line - 1], starts[line - 1] + len(article.text[starts[line - 1] : end].rstrip("\r\n"))
