"""Facts of one sentence → the words "a majority" and the percentage that is given for it.

"A majority of voters (68 percent) backed the plan"     "majority" –said-of→ 68 percent
"The vast majority of dealers - 29 of 31 - agree"       "majority" –said-of-count→ 29
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Link, Sentence
from checker.pattern import Pattern
from checker.wordfact import Facts, bare_fact, lone_fact, span_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.chunk import Chunk

_HALF = Fraction(50)
_SAID = Pattern(r"[um](?:[um]|[op][um]{1,4})?[,/](?P<share>P)[,/]|[um]o(?P<of>P)")
_COUNTED = Pattern(r"[um](?:[op][umB]{1,4})?[,/](?P<part>N)(?:o|W)N[um]{0,3}[,/]")
_GROUP = Pattern(r"[um](?:[op][um]{1,4})?")
_NEEDED = frozenset("stake stakes owner shareholder shareholding leader party rule needed required two super".split())


def majorities(facts: Facts, sentence: Sentence) -> list[Fact]:
    """Facts by chunk → a fact for each "majority" with its percentage, and for that where it stands in brackets."""
    chunks = sentence.chunks
    words = chunks.tokens.words
    made: list[Fact] = []
    for k, item in enumerate(chunks.chunks):
        at = item.after - 1
        if item.letter not in "um" or words[at] != "majority" or not _NEEDED.isdisjoint(words[max(0, at - 3) : at + 3]):
            continue
        if (count := _count(facts, sentence, k)) is not None:
            links = (Link(count.id, "said-of-count"),)
            made.append(lone_fact(sentence, span_of(chunks, at, at + 1), _HALF, "majority", links, mark="m"))
            continue
        share = _share(facts, sentence, k)
        if share is not None:
            made += [fact for fact in (share,) if fact.chunk < 0]
            links = (Link(share.id, "said-of"),)
            made.append(lone_fact(sentence, span_of(chunks, at, at + 1), _HALF, "majority", links, mark="m"))
    return made


def _count(facts: Facts, sentence: Sentence, k: int) -> Fact | None:
    """The count of a whole behind the word, between commas or dashes: "29 of 31", "29 out of 31"."""
    match = _COUNTED.match(sentence.chunks.code, k)
    return facts.get(match.start("part")) if match else None


def _share(facts: Facts, sentence: Sentence, k: int) -> Fact | None:
    """The percentage behind the word: between commas or dashes, after "of", or alone in brackets."""
    chunks = sentence.chunks
    if match := _SAID.match(chunks.code, k):
        at = max(match.start("share"), match.start("of"))
        fact, first = facts.get(at), chunks.chunks[at].first
        if match["of"] and chunks.tokens.words[first - 1] != "of":
            return None  # "the majority of the 10 percent cut"
        return fact if fact is not None and fact.aspect in ("level", "proportion", "share") else None
    group = _GROUP.match(chunks.code, k)
    end = group.end() - 1 if group else k
    inside = next((bracket for position, bracket in chunks.brackets if k <= position <= end), ())
    return _bracketed(inside, sentence) if len(inside) == 1 and inside[0].letter == "P" else None


def _bracketed(inside: tuple[Chunk, ...], sentence: Sentence) -> Fact | None:
    located = inside[0].figure
    return None if located is None else bare_fact(located.figure, sentence, "proportion")
