"""Words of order that reach a figure across an aside: which two they set against each other, and which way."""

from __future__ import annotations

import pytest

from checker import check

# Text → (the greater, the lesser) as the words have it.
ACROSS = [
    ("The index jumped to 55.4 in May, its best since June, and well above April's 53.0.", "55.4", "53.0"),
    ("The gauge was 85.3 in May, up from 82.1 in April but below a forecast of 86.4.", "86.4", "85.3"),
    ("Sales fell 4.8 percent, worse than the 2.8 percent drop that was forecast.", "2.8 percent", "4.8 percent"),
    ("Sales fell 2.3 percent, better than the 2.8 percent drop that was forecast.", "2.3 percent", "2.8 percent"),
    ("Output grew at a 2.2 percent rate, slower than the 3.1 percent pace of May.", "3.1 percent", "2.2 percent"),
    ("The yield was 5.2 percent, 20 basis points up but below the 7.5 percent of May.", "7.5 percent", "5.2 percent"),
    ("The index was at 83.6, down from 86.9 the month before and below the 86.1 of March.", "86.1", "83.6"),
    (
        "The ferry carried 5.8 million people in the south and the isles, the second-lowest of the decade and far below"
        " the yearly average of 6.4 million.",
        "6.4 million",
        "5.8 million",
    ),
]
SILENT = [
    "Orders for 14,200 mills were above the 12,700",
    "The output was 7.2 million crowns, or 10 percent, higher than the 68 million crowns of May.",
    "The mill's stock rose to 18.80 crowns, nearly 2 crowns above Brill's offer of 17 crowns.",
    "The fund earned 9.2 percent in 2012, beating 97 percent of its rivals.",
    "The ratio is 23.2, far above the average of the 200 companies in the index.",
    "The mill took a loan of 5 million crowns, ahead of its sale of 23 million crowns of shares in May.",
    "The offer is a premium of 19 percent over Friday's price of 69.10 crowns and is above the high of 81.46 crowns.",
    "Its growth of 3.9 percent in May is slightly less hopeful than the forecast for 3.5 percent.",
    "The index of services was 52.3, missing a forecast in a poll of 25 economists for a rise.",
    "Pay of weavers was an average 819,000 crowns at small mills, and topped 1.6 million crowns at large ones.",
    "Output fell 0.2 percent in the spring from winter, far better than the median forecast of 0.5 percent.",
    "The reading was the lowest since 58.7 in June 1980 but it was higher than a first reading of 59.5.",
    "Sales fell 3.2 percent at the mill, steeper losses than in May, and below Brill's 2.1 percent drop.",
    "Corve's loss of 14 cents a share was much better than the loss of 57 cents a share that banks had expected.",
    "The mill's debt was 58 percent of sales, up from 51 percent but better than the 55 percent of its plan.",
    "Arden's shares fell 0.9 percent to 9.34 crowns but outpacing a 1.2 percent weaker index of food makers.",
]


def set_apart(text: str) -> list[list[str]]:
    """A text → the pairs that `order-across` compares, the greater first."""
    report = check(text).to_dict()
    shown = {figure["id"]: text[figure["start"] : figure["end"]] for figure in report["figures"]}
    return [[shown[i] for i in one["figures"]] for one in report["relations"] if one["rule"] == "order-across"]


@pytest.mark.parametrize("text, greater, lesser", ACROSS)
def test_a_word_reaches_across_an_aside(text: str, greater: str, lesser: str) -> None:
    pairs = set_apart(text)
    assert len(pairs) == 1
    assert {pairs[0][0], pairs[0][-1]} == {greater, lesser}
    assert not check(text).findings


@pytest.mark.parametrize("text, greater, lesser", ACROSS)
def test_figures_that_change_places_are_found(text: str, greater: str, lesser: str) -> None:
    turned = text.replace(greater, "@").replace(lesser, greater).replace("@", lesser)
    assert any(finding.rule == "order-across" for finding in check(turned).findings)


@pytest.mark.parametrize("text", SILENT)
def test_what_sets_no_figures_against_each_other(text: str) -> None:
    assert not set_apart(text)
