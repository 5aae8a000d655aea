"""Headline and first sentence of an article → facts of whether each tells of a profit or a loss, or of a balance.

    "Mill posts first loss" … "The mill posted a profit of 3 million"    "loss" −1; "profit" +1, told-of "loss"

The first sentence tells what the headline tells: where 940 headlines of a news archive had one of these words, their
first sentences had the opposite, and nothing of the word's own side, in one; that headline was wrong.
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import DIRECTION, Fact, Link, Sentence
from checker.turning import OUTCOMES
from checker.wordfact import lone_fact, span_of

# What tells of the same side in other words, by how it begins.
_SAID = {
    ("result", 1): ("profit", "earn", "income", "net", "gain", "black", "result"),
    ("result", -1): ("loss", "lost", "lose", "losing", "red", "hit", "writedown", "write"),
    ("balance", 1): ("surplus", "black", "export"),
    ("balance", -1): ("deficit", "gap", "shortfall", "red", "import"),
}
# Beside them a headline may tell of what did not come about, or of another's profit.
_UNTOLD = frozenset(
    "no not never without miss misses missed avoid avoids despite after over on to warn warns warning forecast"
    " forecasts estimate estimates view views outlook target targets expectations guidance fear fears hope hopes may"
    " might could would if or before until risk risks hit hits woes".split()
)
_ONE = ("profit", "loss", "surplus", "deficit")  # "losses on its bonds" are not the result
_POSTED = frozenset("posts posted reports reported".split())
_BREAKS = frozenset(", ; : but and as after versus vs compared from".split())
_REACH = 13  # words
_DENIED = frozenset("no not never without nor neither ruled unlikely restore return expected forecast hit".split())


def outcomes(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → two facts for the one result of the headline and that of the first sentence, or none."""
    head = next((s for s in sentences if s.block == "headline"), None)
    lead = next((s for s in sentences if s.block not in ("headline", "dateline", "table")), None)
    shown = [k for k, word in enumerate(head.chunks.tokens.words) if word in OUTCOMES] if head is not None else []
    if head is None or lead is None or len(shown) != 1 or not _UNTOLD.isdisjoint(head.chunks.tokens.words):
        return ()
    word = head.chunks.tokens.words[shown[0]]
    k = _posted(head.chunks.tokens.words, shown[0], lead.chunks.tokens.words)
    k = k if k >= 0 else _told(lead.chunks.tokens.words, *OUTCOMES[word])
    apart = ";" in head.chunks.tokens.words[: shown[0]]  # "Arden in the red; Brill posts profit"
    if k < 0 or (apart and OUTCOMES[lead.chunks.tokens.words[k]] != OUTCOMES[word]):
        return ()
    first = _fact(head, shown[0], "headline-direction", ())
    return first, _fact(lead, k, "told-direction", (Link(first.id, "told-of"),))


def _posted(shown: list[str], at: int, words: list[str]) -> int:
    """Where the first sentence says "posted a quarterly loss", if the headline says so in a like way; else −1.

    That is the result, whatever profits or losses the sentence goes on to tell of.
    """
    kind, sign = OUTCOMES[shown[at]]
    first = next((i for i, word in enumerate(words) if word in _POSTED), len(words))
    reach = words[first : first + _REACH]
    clause = reach[: next((i for i, word in enumerate(reach) if word in _BREAKS), len(reach))]
    k = next((i for i, word in enumerate(clause) if word in OUTCOMES and OUTCOMES[word][0] == kind), -1)
    if kind != "result" or k < 0 or clause[k] not in _ONE:
        return -1
    said = not _POSTED.isdisjoint(shown[:at])
    return first + k if said or OUTCOMES[clause[k]][1] == sign or sign not in _signs(words, kind) else -1


def _signs(words: list[str], kind: str) -> set[int]:
    """The signs of all words of a kind of result."""
    return {OUTCOMES[word][1] for word in words if word in OUTCOMES and OUTCOMES[word][0] == kind}


def _told(words: list[str], kind: str, sign: int) -> int:
    """The words of the first sentence → where they tell of a result: of the headline's sign, else of the opposite."""
    told = [k for k, word in enumerate(words) if word in OUTCOMES and OUTCOMES[word][0] == kind]
    same = next((k for k in told if OUTCOMES[words[k]][1] == sign), -1)
    if same >= 0 or any(word.startswith(_SAID[kind, sign]) for word in words) or not _DENIED.isdisjoint(words):
        return same
    return next((k for k in told if words[k] in _ONE), -1)


def _fact(sentence: Sentence, k: int, aspect: str, links: tuple[Link, ...]) -> Fact:
    _, sign = OUTCOMES[sentence.chunks.tokens.words[k]]
    span = span_of(sentence.chunks, k, k + 1)
    return lone_fact(sentence, span, Fraction(sign), aspect, links, mark="o", direction=DIRECTION[sign])
