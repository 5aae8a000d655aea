"""A sentence → the words in it that tell, without a figure, which way something went.

    "the biggest decliner on the board"    decliner, −1
    "the biggest boost to the Dow"         boost, +1
    "fell to its lowest since May"         lowest, −1
    "rose to a record 3.1 million"         record, +1
    "rose to 10.2 percent, a 26-year high" high, +1
    ", hurt by weak demand"                hurt, −1
    "led by a fall in tea"                 fall, −1
    ", snapping a three-day rally"         rally, −1: the other way

The words, and how often they agree with the movement they stand beside, are data: rules/frames/bearings.tsv.
"""

from __future__ import annotations

from functools import lru_cache

from checker import resources
from checker.pattern import Pattern
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.token import Tokens


@record(frozen=True, slots=True)
class Cue:
    """A word that bears on a movement: which way it says, and the tokens of its phrase, the word itself among them."""

    kind: str  # holder, event, extreme, level, cause, run, blow, rating; or of a movement: yield, again, with
    sign: int
    word: int  # its token
    first: int  # tokens [first, after) of the phrase
    after: int


@lru_cache(maxsize=1)
def words_known() -> dict[str, tuple[str, int]]:
    """rules/frames/bearings.tsv → word: its kind and sign."""
    rows = resources.table("frames", "bearings.tsv")
    return {word: (kind, _SIGNS[sign]) for kind, sign, _, _, words in rows for word in words.split()}


_SIGNS = {"up": 1, "down": -1, "-": 0}
RANKS = frozenset(
    "biggest largest worst steepest sharpest heaviest top best deepest greatest main leading strongest".split()
)
# What a superlative may have before it, up to a word that sets the phrase beside the movement.
_BEFORE_RANK = frozenset("the its their his her a an one of second third fourth fifth sixth - now also".split())
_LEADS = frozenset(
    ", in for making it posting marking was were became become becoming is are registering recording suffering"
    " notching scoring be been being ranked among included include".split()
)
_NO_NOUN = frozenset("of in for from to and on at with by behind the a its their".split())
_OTHER_TIME = frozenset("after before since from than despite following ahead".split())
_OF_A_TIME = frozenset("day daily weekly monthly percentage point session".split())  # a loss that is a fall
_JOINING = frozenset((",", "and"))
# Words that tell which way something went only where an index was moved by it: "the biggest boost to the Dow".
_ON_INDEX = frozenset("boost boosts weight weights".split())
_INDICES = frozenset("dow nasdaq 500 index ftse nikkei dax cac tsx benchmark".split())
_TO_INDEX = 7
_TO_RANK = 6  # tokens from a noun back to its superlative
_TO_LEAD = 8
_TO_MOVE = 8  # tokens from "extending" to "gains"
_DEGREE = frozenset("partly mainly largely partially".split())
_PARTICLES = frozenset("down up lower higher".split())
_PARTIAL = frozenset("some most much part half early earlier initial".split())
_EXTENDED = {"adding": ("to",)}
_STREAKS = {"winning": 1, "losing": -1}
_NUMBERS = r"\d\S*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|several|multi|more|than"
_REACHED = Pattern(
    rf"\bto (?:(?:its|their|the|fresh|new|another|near|record|all|time|historic|lifetime|life|closing|intraday|session"
    rf"|contract|day|year|month|week|decade|quarter|'s|-|and|{_NUMBERS}) )*"
    r"(?P<word>highs?|lows?|highest|lowest|peak|trough)"
    r"(?= (?:of|in|since|against|versus|levels?|on|at|for|above|below|near|after|as|this|and|rate|reading|ever|close"
    r"|price|point|last|early|late|before|by|around)\b| ?[,.]|$)",
    "to ",
    "high|low|peak|trough",
)
_LEVEL = Pattern(
    r", (?:the|its|their) (?P<word>highest|lowest) (?:\w+ ){0,2}?(?:in|since|for|ever|on record)\b", "highest|lowest"
)
_APPOSED = Pattern(
    r", (?:also )?(?:an?|its|their|another) (?:(?:fresh|new|record|all|time|historic|lifetime|session|contract|intraday"
    rf"|day|year|month|week|decade|quarter|'s|-|{_NUMBERS}) )+(?P<word>high|low|peak|close|closing|finish)"
    r"(?= (?:in|since|for|and|as|on|that|set)\b| ?[,.]|$)",
    ", ",
    "high|low|peak|clos|finish",
)
_STRONGEST = Pattern(
    r", (?:the|its|their) (?P<word>strongest|weakest) (?:(?:level|levels|reading|close|showing|rate) )?"
    r"(?:in|since|for|ever)\b",
    "strongest|weakest",
)
# A record with its figure is the most there was; a loss, a time and a rate of exchange may be one the other way.
_RECORD = Pattern(
    r"\bto an? (?:(?:new|fresh|all - time|another) )?(?P<word>record) (?=\$? ?\d)"
    r"(?!(?:\S+ ){0,12}(?:loss|losses|low|lows|seconds|minutes|hours|days|degrees|yen|yuan|dollar|euro|to the)\b)",
    " record ",
)
_TOLD_OF = (("extreme", _REACHED), ("extreme", _RECORD), ("level", _LEVEL), ("level", _APPOSED), ("level", _STRONGEST))


def cues(tokens: Tokens) -> list[Cue]:
    """A sentence's tokens → the cues among them, in order."""
    known, words = words_known(), tokens.words
    if known.keys().isdisjoint(words):
        return []
    found: list[Cue] = []
    extremes = False
    for i, word in enumerate(words):
        kind, sign = known.get(word, ("", 0))
        if kind in ("holder", "event"):
            found += _ranked(words, i, kind, sign)
        elif kind == "blow":
            found.append(Cue(kind, sign, i, i, i + 1))
        elif kind == "cause":
            found += _cause(words, i, sign)
        elif kind in ("same", "opposite"):
            found += _run(words, i, 1 if kind == "same" else -1)
        extremes = extremes or kind in ("extreme", "record")
    return found + _extremes(tokens) if extremes else found


def _ranked(words: list[str], i: int, kind: str, sign: int) -> list[Cue]:
    """ "the Dow's biggest drag", "among the day's losers", "its worst one-day fall"."""
    if words[i].startswith("loss") and _OF_A_TIME.isdisjoint(words[max(0, i - 4) : i]):
        return []  # a financial loss
    if words[i] in _ON_INDEX and _INDICES.isdisjoint(words[i + 1 : i + 1 + _TO_INDEX]):
        return []  # "the biggest boost for the town"
    if kind == "holder":
        among = next((j for j in range(i - 1, max(-1, i - _TO_RANK), -1) if words[j] in ("among", ",")), -1)
        if among >= 0 and words[among] == "among":
            return [Cue("holder", sign, i, among, i + 1)]
    led = next((j for j in range(i - 2, max(-1, i - _TO_RANK), -1) if words[j : j + 2] == ["led", "by"]), -1)
    if led >= 0 and _JOINING.isdisjoint(words[led:i]):
        return [Cue(kind, sign, i, led, i + 1)]
    for j in range(i - 1, max(-1, i - _TO_RANK), -1):
        if words[j] in RANKS:
            start = _lead(words, j)
            return [Cue(kind, sign, i, start, i + 1)] if start >= 0 else []
        if words[j] in _NO_NOUN or not (words[j].isalnum() or words[j] in ("-", "'s")):
            break
    return []


def _lead(words: list[str], rank: int) -> int:
    """A superlative → the token that sets its phrase beside something said before, 0 at the head of a sentence, or −1.

    An owner may stand between: ", the Dow's biggest drag".
    """
    owned = "'s" in words[max(0, rank - 2) : rank]
    for k in range(rank - 1, max(-1, rank - _TO_LEAD), -1):
        if words[k] in _LEADS or (words[k] == "-" and k < rank - 1):  # no hyphen, as in "second-biggest"
            return k
        if words[k] in _OTHER_TIME:
            return -1  # "slipped, a day after the market's best gains"
        if words[k] not in _BEFORE_RANK and not (owned and (words[k].isalnum() or words[k] in ("'s", "&"))):
            return -1
    return 0 if rank < _TO_LEAD else -1


def _cause(words: list[str], i: int, sign: int) -> list[Cue]:
    """ ", hurt by", ", partly helped by", ", dragged down by"."""
    by = i + 2 if words[i + 1 : i + 2] and words[i + 1] in _PARTICLES else i + 1
    first = i - 2 if i and words[i - 1] in _DEGREE else i - 1
    if first < 0 or words[first] != "," or words[by : by + 1] != ["by"]:
        return []
    return [Cue("cause", sign, i, first, by + 1)]


def _run(words: list[str], i: int, sense: int) -> list[Cue]:
    """ ", extending its losses", ", snapping a three-day rally", but no "reversing some of its early losses"."""
    if not i or words[i - 1] != "," or words[i + 1 : i + 2] != list(_EXTENDED.get(words[i], words[i + 1 : i + 2])):
        return []
    for k in range(i + 1, min(len(words), i + 1 + _TO_MOVE)):
        kind, sign = words_known().get(words[k], ("", 0))
        sign = sign if kind == "event" else _STREAKS.get(words[k], 0)
        if sign and words[k + 1 : k + 2] == ["in"]:
            break  # "ending a rally in bonds": of another thing
        if sign:
            return [Cue("run", sense * sign, k, i - 1, k + 1)]
        if words[k] == "with":
            break  # "ending the week with gains"
        if not (words[k].isalnum() or words[k] in ("-", "'s", "%", ".")) or words[k] in _PARTIAL:
            break
    return []


def _extremes(tokens: Tokens) -> list[Cue]:
    """ "to a three-month high", ", the lowest level since 1998"."""
    joined = " ".join(tokens.words)
    starts, at = {}, 0
    for i, word in enumerate(tokens.words):
        starts[at] = i
        at += len(word) + 1
    found = []
    for kind, pattern in _TOLD_OF:
        for match in pattern.finditer(joined):
            at = starts[match.start("word")]
            _, sign = words_known()[match["word"]]
            found.append(Cue(kind, sign, at, starts[match.start()], at + 1))
    return found
