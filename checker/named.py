"""Facts of one sentence → counts of things and the proper names right behind them.

    "Three countries, Chad, Mali and Niger, signed"          3 –lists– "Chad, Mali and Niger"
    "The four winners were Ann, Bea, Cat and Dora."          4
    "The other two are Arden and Brill Corp."                2, a number that counts nothing said
    "Two men - Tom Lee, 42, and Sam Orr, 37 - were held"     2, ages aside
    "in 12 states, including Iowa, Ohio and Utah"            12 –names-some– "Iowa, Ohio and Utah"

What the names are is read by `checker.roster`.
"""

from __future__ import annotations

from fractions import Fraction

from checker.chunk import Chunks
from checker.fact import Fact, Link, Sentence
from checker.listing import BE, NO_THING, countable, is_dash, is_item, is_named, is_unclear, of_more
from checker.roster import Roster, roster_at
from checker.token import Tokens
from checker.wordfact import Facts, lone_fact, span_of, word_fact

_LEADING = frozenset(
    "after in with for at on over since during within among under before despite by like as from between of to".split()
)
_CLOSED = frozenset(", . ; : ) - —".split()) | {""}  # behind an apposition
_TWO = 2  # names, which may be two callings of one
_SOME = ("including", "among")
_FARTHEST = 7  # tokens that may stand between a count and the sign before the names
_CLAUSES = frozenset("how that what when why if will would can could may might shall should must".split())
_SAID = frozenset("said says told added reported".split())
_SAYS = 8  # tokens behind names in which somebody is told to have said it
_TOLD_OF = frozenset("which who whose with where".split())


def named(facts: Facts, sentence: Sentence, known: frozenset[str]) -> list[Fact]:
    """Facts by chunk, and the ids of the counts whose lists are known → a fact for each run of names behind a count."""
    made: list[Fact] = []
    chunks = sentence.chunks
    for k, fact in facts.items():
        if not countable(fact) or fact.id in known or is_named(fact, chunks):
            continue
        start, sign = _start(chunks.chunks[k].after, fact, chunks.tokens)
        found = roster_at(chunks.tokens, start) if start >= 0 else None
        if found is None or _dated(sentence, start, found) or _is_apart(k, start, facts, chunks):
            continue
        if is_unclear(chunks.tokens, start, found.end):
            continue
        tied = chunks.tokens.word(chunks.chunks[k].after) == "-" or "-" in (fact.figure.text if fact.figure else "")
        if found.count == _TWO and tied and Fraction(_TWO) not in fact.interval:
            continue  # "to its 12-member board, former harbour chief and shipping veteran Ann Hill"
        if sign in (",", "-", "—") and found.count == _TWO and chunks.tokens.word(found.end) not in _CLOSED:
            continue  # "five western counties, Arden and Brill would": three items of a list
        if chunks.tokens.words[found.end : found.end + 3] in (["on", "the", "one"], ["on", "one", "side"]):
            continue  # "two teams - Alder, Birch and Cole on the one hand, and Dunn and Elm on the other"
        if sign in (":", "-", "—") and ";" in chunks.tokens.words[found.end :]:
            continue  # "three units: Arden Power and Water, led by Hart; Arden Oil, under Moss; and Arden Gas"
        closed = _closes(chunks.tokens, found.end)
        if sign == "," and not closed and _is_first_item(chunks.tokens, chunks.chunks[k].after, start):
            continue  # "would hit five Corve networks, Brill Family and Ardennet"
        if sign == "(" and chunks.tokens.word(found.end) != ")":
            continue  # "three officials (Alder and Birch among them)"
        if sign in _SOME:
            as_ = "names-some"
        elif _whole(k, fact, sentence, sign if not (sign == "," and closed) else ""):
            as_ = "lists"
        else:
            continue
        names = span_of(chunks, start, found.end)
        made.append(word_fact(fact, names, chunks, Fraction(found.count), "items", as_))
    return made


def named_bare(sentence: Sentence, counts: list[int], numbers: dict[str, Fraction]) -> list[Fact]:
    """A sentence, where numbers are the subject without a noun, and what they are → facts for them and their names."""
    tokens, made = sentence.chunks.tokens, list[Fact]()
    for i in counts:
        found = roster_at(tokens, i + 2)
        if found is not None and not _dated(sentence, i + 2, found):
            count = lone_fact(sentence, span_of(sentence.chunks, i, i + 1), numbers[tokens.words[i]], "group")
            names = span_of(sentence.chunks, i + 2, found.end)
            links = (Link(count.id, "lists"),)
            made += [count, lone_fact(sentence, names, Fraction(found.count), "items", links)]
    return made


def _closes(tokens: Tokens, end: int) -> bool:
    """Does the sign behind names answer the comma before them, and lead to no "the group said"?"""
    return tokens.word(end) in (",", ")") and _SAID.isdisjoint(tokens.words[end + 1 : end + _SAYS])


def _is_first_item(tokens: Tokens, after: int, start: int) -> bool:
    """Does a name stand among what is counted, so that it may be the first of several things itself?"""
    return any(tokens.capital(i) for i in range(after, start - 1))


def _is_apart(k: int, start: int, facts: Facts, chunks: Chunks) -> bool:
    """Does another count stand between a count and names: "three judges named five winners: Alder, Birch and Cole"?"""
    return any(j > k and chunks.chunks[j].first < start and countable(fact) for j, fact in facts.items())


def _dated(sentence: Sentence, start: int, found: Roster) -> bool:
    """Does a period lie among names, so that one of them may be a month's?"""
    first, end = span_of(sentence.chunks, start, found.end)
    return any(first <= period.start < end for period in sentence.periods)


def _whole(k: int, fact: Fact, sentence: Sentence, sign: str) -> bool:
    """Are all the things counted, of which the names may be the names: no "two of the five", no "after two days"?

    Behind a comma that no second one answers the names may be the subject, or go on with a list.
    """
    chunks = sentence.chunks
    tokens, first = chunks.tokens, chunks.chunks[k].first
    things = fact.figure.unit.split() if fact.figure is not None else []
    more = of_more(k, chunks) or "W" in chunks.code[max(0, k - 2) : k]  # "four out of the top five"
    if is_item(tokens, first) or (tokens.word(first - 1) == "by" and sign in BE):
        return False  # "cut by two notches were Arden, Brill and Corve"
    if sign in (",", *BE) and _leads(tokens, first):
        return False
    return things[-1] not in NO_THING and not more and not _is_listed(tokens, first, sign)


def _leads(tokens: Tokens, i: int) -> bool:
    """Does a count stand in words that lead to the subject: "After two strikes, Arden, Brill and Corve …"?"""
    return tokens.words[0] in _LEADING and "," not in tokens.words[:i]


def _is_listed(tokens: Tokens, i: int, sign: str) -> bool:
    """Is a count told of one of several names, or one of them: "Arden, which has two mills, Brill and Corve"?"""
    words = tokens.words[:i]
    comma = next((k for k in range(i - 1, -1, -1) if words[k] == ","), i)
    return sign == "," and (words[-1:] in (["and"], ["plus"]) or (tokens.word(comma + 1) in _TOLD_OF and comma < i))


def _start(after: int, fact: Fact, tokens: Tokens) -> tuple[int, str]:
    """The token behind a count → where names begin, and the sign or word before them; −1 for nowhere.

    It stands right behind what is counted: a comma, "were", a dash, a colon, or "including", with or without a comma.
    """
    noun = after + len(fact.figure.unit.split() if fact.figure is not None else ())
    for i in range(after, min(after + _FARTHEST + 1, len(tokens) - 1)):
        word, more = tokens.words[i], tokens.words[i + 1]
        if word == "to":
            return -1, ""  # "three agencies to focus on the young, Arden and Brill districts"
        if word in ("including", "(") or (word == "," and more == "including"):
            i += word == ","
            return (i + 1 if i > after else -1), tokens.words[i]
        if word == "," and tokens.words[i + 1 : i + 3] == ["among", "them"]:
            return i + 3, more
        if word == "-" and more == "-" and not tokens.joined(i):
            continue
        if word in (",", ":", "—", *BE) or is_dash(tokens, i):
            return (i + 1 if i > after and not tokens.capital(i - 1) else -1), word
        tied = word in ("-", "&") and tokens.joined(i) and tokens.joined(i + 1)
        if not (word.isalpha() or tied or word == "'s") or (i >= noun and word == "and"):
            return -1, ""
        if i >= noun and tokens.capital(i):
            told = not _CLAUSES.isdisjoint(tokens.words[noun:i])  # "the two sides discuss how the Trio of sellers - "
            return (-1, "") if told else _marked(i, tokens)
    return -1, ""


def _marked(i: int, tokens: Tokens) -> tuple[int, str]:
    """A name behind a count → where names begin behind a dash or a colon: "four banks sued by Arden - …"."""
    for j in range(i + 1, min(i + _FARTHEST, len(tokens) - 1)):
        word = tokens.words[j]
        if word == "-" and tokens.word(j + 1) == "-":
            continue
        if word in (":", "—") or is_dash(tokens, j):
            return j + 1, word
        if not (word.isalpha() or word == "'s"):
            return -1, ""
    return -1, ""
