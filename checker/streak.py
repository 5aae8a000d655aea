"""Facts of one sentence → runs of periods: how long they are said to be, and how long they are by the dates given.

"growth for two consecutive months since October", in an article that ends with November  →  streak 2, span 2
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact, Sentence
from checker.figure import Figure
from checker.pattern import Pattern
from checker.period import Period
from checker.record import replace
from checker.token import ORDINAL_ENDINGS
from checker.turning import TURNS_TOLD
from checker.wordfact import Facts, span_of, word_fact

_MONTH = Pattern(r"(?:(\d{4})-|M)(\d\d)$")
_STEPS = ("month", "quarter", "year", "week")
STRAIGHT = frozenset("consecutive straight successive".split())
RUN_UNITS = frozenset("day session week month quarter year time game match season win defeat".split())
_LONGEST = 24
_ENDING = frozenset(
    "snapping ending breaking halting after following reversing avoiding averting escaping preventing despite".split()
)
_NEAR = 5  # tokens from the count to "since"
_CLAUSE = 8  # tokens before the count in which it may be denied
_DENIALS = frozenset("not never n't".split())


def streaks(facts: Facts, sentence: Sentence, end: str) -> list[Fact]:
    """Facts by chunk, changed in place, and the article's last month → the facts that words and dates add."""
    made: list[Fact] = []
    if "Z" in sentence.chunks.code:
        made += [fact for k in range(len(sentence.chunks.code)) for fact in _run(facts, k, sentence.chunks)]
    for k, fact in list(facts.items()):
        if fact.figure is not None and _is_streak(fact.figure, sentence.chunks, k):
            facts[k] = replace(fact, aspect="streak")
            made += _span(facts, k, sentence, end)
    return made


def _span(facts: Facts, k: int, sentence: Sentence, end: str) -> list[Fact]:
    """A run of months with "since": the months counted from there to the article's last, and which way they go."""
    chunks, item = sentence.chunks, sentence.chunks.chunks[k]
    since = _since(sentence, item.after)
    near = chunks.tokens.text(item.first, min(len(chunks.tokens), item.after + 4))
    if since is None or not end or next((unit for unit in _STEPS if unit in near), "") != "month":
        return []
    if _is_denied(chunks, item.first):
        return []
    first, last = _number(since.key), _number(end)
    if 1 <= first <= 12:
        first = last - (last - first) % 12  # "since October" without a year: the last October
    if not first or not last or not 0 <= last - first < _LONGEST:
        return []
    facts[k] = replace(facts[k], period=f"{_key(first)}..{end}")
    months = Fraction(last - first + 1)
    span = word_fact(facts[k], (since.start, since.end), chunks, months, "span", "span-of")
    return [*_direction_of(facts[k], chunks, k), span]


def _is_denied(chunks: Chunks, first: int) -> bool:
    """ "have not topped 11 million for two straight months since June": the longest run of the time, not all of it."""
    led = chunks.tokens.words[max(0, first - _CLAUSE) : first]
    return not _DENIALS.isdisjoint(led)


def last_month(sentences: list[Sentence]) -> str:
    """The sentences of an article → the key of the latest month they name, its year from the mention before."""
    latest, year = 0, 0
    for sentence in sentences:
        for period in sentence.periods:
            if period.key[:4].isdigit():
                year = int(period.key[:4])
            match = _MONTH.match(period.key)
            if match:
                latest = max(latest, int(match[1] or year) * 12 + int(match[2]))
    return _key(latest) if latest >= 12 * 1800 else ""


def _is_streak(figure: Figure, chunks: Chunks, k: int) -> bool:
    words = figure.unit.split()
    if figure.value == 1 or "first time" in chunks.tokens.folded[chunks.tokens.starts[0] : figure.start]:
        return False  # "the first consecutive declines since May", "for the first time … in two months since May"
    return not STRAIGHT.isdisjoint(words) or chunks.code[k + 1 : k + 2] == "Z"


def _since(sentence: Sentence, after: int) -> Period | None:
    """The period behind "since", right after the run itself or at the head of the sentence.

    "Its lowest level since 2008" belongs to no run.
    """
    tokens = sentence.chunks.tokens
    if tokens.word(0) == "since":
        return next((p for p in sentence.periods if p.start <= tokens.ends[0] + 2), None)
    for i in range(after, min(len(tokens), after + _NEAR)):
        if tokens.words[i] == "since":
            return next((p for p in sentence.periods if tokens.ends[i] <= p.start <= tokens.ends[i] + 2), None)
        if not tokens.words[i].isalpha() or tokens.words[i] in ("though", "but", "and", "level"):
            break
    return None


def _key(number: int) -> str:
    return f"{(number - 1) // 12}-{(number - 1) % 12 + 1:02}"


def _number(key: str) -> int:
    match = _MONTH.match(key)
    return int(match[1] or 0) * 12 + int(match[2]) if match else 0


_OF_RUN = Pattern(r"Z[um]{0,2}o?[um]{0,2}(?P<dir>[nv])")
_TO_RUN = Pattern(r"(?:[ti]?[MNE]u?)?[umoi,/x]*$")  # from a rate to its run: "to 5.1 million tons for"


def _run(facts: Facts, k: int, chunks: Chunks) -> list[Fact]:
    """ "rose 2.1 percent, the third straight month of growth": the run's word holds for that change."""
    match = _OF_RUN.match(chunks.code, k + 1) if _is_ordinal(chunks, k) else None
    rates = [j for j in facts if j < k and facts[j].aspect == "change-rate"]
    if match is None or not rates or not _TO_RUN.match(chunks.code[max(rates) + 1 : k]):
        return []  # "snapping three straight months of gains" counts them
    if _ENDING & set(chunks.tokens.words[chunks.chunks[max(rates)].after : chunks.chunks[k].first]):
        return []
    item = chunks.chunks[match.start("dir")]
    word = chunks.tokens.words[item.first]
    if item.value not in ("up", "down") or word in _OF_PACE or (item.letter == "v" and word not in TURNS_TOLD):
        return []
    sign = Fraction(1 if item.value == "up" else -1)
    return [word_fact(facts[max(rates)], span_of(chunks, item.first, item.after), chunks, sign, "run", "run-of")]


def _is_ordinal(chunks: Chunks, k: int) -> bool:
    """Is a chunk the number of a period in a run: "third", "13th"?"""
    ending = chunks.tokens.word(chunks.chunks[k].after - 1)
    return chunks.code[k] == "R" or (chunks.code[k] == "Y" and ending in ORDINAL_ENDINGS)


_OF_PACE = frozenset("slowdown slowing slowdowns deceleration easing acceleration pickup".split())


def _direction_of(streak: Fact, chunks: Chunks, k: int) -> list[Fact]:
    """The change word nearest to a streak holds for each of its periods."""
    words = [j for j, c in enumerate(chunks.chunks) if c.letter in "nv" and c.value in ("up", "down")]
    if not words:
        return []
    item = chunks.chunks[min(words, key=lambda j: abs(j - k))]
    sign = Fraction(1 if item.value == "up" else -1)
    return [word_fact(streak, span_of(chunks, item.first, item.after), chunks, sign, "streak-direction", "of-streak")]
