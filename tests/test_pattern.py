"""Patterns over chunk letters: what they need is what every match holds, and nothing else keeps them from matching."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import benchmark, chronology, cueword, summit, trading
from checker.frame import load
from checker.pattern import Pattern, needs, regex

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


@given(st.sampled_from(SOURCES), st.text("MNEPXQKDRSvagnwsxfthbkoium,;:@|/&pcrqeWHBGZ", max_size=14))
def test_a_frame_matches_just_where_its_regular_expression_does(source: str, code: str) -> None:
    expected = [match.span() for match in re.compile(source).finditer(code)]
    assert [match.span() for match in Pattern(source).finditer(code)] == expected


@given(st.sampled_from(SOURCES), st.data())
def test_what_a_frame_matches_holds_what_it_needs(source: str, data: st.DataObject) -> None:
    # An alphabet over which look-arounds such as \b are plain: the letters of the pattern itself.
    code = data.draw(st.from_regex(re.compile(source), alphabet="MNEPXQKDRSvagnwsxfthbkoium,;:@|/&pcrqeWHBGZ"))
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


def test_a_regex_is_compiled_at_its_first_use() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("x")
    later, now = regex(r"(\w)\d", re.IGNORECASE), re.compile(r"(\w)\d", re.IGNORECASE)
    for text in ("", "a1 b2", "12"):
        assert later.findall(text) == now.findall(text)
        assert later.sub(r"\1", text) == now.sub(r"\1", text)
        assert later.split(text) == now.split(text)
        assert str(later.match(text)) == str(now.match(text))
        assert str(later.search(text, 1)) == str(now.search(text, 1))
        assert str(later.fullmatch(text, 0, 2)) == str(now.fullmatch(text, 0, 2))
        assert [str(match) for match in later.finditer(text)] == [str(match) for match in now.finditer(text)]
    assert (later.pattern, later.groups, later.flags) == (now.pattern, now.groups, now.flags)


def test_a_pattern_with_words_is_compiled_only_where_each_set_has_one() -> None:
    pattern = Pattern("(", "after |following ", "in ")
    assert pattern.fullmatch(" after all") is None
    assert pattern.match("in the end") is None
    with pytest.raises(re.error):
        pattern.fullmatch(" after a fire in ")


MODULES = (benchmark, chronology, cueword, summit, trading)
WORDED = [one for module in MODULES for one in vars(module).values() if isinstance(one, Pattern) and one._words]


@pytest.mark.parametrize("pattern", WORDED, ids=lambda pattern: pattern.source[:40])
@settings(max_examples=10, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_what_a_pattern_matches_holds_the_words_that_it_names(pattern: Pattern, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(pattern.source)))
    assert all(any(word in text for word in words) for words in pattern._words)
