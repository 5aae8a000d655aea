"""The rule that reports and settings name where a witness related figures by no rule of the pack: "witness", W01.

Nothing is bound by it: its relations come from statements, one by one (`checker.claim`). It is here so that people can
ignore it, cap it and have it explained like any other.
"""

from __future__ import annotations

from checker import finding
from checker.rule import Rule

RULE = finding.WITNESS  # how reports name what a witness bound
CODE = "W01"
WITNESS = Rule(
    id=RULE,
    family=RULE,
    code=CODE,
    severity="warning",
    formulas=(),
    message="",
    conclusion="",
    same=(),
    roles=(),
    docs=(
        (
            "what",
            "Figures that a language model relates, by words of the article that it quotes, agree: one quantity printed"
            " twice, a comparison, a calculation, or a number and the names that it counts; and words that tell of one"
            " movement or name one period.",
        ),
        (
            "why",
            "No list of wordings knows every way of saying that two figures are one. The model reads the article with"
            " its numbers masked, so it says what figures are about and never what they are; the arithmetic is ours.",
        ),
        (
            "known_problems",
            "A model may take two quantities for one, such as a month's and a year's. So a finding is a warning, and an"
            " error only where two statements agree; it shows who was asked and the words that were quoted.",
        ),
        ("reference", "docs/witness.md; crossfoot witness verify shows what was accepted of a statement, and why."),
    ),
)
