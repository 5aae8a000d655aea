"""A sentence → counts of things that stand behind the names they count.

"Hill, Moss and Reed were the only three players to miss the cut."     3 –lists– "Hill, Moss and Reed"
"Chad, Mali and Niger, the region's three poorest members, signed."    3
"Hart and Moss are two bakers who never met."                          2
"It trades with Arden and Brill -- its two biggest markets -- again."  2
"""

from __future__ import annotations

from fractions import Fraction

from checker.fact import Fact, Sentence, unit_of
from checker.listing import BE, NO_THING, countable, is_dash
from checker.roster import NO_MODIFIER, Roster, roster_at
from checker.sentence import is_opening
from checker.token import Tokens
from checker.wordfact import Facts, span_of, word_fact

_BEFORE_COUNT = frozenset("the its his her their our only first last other top main".split())
_PREPOSITIONS = ("from", "of", "in", "at", "for", "to")
_WHOSE = 4  # tokens of whose things they are, at most: "the euro zone's"
_REACH = 40  # tokens from the first name to the count
# Behind things in apposition; another word would make them a subject: "unlike Arden and Brill, the three firms said".
_BEHIND = frozenset(", . ; ) — - in of for on that which who to with among from whose where".split())
# Behind how far apart they are: "Arden and Brill are three seats short of".
_APART = frozenset(
    "behind ahead clear short away apart old older younger up down back from off adrift early late out to more"
    " fewer".split()
)
_OPENING = 4  # tokens of words that open a sentence
_SIGNS = (",", ";", "and", "or", "&")


def rolls(facts: Facts, sentence: Sentence, known: frozenset[str]) -> list[Fact]:
    """Facts by chunk, and the ids of the counts whose lists are known → a fact for each run of names before a count."""
    chunks, made = sentence.chunks, list[Fact]()
    for k, fact in sorted(facts.items()):
        if not countable(fact) or fact.id in known:
            continue
        joint = _joint(sentence, k, fact)
        start, found = names_before(chunks.tokens, joint) if joint > 0 else (0, None)
        if found is not None and (found.count == 2 or chunks.chunks[k].first > joint + 1):
            names = span_of(chunks, start, found.end)
            made.append(word_fact(fact, names, chunks, Fraction(found.count), "items", "lists"))
    return made


def _joint(sentence: Sentence, k: int, fact: Fact) -> int:
    """A count → the sign or the verb that ties it to names before it, the first token of it; −1 if there is none."""
    tokens, item = sentence.chunks.tokens, sentence.chunks.chunks[k]
    i = item.first
    while tokens.word(i - 1) in _BEFORE_COUNT:
        i -= 1
    if tokens.word(i - 1) == "'s":
        first = i - 2
        while first > i - 2 - _WHOSE and _names_owner(tokens, first - 1):
            first -= 1
        i = first
    joint = i - 1
    if tokens.word(item.after) in ("-", "of"):
        return -1
    behind = item.after + sum(1 + 2 * word.count("-") for word in unit_of(fact).split())
    if tokens.word(joint) in BE:
        told = i < item.first or (unit_of(fact).split()[-1] not in NO_THING and tokens.word(behind) not in _APART)
        return joint if told else -1
    if tokens.word(joint) not in (",", "—") and not is_dash(tokens, joint):
        return -1
    if tokens.word(behind) not in _BEHIND or tokens.word(behind + 1) == "and":
        return -1
    return joint - (tokens.words[joint] == "-" and tokens.words[joint - 1] == "-")


def _names_owner(tokens: Tokens, i: int) -> bool:
    return tokens.word(i).isalpha() and (tokens.words[i] == "the" or tokens.words[i] not in NO_MODIFIER)


def names_before(tokens: Tokens, end: int) -> tuple[int, Roster | None]:
    """A token → where names begin that end right before it, and their run, if there is one."""
    for start in range(max(0, end - _REACH), end - 2):
        if tokens.capital(start) and _may_begin(tokens, start, end):
            found = roster_at(tokens, start)
            if found is not None and found.end == end:
                return start, found
    return 0, None


def _may_begin(tokens: Tokens, start: int, end: int) -> bool:
    """Is a capital the first of a run of names, and not one of a run that began before it?"""
    if start == 0:
        led = is_opening(tokens.folded, tokens.starts[0]) or tokens.words[0] == "across"
        return not (led or tokens.words[1] in _PREPOSITIONS)
    if start < _OPENING and "," in tokens.words[start:end]:
        return False  # "In Arden, Brill and Corve are the two …", "Aside from Arden, …"
    if tokens.words[0] == "according":
        return False  # "According to the trade body Arden, Brill and Corve are the two …"
    before = start - 1
    if tokens.capital(before) or not tokens.words[before].isalpha():
        return False
    while before > 0 and tokens.words[before].isalpha() and tokens.words[before] not in NO_MODIFIER:
        before -= 1
    return tokens.words[before] not in _SIGNS
