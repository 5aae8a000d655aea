from __future__ import annotations

import reports_by_hand as hand

from checker.assumption import assumptions
from checker.record import replace

FACTS = {fact.id: fact for fact in hand.BROKEN.facts}
ROLES = {"f1": "total", "f3": "parts", "f4": "parts"}


def test_nothing_is_made_up_about_figures_that_say_nothing() -> None:
    bare = {name: replace(fact, period="", place="", basis="") for name, fact in FACTS.items()}
    assert assumptions(["f1", "f3"], {}, bare, ()) == []
    assert assumptions(["f1"], {}, FACTS, ()) == [], "one figure agrees with itself"
    apart = {"f1": FACTS["f1"], "f3": replace(FACTS["f3"], period="2030", place="Brill")}
    assert assumptions(["f1", "f3"], {}, apart, ()) == []
    assert assumptions(["f1", "f3"], {}, {n: replace(f, period="~base", place="") for n, f in FACTS.items()}, ()) == []


def test_roles_come_first_then_what_all_share() -> None:
    assert assumptions(hand.ERROR.figures, ROLES, FACTS, (hand.SUM,)) == [
        "“41.67 million tonnes” is taken as total",
        "“23.77 million tonnes” and “17.99 million tonnes” are taken as parts",
        "all are for 2031",
        "all are about Alden",
    ]


def test_a_guess_is_said_first() -> None:
    found = assumptions(hand.NOTE.figures, {"f7": "share"}, FACTS, (hand.SHARE,))
    assert found[0] == "they belong together, which the wording only suggests"


def test_many_figures_of_one_role_are_counted() -> None:
    many = dict.fromkeys(("f1", "f3", "f4", "f5", "f7", "f8"), "parts")
    (sentence, *_) = assumptions(list(many), many, FACTS, ())
    assert sentence.endswith("“1.4 percent” and 2 more are taken as parts")
