"""One role of a rule → what fills it: where its facts are looked for, and what each of them must be.

    aspect = "change-rate"            the fact's aspect (or a list of them)
    link = "from", of = "now"         the fact that stands in that link to the role `of`
    target = "change-of", of = "rate" the fact that the role `of` stands in that link to
    parts_of = "total", kind = "sum"  the parts of the measure of `of`, all of them, by the lexicon's partitions
    alone = true                      with link: only if no other fact of the aspect has that link
    sign = "positive"                 not below nought
    alike = "original"                of one unit with that role
    spans = "rate"                    a stretch of months that holds that role's month
    of_each = "part"                  with link: one fact for each fact of a role with many
    implied = true                    not printed; one hidden quantity for each fact of the role `of` and each link

`same` lists what must agree with the first role: an attribute that both print and that differs forbids the relation.
"""

from __future__ import annotations

from checker.comparability import agree, agreement
from checker.fact import Fact, is_negative, place_of
from checker.lexicon import Lexicon
from checker.measure import head_of
from checker.period import within
from checker.record import record
from checker.rule import Role, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checker.comparability import Agreement

    Filled = dict[str, tuple[Fact, ...]]  # role → facts, for the roles before
    Needs = tuple[tuple[bool, frozenset[str]], ...]
    Test = Callable[[Fact, tuple[str, ...], Filled, "Index"], bool]


class Index:
    """The facts of one article by id, by aspect and by link, growing by what rules imply."""

    def __init__(self, facts: tuple[Fact, ...], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.facts: dict[str, Fact] = {}
        self.by_aspect: dict[str, list[Fact]] = {}
        self.linked: dict[tuple[str, str], list[Fact]] = {}  # (target, kind) → facts that link to it
        self.kinds: set[str] = set()  # of links
        for fact in facts:
            self.add(fact)

    def add(self, fact: Fact) -> None:
        """A fact → findable from now on."""
        self.facts[fact.id] = fact
        self.by_aspect.setdefault(fact.aspect, []).append(fact)
        for link in fact.links:
            self.linked.setdefault((link.to, link.as_), []).append(fact)
            self.kinds.add(link.as_)

    def meets(self, wanted: Needs) -> bool:
        """Whether there are facts of each aspect and with each link that a rule cannot do without."""
        return not any(names.isdisjoint(self.by_aspect if of_aspect else self.kinds) for of_aspect, names in wanted)


@record(frozen=True, slots=True)
class Selector:
    """A role with its select table taken apart."""

    role: Role
    options: Mapping[str, object]  # the select table
    source: str  # where its facts come from: implied, parts_of, of_each, link, target, aspect, or "" for all facts
    of: str  # the role that this refers to
    kinds: tuple[str, ...]  # of the link, or of the target
    linked: tuple[tuple[Test, tuple[str, ...]], ...]  # what a linked fact must be to count as one of its kind
    tests: tuple[tuple[Test, tuple[str, ...]], ...]  # what else a fact must be
    same: tuple[Agreement, ...]  # in what it must agree with the first role


def selectors(rule: Rule) -> tuple[Selector, ...]:
    """A rule → a selector for each of its roles."""
    return tuple(_selector(role, rule) for role in rule.roles)


def _selector(role: Role, rule: Rule) -> Selector:
    options = dict(role.select)
    source = "implied" if role.implied else next((key for key in _SOURCES if key in options), "")
    keys = [key for key in TESTS if key in options and key != source]
    linked = [key for key in keys if key in _OF_LINKED and source in ("link", "of_each")]
    others = [] if source == "of_each" else [key for key in keys if key not in linked]
    agreed = () if role.implied or role is rule.roles[0] else listed(options.get("same", rule.same))
    return Selector(
        role=role,
        options=options,
        source=source,
        of=str(options.get(source if source in ("parts_of", "of_each") else "of", "")),
        kinds=listed(options.get("target" if source == "target" else "link", ())),
        linked=tuple((TESTS[key], listed(options[key])) for key in linked),
        tests=tuple((TESTS[key], listed(options[key])) for key in others),
        same=tuple(agreement(what) for what in agreed),
    )


_SOURCES = ("parts_of", "of_each", "link", "target", "aspect")
_OF_LINKED = ("aspect", "kind", "not_basis")


def candidates(selector: Selector, filled: Filled, index: Index) -> list[tuple[Fact, ...]]:
    """A role that is found by aspect or link, and the roles before → each way to fill it."""
    if selector.source == "of_each":
        each = [linked(selector, fact, index) for fact in filled[selector.of]]
        return [tuple(options[0] for options in each)] if all(each) else []
    found = _found(selector, filled, index)
    for test, wanted in selector.tests:
        found = [fact for fact in found if test(fact, wanted, filled, index)]
    if selector.role.many:
        return [tuple(found)] if len(found) >= int(str(selector.options.get("least", 1))) else []
    return [(fact,) for fact in found]


def _found(selector: Selector, filled: Filled, index: Index) -> list[Fact]:
    if selector.source == "link":
        return linked(selector, filled[selector.of][0], index)
    if selector.source == "target":
        (kind,) = selector.kinds
        links = filled[selector.of][0].links
        return [index.facts[link.to] for link in links if link.as_ == kind and link.to in index.facts]
    if selector.source == "aspect":
        aspects = listed(selector.options["aspect"])
        return [fact for aspect in aspects for fact in index.by_aspect.get(aspect, ())]
    return list(index.facts.values())


def linked(selector: Selector, to: Fact, index: Index) -> list[Fact]:
    """A role that is found by link and the fact linked to → the facts that may fill it."""
    found = [fact for kind in selector.kinds for fact in index.linked.get((to.id, kind), ())]
    for test, wanted in selector.linked:
        found = [fact for fact in found if test(fact, wanted, {}, index)]
    return [] if len(found) > 1 and selector.options.get("alone") else found


def needs(rule: Rule) -> Needs:
    """A rule → what some fact must have for it to bind: (True, aspects) or (False, kinds of link), for role after role.

    What comes behind an implied role may be met by what that implies.
    """
    found: list[tuple[bool, frozenset[str]]] = []
    for role in rule.roles:
        if role.implied:
            break
        options = dict(role.select)
        if "of_each" in options or "parts_of" in options or not options.get("least", 1):
            continue
        found += [(key == "aspect", frozenset(listed(options[key]))) for key in _NEEDED if key in options]
    return tuple(found)


_LINKS = ("link", "target", "has_link")
_NEEDED = (*_LINKS, "aspect")


def links_of(rule: Rule) -> frozenset[str]:
    """A rule → the kinds of link that its roles ask for."""
    asked = (listed(value) for role in rule.roles for key, value in role.select if key in _LINKS)
    return frozenset(kind for kinds in asked for kind in kinds)


def listed(value: object) -> tuple[str, ...]:
    """A word or a list of them → the words."""
    return tuple(value) if isinstance(value, (list, tuple)) else (str(value),)


def _of_measure_kind(fact: Fact, wanted: tuple[str, ...], _filled: Filled, index: Index) -> bool:
    known = index.lexicon.measures.get(head_of(fact.measure))
    return known is not None and known.kind in wanted


# Key of a select table → does a fact fit its words, given the roles before and all facts?
TESTS: dict[str, Test] = {
    "aspect": lambda fact, wanted, _filled, _index: fact.aspect in wanted,
    "kind": lambda fact, wanted, _filled, _index: fact.figure is not None and fact.figure.kind in wanted,
    "measure": lambda fact, wanted, _filled, _index: head_of(fact.measure) in wanted,
    "measure_kind": _of_measure_kind,
    "not_basis": lambda fact, wanted, _filled, _index: not set(fact.basis.split("+")) & set(wanted),
    "not_measure": lambda fact, wanted, _filled, _index: head_of(fact.measure) not in wanted,
    "sign": lambda fact, wanted, _filled, _index: ("negative" if is_negative(fact.interval) else "positive") in wanted,
    "no_link": lambda fact, wanted, _filled, index: not any((fact.id, kind) in index.linked for kind in wanted),
    "has_link": lambda fact, wanted, _filled, _index: any(link.as_ in wanted for link in fact.links),
    "alike": lambda fact, wanted, filled, _index: agree(filled[wanted[0]][0], fact, "unit"),
    "spans": lambda fact, wanted, filled, _index: within(filled[wanted[0]][0].period, fact.period),
    "after": lambda fact, wanted, filled, _index: place_of(fact) > place_of(filled[wanted[0]][0]),
}
