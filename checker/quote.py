"""A currency that moves and the quote printed for it → whether the figure goes its way or against it.

    "The euro fell to $1.33 from $1.35"             dollars for a euro: the figure falls with it
    "The lira fell to 1.85 to the dollar from 1.80" lira for a dollar: the figure rises when it falls

A price in another currency goes the way of what is priced; one in its own currency goes the other way.
"""

from __future__ import annotations

from checker.chunk import Chunk, Chunks

# Currencies that others are quoted against: for so much of another one gets one of these.
_PRICED = frozenset("dollar greenback euro sterling pound".split())
# Those of which one gets so many for a dollar or a euro.
_COUNTED = frozenset(
    "yen franc yuan renminbi peso rupee lira won ruble rouble real forint zloty krona krone crown koruna baht ringgit"
    " rupiah rand leu shekel hryvnia naira".split()
)
NAMES = _PRICED | _COUNTED | frozenset("currency aussie kiwi loonie".split())
_CODES = {"dollar": "USD", "greenback": "USD", "euro": "EUR", "sterling": "GBP", "pound": "GBP"}
_OWNERS = frozenset(("", "u.s.", "us", "british", "swiss", "single", "japanese"))  # no Syrian pound
_NO_CURRENCY = frozenset("zone area bloc region - / members member states".split())  # behind "euro"
_SKIPPED = "rDxbq!"  # letters between a currency and the word that says how it moved
_QUOTED = 4  # decimals of a quote
_TICKER = 4  # letters of a code such as "EUR="


def is_quote(chunks: Chunks, k: int, left: int = 20, right: int = 8) -> bool:
    """May a figure be a currency's quote: a plain number or price, a currency named within so many tokens of it?"""
    tokens, item = chunks.tokens, chunks.chunks[k]
    if item.letter == "E" and _is_by_weight(chunks, item):
        return False
    if item.letter == "E":
        return item.value.partition("/")[2] in NAMES  # "153 yen per dollar"
    if item.figure is None or item.letter not in "MN" or item.figure.figure.scale > 1:
        return False
    if item.letter == "M" and len(item.figure.figure.digits.partition(".")[2]) == _QUOTED:
        return True  # "firmed to C$0.9966"
    figures = {i for c in chunks.chunks if c.figure is not None for i in range(c.first, c.after)}
    near = range(max(0, item.first - left), min(len(tokens), item.after + right))
    return any(i not in figures and _is_named(chunks, i) for i in near)


def _is_by_weight(chunks: Chunks, item: Chunk) -> bool:
    """ "112 cents a pound": a price for so much of a thing, and none of sterling?"""
    own = chunks.tokens.words[item.first : item.after]
    return item.value.endswith("/pound") and not {"cents", "cts", "cent"}.isdisjoint(own)


def quote_sign(chunks: Chunks, now: int, word: int) -> int:
    """A quote and its pair's word of change, by chunk → +1 where the figure goes with the word, −1, or 0 if unsure.

    What is no currency (a share, a price) goes with its figure.
    """
    subject = _subject(chunks, word)
    if subject is None:
        return 0
    if subject.letter == "m":
        rate = subject.value in ("exchange-rate", "rate") or _is_named(chunks, subject.first - 1)
        return 0 if rate else 1  # "the yen rate", "the rate of exchange"
    words = chunks.tokens.words[subject.first : subject.after]
    name, owner = words[-1], words[-2] if len(words) > 1 else ""
    if name not in _PRICED | _COUNTED or owner not in _OWNERS:
        return 0
    quote = chunks.chunks[now]
    if quote.letter in "ME":
        own = _CODES.get(name) == quote.value or name in chunks.tokens.words[quote.first : quote.after]
        return -1 if own else 1
    return -1 if name in _COUNTED and _names_other(chunks, word, quote) else 0


def _is_named(chunks: Chunks, i: int) -> bool:
    word = chunks.tokens.word(i)
    if chunks.tokens.words[max(0, i - 3) : i] in (["cents", "on", "the"], ["cent", "on", "the"]):
        return False  # "fell to 48 cents on the dollar": a price
    return word in NAMES and chunks.tokens.word(i + 1) not in _NO_CURRENCY


def _subject(chunks: Chunks, word: int) -> Chunk | None:
    """A word of change → what moves: right before a verb, right behind one that moves something else."""
    items, code = chunks.chunks, chunks.code
    if word < 0 or code[word] not in "vag":
        return None
    if code[word] == "g":
        return items[word + 1] if code[word + 1 : word + 2] in ("u", "m") else None
    k = word - 1
    while k >= 0 and (code[k] in _SKIPPED or _is_ticker(chunks, items[k])):
        k -= 1
    governed = code[max(0, k - 1) : k] in tuple("koihbf")  # "the value of the yen", "the yen against the dollar"
    return items[k] if k >= 0 and code[k] in "um" and not governed else None


def _is_ticker(chunks: Chunks, item: Chunk) -> bool:
    """ "EUR=": the code of a quote on a screen."""
    word = chunks.tokens.words[item.first]
    return item.letter == "u" and len(word) <= _TICKER and chunks.tokens.word(item.after) == "="


def _names_other(chunks: Chunks, word: int, quote: Chunk) -> bool:
    """ "1.85 to the dollar", "weakened against the dollar to 1.85": is the quote for one dollar, euro or pound?"""
    tokens, end = chunks.tokens, chunks.chunks[word].after
    behind = tokens.words[quote.after : quote.after + 4]
    if behind[:1] in (["to"], ["per"], ["a"], ["against"]):
        return not _PRICED.isdisjoint(behind)
    between = tokens.words[end : quote.first]
    return "against" in between and not _PRICED.isdisjoint(between)
