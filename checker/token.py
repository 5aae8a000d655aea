"""Sentence → tokens: words, numbers and signs with their places in the article.

    "up 1.2% to $41.76bn"  →  up | 1.2 | % | to | $ | 41.76 | bn

Words are compared in lower case on the folded text, which has the same length as the article's, so every place holds.
"""

from __future__ import annotations

from checker.pattern import regex

# An initialism with its stops (U.S.), a number with its separators, a possessive ending, a word, or any other sign.
_TOKEN = regex(r"(?:[^\W\d_]\.){2,}|\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|'s\b|[^\W\d_]+|\S")

# "3rd" is read as "3" and one of these.
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))


class Tokens:
    """The tokens of one stretch of text: parallel lists of words (lower case), raw forms, starts and ends."""

    __slots__ = ("at", "ends", "folded", "raws", "starts", "words")

    def __init__(self, folded: str, start: int, end: int) -> None:
        self.folded = folded
        spans = [match.span() for match in _TOKEN.finditer(folded, start, end)]
        self.raws = [folded[first:after] for first, after in spans]
        self.starts = [first for first, _ in spans]
        self.ends = [after for _, after in spans]
        self.words = [raw.lower() for raw in self.raws]
        self.at = {place: i for i, place in enumerate(self.starts)}

    def __len__(self) -> int:
        return len(self.raws)

    def word(self, i: int) -> str:
        """An index, in range or not → the word there, or ''."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def text(self, i: int, j: int) -> str:
        """Token range [i, j) → the folded text it covers."""
        return self.folded[self.starts[i] : self.ends[j - 1]]

    def joined(self, i: int) -> bool:
        """An index → does the token follow its neighbour on the left without a space?"""
        return 0 < i < len(self.raws) and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """An index → does the token begin with a capital letter?"""
        return 0 <= i < len(self.raws) and self.raws[i][0].isupper()
