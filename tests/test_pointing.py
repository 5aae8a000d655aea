"""A sentence that says where a figure of the one before came from: what is bound, and what is left alone."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.pack import load_pack
from checker.pipeline import check, read_sentences
from checker.pointing import pointed

LEXICON = lexicon.load()
PACK = load_pack(())
LEFT_ALONE = [
    "Arden sold 461,000 cars and Brill 412,000. That was down from 473,000 a year ago.",  # which of the two?
    "Claims came to 461,000.\n\nRain fell.\n\nThat was down from 473,000 a week before.",  # not next to it
    "Claims fell by 46,000. That was down from 73,000.",  # the size of a change
    "Prices rose 3.1 percent. It is down from 3.4 percent.",
    "Arden earned 31 million crowns. That was up from a loss of 12 million crowns.",
    "Arden sold 6 million out of 7 million seats. That was up from 6.7 million in 2008.",
    "Claims came to 461,000. The rest was down from 473,000.",
    "Claims came to 461,000. That was down 3 percent from May.",
    "Claims came to 461,000, above the 440,000 expected. That compared with 473,000.",
    "The index came to minus 4.1. That was up from 3.9.",
]
BOUND = [
    ("Claims came to 461,000 in May. That was down from 473,000 in April.", ("461,000", "473,000", "down")),
    ("Claims came to 461,000, above the 440,000 expected. That is up from 412,000.", ("461,000", "412,000", "up")),
    ("The index rose to 77.0 from 71.5.\n\nIt was also up from 72.1 in June.", ("77.0", "72.1", "up")),
    ("Some 7,000 mills were asked; the index is 102.4. That's up from 101.4.", ("102.4", "101.4", "up")),
    ("Reserves rose by 2 million tons to 9 million tons. It was an increase from 8 million tons.", None),
    ("Arden earned 75 million crowns, or 38 crowns a share. That is up from 51 million crowns.", None),
]


def words(text: str) -> list[tuple[str, str, str]]:
    """A text → the figure now, the figure before and the word of each direction that points back."""
    sentences, _ = read_sentences(read("Tea\n\n" + text + "\n"), LEXICON)
    known = {
        item.figure.figure.id: item.figure.figure.text
        for sentence in sentences
        for item in sentence.chunks.chunks
        if item.figure is not None
    }
    told = pointed(sentences)
    return [(known[f.links[0].to], known[f.links[1].to], f.figure.text) for f in told if f.figure is not None]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize("text, expected", BOUND)
def test_what_is_bound(text: str, expected: tuple[str, str, str] | None) -> None:
    assert words(text) == [expected] if expected else len(words(text)) == 1
    checked = check(read("Tea\n\n" + text + "\n"), PACK).checked
    assert {item.verdict for item in checked if item.relation.rule == "direction"} == {"consistent"}
