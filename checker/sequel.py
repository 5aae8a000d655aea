"""Facts of an article → links from the words that tell which way a measure went to the two figures that show it.

    "Earnings fell 30 percent in the spring. Net income was 7 million crowns, compared with 10 million a year earlier."
    → "fell" moves-to 7 million, moves-from 10 million; 30 percent told-change-of 7 million
    "Profit doubled." … "Net income was 7 million crowns, up from 3.5 million."     "doubled" multiple-of 7 million

The words stand before the figures in their sentence, in the sentence before, in the first one or in the headline.
"""

from __future__ import annotations

from fractions import Fraction

from checker.direction import is_pace
from checker.earlier import PRONOUNS, are_adjacent, earlier, is_own, may_be_earlier
from checker.fact import DIRECTION, Fact, Link, Sentence, add_link
from checker.frame import like_units
from checker.lexicon import Lexicon
from checker.measure import head_of
from checker.moving import Move, moves
from checker.pair import Pair
from checker.shown import OWNERS, Shown, amount_of, is_of, may_differ, names_in
from checker.turning import side
from checker.wordfact import lone_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

Places = dict[int, dict[int, str]]  # sentence → chunk → fact id
_CONNECTORS = ("from", "against")
_GROWTH = ("change-of", "told-change-of")


class Story:
    """The sentences of an article, and what each of them tells of movements, found when it is asked for."""

    def __init__(self, sentences: list[Sentence], lexicon: Lexicon) -> None:
        self.sentences = sentences
        self.lexicon = lexicon
        self.opening = [s for s in sentences if s.block == "headline"][:1]
        self.opening += [s for s in sentences if s.block not in ("headline", "dateline", "table")][:1]
        self.names = names_in(self.opening[-1].chunks.tokens) if self.opening else OWNERS
        self._moves: dict[int, list[Move]] = {}
        self.told_times = any("d" in s.chunks.code for s in sentences)  # "doubled"

    def moves(self, sentence: Sentence) -> list[Move]:
        """What a sentence tells of which way measures went."""
        if sentence.number not in self._moves:
            self._moves[sentence.number] = moves(sentence, self.lexicon)
        return self._moves[sentence.number]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence with figures before another."""
        return self.sentences[sentence.number - 1] if sentence.number else None


def tie_sequels(by_id: dict[str, Fact], sentences: list[Sentence], lexicon: Lexicon) -> None:
    """Facts by id, changed in place and added to: a move told before two figures gets its links to them."""
    story = Story(sentences, lexicon)
    at: Places = {}
    for fact in by_id.values():
        if fact.chunk >= 0:
            at.setdefault(fact.sentence, {})[fact.chunk] = fact.id
    for sentence in sentences:
        for pair in sentence.pairs:
            now, before = (by_id.get(at.get(sentence.number, {}).get(k, "")) for k in (pair.now, pair.before))
            told = pair.connector in _CONNECTORS and pair.beside < 0 and not is_pace(sentence.chunks, pair.now)
            # "grew to 4.7 billion against 5 billion in May and 3.8 a year before": from which of them is not told
            # "recovered from a low of 40 and has risen by a third from 71": two moves
            told = told and "v" not in sentence.chunks.code[pair.now : pair.before]
            # "income of 2 million, compared with 9 million in interest expense": of two things
            told = told and sentence.chunks.code[pair.before + 1 : pair.before + 2] != "i"
            # "Revenue rose 9 percent. Costs as a percentage of revenue improved to 17 percent"
            told = told and "percentage" not in sentence.chunks.tokens.words[: sentence.chunks.chunks[pair.now].first]
            told = told and all(other.connector != "from-also" or other.now != pair.now for other in sentence.pairs)
            if told and now and before and _are_shown(now, before):
                way = _way(sentence, pair)
                _tie(by_id, at, story, Shown(sentence, pair.now, way, now, before))
        _tie_earlier(by_id, at, story, sentence)


def _way(sentence: Sentence, pair: Pair) -> int:
    """Which way the words of a pair say, be it that they stand before the size of the change: "5, down 2 from 7"."""
    items = sentence.chunks.chunks
    told = [pair.direction] if pair.direction >= 0 else range(pair.now + 1, pair.before)
    return next((way for k in told if items[k].letter in "va" and (way := side(items[k].value))), 0)


def _tie_earlier(by_id: dict[str, Fact], at: Places, story: Story, sentence: Sentence) -> None:
    """A base that a sentence gives for a figure of the sentence before gets its link, and that of the move told."""
    last = story.before(sentence)
    if last is None or not may_be_earlier(sentence):
        return
    near = {(n, k): by_id[i] for n in (last.number, sentence.number) for k, i in at.get(n, {}).items()}
    now, before = earlier(last, sentence, near, story.lexicon) or (None, None)
    if now is not None and before is not None and _are_shown(now, before):
        by_id[before.id] = before
        _tie(by_id, at, story, Shown(last, now.chunk, 0, now, before))


def _tie(by_id: dict[str, Fact], at: Places, story: Story, shown: Shown) -> None:
    if story.told_times:
        _tie_times(by_id, at, story, shown)
    move = _told(story, shown, story.moves)
    if move is not None and shown.way in (0, move.sign):  # a measure that goes another way there may be another one
        _tie_move(by_id, at, shown, move)


def _told(story: Story, shown: Shown, told_by: Callable[[Sentence], list[Move]]) -> Move | None:
    """Two figures, and what tells movements of a sentence → the nearest one told of their measure before them."""
    for told in _told_before(story, shown):
        move = next((move for move in told_by(told) if is_of(move, shown, story.names)), None)
        if move is not None and not may_differ(told, shown.sentence, story.before(shown.sentence)):
            return move
    return None


def _tie_times(by_id: dict[str, Fact], at: Places, story: Story, shown: Shown) -> None:
    """Facts by id, changed in place: "doubled", told before two figures, gets its links to them."""
    from checker.tenfold import times_fact, times_told  # few articles say how many times

    move = _told(story, shown, lambda told: times_told(told, story.lexicon))
    if move is None or shown.way not in (0, move.sign) or _has_level(move, shown, by_id, at):
        return
    said = times_fact(move, shown.now)
    if said.id not in by_id and all(link.as_ != "multiplied" for link in by_id[shown.before.id].links):
        by_id[said.id] = said
        add_link(by_id, shown.before.id, shown.now, "multiplied")


def _tie_move(by_id: dict[str, Fact], at: Places, shown: Shown, move: Move) -> None:
    """A move and two figures → the links of its word, where no word of theirs says the way, and of its rate."""
    now, before, told = shown.now, shown.before, move.sentence
    if not shown.way:
        word = _word(move, (Link(now.id, "moves-to"), Link(before.id, "moves-from")))
        by_id.setdefault(word.id, word)
    rate = at.get(told.number, {}).get(amount_of(move), "")
    if rate and not _has_level(move, shown, by_id, at) and _is_rate_of(by_id[rate], now, by_id):
        add_link(by_id, rate, now, "told-change-of")


def _has_level(move: Move, shown: Shown, by_id: dict[str, Fact], at: Places) -> bool:
    """Does the sentence of a move give a level: "output rose 2 percent to 10 million … exports were 4.3 million"?"""
    told, item = move.sentence, shown.sentence.chunks.chunks[shown.now.chunk]
    own = at.get(told.number, {}) if told is not shown.sentence else {}
    levels = [k for k, i in own.items() if by_id[i].aspect == "level"]
    return any(like_units(told.chunks.chunks[k], item) for k in levels)


def _is_rate_of(rate: Fact, now: Fact, by_id: dict[str, Fact]) -> bool:
    """May a rate of growth be that of an amount, which has no other, and it no other amount?"""
    free = not any(link.as_ == "change-of" for link in rate.links)
    alone = not any(link.to == now.id and link.as_ in _GROWTH for fact in by_id.values() for link in fact.links)
    return rate.aspect == "change-rate" and free and alone and not rate.basis


def _are_shown(now: Fact, before: Fact) -> bool:
    """Are two figures levels that were, no ends of ranges and no losses with a sign of their own?"""
    return now.aspect == "level" and all(
        fact.modality == "reported"
        and fact.figure is not None
        and not fact.figure.end_of
        and (fact.figure.value or 0) > 0
        for fact in (now, before)
    )


def _told_before(story: Story, shown: Shown) -> list[Sentence]:
    """The sentences that may tell which way the measure of two figures went, the nearest first."""
    sentence = shown.sentence
    last = story.before(sentence)
    here = [] if shown.way else [sentence]
    if not is_own(sentence.chunks, shown.chunk, story.lexicon) or _is_any(shown.now):
        said = sentence.chunks.tokens.word(0) in PRONOUNS and sentence.chunks.code[0] in "rve"
        return [*here, *([last] if said and last is not None and are_adjacent(last, sentence) else [])]
    before = [last] if last is not None else []
    return [*here, *before, *(s for s in reversed(story.opening) if s.number < sentence.number and s is not last)]


def _is_any(fact: Fact) -> bool:
    """ "the jobs index", "the rate for cars": are there many measures of that name, told apart by more than a word?"""
    return head_of(fact.measure) in ("rate", "stock-index")


def _word(move: Move, links: tuple[Link, ...]) -> Fact:
    """A move → the fact of its word, with its sign as the value."""
    item = move.sentence.chunks.chunks[move.chunk]
    span = span_of(move.sentence.chunks, item.first, item.after)
    way = DIRECTION[move.sign]
    return lone_fact(move.sentence, span, Fraction(move.sign), "direction", links, mark="z", direction=way)
