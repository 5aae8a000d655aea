"""A statement, the masked text and a report → the claims that hold water, bound to figures, and the rest with reasons.

    "n1 == n2 + n3", words "made up of"   →   f1 == f2 + f3 over the report's facts, licensed by the article's own words

A claim is dropped when it names a number that is not there or was not read as a quantity, quotes words that do not
stand in the text near its numbers, mixes units, or brings a number of its own. What is left is a `Witnessed`: a rule
with its relation, which the engine takes like any other.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations

from checker.article import fold
from checker.claim import NAME, rule_of
from checker.dimension import MixedError, check, of_figure
from checker.errors import CheckerError
from checker.expression import Comparison, Name, numbers, parse
from checker.finding import Drop
from checker.interval import Interval, meet
from checker.maskedfact import TokenFacts, UnsoundError
from checker.projection import Projection
from checker.rearrange import projections, tidied
from checker.record import record
from checker.rule import Rule
from checker.statement import in_roles
from checker.wordclaim import told_alike, word_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.fact import Fact
    from checker.finding import Report
    from checker.mask import Masked
    from checker.pack import Pack
    from checker.statement import Claim, Statement

# What wording makes of a number ("doubled", "half", "a fold of ten") and what turns a percentage into a factor.
STRUCTURAL = frozenset(Fraction(n) for n in (0, 1, 2, 3, 4, 10, 12, 100, 1000))
MOST = 400  # relations of one statement
MOST_NUMBERS = 3  # in one comparison: none is to be put together from others


@record(frozen=True, slots=True)
class Witnessed:
    """A claim bound to facts: its rule, solved, and the facts that fill its roles."""

    claim: Claim
    rule: Rule
    readings: tuple[tuple[Projection, ...], ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]  # of the rule → fact ids
    words: tuple[str, ...]  # of the article, which license it
    shown: str  # the claim with the ids of figures
    labels: tuple[tuple[str, str], ...] = ()  # fact id → what it measures, in the witness's words


@record(frozen=True, slots=True)
class Testimony:
    """What was accepted of one statement, and what was not."""

    accepted: tuple[Witnessed, ...]
    dropped: tuple[Drop, ...]
    facts: tuple[Fact, ...]  # all that the claims speak of, as they are to be read


def weigh(statement: Statement, masked: Masked, report: Report, pack: Pack) -> Testimony:
    """A statement on a masked article, the article's report by rules alone and the rules → its testimony."""
    court = _Court(statement, masked, report, pack)
    accepted: list[Witnessed] = []
    for claim in statement.claims:
        try:
            accepted += list(court.bound(claim))  # all that it binds, or nothing
        except (UnsoundError, MixedError, CheckerError) as error:
            court.dropped.append(Drop(claim.shown, getattr(error, "message", str(error))))
    if len(accepted) > MOST:
        court.dropped.append(Drop("relations", f"{len(accepted)} in all; those after the first {MOST} are not used"))
    for label in statement.labels:
        if label.id not in court.facts.tokens:
            court.dropped.append(Drop(label.id, "no such number"))
    facts = {fact.id: fact for fact in (*court.facts.read.values(), *court.words)}
    return Testimony(tuple(accepted[:MOST]), (*statement.dropped, *court.dropped), tuple(facts.values()))


class _Court:
    """The article of a statement: its numbers, figures and words, and the facts that claims have spoken of."""

    def __init__(self, statement: Statement, masked: Masked, report: Report, pack: Pack) -> None:
        self.masked, self.report, self.pack = masked, report, pack
        self.dropped: list[Drop] = []
        self.folded, self.original = fold(masked.text), fold(report.article.text)
        self.facts = TokenFacts(masked, report)
        self.labels = {label.id: dict(label.words) for label in statement.labels}
        self.words: list[Fact] = []  # what single words of the article tell

    def bound(self, claim: Claim) -> Iterator[Witnessed]:
        """A claim → what it binds: a chain gives one relation for each two of its figures, wordings for two words."""
        if claim.same:
            yield from self.told(claim)
            return
        words = self.licence(claim)
        if claim.chain:
            self.one_series(claim.chain)
            for one, other in combinations(self.sighted(claim), 2):
                if self.comparable(claim, one, other):
                    yield from self.expressed(claim, f"{one} == {other}", words, "restatement")
        elif claim.counted:
            self.items(claim)
            yield from self.expressed(claim, f"{claim.counted} == {len(claim.items) + claim.behind}", words, "balance")
        elif claim.rule:
            yield self.ruled(claim, words)
        else:
            self.no_number(claim.expression)
            yield from self.expressed(claim, claim.expression, words)

    def licence(self, claim: Claim) -> tuple[str, ...]:
        """A claim → the article's words that its quotations stand for; one of them must stand beside its numbers."""
        ids = {*claim.chain, claim.counted, *NAME.findall(claim.expression)}
        ids |= {name for _, names in claim.roles for name in names}
        best = []
        beside = False
        for words in claim.words:
            spans = self.quoted(words)
            near = [span for span in spans if ids.intersection(self.masked.inside(*self.paragraph(*span)))]
            best.append((near or spans)[0])
            beside = beside or bool(near)
        if not beside:
            raise UnsoundError("the quoted words stand in another paragraph than all of the numbers")
        text = self.report.article.text
        places = [self.masked.original(start, end) for start, end in best]
        return tuple(" ".join(text[start:end].split()) for start, end in places)

    def told(self, claim: Claim) -> Iterator[Witnessed]:
        """What quotations tell alike → a relation for each two of the words that tell it; others are dropped."""
        text = self.report.article.text
        found: list[tuple[Fact, str]] = []
        for words in claim.words:
            try:
                start, end = self.place(words)
                found.append((word_of(claim.same, self.original, start, end), " ".join(text[start:end].split())))
            except UnsoundError as error:
                self.dropped.append(Drop(claim.shown, str(error)))
        for (one, here), (other, there) in combinations(found, 2):
            rule = told_alike(one, other, claim.same)
            labels = ((one.id, claim.same), (other.id, claim.same))
            yield _solved(claim, rule, (here, there), rule.formulas[0].comparisons[0], labels)
        self.words += [fact for fact, _ in found]

    def place(self, words: str) -> tuple[int, int]:
        """Words of a quotation → the one place of the article where they stand."""
        places = self.quoted(words)
        if len(places) > 1:
            raise UnsoundError(f'"{words}" stands in the text {len(places)} times: quote more of one place')
        return self.masked.original(*places[0])

    def quoted(self, words: str) -> list[tuple[int, int]]:
        """Words of a quotation → where they stand in the masked text."""
        pattern = r"\s+".join(re.escape(part) for part in fold(words).split())
        found = [match.span() for match in re.finditer(pattern, self.folded, re.IGNORECASE)]
        if not found:
            raise UnsoundError(f'"{words}" does not stand in the text')
        return found

    def paragraph(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the masked text → the paragraphs that it touches."""
        before = self.folded.rfind("\n\n", 0, start)
        after = self.folded.find("\n\n", end)
        return max(before, 0), after if after >= 0 else len(self.folded)

    def sighted(self, claim: Claim) -> tuple[str, ...]:
        """A chain → those of its numbers that were read; the others are dropped by themselves."""
        found = []
        for name in claim.chain:
            try:
                found.append(self.facts.of(name).id and name)
            except UnsoundError as error:
                self.dropped.append(Drop(claim.shown, str(error)))
        return tuple(found)

    def comparable(self, claim: Claim, one: str, other: str) -> bool:
        """Two numbers of a chain → whether they print one quantity in a way that can be held against each other."""
        first, second = self.facts.of(one), self.facts.of(other)
        dates = [fact.figure is not None and fact.figure.kind == "date" for fact in (first, second)]
        if dates[0] != dates[1]:
            self.dropped.append(Drop(claim.shown, f"{one} and {other}: only one of them was read as a year"))
            return False
        hedged = any(fact.figure is not None and fact.figure.hedge for fact in (first, second))
        apart = meet(first.interval, second.interval) is None
        if hedged and apart and meet(_whole(first), _whole(second)) is not None:
            self.dropped.append(Drop(claim.shown, f"{one} and {other} agree but for a word such as over or under"))
            return False
        return True

    def one_series(self, ids: tuple[str, ...]) -> None:
        """The numbers of a chain → an error if the witness itself labels them as different things."""
        for what in ("aspect", "basis", "period"):
            said = {self.labels.get(name, {}).get(what, "").lower() for name in ids} - {""}
            if len(said) > 1:
                raise UnsoundError(f"the chain's numbers have different labels, {what} {' and '.join(sorted(said))}")

    def items(self, claim: Claim) -> None:
        """The names that a number counts stand in one paragraph, each once."""
        paragraphs = [{self.paragraph(*span) for span in self.quoted(item)} for item in claim.items]
        if not set.intersection(*paragraphs):
            raise UnsoundError("the names that are counted stand in different paragraphs")
        if len({item.lower() for item in claim.items}) < len(claim.items):
            raise UnsoundError("a name is counted twice")

    def no_number(self, expression: str) -> None:
        """A witness says nothing of how large a figure is: only numbers of the wording may stand in an expression."""
        for comparison in parse(expression, dict.fromkeys(NAME.findall(expression), False)):
            written = [*numbers(comparison.left), *numbers(comparison.right)]
            if len(written) > MOST_NUMBERS:
                raise UnsoundError(f"more than {MOST_NUMBERS} numbers stand in the comparison")
            for number in written:
                if number not in STRUCTURAL:
                    allowed = ", ".join(str(one) for one in sorted(STRUCTURAL))
                    raise UnsoundError(f"the witness brings a number of its own, {number}; allowed: {allowed}")

    def expressed(self, claim: Claim, expression: str, words: tuple[str, ...], family: str = "") -> Iterator[Witnessed]:
        """A comparison over tokens, or several in a row → the relations over the facts of their figures."""
        sides = re.split(r"(==|<=|>=|<|>)", expression)  # parsed: a comparison stands nowhere inside another
        for k in range(0, len(sides) - 2, 2):
            yield self.compared(claim, " ".join(part.strip() for part in sides[k : k + 3]), words, family)

    def compared(self, claim: Claim, text: str, words: tuple[str, ...], family: str) -> Witnessed:
        """One comparison over tokens → its relation."""
        facts = {name: self.facts.of(name) for name in NAME.findall(text)}
        rule = rule_of(claim, text, facts, family)
        names = {fact.id: self.labels.get(name, {}).get("measure", "") for name, fact in facts.items()}
        shown = NAME.sub(lambda match: facts[match[0]].id, text)
        return _solved(claim, rule, words, shown, tuple(names.items()))

    def ruled(self, claim: Claim, words: tuple[str, ...]) -> Witnessed:
        """A rule and its roles → the relation, if every role that is printed is filled as the rule has it."""
        rule = self.pack.rule(claim.rule)
        given = dict(claim.roles)
        roles = {role.name: role for role in rule.roles}
        if unknown := [name for name in given if name not in roles]:
            raise UnsoundError(f'the rule has no role "{unknown[0]}"; its roles are {", ".join(roles)}')
        for name, role in roles.items():
            if name not in given and not role.implied:
                raise UnsoundError(f'the role "{name}" is not filled')
            if len(given.get(name, ("",))) > 1 and not role.many:
                raise UnsoundError(f'the role "{name}" takes one figure')
        facts = {name: tuple(self.facts.of(one) for one in ids) for name, ids in given.items()}
        ids = [fact.id for some in facts.values() for fact in some]
        if len(set(ids)) < len(ids) or len(ids) < 2:
            raise UnsoundError("a relation needs two different figures, each in one role")
        self.in_kind(rule, facts)
        filled = tuple((name, tuple(fact.id for fact in some)) for name, some in facts.items())
        shown = in_roles(rule.id, filled)
        return Witnessed(claim, rule, self.pack.projections[rule.id], filled, words, shown)

    def in_kind(self, rule: Rule, facts: Mapping[str, tuple[Fact, ...]]) -> None:
        """The facts of a rule's roles → an error if a sum or a comparison of them would mix units."""
        stand_in = {f"{name}_{k}": (name, fact) for name, some in facts.items() for k, fact in enumerate(some)}
        of = {key: of_figure(fact.figure) for key, (_, fact) in stand_in.items() if fact.figure is not None}
        for role in rule.roles:
            kinds = dict(role.select).get("kind")
            some = facts.get(role.name, ())
            if isinstance(kinds, tuple) and any(f.figure is not None and f.figure.kind not in kinds for f in some):
                raise UnsoundError(f'the role "{role.name}" takes {", ".join(map(str, kinds))}')
        anchor = next(iter(stand_in), "")
        if "unit" in rule.same:
            for key, (name, _) in stand_in.items():
                if dict(rule.role(name).select).get("same") != ():
                    check(Comparison(Name(anchor), "==", Name(key)), of)


def _solved(
    claim: Claim, rule: Rule, words: tuple[str, ...], shown: str, labels: tuple[tuple[str, str], ...]
) -> Witnessed:
    """A claim and the rule over facts that it makes → the relation, its comparisons solved for each fact."""
    many = {role.name: False for role in rule.roles}
    readings = [parse(reading.comparisons[0], many)[0] for reading in rule.formulas]
    solved = tuple(projections(tidied(reading)) for reading in readings)
    filled = tuple((role.name, (role.name,)) for role in rule.roles)
    return Witnessed(claim, rule, solved, filled, words, shown, labels)


def _whole(fact: Fact) -> Interval:
    """A fact → its interval with both ends in it: "over 10" and "ten" may be one number, loosely worded."""
    return Interval(fact.interval.low, fact.interval.high)
