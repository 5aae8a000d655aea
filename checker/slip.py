"""A figure as printed and the range that would be right → what the writer may have meant, likeliest keystroke first.

    repairs("19.79 trillion yuan", …) meeting [17.98, 18.00] trillion → "17.99 trillion yuan", two digits swapped, 7

Each slip is undone in every place where it can have happened. Costs are tenths of a decimal logarithm: the rarer, the
dearer. Called only when there is a finding.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker import numeral
from checker.interval import Interval
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Row = tuple[str, str, Fraction, str, int]  # words, digits, what one is worth, slip, cost

SWAP, SCALE, SIGN, SKIP_SWAP, NEIGHBOUR, SHIFT, ALIKE, DIGIT, DOUBLED, EXTRA = 7, 9, 8, 10, 12, 9, 13, 14, 14, 16
_GROUP = 3  # digits from one scale word to the next
LONGEST = 20  # digits; longer numerals are not repaired

# Keys that touch, on the keypad and in the row above the letters; shapes that are mistaken for each other.
_TOUCHING = {frozenset(pair) for pair in "12 23 45 56 78 89 14 47 25 58 36 69 34 67 90 01".split()}
_ALIKE = {frozenset(pair) for pair in "38 69 17 56 08".split()}
_SCALES = tuple(
    dict(zip(row.split(), (10**3, 10**6, 10**9, 10**12), strict=False))
    for row in ("thousand million billion trillion", "k m bn tn", "k mn bn trn", "k mln bln trln", "K M B T")
)
_OPPOSITE = {"up": "down", "down": "up"}


@record(frozen=True, slots=True)
class Repair:
    text: str  # the figure's words with the slip undone
    digits: str
    interval: Interval  # what the repaired figure admits, without its sign
    turned: bool  # the direction word is the slip
    slip: str  # transposition, digit, dropped-digit, doubled-digit, extra-digit, decimal-point, scale, sign
    cost: int


def repairs(text: str, digits: str, start: int, scale: Fraction, direction: str = "") -> tuple[Repair, ...]:
    """A figure's words, its digits, where they start in the words, their worth and direction → every repair."""
    bare = numeral.plain(digits)
    if bare is None or len(bare) > LONGEST:
        return ()
    rows = [(_in_words(text, digits, start, new), new, scale, slip, cost) for new, slip, cost in _retyped(bare, digits)]
    rows = [_readable(row, text, start, len(digits)) if row[3] == "decimal-point" else row for row in rows]
    rows += [(words, digits, worth, "scale", SCALE) for words, worth in _rescaled(text, start + len(digits), scale)]
    found: dict[str, Repair] = {}
    for words, new, worth, slip, cost in rows:
        read = numeral.read(new, worth)
        if read is not None and read.value and words != text and (words not in found or cost < found[words].cost):
            found[words] = Repair(words, new, read.loose, False, slip, cost)
    same = numeral.read(digits, scale)
    if direction in _OPPOSITE and same is not None:
        turned = f"{_OPPOSITE[direction]} {text}"
        found[turned] = Repair(turned, digits, same.loose, True, "sign", SIGN)
    return tuple(sorted(found.values(), key=lambda repair: (repair.cost, repair.text)))


def _readable(row: Row, text: str, start: int, width: int) -> Row:
    """A repair whose point was moved → the same as it would be printed: "3.4 billion" for "3,400 million"."""
    _, digits, worth, slip, cost = row
    bare = numeral.plain(digits) or ""
    whole, _, decimals = bare.partition(".")
    power = 1 if len(whole) > _GROUP else -1 if whole == "0" else 0
    wanted = worth * Fraction(10**_GROUP) ** power
    found = [item for item in _rescaled(text, start + width, worth) if item[1] == wanted] if power and worth > 1 else []
    if not found:
        return row
    if power > 0:
        shown = f"{whole[:-_GROUP]}.{whole[-_GROUP:]}{decimals}".rstrip("0").rstrip(".")
    else:
        typed = decimals.ljust(_GROUP, "0")
        shown = ".".join(part for part in (typed[:_GROUP].lstrip("0"), typed[_GROUP:]) if part)
    return found[0][0][:start] + shown + found[0][0][start + width :], shown, wanted, slip, cost


def _in_words(text: str, digits: str, start: int, new: str) -> str:
    return text[:start] + new + text[start + len(digits) :]


def _retyped(bare: str, like: str) -> Iterator[tuple[str, str, int]]:
    """Plain digits and how they were printed → every other numeral they may have been, its slip and cost."""
    whole, _, decimals = bare.partition(".")
    keys, places = whole + decimals, len(decimals)
    for typed, moved, slip, cost in (
        *_swapped(keys),
        *_replaced(keys),
        *_inserted(keys, places),
        *_removed(keys, places),
    ):
        yield from _shown(typed, places + moved, like, slip, cost)
    for power in (1, 2, 3):
        if places >= power or not places or set(keys[-power:]) == {"0"}:
            yield from _shifted(keys, places, -power, like)
        yield from _shifted(keys, places, power, like)


def _swapped(keys: str) -> Iterator[tuple[str, int, str, int]]:
    for gap, cost in ((1, SWAP), (2, SKIP_SWAP)):
        for i in range(len(keys) - gap):
            j = i + gap
            if keys[i] != keys[j]:
                yield keys[:i] + keys[j] + keys[i + 1 : j] + keys[i] + keys[j + 1 :], 0, "transposition", cost


def _replaced(keys: str) -> Iterator[tuple[str, int, str, int]]:
    for i, old in enumerate(keys):
        for new in "0123456789":
            pair = frozenset((old, new))
            if new != old:
                cost = NEIGHBOUR if pair in _TOUCHING else ALIKE if pair in _ALIKE else DIGIT
                yield keys[:i] + new + keys[i + 1 :], 0, "digit", cost


def _inserted(keys: str, places: int) -> Iterator[tuple[str, int, str, int]]:
    """A digit that was dropped; beside the point it may belong on either side."""
    point = len(keys) - places
    for i in range(len(keys) + 1):
        for new in "0123456789":
            twin = new in (keys[i - 1 : i], keys[i : i + 1])
            typed = keys[:i] + new + keys[i:]
            if i <= point:
                yield typed, 0, "dropped-digit", DOUBLED if twin else EXTRA
            if i >= point and places:
                yield typed, 1, "dropped-digit", DOUBLED if twin else EXTRA


def _removed(keys: str, places: int) -> Iterator[tuple[str, int, str, int]]:
    """A digit that was typed without being there."""
    point = len(keys) - places
    for i, old in enumerate(keys):
        twin = i > 0 and keys[i - 1] == old
        slip, cost = ("doubled-digit", DOUBLED) if twin else ("extra-digit", EXTRA)
        yield keys[:i] + keys[i + 1 :], 0 if i < point else -1, slip, cost


def _shifted(keys: str, places: int, power: int, like: str) -> Iterator[tuple[str, str, int]]:
    """The point moved; a whole group of zeros is a lost or added thousand."""
    moved = places - power
    typed = keys + "0" * -moved if moved < 0 else keys
    moved = max(moved, 0)
    if moved > places and set(typed[len(typed) - (moved - places) :]) == {"0"} and not places:
        typed, moved = typed[: len(typed) - moved], 0
    yield from _shown(typed.rjust(moved + 1, "0"), moved, like, "decimal-point", SHIFT + abs(power) - 1)


def _shown(keys: str, places: int, like: str, slip: str, cost: int) -> Iterator[tuple[str, str, int]]:
    """Keys and how many stand after the point → the numeral as it would be printed, unless nobody prints it so."""
    whole, decimals = (keys[:-places], keys[-places:]) if places else (keys, "")
    stripped = whole.lstrip("0") or "0"
    if not whole or (
        len(whole) > 1 and whole != stripped and slip not in ("decimal-point", "dropped-digit", "extra-digit")
    ):
        return
    if slip == "dropped-digit" and whole != stripped:
        return
    yield numeral.grouped(stripped, numeral.separator_of(like)) + ("." + decimals if decimals else ""), slip, cost


def _rescaled(text: str, after: int, scale: Fraction) -> Iterator[tuple[str, Fraction]]:
    """A figure's words and where its digits end → the words with every other scale word, or one, and its worth."""
    for match in re.finditer(r"[A-Za-z]+", text[after:]):
        row = next((row for row in _SCALES if row.get(match[0], row.get(match[0].lower())) == scale), None)
        if row is not None:
            for word, worth in row.items():
                if worth != scale:
                    yield text[: after + match.start()] + word + text[after + match.end() :], Fraction(worth)
            return
    if scale == 1 and "," not in text[:after]:  # the word was lost: "$211.2" for "$211.2 million"
        for word, worth in _SCALES[0].items():
            yield f"{text[:after]} {word}{text[after:]}", Fraction(worth)
