"""Rules bound to facts: which relations come of them, in which order, and what they imply."""

from __future__ import annotations

from made import fact

from checker import lexicon
from checker.fact import Fact, Link
from checker.record import replace
from checker.relation import Binder, Relation
from checker.rule import Role, Rule

LEXICON = lexicon.load()


def role(name: str, /, many: bool = False, implied: bool = False, domain: str = "", **select: object) -> Role:
    """A name and a select table → the role."""
    return Role(name, many, implied, domain, tuple(sorted(select.items())))


def rule(name: str, *roles: Role, same: tuple[str, ...] = ()) -> Rule:
    """An id and roles → the rule."""
    return Rule(name, "balance", "", "error", (), "", roles[0].name, same, roles)


def bound(facts: tuple[Fact, ...], *rules: Rule) -> list[str]:
    """Facts and rules → the relations, each as one line."""
    return [shown(one) for one in Binder(facts, LEXICON).bind(rules)]


def shown(one: Relation) -> str:
    """A relation → "r1 growth now=f1 before=f2"."""
    return " ".join([one.id, one.rule, *(f"{name}={'+'.join(ids)}" for name, ids in one.roles)])


def linked(name: str, text: str, *links: tuple[str, str], measure: str = "", aspect: str = "") -> Fact:
    """A fact with links, each of a kind to an id."""
    made = replace(fact(name, text), links=tuple(Link(to, kind) for kind, to in links), measure=measure)
    return replace(made, aspect=aspect) if aspect else made


NOW = linked("f1", "9 million", measure="exports")
BEFORE = linked("f2", "8 million", ("from", "f1"), measure="exports")
RATE = linked("f3", "12.5%", ("change-of", "f1"))
GROWTH = rule(
    "growth",
    role("now", aspect="level"),
    role("before", link="from", of="now"),
    role("rate", link="change-of", of="now"),
)


def test_no_fact_no_relation() -> None:
    assert bound((), GROWTH) == []


def test_a_role_that_nothing_fills_keeps_the_rule_silent() -> None:
    assert bound((NOW, BEFORE), GROWTH) == []
    assert bound((NOW, RATE), GROWTH) == []


def test_every_role_is_filled() -> None:
    assert bound((NOW, BEFORE, RATE), GROWTH) == ["r1 growth now=f1 before=f2 rate=f3"]


def test_each_way_to_fill_a_role_is_a_relation() -> None:
    again = linked("f4", "13%", ("change-of", "f1"))
    assert bound((NOW, BEFORE, RATE, again), GROWTH) == [
        "r1 growth now=f1 before=f2 rate=f3",
        "r2 growth now=f1 before=f2 rate=f4",
    ]


def test_no_fact_fills_two_roles() -> None:
    assert bound((NOW,), rule("pair", role("a", aspect="level"), role("b", aspect="level"))) == []


def test_what_differs_from_the_first_role_forbids_the_relation() -> None:
    growth = replace(GROWTH, same=("measure",))
    silent = (NOW, replace(BEFORE, measure="imports"), replace(RATE, measure="exports"))
    assert bound(silent, growth) == []
    assert len(bound((NOW, BEFORE, replace(RATE, measure="exports")), growth)) == 1


def test_a_role_may_take_a_list() -> None:
    parts = [linked(f"f{n}", f"{n} million", ("part-of", "f1")) for n in (4, 5)]
    sums = rule("parts", role("whole", aspect="level"), role("part", many=True, link="part-of", of="whole", least=2))
    assert bound((NOW, *parts), sums) == ["r1 parts whole=f1 part=f4+f5"]
    assert bound((NOW, parts[0]), sums) == []


def measured(**amounts: str) -> list[Fact]:
    """Measures and their amounts → their facts, f1 first."""
    rows = enumerate(amounts.items(), 1)
    return [linked(f"f{n}", text, measure=measure) for n, (measure, text) in rows]


def test_parts_of_a_whole_by_the_lexicon() -> None:
    sums = rule("trade", role("total", aspect="level"), role("part", many=True, parts_of="total", kind="sum"))
    whole, exports, imports = measured(trade="9 million", exports="5 million", imports="4 million")
    assert bound((whole, exports, imports), sums) == ["r1 trade total=f1 part=f2+f3"]
    assert bound((whole, exports), sums) == []
    assert bound((whole, exports, replace(imports, period="2018")), sums) == []
    assert bound((whole, exports, replace(imports, links=(Link("f2", "from"),))), sums) == []


def test_a_balance_is_made_of_mentions_close_by() -> None:
    balance = rule(
        "balance",
        role("balance", aspect="level"),
        role("more", parts_of="balance", kind="balance", part=0),
        role("less", parts_of="balance", kind="balance", part=1),
    )
    sides = {"trade-surplus": "1 million", "exports": "5 million", "imports": "4 million"}
    surplus, exports, imports = measured(**sides)
    assert bound((surplus, exports, imports), balance) == ["r1 balance balance=f1 more=f2 less=f3"]
    assert bound((surplus, exports, replace(imports, sentence=5)), balance) == []


BASE = rule(
    "base",
    role("now", aspect="level"),
    role("rate", link="change-of", of="now"),
    role("prior", implied=True, domain="positive", link="prior", of="now"),
)


def test_an_implied_role_makes_one_hidden_fact() -> None:
    binder = Binder((NOW, RATE), LEXICON)
    assert [shown(one) for one in binder.bind((BASE,))] == ["r1 base now=f1 rate=f3 prior=prior:f1"]
    hidden = binder.facts["prior:f1"]
    assert (hidden.figure, hidden.measure, hidden.aspect, hidden.period) == (None, "exports", "prior", "~base")
    assert hidden.interval.low == 0
    assert hidden.links == (Link("f1", "prior"),)


def test_two_rules_share_what_they_imply() -> None:
    relations = bound((NOW, RATE), BASE, replace(BASE, id="again"))
    assert relations == ["r1 base now=f1 rate=f3 prior=prior:f1", "r2 again now=f1 rate=f3 prior=prior:f1"]


def test_rules_that_imply_come_first_whatever_their_order() -> None:
    uses = rule("uses", role("now", aspect="level"), role("prior", link="prior", of="now"))
    assert bound((NOW, RATE), uses, BASE) == [
        "r1 base now=f1 rate=f3 prior=prior:f1",
        "r2 uses now=f1 prior=prior:f1",
    ]


def test_two_changes_have_one_base_only_where_one_phrase_states_both() -> None:
    base = replace(
        BASE,
        roles=(*BASE.roles[:2], role("prior", implied=True, domain="positive", link="prior", of="now", by="rate")),
    )
    other = linked("f4", "13%", ("change-of", "f1"))
    one_phrase = (NOW, replace(RATE, frame="up"), replace(other, frame="up"))
    assert [line.rpartition("=")[2] for line in bound(one_phrase, base)] == ["prior:f1", "prior:f1"]
    two_phrases = (NOW, replace(RATE, frame="up"), replace(other, frame="noun"))
    assert [line.rpartition("=")[2] for line in bound(two_phrases, base)] == ["prior:f1", "prior:f1:noun"]


def test_a_common_quantity_has_the_units_for_its_name() -> None:
    converted = linked("f2", "8 million", ("same-as", "f1"), aspect="conversion")
    common = rule(
        "exchange",
        role("converted", aspect="conversion"),
        role("original", target="same-as", of="converted"),
        role("common", implied=True, link="common-rate", of="converted", key=("original", "converted")),
    )
    facts = [
        replace(one, figure=replace(one.figure, unit=unit))
        for one, unit in ((NOW, "EUR"), (converted, "USD"))
        if one.figure
    ]
    assert bound(tuple(facts), common) == ["r1 exchange converted=f2 original=f1 common=common-rate:EUR/USD"]


def test_another_pack_is_bound_by_its_own_rules() -> None:
    facts = (NOW, BEFORE, RATE)
    assert len(bound(facts, GROWTH)) == 1
    assert bound(facts, rule("growth", role("now", aspect="share"))) == []
    assert len(bound(facts, GROWTH)) == 1
