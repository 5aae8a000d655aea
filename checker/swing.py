"""Facts of an article → the changes of a day that go no further than "as much as" said.

"rose as much as 4.1 percent before closing up 2.3"                   2.3 –not-above→ 4.1
"fell as much as 12 percent. The stock was down 9 percent at noon"    −12 –not-above→ −9

Anchored on "as much as": what the same sentence gives before or after it, or a later one, for the same shares later
in the day lies within it, where both go one way. A sentence further on names the company whose shares they are, or
speaks of "its shares" where they are those that the article begins with.
"""

from __future__ import annotations

from itertools import pairwise

from checker import numeral
from checker.beyond import starts
from checker.fact import Fact, Sentence, add_link
from checker.pattern import regex
from checker.period import is_date
from checker.wordfact import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunks
    from checker.figure import Figure

_CHANGES = ("change-rate", "change-amount")
_MOST = (("as", "much", "as"), ("as", "many", "as"))
_LATER = frozenset("last later now before closed close ended finished trading traded settled settle stood".split())
_STOOD = (
    r"(?:last |later |still |then |now |currently )*(?:was|were|is|are|stood|traded|closed|ended|finished|settled)\b"
)
_GOES_ON = regex(rf"\b(?:and|but|before|then) {_STOOD}")
_AFTER = regex(r"\b(?:after|having)(?: earlier)? \w+(?: by)?$")
_PARED = (
    r"(?:(?:later |then |had )?(?:pared|trimmed|cut|recouped|recovered) (?:[a-z]+ ){1,5}?"
    r"(?:losses|gains|declines?|falls?|rises?|advances?) (?:and|but|,) )"
)
# How the next sentence goes on about the same shares.
_SAME = regex(
    rf"(?:(?:but |later ,? )?(?:it|they|its shares|(?:the |its )?(?:[a-z]+ ' ?s )?(?:shares|stock|index|contract))"
    rf" {_PARED}?{_STOOD})"
)
# How one further on tells where the shares of a company stood.
_STOOD_LATER = regex(
    r"(?:(?:in|at|by|on|around|before) [^,#]{1,40}, )?(?P<of>(?:\S+ ){0,9}?(?:shares|stock)"
    rf"(?: (?:of|in) (?:\S+ ){{1,8}}?| ){_PARED}?)(?P<stood>{_STOOD})"
)
_HOURS = frozenset("hours extended pre premarket bell aftermarket regular early opening".split())
_NO_NAMES = frozenset("shares stock the in on at by it its monday tuesday wednesday thursday friday".split())
_COMPANY = frozenset("its company firm".split())
_OPENING = 3  # sentences
_NAMES = 5  # tokens beside "shares" in which the name of their company stands
_SUBJECT = 28  # tokens
_TRADED = frozenset(
    "share shares stock stocks index futures contract crude oil gold bonds dax ftse dow nikkei sensex".split()
)
# Behind a change: it is that of more than the day.
_LONGER = frozenset(
    "days sessions year years month months week weeks quarter since decade annual annually previous ago".split()
)
_LOOSE = frozenset(("", "about", "nearly"))  # hedges that may stand before what came later
_REACH = 8  # tokens behind a change
_NEXT = 4  # characters between two sentences in a row


def swings(facts: Facts, sentence: Sentence) -> None:
    """Facts by chunk, changed in place: the change of a day's end is tied to the one that the day saw at most."""
    chunks = sentence.chunks
    changes = [k for k in sorted(facts) if facts[k].aspect in _CHANGES]
    for a, b in pairwise(changes):
        if ";" in chunks.code[a:b] or not _alike(facts[a], facts[b]):
            continue
        between = chunks.tokens.words[chunks.chunks[a].after : starts(facts[b], chunks)]
        if "while" in between or "whereas" in between:
            continue  # "after sinking as much as 6.5 percent, while Arden ended 7.5 percent lower"
        if _is_most(facts[a], chunks) and _is_plain(facts[b], chunks) and _is_later(between):
            low, high = _bounds(facts[b], facts[a])
        elif _is_most(facts[b], chunks) and _is_plain(facts[a], chunks) and _is_before(between, sentence):
            low, high = _bounds(facts[a], facts[b])
        else:
            continue
        add_link(facts, low.chunk, high, "not-above")


def tie_swings(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """ "as much as 12 percent. The stock was down 9 percent at noon": facts by id, changed in place."""
    for n, before in enumerate(sentences[:-1]):
        said = before.chunks.tokens.words
        if "much" not in said or _TRADED.isdisjoint(said):
            continue
        first = _changes(by_id, before)
        if len(first) != 1 or not _is_most(first[0], before.chunks):
            continue
        opening = sentences[: 1 + (sentences[0].block == "headline")]
        names = _named(before, opening, sentences[:n])
        for sentence in sentences[n + 1 :]:
            words = sentence.chunks.tokens.words
            gap = sentence.chunks.tokens.starts[0] - before.chunks.tokens.ends[-1]
            then = [fact for fact in _changes(by_id, sentence) if fact.aspect == first[0].aspect]
            same = gap <= _NEXT and _SAME.match(" ".join(words[:16]))
            if not then or not (same or _is_of(names, sentence, then[0])):
                continue
            alike = _alike(first[0], then[0]) and _is_plain(then[0], sentence.chunks)
            if alike and _is_one_day(before, sentence, sentences[:_OPENING]):
                low, high = _bounds(then[0], first[0])
                add_link(by_id, low.id, high, "not-above")
            break


def _named(before: Sentence, opening: list[Sentence], said: list[Sentence]) -> set[str]:
    """The names that the shares of a sentence go by, and what "its shares" do if they are those of the opening.

    Where the sentence has no name it is that of the opening which was said last.
    """
    words = before.chunks.tokens.words
    at = next(n for n, word in enumerate(words) if word in _TRADED)
    behind = _NAMES if words[at + 1 : at + 2] in (["of"], ["in"]) else 0
    own = _names(before, max(0, at - _NAMES), at + 1 + behind)
    subjects = set().union(*(_names(one, 0, len(one.chunks.tokens)) for one in opening))
    led = _names(before, 0, at)
    if not own and not led <= subjects:
        return set()  # "Brill warned as well, sending its shares down as much as 6 percent"
    last = (subjects & _names(one, 0, len(one.chunks.tokens)) for one in reversed(said))
    own = own or next((known for known in last if known), subjects)
    return {*own, *(() if own.isdisjoint(subjects) else _COMPANY)}


def _names(sentence: Sentence, first: int, after: int) -> set[str]:
    tokens = sentence.chunks.tokens
    found = {tokens.words[n] for n in range(first, min(after, len(tokens))) if tokens.capital(n)}
    return {word for word in found if len(word) > 1} - _NO_NAMES


def _is_of(names: set[str], sentence: Sentence, now: Fact) -> bool:
    """ "In afternoon trading, Arden shares were down": does a sentence tell how the shares of one of these stood?"""
    words = sentence.chunks.tokens.words
    match = _STOOD_LATER.match(" ".join(words[:_SUBJECT]))
    if match is None:
        return False
    first, after = (match.string.count(" ", 0, match.start(name)) for name in ("of", "stood"))
    own = _names(sentence, first, after)
    near = starts(now, sentence.chunks) - after <= _REACH
    return near and not names.isdisjoint(own or _COMPANY.intersection(words[first:after]))


def _is_one_day(before: Sentence, sentence: Sentence, opening: list[Sentence]) -> bool:
    """Do two sentences tell of one session, as far as they, or the opening of the article, name it?"""
    days, later = _days(before), _days(sentence)
    hours = [_HOURS & set(one.chunks.tokens.words) for one in (before, sentence)]
    known = set().union(*map(_days, opening))
    dates = [set(filter(is_date, told)) for told in (days, later)]  # of a chronology
    alike = hours[0] == hours[1] and dates[0] == dates[1]
    return alike and later <= (days or known) and days <= (later or known)


def _days(sentence: Sentence) -> set[str]:
    tokens = sentence.chunks.tokens
    behind = {tokens.starts[n + 1] for n, word in enumerate(tokens.words[:-1]) if word == "since"}
    told = [period for period in sentence.periods if period.start not in behind]
    return {period.key for period in told if is_date(period.key) or period.key.startswith("W:")}


def _changes(by_id: dict[str, Fact], sentence: Sentence) -> list[Fact]:
    found = [fact for fact in by_id.values() if fact.sentence == sentence.number and fact.chunk >= 0]
    return sorted((fact for fact in found if fact.aspect in _CHANGES), key=lambda fact: fact.chunk)


def _alike(one: Fact, other: Fact) -> bool:
    """Are two changes of one unit, both seen, and do they go one way?"""
    a, b = one.figure, other.figure
    if a is None or b is None or "forecast" in (one.modality, other.modality):
        return False
    alike = one.aspect == other.aspect and a.unit == b.unit and a.direction == b.direction != ""
    return alike and not _are_one(a, b)


def _are_one(a: Figure, b: Figure) -> bool:
    """ "as much as 4 percent … was down 4.1 percent": may one be the other, rounded?"""
    one, other = (numeral.read(figure.digits, figure.scale) for figure in (a, b))
    if one is None or other is None or one.value == other.value:
        return False
    return one.value in other.tight or other.value in one.tight


def _is_most(fact: Fact, chunks: Chunks) -> bool:
    """Is a change called the largest of its day: "as much as 4.1 percent"?"""
    i = chunks.tokens.at.get(fact.figure.digits_start, 0) if fact.figure is not None else 0
    return tuple(chunks.tokens.words[max(0, i - 3) : i]) in _MOST


def _is_plain(fact: Fact, chunks: Chunks) -> bool:
    """Is a change given without a hedge, and not over more than a day?"""
    after = chunks.chunks[fact.chunk].after
    behind = chunks.tokens.words[after : after + _REACH]
    behind = behind[: behind.index(",")] if "," in behind else behind  # ", the most since 2008"
    return fact.figure is not None and fact.figure.hedge in _LOOSE and _LONGER.isdisjoint(behind)


def _is_later(between: list[str]) -> bool:
    """ "rose as much as 4 percent before closing up": not "as much as 1 percent, after rising 3 percent on Monday"."""
    if "after" in between[-3:]:
        return False
    return not _LATER.isdisjoint(between) or _GOES_ON.search(" ".join(between)) is not None


def _is_before(between: list[str], sentence: Sentence) -> bool:
    """ "up 5.2 percent after rising as much as 3.4 percent earlier": did the larger change come first, that day?"""
    return not sentence.periods and _AFTER.search(" ".join(between[:-3])) is not None


def _bounds(now: Fact, most: Fact) -> tuple[Fact, Fact]:
    """A change and the largest of its day → the lower and the upper of the two."""
    rises = most.figure is not None and most.figure.direction == "up"
    return (now, most) if rises else (most, now)
