"""Article and rules → report: the stages in order, each a pure function that can be called alone."""

from __future__ import annotations

from checker import lexicon as lexicons
from checker.account import account
from checker.article import Article, fold
from checker.chunk import chunk
from checker.explain import judge
from checker.fact import Fact, Sentence, facts
from checker.figure import Figure, Located, figures, number_figures
from checker.finding import Checked, Report
from checker.frame import bonds
from checker.lexicon import Lexicon
from checker.pack import Pack
from checker.pair import pairs
from checker.period import Period, periods
from checker.record import replace
from checker.relation import Binder
from checker.series import tie
from checker.token import Tokens
from checker.wording import last_month, state_links


def check(article: Article, pack: Pack) -> Report:
    """An article and a pack of rules → the report on it."""
    lexicon = lexicons.load()
    sentences, found = read_sentences(article, lexicon)
    stated = tie(worded(sentences, facts(sentences, lexicon), lexicon), sentences)
    binder = Binder(stated, lexicon)
    relations = binder.bind(pack.rules)
    everything = tuple(binder.facts.values())
    checked, findings = judge(everything, relations, pack)
    figures_seen = with_words(found, stated, checked)
    return Report(article, figures_seen, everything, checked, findings, account(figures_seen, stated, checked))


def worded(sentences: list[Sentence], stated: tuple[Fact, ...], lexicon: Lexicon) -> tuple[Fact, ...]:
    """Facts → the same with the links that each sentence's wording adds."""
    last = last_month(sentences)
    of: dict[int, list[Fact]] = {}
    for fact in stated:
        of.setdefault(fact.sentence, []).append(fact)
    return tuple(fact for number, known in of.items() for fact in state_links(sentences[number], tuple(known), last, lexicon))


def read_sentences(article: Article, lexicon: Lexicon) -> tuple[list[Sentence], list[Figure]]:
    """An article → its sentences as read, and every figure in order of the text, those that are no quantity included."""
    folded = fold(article.text)
    sentences: list[Sentence] = []
    found: list[Figure] = []
    for block in article.blocks:
        for start, end in block.sentences:
            if block.kind == "boilerplate":
                found += [replace(f.figure, ignored="site text around the article") for f in _located(folded, start, end, article.text, len(found), lexicon)[1]]
                continue
            tokens, located, spans = _located(folded, start, end, article.text, len(found), lexicon)
            if not located and not spans:
                continue
            chunks = chunk(tokens, tuple(spans), located, lexicon)
            known = bonds(chunks)
            sentences.append(Sentence(len(sentences), block.kind, chunks, tuple(spans), tuple(known), tuple(pairs(chunks, known))))
            found += [item.figure for item in located]
    return sentences, found


def _located(folded: str, start: int, end: int, text: str, count: int, lexicon: Lexicon) -> tuple[Tokens, list[Located], list[Period]]:
    tokens = Tokens(folded, start, end)
    spans = periods(folded, start, end)
    covered = {k for span in spans for k in range(len(tokens)) if span.start <= tokens.starts[k] and tokens.ends[k] <= span.end}
    return tokens, number_figures(figures(tokens, covered, lexicon), text, count + 1), spans


def with_words(found: list[Figure], stated: tuple[Fact, ...], checked: tuple[Checked, ...]) -> tuple[Figure, ...]:
    """The figures read, and the words (a direction, a count of names) that take part in a relation, in order of the text."""
    used = {i for item in checked for _, ids in item.relation.roles for i in ids}
    words = [f.figure for f in stated if f.figure is not None and f.figure.kind == "word" and f.id in used]
    signed = {f.id: f.figure for f in stated if f.figure is not None}
    return tuple(sorted([signed.get(f.id, f) for f in found] + words, key=lambda f: (f.start, f.end, f.id)))
