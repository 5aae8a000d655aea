"""A sentence that tells a forecast → the result before it of the same kind, and the verdict that the text passes on it.

"Prices fell more than expected, by 0.4 percent." "Economists had forecast a fall of 0.2 percent."
    −0.2 –expected-for→ −0.4, "more than expected" –verdict-on→ −0.4, as −1
"""

from __future__ import annotations

from checker.benchmark import WORSE
from checker.comparability import agree
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
    tie_forecast,
)
from checker.fact import Fact, Sentence, is_base, place_of, unit_of
from checker.frame import like_units
from checker.measure import head_of
from checker.turning import turn
from checker.verdict import PROFIT, SALES, Verdict, verdicts
from checker.wordfact import facts_told

_SIDES = frozenset(("above", "below", "ahead"))
_FORETOLD = frozenset("estimated forecast projected projects expects sees".split())
_EARLIER = frozenset("after following revised versus compared against than originally previously".split())
_WITHOUT = frozenset("excluding stripped stripping core underlying without ex".split())
_POINTING = frozenset("that this it the".split())
_IT = frozenset(", shares stock which who but".split())  # in a subject that is another than the figure
_TIED = ("benchmark", "expected-for", "loss-expected-for")
_LOST = frozenset("loss losses lost".split())
_JOINING = frozenset("and while but".split())
_BESIDE = 10  # tokens before "or 2 cents a share"
_FAR = 6  # tokens
_KINDS = ("percent", "count", "points", "money", "index-point")
# What a profit or sales are as measures.
_OF = {
    **dict.fromkeys(("net-profit", "operating-profit", "pretax-profit", "ebitda"), PROFIT),
    **dict.fromkeys(("revenue",), SALES),
}


def like_pair(by_id: dict[str, Fact], sentences: list[Sentence], sentence: Sentence) -> tuple[Fact, Fact] | None:
    """A sentence of a forecast → the one figure before it that is of the forecast's kind, and the forecast."""
    forecast = next((f for f in facts_told(by_id, sentence) if f.chunk > sentence.chunks.code.find("B")), None)
    if forecast is None or not _is_plain(forecast) or not is_expected(forecast, "", sentence):
        return None
    if sentence.chunks.tokens.word(sentence.chunks.chunks[forecast.chunk].after) in BEYOND:
        return None  # "according to the estimates, 7 cents below the forecast"
    if _has_second(forecast, sentence):
        return None  # "expected 44 cents at Alder and 18 cents at Brill"
    said = _takes_up(sentence, forecast)
    for number in range(sentence.number, max(-1, sentence.number - BACK - 1), -1):
        own = [f for f in facts_told(by_id, sentences[number]) if place_of(f) < place_of(forecast) and not is_base(f)]
        own = [f for f in own if agree(f, forecast, "unit")]
        own = own if len(own) == 1 else [f for f in own if not _is_led_by(f, sentences[number], _EARLIER)]
        if own:
            now, told = own[0], _is_result(own[0], sentences[number])
            taken = said and number == sentence.number - 1
            named = taken or _is_named(forecast, sentence, sentences[: number + 1])
            same = _are_of_one_thing(now, forecast, named=named, said=taken)
            apart = any(is_so(now, sentences) != is_so(forecast, sentences) for is_so in (_leaves_out, _is_lost))
            return (now, forecast) if len(own) == 1 and told and same and not apart else None
    return None


def _leaves_out(fact: Fact, sentences: list[Sentence]) -> bool:
    """Is a rate one of what is left when something is taken out: "excluding cars, orders fell 2 percent"?"""
    chunks = sentences[fact.sentence].chunks
    said = chunks.tokens.words[: chunks.chunks[fact.chunk].first]
    return fact.aspect == "change-rate" and not _WITHOUT.isdisjoint(said)


def _is_lost(fact: Fact, sentences: list[Sentence]) -> bool:
    """Is a figure a loss: "a loss of 4 cents a share"?"""
    return head_of(fact.measure).endswith("loss") or _is_led_by(fact, sentences[fact.sentence], _LOST)


def _has_second(forecast: Fact, sentence: Sentence) -> bool:
    """Does a second figure of its kind follow upon a forecast, joined by "and"?"""
    chunks = sentence.chunks
    item, behind = chunks.chunks[forecast.chunk], chunks.code.find("&", forecast.chunk)
    second = next((one for one in chunks.chunks[behind + 1 :] if one.figure is not None), None) if behind >= 0 else None
    return second is not None and like_units(item, second)


def _is_named(forecast: Fact, sentence: Sentence, before: list[Sentence]) -> bool:
    """ "had expected the index to rise to 48": has the sentence of the result, or that before it, the same noun?"""
    chunks = sentence.chunks
    named = [c for c in chunks.chunks[chunks.code.find("B") : forecast.chunk] if c.letter == "m"]
    said = {word for one in before[-BACK:] for word in one.chunks.tokens.words}
    return len(named) == 1 and said.issuperset(chunks.tokens.words[named[0].first : named[0].after])


def _takes_up(sentence: Sentence, forecast: Fact) -> bool:
    """ "That beat forecasts of 67": does a sentence begin with the figure of the one before, and a verdict on it?"""
    words = sentence.chunks.tokens.words
    told = [v for v in verdicts(sentence) if v.first < sentence.chunks.chunks[forecast.chunk].first]
    return bool(told) and words[0] in _POINTING and _IT.isdisjoint(words[1 : told[0].first])


def _is_led_by(fact: Fact, sentence: Sentence, led: frozenset[str]) -> bool:
    """Does one of some words stand shortly before a figure?"""
    first = sentence.chunks.chunks[fact.chunk].first
    return not led.isdisjoint(sentence.chunks.tokens.words[max(0, first - NOUN) : first])


def _is_result(fact: Fact, sentence: Sentence) -> bool:
    """Is a figure a result that a sentence tells, and neither where something came from nor a difference?"""
    words, item = sentence.chunks.tokens.words, sentence.chunks.chunks[fact.chunk]
    near = words[max(0, item.first - _FAR) : item.first]
    led = near[len(near) - near[::-1].index("expected") :] if "expected" in near else near
    if near[-1:] == ["or"]:
        led = words[max(0, item.first - _BESIDE) : item.first]  # "a boost of 98 million crowns, or 2 cents a share"
    apart = BEYOND.isdisjoint(words[item.after : item.after + 1]) and not is_before(item.after, words)
    # "below the first reading of 83.1 and shy of expectations for 83"
    apart = apart and _SIDES.isdisjoint(words[max(0, item.first - _FAR) : item.first])
    apart = apart and not opens_last_year(words) and not (words[:1] == ["in"] and "it" in near)
    apart = apart and _FORETOLD.isdisjoint(near)  # "it estimated earnings of 70 cents"
    return _is_plain(fact) and _is_told(fact, sentence) and FROM.isdisjoint(led) and ITEMS.isdisjoint(led) and apart


def _is_told(fact: Fact, sentence: Sentence) -> bool:
    """Is a figure a result and no forecast? One that was "more than expected" is a result."""
    return fact.modality == "reported" or (bool(verdicts(sentence)) and LATER.isdisjoint(sentence.chunks.tokens.words))


def _is_plain(fact: Fact) -> bool:
    """Is a figure a level or a rate, and no end of a range?"""
    figure = fact.figure
    plain = figure is not None and figure.value is not None and not figure.end_of and figure.kind in _KINDS
    return plain and fact.aspect in ("level", "change-rate")


def _are_of_one_thing(now: Fact, forecast: Fact, *, named: bool, said: bool) -> bool:
    """May a forecast be of a figure: of one measure and period as far as they are printed, and moving one way?

    Where it has the noun of the result, no other measure is asked for, and none where its sentence takes that up.
    """
    one, other = now.figure, forecast.figure
    if one is None or other is None or not (one.digits and other.digits):
        return False
    # "Prices rose 3 percent. That topped forecasts of 2 percent."
    bare = said and (now.aspect, forecast.aspect, one.direction) == ("change-rate", "level", "up")
    if not bare and (one.direction != other.direction or now.aspect != forecast.aspect):
        return False
    if one.kind != "money" and bool(unit_of(now)) != bool(unit_of(forecast)):
        return False  # "the last two recessions", "expectations of 56.0"
    measured = named or now.measure == forecast.measure or not (now.measure and forecast.measure)
    return measured and agree(now, forecast, "period") and agree(now, forecast, "place")


def judge(by_id: dict[str, Fact], opening: list[Verdict], pair: tuple[Fact, Fact], sentences: list[Sentence]) -> None:
    """A figure and its forecast → the link to the verdict of their sentences, or of the opening before them."""
    now, forecast = pair
    if any(link.to == now.id and link.as_ in _TIED for link in forecast.links):
        return
    here = [v for n in sorted({now.sentence, forecast.sentence}) for v in verdicts(sentences[n])]
    last = sentences[forecast.sentence].chunks.chunks[forecast.chunk].first
    here = [v for v in here if v.sentence < forecast.sentence or v.first < last]
    told = here or [
        v for v in opening if now.sentence - v.sentence <= BACK and (v.of or _is_said_of(now, v, sentences))
    ]
    signs = {0 if v.kind == "race" and _may_be_worse(pair, sentences) else _sign(v, now) for v in told}
    if len(signs) == 1 and 0 not in signs:
        tie_forecast(by_id, told[0], signs.pop(), pair, sentences)


def _may_be_worse(pair: tuple[Fact, Fact], sentences: list[Sentence]) -> bool:
    """May what beats a forecast be below it: claims, a deficit, or what was expected to fall?"""
    now, forecast = (sentences[fact.sentence].chunks for fact in pair)
    words = {*now.tokens.words, *forecast.tokens.words}
    led = forecast.chunks[forecast.code.find("B") : pair[1].chunk]
    return not WORSE.isdisjoint(words) or any(item.letter in "vn" and turn(item.value) < 0 for item in led)


def _is_said_of(now: Fact, verdict: Verdict, sentences: list[Sentence]) -> bool:
    """Does the clause of a verdict name what a figure measures? "Sales fell, and prices rose more than expected"

    What is no measure is known by the noun before the figure's verb, which the clause then has before its verdict.
    """
    names = [name.rstrip("s") for name in head_of(now.measure).split("-")]
    words = sentences[verdict.sentence].chunks.tokens.words
    if not now.measure:
        chunks = sentences[now.sentence].chunks
        verb = chunks.code.find("v", 0, now.chunk)
        names = chunks.tokens.words[chunks.chunks[verb].first - 1 :][:1] if verb > 0 else []
        words = words[: verdict.first]
    start = max((k for k in range(verdict.first) if words[k] in _JOINING), default=0)
    return any(name and word.startswith(name) for word in words[start:] for name in names)


def _sign(verdict: Verdict, now: Fact) -> int:
    """A verdict and the figure it is taken to speak of → on which side of its forecast that stands, 0 if not told."""
    way = {"up": 1, "down": -1}.get(now.figure.direction, 0) if now.figure is not None else 0
    if verdict.of:
        good = _OF.get(head_of(now.measure)) == verdict.of and now.aspect == "level"
        return verdict.sign if good else 0
    if verdict.kind in ("judged", "race"):
        return verdict.sign if verdict.kind == "race" and way >= 0 else 0
    if now.aspect == "change-rate":
        moves = verdict.kind == "size" and verdict.move in (0, way)
        return verdict.sign * way if moves or way > 0 else 0
    if verdict.kind == "size":
        return verdict.sign * verdict.move
    return verdict.sign if verdict.move >= 0 else 0
