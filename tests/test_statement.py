"""What a witness wrote → a statement: strict, small, and one bad entry costs that entry alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.resources import reports_folder
from checker.statement import DEEPEST, LARGEST, MOST, Claim, UnreadableError, read_statement, statement_of

SCHEMA: dict[str, Any] = json.loads((Path(reports_folder()) / "witness-1.schema.json").read_text("utf-8"))
GOOD: dict[str, Any] = {
    "figures": [{"id": "n1", "measure": "jobs", "speaker": ""}],
    "chains": [{"ids": ["n1", "n2"], "words": ["some words"]}],
    "relations": [
        {"expression": "n1 == n2 + n3", "words": ["made up of"]},
        {"rule": "share-of-whole", "roles": {"part": ["n1"], "whole": ["n2"]}, "words": ["of the"]},
    ],
    "counts": [
        {"id": "n4", "items": ["Alda", "Brenn"], "words": ["two towns"]},
        {"id": "n5", "behind": ["Alda"], "words": ["the second, after Alda"]},
    ],
    "wordings": [{"same": "period", "words": ["in May", "the month of May"]}],
}


def test_what_the_schema_allows_is_read_whole() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(GOOD)
    found = statement_of(GOOD)
    assert found.dropped == ()
    assert [claim.shown for claim in found.claims] == [
        "n1 = n2", "n1 == n2 + n3", "share-of-whole(part: n1, whole: n2)", "n4 counts Alda, Brenn",
        "n5 comes behind Alda",
        'one period: "in May" = "the month of May"',
    ]  # fmt: skip


@pytest.mark.parametrize("half", ["\\ud800", "\ud800"])
@pytest.mark.parametrize("where", ['{{"figures": [], "{}": 1}}', '{{"figures": [{{"id": "{}"}}]}}'])
def test_half_a_character_is_refused(where: str, half: str) -> None:
    with pytest.raises(UnreadableError, match="not Unicode"):
        read_statement(where.format(half))


@pytest.mark.parametrize(
    "text", ["{text}", "```json\n{text}\n```", "Here is the statement:\n{text}\nI hope that it helps.", "\n\n  {text}"]
)
def test_words_around_the_json_do_no_harm(text: str) -> None:
    assert read_statement(text.replace("{text}", json.dumps(GOOD))) == statement_of(GOOD)


def test_marks_of_tokens_and_single_words_are_forgiven() -> None:
    found = statement_of({"chains": [{"ids": ["⟦n1⟧", "n2"], "words": " spread \n out "}]})
    assert found.claims == (Claim(("spread out",), chain=("n1", "n2")),)


@pytest.mark.parametrize(
    "text, why",
    [
        ("", "holds no JSON object"),
        ("I would rather not.", "holds no JSON object"),
        ('{"chains": [', "holds no JSON object"),
        ('{"chains": [}', "is no JSON"),
        ('{"chains": NaN}', "NaN is no number"),
        ('{"chains": -Infinity}', "Infinity is no number"),
        ('{"chains": [], "chains": []}', "a key is given twice"),
        ('{"chains": ' + "9" * 5000 + "}", "is no JSON"),
        ('{"chains": ' + "[" * 5000 + "]" * 5000 + "}", f"nested more than {DEEPEST} deep"),
        ('{"verdict": "right"}', "has none of the fields"),
        ("{" + " " * LARGEST + "}", "characters; at most"),
    ],
)
def test_what_is_no_statement(text: str, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read_statement(text)


@pytest.mark.parametrize("value", [None, 3, "text", [], True])
def test_a_statement_is_an_object(value: object) -> None:
    with pytest.raises(UnreadableError, match="is an object"):
        statement_of(value)


WORDS = ["w"]
DROPPED: list[tuple[str, object, str]] = [
    ("verdicts", [], "no such field"),
    ("chains", {}, "must be a list"),
    ("chains", ["n1"], "must be an object"),
    ("chains", [{"ids": ["n1", "n2"], "words": WORDS, "value": 7}], 'has no field "value"'),
    ("chains", [{"ids": ["n1"], "words": WORDS}], "needs two ids"),
    ("chains", [{"ids": ["n1", "n1"], "words": WORDS}], "given twice"),
    ("chains", [{"ids": ["f1", "n1"], "words": WORDS}], 'written "n1"'),
    ("chains", [{"ids": [1, 2], "words": WORDS}], 'written "n1"'),
    ("chains", [{"ids": [f"n{k}" for k in range(1, 40)], "words": WORDS}], "list of one to 24"),
    ("chains", [{"ids": ["n1", "n2"]}], '"words" must be'),
    ("chains", [{"ids": ["n1", "n2"], "words": []}], '"words" must be'),
    ("chains", [{"ids": ["n1", "n2"], "words": ["w" * 500]}], "at most 400"),
    ("chains", [{"ids": ["n1", "n2"], "words": [" "]}], "not empty"),
    ("relations", [{"words": WORDS}], "either an expression or a rule"),
    ("relations", [{"expression": "n1 > n2", "rule": "x", "words": WORDS}], "either an expression or a rule"),
    ("relations", [{"expression": ["n1"], "words": WORDS}], "must be a text"),
    ("relations", [{"expression": "n1 + " * 200, "words": WORDS}], "at most 400"),
    ("relations", [{"rule": "x", "words": WORDS}], '"roles" must be'),
    ("counts", [{"id": "n1", "items": [], "words": WORDS}], '"items" must be'),
    ("counts", [{"id": "n1", "items": [3], "words": WORDS}], "must be a text"),
    ("figures", [{"id": "n1", "measure": 5}], "must be a text"),
    ("figures", [{"id": "n0"}], 'written "n1"'),
]


@pytest.mark.parametrize("field, value, why", DROPPED)
def test_what_does_not_fit_is_dropped_with_the_reason(field: str, value: object, why: str) -> None:
    found = statement_of({"chains": [], "relations": [], field: value})
    assert not found.claims
    assert not found.labels
    assert [why in drop.why for drop in found.dropped] == [True]


def test_the_others_are_kept() -> None:
    found = statement_of(GOOD | {"chains": [*GOOD["chains"], {"ids": []}, *GOOD["chains"]]})
    assert found.claims == statement_of(GOOD).claims
    assert [drop.why for drop in found.dropped] == ["ids must be a list of one to 24", "given more than once"]


def test_a_flood_is_cut_off() -> None:
    flood = [{"expression": f"n{k} > n{k + 1}", "words": WORDS} for k in range(1, MOST + 100)]
    found = statement_of({"relations": flood})
    assert len(found.claims) == MOST
    assert found.dropped[0].why == f"has {MOST + 99} entries; those after the first {MOST} are not read"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["ids", "words", "id", "x"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*GOOD, "x"]), JSON, max_size=4))
def test_nothing_is_too_odd(value: dict[str, object]) -> None:
    try:
        found = read_statement(json.dumps(value))
    except UnreadableError:
        return
    assert all(drop.why for drop in found.dropped)
