"""Chunks of a sentence → bonds: what each figure is (its aspect) and which figure it speaks of.

    m v P t M   "Ticket sales rose 12 percent to 448 million pesos"
    → 12 percent is the change-rate of 448 million, upwards

Frames are data (rules/frames/frames.tsv), tried in the order of the file; a figure keeps the first aspect it was given.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from checker import resources
from checker.chunk import Chunk, Chunks
from checker.pattern import Pattern
from checker.record import record
from checker.unit import SIZES

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


@record(frozen=True, slots=True)
class Role:
    name: str
    aspect: str
    links: tuple[tuple[str, str], ...]  # kind of the link, role that it points to
    sign: str  # role of the direction word, or ""
    words: tuple[str, ...]  # one of them stands right before the figure, or is its hedge; () when any word may


@record(frozen=True, slots=True)
class Frame:
    name: str
    pattern: Pattern
    roles: tuple[Role, ...]
    example: str


@record(frozen=True, slots=True)
class Bond:
    """One figure's part in a frame: chunk indices, −1 where there is none."""

    chunk: int
    aspect: str
    link: str
    to: int
    sign: int
    frame: str


@lru_cache(maxsize=1)
def load() -> tuple[Frame, ...]:
    """rules/frames/frames.tsv → the frames, in the order in which they are tried."""
    return tuple(
        Frame(name, Pattern(pattern), tuple(_role(r) for r in facts.split(" | ")), example)
        for name, pattern, facts, example in resources.table("frames", "frames.tsv")
    )


def _role(text: str) -> Role:
    """ "share share of-part:part share-of:whole sign:dir after:or" → the role."""
    name, aspect, *rest = text.split()
    marks = [r.partition(":")[::2] for r in rest]
    links = tuple((kind, to) for kind, to in marks if kind not in ("sign", "after"))
    sign = next((to for kind, to in marks if kind == "sign"), "")
    words = tuple(word for kind, to in marks if kind == "after" for word in to.split(","))
    return Role(name, aspect, links, sign, words)


def bonds(chunks: Chunks) -> list[Bond]:
    """The chunks of a sentence → the bonds its wording states: for a figure the first aspect and links."""
    found: dict[int, tuple[Bond, ...]] = {}
    figures = sum(item.figure is not None for item in chunks.chunks)
    for frame in load():
        if len(frame.roles) > figures:
            continue
        for match in frame.pattern.finditer(chunks.code):
            if _fits(match, frame, chunks, found):
                for role in frame.roles:
                    made = _bonds(match, role, frame.name)
                    known = found.get(made[0].chunk)
                    if made[0].chunk >= 0 and (known is None or (not known[0].link and made[0].link)):
                        found[made[0].chunk] = made
    return [bond for k in sorted(found) for bond in found[k]]


def _bonds(match: re.Match[str], role: Role, frame: str) -> tuple[Bond, ...]:
    """One bond for each link of a role, or one without a link; only the last carries the direction word."""
    sign = match.start(role.sign) if role.sign else -1
    links = role.links or (("", ""),)
    last = len(links) - 1
    return tuple(
        Bond(match.start(role.name), role.aspect, kind, match.start(to) if to else -1, sign if n == last else -1, frame)
        for n, (kind, to) in enumerate(links)
    )


_VALUES = ("subset", "above")  # a group of that name wants a chunk of that value
_BEFORE_ARTICLES = frozenset("a an the its their his her our some".split())
_CONTESTS = frozenset(
    "beat beats beating outnumber outnumbers outnumbered outnumbering led leading outpaced trounced swamped"
    " defeated".split()
)
_CLAUSE = 8  # tokens before an amount
_CONTEST = 16  # the same, where two sides and a place are named
_BASE = Pattern(r"f[umxB]{0,4}[MNE]")  # behind a rate
_CHANCES = frozenset("chance chances probability likelihood odds possibility bets".split())
_THAT = frozenset(("that", "of", "the", "for", "on"))
_OF = 3  # tokens near a rate
_DIGITS = 4  # of a year
_ALIKE = 2  # "gains of 2 to 4 dlrs, with linseed up 5.70 to 4.20": ends of a range that is told from above
_MOVES = frozenset("gains losses rises falls advances declines".split())
_FALLEN = 9  # so many times what is left is no level before, but a fall, or a slip
_RESULTS = frozenset("lost loss losses profit profits earned income earnings net".split())
_WHEN = frozenset("in over during".split())
_PAST = frozenset("previous last past first".split())
_CLOSE = Fraction(1, 100)
_NOUNS = 6  # tokens behind a rate
_DEFINITE = frozenset("the its their this that current present existing".split())
_FEWER = frozenset("fewer less".split())
_MOST = 20  # a part that is so many times its whole is no part of it


def _fits(match: re.Match[str], frame: Frame, chunks: Chunks, found: dict[int, tuple[Bond, ...]]) -> bool:
    """Is the leading figure still free, do words stand where they must, and are an amount and its level of one unit?"""
    items = chunks.chunks
    for name, letters in match.groupdict().items():
        if letters and not _means(name, items[match.start(name)], chunks):
            return False
    if "before" in match.groupdict() and _is_of_other(items[match.start("before")], chunks):
        return False
    lead = frame.roles[0]
    known = found.get(match.start(lead.name))
    if known is not None and (known[0].aspect != lead.aspect or known[0].link):
        return False
    return all(_role_fits(match, role, chunks) for role in frame.roles if match.start(role.name) >= 0)


def _means(name: str, item: Chunk, chunks: Chunks) -> bool:
    """Does a chunk say what the name of its group demands: a cue's value, an -ing form, or (w_when) the word itself?"""
    if name == "ing":
        return "ing" in item.form  # "reaching", not a new clause with "reached"
    if name.startswith("w_"):
        return chunks.tokens.words[item.first] in name[2:].split("_")
    return name not in _VALUES or item.value == name


def _role_fits(match: re.Match[str], role: Role, chunks: Chunks) -> bool:
    item = chunks.chunks[match.start(role.name)]
    if role.words and not {word_before(item, chunks), chunks.tokens.words[item.first]} & set(role.words):
        return False
    if role.aspect == "change-rate" and role.sign and _is_level(item, chunks.chunks[match.start(role.sign)], chunks):
        return False
    for kind, to in role.links:
        other = chunks.chunks[match.start(to)]
        if kind == "change-of" and _is_chance(item, chunks):
            return False
        if kind == "change-of" and role.aspect == "change-rate":
            base = _BASE.match(chunks.code, match.start(role.name) + 1)
            if base and _is_amount_of(other, chunks.chunks[base.end() - 1], item, chunks):
                return False
            if "before" in match.groupdict() and _is_of_this_year(other, item, chunks):
                return False
        if kind == "of-part" and word_before(other, chunks) == "from":
            return False  # "will release 20 million tonnes from its 512 million, half of the 40"
        between = chunks.tokens.words[min(item.after, other.after) : max(item.first, other.first)]
        if kind == "part-of" and between[-2:] == [".", "of"]:
            return False  # "expectations of 2 billion. of 200 million": words were lost between two sentences
        if role.aspect == "change-rate" and end_of(item) and end_of(item) != end_of(other):
            return False  # "24 billion, up 10-18 percent": one end is no change of a single level
        if kind == "change-of" and role.aspect == "change-amount":
            bare = item.letter == "N" or "rate" not in match.groupdict()
            # "a 70 million improvement from 15 million" is a change
            noun = chunks.code[match.start(role.name) + 1 :][:1] in ("n", "v") and "before" in match.groupdict()
            ranged = bare and not noun and _is_ranged(item, other, chunks, rises=_rises(match, role, chunks))
            if ranged or not like_units(item, other) or (bare and _is_result(item, chunks)):
                return False
        if kind == "from" and chunks.tokens.word(item.after) in ("lower", "higher"):
            return False  # "after ending 38 cents lower at 18.42"
        if kind in ("from", "part-of", "of-part") and item.letter not in "PXQ" and not like_units(item, other):
            return False
        if kind == "part-of" and (_is_time(other, match.start(to), chunks) or word_before(item, chunks) == '"'):
            return False  # "162 blocks in the previous six rounds, including 52 in May", a book called "14 of the 9"
        if kind == "part-of" and _is_tied(item, chunks) and chunks.tokens.word(item.first - 1) == "a":
            return False  # "ran 13 times, including a 30-yarder"
        if kind == "part-of" and "w_including_includes" in match.groupdict() and _is_result_of(other, chunks):
            return False  # "lost 2.3 billion, including 3.7 billion of writedowns"
        if kind == "part-of" and (_is_tied(other, chunks) or (times(item, other) > _MOST and not _scaled(item, other))):
            return False
    return True


def _is_chance(item: Chunk, chunks: Chunks) -> bool:
    """ "the chance that a bank will cut rates by 25 basis points to 47 percent": is it what may be done by so much?"""
    words = chunks.tokens.words[: item.first]
    at = max((n for n, word in enumerate(words) if word in _CHANCES), default=len(words))
    return item.letter == "X" and not _THAT.isdisjoint(words[at + 1 : at + 3])


def _is_amount_of(now: Chunk, before: Chunk, rate: Chunk, chunks: Chunks) -> bool:
    """ "3 million tonnes, a cut of 8.6 percent from 34.9 million": is it by how much the other changed?"""
    figure = rate.figure.figure if rate.figure is not None else None
    return (
        figure is not None and "of" in chunks.tokens.words[max(0, rate.first - _OF) : rate.first]
        and now.first < rate.first < before.first and 100 * times(now, before) in figure.loose
    )  # fmt: skip


def _is_of_this_year(now: Chunk, rate: Chunk, chunks: Chunks) -> bool:
    """ "to rise 4.2 percent in 2013 from an estimated 11.2 to 12.1 billion this year": ends of what it rises from."""
    words = chunks.tokens.words
    ahead = any(word.isdigit() and len(word) == _DIGITS for word in words[rate.after : rate.after + _OF])
    ahead = ahead or "next" in words[rate.after : rate.after + _OF]
    return ahead and words[now.after : now.after + 2] == ["this", "year"]


def _is_level(item: Chunk, sign: Chunk, chunks: Chunks) -> bool:
    """ "cut the 250 percent inflation rate", "was running at 250 percent fewer than two decades ago": no change."""
    word, behind = chunks.tokens.word(item.first - 1), chunks.tokens.words[item.after : item.after + _NOUNS]
    if sign.first < item.first:
        return sign.letter == "g" and word in _DEFINITE and "rate" in behind
    return word == "at" and chunks.tokens.words[sign.first] in _FEWER and "ago" in behind


def end_of(item: Chunk) -> str:
    """A figure's chunk → low or high, where it is the end of a range."""
    return item.figure.figure.end_of if item.figure is not None else ""


def _is_of_other(item: Chunk, chunks: Chunks) -> bool:
    """ "compared with 147 million for coffee, a drop of 4 percent": is a base that of another thing?

    In "from a close on Monday of $32.12, up 1.7 percent" the rate is that of the day that closed so.
    """
    words = chunks.tokens.words
    if chunks.tokens.word(item.first - 1) == "of" and "close" in words[max(0, item.first - _CLAUSE) : item.first]:
        return True
    led = {*words[max(0, item.first - 2) : item.first]}
    thing = words[item.after + 1 : item.after + 3]
    return words[item.after : item.after + 1] == ["for"] and "with" in led and thing[1:] == [","]


def _is_result_of(whole: Chunk, chunks: Chunks) -> bool:
    """Is an amount a profit or a loss, of which an item may be more than is left?"""
    near = chunks.tokens.words[max(0, whole.first - _NOUNS) : whole.first]
    return not _RESULTS.isdisjoint(near) or chunks.tokens.word(whole.after) == "net"  # "added 200,000 net customers"


def _is_time(whole: Chunk, k: int, chunks: Chunks) -> bool:
    """ "in the previous six rounds": does a count tell when, behind what was counted?"""
    led = chunks.tokens.words[max(0, whole.first - 3) : whole.first]
    counted = any(letter in "MN" for letter in chunks.code[:k])
    return counted and not _WHEN.isdisjoint(led[:1]) and not _PAST.isdisjoint(led)


def _rises(match: re.Match[str], role: Role, chunks: Chunks) -> bool:
    return bool(role.sign) and chunks.chunks[match.start(role.sign)].value == "up"


def _scaled(*items: Chunk) -> bool:
    """Do amounts all have a scale word, of which one may be wrong: "5 million, including 3 billion"?"""
    return all(item.figure is not None and item.figure.figure.scale > 1 for item in items)


def _is_ranged(item: Chunk, other: Chunk, chunks: Chunks, *, rises: bool) -> bool:
    """ "will fall $10 to $15": as much of one as of the other is no change and its level, but the ends of a range.

    A range runs upwards, and "cut $15 to $10" may tell where it stood before.
    """
    size = times(item, other)
    most = 1 if _MOVES.isdisjoint(chunks.tokens.words[: item.first]) else _ALIKE
    downwards = item.letter != "N" and size > (most if rises else _FALLEN)  # "rose 20 to 5.70": cents and dollars
    return item.letter in "MEN" and 2 * size > 1 and not downwards and word_before(item, chunks) != "by"


def _is_result(item: Chunk, chunks: Chunks) -> bool:
    """ "falling shares beat rising ones by 2,400 to 580": how two sides stand, and no change."""
    return not _CONTESTS.isdisjoint(chunks.tokens.words[max(0, item.first - _CONTEST) : item.first])


def _is_tied(item: Chunk, chunks: Chunks) -> bool:
    """Does a hyphen make the figure a word of the noun behind it: "300 of the 150-seat jets"?"""
    return chunks.tokens.word(item.after) == "-" and chunks.tokens.joined(item.after)


def word_before(item: Chunk, chunks: Chunks) -> str:
    """The word before a figure, articles left out: "or" for "or a quarter"."""
    k = item.first - 1
    while chunks.tokens.word(k) in _BEFORE_ARTICLES:
        k -= 1
    return chunks.tokens.word(k)


def value_of(item: Chunk) -> Fraction:
    """A figure's chunk → the printed value, 0 where it has none."""
    return (item.figure.figure.value if item.figure is not None else None) or Fraction(0)


def times(a: Chunk, b: Chunk) -> Fraction:
    """How many times the second figure is the first; 0 where that cannot be told."""
    if a.figure is None or b.figure is None or not a.figure.figure.value or not b.figure.figure.value:
        return Fraction(0)
    return abs(a.figure.figure.value / b.figure.figure.value)


def like_units(a: Chunk, b: Chunk) -> bool:
    """Two figures' chunks → could they be of one unit: the same, one left unsaid, or points of a percentage?"""
    pair = {a.letter, b.letter}
    if "X" in pair:
        if "N" in pair and "basis-point" in {one.figure.figure.kind for one in (a, b) if one.figure is not None}:
            return False  # "jumped over 100 basis points to 420.6": a hundred of them, not one
        return pair in ({"X"}, {"X", "P"}, {"X", "N"})
    if pair == {"M", "N"} or pair == {"E", "N"}:
        bare = a if a.letter == "N" else b
        return not bare.value and bare.figure is not None and bare.figure.figure.scale >= 1000
    if pair == {"M"} or pair == {"M", "E"}:
        return a.value.partition("/")[0] == b.value.partition("/")[0]
    if pair == {"N"} and a.figure is not None and b.figure is not None:
        kinds = {a.figure.figure.kind, b.figure.figure.kind}
        if "count" in kinds and not kinds.isdisjoint(SIZES) and not _CLOSE < times(a, b) < 1 / _CLOSE:
            return False  # "a record 1,377 million, compared with 1,351 million tonnes"
    return a.letter == b.letter and (a.letter != "E" or a.value == b.value)
