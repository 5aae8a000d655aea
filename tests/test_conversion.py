"""Amounts told again in another currency or unit: what is one amount, at which rate, and what only looks like it."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check

PACK = load_pack()
RULES = {"printed-rate", "unit-conversion"}

APART = [
    "The tunnel is 15 miles long and 42 feet high.",
    "It owns between 36 and 1,725 hectares (89 and 4,262 acres).",
    "The cargo was 10 million metric tons (11 million tons).",
    "One share, at $1 = 10 votes, was sold for 4 euros ($5).",
    "The mine cost 3.2 billion crowns ($1.4 billion). ($1 = 0.7489 euros)",
    # Two rates of one pair of currencies: which one is meant?
    "The mine cost 3.2 billion euros ($1.4 billion). ($1 = 0.7489 euros) ($1 = 0.7499 euros)",
    # A chronicle: each entry at the rate of its day.
    "May 3 - Arden buys a mill for 32 million euros ($50 million). June 4 - It sells it for 41 million euros ($50"
    " million). July 5 - It pays 2.0 million euros ($3.1 million) in taxes. ($1 = 0.7489 euros)",
]
TOLD_AGAIN = [
    ("The tunnel is 15 miles (24km) long.", "unit-conversion", "consistent"),
    ("The tunnel is 24 kilometres, or about 15 miles, long.", "unit-conversion", "consistent"),
    ("The man, at 6 feet 3 inches (1.9 metres), is the tallest.", "unit-conversion", "consistent"),
    ("The tunnel is 15 miles (42km) long.", "unit-conversion", "inconsistent"),
    ("The helicopter climbs to 6,000 metres (1,970 feet).", "unit-conversion", "inconsistent"),
    ("The mine cost 3.2 billion euros ($4.3 billion). ($1=0.7489 Euros)", "printed-rate", "consistent"),
    ("The mine cost $4.3 billion (3.2 billion euros). ($1 = 0.7489 euros)", "printed-rate", "consistent"),
    ("The mine cost 3.2 billion euros ($4.3 billion). (1 euro = $1.3353)", "printed-rate", "consistent"),
    ("The mine cost some 4 billion Swiss francs ($3.74 billion). ($1=1.070 Swiss Franc)", "printed-rate", "consistent"),
    ("It cost some 4 billion Swiss francs ($4.28 billion). ($1=1.070 Swiss Franc)", "printed-rate", "inconsistent"),
    ("The mine cost C$1.83 billion ($1.76 billion). ($1=$1.04 Canadian)", "printed-rate", "consistent"),
    ("The mine cost C$1.83 billion ($1.67 billion). ($1=$1.04 Canadian)", "printed-rate", "inconsistent"),
    ("The mine cost 4 euros ($5.34; £3.49). ($1 = 0.7489 euros) (1 euro = £0.8730)", "printed-rate", "consistent"),
    ("The mine cost 4 euros ($5.34; £4.39). ($1 = 0.7489 euros) (1 euro = £0.8730)", "printed-rate", "inconsistent"),
    ("It paid 12 pounds ($19.45). ($1 = 0.7489 euros = 0.6170 pounds)", "printed-rate", "consistent"),
    ("Prices shrink by 50 euros ($71) to 249 euros. ($1 = 0.7024 euros)", "printed-rate", "consistent"),
    ("The mine cost 3.2 billion euros ($43 billion). ($1 = 0.7489 euros)", "printed-rate", "inconsistent"),
]


def verdicts(text: str) -> dict[str, str]:
    """Text → the verdict on each relation between an amount and its conversion, by rule."""
    checked = check(read(text + "\n"), PACK).checked
    return {item.relation.rule: item.verdict for item in checked if item.relation.rule in RULES}


@pytest.mark.parametrize("text", APART)
def test_two_amounts_are_left_apart(text: str) -> None:
    assert verdicts(text) == {}


@pytest.mark.parametrize("text, rule, verdict", TOLD_AGAIN)
def test_one_amount_told_again(text: str, rule: str, verdict: str) -> None:
    found = verdicts(text)[rule]
    assert found == verdict or (verdict == "consistent" and found in ("undecided", "consistent-rounding"))
