"""Facts of one sentence → shares of those who answered or did differently, tied as parts of one whole.

"Some 45 percent were in favour, 40 percent against and 15 percent undecided"   for + against + unsure: at most all
"71 percent beat forecasts, 9 percent matched them and 20 percent fell short"   beat + matched + missed: all
"the plan is opposed by 62 percent and backed by 31 percent"                    the answer may stand before its share
"Most, 62 percent, opposed it. Just 31 percent said they backed it."            and the next sentence go on
"""

from __future__ import annotations

from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import Fact, Sentence, add_link, is_base
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
_MOODS = _by_word(
    {
        "for": "bullish bulls optimistic optimists satisfied",
        "against": "bearish bears pessimistic pessimists dissatisfied unsatisfied",
        "unsure": "neutral undecided",
    }
)
_RESULTS = _by_word(
    {
        "beat": "beat beats beating beaten topped topping exceeded exceeding surpassed surpassing above ahead",
        "match": "match matched matching met meeting line",
        "miss": "miss missed missing below short trailed under",
    }
)


_WORDS = (_OPINIONS, _RESULTS, _MOODS)
_NOT_SURE = {"sure": "not", "know": "not", "opinion": "no"}  # what must stand before a word that else means another
_MORE = frozenset("also more less likely very somewhat strongly women men republicans democrats each last".split())
_NOT = frozenset("not n't never neither nor hardly".split())
_FAR = 12  # tokens in which a share says what it is the share of
_SIGNS = frozenset(", ; : and while but compared versus".split())
_LEADS = frozenset("sentiment camp vote votes opinion investors advisers at rose fell was stood to is were".split())
# Words that say nothing of what an answer was given to.
_HOLLOW = frozenset(
    "it them him her this that these those the a an his its their of in on to for by with from said say says saying"
    " they he she who would will should was were is are be been being do did does have had has not idea plan"
    " move measure proposal motion change changes step deal bill and or as at percent pct % . ' \" strongly".split()
)
# A group of its own: its shares are of another whole than those of the sentence before.
_GROUPS = frozenset("among women men republicans democrats conservatives liberals younger older aged year".split())
_GO_ON = frozenset("only just about some another nearly almost roughly and but while a the".split())
_OPENS = 4  # tokens of a sentence in which its share stands, if it goes on with the poll before


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
    if len(shares) == 2 and _is_turned(shares[0], shares[1], facts, chunks):
        _tie(facts, shares, complete=False)


def tie_answers(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: the share that the next sentence of a paragraph tells of the other answer."""
    for before, sentence in pairwise(sentences):
        codes = before.chunks.code.count("P"), sentence.chunks.code.count("P")
        if not codes[0] or codes[1] != 1 or not _goes_on(before.chunks, sentence.chunks):
            continue
        old = {f.chunk: f for f in by_id.values() if f.sentence == before.number and f.chunk >= 0}
        new = {f.chunk: f for f in by_id.values() if f.sentence == sentence.number and f.chunk >= 0}
        k = sentence.chunks.code.index("P")
        told = [j for j in old if before.chunks.code[j] == "P"]
        for words in (_OPINIONS, _MOODS):
            answer = _answer(k, words, new, sentence.chunks) if k in new else ""
            known = [_answer(j, words, old, before.chunks) for j in told]
            if answer and all(known) and len({answer, *known}) == len(known) + 1:
                for fact in (new[k], *(old[j] for j in told)):
                    by_id[fact.id] = replace(by_id[fact.id], aspect="share")
                first = next((link.to for j in told for link in old[j].links if link.as_ == "shares-whole"), "")
                add_link(by_id, new[k].id, by_id[first or old[min(told)].id], "may-share-whole")
                break


def _goes_on(before: Chunks, chunks: Chunks) -> bool:
    """Does a sentence follow in the same paragraph, begin with its share and speak of nothing new?"""
    old, new = before.tokens, chunks.tokens
    gap = new.folded[old.ends[-1] : new.starts[0]] if len(old) and len(new) else "\n"
    first = chunks.chunks[chunks.code.index("P")].first
    opens = first < _OPENS and all(word in _GO_ON for word in new.words[:first])
    if gap.strip(" \"'") or "\n" in gap or not opens or "|" in chunks.code or ";" in before.code:
        return False
    if not _GROUPS.isdisjoint(new.words) or not _GROUPS.isdisjoint(old.words):
        return False
    known = {*old.words, *_HOLLOW, *_OPINIONS, *_MOODS, *_GO_ON}
    return all(word in known or not word.isalpha() for word in new.words[chunks.chunks[chunks.code.index("P")].after :])


def _is_turned(k: int, then: int, facts: Facts, chunks: Chunks) -> bool:
    """ "52 percent said he should resign and 43 percent said he should not": is the second said of the opposite?"""
    tokens, items = chunks.tokens, chunks.chunks
    if chunks.code[k] != "P" or chunks.code[then] != "P" or not all(_is_told(facts[i]) for i in (k, then)):
        return False
    one = tokens.words[items[k].after : items[then].first]
    other = [*tokens.words[items[then].after :], "."]
    end = next(i for i, word in enumerate(other) if word in (".", ",", ";", '"', "'") and i)
    *_, verb, no = ["", "", *other[:end]]
    if no != "not" or verb not in _TURNED or end > _FAR or verb not in one or not _NOT.isdisjoint(one):
        return False
    return _MORE.isdisjoint(other[:end]) and _MORE.isdisjoint(one) and _voters(then, chunks) in ([], _voters(k, chunks))


_TURNED = frozenset("should would will did do does is are was were can could has have had".split())


def _is_told(fact: Fact) -> bool:
    level = fact.aspect in ("level", "share", "proportion")
    return level and fact.figure is not None and fact.figure.hedge in ("", "about", "nearly") and not is_base(fact)


def _of_other(k: int, then: int, chunks: Chunks) -> bool:
    """Are two shares of those who beat or missed different things: "earnings", "revenue"?"""
    behind = chunks.code.find("P", then + 1) if then >= 0 else -1
    if then >= 0 and _voters(then, chunks) not in ([], _voters(k, chunks)):
        return True  # "50 percent of the weavers for it, and 55 percent of the dyers against"
    spans = [chunks.chunks[k:then], chunks.chunks[then : behind if behind >= 0 else None]] if then >= 0 else []
    measures = [{item.value for item in span if item.letter == "m"} - _ANSWERED for span in spans]
    return len(measures) == 2 and any(measures) and measures[0].isdisjoint(measures[1])


_ANSWERED = {"vote-yes", "vote-no", "abstentions", "vote-share"}  # measures that are answers themselves


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
    """A share → the one answer that the words around it name before the next figure or sign; "" for none or two."""
    figure, level = facts[k].figure, facts[k].aspect in ("level", "share", "proportion")
    if chunks.code[k] != "P" or not level or figure is None or figure.hedge not in ("", "about", "nearly"):
        return ""
    tokens, after = chunks.tokens, chunks.chunks[k].after
    said = []
    for i in range(after, min(after + _FAR, len(tokens))):
        word = tokens.words[i]
        if word in _SIGNS or word[0].isdigit() or word in _MORE:
            break
        answer = words.get(word, "")
        if answer and _NOT_SURE.get(word, "") in ("", *tokens.words[max(0, i - 2) : i]):
            if words is not _RESULTS and word not in _NOT_SURE and not _NOT.isdisjoint(tokens.words[max(0, i - 3) : i]):
                return ""
            said.append(answer)
    if not said and words is not _RESULTS and not is_base(facts[k]):
        return _answer_before(k, words, chunks)
    return said[0] if len(set(said)) == 1 else ""


def _answer_before(k: int, words: dict[str, str], chunks: Chunks) -> str:
    """A share → the answer before it: "opposed by 62 percent", "bearish sentiment fell to 31 percent"."""
    tokens, at = chunks.tokens, chunks.chunks[k].first - 1
    if words is _OPINIONS:
        passive = tokens.word(at) == "by" and tokens.word(at - 2) not in _NOT
        return words.get(tokens.word(at - 1), "") if passive else ""
    while tokens.word(at) in _LEADS:
        at -= 1
    return words.get(tokens.word(at), "") if tokens.word(at - 1) not in _MORE | _NOT else ""
