"""What a witness is asked: the same for every slip of digits, the article fenced off as data."""

from __future__ import annotations

import re

from copydesk import ARTICLE, CLEAN

from checker.mask import mask
from checker.prompt import ORDERS, VERSION, prompt
from checker.statement import read_statement
from checker.testimony import STRUCTURAL


def test_it_does_not_hang_on_the_numbers() -> None:
    assert prompt(mask(ARTICLE)) == prompt(mask(CLEAN))


def test_it_shows_the_masked_article_and_each_number_with_its_neighbours() -> None:
    made = prompt(mask(ARTICLE))
    assert mask(ARTICLE).text in made.user
    assert "\nn4: welders. Rents in Varn rose ⟦n4⟧ percent to ⟦n5⟧ crowns from\n" in made.user
    assert not re.search(r"\d", re.sub(r"n\d+", "", made.user))
    assert made.text.startswith(made.system)


def test_two_orders_ask_for_the_same_in_another_way() -> None:
    one, other = (prompt(mask(ARTICLE), order) for order in ORDERS)
    assert one.system == other.system
    assert one.user != other.user
    assert one.user.index("\nn1: ") < one.user.index("\nn9: ")
    assert other.user.index("\nn1: ") > other.user.index("\nn9: ")


def test_the_example_in_it_is_a_statement() -> None:
    system = prompt(mask(ARTICLE)).system
    example = system[system.index("An invented example") :]
    found = read_statement(example)
    assert found.dropped == ()
    assert [claim.shown for claim in found.claims] == [
        "n1 = n3", "n4 > n5", "n3 == n6 + n7", "n2 counts Tolland, Brisk, Hale",
        'one direction: "The valley\'s jobless rate rose" = "an increase that the union"',
    ]  # fmt: skip


def test_it_names_the_numbers_that_are_allowed() -> None:
    system = " ".join(prompt(mask(ARTICLE)).system.split())
    *others, last = sorted(STRUCTURAL)
    assert f"no number but {', '.join(map(str, others))} and {last}" in system
    assert VERSION == "3"
