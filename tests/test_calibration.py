"""How often a binding held: what is counted, what is shipped, and what it does to the level of a finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import calibration
from checker.article import read
from checker.calibrate import count, rows
from checker.calibration import SLIPS, Held, ceiling, of_rule, reads, table
from checker.cli import crossfoot
from checker.finding import Report
from checker.pack import load_pack
from checker.pipeline import check

PACK = load_pack()
TRUE = "Sales rose 6.0 percent to 530.2 million crowns from 500.2 million crowns."
SLIP = "Sales rose 9.0 percent to 530.2 million crowns from 500.2 million crowns."

KNOWN = {
    ("growth", "often"): Held(1000, 972),
    ("growth", "less"): Held(1000, 971),
    ("growth", "seldom"): Held(1000, 947),
    ("growth", "few"): Held(60, 59),
    ("growth", "new"): Held(29, 0),
    ("rare", "any"): Held(49, 1),
}
CEILINGS = [
    ("growth", "often", "error"),  # 98 percent, give or take two standard deviations
    ("growth", "less", "warning"),
    ("growth", "seldom", "note"),
    ("growth", "few", "error"),  # one failure is chance
    ("growth", "new", "warning"),  # too few: the rule's rate
    ("growth", "unheard of", "warning"),
    ("rare", "any", "error"),  # too few of all ways: no ceiling
    ("unheard of", "any", "error"),
]


def reports(*texts: str) -> list[Report]:
    return [check(read(text), PACK) for text in texts]


@pytest.mark.parametrize("rule,way,level", CEILINGS)
def test_ceiling(rule: str, way: str, level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "table", lambda: KNOWN)
    monkeypatch.setattr(calibration, "reads", dict)
    assert ceiling(rule, way) == level


READ = {
    ("growth", "often", "error"): Held(8, 1),
    ("growth", "-", "error"): Held(8, 2),
    ("rare", "-", "error"): Held(4, 0),
    ("doubted", "-", "error"): Held(5, 0),
    ("doubted", "-", "warning"): Held(10, 0),
    ("idle", "-", "error"): Held(5, 0),
    ("idle", "-", "warning"): Held(11, 0),
}
READ_CEILINGS = [
    ("growth", "from+often", "warning"),  # in 9 of 256 throws of eight coins at most one shows heads
    ("growth", "few", "error"),  # at most two in 37 of 256
    ("growth", "seldom", "note"),  # by its hold rate
    ("rare", "any", "error"),  # none of four in 1 of 16
    ("doubted", "any", "warning"),  # none of five in 1 of 32; of ten that are a slip in four, none in 5.6 of 100
    ("idle", "any", "note"),  # none of eleven in 4.2 of 100
]


@pytest.mark.parametrize("rule,way,level", READ_CEILINGS)
def test_ceiling_of_what_was_read(rule: str, way: str, level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "table", lambda: KNOWN)
    monkeypatch.setattr(calibration, "reads", lambda: READ)
    assert ceiling(rule, way) == level


def test_a_swap_of_two_digits_speaks_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "table", lambda: KNOWN)
    monkeypatch.setattr(calibration, "reads", lambda: READ)
    assert ceiling("doubted", "any", swapped=True) == "error"
    assert ceiling("growth", "seldom", swapped=True) == "note"  # a wording that is misread is, whatever the digits


def test_cases_are_counted_by_rule_and_binding() -> None:
    counted = count(reports(TRUE, SLIP, TRUE), PACK)
    of_growth = {way: held for (rule, way), held in counted.items() if rule == "growth-from-levels"}
    assert list(of_growth.values()) == [Held(3, 2)]
    (way,) = of_growth
    assert "from" in way.split("+")


def test_a_rate_that_was_cut_off_is_counted_as_held() -> None:
    cut = "Sales rose 13.6 percent to 532.0 million crowns from 468.0 million crowns."  # 13.68
    assert [finding.rule for finding in reports(cut)[0].findings] == ["growth-from-levels"]
    assert Held(1, 1) in count(reports(cut), PACK).values()


def test_what_cannot_fail_is_not_counted() -> None:
    assert "implied-base" not in {
        rule for rule, _ in count(reports("Sales rose 6 percent to 53 million crowns."), PACK)
    }


def test_a_binding_that_seldom_holds_is_put_as_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = reports(SLIP)[0].findings
    assert found.level == "error"
    seldom = {key: Held(100, 80) for key in count(reports(SLIP), PACK)}
    monkeypatch.setattr(calibration, "table", lambda: seldom)
    assert [finding.level for finding in reports(SLIP)[0].findings] == ["note"]


def test_the_command_writes_the_table(tmp_path: Path) -> None:
    for n, text in enumerate((TRUE, SLIP)):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(crossfoot, ["calibrate", str(tmp_path), "-o", str(tmp_path / "holds.tsv")])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "holds.tsv").read_text(encoding="utf-8") == rows(count(reports(TRUE, SLIP), PACK))


def test_the_command_wants_articles() -> None:
    done = CliRunner().invoke(crossfoot, ["calibrate"])
    assert done.exit_code == 2
    assert "crossfoot calibrate archive/" in done.output


def test_what_is_shipped_is_of_shipped_rules() -> None:
    rules = {rule.id for rule in PACK.rules}
    assert table()
    for (rule, way), one in table().items():
        assert rule in rules
        assert way
        assert 0 <= one.held <= one.cases
    assert of_rule("direction").cases > 1000
    for (rule, part, level), one in reads().items():
        assert rule in rules
        assert part
        assert level in SLIPS
        assert 0 <= one.held <= one.cases
