"""Frames: each binds its own example as it says, and sentences that only look alike bind nothing."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.frame import Bond, Frame, load
from checker.pipeline import read_sentences

LEXICON = lexicon.load()
FRAMES = load()

# What the wording does not say must not be bound: sentence, the link that a naive reading would make.
LOOK_ALIKES = [
    ("Rents, which make up 18.6 percent of the basket, rose 5.2 percent.", "change-of"),
    ("The capital has 612,900 inhabitants, about 3,000 fewer than expected.", "change-of"),
    ("The fix of 566.35 was above the morning setting of 565.75.", "part-of"),
    ("They bought 40,000 of the two models.", "part-of"),
    ("In 2008 the yard built 12 of the 2,008 class.", "share-of"),
    ("The index lost 4 percent during the day and plunged 600 points in an hour.", "change-of"),
    ("Forty clubs met, and 12 percent stayed away.", "of-part"),
    ("A third of the crop was lost, and 25 percent of the farms were hit.", "same-as"),
    ("Debt stood at 112 percent of revenue.", "share-of"),
    ("The town has 900 schools besides 640 chapels.", "part-of"),
    ("Prices rose 3 percent and 40 shops closed.", "change-of"),
    ("Exports rose 3 percent; imports were 40 million euros.", "change-of"),
    ("Shares passed 40 rivals.", "part-of"),
]

# Sentence → (figure, link, figure it points to), all of which must be bound.
BOUND = [
    (
        "Arrests were up 657 percent over the year, from 70 to 530.",
        [("657 percent", "change-of", "530"), ("70", "from", "530")],
    ),
    (
        "Membership rose by 1,200 to 9,700 from 8,500, an increase of 14.1 percent.",
        [("14.1 percent", "change-of", "9,700"), ("1,200", "change-of", "9,700")],
    ),
    (
        "Petrol fell to 1.68 euros a litre from 1.79 euros, a drop of 6.1 percent.",
        [("6.1 percent", "change-of", "1.68 euros a litre")],
    ),
    (
        "Revenue rose to 40 million euros, compared with 32 million euros in 2003, an increase of 25 percent.",
        [("25 percent", "change-of", "40 million euros")],
    ),
    (
        "The rate fell to 4.4 percent from 4.8 percent, a fall of 0.4 percentage points.",
        [("0.4 percentage points", "change-of", "4.4 percent")],
    ),
    (
        "The figure of 44,600 was 3.2 percent higher than February's 43,217.",
        [("3.2 percent", "change-of", "44,600"), ("43,217", "from", "44,600")],
    ),
    (
        "The clinic saw 118,460 patients, 3,530 more than in the year before, when there were 114,930.",
        [("3,530", "change-of", "118,460"), ("114,930", "from", "118,460")],
    ),
    (
        "Varn had 214,630 of the 401,882 votes cast, or 53.4 percent.",
        [
            ("53.4 percent", "of-part", "214,630"),
            ("53.4 percent", "share-of", "401,882"),
            ("214,630", "part-of", "401,882"),
        ],
    ),
    ("Of the 563,940 people on the roll, 162,058 stayed at home.", [("162,058", "part-of", "563,940")]),
    (
        "The survey counted 61,240 firms that sold or bought abroad, of which 52,870 were private.",
        [("52,870", "part-of", "61,240")],
    ),
    (
        "The city will spend 12 million euros, including 5 million euros in bonds.",
        [("5 million euros", "part-of", "12 million euros")],
    ),
    (
        "He stopped 92.7 percent of the shots he faced, 1,187 out of 1,281.",
        [("92.7 percent", "of-part", "1,187"), ("1,187", "part-of", "1,281")],
    ),
    ("One in five pupils, or 21 percent, walked to school.", [("One in five", "same-as", "21 percent")]),
    ("Car sales gained to 0.4 percent to 25,286 from 25,191.", [("0.4 percent", "change-of", "25,286")]),
    ("Sales rose 18 percent in jeeps to 4,500 from 3,800.", [("18 percent", "change-of", "4,500")]),
]


def bound(text: str) -> list[tuple[Bond, str, str]]:
    """A text → its bonds, with the texts of the figure and of the figure it points to."""
    found: list[tuple[Bond, str, str]] = []
    for sentence in read_sentences(read(text), LEXICON)[0]:
        names = [chunk.figure.figure.text if chunk.figure else "" for chunk in sentence.chunks.chunks]
        found += [(bond, names[bond.chunk], names[bond.to] if bond.to >= 0 else "") for bond in sentence.bonds]
    return found


@pytest.mark.parametrize("text, link", LOOK_ALIKES, ids=[text for text, _ in LOOK_ALIKES])
def test_look_alikes_bind_nothing(text: str, link: str) -> None:
    assert [(name, to) for bond, name, to in bound(text) if bond.link == link] == []


@pytest.mark.parametrize("frame", FRAMES, ids=[frame.name for frame in FRAMES])
def test_example_binds_as_the_frame_says(frame: Frame) -> None:
    made = [bond for bond, _, _ in bound(frame.example) if bond.frame == frame.name]
    assert made
    for role in frame.roles:
        for link, _ in role.links:
            assert any(bond.aspect == role.aspect and bond.link == link and bond.to >= 0 for bond in made), role


def test_names_of_frames_are_distinct() -> None:
    names = [frame.name for frame in FRAMES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("frame", FRAMES, ids=[frame.name for frame in FRAMES])
def test_roles_name_groups_of_the_pattern(frame: Frame) -> None:
    groups = frame.pattern.groupindex.keys()
    for role in frame.roles:
        assert {role.name, *(to for _, to in role.links), *([role.sign] if role.sign else [])} <= groups


@pytest.mark.parametrize("text, wanted", BOUND, ids=[text for text, _ in BOUND])
def test_wording_binds(text: str, wanted: list[tuple[str, str, str]]) -> None:
    made = {(name, bond.link, to) for bond, name, to in bound(text)}
    assert set(wanted) <= made
