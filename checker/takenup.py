"""Sentences → the movement of one, and the words with which the next one takes it up.

    "Exports fell 4 percent in May. The decline was the steepest in a year."     "fell" −1; "decline" −1, bearing-on
    "The index rose to 51 from 49. It was the third straight monthly increase."  "rose" +1; "increase" +1, bearing-on
    "Stocks of tea fell to 40,000 tons. That was the lowest level since 2019."   "fell" −1; "lowest" −1, bearing-on

The next sentence opens with the words, so that nothing else can be meant; it is read as text, since it may hold no
figure. The first tells one way only, but for what stood before ("fell 4 percent in May after a rise in April"). Of 900
such sentences in a news archive two told another way, and one of them was wrong.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import DIRECTION, Fact, Link, Sentence
from checker.movement import is_told
from checker.pattern import regex
from checker.resulted import RESULT, result_in
from checker.turning import EXTREME_LEVELS, MOVERS, OUTCOMES, TIMES_TOLD, TURNS_TOLD, turn
from checker.wordfact import lone_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.article import Article

_MONTHS = tuple("january february march april may june july august september october november december".split())
_NOUNS = "|".join(TURNS_TOLD)
_SIZE = (
    r"overall|sharp|steep|big|large|modest|slight|small|strong|unexpected|further|significant|dramatic"
    r"|sudden|sharper|steeper|bigger|larger|monthly|quarterly|annual|yearly|weekly|daily|one-day|month-on-month"
    r"|month-to-month|month-over-month|year-on-year|year-over-year|quarter-on-quarter"
    r"|quarter-over-quarter|week-on-week|latest|[a-z-]+-than-(?:expected|forecast)"
    rf"|\d+(?:\.\d+)? ?(?:percent|pct|%)|(?:{'|'.join(_MONTHS)})"
)
_ORDINAL = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|biggest|largest|sharpest"
    r"|steepest|fastest|slowest|smallest|strongest|weakest|greatest|worst|longest|quickest"
)
_COLOR = (
    r"straight|consecutive|successive|one-day|single-day|daily|weekly|monthly|quarterly|annual|yearly|year-on-year"
    r"|year-over-year|month-on-month|month-to-month|percentage|point|such|ever"
)
# "The largest decrease", "the recent rise": another one than that of the sentence before.
_OTHER = "first|second|third|only|next|last|recent|previous|prior|earlier|worst|other"
_WHAT = rf"(?P<what>(?!\w+est\b|(?:{_OTHER})\b)[a-z]+) "
_OPENS = r"\W{0,3}(?:but |and |still, |however, )?"
# The verb that must follow a noun of movement: it is no part of a longer name ("the price increase", "the rise in").
_GOES_ON = (
    r"(?:,? (?:was|were|is|are|came|comes|has|have|will|would|could|may|might|also|partly|largely|mainly|mostly"
    r"|brings|brought|took|takes|put|puts|left|leaves|means|meant|suggests|makes|made|reflects|marks|follows|contrasts"
    r"|compares|(?!expected|forecast|planned|proposed|announced|needed|projected|predicted|anticipated|estimated"
    r"|required|offered|feared|promised|caused|reported|recorded|posted|registered|noted|measured"
    r"|eased|slowed|deepened|moderated|continued|accelerated|narrowed|widened)[a-z]+ed(?! by))\b)"
)
_TAKES_UP = regex(
    rf"(?i){_OPENS}(?:"
    r"(?:(?:[a-z.'-]+ ){1,6}?(?:said|says|say) (?:that )?)?"
    rf"(?:the|that|this|those|these|such an?) (?:(?:{_SIZE})(?:'s)?,? ){{0,3}}(?:{_WHAT})?"
    rf"(?!growth|gains|advances)(?P<noun>{_NOUNS})s?"
    rf"(?: in (?:the |its )?(?P<of>[a-z]+))?(?={_GOES_ON})"
    rf"|(?:[a-z.'-]+ ){{1,6}}?(?:attributed|blamed|linked) (?:the|that|this) (?:(?:{_SIZE}) ){{0,3}}(?P<cause>{_NOUNS})"
    r"(?= (?:to|on|mainly|partly|largely)\b)"
    rf"|(?:it|that|this) (?:was|is|marked|marks|represents|represented) an? (?:(?:{_SIZE}) ){{1,3}}(?P<one>{_NOUNS})"
    r"(?= (?:from|on|over|in|of|after)\b|[.,;])"
    rf"|(?:it|that|this) (?:was|is|marked|marks) (?:also |only )?the (?:{_ORDINAL}) time"
    rf" (?:(?!not|without)[\w'-]+ ){{0,8}}?(?:has|have|had) (?P<time>{'|'.join(TIMES_TOLD)})\b"
    r"|(?:it|that|this) (?:was|is|marked|marks) (?:also |only )?(?:the|its|their)"
    rf" (?:(?:{_COLOR}) )?(?:{_ORDINAL})(?:-(?:biggest|largest|steepest))?"
    rf" (?:(?:{_COLOR}) ){{0,3}}(?:(?:month|week|quarter|year|day|session) of )?(?P<run>{_NOUNS})"
    r"(?= (?:in|since|for|on|of|ever|after|this|so|among|by|from)\b|[.,;])"
    r"|(?:it|that|this|the (?:figure|level|rate|reading|number|total|index)) (?:was|is|marked|marks) (?:the|its|their)"
    rf" (?P<level>{'|'.join(EXTREME_LEVELS)})(?: (?:level|reading|rate|price|figure|total|close|finish|number))?"
    r"(?= (?:since|in|for|ever|on record)\b))"
)
_BACK = frozenset("after from following compared versus than against reversing erasing previously instead".split())
_BESIDE = _BACK.union("compares with follows followed".split())  # before a noun of another time
_UNSETTLED = frozenset(
    "offset offsetting despite however would could might if unless expected expects expect forecast forecasts likely"
    " will should flat unchanged mixed recouped recovered revised expecting expectations purchasing pmi 50 every each"
    " yield yields spread spreads brent".split()
)
# In a sentence that takes something up, one of these is the first or second word, or one of the next tells who says it;
_POINTERS = frozenset("the that this those these such it".split())
_SAYING = frozenset("said says say attributed blamed linked".split())
# and if it takes up a movement, it has one of these.
_TAKING_UP = frozenset((*TURNS_TOLD, *(f"{noun}s" for noun in TURNS_TOLD), *EXTREME_LEVELS, *TIMES_TOLD))
_NAMES = ("noun", "cause", "one", "run", "time", "level")
_PERIODS = {  # what names a time, and the word that the sentence before must have
    **{month: month for month in _MONTHS},
    **dict.fromkeys("annual yearly year-on-year year-over-year".split(), "year"),
    **dict.fromkeys("quarterly quarter-on-quarter quarter-over-quarter".split(), "quarter"),
    **dict.fromkeys("monthly month-on-month month-over-month month-to-month".split(), "month"),
    **dict.fromkeys("weekly week-on-week".split(), "week"),
    "daily": "day",
}
_POINTING = (["it"], ["that"], ["this"], ["they"])
_FIGURES = frozenset("PMNXE")
_ONE = frozenset(("a", "an"))
_NEAR, _LED = 6, 7  # tokens before a noun, and before a movement of an earlier time
_REACH = 6  # chunks from a movement to its figure


def taken_up(article: Article, sentences: list[Sentence]) -> list[Fact]:
    """Sentences → facts of the movements that the sentence behind takes up, and of the words that do."""
    known = [sentence for sentence in sentences if sentence.block == "paragraph"]
    places = [(block.kind, *place) for block in article.blocks for place in block.sentences]
    folded = known[0].chunks.tokens.folded if known else ""
    found: list[Fact] = []
    for (kind, start, end), (behind, first, after) in pairwise(places):
        if kind != "paragraph" or behind != "paragraph":
            continue
        sentence = next((s for s in known if start <= s.chunks.tokens.starts[0] < end), None)
        if sentence is None:
            continue
        words = re.findall("[a-z]+", folded[first:after].lower())
        if _POINTERS.isdisjoint(words[:2]) and _SAYING.isdisjoint(words):
            continue
        result = None if OUTCOMES.keys().isdisjoint(words) else RESULT.match(folded, first, after)
        if result is not None:
            found += result_in(sentence, result)
        if _TAKING_UP.isdisjoint(words) or _way(sentence.chunks, level=False, own=False) < 0:
            continue
        match = _TAKES_UP.match(folded, first, after)
        if match is None or not _is_its(match, sentence.chunks):
            continue
        way = _way(sentence.chunks, level=bool(match["level"]), own=bool(match["of"]))
        if way >= 0:
            found += _facts(sentence, way, match)
    return found


def _is_its(match: re.Match[str], chunks: Chunks) -> bool:
    """ "The April increase", "the drop in sales": does the sentence before tell of April, and of sales?"""
    words = chunks.tokens.words
    said = [] if match["run"] or match["time"] else match[0].lower().split()
    named = [_PERIODS[word] for word in said if word in _PERIODS]
    named += [match[name].lower() for name in ("what", "of") if match[name]]
    return all(name in words for name in named) and words[:1] not in _POINTING


def _way(chunks: Chunks, *, level: bool, own: bool) -> int:
    """The chunk of the one movement that a sentence tells, or −1."""
    words = chunks.tokens.words
    if not _UNSETTLED.isdisjoint(words) or _may(chunks):
        return -1
    known = ((k, turn(item.value)) for k, item in enumerate(chunks.chunks) if item.letter in MOVERS)
    moved = [(k, sign) for k, sign in known if sign]
    if not moved or not _is_movement(chunks, moved[0][0], level=level, own=own):
        return -1
    first, sign = moved[0]
    turned = any(other != sign and not _is_before(words, chunks.chunks[k].first) for k, other in moved[1:])
    return -1 if turned else first


def _is_movement(chunks: Chunks, k: int, *, level: bool, own: bool) -> bool:
    """Is a word of movement told with a figure, so that the words behind can speak of it?"""
    item, code = chunks.chunks[k], chunks.code
    if item.letter == "g" or "soft" in item.form or not is_told(chunks, item):
        return False
    words = chunks.tokens.words
    if item.letter == "a" and (own or "since" in words):
        return False  # "Sales were down on the year. The rise in sales": of the month
    near = words[max(0, item.first - _NEAR) : item.first]
    if "had" in near:
        return False
    if item.letter == "n" and (level or _ONE.isdisjoint(near) or not _BESIDE.isdisjoint(near)):
        return False  # "nearly cancelling June's 5 percent drop", "that compares with a rise"
    return not _FIGURES.isdisjoint(code[k + 1 : k + _REACH]) or (k > 0 and code[k - 1] in _FIGURES)


def _may(chunks: Chunks) -> bool:
    """Does a sentence say what may be, and not what was in May?"""
    tokens = chunks.tokens
    return any(word == "may" and not tokens.capital(i) for i, word in enumerate(tokens.words))


def _is_before(words: list[str], at: int) -> bool:
    """ "fell in May after a rise": is a movement told as one of the time before?"""
    near = words[max(0, at - _LED) : at]
    return "," not in near and not _BACK.isdisjoint(near)


def _facts(sentence: Sentence, way: int, match: re.Match[str]) -> list[Fact]:
    """A movement and the words that take it up → the facts of both."""
    item = sentence.chunks.chunks[way]
    sign, span = turn(item.value), span_of(sentence.chunks, item.first, item.first + 1)
    moved = lone_fact(sentence, span, Fraction(sign), "way", mark="y", direction=DIRECTION[sign])
    name = next(name for name in _NAMES if match[name])
    told = {**TURNS_TOLD, **EXTREME_LEVELS, **TIMES_TOLD}[match[name].lower()]
    links = (Link(moved.id, "bearing-on"),)
    word = lone_fact(sentence, match.span(name), Fraction(told), "bearing", links, mark="e", direction=DIRECTION[told])
    return [moved, word]
