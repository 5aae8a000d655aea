"""Facts of one sentence → runs of periods: how long they are said to be, and how long they are by the dates given.

    "growth for two consecutive months since October", in an article that ends with November  →  streak 2, span 2
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact, Sentence
from checker.figure import Figure
from checker.period import Period
from checker.record import replace
from checker.wordfact import Facts, span_of, word_fact

_MONTH = re.compile(r"(?:(\d{4})-|M)(\d\d)$")
_STEPS = ("month", "quarter", "year", "week")
_LONGEST = 24
_NEAR = 5  # tokens from the count to "since"


def streaks(facts: Facts, sentence: Sentence, end: str) -> list[Fact]:
    """Facts by chunk, changed in place, and the article's last month → the facts that words and dates add."""
    made: list[Fact] = []
    chunks = sentence.chunks
    for k, fact in list(facts.items()):
        if fact.figure is None or not _is_streak(fact.figure, chunks, k):
            continue
        facts[k] = replace(fact, aspect="streak")
        made += _run(facts, k, chunks)
        item = chunks.chunks[k]
        near = chunks.tokens.text(item.first, min(len(chunks.tokens), item.after + 4))
        unit = next((u for u in _STEPS if u in near), "")
        since = _since(sentence, item.after)
        if unit == "month" and since is not None and end:
            first, last = _number(since.key), _number(end)
            if first and last and 0 <= last - first < _LONGEST:
                facts[k] = replace(facts[k], period=f"{since.key}..{end}")
                made += _direction_of(facts[k], chunks, k)
                made.append(word_fact(fact, (since.start, since.end), chunks, Fraction(last - first + 1), "span", "span-of"))
    return made


def last_month(sentences: list[Sentence]) -> str:
    """The sentences of an article → the key of the latest month they speak of, the year taken from the mention before."""
    latest, year = 0, 0
    for sentence in sentences:
        for period in sentence.periods:
            if period.key[:4].isdigit():
                year = int(period.key[:4])
            match = _MONTH.match(period.key)
            if match:
                latest = max(latest, int(match[1] or year) * 12 + int(match[2]))
    return f"{(latest - 1) // 12}-{(latest - 1) % 12 + 1:02}" if latest >= 12 * 1800 else ""


def _is_streak(figure: Figure, chunks: Chunks, k: int) -> bool:
    words = figure.unit.split()
    return any(w in words for w in ("consecutive", "straight", "successive")) or chunks.code[k + 1 : k + 2] == "Z"


def _since(sentence: Sentence, after: int) -> Period | None:
    """The period behind "since", right after the run itself: "its lowest level since 2008" belongs to no run."""
    tokens = sentence.chunks.tokens
    for i in range(after, min(len(tokens), after + _NEAR)):
        if tokens.words[i] == "since":
            return next((p for p in sentence.periods if tokens.ends[i] <= p.start <= tokens.ends[i] + 2), None)
        if not tokens.words[i].isalpha() or tokens.words[i] in ("though", "but", "and", "level"):
            break
    return None


def _number(key: str) -> int:
    match = _MONTH.match(key)
    return int(match[1] or 0) * 12 + int(match[2]) if match else 0


_OF_RUN = re.compile(r"Z?[um]{0,2}o?[um]{0,2}(?P<dir>n)")


def _run(facts: Facts, k: int, chunks: Chunks) -> list[Fact]:
    """ "rose 2.1 percent, the third straight month of growth": the run's word holds for the change that it stands behind."""
    match = _OF_RUN.match(chunks.code, k + 1)
    rates = [j for j in facts if j < k and facts[j].aspect == "change-rate" and ";" not in chunks.code[j:k]]
    if match is None or not rates or set(chunks.code[max(rates) + 1 : k]) - set("umoi,/xT"):
        return []
    item = chunks.chunks[match.start("dir")]
    if item.value not in ("up", "down"):
        return []
    sign = Fraction(1 if item.value == "up" else -1)
    return [word_fact(facts[max(rates)], span_of(chunks, item.first, item.after), chunks, sign, "run", "run-of")]


def _direction_of(streak: Fact, chunks: Chunks, k: int) -> list[Fact]:
    """The change word nearest to a streak holds for each of its periods."""
    near = sorted((abs(j - k), j) for j, c in enumerate(chunks.chunks) if c.letter in "nv" and c.value in ("up", "down"))
    if not near:
        return []
    item = chunks.chunks[near[0][1]]
    sign = Fraction(1 if item.value == "up" else -1)
    return [word_fact(streak, span_of(chunks, item.first, item.after), chunks, sign, "streak-direction", "of-streak")]
