"""Facts of an article → links from the words that tell which way a measure went to the two figures that show it.

    "Earnings fell 30 percent in the spring. Net income was 7 million crowns, compared with 10 million a year earlier."
    → "fell" moves-to 7 million, moves-from 10 million; 30 percent told-change-of 7 million

The words stand before the figures in their sentence, in the sentence before, in the first one or in the headline.
"""

from __future__ import annotations

import re
from fractions import Fraction

from checker.chunk import Chunks
from checker.direction import MOVERS, is_thing, turn
from checker.fact import DIRECTION, Fact, Link, Sentence, add_link
from checker.lexicon import Lexicon
from checker.measure import Mention, mentions
from checker.movement import is_told, subject_of
from checker.period import comparable, is_base
from checker.record import record
from checker.timing import UNTOLD_BASE, main_period, modality
from checker.token import Tokens
from checker.unit import singular
from checker.wordfact import lone_fact, span_of

_CONNECTORS = ("from", "against")
_VERBS = MOVERS.replace("g", "")  # what somebody raises ("raised its profit forecast") is not what is reported
_OF_THE_SAME = "vwa"
_QUALITIES = frozenset("higher lower bigger smaller larger wider narrower rising falling".split())
_PRONOUNS = frozenset("it they this that".split())
# What may stand between a measure and its figure: "net profit in the quarter was", "a profit of", "sales rose to",
# "orders fell, coming in at".
_LEADS_TO = re.compile(r"(?:[vw],(?=r))?(?:[oi@][um]{1,3})?(?:,[^,MNEPX]{1,8},)?[reDx!bv w]{0,3}(?:[ota@]|A)?[bDx]?")
_GROWTH = ("change-of", "told-change-of")
_ADJUSTED = frozenset("excluding excludes adjusted underlying items exceptional comparable constant".split())
_OWNERS = frozenset("company firm group bank carrier retailer airline chain maker bourse".split())
_OF_NAME = ("'s", "(")
_ADJACENT = 3  # code points between two sentences


@record(frozen=True, slots=True)
class _Move:
    """A word of a sentence that tells which way a measure went."""

    sentence: Sentence
    chunk: int
    sign: int
    mention: Mention


@record(frozen=True, slots=True)
class _Shown:
    """Two figures that are set against each other, and where the first of them stands."""

    sentence: Sentence
    chunk: int
    directed: bool  # its own sentence says which way
    now: Fact
    before: Fact


class _Story:
    """The sentences of an article, and what each of them tells of movements, found when it is asked for."""

    def __init__(self, sentences: list[Sentence], lexicon: Lexicon) -> None:
        self.sentences = sentences
        self.lexicon = lexicon
        self.opening = [s for s in sentences if s.block == "headline"][:1]
        self.opening += [s for s in sentences if s.block not in ("headline", "dateline", "table")][:1]
        self.names = _names(self.opening[-1].chunks.tokens) if self.opening else _OWNERS
        self._moves: dict[int, list[_Move]] = {}

    def moves(self, sentence: Sentence) -> list[_Move]:
        """What a sentence tells of which way measures went."""
        if sentence.number not in self._moves:
            self._moves[sentence.number] = _moves(sentence, self.lexicon)
        return self._moves[sentence.number]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence with figures before another."""
        return self.sentences[sentence.number - 1] if sentence.number else None


def tie_sequels(by_id: dict[str, Fact], sentences: list[Sentence], lexicon: Lexicon) -> None:
    """Facts by id, changed in place and added to: a move told before two figures gets its links to them."""
    story = _Story(sentences, lexicon)
    at = {(fact.sentence, fact.chunk): fact.id for fact in by_id.values() if fact.chunk >= 0}
    for sentence in sentences:
        for pair in sentence.pairs:
            now, before = (by_id.get(at.get((sentence.number, k), "")) for k in (pair.now, pair.before))
            if now and before and pair.connector in _CONNECTORS and pair.beside < 0 and _are_shown(now, before):
                _tie(by_id, at, story, _Shown(sentence, pair.now, pair.direction >= 0, now, before))


def _tie(by_id: dict[str, Fact], at: dict[tuple[int, int], str], story: _Story, shown: _Shown) -> None:
    now, before = shown.now, shown.before
    for told in _told_before(story, shown):
        move = next((move for move in story.moves(told) if _is_of(move, shown, story.names)), None)
        if move is None or _is_adjusted(story, told, shown.sentence):
            continue
        word = _word(move, (Link(now.id, "moves-to"), Link(before.id, "moves-from")))
        by_id.setdefault(word.id, word)
        rate = at.get((told.number, next((b.chunk for b in told.bonds if b.sign == move.chunk), -1)), "")
        if rate and _is_rate_of(by_id[rate], now, by_id):
            add_link(by_id, rate, now, "told-change-of")
        return


def _is_rate_of(rate: Fact, now: Fact, by_id: dict[str, Fact]) -> bool:
    """May a rate of growth be that of an amount, which has no other, and it no other amount?"""
    free = not any(link.as_ == "change-of" for link in rate.links)
    alone = not any(link.to == now.id and link.as_ in _GROWTH for fact in by_id.values() for link in fact.links)
    return rate.aspect == "change-rate" and free and alone and not rate.basis


def _is_adjusted(story: _Story, told: Sentence, shown: Sentence) -> bool:
    """Does the text from the words of a move to the figures tell of what is left out, so that they may differ in it?"""
    between = story.sentences[told.number : shown.number + 1]
    return any(not _ADJUSTED.isdisjoint(sentence.chunks.tokens.words) for sentence in between)


def _are_shown(now: Fact, before: Fact) -> bool:
    """Are two figures levels that were, no ends of ranges and no losses with a sign of their own?"""
    return now.aspect == "level" and all(
        fact.modality == "reported"
        and fact.figure is not None
        and not fact.figure.end_of
        and (fact.figure.value or 0) > 0
        for fact in (now, before)
    )


def _told_before(story: _Story, shown: _Shown) -> list[Sentence]:
    """The sentences that may tell which way the measure of two figures went, the nearest first."""
    sentence = shown.sentence
    last = story.before(sentence)
    if not _own_measure(sentence.chunks, shown.chunk, story.lexicon):
        said = sentence.chunks.tokens.word(0) in _PRONOUNS and sentence.chunks.code[0] in "rve"
        return [last] if said and last is not None and _are_adjacent(last, sentence) else []
    here = [] if shown.directed else [sentence]
    before = [last] if last is not None else []
    return [*here, *before, *(s for s in reversed(story.opening) if s.number < sentence.number and s is not last)]


def _are_adjacent(one: Sentence, other: Sentence) -> bool:
    return other.chunks.tokens.starts[0] - one.chunks.tokens.ends[-1] <= _ADJACENT


def _own_measure(chunks: Chunks, now: int, lexicon: Lexicon) -> bool:
    """Does a figure stand right behind the measure it is of?"""
    left = [m.chunk for m in mentions(chunks, lexicon) if m.chunk < now]
    if not left or _is_governed(chunks, left[-1]) or "B" in chunks.code[:now] or _is_any(chunks, left[-1]):
        return False
    return _LEADS_TO.fullmatch(chunks.code, left[-1] + 1, now) is not None


def _is_any(chunks: Chunks, k: int) -> bool:
    """ "the jobs index", "the rate for cars": are there many measures of that name, told apart by more than a word?"""
    return chunks.chunks[k].value in ("rate", "stock-index")


def _is_governed(chunks: Chunks, k: int) -> bool:
    """ "the average of new claims", "underwriting, where profit": what is told is said of the noun before."""
    return chunks.code[k - 1 : k] in ("o", "i", "|")


def _moves(sentence: Sentence, lexicon: Lexicon) -> list[_Move]:
    chunks = sentence.chunks
    named = {mention.chunk: mention for mention in mentions(chunks, lexicon)}
    found: list[_Move] = []
    turned: set[int] = set()
    for k, item in enumerate(chunks.chunks):
        if item.letter not in _VERBS or not (sign := turn(item.value)):
            continue
        if subject := _subject(chunks, k, named):
            found.append(_Move(sentence, k, sign, subject))
        elif item.letter in _OF_THE_SAME and subject_of(chunks, k) < 0 and is_told(chunks, item):
            turned.add(sign)  # "fell in May, but was up on the year": of what was told before
    return [move for move in found if -move.sign not in turned]


def _subject(chunks: Chunks, k: int, named: dict[int, Mention]) -> Mention | None:
    """A word of movement → the measure that moves, if it is one."""
    item = chunks.chunks[k]
    if chunks.tokens.words[item.first] in _QUALITIES and k + 1 in named:
        return named[k + 1]  # "a higher profit"
    if "soft" in item.form or not is_told(chunks, item) or (item.letter == "n" and is_thing(chunks, k)):
        return None
    if "B" in chunks.code[:k] or modality(item, chunks.tokens, "", 0) == "forecast":
        return None  # "its goal is a rise in profit"
    subject = subject_of(chunks, k)
    return None if item.letter != "n" and subject > 0 and _is_governed(chunks, subject) else named.get(subject)


def _is_of(move: _Move, shown: _Shown, names: frozenset[str]) -> bool:
    """Is a move one of the measure, the place and the time of two figures, and told before them?"""
    told, now, before = move.sentence, shown.now, shown.before
    if told is shown.sentence and move.chunk > shown.chunk:
        return False
    if told is not shown.sentence and shown.sentence.chunks.code[shown.chunk] == "E":
        return False  # earnings may fall and those a share rise
    if _plain(move.mention.measure, names) != _plain(now.measure, names):
        return False
    if (now.place and move.mention.place not in ("", now.place)) or told.chunks.bases or now.basis:
        return False
    if comparable(main_period(told.chunks.tokens, told.periods), now.period) is False:
        return False
    bases = {period.key for period in told.periods if is_base(period.key)}
    other = bases and before.period.startswith("~") and before.period != UNTOLD_BASE and before.period not in bases
    return not other


def _plain(measure: str, names: frozenset[str]) -> str:
    """A measure → the same without the company whose it is: "the firm's profit", "Harbour Foods profit up"."""
    head, _, narrowed = measure.partition(":")
    return ":".join([head, *(word for word in narrowed.split("+") if word and word not in names)])


def _names(tokens: Tokens) -> frozenset[str]:
    """The first sentence of an article → its words that begin with a capital, in the singular, and those for owners."""
    named = (
        i for i in range(len(tokens)) if tokens.capital(i) and (i or tokens.capital(1) or tokens.word(1) in _OF_NAME)
    )
    return _OWNERS.union(singular(tokens.words[i]) for i in named)


def _word(move: _Move, links: tuple[Link, ...]) -> Fact:
    """A move → the fact of its word, with its sign as the value."""
    item = move.sentence.chunks.chunks[move.chunk]
    span = span_of(move.sentence.chunks, item.first, item.after)
    way = DIRECTION[move.sign]
    return lone_fact(move.sentence, span, Fraction(move.sign), "direction", links, mark="z", direction=way)
