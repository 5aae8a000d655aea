"""Sentences of an article → links between a result, what had been expected of it, and the words that say which is more.

"Mill beats estimates" … "The mill earned 44 cents a share." "Analysts had expected 41 cents."
    41 cents –expected-for→ 44 cents, "beats estimates" –verdict-on→ 44 cents
"Prices fell more than expected, by 0.4 percent." "Economists had forecast a fall of 0.2 percent."
    −0.2 –expected-for→ −0.4, "more than expected" –verdict-on→ −0.4, as −1

What headline and first sentence say of profit holds for the earnings a share, what they say of sales for the sales, and
what they say of prices or output for the first figure that a forecast stands beside. Where two verdicts on one measure
differ, neither is taken.
"""

from __future__ import annotations

from fractions import Fraction

from checker.comparability import agree
from checker.fact import Fact, Link, Sentence, add_link, is_base, place_of, unit_of
from checker.measure import head_of
from checker.verdict import LOSS, MEASURES, PROFIT, SALES, Verdict, verdicts
from checker.wordfact import lone_fact, span_of

_FORECASTERS = frozenset("analysts analyst street consensus economists forecasters estimate estimates".split())
_BACK = 2  # sentences from a forecast back to the result
_NOUN = 4  # tokens before an amount in which its noun stands
_BESIDE = 8  # tokens before "or 2 cents a share"
_SUBJECT = 10
_SMALL = 100  # no earnings a share are so many
# Before an amount a share that is no profit.
_ITEMS = frozenset(
    "charge charges gain gains cost costs dividend dividends benefit benefits writedown writedowns impairment tax"
    " restructuring closed close trading shares price include included including includes added reduced by loss losses"
    " lost tender offer cash buy bid excluding items before exclude boost".split()
)
_BEYOND = frozenset("ahead above below better higher lower more less worse".split())  # behind a difference
# Before "sales" of all there is: no "corporate sales".
_WHOLE = frozenset(
    "net total overall quarterly group its said and on of , that had expected expecting for forecast".split()
)
_LATER = frozenset(
    "expects expect sees outlook guidance will next would may could full range raised cut lowered forecast"
    " forecasts".split()
)
_ELSEWHERE = frozenset(". with as after".split())  # between a forecast and a figure that is none
_FROM = frozenset("from than with against versus".split())
_KINDS = ("percent", "count", "points", "money", "index-point")
# What a profit or sales are as measures.
_OF = {
    **dict.fromkeys(("net-profit", "operating-profit", "pretax-profit", "ebitda"), PROFIT),
    **dict.fromkeys(("revenue",), SALES),
}
_WITHOUT = ("excluding", "adjusted")


def tie_surprises(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: a result, its forecast and the verdict on it are linked."""
    shown = [sentence for sentence in sentences if _tells_forecast(sentence)]
    if not shown:
        return
    opening = [verdict for sentence in _opening(sentences) for verdict in verdicts(sentence)]
    for of in (PROFIT, SALES):
        own = [verdict for verdict in opening if verdict.of == of]
        pair = _pair(by_id, sentences, shown, of) if own else None
        if pair is not None and len({verdict.sign for verdict in own}) == 1:
            _tie(by_id, own[0], own[0].sign, pair, sentences)
    for sentence in shown:
        pair = _like_pair(by_id, sentences, sentence)
        if pair is not None:
            _judge(by_id, opening, pair, sentences)


def _tells_forecast(sentence: Sentence) -> bool:
    """Does a sentence tell what somebody had expected?"""
    return "B" in sentence.chunks.code and not _FORECASTERS.isdisjoint(sentence.chunks.tokens.words)


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
    if any(MEASURES.get(word) == LOSS for word in sentence.chunks.tokens.words):
        return None
    # "Analysts had expected $2 billion": of what, the sentence before tells.
    bare = of == SALES and MEASURES.keys().isdisjoint(sentence.chunks.tokens.words)
    own = [f for f in _facts(by_id, sentence) if _is_of(f, of, sentence) or (bare and _is_amount(f))]
    forecasts = [f for f in own if _is_expected(f, of, sentence)]
    return forecasts[0] if forecasts and forecasts[0] is own[-1] else None


def _facts(by_id: dict[str, Fact], sentence: Sentence) -> list[Fact]:
    """A sentence → its facts that stand in its clause, in order."""
    return sorted((f for f in by_id.values() if f.sentence == sentence.number and f.chunk >= 0), key=place_of)


def _is_expected(fact: Fact, of: str, sentence: Sentence) -> bool:
    """Does "had expected" lead to a figure, or stand right behind it?"""
    code, items = sentence.chunks.code, sentence.chunks.chunks
    goal = code.rfind("B", 0, fact.chunk)
    between = code[goal + 1 : fact.chunk] if goal >= 0 else ";"
    figures = sum(item.figure is not None for item in items[goal + 1 : fact.chunk])
    told = sentence.chunks.tokens.words[items[goal].after : items[fact.chunk].first] if goal >= 0 else []
    if not set(",;|&vgr@") & set(between) and figures <= (of == SALES) and _ELSEWHERE.isdisjoint(told):
        return True
    behind = code[fact.chunk + 1 : fact.chunk + 4]
    return "B" in behind and not behind[: behind.find("B")].strip("um|")


def _is_of(fact: Fact, of: str, sentence: Sentence) -> bool:
    """Is a figure an amount of sales, or earnings a share, of which "a share" may be left out?"""
    figure = fact.figure
    if figure is None or figure.value is None or not _is_amount(fact):
        return False
    words, item = sentence.chunks.tokens.words, sentence.chunks.chunks[fact.chunk]
    if of == PROFIT:
        near = words[max(0, item.first - _NOUN) : item.first]
        own = near[len(near) - near[::-1].index(",") :] if "," in near else near
        if near[-1:] == ["or"]:
            own = words[max(0, item.first - _BESIDE) : item.first]  # "a boost of $98 million, or 2 cents a share"
        per, behind = unit_of(fact).partition("/")[2], words[item.after : item.after + 1]
        some = per not in ("", "share") or not (_BEYOND.isdisjoint(behind) and (per or behind not in (["of"], ["in"])))
        return figure.scale <= 1 and figure.value < _SMALL and not some and _ITEMS.isdisjoint(own)
    start = max(0, item.first - _SUBJECT)
    at = next((n for n in range(item.first - 1, start - 1, -1) if MEASURES.get(words[n]) == SALES), -1)
    return figure.scale > 1 and at >= 0 and (at == 0 or words[at - 1] in _WHOLE)


def _is_without(fact: Fact) -> bool:
    """Are one-off items left out of a figure?"""
    return not set(fact.basis.split("+")).isdisjoint(_WITHOUT)


def _is_amount(fact: Fact) -> bool:
    figure = fact.figure
    return figure is not None and figure.kind == "money" and not figure.end_of and fact.aspect == "level"


def _result(by_id: dict[str, Fact], sentences: list[Sentence], forecast: Fact, of: str) -> Fact | None:
    """A forecast → the result that it was a forecast of: in its sentence, or before it."""
    for number in range(forecast.sentence, max(-1, forecast.sentence - _BACK - 1), -1):
        sentence = sentences[number]
        words = sentence.chunks.tokens.words
        own = [f for f in by_id.values() if f.sentence == number and f.chunk >= 0 and place_of(f) < place_of(forecast)]
        amounts = [f for f in own if _is_amount(f) and not is_base(f)]
        amounts = [f for f in amounts if not _is_before(sentence.chunks.chunks[f.chunk].after, words)]
        own = [f for f in amounts if _is_of(f, of, sentence)]
        if not own and amounts and number == forecast.sentence:
            return None  # "excluding one-time items was 34 cents, above expectations of 31 cents"
        if not own or (words[:1] == ["that"] and not _FROM.isdisjoint(words[:_NOUN])):
            continue  # "That was up from 45 cents": what stood before
        bare = [f for f in own if _is_without(f)]
        own = bare if len(own) > 1 else own
        ahead = number < forecast.sentence and not _LATER.isdisjoint(words)
        lost = any(MEASURES.get(word) == LOSS for word in words)
        plain = len(own) == 1 and own[0].modality == "reported" and not (lost or ahead)
        plain = plain and (_is_without(own[0]) or not _is_without(forecast))
        return own[0] if plain and not _is_expected(own[0], of, sentence) else None
    return None


def _like_pair(by_id: dict[str, Fact], sentences: list[Sentence], sentence: Sentence) -> tuple[Fact, Fact] | None:
    """A sentence of a forecast → the one figure before it that is of the forecast's kind, and the forecast."""
    forecast = next((f for f in _facts(by_id, sentence) if f.chunk > sentence.chunks.code.find("B")), None)
    if forecast is None or not _is_plain(forecast) or not _is_expected(forecast, "", sentence):
        return None
    if sentence.chunks.tokens.word(sentence.chunks.chunks[forecast.chunk].after) in _BEYOND:
        return None  # "according to the estimates, 7 cents below the forecast"
    for number in range(sentence.number, max(-1, sentence.number - _BACK - 1), -1):
        own = [f for f in _facts(by_id, sentences[number]) if place_of(f) < place_of(forecast) and not is_base(f)]
        own = [f for f in own if agree(f, forecast, "unit")]
        if own:
            now, told = own[0], _is_result(own[0], sentences[number])
            return (now, forecast) if len(own) == 1 and told and _are_of_one_thing(now, forecast) else None
    return None


def _is_result(fact: Fact, sentence: Sentence) -> bool:
    """Is a figure a result that a sentence tells, and neither where something came from nor a difference?"""
    words, item = sentence.chunks.tokens.words, sentence.chunks.chunks[fact.chunk]
    near = words[max(0, item.first - _NOUN) : item.first]
    led = near[len(near) - near[::-1].index("expected") :] if "expected" in near else near
    apart = _BEYOND.isdisjoint(words[item.after : item.after + 1]) and not _is_before(item.after, words)
    return _is_plain(fact) and _is_told(fact, sentence) and _FROM.isdisjoint(led) and _ITEMS.isdisjoint(led) and apart


def _is_before(after: int, words: list[str]) -> bool:
    """Does "a year earlier" follow a figure, so that it is no result?"""
    behind = [word for word in words[after : after + _NOUN] if word != ","]
    return behind[:2] == ["a", "year"] and behind[2:3] in (["earlier"], ["ago"], ["before"])


def _is_told(fact: Fact, sentence: Sentence) -> bool:
    """Is a figure a result and no forecast? One that was "more than expected" is a result."""
    return fact.modality == "reported" or (bool(verdicts(sentence)) and _LATER.isdisjoint(sentence.chunks.tokens.words))


def _is_plain(fact: Fact) -> bool:
    """Is a figure a level or a rate, and no end of a range?"""
    figure = fact.figure
    plain = figure is not None and figure.value is not None and not figure.end_of and figure.kind in _KINDS
    return plain and fact.aspect in ("level", "change-rate")


def _are_of_one_thing(now: Fact, forecast: Fact) -> bool:
    """May a forecast be of a figure: of one measure and period as far as they are printed, and moving one way?"""
    one, other = now.figure, forecast.figure
    if one is None or other is None or one.direction != other.direction or not (one.digits and other.digits):
        return False
    if bool(unit_of(now)) != bool(unit_of(forecast)):
        return False  # "the last two recessions", "expectations of 56.0"
    measured = now.measure == forecast.measure or not (now.measure and forecast.measure)
    return (
        now.aspect == forecast.aspect and measured and agree(now, forecast, "period") and agree(now, forecast, "place")
    )


def _judge(by_id: dict[str, Fact], opening: list[Verdict], pair: tuple[Fact, Fact], sentences: list[Sentence]) -> None:
    """A figure and its forecast → the link to the verdict of their sentences, or of the opening before them."""
    now, forecast = pair
    if any(link.to == now.id and link.as_ in ("benchmark", "expected-for") for link in forecast.links):
        return
    here = [v for n in sorted({now.sentence, forecast.sentence}) for v in verdicts(sentences[n])]
    last = sentences[forecast.sentence].chunks.chunks[forecast.chunk].first
    here = [v for v in here if v.sentence < forecast.sentence or v.first < last]
    told = here or [
        v for v in opening if now.sentence - v.sentence <= _BACK and (v.of or _is_said_of(now, sentences[v.sentence]))
    ]
    signs = {_sign(verdict, now) for verdict in told}
    if len(signs) == 1 and 0 not in signs:
        _tie(by_id, told[0], signs.pop(), pair, sentences)


def _is_said_of(now: Fact, opening: Sentence) -> bool:
    """Does a sentence name what a figure measures?"""
    names = [name.rstrip("s") for name in head_of(now.measure).split("-")]
    return any(name and word.startswith(name) for word in opening.chunks.tokens.words for name in names)


def _sign(verdict: Verdict, now: Fact) -> int:
    """A verdict and the figure it is taken to speak of → on which side of its forecast that stands, 0 if not told."""
    way = {"up": 1, "down": -1}.get(now.figure.direction, 0) if now.figure is not None else 0
    if verdict.of:
        good = _OF.get(head_of(now.measure)) == verdict.of and now.aspect == "level"
        return verdict.sign if good else 0
    if verdict.kind == "judged":
        return 0
    if now.aspect == "change-rate":
        moves = verdict.kind == "size" and verdict.move in (0, way)
        return verdict.sign * way if moves or way > 0 else 0
    if verdict.kind == "size":
        return verdict.sign * verdict.move
    return verdict.sign if verdict.move >= 0 else 0


def _tie(
    by_id: dict[str, Fact], verdict: Verdict, sign: int, pair: tuple[Fact, Fact], sentences: list[Sentence]
) -> None:
    now, forecast = pair
    add_link(by_id, forecast.id, now, "expected-for")
    sentence = sentences[verdict.sentence]
    span = span_of(sentence.chunks, verdict.first, verdict.after)
    word = lone_fact(sentence, span, Fraction(sign), "verdict", (Link(now.id, "verdict-on"),), mark="v")
    by_id[word.id] = word
