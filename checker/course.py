"""A sentence → the courses it tells: what went up or down, under which of its names, and which way.

    "U.S. crude for June delivery settled up 13 cents at $66.71"   oil, up 13 cents
    "The Dow industrials, which rose on Monday, fell 59 points"    dow (which tells of stocks as well), down 59 points

Names of one subject are data (rules/lexicon/subjects.tsv); what is in none of them is called by its noun.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from checker import resources
from checker.chunk import FIGURES, Chunks
from checker.fact import Sentence
from checker.movement import is_fact, is_told, is_turned, letter_of, subject_of
from checker.pattern import regex
from checker.record import record
from checker.turning import MOVERS, turn
from checker.unit import singular


@record(frozen=True, slots=True)
class Subject:
    """A row of the lexicon: what goes up or down, and of what it tells as well."""

    name: str
    of: str
    kind: str  # day, share, period, result; "" for a noun that stands in no row
    least: Fraction = Fraction(0)  # percent: with less it may go the other way than that of which it tells


@record(frozen=True, slots=True)
class Course:
    """What a sentence says of the way that one subject went."""

    sentence: Sentence
    chunk: int  # of the word that says it
    sign: int
    subject: Subject
    narrowed: frozenset[str]  # by what else stands in its name
    first: int  # token at which its name begins
    amount: bool  # is it said by how much?


# A sentence with one of them may tell of a course that turned, or of none.
UNSETTLED = frozenset(
    "futures mixed flat unchanged little then reversing reversed reverses erased erases erase".split()
)
_NAME = "umYQ"  # letters of a subject's name
_JOINS = frozenset("'s ' . - the group firm company giant maker".split())
# Between a subject and its verb: "shares, which fell on Monday, rose"; "closed at 3 dlrs, up 10 cents", "was 3 pct up".
_VERB = regex(r"(?:,[^,;:]{1,14},)?[xrDb]{0,4}")
_PARTICLE = regex(r"(?:,[^,;:]{1,14},)?[xrDb]{0,3}(?:(?:[rv]@?|@)?b?[MENP],|[rv]b?[PMXN])?")
_FAR = 20  # chunks
_SMALL = 3  # letters of words that titles write small
_QUALITIES = frozenset("higher lower".split())
_PREPOSITIONS = frozenset("of for in on by from to against between than per at into about over".split())
_BACK = frozenset("after before since until if unless whether".split())  # "after its share price had surged"
_CLAUSE = 3  # tokens
_MEASURED = frozenset("share shares stock stocks price prices sales".split())  # "shares of", "the price of"
_ASKED = frozenset("orders demand bids applications".split())  # "orders for machinery"
# They narrow nothing: "U.S. light crude", "the benchmark index", "its quarterly profit".
_FRONT = frozenset(
    "the a an u s us united states light sweet benchmark spot broad broader front"
    " month nymex london new york its their overall quarterly first second third fourth quarter half full year annual"
    " weekly monthly initial company group firm inc corp co ltd plc last this that index american national"
    " federal government data report again too also late net".split()
)
_TAIL = frozenset("delivery contract contracts index indexes average composite".split())
_ARTICLES = frozenset("the a an its overall total".split())
_LONG = 7  # words
_TICKERS = frozenset("dji djia spx inx ixic comp lcoc clc gcj".split())
_NO_SUBJECT = frozenset("it they this that he she which who one percent pct growth pace rate like week day".split())
# Of what is traded they say which way it went; of other things also how fast, or what they had a share in.
_TRADED = frozenset("off adds added adding loses lost losing eases eased easing sheds shed shedding firmer".split())
_AMOUNT = regex(rf"b?[{FIGURES}]")


def courses(sentence: Sentence) -> list[Course]:
    """A sentence → the courses that it tells as facts, in order."""
    found = []
    chunks = sentence.chunks
    for k, item in enumerate(chunks.chunks):
        sign = turn(item.value) if item.letter in MOVERS and "soft" not in item.form else _over_base(chunks, k)
        if not sign or not is_fact(chunks, item) or _is_name(chunks, item.first) or chunks.code[k - 1 : k] == "D":
            continue  # "end a 3-day drop"
        if chunks.tokens.words[item.after - 1 : item.after + 1] == ["back", "on"]:
            continue  # "falls back on its patents"
        if "ing" in item.form and chunks.tokens.word(item.first - 1) in ("a", "an"):
            continue  # "plays an increasing part"
        if chunks.tokens.words[item.first] == "descended" and chunks.tokens.word(item.after) in ("on", "upon", "into"):
            continue  # "agents descended on the shops"
        last = _subject(chunks, k)
        name = _named(chunks, last, k) if last >= 0 else None
        if name is not None:
            subject, narrowed, first = name
            traded = subject.kind in ("day", "share") and chunks.tokens.words[item.first] in _TRADED
            if traded or is_told(chunks, item):
                found.append(Course(sentence, k, sign, subject, narrowed, first, _has_amount(chunks, k)))
    return found


def _over_base(chunks: Chunks, k: int) -> int:
    """ "profit up on high prices", "sales down on last year": the sign of such a word, else 0."""
    item = chunks.chunks[k]
    behind = chunks.tokens.words[item.first + 1 : item.after]
    return turn(chunks.tokens.words[item.first]) if item.letter == "A" and behind == ["on"] else 0


# "rose 4 percent", "up by 4 percent"; "a rise of 4 percent"; "a 4 percent rise".
_RATED = regex(r"(?P<by>[va])b?(?P<rate>P)|(?P<of>n)o(?P<amount>P)|(?P<front>P)(?P<noun>n)")
_ROLES = (("by", "rate"), ("of", "amount"), ("noun", "front"))


def rated(sentence: Sentence) -> dict[str, list[Course]]:
    """A sentence → by the digits of each percentage what it tells to have gone up or down by that, whatever it is."""
    found: dict[str, list[Course]] = {}
    chunks = sentence.chunks
    for match in _RATED.finditer(chunks.code):
        names = next(names for names in _ROLES if match[names[0]])
        k, at = match.start(names[0]), match.start(names[1])
        item, rate = chunks.chunks[k], chunks.chunks[at].figure
        sign = turn(item.value) if "soft" not in item.form else 0
        if sign and rate is not None and rate.figure.digits and is_fact(chunks, item):
            found.setdefault(rate.figure.digits, []).append(of_unnamed(sentence, k, sign, amount=True))
    return found


def of_unnamed(sentence: Sentence, k: int, sign: int, *, amount: bool = False) -> Course:
    """A word of movement and its sign → the course it tells, of whatever moved."""
    first = sentence.chunks.chunks[k].first
    return Course(sentence, k, sign, Subject("", "", ""), frozenset(), first, amount)


def _is_name(chunks: Chunks, i: int) -> bool:
    """Is a word of movement a name ("ups Virginia Slims price"), where other words begin with small letters?"""
    tokens = chunks.tokens
    small = (word for word in tokens.raws if len(word) > _SMALL and word.isalpha() and word[0].islower())
    return i > 0 and tokens.capital(i) and not tokens.raws[i].isupper() and next(small, "") != ""


def _has_amount(chunks: Chunks, k: int) -> bool:
    behind = chunks.chunks[k].letter == "a" and chunks.code[k - 1 : k] in tuple(FIGURES)
    return behind or _AMOUNT.match(chunks.code, k + 1) is not None


def _subject(chunks: Chunks, k: int) -> int:
    """A word of movement → the last chunk of the name of what moves, or −1."""
    letter, code = chunks.code[k], chunks.code
    words, items = chunks.tokens.words, chunks.chunks
    if letter == "a" and words[items[k].first] in _QUALITIES and code[k + 1 : k + 2] == "m":
        told = "e" in code[max(0, k - 2) : k] and chunks.tokens.word(items[k + 1].after) not in ("-", "in", "at")
        return k + 1 if told else -1  # "posted a lower quarterly profit"
    if letter == "a" and code[k + 1 : k + 2] in ("u", "m"):
        return -1  # "milestones on confidence, lower oil"
    near = subject_of(chunks, k)
    if near >= 0 or letter in "gn" or is_turned(chunks, k):
        return near
    between = _VERB if letter == "v" else _PARTICLE
    starts = range(k, max(0, k - _FAR), -1)
    return next((i - 1 for i in starts if code[i - 1] in _NAME + "B" and between.fullmatch(code, i, k)), -1)


def _named(chunks: Chunks, last: int, k: int) -> tuple[Subject, frozenset[str], int] | None:
    """The last chunk of a name, and its word of movement → its subject, what narrows it, its first token; or None."""
    tokens, items = chunks.tokens, chunks.chunks
    first, after = items[_begin(chunks, last)].first, items[last].after
    own: list[str] = []
    changed = letter_of(chunks, k) == "n"  # "a rise in profit"
    if not changed and (outer := _outer(chunks, first)) >= 0:  # "shares of Ford", "the price of gold"
        own = tokens.words[first:after]
        begin, noun = items[_begin(chunks, outer)].first, items[outer].after
        found = _looked_up([*own, *tokens.words[begin:noun]]) or _looked_up(tokens.words[begin:after])
        first = begin
    else:
        found = _looked_up(tokens.words[first:after])
        if found is None or not found[0].kind:
            longer = _looked_up(tokens.words[max(0, first - _LONG) : after])  # "claims for jobless benefits"
            if longer is not None and longer[0].kind:
                found = (longer[0], longer[1], frozenset())
                first = min(first, after - longer[1])
    led = next((word for word in reversed(tokens.words[max(0, first - 2) : first]) if word not in _ARTICLES), "")
    apart = not _BACK.isdisjoint(tokens.words[max(0, first - _CLAUSE) : first])
    forecaster = chunks.code[last] == "B" and found is not None and not found[0].kind  # no "Wall Street"
    if found is None or apart or forecaster or (led in _PREPOSITIONS and not changed):
        return None
    return found[0], found[2], first


def _outer(chunks: Chunks, first: int) -> int:
    """The first token of a name → the chunk of the noun whose "of" it stands behind, if that is measured; or −1."""
    words = chunks.tokens.words
    of = next((i for i in (first - 1, first - 2) if i > 0 and words[i] in ("of", "in", "for")), -1)
    if of < 1 or (words[of] != "of" and words[of - 1] not in (_MEASURED if words[of] == "in" else _ASKED)):
        return -1
    return next((k for k, item in enumerate(chunks.chunks) if item.after == of and item.letter in "um"), -1)


def _begin(chunks: Chunks, k: int) -> int:
    """The last chunk of a name → its first: "Standard & Poor's 500 index" is one name."""
    words, items = chunks.tokens.words, chunks.chunks
    while k:
        between = words[items[k - 1].after : items[k].first]
        joined = _JOINS.issuperset(between) or (between[0] == "(" and between[-1] == ")")
        if joined and chunks.code[k - 1] in _NAME:
            k -= 1
        elif joined and k > 1 and words[items[k - 1].first] == "&":
            k -= 2
        else:
            break
    return k


def _looked_up(words: list[str]) -> tuple[Subject, int, frozenset[str]] | None:
    """The words of a name → its subject, how many words name it with what stands behind them, and what narrows it."""
    plain = list(words)
    while plain and (plain[-1] in _TAIL or plain[-1] in _TICKERS or not (plain[-1].isalpha() or plain[-1] == "500")):
        if plain.pop() == "delivery" and plain[-2:-1] == ["for"]:
            plain = plain[:-2]  # "crude for June delivery"
    for n in range(min(_LONG, len(plain)), 0, -1):
        if (subject := _subjects().get(" ".join(plain[-n:]))) is not None:
            return subject, n + len(words) - len(plain), _narrowing(plain[:-n])
    nouns = [singular(word) for word in words if word.isalpha() and len(word) > 2]
    if not nouns or nouns[-1] in _NO_SUBJECT:
        return None
    return Subject(nouns[-1], "", ""), len(words), _narrowing(nouns[:-1])


def _narrowing(words: list[str]) -> frozenset[str]:
    return frozenset(singular(word) for word in words if len(word) > 1 and word.isalpha()) - _FRONT


@lru_cache(maxsize=1)
def _subjects() -> dict[str, Subject]:
    """rules/lexicon/subjects.tsv → names of subjects, words apart, to their subjects."""
    rows = resources.table("lexicon", "subjects.tsv")
    known = [(Subject(name, of.strip("-"), kind, Fraction(least)), names) for name, of, kind, least, names in rows]
    return {name: subject for subject, names in known for name in names.split(" | ")}


def names_of(subjects: set[Subject]) -> frozenset[str]:
    """Subjects → the last words of all names of theirs, and of those that tell of them as well."""
    named = {subject.name for subject in subjects} | {subject.of for subject in subjects}
    like = [name for name, subject in _subjects().items() if not named.isdisjoint((subject.name, subject.of))]
    return frozenset(name.split()[-1] for name in like)


def settled(found: list[Course]) -> list[Course]:
    """Courses → those of subjects that go one way in them."""
    return [one for one in found if all(one.sign == other.sign for other in found if are_one(one, other))]


def are_one(one: Course, other: Course) -> bool:
    """Are two courses of one subject, or of one that tells of the other as well?"""
    a, b = one.subject, other.subject
    return a.name == b.name or a.of == b.name or b.of == a.name
