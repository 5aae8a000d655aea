"""Two figures that are set against each other, and a move that was told before → may the figures be what it tells of?

    "Earnings fell 30 percent." … "Net income was 7 million crowns, compared with 10 million"      yes
    "Earnings fell 30 percent." … "Earnings were 7 cents a share, compared with 6 cents"           no
    "Inventories fell further, hitting 25 against 21 in May", below "minus 8"                       no

Measure, place and time are the same as far as they are printed, nothing is left out of one of them alone, and the
figures are the measure's own.
"""

from __future__ import annotations

from checker.fact import Fact, Sentence
from checker.moving import Move
from checker.pattern import regex
from checker.period import comparable, is_base, is_day
from checker.record import record
from checker.timing import UNTOLD_BASE
from checker.token import Tokens
from checker.unit import singular

# Of what is left out, from which nobody can tell whether it is in the figures that follow.
_ADJUSTED = regex(
    r"(?i)\b(?:exclud|adjusted|underlying|comparable|constant|revised|restated|segment|division|unit|to-date|"
    r"(?:exceptional|special|one-time|one-off) items?|(?:dis)?contin(?:ued|uing) op)"
)
_IS = regex(r"[umoi@D]*r")
_BELOW_ZERO = frozenset("minus negative".split())
_LONG = regex(
    r"(?i)\b(?:(?:over|in|during) the (?:past|last) [a-z0-9]+ (?:months|years|weeks)|(?:so far|already) this year"
    r"|year to date"
    r"|(?:for|in|during|over) the (?:first )?(?:six|nine|12|twelve) months)\b"
)
OWNERS = frozenset("company firm group carrier retailer airline".split())
# "said on Thursday quarterly profit rose": no name of somebody's.
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_OF_NAME = ("'s", "(")
_VALUED = frozenset(("valued", "worth"))
_FORMS = frozenset("co corp inc ltd plc group bank company".split())  # of names of firms
# "output rose, including 4 million of the old kind"; "prices rose and yielded 4.85 percent": figures of something else.
_OTHERS = frozenset(
    "comprising comprised including domestic foreign respectively yield yields yielded yielding".split()
)


@record(frozen=True, slots=True)
class Shown:
    """Two figures that are set against each other, and where the first of them stands."""

    sentence: Sentence
    chunk: int
    way: int  # which its own sentence says, 0 where it says none
    now: Fact
    before: Fact


def amount_of(move: Move) -> int:
    """The chunk of the figure that says by how much, or −1."""
    return next((bond.chunk for bond in move.sentence.bonds if bond.sign == move.chunk), -1)


def may_differ(told: Sentence, shown: Sentence, last: Sentence | None) -> bool:
    """The sentence of a move, that of two figures and the one before it → may the figures be of something else?"""
    return _is_adjusted(told, shown) or _are_of_two_times(told, shown) or _may_be_below_zero(shown, last)


def _is_adjusted(told: Sentence, shown: Sentence) -> bool:
    """Does the text from the words of a move to the figures tell of what is left out, so that they may differ in it?"""
    one, other = told.chunks.tokens, shown.chunks.tokens
    if bool(_VALUED.intersection(other.words)) > bool(_VALUED.intersection(one.words)):
        return True  # "exports rose 15 percent", by the gallon; "they were valued at 34 million, up from 27 million"
    return bool(_ADJUSTED.search(one.folded, one.starts[0], other.ends[-1]))


def _may_be_below_zero(shown: Sentence, last: Sentence | None) -> bool:
    """ "at minus 8.15. Inventories fell, hitting 25.29": may a figure have left out its sign?"""
    near = (shown, last)
    return any(one is not None and not _BELOW_ZERO.isdisjoint(one.chunks.tokens.words) for one in near)


def _are_of_two_times(told: Sentence, shown: Sentence) -> bool:
    """Does one of a move and its figures tell of a longer time: "up 20 percent over the past 12 months"?"""
    if told is not shown and "since" in told.chunks.tokens.words and "since" not in shown.chunks.tokens.words:
        return True  # "down 16 percent since May", "fell to 25.85 after closing at 27.52"
    tokens = (one.chunks.tokens for one in (told, shown))
    said = [_LONG.findall(one.folded, one.starts[0], one.ends[-1]) for one in tokens]
    return told is not shown and said[0] != said[1]


def is_of(move: Move, shown: Shown, names: frozenset[str]) -> bool:
    """Is a move one of the measure, the place and the time of two figures, and told before them?"""
    told, now, before = move.sentence, shown.now, shown.before
    if _is_a_share(shown):
        return False  # earnings may fall and those a share rise
    if told is shown.sentence and not _leads_to(move, shown):
        return False
    if told is not shown.sentence and _is_others(shown, names):
        return False
    if _plain(move.mention.measure, names) != _plain(now.measure, names):
        return False
    places = [place if place not in _DAYS else "" for place in (now.place, move.mention.place)]
    owners = {place for place in places if place and singular(place.lower()) not in names}
    if (owners and places[0] != places[1]) or told.chunks.bases or now.basis:
        return False
    times = [p.key for p in told.periods if not is_base(p.key) and not is_day(p.key)]
    if times and all(comparable(key, now.period) is False for key in times):
        return False
    bases = {period.key for period in told.periods if is_base(period.key)}
    other = bases and before.period.startswith("~") and before.period != UNTOLD_BASE and before.period not in bases
    return not other


def _leads_to(move: Move, shown: Shown) -> bool:
    """Is it the move of a sentence that its two figures show, and not how much it was, nor another word's?"""
    chunks = shown.sentence.chunks
    between = chunks.code[move.chunk + 1 : shown.chunk]
    if move.chunk >= shown.chunk - 1 or "v" in between:  # "up 8 million", "sales fell and supply grew to 9.4 from 8.7"
        return False
    if _IS.match(between):
        return False  # "job gains last year totalled 95,000, against 111,000": the figures are those of the gains
    items = chunks.chunks
    words = chunks.tokens.words[items[move.chunk].after : items[shown.chunk].first]
    return _OTHERS.isdisjoint(words) and not _is_monthly(move, shown.before)


def _is_monthly(move: Move, before: Fact) -> bool:
    """ "rose by 2,000 to 43,600, compared with 47,000 a year earlier": has the change a base of its own?"""
    amount = amount_of(move)
    chunks = move.sentence.chunks
    if chunks.code[move.chunk + 1 : move.chunk + 2] == "b" and "against" in chunks.tokens.words:
        return True  # "fell by four last week to 758, against 723 a year before"
    return amount >= 0 and amount < before.chunk and before.sentence == move.sentence.number


def _is_a_share(shown: Shown) -> bool:
    """Is a figure an amount a share, be it that the words before it say so ("on a per-share basis")?"""
    chunks = shown.sentence.chunks
    return chunks.code[shown.chunk] == "E" or "share" in chunks.tokens.words[: chunks.chunks[shown.chunk].first]


def _is_others(shown: Shown, names: frozenset[str]) -> bool:
    """ "Arden Bank posted a profit of 3 million": is the figure somebody's whom the first sentence does not name?"""
    chunks = shown.sentence.chunks
    k = chunks.code.rfind("e", 0, shown.chunk)
    owner = chunks.chunks[k - 1] if k > 0 and chunks.code[k - 1] == "u" else None
    if k > 1 and chunks.code[k - 1] == "," and chunks.code[0] == "u":
        owner = chunks.chunks[0]  # "Arden Bank, the second largest, reported a profit of 3 million"
    if owner is None or not chunks.tokens.capital(owner.after - 1):
        return False
    own = {singular(word) for word in chunks.tokens.words[owner.first : owner.after]} - _FORMS
    return bool(own) and names.isdisjoint(own)


def _plain(measure: str, names: frozenset[str]) -> str:
    """A measure → the same without the company whose it is: "the firm's profit", "Harbour Foods profit up"."""
    head, _, narrowed = measure.partition(":")
    return ":".join([head, *(word for word in narrowed.split("+") if word and word not in names)])


def names_in(tokens: Tokens) -> frozenset[str]:
    """The first sentence of an article → its words that begin with a capital, in the singular, and those for owners."""
    named = (
        i for i in range(len(tokens)) if tokens.capital(i) and (i or tokens.capital(1) or tokens.word(1) in _OF_NAME)
    )
    return OWNERS.union(singular(tokens.words[i]) for i in named)
