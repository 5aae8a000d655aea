"""Facts of one sentence → the further links its wording states, each kind by its own module.

"Sales passed the billion euro mark for the first time"     bound –first-above→ sales           (mark)
"growth for two consecutive months since October"           streak of 2, span of 2              (streak)
"three products: tea, coffee and cocoa"                     3 –lists– "tea, coffee and cocoa"   (listing)
"a 2-1 win"                                                 2-1 is won                          (score)
"48.6, below the 50 mark"                                   50 –mark-of→ 48.6                   (beyond)
"closed at $24, off a high of $25"                          $24 –not-above→ $25                 (peak)
"fell 3 percent, the biggest decliner"                      decliner –bearing-on→ fell           (bearing)
"fell 19 million from 20"                                    19 million –moved-from→ 20            (baremove)
"Of the 48, 31 went home and the remaining 17 stayed"       31 –part-of→ 48, 17 –rest-of→ 48    (total)
"64 backed the plan and 51 opposed it, a majority of 13"    13 –margin-of→ 64, –margin-from→ 51 (difference)
"""

from __future__ import annotations

from checker.chunk import Chunks
from checker.fact import Fact, Sentence
from checker.lexicon import Lexicon
from checker.listing import BE, ORDERS, bare_counts, countable, listings
from checker.mark import marks
from checker.period import is_date
from checker.streak import streaks
from checker.total import totals
from checker.turning import EXTREMES, MERE, MOVES, RATED, REFERENCES, SIDES, SUMMITS
from checker.unit import EVERY, HEADS, says_per_time
from checker.wordfact import Facts

_ORDERING = frozenset("AachG")  # letters of words that set one figure above another: above, exceeds, than
_RANKING = frozenset(("followed", "trailed"))
# Beside "second" in a sentence that ranks: it has "second only to", the first or the third as well.
_RANKED = frozenset(
    "only first third fourth top tops topped leads led leader leading largest biggest most highest".split()
)
_DIFFERENCES = frozenset(
    "difference majority margin lead gap advantage edge deficit surplus shortfall spread differential ahead behind"
    " leads leading led beat won win wins defeated held leaving".split()
)
_JOINTS = frozenset(("-", "/", "from", "between", "to", "through"))  # one of them joins the ends of a stretch of time
_MOVING = frozenset("vagn")  # letters of words that say which way
_BEARING = EXTREMES.keys() | frozenset(
    "by among extending adding reversing snapping ending halting erasing sending sent pushed pushing yield up down with"
    " rating upgraded upgrades upgrading downgraded downgrades downgrading".split()
)
_HALVES = frozenset("international overseas abroad foreign services rural".split())
_INDEXES = frozenset("p poor poors ftse fortune russell nasdaq nikkei".split())
_PREMIUMS = frozenset(("premium", "discount"))
_BARE = ("vM", "vN", "vE", "vP")  # letters: an amount right behind a word of movement
_SHARE_OF_FEW = frozenset("PoN")  # letters: a percentage of a count
_MEANS = frozenset(("mean", "average"))
_TOTAL_AND_EACH = 2  # amounts
_EACH = frozenset("each apiece annually yearly monthly".split())
_PLACES = frozenset("countries states nations cities towns provinces counties continents districts".split())
# Words of what has much the same size from one count to the next: the shares of a company, the workforce.
_STEADY = frozenset("stake stakes holding holdings shares unemployed jobless unemployment".split())
# Answers of which a sentence with a second one tells the shares: against, undecided; in line with forecasts, below.
_ANSWERS = frozenset(
    "against oppose opposes opposed opposing disapprove disapproves disapproved disapproving disagree disagreed"
    " rejected no undecided unsure sure opinion matched matching met line below missed missing short not bearish bears"
    " pessimistic dissatisfied".split()
)
# Words of a sentence that says who owns something together, or of what it is made: see `checker.partners`.
_TOGETHER = frozenset(
    "owned held controlled venture ventures consortium partnership block licence license permit concession new combined"
    " merged enlarged joint resulting cash stock shares equity debt scrip excellent good fair poor surplus adequate"
    " short".split()
)
# What is divided among several: a market, the votes; and words that say that a whole is divided.
_DIVIDED = frozenset(
    "market vote votes ballots electorate weighting weightings allocation allocations allocate allocates allocated"
    " allocating earmarked split divided invested invests investing invest distributed owned composed consists"
    " consisting comprises comprising made derived derives generated generates puts spends spent came come comes"
    " coming blend mixture".split()
)


def state_links(sentence: Sentence, facts: tuple[Fact, ...], end: str, lexicon: Lexicon) -> tuple[Fact, ...]:
    """A sentence, its facts and the last month of the article → the facts with the links that the wording adds."""
    by_chunk = {fact.chunk: fact for fact in facts if fact.chunk >= 0}
    words = [fact for fact in facts if fact.chunk < 0]
    said = frozenset(sentence.chunks.tokens.words)
    if "R" in sentence.chunks.code or "no" in said:
        from checker.rank import ranks  # few sentences rank anything: third-largest, No. 3

        words += ranks(by_chunk, sentence)
    if "-" in said:
        from checker.score import scores, tie_breaks  # few articles are about sport

        words += (*scores(sentence), *tie_breaks(sentence))
    if _tells_times(sentence, said):
        from checker.lasting import lasting  # few sentences tell of two times

        words += lasting(by_chunk, sentence)
    if "majority" in said:
        from checker.majority import majorities  # few sentences count voters

        words += majorities(by_chunk, sentence)
    again = ",v" in sentence.chunks.code  # "rose on the news, gaining 0.9 percent"
    bearing = again or "x" in sentence.chunks.code or not _BEARING.isdisjoint(said)
    if not _MOVING.isdisjoint(sentence.chunks.code) and (bearing or ("from" in said and not RATED.isdisjoint(said))):
        from checker.bearing import bearings  # few sentences tell twice which way something went

        words += bearings(sentence)
    if "and" in said and not said.isdisjoint(BE) and (bare := bare_counts(sentence.chunks.tokens, lexicon.numbers)):
        from checker.named import named_bare  # few sentences have a number for their subject

        words += named_bare(sentence, bare, lexicon.numbers)
    if "and" in said and ("both" in said or "all" in said):
        from checker.bothof import both_of  # few sentences say of how many names it is that they tell

        words += both_of(sentence, lexicon)
    if "of" in said and not said.isdisjoint(ORDERS):
        from checker.fewof import few_of  # few sentences count within a counted time

        words += few_of(sentence, lexicon)
    if not by_chunk:
        return tuple(words)
    if not said.isdisjoint(_INDEXES) and "N" in sentence.chunks.code:
        from checker.indexed import indexed  # few sentences count the companies of an index

        words += indexed(by_chunk, sentence)
    marks(by_chunk, sentence.chunks)
    totals(by_chunk, sentence)
    if len(by_chunk) > 2 and not _DIFFERENCES.isdisjoint(said):
        from checker.difference import differences  # few sentences draw one figure from two others

        differences(by_chunk, sentence.chunks)
    if "f" in sentence.chunks.code and any(bare in sentence.chunks.code for bare in _BARE):
        from checker.baremove import bare_moves  # few sentences tell what something moved from

        words = bare_moves(by_chunk, words, sentence.chunks)
    if sentence.chunks.brackets or any(link.as_ == "share-of" for fact in by_chunk.values() for link in fact.links):
        from checker.share import shares  # few sentences print a share beside what it is of

        words += shares(by_chunk, words, sentence.chunks)
    if len(by_chunk) > 1 and (_SHARE_OF_FEW.issubset(sentence.chunks.code) or not said.isdisjoint(_MEANS)):
        from checker.grim import few  # few sentences tell a share or a mean of a few

        words += few(by_chunk, sentence)
    if len(by_chunk) > 1:
        from checker.multiple import multiples  # short articles may have no sentence of several figures
        from checker.ranged import ranged

        ranged(by_chunk, sentence.chunks)
        words += multiples(by_chunk, sentence.chunks)
    if "P" in sentence.chunks.code and ("d" in sentence.chunks.code or any(word.endswith("fold") for word in said)):
        from checker.fold import folds  # few sentences say how many times more in two ways

        words += folds(by_chunk, sentence.chunks)
    words += streaks(by_chunk, sentence, end)
    if len(by_chunk) > 1:
        words += _of_several(by_chunk, sentence, said, lexicon)
    words += listings(by_chunk, sentence.chunks, lexicon)
    if "and" in said and any(map(countable, by_chunk.values())):
        from checker.named import named  # few sentences count things and name them all
        from checker.roll import rolls

        known = frozenset(link.to for fact in words for link in fact.links if link.as_ == "lists")
        words += named(by_chunk, sentence, known)
        words += rolls(by_chunk, sentence, known)
    return (*(by_chunk[k] for k in sorted(by_chunk)), *words)


def _of_several(by_chunk: Facts, sentence: Sentence, said: frozenset[str], lexicon: Lexicon) -> list[Fact]:
    """Several facts of a sentence, changed in place, and its words → facts of what few sentences hold a word for."""
    chunks, words = sentence.chunks, list[Fact]()
    if not said.isdisjoint(SIDES):
        from checker.beyond import beyond  # few sentences put one figure above another

        words += beyond(by_chunk, sentence)
    if not said.isdisjoint(EXTREMES):
        from checker.peak import peaks  # few sentences name a high or a low

        peaks(by_chunk, sentence)
    if not said.isdisjoint(MOVES):
        from checker.trading import tradings  # few sentences tell of the moves of a day

        tradings(by_chunk, sentence)
    if not said.isdisjoint(SUMMITS):
        from checker.summit import summits  # few sentences name a peak

        summits(by_chunk, sentence)
    if "as" in said and ("much" in said or "many" in said):
        from checker.swing import swings  # few sentences tell how far a day's change went

        swings(by_chunk, sentence)
    if "since" in said:
        from checker.since import sinces  # few sentences go back so far

        sinces(by_chunk, sentence)
    if not _ORDERING.isdisjoint(chunks.code):
        from checker.across import across
        from checker.comparison import comparisons  # many articles have no sentence that compares

        words += comparisons(by_chunk, chunks, lexicon)
        words += across(by_chunk, chunks, words)
    if not said.isdisjoint(_RANKING) or ("second" in said and not said.isdisjoint(_RANKED)):
        from checker.ranking import rankings  # few sentences rank figures

        rankings(by_chunk, chunks)
    if any(one in "NP" and other in "NP" for one, other in zip(chunks.code, chunks.code[2:], strict=False)):
        from checker.contest import contests  # few sentences have a result: by 31 to 17

        contests(by_chunk, chunks)
    if not said.isdisjoint(_PLACES):
        from checker.site import sites  # few sentences count countries

        sites(by_chunk, chunks)
    if sentence.pairs:
        from checker.magnitude import magnitudes  # many short articles set no figure against another

        magnitudes(by_chunk, sentence)
    if "k" in chunks.code and not said.isdisjoint(MERE):
        from checker.mere import meres  # few sentences call a figure small beside another

        words += meres(by_chunk, sentence)
    if sentence.pairs and chunks.code.count("P") > 2:  # a rate and the two percentages it leads from and to
        from checker.pointwise import points_told  # few sentences tell of two percentages and their change

        points_told(by_chunk)
    if sentence.pairs and not said.isdisjoint(_STEADY):
        from checker.holding import holdings  # few sentences set a holding against an earlier one

        holdings(by_chunk, chunks)
    if not said.isdisjoint(_PREMIUMS):
        from checker.premium import premiums  # few articles are about an offer for shares

        premiums(by_chunk, chunks)
    if not said.isdisjoint(REFERENCES) and not _ORDERING.isdisjoint(chunks.code):
        from checker.excess import excesses  # few sentences set a figure above a reference, and tell how far

        excesses(by_chunk, chunks)
    if _says_each(chunks, said):
        from checker.periodic import periodic  # few sentences say what something costs a piece or a year
        from checker.product import products

        products(by_chunk, chunks)
        words += periodic(by_chunk, chunks)
    amounts = chunks.code.count("M") + chunks.code.count("E")
    if amounts == _TOTAL_AND_EACH and "N" in chunks.code and not said.isdisjoint(HEADS | EVERY):
        from checker.perhead import heads  # few sentences divide an amount among a population

        heads(by_chunk, chunks)
    if (sentence.periods or "D" in chunks.code) and says_per_time(chunks.tokens, said):
        from checker.spanned import spanned  # few sentences say what there is of something in a period

        words += spanned(by_chunk, sentence)
    if chunks.code.count("P") > 1 and not said.isdisjoint(_ANSWERS):
        from checker.answers import answers  # few sentences tell of those for and against something

        answers(by_chunk, chunks)
    if chunks.code.count("P") > 1 and not said.isdisjoint(_TOGETHER):
        from checker.partners import partners  # few sentences tell the shares of all who own something

        partners(by_chunk, chunks)
    if chunks.code.count("P") > 1 and not said.isdisjoint(_DIVIDED):
        from checker.division import divisions  # few sentences tell who has how much of a market

        divisions(by_chunk, chunks, said)
    if chunks.code.count("P") > 2 and not said.isdisjoint(_HALVES):
        from checker.mixture import mixtures  # few sentences tell growth at home and abroad

        mixtures(by_chunk, chunks)
    return words


def _tells_times(sentence: Sentence, said: frozenset[str]) -> bool:
    """Does a sentence name two times, or one that may have a second end: a year, a date, a season, months?"""
    keys = [period.key for period in sentence.periods]
    dated = any(".." in key or key.startswith("FY") or is_date(key) for key in keys)
    joints = _JOINTS & said if keys else frozenset()
    whole = any(key.isdecimal() for key in keys) and not joints.isdisjoint("-/")
    return len(keys) > 1 or whole or (dated and bool(joints))


def _says_each(chunks: Chunks, said: frozenset[str]) -> bool:
    """Does a sentence say what there is of something for each of another, or in a period?"""
    return any("/" in item.value for item in chunks.chunks) or not _EACH.isdisjoint(said)
