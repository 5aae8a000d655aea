"""What holds water of a statement: numbers that are there, words that stand in the text, units that go together."""

from __future__ import annotations

import pytest
from copydesk import ARTICLE, CHAIN, STATED, related, stated_of

from checker.mask import mask

ACCEPTED = [
    ("n3 < n2", "of them for welders", "f3 < f2"),
    ("n1 == n2", "Openings at the yards", "f1 == f2"),
    ("100 * n5 == n6 * (100 + n4)", "rose ⟦n4⟧ percent", "100 * f5 == f6 * (100 + f4)"),
    ("n8 == n9 - n7", "was ⟦n8⟧ years old in", "f8 == f9 - f7"),
    ("n3 > 0 * n2", "for welders", "f3 > 0 * f2"),
]


def test_the_article_reads_as_the_tests_mean_it() -> None:
    assert "was ⟦n8⟧ years old in ⟦n9⟧. ⟦n10⟧ others, first Brenn and then Corve" in mask(ARTICLE).text


@pytest.mark.parametrize("expression, words, shown", ACCEPTED)
def test_claims_that_hold_water(expression: str, words: str, shown: str) -> None:
    found = related(expression, words)
    assert found.dropped == ()
    assert [item.shown for item in found.accepted] == [shown]


def test_words_come_back_as_the_article_has_them() -> None:
    (item,) = related("100 * n5 == n6 * (100 + n4)", "RENTS in  Varn rose ⟦n4⟧ percent").accepted
    assert item.words == ("Rents in Varn rose 4 percent",)


def test_a_chain_binds_every_two_of_its_figures() -> None:
    found = stated_of({"chains": [CHAIN | {"ids": ["n1", "n2", "n3"]}]})
    assert [item.shown for item in found.accepted] == ["f1 == f2", "f1 == f3", "f2 == f3"]
    assert {item.rule.family for item in found.accepted} == {"restatement"}


def test_comparisons_in_a_row_are_taken_apart() -> None:
    assert [item.shown for item in related("n3 < n2 <= n1", "for welders").accepted] == ["f3 < f2", "f2 <= f1"]


def test_names_are_counted() -> None:
    named = {"id": "n10", "items": ["Brenn", "Corve"], "words": ["⟦n10⟧ others, first Brenn and then Corve"]}
    (item,) = stated_of({"counts": [named]}).accepted
    assert item.rule.formulas[0].comparisons == ("f10 == 2",)
    assert item.rule.message == "{f10} does not count the 2 that are named"


def test_a_rule_with_its_roles() -> None:
    stated = {
        "rule": "growth-from-levels",
        "roles": {"now": ["n5"], "before": "n6", "rate": ["n4"]},
        "words": ["rose ⟦n4⟧ percent to ⟦n5⟧ crowns from"],
    }
    (item,) = stated_of({"relations": [stated]}).accepted
    assert item.rule.id == "growth-from-levels"
    assert item.roles == (("now", ("f5",)), ("before", ("f6",)), ("rate", ("f4",)))


def test_a_fall_is_what_is_printed() -> None:
    text = "The price fell 20 percent to 80 crowns from 100 crowns."
    found = related("100 * n2 == n3 * (100 - n1)", "fell ⟦n1⟧ percent", text=text)
    assert [item.rule.formulas[0].comparisons for item in found.accepted] == [("100 * f2 == f3 * (100 - (-f1))",)]


DROPPED = [
    ("n1 == n99", "Openings", "there is no n99"),
    ("n1 == n2", "no such words", "does not stand in the text"),
    ("n7 < n9", "Openings at the yards", "another paragraph than all of the numbers"),
    ("n5 == n4", "rose ⟦n4⟧ percent", "are added or compared"),
    ("n5 == n6 + n4", "rose ⟦n4⟧ percent", "are added or compared"),
    ("n1 == n1", "Openings", "two different figures"),
    ("n1 > 3", "Openings", "two different figures"),
    ("n4 == 4", "rose ⟦n4⟧ percent", "two different figures"),
    ("n1 == n2 + 5200000", "Openings", "a number of its own, 5200000"),
    ("n1 == n2 + 5_2", "Openings", "a number of its own"),
    ("n1 == n2 * 7", "Openings", "a number of its own, 7"),
    ("n1 == n2 * 1.5", "Openings", "decimals are not exact"),
    ("n1 == n2 * 0x41", "Openings", "a number of its own, 65"),
    ("n1 == n2 * 1e9", "Openings", "decimals are not exact"),
    ("n1 == n2 * (100 * 100 + 4 * 12)", "Openings", "more than 3 numbers"),
    ("n1 == n2 ** 2", "Openings", "powers|are added"),
    ("n1", "Openings", "compares nothing"),
    ("n1 + n2", "Openings", "compares nothing"),
    ("n1 != n2", "Openings", "may compare only"),
    ("n1 == __import__('os').system('true')", "Openings", "not allowed|only these may be called"),
    ("n1 == (lambda: n2)()", "Openings", "not allowed|only these may be called"),
    ("n1 == [n2][0]", "Openings", "not allowed"),
    ("n1 == sum(n2)", "Openings", "takes many"),
    ("n1 == measure", "Openings", "no role has this name"),
    ("n1 == (n2 > n3)", "Openings", "not allowed"),
    ("(" * 90 + "n1" + ")" * 90 + " == n2", "Openings", ""),
    ("n1 == " + "-" * 200 + "n2", "Openings", "nested more than|cannot read"),
    ("n1 == n2 * n3 * n4 * n5", "Openings", "more than 3 figures|are added"),
]


@pytest.mark.parametrize("expression, words, why", DROPPED)
def test_claims_that_do_not(expression: str, words: str, why: str) -> None:
    found = related(expression, words)
    if why:
        assert [item.shown for item in found.accepted] == []
        (drop,) = found.dropped
        assert any(part in drop.why for part in why.split("|")), drop.why


@pytest.mark.parametrize(
    "stated, why",
    [
        ({"rule": "no-such-rule", "roles": {"now": ["n5"]}, "words": ["Rents"]}, "no rule is named"),
        ({"rule": "repeated", "roles": {"first": ["n1"]}, "words": ["Openings"]}, '"again" is not filled'),
        ({"rule": "repeated", "roles": {"first": ["n1"], "x": ["n2"]}, "words": ["Openings"]}, 'no role "x"'),
        (
            {"rule": "repeated", "roles": {"first": ["n1", "n3"], "again": ["n2"]}, "words": ["Openings"]},
            "takes one figure",
        ),
        ({"rule": "repeated", "roles": {"first": "n1", "again": "n1"}, "words": ["Openings"]}, "two different figures"),
        ({"rule": "repeated", "roles": {"first": "n5", "again": "n4"}, "words": ["Rents"]}, "are added or compared"),
    ],
)
def test_rules_that_are_filled_wrongly(stated: dict[str, object], why: str) -> None:
    found = stated_of({"relations": [stated]})
    assert found.accepted == ()
    assert why in found.dropped[0].why


@pytest.mark.parametrize(
    "stated, why",
    [
        ({"id": "n10", "items": ["Brenn", "Nowhere"], "words": ["others"]}, "does not stand in the text"),
        ({"id": "n10", "items": ["Brenn", "welders"], "words": ["others"]}, "different paragraphs"),
        ({"id": "n10", "items": ["Brenn", "brenn"], "words": ["others"]}, "counted twice"),
        ({"id": "n77", "items": ["Brenn"], "words": ["others"]}, "another paragraph|there is no"),
    ],
)
def test_counts_that_do_not_hold(stated: dict[str, object], why: str) -> None:
    (drop,) = stated_of({"counts": [stated]}).dropped
    assert any(part in drop.why for part in why.split("|"))


def test_labels_that_differ_break_a_chain() -> None:
    labels = [{"id": "n1", "aspect": "level"}, {"id": "n2", "aspect": "change"}, {"id": "n55"}]
    found = stated_of({"chains": [CHAIN], "figures": labels})
    assert [drop.why for drop in found.dropped] == [
        "the chain's numbers have different labels, aspect change and level", "no such number",
    ]  # fmt: skip


def test_a_number_that_was_not_read_leaves_the_rest_of_its_chain() -> None:
    found = stated_of({"chains": [CHAIN | {"ids": ["n1", "n2", "n99"]}]})
    assert [item.shown for item in found.accepted] == ["f1 == f2"]
    assert [drop.why for drop in found.dropped] == ["there is no n99 in the text"]


def test_the_whole_statement() -> None:
    found = stated_of(STATED)
    assert found.dropped == ()
    assert len(found.accepted) == 3
    assert {fact.id for fact in found.facts} == {"f1", "f2", "f3", "f4", "f5", "f6"}
