"""Facts of an article → the peaks and troughs of the past that later figures of the same thing have not passed.

"hit a record $8,800 in May but has been in decline since, ending the year at $6,630"   $6,630 –not-above→ $8,800
"has fallen to 9.7 percent since peaking at 10.2"                                       9.7 –not-above→ 10.2
"rose to $4,925 by April. But it remains far below the July peak of $8,940"             $4,925 –not-above→ $8,940
"At their peak revenues reached $15 billion. Revenue fell to $6 billion"                $6 bn –not-above→ $15 bn

What is said to have fallen since a peak stands below it, what has recovered since a trough above.
"""

from __future__ import annotations

from itertools import pairwise

from checker.fact import Fact, Sentence, add_link
from checker.frame import like_units, times
from checker.pattern import Pattern
from checker.quote import is_quote
from checker.trading import LEVELS, are_seen, as_told, facts_of, in_a_row, is_price, is_seen
from checker.turning import SUMMITS
from checker.wordfact import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    Bound = tuple[int, int]  # the chunks of the lower and of the upper figure

_FELL = (
    "fell|fallen|dropped|declined|slid|tumbled|plunged|plummeted|collapsed|retreated|eased|slipped|slumped|sank|sunk"
    "|shrank|shrunk|contracted|dwindled|crashed|dipped|decreased|falling|dropping|declining|sliding|tumbling|plunging"
    "|plummeting|collapsing|retreating|easing|slipping|slumping|sinking|shrinking|dipping"
)
_ROSE = (
    "rose|risen|climbed|rebounded|recovered|rallied|jumped|surged|bounced|rising|climbing|rebounding|recovering"
    "|rallying|jumping|surging|bouncing|grew|grown|growing|advanced|increased"
)
_HEDGE = r"(?: (?:about|around|nearly|almost|roughly|some|(?:just |well )?over|more than|close to|an?|approximately))?"
_PRICE = r"(?: level| price)?(?: of| at)"
_HIGH = rf"(?:(?:highs?|peaks?|records?){_PRICE}|peaked at|peaking at|record){_HEDGE} #(?P<high>\d+)"
_LOW = rf"(?:(?:lows?|troughs?){_PRICE}|bottom(?:ed|ing)(?: out)? at){_HEDGE} #(?P<low>\d+)"
_EXTREMES = "high|peak|record|low|trough|bottom"  # one of them stands in every high and low
_TIMED = (
    r"(?: (?:a|per) \w+)?(?: (?!#|(?:and|but|before|while|when|as|after|from|against|compared|versus|then|which|with"
    r"|for|where|than)\b)[\w'/-]+){0,9}"
)
_THEN = (
    r" ?,?(?: (?:and|but|before|then|later|which|that|it|they|prices|have|has|had|since|now|mostly|been|steadily"
    r"|sharply|gradually|again|quickly|rapidly|soon|,))+"
)
_HOW = r"(?: (?:back|down|up|off|sharply|again|steadily|since|just)){0,3}"
_DOWN_TO = rf" (?:(?:{_FELL}){_HOW} (?:to|below)|in decline since ,(?: (?!#)\S+){{0,4}} at)"
_UP_TO = rf" (?:{_ROSE}){_HOW} to"
_LATER = Pattern(
    rf"(?:{_HIGH}{_TIMED}{_THEN}{_DOWN_TO}|{_LOW}{_TIMED}{_THEN}{_UP_TO}){_HEDGE} #(?P<now>\d+)",
    _EXTREMES,
    f"{_FELL}|{_ROSE}|in decline since ",
)
_SINCE = Pattern(
    rf"(?:(?P<fell>{_FELL}|down)|(?P<rose>{_ROSE}|up))(?: (?!#|to\b)\S+){{0,5}} to{_HEDGE} #(?P<now>\d+)"
    r"(?: (?!#|;)\S+){0,5}? since (?:hitting |reaching |touching |setting )?"
    rf"(?:(?!#|(?:to|at|in)\b)\S+ ){{0,6}}?(?:{_HIGH}|{_LOW})",
    " since ",
    _EXTREMES,
)
_HIT_AND = Pattern(
    rf"(?:hit|touched|reached|set|struck) (?:an?|its|their) (?:(?!#|(?:of|at|in|on)\b)\S+ ){{0,6}}?"
    rf"(?:{_HIGH}|{_LOW}){_TIMED}"
    r" ?,? (?:and|but) (?:(?:later|then|last) )?(?:was|were|closed|ended|settled|finished|traded|stood|is|are)"
    r"(?: (?!#|(?:and|but|after|before|from|against|compared|than)\b)\S+){0,6} at #(?P<now>\d+)",
    "hit |touched |reached |set |struck ",
    _EXTREMES,
)
_AVERAGED = Pattern(
    rf"averag(?:ed|ing){_HEDGE} #(?P<now>\d+)(?: (?!#|;)\S+){{0,4}} (?:and|,|before|but) ?(?:and )?(?:peaked|peaking)"
    rf" (?:at|with){_HEDGE} #(?P<high>\d+)",
    "averag",
    "peak",
)
_OPENS = (
    r"(?:but |however ,? |still ,? |yet ,? )?"
    r"(?:it|they|that|this|prices|the (?:shares|stock|price|index|rate|total|figure|metal)) "
)
_REMAINS = Pattern(
    rf"{_OPENS}(?:(?:was|were|is|are|remains?|remained|stands?|stood|still|well|far|just|also|slightly|sharply"
    r"|considerably|way|significantly|some) )+(?:short of |(?P<below>below|under|off) |(?P<above>above) )"
    rf"(?:(?!#|(?:of|at|in|on)\b)\S+ ){{0,8}}?(?:{_HIGH}|{_LOW})",
    "short of |below |under |off |above ",
    _EXTREMES,
)
_PEAKED = Pattern(
    rf"{_OPENS}(?:had |have |has |last )?(?:peaked|(?P<out>bottomed(?: out)?)) at{_HEDGE} #(?P<past>\d+)(?! and)",
    "peaked at|bottomed ",
)
_SINCE_THEN = Pattern(
    rf"{_OPENS}(?:has|have|had) (?:since|now|then) (?:(?P<fell>{_FELL})|(?P<rose>{_ROSE}))(?: back| down| up)?"
    rf" to{_HEDGE} #(?P<now>\d+)",
    " since | now | then ",
)
_HAD_HIT = Pattern(
    rf"{_OPENS}(?:had |have |has |earlier |last |previously )*"
    r"(?:hit|touched|reached|set|struck|(?:climbed|rose|sank|fell) to)"
    rf" (?!an? new|an? fresh)(?:(?!#|(?:of|at|in|on)\b)\S+ ){{0,6}}?(?:{_HIGH}|{_LOW})(?: (?:a|per) \w+)?(?: ,)?"
    r" (?:in (?!the\b)|last (?:year|month|summer|winter|spring|autumn|week|\S+ber)|back in|early|earlier)",
    "hit|touched|reached|set|struck|climbed to|rose to|sank to|fell to",
    _EXTREMES,
)
_AT_PEAK = Pattern(
    r"(?:.* )?at (?:its|their|the) (?:peak|height|heyday)\b(?: (?!#)\S+){0,16} #(?P<high>\d+)", "peak|height|heyday"
)
_FALLING = Pattern(rf"(?:(?!#)\S+ ){{1,12}}?(?:{_FELL}) to{_HEDGE} #(?P<now>\d+)")
_CLOSE = 20  # times
_FORMER = frozenset("previous earlier former old prior last".split())
_NEW = frozenset("new fresh another latest".split())


def summits(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: the peaks and troughs of a sentence, and what it gives for later."""
    chunks = sentence.chunks
    told = as_told(facts, chunks)
    for low, high in _bounds(told):
        if are_seen(facts, chunks, low, high):
            add_link(facts, low, facts[high], "not-above")


def _bounds(told: str) -> Iterator[Bound]:
    for match in _LATER.finditer(told):
        former = told[: match.start()].rsplit(" ", 2)[-2:][0] in _FORMER  # "above the previous record of 40 before"
        if not former and (match["low"] or not _is_low_record(told, match)):
            yield _bound(match)
    for pattern in (_HIT_AND, _AVERAGED):
        yield from map(_bound, pattern.finditer(told))
    for match in _SINCE.finditer(told):
        if bool(match["high"]) == bool(match["fell"]) and not _is_low_record(told, match):
            yield _bound(match)


def _bound(match: re.Match[str]) -> Bound:
    now = int(match["now"])
    return (now, int(match["high"])) if match["high"] else (int(match["low"]), now)


def _is_low_record(told: str, match: re.Match[str]) -> bool:
    """ "a record low of": is a record that of the other end?"""
    return match["high"] is not None and " low " in told[max(0, match.start() - 12) : match.start("high")]


def tie_summits(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """ "to $4,925 by April. It remains below the July peak of $8,940": facts by id, changed in place."""
    for before, sentence in pairwise(sentences):
        words, said = sentence.chunks.tokens.words, before.chunks.tokens.words
        if (SUMMITS.isdisjoint(words) and SUMMITS.isdisjoint(said)) or not in_a_row(before, sentence):
            continue
        first, then = facts_of(by_id, before), facts_of(by_id, sentence)
        for past, now, side in _across(first, then, before, sentence):
            low, high = (now, past) if side > 0 else (past, now)
            add_link(by_id, low.id, high, "not-above")


def _across(first: Facts, then: Facts, before: Sentence, sentence: Sentence) -> Iterator[tuple[Fact, Fact, int]]:
    """The facts of two sentences in a row → a past extreme, what is told beside it, and which end it is."""
    told, earlier = as_told(then, sentence.chunks), as_told(first, before.chunks)
    if match := _REMAINS.match(told):
        side = 1 if match["high"] else -1
        past, now = int(match["high"] or match["low"]), _only(first, before, then, sentence, match)
        if now is not None and bool(match["below"] or not match["above"]) == (side > 0):
            yield then[past], first[now], side
    elif match := _PEAKED.match(told):
        now = _only(first, before, then, sentence, match)
        if now is not None and SUMMITS.isdisjoint(before.chunks.tokens.words):
            yield then[int(match["past"])], first[now], -1 if match["out"] else 1
    elif match := _HAD_HIT.match(told):
        now = _only(first, before, then, sentence, match)
        if now is not None and SUMMITS.isdisjoint(before.chunks.tokens.words):
            yield then[int(match["high"] or match["low"])], first[now], 1 if match["high"] else -1
    elif match := _SINCE_THEN.match(told):
        left = _last(first, before, then, sentence, int(match["now"]))
        if left is not None:
            yield first[left], then[int(match["now"])], 1 if match["fell"] else -1
    elif match := _AT_PEAK.match(earlier):
        past = int(match["high"])
        fell = _FALLING.match(told)
        now = int(fell["now"]) if fell else past
        same = first[past].measure != "" and fell is not None and then[now].measure == first[past].measure
        if same and is_price(first[past]) and is_price(then[now]) and _alike(first, before, past, sentence, now):
            yield first[past], then[now], 1


def _only(first: Facts, before: Sentence, then: Facts, sentence: Sentence, match: re.Match[str]) -> int | None:
    """The one level of a sentence that is like a figure of the next, or None; all others are of other units."""
    of = next(int(number) for name in ("high", "low", "past") if (number := match.groupdict().get(name)))
    like = [k for k in sorted(first) if k >= 0 and _alike(first, before, k, sentence, of)]
    seen = is_seen(then[of]) and len(like) == 1 and is_seen(first[like[0]])
    return like[0] if seen and _NEW.isdisjoint(before.chunks.tokens.words) else None


def _last(first: Facts, before: Sentence, then: Facts, sentence: Sentence, of: int) -> int | None:
    """The last level of a sentence, if it is like a figure of the next and both were seen, or None."""
    like = [k for k in sorted(first) if k >= 0 and _alike(first, before, k, sentence, of)]
    return like[-1] if like and is_seen(first[like[-1]]) and is_seen(then[of]) else None


def _alike(first: Facts, before: Sentence, k: int, sentence: Sentence, j: int) -> bool:
    """Are figures of two sentences levels of one unit and of one order of size?"""
    if first[k].aspect not in LEVELS or is_quote(before.chunks, k) or is_quote(sentence.chunks, j):
        return False
    one, other = before.chunks.chunks[k], sentence.chunks.chunks[j]
    return like_units(one, other) and 1 < _CLOSE * times(one, other) < _CLOSE**2

