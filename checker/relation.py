"""Facts and rules → relations: each rule bound to the facts that fill its roles, and the quantities it implies.

    growth-from-levels and its selectors  →  r1: now f1, before f2, rate f3

What may fill a role is the business of `checker.selector`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

from checker.comparability import agree
from checker.fact import Fact, Link, is_base, place_of
from checker.interval import ALL, POSITIVE, Interval, above, closed
from checker.lexicon import Lexicon
from checker.measure import WITH
from checker.record import record
from checker.rule import Rule
from checker.selector import Index, Selector, candidates, listed, needs, selectors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.selector import Filled


@record(frozen=True, slots=True)
class Relation:
    id: str  # "r1", in order of the text
    rule: str  # rule id
    roles: tuple[tuple[str, tuple[str, ...]], ...]  # role → ids of the facts that fill it; several where it says many
    inferred: bool = False  # bound by an inference that the wording only suggests
    excuse: str | None = None  # a named reason why it may fail and yet be right
    bound_by: str = "rules"  # or "witness", "witnesses agree"
    formula: str = ""  # of what a witness bound, over figure ids
    words: tuple[str, ...] = ()  # of the article, which license that
    models: tuple[str, ...] = ()  # that stated it


class _Plans:
    """The rules of a pack in the order in which they are bound, and what each asks for: the same for every article."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        # Those that imply quantities first: what they imply may fill the roles of the others.
        self.ordered = sorted(rules, key=lambda rule: not any(role.implied for role in rule.roles))
        self.needs = {rule.id: needs(rule) for rule in rules}
        self._selectors: dict[str, tuple[Selector, ...]] = {}

    def selectors(self, rule: Rule) -> tuple[Selector, ...]:
        """A rule → its selectors, taken apart when it is first bound: no article needs every rule's."""
        if rule.id not in self._selectors:
            self._selectors[rule.id] = selectors(rule)
        return self._selectors[rule.id]


_latest: list[_Plans] = []


def _plans(rules: tuple[Rule, ...]) -> _Plans:
    """The rules of a pack → their plans; those of the latest pack are kept, since its articles come one by one."""
    if not _latest or _latest[0].rules is not rules:
        _latest[:] = [_Plans(rules)]
    return _latest[0]


class Binder:
    """The facts of one article, and what rules imply of them."""

    def __init__(self, facts: tuple[Fact, ...], lexicon: Lexicon) -> None:
        self.index = Index(facts, lexicon)
        places = [fact.place for fact in facts if fact.place]
        self.place = max(dict.fromkeys(places), key=places.count, default="")  # whose figures the article is about
        self.base_of: dict[str, str] = {}  # implied base → the frame that states the change from it

    @property
    def facts(self) -> dict[str, Fact]:
        """All facts by id, implied ones behind those of the article."""
        return self.index.facts

    def bind(self, rules: tuple[Rule, ...]) -> tuple[Relation, ...]:
        """Rules → their relations, those that imply quantities first, in order of rule and text."""
        plans = _plans(rules)
        found: list[Relation] = []
        for rule in plans.ordered:
            if self.index.meets(plans.needs[rule.id]):
                found.extend(self._relations(rule, plans.selectors(rule), len(found)))
        return tuple(found)

    def _relations(self, rule: Rule, roles: tuple[Selector, ...], count: int) -> Iterator[Relation]:
        seen: set[tuple[tuple[str, ...], ...]] = set()
        for filled in self._fill(roles, {}):
            key = tuple(tuple(fact.id for fact in facts) for facts in filled.values())
            if key not in seen and len({i for ids in key for i in ids}) == sum(map(len, key)):
                seen.add(key)
                count += 1
                facts = [fact for some in filled.values() for fact in some]
                yield Relation(f"r{count}", rule.id, tuple(zip(filled, key, strict=True)), _is_inferred(facts))

    def _fill(self, roles: tuple[Selector, ...], filled: Filled) -> Iterator[Filled]:
        """The selectors of a rule and the roles filled so far → every way to fill the others too."""
        if len(filled) == len(roles):
            yield filled
            return
        selector = roles[len(filled)]
        for facts in self._candidates(selector, filled):
            if _agree(selector, facts, filled):
                yield from self._fill(roles, {**filled, selector.role.name: facts})

    def _candidates(self, selector: Selector, filled: Filled) -> Iterable[tuple[Fact, ...]]:
        if selector.source == "implied":
            return ((self._implied(selector, filled),),)
        if selector.source == "parts_of":
            return self._parts(selector, filled)
        return candidates(selector, filled, self.index)

    def _parts(self, selector: Selector, filled: Filled) -> Iterator[tuple[Fact, ...]]:
        """All parts of a whole by the lexicon, the nearest mention of each that is comparable with the whole."""
        whole = filled[selector.of][0]
        options = selector.options
        for partition in self.index.lexicon.partitions.get(whole.measure, ()):
            if partition.kind != options.get("kind", "sum") or not self._is_of(whole.place) or self._in_row(whole):
                continue
            if whole.aspect == "level" and whole.figure is not None and whole.figure.unit == "percent":
                continue  # growth that was expected is no part of a change
            names = partition.parts if selector.role.many else (partition.parts[int(str(options["part"]))],)
            nearest = [self._nearest(whole, name) for name in names]
            parts = tuple(fact for fact in nearest if fact is not None)
            if len(parts) < len(nearest) or any(self._nearest(fact, whole.measure) is not whole for fact in parts):
                continue
            if whole.place.startswith(WITH) and any(fact.place != whole.place for fact in parts):
                continue  # a deficit with one country is none of all exports and imports
            if partition.kind != "balance" or all(abs(fact.sentence - whole.sentence) <= _NEAR for fact in parts):
                yield parts

    @cached_property
    def _printed(self) -> frozenset[tuple[int, int]]:
        """The sentence and the chunk of every figure."""
        return frozenset((one.sentence, one.chunk) for one in self.facts.values() if one.figure is not None)

    def _is_of(self, place: str) -> bool:
        """Is a whole of the place that the article is about, of no place told, or of trade with one partner?"""
        return place in ("", self.place) or place.startswith(WITH)

    def _in_row(self, fact: Fact) -> bool:
        """Does it stand next to another figure with nothing between: in a row of a table that lost its lines?"""
        beside = {(fact.sentence, fact.chunk - 1), (fact.sentence, fact.chunk + 1)}
        return fact.chunk >= 0 and not beside.isdisjoint(self._printed)

    def _nearest(self, whole: Fact, measure: str) -> Fact | None:
        options = [
            fact
            for fact in self.index.by_aspect.get(whole.aspect, ())
            if fact.measure == measure
            and fact.place in ("", whole.place, self.place)
            and not is_base(fact)
            and not self._in_row(fact)
            and all(agree(whole, fact, what) for what in _ONE_TABLE)
        ]
        return min(options, key=lambda fact: (abs(place_of(fact) - place_of(whole)), place_of(fact)), default=None)

    def _implied(self, selector: Selector, filled: Filled) -> Fact:
        """A hidden quantity: one for each link to each fact, or one for a period and the units under `key`."""
        of = filled[selector.of][0]
        (kind,) = selector.kinds
        if "key" in selector.options:  # an exchange rate
            units = [filled[name][0].figure for name in listed(selector.options["key"])]
            pair = "/".join(figure.unit for figure in units if figure is not None)
            return self._hidden(f"{kind}:{pair}{of.period and ':'}{of.period}", selector, of)
        known = self.index.linked.get((of.id, kind), [])
        name = f"{kind}:{of.id}"
        if "by" in selector.options:
            # Two changes of one level have one base only where one phrase states both ("up 1.20, or 4 percent").
            frame = filled[str(selector.options["by"])][0].frame
            first = self.base_of.setdefault(known[0].id if known else name, frame)
            if known and first != frame:
                return self._hidden(f"{name}:{frame}", selector, of)
        return known[0] if known else self._hidden(name, selector, of)

    def _hidden(self, name: str, selector: Selector, of: Fact) -> Fact:
        if name not in self.facts:
            domain = _DOMAINS.get(selector.role.domain, ALL)
            period = of.period if selector.options.get("period") == "own" else "~base"
            (kind,) = selector.kinds
            aspect = str(selector.options.get("aspect", kind))
            links = (Link(of.id, kind),)
            self.index.add(
                Fact(name, None, domain, domain, of.measure, of.place, period, aspect, of.basis, of.modality, links)
            )
        return self.facts[name]


def _is_inferred(facts: list[Fact]) -> bool:
    """Are facts of a relation tied by what their surroundings suggest, and not by their own wording?"""
    ids = {fact.id for fact in facts}
    return any(link.to in ids and link.as_ in _INFERRED for fact in facts for link in fact.links)


def _agree(selector: Selector, facts: tuple[Fact, ...], filled: Filled) -> bool:
    """Whether the facts for a role agree with the first role in all that the rule demands."""
    if not selector.same:
        return True
    anchor = next(iter(filled.values()))[0]
    return all(test(anchor, fact) for fact in facts for test in selector.same)


# Links that make a contradiction a warning.
_INFERRED = ("echo-of", "in-place-of", "likely-low-of", "may-share-whole", "outcome-unsaid")
_ONE_TABLE = ("unit", "printed-period", "part-place", "basis", "modality")  # in what the parts of a whole agree with it
_NEAR = 2  # sentences between a balance and its sides
_ZERO = Fraction(0)
_DOMAINS: dict[str, Interval] = {
    "positive": POSITIVE,
    "non-negative": above(_ZERO, open_end=False),
    "percent": closed(_ZERO, Fraction(100)),
    "growth": above(Fraction(-100), open_end=False),
}
