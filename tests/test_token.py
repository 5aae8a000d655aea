"""Text → tokens: what stays together, what comes apart, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.token import Tokens


@pytest.mark.parametrize(
    "text,raws",
    [
        ("", []),
        ("up 1.2% to $41.76bn", ["up", "1.2", "%", "to", "$", "41.76", "bn"]),
        ("1,234.5 ships", ["1,234.5", "ships"]),
        ("1,2345", ["1", ",", "2345"]),
        ("The U.S. firm's", ["The", "U.S.", "firm", "'s"]),
        ("5-1/4 pct.", ["5", "-", "1", "/", "4", "pct", "."]),
        ("A380", ["A", "380"]),
        ("10:27pm", ["10", ":", "27", "pm"]),
        ("snake_case", ["snake", "_", "case"]),
    ],
)
def test_what_the_tokens_are(text: str, raws: list[str]) -> None:
    assert Tokens(text, 0, len(text)).raws == raws


def test_words_are_in_lower_case_and_out_of_range_is_empty() -> None:
    tokens = Tokens("Five Ships", 0, 10)
    assert [tokens.word(i) for i in (-1, 0, 1, 2)] == ["", "five", "ships", ""]
    assert tokens.capital(0)
    assert not tokens.capital(2)


def test_only_neighbours_without_a_space_are_joined() -> None:
    tokens = Tokens("a 5m -3", 0, 7)
    assert [tokens.joined(i) for i in range(len(tokens))] == [False, False, True, False, True]


@given(st.text(max_size=80))
def test_tokens_stand_where_they_say_and_leave_only_space(text: str) -> None:
    tokens = Tokens(text, 0, len(text))
    ends = [0, *tokens.ends]
    for raw, start, end, before in zip(tokens.raws, tokens.starts, tokens.ends, ends, strict=False):
        assert text[start:end] == raw
        assert not text[before:start].strip()
