"""Patterns over chunk letters: what they need is what every match holds, and nothing else keeps them from matching."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.frame import load
from checker.pattern import Pattern, needs

NEEDS = [
    ("P", ["P"]),
    ("(?P<rate>P)(?P<dir>[na])", ["P", "na"]),
    ("(?P<dir>(?P<w_more_fewer>a))h?", ["a"]),
    (r"(?P<w_when>\|)[um]{0,2}", ["|"]),
    ("m[ou]{0,2}r?", ["m"]),
    ("[io]+[mu]{1,3}x*", ["io", "mu"]),
    ("(?:,r|ah)?(?P<k>d)", ["d"]),  # a group may be left out
    ("(?P<k>d)(?![MN])(?<!v)", ["d"]),  # what must not stand there is not needed
    ("(?P<k>d)?(?P<rest>p,?)", []),  # what a longer group needs is not worked out
    ("[^MNP]x$", ["x"]),
    ("^o(?P<whole>M)", ["o", "M"]),
    ("v|P", []),
    (r"\d\d-", ["-"]),
    ("[^MN]*?x{0,8}?t", ["t"]),
]


@pytest.mark.parametrize("source,expected", NEEDS, ids=[source for source, _ in NEEDS])
def test_needs(source: str, expected: list[str]) -> None:
    assert sorted(needs(source), key=sorted) == sorted(map(frozenset, expected), key=sorted)


SOURCES = [frame.pattern.source for frame in load()]


@given(st.sampled_from(SOURCES), st.text("MNEPXQKDRSvagnwsxfthbkoium,;:@|&pcrqeWHBGZ", max_size=14))
def test_a_frame_matches_just_where_its_regular_expression_does(source: str, code: str) -> None:
    expected = [match.span() for match in re.compile(source).finditer(code)]
    assert [match.span() for match in Pattern(source).finditer(code)] == expected


@given(st.sampled_from(SOURCES), st.data())
def test_what_a_frame_matches_holds_what_it_needs(source: str, data: st.DataObject) -> None:
    # An alphabet over which look-arounds such as \b are plain: the letters of the pattern itself.
    code = data.draw(st.from_regex(re.compile(source), alphabet="MNEPXQKDRSvagnwsxfthbkoium,;:@|&pcrqeWHBGZ"))
    assert all(need & set(code) for need in needs(source))


def test_a_pattern_is_compiled_only_for_letters_it_may_match() -> None:
    pattern = Pattern("(")  # which does not compile
    pattern._needs = needs("x")
    assert list(pattern.finditer("uuM")) == []
    with pytest.raises(re.error):
        pattern.finditer("x")


def test_match_and_fullmatch_begin_at_an_index() -> None:
    pattern = Pattern("(?P<now>M)f")
    assert pattern.match("uMf", 1)
    assert not pattern.match("uMf")
    assert pattern.fullmatch("uMf", 1)
    assert not pattern.fullmatch("uMfu", 1)
    assert not pattern.match("uMu", 1)
