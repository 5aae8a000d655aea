"""Facts and rules → relations: each rule bound to the facts that fill its roles, and the quantities it implies.

A rule file says for each role what fills it:

    aspect = "change-rate"            the fact's aspect (or a list of them)
    link = "from", of = "now"         the fact that stands in that link to the role `of`
    target = "change-of", of = "rate" the fact that the role `of` stands in that link to
    parts_of = "total", kind = "sum"  the parts of the measure of `of`, all of them, by the lexicon's partitions
    alone = true                      with link: only if no other fact of the aspect has that link
    alike = "original"                of one unit with that role
    spans = "rate"                    a stretch of months that holds that role's month
    of_each = "part"                  with link: one fact for each fact of a role with many
    implied = true                    not printed; one hidden quantity for each fact of the role `of` and each link

`same` lists what must agree with the first role: an attribute that both print and that differs forbids the relation.
"""

from __future__ import annotations

from fractions import Fraction

from checker.comparability import agree
from checker.fact import Fact, Link
from checker.interval import ALL, POSITIVE, Interval, above, closed
from checker.lexicon import Lexicon
from checker.period import within
from checker.record import record
from checker.rule import Role, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@record(frozen=True, slots=True)
class Relation:
    id: str  # "r1", in order of the text
    rule: str  # rule id
    roles: tuple[tuple[str, tuple[str, ...]], ...]  # role → ids of the facts that fill it; several only where the rule says many
    inferred: bool = False  # bound by an inference that the wording only suggests
    excuse: str | None = None  # a named reason why it may fail and yet be right


_Bound = dict[str, tuple[Fact, ...]]


class Binder:
    """The facts of one article, indexed by aspect and by link, growing by what rules imply."""

    def __init__(self, facts: tuple[Fact, ...], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.facts: dict[str, Fact] = {}
        self.by_aspect: dict[str, list[Fact]] = {}
        self.linked: dict[tuple[str, str], list[Fact]] = {}  # (target, kind) → facts that link to it
        self.base_of: dict[str, str] = {}  # implied base → the frame that states the change from it
        for fact in facts:
            self.add(fact)

    def add(self, fact: Fact) -> None:
        self.facts[fact.id] = fact
        self.by_aspect.setdefault(fact.aspect, []).append(fact)
        for link in fact.links:
            self.linked.setdefault((link.to, link.as_), []).append(fact)

    def bind(self, rules: tuple[Rule, ...]) -> tuple[Relation, ...]:
        """Rules → their relations, those that imply quantities first, in order of rule and text."""
        found: list[Relation] = []
        for implying in (True, False):
            for rule in rules:
                if any(role.implied for role in rule.roles) == implying:
                    found.extend(self._relations(rule, len(found)))
        return tuple(found)

    def _relations(self, rule: Rule, count: int) -> Iterator[Relation]:
        seen: set[tuple[tuple[str, ...], ...]] = set()
        for bound in self._fill(rule, 0, {}):
            roles = tuple((name, tuple(f.id for f in facts)) for name, facts in bound.items())
            key = tuple(ids for _, ids in roles)
            if key not in seen and len({i for ids in key for i in ids}) == sum(map(len, key)):
                seen.add(key)
                count += 1
                yield Relation(f"r{count}", rule.id, roles)

    def _fill(self, rule: Rule, n: int, bound: _Bound) -> Iterator[_Bound]:
        if n == len(rule.roles):
            yield bound
            return
        role = rule.roles[n]
        for facts in self._candidates(role, bound):
            if self._may(rule, role, facts, bound):
                yield from self._fill(rule, n + 1, {**bound, role.name: facts})

    def _may(self, rule: Rule, role: Role, facts: tuple[Fact, ...], bound: _Bound) -> bool:
        if role.implied or not bound:
            return True
        anchor = next(iter(bound.values()))[0]
        wanted = dict(role.select).get("same", rule.same)
        return all(agree(anchor, fact, what) for fact in facts for what in wanted)  # type: ignore[attr-defined]

    def _candidates(self, role: Role, bound: _Bound) -> Iterator[tuple[Fact, ...]]:
        select = dict(role.select)
        if role.implied:
            yield (self._implied(role, select, bound),)
            return
        if "parts_of" in select:
            yield from self._parts(select, bound, role.many)
            return
        if "of_each" in select:
            chosen = [self._linked(select, fact) for fact in bound[str(select["of_each"])]]
            if all(chosen):
                yield tuple(options[0] for options in chosen)
            return
        options = self._options(select, bound)
        if role.many:
            if len(options) >= int(str(select.get("least", 1))):
                yield tuple(options)
        else:
            yield from ((fact,) for fact in options)

    def _options(self, select: dict[str, object], bound: _Bound) -> list[Fact]:
        if "link" in select:
            found = self._linked(select, bound[str(select["of"])][0])
        elif "target" in select:
            fact = bound[str(select["of"])][0]
            found = [self.facts[link.to] for link in fact.links if link.as_ == select["target"] and link.to in self.facts]
        elif "aspect" in select:
            found = [fact for aspect in _listed(select["aspect"]) for fact in self.by_aspect.get(aspect, ())]
        else:
            found = list(self.facts.values())
        return [fact for fact in found if self._fits(fact, select, bound)]

    def _linked(self, select: dict[str, object], to: Fact) -> list[Fact]:
        found = [fact for kind in _listed(select["link"]) for fact in self.linked.get((to.id, kind), ())]
        found = [fact for fact in found if self._fits(fact, {k: v for k, v in select.items() if k in ("aspect", "kind", "not_basis")}, {})]
        return [] if select.get("alone") and len(found) > 1 else found

    def _fits(self, fact: Fact, select: dict[str, object], bound: _Bound) -> bool:
        figure = fact.figure
        if "aspect" in select and fact.aspect not in _listed(select["aspect"]):
            return False
        if "kind" in select and (figure is None or figure.kind not in _listed(select["kind"])):
            return False
        if "measure" in select and fact.measure.partition(":")[0] not in _listed(select["measure"]):
            return False
        if "measure_kind" in select:
            known = self.lexicon.measures.get(fact.measure.partition(":")[0])
            if known is None or known.kind not in _listed(select["measure_kind"]):
                return False
        if "not_basis" in select and set(fact.basis.split("+")) & set(_listed(select["not_basis"])):
            return False
        if "not_measure" in select and fact.measure.partition(":")[0] in _listed(select["not_measure"]):
            return False
        if "no_link" in select and any((fact.id, kind) in self.linked for kind in _listed(select["no_link"])):
            return False
        if "has_link" in select and not any(link.as_ in _listed(select["has_link"]) for link in fact.links):
            return False
        if "alike" in select and not agree(bound[str(select["alike"])][0], fact, "unit"):
            return False
        if "spans" in select and not within(bound[str(select["spans"])][0].period, fact.period):
            return False
        if "after" in select and self._order(fact) <= self._order(bound[str(select["after"])][0]):
            return False
        return True

    def _order(self, fact: Fact) -> int:
        return -1 if fact.figure is None else fact.figure.start

    def _parts(self, select: dict[str, object], bound: _Bound, many: bool) -> Iterator[tuple[Fact, ...]]:
        """All parts of a whole by the lexicon, the nearest mention of each that is comparable with the whole."""
        whole = bound[str(select["parts_of"])][0]
        head = whole.measure.partition(":")[0]
        for partition in self.lexicon.partitions.get(head, ()):
            if partition.kind != select.get("kind", "sum") or head != whole.measure:
                continue
            names = partition.parts if many else (partition.parts[int(str(select["part"]))],)
            chosen = [self._nearest(whole, name) for name in names]
            if partition.kind == "balance" and any(fact is None or abs(fact.sentence - whole.sentence) > 2 for fact in chosen):
                continue
            if all(fact is not None and self._nearest(fact, head) is whole for fact in chosen):
                yield tuple(fact for fact in chosen if fact is not None)

    def _nearest(self, whole: Fact, measure: str) -> Fact | None:
        same = ("unit", "printed-period", "place", "basis", "modality")
        options = [
            fact
            for fact in self.by_aspect.get(whole.aspect, ())
            if fact.measure == measure and not any(link.as_ in _BASE_LINKS for link in fact.links) and all(agree(whole, fact, what) for what in same)
        ]
        return min(options, key=lambda fact: (abs(self._order(fact) - self._order(whole)), self._order(fact)), default=None)

    def _implied(self, role: Role, select: dict[str, object], bound: _Bound) -> Fact:
        """A hidden quantity: one for each link to each fact, or one for all facts of the same units under `key`."""
        of = bound[str(select["of"])][0]
        kind = str(select["link"])
        if "key" in select:  # an exchange rate
            units = [bound[name][0].figure for name in _listed(select["key"])]
            return self._hidden(f"{kind}:{'/'.join(f.unit for f in units if f is not None)}", role, select, of)
        known = self.linked.get((of.id, kind), [])
        by = str(select.get("by", ""))
        if known and not by:
            return known[0]
        name = f"{kind}:{of.id}" + (f":{bound[by][0].frame}" if known else "")
        # Two changes of one level have one base only where one phrase states both ("up 1.20, or 4 percent").
        if by and self.base_of.setdefault(known[0].id if known else name, bound[by][0].frame) == bound[by][0].frame and known:
            return known[0]
        return self._hidden(name, role, select, of)

    def _hidden(self, name: str, role: Role, select: dict[str, object], of: Fact) -> Fact:
        if name not in self.facts:
            domain = _DOMAINS.get(role.domain, ALL)
            period = of.period if select.get("period") == "own" else "~base"
            kind = str(select["link"])
            aspect = str(select.get("aspect", kind))
            self.add(Fact(name, None, domain, domain, of.measure, of.place, period, aspect, of.basis, of.modality, (Link(of.id, kind),)))
        return self.facts[name]


_BASE_LINKS = ("from", "against", "than", "from-also", "from-extreme", "from-other", "from-quote", "benchmark")


_ZERO = Fraction(0)
_DOMAINS: dict[str, Interval] = {
    "positive": POSITIVE,
    "non-negative": above(_ZERO, open_end=False),
    "percent": closed(_ZERO, Fraction(100)),
    "growth": above(Fraction(-100), open_end=False),
}


def _listed(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else (str(value),)
