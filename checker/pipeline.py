"""Article and rules → report: the stages in order, each a pure function that can be called alone."""

from __future__ import annotations

from checker import lexicon as lexicons
from checker.account import account
from checker.article import Article, fold
from checker.calendarword import dated
from checker.chunk import Chunks, chunk
from checker.conversion import converted
from checker.direction import MOVERS, OUTCOMES, TAKING_UP, TWO_SIDED
from checker.fact import Fact, Sentence, facts
from checker.figure import Figure, figures, is_counted, is_spoken_of, number_figures, number_starts
from checker.finding import Checked, Finding, Report
from checker.frame import bonds
from checker.lexicon import Lexicon
from checker.pack import Pack
from checker.pair import pairs
from checker.pattern import Pattern
from checker.period import Period, periods
from checker.quotation import quoted
from checker.record import replace
from checker.relation import Binder, Relation
from checker.series import tie
from checker.streak import RUN_UNITS, last_month
from checker.token import Tokens
from checker.unit import singular
from checker.wording import state_links


def check(article: Article, pack: Pack) -> Report:
    """An article and a pack of rules → the report on it."""
    lexicon = lexicons.load()
    sentences, found = read_sentences(article, lexicon)
    told = worded(sentences, facts(sentences, lexicon), lexicon)
    beside = (*dated(sentences), *quoted(sentences), *converted(sentences), *_moves(sentences))
    if "\nShr " in article.text:
        from checker.earnings import telegraphed  # few articles are telegrams of earnings

        told = telegraphed(told, sentences)
    else:
        beside += _outcomes(sentences)
    if "GMT" in article.text:
        from checker.zone import zoned  # few articles give a time in two zones

        beside += zoned(sentences)
    beside += (*_headed(sentences), *_headed_runs(sentences, lexicon), *_headed_ordinals(sentences, lexicon))
    beside += (*_opposed(sentences), *_hindsight(sentences))
    beside += (*_celled(article, sentences, found), *_taken_up(article, sentences))
    stated = tie((*told, *beside), sentences, lexicon)
    binder = Binder(stated, lexicon)
    relations = binder.bind(pack.rules)
    everything = tuple(binder.facts.values())
    checked, findings = _judged(everything, relations, pack)
    figures_seen = with_words(found, stated, checked)
    if findings:
        from checker.excuse import excused  # few articles come so far

        findings = excused(findings, article, figures_seen, pack)
    return Report(article, figures_seen, everything, checked, findings, account(figures_seen, stated, checked))


def _judged(
    facts: tuple[Fact, ...], relations: tuple[Relation, ...], pack: Pack
) -> tuple[tuple[Checked, ...], tuple[Finding, ...]]:
    """Facts and relations → verdicts and findings; where nothing is related, solver and arithmetic stay unloaded."""
    if not relations:
        return (), ()
    from checker.explain import judge

    return judge(facts, relations, pack)


def worded(sentences: list[Sentence], stated: tuple[Fact, ...], lexicon: Lexicon) -> tuple[Fact, ...]:
    """Facts → the same with the links that each sentence's wording adds."""
    last = last_month(sentences)
    of: dict[int, list[Fact]] = {}
    for fact in stated:
        of.setdefault(fact.sentence, []).append(fact)
    return tuple(
        fact
        for sentence in sentences
        for fact in state_links(sentence, tuple(of.get(sentence.number, ())), last, lexicon)
    )


def read_sentences(article: Article, lexicon: Lexicon) -> tuple[list[Sentence], list[Figure]]:
    """An article → its sentences as read, and every figure in order of the text, be it a quantity or not."""
    folded = fold(article.text)
    sentences: list[Sentence] = []
    found: list[Figure] = []
    headline, lead = _opening(article)
    for kind, start, end in ((block.kind, *places) for block in article.blocks for places in block.sentences):
        spans = periods(folded, start, end)
        tells = start in (headline, lead)
        if not spans and not tells and not may_count(folded[start:end], lexicon):
            continue
        tokens = Tokens(folded, start, end)
        located = number_figures(figures(tokens, spans, lexicon), article.text, len(found) + 1)
        if kind == "boilerplate":
            found += [replace(item.figure, ignored="site text around the article") for item in located]
            continue
        counted = [item for item in located if is_counted(item.figure)]
        if counted or spans or tells or any(is_spoken_of(item, tokens) for item in located):
            sentences.append(_sentence(len(sentences), kind, chunk(tokens, tuple(spans), counted, lexicon), spans))
        found += [item.figure for item in located]
    return sentences, found


def _opening(article: Article) -> tuple[int, int]:
    """Where the headline and the first sentence begin, which are read even if they hold no figure; −1 for none."""
    headline = next((b for b in article.blocks if b.kind == "headline" and b.sentences), None)
    lead = next((b for b in article.blocks if b.kind == "paragraph" and b.sentences), None)
    return headline.sentences[0][0] if headline else -1, lead.sentences[0][0] if lead else -1


def _headed(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → the times of headline and first sentence and where the article tells them; many name none."""
    if not any(s.periods for s in sentences[:2] if s.block == "headline"):
        return ()
    from checker.headtime import headed

    return tuple(headed(sentences))


def _headed_runs(sentences: list[Sentence], lexicon: Lexicon) -> tuple[Fact, ...]:
    """Sentences → the length of a run of which headline and first sentence tell; few headlines do."""
    head = sentences[0] if sentences and sentences[0].block == "headline" else None
    if head is None or RUN_UNITS.isdisjoint(map(singular, head.chunks.tokens.words)):
        return ()
    from checker.headrun import headed_runs

    return tuple(headed_runs(sentences, lexicon))


def _headed_ordinals(sentences: list[Sentence], lexicon: Lexicon) -> tuple[Fact, ...]:
    """Sentences → the ordinals that headline and first sentence set before one noun; few headlines have one."""
    words = sentences[0].chunks.tokens.words if sentences and sentences[0].block == "headline" else []
    if _ORDINAL_ENDS.isdisjoint(words) and lexicon.ordinals.keys().isdisjoint(words):
        return ()
    from checker.headorder import headed_ordinals

    return headed_ordinals(sentences, lexicon)


_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))


def _hindsight(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → the years told as past and as still to come; few articles print two years."""
    if sum(period.key[0] in "12y" for s in sentences for period in s.periods) < 2:
        return ()
    from checker.hindsight import hindsight

    return tuple(hindsight(sentences))


# Figures side by side, which prose seldom prints: three such places may be a table that was flattened.
_BESIDE = Pattern(r"\d[%)]?(?: (?:pct|percent|mln|bln|million|billion))?[\s|]+(?:(?:up|down|off|dn) )?[-+($]*\.?\d")
_FEWEST = 3


def _celled(article: Article, sentences: list[Sentence], found: list[Figure]) -> tuple[Fact, ...]:
    """An article, its sentences and figures → the cells of its flattened tables; few articles hold one."""
    places = iter(_BESIDE.finditer(article.text))
    if any(next(places, None) is None for _ in range(_FEWEST)):
        return ()
    from checker.gridfact import celled

    return celled(fold(article.text), sentences, found)


def _taken_up(article: Article, sentences: list[Sentence]) -> tuple[Fact, ...]:
    """An article and its sentences → the movements that a next sentence takes up; few open so."""
    text = article.text
    opens = [text[start : min(end, start + _OPENING)] for block in article.blocks for start, end in block.sentences]
    if not any(word in words for words in opens[1:] for word in TAKING_UP):
        return ()
    from checker.takenup import taken_up

    return tuple(taken_up(article, sentences))


_OPENING = 110  # code points in which a sentence takes up what the one before told
# In each name of what is traded (rules/lexicon/subjects.tsv) stands one of them; a test holds both together.
TRADED = frozenset(
    "shares share stock stocks equities street st st. dow p poors 500 nasdaq ftse footsie nikkei oil crude brent gold"
    " bullion silver copper".split()
)


def _moves(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → which way headline, first sentence and body say that something went; few begin with it."""
    begin = [s for s in sentences[:3] if s.block != "table"]
    moved = [sentence for sentence in begin[:2] if not set(MOVERS).isdisjoint(sentence.chunks.code)]
    if all(s.block != "headline" and TRADED.isdisjoint(s.chunks.tokens.words) for s in moved):
        return ()
    from checker.retold import retold

    return retold(sentences)


def _opposed(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → words that headline and first sentence share, or of which one has the opposite; few share one."""
    head = sentences[0] if sentences and sentences[0].block == "headline" else None
    if head is None or not any(word.startswith(TWO_SIDED) for word in head.chunks.tokens.words):
        return ()
    from checker.opposed import opposed

    return opposed(sentences)


def _outcomes(sentences: list[Sentence]) -> tuple[Fact, ...]:
    """Sentences → whether headline and first sentence tell of a profit or a loss; few headlines do."""
    head = sentences[0] if sentences and sentences[0].block == "headline" else None
    if head is None or OUTCOMES.keys().isdisjoint(head.chunks.tokens.words):
        return ()
    from checker.outcome import outcomes

    return outcomes(sentences)


_DIGITS = frozenset("0123456789")
_NO_LETTERS = "".join(chr(code) for code in range(128) if not chr(code).isalpha())
_BETWEEN_WORDS = str.maketrans(_NO_LETTERS, " " * len(_NO_LETTERS))


def may_count(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence may hold a figure; most of an article's do not, and are not worth taking into tokens."""
    if not sentence.isascii() or not _DIGITS.isdisjoint(sentence):
        return True
    words = set(sentence.lower().translate(_BETWEEN_WORDS).split()) - _ARTICLES
    return not words.isdisjoint(number_starts(lexicon))


_ARTICLES = {"a", "an"}  # they begin a number ("a dozen") only where another word of number follows


def _sentence(number: int, kind: str, chunks: Chunks, spans: list[Period]) -> Sentence:
    known = bonds(chunks)
    return Sentence(number, kind, chunks, tuple(spans), tuple(known), tuple(pairs(chunks, known)))


def with_words(found: list[Figure], stated: tuple[Fact, ...], checked: tuple[Checked, ...]) -> tuple[Figure, ...]:
    """The figures read and the words (a direction, a count of names) that stand in a relation, in order of the text."""
    used = {i for item in checked for _, ids in item.relation.roles for i in ids}
    said = [f.figure for f in stated if f.figure is not None and f.figure.kind in ("word", "time") and f.id in used]
    words = list({figure.id: figure for figure in said}.values())
    signed = {f.id: f.figure for f in stated if f.figure is not None}
    spoken = {(word.start, word.end): word.kind for word in words}  # "since October 2023" gives a run its length
    cells = {word.start for word in words if word.digits}  # "871 129 204" may be three cells of a table
    own = [signed.get(f.id, f) for f in found if f.id in used or not (_is_spoken(f, spoken) or _holds(f, cells))]
    return tuple(sorted(own + words, key=lambda f: (f.start, f.end, f.id)))


def _holds(figure: Figure, cells: set[int]) -> bool:
    return bool(cells) and not cells.isdisjoint(range(figure.start, figure.end))


def _is_spoken(figure: Figure, spoken: dict[tuple[int, int], str]) -> bool:
    """Does a word that stands in a relation take the place of a figure, which is ignored or the end of a stretch?"""
    kind = spoken.get((figure.start, figure.end), "")
    return kind == "time" or (kind != "" and figure.ignored != "")
