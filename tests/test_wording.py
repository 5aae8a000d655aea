"""Wording: what a sentence says of its figures becomes links, and look-alikes become none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker import lexicon
from checker.article import read
from checker.draft import facts
from checker.fact import Fact
from checker.multiple import multiples
from checker.pipeline import read_sentences, worded

LEXICON = lexicon.load()

SILENT = [
    # runs: a count of periods that end, a low since then, a run of something else
    ("Sales fell more than 9 percent in February, snapping three straight months of gains.", "run-of"),
    ("Output rose 0.1 percent in May, after the third straight month of decline.", "run-of"),
    ("Spending rose in May 2010 for a fifth straight month, though savings were the lowest since May 2008.", "span-of"),
    ("Exports grew in November 2023, for two consecutive months since 2008.", "span-of"),
    # lists: open, nested, names with a sign or an "and" of their own, items with figures, counts of something else
    ("The jury named four winners: Alder & Sons, Birch, Cole and Drew.", "lists"),
    ("The fund has three aims, including growth, jobs and peace.", "lists"),
    ("Three players passed 20 goals: Anton Varga with 34, Miles Teshima with 27 and Joel Brandvold with 21.", "lists"),
    ("Two of their last three games are away - against Leeds and Brill.", "lists"),
    ("The board has three parts: research, trade and industry, and sport and health.", "lists"),
    ("Four towns were cut off, such as Arden, Brill and Corve.", "lists"),
    ("About three firms may bid: Alder and Birch.", "lists"),
    ("The plan has three steps: costs were cut and staff left.", "lists"),
    ("The school has 40 teachers: Alder and Birch.", "lists"),
    ("Three officials (Alder and Birch among them) resigned.", "lists"),
    # sums: totals to date, figures that hold for each, another unit, an open list
    ("The yard sold 40 boats in May and 45 in June, a total of 300 so far this year.", "exhausts"),
    ("Two players passed 20 goals: 24 for Varga and 27 for Teshima.", "exhausts"),
    ("Three clubs met: 40 members of one and 12 of another.", "exhausts"),
    ("It sold 300 boats for 4 million euros and 5 million euros, a total of 305.", "exhausts"),
    ("The grant is 14 million euros, including 6 million euros for roads and 4 million euros for bridges.", "exhausts"),
    ("Net income was 28,000 euros, including a 103,000 euro credit.", "part-of"),
    ("Of the 48 patients, 31 went home and another 17 came in.", "rest-of"),
    # differences: over time, of other things, of more than two
    ("Sales rose to 50 million euros from 45 million euros, a difference of 5 million euros.", "margin-of"),
    ("Alder won 40 seats, Birch 30 and Cole 20, a majority of 10.", "margin-of"),
    ("Sales of 40 million euros and 30 million euros were made, leaving a deficit of 3 million euros.", "margin-of"),
    (
        "The firm put 2 million euros in stock and 4 million euros in cash aside, leaving a gap of 13 million euros.",
        "margin-of",
    ),
    ("It wants a margin of 34 percent to 36 percent, against a margin of 27.7 percent at its rival.", "margin-of"),
    ("The bank pays 0.22-0.23 percent, plus a 0.5 point margin.", "margin-of"),
    ("The party has 16 members in the 300-seat house, where the government has a 176-seat majority.", "margin-of"),
    ("Support rose from 38 percent to 46 percent, a lead of five points.", "margin-of"),
    (
        "The spread between an 8.5 percent bond and a 4.25 percent bond has held within a 17 basis point range.",
        "margin-of",
    ),
    # sums: parts beside a total that stands in one list with them, places of the total itself
    ("The recall covers 42,696 vans in Arden, 1,034 in Brill and 676 in Corve.", "part-of"),
    ("There are 18 banks on the panel for the crown, 15 for the taler and 12 for the mark.", "part-of"),
    ("The yard sold 40 boats to Arden and 45 to Brill, a combined value of 300 million euros.", "exhausts"),
    # prices: what a price settled at is its own change, not its base
    ("Oil fell $4.00 to $89.53 a barrel after settling at $90.38.", "from"),
    # growth of a whole: another measure, a whole that is itself a half, another time
    ("U.S. sales fell 11 percent, domestic revenue grew 17 percent and international sales 15 percent.", "mixes-into"),
    ("Profit rose 6 percent, as domestic sales rose 7 percent and foreign sales rose 8 percent.", "mixes-into"),
    ("Shares rose 6 percent after a 7 percent rise in sales at home and 8 percent in costs abroad.", "mixes-into"),
    ("Domestic sales rose 6 percent, after 7 percent abroad and 8 percent at home in May.", "mixes-into"),
    # multiples
    ("The firm doubled its staff and sold 40 boats to 12 clubs.", "multiplied"),
    ("Prices are three times more than the 20 euros of 1990.", "multiplied"),
    # ranges: sides, movements, quotes, falls
    ("The gap between 52 percent and 48 percent is small.", "low-of"),
    ("Shares traded between 36.55 euros and 33.40 euros, above estimates.", "low-of"),
    ("The bank expects output to decline by between 0.9 percent and 0.1 percent.", "low-of"),
    ("It is expected to win 52 percent to 48 percent of the vote.", "low-of"),
    ("The shares fell as much as 4.1 percent before closing up 6.3 percent.", "not-above"),
    # marks
    ("Sales passed 40 rivals in 2009.", "above"),
    ("Holm carded a round with 68 strokes, ahead of Varn with 70 strokes.", "ranked-above"),
    ("The town set a record of 40 degrees, after the previous record of 41 degrees.", "record-of"),
    # shares
    ("Sales were 40 million euros (up 12 percent).", "of-part"),
    ("Sales were 40 million euros (12 percent more than the 36 million euros of 2008).", "of-part"),
]  # fmt: skip

SAID = [
    ("Three judges named five winners: Alder, Birch, Cole and Drew.", "lists", "Alder, Birch, Cole and Drew", "five"),
    ("Exports rose 2.1 percent in June, the third straight month of growth.", "run-of", "growth", "2.1 percent"),
    ("Exports grew for two consecutive months since October, to November 2023.", "span-of", "October", "two"),
    (
        "The city spent 84 million crowns in 2003, the largest part of which, 31 million crowns, went to schools.",
        "largest-of", "31 million crowns", "84 million crowns",
    ),
    (
        "Exports reached a record 3.8 billion crowns in May, compared with 3.6 billion crowns in May 2019.",
        "record-of", "3.8 billion crowns", "3.6 billion crowns",
    ),
    ("The council has 61 members: 34 in office, 24 in the opposition and 3 independents.", "exhausts", "3", "61"),
    (
        "Four players reached ten goals: Ilya Brandt, Tom Okoro and Mateus Leal.",
        "lists", "Ilya Brandt, Tom Okoro and Mateus Leal", "Four",
    ),
    (
        "Four stations will be rebuilt by 2029: Carrow, Ilverton, Marsh Lane and Upper Stoke.",
        "lists", "Carrow, Ilverton, Marsh Lane and Upper Stoke", "Four",
    ),
    ("Three towns — Arden, Brill and Corve — were cut off.", "lists", "Arden, Brill and Corve", "Three"),
    (
        "Five cities (Arden, Brill, Corve, Dell and Eddow) will bid.",
        "lists", "Arden, Brill, Corve, Dell and Eddow", "Five",
    ),
    ("The trust owns two assets: a harbour and a toll road.", "lists", "a harbour and a toll road", "two"),
    ("The flood killed 120 people: 70 in Arden, 38 in Brill and 12 in Corve.", "exhausts", "38", "120"),
    (
        "The grant is 14 million euros, made up of 6 million euros for roads, 4 million euros for bridges "
        "and 4 million euros for lights.",
        "exhausts", "6 million euros", "14 million euros",
    ),
    ("The town sold 310 plots and 45 leases, a total of 355.", "exhausts", "45", "355"),
    ("It sold 3,112 cars in May and 2,934 in June, for a combined total of 6,046.", "exhausts", "2,934", "6,046"),
    (
        "Gifts were 3,412 pounds and fees 1,215 pounds, or 4,627 pounds for the year.",
        "exhausts", "1,215 pounds", "4,627 pounds",
    ),
    ("Varga scored 14 points in the first half and 12 in the second to finish with 26.", "exhausts", "12", "26"),
    ("It logged 339 faults - 210 by Alder and 129 by Birch - in a year.", "exhausts", "129", "339"),
    ("It will cut 1,312 jobs, 812 in the north and 500 in the south.", "part-of", "812", "1,312"),
    ("The council has 60 seats: 31 for Labour, 20 for the Greens and 9 for others.", "exhausts", "9", "60"),
    ("Of the 48 patients, 31 went home and the remaining 17 stayed.", "rest-of", "17", "48"),
    ("Of the 48 patients, 31 went home and the remaining 17 stayed.", "part-of", "31", "48"),
    ("Of the 48 patients, 31 went home and the rest, 17, stayed.", "rest-of", "17", "48"),
    ("Of 900 schools surveyed, 640 were public, 200 were private and 60 were run by churches.", "part-of", "60", "900"),
    (
        "The city will spend 12 million euros, including 5 million euros in bonds and 4 million euros in "
        "shares.",
        "part-of", "4 million euros", "12 million euros",
    ),
    (
        "1,204,318 voters supported the plan and 1,127,906 opposed it, a difference of 76,412.",
        "margin-of", "76,412", "1,204,318",
    ),
    (
        "With all 2,118 stations counted, 640 voters supported the plan and 540 opposed it, a difference of 100.",
        "margin-from", "100", "540",
    ),
    (
        "Spending of 1,421.5 million euros stands against revenue of 1,386.2 million euros, which leaves a "
        "deficit of 35.3 million euros.",
        "margin-from", "35.3 million euros", "1,386.2 million euros",
    ),
    (
        "The party won 52 percent of the vote to 48 percent for its rival, a lead of 4 points.",
        "margin-of", "4 points", "52 percent",
    ),
    (
        "Alder leads Birch by 46 percent to 38 percent, giving her an eight-point lead.",
        "margin-of", "eight-point", "46 percent",
    ),
    ("Sales rose 6 percent, a 5 percent rise at home and 8 percent abroad.", "mixes-into", "8 percent", "6 percent"),
    ("The senator leads by five points, 48 percent to 43 percent.", "margin-from", "five points", "43 percent"),
    ("He won by 2,210 votes, polling 15,312 against 13,102.", "margin-from", "2,210", "13,102"),
    (
        "The gap between the ten-year yield of 4.2 percent and the two-year yield of 3.9 percent was 30 basis points.",
        "margin-of", "30 basis points", "4.2 percent",
    ),
    (
        "Exports rose 8 percent to 12.5 billion euros from 11.6 billion and imports fell to 10.2 billion euros from"
        " 10.4 billion, leaving a surplus of 2.3 billion euros.",
        "margin-from", "2.3 billion euros", "10.2 billion euros",
    ),
    ("Shares of Alder rose 6.4 percent to $30.20 after closing at $28.39.", "from", "$28.39", "$30.20"),
    ("Shares of Alder fell $2.68 to $69.00 after closing at $71.68.", "change-of", "$2.68", "$69.00"),
    ("Fares doubled to 64 crowns from 31 crowns.", "multiplied", "31 crowns", "64 crowns"),
    ("Visits almost tripled from 310,000 in 2001 to 900,000 in 2003.", "multiple-of", "almost tripled", "900,000"),
    ("Emissions were 40 tonnes, twice the 20 tonnes of 1990.", "multiple-of", "twice", "40 tonnes"),
    ("The fleet grew to 900 buses, three times as many as the 310 it had in 2010.", "multiplied", "310", "900"),
    ("The tunnel will cost between 3 million and 5 million euros.", "low-of", "3 million", "5 million euros"),
    ("It raised its forecast to a range of $5.00 to $5.10 per share.", "low-of", "$5.00", "$5.10 per share"),
    ("The old brew comes in few shops, for $75 to $125 a bottle.", "likely-low-of", "$75", "$125 a bottle"),
    (
        "The shares rose as much as 4.1 percent before closing up 2.3 percent.",
        "not-above", "2.3 percent", "4.1 percent",
    ),
    (
        "Traffic grew to 1.04 million boxes in 2024, topping 1 million for the first time.",
        "first-above", "1 million", "1.04 million",
    ),
    ("Turnout passed 80 percent for the first time, at 81.2 percent.", "first-above", "80 percent", "81.2 percent"),
    (
        "Exports reached 1.06 trillion yuan, breaking through the 1 trillion yuan mark.",
        "above", "1 trillion yuan", "1.06 trillion yuan",
    ),
    (
        "The plants made a record 6.43 tonnes of ore, beating the previous record of 6.18 tonnes set in 2020.",
        "record-of", "6.43 tonnes", "6.18 tonnes",
    ),
    ("Arden led the table with 52 medals, followed by Brill with 47.", "ranked-above", "52", "47"),
    (
        "The largest donor was Norland with 40 million euros, followed by Tesk with 35 million.",
        "ranked-above", "40 million euros", "35 million",
    ),
    ("One in five pupils (21 percent) walked to school.", "same-as", "One in five", "21 percent"),
    ("Holm won 176,480 of 401,882 votes (43.9 percent).", "of-part", "43.9 percent", "176,480"),
    ("Holm won 176,480 of 401,882 votes (43.9 percent).", "share-of", "43.9 percent", "401,882"),
    (
        "The clinics treated 700,000 people, up from 440,000 in 2003 but amounting to only 12 percent of the "
        "5.8 million who needed it.",
        "of-part", "12 percent", "700,000",
    ),
    ("Some 480 voters, or 24 percent of the 2,000 on the roll, stayed away.", "of-part", "24 percent", "480"),
]  # fmt: skip


def told(text: str) -> list[Fact]:
    sentences, _ = read_sentences(read(text), LEXICON)
    return list(worded(sentences, facts(sentences, LEXICON), LEXICON))


def links(text: str) -> set[tuple[str, str, str]]:
    """A text → (kind of link, figure, figure it points to)."""
    known = {fact.id: fact.figure.text if fact.figure else "" for fact in told(text)}
    return {(link.as_, known[fact.id], known[link.to]) for fact in told(text) for link in fact.links}


@pytest.mark.parametrize("text, kind", SILENT, ids=[text for text, _ in SILENT])
def test_look_alikes_say_nothing(text: str, kind: str) -> None:
    assert [link for link in links(text) if link[0] == kind] == []


@pytest.mark.parametrize("text, kind, figure, to", SAID, ids=[f"{kind}: {text}" for text, kind, _, _ in SAID])
def test_wording_links(text: str, kind: str, figure: str, to: str) -> None:
    assert (kind, figure, to) in links(text)


@pytest.mark.parametrize(
    "words, within, outside",
    [
        ("doubled", "2.3", "1.7"),
        ("more than doubled", "4", "1.9"),
        ("nearly doubled", "1.7", "2.2"),
        ("halved", "0.45", "0.6"),
        ("more than halved", "0.3", "0.6"),
        ("about tripled", "3.4", "4"),
    ],
)
def test_words_for_multiples_are_loose(words: str, within: str, outside: str) -> None:
    made = [fact for fact in told(f"Fares {words} to 64 crowns from 31 crowns.") if fact.aspect == "multiple"]
    assert len(made) == 1
    assert Fraction(within) in made[0].interval
    assert Fraction(outside) not in made[0].interval


def test_counted_bound_takes_the_unit_of_what_passes_it() -> None:
    text = "Traffic grew to 1.04 million boxes, topping 1 million for the first time."
    units = {fact.figure.text: fact.figure.unit for fact in told(text) if fact.figure}
    assert units["1 million"] == units["1.04 million"] == "box"


def test_parts_without_a_noun_count_what_the_whole_counts() -> None:
    text = "Of the 48 patients, 31 went home and the remaining 17 stayed."
    units = {fact.figure.text: fact.figure.unit for fact in told(text) if fact.figure}
    assert units["31"] == units["17"] == "patient"


def test_no_multiple_in_a_sentence_without_one() -> None:
    sentences, _ = read_sentences(read("Fares rose to 64 crowns from 31 crowns."), LEXICON)
    by_chunk = {fact.chunk: fact for fact in facts(sentences, LEXICON) if fact.chunk >= 0}
    assert multiples(by_chunk, sentences[0].chunks) == []
