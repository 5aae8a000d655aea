"""A year in its clause, whatever the rest of its sentence tells → is it told as past, as still to come, or neither?

    "The mill, bought in 2004, will close"                past: the clause of the year is sure
    "The union in 2004 agreed to wait"                    past: a verb of the past right behind it
    "rents rose to 9 crowns from 8 crowns in 2004"        past: a figure is set against that of a year
    "The bank expects fares to hit 9 crowns in 2006"      ahead: behind "to" a verb is none of the past
    "a plan aimed at doubling fares by 2020"              ahead: what is wished for by a year

In 11,000 articles whose year is known none of 550 years so read as past lay behind it, and none of 200 so read as
still to come before it.
"""

from __future__ import annotations

from checker.tense import AWAITED, COMPARED, ELSE, ENDING, IS, UNSURE, is_past_verb, leading, past_verb_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.fact import Sentence
    from checker.period import Period
    from checker.token import Tokens

_OPEN = frozenset(
    ', ; : " ( ) -- - and but or while although though which who whom whose when where that because if whether as since'
    " after before until unless than so".split()
)
_IN = frozenset(("in", "during"))
_MAYBE = frozenset("if whether unless until once".split())
_BASE_FORMS = frozenset("hit cut set put let shut spread come run become read bid cost hurt".split())  # and past ones
_NO_VERB = _BASE_FORMS | {"won", "compared", "combined", "adjusted", "seen"}  # "won't"
_LINKING = frozenset(("was", "were"))  # "was sure of the talks in 2004"
_NOUNS = frozenset("million billion trillion -".split())  # "5 trillion won", "long-neglected"
_OPENED = frozenset("beginning starting ending".split())  # "beginning in 2014 calculated to"
_PARTICLES = frozenset("out up off down back over".split())
_SUBJECTS = frozenset("he she it they we i was were had who which never first later also".split())
_BACK = frozenset("from versus than against".split())
_SET_AGAINST = (["compared", "with"], ["compared", "to"])
_LESS = frozenset("less more fewer".split())
_AMOUNT = 6  # tokens between "from" and the preposition of its year
_FEW = 3  # tokens: "half that total realized in 2009", "more than the notes sold in 2009"
_AIMS = frozenset(
    "aims aim aimed aiming target targets targeting targeted goal goals pledged pledge pledges vowed promised committed"
    " track wants want hopes hope hoping plans plan planning planned ambition ambitious pledging".split()
)
_BREAKS = frozenset('; : " ( ) which who'.split())
_NOT_SO = frozenset("had was were did missed met beat surpassed failed abandoned dropped already earlier".split())
_WISHED = 5  # tokens before "by"
_SHALL = frozenset("will may should ll".split())
_WILLING = _SHALL | AWAITED | frozenset("expects expect plans hopes aims intends wants going".split())
_TO = frozenset("to will could would may might should shall not ll".split())
_OTHER = ELSE | (COMPARED - {"for", "over"}) | {"have", "against", "because", "what"}


def told_in_clause(sentence: Sentence, year: Period) -> str:
    """A year of a sentence → "past", "ahead", or ""."""
    tokens = sentence.chunks.tokens
    lead, after = leading(tokens, year)
    if lead < 1 or tokens.folded[year.end : year.end + 1] in ("-", "/"):
        return ""
    within, behind = tokens.words[lead - 1] in _IN, tokens.word(after)
    if within and _is_done_behind(tokens, lead, after):
        return "past"
    if behind and behind not in ENDING and behind != "that":
        return ""
    if within and (_is_done(tokens, lead) or _is_base(tokens, lead)):
        return "past"
    return "ahead" if _is_wished(tokens, lead) or _is_infinite(tokens, lead) else ""


def _start(words: list[str], lead: int) -> int:
    """The words of a sentence and the place of a year → where the clause of the year begins."""
    return next((k + 1 for k in range(lead - 1, -1, -1) if words[k] in _OPEN), 0)


def _is_done_behind(tokens: Tokens, lead: int, after: int) -> bool:
    """ "The union in 2004 agreed to wait", but not "losses in 2004 were likely to grow"."""
    words, verb = tokens.words, tokens.word(after)
    if not is_past_verb(verb) or verb in _NO_VERB or tokens.word(after + 1) in AWAITED:
        return False
    start = _start(words, lead)
    sure = UNSURE.isdisjoint(words[start:lead]) and tokens.word(start - 1) not in _MAYBE
    return sure and words[lead - 2] not in _OPENED


def _is_done(tokens: Tokens, lead: int) -> bool:
    """Has the clause of a year a verb of the past, and nothing unsure?"""
    words = tokens.words
    start, verb = _start(words, lead), past_verb_before(tokens, lead - 1)
    if verb < max(start, 1) or words[verb] in _BASE_FORMS | _LINKING or words[verb - 1] in _NOUNS:
        return False
    opened = tokens.word(start - 1)
    last = lead - 2 - (words[lead - 2] in _PARTICLES)
    if verb == last > start and words[verb - 1] not in _SUBJECTS and not tokens.capital(verb - 1):
        return False  # "a levy introduced in 2018 is part of the plan"
    joined = opened in ("and", "or") and verb == start  # "to be sold and closed in 2004"
    of_noun = opened in ("than", "that") and verb < start + _FEW
    return UNSURE.isdisjoint(words[start:lead]) and opened not in _MAYBE and not joined and not of_noun


def _is_base(tokens: Tokens, lead: int) -> bool:
    """ "rents rose to 9 crowns from 8 crowns in 2004"."""
    words = tokens.words
    if not UNSURE.isdisjoint(words):
        return False
    for k in range(lead - 2, max(0, lead - 2 - _AMOUNT), -1):
        if (words[k] in _BACK and words[k - 1] not in _LESS) or words[k : k + 2] in _SET_AGAINST:
            return any(is_past_verb(word) for word in words[:k])
    return False


def _is_wished(tokens: Tokens, lead: int) -> bool:
    """ "a plan aimed at doubling fares by 2020"."""
    words = tokens.words
    if words[lead - 1] != "by" or lead < _WISHED:
        return False
    start = next((k + 1 for k in range(lead - 1, -1, -1) if words[k] in _BREAKS), 0)
    clause = words[start : lead - 1]
    return not _AIMS.isdisjoint(clause) and _NOT_SO.isdisjoint(clause)


def _is_infinite(tokens: Tokens, lead: int) -> bool:
    """ "expects fares to hit 9 crowns in 2006": a verb behind "to" or "will" is none of the past."""
    words = tokens.words
    if words[lead - 1] not in _IN | {"by", "until", "through"}:
        return False
    cut = (k + 1 for k in range(lead - 1, -1, -1) if words[k] in _OPEN and not _goes_on(words, k))
    clause = words[next(cut, 0) : lead - 1]
    clause = clause[: len(clause) - (clause[-1:] in (["starting"], ["beginning"]))]
    k = next((k for k in range(len(clause) - 1, -1, -1) if _looks_ahead(clause, k)), -1)
    if k < 0 or not _OTHER.isdisjoint(clause) or (clause[k] not in _SHALL and "to" not in clause[k:]):
        return False
    rest = clause[max((i for i in range(k, len(clause)) if clause[i] in _TO), default=k) + 1 :]
    done = any(is_past_verb(word) or word.endswith("ing") for word in rest[1:])
    return bool(rest) and rest[0] != "have" and not done


def _goes_on(words: list[str], k: int) -> bool:
    """ "will grow 2 percent in 2013 and 3 percent in 2014"."""
    return words[k] == "and" and words[k + 1][:1].isdigit()


def _looks_ahead(clause: list[str], k: int) -> bool:
    """ "will", "is due", but not "due to losses", "had expected fares"."""
    return clause[k] in _WILLING and (clause[k] not in AWAITED or not IS.isdisjoint(clause[max(0, k - 2) : k]))
