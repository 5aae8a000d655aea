"""A sentence → a count within one that bounds it, where a time or an order stands between the two.

    "output fell in three of the last five quarters"        3 –part-of→ 5
    "he has played in 13 of the club's last 14 games"       13 –part-of→ 14

Of 580 such pairs of a news archive none was larger than what it is taken from.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.lexicon import Lexicon
from checker.listing import ORDERS
from checker.token import Tokens
from checker.wordfact import lone_fact, span_of

_OWNERS = frozenset("the its his her their our my".split())
# Before a number that is no count of what is told behind: "its low of 16 of the past two months"; what was predicted
# may be more than what came ("has predicted nine of the last five storms").
_NO_COUNT = frozenset(
    "of to from by than no number day week month round game part chapter page level point aged under over - at"
    " predicted forecast foretold called foresaw".split()
)
_REACH = 4  # tokens between "of" and the second number
_DIGITS = 3


def few_of(sentence: Sentence, lexicon: Lexicon) -> list[Fact]:
    """A sentence with "of the last five" → facts for what it counts and for what that is counted from."""
    tokens, made = sentence.chunks.tokens, list[Fact]()
    for i in range(1, len(tokens) - 2):
        if tokens.words[i] != "of":
            continue
        begin = i - (tokens.words[i - 1] == "out")
        part, j = _number(tokens, begin - 1, lexicon), _whole(tokens, i + 1)
        whole = _number(tokens, j, lexicon) if j else None
        if part is None or whole is None or not _is_counted(tokens, begin - 1, j):
            continue
        told = lone_fact(sentence, span_of(sentence.chunks, j, j + 1), whole, "level", mark="w")
        links = (Link(told.id, "part-of"),)
        made += [told, lone_fact(sentence, span_of(sentence.chunks, begin - 1, begin), part, "level", links, mark="w")]
    return made


def _number(tokens: Tokens, i: int, lexicon: Lexicon) -> Fraction | None:
    """A token → the whole number that it is, if it stands alone."""
    word = tokens.word(i) if i >= 0 else ""
    if word.isdigit() and len(word) <= _DIGITS:
        return Fraction(int(word))
    return lexicon.numbers.get(word)


def _whole(tokens: Tokens, i: int) -> int:
    """The token behind "of" → that of the number behind "the last", "its first", "the club's last"; 0 for none."""
    for j in range(i, min(i + _REACH, len(tokens) - 1)):
        if tokens.words[j] in ORDERS:
            owned = tokens.words[j - 1] in _OWNERS or tokens.words[j - 1] in ("'s", "'")
            return j + 1 if owned and tokens.words[i].isalpha() else 0
    return 0


def _is_counted(tokens: Tokens, i: int, j: int) -> bool:
    """Is the first a count of its own ("in three of"), and is the second followed by what is counted?"""
    before, noun = tokens.word(i - 1) if i else "", tokens.word(j + 1)
    own = not before or (before.isalpha() and before not in _NO_COUNT)
    return own and noun.isalpha() and noun not in ("percent", "pct", "per")
