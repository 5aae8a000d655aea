"""Parts that one sentence tells of a figure of the sentence before: which are tied, and which are left alone."""

from __future__ import annotations

import pytest

from checker import check

SILENT = (
    "The fund sold 9 billion crowns in bonds and 4 billion crowns in shares. Of that, 10 billion crowns was abroad.",
    "The fund sold 4 billion crowns in bonds. Nobody said why. Of that, 10 billion crowns was abroad.",
    "The town has 30 shops. Of that total, 900 crowns was spent.",
    "The town has 30 shops. They included 40 children.",
    "Some 28 of the 33 ships sailed. The other 12 captains waited.",
)

TIED = (
    ("The fund sold 4 billion crowns in bonds. Of that amount, 1.5 billion crowns went abroad.", "part-within-whole"),
    ("The survey asked 946 firms. Of those, 480 gave pay raises.", "part-within-whole"),
    ("The maker sold 6,200 cars. Some 4,400 of those cars went to Arden.", "part-within-whole"),
    ("The debt is $10 billion. Of the total, $7 billion is due. The remaining $3 billion is late.", "remainder"),
)


@pytest.mark.parametrize("text", SILENT)
def test_what_may_mean_another_figure_is_left_alone(text: str) -> None:
    report = check(text)
    facts = {fact.id: fact.sentence for fact in report.facts}
    across = [one for one in report.checked if len({facts[i] for _, ids in one.relation.roles for i in ids}) > 1]
    assert across == []


@pytest.mark.parametrize("text, rule", TIED)
def test_a_part_is_tied_to_the_sentence_before(text: str, rule: str) -> None:
    assert rule in {one.relation.rule for one in check(text).checked if one.verdict == "consistent"}
