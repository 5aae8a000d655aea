"""An article and its sentences → the facts that no clause tells alone: of headline, dates, tables, and of its course.

Each kind has a module of its own, which is loaded only where an article may have something of it: most have little.
"""

from __future__ import annotations

from checker.article import Article, fold
from checker.calendarword import dated
from checker.fact import Fact, Sentence
from checker.figure import Figure
from checker.lexicon import Lexicon
from checker.pattern import Pattern
from checker.period import is_day, weekday
from checker.streak import RUN_UNITS
from checker.token import ORDINAL_ENDINGS
from checker.turning import MOVERS, OUTCOMES, POINTING, TAKING_UP
from checker.unit import PHYSICAL, singular

# In each name of what is traded (rules/lexicon/subjects.tsv) stands one of them; a test holds both together.
TRADED = frozenset(
    "shares share stock stocks equities street st st. dow p poors 500 nasdaq ftse footsie nikkei oil crude brent gold"
    " bullion silver copper ftseurofirst stoxx msci".split()
)
# Figures side by side, which prose seldom prints: three such places may be a table that was flattened.
_BESIDE = Pattern(r"\d[%)]?(?: (?:pct|percent|mln|bln|million|billion))?[\s|]+(?:(?:up|down|off|dn) )?[-+($]*\.?\d")
_FEWEST = 3
_SHARE_LINES = ("Shr", "Oper shr")
_TELLING = frozenset((*MOVERS, "A"))  # letters of words that may tell a course
_LAST_DAYS = ("-29", "-30", "-31")
_OPENING = 110  # code points in which a sentence takes up what the one before told


def is_telegram(article: Article) -> bool:
    """Is an article one of the telegrams that give a company's earnings line by line: "Oper shr 65 cts vs 10 cts"?"""
    return any(f"\n{label} " in article.text for label in _SHARE_LINES)


def storywide(article: Article, sentences: list[Sentence], found: list[Figure], lexicon: Lexicon) -> tuple[Fact, ...]:
    """An article, its sentences and figures → what they tell together, in no order of the text."""
    told = dated(sentences)
    if any("=" in sentence.chunks.tokens.words for sentence in sentences):
        from checker.quotation import quoted  # few articles print a rate of exchange

        told += quoted(sentences)
    if sum(figure.kind in PHYSICAL for figure in found) > 1:
        from checker.conversion import converted  # few articles give sizes, and many of them in one unit

        told += converted(sentences)
    told += _moves(sentences)
    if not is_telegram(article):
        told += _outcomes(sentences)
    if "GMT" in article.text:
        from checker.zone import zoned  # few articles give a time in two zones

        told += zoned(sentences)
    told += (*_headed(sentences), *_headed_runs(sentences, lexicon), *_headed_ordinals(sentences, lexicon))
    told += (*_opposed(sentences), *_hindsight(sentences), *_told_days(sentences))
    if any(period.key[-3:] in _LAST_DAYS for s in sentences for period in s.periods):
        from checker.monthday import last_days  # few articles name the last day of a month

        told += tuple(last_days(sentences))
    told += (*_celled(article, sentences, found), *_pointed(sentences))
    return (*told, *_taken_up(article, sentences))


def _shown(sentences: list[Sentence]) -> list[str]:
    """Sentences → the words of the headline; none without one."""
    return sentences[0].chunks.tokens.words if sentences and sentences[0].block == "headline" else []


def _headed(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → the times of headline and first sentence and where the article tells them; many name none."""
    if not any(s.periods for s in sentences[:2] if s.block == "headline"):
        return ()
    from checker.headtime import headed

    told = tuple(headed(sentences))
    if any(is_day(p.key) for s in sentences[:2] if s.block == "headline" for p in s.periods):
        from checker.headday import headed_days  # few headlines name a day

        told += tuple(headed_days(sentences))
    return told


def _headed_runs(sentences: list[Sentence], lexicon: Lexicon) -> tuple[Fact, ...]:
    """Sentences → the length of a run of which headline and first sentence tell; few headlines do."""
    if RUN_UNITS.isdisjoint(map(singular, _shown(sentences))):
        return ()
    from checker.headrun import headed_runs

    return tuple(headed_runs(sentences, lexicon))


def _headed_ordinals(sentences: list[Sentence], lexicon: Lexicon) -> tuple[Fact, ...]:
    """Sentences → the ordinals that headline and first sentence set before one noun; few headlines have one."""
    words = _shown(sentences)
    if ORDINAL_ENDINGS.isdisjoint(words) and lexicon.ordinals.keys().isdisjoint(words):
        return ()
    from checker.headorder import headed_ordinals

    return headed_ordinals(sentences, lexicon)


def _hindsight(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → the years told as past and as still to come; few articles print two years."""
    if sum(period.key[0] in "12y" for s in sentences for period in s.periods) < 2:
        return ()
    from checker.hindsight import hindsight

    return tuple(hindsight(sentences))


def _told_days(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → the weekdays told as past beside that of the first sentence; many first sentences name none."""
    opening = next((s for s in sentences if s.block == "paragraph"), None)
    if opening is None or not any(weekday(period.key) is not None for period in opening.periods):
        return ()
    from checker.newsday import told_days

    return tuple(told_days(sentences))


def _celled(article: Article, sentences: list[Sentence], found: list[Figure]) -> tuple[Fact, ...]:
    """An article, its sentences and figures → the cells of its flattened tables; few articles hold one."""
    places = iter(_BESIDE.finditer(article.text))
    if any(next(places, None) is None for _ in range(_FEWEST)):
        return ()
    from checker.gridfact import celled

    return celled(fold(article.text), sentences, found)


def _pointed(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → where a figure came from, as the next sentence tells it ("That was up from 9"); few open so."""
    opens = (s.chunks for s in sentences if s.chunks.tokens.words[:1] and s.chunks.tokens.words[0] in POINTING)
    if not any("f" in chunks.code for chunks in opens):
        return ()
    from checker.pointing import pointed

    return tuple(pointed(sentences))


def _taken_up(article: Article, sentences: list[Sentence]) -> tuple[Fact, ...]:
    """An article and its sentences → the movements that a next sentence takes up; few open so."""
    text = article.text
    opens = [text[start : min(end, start + _OPENING)] for block in article.blocks for start, end in block.sentences]
    if not any(word in words for words in opens[1:] for word in TAKING_UP):
        return ()
    from checker.takenup import taken_up

    return tuple(taken_up(article, sentences))


def _moves(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → which way headline, first sentence and body say that something went; few begin with it."""
    begin = [s for s in sentences[:3] if s.block != "table"]
    moved = [sentence for sentence in begin[:2] if not set(MOVERS).isdisjoint(sentence.chunks.code)]
    lead = next((s for s in sentences if s.block not in ("headline", "dateline", "table")), None)
    both = lead is not None and not _TELLING.isdisjoint(lead.chunks.code)
    if all(not (both and s.block == "headline") and TRADED.isdisjoint(s.chunks.tokens.words) for s in moved):
        return ()
    from checker.retold import retold

    return retold(sentences)


def _opposed(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → words that headline and first sentence share, or of which one has the opposite; few share one."""
    if not _shown(sentences):
        return ()
    from checker.opposed import opposed  # a text without a headline has none

    return opposed(sentences)


def _outcomes(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → whether headline and first sentence tell of a profit or a loss; few headlines do."""
    if OUTCOMES.keys().isdisjoint(_shown(sentences)):
        return ()
    from checker.outcome import outcomes

    return outcomes(sentences)
