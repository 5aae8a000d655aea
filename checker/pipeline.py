"""Article and rules → report: the stages in order, each a pure function that can be called alone."""

from __future__ import annotations

from fractions import Fraction

from checker import lexicon as lexicons
from checker.account import account
from checker.article import Article, fold
from checker.chunk import Chunks, chunk
from checker.draft import facts
from checker.fact import Fact, Sentence
from checker.figure import Figure, figures, is_counted, is_spoken_of, number_figures, number_starts
from checker.finding import Checked, Finding, Report
from checker.frame import bonds
from checker.lexicon import Lexicon
from checker.pack import Pack
from checker.period import Period, periods
from checker.record import replace
from checker.relation import Binder, Relation
from checker.series import tie
from checker.storywide import is_telegram, storywide
from checker.streak import last_month
from checker.token import Tokens
from checker.wording import state_links

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.frame import Bond
    from checker.pair import Pair


def check(article: Article, pack: Pack) -> Report:
    """An article and a pack of rules → the report on it."""
    lexicon = lexicons.load()
    sentences, found = read_sentences(article, lexicon)
    told = worded(sentences, facts(sentences, lexicon), lexicon)
    if is_telegram(article):
        from checker.earnings import telegraphed  # few articles are telegrams of earnings

        told = telegraphed(told, sentences)
    stated = tie((*told, *storywide(article, sentences, found, lexicon)), sentences, lexicon)
    binder = Binder(stated, lexicon)
    relations = binder.bind(pack.rules)
    everything = tuple(binder.facts.values())
    checked, findings = _judged(everything, relations, pack)
    figures_seen = with_words(found, stated, checked)
    if findings:
        from checker.excuse import excused  # few articles come so far
        from checker.reworded import reworded

        findings = reworded(excused(findings, article, figures_seen, pack), article, figures_seen)
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
    short: dict[str, Fraction] = {}
    headline, lead = _opening(article)
    for kind, start, end in ((block.kind, *places) for block in article.blocks for places in block.sentences):
        spans = periods(folded, start, end)
        tells = start in (headline, lead)
        if not spans and not tells and not may_count(folded[start:end], lexicon):
            continue
        tokens = Tokens(folded, start, end)
        located = number_figures(figures(tokens, spans, lexicon, short), article.text, len(found) + 1)
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
    return Sentence(number, kind, chunks, tuple(spans), tuple(known), _paired(chunks, known))


_PAIRING = frozenset("fkh|B")  # letters of from, against, than, after, expected
_ONWARD = ("vt", "wt", "at")  # "rose to"


def _paired(chunks: Chunks, known: list[Bond]) -> tuple[Pair, ...]:
    """Chunks and bonds → the figures that are set against others; many sentences have no word for it."""
    if _PAIRING.isdisjoint(chunks.code) and not any(moved in chunks.code for moved in _ONWARD):
        return ()
    from checker.pair import pairs

    return tuple(pairs(chunks, known))


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
