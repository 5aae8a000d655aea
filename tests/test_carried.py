"""Comparisons of one sentence with the figure of the sentence before it."""

from __future__ import annotations

import pytest

from checker import lexicon
from checker.article import read
from checker.carried import tie_carried
from checker.draft import facts
from checker.pipeline import read_sentences

LEXICON = lexicon.load()
CASES = [
    ("Analysts had expected a reading of 73.5. It was below the preliminary 73.6.", []),
    ("Paper in issue dropped 2 billion crowns. That was less than the 3 billion crowns of May.", []),
    ("It sold 300 coats and 200 hats in May. That was more than the 250 of April.", []),
    ("The loss was 31 million crowns. That was below the 29 million crowns of May.", []),
    ("Prices fell 3 percent in May. That was below the 2 percent drop of April.", []),
    ("Prices rose 3 percent in May. That may be above the 2 percent of April.", []),
    ("It sold 300 coats. That was for less than the 250 crowns of April.", []),
    ("Prices rose 3 percent in May. That was above the 2 percent rise of April.", [("above", 1, "3 percent")]),
    ("Prices fell 3 percent in May. That was more than the 2 percent drop of April.", [("more than", -1, "3 percent")]),
    ("The index fell to 52.9. However, it remained above the 50 level.", [("above", 1, "52.9")]),
    ("The index fell to 48.9. That was below the level of 50 that parts growth from decline.", [("below", -1, "48.9")]),
    ("The index fell to 48.9 from 49.2. The May reading came in below expectations for 50.", [("below", -1, "48.9")]),
    ("The index fell to 48.9. Prices were below the 50 of May.", []),
    ("The index fell to 48.9. The fall in the index was below the 50 of May.", []),
    ("The index rose to 54.6 from 53.1. The reading was well above the 52 of April.", [("above", 1, "54.6")]),
]


@pytest.mark.parametrize("text,told", CASES)
def test_what_is_compared(text: str, told: list[tuple[str, int, str]]) -> None:
    sentences = read_sentences(read(text), LEXICON)[0]
    by_id = {fact.id: fact for fact in facts(sentences, LEXICON)}
    shown = {fact.id: fact.figure.text for fact in by_id.values() if fact.figure is not None}
    tie_carried(by_id, sentences)
    words = [fact for fact in by_id.values() if fact.aspect == "comparison"]
    found = [(w.figure.text, int(w.interval.low or 0), shown[w.links[0].to]) for w in words if w.figure is not None]
    assert found == told
