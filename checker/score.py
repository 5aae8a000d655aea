"""The words of a sentence → match results: the score of a win has the winner's goals first, a draw has them alike.

    "beat the visitors 3-1", "a 2-1 win"      3-1, 2-1  score-won, by +2 and +1
    "lost 6-4 3-6 6-2"                        6-2       score-won, by +4: who won the match won its last set
    "drew 1-1"                                1-1       score-level, by 0
    "voted 31-24 to keep the baths"           31-24     score-won, by +7
    "won 7-6 (7-4) 6-2"                       7-6, 7-4  set-won, tie-break: both to the one who is named first

Sets name the winner's games first whoever is spoken of: in a news archive that was so in each of 132 rows of sets, and
a "2-1 win" puts the larger number first in each of 91.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from checker import resources
from checker.fact import Fact, Link, Sentence, linked
from checker.token import Tokens
from checker.wordfact import lone_fact

_GAMES = 6  # that win a set
_AGO = 4  # tokens between a result and its score: "beat the old champions 3-1"
_TIE_BREAK = 4  # tokens from its opening to its closing bracket
_LOST = "lost"
# Between a verb and its score: another clause, or the score of a lead or a vote.
_ENDS = frozenset((",", ";", ":", "(", ")", "but", "and", "after", "when", "who", "which", "lead", "led", "by", "not"))
# Behind a score: it is that of a stage of the match, or of something else.
_STAGES = frozenset(
    "lead advantage deficit vote majority record down up ahead behind aggregate ratio days weeks months years hours"
    " times percent pct %".split()
)
_FEW = 2  # digits of a score of goals, games or points
_MANY = 3  # of one at basketball, or of a vote; such a pair may be a range as well: "won 100-120 seats"
_FREE = frozenset(". , ; ) : to for in that on at and vote margin along against victory win over after as when".split())
VOTED = frozenset("voted passed approved adopted upheld ratified confirmed ruled cleared".split())
_VOTE_REACH = 8  # tokens from such a verb to the vote: "passed by a narrow party-line vote of 31-24"
_LINE = frozenset(", ; : ( ) but after when while who which not from between".split())
TURNED_DOWN = frozenset("against reject rejecting block down defeat short failed fell".split())


def scores(sentence: Sentence) -> list[Fact]:
    """A sentence → the scores that its words make a win's or a draw's."""
    tokens = sentence.chunks.tokens
    found: list[Fact] = []
    for row in _rows(tokens):
        told = _sets(tokens, row) if len(row) > 1 else _match(tokens, row[0])
        found += [
            lone_fact(sentence, (tokens.starts[i], tokens.ends[i + 2]), Fraction(_lead(tokens, i)), aspect, mark="s")
            for i, aspect in told
            if not _is_date(sentence, i) and tokens.word(i - 1) != '"'  # called so by somebody
        ]
    return found


def tie_breaks(sentence: Sentence) -> list[Fact]:
    """A sentence → its sets that a tie-break decided, and that tie-break in brackets: who won, as +1 or −1."""
    tokens = sentence.chunks.tokens
    found: list[Fact] = []
    for i in _score_places(tokens):
        if _behind_tie_break(tokens, i + 3) == i + 3 or abs(_lead(tokens, i)) != 1:
            continue
        if max(int(tokens.words[k]) for k in (i, i + 2)) != _GAMES + 1 or not _is_tie_break(tokens, i + 4):
            continue
        won, told = (_won(sentence, k, aspect) for k, aspect in ((i, "set-won"), (i + 4, "tie-break")))
        found += [won, linked(told, Link(won.id, "tie-break-of"))]
    return found


def _won(sentence: Sentence, i: int, aspect: str) -> Fact:
    """A score → who won it: +1 for the one named first, else −1."""
    tokens = sentence.chunks.tokens
    sign = Fraction(1 if _lead(tokens, i) > 0 else -1)
    return lone_fact(sentence, (tokens.starts[i], tokens.ends[i + 2]), sign, aspect, mark="t")


def _is_tie_break(tokens: Tokens, i: int) -> bool:
    """Are there two numbers, one of them of the points that win a tie-break, or two more than the other?"""
    if not (tokens.word(i).isdecimal() and tokens.word(i + 1) in ("-", "/") and tokens.word(i + 2).isdecimal()):
        return False
    less, more = sorted((int(tokens.words[i]), int(tokens.words[i + 2])))
    return more > _GAMES and more - less >= 2


def _is_date(sentence: Sentence, i: int) -> bool:
    """Does a score lie in a period: "winning the April 13-14 election"?"""
    start = sentence.chunks.tokens.starts[i]
    return any(period.start <= start < period.end for period in sentence.periods)


def _is_score(tokens: Tokens, i: int) -> bool:
    """Do two small numbers joined by a hyphen begin at a token: "6-3"?"""
    if tokens.word(i + 1) != "-" or not (tokens.joined(i + 1) and tokens.joined(i + 2)):
        return False
    numbers = (tokens.word(i), tokens.word(i + 2))
    further = tokens.word(i + 3) in ("-", "/") and tokens.joined(i + 3)  # "6-9/16"
    return not further and all(one.isdecimal() and len(one) <= _MANY for one in numbers)


def _rows(tokens: Tokens) -> list[list[int]]:
    """Where scores begin, those that follow one another together; a set's tie-break in brackets is left out."""
    rows: list[list[int]] = []
    last = 0
    for i in _score_places(tokens):
        if i < last or tokens.word(i - 1) == "-":
            continue
        if rows and all(word in (",", "and") for word in tokens.words[last:i]):
            rows[-1].append(i)
        else:
            rows.append([i])
        last = _behind_tie_break(tokens, i + 3)
    return rows


def _score_places(tokens: Tokens) -> list[int]:
    """Where a score begins, be it a tie-break's."""
    return [k - 1 for k, word in enumerate(tokens.words) if word == "-" and k and _is_score(tokens, k - 1)]


def _behind_tie_break(tokens: Tokens, i: int) -> int:
    """The token behind a score → the one behind its tie-break, if there is one: "7-6 (7-3)", "6-7 (3/7)"."""
    close = i + _TIE_BREAK
    return close + 1 if tokens.word(i) == "(" and tokens.word(close) == ")" and tokens.word(i + 1).isdecimal() else i


def _lead(tokens: Tokens, i: int) -> int:
    return int(tokens.words[i]) - int(tokens.words[i + 2])


def _sets(tokens: Tokens, row: list[int]) -> list[tuple[int, str]]:
    """A row of sets → those that the winner of the match must have won: the last, and both of two."""
    told_by_loser = _LOST in tokens.words[: row[0]] and all(_lead(tokens, i) < 0 for i in row)
    if told_by_loser or not all(_is_set(tokens, i) for i in row):
        return []
    return [(i, "score-won") for i in (row if len(row) == 2 else row[-1:])]


def _is_set(tokens: Tokens, i: int) -> bool:
    less, more = sorted((int(tokens.words[i]), int(tokens.words[i + 2])))
    return (
        (more == _GAMES and less < _GAMES - 1) or (more == _GAMES + 1 and less >= _GAMES - 1) or more - less == 2 < less
    )


def _match(tokens: Tokens, i: int) -> list[tuple[int, str]]:
    """One score → what the word behind it, or a verb shortly before it, says of it."""
    long = max(len(tokens.word(i)), len(tokens.word(i + 2))) > _FEW
    if tokens.word(i + 3) in _FREE and _is_vote(tokens, i):
        return [(i, "score-won")]
    if long and tokens.word(i + 3) not in _FREE:
        return []
    told = _results().get(("behind", tokens.word(i + 3)))
    if told is None and tokens.word(i + 3) not in _STAGES:
        words = [tokens.word(k) for k in range(i - 1, max(i - 2 - _AGO, -1), -1)]
        end = next((n for n, word in enumerate(words) if word in _ENDS), len(words))
        told = next((found for word in words[:end] if (found := _results().get(("before", word)))), None)
    return [(i, told)] if told else []


def _is_vote(tokens: Tokens, i: int) -> bool:
    """Is a score that of a vote that was won: "voted 31-24 to keep it", "approved by a 31-24 vote"?"""
    words = [tokens.word(k) for k in range(i - 1, max(i - 2 - _VOTE_REACH, -1), -1)]
    verb = next((n for n, word in enumerate(words) if word in VOTED), -1)
    told = verb == 0 or (verb > 0 and _LINE.isdisjoint(words[:verb]) and _by_vote(tokens, i, words[:verb]))
    return told and TURNED_DOWN.isdisjoint(tokens.words[i + 3 : i + 3 + _VOTE_REACH])


def _by_vote(tokens: Tokens, i: int, between: list[str]) -> bool:
    return "by" in between or "vote" in (*between, tokens.word(i + 3)) or tokens.word(i + 3) in (".", "to")


@lru_cache(maxsize=1)
def _results() -> dict[tuple[str, str], str]:
    """rules/lexicon/results.tsv → where a word stands, and the word, to the kind of score it makes."""
    rows = resources.table("lexicon", "results.tsv")
    return {(place, word): kind for kind, place, words in rows for word in words.split()}
