"""Facts of one sentence → when a stretch of time begins and ends, and how long the words say it is.

"from 1990 to 1996, a total of six years"     1996 –ends→ 1990;  six years –years-from→ 1990, –years-to→ 1996
"in 1996, ten years after the 1986 accident"  ten years –years-from→ 1986, –years-to→ 1996
"the April-June quarter"                      "quarter", 3 months –part-from→ April, –part-to→ June
"in 2004 and 2006"                             2006 –listed→ 2004
"a three-day meeting on June 18-20"           June 20 –ends→ 18;  three days –days-from→ 18, –days-to→ 20
"""

from __future__ import annotations

from fractions import Fraction

from checker.chronology import chronology
from checker.fact import Fact, Link, Sentence, linked
from checker.lifetime import WORDS, lifetime
from checker.pattern import Pattern
from checker.stretch import Mark, Stretch, mark_of, stretches, time_fact
from checker.timelist import listed
from checker.wordfact import Facts, lone_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Found = dict[str, Fact]  # by id: the facts of years, months, days and words
    Told = tuple[int | Fact, int, int, str]  # a length, be it a figure's chunk or a fact; its place; the word behind it

_REACH = 90  # code points between a length and its stretch
_PARTS = {"quarter": 3, "half": 6}
_SECURITY = (
    r"(?!(?:bond|note|loan|debt|yield|mortgage|swap|bill|paper|old|low|high|record|rate|forecast|average|career|maturitie|maturity|more|to|until"
    r"|by|since|before|after|through|end|ended|ending|than|ago)s?\b)"
)
_LEADING = r"(?:(?:for|of|in|over|during|on|the|running|held|covering|lasting|runs|ran|which|that|run)\s)*"
# From a length to its stretch, and from a stretch to its length.
_PLAIN = rf"(?:,\s*|\s*[(—:]\s*|\s+-+\s+|\s){_LEADING}"
_TO_STRETCH = Pattern(rf"(?:\s(?:period|stretch|span|spell))?{_PLAIN}")
_OF_TERM = Pattern(rf"(?:[\s-]{_SECURITY}[a-z]+){{0,3}}{_PLAIN}")
_TO_DAYS = Pattern(
    r"\s(?!old)[a-z]+"
    r"(?:\s(?!(?:and|after|before|until|by|followed|next|ended|ends|ending|to|into|ahead|prior|since|last|than|a|that)\b)"
    r"[\w'&.-]+){0,8}[\s,(]+"
)
_TO_LENGTH = Pattern(
    r"\)?(?:\s?(?:,|-+|—|\()?\s?(?:(?:or|a|an|the|total|period|span|stretch|of|spanning|covering|in|all|lasting)\s)+"
    r"|\s|,? or\s)"
)
_NO_LENGTH = frozenset(
    "after before ago earlier later since following from previously younger older ahead into".split()
)
_WHOLES = ("period", "span", "stretch", "run", "spell", "reign", "term", "wait", "gap")
_NO_STRETCH = frozenset("by in to every each average another further next".split())
_PART_BEHIND = Pattern(
    r"\)?,?(?:\s(?:of\s)?(?:19|20)\d\d)?[\s-]"
    r"(?:(?:first|second|third|fourth|fiscal|financial|business|final|earnings)[\s-]){0,3}"
    r"(?P<part>quarter|half)\b(?![\s-](?:point|percent|of\b|the\b|what\b|that\b|its\b|a\b|an\b))"
)
_PART_BEFORE = Pattern(r".*(?<!on[ -])\b(?P<part>quarter|half)(?:,?\s\(|,?\s(?:from\s)?)")
_BEFORE_PART = 16  # code points
_SEASON = Pattern(
    r"\s(?:(?:fiscal|financial|crop|marketing|business|budget|school|academic|tax|sugar|coffee|cocoa|wheat|league"
    r"|football|trading|cotton)\s)?(?:year|season|campaign|crop|harvest)\b"
)
_AFTER = ("after", "following")
_JUST = Pattern(
    r",?\s*(?:[(—]\s*|-+\s+)?(?:(?:just|only|some|about|exactly|almost|nearly|barely|more|less|than|a|the)\s)*"
)
_EVENT = Pattern(r"\s(?:(?!(?:that|which|who|whose|than|where|and|but)\b)[^\s,.;:()]+\s){0,10}")
_EVENT_NEXT = Pattern(
    r",\s(?:(?!(?:that|which|who|whose|than|where|and|but|since|from)\b)[^\s,.;:()]+\s){1,12}(?:in|by)\s"
)
_IN = Pattern(r",?\s(?:in\s|\()(?:(?:early|late|mid)[\s-])?")
_IN_ALL = Pattern(r"[.,;)]|\s(?:at the helm|in charge|in office|in power|in business|in the job|in the post)\b")


def lasting(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk, changed in place, and their sentence → the facts of the stretches of time in it."""
    found: Found = {}
    known = [*stretches(sentence)]
    for stretch in known:
        if not stretch.wraps:
            _link(found, sentence, (stretch.first, stretch.last), stretch.step, _ends(sentence, stretch))
        for length in _lengths(facts, sentence, stretch):
            _tie(facts, found, sentence, length, stretch)
    for length, stretch in _distances(facts, sentence, [one.last for one in known if one.step == "year"]):
        _tie(facts, found, sentence, length, stretch)
    for pair, step, as_ in chronology(sentence):
        _link(found, sentence, pair, step, as_)
        if as_ == "then" and step == "year":
            for k in _terms(facts, sentence, pair[1]):
                _tie(facts, found, sentence, k, Stretch(pair[0].start, *pair, step))
    for (earlier, later), step in listed(sentence):
        first, second = (time_fact(sentence, mark, step, "l") for mark in (earlier, later))
        found.setdefault(first.id, first)
        found[second.id] = linked(second, Link(first.id, "listed"))
    if not WORDS.isdisjoint(sentence.chunks.tokens.words):
        for length, as_, pair in lifetime(facts, sentence):
            _tie(facts, found, sentence, length, Stretch(pair[0].start, *pair, "year"), as_)
    return list(found.values())


def _link(found: Found, sentence: Sentence, pair: tuple[Mark, Mark], step: str, as_: str) -> None:
    """Facts of times by id, changed in place: the second of two times gets a link to the first."""
    first, last = _known(found, sentence, pair[0], step), _known(found, sentence, pair[1], step)
    found[last.id] = linked(last, Link(first.id, as_))


def _known(found: Found, sentence: Sentence, mark: Mark, step: str) -> Fact:
    fact = time_fact(sentence, mark, step)
    return found.setdefault(fact.id, fact)


def _tie(facts: Facts, found: Found, sentence: Sentence, length: int | Fact, stretch: Stretch, as_: str = "") -> None:
    """A length, the chunk of a figure or a fact, is linked to both ends of its stretch; it has but one."""
    fact = facts[length] if isinstance(length, int) else length
    kind = as_ or ("part" if fact.aspect == "part-of-year" else f"{stretch.step}s")
    if fact.id in found or any(link.as_.endswith("-from") for link in fact.links):
        return
    for mark, end in ((stretch.first, "from"), (stretch.last, "to")):
        fact = linked(fact, Link(_known(found, sentence, mark, stretch.step).id, f"{kind}-{end}"))
    if isinstance(length, int):
        facts[length] = fact
    else:
        found[fact.id] = fact


def _ends(sentence: Sentence, stretch: Stretch) -> str:
    """How the last year of a stretch stands to the first: it ends it, or it ends a season that is named by both."""
    folded, first, last = sentence.chunks.tokens.folded, stretch.first, stretch.last
    short = stretch.step == "year" and last.end - last.start == 2 and folded[first.end : last.start] in ("/", "-")
    named = _SEASON.match(folded, last.end) or _word_before(folded, first.start) in ("fiscal", "season")
    return "ends-season" if short and named else "ends"


def _lengths(facts: Facts, sentence: Sentence, stretch: Stretch) -> Iterator[int | Fact]:
    """A stretch → what is said to be its length, before it or behind it."""
    folded = sentence.chunks.tokens.folded
    if folded[stretch.first.end : stretch.last.start] == "/":
        return  # "for three years from 1986/87": a season is one of them
    for k, start, end in _durations(facts, stretch.step):
        if start >= stretch.last.end:
            gap, behind = folded[stretch.last.end : start], _word_after(folded, end)
            term = "-" in folded[start:end]
            whole = gap == " " or (gap in (", a ", ", an ") and behind in _WHOLES)
            if whole if term else len(gap) < _REACH and _TO_LENGTH.fullmatch(gap) and behind not in _NO_LENGTH:
                yield k
        elif end <= stretch.start and _word_before(folded, start) not in _NO_STRETCH:
            gap = folded[end : stretch.start]
            term = "-" in folded[start:end]  # "a five-year", of which a noun must follow
            found = (_OF_TERM if term else _TO_STRETCH).fullmatch(gap)
            if len(gap) < _REACH and (found or (term and stretch.step == "day" and _TO_DAYS.fullmatch(gap))):
                yield k
    if stretch.step == "month":
        at = max(0, stretch.start - _BEFORE_PART)
        part_behind = _PART_BEHIND.match(folded, stretch.last.end)
        part_before = _PART_BEFORE.fullmatch(folded[at : stretch.start])
        for match, shift in ((part_behind, 0), (part_before, at)):
            if match is not None:
                span = shift + match.start("part"), shift + match.end("part")
                yield lone_fact(sentence, span, Fraction(_PARTS[match["part"]]), "part-of-year", mark="tl")


def _durations(facts: Facts, step: str) -> Iterator[tuple[int, int, int]]:
    """Facts by chunk → the chunk and the place of each length of time in a step: "five years", "three-day"."""
    for k, fact in list(facts.items()):
        figure = fact.figure
        if figure is not None and figure.kind == "duration" and step in figure.text.lower() and figure.value:
            yield k, figure.start, figure.end


def _word_after(folded: str, at: int) -> str:
    return (folded[at : at + 20].replace("-", " ").replace(",", " ").split() or [""])[0]


def _word_before(folded: str, at: int) -> str:
    return (folded[max(0, at - 20) : at].lower().split() or [""])[-1]


def _terms(facts: Facts, sentence: Sentence, last: Mark) -> Iterator[int]:
    """ "opened in 1985 and closed in 2004 after 19 years": the years from the first to the last of two events."""
    folded = sentence.chunks.tokens.folded
    for k, start, end in _durations(facts, "year"):
        if folded[last.end : start] in (" after ", ", after ") and _IN_ALL.match(folded, end):
            yield k


def _distances(facts: Facts, sentence: Sentence, ends: list[Mark]) -> Iterator[tuple[int | Fact, Stretch]]:
    """ "In 1996, ten years after the 1986 accident", "founded in 1986 and sold ten years later, in 1996"."""
    folded = sentence.chunks.tokens.folded
    years = [*(mark for period in sentence.periods if (mark := mark_of(period, "year"))), *ends]
    years.sort(key=lambda mark: mark.start)
    for length, start, end, word in (*_told(facts, folded), *_years_before(sentence)):
        before = [mark for mark in years if mark.end <= start]
        behind = [mark for mark in years if mark.start >= end]
        if before and behind:
            pair = _ordered(before[-1], behind[0], (start, end, word), folded)
        else:
            pair = _led(behind, end, folded) if word in _AFTER else None
        if pair is not None:
            yield length, Stretch(pair[0].start, *pair, "year")


def _told(facts: Facts, folded: str) -> Iterator[Told]:
    """Facts by chunk → the lengths of years, where they begin, the word behind each and where it ends."""
    for k, start, end in _durations(facts, "year"):
        word = _word_after(folded, end)
        yield k, start, end + len(f" {word}"), word


def _years_before(sentence: Sentence) -> Iterator[Told]:
    """ "two years before" is a period, whose number is read from its key."""
    folded = sentence.chunks.tokens.folded
    for period in sentence.periods:
        text = folded[period.start : period.end]
        if period.key.startswith("~Y-") and text.endswith(("before", "earlier")):
            number, _, _ = text.replace("-", " ").partition(" ")
            span = period.start, period.start + len(number)
            length = lone_fact(sentence, span, 12 * Fraction(period.key[3:]), "length", mark="tl")
            yield length, period.start, period.end, text.rpartition(" ")[2]


def _ordered(before: Mark, behind: Mark, told: tuple[int, int, str], folded: str) -> tuple[Mark, Mark] | None:
    """The years on both sides of a length and its word → the earlier and the later by that word, or None."""
    start, end, word = told
    gap, event = folded[before.end : start], folded[end : behind.start]
    if word in (*_AFTER, "before") and _JUST.fullmatch(gap) and _EVENT.fullmatch(event):
        return (before, behind) if word == "before" else (behind, before)
    if word in ("later", "earlier") and _IN.fullmatch(event) and len(gap) < _REACH and not set(";:") & set(gap):
        return (before, behind) if word == "later" else (behind, before)
    return None


def _led(behind: list[Mark], end: int, folded: str) -> tuple[Mark, Mark] | None:
    """ "Twenty years after the accident of 1984, the site was cleared in 2004": both years stand behind the length."""
    if len(behind) < 2 or not _EVENT.fullmatch(folded[end : behind[0].start]):
        return None
    return (behind[0], behind[1]) if _EVENT_NEXT.fullmatch(folded[behind[0].end : behind[1].start]) else None
