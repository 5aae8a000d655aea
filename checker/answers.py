"""Facts of one sentence → shares of those who answered or did differently, tied as parts of one whole.

"Some 45 percent were in favour, 40 percent against and 15 percent undecided"   for + against + unsure: at most all
"71 percent beat forecasts, 9 percent matched them and 20 percent fell short"   beat + matched + missed: all
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.fact import add_link
from checker.record import replace
from checker.wordfact import Facts


def _by_word(groups: dict[str, str]) -> dict[str, str]:
    return {word: answer for answer, words in groups.items() for word in words.split()}


# Answers that exclude each other: who gives one gives none of the others.
_OPINIONS = _by_word(
    {
        "for": "favour favours favoured favouring favor favors favored favoring support supports supported supporting"
        " approve approves approved approving back backs backed backing yes agree agrees agreed",
        "against": "oppose opposes opposed opposing against disapprove disapproves disapproved disapproving no disagree"
        " disagrees disagreed reject rejects rejected",
        "unsure": "undecided unsure sure neutral know opinion abstained abstain uncertain undeclared",
    }
)
_RESULTS = _by_word(
    {
        "beat": "beat beats beating beaten topped topping exceeded exceeding surpassed surpassing above ahead",
        "match": "match matched matching met meeting line",
        "miss": "miss missed missing below short trailed under",
    }
)


_WORDS = (_OPINIONS, _RESULTS)
_NOT_SURE = {"sure": "not", "know": "not", "opinion": "no"}  # what must stand before a word that else means another
_MORE = frozenset("also more less likely very somewhat strongly women men republicans democrats each last".split())
_FAR = 12  # tokens in which a share says what it is the share of


def answers(facts: Facts, chunks: Chunks) -> None:
    """Facts by chunk: the shares that answered differently become parts of one whole."""
    shares = [k for k in sorted(facts) if chunks.code[k] in "PX"]
    for words in _WORDS:
        run: list[int] = []
        said: list[str] = []
        for k in [*shares, -1]:
            answer = _answer(k, words, facts, chunks) if k >= 0 else ""
            apart = run and (";" in chunks.code[run[-1] : max(k, 0)] or _of_other(run[-1], k, chunks))
            if not answer or answer in said or apart:
                _tie(facts, run, complete=words is _RESULTS and len(run) == len(set(words.values())))
                run, said = [], []
            if answer:
                run, said = [*run, k], [*said, answer]


def _of_other(k: int, then: int, chunks: Chunks) -> bool:
    """Are two shares of those who beat or missed different things: "earnings", "revenue"?"""
    behind = chunks.code.find("P", then + 1) if then >= 0 else -1
    if then >= 0 and _voters(k, chunks) != _voters(then, chunks):
        return True  # "50 percent of the weavers for it, and 55 percent of the dyers against"
    spans = [chunks.chunks[k:then], chunks.chunks[then : behind if behind >= 0 else None]] if then >= 0 else []
    measures = [{item.value for item in span if item.letter == "m"} for span in spans]
    return len(measures) == 2 and any(measures) and measures[0].isdisjoint(measures[1])


def _voters(k: int, chunks: Chunks) -> list[str]:
    """The two words behind "of", where a share says of whom it is one."""
    after = chunks.chunks[k].after
    return chunks.tokens.words[after + 1 : after + 3] if chunks.tokens.word(after) == "of" else []


def _tie(facts: Facts, parts: list[int], *, complete: bool) -> None:
    for k in parts if len(parts) > 1 else ():
        facts[k] = replace(facts[k], aspect="share")
    for k in parts[1:]:
        add_link(facts, k, facts[parts[0]], "completes-whole" if complete else "shares-whole")


def _answer(k: int, words: dict[str, str], facts: Facts, chunks: Chunks) -> str:
    """A share → the one answer that the words behind it name before the next figure or sign; "" for none or two."""
    figure, level = facts[k].figure, facts[k].aspect in ("level", "share", "proportion")
    if chunks.code[k] != "P" or not level or figure is None or figure.hedge not in ("", "about", "nearly"):
        return ""
    tokens, after = chunks.tokens, chunks.chunks[k].after
    said = []
    for i in range(after, min(after + _FAR, len(tokens))):
        word = tokens.words[i]
        if word in (",", ";", ":", "and", "while", "compared", "versus") or word[0].isdigit() or word in _MORE:
            break
        answer = words.get(word, "")
        if answer and _NOT_SURE.get(word, "") in ("", *tokens.words[max(0, i - 2) : i]):
            said.append(answer)
    return said[0] if len(set(said)) == 1 else ""
