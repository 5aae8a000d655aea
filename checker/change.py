"""Words beside a figure → the direction they give it.

    up 3 percent · shed 3 percent · 3 percent higher · a 3-percent fall · +3 percent

Only what touches the figure is looked at; what the clause says of it is read by the frames.
"""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.token import Tokens

_NOUNS = ("change-noun", "change-adj")
_BEFORE = ("change-verb", "change-adj")
_MOVING = (*_BEFORE, "agent-verb")
_MOVES = {"up": "up", "down": "down"}


def direction_of(tokens: Tokens, first: int, after: int, lexicon: Lexicon) -> str:
    """The tokens [first, after) of a figure with its hedge → up, down or "", by the words that touch it."""
    if tokens.word(first) == "+" or (tokens.word(first - 1) == "+" and tokens.joined(first)):
        return "up"
    by = tokens.word(first - 1) == "by"
    said = _said(tokens, first - 2 if by else first - 1, _MOVING if by else _BEFORE, lexicon)
    behind = after + 1 if tokens.word(after) == "-" else after
    return said or ("" if tokens.word(behind) == "off" else _said(tokens, behind, _NOUNS, lexicon))


def moves(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Does the word there, or the one before "by", say that something moved?"""
    at = i - 1 if tokens.word(i) == "by" else i
    return tokens.word(i) == "by" or bool(_said(tokens, at, _MOVING, lexicon))


def _said(tokens: Tokens, i: int, classes: tuple[str, ...], lexicon: Lexicon) -> str:
    """A token index → the direction that the word there has as one of some classes; "" when it has none, or two."""
    for words, entries in lexicon.phrases.get(tokens.word(i), ()):
        if len(words) == 1:
            found = {_MOVES.get(e.value, "") for e in entries if e.cls in classes and "soft" not in e.form} - {""}
            return found.pop() if len(found) == 1 else ""
    return ""
