"""Facts of one sentence → the further links its wording states: thresholds passed, streaks, lists of items, largest parts.

    "Sales passed the billion euro mark for the first time"     bound –first-above→ sales
    "growth for two consecutive months since October"           streak of 2, span of 2
    "three products: tea, coffee and cocoa"                     3 –lists– "tea, coffee and cocoa"
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact, Link, Sentence
from checker.figure import Figure
from checker.frame import like_units
from checker.interval import above, point
from checker.lexicon import Lexicon
from checker.record import replace
from checker.unit import entries_at

_Facts = dict[int, Fact]  # chunk → fact


def state_links(sentence: Sentence, facts: tuple[Fact, ...], end: str, lexicon: Lexicon) -> tuple[Fact, ...]:
    """A sentence, its facts and the last month of the article → the facts with the links that the wording adds."""
    by_chunk = {fact.chunk: fact for fact in facts if fact.chunk >= 0}
    words = [fact for fact in facts if fact.chunk < 0]
    _thresholds(by_chunk, sentence.chunks)
    _largest(by_chunk, sentence.chunks)
    words += _streaks(by_chunk, sentence, end)
    words += _lists(by_chunk, sentence.chunks, lexicon)
    return (*(by_chunk[k] for k in sorted(by_chunk)), *words)


def _thresholds(facts: _Facts, chunks: Chunks) -> None:
    for k, fact in list(facts.items()):
        if fact.aspect != "threshold" or fact.figure is None or chunks.chunks[k - 1].value != "above":
            continue
        first = any(c.letter == "x" and c.value == "first" for c in chunks.chunks[k + 1 : k + 4])
        left = [j for j in facts if j < k and facts[j].aspect == "level" and like_units(chunks.chunks[j], chunks.chunks[k])]
        if left:
            facts[k] = replace(fact, links=(*fact.links, Link(facts[max(left)].id, "first-above" if first else "above")))
        else:  # "will exceed 600,000": the bound is all that is said of the level
            bound = above(fact.figure.value or Fraction(0))
            facts[k] = replace(fact, aspect="level", interval=bound, tight=bound)


def _largest(facts: _Facts, chunks: Chunks) -> None:
    match = re.search(r"p[MN][^;]*s(x)", chunks.code)
    if match and chunks.chunks[match.start(1)].value == "max":
        part = facts.get(match.start() + 1)
        whole = next((link.to for link in part.links if link.as_ == "part-of"), "") if part else ""
        if part and whole:
            facts[part.chunk] = replace(part, links=(*part.links, Link(whole, "largest-of")))


_MONTHS = re.compile(r"(?:(\d{4})-|M)(\d\d)$")


def _streaks(facts: _Facts, sentence: Sentence, end: str) -> list[Fact]:
    """ "two consecutive months": the count is a streak; with "since October" its span is counted to the article's last month."""
    made: list[Fact] = []
    for k, fact in list(facts.items()):
        figure = fact.figure
        if figure is None or not _is_streak(figure, sentence.chunks, k):
            continue
        unit = next((u for u in ("month", "quarter", "year", "week") if u in sentence.chunks.tokens.text(*_around(sentence.chunks, k))), "")
        facts[k] = replace(fact, aspect="streak", measure=fact.measure)
        since = _since(sentence)
        if unit == "month" and since and end:
            first, last = _month_number(since.key), _month_number(end)
            if first and last and 0 <= last - first < 24:
                facts[k] = replace(facts[k], period=f"{since.key}..{end}")
                made += _direction_of(facts[k], sentence.chunks, k)
                made.append(_counted(fact, since.start, since.end, sentence.chunks, last - first + 1, "span", "span-of"))
    return made


def last_month(sentences: list[Sentence]) -> str:
    """The sentences of an article → the key of the latest month they speak of, the year taken from the mention before."""
    latest, year = 0, 0
    for sentence in sentences:
        for period in sentence.periods:
            if period.key[:4].isdigit():
                year = int(period.key[:4])
            match = _MONTHS.match(period.key)
            if match:
                latest = max(latest, int(match[1] or year) * 12 + int(match[2]))
    return f"{(latest - 1) // 12}-{(latest - 1) % 12 + 1:02}" if latest >= 12 * 1800 else ""


def _is_streak(figure: Figure, chunks: Chunks, k: int) -> bool:
    words = figure.unit.split()
    return any(w in words for w in ("consecutive", "straight", "successive")) or chunks.code[k + 1 : k + 2] == "Z"


def _around(chunks: Chunks, k: int) -> tuple[int, int]:
    return chunks.chunks[k].first, min(len(chunks.tokens), chunks.chunks[k].after + 4)


def _since(sentence: Sentence):  # type: ignore[no-untyped-def]
    folded = sentence.chunks.tokens.folded
    return next((p for p in sentence.periods if folded[max(0, p.start - 6) : p.start].lower().endswith("since ")), None)


def _month_number(key: str) -> int:
    match = _MONTHS.match(key)
    return int(match[1] or 0) * 12 + int(match[2]) if match else 0


def _direction_of(streak: Fact, chunks: Chunks, k: int) -> list[Fact]:
    """The change word nearest to a streak holds for each of its periods."""
    near = sorted((abs(j - k), j) for j, c in enumerate(chunks.chunks) if c.letter in "nv" and c.value in ("up", "down"))
    if not near:
        return []
    item = chunks.chunks[near[0][1]]
    start, end = chunks.tokens.starts[item.first], chunks.tokens.ends[item.after - 1]
    made = _counted(streak, start, end, chunks, 1 if item.value == "up" else -1, "streak-direction", "of-streak")
    return [made]


def _counted(of: Fact, start: int, end: int, chunks: Chunks, count: int, aspect: str, link: str) -> Fact:
    """A count that is read off the text (months since, items named) as a fact of its own."""
    value = point(Fraction(count))
    text = chunks.tokens.folded[start:end]
    figure = Figure(f"w{start}", start, end, text, "word", "", "", start, Fraction(1), Fraction(count), value, value)
    return Fact(figure.id, figure, value, value, of.measure, of.place, of.period, aspect, "", of.modality, (Link(of.id, link),), of.sentence)


def _lists(facts: _Facts, chunks: Chunks, lexicon: Lexicon) -> list[Fact]:
    made: list[Fact] = []
    for k, fact in facts.items():
        figure = fact.figure
        if figure is None or figure.kind != "count" or figure.value is None or not 2 <= figure.value <= 12 or figure.hedge or fact.links:
            continue
        items = _items(chunks, chunks.chunks[k].after, lexicon)
        if items is not None:
            start, end, count = items
            made.append(_counted(fact, start, end, chunks, count, "items", "lists"))
    return made


_LIST_STOP = frozenset("such including like among eg".split())


def _items(chunks: Chunks, i: int, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """After a count: ": A, B and C" or "… of A, B, and C" → where the list stands and how many items it names."""
    tokens = chunks.tokens
    j = i
    while j < len(tokens) and j - i < 10 and tokens.words[j] not in (":", "of") and tokens.words[j] not in (",", ";", "."):
        if tokens.words[j] in _LIST_STOP:
            return None
        j += 1
    if j >= len(tokens) or tokens.words[j] not in (":", "of"):
        return None
    colon, start, count, length, last = tokens.words[j] == ":", j + 1, 1, 0, False
    j += 1
    while j < len(tokens):
        word = tokens.words[j]
        if word in (",", "and"):
            if length == 0 and not (word == "and" and tokens.word(j - 1) == ","):
                return None
            if length:
                if last:
                    break
                count, length = count + 1, 0
            last = last or word == "and"
        elif not (word.isalpha() or word in ("-", "'s")) or _verb(tokens, j, lexicon) or tokens.word(j) in _LIST_STOP:
            break
        else:
            length += 1
            if length > 5:
                return None
        j += 1
    if not last or length == 0 or count < (2 if colon else 3):
        return None
    return tokens.starts[start], tokens.ends[j - 1], count


def _verb(tokens, j: int, lexicon: Lexicon) -> bool:  # type: ignore[no-untyped-def]
    entries = entries_at(tokens, j, j + 1, lexicon)
    return tokens.words[j] in ("will", "would", "has", "have", "had", "is", "are", "was", "were", "which", "who", "that", "in", "by", "for", "to", "from", "through", "via", "with", "at", "on", "as") or any(
        e.cls.endswith("-verb") and e.form not in ("base", "ing") for e in entries
    )
