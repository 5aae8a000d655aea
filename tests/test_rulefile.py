"""Rule files: a good one becomes a rule; a broken one is named with file, line, cause and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.resources import content_hash, rule_paths
from checker.rulefile import load

GOOD = """id = "growth"
family = "ratio"
code = "R18"
severity = "error"
relation = "100 * now == before * (100 + rate)"
message = "{now} against {before} is not a change of {rate}"
conclusion = "rate"
same = ["unit"]

[roles.now]
aspect = "level"
link = ["from", "to"]

[roles.before]
domain = "positive"
implied = true

[roles.rate]
aspect = "change-rate"

[docs]
what = "A"
why = "B"
known_problems = "C"
reference = "D"

[[consistent]]
text = "Up 10% to 110 from 100."

[[consistent]]
text = "Up 5% to 105 from 100."

[[boundary]]
text = "Up 10% to 110 from 100."

[[inconsistent]]
text = "Up 12% to 110 from 100."
suspect = "12%"
"""


def write(folder: Path, text: str, family: str = "ratio", name: str = "growth") -> str:
    """A rule's text → its path in a family folder."""
    path = folder / family / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_loads(tmp_path: Path) -> None:
    rule = load(write(tmp_path, GOOD))
    assert (rule.id, rule.family, rule.conclusion, rule.same) == ("growth", "ratio", "rate", ("unit",))
    assert rule.role("now").select == (("aspect", "level"), ("link", ("from", "to")))
    assert (rule.role("before").domain, rule.role("before").implied) == ("positive", True)
    assert [item.kind for item in rule.examples] == ["consistent", "consistent", "boundary", "inconsistent"]
    assert rule.docs[0] == ("what", "A")
    assert rule.formulas[0].comparisons == ("100 * now == before * (100 + rate)",)


def test_readings(tmp_path: Path) -> None:
    readings = '[[reading]]\nname = "a"\nrelation = "now == before"\n[[reading]]\nname = "b"\nrelation = "rate > now"\n'
    text = GOOD.replace('relation = "100 * now == before * (100 + rate)"\n', "") + readings
    assert [item.name for item in load(write(tmp_path, text)).formulas] == ["a", "b"]


BROKEN = [
    ("severity", "seriousness", 'unknown key "seriousness"', 4),
    ('severity = "error"', 'severity = "eror"', 'did you mean "error"?', 4),
    ('id = "growth"', 'id = "groth"', 'write id = "growth"', 1),
    ('family = "ratio"', 'family = "range"', 'the folder "ratio"', 2),
    ("* (100 + rate)", "* (100 + rte)", "no role has this name; the roles are now, before, rate", 5),
    ("* (100 + rate)", "* (100 + __import__('os').system('x'))", "only these may be called", 5),
    ("100 * now", "1.5 * now", "3/2", 5),
    (" + rate)", ")", "the role rate stands in no relation", 18),
    ("{rate}", "{raet}", 'did you mean "rate"?', 6),
    ('conclusion = "rate"', 'conclusion = "rats"', 'did you mean "rate"?', 7),
    ('same = ["unit"]', 'same = "unit"', '"same" must be a list of texts', 8),
    ('domain = "positive"', 'domain = "positiv"', 'did you mean "positive"?', 15),
    ("implied = true", 'implied = "yes"', "must be true or false", 16),
    ('what = "A"', 'wat = "A"', 'did you mean "what"?', 22),
    ('why = "B"\n', "", '"why" must be a text', 21),
    ('[[boundary]]\ntext = "Up 10% to 110 from 100."\n', "", "at least 1 [[boundary]] example", None),
    ('suspect = "12%"', 'suspect = "13%"', "does not stand in the example", 38),
    ('suspect = "12%"', "", '"suspect" must be a text', 36),
    ('code = "R18"', "code = R18", "not valid TOML", 3),
    ('message = "{now} against {before} is not a change of {rate}"\n', "", '"message" is missing', None),
    ("[roles.now]", "[roles.Now]", 'cannot be named "Now"', 10),
    ("relation = ", 'relation = ["now == before", 3]\nother = ', "unknown key", 6),
]


@pytest.mark.parametrize("old, new, why, line", BROKEN, ids=[row[1][:30] or f"no {row[0][:20]}" for row in BROKEN])
def test_broken(tmp_path: Path, old: str, new: str, why: str, line: int | None) -> None:
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(CheckerError) as caught:
        load(path)
    assert why in caught.value.message
    assert caught.value.place == (f"{path}:{line}" if line else path)


def test_unreadable(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="cannot read the rule file"):
        load(str(tmp_path / "none.toml"))
    path = tmp_path / "latin.toml"
    path.write_bytes(b'id = "\xe9"')
    with pytest.raises(CheckerError, match="cannot read the rule file"):
        load(str(path))


def test_word_lists_are_no_rules(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, "x", family="lexicon")
    write(tmp_path, "x", family="frames")
    assert len(rule_paths(str(tmp_path))) == 1
    with pytest.raises(CheckerError, match="cannot read the rules folder"):
        rule_paths(str(tmp_path / "none"))


def test_the_hash_follows_names_and_contents(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    first = content_hash(str(tmp_path))
    assert content_hash(str(tmp_path)) == first
    write(tmp_path, GOOD.replace("R18", "R19"))
    second = content_hash(str(tmp_path))
    Path(path).rename(tmp_path / "ratio" / "other.toml")
    assert len({first, second, content_hash(str(tmp_path))}) == 3
