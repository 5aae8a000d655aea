"""The first words of a sentence → how they point back at a figure of the sentence before, and where the part follows.

    Of that total, it sold …          the part follows the comma
    Some 4,400 of those sales …       the part is the first figure; sales are spoken of
    They included 12 children         the part follows at once
    The other five ships …            what is left
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.counted import is_plural
from checker.record import record

OF, INCLUDES, REST = "of", "includes", "rest"
_THAT = frozenset("that this".split())
_THOSE = frozenset("those these them whom".split())
_SUMS = frozenset("total amount sum figure number money cash".split())
_FAR = 12  # tokens behind "of that total," in which the part stands
_NEAR = 3
_NOUNS = 2  # words of a noun phrase behind "those"
_INCLUDE = frozenset("include includes included".split())
_PLURAL = frozenset("they these those".split())
_SINGULAR = frozenset("that this it".split())


@record(frozen=True, slots=True)
class Opening:
    """How a sentence begins."""

    kind: str
    part: int  # the token from which on the part is looked for
    reach: int  # tokens from there to the part
    noun: str = ""  # what is spoken of, if it is named: "of those sales"
    thing: str = ""  # the noun that has the figure: "the deal includes"
    many: bool = False  # things are spoken of, not an amount


def opening(chunks: Chunks) -> Opening | None:
    """The chunks of a sentence → how its first words point back, or None."""
    words = chunks.tokens.words[:16]
    first, second = (*words[:2], "", "")[:2]
    if first in ("of", "among"):
        return _of(words)
    if second in _INCLUDE and first in _PLURAL | _SINGULAR:
        return Opening(INCLUDES, 2, _NEAR, many=first in _PLURAL)
    if first == "the" and second in _SUMS and words[2:3] and words[2] in _INCLUDE:
        return Opening(INCLUDES, 3, _NEAR)
    if first == "the" and words[2:3] and words[2] in _INCLUDE and second.isalpha():
        return Opening(INCLUDES, 3, _NEAR, thing=second)
    if first == "the" and second in ("other", "remaining"):
        return Opening(REST, 2, 1)
    return _some_of(words)


def _of(words: list[str]) -> Opening | None:
    """ "of that total,", "of those,", "of the total," """
    if "," not in words[:6]:
        return None
    at = words.index(",")
    told, noun = words[1], words[2:at]
    if told in _THAT and (not noun or noun[0] in _SUMS):
        return Opening(OF, at + 1, _FAR)
    if words[1:3] == ["the", "total"] and len(noun) <= _NOUNS:
        return Opening(OF, at + 1, _FAR)
    if told in _THOSE and len(noun) <= _NOUNS and all(map(str.isalpha, noun)):
        return Opening(OF, at + 1, _FAR, noun[-1] if noun else "", many=True)
    return None


def _some_of(words: list[str]) -> Opening | None:
    """ "some 4,400 of those sales" """
    at = next((k for k, word in enumerate(words[:5]) if word == "of"), 0)
    if not at or words[at + 1 : at + 2] == [] or words[at + 1] not in _THOSE:
        return None
    noun = words[at + 2] if words[at + 2 : at + 3] and words[at + 1] in ("those", "these") else ""
    return Opening(OF, 0, at - 1, noun if is_plural(noun) else "", many=True)
