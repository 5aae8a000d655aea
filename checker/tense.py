"""A year in its sentence → is it told as past, as still to come, or neither?

    "Fares rose in 2004"                    past: a verb of the past right before the year's preposition
    "the longest wait since 2004"           past
    "The line is due to open in 2006"       ahead
    "notes maturing in 2016", "its 2006 outlook"    ahead

A sentence with a word of plan, wish or condition tells nothing as done, but for a clause with a verb of its own.
Counted over 11,000 articles whose year is known: of 5,000 years read as past six lay behind it, of 1,300 read as still
to come 19 before it, and in none of 419 articles with both did they contradict each other.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.fact import Sentence
    from checker.period import Period
    from checker.token import Tokens

_OF_TIME = frozenset(
    "early late mid the first second third fourth quarter half summer spring autumn of end start beginning middle"
    " calendar year - least".split()
)
PAST = frozenset(
    "was were became took began went came ran fell rose gave grew broke flew sank shrank wrote had did won sold bought"
    " built made lost met held left got led spent paid said told stood struck sought drew knew thought brought caught"
    " taught fought hit kept slid sent overtook underwent withdrew drove spoke swung threw wore rang arose beat bore"
    " blew chose froze rode stole swore dealt felt found heard meant sued died".split()
)
_NO_PAST = frozenset(
    "need exceed proceed succeed feed speed seed indeed breed weed hundred united limited unlimited expected scheduled"
    " planned slated projected forecast proposed estimated targeted anticipated guaranteed supposed intended introduced"
    " aimed based".split()
)
# Behind these a participle is a quality: "of stalled growth", "its retired workers".
_BEFORE_QUALITY = frozenset("of a an the its their his her with for in some more new from on by as any no and".split())
_BEING = frozenset("be being is are re 're m 'm to now remain remains".split())
_WHENEVER = frozenset("when once if until as unless after where".split())
_MODAL = frozenset("will would could may might should shall can ll cannot must".split())
_PRESENT = frozenset(
    "is are be has have retires retire ends end expires expire runs run finishes finish starts start begins begin takes"
    " take comes come goes go becomes become gets get opens open closes close remains remain sees see plans"
    " plan expects expect wants want hopes hope makes make holds hold leaves leave falls fall matures mature lasts last"
    " covers cover saw includes include gives give moves move delivers deliver allows allow calls call brings"
    " turns ready".split()
)
_ARTICLES = frozenset("the a an its their his her our this that some all".split())
_OPENING = 4  # tokens: "But by 2004 fares had risen" tells of the past
_REACH = 14  # tokens from a year's preposition back to its verb
# Words of what is expected, wished or supposed: beside them nothing is told as done.
UNSURE = frozenset(
    "will would could may might should shall can if unless expect expects expected expecting expectation expectations"
    " forecast forecasts forecasting predict predicts predicted prediction predictions projected projection projections"
    " plan plans planned planning due scheduled slated set likely until target targets targeted goal aim aims hope"
    " hopes seen sees estimate estimates estimated outlook proposed proposal proposes upcoming futures budget draft ll"
    " assume assumes assumed assuming scenario imagine film novel movie delivery bonds notes fiscal maturing anticipate"
    " anticipates anticipated pegged confidence optimism optimistic looking ahead warned warns".split()
)
_CLOCK = frozenset("gmt est edt hours".split())
_RELATIVE = frozenset("which who whose when where".split())
# With what a clause may end behind a year: else the year is that of a noun, "the 2016 bond".
ENDING = frozenset(
    ', ; : . ) " ? ( - and but or after when to from for with by as on at because which while before amid following'
    " over compared versus due where under it he she they the a an in since".split()
)
_IN = frozenset(("in", "during"))
_AT = frozenset("of at from than between on".split())
_RECORDED = frozenset("seen reached recorded set hit touched posted made peak peaked high highs low lows".split())
_CUTS = frozenset('; : " ) -- — but while although which who when where because that if whether as'.split())
_FORETELLS = frozenset("expects expect anticipates anticipate sees forecasts predicts projects".split())
_INTENDS = frozenset("expects expect plans aims aim hopes hope intends intend wants want".split())
AWAITED = frozenset("expected due scheduled slated set likely forecast projected planned targeted".split())
IS = frozenset(("is", "are", "s", "re", "'s", "remains"))
_WILL = frozenset("will may shall should could ll".split())
_WHO_PLAN = frozenset("they we also now still".split())  # else "plan" may be a noun
# What stands between such a word and a year of another clause, or of what is only compared with.
ELSE = frozenset(
    "was were had did wasn weren previously originally earlier last ago former as than after since seen like"
    " failed delayed when which who peak miss missed meet met similar mark match top exceed beat surpass repeat eclipse"
    " said not back resemble outpace equal overtake pass celebrate record took began went came ran fell rose gave grew"
    " knew".split()
)
COMPARED = frozenset(
    "from after than since seen like compared versus against over similar above below level levels peak as following"
    " having for what despite amid because , has have".split()
)
_PROPHECY = frozenset("forecast forecasts outlook guidance target targets estimate estimates projection".split())
_PAPERS = frozenset("notes bonds debentures eurobonds securities".split())
_NAMED = frozenset("previous original from than meet missed met beat topped was were had did to yanked".split())


def told(sentence: Sentence, year: Period) -> str:
    """A year of a sentence → "past", "ahead", or ""."""
    tokens = sentence.chunks.tokens
    lead, after = leading(tokens, year)
    if lead < 0 or tokens.folded[year.end : year.end + 1] in ("-", "/") or tokens.word(after) in _CLOCK:
        return ""  # "notes due 2016-2018", "scheduled for 1800 GMT"
    if _is_since(tokens, lead) or _is_recorded(tokens, lead):
        return "past"
    if (UNSURE.isdisjoint(tokens.words) or _is_beside(tokens, lead)) and _is_done(tokens, lead, after):
        return "past"
    if _is_due(tokens, lead):
        return "ahead"
    return "" if UNSURE.isdisjoint(tokens.words) or not _is_ahead(tokens, lead, after) else "ahead"


def leading(tokens: Tokens, year: Period) -> tuple[int, int]:
    """A year → the first token that belongs to it ("in the first quarter of 2004"), −1 for none, and the next."""
    lead = tokens.at.get(year.start, -1)
    after = next((k for k in range(max(lead, 0), len(tokens)) if tokens.starts[k] >= year.end), len(tokens))
    while lead > 0 and (tokens.words[lead - 1] in _OF_TIME or _is_second(tokens, lead)):
        lead -= 1 + _is_second(tokens, lead)
    return lead, after


def _is_second(tokens: Tokens, lead: int) -> bool:
    """ "in 2004 and 2005": does a year stand before "and"?"""
    year = tokens.word(lead - 2)
    return tokens.word(lead - 1) in ("and", "or") and len(year) == len("2004") and year.isdigit()


def _ends(tokens: Tokens, after: int) -> bool:
    return after >= len(tokens) or tokens.words[after] in ENDING


def _is_since(tokens: Tokens, lead: int) -> bool:
    """ "since early 2004", "since the fire in 2004"."""
    back = tokens.words[max(0, lead - 6) : lead]
    if "since" not in back or "," in back[back.index("since") :] or "as" in back[back.index("since") :]:
        return False
    at = max(0, lead - 6) + back.index("since")
    joined = at == lead - 1 or tokens.words[lead - 1] in (*_IN, "of", "at")
    return joined and tokens.word(at - 1) not in ("has", "have", "had")


def _is_recorded(tokens: Tokens, lead: int) -> bool:
    """ "the low seen in 2004", "its peak in 2004"."""
    words = tokens.words
    recorded = lead > 2 and words[lead - 1] in _IN and words[lead - 2] in _RECORDED
    return recorded and not {"be", "is", "are", "being", "will"} & {*words[max(0, lead - 5) : lead]}


def _is_beside(tokens: Tokens, lead: int) -> bool:
    """ "The mill, which was sold in 2004, will close": nothing in a clause is unsure that has a verb of its own."""
    words = tokens.words
    start = next((k for k in range(lead - 1, max(-1, lead - _REACH), -1) if words[k] in _RELATIVE), -1)
    return start >= 0 and UNSURE.isdisjoint(words[start:lead])


def _is_done(tokens: Tokens, lead: int, after: int) -> bool:
    """Does a sentence in which nothing is unsure tell of a year as past?"""
    words = tokens.words
    if not lead or words[0] == "*":  # a point of a list has no verb: "* Grants reduced by 2 million in 2014"
        return False
    if lead == 1 or (lead == 2 and words[0] == '"'):
        later = words[after + (tokens.word(after) == ",") :]
        clause = later[: later.index(",")] if "," in later else later
        tense = next((w for w in clause if is_past_verb(w) or w in _PRESENT or _is_doing(w)), "")
        return words[lead - 1] in (*_IN, "at", "by") and is_past_verb(tense)
    if words[lead - 1] == "at" and words[lead].isdigit():
        return False  # "the report stopped at 2030"
    return words[lead - 1] in _IN | _AT and _ends(tokens, after) and is_past_verb_before(tokens, lead - 1)


def _is_participle(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4 and word not in _NO_PAST


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and len(word) > 5 and word not in ("during", "according", "including", "building")


def is_past_verb_before(tokens: Tokens, end: int) -> bool:
    """Is the last verb before a token one of the past?"""
    return past_verb_before(tokens, end) >= 0


def past_verb_before(tokens: Tokens, end: int) -> int:
    """The place of the last verb before a token, if it is one of the past; else −1."""
    words = tokens.words
    for k in range(end - 1, max(-1, end - _REACH - 1), -1):
        word = words[k]
        if is_past_verb(word):
            before = {tokens.word(k - 1), tokens.word(k - 2)}
            if word not in PAST and (tokens.word(k - 1) in _BEFORE_QUALITY or tokens.word(k - 1).endswith("ly")):
                continue
            if word not in PAST and (tokens.word(k + 1) == "by" or tokens.word(k - 1) in _WHENEVER):
                return -1  # "followed by a larger one in 2014", "when completed in 2014"
            done = _MODAL.isdisjoint(before) and _BEING.isdisjoint(before) and tokens.word(k - 1) not in ("has", "have")
            return k if done else -1
        if word in _MODAL or word in _PRESENT or _is_doing(word):
            return -1
        if word == "to" and words[k + 1].isalpha() and words[k + 1] not in _ARTICLES and not tokens.capital(k + 1):
            return -1
    return -1


def is_past_verb(word: str) -> bool:
    """ "fell", "closed", "sued"."""
    return word in PAST or _is_participle(word)


def _is_ahead(tokens: Tokens, lead: int, after: int) -> bool:
    """Does a sentence tell of a year as still to come?"""
    words = tokens.words
    if _is_foretold(tokens, lead, after):
        return True
    if not lead or not _ends(tokens, after) or tokens.word(after) in ("was", "were", "had"):
        return False
    clause, step = _clause(words[:lead]), words[lead - 1]
    k, behind = _behind_future(clause)
    if step == "by" and k < 0 and lead > _OPENING:
        rest = words[after : after + _REACH]  # "by the end of 2004, fares were"
        done = any(is_past_verb(word) or _is_doing(word) for word in (*clause, *rest))
        return ELSE.isdisjoint(clause) and not done
    if step not in (*_IN, "by", "until", "through", "till") or k < 0 or not ELSE.isdisjoint(clause[max(0, k - 3) :]):
        return False
    done = any(is_past_verb(word) or _is_doing(word) for word in behind)
    if step not in _IN:
        return not done or "be" in behind
    if clause[k] == "could":
        return False  # "an officer could earn 9,000 crowns in 2004"
    passive = behind[:1] == ["be"] and not any(is_past_verb(word) for word in behind[3:])
    return (not done or passive) and COMPARED.isdisjoint(behind)  # not "will be some of the loans granted in 2005"


def _clause(words: list[str]) -> list[str]:
    """The words before a year → those of its clause."""
    start = max((k + 1 for k, word in enumerate(words) if word in _CUTS), default=0)
    return words[start:]


def _behind_future(clause: list[str]) -> tuple[int, list[str]]:
    """A clause → the last of its words that looks ahead ("will", "is due to"), −1 for none, and the words behind."""
    for k in range(len(clause) - 1, -1, -1):
        word, before, behind = clause[k], {*clause[max(0, k - 2) : k]}, clause[k + 1 :]
        if word in _WILL and (behind[:1] != ["have"] or behind[1:2] == ["to"]):
            return k, behind
        if word in AWAITED and (not before.isdisjoint(IS) or (behind[:1] == ["to"] and word != "due")):
            return k, behind[behind[:1] == ["to"] :]
        noun = word == "plans" and k > 0 and (is_past_verb(clause[k - 1]) or clause[k - 1] in _BEFORE_QUALITY)
        if (word in _FORETELLS and len(behind) > 1) or (word in _INTENDS and "to" in behind[:5] and not noun):
            return k, behind
        if word == "plan" and not before.isdisjoint(_WHO_PLAN):
            return k, behind
    return -1, []


def _is_due(tokens: Tokens, lead: int) -> bool:
    """ "notes due 2016", "the loan matures in 2016", "the lease expires in 2016"."""
    words = tokens.words
    k = lead - 1 - (lead > 1 and words[lead - 1] in ("in", "on", "by", "at"))
    if k < 1:
        return False
    return words[k] in ("matures", "expires", "maturing") or (words[k] == "due" and words[k - 1] in _PAPERS)


def _is_foretold(tokens: Tokens, lead: int, after: int) -> bool:
    """ "its 2006 profit outlook", "the outlook for 2006"."""
    words = tokens.words
    near = words[max(0, lead - 6) : lead]
    if not _NAMED.isdisjoint(near) or not ELSE.isdisjoint(near):
        return False
    if words[lead - 1 : lead] == ["for"]:
        return not {*near[:-1]}.isdisjoint(_PROPHECY | AWAITED - {"set", "likely"})
    behind = words[after : after + 3] if not _ends(tokens, after) else []  # "in 2004 to find targets" is none
    return any(word in _PROPHECY and all(one.isalpha() for one in behind[:k]) for k, word in enumerate(behind))
