"""A hedge and the interval it stands before → the two sets of true values it admits.

Each hedge is a convention of prose (docs/decisions/0003): a usual set, which a reader expects, and a widest set,
outside which the sentence is false. "Nearly 80" is usually 76 to 80 and never 80 or more; "more than 600" is never 600
or less.
"""

from __future__ import annotations

from fractions import Fraction

from checker.interval import Interval
from checker.lexicon import Entry, Lexicon
from checker.token import Tokens
from checker.unit import RATES

_USUAL = Fraction(1, 20)
_WIDEST = Fraction(1, 10)
_FINEST = Fraction(1, 10**9)
_LONGEST = 4  # words in a hedge
# "over three years" and "under five minutes' walk": with a stretch of time these say when, not how much.
_RULE = ("control", "authority", "power", "say", "ownership")  # which is over something
_SPREAD = ("out", "spread", "place", "stretched", "staged")
_WHEN = ("over", "near", "beyond", "inside")
_BEFORE = frozenset("previously earlier originally initially first".split())
MARKS = frozenset("mark threshold barrier level milestone".split())
_EXCEED = frozenset("exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing".split())
_TOP = frozenset("top tops topped topping".split())
_SIGNS = {"~": "about", "≈": "about", ">": "over", "<": "under", "≥": "at-least", "≤": "at-most"}

_HIGHER = frozenset("higher lower larger smaller bigger".split())
_STOOD = frozenset("was were is are remained remains stayed stood still".split())


def hedge_before(tokens: Tokens, first: int, end: int, floor: int, kind: str, lexicon: Lexicon) -> tuple[str, int]:
    """The tokens [first, end) of a figure → the hedge that stands before it ("" if none) and where that begins.

    A verb that says the same ("exceeded 600,000") stays out of the hedge: the frames need it.
    """
    for back in range(min(_LONGEST, first - floor), 0, -1):
        at = first - back
        word = tokens.words[at]
        if back == 1 and word in _SIGNS:
            return _SIGNS[word], at
        for words, entries in lexicon.phrases.get(word, ()):
            if len(words) == back and (back == 1 or tuple(tokens.words[at:first]) == words):
                value = next((e.value for e in entries if e.cls == "hedge"), "")
                moves = tokens.words[at] == "up" and (tokens.word(end) == "from" or _moves_up(tokens, at, lexicon))
                # "as much as 28 percent to $54.96": the height that was reached, and what it came to.
                reached = words[0] == "as" and kind in RATES and tokens.word(end) == "to"
                other = floor > 0 and words[-1] == "than" and _compares(tokens, at, floor)
                if value and not (_means_else(tokens, at, kind) or moves or reached or other):
                    return value, at
    return ("over" if _passed(tokens, first, end, kind, lexicon) else ""), first


def _compares(tokens: Tokens, at: int, floor: int) -> bool:
    """Behind a figure: "8 percent less than $9 million", "fell to 3.2 but was higher than 1.5": another one's level?"""
    return at == floor or (tokens.words[at] in _HIGHER and tokens.word(at - 1) in _STOOD)


def hedge_behind(tokens: Tokens, end: int, lexicon: Lexicon) -> str:
    """The index after a figure → the hedge that follows it ("or more", "or so", a plus sign), or ""."""
    if hedge_behind_sign(tokens, end):
        return "at-least"
    for words, entries in lexicon.phrases.get(tokens.word(end), ()):
        if tuple(tokens.words[end : end + len(words)]) == words:
            value = next((e.value for e in entries if e.cls == "hedge-after"), "")
            if value and not (len(words) == 1 and _goes_on(tokens, end + 1)):
                return value
    return ""


def hedge_behind_sign(tokens: Tokens, end: int) -> int:
    """The index after a number → the index after its "+" or "-plus", or 0."""
    if tokens.word(end) == "+" and tokens.joined(end) and not tokens.word(end + 1)[:1].isdecimal():
        return end + 1
    return end + 2 if tokens.word(end) == "-" and tokens.word(end + 1) == "plus" else 0


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Does the clause go on, so that a single word ("max", "plus", "roughly") belongs to what follows?"""
    return tokens.word(at)[:1].isalnum() or tokens.word(at)[:1] in ("$", "£", "€")


def _passed(tokens: Tokens, first: int, end: int, kind: str, lexicon: Lexicon) -> bool:
    """ "exceeded 600,000", "broke through the trillion yuan mark": does a verb before say that it was passed?"""
    if tokens.word(first - 1) == "the" and tokens.word(end) in MARKS:
        back = 3 if tokens.word(first - 2) in ("through", "above", "past") else 2
        return any(e.cls == "compare-verb" and e.value == "above" for e in _entries(tokens, first - back, lexicon))
    word = tokens.word(first - 1)
    return word in _EXCEED or (word in _TOP and kind != "count")


def _entries(tokens: Tokens, at: int, lexicon: Lexicon) -> list[Entry]:
    return [entry for _, entries in lexicon.phrases.get(tokens.word(at), ()) for entry in entries]


def _moves_up(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "edged up to 104", "went up to 5": the particle belongs to the verb, and the figure is what was reached."""
    if at == 0:
        return False
    verbs = [known for words, known in lexicon.phrases.get(tokens.words[at - 1], ()) if words[1:] in ((), ("up",))]
    return any(entry.cls in ("change-verb", "agent-verb") for known in verbs for entry in known)


def _means_else(tokens: Tokens, at: int, kind: str) -> bool:
    """Is the word before a figure a preposition of time or place ("over two years", "from over 20"), not a bound?"""
    word = tokens.words[at]
    if word in _WHEN and kind in ("duration", "age"):
        return True
    if word == "estimated" and tokens.word(at - 1) in _BEFORE:  # a figure that was given out, and is not vague
        return True
    if word == "over" and tokens.word(at - 1) in _SPREAD:
        return True  # "handed out over 10 rounds"
    return word == "over" and (tokens.word(at - 1) in ("from", "of") or tokens.word(at - 1) in _RULE)


def widen(hedge: str, value: Fraction, tight: Interval, loose: Interval) -> tuple[Interval, Interval]:
    """Hedge (about, nearly, over, under, at-least, at-most, ""), value, rounding intervals → usual and widest set."""
    if not hedge:
        return tight, loose
    size, step = abs(value), _step(value)
    near, far = max(size * _USUAL, step), max(size * _WIDEST, 2 * step)
    match hedge:
        case "about" if size >= 100 * step:  # "approximately 5.88": three digits say how exact it is
            return tight, Interval(value - step, value + step)
        case "about":
            return Interval(value - near, value + near), Interval(value - far, value + far)
        case "nearly":
            return Interval(value - near, value, False, True), Interval(value - 2 * far, value, False, True)
        case "over":
            return Interval(value, value + 2 * far, True, False), Interval(
                value, value + max(size, 2 * far), True, False
            )
        case "under":
            return Interval(value - 2 * far, value, False, True), Interval(
                min(value - 2 * far, Fraction(0)), value, False, True
            )
        case "at-least":
            return Interval(value, value + 2 * far), Interval(value, None, False, True)
        case "at-most":
            return Interval(value - 2 * far, value), Interval(min(value - 2 * far, Fraction(0)), value)
        case _:
            return tight, loose


def _step(value: Fraction) -> Fraction:
    """The worth of the last non-zero decimal place: 1 for 43, 1/10 for 4.3, 100 for 600."""
    step = Fraction(1)
    while value and value % step and step > _FINEST:
        step /= 10
    while value and value % (step * 10) == 0:
        step *= 10
    return step
