"""Facts of one sentence → counts of things and the names that follow: how many are announced, how many named.

    "three products: tea, coffee and cocoa"          3 –lists– "tea, coffee and cocoa"
    "Two players passed 20 goals: Hart and Moss"     2, the subject's count, not 20
    "Three towns — Arden, Brill and Corve — …"       3

Names that hold an "and" or a comma of their own, items with figures, and lists within lists say nothing.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from checker.chunk import Chunks
from checker.fact import Fact, unit_of
from checker.lexicon import Lexicon
from checker.token import Tokens
from checker.unit import entries_at
from checker.wordfact import Facts, span_of, word_fact

_LARGEST = 12
_NAME_WORDS = 6
BE = ("are", "were")
# Before a number that is the subject without a noun: "the other two are", "the top four were".
_BARE = frozenset("the other others top big next last remaining first these those final".split())
_CLAUSE = frozenset((",", ";", ":", '"', "and", "but", "that"))
OPEN = frozenset(
    "such including includes include like among eg especially notably particularly mainly others other more plus"
    " elsewhere etc one two three both".split()
)
NO_NAME = frozenset(
    "will would has have had is are was were be which who that in by for to from through via with at on as when where"
    " after before while if though although whereas despite"
    " against between among over under about into during until since out off up down per"
    " than because not it he she they we i you his her their its nor but also all each".split()
)
_PARTLY = frozenset(
    "one two three four five six seven some most many several half part majority list"
    " member percent pct third last first second among".split()
)
_BE = frozenset("is are was were be been has have had".split())
_MORE = ("as", "with")
_SEPARATORS = (",", "and", "or", ";")
_LAST = ("and", "or")
_CLOSED_BY = {"(": ")", "of": "of", "—": "—", "-": "-"}
# Nouns of what holds several of the things named, or is made of them: "seven charges of bribery, fraud and theft".
_HOLDERS = frozenset(
    "charges counts cases acts offences offenses incidents accusations allegations floors pages rooms boxes"
    " bags acres bottles plates hours teams groups sets pairs rounds shelves tables networks rings panels"
    " rows generations crews gangs bands circles families pools mixes types kinds sorts".split()
)
# Between "of the" and a number, of which a part is told: "three of the last five quarters".
ORDERS = frozenset("last past previous prior first opening final preceding top next".split())
# What is counted and never named.
NO_THING = frozenset(
    "month year day week quarter hour minute second time game match round point goal win set session set leg lap"
    " set percent second decade century night race start attempt home inning innings visit loss defeat victory".split()
)
_ROLES = frozenset("ceo cfo coo president chairman director head chief governor mayor minister".split())
_PAIR = 2  # names, which may be two callings of one
_OF_THREE = 3  # what follows "of" is a list from three names on
SUFFIXES = frozenset("inc ltd llc llp lp plc corp co cos bros jr sr".split())  # of a name, behind a comma of its own
_SIGNED = SUFFIXES | _ROLES
_DEFINITE = ("the", "its", "their")
_BACK = 9  # tokens before a count that may say that it is of more
_SOME_OTHER = frozenset("other others remaining rest rival rivals fellow of".split())
_OTHER = 5  # tokens before the number
_OPENING = frozenset((":", "—", "namely", "(", "of", "-"))
_FAR, _NEAR = 10, 4  # tokens that may stand between the count and the list


def listings(facts: Facts, chunks: Chunks, lexicon: Lexicon) -> list[Fact]:
    """Facts by chunk → one fact for each list of names that a count announces."""
    tokens = chunks.tokens
    made: list[Fact] = []
    for i, word in enumerate(tokens.words):
        if word not in _OPENING or not _opens(tokens, i) or not (counts := _announcing(facts, chunks, i)):
            continue
        if any(is_named(fact, chunks) for fact in counts):
            continue
        if tokens.words[i] == "of" and tokens.word(i + 1) in ("the", "its", "their") and not tokens.capital(i + 2):
            continue  # "three members of the banking committee, Hart, Moss and Reed"
        listed = _names(tokens, i + 1, _CLOSED_BY.get(tokens.words[i], "."), lexicon)
        if "W" in chunks.code[max(0, counts[-1].chunk - 2) : counts[-1].chunk]:
            continue  # "four out of the top five mills in town: Arden, Brill, Corve and Dell"
        if listed is not None and is_unclear(tokens, i + 1, listed[0]):
            continue
        if listed is not None and (tokens.words[i] != "of" or _is_of_list(tokens, i, counts[-1], listed[1])):
            end, count = listed
            if count == _PAIR and _is_tied(counts[0], chunks):
                continue  # "its 12-member board - former harbour chief and shipping veteran Ann Hill"
            stated = next((fact for fact in counts if Fraction(count) in fact.interval), counts[0])
            made.append(word_fact(stated, span_of(chunks, i + 1, end), chunks, Fraction(count), "items", "lists"))
    return made


def is_item(tokens: Tokens, first: int) -> bool:
    """ "Seven banks failed: five in Brill, Arden's and Corve's": does a count open a list itself?"""
    return tokens.word(first - 1) in ("-", "—", ":")


def is_named(count: Fact, chunks: Chunks) -> bool:
    """ "the other Big Four auditors - Arden, Brill and Corve": is the number a name's, of which these are some?"""
    first = chunks.chunks[count.chunk].first
    words = chunks.tokens.words
    named = first > 1 and chunks.tokens.capital(first) and chunks.tokens.capital(first - 1)
    if not named or words[first - 1] not in ("big", "gang", "group", "the"):
        return False
    return words[first - 1] != "big" or not _SOME_OTHER.isdisjoint(words[max(0, first - _OTHER) : first - 1])


def _is_tied(count: Fact, chunks: Chunks) -> bool:
    """Does a hyphen tie a count to its noun, so that this is no subject: "a 12-member board"?"""
    two = count.figure is not None and count.figure.value == _PAIR
    tied = "-" in (count.figure.text if count.figure is not None else "")
    return not two and (tied or chunks.tokens.word(chunks.chunks[count.chunk].after) == "-")


def _is_of_list(tokens: Tokens, i: int, count: Fact, named: int) -> bool:
    """Does "of" open a list of what is counted, and not of what each one holds, or whose they are?

    "two rings of bakers, millers and brewers", "two friends of Hart, Moss and Reed"
    """
    whose = count.figure is not None and count.figure.value == named - 1 and tokens.capital(i + 1)
    return named >= _OF_THREE and not whose and tokens.word(i - 1) not in _HOLDERS


def _opens(tokens: Tokens, i: int) -> bool:
    """A colon, "namely", a bracket, a dash that stands free, or "of" ("the three exports of tea, coffee and cocoa")."""
    return tokens.words[i] != "-" or (is_dash(tokens, i) and tokens.word(i - 1) != ":")


def is_unclear(tokens: Tokens, start: int, end: int) -> bool:
    """Has a name a count of its own ("Arden 14, Brill 12 and Corve seven"), or may it be two ("Brill & Moss KLMN")?

    The legal form of a firm ("Arden LLC"), a title ("Arden CEO Ann Hill") and its code at an exchange ("Arden ARD.N")
    are no names.
    """
    return any(
        tokens.capital(i - 1)
        and not tokens.joined(i)
        and (tokens.words[i].isdecimal() or (_is_code(tokens.raws[i]) and not _is_code(tokens.raws[i - 1])))
        and not (tokens.word(i + 1) == "." and tokens.joined(i + 1) and tokens.joined(i + 2))
        for i in range(start + 1, end)
    )


def _is_code(raw: str) -> bool:
    return len(raw) > _PAIR and raw.isupper() and raw.lower() not in _SIGNED


def is_dash(tokens: Tokens, i: int) -> bool:
    """Does a dash that stands free end at a token: "-" or "--" between spaces?"""
    single = tokens.word(i) == "-" and not tokens.joined(i + 1)
    return single and (not tokens.joined(i) or (tokens.word(i - 1) == "-" and not tokens.joined(i - 1)))


def _announcing(facts: Facts, chunks: Chunks, i: int) -> list[Fact]:
    """The counts that a list behind token i may answer: the one right before it, or first the subject's."""
    if chunks.tokens.words[i] != "of" and any(chunks.chunks[k].first > i for k in facts):
        return []  # figures in the list itself
    tokens = chunks.tokens
    before = [fact for k, fact in sorted(facts.items()) if chunks.chunks[k].first < i and not of_more(k, chunks)]
    if not before:
        return []
    after = {fact.id: chunks.chunks[fact.chunk].after for fact in before}
    counts = [fact for fact in before if countable(fact) and not OPEN & set(tokens.words[after[fact.id] : i])]
    counts = [fact for fact in counts if not is_item(tokens, chunks.chunks[fact.chunk].first)]
    if not counts:
        return []
    near, first = counts[-1], counts[0]
    if tokens.words[i] == "of" and not _one_phrase(tokens.words[after[near.id] : i]):
        return []
    noun = len(unit_of(near).split()) - 1  # "six main towns of Brazil (…)"
    far = _FAR if tokens.words[i] in (":", "of") else _NEAR + noun
    close = before[-1] is near and i - after[near.id] <= far
    if first is near:
        apart = tokens.words[i] != ":" and _BE & set(tokens.words[after[near.id] : i])
        return [near] if close and not apart else []
    reached = {"r", "c"} & set(chunks.code[first.chunk : near.chunk])
    subject = first is before[0] and chunks.chunks[first.chunk].first <= 1
    return [first, *counts[1:]] if subject and reached else []


def bare_counts(tokens: Tokens, numbers: dict[str, Fraction]) -> list[int]:
    """Tokens and words of number → where one is the subject of "are": "the other two are", "the top four were"."""
    known = [i - 1 for i, word in enumerate(tokens.words) if i and word in BE and tokens.words[i - 1] in numbers]
    return [i for i in known if numbers[tokens.words[i]] > 1 and _is_subject(tokens, i)]


def _is_subject(tokens: Tokens, i: int) -> bool:
    first = i
    while first > 0 and tokens.words[first - 1] in _BARE:
        first -= 1
    return first < i and (first == 0 or tokens.words[first - 1] in _CLAUSE)


def _one_phrase(between: list[str]) -> bool:
    """Whether the words between a count and "of" name what is counted: "three cash [crops] of …", not "two of …"."""
    return bool(between) and all(
        word == "-" or (word.isalpha() and word not in NO_NAME and word != "and") for word in between
    )


def countable(fact: Fact) -> bool:
    """Is it a small exact number of things of which the sentence says nothing else?"""
    figure = fact.figure
    return (
        figure is not None and figure.kind == "count" and bool(figure.unit) and figure.value is not None
        and 2 <= figure.value <= _LARGEST and not figure.hedge and not fact.links and "." not in figure.digits
    )  # fmt: skip


def of_more(k: int, chunks: Chunks) -> bool:
    """Are the things counted more than those spoken of: "three of the four", "among its five largest markets"?

    "The other big four auditors" are three: the number is a name.
    """
    first = chunks.chunks[k].first
    if chunks.tokens.words[max(0, first - 2) : first] == ["other", "big"]:
        return True
    words = chunks.tokens.words[max(0, first - _BACK) : first]
    words = words[1 + max((n for n, word in enumerate(words) if word in (",", ";", ":")), default=-1) :]
    return "among" in words or any(pair[1] == "of" and pair[0] in _PARTLY for pair in pairwise(words))


def _names(tokens: Tokens, start: int, close: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """The first token of a list → the token behind it and how many names it holds; None where that is in doubt."""
    j, count, length, last = start, 1, 0, False
    while j < len(tokens) and not _closes(tokens, j, close):
        word = tokens.words[j]
        if (word == "," and tokens.word(j + 1) in SUFFIXES) or (word == "." and tokens.word(j + 1) == ","):
            pass  # "Cole, Inc", "Cole Co., Brill and Corve"
        elif word == "," and last and length and tokens.word(j + 1) in NO_NAME and tokens.word(j + 2) != "-":
            if tokens.word(j + 1) in _MORE:
                return None  # "Ann and Tom Hill, as well as Ben Moss"
            break  # "tea, coffee and cocoa, which are"
        elif word in _SEPARATORS:
            joint = word in _LAST
            if last or (length == 0 and not (joint and tokens.word(j - 1) in (",", ";"))):
                return None  # a second list, or a name with "and" of its own
            if word == "or" and count < 2:
                return None  # "the lion, or Panthera leo"
            named = word == "," and tokens.capital(j - 1)
            if named and tokens.word(j + 1) in ("the", "a", "an") and is_role(tokens, j + 2):
                return None  # "Ann Hill, the CEO of Arden, and Tom Moss"
            if named and tokens.word(j + 2) == "'s" and not _ends_in_name(tokens, j + 3):
                return None  # "supplier Magnor, Arden's preferred buyer, or Corve"
            led = tokens.capital(j + 1) or tokens.words[start] in _DEFINITE
            if close == "of" and count == 1 and not tokens.capital(j - 1) and led:
                return None  # "the two heads of sales, Ann Hart and Ben Moss", "of the bank's board, banker Ann Hart"
            count, length, last = count + (length > 0), 0, joint
        elif not _name_word(tokens, j, lexicon, first=length == 0) or word in OPEN or length >= _NAME_WORDS:
            if close == "of" and last and length:
                break  # the list was the subject, and its verb follows
            return None
        else:
            length += 1
        j += 1
    return (j, count) if last and length and count >= 2 else None


def _ends_in_name(tokens: Tokens, j: int) -> bool:
    """Is the last word before the next sign of a list the name of somebody or something?"""
    after = next((k for k in range(j, len(tokens)) if tokens.words[k] in _SEPARATORS), len(tokens))
    return tokens.capital(after - 1)


def _closes(tokens: Tokens, j: int, close: str) -> bool:
    """Does a list end at a token: at a stop, or at the sign given, which is no hyphen?"""
    tied = tokens.words[j] == "-" and tokens.joined(j) and tokens.joined(j + 1)
    short = tokens.words[j] == "." and tokens.word(j - 1) in SUFFIXES and tokens.word(j + 1) == ","
    return tokens.words[j] in (close, ".") and not (tied or short)


def is_role(tokens: Tokens, j: int) -> bool:
    """May words behind "the" say who or what was named: "Hill, the CEO of Arden, …", "Arden, the largest port, …"?"""
    return not tokens.capital(j) or tokens.words[j] in _ROLES


def _name_word(tokens: Tokens, j: int, lexicon: Lexicon, *, first: bool) -> bool:
    """May a word be part of what is listed? A participle leads to a noun: "reduced costs"."""
    word = tokens.words[j]
    if first and word == "-":
        return False
    if word.endswith("ing") and not tokens.capital(j) and tokens.capital(j + 1):
        return False  # "far outpacing Arden, Brill and Corve"
    if first and word.endswith("ed") and tokens.word(j + 1) not in _SEPARATORS:
        return True
    if word in NO_NAME or not (word.isalpha() or word in ("-", "'s", "'", "’")):
        return False
    entries = entries_at(tokens, j, j + 1, lexicon)
    return tokens.capital(j) or not any(e.cls.endswith("-verb") and e.form not in ("base", "ing") for e in entries)
