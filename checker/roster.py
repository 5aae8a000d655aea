"""Tokens → a run of names, each with what is said of it, and how many they are; None where that is in doubt.

    "the much larger Arden & Co (ARD.N), airline Brill and Corve Corp."          3
    "Ann Hill, 34, Bea Moss, a nurse who fled, and Cat Reed, who stayed"         3
    "Hill of Arden, Moss of Brill and Reed of Corve"                             3

Every item is a proper name or ends in one. What follows a name behind a comma is no item where it begins as an
apposition does ("a nurse", "who fled", "34").
"""

from __future__ import annotations

from checker.counted import STOP
from checker.listing import NO_NAME, OPEN, SUFFIXES, is_role
from checker.record import record
from checker.token import Tokens

# A city and its state are one place, of two names.
_STATES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana"
    " iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana"
    " nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin"
    " wyoming carolina dakota hampshire jersey mexico york island".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday".split()
)
# Names of which an "and" is part, by the words before and behind it.
_PAIRS = frozenset(
    "standard+poor bang+olufsen trinidad+tobago ernst+young procter+gamble johnson+johnson marks+spencer"
    " bosnia+herzegovina antigua+barbuda black+decker smith+nephew dolce+gabbana simon+garfunkel tyne+wear"
    " smith+wesson crosse+blackwell rolls+royce legal+general brown+root pratt+whitney".split()
)
# Of these "and" may join the two halves of a name: "the Ministry of Trade and Industry".
_BODIES = frozenset(
    "ministry department committee commission board office bureau institute college school society federation"
    " secretary minister association organisation organization council agency administration centre center".split()
)
_INSIDE = frozenset("of for the de la le el du da di van von der den al bin ibn y".split())  # small words of a name
_NATIONS = ("ish", "ese", "ian", "ean", "can", "german", "french", "dutch", "swiss", "greek", "czech", "thai")
_SIGNS = frozenset(("'s", "&", "'", "-", "/"))  # in a name
_LEADS = frozenset("the its his their her fellow".split())
NO_MODIFIER = NO_NAME | OPEN | STOP | frozenset("four five six seven eight nine ten aside alongside besides".split())
_ASIDES = frozenset("a an which who whose where whom formerly now aged both".split())
_PREPOSITIONS = frozenset("of in at from for".split())
_BRACKETS = {"(": ")", "<": ">", "[": "]"}
_MODIFIERS, _BRACKETED, _BEHIND, _QUOTED = 6, 9, 5, 10  # tokens, at most
_OLDEST = 110
_OF_NATION = 4  # tokens before the name of what is of a nation
_CLAUSE = 16  # tokens
_ENDS = (",", ";", ".")


@record(frozen=True, slots=True)
class Roster:
    end: int  # the token behind the run
    count: int
    aged: bool  # do ages stand with the names?


def roster_at(tokens: Tokens, start: int) -> Roster | None:
    """The first token of a run of names → the run; None where none begins or its number is in doubt."""
    count, aged, last, j = 0, False, False, start
    while True:
        begin, j = j, _name_end(tokens, j, opening=count == 0)
        if j == begin or _is_two(tokens, begin, j) or not _MONTHS.isdisjoint(tokens.words[begin:j]):
            return None
        count += 1
        name = j
        j, old = _behind(tokens, j, last=last)
        aged = aged or old
        word, then = tokens.word(j), tokens.word(j + 1)
        if j < 0 or word == "or" or (then in ("or", "as") and word == ","):
            return None
        if last and word == "," and then in ("which", "who", "both") and [",", "and"] in _twos(tokens, j):
            return None  # "the Reds and the Greens, which govern, and the Blues"
        if last:
            ends = word != "and" and (word not in (",", ";") or not (then == "and" or _names(tokens, j + 1)))
            ends = ends and not ((word in _PREPOSITIONS and _goes_on(tokens, j)) or _is_cut(tokens, begin, j))
            return Roster(j, count, aged) if ends and not _is_mixed(tokens, start, j) else None
        if word not in (",", ";", "and"):
            return None
        last = "and" in (word, then)
        # "behind Arden, and Brill will join"
        if last and (_is_divided(tokens, begin, j) or (count == 1 and word == "," and name == j)):
            return None
        j += 2 if last and word != "and" else 1


def _is_cut(tokens: Tokens, begin: int, j: int) -> bool:
    """ "and the Ardish | arms of Brill and Dunmore", "and Ardish | bank Corve": does a name go on behind a nation's?"""
    led = tokens.words[begin] in _LEADS and tokens.word(j + 1) == "of"
    return tokens.word(j).isalpha() and not tokens.capital(j) and (
        led or (tokens.words[j - 1].endswith(_NATIONS) and tokens.capital(j + 1))
    )


def _goes_on(tokens: Tokens, j: int) -> bool:
    """ "Hart and Moss from Arden and Reed from Brill": does a further name follow where the last one is from?"""
    last = next((k for k in range(j, min(j + _BEHIND, len(tokens) - 1)) if tokens.words[k] == "and"), -1)
    return last >= 0 and tokens.capital(last - 1) and tokens.capital(last + 1)


def _twos(tokens: Tokens, j: int) -> list[list[str]]:
    """The words behind a token, two by two."""
    return [tokens.words[k : k + 2] for k in range(j + 1, min(j + _CLAUSE, len(tokens)))]


def _names(tokens: Tokens, j: int) -> bool:
    """Does a further name begin, and no verb: "Arden and Brill, praised the Corvish plan"?"""
    doing = not tokens.capital(j) and tokens.word(j).endswith(("ed", "ly"))
    return not doing and _name_end(tokens, j, opening=False) > j


def _name_end(tokens: Tokens, start: int, *, opening: bool) -> int:
    """A token → the token behind the name that begins there, words before it included; the same where none does."""
    article = opening and tokens.word(start) in ("a", "an") and not tokens.capital(start)
    j = start + (article or tokens.word(start) in _LEADS)
    first = j
    while j < len(tokens) and not tokens.capital(j) and _is_modifier(tokens, j) and j - first < _MODIFIERS:
        j += 1
    if tokens.word(j) == '"' and j > first and tokens.words[j - 1].endswith("ed"):
        return start  # 'showed "bold" and "brisk" growth'
    if tokens.word(j) == '"':
        return _quoted_end(tokens, j) or start
    doing = any(word.endswith("ing") for word in tokens.words[first:j])
    if not tokens.capital(j) or doing or tokens.words[j : j + 2] == ["no", "."]:
        return start
    while j < len(tokens):
        after = _within(tokens, j)
        if after == j:
            j = _of_nation(tokens, j) if j <= first + 2 else j
            if j == after:
                break
            continue
        if tokens.words[j - 1] == ")" and tokens.capital(j):
            return start  # "Arden (ARD.N) Brill and Corve": a comma was left out, or the code stands inside the name
        j = after
    return j


def _of_nation(tokens: Tokens, after: int) -> int:
    """ "German carmaker Arden": the token behind a nation's word → where the name goes on; the same for nowhere."""
    j = after
    while j < after + _OF_NATION and not tokens.capital(j) and tokens.word(j).isalpha() and _is_modifier(tokens, j):
        j += 1
    nation = tokens.words[after - 1].endswith(_NATIONS) and not tokens.word(j - 1).endswith(("s", "ing", "ed"))
    return j if nation and tokens.capital(j) and j > after else after


def _is_two(tokens: Tokens, begin: int, end: int) -> bool:
    """May a name be two, joined by a sign: "Arden & Brill"?"""
    if end - begin != 3 or tokens.words[begin + 1] != "&" or tokens.joined(begin + 1):
        return False
    return tokens.words[end - 1] not in SUFFIXES and f"{tokens.words[begin]}+{tokens.words[end - 1]}" not in _PAIRS


def _is_modifier(tokens: Tokens, j: int) -> bool:
    """May a word stand before a name in one item: "smart grid company Arden"?"""
    if tokens.words[j] == "-":
        return tokens.joined(j) and tokens.joined(j + 1)
    return tokens.words[j].isalpha() and tokens.words[j] not in NO_MODIFIER


def _quoted_end(tokens: Tokens, j: int) -> int:
    """An opening quote → the token behind the closing one, if it is near, else 0."""
    close = next((k for k in range(j + 2, min(j + _QUOTED, len(tokens))) if tokens.words[k] == '"'), -1)
    return close + 1


def _within(tokens: Tokens, j: int) -> int:
    """A token behind the beginning of a name → the one behind what belongs to the name there; the same if nothing."""
    word = tokens.words[j]
    if word in _BRACKETS:
        close = next((k for k in range(j, min(j + _BRACKETED, len(tokens))) if tokens.words[k] == _BRACKETS[word]), j)
        return close + (close > j)
    if word == "," and tokens.word(j + 1) in SUFFIXES:
        return j + 2
    if word == ".":
        inside = tokens.joined(j) and (tokens.joined(j + 1) or tokens.word(j - 1) in SUFFIXES)
        goes_on = j + 1 < len(tokens) and not (tokens.capital(j + 1) and not tokens.joined(j + 1))
        return j + (inside and goes_on)
    if word == "and" and f"{tokens.word(j - 1)}+{tokens.word(j + 1)}" in _PAIRS:
        return j + 2
    tied = word == "-" and tokens.joined(j) and tokens.joined(j + 1)
    sign = word in _SIGNS and (word != "-" or tied)
    led = tokens.words[j - 1] in _SIGNS and word.isalpha() and word not in NO_MODIFIER  # "Moody's corporate"
    small = word in _INSIDE and (tokens.capital(j + 1) or tokens.word(j + 1) in _INSIDE)
    return j + (tokens.capital(j) or word.isdecimal() or sign or led or small)


def _behind(tokens: Tokens, j: int, *, last: bool) -> tuple[int, bool]:
    """The token behind a name → the one behind what is said of it, and whether an age is; −1 where that is in doubt."""
    aged = False
    while True:
        word, then = tokens.word(j), tokens.word(j + 1)
        if word == "," and _is_age(tokens, j + 1):
            j, aged = j + 2, True
        elif word == "," and then == "the" and is_role(tokens, j + 2) and not last:
            return -1, aged
        elif word == "," and then in _ASIDES and not (last or tokens.capital(j + 1)):
            j = _aside_end(tokens, j + 1)
            if j < 0:
                return -1, aged
        elif word in _PREPOSITIONS and not last:
            end = next((k for k in range(j, min(j + _BEHIND, len(tokens))) if tokens.words[k] in (*_ENDS, "and")), -1)
            if end < 0 or not NO_NAME.isdisjoint({*tokens.words[j + 1 : end]} - _PREPOSITIONS):
                return -1, aged
            j = end
        else:
            return j, aged


def _aside_end(tokens: Tokens, j: int) -> int:
    """The first token of an apposition → the sign behind it; −1 where it may hold a list or be the end of one.

    Where it names anybody, what follows a bare comma might belong to it: "a unit of Brill, Corve and Dunmore".
    """
    end = next((k for k in range(j, len(tokens)) if tokens.words[k] in _ENDS), -1)
    if end < 0 or tokens.words[end] == ".":
        return -1
    joined = any(tokens.words[k] == "and" and tokens.capital(k + 1) for k in range(j, end))
    names = any(tokens.capital(k) for k in range(j, end))
    closed = tokens.words[end] == ";" or tokens.word(end + 1) == "and"
    return -1 if joined or (names and not closed) else end


def _is_age(tokens: Tokens, j: int) -> bool:
    """Does an age stand alone between a comma and the next sign: "Ann Hill, 34, and …"?"""
    word = tokens.word(j)
    alone = tokens.word(j + 1) in (",", ".", ";", ")", "—", "and", "-", "")
    return word.isdecimal() and int(word) <= _OLDEST and alone


def _is_divided(tokens: Tokens, begin: int, end: int) -> bool:
    """May the last name before "and" go on behind it: "the Ministry of Trade"? No code in brackets ends it."""
    words = tokens.words[begin:end]
    return words[-1] != ")" and not _BODIES.isdisjoint(words) and not _PREPOSITIONS.isdisjoint(words)


def _is_mixed(tokens: Tokens, start: int, end: int) -> bool:
    """Are some of the names those of American states, and others not?"""
    if any(tokens.words[k : k + 3] == [".", "-", "based"] for k in range(start, end)):
        return True  # "Brillton, Kest.-based Halden and Corve"
    behind = [k + 1 for k in range(start, end) if tokens.words[k] == "," and k + 1 < end]
    states = [k for k in behind if not _STATES.isdisjoint(tokens.words[k : k + 2])]
    return bool(states) and _STATES.isdisjoint(tokens.words[start : start + 2])
