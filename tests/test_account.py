"""The account: every figure ends in one state, and the state says why."""

from __future__ import annotations

from made import fact

from checker.account import account
from checker.figure import Figure
from checker.finding import Checked
from checker.record import replace
from checker.relation import Relation

FACTS = tuple(replace(fact(f"f{n}", "40"), measure="exports") for n in range(1, 7))
UNREAD = replace(FACTS[5], measure="")


def figure(n: int, ignored: str = "") -> Figure:
    """A number → the figure of that fact."""
    found = FACTS[n - 1].figure
    assert found is not None
    return replace(found, ignored=ignored)


def checked(rule: str, *ids: str) -> Checked:
    """A rule and fact ids → a relation over them that holds."""
    return Checked(Relation("r1", rule, (("one", ids),)), "consistent", "", (), ())


def test_every_figure_ends_in_one_state() -> None:
    figures = (figure(1), figure(2), figure(3, "a house number"), figure(4), figure(5), figure(6))
    relations = (
        checked("sums", "f1", "f2"),
        checked("rates", "f1"),
        checked("sums", "f1"),
        checked("bases", "f4", "b:f4"),
    )
    states = account(figures, (*FACTS[:4], UNREAD), relations)
    assert [(one.figure, one.state, one.why) for one in states] == [
        ("f1", "checked", "sums, rates"),
        ("f2", "checked", "sums"),
        ("f3", "ignored", "a house number"),
        ("f4", "implied", "bases"),  # a relation with a quantity that is not printed checks nothing
        ("f5", "unchecked", "what it measures was not understood"),  # no fact was made of it
        ("f6", "unchecked", "what it measures was not understood"),
    ]


def test_a_figure_that_was_understood_and_stands_alone() -> None:
    (state,) = account((figure(1),), FACTS, ())
    assert (state.state, state.why) == ("unchecked", "nothing in the article can be set against it")


def test_nothing_is_accounted_for_in_an_article_without_figures() -> None:
    assert account((), (), ()) == ()
