"""Facts of an article → links from the words that tell which way a measure went to the two figures that show it.

    "Earnings fell 30 percent in the spring. Net income was 7 million crowns, compared with 10 million a year earlier."
    → "fell" moves-to 7 million, moves-from 10 million; 30 percent told-change-of 7 million

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
from checker.pattern import regex
from checker.period import comparable, is_base, is_day
from checker.record import record
from checker.timing import UNTOLD_BASE
from checker.token import Tokens
from checker.turning import side
from checker.unit import singular
from checker.wordfact import lone_fact, span_of

Places = dict[int, dict[int, str]]  # sentence → chunk → fact id
_CONNECTORS = ("from", "against")
_GROWTH = ("change-of", "told-change-of")
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
_OWNERS = frozenset("company firm group carrier retailer airline".split())
_OF_NAME = ("'s", "(")
_VALUED = frozenset(("valued", "worth"))
_FORMS = frozenset("co corp inc ltd plc group bank company".split())  # of names of firms
# "output rose, including 4 million of the old kind"; "prices rose and yielded 4.85 percent": figures of something else.
_OTHERS = frozenset(
    "comprising comprised including domestic foreign respectively yield yields yielded yielding".split()
)


@record(frozen=True, slots=True)
class _Shown:
    """Two figures that are set against each other, and where the first of them stands."""

    sentence: Sentence
    chunk: int
    way: int  # which its own sentence says, 0 where it says none
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
        self._moves: dict[int, list[Move]] = {}

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
    story = _Story(sentences, lexicon)
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
            told = told and all(other.connector != "from-also" or other.now != pair.now for other in sentence.pairs)
            if told and now and before and _are_shown(now, before):
                way = _way(sentence, pair)
                _tie(by_id, at, story, _Shown(sentence, pair.now, way, now, before))
        _tie_earlier(by_id, at, story, sentence)


def _way(sentence: Sentence, pair: Pair) -> int:
    """Which way the words of a pair say, be it that they stand before the size of the change: "5, down 2 from 7"."""
    items = sentence.chunks.chunks
    told = [pair.direction] if pair.direction >= 0 else range(pair.now + 1, pair.before)
    return next((way for k in told if items[k].letter in "va" and (way := side(items[k].value))), 0)


def _tie_earlier(by_id: dict[str, Fact], at: Places, story: _Story, sentence: Sentence) -> None:
    """A base that a sentence gives for a figure of the sentence before gets its link, and that of the move told."""
    last = story.before(sentence)
    if last is None or not may_be_earlier(sentence):
        return
    near = {(n, k): by_id[i] for n in (last.number, sentence.number) for k, i in at.get(n, {}).items()}
    now, before = earlier(last, sentence, near, story.lexicon) or (None, None)
    if now is not None and before is not None and _are_shown(now, before):
        by_id[before.id] = before
        _tie(by_id, at, story, _Shown(last, now.chunk, 0, now, before))


def _tie(by_id: dict[str, Fact], at: Places, story: _Story, shown: _Shown) -> None:
    for told in _told_before(story, shown):
        move = next((move for move in story.moves(told) if _is_of(move, shown, story.names)), None)
        if move is None or _is_adjusted(told, shown.sentence) or _are_of_two_times(told, shown.sentence):
            continue
        if _may_be_below_zero(story, shown):
            continue
        if shown.way in (0, move.sign):  # a measure that goes another way there may be another one
            _tie_move(by_id, at, shown, move)
        return


def _tie_move(by_id: dict[str, Fact], at: Places, shown: _Shown, move: Move) -> None:
    """A move and two figures → the links of its word, where no word of theirs says the way, and of its rate."""
    now, before, told = shown.now, shown.before, move.sentence
    if not shown.way:
        word = _word(move, (Link(now.id, "moves-to"), Link(before.id, "moves-from")))
        by_id.setdefault(word.id, word)
    rate = at.get(told.number, {}).get(_amount(move), "")
    if rate and not _has_level(move, shown, by_id, at) and _is_rate_of(by_id[rate], now, by_id):
        add_link(by_id, rate, now, "told-change-of")


def _amount(move: Move) -> int:
    """The chunk of the figure that says by how much, or −1."""
    return next((bond.chunk for bond in move.sentence.bonds if bond.sign == move.chunk), -1)


def _has_level(move: Move, shown: _Shown, by_id: dict[str, Fact], at: Places) -> bool:
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


def _is_adjusted(told: Sentence, shown: Sentence) -> bool:
    """Does the text from the words of a move to the figures tell of what is left out, so that they may differ in it?"""
    one, other = told.chunks.tokens, shown.chunks.tokens
    if bool(_VALUED.intersection(other.words)) > bool(_VALUED.intersection(one.words)):
        return True  # "exports rose 15 percent", by the gallon; "they were valued at 34 million, up from 27 million"
    return bool(_ADJUSTED.search(one.folded, one.starts[0], other.ends[-1]))


def _may_be_below_zero(story: _Story, shown: _Shown) -> bool:
    """ "at minus 8.15. Inventories fell, hitting 25.29": may a figure have left out its sign?"""
    near = (shown.sentence, story.before(shown.sentence))
    return any(one is not None and not _BELOW_ZERO.isdisjoint(one.chunks.tokens.words) for one in near)


def _are_of_two_times(told: Sentence, shown: Sentence) -> bool:
    """Does one of a move and its figures tell of a longer time: "up 20 percent over the past 12 months"?"""
    if told is not shown and "since" in told.chunks.tokens.words and "since" not in shown.chunks.tokens.words:
        return True  # "down 16 percent since May", "fell to 25.85 after closing at 27.52"
    tokens = (one.chunks.tokens for one in (told, shown))
    said = [_LONG.findall(one.folded, one.starts[0], one.ends[-1]) for one in tokens]
    return told is not shown and said[0] != said[1]


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
    here = [] if shown.way else [sentence]
    if not is_own(sentence.chunks, shown.chunk, story.lexicon) or _is_any(shown.now):
        said = sentence.chunks.tokens.word(0) in PRONOUNS and sentence.chunks.code[0] in "rve"
        return [*here, *([last] if said and last is not None and are_adjacent(last, sentence) else [])]
    before = [last] if last is not None else []
    return [*here, *before, *(s for s in reversed(story.opening) if s.number < sentence.number and s is not last)]


def _is_any(fact: Fact) -> bool:
    """ "the jobs index", "the rate for cars": are there many measures of that name, told apart by more than a word?"""
    return head_of(fact.measure) in ("rate", "stock-index")


def _is_of(move: Move, shown: _Shown, names: frozenset[str]) -> bool:
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
    owners = {place for place in (now.place, move.mention.place) if place and singular(place.lower()) not in names}
    if (owners and now.place != move.mention.place) or told.chunks.bases or now.basis:
        return False
    times = [p.key for p in told.periods if not is_base(p.key) and not is_day(p.key)]
    if times and all(comparable(key, now.period) is False for key in times):
        return False
    bases = {period.key for period in told.periods if is_base(period.key)}
    other = bases and before.period.startswith("~") and before.period != UNTOLD_BASE and before.period not in bases
    return not other


def _leads_to(move: Move, shown: _Shown) -> bool:
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
    amount = _amount(move)
    chunks = move.sentence.chunks
    if chunks.code[move.chunk + 1 : move.chunk + 2] == "b" and "against" in chunks.tokens.words:
        return True  # "fell by four last week to 758, against 723 a year before"
    return amount >= 0 and amount < before.chunk and before.sentence == move.sentence.number


def _is_a_share(shown: _Shown) -> bool:
    """Is a figure an amount a share, be it that the words before it say so ("on a per-share basis")?"""
    chunks = shown.sentence.chunks
    return chunks.code[shown.chunk] == "E" or "share" in chunks.tokens.words[: chunks.chunks[shown.chunk].first]


def _is_others(shown: _Shown, names: frozenset[str]) -> bool:
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


def _names(tokens: Tokens) -> frozenset[str]:
    """The first sentence of an article → its words that begin with a capital, in the singular, and those for owners."""
    named = (
        i for i in range(len(tokens)) if tokens.capital(i) and (i or tokens.capital(1) or tokens.word(1) in _OF_NAME)
    )
    return _OWNERS.union(singular(tokens.words[i]) for i in named)


def _word(move: Move, links: tuple[Link, ...]) -> Fact:
    """A move → the fact of its word, with its sign as the value."""
    item = move.sentence.chunks.chunks[move.chunk]
    span = span_of(move.sentence.chunks, item.first, item.after)
    way = DIRECTION[move.sign]
    return lone_fact(move.sentence, span, Fraction(move.sign), "direction", links, mark="z", direction=way)
