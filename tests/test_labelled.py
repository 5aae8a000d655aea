"""Plain text with production labels → blocks; every text here is invented."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import check
from checker.article import divided, read
from checker.layout import blocks
from checker.markdown import read as read_markdown

P = "The harbour board said on Monday that the fare rises to 6 crowns."
H = "Ferry fares up 12 percent"


def kinds(text: str) -> list[str]:
    return [block.kind for block in read(text).blocks]


def printed(text: str) -> list[tuple[str, str]]:
    """A text → the blocks that its labels make, the labels themselves left out."""
    shown = [(block.kind, text[block.start : block.end]) for block in read(text).blocks]
    return [(kind, words) for kind, words in shown if kind != "boilerplate"]


# ── what is no label ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(f"{H}\n\n{P}\n\nText: 555-0100", ["headline", *["paragraph"] * 2], id="number to text"),
        pytest.param(f"{H}\n\n{P}\n\nStory: Holt; editing by B. Weld", ["headline", *["paragraph"] * 2], id="credit"),
        pytest.param(f"{H}\n\n{P}\n\nTitle: Editor", ["headline", *["paragraph"] * 2], id="title of a person"),
        pytest.param(f"Text: Board's letter on fares\n\n{P}", ["headline", "paragraph"], id="headline of a document"),
        pytest.param(f"Story: {P}\n\nText: {P}", ["paragraph"] * 2, id="body without a headline"),
        pytest.param(f"Title: Editor of the Arden Post.\n\n{P}", ["paragraph"] * 2, id="title without a body"),
        pytest.param("Title: Chief editor\nText: 555-0100\nCopy: Ann Holt", ["paragraph"] * 3, id="a card"),
        pytest.param(f"{P}\n\nQ: The headline: true?\n\nA: Story: it is so.", ["paragraph"] * 3, id="questions"),
        pytest.param(f"Title:  12  14\nText:  3  5\n\n{P}", ["table", "paragraph"], id="table"),
        pytest.param(f"{P}\n\nHeadline: {H}\n\nStory: {P}", ["paragraph"] * 3, id="not at the opening"),
        pytest.param(f"Headline inflation: up 3 percent\n\n{P}", ["headline", "paragraph"], id="a noun"),
        pytest.param("Headline: Fares up 12 percent", ["paragraph"], id="nothing below"),
        pytest.param("Headline: Fares up. The fare rises.\n\nSo it is.", ["paragraph"] * 2, id="a text as well"),
        pytest.param(f"Headline: {H * 7}\n\n{P}", ["paragraph"] * 2, id="too long"),
        pytest.param(f"Headline: Fares\n\n{P}", ["headline", "paragraph"], id="one word"),
        pytest.param(f"**Headline:** {H}\n\n{P}", ["headline", "paragraph"], id="Markdown is no plain text"),
    ],
)
def test_what_is_no_label_stays(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
    assert read(text).blocks == divided(text, blocks(text))


def test_a_label_that_is_none_stays_with_what_follows() -> None:
    text = f"Headline: {H}\n\nText: {P}\n\nText: 555-0100\n\nStory: A. Holt; editing by B. Weld"
    assert printed(text)[2:] == [("paragraph", "Text: 555-0100"), ("paragraph", "Story: A. Holt; editing by B. Weld")]


def test_markup_has_no_labels() -> None:
    source = f"Headline: {H}\n\nText: {P}"
    assert [block.kind for block in read_markdown(source).blocks][1:] == ["paragraph"]


# ── labels ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        f"Headline: {H}\nText: {P}",
        f"Headline: {H}\n\nText: {P}",
        f"HEADLINE: {H}\n\nSTORY: {P}",
        f"Hed: {H}\r\nCopy: {P}",
        f"headline: {H}\n\nbody: {P}",
        f"Title: {H}\n\nArticle: {P}",
        f"Headline:\n{H}\n\nFull text:\n\n{P}",
        f"Headline: {H}\n\n{P}",
        f"Headline: {H}\n{P}",
        f"Headline: {H} | Story: {P}",
        f"  Headline: {H}\n\n  Text: {P}\n",
    ],
)
def test_headline_and_body(text: str) -> None:
    assert printed(text) == [("headline", H), ("paragraph", P)]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            "Headline: Crews may be cut by 50%. Story: The crew would be 20.",
            ["headline Crews may be cut by 50%.", "paragraph The crew would be 20."],
            id="one line",
        ),
        pytest.param(
            "Headline: Crews to be cut by half; the crew would be 15, down from 20, the owner said.",
            ["headline Crews to be cut by half;", "paragraph the crew would be 15, down from 20, the owner said."],
            id="one line, parted by a semicolon",
        ),
        pytest.param(
            "Headline: “Crews cut” Standfirst: It is the third cut. Text: The crew would be 20. Copy: none.",
            ["headline “Crews cut”", "paragraph It is the third cut.", "paragraph The crew would be 20. Copy: none."],
            id="standfirst on one line",
        ),
        pytest.param(
            f"By Ann Holt\n\nHeadline: {H}\nDek: It is the third rise.\nByline: Ann Holt\nText: {P}",
            [
                "dateline By Ann Holt",
                *(f"headline {H}", "paragraph It is the third rise.", "dateline Ann Holt", f"paragraph {P}"),
            ],
            id="all of them",
        ),
        pytest.param(
            f"Headline: {H}\nfrom the first of May\nText: {P}",
            [f"headline {H}\nfrom the first of May", f"paragraph {P}"],
            id="headline goes on in small letters",
        ),
        pytest.param(
            f"Headline: Harbour board raises fares of the ferry\nBy 12 Percent in the Spring\nText: {P}",
            ["headline Harbour board raises fares of the ferry\nBy 12 Percent in the Spring", f"paragraph {P}"],
            id="headline goes on up to a label",
        ),
        pytest.param(
            f"Headline: {H}\n\nHeadline: Boats dearer\n\n{P}",
            [f"headline {H}", "paragraph Headline: Boats dearer", f"paragraph {P}"],
            id="the first headline counts",
        ),
        pytest.param(
            f"Headline: {H}. Story: A. Holt; editing by B. Weld\n\n{P}",
            [f"headline {H}.", "paragraph Story: A. Holt; editing by B. Weld", f"paragraph {P}"],
            id="a credit ends the headline",
        ),
        pytest.param(
            f"Headline: {H}\n\nText: ARDEN (Reuters) -\n\n{P}",
            [f"headline {H}", "dateline ARDEN (Reuters) -", f"paragraph {P}"],
            id="dateline behind the label",
        ),
        pytest.param(
            f"Headline: A toy story: what went wrong\n\nText: {P}",
            ["headline A toy story: what went wrong", f"paragraph {P}"],
            id="a word of the headline",
        ),
    ],
)
def test_labels_open_blocks(text: str, expected: list[str]) -> None:
    assert [f"{kind} {words}" for kind, words in printed(text)] == expected


WRAPPED = """The port of Brel handled 12.4 million tons of freight in the first
half, which was 3 percent more than a year before and the most for
any half since records began.
Coal made up a third of it. Grain came second, with 2.1 million tons,
and ores third.
"""


def test_a_wrapped_body_is_joined() -> None:
    text = f"Headline: Port busy again\n\nText: {WRAPPED}"
    assert [words.split()[0] for kind, words in printed(text) if kind == "paragraph"] == ["The", "Coal"]


@pytest.mark.parametrize("labels", [("", "\n\n"), ("Headline: ", "\n\nStory: "), ("Headline: ", ". Story: ")])
def test_a_labelled_headline_is_held_against_its_text(labels: tuple[str, str]) -> None:
    head = "Arden to cut ferry fares by 15 percent in May"
    body = "The town of Arden will cut its ferry fares by 50 percent in May, the harbour board said on Monday."
    report = check(f"{labels[0]}{head}{labels[1]}{body}\n\nIt gave no reason.")
    assert [finding.rule for finding in report.findings] == ["headline"]


def test_an_article_without_labels_loads_no_reader_of_them() -> None:
    code = (
        "import sys; from checker.article import read; read('Fares up\\n\\nPublished: 3 May\\n\\nThe headline: no.');"
        "print('checker.labelled' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


# ── whatever the text ─────────────────────────────────────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        *("Headline:", "Title:", "Dek:", "Byline:", "Text:", "Story:", "Ferry fares up", "fare", "12%", ".", "!", "|"),
        *("\n", "\n\n", " ", " ", " ", "  ", "\t", "\xa0", "\u2028", "”", "By Ann Holt", "(Reporting by x)", "555-01"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_blocks_cover_the_text_in_order(rest: str) -> None:
    text = f"Headline: {rest}"
    article = read(text)
    spans = [(block.start, block.end) for block in article.blocks]
    inner = [span for block in article.blocks for span in block.sentences]
    for found in (spans, inner):
        assert all(start < end for start, end in found)
        assert all(before[1] <= after[0] for before, after in pairwise(found))
        assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert sum(block.kind == "headline" for block in article.blocks) <= 1


@pytest.mark.parametrize(
    "unit", ["7", " ", "\n", ". Text: 5", "| Dek: a b ", ". Byline: ", "Dek: a b\n", "a\n", "By A. B\n"]
)
def test_time_is_linear_in_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = "Headline: Ferry fares up\nDek: It is so. " + unit * (length // len(unit))
        began = time.process_time()
        read(text)
        return time.process_time() - began

    small, large = min(seconds(10_000) for _ in range(3)), min(seconds(80_000) for _ in range(2))
    assert large < 30 * small + 0.05  # 8 times the text; a square would take 64 times as long
