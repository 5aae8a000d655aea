"""Names right behind the things counted: how many they are, and where the wording leaves it in doubt."""

from __future__ import annotations

import pytest

from checker import check

SILENT = [
    "Arden, Brill and Corve were two goals down.",
    "Arden, Brill and Corve are two seats short of a majority.",
    "Arden, Brill and Corve are two of the ten.",
    "In two of its five biggest markets, Arden and Brill, the grocer sold less.",
    "Two bakers, Ann Hill, a cousin of Cat, Dan and Eve, and Bob Ray, won prizes.",
    "Two bakers, Ann Hill, the chair of Dell, and Bob Ray, won prizes.",
    "Three firms, Arden, the Ministry of Trade and Industry, and Brill, signed.",
    "Arden, which has four mills, Brill and Corve will join.",
    "Another four hands -- three Danes and one Swede -- are held.",
    "Nine mills were downgraded, stripping Arden and Brill of their grade.",
    "Other towns in the top ten were Arden, Brill and Corve.",
    "Aside from Arden, Brill and Corve are the only two towns to gain.",
    "Contrary to Arden and Brill, the three mills said they would stay.",
    "Kenny Moss of Arden and Brill Ltd, one of the town's top ten bakers, left.",
    "The two are Arden, Brill, Corve.",
    "The four brands, including soups, Alder, Birch and Cole, were sold.",
    "Meanwhile, Ann and Bea were the two winners.",
    "Portland, Oregon and Seattle were the only two towns to gain.",
    "Ann, Bea and Cat are two of the four winners.",
    "After two weeks, Arden, Brill and Corve, which had stayed out, joined the strike.",
    "Two pairs, Ann and Bob, Cat and Dora, danced.",
    "The two towns, Arden, Brill, Corve.",
    "It would shut five Corve mills, Brill Channel, Halden Family and Ardennet, the group said.",
    "The other Big Four mills - Arden, Brill and Corve - are open.",
    "Costs were cut by two notches were Arden, Brill and Corve.",
    "Three audit firms, Arden & Dell CORVE, Brill and Halden, signed.",
]
COUNTED = [
    ("Ann Hart and Bea Moss are two bakers who have never met.", 2),
    ("Two bakers, Ann Hill, a mother of four, and Bob Ray, won prizes.", 2),
    ("The two top mills -- a much larger A&B and Corve & Co (COR.L) -- will grow.", 2),
    ("The top four are weaver Arden, oil firm Brill, Silver Corve, and Dunmore, a chain that sells tea.", 4),
    ("Two others are Arden, which makes ropes, and Brill, which sells them.", 2),
    ("The other three are Hill of Arden, Moss of Brill and Reed of Corve.", 3),
    ("Three unions - the Millers' Union (MU), the Association of Bakers (AB) and Brill A1 - struck.", 3),
    ("In Dell, the two biggest banks, Arden and Brill, set money aside.", 2),
    ("It sells most to Arden and Brill, the region's two biggest towns, by rail.", 2),
    ("Trade is brewing with Arden, Brill and Corve -- the top three ports -- again.", 3),
    ("Three towns, Arden, Brill and Corve, signed.", 3),
    ("Four towns, including Arden, Brill and Corve, signed.", 3),
    ("Two men - Tom Lee, 42, Bob Ray, 61, and Sam Orr, 37 - were held.", 3),
    ("The two dead men were Tom Lee, 42, Bob Ray, 61, and Sam Orr, 37.", 3),
    ("Ann, Bea and Cat were the only two players to miss the cut.", 3),
    ("Arden, Brill and Corve, the three biggest ports, were shut.", 3),
    ("The four main towns of the north (Rio de Arden, Brill and Corve) grew.", 3),
    ("It has three options: a sale, a merger, a flotation or closure.", 4),
    ("The four winners were Ann, Bea, Cat and Dora.", 4),
    ("Two mills, Cole, Inc and Dell Ltd, shut.", 2),
    ("Two mills, Alder (ALD.L) and Birch (BIR.L), shut.", 2),
    ("Two men, John Hill, Mark Dale, and Tom Reed, were held.", 3),
    ("It bought two Corvish banks, Arden Bank and Brill Trust, to grow in the north.", 2),
    ("The three Halden-based mills -- Arden, Brill Co (BRI.N) and Corve LLC -- shut.", 3),
    ("It sold the mill to two firms, Arden and Brill & Co BRI.UL, for 3 million crowns.", 2),
    ("The mill belongs to the three firms: Arden CEO Ann Hill's, Brill and Corve.", 3),
    ("Two powers, Arden and Brill, praised Corve's plan.", 2),
    ("It is owned by three families, Arden, Brill and Corve.", 3),
    ("Halden takes the price of any of the big three miners, Arden, Brill and Corve.", 3),
    ("Three makers, Boeing, Arden and Brill, bid.", 3),
    ("Two shareholders -- Arden and Corvian carmaker Brill -- agreed.", 2),
    ("It fits the three latest planes, the Arden A380, A350, and Brill's.", 3),
    ("The Big Three mills - Arden, Brill and Corve - shut.", 3),
    ("As Hill and two other bakers, Ann Moss and Bob Ray, spoke, the hall fell silent.", 2),
    ("Arden Corp and North Kestrian prince Ali Moss, the firm's two main owners, agreed.", 2),
]


def listed(text: str) -> list[int]:
    facts = [fact for fact in check(text).facts if fact.aspect == "items"]
    return [int(fact.figure.value) for fact in facts if fact.figure and fact.figure.value is not None]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_in_doubt_is_not_counted(text: str) -> None:
    assert listed(text) == []


@pytest.mark.parametrize("text, count", COUNTED)
def test_names_are_counted(text: str, count: int) -> None:
    assert listed(text) == [count]
