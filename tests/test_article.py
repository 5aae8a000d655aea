"""Text → blocks, sentences, quotations and places; every text here is invented."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Article, fold, line_span, origin, position, quotations, read
from checker.decode import decode
from checker.errors import CheckerError
from checker.record import replace


def kinds(text: str) -> list[str]:
    return [block.kind for block in read(text).blocks]


def sentences(text: str) -> list[str]:
    return [text[start:end] for block in read(text).blocks for start, end in block.sentences]


# ── sentences ─────────────────────────────────────────────────────────────────────────────────────────────────────────

ONE_SENTENCE = """
Mr. Tarn and Dr. Weld met Gen. Osk in St. Brel on Jan. 12 to sign it.
The index stood at 3.5, against 1,000. before.
Acme Inc. Chairman R. J. Holt resigned.
Shares of Brill Corp. fell vs. Tann Ltd. Wednesday.
The U.S. Treasury sold 10 billion.
It left at 7 a.m. Monday from D.C. Station.
Weld Corp ( WLD.N ) rose 2 percent.
It was approx. 40 percent, est. 1990, on p. 12 and in No. 7 Lane.
Exports rose 5 percent; Imports did not.
Prices at Dealz.Com rose.
Growth was, about ... Nothing, he said.
Yahoo! Group stayed out.
"Will it hold?" he asked.
1. The first point has its number.
- The point has a bullet.
(b) The point has a letter.
Write to desk@paper.Example about it.
The U.N. says e.g. Norrland and i.e. Sorrland are one.
""".strip().splitlines()


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_stop_within_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Output rose 3.5 percent.|Costs fell.",
        "It ended in 2024.|The next year was worse.",
        "Sales came to 1,000.|12 firms took part.",
        "Was it so?|It was!|Nobody knew.",
        'He said it "fell."|"Not by much," she said.',
        "He said it “fell.”|“Not by much,” she said.",
        "(It fell.)|It rose again.",
        "The firm is Brill Inc.|The other is Tann Ltd.|But nobody minds.",
        "It was made in the U.S.|It sold abroad.",
        "They left in Dec.|However, they came back.",
        "He said no.|12 others agreed.",
        "Trade doubled by 2024.|By then it was over.",
        "It closed at 9 a.m.|Then it rained.",
        "Output fell.|- The ministry said so.",
        "Output fell.[3]|Costs rose.",
        "Output fell...|Costs rose.",
        "Output fell.|€3 was left.",
        "Output fell.|Étienne Roux left.",
        "Output fell.|iTrade did not.",
        "Key points: net up 3 percent|* Sales up 4 percent|* Costs flat",
    ],
)
def test_stop_at_the_end_of_a_sentence(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("It ended in 2024.By then costs fell.", ["It ended in 2024.", "By then costs fell."]),
        ("It ended well.The firm rose.", ["It ended well.", "The firm rose."]),
        ("He said “it fell.”The firm rose.", ["He said “it fell.”", "The firm rose."]),
        ("See Shop.Com and Mr.Holt today.", ["See Shop.Com and Mr.Holt today."]),
        ("It was 3.Five more.", ["It was 3.Five more."]),
    ],
)
def test_lost_space_after_a_stop(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


# ── blocks ────────────────────────────────────────────────────────────────────────────────────────────────────────────

P = "The ministry said on Monday that exports of steel rose 3 percent in the year."


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\r\n\f ", [], id="blank"),
        pytest.param("Exports rose 5 percent", ["paragraph"], id="one line is no headline"),
        pytest.param(f"Steel exports rise\n\n{P}", ["headline", "paragraph"], id="headline and blank line"),
        pytest.param(f"Steel exports rise\n{P}", ["headline", "paragraph"], id="headline and longer line"),
        pytest.param(f"Exports rise in the U.S.\n\n{P}", ["headline", "paragraph"], id="headline ends in abbreviation"),
        pytest.param(
            f"STEEL EXPORTS RISE\nFOR THIRD YEAR\n\n{P}", ["headline", "paragraph"], id="headline of two lines"
        ),
        pytest.param(f"Exports fell again.\n\n{P}", ["paragraph", "paragraph"], id="a sentence is no headline"),
        pytest.param(f"Steel up\n\nBy Ann Holt, The Paper\n\n{P}", ["headline", "dateline", "paragraph"], id="byline"),
        pytest.param(f"By Ann Holt\n\nSteel up\n\n{P}", ["dateline", "headline", "paragraph"], id="byline first"),
        pytest.param(f"Steel up\n\nBRELTOWN (Reuters) -\n\n{P}", ["headline", "dateline", "paragraph"], id="dateline"),
        pytest.param(f"Steel up\n\nBRELTOWN (Reuters) - {P}", ["headline", "paragraph"], id="inline dateline"),
        pytest.param(f"Steel up\nPublished 3 May 2021\n\n{P}", ["headline", "dateline", "paragraph"], id="date"),
        pytest.param(f"{P}\n- Iron, 3 percent\n• Coal, 4 percent\n2) Tin", ["paragraph", *["list"] * 3], id="points"),
        pytest.param(
            f"{P}\n\nPlease enter your comment!\n\nShare this", ["paragraph", *["boilerplate"] * 2], id="prompts"
        ),
        pytest.param(f"{P}\n\n© 2021 The Paper. All rights reserved.", ["paragraph", "boilerplate"], id="copyright"),
        pytest.param(f"{P}\n\nTel: +44 20 5550 1234", ["paragraph", "boilerplate"], id="phone"),
        pytest.param(
            f"{P} (Reporting by A. Holt; Editing by B. Weld)", ["paragraph", "boilerplate"], id="credit at the end"
        ),
        pytest.param(
            f"{P}\n\n(Writing by A. Holt and\nB. Weld)", ["paragraph", "boilerplate"], id="credit of two lines"
        ),
        pytest.param(f"{P}\nShr 24 cts vs 13 cts\nNet 704,803 vs 385,081\n", ["paragraph", "table"], id="results"),
        pytest.param(f"{P}\n\nIron\t3.5\t4.5\nCoal\t2.5\t1.5", ["paragraph", "table"], id="tabs"),
        pytest.param(
            f"{P}\n\n          2019  2020\nIron      3.5   4.5\nTin ore   2     1", ["paragraph", "table"], id="columns"
        ),
        pytest.param(f"{P}\n\n| Ore | 2019 |\n| Tin | 3 | 4 |", ["paragraph", "table"], id="pipes"),
        pytest.param(f"{P}  And two spaces after stops.  Each 3 or 4.", ["paragraph"], id="two spaces are no cells"),
        pytest.param(f"{P}\n\nSubscribers rose to 3 million.", ["paragraph", "paragraph"], id="no prompt"),
        pytest.param(f"{P}\n\nBy 2030, it said, exports double.", ["paragraph", "paragraph"], id="no byline"),
    ],
)
def test_kinds_of_blocks(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_table_rows_are_its_sentences() -> None:
    assert sentences(f"{P}\n\nOre  2019  2020\nIron  3.5  4.5") == [P, "Ore  2019  2020", "Iron  3.5  4.5"]


# ── wrapped text ──────────────────────────────────────────────────────────────────────────────────────────────────────

WRAPPED = """The port of Brel handled 12.4 million tons of freight in the first
half, which was 3 percent more than a year before and the most for
any half since records began.
Coal made up a third of it. Grain came second, with 2.1 million tons,
and ores third.
The authority expects a quieter second half, since two of its berths
are to close for repairs in the autumn and traders say that stocks of
"""
CUT = """are to close for repairs in the autumn and traders say that
However, the plan for a third basin stands, the authority said on
Tuesday, and work on it begins in May.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_wrapped_lines_are_joined(newline: str) -> None:
    text = WRAPPED.replace("\n", newline)
    starts = [text[block.start :].split()[:2] for block in read(text).blocks]
    assert starts == [["The", "port"], ["Coal", "made"], ["The", "authority"]]


def test_paragraph_that_was_cut_short_ends() -> None:
    text = WRAPPED[: WRAPPED.index("are to close")] + CUT
    assert [text[block.start :][:8] for block in read(text).blocks] == ["The port", "Coal mad", "The auth", "However,"]


def test_page_break_in_mid_sentence_is_no_paragraph() -> None:
    text = WRAPPED.replace(
        "quieter second half, since two of its berths\n", "quieter second half, since two of its berths\n\n\f"
    )
    assert len(read(text).blocks) == 3


def test_blank_line_after_every_wrapped_line() -> None:
    lines = [
        "The port of Brel handled 12.4 million tons of freight in the",
        "first half. Coal made up a third of that, and grain came to a",
        "quarter. Traders had expected less than they",
        "Saw in spring. The authority did not comment on its plans.",
        "A third basin is to be dug in May.",
    ]
    text = "Port busy\n\n" + "\n\n".join(lines)
    assert kinds(text) == ["headline", "paragraph", "paragraph"]
    assert len(sentences(text)) == 6


def test_points_in_small_letters_are_not_joined() -> None:
    points = ["The plan would bring, it says:", *("new quays for the eastern basin of the port and the town",) * 4]
    assert len(read("\n\n".join(points)).blocks) == 5


def test_each_line_is_a_paragraph_where_nothing_is_wrapped() -> None:
    lines = [P, "It gave no figure for tin.", "Coal fell 4 percent, it said, while ores were flat."]
    assert sentences("\n".join(lines)) == lines


def test_indent_begins_a_paragraph() -> None:
    text = (
        "    The harbour handled more freight than it ever did before, and the\n"
        "authority put it down to the weather, to coal and to the price paid\n"
        "for a berth. Nobody had foreseen such a rise, the authority told us.\n"
        "    Ores were flat, and grain fell a little, as it does in each year.\n"
    )
    assert len(read(text).blocks) == 2


# ── quotations and places ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Nothing is quoted here.", []),
        ('She said "it fell" and "it rose".', ["it fell", "it rose"]),
        ("She said “it fell”.", ["it fell"]),
        ("She said «it fell».", ["it fell"]),
        ('A 5" pipe costs more.', []),
        ('She said "it fell.', []),
        ('"It fell.\n\n"It rose," she said.', ["It fell.", "It rose,"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(read(text))] == expected


def test_positions_count_lines_and_code_points_from_one() -> None:
    article = read("a😀b\r\nc\rd\n\ne")
    assert [position(article, at) for at in (0, 2, 5, 7, 9, 10)] == [(1, 1), (1, 3), (2, 1), (3, 1), (4, 1), (5, 1)]
    assert [article.text[slice(*line_span(article, line))] for line in range(1, 6)] == ["a😀b", "c", "d", "", "e"]


def test_a_span_of_markup_stands_in_the_source() -> None:
    source = "<p>&pound;5\n  or <b>6</b></p>"
    article = replace(
        read("£5 or 6"), source=source, runs=((0, 3, 10), (1, 10, 11), (2, 11, 14), (3, 14, 17), (6, 20, 21))
    )
    spans = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 5), (6, 7), (0, 7), (4, 4)]
    found = [source[slice(*origin(article, start, end))] for start, end in spans]
    assert found == ["&pound;", "5", "&pound;5", "\n  ", "or", "6", source[3:21], ""]
    assert [position(article, at) for at in (0, 1, 3, 6)] == [(1, 4), (1, 11), (2, 3), (2, 9)]
    assert source[slice(*line_span(article, 2))] == "  or <b>6</b></p>"


def test_a_span_of_plain_text_stands_where_it_is() -> None:
    assert origin(read("Up 5"), 3, 4) == (3, 4)


def test_lone_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(CheckerError, match=r"U\+D83D at line 2, column 3"):
        read("é\nab\ud83d")


def test_text_without_words_is_noted() -> None:
    assert read(" \n").notes == ("holds no text",)


# ── bytes and folding ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "data, text, encoding",
    [
        (b"\xef\xbb\xbfOre", "Ore", "utf-8"),
        ("Érz".encode("utf-16"), "Érz", "utf-16-le"),
        (b"\xfe\xff" + "Érz".encode("utf-16-be"), "Érz", "utf-16-be"),
        ("Érz £5".encode(), "Érz £5", "utf-8"),
        ("£5 – “ore”".encode("cp1252"), "£5 – “ore”", "cp1252"),
    ],
)
def test_decode(data: bytes, text: str, encoding: str) -> None:
    assert decode(data)[:2] == (text, encoding)
    assert bool(decode(data)[2]) == (encoding == "cp1252")


@pytest.mark.parametrize(
    "data, encoding, message",
    [
        (b"ore\x81", None, r"byte 0x81 at offset 3 is not cp1252"),
        (b"ore\xa3", "utf-8", r"byte 0xa3 at offset 3 is not utf-8; name"),
        (b"\xff\xfea\x00b", None, r"offset 4 is not utf-16-le"),
        (b"ore", "klingon", r"no text encoding is called 'klingon'; try"),
        (b"ore", "base64", r"no text encoding is called 'base64'"),
        (b"o\0r\0e\0", None, r"NUL byte at offset 1"),
        (b"o\0r\0e\0", "latin-1", r"NUL character at offset 1"),
        (b"%PDF-1.7", None, r"a PDF"),
        (b"\x01\x02\x03ore", None, r"looks binary"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(CheckerError, match=message) as caught:
        decode(data, encoding, "ore.txt")
    assert caught.value.place == "ore.txt"


@pytest.mark.parametrize(
    "text, folded",
    [
        ("5\u00a0000\u202f000\u2002t", "5 000 000 t"),
        ("“it’s” −3 2010–11 co‑op", '"it\'s" -3 2010-11 co-op'),
        ("１２．５％，ＧＤＰ", "12.5%,GDP"),
        ("½ — € £ …", "½ — € £ …"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


# ── whatever the text ─────────────────────────────────────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        "Ore",
        "fell",
        "3.5",
        "Inc.",
        "U.S.",
        ".",
        "!",
        '"',
        "“",
        "”",
        "(",
        ")",
        "*",
        "- ",
        "1.",
        "\t",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        " ",
        "By",
        "Reporting by",
        "(Reporting by x)",
        "|",
        "Share this",
        "\x0c",
        "\u2028",
        "\xa0",
        "…",
        "é",
        "😀",
    ]
)


def covered(article: Article) -> None:
    spans = [(block.start, block.end) for block in article.blocks]
    inner = [span for block in article.blocks for span in block.sentences]
    for found in (spans, inner):
        assert all(start < end for start, end in found)
        assert all(before[1] <= after[0] for before, after in pairwise(found))
        kept = "".join(article.text[start:end] for start, end in found)
        assert "".join(kept.split()) == "".join(article.text.split())
    assert all(text == text.strip() for text in (article.text[start:end] for start, end in inner))


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_blocks_and_sentences_cover_the_text_in_order(text: str) -> None:
    covered(read(text))
    assert len(fold(text)) == len(text)
    for start, end in quotations(read(text)):
        assert start <= end


@given(st.text(alphabet="ab\r\n\u2028é", max_size=80), st.integers(0, 80))
def test_position_and_line_span_agree(text: str, offset: int) -> None:
    article = read(text)
    line, column = position(article, min(offset, len(text)))
    assert line_span(article, line)[0] + column - 1 == min(offset, len(text))


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        " ",
        "\n",
        ". ",
        ".",
        "?!",
        '."',
        "( ",
        "a\n\n",
        "- a\n",
        "1 2\n",
        "A.",
        "A. ",
        "“",
        '"a ',
        "(Reporting by ",
        "5\t",
        "|",
        "x.Y",
        " * ",
    ],
)
def test_time_is_linear_in_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        began = time.process_time()
        quotations(read(text))
        return time.process_time() - began

    small, large = min(seconds(10_000) for _ in range(3)), min(seconds(80_000) for _ in range(2))
    assert large < 30 * small + 0.05  # 8 times the text; a square would take 64 times as long
