"""Sentences of an article → links between a result, what had been expected of it, and the words that say which is more.

"Mill beats estimates" … "The mill earned 44 cents a share." "Analysts had expected 41 cents."
    41 cents –expected-for→ 44 cents, "beats estimates" –verdict-on→ 44 cents
"Mill posts smaller-than-expected loss" … "It lost 44 cents a share." "Analysts had expected a loss of 47 cents."
    47 cents –expected-for→ 44 cents, "smaller-than-expected" –verdict-on→ 44 cents, as −1
"Prices fell more than expected, by 0.4 percent." "Economists had forecast a fall of 0.2 percent."
    −0.2 –expected-for→ −0.4, "more than expected" –verdict-on→ −0.4, as −1

What headline and first sentence say of profit holds for the earnings a share, what they say of sales for the sales, and
what they say of prices or output for the first figure that a forecast stands beside. Where two verdicts on one measure
differ, neither is taken.
"""

from __future__ import annotations

from checker.expected import (
    BACK,
    BEYOND,
    FROM,
    ITEMS,
    LATER,
    NOUN,
    is_before,
    is_expected,
    opens_last_year,
    tells_forecast,
    tie_forecast,
)
from checker.fact import Fact, Sentence, is_base, place_of, unit_of
from checker.foretold import judge, like_pair
from checker.verdict import LOSS, MEASURES, PROFIT, SALES, Verdict, good, verdicts
from checker.wordfact import facts_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunk

_BESIDE = 8  # tokens before "or 2 cents a share"
_SUBJECT = 10
_LED = 9  # tokens before an amount that may tell of a time before
_EARLIER = frozenset(("ago", "earlier", "year-earlier", "year-ago"))
_CHANGED = frozenset("decreased increased reduced boosted".split())  # "decreased profit 4 cents a share"
_LOSS_BEHIND = 3  # tokens: "the 35 cents a share loss"
_AHEAD = 16  # tokens before a figure in which a word may stand for what is to come
_SMALL = 100  # no earnings a share are so many
# Before "sales" of all there is: no "corporate sales".
_WHOLE = frozenset(
    "net total overall quarterly group its said and on of , that had expected expecting for forecast".split()
)
_LOST = frozenset("loss losses lost".split())
_WITHOUT = ("excluding", "adjusted")


def tie_surprises(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: a result, its forecast and the verdict on it are linked."""
    shown = [sentence for sentence in sentences if tells_forecast(sentence)]
    if not shown:
        return
    opening = [verdict for sentence in _opening(sentences) for verdict in verdicts(sentence)]
    for of in (PROFIT, SALES, LOSS):
        own = _verdicts_on(opening, of)
        pair = _pair(by_id, sentences, shown, of) if len({good(verdict) for verdict in own}) == 1 else None
        if pair is not None and not (_is_anothers(pair[0], own, sentences) or _is_denied(pair[1], own[0], sentences)):
            sign = -good(own[0]) if of == LOSS else good(own[0])
            tie_forecast(by_id, own[0], sign, pair, sentences)
    for sentence in shown:
        pair = like_pair(by_id, sentences, sentence)
        if pair is not None:
            judge(by_id, opening, pair, sentences)


def _verdicts_on(told: list[Verdict], of: str) -> list[Verdict]:
    """The verdicts on a measure; what is said of profit holds for a loss."""
    return [verdict for verdict in told if verdict.of in ((PROFIT, LOSS) if of == LOSS else (of,)) and good(verdict)]


def _is_denied(forecast: Fact, own: Verdict, sentences: list[Sentence]) -> bool:
    """Does the sentence of a forecast pass the other verdict: "That beat forecasts of 67", of a smaller profit?"""
    last = sentences[forecast.sentence].chunks.chunks[forecast.chunk].first
    here = [verdict for verdict in verdicts(sentences[forecast.sentence]) if verdict.first < last]
    return own.kind == "size" and any(verdict.of != LOSS and verdict.sign != own.sign for verdict in here[-1:])


def _is_anothers(result: Fact, own: list[Verdict], sentences: list[Sentence]) -> bool:
    """ "Brill's profit a share came to": is a result that of a firm which no clause with a verdict names?"""
    if result.chunk < 0:
        return False
    tokens = sentences[result.sentence].chunks.tokens
    known = {word for verdict in own for word in _clause(sentences[verdict.sentence].chunks.tokens.words, verdict)}
    end = sentences[result.sentence].chunks.chunks[result.chunk].first
    names = [tokens.words[i - 1] for i in range(1, end) if tokens.words[i] == "'s" and tokens.capital(i - 1)]
    return bool(names) and known.isdisjoint(names) and sentences[result.sentence] not in _opening(sentences)


def _clause(words: list[str], verdict: Verdict) -> list[str]:
    """The words between the semicolons around a verdict."""
    ends = [i for i, word in enumerate(words) if word == ";"]
    start = max((i for i in ends if i < verdict.first), default=-1)
    return words[start + 1 : next((i for i in ends if i > verdict.first), len(words))]


def _opening(sentences: list[Sentence]) -> list[Sentence]:
    """The headline and the first sentence of the text."""
    head = [s for s in sentences if s.block == "headline"][:1]
    return head + [s for s in sentences if s.block == "paragraph"][:1]


def _pair(
    by_id: dict[str, Fact], sentences: list[Sentence], shown: list[Sentence], of: str
) -> tuple[Fact, Fact] | None:
    """A measure → its result in the article beside which a forecast is given, and that forecast; none if several."""
    forecasts = [forecast for sentence in shown if (forecast := _forecast(by_id, sentence, of)) is not None]
    results = [(_result(by_id, sentences, forecast, of), forecast) for forecast in forecasts]
    pairs = [(now, forecast) for now, forecast in results if now is not None]
    return pairs[0] if len(pairs) == 1 else None


def _forecast(by_id: dict[str, Fact], sentence: Sentence, of: str) -> Fact | None:
    """A sentence that tells of analysts → the figure of a measure that they had expected."""
    if _is_lost(sentence) and of != LOSS:
        return None
    # "Analysts had expected $2 billion": of what, the sentence before tells.
    bare = of == SALES and MEASURES.keys().isdisjoint(sentence.chunks.tokens.words)
    own = [f for f in facts_told(by_id, sentence) if _is_of(f, of, sentence) or (bare and _is_amount(f))]
    forecasts = [f for f in own if is_expected(f, of, sentence)]
    return forecasts[0] if forecasts and forecasts[0] is own[-1] else None


def _is_of(fact: Fact, of: str, sentence: Sentence) -> bool:
    """Is a figure an amount of sales, or earnings a share, of which "a share" may be left out?"""
    figure = fact.figure
    if figure is None or figure.value is None or not _is_amount(fact):
        return False
    words, item = sentence.chunks.tokens.words, sentence.chunks.chunks[fact.chunk]
    if of != SALES:
        near = words[max(0, item.first - NOUN) : item.first]
        own = near[len(near) - near[::-1].index(",") :] if "," in near else near
        if near[-1:] == ["or"]:
            own = words[max(0, item.first - _BESIDE) : item.first]  # "a boost of $98 million, or 2 cents a share"
        per, behind = unit_of(fact).partition("/")[2], words[item.after : item.after + 1]
        some = per not in ("", "share") or not (BEYOND.isdisjoint(behind) and (per or behind not in (["of"], ["in"])))
        some = some or (of == LOSS and not _is_loss(item, words))
        led = words[max(0, item.first - _BESIDE) : item.first]
        some = some or (not _CHANGED.isdisjoint(led) and "to" not in led)
        return figure.scale <= 1 and figure.value < _SMALL and not some and _items(of).isdisjoint([*own, *behind])
    start = max(0, item.first - _SUBJECT)
    at = next((n for n in range(item.first - 1, start - 1, -1) if MEASURES.get(words[n]) == SALES), -1)
    return figure.scale > 1 and at >= 0 and (at == 0 or words[at - 1] in _WHOLE)


def _items(of: str) -> frozenset[str]:
    """What a measure a share is none of, where it stands before an amount."""
    return ITEMS - _LOST if of == LOSS else ITEMS


def _is_lost(sentence: Sentence) -> bool:
    """Does a sentence tell of a loss?"""
    return any(MEASURES.get(word) == LOSS for word in sentence.chunks.tokens.words)


def _is_loss(item: Chunk, words: list[str]) -> bool:
    """Is the nearest word for a measure before an amount, or right behind it, one for a loss?"""
    before = [MEASURES[word] for word in words[max(0, item.first - _AHEAD) : item.first] if word in MEASURES]
    behind = [MEASURES[word] for word in words[item.after : item.after + _LOSS_BEHIND] if word in MEASURES]
    return (behind[:1] or before[-1:]) == [LOSS]


def _is_of_before(item: Chunk, words: list[str]) -> bool:
    """ "almost double the year-earlier $167 million, or 33 cents", "45 cents a year ago": is it no result of today?"""
    led = words[max(0, item.first - _LED) : item.first]
    return is_before(item.after, words) or not _EARLIER.isdisjoint(led)


def _is_ahead(sentence: Sentence, fact: Fact) -> bool:
    """ "It expects to earn 3 million, or 40 cents a share": is a figure what is still to come?"""
    item = sentence.chunks.chunks[fact.chunk]
    return not LATER.isdisjoint(sentence.chunks.tokens.words[max(0, item.first - _AHEAD) : item.after + NOUN])


def _is_without(fact: Fact) -> bool:
    """Are one-off items left out of a figure?"""
    return not set(fact.basis.split("+")).isdisjoint(_WITHOUT)


def _is_amount(fact: Fact) -> bool:
    figure = fact.figure
    return figure is not None and figure.kind == "money" and not figure.end_of and fact.aspect == "level"


def _result(by_id: dict[str, Fact], sentences: list[Sentence], forecast: Fact, of: str) -> Fact | None:
    """A forecast → the result that it was a forecast of: in its sentence, or before it."""
    for number in range(forecast.sentence, max(-1, forecast.sentence - BACK - 1), -1):
        sentence = sentences[number]
        words = sentence.chunks.tokens.words
        if opens_last_year(words):
            return None
        own = [f for f in by_id.values() if f.sentence == number and f.chunk >= 0 and place_of(f) < place_of(forecast)]
        amounts = [f for f in own if _is_amount(f) and not is_base(f)]
        amounts = [f for f in amounts if not _is_of_before(sentence.chunks.chunks[f.chunk], words)]
        own = [f for f in amounts if _is_of(f, of, sentence)]
        if not own and amounts and number == forecast.sentence:
            return None  # "excluding one-time items was 34 cents, above expectations of 31 cents"
        if not own or (words[:1] == ["that"] and not FROM.isdisjoint(words[:NOUN])):
            continue  # "That was up from 45 cents": what stood before
        if len(own) > 1:  # "or 90 cents, compared with a year-earlier profit of $640 million, or 53 cents"
            based = [place_of(f) for f in by_id.values() if f.sentence == number and is_base(f)]
            own = [f for f in own if place_of(f) < min(based, default=place_of(forecast))]
        bare = [f for f in own if _is_without(f)]
        own = bare if len(own) > 1 else own
        ahead = number < forecast.sentence and any(_is_ahead(sentence, f) for f in own)
        lost = _is_lost(sentence) and of != LOSS
        plain = len(own) == 1 and own[0].modality == "reported" and not (lost or ahead)
        plain = plain and (_is_without(own[0]) or not _is_without(forecast))
        return own[0] if plain and not is_expected(own[0], of, sentence) else None
    return None
