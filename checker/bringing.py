"""Facts of an article → what brought a total to where it stands, and so is a part of it.

"will buy another 20 jets, bringing its total order to 50"               20 –part-of→ 50
"The bank lent $113 million. That brought its total loans to $226m"      $113 million –part-of→ $226 million

What was added is the last figure of the total's kind before "bringing", in the same sentence, or the one of that kind
in the sentence before. What is set against another, or moved, or an end of a range, is not taken.
"""

from __future__ import annotations

from checker.fact import Fact, Sentence, add_link, is_base, is_negative
from checker.frame import like_units
from checker.pattern import regex
from checker.record import replace
from checker.trading import facts_of, in_a_row
from checker.turning import BRINGING
from checker.wordfact import Facts

_TOTAL = r"(?:totals?|number|tally|toll|amount|count|sum)\b"
_ABOUT = (
    r"(?:(?:about|around|some|over|nearly|almost|roughly|just|more|than|an?|estimated|at|least|close|record|under|well|up"
    r"|approximately) ){0,4}"
)
_ON_TOP = regex(
    r"\b(?:br(?:ing|ings|inging|ought)|tak(?:e|es|ing|en)|took) (?:up )?(?:(?:the|its|their|his|her|our|that) )?"
    rf"(?:(?!to |#)\S+ ){{0,4}}?{_TOTAL}(?: (?!#|to |and |but |while |;)\S+){{0,12}}?"
    rf" (?:up )?to {_ABOUT}#(?P<total>\d+)"
)
_OPENING = 10  # words before "bringing" where a sentence begins with what was told in the one before
_KINDS = ("money", "count")
_TOLD = ("level", "change-amount")


def tie_bringing(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: what came on top is linked to the total that holds it."""
    before: Sentence | None = None
    for sentence in sentences:
        last, before = before, sentence
        if BRINGING.isdisjoint(sentence.chunks.tokens.words):
            continue
        then = facts_of(by_id, sentence)
        told = _as_told(then, sentence)
        for match in _ON_TOP.finditer(told):
            total = then[int(match["total"])]
            if is_base(total):
                continue
            part = _added(then, sentence, total, told[: match.start()])
            if part is None and last is not None and in_a_row(last, sentence):
                part = _told_before(facts_of(by_id, last), last, total, sentence, told[: match.start()])
            if part is not None and part.figure is not None and total.figure is not None:
                if total.figure.kind == "count":  # "shut 12 branches, taking the number of closures to 40"
                    by_id[part.id] = replace(part, figure=replace(part.figure, unit=total.figure.unit))
                add_link(by_id, part.id, total, "part-of")


def _as_told(facts: Facts, sentence: Sentence) -> str:
    """The words of a sentence, each amount or count in it as # and its chunk."""
    chunks = sentence.chunks
    words = [*chunks.tokens.words]
    for k, fact in facts.items():
        if fact.figure is not None:
            first, after = chunks.chunks[k].first, chunks.chunks[k].after
            words[first:after] = [f"#{k}", *[""] * (after - first - 1)]
    return " ".join(word for word in words if word)


def _added(facts: Facts, sentence: Sentence, total: Fact, led: str) -> Fact | None:
    """The last figure before "bringing" that is of the total's kind."""
    like = [facts[k] for k in sorted(facts) if f"#{k} " in f"{led} " and _alike(facts[k], sentence, total, sentence)]
    same = [fact for fact in like if fact.figure and total.figure and fact.figure.unit == total.figure.unit] or like
    return same[-1] if same and _is_plain(same[-1]) else None


def _told_before(facts: Facts, before: Sentence, total: Fact, sentence: Sentence, led: str) -> Fact | None:
    """The one figure of that kind in the sentence before, where "bringing" opens the next."""
    if led.count(" ") > _OPENING or "#" in led:
        return None
    like = [fact for k, fact in facts.items() if k >= 0 and _alike(fact, before, total, sentence)]
    return like[0] if len(like) == 1 and _is_plain(like[0]) else None


def _alike(fact: Fact, of: Sentence, total: Fact, sentence: Sentence) -> bool:
    if fact.figure is None or total.figure is None or fact.figure.kind not in _KINDS:
        return False
    one, other = of.chunks.chunks[fact.chunk], sentence.chunks.chunks[total.chunk]
    if of.chunks.tokens.word(one.after) == "-":
        return False  # "its 6,200-person mortgage arm"
    return fact.aspect in _TOLD and fact.figure.kind == total.figure.kind and like_units(one, other)


def _is_plain(fact: Fact) -> bool:
    figure = fact.figure
    seen = figure is not None and not figure.end_of and figure.direction != "down"
    return seen and not is_base(fact) and not is_negative(fact.interval)
