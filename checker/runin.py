"""A sentence → the run-in head before it: a heading in capitals that lost the line it stood on.

    "RESULTS IMPROVE The loss shrank to 9 million."     "RESULTS IMPROVE"
    "SHARES UP AGAIN IBM rose 3 percent."               "SHARES UP AGAIN", as the article never prints "ibm"
    "U.S. GDP Growth was slow."                         none: names

A reader sees where the heading ends, since the sentence goes on in small letters.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from checker.pattern import regex
from checker.sentence import is_opening

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_WORD = regex(r"\S+")
_LETTERS = regex(r"[A-Z]+(?:(?:['-]|’)[A-Z]+)*")
_SMALL = regex(r"\b[a-z]+(?:(?:['-]|’)[a-z]+)*\b")
_JOINTS = regex("['-]|’")
_LONG = 5  # letters: few acronyms have so many
_FEWEST = 2  # words of a heading
_LONGEST = 200  # letters: the names and titles of a speaker run on


def head_end(text: str, start: int, end: int) -> int:
    """The span of a sentence → where the heading before it ends; its start if there is none."""
    words = list(takewhile(_is_capital, _WORD.finditer(text, start, min(end, start + _LONGEST))))
    if len(words) < _FEWEST or words[-1].end() + 1 >= end or text[start:end].isupper():
        return start
    whole = is_opening(text, words[-1].end() + 1)  # "MAN AT THE HELM In May"
    plain = [k for k, word in enumerate(words) if _is_plain(text, word[0])]
    if len(plain) < (1 if whole else _FEWEST):
        return start
    last = words[-1 if whole else plain[-1]].end()
    after = text[last:end].lstrip(" \t\n\"'“‘([")
    return last if after[:1].isupper() else start


def _is_capital(word: re.Match[str]) -> bool:
    """Is it in capitals, or a sign between words that are?"""
    return not any(letter.islower() or letter.isdigit() for letter in word[0])


def _is_plain(text: str, word: str) -> bool:
    """Is a word in capitals no acronym: a long one, or one that the text has in small letters?"""
    letters = _LETTERS.search(word)
    if letters is None or "." in word[:-1] or "&" in word:
        return False
    small = letters[0].lower()
    return len(small) >= _LONG or (len(small) > 1 and small in _small_words(text))


@lru_cache(maxsize=1)
def _small_words(text: str) -> frozenset[str]:
    """A text → its words in small letters, once for all of its headings."""
    whole = set(_SMALL.findall(text))
    return frozenset(whole.union(part for word in whole for part in _JOINTS.split(word)))
