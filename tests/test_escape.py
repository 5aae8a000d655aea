from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.escape import attribute, cell, command, markdown, xml


@pytest.mark.parametrize(
    "text",
    [
        "48.73 billion crowns",
        "23.77 + 17.99 = 41.76",
        "12–14 percent, 3:1 (or £5)",
        "a-b, 1. c",
        "Who? No. 5!",
        "a: c@",
    ],
)
def test_what_markdown_leaves_as_it_is(text: str) -> None:
    assert markdown(text).removesuffix("<!-- -->") == text


@pytest.mark.parametrize(
    "text, shown",
    [
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[a](b) ![c](d)", r"\[a\](b) !\[c\](d)"),
        ("a | b", r"a \| b"),
        ("$5 and $6", r"\$5 and \$6"),
        ("<b> & c", "&lt;b&gt; &amp; c"),
        (r"\*", r"\\\*"),
        ("#12", r"\#12"),
        ("@someone", "@<!-- -->someone"),
        ("https://example.org", "https:<!-- -->//example.org"),
        ("WWW.example.org", "WWW<!-- -->.example.org"),
    ],
)
def test_what_markdown_would_take_for_more(text: str, shown: str) -> None:
    assert markdown(text) == shown


def test_workflow_commands() -> None:
    assert command("50%, a:b\r\nc") == "50%25, a:b%0D%0Ac"
    assert attribute("50%, a:b\r\nc") == "50%25%2C a%3Ab%0D%0Ac"


@pytest.mark.parametrize("value", ["12", "-3.05", "+4", "-1,200", "-5/12", "a=b", "3 + 4", "", None, 7])
def test_cells_that_hold_nothing_to_compute(value: object) -> None:
    assert cell(value).strip('"') == ("" if value is None else str(value))


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "-2 percent", "@A1", "\t=1", "\r=1", "＝1", "-", "=-3"])
def test_cells_that_a_spreadsheet_would_compute(text: str) -> None:
    assert cell(text).strip('"') == "'" + text


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_a_cell_is_read_as_one(text: str) -> None:
    ((read, last),) = csv.reader(io.StringIO(f"{cell(text)},last\r\n", newline=""), strict=True)
    assert (read.removeprefix("'"), last) == (text.removeprefix("'"), "last")


@given(st.text(alphabet=st.characters()))
def test_any_text_can_stand_in_xml(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert ElementTree.fromstring(xml(f"<a>{escaped}</a>").encode()).tag == "a"
